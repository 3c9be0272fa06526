//! The forms of a plan, filled in: what stands fills them, what changed becomes facts.
//!
//! A part that colleagues disagree about is shown as one of the readings, and saving it settles
//! what holds. Deliberately absent: which answers belong to which value ([`super::plan`]).

use super::filled::Filled;
use super::plan::{
    about_answers, about_changes, part_answers, part_of, signing_answers, signing_of,
    words_answers, words_of,
};
use crate::app::screens::sheet::Objection;
use crate::domain::case::{Case, Plan};
use crate::domain::event::Draft;
use crate::domain::fact::{Fact, Slot};
use crate::domain::id::{PartId, PlanId};
use crate::domain::safety_plan::{PlanAspect, PlanAspects, PlanSection, Signer};
use crate::domain::sheet::{AnswerPlace, AnswerValue};
use crate::domain::slot::Held;
use crate::domain::time::PartialDate;
use crate::form::Answers;
use crate::text::Key as Words;

fn part_shown(case: &Case, plan: PlanId, part: PartId) -> Answers {
    let now = case.plans.get(&plan).map(Plan::now);
    now.as_ref().and_then(|now| now.part(part)).map(part_answers).unwrap_or_default()
}

fn is_disputed_part(case: &Case, plan: PlanId, part: PartId) -> bool {
    let held = case.plans.get(&plan).and_then(|held| held.parts.get(&part));
    held.is_some_and(|held| held.is_disputed())
}

/// What fills the form of a part, and its slot; `None` when the plan is gone. Of a part that
/// colleagues disagree about nothing stands.
#[must_use]
pub fn prefill_part(case: &Case, plan: PlanId, part: PartId) -> Option<(Answers, Vec<Slot>)> {
    case.plans.get(&plan)?;
    let disputed = is_disputed_part(case, plan, part);
    let answers = if disputed { Answers::new() } else { part_shown(case, plan, part) };
    Some((answers, vec![Slot::PlanPart(plan, part)]))
}

/// One of the readings of a part that colleagues disagree about; empty when they do not.
#[must_use]
pub fn disputed_part(case: &Case, plan: PlanId, part: PartId) -> Answers {
    let disputed = is_disputed_part(case, plan, part);
    if disputed { part_shown(case, plan, part) } else { Answers::new() }
}

/// The aspects of a plan as they stand. One that colleagues disagree about is left empty: filling
/// it in settles it.
fn aspects(plan: &Plan) -> PlanAspects {
    PlanAspects {
        children: None,
        start: plan.start.settled().copied(),
        review: plan.review.settled().cloned(),
        made_with: plan.made_with.settled().cloned(),
        situation: plan.situation.settled().cloned(),
        emergency: plan.emergency.settled().cloned(),
        owner: plan.owner.settled().cloned(),
    }
}

/// What fills the form of the particulars, and their slots; `None` when the plan is gone.
#[must_use]
pub fn prefill_about(case: &Case, plan: PlanId) -> Option<(Answers, Vec<Slot>)> {
    const ASKED: [PlanAspect; 6] = [
        PlanAspect::Start,
        PlanAspect::Review,
        PlanAspect::MadeWith,
        PlanAspect::Situation,
        PlanAspect::Emergency,
        PlanAspect::Owner,
    ];
    let stands = aspects(case.plans.get(&plan)?);
    let slots = ASKED.map(|aspect| Slot::PlanAspect(plan, aspect));
    Some((about_answers(&stands), slots.into()))
}

fn words_shown(case: &Case, plan: PlanId, section: PlanSection) -> (bool, Answers) {
    let held = case.plans.get(&plan);
    let disputed = held.and_then(|held| held.words.get(&section)).is_some_and(Held::is_disputed);
    let now = held.map(Plan::now).unwrap_or_default();
    (disputed, now.words.get(&section).map(|words| words_answers(words)).unwrap_or_default())
}

/// What fills the form of the family's own words, and its slot; `None` when the plan is gone.
#[must_use]
pub fn prefill_words(
    case: &Case,
    plan: PlanId,
    section: PlanSection,
) -> Option<(Answers, Vec<Slot>)> {
    case.plans.get(&plan)?;
    let (disputed, shown) = words_shown(case, plan, section);
    let words = if disputed { Answers::new() } else { shown };
    Some((words, vec![Slot::PlanWords(plan, section)]))
}

/// One of the readings of the family's own words; empty when nobody contradicts them.
#[must_use]
pub fn disputed_words(case: &Case, plan: PlanId, section: PlanSection) -> Answers {
    let (disputed, shown) = words_shown(case, plan, section);
    if disputed { shown } else { Answers::new() }
}

/// What fills the form of a signature, and its slot; `None` when the version is gone.
#[must_use]
pub fn prefill_signing(
    case: &Case,
    (plan, number): (PlanId, u16),
    signer: Signer,
) -> Option<(Answers, Vec<Slot>)> {
    let held = case.plans.get(&plan)?;
    held.versions.get(&number)?;
    let stands = held.signatures.get(&(number, signer)).and_then(Held::settled);
    let signing = stands.map(signing_answers).unwrap_or_default();
    Some((signing, vec![Slot::PlanSignature(plan, number, signer)]))
}

/// The facts of a part: the part as it was filled in, when anything is new.
///
/// # Errors
/// A day that is not whole.
pub fn part_facts(
    filled: &Filled<'_>,
    (plan, part, section): (PlanId, PartId, PlanSection),
) -> Result<Vec<Draft>, Vec<Objection>> {
    days_whole(filled.answers)?;
    if filled.answers == filled.before {
        return Ok(Vec::new());
    }
    let old = filled.case.plans.get(&plan).map(Plan::now);
    let old = old.as_ref().and_then(|now| now.part(part));
    let content = Some(Box::new(part_of(section, filled.answers, old)));
    Ok(vec![filled.draft(Fact::PlanPartWritten { plan, part, content })])
}

/// The facts of the particulars: one fact with the aspects that changed.
///
/// # Errors
/// A day that is not whole, or was taken away; a name beside a day that is not there.
pub fn about_facts(filled: &Filled<'_>, plan: PlanId) -> Result<Vec<Draft>, Vec<Objection>> {
    days_whole(filled.answers)?;
    let has = |answers: &Answers, item: &str| answers.contains_key(&AnswerPlace::of_case(item));
    let gone = ["start", "review-day"]
        .into_iter()
        .filter(|item| has(filled.before, item) && !has(filled.answers, item));
    let mut objections: Vec<Objection> =
        gone.map(|item| objection(item, Words::SaidDayStays)).collect();
    if has(filled.answers, "review-who") && !has(filled.answers, "review-day") {
        objections.push(objection("review-day", Words::SaidReviewDay));
    }
    if !objections.is_empty() {
        return Err(objections);
    }
    let stood = about_changes(&PlanAspects::default(), filled.before);
    let aspects = about_changes(&stood, filled.answers);
    if aspects.present().is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![filled.draft(Fact::PlanDescribed { plan, aspects: Box::new(aspects) })])
}

/// The fact of the family's own words, when they changed.
#[must_use]
pub fn words_facts(filled: &Filled<'_>, plan: PlanId, section: PlanSection) -> Vec<Draft> {
    if filled.answers == filled.before {
        return Vec::new();
    }
    let words = words_of(filled.answers);
    vec![filled.draft(Fact::PlanWords { plan, section, words })]
}

/// The fact of a signature, when it changed.
///
/// # Errors
/// A day that is not whole.
pub fn signing_facts(
    filled: &Filled<'_>,
    (plan, number): (PlanId, u16),
    signer: Signer,
) -> Result<Vec<Draft>, Vec<Objection>> {
    days_whole(filled.answers)?;
    if filled.answers == filled.before {
        return Ok(Vec::new());
    }
    let signing = signing_of(filled.answers);
    Ok(vec![filled.draft(Fact::PlanSigned { plan, number, signer, signing })])
}

fn objection(item: &str, words: Words) -> Objection {
    Objection { place: Some(AnswerPlace::of_case(item)), words }
}

/// A plan holds whole days: a month or a year alone cannot be kept, and must not be lost.
fn days_whole(answers: &Answers) -> Result<(), Vec<Objection>> {
    let partial = answers.iter().filter(|(_, given)| match &given.value {
        AnswerValue::Date(PartialDate::Day(_)) => false,
        AnswerValue::Date(_) => true,
        AnswerValue::Option(_)
        | AnswerValue::Options(_)
        | AnswerValue::YesNo(_)
        | AnswerValue::Text(_)
        | AnswerValue::Person(_) => false,
    });
    let objections: Vec<Objection> =
        partial.map(|(place, _)| objection(&place.item.0, Words::SaidDayWhole)).collect();
    if objections.is_empty() { Ok(()) } else { Err(objections) }
}
