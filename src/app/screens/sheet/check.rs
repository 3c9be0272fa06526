//! What is missing in a form, or cannot be read; and what was objected to when it was to be
//! recorded.

use super::ask::{Ask, Part};
use super::build::CONCLUSION;
use super::{Objection, Scene, SheetForm};
use crate::app::field::{FormOutcome, Hint, Need, Problem, judge};
use crate::domain::time::PartialDate;
use crate::text::Key;

impl SheetForm {
    pub(super) fn try_save(&mut self, scene: &Scene<'_>) -> FormOutcome {
        if !self.has_content() {
            self.hint = Some(Hint::Said(Key::SheetProblemNothing));
            return FormOutcome::Stay;
        }
        let problems = self.problems(scene);
        let Some((first, hint)) = judge(&mut self.fields, &problems, &mut self.warned) else {
            return FormOutcome::Ready;
        };
        self.hint = Some(hint);
        self.focus_on(first);
        FormOutcome::Stay
    }

    fn problems(&self, scene: &Scene<'_>) -> Vec<Problem<Ask>> {
        let mut found = Vec::new();
        for field in &self.fields {
            let ask = field.ask;
            match self.date_in(ask, scene) {
                Some(Err(())) => found.push((ask, Need::Required, Key::ContactProblemDate)),
                Some(Ok(date)) if ask.part == Part::SeenOn && is_to_come(&date, scene) => {
                    found.push((ask, Need::Required, Key::SheetProblemPast));
                }
                Some(Ok(_)) => {}
                None if field.is_empty() && field.need != Need::Optional => {
                    found.push((ask, field.need, self.missing(ask, field.need)));
                }
                None => {}
            }
        }
        found
    }

    fn missing(&self, ask: Ask, need: Need) -> Key {
        let means = ask.of(&self.form).and_then(|(_, item)| item.means);
        match need {
            Need::Required if means.is_some_and(|means| CONCLUSION.contains(&means)) => {
                Key::SheetProblemConclusion
            }
            Need::Required => Key::SheetProblemRequired,
            Need::Wanted | Need::Optional => Key::SheetProblemWanted,
        }
    }

    /// Shows what was objected to at its field, and goes to the first; the first without a field
    /// stands under the form.
    pub fn object(&mut self, objections: &[Objection]) {
        self.hint = Some(Hint::Blocked);
        let mut first = None;
        for objection in objections {
            let field = objection.place.as_ref().and_then(|place| {
                let is_it = |ask: Ask| {
                    ask.part == Part::Answer && self.place_of(ask).as_ref() == Some(place)
                };
                self.fields.iter().position(|field| is_it(field.ask))
            });
            if let Some((at, field)) = field.and_then(|at| Some((at, self.fields.get_mut(at)?))) {
                field.problem = Some(objection.words);
                first = first.or(Some(at));
            } else if self.hint == Some(Hint::Blocked) {
                self.hint = Some(Hint::Said(objection.words));
            }
        }
        self.focus = first.unwrap_or(self.focus);
    }
}

fn is_to_come(date: &PartialDate, scene: &Scene<'_>) -> bool {
    use chrono::Datelike as _;
    let today = scene.at.day();
    match date {
        PartialDate::Day(day) => *day > today,
        PartialDate::Month(year, month) => (*year, *month) > (today.year(), today.month()),
        PartialDate::Year(year) => *year > today.year(),
        PartialDate::Absent(_) => false,
    }
}
