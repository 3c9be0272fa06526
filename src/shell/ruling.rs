//! The rules before facts are recorded: one check for the worker behind the screen and for the
//! command line. Those of the domain, and those that need the forms at hand.
//!
//! Deliberately absent: the rules of the domain (`domain::rule`), and words (`text::rule`).

mod answers;

use crate::domain::case::Case;
use crate::domain::event::Draft;
use crate::domain::fact::Fact;
use crate::domain::id::{CaseId, StaffId};
use crate::domain::rule::{self, Refusal, Setting};
use crate::domain::time::Moment;
use crate::journal::{Fault, Journal};
use crate::shell::forms;
use crate::shell::in_force::policy_in_force;
use std::path::Path;

/// A fact and why it is recorded, if that was said.
pub type Told = (Fact, Option<String>);

/// Who records, when, and where the forms of the team are.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// Who records.
    pub me: StaffId,
    /// Now.
    pub now: Moment,
    /// The data directory.
    pub data: Option<&'a Path>,
}

/// Every rule that these facts about a case, recorded together now, would break.
///
/// # Errors
/// Faults of the database.
pub fn refusals(
    journal: &mut Journal,
    (id, case): (CaseId, Option<&Case>),
    told: &[Told],
    desk: Desk<'_>,
) -> Result<Vec<Refusal>, Fault> {
    let taken_back = told.iter().any(|(fact, _)| matches!(fact, Fact::Retracted { .. }));
    let events = if taken_back { journal.events(id)? } else { Vec::new() };
    let policy = policy_in_force(journal)?;
    let staff: Vec<_> = journal.staff().into_iter().map(|(id, _, _)| id).collect();
    let unknown = Case::unknown(id);
    let case = case.unwrap_or(&unknown);
    let setting = Setting {
        case,
        events: taken_back.then_some(events.as_slice()),
        staff: &staff,
        me: desk.me,
        now: desk.now,
        policy: (&policy.0, &policy.1),
    };
    let mut refused = rule::refusals(told, &setting);
    if told.iter().any(|(fact, _)| answers::is_of_a_form(fact)) {
        let (library, _) = forms::at_hand(desk.data);
        for refusal in answers::refusals(told, case, &library) {
            if !refused.contains(&refusal) {
                refused.push(refusal);
            }
        }
    }
    Ok(refused)
}

/// The same for drafts that may be about several cases, or about none: what is not about a case is
/// no matter of these rules.
///
/// # Errors
/// Faults of the database.
pub fn refusals_of_drafts(
    journal: &mut Journal,
    drafts: &[Draft],
    desk: Desk<'_>,
) -> Result<Vec<Refusal>, Fault> {
    let mut cases: Vec<CaseId> = drafts.iter().filter_map(|draft| draft.case).collect();
    cases.sort_unstable();
    cases.dedup();
    let mut refused = Vec::new();
    for id in cases {
        let of_it = drafts.iter().filter(|draft| draft.case == Some(id));
        let told: Vec<Told> = of_it.map(|draft| (draft.fact.clone(), draft.why.clone())).collect();
        let case = journal.case(id)?;
        refused.extend(refusals(journal, (id, case.as_ref()), &told, desk)?);
    }
    Ok(refused)
}
