//! A case in the making: facts told by two colleagues on given days, folded for real.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::super::{Refusal, Setting, refusals};
use crate::domain::case::Case;
use crate::domain::code::{Capacity, Role};
use crate::domain::deadline::{self, Calendar, Clock, DeadlinePolicy, Term};
use crate::domain::event::{Body, Event, Header, Place};
use crate::domain::fact::{CaseNumber, Fact, Opening, Secrecy};
use crate::domain::id::{
    CaseId, EventId, Incarnation, OriginId, PartId, PersonId, PlanId, ReportId, SheetId, StaffId,
};
use crate::domain::person::{Answer, Birth, Involvement, PersonAspects};
use crate::domain::queue::Urgency;
use crate::domain::report::{Channel, Classification, Disclosure, ReportAspects};
use crate::domain::safety_plan::{MadeWith, PlanAspects, PlanKind, PlanPart, PlanReview};
use crate::domain::sheet::{Conclusion, Confidence, FormRef, Risk, Safety, SheetUse};
use crate::domain::time::{Day, Moment, PartialDate};
use crate::domain::triage::{
    Check, ReporterTold, Seen, TriageAspects, TriageDecision, TriageOutcome, UrgencyJudged,
};
use std::collections::BTreeSet;

pub const CASE: CaseId = CaseId([1; 16]);
pub const REPORT: ReportId = ReportId([2; 16]);
pub const CHILD: PersonId = PersonId([3; 16]);
pub const PARENT: PersonId = PersonId([4; 16]);
pub const NOBODY: PersonId = PersonId([5; 16]);
pub const SHEET: SheetId = SheetId([6; 16]);
pub const PLAN: PlanId = PlanId([7; 16]);
pub const DANGER: PartId = PartId([10; 16]);
pub const LINE: PartId = PartId([11; 16]);
pub const AGREEMENT: PartId = PartId([12; 16]);
pub const ALARM: PartId = PartId([13; 16]);
pub const AN: StaffId = StaffId([20; 16]);
pub const BO: StaffId = StaffId([21; 16]);

/// Monday: the report is received at ten in the morning.
pub fn received() -> Moment {
    at("2026-10-05", 10)
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn at(text: &str, hour: u32) -> Moment {
    Moment::from_local(day(text).and_hms_opt(hour, 0, 0).unwrap())
}

/// What was told so far.
pub struct Stage {
    pub events: Vec<Event>,
    pub now: Moment,
    pub me: StaffId,
    policy: (DeadlinePolicy, Calendar),
}

impl Stage {
    /// An opened case of which nothing else is known.
    pub fn opened(opening: Opening) -> Self {
        let rule = |term: Term| deadline::Rule {
            length: term.length(),
            clock: Clock::Statutory,
            source: String::new(),
        };
        let terms = DeadlinePolicy {
            version: "test".to_owned(),
            dated: day("2026-01-01"),
            triage: rule(Term::Triage),
            investigation: rule(Term::Investigation),
            inform: rule(Term::Inform),
            inform_extension: rule(Term::InformExtension),
            act_now: rule(Term::ActNow),
        };
        let policy = (terms, Calendar::new(Vec::new(), "test".to_owned()));
        let mut stage = Self { events: Vec::new(), now: received(), me: AN, policy };
        stage.tell(Fact::CaseOpened { number: CaseNumber("ZW1-26-0001".to_owned()), opening });
        stage
    }

    /// A case with a report of a police officer, a child of three and a parent; two days on.
    pub fn reported() -> Self {
        let mut stage = Self::opened(Opening::Report);
        stage.tell(receipt(received()));
        stage.tell(classified(1));
        stage.tell(person(CHILD, Role::YOUTH, "2023-04-01"));
        stage.tell(person(PARENT, Role(112), "1990-01-01"));
        stage.now = at("2026-10-07", 9);
        stage
    }

    /// The same, ready to be decided.
    pub fn ready() -> Self {
        let mut stage = Self::reported();
        stage.tell(urgency(Urgency::FiveDays));
        stage.tell(earlier());
        stage
    }

    /// The same, where the assessment says: not safe.
    pub fn unsafe_case() -> Self {
        let mut stage = Self::ready();
        stage.tell(reporter_told());
        stage.tell(sheet_opened());
        stage.tell(concluded(Safety::Unsafe));
        stage
    }

    /// The same, with a plan that lacks nothing and was not adopted yet.
    pub fn planned() -> Self {
        let mut stage = Self::unsafe_case();
        for fact in whole_plan() {
            stage.tell(fact);
        }
        stage
    }

    /// The same, adopted.
    pub fn adopted() -> Self {
        let mut stage = Self::planned();
        let fact = adoption(&stage, 1);
        stage.tell(fact);
        stage
    }

    pub fn tell(&mut self, fact: Fact) -> EventId {
        let replaces = self.case().heads_for(&fact);
        let number = self.events.len() + 1;
        let mut id = [0x30; 32];
        id[..8].copy_from_slice(&number.to_be_bytes());
        let id = EventId(id);
        let place = Place {
            origin: OriginId([9; 16]),
            incarnation: Incarnation(1),
            sequence: u64::try_from(number).unwrap(),
        };
        let header = Header {
            place,
            previous: EventId::NONE,
            author: self.me,
            at: self.now,
            case: Some(CASE),
            secrecy: Secrecy::Case(CASE),
            replaces,
            payload_hash: [0; 32],
        };
        self.events.push(Event { id, header, body: Some(Body { fact, why: None }) });
        id
    }

    pub fn by(mut self, me: StaffId) -> Self {
        self.me = me;
        self
    }

    pub fn on(mut self, now: Moment) -> Self {
        self.now = now;
        self
    }

    pub fn with(mut self, fact: Fact) -> Self {
        self.tell(fact);
        self
    }

    pub fn case(&self) -> Case {
        Case::fold(CASE, self.events.iter())
    }

    /// The decision that was told.
    pub fn decision(&self) -> EventId {
        self.case().triage_decision.head_ids()[0]
    }

    /// What the rules refuse of these facts.
    pub fn refuses(&self, facts: &[(Fact, Option<String>)]) -> Vec<Refusal> {
        let case = self.case();
        let setting = Setting {
            case: &case,
            events: Some(&self.events),
            staff: &[AN, BO],
            me: self.me,
            now: self.now,
            policy: self.policy(),
        };
        refusals(facts, &setting)
    }

    pub fn policy(&self) -> (&DeadlinePolicy, &Calendar) {
        (&self.policy.0, &self.policy.1)
    }
}

pub fn receipt(received_at: Moment) -> Fact {
    Fact::ReportReceived {
        report: REPORT,
        channel: Channel::Telephone,
        received_at,
        message: None,
        flags: Vec::new(),
    }
}

pub fn classified(capacity: u16) -> Fact {
    let classification =
        Some(Classification { capacity: Some(Capacity(capacity)), ..Classification::default() });
    let aspects = Box::new(ReportAspects { classification, ..ReportAspects::default() });
    Fact::ReportDescribed { report: REPORT, aspects }
}

pub fn disclosed(disclosure: Disclosure) -> Fact {
    let aspects =
        Box::new(ReportAspects { disclosure: Some(disclosure), ..ReportAspects::default() });
    Fact::ReportDescribed { report: REPORT, aspects }
}

pub fn person(person: PersonId, role: Role, born: &str) -> Fact {
    let birth = PartialDate::parse(born).map(Birth::Born);
    let involvement =
        Some(Involvement { role: Some(role), authority: Answer::Unknown, part: None });
    let aspects = Box::new(PersonAspects { birth, involvement, ..PersonAspects::default() });
    Fact::PersonDescribed { person, protected_by: None, aspects }
}

pub fn noted(aspects: TriageAspects) -> Fact {
    Fact::TriageNoted { aspects: Box::new(aspects) }
}

pub fn urgency(urgency: Urgency) -> Fact {
    let judged = UrgencyJudged { urgency, why: String::new() };
    noted(TriageAspects { urgency: Some(judged), ..TriageAspects::default() })
}

pub fn earlier() -> Fact {
    let check = Check { found: Answer::No, words: String::new() };
    noted(TriageAspects { earlier: Some(check), ..TriageAspects::default() })
}

pub fn reporter_told() -> Fact {
    let told = ReporterTold { on: Some(day("2026-10-06")), ..ReporterTold::default() };
    noted(TriageAspects { reporter_told: Some(told), ..TriageAspects::default() })
}

/// A decision about the report, taken on this day.
pub fn decision(outcome: TriageOutcome, decided_at: Moment) -> TriageDecision {
    TriageDecision {
        outcome,
        reasons: "Er is meer nodig.".to_owned(),
        receiver: String::new(),
        reports: BTreeSet::from([REPORT]),
        decided_at,
        late_reason: String::new(),
        policy: "test".to_owned(),
    }
}

pub fn decided(decision: TriageDecision) -> Fact {
    Fact::TriageDecided { decision: Box::new(decision) }
}

pub fn seen(child: PersonId, seen: Seen) -> Fact {
    Fact::ChildSeen { child, seen }
}

pub fn spoken(on: &str) -> Seen {
    Seen { spoken_on: Some(day(on)), ..Seen::default() }
}

pub fn form() -> FormRef {
    FormRef { id: "risk-assessment".to_owned(), version: 1, hash: [8; 32] }
}

pub fn sheet_opened() -> Fact {
    let (used_for, trigger) = (SheetUse::Assessment, "melding".to_owned());
    Fact::SheetOpened { sheet: SHEET, form: form(), used_for, trigger }
}

pub fn conclusion(safety: Safety) -> Conclusion {
    Conclusion {
        safety,
        risk: Risk::Medium,
        reasons: "Gezien en gehoord.".to_owned(),
        confidence: Confidence::Medium,
        proposed_safety: Some(safety),
        proposed_risk: None,
        override_reason: String::new(),
        valid_until: day("2026-12-01"),
        no_information: 0,
        unanswered: 0,
        concluded_at: at("2026-10-07", 8),
    }
}

pub fn concluded(safety: Safety) -> Fact {
    Fact::SheetConcluded { sheet: SHEET, conclusion: Box::new(conclusion(safety)) }
}

pub fn part(part: PartId, content: PlanPart) -> Fact {
    Fact::PlanPartWritten { plan: PLAN, part, content: Some(Box::new(content)) }
}

pub fn danger(goal: &str, scale_now: Option<u8>, scale_wanted: Option<u8>) -> Fact {
    let (text, goal) = ("slaan".to_owned(), goal.to_owned());
    part(DANGER, PlanPart::Danger { text, goal, scale_now, scale_wanted, item: None })
}

pub fn bottom_line(check: &str) -> Fact {
    let content = PlanPart::BottomLine {
        text: "Niemand slaat.".to_owned(),
        minimum: String::new(),
        check: check.to_owned(),
        consequence: String::new(),
    };
    part(LINE, content)
}

pub fn agreement(who: &str, checked_by: &str) -> Fact {
    let content = PlanPart::Agreement {
        what: "bellen".to_owned(),
        who: who.to_owned(),
        when: String::new(),
        checked_by: checked_by.to_owned(),
    };
    part(AGREEMENT, content)
}

pub fn alarm(called: &str) -> Fact {
    let content = PlanPart::AlarmStep {
        sign: "ruzie".to_owned(),
        caller: "oma".to_owned(),
        called: called.to_owned(),
        number: String::new(),
    };
    part(ALARM, content)
}

pub fn removed(part: PartId) -> Fact {
    Fact::PlanPartWritten { plan: PLAN, part, content: None }
}

pub fn described(aspects: PlanAspects) -> Fact {
    Fact::PlanDescribed { plan: PLAN, aspects: Box::new(aspects) }
}

pub fn review(who: &str) -> Fact {
    let review = PlanReview { day: day("2026-11-02"), who: who.to_owned() };
    described(PlanAspects { review: Some(review), ..PlanAspects::default() })
}

pub fn made_with(network: Answer, why_not: &str) -> Fact {
    let made = MadeWith { parents: Answer::Yes, network, why_not: why_not.to_owned() };
    described(PlanAspects { made_with: Some(made), ..PlanAspects::default() })
}

pub fn plan_opened() -> Fact {
    Fact::PlanOpened { plan: PLAN, kind: PlanKind::Safety, embeds: None }
}

/// A safety plan that lacks nothing.
pub fn whole_plan() -> Vec<Fact> {
    vec![
        plan_opened(),
        danger("rust", Some(2), Some(7)),
        bottom_line("oma kijkt"),
        agreement("vader", "oma"),
        alarm("de wijkagent"),
        review("An"),
        made_with(Answer::Yes, ""),
    ]
}

/// The adoption of what stands.
pub fn adoption(stage: &Stage, number: u16) -> Fact {
    let events = stage.case().plans[&PLAN].standing_events();
    Fact::PlanAdopted { plan: PLAN, number, on: stage.now.day(), events }
}

/// What a fact that adopts would say about a plan to which this is told last.
pub fn adopting(change: Fact) -> (Stage, Fact) {
    let stage = Stage::planned().with(change);
    let fact = adoption(&stage, 1);
    (stage, fact)
}
