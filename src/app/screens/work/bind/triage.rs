//! Triage, its decision, inquiries, telling persons, the follow-up of acute unsafety and incidents:
//! from the answers of their forms to facts, and from what stands back to answers.
//!
//! Only what was changed is recorded, and it replaces what stood when the form was opened, so that
//! a colleague's change meanwhile becomes a dispute and is never lost. A disputed aspect is left
//! empty: filling it in is how a person settles it. Deliberately absent: rules (`domain::rule`).

use super::give::{self, Reader, Writer};
use crate::app::screens::short_form::moment_of;
use crate::domain::case::Case;
use crate::domain::code::Nature;
use crate::domain::deadline::{Calendar, DeadlinePolicy, Term};
use crate::domain::event::Draft;
use crate::domain::fact::{Acute, Fact, ImmediateAction};
use crate::domain::id::{IncidentId, InquiryId, PersonId};
use crate::domain::person::Answer;
use crate::domain::queue::Urgency;
use crate::domain::rule::{About, Refusal, Rule};
use crate::domain::sheet::AnswerPlace;
use crate::domain::slot::Held;
use crate::domain::time::{Day, Moment};
use crate::domain::triage::{
    Check, Expertise, FamilyAnswer, FamilyContact, FollowUpBy, Incident, Inquiry, InquiryBasis,
    PersonInforming, ReporterTold, Seen, TriageAspects, TriageDecision, TriageOutcome,
    UrgencyJudged,
};
use crate::form::Answers;
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

/// Item → field of the fact as a refusal names it, for the places that differ.
const FIELDS: [(&str, &str); 14] = [
    ("urgency", "urgency"),
    ("earlier", "earlier"),
    ("family-on", "family"),
    ("reporter-told-on", "reporter_told"),
    ("spoken-on", "spoken_on"),
    ("seen-on", "seen_on"),
    ("seen-on", "seen"),
    ("late-reason", "late_reason"),
    ("outcome", "reports"),
    ("asked-on", "asked_on"),
    ("answered-on", "answered_on"),
    ("told-on", "on"),
    ("still", "acute"),
    ("what", "action"),
];

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

/// The facts that the answers of the triage add to what stood when the form was opened.
#[must_use]
pub fn triage_facts(stood: &Case, answers: &Answers) -> Vec<Draft> {
    let before = aspects_of(&triage_answers(stood));
    let now = aspects_of(answers);
    let aspects = TriageAspects {
        urgency: changed(now.urgency, &before.urgency),
        earlier: changed(now.earlier, &before.earlier),
        index: changed(now.index, &before.index),
        family: changed_or_emptied(now.family, &before.family),
        expertise: changed_or_emptied(now.expertise, &before.expertise),
        natures: changed_or_emptied(now.natures, &before.natures),
        analysis: changed_or_emptied(now.analysis, &before.analysis),
        reporter_told: changed_or_emptied(now.reporter_told, &before.reporter_told),
    };
    let mut facts = Vec::new();
    if !aspects.present().is_empty() {
        facts.push(Fact::TriageNoted { aspects: Box::new(aspects) });
    }
    for child in stood.child_ids() {
        let stands = stood.seen.get(&child).and_then(Held::settled).cloned();
        let told = seen_of(&give::about(answers, child));
        if let Some(seen) = changed_or_emptied(told, &stands) {
            facts.push(Fact::ChildSeen { child, seen });
        }
    }
    facts.into_iter().map(|fact| replacing(stood, fact)).collect()
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

/// When and under which rules a decision is made.
#[derive(Clone, Copy, Debug)]
pub struct Deciding<'a> {
    /// Now.
    pub now: Moment,
    /// The terms in force.
    pub policy: &'a DeadlinePolicy,
    /// The calendar in force.
    pub calendar: &'a Calendar,
}

/// A decision that was made before, as answers; a disputed one is left empty.
#[must_use]
pub fn decision_answers(case: &Case) -> Answers {
    let mut writer = Writer::default();
    // A decision about a later report is a new one.
    let again = case.triage_in_force().is_some() && case.triage_due();
    if let Some(decision) = case.triage_decision.settled().filter(|_| !again) {
        writer.option_of("outcome", &decision.outcome, &OUTCOMES);
        writer.text("receiver", &decision.receiver);
        writer.text("reasons", &decision.reasons);
        writer.text("late-reason", &decision.late_reason);
    }
    writer.answers()
}

/// The decision: about every report received until now. Nothing when no outcome was chosen, or
/// when it is what stands already.
#[must_use]
pub fn decision_facts(stood: &Case, answers: &Answers, deciding: Deciding<'_>) -> Vec<Draft> {
    let read = Reader(answers);
    let Some(outcome) = read.option_of("outcome", &OUTCOMES) else { return Vec::new() };
    let received = stood.reports.iter().filter(|(_, report)| !report.receipt.is_empty());
    let Deciding { now, policy, calendar } = deciding;
    let explained = policy.due(now.day(), Term::Triage, None, calendar);
    let decision = TriageDecision {
        outcome,
        reasons: read.text("reasons"),
        receiver: read.text("receiver"),
        reports: received.map(|(id, _)| *id).collect(),
        decided_at: now,
        late_reason: read.text("late-reason"),
        policy: explained.policy,
    };
    let same = stood.triage_decision.settled().is_some_and(|stands| {
        let (decided_at, policy) = (stands.decided_at, stands.policy.clone());
        TriageDecision { decided_at, policy, ..decision.clone() } == *stands
    });
    if same {
        return Vec::new();
    }
    vec![replacing(stood, Fact::TriageDecided { decision: Box::new(decision) })]
}

/// A question for information as answers; a new one was asked today.
#[must_use]
pub fn inquiry_answers(case: &Case, inquiry: InquiryId, today: Day) -> Answers {
    let mut writer = Writer::default();
    match case.inquiries.get(&inquiry).and_then(Held::settled) {
        Some(Some(asked)) => {
            writer.text("whom", &asked.whom);
            writer.option_of("basis", &asked.basis, &BASES);
            writer.text("question", &asked.question);
            writer.day("asked-on", Some(asked.asked_on));
            writer.day("answered-on", asked.answered_on);
            writer.text("answer", &asked.answer);
        }
        Some(None) | None => {
            writer.day("asked-on", Some(today));
        }
    }
    writer.answers()
}

/// The question for information. Nothing while what must be told is missing, or nothing changed.
#[must_use]
pub fn inquiry_facts(stood: &Case, inquiry: InquiryId, answers: &Answers) -> Vec<Draft> {
    let read = Reader(answers);
    let (Some(basis), Some(asked_on)) =
        (read.option_of("basis", &BASES), read.day("asked-on"))
    else {
        return Vec::new();
    };
    let content = Inquiry {
        whom: read.text("whom"),
        basis,
        question: read.text("question"),
        asked_on,
        answered_on: read.day("answered-on"),
        answer: read.text("answer"),
    };
    let stands = stood.inquiries.get(&inquiry).and_then(Held::settled);
    if stands == Some(&Some(content.clone())) {
        return Vec::new();
    }
    vec![replacing(stood, Fact::InformationAsked { inquiry, content: Some(content) })]
}

/// Takes a question away: it was recorded by mistake.
#[must_use]
pub fn inquiry_withdrawn(stood: &Case, inquiry: InquiryId) -> Draft {
    replacing(stood, Fact::InformationAsked { inquiry, content: None })
}

/// Whether a person was told, as answers.
#[must_use]
pub fn informing_answers(case: &Case, person: PersonId) -> Answers {
    let mut writer = Writer::default();
    match case.informed.get(&person).and_then(Held::settled) {
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

/// Whether a person was told. Nothing while the day is missing, or nothing changed.
#[must_use]
pub fn informing_facts(stood: &Case, person: PersonId, answers: &Answers) -> Vec<Draft> {
    let read = Reader(answers);
    let informing = match read.option("how") {
        Some("told") => read
            .day("told-on")
            .map(|on| PersonInforming::Told { on, how: read.text("told-how") }),
        Some("postponed") => read
            .day("until")
            .map(|until| PersonInforming::Postponed { until, ground: read.text("ground") }),
        Some(_) | None => None,
    };
    let stands = stood.informed.get(&person).and_then(Held::settled);
    let informing = informing.filter(|told| Some(told) != stands);
    let fact = informing.map(|informing| Fact::PersonInformed { person, informing });
    fact.map(|fact| replacing(stood, fact)).into_iter().collect()
}

/// What came of acute unsafety: a next action, from which the 24 hours run anew, or its end. An
/// empty time is now. Nothing while that is not said, or the time cannot be read.
#[must_use]
pub fn follow_up_facts(stood: &Case, answers: &Answers, now: Moment) -> Vec<Draft> {
    let read = Reader(answers);
    let acute = match read.option("still") {
        Some("still") => moment_of(&read.text("when"), now).map(|when| {
            let (what, who) = (read.text("what"), read.text("who"));
            Acute::Declared(ImmediateAction { what, who, when })
        }),
        Some("over") => Some(Acute::Lifted(read.text("reason"))),
        Some(_) | None => None,
    };
    let fact = acute.map(|acute| Fact::AcuteJudged { acute });
    fact.map(|fact| replacing(stood, fact)).into_iter().collect()
}

/// A significant event as answers; a new one happened today.
#[must_use]
pub fn incident_answers(case: &Case, incident: IncidentId, today: Day) -> Answers {
    let mut writer = Writer::default();
    match case.incidents.get(&incident).and_then(Held::settled) {
        Some(Some(noted)) => {
            writer.text("what", &noted.what).day("on", Some(noted.on));
        }
        Some(None) | None => {
            writer.day("on", Some(today));
        }
    }
    writer.answers()
}

/// A significant event. Nothing without its day, or when nothing changed.
#[must_use]
pub fn incident_facts(stood: &Case, incident: IncidentId, answers: &Answers) -> Vec<Draft> {
    let read = Reader(answers);
    let Some(on) = read.day("on") else { return Vec::new() };
    let content = Incident { what: read.text("what"), on };
    let stands = stood.incidents.get(&incident).and_then(Held::settled);
    if stands == Some(&Some(content.clone())) {
        return Vec::new();
    }
    vec![replacing(stood, Fact::IncidentNoted { incident, content: Some(content) })]
}

fn replacing(stood: &Case, fact: Fact) -> Draft {
    let heads = stood.heads_for(&fact);
    Draft::replacing(stood.id, fact, heads)
}

/// At which question a refusal is shown; `None` when the form on the screen does not ask it.
#[must_use]
pub fn place_of(refusal: &Refusal) -> Option<AnswerPlace> {
    let item = match (refusal.rule, refusal.field) {
        (_, "") => return None,
        // Asked in the steps of the triage, not in the decision.
        (Rule::UrgencyJudged | Rule::EarlierChecked | Rule::ReporterTold, _) => return None,
        (Rule::AcuteNeedsAction, field) => match field {
            "who" | "when" => field,
            _ => "what",
        },
        (_, field) => FIELDS.iter().find(|(_, known)| *known == field).map_or(field, |(i, _)| i),
    };
    Some(match refusal.about {
        Some(About::Person(person)) => AnswerPlace::of_person(item, person),
        Some(About::Part(_)) | None => AnswerPlace::of_case(item),
    })
}

/// Whether something was looked up at all: "no information" says that nobody looked yet.
#[must_use]
pub const fn was_looked_up(found: Answer) -> bool {
    match found {
        Answer::Yes | Answer::No => true,
        Answer::Unknown => false,
    }
}
