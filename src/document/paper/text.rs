//! A paper as plain text, at most [`COLUMNS`] wide.
//!
//! Deliberately absent: pages (a printer of text makes its own) and page numbers.

use super::model::{Block, Paper, Scale, Signature, Table, Words};
use super::wrap;
use crate::text::{SafeText, cells};

/// The widest line, in cells.
pub const COLUMNS: usize = 78;

/// The label column of a row.
const LABEL: usize = 22;

/// The paper as text. Ends with a line break.
#[must_use]
pub fn write(paper: &Paper) -> String {
    let mut page = Page::default();
    if let Some(draft) = &paper.draft {
        page.wrapped(&format!("*** {} ***", draft.as_str()), "", "");
        page.gap();
    }
    page.words(&paper.from, "");
    page.words(&paper.title, "");
    page.line(&"=".repeat(COLUMNS));
    page.blocks(&paper.blocks, "");
    page.gap();
    page.line(&"-".repeat(COLUMNS));
    page.words(&paper.foot, "");
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// One empty line, never two.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line of text, `first` before it and `next` before what it is wrapped into.
    fn wrapped(&mut self, line: &str, first: &str, next: &str) {
        let room = u16::try_from(COLUMNS.saturating_sub(next.chars().count())).unwrap_or(0);
        for (at, part) in wrap::lines(line, f32::from(room), &cells_wide).iter().enumerate() {
            let before = if at == 0 { first } else { next };
            self.line(&format!("{before}{part}"));
        }
    }

    fn words(&mut self, words: &Words, indent: &str) {
        if !words.is_blank() {
            self.hung(words, indent, indent);
        }
    }

    fn hung(&mut self, words: &Words, first: &str, next: &str) {
        for (at, line) in words.lines().enumerate() {
            self.wrapped(line, if at == 0 { first } else { next }, next);
        }
    }

    fn blocks(&mut self, blocks: &[Block], indent: &str) {
        for block in blocks {
            self.block(block, indent);
        }
    }

    fn block(&mut self, block: &Block, indent: &str) {
        match block {
            Block::Heading(words) => {
                self.gap();
                self.gap_line();
                self.words(words, indent);
                self.line(&format!("{indent}{}", "-".repeat(COLUMNS - indent.len())));
            }
            Block::Subheading(words) | Block::Strong(words) | Block::Big(words) => {
                self.gap();
                self.words(words, indent);
            }
            Block::Paragraph(words) | Block::Small(words) => {
                self.gap();
                self.words(words, indent);
            }
            Block::Quote { whose, words } => {
                self.gap();
                self.words(whose, indent);
                let bar = format!("{indent}  | ");
                self.hung(words, &bar, &bar);
            }
            Block::Bullets(items) => {
                self.gap();
                let (first, next) = (format!("{indent}- "), format!("{indent}  "));
                items.iter().for_each(|item| self.hung(item, &first, &next));
            }
            Block::Rows(rows) => self.rows(rows, indent),
            Block::Table(table) => self.table(table, indent),
            Block::Scale(scale) => self.scale(scale, indent),
            Block::Card { title, inside, tone: _ } => {
                self.gap();
                let deeper = format!("{indent}  ");
                self.hung(title, &format!("{indent}* "), &deeper);
                self.blocks(inside, &deeper);
            }
            Block::Signatures { heads, lines } => self.signatures(heads, lines, indent),
            Block::Gap => self.gap(),
            Block::PageBreak => {
                self.gap();
                self.line(&"=".repeat(COLUMNS));
            }
        }
    }

    /// A second empty line, before a heading.
    fn gap_line(&mut self) {
        if self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn rows(&mut self, rows: &[(Words, Words)], indent: &str) {
        self.gap();
        for (label, value) in rows {
            let label = SafeText::new(label.as_str());
            let next = format!("{indent}{}", " ".repeat(LABEL));
            if label.width() + 2 > LABEL {
                self.wrapped(&format!("{label}:"), indent, indent);
                self.hung(value, &next, &next);
            } else {
                let shown = SafeText::new(&format!("{label}:")).pad(LABEL);
                self.hung(value, &format!("{indent}{shown}"), &next);
            }
        }
    }

    /// A table reads badly when it is wrapped into columns of text: each row becomes a small list.
    fn table(&mut self, table: &Table, indent: &str) {
        for row in &table.rows {
            let pairs = table.heads.iter().zip(row);
            let pairs = pairs.filter(|(_, value)| !value.is_blank());
            let pairs: Vec<(Words, Words)> =
                pairs.map(|(head, value)| (head.clone(), value.clone())).collect();
            self.rows(&pairs, indent);
        }
    }

    fn scale(&mut self, scale: &Scale, indent: &str) {
        self.gap();
        let mut marks = String::new();
        for step in 0..=10 {
            let shown = match (scale.now == Some(step), scale.wanted == Some(step)) {
                (true, _) => format!("[{step}]"),
                (false, true) => format!("({step})"),
                (false, false) => format!(" {step} "),
            };
            marks.push_str(&shown);
        }
        self.line(&format!("{indent}{marks}"));
        self.words(&scale.told(), indent);
    }

    fn signatures(&mut self, heads: &[Words; 3], lines: &[Signature], indent: &str) {
        let [name, day, sign] = heads;
        for line in lines {
            let blank = || Words::new(&"_".repeat(36));
            let or_blank = |words: Words| if words.is_blank() { blank() } else { words };
            let mut rows = vec![(name.clone(), line.who(", "))];
            if line.instead.is_blank() {
                rows.push((day.clone(), or_blank(line.day.clone())));
            }
            rows.push((sign.clone(), or_blank(line.mark())));
            self.rows(&rows, indent);
        }
    }
}

fn cells_wide(grapheme: &str) -> f32 {
    // A grapheme is a few cells wide at most: exact.
    f32::from(u16::try_from(cells(grapheme)).unwrap_or(1))
}
