//! The queue: one small row for each open case, in the order in which it asks for attention.
//!
//! A row is what the index of open work stores, so the queue never needs the archive. Deliberately
//! absent: words and colours.

use super::case::State;
use super::deadline::Countdown;
use super::fact::Overseer;
use super::id::{CaseId, StaffId};
use super::time::{Day, Moment};

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
    /// Acute unsafety (in a dispute: the more protective reading).
    pub acute: bool,
    /// The earliest receipt still to be dealt with; the opening moment when there is no report.
    pub received_at: Moment,
    /// Whether triage is due (a report waits for its decision).
    pub triage_due: bool,
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
    /// The last day for triage by the clock in force; `None` when no triage is due.
    pub due_day: Option<Day>,
    /// Time left.
    pub countdown: Option<Countdown>,
    /// How soon.
    pub urgency: Urgency,
    /// A half-typed form exists on this station.
    pub draft: bool,
}
