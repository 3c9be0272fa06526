//! What stands in the queue now: rows with their countdown, under the policy in force.
//!
//! Deliberately absent: how it is printed, and what is in force (`shell::in_force`).

use super::Context;
use super::exit::Stop;
use crate::domain::id::CaseId;
use crate::domain::queue::{Entry, Row, order};
use crate::journal::Journal;
use crate::shell::in_force::{entry, policy_in_force};
use crate::shell::station::saved_drafts;
use std::collections::BTreeSet;

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
    let half_typed = cases_with_drafts(journal);
    let standing = |row: Row| {
        let draft = half_typed.contains(&row.case);
        entry(row, in_force, context.now, draft)
    };
    let mut entries: Vec<Entry> = rows.into_iter().map(standing).collect();
    order(&mut entries);
    Ok(entries)
}

/// The cases for which whoever unlocked has a half-typed form.
fn cases_with_drafts(journal: &Journal) -> BTreeSet<CaseId> {
    // A draft that cannot be read is told of where drafts are opened: on the screen.
    let kept = journal.drafts().all(&mut Vec::new()).unwrap_or_default();
    let read = kept.iter().filter_map(|(id, bytes)| saved_drafts::from_bytes(id.0, bytes));
    read.filter_map(|draft| draft.case).collect()
}
