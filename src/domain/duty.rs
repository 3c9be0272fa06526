//! What must be done for a case, by which day, under which rule; and what of it was done.
//!
//! Derived anew each time: a duty is no fact and is never ticked off by itself. While colleagues
//! disagree the stricter reading counts. Deliberately absent: words (`text::rule`), the order of
//! the queue, and duties of later steps.

use super::case::{Case, Plan, ReassessReason};
use super::deadline::{Calendar, DeadlinePolicy, Term};
use super::fact::{Acute, Opening};
use super::id::PersonId;
use super::queue::Urgency;
use super::rule::{AGE_HEARD_FROM, due_of_decision, inform_due, is_known_to_be, lacks_safety_plan};
use super::slot::Held;
use super::time::{Day, Moment};
use super::triage::PersonInforming;
use std::collections::BTreeSet;

/// What must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DutyKind {
    /// Decide what happens with the report (hard rule 3).
    Triage,
    /// Do something within 24 hours of receipt: the urgency asks it.
    FirstAction,
    /// Look again within 24 hours after acute unsafety was declared (hard rule 1).
    AcuteFollowUp,
    /// Tell a person what is recorded about them (hard rule 17).
    InformPerson,
    /// Tell the reporter what is done with the report (hard rule 22).
    ReporterFeedback,
    /// A second person looks at the decision and signs (hard rule 14).
    SecondSignature,
    /// Assess the risk (again): something happened, or it was never done (hard rule 16).
    Reassess,
    /// Assess again before the conclusion expires (hard rule 16).
    AssessmentExpires,
    /// Look at the plan again (hard rule 9).
    PlanReview,
    /// Make and adopt a safety plan: the conclusion asks it (hard rule 8).
    SafetyPlan,
}

impl DutyKind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Triage,
        Self::FirstAction,
        Self::AcuteFollowUp,
        Self::InformPerson,
        Self::ReporterFeedback,
        Self::SecondSignature,
        Self::Reassess,
        Self::AssessmentExpires,
        Self::PlanReview,
        Self::SafetyPlan,
    ];

    /// The stable name, used in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Triage => "triage",
            Self::FirstAction => "first-action",
            Self::AcuteFollowUp => "acute-follow-up",
            Self::InformPerson => "inform-person",
            Self::ReporterFeedback => "reporter-feedback",
            Self::SecondSignature => "second-signature",
            Self::Reassess => "reassess",
            Self::AssessmentExpires => "assessment-expires",
            Self::PlanReview => "plan-review",
            Self::SafetyPlan => "safety-plan",
        }
    }

    /// The hard rule it follows from (`domain.md` D).
    #[must_use]
    pub const fn rule(self) -> u8 {
        match self {
            Self::Triage => 3,
            Self::FirstAction | Self::AcuteFollowUp => 1,
            Self::InformPerson => 17,
            Self::ReporterFeedback => 22,
            Self::SecondSignature => 14,
            Self::Reassess | Self::AssessmentExpires => 16,
            Self::PlanReview => 9,
            Self::SafetyPlan => 8,
        }
    }
}

/// Something that must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duty {
    /// The last day on which it is in time.
    pub due_day: Day,
    /// What.
    pub kind: DutyKind,
    /// Towards whom, when it is towards one person.
    pub person: Option<PersonId>,
    /// The number of the hard rule it follows from.
    pub rule: u8,
    /// The day on which it was done; `None` while it is not.
    pub met_on: Option<Day>,
}

impl Duty {
    const fn new(kind: DutyKind, due_day: Day, met_on: Option<Day>) -> Self {
        Self { due_day, kind, person: None, rule: kind.rule(), met_on }
    }

    /// Whether it was not done and its last day is past.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.met_on.is_none() && self.due_day < today
    }
}

/// Everything that must be done for a case, and what of it was done: what stands open first, by due
/// day. A closed case has what was done alone; an advice has nothing.
#[must_use]
pub fn duties(case: &Case, policy: (&DeadlinePolicy, &Calendar), now: Moment) -> Vec<Duty> {
    if case.opening_read() == Some(Opening::Advice) {
        return Vec::new();
    }
    let look = Look { case, terms: policy.0, calendar: policy.1, now };
    let mut duties: Vec<Duty> = Vec::new();
    duties.extend(look.triage());
    duties.extend(look.first_action());
    duties.extend(look.acute_follow_up());
    duties.extend(look.inform());
    duties.extend(look.reporter_feedback());
    duties.extend(look.second_signature());
    duties.extend(look.reassess());
    duties.extend(look.plan_reviews());
    duties.extend(look.safety_plan());
    if !case.is_open() {
        duties.retain(|duty| duty.met_on.is_some());
    }
    duties.sort_unstable_by_key(|duty| (duty.met_on.is_some(), *duty));
    duties
}

struct Look<'a> {
    case: &'a Case,
    terms: &'a DeadlinePolicy,
    calendar: &'a Calendar,
    now: Moment,
}

impl Look<'_> {
    fn term(&self, from: Day, term: Term) -> Day {
        self.terms.due(from, term, None, self.calendar).due_day
    }

    /// From when the work of triage counts: the earliest report that waits for its decision; when
    /// none waits, the earliest of all.
    fn counts_from(&self) -> Option<Moment> {
        self.case.triage_received_at().or_else(|| self.case.received_at())
    }

    /// The last day to decide: when feedback is due too.
    fn triage_day(&self) -> Option<Day> {
        Some(self.term(self.counts_from()?.day(), Term::Triage))
    }

    fn triage(&self) -> Option<Duty> {
        let all: BTreeSet<_> = self.case.reports.keys().copied().collect();
        let waiting = due_of_decision(self.case, &all, (self.terms, self.calendar));
        if let Some(due_day) = waiting {
            return Some(Duty::new(DutyKind::Triage, due_day, None));
        }
        let decided = self.case.triage_in_force()?.decided_at.day();
        Some(Duty::new(DutyKind::Triage, self.triage_day()?, Some(decided)))
    }

    fn first_action(&self) -> Option<Duty> {
        let received = self.counts_from()?;
        let urgent = self.case.triage.urgency_read().is_some_and(|urgency| match urgency {
            Urgency::Acute | Urgency::Day => true,
            Urgency::FiveDays => false,
        });
        if !urgent && self.case.acute.is_empty() {
            return None;
        }
        let due_day = self.terms.act_now_until(received).day();
        Some(Duty::new(DutyKind::FirstAction, due_day, self.first_done(received.day())))
    }

    /// The first day, from receipt on, on which something was done for the child.
    fn first_done(&self, received: Day) -> Option<Day> {
        let acted = self.case.acute.values().filter_map(|acute| match acute {
            Acute::Declared(action) => Some(action.when.day()),
            Acute::Lifted(_) => None,
        });
        let seen = self.case.seen.values().flat_map(Held::values);
        let seen = seen.flat_map(|seen| [seen.seen_on, seen.spoken_on]).flatten();
        let family = self.case.triage.family.values().filter_map(|family| family.on);
        let done = acted.chain(seen).chain(family);
        done.filter(|day| *day >= received && *day <= self.now.day()).min()
    }

    /// From the last declaration; when acute unsafety is lifted, the follow-up was done.
    fn acute_follow_up(&self) -> Option<Duty> {
        let declared = self.case.acute.heads().filter_map(|(_, stamp, acute)| match acute {
            Acute::Declared(_) => Some(stamp.at),
            Acute::Lifted(_) => None,
        });
        let due = self.terms.act_now_until(declared.min()?);
        Some(Duty::new(DutyKind::AcuteFollowUp, due.day(), None))
    }

    /// Persons the case is about, not who reported. For a child not known to be twelve or older
    /// a representative is told.
    fn inform(&self) -> Vec<Duty> {
        if self.case.received_at().is_none() {
            return Vec::new();
        }
        let children = self.case.child_ids();
        let today = self.now.day();
        let concerned = self.case.standing_persons().into_iter().filter(|(id, person)| {
            let young = children.contains(id) && !is_known_to_be(person, AGE_HEARD_FROM, today);
            !young && !person.is_protected_source() && person.died_on.is_empty()
        });
        let duty = |id| {
            let due_day = inform_due(self.case, id, (self.terms, self.calendar))?;
            let met_on = self.told_on(id);
            let person = Some(id);
            Some(Duty { person, ..Duty::new(DutyKind::InformPerson, due_day, met_on) })
        };
        concerned.filter_map(|(id, _)| duty(id)).collect()
    }

    /// The day on which a person was told; in a dispute they were not.
    fn told_on(&self, person: PersonId) -> Option<Day> {
        match self.case.informed.get(&person)?.settled()? {
            PersonInforming::Told { on, .. } => Some(*on),
            PersonInforming::Postponed { .. } => None,
        }
    }

    /// Due with the triage decision. An own initiative has no reporter.
    fn reporter_feedback(&self) -> Option<Duty> {
        if !self.case.has_reporter() {
            return None;
        }
        let decided = self.case.triage_in_force().map(|decision| decision.decided_at.day());
        let due_day = self.triage_day()?.max(decided.unwrap_or(Day::MIN));
        let met_on = self.case.reporter_told_on();
        Some(Duty::new(DutyKind::ReporterFeedback, due_day, met_on))
    }

    /// A decision counts only when signed: its signature is due with it.
    fn second_signature(&self) -> Option<Duty> {
        let waits = self.case.decision_waits_for()?;
        let found = self.case.decision().filter(|(id, _)| *id == waits);
        let decided = found.map(|(_, decision)| decision.decided_at.day())?;
        let due_day = self.triage_day().unwrap_or(decided).max(decided);
        Some(Duty::new(DutyKind::SecondSignature, due_day, None))
    }

    /// Within the days of triage after what happened; and before the conclusion expires.
    fn reassess(&self) -> Vec<Duty> {
        let reasons = self.case.reassess_from(self.now.day());
        // That it expired is told by the duty that runs until that day.
        let anew = reasons.into_iter().filter(|(reason, _)| *reason != ReassessReason::Expired);
        let due = anew.filter_map(|(_, from)| Some(self.term(from?, Term::Triage)));
        let anew = due.min().map(|due_day| Duty::new(DutyKind::Reassess, due_day, None));
        let latest = self.case.latest_assessment().map(|(_, sheet)| &sheet.conclusion);
        let until = latest.into_iter().flat_map(Held::values).map(|held| held.valid_until).min();
        let expires = until.map(|day| Duty::new(DutyKind::AssessmentExpires, day, None));
        anew.into_iter().chain(expires).collect()
    }

    /// The review of each plan as it was last adopted; in a dispute the earlier day.
    fn plan_reviews(&self) -> Vec<Duty> {
        let first = |plan: &Plan| {
            let (number, _) = plan.newest()?;
            let readings = plan.versions.get(&number)?.values();
            readings.filter_map(|version| Some(version.content.review.as_ref()?.day)).min()
        };
        let reviews = self.case.plans.values().filter_map(first);
        reviews.map(|day| Duty::new(DutyKind::PlanReview, day, None)).collect()
    }

    /// On the day of the conclusion: safety is arranged at once. In acute unsafety one acts first,
    /// and the plan may come within the same 24 hours.
    fn safety_plan(&self) -> Option<Duty> {
        if !lacks_safety_plan(self.case) {
            return None;
        }
        let (_, sheet) = self.case.latest_assessment()?;
        let concluded = sheet.conclusion.values().map(|held| held.concluded_at).min()?;
        let due = match self.case.acute_since() {
            Some(since) => self.terms.act_now_until(since.max(concluded)),
            None => concluded,
        };
        Some(Duty::new(DutyKind::SafetyPlan, due.day(), None))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::super::code::Role;
    use super::super::fact::{Acute, Fact, ImmediateAction, Opening};
    use super::super::id::IncidentId;
    use super::super::rule::tests::stage::*;
    use super::super::sheet::Safety;
    use super::super::triage::{Incident, TriageOutcome};
    use super::*;

    fn all(stage: &Stage) -> Vec<Duty> {
        duties(&stage.case(), stage.policy(), stage.now)
    }

    /// Due day and the day it was met, of a kind.
    fn of(stage: &Stage, kind: DutyKind) -> Vec<(String, Option<String>)> {
        let found = all(stage).into_iter().filter(|duty| duty.kind == kind);
        found.map(|duty| (duty.due_day.to_string(), duty.met_on.map(|d| d.to_string()))).collect()
    }

    fn open(due: &str) -> Vec<(String, Option<String>)> {
        vec![(due.to_owned(), None)]
    }

    fn met(due: &str, on: &str) -> Vec<(String, Option<String>)> {
        vec![(due.to_owned(), Some(on.to_owned()))]
    }

    fn informed(informing: PersonInforming) -> Fact {
        Fact::PersonInformed { person: PARENT, informing }
    }

    #[test]
    fn triage_is_due_from_receipt_and_met_when_two_have_signed() {
        let mut stage = Stage::ready();
        assert_eq!(of(&stage, DutyKind::Triage), open("2026-10-12"));
        assert!(of(&stage, DutyKind::SecondSignature).is_empty());
        stage.tell(decided(decision(TriageOutcome::Investigate, stage.now)));
        assert_eq!(of(&stage, DutyKind::Triage), open("2026-10-12"));
        assert_eq!(of(&stage, DutyKind::SecondSignature), open("2026-10-12"));
        let event = stage.decision();
        let stage = stage.by(BO).with(Fact::Countersigned { event, staff: BO });
        assert_eq!(of(&stage, DutyKind::Triage), met("2026-10-12", "2026-10-07"));
        assert!(of(&stage, DutyKind::SecondSignature).is_empty());
    }

    #[test]
    fn an_urgent_report_asks_something_within_a_day_of_receipt() {
        let stage = Stage::ready();
        assert!(of(&stage, DutyKind::FirstAction).is_empty());
        let stage = stage.with(urgency(Urgency::Day));
        assert_eq!(of(&stage, DutyKind::FirstAction), open("2026-10-06"));
        let stage = stage.with(seen(CHILD, spoken("2026-10-07")));
        assert_eq!(of(&stage, DutyKind::FirstAction), met("2026-10-06", "2026-10-07"));
    }

    #[test]
    fn a_later_report_asks_its_own_first_action_and_its_own_feedback() {
        let stage = Stage::ready().with(reporter_told());
        let stage = stage.with(seen(CHILD, spoken("2026-10-07")));
        let mut stage = stage.with(urgency(Urgency::Day));
        stage.tell(decided(decision(TriageOutcome::Investigate, stage.now)));
        let event = stage.decision();
        let stage = stage.by(BO).with(Fact::Countersigned { event, staff: BO });
        assert_eq!(of(&stage, DutyKind::ReporterFeedback), met("2026-10-12", "2026-10-06"));
        let again = |report| Fact::ReportReceived {
            report,
            channel: crate::domain::report::Channel::Telephone,
            received_at: at("2026-11-02", 10),
            message: None,
            flags: Vec::new(),
        };
        let second = crate::domain::id::ReportId([90; 16]);
        let stage = stage.on(at("2026-11-02", 11)).with(again(second));
        assert_eq!(of(&stage, DutyKind::FirstAction), open("2026-11-03"));
        assert_eq!(of(&stage, DutyKind::ReporterFeedback), open("2026-11-09"));
        assert_eq!(of(&stage.with(reporter_told()), DutyKind::ReporterFeedback).len(), 1);
    }

    #[test]
    fn acute_is_looked_at_again_within_a_day_of_the_last_declaration() {
        let declared = |when| Fact::AcuteJudged {
            acute: Acute::Declared(ImmediateAction {
                what: "politie erheen".to_owned(),
                who: "An".to_owned(),
                when,
            }),
        };
        let stage = Stage::ready();
        let now = stage.now;
        let stage = stage.with(declared(now));
        assert_eq!(of(&stage, DutyKind::AcuteFollowUp), open("2026-10-08"));
        let stage = stage.on(at("2026-10-08", 9)).with(declared(now));
        assert_eq!(of(&stage, DutyKind::AcuteFollowUp), open("2026-10-09"));
        let stage = stage.with(Fact::AcuteJudged { acute: Acute::Lifted("rust".to_owned()) });
        assert!(of(&stage, DutyKind::AcuteFollowUp).is_empty());
    }

    #[test]
    fn a_parent_is_told_within_four_weeks_and_each_delay_moves_the_day() {
        let stage = Stage::ready();
        let due = of(&stage, DutyKind::InformPerson);
        assert_eq!(due, open("2026-11-02"), "of the child of three a representative is told");
        let until = day("2026-11-16");
        let stage = stage.with(informed(PersonInforming::Postponed { until, ground: "x".into() }));
        assert_eq!(of(&stage, DutyKind::InformPerson), open("2026-11-16"));
        let on = day("2026-10-07");
        let stage = stage.with(informed(PersonInforming::Told { on, how: String::new() }));
        assert_eq!(of(&stage, DutyKind::InformPerson), met("2026-11-02", "2026-10-07"));
        let stage = stage.with(person(CHILD, Role::YOUTH, "2012-04-01"));
        assert_eq!(of(&stage, DutyKind::InformPerson).len(), 2, "a child of fourteen is told too");
    }

    #[test]
    fn the_reporter_is_told_and_nobody_else_is_told_about_a_reporter() {
        let stage = Stage::ready();
        assert_eq!(of(&stage, DutyKind::ReporterFeedback), open("2026-10-12"));
        let stage = stage.with(person(NOBODY, Role::REPORTER, "1980-01-01"));
        assert_eq!(of(&stage, DutyKind::InformPerson).len(), 1);
        let stage = stage.with(reporter_told());
        assert_eq!(of(&stage, DutyKind::ReporterFeedback), met("2026-10-12", "2026-10-06"));
    }

    #[test]
    fn a_conclusion_expires_and_an_event_asks_to_assess_again() {
        let stage = Stage::ready();
        assert_eq!(of(&stage, DutyKind::Reassess), open("2026-10-12"), "never done");
        let stage = Stage::unsafe_case();
        assert!(of(&stage, DutyKind::Reassess).is_empty());
        assert_eq!(of(&stage, DutyKind::AssessmentExpires), open("2026-12-01"));
        let happened = Incident { what: "ruzie".to_owned(), on: day("2026-11-02") };
        let fact = Fact::IncidentNoted { incident: IncidentId([30; 16]), content: Some(happened) };
        let stage = stage.on(at("2026-11-02", 9)).with(fact);
        assert_eq!(of(&stage, DutyKind::Reassess), open("2026-11-09"));
    }

    #[test]
    fn a_child_that_is_not_safe_has_a_plan_at_once_and_the_plan_is_looked_at_again() {
        let stage = Stage::unsafe_case();
        assert_eq!(of(&stage, DutyKind::SafetyPlan), open("2026-10-07"));
        assert!(of(&stage, DutyKind::PlanReview).is_empty());
        let stage = Stage::adopted();
        assert!(of(&stage, DutyKind::SafetyPlan).is_empty());
        assert_eq!(of(&stage, DutyKind::PlanReview), open("2026-11-02"));
        assert!(
            of(&Stage::ready().with(sheet_opened()).with(concluded(Safety::Safe)), {
                DutyKind::SafetyPlan
            })
            .is_empty()
        );
    }

    #[test]
    fn what_stands_open_comes_first_by_day_and_an_advice_owes_nothing() {
        let stage = Stage::unsafe_case();
        let order: Vec<(bool, Day)> =
            all(&stage).iter().map(|duty| (duty.met_on.is_some(), duty.due_day)).collect();
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(order, sorted);
        assert!(all(&stage).iter().all(|duty| duty.rule == duty.kind.rule()));
        assert!(all(&Stage::opened(Opening::Advice)).is_empty());
    }
}
