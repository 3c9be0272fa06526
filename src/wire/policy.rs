//! Reads the dated policy of terms and holidays from TOML text.
//!
//! The built-in files are `assets/policy/deadlines.toml` and `calendar.toml`; a team may override
//! them with its own text. Reading is strict and complete: every problem is told with its line, and
//! one problem refuses the whole text, since half a calendar would give wrong days without a word.
//! Deliberately absent: finding and opening files (the shell does that).

use crate::domain::deadline::{Calendar, Clock, DeadlinePolicy, DecreedDay, Length, Rule, Term};
use crate::domain::time::Day;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The longest policy text read, in bytes.
pub const POLICY_BYTES_MAX: usize = 256 * 1024;
const VERSION_CHARS_MAX: usize = 64;

const DEADLINES: &str = include_str!("../../assets/policy/deadlines.toml");
const CALENDAR: &str = include_str!("../../assets/policy/calendar.toml");

/// Something in a policy text that cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong in a policy text. Policy holds no data about persons, so keys and names from the
/// text may be repeated here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Longer than [`POLICY_BYTES_MAX`].
    #[error("text longer than {POLICY_BYTES_MAX} bytes")]
    TooLong,
    /// Not TOML, in the words of the TOML reader.
    #[error("not TOML: {0}")]
    Syntax(String),
    /// A key that means nothing here.
    #[error("unknown key `{0}`")]
    UnknownKey(String),
    /// A key that must be there is not.
    #[error("missing `{0}`")]
    Missing(&'static str),
    /// A value of another kind than the key asks for.
    #[error("`{key}` must be {expected}")]
    WrongKind {
        /// The key.
        key: String,
        /// What it must be.
        expected: &'static str,
    },
    /// A version is 1 to 64 characters of `a-z 0-9 @ . -`.
    #[error("`version` must be 1 to {VERSION_CHARS_MAX} characters of a-z 0-9 @ . -")]
    BadVersion,
    /// Not the name of a clock.
    #[error("unknown clock `{0}`")]
    UnknownClock(String),
    /// A term needs exactly one of `hours`, `days`, `weeks`.
    #[error("exactly one of `hours`, `days`, `weeks` wanted, found {0}")]
    LengthsFound(usize),
    /// A length of nothing, or of more than ten years.
    #[error("length out of range")]
    LengthOutOfRange,
    /// Acute unsafety is counted in hours, and nothing else is.
    #[error("hours are for `act-now`, and only for it")]
    WrongUnit,
    /// Hours run on every clock alike.
    #[error("hours take no `clock`")]
    ClockForHours,
    /// The same day twice.
    #[error("{0} occurs twice")]
    DuplicateDay(Day),
    /// A source tag that `[sources]` does not explain.
    #[error("unknown source `{0}`")]
    UnknownSource(String),
}

/// The policy the program carries with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Builtin {
    /// The terms.
    pub deadlines: DeadlinePolicy,
    /// The holidays.
    pub calendar: Calendar,
}

/// The built-in policy.
#[must_use]
#[expect(clippy::expect_used, reason = "the texts are compiled in and a test reads them")]
pub fn builtin() -> Builtin {
    Builtin {
        deadlines: parse_deadlines(DEADLINES).expect("the built-in deadlines.toml reads"),
        calendar: parse_calendar(CALENDAR).expect("the built-in calendar.toml reads"),
    }
}

/// Reads a `deadlines.toml`.
///
/// # Errors
/// Every problem found, in the order of the text.
pub fn parse_deadlines(text: &str) -> Result<DeadlinePolicy, Vec<Problem>> {
    let mut reader = Reader::new(text);
    let root = reader.root()?;
    let terms = Term::ALL.map(Term::name);
    reader.only_keys(&root, &["version", "dated"], &terms);
    let version = reader.version(&root);
    let dated = reader.day(&root, "dated");
    let [triage, investigation, inform, inform_extension, act_now] =
        Term::ALL.map(|term| reader.rule(&root, term));
    let policy = (|| {
        Some(DeadlinePolicy {
            version: version?,
            dated: dated?,
            triage: triage?,
            investigation: investigation?,
            inform: inform?,
            inform_extension: inform_extension?,
            act_now: act_now?,
        })
    })();
    reader.finish(policy)
}

/// Reads a `calendar.toml`.
///
/// # Errors
/// Every problem found, in the order of the text.
pub fn parse_calendar(text: &str) -> Result<Calendar, Vec<Problem>> {
    let mut reader = Reader::new(text);
    let root = reader.root()?;
    reader.only_keys(&root, &["version", "dated", "sources", "equated"], &[]);
    let version = reader.version(&root);
    let dated = reader.day(&root, "dated");
    let sources = reader.sources(&root);
    let decreed = reader.equated(&root, &sources);
    let calendar = version.zip(dated).map(|(version, _)| Calendar::new(decreed, version));
    reader.finish(calendar)
}

/// Makes a length of a number.
type Unit = fn(u32) -> Length;

/// A table of the text, with the byte at which it starts.
struct Table<'t, 'i> {
    at: usize,
    entries: &'t DeTable<'i>,
}

/// Walks the text and gathers problems.
struct Reader<'i> {
    text: &'i str,
    problems: Vec<Problem>,
}

impl<'i> Reader<'i> {
    const fn new(text: &'i str) -> Self {
        Self { text, problems: Vec::new() }
    }

    fn root(&mut self) -> Result<DeTable<'i>, Vec<Problem>> {
        if self.text.len() > POLICY_BYTES_MAX {
            return Err(vec![Problem { line: 1, reason: Reason::TooLong }]);
        }
        let (root, errors) = DeTable::parse_recoverable(self.text);
        if errors.is_empty() {
            return Ok(root.into_inner());
        }
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            self.tell(at, Reason::Syntax(error.message().to_owned()));
        }
        Err(std::mem::take(&mut self.problems))
    }

    fn tell(&mut self, at: usize, reason: Reason) {
        let before = self.text.as_bytes().iter().take(at);
        let line = 1 + before.filter(|byte| **byte == b'\n').count();
        self.problems.push(Problem { line, reason });
    }

    fn finish<T>(mut self, value: Option<T>) -> Result<T, Vec<Problem>> {
        self.problems.sort_by_key(|problem| problem.line);
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            Some(_) | None => Err(self.problems),
        }
    }

    fn only_keys(&mut self, entries: &DeTable<'i>, known: &[&str], more: &[&str]) {
        for key in entries.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) && !more.contains(&name) {
                self.tell(key.span().start, Reason::UnknownKey(name.to_owned()));
            }
        }
    }

    fn wrong_kind(&mut self, value: &Spanned<DeValue<'i>>, key: &str, expected: &'static str) {
        let reason = Reason::WrongKind { key: key.to_owned(), expected };
        self.tell(value.span().start, reason);
    }

    fn version(&mut self, root: &DeTable<'i>) -> Option<String> {
        let table = Table { at: 0, entries: root };
        let (at, version) = self.string(&table, "version")?;
        let fits = version.len() <= VERSION_CHARS_MAX
            && version.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'@' | b'.' | b'-'));
        if !fits {
            self.tell(at, Reason::BadVersion);
        }
        fits.then_some(version)
    }

    /// A string that is not blank, and where it stands.
    fn string(&mut self, table: &Table<'_, 'i>, key: &'static str) -> Option<(usize, String)> {
        let Some(value) = table.entries.get(key) else {
            self.tell(table.at, Reason::Missing(key));
            return None;
        };
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => Some((value.span().start, text.to_owned())),
            Some(_) | None => {
                self.wrong_kind(value, key, "a text");
                None
            }
        }
    }

    fn day(&mut self, entries: &DeTable<'i>, key: &'static str) -> Option<Day> {
        self.day_in(&Table { at: 0, entries }, key).map(|(_, day)| day)
    }

    fn day_in(&mut self, table: &Table<'_, 'i>, key: &'static str) -> Option<(usize, Day)> {
        let Some(value) = table.entries.get(key) else {
            self.tell(table.at, Reason::Missing(key));
            return None;
        };
        let day = value.get_ref().as_datetime().and_then(|found| {
            let date = found.date.filter(|_| found.time.is_none())?;
            Day::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        });
        if day.is_none() {
            self.wrong_kind(value, key, "a day such as 2026-01-31");
        }
        day.map(|day| (value.span().start, day))
    }

    fn table<'t>(&mut self, root: &'t DeTable<'i>, key: &'static str) -> Option<Table<'t, 'i>> {
        let Some(value) = root.get(key) else {
            self.tell(0, Reason::Missing(key));
            return None;
        };
        let Some(entries) = value.get_ref().as_table() else {
            self.wrong_kind(value, key, "a table");
            return None;
        };
        Some(Table { at: value.span().start, entries })
    }

    fn rule(&mut self, root: &DeTable<'i>, term: Term) -> Option<Rule> {
        let table = self.table(root, term.name())?;
        self.only_keys(table.entries, &["hours", "days", "weeks", "clock", "source"], &[]);
        let length = self.length(&table, term);
        let source = self.string(&table, "source");
        let in_hours = table.entries.contains_key("hours");
        let clock = match table.entries.get("clock") {
            None if in_hours => Some(Clock::default()),
            Some(value) if in_hours => {
                self.tell(value.span().start, Reason::ClockForHours);
                None
            }
            Some(_) | None => self.clock(&table),
        };
        Some(Rule { length: length?, clock: clock?, source: source?.1 })
    }

    fn clock(&mut self, table: &Table<'_, 'i>) -> Option<Clock> {
        let (at, name) = self.string(table, "clock")?;
        let clock = Clock::from_name(&name);
        if clock.is_none() {
            self.tell(at, Reason::UnknownClock(name));
        }
        clock
    }

    fn length(&mut self, table: &Table<'_, 'i>, term: Term) -> Option<Length> {
        let units: [(&str, Unit); 3] =
            [("hours", Length::Hours), ("days", Length::Days), ("weeks", Length::Weeks)];
        let found: Vec<_> = units
            .into_iter()
            .filter_map(|(key, unit)| Some((key, unit, table.entries.get(key)?)))
            .collect();
        let [(key, unit, value)] = found.as_slice() else {
            self.tell(table.at, Reason::LengthsFound(found.len()));
            return None;
        };
        let Some(integer) = value.get_ref().as_integer() else {
            self.wrong_kind(value, key, "a whole number");
            return None;
        };
        let at = value.span().start;
        let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok();
        let Some(length) = number.map(unit).filter(|length| is_in_range(*length)) else {
            self.tell(at, Reason::LengthOutOfRange);
            return None;
        };
        if matches!(length, Length::Hours(_)) != (term == Term::ActNow) {
            self.tell(at, Reason::WrongUnit);
            return None;
        }
        Some(length)
    }

    fn sources(&mut self, root: &DeTable<'i>) -> BTreeMap<String, String> {
        let Some(table) = self.table(root, "sources") else {
            return BTreeMap::new();
        };
        let mut sources = BTreeMap::new();
        for (tag, value) in table.entries {
            match value.get_ref().as_str() {
                Some(text) => {
                    sources.insert(tag.get_ref().to_string(), text.to_owned());
                }
                None => self.wrong_kind(value, tag.get_ref(), "a text"),
            }
        }
        sources
    }

    fn equated(
        &mut self,
        root: &DeTable<'i>,
        sources: &BTreeMap<String, String>,
    ) -> Vec<DecreedDay> {
        let Some(value) = root.get("equated") else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_kind(value, "equated", "a list of tables");
            return Vec::new();
        };
        let mut seen = BTreeSet::new();
        let mut decreed = Vec::new();
        for item in array {
            let Some(entries) = item.get_ref().as_table() else {
                self.wrong_kind(item, "equated", "a list of tables");
                continue;
            };
            let table = Table { at: item.span().start, entries };
            self.only_keys(entries, &["day", "source"], &[]);
            let day = self.day_in(&table, "day");
            let source = self.string(&table, "source");
            if let Some((at, day)) = day.filter(|(_, day)| !seen.insert(*day)) {
                self.tell(at, Reason::DuplicateDay(day));
            }
            let source = source.and_then(|(at, tag)| {
                if !sources.contains_key(&tag) {
                    self.tell(at, Reason::UnknownSource(tag.clone()));
                }
                sources.get(&tag).cloned()
            });
            if let (Some((_, day)), Some(source)) = (day, source) {
                decreed.push(DecreedDay { day, source });
            }
        }
        decreed
    }
}

const fn is_in_range(length: Length) -> bool {
    // The clamp of the domain must never be what decides a day.
    let (count, count_max) = match length {
        Length::Hours(hours) => (hours, Length::DAYS_MAX * 24),
        Length::Days(days) => (days, Length::DAYS_MAX),
        Length::Weeks(weeks) => (weeks, Length::DAYS_MAX / 7),
    };
    0 < count && count <= count_max
}

#[cfg(test)]
mod tests;
