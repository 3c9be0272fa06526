//! Answers before their form: the form is known, each answer fits its item, and what the form
//! proposed is what it does propose (hard rule 15).
//!
//! A sheet made with a form that is not at hand (another team, a newer version) is let be: its
//! form was checked where it was begun. Deliberately absent: whether every question was answered.

use super::Told;
use crate::app::screens::work::bind::assessment::use_of;
use crate::domain::case::Case;
use crate::domain::fact::Fact;
use crate::domain::id::SheetId;
use crate::domain::rule::{Refusal, Rule};
use crate::domain::sheet::{Conclusion, FormRef, ItemAnswer, Risk, Safety};
use crate::form::{Answers, Form, Library, Meaning, Of, fits, proposed};
use std::collections::BTreeMap;

/// Whether a fact is about a filled-in form.
pub fn is_of_a_form(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::SheetOpened { .. } | Fact::SheetAnswered { .. } | Fact::SheetConcluded { .. }
    )
}

/// What the forms refuse of these facts, told in this order.
pub fn refusals(told: &[Told], case: &Case, library: &Library) -> Vec<Refusal> {
    let mut look = Look { case, library, sheets: BTreeMap::new(), refused: Vec::new() };
    for (fact, _) in told {
        look.fact(fact);
    }
    look.refused
}

/// A sheet with the facts told so far.
struct Sheet {
    form: FormRef,
    answers: Answers,
}

struct Look<'a> {
    case: &'a Case,
    library: &'a Library,
    sheets: BTreeMap<SheetId, Sheet>,
    refused: Vec<Refusal>,
}

impl<'a> Look<'a> {
    fn need(&mut self, kept: bool, rule: Rule, field: &'static str) {
        if !kept {
            self.refused.push(Refusal { rule, field, about: None });
        }
    }

    fn fact(&mut self, fact: &Fact) {
        if let Fact::SheetOpened { sheet, form, used_for, .. } = fact {
            let found = self.library.find(form).map(|form| use_of(form.used_for));
            let known = self.case.sheets.contains_key(sheet);
            self.need(found.flatten().is_some() || known, Rule::FormKnown, "form");
            // A list of one's own is no risk assessment by calling it one.
            let same = found.flatten().is_none_or(|found| found == *used_for);
            self.need(same, Rule::FormKnown, "used_for");
            let held = self.sheet(*sheet);
            let answers = held.map(|held| held.answers).unwrap_or_default();
            self.sheets.insert(*sheet, Sheet { form: form.clone(), answers });
        }
        if let Fact::SheetAnswered { sheet, answers } = fact {
            let Some(mut held) = self.sheet(*sheet) else { return };
            if let Some(form) = self.library.find(&held.form) {
                let fit = answers.iter().all(|answer| fits_form(form, answer));
                self.need(fit, Rule::AnswerFits, "answers");
            }
            for ItemAnswer { place, given } in answers {
                match given {
                    Some(given) => held.answers.insert(place.clone(), given.clone()),
                    None => held.answers.remove(place),
                };
            }
            self.sheets.insert(*sheet, held);
        }
        if let Fact::SheetConcluded { sheet, conclusion } = fact {
            self.concluded(*sheet, conclusion);
        }
    }

    /// A sheet as told, or as it stands in the case.
    fn sheet(&mut self, id: SheetId) -> Option<Sheet> {
        if let Some(told) = self.sheets.remove(&id) {
            return Some(told);
        }
        let held = self.case.sheets.get(&id)?;
        let form = held.opened.shown()?.form.clone();
        Some(Sheet { form, answers: held.answers_shown() })
    }

    /// What was proposed is worked out anew: leaving it out is no way around the reason. While an
    /// answer is in dispute nothing can be said.
    fn concluded(&mut self, id: SheetId, conclusion: &Conclusion) {
        let disputed = self
            .case
            .sheets
            .get(&id)
            .is_some_and(|sheet| sheet.answers.values().any(|answer| answer.is_disputed()));
        let Some(held) = self.sheet(id).filter(|_| !disputed) else { return };
        let form: Option<&'a Form> = self.library.find(&held.form);
        if let Some(form) = form {
            let all = proposed(form, &held.answers);
            let option = |means| {
                let found = all.iter().find(|proposal| proposal.means == means);
                found.map(|proposal| proposal.option.as_str())
            };
            let (safety, risk) = (option(Meaning::Safety), option(Meaning::Risk));
            let told =
                conclusion.proposed_safety.is_none_or(|told| safety == Some(of_safety(told)))
                    && conclusion.proposed_risk.is_none_or(|told| risk == Some(of_risk(told)));
            let same = safety.is_none_or(|option| option == of_safety(conclusion.safety))
                && risk.is_none_or(|option| option == of_risk(conclusion.risk));
            let explained = !conclusion.override_reason.trim().is_empty();
            self.need(told, Rule::ProposalTold, "proposed");
            self.need(same || explained, Rule::OverrideReason, "override_reason");
        }
        self.sheets.insert(id, held);
    }
}

/// Whether an answer belongs to an item of the form, and is about whom that item is asked.
fn fits_form(form: &Form, answer: &ItemAnswer) -> bool {
    let Some((section, item)) = form.item(&answer.place.item) else { return false };
    let about = match section.of {
        Of::Case => answer.place.subject.is_none(),
        Of::Child | Of::Caregiver | Of::Person => answer.place.subject.is_some(),
        Of::Rater => true,
    };
    about && answer.given.as_ref().is_none_or(|given| fits(item, &given.value))
}

/// The option of a form that stands for a conclusion.
const fn of_safety(safety: Safety) -> &'static str {
    match safety {
        Safety::Safe => "safe",
        Safety::SafeWithPlan => "safe-with-plan",
        Safety::Unsafe => "unsafe",
    }
}

const fn of_risk(risk: Risk) -> &'static str {
    match risk {
        Risk::Low => "low",
        Risk::Medium => "medium",
        Risk::High => "high",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::domain::id::{CaseId, PersonId};
    use crate::domain::person::Answer;
    use crate::domain::sheet::{AnswerPlace, AnswerValue, Confidence, Given, SheetUse};
    use crate::domain::time::Moment;

    const SHEET: SheetId = SheetId([6; 16]);

    const FORM: &str = r#"
id = "short-list"
version = 1
nl = "Korte lijst"
en = "Short list"
use = "own"

[[section]]
id = "now"
nl = "Nu"
en = "Now"

[[section.item]]
id = "violence"
kind = "yes-no"
nl = "Geweld?"
en = "Violence?"
group = "threat"
points = { yes = 2, no = 0 }

[[section.item]]
id = "safety"
kind = "choice"
nl = "Veiligheid"
en = "Safety"
means = "safety"
options = [
  { id = "safe", nl = "veilig", en = "safe" },
  { id = "safe-with-plan", nl = "veilig met plan", en = "safe with plan" },
  { id = "unsafe", nl = "niet veilig", en = "not safe" },
]

[[section]]
id = "child"
nl = "Kind"
en = "Child"
for = "child"

[[section.item]]
id = "afraid"
kind = "yes-no"
nl = "Bang?"
en = "Afraid?"

[[propose]]
means = "safety"
option = "unsafe"
group = "threat"
at-least = 1
nl = "Er is geweld."
en = "There is violence."
"#;

    fn library() -> (Library, FormRef) {
        let form = crate::form::load("short-list@1.toml", FORM).unwrap();
        let name = form.name.clone();
        let (library, clashes) = Library::published().with_own(vec![form]);
        assert!(clashes.is_empty());
        (library, name)
    }

    fn opened(form: FormRef) -> Fact {
        let (used_for, trigger) = (SheetUse::Own, String::new());
        Fact::SheetOpened { sheet: SHEET, form, used_for, trigger }
    }

    fn answered(place: AnswerPlace, value: AnswerValue) -> Fact {
        let answers = vec![ItemAnswer { place, given: Some(Given::plain(value)) }];
        Fact::SheetAnswered { sheet: SHEET, answers }
    }

    fn violence(answer: Answer) -> Fact {
        answered(AnswerPlace::of_case("violence"), AnswerValue::YesNo(answer))
    }

    fn concluded(safety: Safety, proposed: Option<Safety>, why: &str) -> Fact {
        let conclusion = Conclusion {
            safety,
            risk: Risk::Low,
            reasons: "gezien".to_owned(),
            confidence: Confidence::High,
            proposed_safety: proposed,
            proposed_risk: None,
            override_reason: why.to_owned(),
            valid_until: Moment(0).day(),
            no_information: 0,
            unanswered: 0,
            concluded_at: Moment(0),
        };
        Fact::SheetConcluded { sheet: SHEET, conclusion: Box::new(conclusion) }
    }

    fn rules(facts: Vec<Fact>) -> Vec<Rule> {
        let (library, form) = library();
        let mut told: Vec<Told> = vec![(opened(form), None)];
        told.extend(facts.into_iter().map(|fact| (fact, None)));
        let case = Case::unknown(CaseId([1; 16]));
        refusals(&told, &case, &library).into_iter().map(|refusal| refusal.rule).collect()
    }

    #[test]
    fn a_form_that_is_not_at_hand_begins_nothing_and_neither_does_a_form_of_the_work() {
        let (library, form) = library();
        let case = Case::unknown(CaseId([1; 16]));
        let begin = |form: FormRef| refusals(&[(opened(form), None)], &case, &library).len();
        assert_eq!(begin(form.clone()), 0);
        assert_eq!(begin(FormRef { hash: [0; 32], ..form.clone() }), 1);
        assert_eq!(begin(FormRef { version: 2, ..form }), 1);
        assert_eq!(begin(library.newest("triage").unwrap().name.clone()), 1);
    }

    #[test]
    fn a_list_of_ones_own_is_not_begun_as_a_risk_assessment() {
        let (library, form) = library();
        let case = Case::unknown(CaseId([1; 16]));
        let (used_for, trigger) = (SheetUse::Assessment, String::new());
        let fact = Fact::SheetOpened { sheet: SHEET, form, used_for, trigger };
        let refused = refusals(&[(fact, None)], &case, &library);
        let refused: Vec<_> = refused.iter().map(|refusal| refusal.field).collect();
        assert_eq!(refused, ["used_for"]);
    }

    #[test]
    fn an_answer_fits_its_item_and_is_about_whom_the_item_is_asked() {
        let child = PersonId([3; 16]);
        let yes = || AnswerValue::YesNo(Answer::Yes);
        let safety = |option: &str| AnswerValue::Option(option.to_owned());
        for (place, value, kept) in [
            (AnswerPlace::of_case("violence"), yes(), true),
            (AnswerPlace::of_case("violence"), AnswerValue::Text("ja".to_owned()), false),
            (AnswerPlace::of_case("safety"), safety("unsafe"), true),
            (AnswerPlace::of_case("safety"), safety("fine"), false),
            (AnswerPlace::of_case("weapons"), yes(), false),
            (AnswerPlace::of_person("afraid", child), yes(), true),
            (AnswerPlace::of_case("afraid"), yes(), false),
            (AnswerPlace::of_person("violence", child), yes(), false),
        ] {
            let refused = rules(vec![answered(place.clone(), value)]);
            assert_eq!(refused.is_empty(), kept, "{place:?}: {refused:?}");
        }
    }

    #[test]
    fn what_the_form_proposes_is_worked_out_anew_so_leaving_it_out_needs_the_reason_too() {
        let threat = |last| vec![violence(Answer::Yes), last];
        let (safe, not_safe) = (Safety::Safe, Safety::Unsafe);
        assert_eq!(rules(threat(concluded(not_safe, Some(not_safe), ""))), []);
        assert_eq!(rules(threat(concluded(not_safe, None, ""))), []);
        assert_eq!(rules(threat(concluded(safe, None, ""))), [Rule::OverrideReason]);
        assert_eq!(rules(threat(concluded(safe, None, "hij is weg"))), []);
        assert_eq!(rules(threat(concluded(safe, Some(safe), "hij is weg"))), [Rule::ProposalTold]);
        let calm = vec![violence(Answer::No), concluded(safe, None, "")];
        assert_eq!(rules(calm), []);
        let changed = vec![violence(Answer::Yes), violence(Answer::No), concluded(safe, None, "")];
        assert_eq!(rules(changed), [], "the answer that counts is the last");
    }
}
