//! The PDF: what a reader of the file finds in it.

use super::stage;
use beschermd::document::paper::model::{Block, Paper, Words};
use beschermd::document::paper::plan::{self, Reading};
use beschermd::document::paper::{html, pdf, text};
use beschermd::domain::safety_plan::{PlanPart, PlanSection};
use beschermd::text::{Lang, Text};
use std::collections::BTreeSet;
use std::process::Command;

/// What a program of poppler says of a PDF; `None` when it is not installed.
fn said(program: &str, arguments: &[&str], bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, bytes).unwrap();
    let mut command = Command::new(program);
    command.args(arguments).arg(&path);
    if program == "pdftotext" {
        command.arg("-");
    }
    let Ok(done) = command.output() else {
        eprintln!("skipped: {program} is not here (package poppler-utils)");
        return None;
    };
    assert!(done.status.success(), "{program} cannot read it");
    Some(String::from_utf8(done.stdout).unwrap())
}

/// The text of a PDF, in reading order, its pages divided by form feeds.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    said("pdftotext", &["-enc", "UTF-8"], bytes)
}

fn pages_of(bytes: &[u8]) -> Option<usize> {
    let info = said("pdfinfo", &[], bytes)?;
    let line = info.lines().find(|line| line.starts_with("Pages:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn paper(reading: &Reading, lang: Lang) -> Paper {
    plan::paper(reading, stage::today(), &Text::new(lang))
}

/// The words of a text, whatever white space stands between them.
fn words_of(text: &str) -> BTreeSet<&str> {
    text.split_whitespace().collect()
}

fn with_blocks(blocks: Vec<Block>) -> Paper {
    Paper { blocks, ..paper(&stage::safety(), Lang::Nl) }
}

#[test]
fn every_word_of_the_plan_is_found_in_the_pdf_with_its_marks() {
    for lang in Lang::ALL {
        for reading in [stage::safety(), stage::family()] {
            let paper = paper(&reading, lang);
            for large in [false, true] {
                let Some(found) = text_of(&pdf::write(&paper, large).unwrap()) else { return };
                let found = words_of(&found);
                let written = text::write(&paper);
                // Signs of the text form alone: rules, bars, the marks of a scale.
                let own =
                    |word: &&str| word.chars().any(char::is_alphabetic) && !word.starts_with("***");
                let lacking: Vec<&str> = words_of(&written)
                    .into_iter()
                    .filter(own)
                    .filter(|word| {
                        !found.contains(word) && !found.contains(word.trim_end_matches([':', ',']))
                    })
                    .collect();
                assert_eq!(lacking, Vec::<&str>::new(), "large: {large}");
            }
        }
    }
}

#[test]
fn all_latin_letters_are_found_in_the_pdf_as_they_were_written() {
    let ranges = [0xA1..=0xAC, 0xAE..=0x17F, 0x180..=0x24F, 0x1E00..=0x1EF9];
    let letters: String = ranges.into_iter().flatten().filter_map(char::from_u32).collect();
    let line = |part: &[char]| part.iter().collect::<String>();
    let all: Vec<char> = letters.chars().collect();
    let lines: Vec<String> = all.chunks(40).map(line).collect();
    let blocks: Vec<Block> = lines.iter().map(|line| Block::Paragraph(Words::new(line))).collect();
    let bold = lines.iter().map(|line| Block::Strong(Words::new(line)));
    let paper = with_blocks(blocks.into_iter().chain(bold).collect());
    let bytes = pdf::write(&paper, false).unwrap();
    let Some(found) = text_of(&bytes) else { return };
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let found = bare(&found);
    for line in lines {
        let line = bare(Words::new(&line).as_str());
        assert_eq!(found.matches(line.as_str()).count(), 2, "{line}");
    }
    assert!(!found.contains('\u{FFFD}'));
}

#[test]
fn every_page_has_its_number_and_large_type_takes_more_pages() {
    let paper = paper(&stage::safety(), Lang::Nl);
    let (small, large) = (pdf::write(&paper, false).unwrap(), pdf::write(&paper, true).unwrap());
    let (Some(pages), Some(more)) = (pages_of(&small), pages_of(&large)) else { return };
    assert!(pages >= 3 && more > pages, "{pages} and {more}");
    for (bytes, pages) in [(small, pages), (large, more)] {
        let Some(text) = text_of(&bytes) else { return };
        let sheets: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert_eq!(sheets.len(), pages);
        for (at, sheet) in sheets.iter().enumerate() {
            assert!(sheet.contains(&format!("blz. {} van {pages}", at + 1)), "{sheet}");
            assert!(sheet.contains("VT-2026-0042"));
        }
    }
}

#[test]
fn a_draft_says_so_on_every_page_and_an_adopted_plan_does_not() {
    for (lang, word) in [(Lang::Nl, "CONCEPT"), (Lang::En, "DRAFT")] {
        let draft = paper(&stage::family(), lang);
        let bytes = pdf::write(&draft, false).unwrap();
        assert!(text::write(&draft).contains(word) && html::write(&draft, false).contains(word));
        let Some(text) = text_of(&bytes) else { return };
        assert!(text.trim_end_matches('\u{c}').split('\u{c}').all(|sheet| sheet.contains(word)));
        let adopted = pdf::write(&paper(&stage::safety(), lang), false).unwrap();
        assert!(!text_of(&adopted).unwrap().contains(word));
    }
}

#[test]
fn the_same_paper_is_the_same_bytes_and_the_file_names_nobody() {
    let paper = paper(&stage::safety(), Lang::Nl);
    let bytes = pdf::write(&paper, false).unwrap();
    assert_eq!(bytes, pdf::write(&paper, false).unwrap());
    let other = Paper { day: stage::day(2027, 1, 1), ..paper };
    assert_ne!(bytes, pdf::write(&other, false).unwrap());
    let Some(info) = said("pdfinfo", &[], &bytes) else { return };
    assert!(info.contains("Veiligheidsplan") && info.contains("Tagged:          yes"));
    assert!(!info.contains("Zoë") && !info.contains("Nováková"), "{info}");
    let fonts = said("pdffonts", &[], &bytes).unwrap();
    for line in fonts.lines().skip(2) {
        assert!(line.contains("DejaVuSans") && line.contains("yes yes yes"), "{line}");
    }
}

#[test]
fn what_the_fonts_lack_is_shown_and_explained() {
    let blocks = vec![Block::Paragraph(Words::new("voor 🏠 en مرحبا na"))];
    let bytes = pdf::write(&with_blocks(blocks), false).unwrap();
    let Some(text) = text_of(&bytes) else { return };
    assert!(
        text.contains("voor \u{FFFD} en \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} na"),
        "{text}"
    );
    assert!(text.contains("stond een teken dat niet op dit papier past"));
    let plain = text_of(&pdf::write(&with_blocks(Vec::new()), false).unwrap()).unwrap();
    assert!(!plain.contains("een teken"));
}

/// Every text of a plan is this text.
fn everywhere(text: &str) -> Reading {
    let mut reading = stage::safety();
    let text = text.to_owned();
    reading.parts.insert(
        PlanSection::Agreements,
        vec![PlanPart::Agreement {
            what: text.clone(),
            who: text.clone(),
            when: text.clone(),
            checked_by: text.clone(),
        }],
    );
    reading.parts.insert(
        PlanSection::Alarm,
        vec![PlanPart::AlarmStep {
            sign: text.clone(),
            caller: text.clone(),
            called: text.clone(),
            number: text.clone(),
        }],
    );
    reading.own_words.insert(PlanSection::Dangers, text.clone());
    reading.from.clone_from(&text);
    reading.number.clone_from(&text);
    reading.children[0].1.clone_from(&text);
    reading.signatures[0].name.clone_from(&text);
    reading.signatures[1].signing.refused = text;
    reading
}

#[test]
fn nothing_typed_or_pasted_stops_a_paper() {
    let long = "een regel van tienduizend\n".repeat(10_000);
    let unbroken = "x".repeat(4_000);
    let odd = [
        "\u{202e}שלום עולם\u{2066}",
        "👨‍👩‍👧‍👦🏳️‍🌈",
        "\0\u{1b}[31m\u{7}\r\n\t\u{9b}",
        "e\u{301}\u{301}\u{301}",
        "",
        " ",
        "\n\n\n",
        "\u{feff}\u{200b}",
        "{page} {pages} { $count }",
        &unbroken,
    ];
    for text in odd {
        let paper = paper(&everywhere(text), Lang::Nl);
        let written = text::write(&paper) + &html::write(&paper, true);
        assert!(written.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        assert!(!written.contains('\u{202e}'));
        assert!(text::write(&paper).lines().all(|line| line.chars().count() <= text::COLUMNS + 40));
        pdf::write(&paper, true).unwrap();
    }
    let paper = paper(&everywhere(&long), Lang::Nl);
    assert!(text::write(&paper).matches("tienduizend").count() >= 70_000);
    // One such text is enough for the slower writer: two hundred pages.
    let bytes = pdf::write(&with_blocks(vec![Block::Paragraph(Words::new(&long))]), false).unwrap();
    let Some(pages) = pages_of(&bytes) else { return };
    assert!(pages > 150, "{pages}");
}

#[test]
fn a_line_of_text_is_never_wider_than_it_may_be() {
    for lang in Lang::ALL {
        for reading in [stage::safety(), stage::family(), everywhere(&"breed ".repeat(900))] {
            let written = text::write(&paper(&reading, lang));
            let widest = written.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(text::COLUMNS), "{widest:?}");
        }
    }
}

#[test]
fn html_escapes_everything_and_fetches_nothing() {
    let nasty = "<script>alert(1)</script><img src=x onerror='y'>\"&amp;\n</style></title>";
    let paper = paper(&everywhere(nasty), Lang::En);
    let page = html::write(&paper, false);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && page.contains("&amp;amp;"));
    for never in
        ["<script", "<img", "onerror='", "http:", "https:", "//", "url(", "<link", "@import"]
    {
        assert!(!page.contains(never), "{never}");
    }
    assert_eq!(page.matches("<style>").count(), 1);
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
    let opened: Vec<&str> = page.split('<').skip(1).collect();
    for name in ["section", "table", "p", "h1", "h2", "h3", "dl", "dd", "ul", "ol", "li", "div"] {
        let named = |tag: &&&str| tag.split([' ', '>']).next() == Some(name);
        let closed = format!("/{name}");
        let ends = |tag: &&&str| tag.split('>').next() == Some(closed.as_str());
        let (open, close) =
            (opened.iter().filter(named).count(), opened.iter().filter(ends).count());
        assert_eq!(open, close, "{name}");
    }
}
