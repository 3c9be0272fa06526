//! Letters: the invitation to parents, the outcome to parents, the outcome to the reporter.
//!
//! The wording stands in `assets/letters`, one file a letter and language. A letter is filled in
//! from [`Filling`]: a closed list of places, each with what may stand there. Deliberately absent:
//! reasons of a decision, notes, and addresses other than the recipient's own that is not shielded.

mod build;
mod template;

pub use build::{Details, LetterFault, Recipient, letter};
pub use template::{Flag, Place, Template};

use super::model::{Block, Paper, Words};
use super::plan::page_words;
use crate::domain::time::Day;
use crate::text::{Arg, Key, Lang, Text, dates};
use std::collections::{BTreeMap, BTreeSet};

/// The wording of a letter, by the name of its file.
macro_rules! wording {
    ($name:literal) => {
        include_str!(concat!("../../../../assets/letters/", $name, ".txt"))
    };
}

/// Which letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterKind {
    /// To parents, before the first talk.
    Invitation,
    /// To parents: what was decided.
    OutcomeParents,
    /// To who reported: that something was done with it, and no more than the law allows
    /// (Wmo 2015 art. 4.1.1(2); Uitvoeringsbesluit Wmo 2015 art. 4.1.8).
    OutcomeReporter,
}

impl LetterKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Invitation, Self::OutcomeParents, Self::OutcomeReporter];

    /// The name on the command line and of the file of its wording.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::OutcomeParents => "outcome-parents",
            Self::OutcomeReporter => "outcome-reporter",
        }
    }

    /// What may be filled in on it. Who reported has a place on letters to parents, which is filled
    /// only when that person agreed.
    #[must_use]
    pub const fn places(self) -> &'static [Place] {
        match self {
            Self::Invitation => &[
                Place::Recipient,
                Place::Organisation,
                Place::Worker,
                Place::Children,
                Place::When,
                Place::Where,
                Place::Contact,
                Place::Reporter,
            ],
            Self::OutcomeParents => &[
                Place::Recipient,
                Place::Organisation,
                Place::Worker,
                Place::Children,
                Place::Decided,
                Place::Contact,
                Place::Receiver,
                Place::Reporter,
            ],
            Self::OutcomeReporter => &[
                Place::Recipient,
                Place::Organisation,
                Place::Worker,
                Place::Received,
                Place::Contact,
            ],
        }
    }

    /// Which sentences may be chosen on it.
    #[must_use]
    pub const fn flags(self) -> &'static [Flag] {
        match self {
            Self::Invitation => &[Flag::Open, Flag::Closed],
            Self::OutcomeParents => &[
                Flag::Open,
                Flag::Closed,
                Flag::Investigate,
                Flag::FollowUp,
                Flag::End,
                Flag::Inadmissible,
            ],
            Self::OutcomeReporter => &[Flag::Steps, Flag::StepsProfessional, Flag::NoSteps],
        }
    }

    /// Its wording.
    #[must_use]
    pub fn template(self, lang: Lang) -> Template {
        let (letter, rights) = match (self, lang) {
            (Self::Invitation, Lang::Nl) => (wording!("invitation.nl"), wording!("rights.nl")),
            (Self::Invitation, Lang::En) => (wording!("invitation.en"), wording!("rights.en")),
            (Self::OutcomeParents, Lang::Nl) => {
                (wording!("outcome-parents.nl"), wording!("rights.nl"))
            }
            (Self::OutcomeParents, Lang::En) => {
                (wording!("outcome-parents.en"), wording!("rights.en"))
            }
            (Self::OutcomeReporter, Lang::Nl) => (wording!("outcome-reporter.nl"), ""),
            (Self::OutcomeReporter, Lang::En) => (wording!("outcome-reporter.en"), ""),
        };
        Template::read(letter, rights)
    }
}

/// What is filled in on a letter, and nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filling {
    /// The organisation that writes.
    pub from: String,
    /// The number of the case.
    pub number: String,
    /// Name and address of the recipient, as on the envelope.
    pub envelope: Vec<String>,
    /// What stands in the places; a place that is lacking is left to write on, or left out.
    pub places: BTreeMap<Place, String>,
    /// Which sentences are chosen.
    pub flags: BTreeSet<Flag>,
}

/// The letter as a paper, of this day.
#[must_use]
pub fn paper(kind: LetterKind, filling: &Filling, day: Day, text: &Text) -> Paper {
    let template = kind.template(text.lang());
    let mut blocks = Vec::new();
    let envelope = Words::new(&filling.envelope.join("\n"));
    if !envelope.is_blank() {
        blocks.push(Block::Paragraph(envelope));
    }
    let label = |key: Key| Words::new(text.get(key));
    let day_words = dates::long_day(day, text);
    let mut rows = vec![(label(Key::PaperHeadDay), Words::new(&day_words))];
    if !filling.number.is_empty() {
        rows.push((label(Key::PaperNumber), Words::new(&filling.number)));
    }
    blocks.push(Block::Rows(rows));
    blocks.push(Block::Gap);
    blocks.extend(template.filled(filling));
    Paper {
        lang: text.lang(),
        day,
        from: Words::new(&filling.from),
        title: Words::new(&template.title),
        draft: None,
        foot: Words::new(&text.with(Key::PaperLetterFoot, &[("day", Arg::from(&day_words))])),
        page_words: page_words(text),
        lacking_words: Words::new(text.get(Key::PaperLacking)),
        blocks,
    }
}
