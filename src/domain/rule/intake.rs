//! The rules about a report, its persons, and who does what: hard rules 1, 5, 8, 14, 18, 21 and 22
//! as far as the desk meets them.
//!
//! Deliberately absent: triage.

use super::judge::Judge;
use super::{Rule, lacks_safety_plan, said};
use crate::domain::code::Capacity;
use crate::domain::fact::{Acute, Closing, ClosingGround, Fact, Opening, Overseer};
use crate::domain::id::{EventId, ReportId};
use crate::domain::report::{Classification, Disclosure, ReportAspects};

impl Judge<'_> {
    pub(super) fn opening(&mut self, opening: Opening) {
        let empty = self.case.persons.is_empty() && self.case.reports.is_empty();
        let kept = empty || opening != Opening::Advice;
        self.need(kept, Rule::AdviceWithoutFamily, "");
    }

    /// Who reported stays hidden or becomes known by the rules for this kind of reporter (hard
    /// rule 18; Uitvoeringsbesluit Wmo 4.1.8(3)). [`Disclosure::Open`] itself says that the
    /// reporter agreed; where hiding was promised before, it must be said when and how.
    pub(super) fn described(&mut self, report: ReportId, aspects: &ReportAspects) {
        self.family();
        self.report(Some(&report));
        let held = self.case.reports.get(&report);
        let told = aspects.classification.as_ref();
        let told = told.or_else(|| held.and_then(|held| held.classification.shown()));
        let capacity: Option<Capacity> = told.and_then(|told: &Classification| told.capacity);
        let professional = capacity.is_some_and(Capacity::is_professional);
        let promised = held.is_some_and(|held| held.disclosure.values().any(is_hidden));
        match &aspects.disclosure {
            Some(Disclosure::HiddenToFamily(ground)) => {
                let kept = !professional || said(ground);
                self.need(kept, Rule::HiddenOnGround, "disclosure");
            }
            Some(Disclosure::Open) => {
                let kept = professional || !promised || self.why.is_some_and(said);
                self.need(kept, Rule::OpenWithConsent, "disclosure");
            }
            Some(Disclosure::NotAsked) | None => {}
        }
    }

    /// A named organisation and person watch (hard rule 5).
    pub(super) fn overseer(&mut self, overseer: &Overseer) {
        let ours = overseer.staff.is_none_or(|id| self.setting.staff.contains(&id));
        let named = said(&overseer.organisation) && said(&overseer.person);
        self.need(ours && named, Rule::OverseerNamed, "overseer");
    }

    /// Acute unsafety comes with what is done, by whom, and when: within the hours in which one
    /// must act. Leaving it needs a reason.
    pub(super) fn acute(&mut self, acute: &Acute) {
        match acute {
            Acute::Declared(action) => {
                let until = self.setting.policy.0.act_now_until(self.setting.now);
                let told = said(&action.what) && said(&action.who) && action.when <= until;
                self.need(told, Rule::AcuteNeedsAction, "acute");
            }
            Acute::Lifted(reason) => self.reason(reason),
        }
    }

    /// Closing at the desk. Once there is a triage decision, a case closes by another decision,
    /// which a second person signs.
    pub(super) fn closing(&mut self, closing: &Closing) {
        match closing {
            Closing::Closed { ground, reason, sender_told } => {
                // The answer itself says why.
                if *ground != ClosingGround::Answered {
                    self.reason(reason);
                }
                let decided = !self.case.triage_decision.is_empty();
                self.need(!decided, Rule::SecondPerson, "closing");
                self.before_closing("sender_told", said(sender_told));
            }
            Closing::Reopened(reason) => self.reason(reason),
        }
    }

    /// What must be done before a case closes, by whatever road: the reporter told or why not
    /// (hard rule 22), acute unsafety is lifted (hard rule 2), and a safety case has its plan
    /// (hard rule 8; the exception for acute cases is for handing over in haste, not for closing).
    pub(super) fn before_closing(&mut self, field: &'static str, told: bool) {
        let kept = told || !self.case.has_reporter() || self.case.reporter_told_on().is_some();
        self.need(kept, Rule::ReporterTold, field);
        self.need(!self.case.is_acute(), Rule::AcuteLifted, "");
        let kept = !lacks_safety_plan(self.case);
        self.need(kept, Rule::SafetyPlanFirst, "");
    }

    pub(super) fn retracted(&mut self, event: EventId) {
        let Some(events) = self.setting.events else { return };
        let target = events.iter().find(|known| known.id == event);
        let fact = target.and_then(|event| event.body.as_ref()).map(|body| &body.fact);
        let fixed = matches!(fact, Some(Fact::CaseOpened { .. } | Fact::Retracted { .. }));
        self.need(target.is_some() && !fixed, Rule::Retractable, "event");
        // What two decided, one does not take back: another decision takes its place.
        let decided = matches!(fact, Some(Fact::TriageDecided { .. }));
        let by_two = decided && self.case.countersigned.contains_key(&event);
        self.need(!by_two, Rule::SecondPerson, "event");
    }
}

const fn is_hidden(disclosure: &Disclosure) -> bool {
    match disclosure {
        Disclosure::HiddenToFamily(_) => true,
        Disclosure::Open | Disclosure::NotAsked => false,
    }
}
