//! The forms of a plan and its facts, both ways: what stands fills the form in, what was changed
//! becomes a fact.
//!
//! Only what a person changed is recorded, so that two people who mend different things of one
//! plan do not contradict each other. Deliberately absent: which rows a plan shows, and what it
//! lacks.

use super::give::{Reader, Writer};
use crate::domain::id::{PersonId, PlanId};
use crate::domain::safety_plan::{
    InterventionUrgency, LifeArea, MadeWith, Phase, PlanAspects, PlanPart, PlanReview, PlanSection,
    RuleKind, Signing,
};
use crate::form::Answers;

/// The form of the particulars of a plan.
pub const ABOUT: &str = "plan-about";
/// The form of the family's own words about a section.
pub const WORDS: &str = "plan-words";
/// The form of one signature.
pub const SIGNING: &str = "plan-signing";

/// The form of a part of this section.
#[must_use]
pub const fn form_of(section: PlanSection) -> &'static str {
    match section {
        PlanSection::Dangers => "plan-danger",
        PlanSection::BottomLines => "plan-bottom-line",
        PlanSection::Agreements => "plan-agreement",
        PlanSection::Interventions => "plan-intervention",
        PlanSection::Network => "plan-network",
        PlanSection::Alarm => "plan-alarm",
        PlanSection::Rules => "plan-rule",
        PlanSection::ChildVersions => "plan-child-version",
        PlanSection::Dissents => "plan-dissent",
        PlanSection::Goals => "plan-goal",
    }
}

/// A part as answers of its form.
#[must_use]
pub fn part_answers(part: &PlanPart) -> Answers {
    let mut to = Writer::default();
    match part {
        PlanPart::Danger { text, goal, scale_now, scale_wanted, item: _ } => {
            to.text("text", text).text("goal", goal);
            to.number("scale-now", *scale_now).number("scale-wanted", *scale_wanted);
        }
        PlanPart::BottomLine { text, minimum, check, consequence } => {
            to.text("text", text).text("minimum", minimum);
            to.text("check", check).text("consequence", consequence);
        }
        PlanPart::Agreement { what, who, when, checked_by } => {
            to.text("what", what).text("who", who);
            to.text("when", when).text("checked-by", checked_by);
        }
        PlanPart::Intervention { what, provider, start, end, urgency } => {
            to.text("what", what).text("provider", provider);
            to.day("start", *start).day("end", *end).option("urgency", urgency_name(*urgency));
        }
        PlanPart::NetworkMember { name, role, phone, consents } => {
            to.text("name", name).text("role", role);
            to.text("phone", phone).answer("consents", *consents);
        }
        PlanPart::AlarmStep { sign, caller, called, number } => {
            to.text("sign", sign).text("caller", caller);
            to.text("called", called).text("number", number);
        }
        PlanPart::Rule { kind, text } => {
            to.option("kind", rule_name(*kind)).text("text", text);
        }
        PlanPart::ChildVersion { child, text } => {
            to.person("child", *child).text("text", text);
        }
        PlanPart::Dissent { who, text } => {
            to.text("who", who).text("text", text);
        }
        PlanPart::Goal { area, phase, now, goal, action, who, when, checked_by } => {
            to.option("area", area_name(*area)).option("phase", phase_name(*phase));
            to.text("now", now).text("goal", goal).text("action", action);
            to.text("who", who).text("when", when).text("checked-by", checked_by);
        }
    }
    to.answers()
}

/// The part that the answers of its form say. What the form does not ask (the assessment item a
/// danger came from) is kept from `old`.
#[must_use]
pub fn part_of(section: PlanSection, answers: &Answers, old: Option<&PlanPart>) -> PlanPart {
    let from = Reader(answers);
    match section {
        PlanSection::Dangers => PlanPart::Danger {
            text: from.text("text"),
            goal: from.text("goal"),
            scale_now: from.number("scale-now"),
            scale_wanted: from.number("scale-wanted"),
            item: match old {
                Some(PlanPart::Danger { item, .. }) => item.clone(),
                Some(_) | None => None,
            },
        },
        PlanSection::BottomLines => PlanPart::BottomLine {
            text: from.text("text"),
            minimum: from.text("minimum"),
            check: from.text("check"),
            consequence: from.text("consequence"),
        },
        PlanSection::Agreements => PlanPart::Agreement {
            what: from.text("what"),
            who: from.text("who"),
            when: from.text("when"),
            checked_by: from.text("checked-by"),
        },
        PlanSection::Interventions => PlanPart::Intervention {
            what: from.text("what"),
            provider: from.text("provider"),
            start: from.day("start"),
            end: from.day("end"),
            urgency: from.option_of("urgency", &URGENCIES).unwrap_or(InterventionUrgency::Planned),
        },
        PlanSection::Network => PlanPart::NetworkMember {
            name: from.text("name"),
            role: from.text("role"),
            phone: from.text("phone"),
            consents: from.answer("consents"),
        },
        PlanSection::Alarm => PlanPart::AlarmStep {
            sign: from.text("sign"),
            caller: from.text("caller"),
            called: from.text("called"),
            number: from.text("number"),
        },
        PlanSection::Rules => PlanPart::Rule {
            kind: from.option_of("kind", &RULES).unwrap_or(RuleKind::Contact),
            text: from.text("text"),
        },
        PlanSection::ChildVersions => {
            PlanPart::ChildVersion { child: from.person("child"), text: from.text("text") }
        }
        PlanSection::Dissents => {
            PlanPart::Dissent { who: from.text("who"), text: from.text("text") }
        }
        PlanSection::Goals => goal_of(&from),
    }
}

fn goal_of(from: &Reader<'_>) -> PlanPart {
    PlanPart::Goal {
        area: from.option_of("area", &AREAS).unwrap_or(LifeArea::Safety),
        phase: from.option_of("phase", &PHASES).unwrap_or(Phase::Safety),
        now: from.text("now"),
        goal: from.text("goal"),
        action: from.text("action"),
        who: from.text("who"),
        when: from.text("when"),
        checked_by: from.text("checked-by"),
    }
}
