//! Instruments: their answers are facts as they are, and a conclusion is a person's.
//!
//! A sheet may be recorded half done; it is concluded when every item of the conclusion is there.
//! What the form proposed is kept beside what was concluded (hard rule 15). Deliberately absent:
//! any form by name: an instrument is what its file says.

use super::filled::Filled;
use crate::app::screens::sheet::{Disputed, Objection};
use crate::domain::case::Case;
use crate::domain::event::Draft;
use crate::domain::fact::{Fact, Slot};
use crate::domain::id::SheetId;
use crate::domain::sheet::{
    AnswerPlace, AnswerValue, Conclusion, Confidence, ItemAnswer, Risk, Safety, SheetUse,
};
use crate::domain::time::{Day, PartialDate};
use crate::form::{self, Answers, Meaning, Use};
use crate::text::Key;
use std::collections::BTreeSet;

const SAFETY: [(&str, Safety); 3] =
    [("safe", Safety::Safe), ("safe-with-plan", Safety::SafeWithPlan), ("unsafe", Safety::Unsafe)];
const RISK: [(&str, Risk); 3] =
    [("low", Risk::Low), ("medium", Risk::Medium), ("high", Risk::High)];
const CONFIDENCE: [(&str, Confidence); 3] =
    [("low", Confidence::Low), ("medium", Confidence::Medium), ("high", Confidence::High)];

/// What a form of this use is filled in for; `None` for a form of the work itself.
#[must_use]
pub const fn use_of(used_for: Use) -> Option<SheetUse> {
    match used_for {
        Use::Assessment => Some(SheetUse::Assessment),
        Use::ChildVoice => Some(SheetUse::ChildVoice),
        Use::Scaling => Some(SheetUse::Scaling),
        Use::Own => Some(SheetUse::Own),
        Use::Work => None,
    }
}

/// The answers of a sheet and the slots they stand in; none for a new one.
#[must_use]
pub fn prefill(sheet: SheetId, case: &Case) -> (Answers, Vec<Slot>) {
    let Some(held) = case.sheets.get(&sheet) else { return (Answers::new(), Vec::new()) };
    let mut slots = vec![Slot::Sheet(sheet), Slot::Conclusion(sheet)];
    slots.extend(held.answers.keys().map(|place| Slot::Answer(sheet, place.key())));
    (held.answers_shown(), slots)
}

/// Where colleagues answered differently, and what.
#[must_use]
pub fn disputed(sheet: SheetId, case: &Case) -> Disputed {
    let answers = case.sheets.get(&sheet).map(|held| held.answers.iter());
    let disputed = answers.into_iter().flatten().filter(|(_, held)| held.is_disputed());
    let values = disputed.map(|(place, held)| {
        let given = held.values().map(|given| given.as_ref().map(|given| given.value.clone()));
        (place.clone(), given.collect())
    });
    values.collect()
}

/// The facts of a sheet: that it was begun, the answers that changed, the conclusion.
///
/// # Errors
/// A conclusion that is not whole, that lies in the past, or that differs from what was proposed
/// without a reason.
pub fn facts(
    filled: &Filled<'_>,
    sheet: SheetId,
    used_for: SheetUse,
) -> Result<Vec<Draft>, Vec<Objection>> {
    let conclusion = conclusion(filled, sheet)?;
    let mut drafts = Vec::new();
    let trigger = trigger(filled);
    let opened = filled.case.sheets.get(&sheet).and_then(|held| held.opened.shown());
    if opened.is_none_or(|opened| opened.trigger != trigger && said(filled, Meaning::Trigger)) {
        let form = filled.form.name.clone();
        drafts.push(filled.draft(Fact::SheetOpened { sheet, form, used_for, trigger }));
    }
    let answers = changed(filled);
    let changes = !answers.is_empty();
    if changes {
        drafts.push(filled.draft(Fact::SheetAnswered { sheet, answers }));
    }
    drafts.extend(conclusion.map(|conclusion| {
        filled.draft(Fact::SheetConcluded { sheet, conclusion: Box::new(conclusion) })
    }));
    Ok(if changes { drafts } else { Vec::new() })
}

/// The answers that differ from what was recorded before.
fn changed(filled: &Filled<'_>) -> Vec<ItemAnswer> {
    let places: BTreeSet<&AnswerPlace> =
        filled.before.keys().chain(filled.answers.keys()).collect();
    places
        .into_iter()
        .filter(|place| filled.before.get(*place) != filled.answers.get(*place))
        .map(|place| ItemAnswer { place: place.clone(), given: filled.answers.get(place).cloned() })
        .collect()
}

fn place(filled: &Filled<'_>, meaning: Meaning) -> Option<AnswerPlace> {
    let item = filled.form.meaning(meaning)?;
    Some(AnswerPlace { item: item.id.clone(), subject: None })
}

fn value<'a>(filled: &Filled<'a>, meaning: Meaning) -> Option<&'a AnswerValue> {
    filled.answers.get(&place(filled, meaning)?).map(|given| &given.value)
}

fn said(filled: &Filled<'_>, meaning: Meaning) -> bool {
    value(filled, meaning).is_some()
}

fn text(filled: &Filled<'_>, meaning: Meaning) -> String {
    match value(filled, meaning) {
        Some(AnswerValue::Text(text)) => text.trim().to_owned(),
        Some(_) | None => String::new(),
    }
}

/// Why it was begun, in words: those of the options chosen, or what was written.
fn trigger(filled: &Filled<'_>) -> String {
    let item = filled.form.meaning(Meaning::Trigger);
    let words = |id: &String| {
        let choice = item.and_then(|item| item.choice(id));
        choice.map_or_else(String::new, |c| c.words.of(filled.words.lang().code()).to_owned())
    };
    match value(filled, Meaning::Trigger) {
        Some(AnswerValue::Option(id)) => words(id),
        Some(AnswerValue::Options(ids)) => ids.iter().map(words).collect::<Vec<_>>().join(", "),
        Some(_) | None => text(filled, Meaning::Trigger),
    }
}

fn option_of<T: Copy>(id: &str, named: &[(&str, T)]) -> Option<T> {
    named.iter().find(|(name, _)| *name == id).map(|(_, value)| *value)
}

fn chosen<T: Copy>(filled: &Filled<'_>, meaning: Meaning, named: &[(&str, T)]) -> Option<T> {
    match value(filled, meaning)? {
        AnswerValue::Option(id) => option_of(id, named),
        AnswerValue::Options(_)
        | AnswerValue::YesNo(_)
        | AnswerValue::Date(_)
        | AnswerValue::Text(_)
        | AnswerValue::Person(_) => None,
    }
}

fn proposed<T: Copy>(filled: &Filled<'_>, means: Meaning, named: &[(&str, T)]) -> Option<T> {
    let all = form::proposed(filled.form, filled.answers);
    let proposal = all.into_iter().find(|proposal| proposal.means == means)?;
    option_of(&proposal.option, named)
}

/// The items that make a conclusion.
const WHOLE: [Meaning; 5] =
    [Meaning::Safety, Meaning::Risk, Meaning::Reasons, Meaning::Confidence, Meaning::ValidUntil];

/// The conclusion, when it is whole and something in it is new.
fn conclusion(filled: &Filled<'_>, sheet: SheetId) -> Result<Option<Conclusion>, Vec<Objection>> {
    let standing = filled.case.sheets.get(&sheet).and_then(|held| held.conclusion.shown());
    if filled.form.meaning(Meaning::Safety).is_none() {
        return Ok(None);
    }
    let (have, lack): (Vec<Meaning>, Vec<Meaning>) =
        WHOLE.into_iter().partition(|meaning| said(filled, *meaning));
    if have.is_empty() && standing.is_none() {
        return Ok(None);
    }
    let object = |meaning: Meaning, words: Key| Objection { place: place(filled, meaning), words };
    let mut objections: Vec<Objection> =
        lack.into_iter().map(|meaning| object(meaning, Key::SheetProblemConclusion)).collect();
    let today = filled.now.day();
    let valid_until = valid_until(filled);
    match valid_until {
        _ if !said(filled, Meaning::ValidUntil) => {}
        None => objections.push(object(Meaning::ValidUntil, Key::ContactProblemDate)),
        Some(day) if day < today && is_new(filled, Meaning::ValidUntil) => {
            objections.push(object(Meaning::ValidUntil, Key::SheetProblemFuture));
        }
        Some(_) => {}
    }
    let safety = chosen(filled, Meaning::Safety, &SAFETY);
    let risk = chosen(filled, Meaning::Risk, &RISK);
    let proposed_safety = proposed(filled, Meaning::Safety, &SAFETY);
    let proposed_risk = proposed(filled, Meaning::Risk, &RISK);
    let override_reason = text(filled, Meaning::Override);
    let differs = proposed_safety.is_some_and(|proposed| Some(proposed) != safety)
        || proposed_risk.is_some_and(|proposed| Some(proposed) != risk);
    if differs && override_reason.is_empty() && objections.is_empty() {
        objections.push(object(Meaning::Override, Key::SheetProblemOverride));
    }
    let confidence = chosen(filled, Meaning::Confidence, &CONFIDENCE);
    let (Some(safety), Some(risk), Some(confidence), Some(valid_until), true) =
        (safety, risk, confidence, valid_until, objections.is_empty())
    else {
        return Err(objections);
    };
    let subjects = &filled.people.subjects;
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let made = Conclusion {
        safety,
        risk,
        reasons: text(filled, Meaning::Reasons),
        confidence,
        proposed_safety,
        proposed_risk,
        override_reason: if differs { override_reason } else { String::new() },
        valid_until,
        no_information: count(form::no_information(filled.form, filled.answers, subjects)),
        unanswered: count(form::unanswered(filled.form, filled.answers, subjects)),
        concluded_at: filled.now,
    };
    let is_same =
        |old: &Conclusion| Conclusion { concluded_at: made.concluded_at, ..old.clone() } == made;
    // Of two conclusions against each other neither stands: saying one again settles it.
    let settled = filled.case.sheets.get(&sheet).and_then(|held| held.conclusion.settled());
    Ok((!settled.is_some_and(is_same)).then_some(made))
}

fn is_new(filled: &Filled<'_>, meaning: Meaning) -> bool {
    place(filled, meaning)
        .is_some_and(|place| filled.before.get(&place) != filled.answers.get(&place))
}

fn valid_until(filled: &Filled<'_>) -> Option<Day> {
    match value(filled, Meaning::ValidUntil)? {
        AnswerValue::Date(PartialDate::Day(day)) => Some(*day),
        AnswerValue::Date(_)
        | AnswerValue::Option(_)
        | AnswerValue::Options(_)
        | AnswerValue::YesNo(_)
        | AnswerValue::Text(_)
        | AnswerValue::Person(_) => None,
    }
}
