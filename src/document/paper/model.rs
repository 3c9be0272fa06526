//! The small model of a paper: a title, blocks, a foot line. Nothing about points or pixels.
//!
//! All text is [`Words`]: cleaned once, so that no writer can print a raw character. Deliberately
//! absent: pictures, links and anything that could be fetched from elsewhere.

use crate::domain::time::Day;
use crate::text::{Lang, SafeText};

/// Bytes of a line that are cleaned in one go. A longer line is cleaned in pieces: a screen may cut
/// a field, a paper may not lose a word of it.
const PIECE_BYTES_MAX: usize = 16 * 1024;

/// Text fit for paper: composed, with every hidden or control character as a visible sign. The only
/// control character left is `\n`, between lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(String);

impl Words {
    /// Cleans text from anywhere. Nothing is dropped but white space at the very end.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        let raw = raw.trim_end();
        let mut clean = String::with_capacity(raw.len());
        for (at, line) in raw.split('\n').enumerate() {
            if at > 0 {
                clean.push('\n');
            }
            let mut rest = line.strip_suffix('\r').unwrap_or(line);
            while !rest.is_empty() {
                let (piece, after) = rest.split_at(piece_end(rest));
                clean.push_str(SafeText::new(piece).as_str());
                rest = after;
            }
        }
        Self(clean)
    }

    /// The text, lines with `\n` between them.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The lines; at least one.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.split('\n')
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

/// Where a piece of a line ends: after a space if there is one, else between characters.
fn piece_end(line: &str) -> usize {
    if line.len() <= PIECE_BYTES_MAX {
        return line.len();
    }
    let mut end = PIECE_BYTES_MAX;
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    line.get(..end).and_then(|piece| piece.rfind(' ')).map_or(end, |space| space + 1)
}

impl From<&str> for Words {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

impl From<String> for Words {
    fn from(raw: String) -> Self {
        Self::new(&raw)
    }
}

impl From<&String> for Words {
    fn from(raw: &String) -> Self {
        Self::new(raw)
    }
}

/// A whole paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The language its fixed words are in.
    pub lang: Lang,
    /// The day it is printed.
    pub day: Day,
    /// Small, above the title: who made it.
    pub from: Words,
    /// The title.
    pub title: Words,
    /// Printed at the head of every page when the paper is not final ("CONCEPT …").
    pub draft: Option<Words>,
    /// At the foot of every page, before the page number.
    pub foot: Words,
    /// `blz. {page} van {pages}`: both names are filled in by the writer.
    pub page_words: String,
    /// Printed at the end when the letters of the PDF lacked a sign.
    pub lacking_words: Words,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// How loud a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A card among others.
    Calm,
    /// What must be found at once: the alarm route.
    Alarm,
}

/// One thing on a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of a section.
    Heading(Words),
    /// A heading inside a section.
    Subheading(Words),
    /// A paragraph.
    Paragraph(Words),
    /// A paragraph that stands out.
    Strong(Words),
    /// Very large: a telephone number, a call to act.
    Big(Words),
    /// An aside in small letters.
    Small(Words),
    /// Somebody's own words, under the line that says whose.
    Quote {
        /// Whose words.
        whose: Words,
        /// The words.
        words: Words,
    },
    /// A list.
    Bullets(Vec<Words>),
    /// Label and value, one pair a line.
    Rows(Vec<(Words, Words)>),
    /// A table with a head that is repeated on each page.
    Table(Table),
    /// A scale of nought to ten with where it is and where it should come.
    Scale(Scale),
    /// A frame around blocks that belong together.
    Card {
        /// How loud.
        tone: Tone,
        /// Its title; may be blank.
        title: Words,
        /// What stands in it. Cards do not stand in cards.
        inside: Vec<Self>,
    },
    /// Lines to sign on.
    Signatures {
        /// Over the columns: name, date, signature.
        heads: [Words; 3],
        /// Who signs.
        lines: Vec<Signature>,
    },
    /// White space.
    Gap,
    /// What follows begins on a page of its own.
    PageBreak,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// How the width is divided, in parts; as many as there are columns.
    pub parts: Vec<u16>,
    /// The heads of the columns.
    pub heads: Vec<Words>,
    /// The rows; each with as many cells as there are heads.
    pub rows: Vec<Vec<Words>>,
}

/// A point on a scale of nought to ten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// How safe it is now.
    pub now: Option<u8>,
    /// How safe it should become.
    pub wanted: Option<u8>,
    /// The words for now.
    pub now_words: Words,
    /// The words for wanted.
    pub wanted_words: Words,
}

/// One line of signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who.
    pub name: Words,
    /// As what: "mother", "grandfather (network)". May be blank.
    pub role: Words,
    /// The day it was signed; blank leaves a line to write on.
    pub day: Words,
    /// What stands instead of a signature: why it was not signed. Blank leaves a line.
    pub instead: Words,
}

impl Scale {
    /// What the two marks mean, in one line: "Nu: 3 · Nodig: 7".
    #[must_use]
    pub fn told(&self) -> Words {
        let now = self.now.map(|now| format!("{}: {now}", self.now_words.as_str()));
        let wanted = self.wanted.map(|to| format!("{}: {to}", self.wanted_words.as_str()));
        Words::new(&now.into_iter().chain(wanted).collect::<Vec<_>>().join("  ·  "))
    }
}

impl Signature {
    /// Name and role, with `between` between them.
    #[must_use]
    pub fn who(&self, between: &str) -> Words {
        let parts = [&self.name, &self.role].into_iter().filter(|part| !part.is_blank());
        Words::new(&parts.map(Words::as_str).collect::<Vec<_>>().join(between))
    }

    /// What stands in the column of the signature: a mark when it was signed, or what stands
    /// instead; blank when there is still a line to sign on.
    #[must_use]
    pub fn mark(&self) -> Words {
        match (self.instead.is_blank(), self.day.is_blank()) {
            (false, _) => self.instead.clone(),
            (true, false) => Words::new("✓"),
            (true, true) => Words::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_and_no_override_is_left() {
        let words = Words::new("a\u{1b}[31mb\u{202e}c\r\nd\te\0");
        assert_eq!(words.lines().count(), 2);
        assert!(words.as_str().chars().all(|c| c == '\n' || !c.is_control()));
        assert!(!words.as_str().contains('\u{202e}'), "shown as a sign");
        assert!(words.as_str().contains("⟦U+202E⟧"));
    }

    #[test]
    fn a_line_longer_than_a_screen_field_is_not_cut() {
        let long = "woord ".repeat(40_000);
        let words = Words::new(&long);
        assert_eq!(words.as_str().matches("woord").count(), 40_000);
        let unbroken = "ë".repeat(100_000);
        assert_eq!(Words::new(&unbroken).as_str(), unbroken);
    }
}
