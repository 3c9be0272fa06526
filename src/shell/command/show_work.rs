//! The work on a case as lines for people: triage, assessments, plans, duties.
//!
//! Deliberately absent: what the family said and what a plan holds; that is read on the screen or
//! on paper.

use super::output::safe;
use crate::domain::case::{Case, Plan};
use crate::domain::duty::Duty;
use crate::domain::id::PersonId;
use crate::domain::safety_plan::PlanKind;
use crate::domain::sheet::{Risk, Safety};
use crate::domain::slot::Held;
use crate::domain::suggestion::triage_suggestions;
use crate::domain::time::Day;
use crate::domain::triage::TriageOutcome;
use crate::text::{Arg as Value, Key, SafeText, Text, dates, rule};

/// The lines, each group under a line that is empty.
pub fn lines(case: &Case, (duties, today): (&[Duty], Day), text: &Text) -> Vec<String> {
    let groups = [
        triage(case, text),
        assessments(case, text),
        plans(case, text),
        open_duties(case, (duties, today), text),
    ];
    let told = groups.into_iter().filter(|group| !group.is_empty());
    told.flat_map(|group| std::iter::once(String::new()).chain(group)).collect()
}

fn triage(case: &Case, text: &Text) -> Vec<String> {
    if !case.triage_begun() {
        return Vec::new();
    }
    let mut lines = vec![text.get(Key::CommandShowTriage).to_owned()];
    if let Some(decision) = case.triage_decision.shown() {
        let outcome = text.get(outcome(decision.outcome));
        lines.push(text.with(Key::CommandShowDecided, &[("outcome", Value::from(outcome))]));
        lines.extend(SafeText::lines(&decision.reasons).iter().map(|l| l.as_str().to_owned()));
    }
    if let Some(waits) = case.decision_waits_for() {
        let id: String = waits.hex().chars().take(8).collect();
        lines.push(text.with(Key::CommandShowWaits, &[("id", Value::from(&id))]));
    }
    if case.triage_due() {
        lines.extend(triage_suggestions(case).into_iter().map(|suggestion| {
            let source = suggestion.source().cited();
            let source = text.with(Key::SuggestSource, &[("source", Value::from(source))]);
            format!("{} {source}", text.get(rule::suggestion(suggestion)))
        }));
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

fn assessments(case: &Case, text: &Text) -> Vec<String> {
    let line = |sheet: &crate::domain::case::Sheet| {
        let held = sheet.conclusion.shown()?;
        let day = dates::long_day(held.concluded_at.day(), text);
        let safety = text.get(safety(sheet.safety_read()?));
        let risk = text.get(risk(sheet.risk_read()?));
        let values = [("day", Value::from(&day)), ("safety", safety.into()), ("risk", risk.into())];
        let said = text.with(Key::CommandShowAssessment, &values);
        let none = text.count(Key::CommandShowNoInformation, usize::from(held.no_information));
        Some(format!("{said} ({none})"))
    };
    case.assessments().into_iter().filter_map(|(_, sheet)| line(sheet)).collect()
}

fn plans(case: &Case, text: &Text) -> Vec<String> {
    let held = case.plans.values().filter(|plan| !plan.is_empty());
    held.map(|plan| plan_line(plan, text)).collect()
}

fn plan_line(plan: &Plan, text: &Text) -> String {
    let (adopted, draft) = match plan.kind().unwrap_or(PlanKind::Safety) {
        PlanKind::Safety => (Key::CommandShowSafetyPlan, Key::CommandShowSafetyPlanDraft),
        PlanKind::Family => (Key::CommandShowFamilyPlan, Key::CommandShowFamilyPlanDraft),
    };
    match plan.newest() {
        Some((number, version)) => {
            let day = dates::long_day(version.on, text);
            let number = i64::from(number);
            text.with(adopted, &[("number", Value::from(number)), ("day", Value::from(&day))])
        }
        None => text.get(draft).to_owned(),
    }
}

/// What stands open, by due day.
fn open_duties(case: &Case, (duties, today): (&[Duty], Day), text: &Text) -> Vec<String> {
    let open: Vec<&Duty> = duties.iter().filter(|duty| duty.met_on.is_none()).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let heading = std::iter::once(text.get(Key::CommandShowDuties).to_owned());
    heading.chain(open.into_iter().map(|duty| duty_line(case, (duty, today), text))).collect()
}

/// The due day, the time left, what, and towards whom.
pub fn duty_line(case: &Case, (duty, today): (&Duty, Day), text: &Text) -> String {
    let what = text.get(rule::duty(duty.kind));
    let left = duty.due_day.signed_duration_since(today).num_days();
    let left = dates::days_left(left, text);
    let who = duty.person.map(|person| name(case, person)).unwrap_or_default();
    let who = if who.is_empty() { who } else { format!(" ({who})") };
    format!("{}  {left:<16} {what}{who}", duty.due_day)
}

fn name(case: &Case, person: PersonId) -> String {
    let held = case.persons.get(&person).map(|person| &person.name);
    let name = held.and_then(Held::shown).map(|name| name.display());
    safe(&name.unwrap_or_default())
}

const fn outcome(outcome: TriageOutcome) -> Key {
    match outcome {
        TriageOutcome::Investigate => Key::CommandShowInvestigate,
        TriageOutcome::FollowUp(_) => Key::CommandShowFollowUp,
        TriageOutcome::Advice => Key::CommandShowAdvice,
        TriageOutcome::End => Key::CommandShowEnd,
        TriageOutcome::Inadmissible => Key::CommandShowInadmissible,
    }
}

const fn safety(safety: Safety) -> Key {
    match safety {
        Safety::Safe => Key::CommandShowSafe,
        Safety::SafeWithPlan => Key::CommandShowSafeWithPlan,
        Safety::Unsafe => Key::CommandShowUnsafe,
    }
}

const fn risk(risk: Risk) -> Key {
    match risk {
        Risk::Low => Key::CommandShowRiskLow,
        Risk::Medium => Key::CommandShowRiskMedium,
        Risk::High => Key::CommandShowRiskHigh,
    }
}
