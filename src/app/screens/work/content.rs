//! What a tab of the work page consists of: some lines on top, and rows that can be selected.
//!
//! A row is plain data, made anew whenever the case is read; its key tells which row it was, so
//! that the selection stays where it is. Deliberately absent: wrapping ([`super::layout`]), keys.

use super::sign::Waiting;
use super::{duties, plan, risk, triage};
use crate::app::message::{Opened, StaffChoice};
use crate::app::page::Tone;
use crate::domain::case::Case;
use crate::domain::id::StaffId;
use crate::domain::queue::{Entry, Row as QueueRow};
use crate::domain::slot::Stamp;
use crate::domain::time::Moment;
use crate::text::{Arg, Key as Words, SafeText, Text, dates};

/// A part of the work on a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tab {
    /// What is looked at, and decided, first.
    #[default]
    Triage,
    /// Risk assessments (NL: risicotaxatie).
    Risk,
    /// The safety plan and the family plan.
    Plan,
    /// What must be done by when.
    Duties,
}

impl Tab {
    /// Every tab, in the order of the key.
    pub const ALL: [Self; 4] = [Self::Triage, Self::Risk, Self::Plan, Self::Duties];

    /// Its place among them.
    #[must_use]
    pub const fn place(self) -> usize {
        match self {
            Self::Triage => 0,
            Self::Risk => 1,
            Self::Plan => 2,
            Self::Duties => 3,
        }
    }

    /// Its name on the screen.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Triage => Words::TabTriage,
            Self::Risk => Words::TabRisk,
            Self::Plan => Words::TabPlan,
            Self::Duties => Words::TabDuties,
        }
    }

    /// The tab `steps` further, around.
    #[must_use]
    pub fn step(self, steps: isize) -> Self {
        let at = self.place().cast_signed().saturating_add(steps);
        let next = at.rem_euclid(Self::ALL.len().cast_signed()).cast_unsigned();
        Self::ALL.get(next).copied().unwrap_or_default()
    }
}

/// How a row stands. A sign and a word first, a colour second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Done.
    Done,
    /// Still to be done.
    Open,
    /// Needs an eye.
    Warning,
    /// Late, or dangerous.
    Danger,
    /// Colleagues contradict each other.
    Dispute,
    /// Neither done nor open: something to read or to begin.
    Plain,
}

/// Which row it is, the same before and after the case was read anew.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKey {
    /// Of the triage.
    Triage(triage::Line),
    /// Of the assessments.
    Risk(risk::Line),
    /// Of the plans.
    Plan(plan::Line),
    /// Of the duties.
    Duties(duties::Line),
}

/// What Enter does on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Nothing: the row is there to be read.
    Nothing,
    /// The suggested links are decided.
    Links,
    /// Acute unsafety is declared, followed up or ended.
    Acute,
    /// A second person signs.
    Sign(Waiting),
    /// To a row of another tab.
    Go(RowKey),
}

/// A row that can be selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub key: RowKey,
    /// How it stands.
    pub sign: Sign,
    /// Whether it belongs to the row above it that does not.
    pub indent: bool,
    /// What it is.
    pub label: String,
    /// How it stands, in words; wrapped, and cut in the list when it is long.
    pub summary: String,
    /// The rest: everything known, then rule, source and help. Shown whole beside the list.
    pub detail: Vec<(Tone, String)>,
    /// What Enter does.
    pub action: Action,
}

/// A tab, filled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// Above the list, always in sight: what is missing at a glance.
    pub head: Vec<(Tone, String)>,
    /// The rows, in order.
    pub rows: Vec<Row>,
}

/// From what a tab is made.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The case, as read.
    pub case: &'a Case,
    /// Who sits here, colleagues, and the rules for counting days.
    pub opened: &'a Opened,
    /// The queue: the numbers of other cases.
    pub queue: &'a [Entry],
    /// Now.
    pub now: Moment,
    /// The wording.
    pub words: &'a Text,
}

impl Scene<'_> {
    /// Our own words.
    #[must_use]
    pub fn say(&self, key: Words) -> String {
        self.words.get(key).to_owned()
    }

    /// Our own words with values, which are made safe here.
    #[must_use]
    pub fn say_with(&self, key: Words, values: &[(&str, &str)]) -> String {
        let safe: Vec<(&str, SafeText)> =
            values.iter().map(|(name, value)| (*name, SafeText::new(value))).collect();
        let args: Vec<(&str, Arg<'_>)> = safe.iter().map(|(n, v)| (*n, v.into())).collect();
        self.words.with(key, &args)
    }

    /// The name of a colleague, or words for somebody unknown here.
    #[must_use]
    pub fn name_of(&self, staff: StaffId) -> &str {
        let found = self.opened.colleagues.iter().find(|colleague| colleague.staff == staff);
        found.map_or_else(|| self.words.get(Words::UnknownPerson), |c: &StaffChoice| &c.name)
    }

    /// Who said something, and when.
    #[must_use]
    pub fn said_by(&self, stamp: &Stamp) -> String {
        let when = dates::short_moment(stamp.at, self.words);
        self.say_with(Words::SaidBy, &[("who", self.name_of(stamp.author)), ("when", &when)])
    }

    /// The row of this case in the queue's terms, made of the case itself.
    #[must_use]
    pub fn queue_row(&self) -> QueueRow {
        QueueRow::of(self.case)
    }
}
