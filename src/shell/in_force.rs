//! What is in force now: the terms and the calendar, and a row of the queue with its countdown
//! under them. One place for the screen and the command line.
//!
//! Deliberately absent: order and printing.

use crate::domain::deadline::{Calendar, DeadlinePolicy, DecreedDay, Term, countdown};
use crate::domain::fact::Fact;
use crate::domain::queue::{Entry, Row};
use crate::domain::time::{Day, Moment};
use crate::journal::{Fault, Journal};
use crate::wire::policy;

/// The terms and the calendar in force: the built-in ones, and the days decreed by facts.
///
/// # Errors
/// Faults of the database.
pub fn policy_in_force(journal: &mut Journal) -> Result<(DeadlinePolicy, Calendar), Fault> {
    let builtin = policy::builtin();
    let decreed: Vec<DecreedDay> = journal
        .workspace_events()?
        .into_iter()
        .filter_map(|event| match event.body?.fact {
            Fact::DayDecreed { day, source } => Some(DecreedDay { day, source }),
            _ => None,
        })
        .collect();
    Ok((builtin.deadlines, builtin.calendar.with_decreed(&decreed)))
}

/// A row with its countdown.
#[must_use]
pub fn entry(
    row: Row,
    (terms, calendar): (&DeadlinePolicy, &Calendar),
    now: Moment,
    draft: bool,
) -> Entry {
    let last_day: Option<Day> = row
        .triage_due
        .then(|| terms.due(row.received_at.day(), Term::Triage, None, calendar).due_day);
    let due_day = row.due_day(last_day);
    let left = due_day.map(|day| countdown(day, now));
    Entry::new(row, due_day, left, draft)
}
