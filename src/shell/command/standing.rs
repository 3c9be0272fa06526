//! What stands in the queue now: rows with their countdown, under the policy in force.
//!
//! Deliberately absent: how it is printed.

use super::Context;
use super::exit::Stop;
use crate::domain::deadline::{Calendar, DeadlinePolicy, DecreedDay, Term, countdown};
use crate::domain::fact::Fact;
use crate::domain::id::CaseId;
use crate::domain::queue::{Entry, Row, order};
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
    let due_day: Option<Day> = row
        .triage_due
        .then(|| terms.due(row.received_at.day(), Term::Triage, None, calendar).due_day);
    let left = due_day.map(|day| countdown(day, now));
    Entry::new(row, due_day, left, draft)
}

/// The open cases in the order of the screen.
///
/// # Errors
/// Faults of the database, in words.
pub fn entries(context: &Context, journal: &mut Journal) -> Result<Vec<Entry>, Stop> {
    let rows = journal.queue();
    let rows = rows.map_err(|fault| context.fault(&fault))?;
    in_order(context, journal, rows)
}

/// All cases, the closed ones too.
///
/// # Errors
/// Faults of the database, in words.
pub fn all_entries(context: &Context, journal: &mut Journal) -> Result<Vec<Entry>, Stop> {
    let mut cases: Vec<CaseId> = Vec::new();
    let read = journal.cards(&mut |card| cases.push(card.case));
    read.map_err(|fault| context.fault(&fault))?;
    let mut rows = Vec::with_capacity(cases.len());
    for case in cases {
        let case = journal.case(case).map_err(|fault| context.fault(&fault))?;
        rows.extend(case.as_ref().map(Row::of));
    }
    in_order(context, journal, rows)
}

fn in_order(context: &Context, journal: &mut Journal, rows: Vec<Row>) -> Result<Vec<Entry>, Stop> {
    let policy = policy_in_force(journal).map_err(|fault| context.fault(&fault))?;
    let in_force = (&policy.0, &policy.1);
    let mut entries: Vec<Entry> =
        rows.into_iter().map(|row| entry(row, in_force, context.now, false)).collect();
    order(&mut entries);
    Ok(entries)
}
