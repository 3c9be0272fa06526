//! A paper as one HTML file: its style inside, nothing fetched from elsewhere, nothing that runs.
//!
//! Deliberately absent: page numbers; the browser that prints it sets those.

use super::model::{Block, Paper, Scale, Signature, Table, Tone, Words};
use crate::text::Lang;

const STYLE: &str = include_str!("../../../assets/paper/paper.css");

/// The paper as a whole HTML document.
#[must_use]
pub fn write(paper: &Paper, large: bool) -> String {
    let lang = match paper.lang {
        Lang::Nl => "nl",
        Lang::En => "en",
    };
    let mut page = Page::default();
    page.raw(&format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n"
    ));
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
    let policy = "default-src 'none'; style-src 'unsafe-inline'";
    page.raw(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n"));
    page.element("title", "", &paper.title);
    page.raw(&format!("<style>\n{STYLE}</style>\n</head>\n"));
    page.raw(if large { "<body class=\"large\">\n" } else { "<body>\n" });
    page.raw("<header>\n");
    if let Some(draft) = &paper.draft {
        page.element("p", "draft", draft);
    }
    page.element("p", "from", &paper.from);
    page.element("h1", "", &paper.title);
    page.raw("</header>\n<main>\n");
    page.blocks(&paper.blocks);
    page.raw("</main>\n<footer>\n");
    page.element("p", "", &paper.foot);
    page.raw("</footer>\n</body>\n</html>\n");
    page.html
}

#[derive(Default)]
struct Page {
    html: String,
    /// The next block begins a page.
    breaks: bool,
}

impl Page {
    fn raw(&mut self, markup: &str) {
        self.html.push_str(markup);
    }

    /// Text, escaped.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                '\'' => self.html.push_str("&#39;"),
                c => self.html.push(c),
            }
        }
    }

    fn element(&mut self, name: &str, class: &str, words: &Words) {
        if !words.is_blank() {
            self.open(name, class);
            self.text(words.as_str());
            self.raw(&format!("</{name}>\n"));
        }
    }

    fn open(&mut self, name: &str, class: &str) {
        let page = if std::mem::take(&mut self.breaks) { "page" } else { "" };
        let class = format!("{class} {page}");
        match class.trim() {
            "" => self.raw(&format!("<{name}>")),
            class => self.raw(&format!("<{name} class=\"{class}\">")),
        }
    }

    /// A paragraph in which line breaks are kept. The direction follows its first strong letter.
    fn paragraph(&mut self, class: &str, words: &Words) {
        if words.is_blank() {
            return;
        }
        self.open("p", format!("lines {class}").trim_end());
        self.raw("<bdi>");
        self.text(words.as_str());
        self.raw("</bdi></p>\n");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(words) => self.element("h2", "", words),
            Block::Subheading(words) => self.element("h3", "", words),
            Block::Paragraph(words) => self.paragraph("", words),
            Block::Strong(words) => self.paragraph("strong", words),
            Block::Big(words) => self.paragraph("big", words),
            Block::Small(words) => self.paragraph("small", words),
            Block::Quote { whose, words } => {
                self.open("div", "own");
                self.raw("\n");
                self.element("p", "whose", whose);
                self.paragraph("", words);
                self.raw("</div>\n");
            }
            Block::Bullets(items) => {
                self.open("ul", "");
                self.raw("\n");
                items.iter().for_each(|item| self.element("li", "lines", item));
                self.raw("</ul>\n");
            }
            Block::Rows(rows) => self.rows(rows),
            Block::Table(table) => self.table(table),
            Block::Scale(scale) => self.scale(scale),
            Block::Card { tone, title, inside } => {
                self.open(
                    "section",
                    match tone {
                        Tone::Calm => "card",
                        Tone::Alarm => "card alarm",
                    },
                );
                self.raw("\n");
                self.element("h3", "", title);
                self.blocks(inside);
                self.raw("</section>\n");
            }
            Block::Signatures { heads, lines } => self.signatures(heads, lines),
            Block::Gap => {}
            Block::PageBreak => self.breaks = true,
        }
    }

    fn rows(&mut self, rows: &[(Words, Words)]) {
        self.open("dl", "");
        self.raw("\n");
        for (label, value) in rows {
            self.element("dt", "", label);
            self.raw("<dd class=\"lines\">");
            self.text(value.as_str());
            self.raw("</dd>\n");
        }
        self.raw("</dl>\n");
    }

    fn cell(&mut self, name: &str, words: &Words) {
        self.raw(&format!("<{name} class=\"lines\">"));
        self.text(words.as_str());
        self.raw(&format!("</{name}>"));
    }

    fn table(&mut self, table: &Table) {
        self.open("table", "");
        self.raw("\n<thead><tr>");
        table.heads.iter().for_each(|head| self.cell("th", head));
        self.raw("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.raw("<tr>");
            row.iter().for_each(|cell| self.cell("td", cell));
            self.raw("</tr>\n");
        }
        self.raw("</tbody></table>\n");
    }

    fn scale(&mut self, scale: &Scale) {
        self.open("ol", "scale");
        for step in 0..=10_u8 {
            let class = match (scale.now == Some(step), scale.wanted == Some(step)) {
                (true, true) => "now wanted",
                (true, false) => "now",
                (false, true) => "wanted",
                (false, false) => "",
            };
            self.open("li", class);
            self.raw(&format!("{step}</li>"));
        }
        self.raw("</ol>\n");
        self.paragraph("small", &scale.told());
    }

    fn signatures(&mut self, heads: &[Words; 3], lines: &[Signature]) {
        self.open("table", "sign");
        self.raw("\n<thead><tr>");
        heads.iter().for_each(|head| self.cell("th", head));
        self.raw("</tr></thead>\n<tbody>\n");
        for line in lines {
            self.raw("<tr>");
            self.cell("td", &line.who("\n"));
            self.cell("td", &line.day);
            self.cell("td", &line.mark());
            self.raw("</tr>\n");
        }
        self.raw("</tbody></table>\n");
    }
}
