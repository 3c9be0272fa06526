//! The table: for each rule a fact that keeps it and one that breaks it.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::super::Rule;
use super::stage::*;
use super::work;
use crate::domain::code::{Nature, Role};
use crate::domain::fact::{
    Acute, CaseNumber, Closing, ClosingGround, Fact, ImmediateAction, Link, LinkKind, Note,
    NoteKind, Opening, Overseer, StaffRole, Verdict,
};
use crate::domain::id::{CaseId, EventId, IncidentId, InquiryId, LinkId, NoteId, StaffId};
use crate::domain::person::{Name, PersonAspects};
use crate::domain::report::{Disclosure, ReporterIdentity};
use crate::domain::sheet::Safety;
use crate::domain::time::Moment;
use crate::domain::triage::{
    FollowUpBy, Incident, Inquiry, InquiryBasis, PersonInforming, ReporterTold, Seen,
    TriageAspects, TriageDecision, TriageOutcome,
};
use std::collections::BTreeSet;

/// A case and what is told about it.
pub type Told = (Stage, Vec<(Fact, Option<String>)>);

/// One promise of one rule.
pub struct Row {
    pub promise: &'static str,
    pub rule: Rule,
    pub field: &'static str,
    pub kept: Told,
    pub broken: Told,
}

pub type Pair = (Stage, Fact);

pub fn row(promise: &'static str, rule: (Rule, &'static str), kept: Pair, broken: Pair) -> Row {
    let told = |(stage, fact): Pair| (stage, vec![(fact, None)]);
    let (kept, broken) = (told(kept), told(broken));
    Row { promise, rule: rule.0, field: rule.1, kept, broken }
}

pub fn rows() -> Vec<Row> {
    let mut rows = case_rows();
    rows.extend(reference_rows());
    rows.extend(desk_rows());
    rows.extend(reporter_rows());
    rows.extend(decision_rows());
    rows.extend(late_rows());
    rows.extend(closing_rows());
    rows.extend(signature_rows());
    rows.extend(child_rows());
    rows.extend(informing_rows());
    rows.extend(day_rows());
    rows.extend(work::sheet_rows());
    rows.extend(work::conclusion_rows());
    rows.extend(work::plan_rows());
    rows.extend(work::adoption_rows());
    rows.extend(work::agreement_rows());
    rows.extend(work::signing_rows());
    rows
}

fn name(id: crate::domain::id::PersonId) -> Fact {
    let name = Some(Name { last: "Rietkamper".to_owned(), ..Name::default() });
    let aspects = Box::new(PersonAspects { name, ..PersonAspects::default() });
    Fact::PersonDescribed { person: id, protected_by: None, aspects }
}

fn note(text: &str, about: crate::domain::id::PersonId) -> Fact {
    let (text, about) = (text.to_owned(), vec![about]);
    let content = Some(Note { kind: NoteKind::Internal, text, about, took_place: None });
    Fact::NoteWritten { note: NoteId([40; 16]), content }
}

fn link(other: CaseId) -> Fact {
    let link = Link {
        other,
        kind: LinkKind::SameChild,
        person: None,
        other_person: None,
        verdict: Verdict::Confirmed,
        reason: String::new(),
    };
    Fact::LinkRecorded { id: LinkId([41; 16]), link }
}

fn case_rows() -> Vec<Row> {
    let report = || Stage::opened(Opening::Report);
    let opened = || Fact::CaseOpened {
        number: CaseNumber("ZW1-26-0002".to_owned()),
        opening: Opening::Report,
    };
    let joined = Fact::StaffJoined { staff: AN, name: "An".to_owned(), role: StaffRole::Expert };
    let mut unopened = report();
    unopened.events.clear();
    let kept = Fact::MessageKept { report: REPORT, part: 0, parts: 1, bytes: Vec::new() };
    let seen = || note("gebeld", CHILD);
    vec![
        row(
            "only facts about a case",
            (Rule::AboutACase, ""),
            (report(), name(CHILD)),
            (report(), joined),
        ),
        row(
            "a case is opened once",
            (Rule::OpenedOnce, ""),
            (unopened, opened()),
            (report(), opened()),
        ),
        row(
            "a kind that is known",
            (Rule::KnownKind, ""),
            (Stage::reported(), seen()),
            (Stage::reported(), Fact::Foreign { kind: 999, bytes: Vec::new() }),
        ),
        row(
            "messages are kept by the program",
            (Rule::KeptByUs, ""),
            (Stage::reported(), seen()),
            (Stage::reported(), kept),
        ),
        row(
            "21: an advice holds no person",
            (Rule::AdviceWithoutFamily, ""),
            (report(), name(CHILD)),
            (Stage::opened(Opening::Advice), name(CHILD)),
        ),
        row(
            "21: an advice holds no triage",
            (Rule::AdviceWithoutFamily, ""),
            (report(), earlier()),
            (Stage::opened(Opening::Advice), earlier()),
        ),
        row(
            "21: an advice holds no plan, a neighbourhood case may before any report",
            (Rule::AdviceWithoutFamily, ""),
            (Stage::opened(Opening::Neighbourhood), plan_opened()),
            (Stage::opened(Opening::Advice), plan_opened()),
        ),
        row(
            "21: a case with a report does not become an advice",
            (Rule::AdviceWithoutFamily, ""),
            (report(), Fact::OpeningChanged { opening: Opening::Advice }),
            (Stage::reported(), Fact::OpeningChanged { opening: Opening::Advice }),
        ),
    ]
}

fn reference_rows() -> Vec<Row> {
    let identified =
        |report| Fact::ReporterIdentified { report, identity: ReporterIdentity::default() };
    let other = crate::domain::id::ReportId([50; 16]);
    let joined =
        |joined| Fact::PersonsJoined { kept: CHILD, joined, reason: "zelfde kind".to_owned() };
    let stage = Stage::reported;
    let first = stage().events[0].id;
    let second = stage().events[1].id;
    vec![
        row(
            "a report that is there",
            (Rule::ReportKnown, "report"),
            (stage(), identified(REPORT)),
            (stage(), identified(other)),
        ),
        row(
            "a person that is there",
            (Rule::PersonKnown, "person"),
            (stage(), note("x", CHILD)),
            (stage(), note("x", NOBODY)),
        ),
        row(
            "two records are two",
            (Rule::TwoRecords, "joined"),
            (stage(), joined(PARENT)),
            (stage(), joined(CHILD)),
        ),
        row(
            "a link leads elsewhere",
            (Rule::LinkElsewhere, "other"),
            (stage(), link(CaseId([60; 16]))),
            (stage(), link(CASE)),
        ),
        row(
            "a note says something",
            (Rule::TextNeeded, "text"),
            (stage(), note("x", CHILD)),
            (stage(), note(" \n", CHILD)),
        ),
        row(
            "the opening is not taken back",
            (Rule::Retractable, "event"),
            (stage(), Fact::Retracted { event: second }),
            (stage(), Fact::Retracted { event: first }),
        ),
        row(
            "what is taken back is there",
            (Rule::Retractable, "event"),
            (stage(), Fact::Retracted { event: second }),
            (stage(), Fact::Retracted { event: EventId([99; 32]) }),
        ),
    ]
}

fn acute(what: &str, who: &str, when: Moment) -> Fact {
    let (what, who) = (what.to_owned(), who.to_owned());
    Fact::AcuteJudged { acute: Acute::Declared(ImmediateAction { what, who, when }) }
}

fn desk_rows() -> Vec<Row> {
    let stage = Stage::reported;
    let now = stage().now;
    let overseer = |person: &str| Fact::OverseerNamed {
        overseer: Overseer {
            organisation: "Veilig Thuis".to_owned(),
            person: person.to_owned(),
            staff: None,
        },
    };
    let lifted = |why: &str| Fact::AcuteJudged { acute: Acute::Lifted(why.to_owned()) };
    let worker = |staff| Fact::WorkerAssigned { staff: Some(staff) };
    let act = |what, who| acute(what, who, now);
    let rule = (Rule::AcuteNeedsAction, "acute");
    let good = || (stage(), act("politie erheen", "An"));
    vec![
        row("1: acute says what", rule, good(), (stage(), act(" ", "An"))),
        row("1: acute says who", rule, good(), (stage(), act("politie erheen", ""))),
        row(
            "1: acute says when, and soon",
            rule,
            (stage(), acute("politie erheen", "An", now.plus_hours(23))),
            (stage(), acute("politie erheen", "An", now.plus_hours(25))),
        ),
        row(
            "leaving acute needs a reason",
            (Rule::ReasonNeeded, "reason"),
            (stage(), lifted("vader is aangehouden")),
            (stage(), lifted("")),
        ),
        row(
            "5: somebody watches, by name",
            (Rule::OverseerNamed, "overseer"),
            (stage(), overseer("An")),
            (stage(), overseer(" ")),
        ),
        row(
            "a colleague of ours",
            (Rule::StaffKnown, "staff"),
            (stage(), worker(BO)),
            (stage(), worker(StaffId([77; 16]))),
        ),
    ]
}

fn reporter_rows() -> Vec<Row> {
    let hidden = |ground: &str| disclosed(Disclosure::HiddenToFamily(ground.to_owned()));
    let neighbour = || Stage::reported().with(classified(35));
    let promised = || neighbour().with(hidden(""));
    let agreed = Some("belde terug op 6 oktober en stemt toe".to_owned());
    let rule = Rule::HiddenOnGround;
    vec![
        row(
            "18: a professional is hidden on a ground",
            (rule, "disclosure"),
            (Stage::reported(), hidden("gevaar voor collega's")),
            (Stage::reported(), hidden(" ")),
        ),
        row(
            "18: a neighbour needs no ground to stay hidden",
            (rule, "disclosure"),
            (neighbour(), hidden("")),
            (Stage::reported(), hidden("")),
        ),
        Row {
            promise: "18: a neighbour who was promised secrecy becomes known with consent only",
            rule: Rule::OpenWithConsent,
            field: "disclosure",
            kept: (promised(), vec![(disclosed(Disclosure::Open), agreed)]),
            broken: (promised(), vec![(disclosed(Disclosure::Open), None)]),
        },
    ]
}

fn change(outcome: TriageOutcome, change: impl Fn(&mut TriageDecision)) -> Pair {
    let stage = Stage::ready();
    let mut told = decision(outcome, stage.now);
    change(&mut told);
    (stage, decided(told))
}

fn decision_rows() -> Vec<Row> {
    let good = || change(TriageOutcome::Investigate, |_| {});
    let decide = |stage: Stage| {
        let fact = decided(decision(TriageOutcome::Investigate, stage.now));
        (stage, fact)
    };
    let unjudged = Stage::reported().with(earlier());
    let unchecked = Stage::reported().with(urgency(crate::domain::queue::Urgency::Day));
    let elsewhere = TriageOutcome::FollowUp(FollowUpBy::LocalField);
    let ours = TriageOutcome::FollowUp(FollowUpBy::Ourselves);
    let named = |told: &mut TriageDecision| told.receiver = "wijkteam Zuid".to_owned();
    let receiver = (Rule::ReceiverNamed, "receiver");
    vec![
        row("a decision has reasons", (Rule::DecisionReasons, "reasons"), good(), {
            change(TriageOutcome::Investigate, |told| told.reasons = " ".to_owned())
        }),
        row("a decision names its reports", (Rule::ReportsListed, "reports"), good(), {
            change(TriageOutcome::Investigate, |told| told.reports = BTreeSet::new())
        }),
        row("reports that are there", (Rule::ReportKnown, "reports"), good(), {
            change(TriageOutcome::Investigate, |told| {
                told.reports.insert(crate::domain::id::ReportId([50; 16]));
            })
        }),
        row("urgency first", (Rule::UrgencyJudged, "urgency"), good(), decide(unjudged)),
        row("earlier work first", (Rule::EarlierChecked, "earlier"), good(), decide(unchecked)),
        row("who receives it", receiver, change(elsewhere, named), change(elsewhere, |_| {})),
        row("we receive it ourselves", receiver, change(ours, |_| {}), change(elsewhere, |_| {})),
        row("a decision was taken", (Rule::DayNotFuture, "decided_at"), good(), {
            change(TriageOutcome::Investigate, |told| told.decided_at = at("2026-10-07", 10))
        }),
    ]
}

fn late_rows() -> Vec<Row> {
    let rule = (Rule::LateReason, "late_reason");
    let on = |stage: Stage, text: &str, why: &str| {
        let stage = stage.on(at(text, 12));
        let mut told = decision(TriageOutcome::Investigate, stage.now);
        told.late_reason = why.to_owned();
        (stage, decided(told))
    };
    // Received on the 5th, put in on the 9th: counted from there it would be due on the 14th.
    let registered_late = || {
        let mut stage = Stage::opened(Opening::Report).on(at("2026-10-09", 9));
        for fact in [receipt(received()), earlier()] {
            stage.tell(fact);
        }
        stage.tell(urgency(crate::domain::queue::Urgency::FiveDays));
        stage
    };
    // A decision in force about the same report: another one later is not late.
    let decided_before = || {
        let mut stage = Stage::ready();
        stage.tell(decided(decision(TriageOutcome::Investigate, stage.now)));
        let event = stage.decision();
        stage.by(BO).with(Fact::Countersigned { event, staff: BO })
    };
    vec![
        row("3: in time on the last day", rule, on(Stage::ready(), "2026-10-12", ""), {
            on(Stage::ready(), "2026-10-13", "")
        }),
        row("3: late with a reason", rule, on(Stage::ready(), "2026-10-13", "ziekte"), {
            on(Stage::ready(), "2026-10-13", " ")
        }),
        row("4: the term runs from receipt", rule, on(registered_late(), "2026-10-12", ""), {
            on(registered_late(), "2026-10-13", "")
        }),
        row("3: what was decided is done", rule, on(decided_before(), "2026-11-12", ""), {
            on(Stage::ready(), "2026-11-12", "")
        }),
    ]
}

fn closed(sender_told: &str) -> Fact {
    let reason = "niet voor ons".to_owned();
    let (ground, sender_told) = (ClosingGround::Misaddressed, sender_told.to_owned());
    Fact::ClosingDecided { closing: Closing::Closed { ground, reason, sender_told } }
}

/// A case that lacks nothing but that it is still acute.
fn acting() -> Stage {
    let stage = Stage::adopted();
    let action = acute("politie erheen", "An", stage.now);
    stage.with(action)
}

fn closing_rows() -> Vec<Row> {
    let end = |stage: Stage| {
        let fact = decided(decision(TriageOutcome::End, stage.now));
        (stage, fact)
    };
    let why_not = noted(TriageAspects {
        reporter_told: Some(ReporterTold {
            why_not: "wil niet gebeld worden".to_owned(),
            ..ReporterTold::default()
        }),
        ..TriageAspects::default()
    });
    let told = || Stage::ready().with(reporter_told());
    let feedback = Rule::ReporterTold;
    let plan = (Rule::SafetyPlanFirst, "");
    let safe = || told().with(sheet_opened()).with(concluded(Safety::Safe));
    let over = Acute::Lifted("het kind is bij oma".to_owned());
    let lifted = acting().with(Fact::AcuteJudged { acute: over });
    let with_plan = || Stage::unsafe_case().with(concluded(Safety::SafeWithPlan));
    let decided_case = || {
        let stage = told();
        let fact = decided(decision(TriageOutcome::Investigate, stage.now));
        stage.with(fact)
    };
    let reason = Fact::ClosingDecided {
        closing: Closing::Closed {
            ground: ClosingGround::Duplicate,
            reason: String::new(),
            sender_told: "gebeld".to_owned(),
        },
    };
    vec![
        row("22: told before it ends", (feedback, "reporter_told"), end(told()), {
            end(Stage::ready())
        }),
        row("22: or why not", (feedback, "reporter_told"), end(Stage::ready().with(why_not)), {
            end(Stage::ready())
        }),
        row(
            "22: told before the desk closes",
            (feedback, "sender_told"),
            (Stage::reported(), closed("gebeld")),
            (Stage::reported(), closed("")),
        ),
        row("8: a safe case may close", plan, end(safe()), end(Stage::unsafe_case())),
        row("8: not safe closes with a plan", plan, end(Stage::adopted()), end(Stage::planned())),
        row("2: acute is lifted before it closes", (Rule::AcuteLifted, ""), end(lifted), {
            end(acting())
        }),
        row("8: safe with a plan asks one", plan, end(safe()), end(with_plan())),
        row(
            "8: the desk closes no safety case without a plan",
            plan,
            (Stage::adopted(), closed("gebeld")),
            (Stage::unsafe_case(), closed("gebeld")),
        ),
        row(
            "14: a decided case closes by a decision of two",
            (Rule::SecondPerson, "closing"),
            (told(), closed("gebeld")),
            (decided_case(), closed("gebeld")),
        ),
        row(
            "closing has a reason",
            (Rule::ReasonNeeded, "reason"),
            (Stage::reported(), closed("gebeld")),
            (Stage::reported(), reason),
        ),
    ]
}

fn sign(stage: Stage, event: EventId, staff: StaffId) -> Pair {
    (stage, Fact::Countersigned { event, staff })
}

fn signature_rows() -> Vec<Row> {
    let decided_by_an = || {
        let stage = Stage::ready();
        let fact = decided(decision(TriageOutcome::Investigate, stage.now));
        let stage = stage.with(fact);
        let event = stage.decision();
        (stage, event)
    };
    let by = |me: StaffId, staff: StaffId| {
        let (stage, event) = decided_by_an();
        sign(stage.by(me), event, staff)
    };
    let conclusion_of = |me: StaffId| {
        let stage = Stage::unsafe_case();
        let event = stage.case().sheets[&SHEET].conclusion.head_ids()[0];
        sign(stage.by(me), event, me)
    };
    let adoption_of = |me: StaffId| {
        let stage = Stage::adopted();
        let event = stage.case().plans[&PLAN].versions[&1].head_ids()[0];
        sign(stage.by(me), event, me)
    };
    let take_back = |signed: bool| {
        let (stage, event) = decided_by_an();
        let stage = if signed {
            stage.by(BO).with(Fact::Countersigned { event, staff: BO })
        } else {
            stage
        };
        (stage, Fact::Retracted { event })
    };
    let by_two = (Rule::SecondPerson, "event");
    let rule = (Rule::SecondPerson, "staff");
    let opening = Stage::ready().events[0].id;
    vec![
        row("14: one does not undo what two decided", by_two, take_back(false), take_back(true)),
        row("14: not who decided", rule, by(BO, BO), by(AN, AN)),
        row("14: in person, not for a colleague", rule, by(BO, BO), by(AN, BO)),
        row("14: not who concluded", rule, conclusion_of(BO), conclusion_of(AN)),
        row("14: not who adopted", rule, adoption_of(BO), adoption_of(AN)),
        row("14: what can be signed", (Rule::Signable, "event"), by(BO, BO), {
            sign(Stage::ready().by(BO), opening, BO)
        }),
    ]
}

fn child_rows() -> Vec<Row> {
    let twelve = || Stage::ready().with(person(CHILD, Role::YOUTH, "2014-10-07"));
    let decide = |stage: Stage| {
        let fact = decided(decision(TriageOutcome::Investigate, stage.now));
        (stage, fact)
    };
    let why_not = Seen { why_not: "in het ziekenhuis".to_owned(), ..Seen::default() };
    let only_seen = Seen { seen_on: Some(day("2026-10-06")), ..Seen::default() };
    let heard = || decide(twelve().with(seen(CHILD, spoken("2026-10-06"))));
    let young = Stage::ready().with(person(CHILD, Role::YOUTH, "2014-10-08"));
    let unknown = Stage::ready().with(person(NOBODY, Role::YOUTH, "2014"));
    let rule = (Rule::ChildHeard, "seen");
    vec![
        row("36: spoken with at twelve", rule, heard(), decide(twelve())),
        row("36: or why not", rule, decide(twelve().with(seen(CHILD, why_not.clone()))), {
            decide(twelve())
        }),
        row("36: seen is not heard", rule, heard(), decide(twelve().with(seen(CHILD, only_seen)))),
        row("36: not of a child of eleven", rule, decide(young), decide(twelve())),
        row("36: nor of unknown age", rule, decide(unknown), decide(twelve())),
        row(
            "seen, spoken with, or why not",
            (Rule::SeenOrReason, "seen"),
            (Stage::ready(), seen(CHILD, why_not)),
            (Stage::ready(), seen(CHILD, Seen { by: "An".to_owned(), ..Seen::default() })),
        ),
        row(
            "a child that is there",
            (Rule::PersonKnown, "child"),
            (Stage::ready(), seen(CHILD, spoken("2026-10-06"))),
            (Stage::ready(), seen(NOBODY, spoken("2026-10-06"))),
        ),
    ]
}

fn postponed(until: &str, ground: &str) -> Fact {
    let informing = PersonInforming::Postponed { until: day(until), ground: ground.to_owned() };
    Fact::PersonInformed { person: PARENT, informing }
}

fn told_on(on: &str) -> Fact {
    let informing = PersonInforming::Told { on: day(on), how: String::new() };
    Fact::PersonInformed { person: PARENT, informing }
}

fn informing_rows() -> Vec<Row> {
    let ground = "gevaar voor het kind";
    let put_off = |stage: Stage, until| (stage, postponed(until, ground));
    let once = || Stage::ready().with(postponed("2026-11-10", ground));
    // Four weeks from the 5th end on Monday 2 November; two more on the 16th.
    let lapsed = || Stage::ready().on(at("2026-12-01", 9));
    let rule = (Rule::PostponedInSteps, "until");
    vec![
        row("17: two weeks beyond the first term", rule, put_off(Stage::ready(), "2026-11-16"), {
            put_off(Stage::ready(), "2026-11-17")
        }),
        row("17: again two weeks beyond the last", rule, put_off(once(), "2026-11-24"), {
            put_off(once(), "2026-11-25")
        }),
        row("17: from today when it lapsed", rule, put_off(lapsed(), "2026-12-15"), {
            put_off(lapsed(), "2026-12-16")
        }),
        row(
            "17: with a ground",
            (Rule::PostponedOnGround, "ground"),
            put_off(Stage::ready(), "2026-11-16"),
            (Stage::ready(), postponed("2026-11-16", " ")),
        ),
        row(
            "17: told is told",
            (Rule::DayNotFuture, "on"),
            (Stage::ready(), told_on("2026-10-07")),
            (Stage::ready(), told_on("2026-10-08")),
        ),
    ]
}

fn day_rows() -> Vec<Row> {
    let incident = |what: &str, on: &str| Fact::IncidentNoted {
        incident: IncidentId([30; 16]),
        content: Some(Incident { what: what.to_owned(), on: day(on) }),
    };
    let asked = |whom: &str, on: &str| Fact::InformationAsked {
        inquiry: InquiryId([31; 16]),
        content: Some(Inquiry {
            whom: whom.to_owned(),
            basis: InquiryBasis::Consent,
            question: "komt het kind op school?".to_owned(),
            asked_on: day(on),
            answered_on: None,
            answer: String::new(),
        }),
    };
    let natures = noted(TriageAspects {
        natures: Some(BTreeSet::from([Nature(1)])),
        ..TriageAspects::default()
    });
    let stage = Stage::ready;
    let later = noted(TriageAspects {
        reporter_told: Some(ReporterTold {
            on: Some(day("2026-10-08")),
            ..ReporterTold::default()
        }),
        ..TriageAspects::default()
    });
    let future = Rule::DayNotFuture;
    vec![
        row(
            "16: it happened",
            (future, "on"),
            (stage(), incident("ruzie", "2026-10-07")),
            (stage(), incident("ruzie", "2026-10-08")),
        ),
        row(
            "16: what",
            (Rule::TextNeeded, "what"),
            (stage(), incident("ruzie", "2026-10-07")),
            (stage(), incident("", "2026-10-07")),
        ),
        row(
            "asked on a day",
            (future, "asked_on"),
            (stage(), asked("school", "2026-10-07")),
            (stage(), asked("school", "2026-10-09")),
        ),
        row(
            "whom",
            (Rule::TextNeeded, "whom"),
            (stage(), asked("school", "2026-10-07")),
            (stage(), asked("", "2026-10-07")),
        ),
        row("told on a day", (future, "reporter_told"), (stage(), natures), (stage(), later)),
        row(
            "a report was received",
            (future, "received_at"),
            (stage(), receipt(received())),
            (stage(), receipt(at("2026-10-08", 9))),
        ),
    ]
}
