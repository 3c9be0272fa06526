//! A report as read from any kind of file, before anything is known about earlier cases.
//!
//! Persons are named by their place in [`Incoming::persons`]: ids are given when a plan is made.
//! Deliberately absent: what is known already (`intake`), and how the file looked (`corv`,
//! `json_report`).

use crate::domain::person::{Address, PersonAspects, Relation};
use crate::domain::report::{
    Channel, Flag, Informed, ReportAspects, ReporterIdentity, SourceMessage,
};
use crate::domain::time::Moment;
use std::collections::BTreeSet;

/// The most one text of a report holds, in bytes (source: the rule for every field).
pub const TEXT_BYTES_MAX: usize = 64 * 1024;

/// A person as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncomingPerson {
    /// What is told.
    pub aspects: PersonAspects,
    /// A reporter or informant: kept under the report's own key.
    pub protected: bool,
    /// A shielded registered address: a fact and a key of its own.
    pub shielded_formal: Option<Address>,
    /// A shielded actual address.
    pub shielded_actual: Option<Address>,
}

/// A relation as read, between two persons of the same message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomingRelation {
    /// Place of the person who stands in the relation.
    pub from: usize,
    /// Place of the other.
    pub to: usize,
    /// What it is; its `from` and `to` are filled in when ids are known.
    pub what: Relation,
}

/// Somebody who was told about the report; the place of the person when recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomingInformed {
    /// Place in [`Incoming::persons`].
    pub person: Option<usize>,
    /// The rest; its `person` is filled in when ids are known.
    pub told: Informed,
}

/// A report as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// By which road.
    pub channel: Channel,
    /// The message, when it was one.
    pub message: Option<SourceMessage>,
    /// The moment of receipt the file tells; `None`: the moment of arrival.
    pub received_at: Option<Moment>,
    /// What was told. `informing.persons` is empty here: see [`Incoming::informed`].
    pub aspects: ReportAspects,
    /// Who was told about the report.
    pub informed: Vec<IncomingInformed>,
    /// Who reported.
    pub reporter: ReporterIdentity,
    /// The persons, in the order of the file.
    pub persons: Vec<IncomingPerson>,
    /// Relations between them.
    pub relations: Vec<IncomingRelation>,
    /// What needs an eye.
    pub flags: BTreeSet<Flag>,
    /// The file as it came.
    pub original: Vec<u8>,
}

/// What the reading of one file gathers beside the values: flags, and how much text was taken.
#[derive(Debug, Default)]
pub struct Gathering {
    /// What needs an eye.
    pub flags: BTreeSet<Flag>,
}

impl Gathering {
    /// A text as it may be stored: whole, unless longer than a field holds; then cut at a character
    /// and flagged (the whole text stays in the kept original).
    pub fn text(&mut self, text: &str) -> String {
        if text.chars().any(hidden) {
            self.flags.insert(Flag::HiddenCharacters);
        }
        self.within(text, TEXT_BYTES_MAX)
    }

    /// The same with a limit of its own.
    pub fn within(&mut self, text: &str, most: usize) -> String {
        if text.len() <= most {
            return text.to_owned();
        }
        self.flags.insert(Flag::TextShortened);
        text.get(..text.floor_char_boundary(most)).unwrap_or_default().to_owned()
    }
}

/// Whether a character would be invisible, or would change how its neighbours look: controls but
/// tab and line ends, bidi controls, zero-width characters, line separators, tags.
#[must_use]
pub const fn hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_at_a_character_and_flagged() {
        let mut gathering = Gathering::default();
        let long = "é".repeat(TEXT_BYTES_MAX);
        let kept = gathering.text(&long);
        assert_eq!(kept.len(), TEXT_BYTES_MAX);
        assert!(gathering.flags.contains(&Flag::TextShortened));
    }

    #[test]
    fn hidden_characters_are_seen_and_kept() {
        for text in ["a\u{202e}b", "a\u{1b}[31m", "a\u{200b}b", "a\u{9b}b"] {
            let mut gathering = Gathering::default();
            assert_eq!(gathering.text(text), text);
            assert!(gathering.flags.contains(&Flag::HiddenCharacters), "{text:?}");
        }
        let mut gathering = Gathering::default();
        gathering.text("Łąkowska\n\t– 'in 't Veld'");
        assert!(gathering.flags.is_empty());
    }
}
