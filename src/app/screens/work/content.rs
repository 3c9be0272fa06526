//! What a tab of the work page consists of: some lines on top, and rows that can be selected.
//!
//! A row is plain data, made anew whenever the case is read; its key tells which row it was, so
//! that the selection stays where it is. Deliberately absent: wrapping ([`super::layout`]), keys.

use super::sign::Waiting;
use super::{duties, plan, risk, triage};
use crate::app::message::{Opened, StaffChoice};
use crate::app::page::Tone;
use crate::app::screens::sheet::Purpose;
use crate::domain::case::Case;
use crate::domain::id::{PersonId, StaffId};
use crate::domain::person::{Birth, Name};
use crate::domain::queue::{Entry, Row as QueueRow};
use crate::domain::slot::Stamp;
use crate::domain::time::{Day, Moment};
use crate::form::Library;
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

impl RowKey {
    /// The row of the plans, when it is one.
    #[must_use]
    pub const fn plan(&self) -> Option<&plan::Line> {
        match self {
            Self::Plan(line) => Some(line),
            Self::Triage(_) | Self::Risk(_) | Self::Duties(_) => None,
        }
    }
}

/// What Enter does on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Nothing: the row is there to be read.
    Nothing,
    /// A form is filled in.
    Form(Call),
    /// The suggested links are decided.
    Links,
    /// Acute unsafety is declared, followed up or ended.
    Acute,
    /// A second person signs.
    Sign(Waiting),
    /// Something that only the tab itself knows.
    Own,
    /// As the key for something new.
    New,
    /// To a row of another tab.
    Go(RowKey),
    /// To another tab.
    Tab(Tab),
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

impl Row {
    /// A row with nothing to say yet.
    #[must_use]
    pub fn new(key: RowKey, sign: Sign, label: String) -> Self {
        let (summary, detail) = (String::new(), Vec::new());
        Self { key, sign, indent: false, label, summary, detail, action: Action::Nothing }
    }

    /// The same, belonging to the row above it.
    #[must_use]
    pub fn indented(self) -> Self {
        Self { indent: true, ..self }
    }

    /// The same, with how it stands in words.
    #[must_use]
    pub fn summed(self, summary: String) -> Self {
        Self { summary, ..self }
    }

    /// The same, with what Enter does.
    #[must_use]
    pub fn does(self, action: Action) -> Self {
        Self { action, ..self }
    }

    /// The same, with a paragraph more beside the list; nothing when it is empty.
    #[must_use]
    pub fn more(mut self, tone: Tone, text: String) -> Self {
        if !text.trim().is_empty() {
            self.detail.push((tone, String::new()));
            self.detail.push((tone, text));
        }
        self
    }

    /// The same, with a line more right under the last one.
    #[must_use]
    pub fn under(mut self, tone: Tone, text: String) -> Self {
        self.detail.push((tone, text));
        self
    }
}

/// Which form a row opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// What it is filled in for.
    pub purpose: Purpose,
    /// The section in which one begins; the first one when empty.
    pub section: &'static str,
    /// The person with whom one begins, where the section is asked about several.
    pub person: Option<PersonId>,
    /// Whether it makes something new.
    pub is_new: bool,
}

impl Call {
    /// The form from its beginning.
    #[must_use]
    pub const fn of(purpose: Purpose) -> Self {
        Self { purpose, section: "", person: None, is_new: false }
    }

    /// The form of something new.
    #[must_use]
    pub const fn new(purpose: Purpose) -> Self {
        Self { purpose, section: "", person: None, is_new: true }
    }

    /// The form at a section.
    #[must_use]
    pub const fn at(purpose: Purpose, section: &'static str) -> Self {
        Self { purpose, section, person: None, is_new: false }
    }
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
    /// The forms at hand.
    pub forms: &'a Library,
    /// Now.
    pub now: Moment,
    /// The wording.
    pub words: &'a Text,
}

impl Scene<'_> {
    /// The name of a person in the case, or words for somebody without one.
    #[must_use]
    pub fn person(&self, id: PersonId) -> String {
        let person = self.case.standing_for(id).and_then(|id| self.case.persons.get(&id));
        let name = person.and_then(|person| person.name.shown()).map(Name::display);
        let unborn =
            person.is_some_and(|p| p.birth.values().any(|birth| matches!(birth, Birth::Due(_))));
        let unnamed = if unborn { Words::UnbornChild } else { Words::UnknownPerson };
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| self.say(unnamed))
    }

    /// A day, short.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        dates::short_day_year(day, self.now.day(), self.words)
    }

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
