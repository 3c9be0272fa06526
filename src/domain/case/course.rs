//! How far a case is: triage and its decision, the assessments, and whether the risk must be
//! looked at anew. While colleagues disagree nothing is decided, and the worse reading counts.
//!
//! Deliberately absent: today's deadlines, and suggestions.

use super::super::id::{EventId, IncidentId, PlanId, ReportId, SheetId};
use super::super::queue::Urgency;
use super::super::safety_plan::PlanKind;
use super::super::sheet::{Risk, Safety};
use super::super::time::{Day, Moment};
use super::super::triage::{Incident, TriageDecision, TriageOutcome};
use super::{Case, Plan, ReassessReason, Sheet, State};

impl Case {
    /// The triage decision that stands alone, with its event: the only one a second person can
    /// sign. `None` without a decision, and while two stand against each other.
    #[must_use]
    pub fn decision(&self) -> Option<(EventId, &TriageDecision)> {
        let mut heads = self.triage_decision.heads();
        let (event, _, decision) = heads.next()?;
        heads.next().is_none().then_some((*event, decision))
    }

    /// The triage decision in force: settled, and signed by a second person (hard rule 14).
    #[must_use]
    pub fn triage_in_force(&self) -> Option<&TriageDecision> {
        let (event, decision) = self.decision()?;
        self.countersigned.contains_key(&event).then_some(decision)
    }

    /// The decision that waits for its second signature; `None` when there is none, or when it is
    /// in force or in dispute.
    #[must_use]
    pub fn decision_waits_for(&self) -> Option<EventId> {
        let (event, _) = self.decision()?;
        (!self.countersigned.contains_key(&event)).then_some(event)
    }

    /// Whether anything of the triage was noted or decided.
    #[must_use]
    pub fn triage_begun(&self) -> bool {
        !(self.triage.is_empty()
            && self.seen.is_empty()
            && self.inquiries.is_empty()
            && self.informed.is_empty()
            && self.triage_decision.is_empty())
    }

    /// The reports that wait for their triage decision: received, and not listed by a decision in
    /// force. They are told of whatever the state of the case is.
    pub fn reports_undecided(&self) -> impl Iterator<Item = ReportId> {
        let decided = self.triage_in_force().map(|decision| &decision.reports);
        let received = self.reports.iter().filter(|(_, report)| !report.receipt.is_empty());
        let ids = received.map(|(id, _)| *id);
        ids.filter(move |id| !decided.is_some_and(|decided| decided.contains(id)))
    }

    /// Whether a received report waits for its triage decision.
    #[must_use]
    pub fn triage_due(&self) -> bool {
        let in_course = match self.state() {
            State::Received | State::Triage | State::Investigation | State::FollowUp => true,
            State::Advice | State::Local | State::Closed => false,
        };
        in_course && self.reports_undecided().next().is_some()
    }

    /// The earliest receipt of a report that waits for its triage decision, the earlier one in a
    /// dispute: the term for triage runs from there. `None` when none waits.
    #[must_use]
    pub fn triage_received_at(&self) -> Option<Moment> {
        let reports = self.reports_undecided().filter_map(|id| self.reports.get(&id));
        reports.flat_map(|report| report.receipt.values()).map(|receipt| receipt.received_at).min()
    }

    /// The urgency as judged, while a report waits for its decision; in a dispute the more urgent.
    #[must_use]
    pub fn urgency_read(&self) -> Option<Urgency> {
        if self.triage_due() { self.triage.urgency_read() } else { None }
    }

    /// A case with a decision in force that ends our part in it, about every received report.
    pub(super) fn is_ended_by_triage(&self) -> bool {
        let ends = self.triage_in_force().is_some_and(|decision| decision.outcome.closes());
        ends && self.reports_undecided().next().is_none()
    }

    /// The state of an open case that is with us.
    pub(super) fn course(&self) -> State {
        match self.triage_in_force().map(|decision| decision.outcome) {
            Some(TriageOutcome::Investigate) => State::Investigation,
            Some(TriageOutcome::FollowUp(_)) => State::FollowUp,
            Some(TriageOutcome::Advice | TriageOutcome::End | TriageOutcome::Inadmissible)
            | None => {
                if self.triage_begun() {
                    State::Triage
                } else {
                    State::Received
                }
            }
        }
    }

    /// The risk assessments that have a conclusion, the latest first.
    #[must_use]
    pub fn assessments(&self) -> Vec<(SheetId, &Sheet)> {
        let concluded = self.sheets.iter().filter(|(_, sheet)| sheet.is_assessment());
        let mut dated: Vec<(Moment, SheetId, &Sheet)> =
            concluded.filter_map(|(id, sheet)| Some((concluded_at(sheet)?, *id, sheet))).collect();
        dated.sort_by_key(|(at, id, _)| std::cmp::Reverse((*at, *id)));
        dated.into_iter().map(|(_, id, sheet)| (id, sheet)).collect()
    }

    /// The risk assessment that was concluded last.
    #[must_use]
    pub fn latest_assessment(&self) -> Option<(SheetId, &Sheet)> {
        self.assessments().into_iter().next()
    }

    /// How safe it is by the latest assessment; in a dispute the worse reading. `None` when nobody
    /// concluded anything.
    #[must_use]
    pub fn safety_now(&self) -> Option<Safety> {
        self.latest_assessment().and_then(|(_, sheet)| sheet.safety_read())
    }

    /// The risk by the latest assessment; in a dispute the worse reading.
    #[must_use]
    pub fn risk_now(&self) -> Option<Risk> {
        self.latest_assessment().and_then(|(_, sheet)| sheet.risk_read())
    }

    /// Why the risk must be looked at anew (hard rule 16); empty when it need not, for a case that
    /// is closed, and for an advice.
    #[must_use]
    pub fn reassess(&self, today: Day) -> Vec<ReassessReason> {
        match self.state() {
            State::Advice | State::Closed => return Vec::new(),
            State::Received
            | State::Local
            | State::Triage
            | State::Investigation
            | State::FollowUp => {}
        }
        let latest = self.latest_assessment().map(|(_, sheet)| &sheet.conclusion);
        let moments = latest.into_iter().flat_map(|held| held.values());
        let Some((latest, since)) = latest.zip(moments.map(|told| told.concluded_at).min()) else {
            return vec![ReassessReason::NeverDone];
        };
        let receipts = self.reports.values().flat_map(|report| report.receipt.values());
        let reported = receipts.into_iter().any(|receipt| receipt.received_at > since);
        // Also one that happened before and was told of later: nobody can have weighed it.
        let happened =
            self.incidents.values().flat_map(|held| held.heads()).any(|(_, stamp, incident)| {
                let on = incident.as_ref().map(|incident| incident.on);
                on.is_some_and(|on| on > since.day() || stamp.at > since)
            });
        let expired = latest.values().any(|concluded| concluded.valid_until < today);
        let reasons = [
            (reported, ReassessReason::NewReport),
            (happened, ReassessReason::Incident),
            (expired, ReassessReason::Expired),
        ];
        reasons.into_iter().filter_map(|(is, reason)| is.then_some(reason)).collect()
    }

    /// The significant events to show, by day; those withdrawn are left out.
    #[must_use]
    pub fn incidents_shown(&self) -> Vec<(IncidentId, &Incident)> {
        let shown = self
            .incidents
            .iter()
            .filter_map(|(id, held)| Some((*id, held.values().flatten().next()?)));
        let mut shown: Vec<(IncidentId, &Incident)> = shown.collect();
        shown.sort_by_key(|(id, incident)| (incident.on, *id));
        shown
    }

    /// The plans of a kind that hold anything, in a fixed order.
    pub fn plans_of(&self, kind: PlanKind) -> impl Iterator<Item = (PlanId, &Plan)> {
        let of_kind = self.plans.iter().filter(move |(_, plan)| plan.kind() == Some(kind));
        of_kind.map(|(id, plan)| (*id, plan))
    }
}

/// When it was concluded; in a dispute the later moment.
fn concluded_at(sheet: &Sheet) -> Option<Moment> {
    sheet.conclusion.values().map(|concluded| concluded.concluded_at).max()
}
