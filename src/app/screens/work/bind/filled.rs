//! A form that was filled in, on its way to become facts: which binder it goes to.
//!
//! Only what changed becomes a fact, and a fact replaces only what the person saw: what a colleague
//! recorded meanwhile stands beside it as a dispute. Deliberately absent: the binders themselves.

use super::{assessment, plan_facts, triage};
use crate::app::message::Opened;
use crate::app::screens::sheet::{Disputed, Objection, People, Purpose};
use crate::domain::case::Case;
use crate::domain::event::Draft;
use crate::domain::fact::{Fact, Slot};
use crate::domain::id::{EventId, RandomBytes, StaffId};
use crate::domain::rule::{About, Refusal, Setting, refusals};
use crate::domain::sheet::AnswerPlace;
use crate::domain::time::Moment;
use crate::form::{Answers, Form};
use crate::text::Text;

/// A form that was filled in.
#[derive(Clone, Copy, Debug)]
pub struct Filled<'a> {
    /// What for.
    pub purpose: Purpose,
    /// The form.
    pub form: &'a Form,
    /// The people it was asked about.
    pub people: &'a People,
    /// The answers it was opened with.
    pub before: &'a Answers,
    /// The answers now, to what is asked.
    pub answers: &'a Answers,
    /// The case as it stands.
    pub case: &'a Case,
    /// The events whose values were shown when it was opened.
    pub seen: &'a [EventId],
    /// Who filled it in, colleagues, and the rules for counting days.
    pub opened: &'a Opened,
    /// Now.
    pub now: Moment,
    /// The wording, for facts that keep words.
    pub words: &'a Text,
}

impl Filled<'_> {
    /// A fact that replaces what was seen in its slots, and nothing else.
    #[must_use]
    pub fn draft(&self, fact: Fact) -> Draft {
        let mut replaces = self.case.heads_for(&fact);
        replaces.retain(|head| self.seen.contains(head));
        Draft::replacing(self.case.id, fact, replaces)
    }
}

/// The facts of a form, or what must be changed first. Nothing changed gives no facts.
///
/// # Errors
/// Every answer that cannot be recorded as it is.
pub fn facts(
    filled: &Filled<'_>,
    _ids: &mut dyn FnMut() -> RandomBytes,
) -> Result<Vec<Draft>, Vec<Objection>> {
    let drafts = match filled.purpose {
        Purpose::Assessment(sheet, used_for) => assessment::facts(filled, sheet, used_for)?,
        Purpose::Triage
        | Purpose::TriageDecision
        | Purpose::Inquiry(_)
        | Purpose::Informing(_)
        | Purpose::AcuteFollowUp
        | Purpose::Incident(_) => triage::facts(filled)?,
        Purpose::PlanPart(plan, part, section) => {
            plan_facts::part_facts(filled, (plan, part, section))?
        }
        Purpose::PlanAbout(plan) => plan_facts::about_facts(filled, plan)?,
        Purpose::PlanWords(plan, section) => plan_facts::words_facts(filled, plan, section),
        Purpose::PlanSigning(plan, number, signer) => {
            plan_facts::signing_facts(filled, (plan, number), signer)?
        }
    };
    let refused = refused(filled, &drafts);
    if refused.is_empty() { Ok(drafts) } else { Err(refused) }
}

/// What the hard rules object to, each at its question.
fn refused(filled: &Filled<'_>, drafts: &[Draft]) -> Vec<Objection> {
    let told: Vec<(Fact, Option<String>)> =
        drafts.iter().map(|draft| (draft.fact.clone(), draft.why.clone())).collect();
    let opened = filled.opened;
    let staff: Vec<StaffId> = opened.colleagues.iter().map(|colleague| colleague.staff).collect();
    let setting = Setting {
        case: filled.case,
        events: None,
        staff: &staff,
        me: opened.staff.staff,
        now: filled.now,
        policy: (&opened.policy, &opened.calendar),
    };
    let mut objections = Vec::new();
    let mut before = 0;
    // Facts are judged in their order: what one fact more is refused for, is its own.
    for (count, (fact, _)) in (1..).zip(&told) {
        let refused = refusals(told.get(..count).unwrap_or(&told), &setting);
        let own = refused.iter().skip(before);
        objections.extend(own.map(|refusal| Objection {
            place: place_of(fact, refusal),
            words: crate::text::rule::refusal(refusal.rule),
        }));
        before = refused.len();
    }
    objections
}

/// Field of a fact, as a refusal names it → item of the form, where the names differ by more than
/// their dashes.
const ITEMS: [(&str, &str); 6] = [
    ("family", "family-on"),
    ("reporter_told", "reporter-told-on"),
    ("seen", "seen-on"),
    ("reports", "outcome"),
    ("acute", "what"),
    ("action", "what"),
];

/// At which question a refusal is shown.
fn place_of(fact: &Fact, refusal: &Refusal) -> Option<AnswerPlace> {
    if refusal.field.is_empty() {
        return None;
    }
    let known = ITEMS.iter().find(|(field, _)| *field == refusal.field);
    let item = match (fact, refusal.field) {
        (Fact::PersonInformed { .. }, "on") => "told-on".to_owned(),
        _ => known.map_or_else(|| refusal.field.replace('_', "-"), |(_, item)| (*item).into()),
    };
    Some(match (fact, refusal.about) {
        (Fact::ChildSeen { child, .. }, _) => AnswerPlace::of_person(&item, *child),
        (_, Some(About::Person(person))) => AnswerPlace::of_person(&item, person),
        (_, Some(About::Part(_)) | None) => AnswerPlace::of_case(&item),
    })
}

/// Where colleagues answered differently. Facts of the work itself show their disputes on their
/// page.
#[must_use]
pub fn disputed(purpose: Purpose, case: &Case) -> Disputed {
    match purpose {
        Purpose::Assessment(sheet, _) => assessment::disputed(sheet, case),
        Purpose::Triage
        | Purpose::TriageDecision
        | Purpose::Inquiry(_)
        | Purpose::Informing(_)
        | Purpose::AcuteFollowUp
        | Purpose::Incident(_)
        | Purpose::PlanPart(..)
        | Purpose::PlanAbout(_)
        | Purpose::PlanWords(..)
        | Purpose::PlanSigning(..) => Disputed::new(),
    }
}

/// What is filled in beforehand where colleagues contradict each other: one of the readings. It
/// does not stand yet; saving the form settles what holds.
#[must_use]
pub fn reading(purpose: Purpose, case: &Case) -> Answers {
    match purpose {
        Purpose::PlanPart(plan, part, _) => plan_facts::disputed_part(case, plan, part),
        Purpose::PlanWords(plan, section) => plan_facts::disputed_words(case, plan, section),
        Purpose::Inquiry(_) | Purpose::Informing(_) | Purpose::Incident(_) => {
            triage::reading(purpose, case)
        }
        // Several things stand in these: what is not touched must not be settled by the way.
        Purpose::Triage
        | Purpose::TriageDecision
        | Purpose::AcuteFollowUp
        | Purpose::Assessment(..)
        | Purpose::PlanAbout(_)
        | Purpose::PlanSigning(..) => Answers::new(),
    }
}

/// The answers that stand in the case for a form, and the slots they stand in; `None` when it is
/// about something the case does not have (any more).
#[must_use]
pub fn prefill(purpose: Purpose, case: &Case) -> Option<(Answers, Vec<Slot>)> {
    match purpose {
        Purpose::Assessment(sheet, _) => Some(assessment::prefill(sheet, case)),
        Purpose::Triage
        | Purpose::TriageDecision
        | Purpose::Inquiry(_)
        | Purpose::Informing(_)
        | Purpose::AcuteFollowUp
        | Purpose::Incident(_) => Some(triage::prefill(purpose, case)),
        Purpose::PlanPart(plan, part, _) => plan_facts::prefill_part(case, plan, part),
        Purpose::PlanAbout(plan) => plan_facts::prefill_about(case, plan),
        Purpose::PlanWords(plan, section) => plan_facts::prefill_words(case, plan, section),
        Purpose::PlanSigning(plan, number, signer) => {
            plan_facts::prefill_signing(case, (plan, number), signer)
        }
    }
}
