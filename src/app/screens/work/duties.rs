//! The tab of duties: what must be done by when, and what was; Enter leads to where it is done.
//!
//! Deliberately absent: what is a duty and when it is due (`domain::duty`).

use super::content::{Action, Content, Row, RowKey, Scene, Sign};
use super::{Tab, triage};
use crate::app::effect::Effect;
use crate::app::keymap::Intent;
use crate::app::model::Model;
use crate::app::page::Tone;
use crate::app::turn::Turn;
use crate::domain::deadline::{act_now_until, countdown};
use crate::domain::duty::{Duty, DutyKind, duties};
use crate::domain::id::PersonId;
use crate::text::{Key as Words, dates, rule};

/// Which row: the kind, towards whom, and which of several alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(pub DutyKind, pub Option<PersonId>, pub usize);

/// The rows of this tab: what stands open first, by day.
#[must_use]
pub fn content(scene: &Scene<'_>) -> Content {
    let policy = (&scene.opened.policy, &scene.opened.calendar);
    let all = duties(scene.case, policy, scene.now);
    let today = scene.now.day();
    let open = all.iter().filter(|duty| duty.met_on.is_none()).count();
    let late = all.iter().filter(|duty| duty.is_overdue(today)).count();
    let mut head = Vec::new();
    if late > 0 {
        head.push((Tone::Danger, scene.words.count(Words::DutiesLate, late)));
    }
    head.push(if open == 0 {
        (Tone::Soft, scene.say(Words::DutiesNone))
    } else {
        (Tone::Body, scene.words.count(Words::DutiesOpen, open))
    });
    let mut rows: Vec<Row> = Vec::new();
    for duty in &all {
        let alike = |row: &&Row| {
            matches!(&row.key, RowKey::Duties(Line(kind, person, _))
                if (*kind, *person) == (duty.kind, duty.person))
        };
        let nth = rows.iter().filter(alike).count();
        rows.push(row(scene, duty, Line(duty.kind, duty.person, nth)));
    }
    Content { head, rows }
}

fn row(scene: &Scene<'_>, duty: &Duty, line: Line) -> Row {
    let today = scene.now.day();
    let sign = match duty.met_on {
        Some(_) => Sign::Done,
        None if duty.is_overdue(today) => Sign::Danger,
        None if duty.due_day == today => Sign::Warning,
        None => Sign::Open,
    };
    let what = scene.say(rule::duty(duty.kind));
    let label = match duty.person {
        Some(person) => format!("{what}: {}", scene.person(person)),
        None => what,
    };
    let made = Row::new(RowKey::Duties(line), sign, label).summed(summary(scene, duty));
    let number = duty.rule.to_string();
    let made = made.more(Tone::Soft, scene.say_with(Words::DutyRule, &[("rule", &number)]));
    made.does(done_at(duty))
}

/// By when, in days and, where hours count, in hours.
fn summary(scene: &Scene<'_>, duty: &Duty) -> String {
    let day = scene.day(duty.due_day);
    if let Some(met) = duty.met_on {
        let met_day = scene.day(met);
        let words = if met > duty.due_day { Words::DutyMetLate } else { Words::DutyMet };
        return scene.say_with(words, &[("day", &met_day), ("due", &day)]);
    }
    let left = match (duty.kind, scene.case.acute_since()) {
        (DutyKind::AcuteFollowUp, Some(since)) => {
            dates::time_left(scene.now, act_now_until(since), scene.words)
        }
        _ => {
            use crate::domain::deadline::Countdown;
            match countdown(duty.due_day, scene.now) {
                Countdown::Overdue(days) => dates::days_left(-i64::from(days), scene.words),
                Countdown::DueToday => scene.say(Words::DueToday),
                Countdown::DaysLeft(days) => dates::days_left(i64::from(days), scene.words),
            }
        }
    };
    scene.say_with(Words::DutyDue, &[("day", &day), ("left", &left)])
}

/// Where it is done.
fn done_at(duty: &Duty) -> Action {
    use triage::Line as Step;
    let triage = |line| Action::Go(RowKey::Triage(line));
    match duty.kind {
        DutyKind::Triage => triage(Step::Decision),
        DutyKind::FirstAction => triage(Step::Urgency),
        DutyKind::AcuteFollowUp => triage(Step::Acute),
        DutyKind::InformPerson => {
            duty.person.map_or(Action::Nothing, |person| triage(Step::Informed(person)))
        }
        DutyKind::ReporterFeedback => triage(Step::Reporter),
        DutyKind::SecondSignature => triage(Step::Signature),
        DutyKind::Reassess | DutyKind::AssessmentExpires => Action::Tab(Tab::Risk),
        DutyKind::PlanReview | DutyKind::SafetyPlan => Action::Tab(Tab::Plan),
    }
}

/// A key that means something of its own here; `None` when it does not.
pub const fn intent(_model: &mut Model, _turn: Turn, _intent: Intent) -> Option<Vec<Effect>> {
    None
}
