//! The decision, its second signature, and above all rows what is missing for it.

use super::{Line, about, row, sign_of};
use crate::app::page::Tone;
use crate::app::screens::sheet::Purpose;
use crate::app::screens::work::content::{Action, Call, Row, RowKey, Scene, Sign};
use crate::app::screens::work::sign::{Signed, Waiting, all_waiting};
use crate::domain::fact::Fact;
use crate::domain::rule::{About, Refusal, Rule, Setting, refusals};
use crate::domain::time::Day;
use crate::domain::triage::{FollowUpBy, TriageDecision, TriageOutcome};
use crate::text::{Key as Words, rule};

/// The last day for the decision that is due, when one is.
fn due_day(scene: &Scene<'_>) -> Option<Day> {
    use crate::domain::deadline::Term;
    let received = scene.case.triage_received_at()?.day();
    let opened = scene.opened;
    Some(opened.policy.due(received, Term::Triage, None, &opened.calendar).due_day)
}

/// What would block a decision made now, all of it asked in the steps: nothing that the form of
/// the decision itself asks.
#[must_use]
pub fn missing(scene: &Scene<'_>) -> Vec<Refusal> {
    let decision = TriageDecision {
        outcome: TriageOutcome::Investigate,
        reasons: "-".to_owned(),
        receiver: String::new(),
        reports: scene.case.reports_undecided().collect(),
        decided_at: scene.now,
        late_reason: "-".to_owned(),
        policy: String::new(),
    };
    let staff: Vec<_> = scene.opened.colleagues.iter().map(|colleague| colleague.staff).collect();
    let setting = Setting {
        case: scene.case,
        events: None,
        staff: &staff,
        me: scene.opened.staff.staff,
        now: scene.now,
        policy: (&scene.opened.policy, &scene.opened.calendar),
    };
    refusals(&[(Fact::TriageDecided { decision: Box::new(decision) }, None)], &setting)
}

/// Above the rows: how the decision stands and what it waits for.
pub(super) fn head(scene: &Scene<'_>, rows: &[Row]) -> Vec<(Tone, String)> {
    let case = scene.case;
    let mut head = Vec::new();
    if case.triage_decision.is_disputed() {
        head.push((Tone::Warning, scene.say(Words::DecisionDisputed)));
    } else if case.decision_waits_for().is_some() {
        head.push((Tone::Warning, scene.say(Words::DecisionWaits)));
    } else if let Some(decision) = case.triage_in_force() {
        let outcome = scene.say(outcome_words(decision.outcome));
        head.push((Tone::Heading, scene.say_with(Words::DecisionStands, &[("outcome", &outcome)])));
    }
    if !case.triage_due() {
        return head;
    }
    let today = scene.now.day();
    if let Some(day) = due_day(scene).filter(|day| *day < today) {
        head.push((Tone::Danger, scene.say_with(Words::DecisionLate, &[("day", &scene.day(day))])));
    }
    let missing = missing(scene);
    let blocking: Vec<String> = missing.iter().map(|refusal| lacking(scene, refusal)).collect();
    if blocking.is_empty() {
        head.push((Tone::Body, scene.say(Words::DecisionPossible)));
    } else {
        let list = blocking.join(", ");
        head.push((Tone::Warning, scene.say_with(Words::DecisionNeeds, &[("list", &list)])));
    }
    let open = |row: &&Row| match (&row.key, row.sign) {
        (RowKey::Triage(Line::Decision | Line::Signature), _) => false,
        (_, sign) => matches!(sign, Sign::Open | Sign::Danger),
    };
    let labels: Vec<String> = rows
        .iter()
        .filter(|row| !row.indent)
        .filter(open)
        .map(|row| row.label.clone())
        .filter(|label| !blocking.contains(label))
        .collect();
    if !labels.is_empty() {
        let list = labels.join(", ");
        head.push((Tone::Soft, scene.say_with(Words::TriageStillOpen, &[("list", &list)])));
    }
    head
}

/// What is missing, in as few words as the row has.
fn lacking(scene: &Scene<'_>, refusal: &Refusal) -> String {
    match (refusal.rule, refusal.about) {
        (Rule::UrgencyJudged, _) => scene.say(Words::StepUrgency),
        (Rule::EarlierChecked, _) => scene.say(Words::StepEarlier),
        (_, Some(About::Person(person))) => {
            scene.say_with(Words::StepChild, &[("who", &scene.person(person))])
        }
        (other, _) => scene.say(rule::refusal(other)),
    }
}

/// The decision and, once there is one, its second signature.
pub(super) fn rows(scene: &Scene<'_>) -> Vec<Row> {
    let mut rows = vec![decision(scene)];
    rows.extend(signature(scene));
    rows
}

fn decision(scene: &Scene<'_>) -> Row {
    let case = scene.case;
    let held = &case.triage_decision;
    let again = case.triage_in_force().is_some() && case.triage_due();
    let late = due_day(scene).is_some_and(|day| day < scene.now.day());
    let sign = match sign_of(held) {
        Sign::Dispute => Sign::Dispute,
        _ if case.triage_due() && late => Sign::Danger,
        Sign::Done if again => Sign::Open,
        Sign::Done if case.decision_waits_for().is_some() => Sign::Warning,
        sign => sign,
    };
    let made = row(scene, Line::Decision, sign, Words::StepDecision);
    let made = about(scene, (made, held), decision_words, Words::HelpDecision);
    let made = match due_day(scene).map(|day| scene.day(day)) {
        Some(day) if held.is_empty() => {
            made.summed(scene.say_with(Words::StepOpenUntil, &[("day", &day)]))
        }
        Some(day) if again => made.summed(scene.say_with(Words::DecisionAgain, &[("day", &day)])),
        Some(_) | None => made,
    };
    let blocking = missing(scene);
    let made = blocking.iter().filter(|_| case.triage_due()).fold(made, |made, refusal| {
        made.more(Tone::Warning, scene.say(rule::refusal(refusal.rule)))
    });
    made.does(Action::Form(Call::of(Purpose::TriageDecision)))
}

/// What was decided and why.
pub fn decision_words(scene: &Scene<'_>, decision: &TriageDecision) -> String {
    let outcome = scene.say(outcome_words(decision.outcome));
    let mut parts = vec![outcome];
    if !decision.receiver.is_empty() {
        parts.push(decision.receiver.clone());
    }
    parts.push(decision.reasons.clone());
    if !decision.late_reason.is_empty() {
        parts.push(scene.say_with(Words::LateBecause, &[("why", &decision.late_reason)]));
    }
    parts.join(" · ")
}

/// What was decided, in words.
#[must_use]
pub const fn outcome_words(outcome: TriageOutcome) -> Words {
    match outcome {
        TriageOutcome::Investigate => Words::OutcomeInvestigate,
        TriageOutcome::FollowUp(FollowUpBy::LocalField) => Words::OutcomeLocal,
        TriageOutcome::FollowUp(FollowUpBy::InvolvedProfessional) => Words::OutcomeProfessional,
        TriageOutcome::FollowUp(FollowUpBy::Multidisciplinary) => Words::OutcomeTeam,
        TriageOutcome::FollowUp(FollowUpBy::Ourselves) => Words::OutcomeOurselves,
        TriageOutcome::Advice => Words::OutcomeAdvice,
        TriageOutcome::End => Words::OutcomeEnd,
        TriageOutcome::Inadmissible => Words::OutcomeInadmissible,
    }
}

fn signature(scene: &Scene<'_>) -> Vec<Row> {
    let case = scene.case;
    let Some((event, _)) = case.decision() else { return Vec::new() };
    let label = |sign| row(scene, Line::Signature, sign, Words::StepSignature);
    if let Some(by) = case.countersigned.get(&event) {
        let who: Vec<String> = by.values().map(|stamp| scene.said_by(stamp)).collect();
        let summary = who.iter().map(|who| who.trim()).collect::<Vec<_>>().join("; ");
        let made = label(Sign::Done).summed(summary);
        return vec![made.more(Tone::Soft, scene.say(Words::HelpSignature))];
    }
    let waiting = all_waiting(case).into_iter().find(|waiting| waits(waiting, event));
    let Some(waiting) = waiting else { return Vec::new() };
    let mine = waiting.author == scene.opened.staff.staff;
    let words = if mine { Words::SignatureByColleague } else { Words::SignatureByYou };
    let summary = scene.say_with(words, &[("who", scene.name_of(waiting.author))]);
    let made = label(Sign::Warning).summed(summary);
    vec![made.more(Tone::Soft, scene.say(Words::HelpSignature)).does(Action::Sign(waiting))]
}

fn waits(waiting: &Waiting, event: crate::domain::id::EventId) -> bool {
    waiting.what == Signed::Decision && waiting.event == event
}
