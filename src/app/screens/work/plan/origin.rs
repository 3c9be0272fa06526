//! The answer of an assessment that a danger came from.
//!
//! Deliberately absent: which answers are dangerous. Yes and partly are offered; a person chooses.

use super::shown::person_name;
use crate::app::screens::pick;
use crate::app::screens::work::content::Scene;
use crate::domain::case::Case;
use crate::domain::id::{PartId, PlanId, SheetId};
use crate::domain::person::Answer;
use crate::domain::sheet::{AnswerPlace, AnswerValue, Given};
use crate::form::{Form, Library};
use crate::text::{Key as Words, Text, dates};

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
#[must_use]
pub fn question(
    words: &Text,
    case: &Case,
    form: Option<&Form>,
    place: &AnswerPlace,
) -> String {
    let item = form.and_then(|form| form.item(&place.item));
    let asked = item.map_or(place.item.0.as_str(), |(_, item)| item.ask.of(words.lang().code()));
    match place.subject {
        Some(subject) => format!("{}: {asked}", person_name(words, case, subject)),
        None => asked.to_owned(),
    }
}

/// The form a sheet was made with, when it is here.
#[must_use]
pub fn form_of<'l>(library: &'l Library, case: &Case, sheet: SheetId) -> Option<&'l Form> {
    let opened = case.sheets.get(&sheet)?.opened.shown()?;
    library.find(&opened.form)
}

/// Which answer it was, and of when.
#[must_use]
pub fn words(scene: &Scene<'_>, sheet: SheetId, place: &AnswerPlace) -> String {
    let form = form_of(&scene.opened.forms, scene.case, sheet);
    let question = question(scene.words, scene.case, form, place);
    let opened = scene.case.sheets.get(&sheet).and_then(|held| held.opened.stamp());
    match opened {
        Some(stamp) => format!("{question} ({})", dates::numeric_day(stamp.at.day())),
        None => question,
    }
}

/// The answers of the latest assessment that a danger can come from, to pick one.
#[must_use]
pub fn choices(scene: &Scene<'_>, (plan, part): (PlanId, PartId)) -> Vec<pick::Row> {
    let Some((id, sheet)) = scene.case.latest_assessment() else { return Vec::new() };
    let form = form_of(&scene.opened.forms, scene.case, id);
    let chosen = |item| pick::Choice::Plan(super::Choice::Origin(plan, part, item));
    let answers = sheet.answers_shown();
    let mut rows: Vec<pick::Row> = answers
        .iter()
        .filter(|(_, given)| says_so(given))
        .map(|(place, given)| pick::Row {
            choice: chosen(Some((id, place.clone()))),
            shown: question(scene.words, scene.case, form, place),
            more: given.note.clone(),
        })
        .collect();
    if !rows.is_empty() {
        let shown = scene.say(Words::PickNoItem);
        rows.push(pick::Row { choice: chosen(None), shown, more: String::new() });
    }
    rows
}
