//! The safety plan and the family plan on paper: the family's own words first in every section,
//! then why, what, how, who, and what to do when it goes wrong.
//!
//! A paper is built out of a [`Reading`]: the list of everything family and network may read. The
//! case itself does not come here. Deliberately absent: who reported, shielded addresses, notes,
//! links to assessments, and every judgement that is not part of the plan.

mod build;
mod closing;
mod reading;
mod sections;

pub use build::{Asked, PlanFault, Wanted, reading};
pub use reading::{ChangeLine, ChangeSort, Edition, Reading, Signed};

use super::model::{Block, Paper, Tone, Words};
use crate::domain::safety_plan::{PlanKind, PlanPart, PlanSection};
use crate::domain::time::Day;
use crate::text::{Arg, Key, Text, dates};

/// The number to call in an emergency, in the whole European Union.
pub(super) const EMERGENCY_NUMBER: &str = "112";

/// The plan as a paper, printed on `day`.
#[must_use]
pub fn paper(reading: &Reading, day: Day, text: &Text) -> Paper {
    let mut page = Page { reading, day, text, blocks: Vec::new() };
    page.whole();
    let blocks = page.blocks;
    let title = text.get(title(reading.kind));
    let edition = match reading.edition {
        Edition::Working => text.get(Key::PaperWorkingCopy).to_owned(),
        Edition::Version { number, on: _ } => {
            text.with(Key::PaperVersion, &[("number", Arg::from(u32::from(number)))])
        }
    };
    let printed = dates::numeric_day(day);
    let foot = [title, reading.number.as_str(), &edition, &printed];
    let foot: Vec<&str> = foot.into_iter().filter(|part| !part.is_empty()).collect();
    Paper {
        lang: text.lang(),
        day,
        from: Words::new(&reading.from),
        title: Words::new(title),
        draft: reading.is_draft().then(|| Words::new(text.get(Key::PaperDraft))),
        foot: Words::new(&foot.join(" · ")),
        page_words: page_words(text),
        lacking_words: Words::new(text.get(Key::PaperLacking)),
        blocks,
    }
}

/// `blz. {page} van {pages}` with the names the writer fills in.
pub(super) fn page_words(text: &Text) -> String {
    let args = [("page", Arg::from("{page}")), ("pages", Arg::from("{pages}"))];
    text.with(Key::PaperPageOf, &args)
}

const fn title(kind: PlanKind) -> Key {
    match kind {
        PlanKind::Safety => Key::PaperSafetyPlan,
        PlanKind::Family => Key::PaperFamilyPlan,
    }
}

fn edition_words(reading: &Reading, text: &Text) -> String {
    match reading.edition {
        Edition::Working => text.get(Key::PaperWorkingCopy).to_owned(),
        Edition::Version { number, on } => {
            let on = dates::long_day(on, text);
            let args = [("number", Arg::from(u32::from(number))), ("day", Arg::from(&on))];
            text.with(Key::PaperVersionOf, &args)
        }
    }
}

/// A paper being built.
pub(super) struct Page<'a> {
    reading: &'a Reading,
    day: Day,
    text: &'a Text,
    blocks: Vec<Block>,
}

impl Page<'_> {
    fn whole(&mut self) {
        self.opening();
        match self.reading.kind {
            PlanKind::Safety => self.safety(),
            PlanKind::Family => self.family(),
        }
    }

    fn safety(&mut self) {
        self.dangers();
        self.bottom_lines();
        self.agreements();
        self.interventions();
        self.network();
        self.alarm();
        self.rules();
        self.goals();
        self.dissents();
        self.closing();
        self.child_versions();
    }

    fn family(&mut self) {
        self.situation();
        self.goals();
        self.dangers();
        self.bottom_lines();
        self.agreements();
        self.interventions();
        self.network();
        self.alarm();
        self.rules();
        self.dissents();
        self.closing();
        self.child_versions();
        if let Some(embedded) = &self.reading.embedded {
            let inner = paper(embedded, self.day, self.text);
            self.blocks.push(Block::PageBreak);
            self.blocks.push(Block::Big(inner.title));
            self.blocks.extend(inner.draft.map(Block::Strong));
            self.blocks.extend(inner.blocks);
        }
    }

    /// For whom, since when, until when; and what to do right now when it is not safe.
    fn opening(&mut self) {
        let children: Vec<&str> =
            self.reading.children.iter().map(|(_, name)| name.as_str()).collect();
        if !children.is_empty() {
            let names = Words::new(&children.join(", "));
            let args = [("names", Arg::from(names.as_str()))];
            self.push(Block::Big(self.text.with(Key::PaperFor, &args).into()));
        }
        let mut rows = Vec::new();
        self.row(&mut rows, Key::PaperEdition, &edition_words(self.reading, self.text));
        if let Some(start) = self.reading.start {
            self.row(&mut rows, Key::PaperStart, &dates::long_day(start, self.text));
        }
        self.row(&mut rows, Key::PaperReview, &self.review_words());
        self.row(&mut rows, Key::PaperOwner, &self.reading.owner);
        self.row(&mut rows, Key::PaperMadeWith, &self.made_with_words());
        self.row(&mut rows, Key::PaperNumber, &self.reading.number);
        self.push(Block::Rows(rows));
        self.push(Block::Gap);
        let args = [("number", Arg::from(EMERGENCY_NUMBER))];
        let mut inside = vec![Block::Big(self.text.with(Key::PaperCallNow, &args).into())];
        inside.extend(written(&self.reading.emergency).map(Block::Strong));
        let title = self.said(Key::PaperEmergency);
        self.push(Block::Card { tone: Tone::Alarm, title, inside });
    }

    fn review_words(&self) -> String {
        let Some(review) = &self.reading.review else { return String::new() };
        let day = dates::long_day(review.day, self.text);
        let who = Words::new(&review.who);
        if who.is_blank() {
            return day;
        }
        let args = [("day", Arg::from(&day)), ("who", Arg::from(who.as_str()))];
        self.text.with(Key::PaperReviewBy, &args)
    }

    fn made_with_words(&self) -> String {
        use crate::domain::person::Answer;
        let Some(made) = &self.reading.made_with else { return String::new() };
        let said = |answer| match answer {
            Answer::Yes => self.text.get(Key::Yes),
            Answer::No => self.text.get(Key::No),
            Answer::Unknown => self.text.get(Key::Unknown),
        };
        let with = |key: Key, answer| format!("{}: {}", self.text.get(key), said(answer));
        let both =
            [with(Key::PaperParents, made.parents), with(Key::PaperTheNetwork, made.network)];
        let both = both.join(" · ");
        if made.why_not.trim().is_empty() { both } else { format!("{both}\n{}", made.why_not) }
    }

    fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    fn said(&self, key: Key) -> Words {
        Words::new(self.text.get(key))
    }

    /// A row, when there is something to say.
    fn row(&self, rows: &mut Vec<(Words, Words)>, label: Key, value: &str) {
        rows.extend(written(value).map(|value| (self.said(label), value)));
    }

    fn heading(&mut self, key: Key) {
        let words = self.said(key);
        self.push(Block::Heading(words));
    }

    /// The family's own words about a section.
    fn own_words(&mut self, section: PlanSection) {
        let words = self.reading.own_words.get(&section);
        if let Some(words) = words.and_then(|words| written(words)) {
            let whose = self.said(Key::PaperOwnWords);
            self.push(Block::Quote { whose, words });
        }
    }

    /// The parts of a section, in their order.
    fn parts(&self, section: PlanSection) -> &[PlanPart] {
        self.reading.parts.get(&section).map_or(&[], Vec::as_slice)
    }

    fn has(&self, section: PlanSection) -> bool {
        let words = self.reading.own_words.get(&section);
        !self.parts(section).is_empty() || words.is_some_and(|words| !words.trim().is_empty())
    }

    /// A section that is empty is left out; on a draft of a safety plan what every plan needs is
    /// named as still to be made.
    fn begin(&mut self, section: PlanSection, heading: Key, needed: bool) -> bool {
        let lacking = needed && self.parts(section).is_empty() && self.reading.is_draft();
        let needed_here = lacking && self.reading.kind == PlanKind::Safety;
        if !self.has(section) && !needed_here {
            return false;
        }
        self.heading(heading);
        self.own_words(section);
        if needed_here {
            let words = self.said(Key::PaperStillToMake);
            self.push(Block::Small(words));
        }
        true
    }
}

/// The words, unless there is nothing to read.
pub(super) fn written(raw: &str) -> Option<Words> {
    let words = Words::new(raw);
    (!words.is_blank()).then_some(words)
}
