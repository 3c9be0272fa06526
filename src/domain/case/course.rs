//! How far a case is: triage and its decision, the assessments, and whether the risk must be
//! looked at anew. While colleagues disagree nothing is decided, and the worse reading counts.
//!
//! Deliberately absent: today's deadlines, and suggestions.

use super::super::id::{EventId, IncidentId, PlanId, ReportId, SheetId};
use super::super::queue::Urgency;
use super::super::report::Channel;
use super::super::safety_plan::PlanKind;
use super::super::sheet::{Risk, Safety};
use super::super::time::{Day, Moment};
use super::super::triage::{Incident, TriageDecision, TriageOutcome};
use super::{Case, Plan, ReassessReason, Receipt, Sheet, State};

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

    /// When the decision in force came in force: its second signature. `None` when none is.
    pub(super) fn in_force_since(&self) -> Option<Moment> {
        let (event, _) = self.decision()?;
        self.countersigned.get(&event)?.values().map(|stamp| stamp.at).min()
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

    /// Whether somebody else than we reported: an own initiative has no reporter to tell.
    #[must_use]
    pub fn has_reporter(&self) -> bool {
        self.reported().next().is_some()
    }

    /// The receipts of what others reported.
    fn reported(&self) -> impl Iterator<Item = &Receipt> {
        let receipts = self.reports.values().flat_map(|report| report.receipt.values());
        receipts.filter(|receipt| receipt.channel != Channel::OwnInitiative)
    }

    /// The day on which who reported was told what is done, or on which it was said why not (hard
    /// rule 22). `None` while colleagues disagree and one of them says neither, and when a report
    /// came in after it was noted: who made that one was not told.
    #[must_use]
    pub fn reporter_told_on(&self) -> Option<Day> {
        let last = self.reported().map(|receipt| receipt.received_at).max();
        let each = self.triage.reporter_told.heads().map(|(_, stamp, noted)| {
            let why_not = !noted.why_not.trim().is_empty();
            let day = noted.on.or_else(|| why_not.then(|| stamp.at.day()));
            day.filter(|_| last.is_none_or(|last| last <= stamp.at))
        });
        let all: Option<Vec<Day>> = each.collect();
        all?.into_iter().max()
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
        self.reassess_from(today).into_iter().map(|(reason, _)| reason).collect()
    }

    /// The same, each with the first day on which it was so; `None` for a case without a report.
    #[must_use]
    pub fn reassess_from(&self, today: Day) -> Vec<(ReassessReason, Option<Day>)> {
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
            let received = self.received_at().map(Moment::day);
            return vec![(ReassessReason::NeverDone, received)];
        };
        let receipts = self.reports.values().flat_map(|report| report.receipt.values());
        let reported = receipts.map(|receipt| receipt.received_at).filter(|at| *at > since).min();
        // Also one that happened before and was told of later: nobody can have weighed it.
        let incidents = self.incidents.values().flat_map(|held| held.heads());
        let unweighed = incidents.filter_map(|(_, stamp, incident)| {
            let on = incident.as_ref()?.on;
            let told_later = (stamp.at > since).then(|| on.max(since.day()));
            told_later.or((on > since.day()).then_some(on))
        });
        let days = latest.values().map(|concluded| concluded.valid_until);
        let reasons = [
            (ReassessReason::NewReport, reported.map(Moment::day)),
            (ReassessReason::Incident, unweighed.min()),
            (ReassessReason::Expired, days.filter(|day| *day < today).min()),
        ];
        reasons.into_iter().filter(|(_, from)| from.is_some()).collect()
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
