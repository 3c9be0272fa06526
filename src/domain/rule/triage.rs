//! The rules of triage and its decision: hard rules 3, 4, 8, 14, 17, 22 and 36, and what the list
//! of fields asks of a decision (`domain.md` C3).
//!
//! Deliberately absent: suggestions (`domain::suggestion`), which never block.

use super::judge::Judge;
use super::{About, Rule, age, said};
use crate::domain::case::Case;
use crate::domain::deadline::{Calendar, DeadlinePolicy, Term};
use crate::domain::id::{EventId, PersonId, ReportId, StaffId};
use crate::domain::slot::{Held, Stamp};
use crate::domain::time::{Day, Moment};
use crate::domain::triage::{
    FollowUpBy, Incident, Inquiry, PersonInforming, Seen, TriageAspects, TriageDecision,
    TriageOutcome,
};
use std::collections::BTreeSet;

/// A person recorded this many days after a report, or sooner, was recorded with it: the term to
/// tell them runs from its receipt.
const DAYS_WITH_REPORT_MAX: i64 = 7;

/// The terms and the calendar in force.
type Policy<'a> = (&'a DeadlinePolicy, &'a Calendar);

impl Judge<'_> {
    pub(super) fn triage_noted(&mut self, aspects: &TriageAspects) {
        self.happened(aspects.family.as_ref().and_then(|family| family.on), "family");
        let told = aspects.reporter_told.as_ref().and_then(|told| told.on);
        self.happened(told, "reporter_told");
    }

    pub(super) fn child_seen(&mut self, child: PersonId, seen: &Seen) {
        self.persons_in("child", [&child]);
        self.happened(seen.seen_on, "seen_on");
        self.happened(seen.spoken_on, "spoken_on");
        let told = seen.seen_on.is_some() || seen.spoken_on.is_some() || said(&seen.why_not);
        self.need(told, Rule::SeenOrReason, "seen");
    }

    pub(super) fn inquiry(&mut self, content: Option<&Inquiry>) {
        let Some(inquiry) = content else { return };
        self.text(&inquiry.whom, "whom");
        self.text(&inquiry.question, "question");
        self.happened(Some(inquiry.asked_on), "asked_on");
        self.happened(inquiry.answered_on, "answered_on");
    }

    pub(super) fn incident(&mut self, content: Option<&Incident>) {
        let Some(incident) = content else { return };
        self.text(&incident.what, "what");
        self.happened(Some(incident.on), "on");
    }

    /// Telling is put off in steps, each with a ground (hard rule 17). A step counts from the term
    /// now running; when that has lapsed, from today.
    pub(super) fn informed(&mut self, person: PersonId, informing: &PersonInforming) {
        self.persons([&person]);
        match informing {
            PersonInforming::Told { on, .. } => self.happened(Some(*on), "on"),
            PersonInforming::Postponed { until, ground } => {
                self.need(said(ground), Rule::PostponedOnGround, "ground");
                let (terms, calendar) = self.setting.policy;
                let today = self.setting.now.day();
                let running = inform_due(self.case, person, self.setting.policy);
                let from = running.map_or(today, |due| due.max(today));
                let last = terms.due(from, Term::InformExtension, None, calendar).due_day;
                self.need(*until <= last, Rule::PostponedInSteps, "until");
            }
        }
    }

    pub(super) fn decided(&mut self, decision: &TriageDecision) {
        self.need(said(&decision.reasons), Rule::DecisionReasons, "reasons");
        let known = decision.reports.iter().all(|id| self.case.reports.contains_key(id));
        self.need(known, Rule::ReportKnown, "reports");
        let listed = !decision.reports.is_empty() || self.case.received_at().is_none();
        self.need(listed, Rule::ReportsListed, "reports");
        self.happened_at(decision.decided_at, "decided_at");
        let due = due_of_decision(self.case, &decision.reports, self.setting.policy);
        let late = due.is_some_and(|due| decision.decided_at.day() > due);
        self.need(!late || said(&decision.late_reason), Rule::LateReason, "late_reason");
        self.need(!self.case.triage.urgency.is_empty(), Rule::UrgencyJudged, "urgency");
        self.need(!self.case.triage.earlier.is_empty(), Rule::EarlierChecked, "earlier");
        let elsewhere = match decision.outcome {
            TriageOutcome::FollowUp(by) => by != FollowUpBy::Ourselves,
            TriageOutcome::Investigate
            | TriageOutcome::Advice
            | TriageOutcome::End
            | TriageOutcome::Inadmissible => false,
        };
        self.need(!elsewhere || said(&decision.receiver), Rule::ReceiverNamed, "receiver");
        self.children_heard();
        if decision.outcome.closes() {
            self.before_closing("reporter_told", false);
        }
    }

    /// Each child known to be twelve or older was spoken with, or it is said why not (hard rule
    /// 36). Of a child of unknown age nothing is asked.
    fn children_heard(&mut self) {
        let case = self.case;
        let today = self.setting.now.day();
        for child in case.child_ids() {
            let records = || case.persons.iter().filter(|(id, _)| stands_as(case, **id, child));
            let dead = records().any(|(_, person)| !person.died_on.is_empty());
            let old = records()
                .any(|(_, person)| age::is_known_to_be(person, age::AGE_HEARD_FROM, today));
            // Of one record colleagues must agree that the child was heard; one record is enough.
            let mut told = records().filter_map(|(id, _)| case.seen.get(id));
            let is_heard = |seen: &Seen| seen.spoken_on.is_some() || said(&seen.why_not);
            let heard = told.any(|held| !held.is_empty() && held.values().all(is_heard));
            let kept = dead || !old || heard;
            self.need_of(kept, (Rule::ChildHeard, "seen"), About::Person(child));
        }
    }

    /// Somebody else than the author signs, in person, something that can be signed (hard rule
    /// 14).
    pub(super) fn countersigned(&mut self, event: EventId, staff: StaffId) {
        let in_person = staff == self.setting.me && self.setting.staff.contains(&staff);
        match author(self.case, event) {
            None => {
                self.refuse(Rule::Signable, "event");
                self.need(in_person, Rule::SecondPerson, "staff");
            }
            Some(author) => self.need(in_person && author != staff, Rule::SecondPerson, "staff"),
        }
    }
}

fn stands_as(case: &Case, record: PersonId, child: PersonId) -> bool {
    case.standing_for(record) == Some(child)
}

/// Who recorded the decision, conclusion or adopted plan that this event is.
fn author(case: &Case, event: EventId) -> Option<StaffId> {
    let decisions = case.triage_decision.heads().map(|(id, stamp, _)| (*id, *stamp));
    let sheets = case.sheets.values().flat_map(|sheet| sheet.conclusion.heads());
    let conclusions = sheets.map(|(id, stamp, _)| (*id, *stamp));
    let versions = case.plans.values().flat_map(|plan| plan.versions.values());
    let adoptions = versions.flat_map(Held::heads).map(|(id, stamp, _)| (*id, *stamp));
    let mut signable = decisions.chain(conclusions).chain(adoptions);
    let found: Option<(EventId, Stamp)> = signable.find(|(id, _)| *id == event);
    found.map(|(_, stamp)| stamp.author)
}

/// The last day on which a decision about these reports is in time: counted from the earliest
/// receipt among them, never from registration (hard rules 3 and 4). Reports that a decision in
/// force already lists are done; `None` when none is left.
#[must_use]
pub fn due_of_decision(
    case: &Case,
    reports: &BTreeSet<ReportId>,
    (terms, calendar): Policy<'_>,
) -> Option<Day> {
    let done = case.triage_in_force().map(|decision| &decision.reports);
    let waiting = reports.iter().filter(|id| !done.is_some_and(|done| done.contains(id)));
    let receipts = waiting.filter_map(|id| case.reports.get(id)).flat_map(|r| r.receipt.values());
    let earliest = receipts.map(|receipt| receipt.received_at).min()?;
    Some(terms.due(earliest.day(), Term::Triage, None, calendar).due_day)
}

/// The last day on which a person must be told what is recorded (hard rule 17; Wmo 2015 5.3.1): the
/// day until which it was put off, or the first term. With two readings the earlier day. `None`
/// when the person is not in the case.
#[must_use]
pub fn inform_due(case: &Case, person: PersonId, (terms, calendar): Policy<'_>) -> Option<Day> {
    let postponed = case.informed.get(&person).into_iter().flat_map(Held::values);
    let postponed = postponed.filter_map(|informing| match informing {
        PersonInforming::Postponed { until, .. } => Some(*until),
        PersonInforming::Told { .. } => None,
    });
    let first = || {
        let from = recorded_on(case, person)?;
        Some(terms.due(from, Term::Inform, None, calendar).due_day)
    };
    postponed.min().or_else(first)
}

/// The day on which a person was recorded. Who came in with a report counts from its receipt, as
/// everything else in it does.
fn recorded_on(case: &Case, person: PersonId) -> Option<Day> {
    let held = case.persons.get(&person)?;
    let stamps = [
        held.name.stamp(),
        held.birth.stamp(),
        held.involvement.stamp(),
        held.sex.stamp(),
        held.bsn.stamp(),
        held.formal_address.stamp(),
        held.actual_address.stamp(),
        held.reach.stamp(),
    ];
    let told: Option<Moment> = stamps.into_iter().flatten().map(|stamp| stamp.at).min();
    let told = told.or(case.opened_at)?.day();
    let receipts = case.reports.values().flat_map(|report| report.receipt.values());
    let before = receipts.map(|receipt| receipt.received_at.day()).filter(|day| *day <= told);
    let with = before
        .max()
        .filter(|day| told.signed_duration_since(*day).num_days() <= DAYS_WITH_REPORT_MAX);
    Some(with.unwrap_or(told))
}
