//! Triage, filled-in forms and plans in a case: what two people do at once, what a second
//! signature is, and what an adopted version keeps.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use crate::sample::Gen;
use beschermd::domain::anomaly::Anomaly;
use beschermd::domain::case::{Case, Change, PlanVersion, ReassessReason, State};
use beschermd::domain::event::{Body, Event, Header, Place};
use beschermd::domain::fact::*;
use beschermd::domain::id::*;
use beschermd::domain::queue::{Entry, Row, Urgency};
use beschermd::domain::report::Channel;
use beschermd::domain::safety_plan::*;
use beschermd::domain::sheet::*;
use beschermd::domain::time::{Day, Moment};
use beschermd::domain::triage::*;
use beschermd::wire::v1;
use std::collections::BTreeSet;

const CASE: CaseId = CaseId([1; 16]);
const SHEET: SheetId = SheetId([2; 16]);
const PLAN: PlanId = PlanId([3; 16]);
const AN: u8 = 1;
const BO: u8 = 2;

/// A copy of a case. What is said at one desk, the other does not know until they exchange.
#[derive(Clone, Default)]
struct Desk(Vec<Event>);

impl Desk {
    fn opened(opening: Opening) -> Self {
        let mut desk = Self::default();
        desk.say(AN, Fact::CaseOpened { number: CaseNumber::new("ZW1", 2026, 42), opening });
        desk
    }

    fn reported() -> Self {
        let mut desk = Self::opened(Opening::Report);
        desk.say(AN, received(1, 1));
        desk
    }

    /// A fact by somebody, over what this copy shows.
    fn say(&mut self, author: u8, fact: Fact) -> EventId {
        let replaces = self.case().heads_for(&fact);
        let sequence = self.0.len() as u64 + 1;
        let mut id = [author; 32];
        id[0] = sequence as u8;
        self.0.push(Event {
            id: EventId(id),
            header: Header {
                place: Place {
                    origin: OriginId([author; 16]),
                    incarnation: Incarnation(1),
                    sequence,
                },
                previous: EventId::NONE,
                author: StaffId([author; 16]),
                at: Moment(sequence as i64),
                case: Some(CASE),
                secrecy: fact.secrecy(Some(CASE)),
                replaces,
                payload_hash: [0; 32],
            },
            body: Some(Body { fact, why: None }),
        });
        EventId(id)
    }

    fn case(&self) -> Case {
        Case::fold(CASE, self.0.iter())
    }

    /// The case when this copy and another one exchanged what they had.
    fn with(&self, other: &Self) -> Case {
        Case::fold(CASE, self.0.iter().chain(&other.0))
    }

    fn sign(&mut self, who: u8, event: EventId) -> EventId {
        self.say(who, Fact::Countersigned { event, staff: StaffId([who; 16]) })
    }

    fn decide(&mut self, outcome: TriageOutcome, reports: &[u8]) -> EventId {
        self.say(AN, decided(outcome, reports))
    }

    fn decided_by_two(outcome: TriageOutcome) -> Self {
        let mut desk = Self::reported();
        let event = desk.decide(outcome, &[1]);
        desk.sign(BO, event);
        desk
    }
}

fn received(report: u8, at: i64) -> Fact {
    Fact::ReportReceived {
        report: ReportId([report; 16]),
        channel: Channel::Corv,
        received_at: Moment(at),
        message: None,
        flags: Vec::new(),
    }
}

fn decided(outcome: TriageOutcome, reports: &[u8]) -> Fact {
    Fact::TriageDecided {
        decision: Box::new(TriageDecision {
            outcome,
            reasons: "reden".into(),
            receiver: String::new(),
            reports: reports.iter().map(|id| ReportId([*id; 16])).collect(),
            decided_at: Moment(5),
            late_reason: String::new(),
            policy: String::new(),
        }),
    }
}

fn noted(aspects: TriageAspects) -> Fact {
    Fact::TriageNoted { aspects: Box::new(aspects) }
}

fn analysis(words: &str) -> TriageAspects {
    TriageAspects { analysis: Some(words.into()), ..TriageAspects::default() }
}

fn urgency(urgency: Urgency) -> TriageAspects {
    let urgency = Some(UrgencyJudged { urgency, why: String::new() });
    TriageAspects { urgency, ..TriageAspects::default() }
}

fn answered(answers: &[(&str, &str)]) -> Fact {
    let answer = |(item, words): &(&str, &str)| ItemAnswer {
        place: AnswerPlace::of_case(item),
        given: Some(Given::plain(AnswerValue::Text((*words).into()))),
    };
    Fact::SheetAnswered { sheet: SHEET, answers: answers.iter().map(answer).collect() }
}

fn assessed(sheet: SheetId) -> Fact {
    let form = FormRef { id: "risk-assessment".into(), version: 1, hash: [0; 32] };
    let (used_for, trigger) = (SheetUse::Assessment, String::new());
    Fact::SheetOpened { sheet, form, used_for, trigger }
}

fn concluded(sheet: SheetId, safety: Safety, at: i64) -> Fact {
    Fact::SheetConcluded {
        sheet,
        conclusion: Box::new(Conclusion {
            safety,
            risk: Risk::Low,
            reasons: String::new(),
            confidence: Confidence::High,
            proposed_safety: None,
            proposed_risk: None,
            override_reason: String::new(),
            valid_until: day(20),
            no_information: 0,
            unanswered: 0,
            concluded_at: Moment(at),
        }),
    }
}

fn day(number: u32) -> Day {
    Day::from_ymd_opt(1970, 1, number).unwrap()
}

fn agreement(part: u8, what: &str) -> Fact {
    let (who, when, checked_by) = ("An".into(), String::new(), String::new());
    let content = PlanPart::Agreement { what: what.into(), who, when, checked_by };
    let part = PartId([part; 16]);
    Fact::PlanPartWritten { plan: PLAN, part, content: Some(Box::new(content)) }
}

fn removed(part: u8) -> Fact {
    Fact::PlanPartWritten { plan: PLAN, part: PartId([part; 16]), content: None }
}

fn ordered(parts: &[u8]) -> Fact {
    let order = parts.iter().map(|part| PartId([*part; 16])).collect();
    Fact::PlanOrdered { plan: PLAN, section: PlanSection::Agreements, order }
}

fn owned(owner: &str) -> Fact {
    let aspects = PlanAspects { owner: Some(owner.into()), ..PlanAspects::default() };
    Fact::PlanDescribed { plan: PLAN, aspects: Box::new(aspects) }
}

fn adopted(number: u16, events: Vec<EventId>) -> Fact {
    Fact::PlanAdopted { plan: PLAN, number, on: day(2), events }
}

/// A plan with two agreements, adopted as version 1.
fn a_plan() -> Desk {
    let mut desk = Desk::reported();
    desk.say(AN, Fact::PlanOpened { plan: PLAN, kind: PlanKind::Safety, embeds: None });
    desk.say(AN, agreement(9, "bellen"));
    desk.say(AN, agreement(4, "logeren"));
    desk.say(AN, owned("oma"));
    let standing = desk.case().plans[&PLAN].standing_events();
    assert_eq!(standing.len(), 4);
    desk.say(AN, adopted(1, standing));
    desk
}

fn version(case: &Case, number: u16) -> PlanVersion {
    case.plans[&PLAN].versions[&number].settled().unwrap().clone()
}

fn parts(content: &beschermd::domain::case::PlanContent) -> Vec<(u8, String)> {
    let what = |part: &PlanPart| match part {
        PlanPart::Agreement { what, .. } => what.clone(),
        other => format!("{other:?}"),
    };
    content.parts.iter().map(|(id, part)| (id.0[0], what(part))).collect()
}

#[test]
fn every_kind_of_fact_arrives_in_every_slot_it_writes() {
    for (kind, name) in v1::kinds() {
        for seed in 0..40 {
            let mut desk = Desk::default();
            let fact = Gen::new(seed).fact(*kind);
            let event = desk.say(AN, fact.clone());
            let case = desk.case();
            for slot in fact.slots() {
                assert_eq!(case.head_ids(slot), vec![event], "{name} {slot:?}");
            }
            assert!(case.disputes.is_empty(), "{name}");
            desk.say(BO, fact.clone());
            let case = desk.case();
            let again: Vec<EventId> = fact.slots().iter().flat_map(|s| case.head_ids(*s)).collect();
            assert!(!again.contains(&event), "{name} is replaced by who saw it");
        }
    }
}

#[test]
fn two_people_contradict_each_other_in_the_aspects_of_the_triage_both_changed_and_no_other() {
    let mut an = Desk::reported();
    an.say(AN, noted(analysis("eerst")));
    let mut bo = an.clone();
    an.say(AN, noted(TriageAspects { expertise: Some(BTreeSet::new()), ..analysis("van An") }));
    bo.say(BO, noted(TriageAspects { ..urgency(Urgency::Day) }));
    bo.say(BO, noted(analysis("van Bo")));
    bo.say(BO, noted(analysis("van Bo, beter")));
    let case = an.with(&bo);
    assert_eq!(case, bo.with(&an));
    assert_eq!(case.disputes, BTreeSet::from([Slot::Triage(TriageAspect::Analysis)]));
    let words: BTreeSet<&str> = case.triage.analysis.values().map(String::as_str).collect();
    assert_eq!(words, BTreeSet::from(["van An", "van Bo, beter"]));
    assert_eq!(case.urgency_read(), Some(Urgency::Day));
}

#[test]
fn two_people_contradict_each_other_in_the_answers_both_changed_and_no_other() {
    let mut an = Desk::reported();
    an.say(AN, answered(&[("a", "1"), ("b", "1"), ("c", "1"), ("d", "1")]));
    let mut bo = an.clone();
    an.say(AN, answered(&[("a", "An"), ("b", "An")]));
    bo.say(BO, answered(&[("b", "Bo"), ("c", "Bo")]));
    let case = an.with(&bo);
    let key = AnswerPlace::of_case("b").key();
    assert_eq!(case.disputes, BTreeSet::from([Slot::Answer(SHEET, key)]));
    let sheet = &case.sheets[&SHEET];
    let shown = |item: &str| match &sheet.answer(&AnswerPlace::of_case(item)).unwrap().value {
        AnswerValue::Text(words) => words.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!([shown("a"), shown("c"), shown("d")], ["An", "Bo", "1"]);
    assert_eq!(sheet.answers_shown().len(), 4);
    let about = AnswerPlace::of_person("b", PersonId([1; 16]));
    assert_ne!(about.key(), key, "the same item about somebody is another answer");
    assert_eq!(sheet.answer(&about), None);
}

#[test]
fn two_people_contradict_each_other_in_the_parts_of_a_plan_both_changed_and_no_other() {
    let mut an = a_plan();
    let mut bo = an.clone();
    an.say(AN, agreement(9, "van An"));
    an.say(AN, owned("opa"));
    an.say(AN, removed(4));
    an.say(AN, agreement(1, "nieuw van An"));
    bo.say(BO, agreement(4, "van Bo"));
    bo.say(BO, agreement(2, "nieuw van Bo"));
    let case = an.with(&bo);
    assert_eq!(case.disputes, BTreeSet::from([Slot::PlanPart(PLAN, PartId([4; 16]))]));
    let now = case.plans[&PLAN].now();
    assert_eq!((now.disputed, now.owner.as_str()), (1, "opa"));
    let kept = parts(&now);
    assert_eq!(kept.len(), 4);
    assert!(kept.contains(&(4, "van Bo".into())), "what one changed is not lost by the other");
}

#[test]
fn a_second_signature_counts_when_another_person_gives_it_under_an_own_name() {
    let mut desk = Desk::reported();
    let event = desk.decide(TriageOutcome::Investigate, &[1]);
    assert_eq!(desk.case().decision_waits_for(), Some(event));
    let own = desk.sign(AN, event);
    assert_eq!(desk.case().triage_in_force(), None, "nobody signs what he decided");
    let forged = desk.say(AN, Fact::Countersigned { event, staff: StaffId([BO; 16]) });
    let case = desk.case();
    assert_eq!((case.triage_in_force(), case.state()), (None, State::Triage));
    let unfit = BTreeSet::from([Anomaly::SignatureUnfit(own), Anomaly::SignatureUnfit(forged)]);
    assert_eq!(case.anomalies, unfit);
    assert!(case.countersigned.is_empty());
    let signed = desk.sign(BO, event);
    let case = desk.case();
    assert!(case.triage_in_force().is_some());
    assert_eq!(case.decision_waits_for(), None);
    assert_eq!(case.countersigned[&event][&StaffId([BO; 16])].author, StaffId([BO; 16]));
    desk.say(BO, Fact::Retracted { event: signed });
    assert_eq!(desk.case().decision_waits_for(), Some(event));
}

#[test]
fn a_signature_does_not_carry_over_to_another_decision() {
    let mut desk = Desk::decided_by_two(TriageOutcome::Investigate);
    let next = desk.decide(TriageOutcome::End, &[1]);
    let case = desk.case();
    assert_eq!(case.decision_waits_for(), Some(next));
    assert_eq!((case.state(), case.triage_due()), (State::Triage, true));
    desk.sign(BO, EventId([77; 32]));
    assert_eq!(desk.case().triage_in_force(), None);
}

#[test]
fn a_decision_in_dispute_is_not_decided() {
    let mut an = Desk::reported();
    let mut bo = an.clone();
    let first = an.decide(TriageOutcome::End, &[1]);
    an.sign(BO, first);
    assert_eq!(an.case().state(), State::Closed);
    let second = bo.say(BO, decided(TriageOutcome::Investigate, &[1]));
    bo.sign(AN, second);
    let case = an.with(&bo);
    assert_eq!((case.triage_in_force(), case.decision_waits_for()), (None, None));
    assert_eq!((case.state(), case.triage_due()), (State::Triage, true));
    assert_eq!(case.disputes, BTreeSet::from([Slot::TriageDecision]));
}

#[test]
fn a_case_that_was_reopened_is_closed_by_a_decision_that_came_later() {
    let mut desk = Desk::reported();
    let (ground, sender_told) = (ClosingGround::Misaddressed, String::new());
    let closing = Closing::Closed { ground, reason: "x".into(), sender_told };
    desk.say(AN, Fact::ClosingDecided { closing });
    desk.say(AN, Fact::ClosingDecided { closing: Closing::Reopened("y".into()) });
    let event = desk.decide(TriageOutcome::End, &[1]);
    assert_eq!(desk.case().state(), State::Triage);
    desk.sign(BO, event);
    assert_eq!(desk.case().state(), State::Closed);
    desk.say(AN, Fact::ClosingDecided { closing: Closing::Reopened("z".into()) });
    assert_eq!(desk.case().state(), State::Triage);
}

#[test]
fn acute_unsafety_never_waits_in_a_closed_file() {
    let mut desk = Desk::decided_by_two(TriageOutcome::End);
    assert_eq!(desk.case().state(), State::Closed);
    let action = ImmediateAction { what: "x".into(), who: "y".into(), when: Moment(9) };
    desk.say(BO, Fact::AcuteJudged { acute: Acute::Declared(action) });
    assert!(desk.case().is_open() && Row::of(&desk.case()).is_acute());
    desk.say(BO, Fact::AcuteJudged { acute: Acute::Lifted("z".into()) });
    assert_eq!(desk.case().state(), State::Closed);
}

#[test]
fn a_later_report_makes_triage_due_again() {
    for (outcome, before, after) in [
        (TriageOutcome::Investigate, State::Investigation, State::Investigation),
        (TriageOutcome::FollowUp(FollowUpBy::LocalField), State::FollowUp, State::FollowUp),
        (TriageOutcome::End, State::Closed, State::Triage),
        (TriageOutcome::Advice, State::Closed, State::Triage),
        (TriageOutcome::Inadmissible, State::Closed, State::Triage),
    ] {
        let mut desk = Desk::decided_by_two(outcome);
        let case = desk.case();
        assert_eq!((case.state(), case.triage_due()), (before, false), "{outcome:?}");
        desk.say(AN, received(2, 900));
        let case = desk.case();
        assert_eq!((case.state(), case.triage_due()), (after, true), "{outcome:?}");
        assert_eq!(case.triage_received_at(), Some(Moment(900)));
        assert_eq!(Row::of(&case).received_at, Moment(900), "the term of the report that waits");
        let again = desk.decide(outcome, &[1, 2]);
        desk.sign(BO, again);
        let case = desk.case();
        assert_eq!((case.state(), case.triage_due()), (before, false), "{outcome:?}");
    }
}

#[test]
fn the_state_follows_the_course_of_the_work() {
    let mut desk = Desk::reported();
    assert_eq!((desk.case().state(), desk.case().triage_begun()), (State::Received, false));
    desk.say(AN, Fact::IncidentNoted { incident: IncidentId([1; 16]), content: None });
    desk.say(AN, assessed(SHEET));
    desk.say(AN, Fact::PlanOpened { plan: PLAN, kind: PlanKind::Safety, embeds: None });
    assert_eq!(desk.case().state(), State::Received, "none of these is triage");
    let begun = [
        noted(analysis("x")),
        Fact::ChildSeen { child: PersonId([1; 16]), seen: Seen::default() },
        Fact::InformationAsked { inquiry: InquiryId([1; 16]), content: None },
        Fact::PersonInformed {
            person: PersonId([1; 16]),
            informing: PersonInforming::Told { on: day(1), how: String::new() },
        },
        decided(TriageOutcome::End, &[1]),
    ];
    for fact in begun {
        let mut desk = desk.clone();
        desk.say(AN, fact);
        assert_eq!((desk.case().state(), desk.case().triage_due()), (State::Triage, true));
        assert_eq!(desk.case().state().code(), "M2");
    }
    let mut local = Desk::opened(Opening::Neighbourhood);
    local.say(AN, Fact::PlanOpened { plan: PLAN, kind: PlanKind::Safety, embeds: None });
    assert_eq!(local.case().state(), State::Local, "a plan comes before any report");
    let mut closed = Desk::decided_by_two(TriageOutcome::End);
    closed.say(AN, Fact::ClosingDecided { closing: Closing::Reopened("x".into()) });
    assert_eq!(closed.case().state(), State::Triage);
    let mut investigated = Desk::decided_by_two(TriageOutcome::Investigate);
    let ground = ClosingGround::Concluded;
    let (reason, sender_told) = ("x".into(), String::new());
    let closing = Closing::Closed { ground, reason, sender_told };
    investigated.say(AN, Fact::ClosingDecided { closing });
    assert_eq!(
        (investigated.case().state(), investigated.case().triage_due()),
        (State::Closed, false)
    );
}

#[test]
fn what_a_person_judged_urgent_is_due_within_a_day() {
    let due = |desk: &Desk| {
        let row = Row::of(&desk.case());
        let due_day = row.due_day(row.triage_due.then(|| day(8)));
        let countdown = due_day.map(|due| beschermd::domain::deadline::countdown(due, Moment(1)));
        let entry = Entry::new(row, due_day, countdown, false);
        (entry.due_day, entry.urgency)
    };
    let mut desk = Desk::reported();
    assert_eq!(due(&desk), (Some(day(8)), Urgency::FiveDays));
    desk.say(AN, noted(urgency(Urgency::FiveDays)));
    assert_eq!(due(&desk), (Some(day(8)), Urgency::FiveDays));
    let mut bo = desk.clone();
    bo.say(BO, noted(urgency(Urgency::Day)));
    assert_eq!(due(&bo), (Some(day(2)), Urgency::Day));
    desk.say(AN, noted(urgency(Urgency::FiveDays)));
    let mut both = Desk(desk.0.iter().chain(&bo.0).cloned().collect());
    assert_eq!(due(&both), (Some(day(2)), Urgency::Day), "the more urgent of two readings");
    assert_eq!(Row::of(&both.case()).due_day(Some(day(1))), Some(day(1)), "never later");
    let event = both.decide(TriageOutcome::Investigate, &[1]);
    both.sign(BO, event);
    assert_eq!(due(&both), (None, Urgency::FiveDays), "it was about the triage");
}

#[test]
fn an_adopted_version_keeps_exactly_what_was_adopted() {
    let mut desk = a_plan();
    let first = version(&desk.case(), 1);
    assert_eq!(parts(&first.content), [(9, "bellen".into()), (4, "logeren".into())]);
    assert!(first.is_whole() && desk.case().plans[&PLAN].changes().is_empty());
    desk.say(AN, agreement(9, "elke dag bellen"));
    desk.say(BO, agreement(1, "sleutel bij oma"));
    desk.say(AN, owned("opa"));
    desk.say(AN, ordered(&[1, 4, 9]));
    let owner = desk.case().plans[&PLAN].owner.head_ids()[0];
    desk.say(AN, Fact::Retracted { event: owner });
    for event in desk.0.clone() {
        if matches!(event.body.unwrap().fact, Fact::PlanDescribed { .. }) {
            desk.say(AN, Fact::Retracted { event: event.id });
        }
    }
    let case = desk.case();
    assert_eq!(version(&case, 1), first);
    let plan = &case.plans[&PLAN];
    let now = [(1, "sleutel bij oma".into()), (4, "logeren".into()), (9, "elke dag bellen".into())];
    assert_eq!(parts(&plan.now()), now);
    let section = PlanSection::Agreements;
    let changes = [
        Change::Aspect(PlanAspect::Owner),
        Change::Added(section, PartId([1; 16])),
        Change::Altered(section, PartId([9; 16])),
        Change::Reordered(section),
    ];
    assert_eq!(plan.changes(), changes);
    desk.say(AN, removed(4));
    let plan = desk.case().plans[&PLAN].clone();
    let gone = Change::Removed(section, PartId([4; 16]));
    assert!(plan.changes().contains(&gone) && plan.next_number() == 2);
    desk.say(AN, adopted(2, plan.standing_events()));
    assert_eq!(version(&desk.case(), 2).content, plan.now());
    assert_eq!(version(&desk.case(), 1), first);
    assert_eq!(desk.case().plans[&PLAN].newest().unwrap().0, 2);
}

#[test]
fn a_version_of_which_an_event_is_not_here_says_that_it_is_not_whole() {
    let desk = a_plan();
    let holes = |wanted: fn(&Fact) -> bool| {
        let kept = desk.0.iter().filter(|event| !wanted(&event.body.as_ref().unwrap().fact));
        Case::fold(CASE, kept)
    };
    let case = holes(|fact| matches!(fact, Fact::PlanDescribed { .. }));
    assert_eq!(version(&case, 1).missing, 1);
    assert_eq!(version(&case, 1).content.owner, "");
    let mut desk = desk.clone();
    let opened = desk.0[0].id;
    desk.say(AN, adopted(2, vec![opened, EventId([99; 32])]));
    assert_eq!(version(&desk.case(), 2).missing, 2, "what is not of this plan is no content");
}

#[test]
fn parts_keep_their_place_when_they_are_corrected() {
    let mut desk = a_plan();
    desk.say(BO, agreement(9, "elke dag bellen"));
    desk.say(BO, agreement(6, "later erbij"));
    let ids: Vec<u8> = parts(&desk.case().plans[&PLAN].now()).iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, [9, 4, 6], "as written first, and not by their ids");
    desk.say(BO, ordered(&[4]));
    let ids: Vec<u8> = parts(&desk.case().plans[&PLAN].now()).iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, [4, 9, 6]);
}

#[test]
fn the_risk_is_looked_at_anew_after_a_report_an_event_or_the_last_day() {
    let mut desk = Desk::reported();
    assert_eq!(desk.case().reassess(day(3)), [ReassessReason::NeverDone]);
    desk.say(AN, assessed(SHEET));
    desk.say(AN, concluded(SHEET, Safety::Safe, 100));
    assert_eq!(desk.case().reassess(day(20)), []);
    assert_eq!(desk.case().reassess(day(21)), [ReassessReason::Expired]);
    let content = Some(Incident { what: "verhuisd".into(), on: day(2) });
    let incident = IncidentId([1; 16]);
    desk.say(AN, Fact::IncidentNoted { incident, content });
    desk.say(AN, received(2, 101));
    let both = [ReassessReason::NewReport, ReassessReason::Incident];
    assert_eq!(desk.case().reassess(day(20)), both);
    desk.say(AN, Fact::IncidentNoted { incident, content: None });
    assert_eq!(desk.case().reassess(day(20)), [ReassessReason::NewReport]);
    let next = SheetId([1; 16]);
    desk.say(AN, assessed(next));
    desk.say(AN, concluded(next, Safety::SafeWithPlan, 102));
    let case = desk.case();
    assert_eq!((case.reassess(day(20)), case.assessments().len()), (vec![], 2));
    assert_eq!(case.latest_assessment().unwrap().0, next);
    assert_eq!(case.safety_now(), Some(Safety::SafeWithPlan));
}

#[test]
fn in_a_dispute_the_less_safe_conclusion_counts() {
    let mut an = Desk::reported();
    an.say(AN, assessed(SHEET));
    let mut bo = an.clone();
    an.say(AN, concluded(SHEET, Safety::Safe, 100));
    bo.say(BO, concluded(SHEET, Safety::Unsafe, 90));
    assert_eq!(an.with(&bo).safety_now(), Some(Safety::Unsafe));
    an.say(AN, received(2, 95));
    assert_eq!(an.with(&bo).reassess(day(1)), [ReassessReason::NewReport]);
    let mut scaled = Desk::reported();
    scaled.say(AN, concluded(SHEET, Safety::Unsafe, 100));
    assert_eq!(scaled.case().safety_now(), None, "not known to be an assessment");
}

#[test]
fn an_advice_that_holds_any_of_this_is_a_named_problem_except_a_signature() {
    for kind in (100..=126).filter(|kind| v1::kinds().iter().any(|(known, _)| known == kind)) {
        let mut desk = Desk::opened(Opening::Advice);
        let event = desk.say(AN, Gen::new(7).fact(kind));
        let named = desk.case().anomalies.contains(&Anomaly::FamilyInAdvice(event));
        assert_eq!(named, kind != 105, "{kind}");
        assert_eq!(desk.case().state(), State::Advice);
    }
}

#[test]
fn a_row_of_before_is_refused_and_made_anew() {
    let mut bytes = v1::row_bytes(&Row::of(&Desk::reported().case())).unwrap();
    bytes[0] = 1;
    assert_eq!(v1::read_row(&bytes), Err(v1::WireError::UnknownVersion(1)));
}
