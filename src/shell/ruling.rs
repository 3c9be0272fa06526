//! The rules of the domain before facts are recorded: one check for the worker behind the screen
//! and for the command line.
//!
//! Deliberately absent: the rules (`domain::rule`), their words (`text::rule`).

use crate::domain::case::Case;
use crate::domain::event::Draft;
use crate::domain::fact::Fact;
use crate::domain::id::CaseId;
use crate::domain::rule::{self, Refusal, Setting};
use crate::domain::time::Moment;
use crate::journal::{Fault, Journal};
use crate::shell::in_force::policy_in_force;

/// A fact and why it is recorded, if that was said.
pub type Told = (Fact, Option<String>);

/// Every rule that these facts about a case, recorded together now, would break.
///
/// # Errors
/// Faults of the database.
pub fn refusals(
    journal: &mut Journal,
    (id, case): (CaseId, Option<&Case>),
    told: &[Told],
    now: Moment,
) -> Result<Vec<Refusal>, Fault> {
    let taken_back = told.iter().any(|(fact, _)| matches!(fact, Fact::Retracted { .. }));
    let events = if taken_back { journal.events(id)? } else { Vec::new() };
    let policy = policy_in_force(journal)?;
    let staff: Vec<_> = journal.staff().into_iter().map(|(id, _, _)| id).collect();
    let unknown = Case::unknown(id);
    let setting = Setting {
        case: case.unwrap_or(&unknown),
        events: taken_back.then_some(events.as_slice()),
        staff: &staff,
        me: journal.me(),
        now,
        policy: (&policy.0, &policy.1),
    };
    Ok(rule::refusals(told, &setting))
}

/// The same for drafts that may be about several cases, or about none: what is not about a case is
/// no matter of these rules.
///
/// # Errors
/// Faults of the database.
pub fn refusals_of_drafts(
    journal: &mut Journal,
    drafts: &[Draft],
    now: Moment,
) -> Result<Vec<Refusal>, Fault> {
    let mut cases: Vec<CaseId> = drafts.iter().filter_map(|draft| draft.case).collect();
    cases.sort_unstable();
    cases.dedup();
    let mut refused = Vec::new();
    for id in cases {
        let of_it = drafts.iter().filter(|draft| draft.case == Some(id));
        let told: Vec<Told> = of_it.map(|draft| (draft.fact.clone(), draft.why.clone())).collect();
        let case = journal.case(id)?;
        refused.extend(refusals(journal, (id, case.as_ref()), &told, now)?);
    }
    Ok(refused)
}
