//! The rules of a filled-in form and its conclusion: hard rule 15.
//!
//! Deliberately absent: whether an answer fits its item; the forms are not here.

use super::judge::Judge;
use super::{Rule, said};
use crate::domain::id::SheetId;
use crate::domain::sheet::{AnswerValue, Conclusion, FormRef, ItemAnswer};

impl Judge<'_> {
    fn sheet_known(&mut self, sheet: SheetId) {
        self.need(self.case.sheets.contains_key(&sheet), Rule::SheetKnown, "sheet");
    }

    pub(super) fn sheet_opened(&mut self, sheet: SheetId, form: &FormRef) {
        let known = self.case.sheets.get(&sheet);
        let same = known.is_none_or(|known| known.opened.values().all(|held| held.form == *form));
        self.need(same, Rule::SheetKeepsForm, "form");
    }

    pub(super) fn answered(&mut self, sheet: SheetId, answers: &[ItemAnswer]) {
        self.sheet_known(sheet);
        let persons = answers.iter().flat_map(|answer| {
            let named = match answer.given.as_ref().map(|given| &given.value) {
                Some(AnswerValue::Person(person)) => Some(person),
                Some(
                    AnswerValue::Option(_)
                    | AnswerValue::Options(_)
                    | AnswerValue::YesNo(_)
                    | AnswerValue::Date(_)
                    | AnswerValue::Text(_),
                )
                | None => None,
            };
            answer.place.subject.as_ref().into_iter().chain(named)
        });
        self.persons_in("answers", persons);
    }

    /// A person concludes, with reasons; where the form proposed something else, with the reason
    /// for that too. A total of points decides nothing: no points are needed, and none suffice.
    pub(super) fn concluded(&mut self, sheet: SheetId, conclusion: &Conclusion) {
        self.sheet_known(sheet);
        self.need(said(&conclusion.reasons), Rule::ConclusionReasons, "reasons");
        let safety = conclusion.proposed_safety.is_none_or(|safety| safety == conclusion.safety);
        let risk = conclusion.proposed_risk.is_none_or(|risk| risk == conclusion.risk);
        let kept = (safety && risk) || said(&conclusion.override_reason);
        self.need(kept, Rule::OverrideReason, "override_reason");
        self.happened_at(conclusion.concluded_at, "concluded_at");
        let ahead = conclusion.valid_until >= conclusion.concluded_at.day();
        self.need(ahead, Rule::ValidUntilAhead, "valid_until");
    }
}
