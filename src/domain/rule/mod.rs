//! The hard rules: what blocks a fact from being recorded, by whatever door it comes.
//!
//! One list ([`Rule`]), used by the screen, by the worker that records and by `case record` alike.
//! Facts recorded together are judged in their order: each sees those before it. Everything else
//! the program only warns of. Deliberately absent: words (`text::rule`), whether an answer fits
//! its form (the shell holds the forms), and what a letter or an export may hold (rule 19).

mod age;
mod assessment;
mod intake;
mod judge;
mod named;
mod plan;
mod standing;
#[cfg(test)]
pub(super) mod tests;
mod triage;

pub use age::{AGE_HEARD_FROM, is_known_to_be};
pub use named::Rule;
pub use plan::{PlanLack, lacks_safety_plan, plan_missing};
pub use triage::{due_of_decision, inform_due};

use super::case::Case;
use super::deadline::{Calendar, DeadlinePolicy};
use super::event::Event;
use super::fact::Fact;
use super::id::{PartId, PersonId, StaffId};
use super::time::Moment;
use judge::Judge;

/// What a refusal is about, when it is one of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A person.
    Person(PersonId),
    /// A part of a plan.
    Part(PartId),
}

/// Why a fact is not recorded. Holds no value of the fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Refusal {
    /// The rule.
    pub rule: Rule,
    /// The field concerned, as in the JSON of the fact; empty when it is the fact as a whole.
    pub field: &'static str,
    /// Which person or part, when it is one of several.
    pub about: Option<About>,
}

/// Where and when the facts are recorded, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The case as it stands; [`Case::unknown`] for a new one.
    pub case: &'a Case,
    /// Its events, where they are at hand; without them what is taken back is not looked up.
    pub events: Option<&'a [Event]>,
    /// The members of staff.
    pub staff: &'a [StaffId],
    /// Who records.
    pub me: StaffId,
    /// Now.
    pub now: Moment,
    /// The terms and the calendar in force.
    pub policy: (&'a DeadlinePolicy, &'a Calendar),
}

/// Every rule that these facts, recorded together in this order, would break. Beside each fact
/// stands why it is recorded, if that was said.
#[must_use]
pub fn refusals(told: &[(Fact, Option<String>)], setting: &Setting<'_>) -> Vec<Refusal> {
    let mut case = setting.case.clone();
    let mut refused = Vec::new();
    for (number, (fact, why)) in told.iter().enumerate() {
        let mut judge = Judge { case: &case, setting, why: why.as_deref(), refused: Vec::new() };
        judge.fact(fact);
        refused.append(&mut judge.refused);
        standing::take(&mut case, fact, (setting, number));
    }
    refused
}

/// Whether something was said.
fn said(words: &str) -> bool {
    !words.trim().is_empty()
}
