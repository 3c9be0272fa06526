//! The wording of a letter: lines of text with places to fill in and sentences to choose.
//!
//! ```text
//! # Title                    ## Heading                 - item of a list
//! = label | {place}          ?[flag] only with this flag
//! @rights                    the words about rights, kept in one file for all letters
//! ```
//!
//! Anything else is a paragraph; an empty line ends it. The wording is read first and filled in
//! afterwards, so that nothing filled in can be read as wording. Deliberately absent: conditions on
//! anything but a flag, and any language of its own.

use super::super::model::{Block, Words};
use super::Filling;

/// A place to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Who the letter is to.
    Recipient,
    /// The organisation that writes.
    Organisation,
    /// Who signs it.
    Worker,
    /// The children by name.
    Children,
    /// Day and time of a talk.
    When,
    /// Where it is.
    Where,
    /// How to reach us.
    Contact,
    /// Who reported; filled only when the family may know.
    Reporter,
    /// Who takes over.
    Receiver,
    /// The day of the decision.
    Decided,
    /// The day the report came in.
    Received,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Recipient,
        Self::Organisation,
        Self::Worker,
        Self::Children,
        Self::When,
        Self::Where,
        Self::Contact,
        Self::Reporter,
        Self::Receiver,
        Self::Decided,
        Self::Received,
    ];

    /// The name between braces.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recipient => "recipient",
            Self::Organisation => "organisation",
            Self::Worker => "worker",
            Self::Children => "children",
            Self::When => "when",
            Self::Where => "where",
            Self::Contact => "contact",
            Self::Reporter => "reporter",
            Self::Receiver => "receiver",
            Self::Decided => "decided",
            Self::Received => "received",
        }
    }

    /// Whether an empty place is left to write on; the others are left out with their row.
    const fn is_written_by_hand(self) -> bool {
        matches!(self, Self::When | Self::Where | Self::Contact)
    }
}

/// A sentence to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// The family may know who reported.
    Open,
    /// The family may not know.
    Closed,
    /// We investigate.
    Investigate,
    /// Others, or we, give help.
    FollowUp,
    /// We stop.
    End,
    /// We may not handle it.
    Inadmissible,
    /// To the reporter: steps are taken.
    Steps,
    /// To a professional reporter: which sort of steps.
    StepsProfessional,
    /// To the reporter: none.
    NoSteps,
}

impl Flag {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Open,
        Self::Closed,
        Self::Investigate,
        Self::FollowUp,
        Self::End,
        Self::Inadmissible,
        Self::Steps,
        Self::StepsProfessional,
        Self::NoSteps,
    ];

    /// The name between brackets.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Investigate => "investigate",
            Self::FollowUp => "follow-up",
            Self::End => "end",
            Self::Inadmissible => "inadmissible",
            Self::Steps => "steps",
            Self::StepsProfessional => "steps-professional",
            Self::NoSteps => "no-steps",
        }
    }
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bit {
    /// Words as they stand.
    Plain(String),
    /// A place to fill in.
    Place(Place),
    /// A name between braces that no place has: a mistake in the wording, found by a test.
    Unknown(String),
}

/// A line of the wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading.
    Heading(Vec<Bit>),
    /// An item of a list.
    Item(Vec<Bit>),
    /// Label and value.
    Row(String, Vec<Bit>),
    /// A line of a paragraph.
    Plain(Vec<Bit>),
    /// Ends a paragraph or a list.
    Empty,
    /// Only with this flag; `None` when no flag has the name: found by a test.
    If(Option<Flag>, Vec<Bit>),
}

/// The wording of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The title.
    pub title: String,
    /// The lines.
    pub lines: Vec<Line>,
}

impl Template {
    /// Reads the wording. Never fails: what it does not know stays in it, and a test looks for it.
    #[must_use]
    pub fn read(letter: &str, rights: &str) -> Self {
        let mut template = Self { title: String::new(), lines: Vec::new() };
        for line in letter.lines() {
            if line == "@rights" {
                template.lines.extend(rights.lines().map(read_line));
            } else if let Some(title) = line.strip_prefix("# ") {
                title.clone_into(&mut template.title);
            } else {
                template.lines.push(read_line(line));
            }
        }
        template
    }

    /// The blocks, filled in.
    #[must_use]
    pub fn filled(&self, filling: &Filling) -> Vec<Block> {
        let mut letter = Letter::default();
        for line in &self.lines {
            letter.line(line, filling);
        }
        letter.end();
        letter.blocks
    }
}

fn read_line(line: &str) -> Line {
    if let Some(heading) = line.strip_prefix("## ") {
        return Line::Heading(bits(heading));
    }
    if let Some(item) = line.strip_prefix("- ") {
        return Line::Item(bits(item));
    }
    if let Some((label, value)) = line.strip_prefix("= ").and_then(|row| row.split_once(" | ")) {
        return Line::Row(label.to_owned(), bits(value));
    }
    if let Some((flag, rest)) = line.strip_prefix("?[").and_then(|rest| rest.split_once("] ")) {
        let flag = Flag::ALL.into_iter().find(|known| known.name() == flag);
        return Line::If(flag, bits(rest));
    }
    if line.trim().is_empty() { Line::Empty } else { Line::Plain(bits(line)) }
}

fn bits(line: &str) -> Vec<Bit> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        if !before.is_empty() {
            found.push(Bit::Plain(before.to_owned()));
        }
        let place = Place::ALL.into_iter().find(|place| place.name() == name);
        found.push(place.map_or_else(|| Bit::Unknown(name.to_owned()), Bit::Place));
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Bit::Plain(rest.to_owned()));
    }
    found
}

/// What is written by hand in an empty place.
const DOTS: &str = "…………………………………………";

/// The words of a line; `None` when a place that cannot be written by hand is empty.
fn fill(bits: &[Bit], filling: &Filling) -> Option<String> {
    let mut words = String::new();
    for bit in bits {
        match bit {
            Bit::Plain(plain) => words.push_str(plain),
            Bit::Unknown(_) => return None,
            Bit::Place(place) => {
                let value = filling.places.get(place).map(|value| value.trim());
                match value.filter(|value| !value.is_empty()) {
                    Some(value) => words.push_str(value),
                    None if place.is_written_by_hand() => words.push_str(DOTS),
                    None => return None,
                }
            }
        }
    }
    Some(words)
}

#[derive(Default)]
struct Letter {
    blocks: Vec<Block>,
    paragraph: Vec<String>,
    items: Vec<Words>,
    rows: Vec<(Words, Words)>,
}

impl Letter {
    fn line(&mut self, line: &Line, filling: &Filling) {
        match line {
            Line::Plain(bits) => {
                self.end_lists();
                self.paragraph.extend(fill(bits, filling));
            }
            Line::If(flag, bits) => {
                self.end();
                let chosen = flag.is_some_and(|flag| filling.flags.contains(&flag));
                self.paragraph.extend(fill(bits, filling).filter(|_| chosen));
                self.end();
            }
            Line::Item(bits) => {
                self.end_paragraph();
                self.items.extend(fill(bits, filling).map(Words::from));
            }
            Line::Row(label, bits) => {
                self.end_paragraph();
                let value = fill(bits, filling);
                self.rows.extend(value.map(|value| (Words::new(label), Words::from(value))));
            }
            Line::Heading(bits) => {
                self.end();
                let words = fill(bits, filling).map(Words::from);
                self.blocks.extend(words.map(Block::Subheading));
            }
            Line::Empty => self.end(),
        }
    }

    fn end(&mut self) {
        self.end_paragraph();
        self.end_lists();
    }

    fn end_paragraph(&mut self) {
        let lines = std::mem::take(&mut self.paragraph);
        if !lines.is_empty() {
            self.blocks.push(Block::Paragraph(Words::new(&lines.join("\n"))));
        }
    }

    fn end_lists(&mut self) {
        let items = std::mem::take(&mut self.items);
        if !items.is_empty() {
            self.blocks.push(Block::Bullets(items));
        }
        let rows = std::mem::take(&mut self.rows);
        if !rows.is_empty() {
            self.blocks.push(Block::Rows(rows));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::LetterKind;
    use super::*;
    use crate::text::Lang;
    use std::collections::BTreeSet;

    fn lines_of(template: &Template) -> impl Iterator<Item = &Vec<Bit>> {
        template.lines.iter().filter_map(|line| match line {
            Line::Heading(bits) | Line::Item(bits) | Line::Row(_, bits) | Line::Plain(bits) => {
                Some(bits)
            }
            Line::If(_, bits) => Some(bits),
            Line::Empty => None,
        })
    }

    #[test]
    fn every_letter_uses_only_the_places_and_sentences_it_may() {
        for kind in LetterKind::ALL {
            for lang in Lang::ALL {
                let template = kind.template(lang);
                assert!(!template.title.is_empty());
                let mut places = BTreeSet::new();
                for bit in lines_of(&template).flatten() {
                    match bit {
                        Bit::Place(place) => drop(places.insert(*place)),
                        Bit::Plain(words) => assert!(!words.contains(['{', '}', '@']), "{words}"),
                        Bit::Unknown(name) => assert_eq!(name, "", "{kind:?} {lang:?}"),
                    }
                }
                let may: BTreeSet<Place> = kind.places().iter().copied().collect();
                assert_eq!(places, may, "{kind:?} {lang:?}");
                let flags: BTreeSet<Option<Flag>> = template
                    .lines
                    .iter()
                    .filter_map(
                        |line| if let Line::If(flag, _) = line { Some(*flag) } else { None },
                    )
                    .collect();
                let may: BTreeSet<Option<Flag>> = kind.flags().iter().copied().map(Some).collect();
                assert_eq!(flags, may, "{kind:?} {lang:?}");
            }
        }
    }

    #[test]
    fn who_reported_has_a_place_only_in_the_sentence_for_who_agreed() {
        for kind in LetterKind::ALL {
            for lang in Lang::ALL {
                for line in &kind.template(lang).lines {
                    let (open, bits) = match line {
                        Line::If(flag, bits) => (*flag == Some(Flag::Open), bits),
                        Line::Heading(bits)
                        | Line::Item(bits)
                        | Line::Row(_, bits)
                        | Line::Plain(bits) => (false, bits),
                        Line::Empty => continue,
                    };
                    assert!(open || !bits.contains(&Bit::Place(Place::Reporter)), "{line:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_filled_in_is_never_read_as_wording() {
        let template = Template::read("# T\nBeste {recipient},\n?[open] door {reporter}", "");
        let mut filling = Filling::default();
        filling.places.insert(Place::Recipient, "{reporter}\n## kop\n@rights".into());
        filling.places.insert(Place::Reporter, "VERKLAPT".into());
        let blocks = template.filled(&filling);
        assert_eq!(blocks.len(), 1, "one paragraph: {blocks:?}");
        assert!(!format!("{blocks:?}").contains("VERKLAPT"));
    }
}
