//! The answer of an assessment that a danger came from.
//!
//! Deliberately absent: which answers are dangerous. Yes and partly are offered; a person chooses.

use crate::app::screens::pick;
use crate::app::screens::work::content::Scene;
use crate::app::screens::work::risk;
use crate::domain::case::Sheet;
use crate::domain::id::{PartId, PlanId, SheetId};
use crate::domain::person::Answer;
use crate::domain::sheet::{AnswerPlace, AnswerValue, Given};
use crate::text::{Key as Words, dates};

/// An option of a choice that says that something is so only in part.
const PARTLY: &str = "partly";
/// An option of a choice that says that it is so.
const YES: &str = crate::form::YES;

/// Whether an answer says that something is so, wholly or in part.
fn says_so(given: &Given) -> bool {
    match &given.value {
        AnswerValue::YesNo(answer) => *answer == Answer::Yes,
        AnswerValue::Option(id) => id == YES || id == PARTLY,
        AnswerValue::Options(_)
        | AnswerValue::Date(_)
        | AnswerValue::Text(_)
        | AnswerValue::Person(_) => false,
    }
}

/// The question at a place, with the name of whom it is about.
fn question(scene: &Scene<'_>, sheet: &Sheet, place: &AnswerPlace) -> String {
    let form = risk::told::form_of(scene, sheet);
    match form.and_then(|form| form.item(&place.item)) {
        Some((_, item)) => risk::told::question(scene, item, place.subject),
        None => place.item.0.clone(),
    }
}

/// Which answer it was, and of when.
#[must_use]
pub fn words(scene: &Scene<'_>, sheet: SheetId, place: &AnswerPlace) -> String {
    let Some(held) = scene.case.sheets.get(&sheet) else { return place.item.0.clone() };
    let question = question(scene, held, place);
    match held.opened.stamp() {
        Some(stamp) => format!("{question} ({})", dates::numeric_day(stamp.at.day())),
        None => question,
    }
}

/// The answers of the latest assessment that a danger can come from, to pick one.
#[must_use]
pub fn choices(scene: &Scene<'_>, (plan, part): (PlanId, PartId)) -> Vec<pick::Row> {
    let Some((id, sheet)) = scene.case.latest_assessment() else { return Vec::new() };
    let chosen = |item| pick::Choice::Plan(super::Choice::Origin(plan, part, item));
    let answers = sheet.answers_shown();
    let mut rows: Vec<pick::Row> = answers
        .iter()
        .filter(|(_, given)| says_so(given))
        .map(|(place, given)| pick::Row {
            choice: chosen(Some((id, place.clone()))),
            shown: question(scene, sheet, place),
            more: given.note.clone(),
        })
        .collect();
    if !rows.is_empty() {
        let shown = scene.say(Words::PickNoItem);
        rows.push(pick::Row { choice: chosen(None), shown, more: String::new() });
    }
    rows
}
