//! Triage, its decision, inquiries, telling persons, the follow-up of acute unsafety and incidents:
//! from the answers of their forms to facts, and from what stands back to answers.
//!
//! Only what was changed becomes a fact. A disputed aspect is left
//! empty: filling it in is how a person settles it. Deliberately absent: rules (`domain::rule`).

use super::filled::Filled;
use super::give::{self, Reader, Writer};
use crate::app::screens::sheet::{Objection, Purpose};
use crate::app::screens::short_form::moment_of;
use crate::domain::case::{Case, Report};
use crate::domain::code::Nature;
use crate::domain::deadline::Term;
use crate::domain::event::Draft;
use crate::domain::fact::{Acute, Fact, ImmediateAction, Slot};
use crate::domain::id::{IncidentId, InquiryId, PersonId, ReportId};
use crate::domain::queue::Urgency;
use crate::domain::sheet::{AnswerPlace, AnswerValue};
use crate::domain::slot::Held;
use crate::domain::time::{Moment, PartialDate};
use crate::domain::triage::{
    Check, Expertise, FamilyAnswer, FamilyContact, FollowUpBy, Incident, Inquiry, InquiryBasis,
    PersonInforming, ReporterTold, Seen, TriageAspect, TriageAspects, TriageDecision,
    TriageOutcome, UrgencyJudged,
};
use crate::form::Answers;
use crate::text::Key as Words;
use std::collections::BTreeSet;

/// The form of the steps of the triage.
pub const TRIAGE: &str = "triage";
/// The form of its decision.
pub const DECISION: &str = "triage-decision";
/// The form of a question for information.
pub const INQUIRY: &str = "inquiry";
/// The form of telling a person.
pub const INFORMING: &str = "informing";
/// The form of the follow-up of acute unsafety.
pub const FOLLOW_UP: &str = "acute-follow-up";
/// The form of a significant event.
pub const INCIDENT: &str = "incident";

const ASPECTS: [TriageAspect; 8] = [
    TriageAspect::Urgency,
    TriageAspect::Earlier,
    TriageAspect::Index,
    TriageAspect::Family,
    TriageAspect::Expertise,
    TriageAspect::Natures,
    TriageAspect::Analysis,
    TriageAspect::ReporterTold,
];

const URGENCIES: [(&str, Urgency); 3] =
    [("acute", Urgency::Acute), ("day", Urgency::Day), ("five-days", Urgency::FiveDays)];

const FAMILY: [(&str, FamilyAnswer); 5] = [
    ("accepts", FamilyAnswer::Accepts),
    ("denies", FamilyAnswer::Denies),
    ("minimises", FamilyAnswer::Minimises),
    ("refuses", FamilyAnswer::Refuses),
    ("unclear", FamilyAnswer::Unclear),
];

const EXPERTISE: [(&str, Expertise); 6] = [
    ("physician", Expertise::Physician),
    ("behavioural-expert", Expertise::BehaviouralExpert),
    ("legal", Expertise::Legal),
    ("interpreter", Expertise::Interpreter),
    ("police", Expertise::Police),
    ("other", Expertise::Other),
];

const OUTCOMES: [(&str, TriageOutcome); 8] = [
    ("investigate", TriageOutcome::Investigate),
    ("follow-up-local", TriageOutcome::FollowUp(FollowUpBy::LocalField)),
    ("follow-up-professional", TriageOutcome::FollowUp(FollowUpBy::InvolvedProfessional)),
    ("follow-up-multidisciplinary", TriageOutcome::FollowUp(FollowUpBy::Multidisciplinary)),
    ("follow-up-ourselves", TriageOutcome::FollowUp(FollowUpBy::Ourselves)),
    ("advice", TriageOutcome::Advice),
    ("end", TriageOutcome::End),
    ("inadmissible", TriageOutcome::Inadmissible),
];

const BASES: [(&str, InquiryBasis); 3] = [
    ("consent", InquiryBasis::Consent),
    ("necessary", InquiryBasis::Necessary),
    ("law", InquiryBasis::Law),
];

/// The answers that stand in the case for a form of the triage, and the slots they stand in.
#[must_use]
pub fn prefill(purpose: Purpose, case: &Case) -> (Answers, Vec<Slot>) {
    match purpose {
        Purpose::Triage => {
            let aspects = ASPECTS.into_iter().map(Slot::Triage);
            let children = case.child_ids().into_iter().map(Slot::Seen);
            (triage_answers(case), aspects.chain(children).collect())
        }
        Purpose::TriageDecision => {
            // The receipts too: a report that comes in meanwhile is not decided about unseen.
            let receipts = case.reports.keys().map(|report| Slot::Receipt(*report));
            (decision_answers(case), receipts.chain([Slot::TriageDecision]).collect())
        }
        Purpose::Inquiry(id) => {
            let stands = case.inquiries.get(&id).and_then(Held::settled);
            (inquiry_answers(stands.and_then(Option::as_ref)), vec![Slot::Inquiry(id)])
        }
        Purpose::Informing(person) => {
            let stands = case.informed.get(&person).and_then(Held::settled);
            (informing_answers(stands), vec![Slot::Informed(person)])
        }
        Purpose::AcuteFollowUp => (Answers::new(), vec![Slot::Acute]),
        Purpose::Incident(id) => {
            let stands = case.incidents.get(&id).and_then(Held::settled);
            (incident_answers(stands.and_then(Option::as_ref)), vec![Slot::Incident(id)])
        }
        Purpose::Assessment(..)
        | Purpose::PlanPart(..)
        | Purpose::PlanAbout(_)
        | Purpose::PlanWords(..)
        | Purpose::PlanSigning(..) => (Answers::new(), Vec::new()),
    }
}

/// One of the readings of something that colleagues tell differently, to be settled by saving.
#[must_use]
pub fn reading(purpose: Purpose, case: &Case) -> Answers {
    fn first<T>(held: Option<&Held<T>>) -> Option<&T> {
        held.filter(|held| held.is_disputed()).and_then(Held::shown)
    }
    match purpose {
        Purpose::Inquiry(id) => {
            inquiry_answers(first(case.inquiries.get(&id)).and_then(Option::as_ref))
        }
        Purpose::Informing(person) => informing_answers(first(case.informed.get(&person))),
        Purpose::Incident(id) => {
            incident_answers(first(case.incidents.get(&id)).and_then(Option::as_ref))
        }
        Purpose::Triage
        | Purpose::TriageDecision
        | Purpose::AcuteFollowUp
        | Purpose::Assessment(..)
        | Purpose::PlanPart(..)
        | Purpose::PlanAbout(_)
        | Purpose::PlanWords(..)
        | Purpose::PlanSigning(..) => Answers::new(),
    }
}

/// The facts of a form of the triage. Nothing changed gives none.
///
/// # Errors
/// Answers that cannot become a fact: a day of which only a part is known, a time that cannot be
/// read.
pub fn facts(filled: &Filled<'_>) -> Result<Vec<Draft>, Vec<Objection>> {
    let (before, answers) = (filled.before, filled.answers);
    let mut objections = half_days(answers);
    if filled.purpose == Purpose::AcuteFollowUp
        && moment_of(&Reader(answers).text("when"), filled.now).is_none()
    {
        let place = Some(AnswerPlace::of_case("when"));
        objections.push(Objection { place, words: Words::ProblemTimeNow });
    }
    if !objections.is_empty() {
        return Err(objections);
    }
    let of = |answers: &Answers| match filled.purpose {
        Purpose::TriageDecision => decision_of(answers, &Deciding::of(filled)),
        Purpose::Inquiry(inquiry) => inquiry_of(inquiry, answers),
        Purpose::Informing(person) => informing_of(person, answers),
        Purpose::AcuteFollowUp => follow_up_of(answers, filled.now),
        Purpose::Incident(incident) => incident_of(incident, answers),
        Purpose::Triage
        | Purpose::Assessment(..)
        | Purpose::PlanPart(..)
        | Purpose::PlanAbout(_)
        | Purpose::PlanWords(..)
        | Purpose::PlanSigning(..) => None,
    };
    let facts = if filled.purpose == Purpose::Triage {
        triage_facts(before, answers)
    } else {
        let stood = of(before);
        of(answers).filter(|fact| Some(fact) != stood.as_ref()).into_iter().collect()
    };
    Ok(facts.into_iter().map(|fact| filled.draft(fact)).collect())
}

/// Days of which only the month or the year was given: what is asked here is a day.
fn half_days(answers: &Answers) -> Vec<Objection> {
    let half = answers.iter().filter(|(_, given)| match &given.value {
        AnswerValue::Date(date) => !matches!(date, PartialDate::Day(_)),
        AnswerValue::Option(_)
        | AnswerValue::Options(_)
        | AnswerValue::YesNo(_)
        | AnswerValue::Text(_)
        | AnswerValue::Person(_) => false,
    });
    half.map(|(place, _)| Objection { place: Some(place.clone()), words: Words::ProblemWholeDay })
        .collect()
}

/// What stands of the triage, as answers: a disputed aspect is left empty.
#[must_use]
pub fn triage_answers(case: &Case) -> Answers {
    let mut writer = Writer::default();
    let triage = &case.triage;
    if let Some(judged) = triage.urgency.settled() {
        writer.option_of("urgency", &judged.urgency, &URGENCIES);
        writer.text("urgency-why", &judged.why);
    }
    for (item, words, held) in
        [("earlier", "earlier-words", &triage.earlier), ("index", "index-words", &triage.index)]
    {
        if let Some(check) = held.settled() {
            writer.answer(item, Some(check.found));
            writer.text(words, &check.words);
        }
    }
    if let Some(family) = triage.family.settled() {
        writer.day("family-on", family.on);
        writer.text("family-with", &family.with);
        if let Some(outcome) = family.outcome {
            writer.option_of("family-outcome", &outcome, &FAMILY);
        }
        writer.text("family-why-not", &family.why_not);
    }
    if let Some(expertise) = triage.expertise.settled() {
        writer.options_of("expertise", expertise, &EXPERTISE);
    }
    if let Some(natures) = triage.natures.settled() {
        writer.options("natures", natures.iter().map(|code| format!("{:02}", code.0)).collect());
    }
    if let Some(analysis) = triage.analysis.settled() {
        writer.text("analysis", analysis);
    }
    if let Some(told) = triage.reporter_told.settled() {
        writer.day("reporter-told-on", told.on);
        writer.text("reporter-told-how", &told.how);
        writer.text("reporter-why-not", &told.why_not);
    }
    let mut answers = writer.answers();
    for (child, held) in &case.seen {
        if let Some(seen) = held.settled() {
            answers.extend(give::on(seen_answers(seen), *child));
        }
    }
    answers
}

fn seen_answers(seen: &Seen) -> Answers {
    let mut writer = Writer::default();
    writer.day("seen-on", seen.seen_on);
    writer.day("spoken-on", seen.spoken_on);
    writer.text("seen-by", &seen.by);
    writer.text("seen-why-not", &seen.why_not);
    writer.text("child-words", &seen.words);
    writer.answers()
}

/// What the answers of the triage add to those with which the form was opened.
#[must_use]
pub fn triage_facts(before: &Answers, answers: &Answers) -> Vec<Fact> {
    let (stood, now) = (aspects_of(before), aspects_of(answers));
    let aspects = TriageAspects {
        urgency: changed(now.urgency, &stood.urgency),
        earlier: changed(now.earlier, &stood.earlier),
        index: changed(now.index, &stood.index),
        family: changed_or_emptied(now.family, &stood.family),
        expertise: changed_or_emptied(now.expertise, &stood.expertise),
        natures: changed_or_emptied(now.natures, &stood.natures),
        analysis: changed_or_emptied(now.analysis, &stood.analysis),
        reporter_told: changed_or_emptied(now.reporter_told, &stood.reporter_told),
    };
    let mut facts = Vec::new();
    if !aspects.present().is_empty() {
        facts.push(Fact::TriageNoted { aspects: Box::new(aspects) });
    }
    let children: BTreeSet<PersonId> =
        before.keys().chain(answers.keys()).filter_map(|place| place.subject).collect();
    for child in children {
        let stood = seen_of(&give::about(before, child));
        let now = seen_of(&give::about(answers, child));
        if let Some(seen) = changed_or_emptied(now, &stood) {
            facts.push(Fact::ChildSeen { child, seen });
        }
    }
    facts
}

/// What was said and is not what stood. What was emptied stays as it stood: a judgement or a
/// search cannot be undone by leaving it out.
fn changed<T: PartialEq>(now: Option<T>, before: &Option<T>) -> Option<T> {
    now.filter(|now| Some(now) != before.as_ref())
}

/// The same, but what was emptied is recorded as empty.
fn changed_or_emptied<T: PartialEq + Default>(now: Option<T>, before: &Option<T>) -> Option<T> {
    match (now, before) {
        (None, Some(stood)) if *stood != T::default() => Some(T::default()),
        (now, before) => changed(now, before),
    }
}

fn aspects_of(answers: &Answers) -> TriageAspects {
    let read = Reader(answers);
    let check = |item: &str, words: &str| {
        read.answer(item).map(|found| Check { found, words: read.text(words) })
    };
    let urgency = read.option_of("urgency", &URGENCIES);
    let natures = read.options("natures").map(|ids| {
        ids.iter().filter_map(|id| id.parse().ok().map(Nature)).collect::<BTreeSet<_>>()
    });
    let expertise =
        read.options_of("expertise", &EXPERTISE).map(|asked| asked.into_iter().collect());
    let family = FamilyContact {
        on: read.day("family-on"),
        with: read.text("family-with"),
        outcome: read.option_of("family-outcome", &FAMILY),
        why_not: read.text("family-why-not"),
    };
    let told = ReporterTold {
        on: read.day("reporter-told-on"),
        how: read.text("reporter-told-how"),
        why_not: read.text("reporter-why-not"),
    };
    TriageAspects {
        urgency: urgency.map(|urgency| UrgencyJudged { urgency, why: read.text("urgency-why") }),
        earlier: check("earlier", "earlier-words"),
        index: check("index", "index-words"),
        family: said(family),
        expertise,
        natures,
        analysis: said(read.text("analysis")),
        reporter_told: said(told),
    }
}

fn seen_of(answers: &Answers) -> Option<Seen> {
    let read = Reader(answers);
    said(Seen {
        seen_on: read.day("seen-on"),
        spoken_on: read.day("spoken-on"),
        by: read.text("seen-by"),
        why_not: read.text("seen-why-not"),
        words: read.text("child-words"),
    })
}

/// Nothing said is no answer.
fn said<T: PartialEq + Default>(value: T) -> Option<T> {
    (value != T::default()).then_some(value)
}

/// When a decision is made, about which reports, and under which rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// Now.
    pub now: Moment,
    /// Every report that was there when the form was opened.
    pub reports: BTreeSet<ReportId>,
    /// The name of the terms and the calendar in force.
    pub policy: String,
}

impl Deciding {
    fn of(filled: &Filled<'_>) -> Self {
        let is_seen = |r: &Report| r.receipt.head_ids().iter().any(|id| filled.seen.contains(id));
        let received = filled.case.reports.iter().filter(|(_, report)| is_seen(report));
        let (policy, calendar) = (&filled.opened.policy, &filled.opened.calendar);
        Self {
            now: filled.now,
            reports: received.map(|(id, _)| *id).collect(),
            policy: policy.due(filled.now.day(), Term::Triage, None, calendar).policy,
        }
    }
}

/// A decision that stands, as answers; a disputed one is left empty, and so is one that is in force
/// while a later report waits: that asks for a decision of its own.
#[must_use]
pub fn decision_answers(case: &Case) -> Answers {
    let mut writer = Writer::default();
    let again = case.triage_in_force().is_some() && case.triage_due();
    if let Some(decision) = case.triage_decision.settled().filter(|_| !again) {
        writer.option_of("outcome", &decision.outcome, &OUTCOMES);
        writer.text("receiver", &decision.receiver);
        writer.text("reasons", &decision.reasons);
        writer.text("late-reason", &decision.late_reason);
    }
    writer.answers()
}

/// The decision. Nothing when no outcome was chosen.
#[must_use]
pub fn decision_of(answers: &Answers, deciding: &Deciding) -> Option<Fact> {
    let read = Reader(answers);
    let decision = TriageDecision {
        outcome: read.option_of("outcome", &OUTCOMES)?,
        reasons: read.text("reasons"),
        receiver: read.text("receiver"),
        reports: deciding.reports.clone(),
        decided_at: deciding.now,
        late_reason: read.text("late-reason"),
        policy: deciding.policy.clone(),
    };
    Some(Fact::TriageDecided { decision: Box::new(decision) })
}

/// A question for information as answers.
#[must_use]
pub fn inquiry_answers(inquiry: Option<&Inquiry>) -> Answers {
    let mut writer = Writer::default();
    if let Some(asked) = inquiry {
        writer.text("whom", &asked.whom);
        writer.option_of("basis", &asked.basis, &BASES);
        writer.text("question", &asked.question);
        writer.day("asked-on", Some(asked.asked_on));
        writer.day("answered-on", asked.answered_on);
        writer.text("answer", &asked.answer);
    }
    writer.answers()
}

/// The question for information. Nothing while its ground or its day is missing.
#[must_use]
pub fn inquiry_of(inquiry: InquiryId, answers: &Answers) -> Option<Fact> {
    let read = Reader(answers);
    let content = Inquiry {
        whom: read.text("whom"),
        basis: read.option_of("basis", &BASES)?,
        question: read.text("question"),
        asked_on: read.day("asked-on")?,
        answered_on: read.day("answered-on"),
        answer: read.text("answer"),
    };
    Some(Fact::InformationAsked { inquiry, content: Some(content) })
}

/// Whether a person was told, as answers.
#[must_use]
pub fn informing_answers(informing: Option<&PersonInforming>) -> Answers {
    let mut writer = Writer::default();
    match informing {
        Some(PersonInforming::Told { on, how }) => {
            writer.option("how", "told").day("told-on", Some(*on)).text("told-how", how);
        }
        Some(PersonInforming::Postponed { until, ground }) => {
            writer.option("how", "postponed").day("until", Some(*until)).text("ground", ground);
        }
        None => {}
    }
    writer.answers()
}

/// Whether a person was told. Nothing while the day is missing.
#[must_use]
pub fn informing_of(person: PersonId, answers: &Answers) -> Option<Fact> {
    let read = Reader(answers);
    let informing = match read.option("how")? {
        "told" => PersonInforming::Told { on: read.day("told-on")?, how: read.text("told-how") },
        _postponed => {
            PersonInforming::Postponed { until: read.day("until")?, ground: read.text("ground") }
        }
    };
    Some(Fact::PersonInformed { person, informing })
}

/// What came of acute unsafety: a next action, from which the 24 hours run anew, or its end. An
/// empty time is now. Nothing while that is not said, or the time cannot be read.
#[must_use]
pub fn follow_up_of(answers: &Answers, now: Moment) -> Option<Fact> {
    let read = Reader(answers);
    let acute = match read.option("still")? {
        "still" => {
            let when = moment_of(&read.text("when"), now)?;
            let (what, who) = (read.text("what"), read.text("who"));
            Acute::Declared(ImmediateAction { what, who, when })
        }
        _over => Acute::Lifted(read.text("reason")),
    };
    Some(Fact::AcuteJudged { acute })
}

/// A significant event as answers.
#[must_use]
pub fn incident_answers(incident: Option<&Incident>) -> Answers {
    let mut writer = Writer::default();
    if let Some(noted) = incident {
        writer.text("what", &noted.what).day("on", Some(noted.on));
    }
    writer.answers()
}

/// A significant event. Nothing without its day.
#[must_use]
pub fn incident_of(incident: IncidentId, answers: &Answers) -> Option<Fact> {
    let read = Reader(answers);
    let content = Incident { what: read.text("what"), on: read.day("on")? };
    Some(Fact::IncidentNoted { incident, content: Some(content) })
}
