//! The queue: one small row for each open case, in the order in which it asks for attention.
//!
//! A row is what the index of open work stores, so the queue never needs the archive. Deliberately
//! absent: words and colours.

use super::case::{Case, State};
use super::deadline::Countdown;
use super::fact::{Overseer, Verdict};
use super::id::{CaseId, StaffId};
use super::report::Flag;
use super::time::{Day, Moment};
use std::collections::BTreeSet;

/// How soon something must happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// At once.
    Acute,
    /// Within 24 hours.
    Day,
    /// Within five days.
    FiveDays,
}

/// One open case, as stored in the index of open work. Small: well under 1 KiB.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Its state.
    pub state: State,
    /// Since when there is acute unsafety (in a dispute: the more protective reading); `None` when
    /// there is none.
    pub acute_since: Option<Moment>,
    /// The earliest receipt still to be dealt with; the opening moment when there is no report.
    pub received_at: Moment,
    /// Whether triage is due (a report waits for its decision).
    pub triage_due: bool,
    /// How soon something must happen, as a person judged it while a report waits (in a dispute:
    /// the more urgent); `None` when nobody did.
    pub judged: Option<Urgency>,
    /// Number of children (role youth, or unborn).
    pub children: u16,
    /// The family name of the first child, or of another person; empty when no name is known.
    pub family: String,
    /// Who watches.
    pub overseer: Option<Overseer>,
    /// Who works on it.
    pub worker: Option<StaffId>,
    /// Slots in dispute.
    pub disputes: u16,
    /// Flags that need an eye.
    pub flags: u16,
    /// Links suggested and not decided.
    pub suggestions: u16,
    /// Reports in the case.
    pub reports: u16,
}

/// A row with its countdown, as the screen and `queue --json` show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The row.
    pub row: Row,
    /// The last day for triage by the clock in force, or the day a person judged
    /// ([`Row::due_day`]); `None` when no triage is due.
    pub due_day: Option<Day>,
    /// Time left.
    pub countdown: Option<Countdown>,
    /// How soon.
    pub urgency: Urgency,
    /// A half-typed form exists on this station.
    pub draft: bool,
}

impl Row {
    /// The row of a case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let number = case.number.shown().map(|number| number.0.clone()).unwrap_or_default();
        let receipts = || case.reports.values().filter(|report| !report.receipt.is_empty());
        let flags: BTreeSet<Flag> = receipts()
            .flat_map(|report| report.receipt.values())
            .flat_map(|receipt| receipt.flags.iter().copied())
            .collect();
        let suggestions = case.links.values().filter(|link| {
            !link.is_empty() && link.values().all(|link| link.verdict == Verdict::Suggested)
        });
        let triage_due = case.triage_due();
        let waiting = if triage_due { case.triage_received_at() } else { None };
        let received_at = waiting.or_else(|| case.received_at());
        Self {
            case: case.id,
            number,
            state: case.state(),
            acute_since: case.acute_since(),
            received_at: received_at.or(case.opened_at).unwrap_or(Moment(0)),
            triage_due,
            judged: case.urgency_read(),
            children: count(case.children()),
            family: case.title_family(),
            overseer: case.overseer_read().cloned(),
            worker: case.worker.shown().copied().flatten(),
            disputes: count(case.disputes.len()),
            flags: count(flags.len()),
            suggestions: count(suggestions.count()),
            reports: count(receipts().count()),
        }
    }

    /// Acute unsafety: something must be done within 24 hours.
    #[must_use]
    pub const fn is_acute(&self) -> bool {
        self.acute_since.is_some()
    }

    /// Whether a person judged that something must happen within 24 hours (or at once), and the
    /// report still waits.
    #[must_use]
    pub const fn is_judged_urgent(&self) -> bool {
        match self.judged {
            Some(Urgency::Acute | Urgency::Day) => self.triage_due,
            Some(Urgency::FiveDays) | None => false,
        }
    }

    /// The day that is due, given the last day for triage by the clock in force: 24 hours after
    /// receipt when a person judged so and that is earlier.
    #[must_use]
    pub fn due_day(&self, last_day: Option<Day>) -> Option<Day> {
        let soon = self.is_judged_urgent().then(|| self.received_at.plus_hours(24).day());
        last_day.map(|last| soon.map_or(last, |soon| soon.min(last)))
    }
}

fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

impl Entry {
    /// A row with what only the caller knows: the due day by the clock in force, the time left
    /// today, and whether this station holds a draft.
    #[must_use]
    pub const fn new(
        row: Row,
        due_day: Option<Day>,
        countdown: Option<Countdown>,
        draft: bool,
    ) -> Self {
        let urgency = match (row.is_acute(), countdown) {
            (true, _) => Urgency::Acute,
            (false, Some(Countdown::DueToday | Countdown::Overdue(_))) => Urgency::Day,
            (false, Some(Countdown::DaysLeft(_)) | None) if row.is_judged_urgent() => Urgency::Day,
            (false, Some(Countdown::DaysLeft(_)) | None) => Urgency::FiveDays,
        };
        Self { row, due_day, countdown, urgency, draft }
    }

    /// What the order is taken from. The countdown has no part in it: when the clock of a machine
    /// jumps, the numbers change but the order stays.
    fn rank(&self) -> (bool, bool, Option<Day>, Moment, &str, CaseId) {
        let row = &self.row;
        let due = self.due_day;
        (!row.is_acute(), due.is_none(), due, row.received_at, row.number.as_str(), row.case)
    }
}

/// Puts entries in the order in which they ask for attention: acute first; then by due day, and
/// within a day by receipt; then what has no due day. Total: equal sets give equal lists.
pub fn order(entries: &mut [Entry]) {
    entries.sort_by(|a, b| a.rank().cmp(&b.rank()));
}

/// What the header of the screen counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Cases in acute unsafety.
    pub acute: usize,
    /// Cases of which today is the last day.
    pub today: usize,
    /// Cases whose last day is past.
    pub overdue: usize,
}

/// Counts the entries.
#[must_use]
pub fn counts(entries: &[Entry]) -> Counts {
    let mut counts = Counts::default();
    for entry in entries {
        counts.acute += usize::from(entry.row.is_acute());
        match entry.countdown {
            Some(Countdown::DueToday) => counts.today += 1,
            Some(Countdown::Overdue(_)) => counts.overdue += 1,
            Some(Countdown::DaysLeft(_)) | None => {}
        }
    }
    counts
}
