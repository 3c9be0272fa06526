//! Triage, assessments and duties of a case as JSON.
//!
//! Keys that scripts rely on: added to, never renamed. Deliberately absent: plans (`plan`), and any
//! reading of a form: an answer is shown as it was given.

use super::{answer_code, date_json};
use crate::domain::case::{Case, ReassessReason, Sheet};
use crate::domain::duty::Duty;
use crate::domain::id::{EventId, PersonId, SheetId, StaffId};
use crate::domain::queue::Urgency;
use crate::domain::sheet::{
    AnswerPlace, AnswerValue, Conclusion, Confidence, Given, Risk, Safety, SheetUse,
};
use crate::domain::slot::Held;
use crate::domain::suggestion::{Advised, Suggestion, triage_suggestions};
use crate::domain::time::{Day, Moment};
use crate::domain::triage::{
    Check, Expertise, FamilyAnswer, FamilyContact, FollowUpBy, Inquiry, InquiryBasis,
    PersonInforming, ReporterTold, Seen, TriageDecision, TriageOutcome,
};
use serde_json::{Map, Value, json};

/// The name of a member of staff, when known.
pub type NameOf<'a> = &'a dyn Fn(StaffId) -> Option<String>;

/// The triage; `null` while nothing of it was begun.
pub(super) fn triage_json(case: &Case, name: NameOf<'_>) -> Value {
    if !case.triage_begun() {
        return Value::Null;
    }
    let triage = &case.triage;
    let mut shown = decision_json(case, name);
    let mut put = |key: &str, value: Value| {
        shown.insert(key.to_owned(), value);
    };
    put("urgency", json!(triage.urgency_read().map(urgency_code)));
    put("urgency_why", json!(triage.urgency.shown().map(|judged| judged.why.clone())));
    put("earlier", json!(triage.earlier.shown().map(check_json)));
    put("index", json!(triage.index.shown().map(check_json)));
    put("family", json!(triage.family.shown().map(family_json)));
    let expertise = triage.expertise.shown();
    let expertise = expertise.map(|set| set.iter().map(|e| expertise_code(*e)).collect::<Vec<_>>());
    put("expertise", json!(expertise));
    let natures = triage.natures.shown();
    put("natures", json!(natures.map(|set| set.iter().map(|n| n.0).collect::<Vec<_>>())));
    put("analysis", json!(triage.analysis.shown()));
    put("reporter_told", json!(triage.reporter_told.shown().map(reporter_told_json)));
    let seen = of_each(&case.seen, seen_json);
    put("children_seen", json!(seen));
    put("inquiries", json!(case.inquiries.values().filter_map(inquiry_json).collect::<Vec<_>>()));
    let informed = of_each(&case.informed, informing_json);
    put("persons_informed", json!(informed));
    let suggestions: Vec<Value> = triage_suggestions(case).into_iter().map(suggestion).collect();
    put("suggestions", json!(suggestions));
    Value::Object(shown)
}

fn of_each<T>(
    all: &std::collections::BTreeMap<PersonId, Held<T>>,
    shown: impl Fn(PersonId, &T) -> Value,
) -> Vec<Value> {
    let held = all.iter().filter_map(|(id, held)| Some((*id, held.shown()?)));
    held.map(|(id, value)| shown(id, value)).collect()
}

/// The decision to show and who took it. Two readings are a dispute; nothing is decided then.
fn decision_json(case: &Case, name: NameOf<'_>) -> Map<String, Value> {
    let held = &case.triage_decision;
    let head = held.heads().next();
    let decision: Option<&TriageDecision> = head.map(|(_, _, decision)| decision);
    let by = head.map(|(id, stamp, _)| decided_by(case, *id, stamp.author, name));
    let reports = decision
        .map(|decision| decision.reports.iter().map(|report| report.hex()).collect::<Vec<_>>());
    let shown = json!({
        "decision": decision.map(|decision| outcome_code(decision.outcome)),
        "follow_up_by": decision.and_then(|decision| follow_up_code(decision.outcome)),
        "reasons": decision.map(|decision| decision.reasons.clone()),
        "receiver": decision.map(|decision| decision.receiver.clone()),
        "reports": reports.unwrap_or_default(),
        "decided_by": by.unwrap_or_default(),
        "decided_at": decision.map(|decision| decision.decided_at.rfc3339()),
        "late_reason": decision.map(|decision| decision.late_reason.clone()),
        "policy": decision.map(|decision| decision.policy.clone()),
        "decision_fact": head.map(|(id, _, _)| id.hex()),
        "in_force": case.triage_in_force().is_some(),
        "waits_for_signature": case.decision_waits_for().is_some(),
        "disputed": held.is_disputed(),
    });
    match shown {
        Value::Object(shown) => shown,
        _ => Map::new(),
    }
}

/// The author of a fact and those who signed it.
pub(super) fn decided_by(
    case: &Case,
    event: EventId,
    author: StaffId,
    name: NameOf<'_>,
) -> Vec<Value> {
    let signed = case.countersigned.get(&event);
    let signers = signed.into_iter().flat_map(|signed| signed.keys().copied());
    let all = std::iter::once(author).chain(signers);
    all.map(|staff| json!({ "staff": staff.hex(), "name": name(staff) })).collect()
}

fn suggestion(suggestion: Suggestion) -> Value {
    let advised = match suggestion.advised() {
        Advised::Investigate => "investigate",
        Advised::Acute => "acute",
        Advised::SafetyPlan => "safety-plan",
        Advised::Expertise(expertise) => expertise_code(expertise),
    };
    json!({
        "name": suggestion.name(),
        "suggests": advised,
        "source": suggestion.source().cited(),
    })
}

fn check_json(check: &Check) -> Value {
    json!({ "found": answer_code(check.found), "words": check.words })
}

fn family_json(family: &FamilyContact) -> Value {
    let outcome = family.outcome.map(|outcome| match outcome {
        FamilyAnswer::Accepts => "accepts",
        FamilyAnswer::Denies => "denies",
        FamilyAnswer::Minimises => "minimises",
        FamilyAnswer::Refuses => "refuses",
        FamilyAnswer::Unclear => "unclear",
    });
    json!({
        "on": day(family.on),
        "with": family.with,
        "outcome": outcome,
        "why_not": family.why_not,
    })
}

fn reporter_told_json(told: &ReporterTold) -> Value {
    json!({ "on": day(told.on), "how": told.how, "why_not": told.why_not })
}

fn seen_json(child: PersonId, seen: &Seen) -> Value {
    json!({
        "child": child.hex(),
        "seen_on": day(seen.seen_on),
        "spoken_on": day(seen.spoken_on),
        "by": seen.by,
        "why_not": seen.why_not,
        "words": seen.words,
    })
}

fn inquiry_json(held: &Held<Option<Inquiry>>) -> Option<Value> {
    let inquiry = held.values().flatten().next()?;
    let basis = match inquiry.basis {
        InquiryBasis::Consent => "consent",
        InquiryBasis::Necessary => "necessary",
        InquiryBasis::Law => "law",
    };
    Some(json!({
        "whom": inquiry.whom,
        "basis": basis,
        "question": inquiry.question,
        "asked_on": inquiry.asked_on.to_string(),
        "answered_on": day(inquiry.answered_on),
        "answer": inquiry.answer,
    }))
}

fn informing_json(person: PersonId, informing: &PersonInforming) -> Value {
    match informing {
        PersonInforming::Told { on, how } => json!({
            "person": person.hex(), "told_on": on.to_string(), "how": how,
            "postponed_until": null, "ground": null,
        }),
        PersonInforming::Postponed { until, ground } => json!({
            "person": person.hex(), "told_on": null, "how": null,
            "postponed_until": until.to_string(), "ground": ground,
        }),
    }
}

/// The filled-in forms: assessments first, the latest first; then the others.
pub(super) fn assessments_json(case: &Case, name: NameOf<'_>) -> Vec<Value> {
    let concluded = case.assessments();
    let is_among = |id: &SheetId| concluded.iter().any(|(known, _)| known == id);
    let others = case.sheets.iter().filter(|(id, _)| !is_among(id)).map(|(id, sheet)| (*id, sheet));
    let all = concluded.iter().copied().chain(others);
    all.map(|(id, sheet)| sheet_json(case, (id, sheet), name)).collect()
}

fn sheet_json(case: &Case, (id, sheet): (SheetId, &Sheet), name: NameOf<'_>) -> Value {
    let opening = sheet.opened.shown();
    let form = opening.map(|opening| &opening.form);
    let head = sheet.conclusion.heads().next();
    let held: Option<&Conclusion> = head.map(|(_, _, conclusion)| conclusion);
    let by = head.map(|(event, stamp, _)| decided_by(case, *event, stamp.author, name));
    let answers: Map<String, Value> = sheet
        .answers_shown()
        .iter()
        .map(|(place, given)| (place_name(place), given_json(given)))
        .collect();
    json!({
        "sheet": id.hex(),
        "form": form.map(|form| form.id.clone()),
        "version": form.map(|form| form.version),
        "form_hash": form.map(|form| crate::domain::id::to_hex(&form.hash)),
        "used_for": opening.map(|opening| use_code(opening.used_for)),
        "trigger": opening.map(|opening| opening.trigger.clone()),
        "answers": answers,
        "safety": sheet.safety_read().map(safety_code),
        "risk": sheet.risk_read().map(risk_code),
        "reasons": held.map(|held| held.reasons.clone()),
        "confidence": held.map(|held| confidence_code(held.confidence)),
        "proposed_safety": held.and_then(|held| held.proposed_safety).map(safety_code),
        "proposed_risk": held.and_then(|held| held.proposed_risk).map(risk_code),
        "override_reason": held.map(|held| held.override_reason.clone()),
        "valid_until": day(held.map(|held| held.valid_until)),
        "no_information": held.map(|held| held.no_information),
        "unanswered": held.map(|held| held.unanswered),
        "concluded_at": held.map(|held| held.concluded_at).map(Moment::rfc3339),
        "conclusion_fact": head.map(|(event, _, _)| event.hex()),
        "decided_by": by.unwrap_or_default(),
        "disputed": sheet.conclusion.is_disputed(),
    })
}

/// `item`, or `item@person` for an item asked about one person.
fn place_name(place: &AnswerPlace) -> String {
    match place.subject {
        Some(person) => format!("{}@{}", place.item.0, person.hex()),
        None => place.item.0.clone(),
    }
}

fn given_json(given: &Given) -> Value {
    let value = match &given.value {
        AnswerValue::Option(option) => json!(option),
        AnswerValue::Options(options) => json!(options),
        AnswerValue::YesNo(answer) => json!(answer_code(*answer)),
        AnswerValue::Date(date) => date_json(Some(date)),
        AnswerValue::Text(text) => json!(text),
        AnswerValue::Person(person) => json!(person.hex()),
    };
    json!({
        "value": value,
        "critical": given.critical,
        "observed_on": given.observed_on.as_ref().map(|date| date_json(Some(date))),
        "source": given.source,
        "note": given.note,
    })
}

/// Why the risk must be looked at anew.
pub(super) fn reassess_json(case: &Case, today: Day) -> Vec<&'static str> {
    let code = |reason| match reason {
        ReassessReason::NewReport => "new-report",
        ReassessReason::Incident => "incident",
        ReassessReason::Expired => "expired",
        ReassessReason::NeverDone => "never-done",
    };
    case.reassess(today).into_iter().map(code).collect()
}

/// Significant events, by day.
pub(super) fn incidents_json(case: &Case) -> Vec<Value> {
    let shown = case.incidents_shown().into_iter();
    shown
        .map(|(_, incident)| json!({ "on": incident.on.to_string(), "what": incident.what }))
        .collect()
}

/// A duty.
#[must_use]
pub fn duty_json(duty: &Duty, today: Day) -> Value {
    let left = duty.due_day.signed_duration_since(today).num_days();
    json!({
        "what": duty.kind.name(),
        "due_day": duty.due_day.to_string(),
        "days_left": left,
        "person": duty.person.map(|person| person.hex()),
        "rule": duty.rule,
        "met_on": day(duty.met_on),
        "overdue": duty.is_overdue(today),
    })
}

pub(super) fn day(day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}

/// The word for an outcome.
#[must_use]
pub const fn outcome_code(outcome: TriageOutcome) -> &'static str {
    match outcome {
        TriageOutcome::Investigate => "investigate",
        TriageOutcome::FollowUp(_) => "follow-up",
        TriageOutcome::Advice => "advice",
        TriageOutcome::End => "end",
        TriageOutcome::Inadmissible => "inadmissible",
    }
}

const fn follow_up_code(outcome: TriageOutcome) -> Option<&'static str> {
    match outcome {
        TriageOutcome::FollowUp(FollowUpBy::LocalField) => Some("local-field"),
        TriageOutcome::FollowUp(FollowUpBy::InvolvedProfessional) => Some("involved-professional"),
        TriageOutcome::FollowUp(FollowUpBy::Multidisciplinary) => Some("multidisciplinary"),
        TriageOutcome::FollowUp(FollowUpBy::Ourselves) => Some("ourselves"),
        TriageOutcome::Investigate
        | TriageOutcome::Advice
        | TriageOutcome::End
        | TriageOutcome::Inadmissible => None,
    }
}

const fn urgency_code(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Acute => "acute",
        Urgency::Day => "24h",
        Urgency::FiveDays => "5days",
    }
}

const fn expertise_code(expertise: Expertise) -> &'static str {
    match expertise {
        Expertise::Physician => "physician",
        Expertise::BehaviouralExpert => "behavioural-expert",
        Expertise::Legal => "legal",
        Expertise::Interpreter => "interpreter",
        Expertise::Police => "police",
        Expertise::Other => "other",
    }
}

const fn use_code(used_for: SheetUse) -> &'static str {
    match used_for {
        SheetUse::Assessment => "assessment",
        SheetUse::ChildVoice => "child-voice",
        SheetUse::Scaling => "scaling",
        SheetUse::Own => "own",
    }
}

/// The word for safety, as in the options of a form.
#[must_use]
pub const fn safety_code(safety: Safety) -> &'static str {
    match safety {
        Safety::Safe => "safe",
        Safety::SafeWithPlan => "safe-with-plan",
        Safety::Unsafe => "unsafe",
    }
}

/// The word for risk, as in the options of a form.
#[must_use]
pub const fn risk_code(risk: Risk) -> &'static str {
    match risk {
        Risk::Low => "low",
        Risk::Medium => "medium",
        Risk::High => "high",
    }
}

const fn confidence_code(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}
