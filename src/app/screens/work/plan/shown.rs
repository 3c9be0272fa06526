//! A part of a plan in words: its label, the line that sums it up, and every field.
//!
//! Used by the tab, by the pane beside the queue and by the differences between versions.
//! Deliberately absent: rules (what is missing is told by `domain`), and paper.

use crate::app::screens::work::content::Scene;
use crate::domain::person::Answer;
use crate::domain::safety_plan::{
    InterventionUrgency, LifeArea, Phase, PlanKind, PlanPart, PlanSection, RuleKind,
};
use crate::text::{Arg, Key as Words, SafeText, Text, dates};

/// What a kind of plan is called.
#[must_use]
pub const fn kind_words(kind: PlanKind) -> Words {
    match kind {
        PlanKind::Safety => Words::PaperSafetyPlan,
        PlanKind::Family => Words::PaperFamilyPlan,
    }
}

/// The sections of a kind of plan, in the order why, what, how. A family plan leaves what keeps
/// the child safe now to the safety plan it embeds.
#[must_use]
pub const fn sections(kind: PlanKind) -> &'static [PlanSection] {
    match kind {
        PlanKind::Safety => &[
            PlanSection::Dangers,
            PlanSection::BottomLines,
            PlanSection::Agreements,
            PlanSection::Interventions,
            PlanSection::Network,
            PlanSection::Alarm,
            PlanSection::Rules,
            PlanSection::ChildVersions,
            PlanSection::Dissents,
        ],
        PlanKind::Family => &[
            PlanSection::Goals,
            PlanSection::Agreements,
            PlanSection::Interventions,
            PlanSection::Network,
            PlanSection::ChildVersions,
            PlanSection::Dissents,
        ],
    }
}

/// The heading of a section.
#[must_use]
pub const fn section_words(section: PlanSection) -> Words {
    match section {
        PlanSection::Dangers => Words::PlanSectionDangers,
        PlanSection::BottomLines => Words::PlanSectionBottomLines,
        PlanSection::Agreements => Words::PlanSectionAgreements,
        PlanSection::Interventions => Words::PlanSectionInterventions,
        PlanSection::Network => Words::PlanSectionNetwork,
        PlanSection::Alarm => Words::PlanSectionAlarm,
        PlanSection::Rules => Words::PlanSectionRules,
        PlanSection::ChildVersions => Words::PlanSectionChildVersions,
        PlanSection::Dissents => Words::PlanSectionDissents,
        PlanSection::Goals => Words::PlanSectionGoals,
    }
}

/// The row that begins a new part of a section.
#[must_use]
pub const fn new_words(section: PlanSection) -> Words {
    match section {
        PlanSection::Dangers => Words::PlanNewDanger,
        PlanSection::BottomLines => Words::PlanNewBottomLine,
        PlanSection::Agreements => Words::PlanNewAgreement,
        PlanSection::Interventions => Words::PlanNewIntervention,
        PlanSection::Network => Words::PlanNewMember,
        PlanSection::Alarm => Words::PlanNewAlarm,
        PlanSection::Rules => Words::PlanNewRule,
        PlanSection::ChildVersions => Words::PlanNewChildVersion,
        PlanSection::Dissents => Words::PlanNewDissent,
        PlanSection::Goals => Words::PlanNewGoal,
    }
}

const fn area_words(area: LifeArea) -> Words {
    match area {
        LifeArea::Home => Words::PaperAreaHome,
        LifeArea::Parenting => Words::PaperAreaParenting,
        LifeArea::Health => Words::PaperAreaHealth,
        LifeArea::School => Words::PaperAreaSchool,
        LifeArea::Money => Words::PaperAreaMoney,
        LifeArea::Network => Words::PaperAreaNetwork,
        LifeArea::Leisure => Words::PaperAreaLeisure,
        LifeArea::Safety => Words::PaperAreaSafety,
    }
}

const fn phase_words(phase: Phase) -> Words {
    match phase {
        Phase::Safety => Words::PaperPhaseSafety,
        Phase::Causes => Words::PaperPhaseCauses,
        Phase::Recovery => Words::PaperPhaseRecovery,
    }
}

/// Yes, no or no information, in words; "not filled in yet" without an answer.
#[must_use]
pub fn answer_words(words: &Text, answer: Option<Answer>) -> &str {
    words.get(match answer {
        Some(Answer::Yes) => Words::Yes,
        Some(Answer::No) => Words::No,
        Some(Answer::Unknown) => Words::NoInformation,
        None => Words::PlanNobodyYet,
    })
}

/// A part, told in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is: a name, or its kind and number in the section.
    pub label: String,
    /// The main line.
    pub summary: String,
    /// Every further field that says something, in order.
    pub fields: Vec<(Words, String)>,
}

impl Told {
    /// `Field: value` of each further field.
    #[must_use]
    pub fn lines(&self, words: &Text) -> Vec<String> {
        self.fields.iter().map(|(field, value)| field_line(words, *field, value)).collect()
    }
}

/// `Field: value`.
#[must_use]
pub fn field_line(words: &Text, field: Words, value: &str) -> String {
    format!("{}: {value}", words.get(field))
}

/// Gathers the fields of a part.
struct Fields<'a> {
    words: &'a Text,
    fields: Vec<(Words, String)>,
}

impl Fields<'_> {
    fn say(&mut self, field: Words, value: &str) -> &mut Self {
        if !value.trim().is_empty() {
            self.fields.push((field, value.to_owned()));
        }
        self
    }

    fn day(&mut self, field: Words, day: Option<crate::domain::time::Day>) -> &mut Self {
        match day {
            Some(day) => self.say(field, &dates::long_day(day, self.words)),
            None => self,
        }
    }

    /// Said also when nothing was filled in: the part cannot do without it.
    fn must(&mut self, field: Words, value: &str) -> &mut Self {
        let missing = self.words.get(Words::PlanNobodyYet).to_owned();
        let value = if value.trim().is_empty() { missing } else { value.to_owned() };
        self.fields.push((field, value));
        self
    }
}

/// A part in words; `number` is its place in its section, from 1.
#[must_use]
pub fn told(scene: &Scene<'_>, part: &PlanPart, number: usize) -> Told {
    let words = scene.words;
    let label = label(scene, part, number);
    let mut to = Fields { words, fields: Vec::new() };
    let summary = match part {
        PlanPart::Danger { text, goal, scale_now, scale_wanted, item: _ } => {
            to.must(Words::PlanFieldGoal, goal);
            to.must(Words::PlanFieldScale, &scale(words, *scale_now, *scale_wanted));
            text.clone()
        }
        PlanPart::BottomLine { text, minimum, check, consequence } => {
            to.say(Words::PlanFieldMinimum, minimum).must(Words::PlanFieldCheck, check);
            to.say(Words::PlanFieldConsequence, consequence);
            text.clone()
        }
        PlanPart::Agreement { what, who, when, checked_by } => {
            to.must(Words::PlanFieldWho, who).say(Words::PlanFieldWhen, when);
            to.must(Words::PlanFieldCheckedBy, checked_by);
            summed([what, who, when])
        }
        PlanPart::Intervention { what, provider, start, end, urgency } => {
            to.say(Words::PlanFieldProvider, provider);
            to.day(Words::PlanFieldFrom, *start).day(Words::PlanFieldUntil, *end);
            match urgency {
                InterventionUrgency::Planned => what.clone(),
                InterventionUrgency::Emergency => {
                    format!("{} · {what}", words.get(Words::PlanEmergencyHelp))
                }
            }
        }
        PlanPart::NetworkMember { name: _, role, phone, consents } => {
            to.say(Words::PlanFieldPhone, phone);
            to.must(Words::PlanFieldConsents, answer_words(words, *consents));
            role.clone()
        }
        PlanPart::AlarmStep { sign, caller, called, number } => {
            to.must(Words::PlanFieldCaller, caller);
            let called = [called.trim(), number.trim()].join(" ");
            to.must(Words::PlanFieldCalled, called.trim());
            summed([sign, caller, &called])
        }
        PlanPart::Rule { kind: _, text } | PlanPart::ChildVersion { child: _, text } => {
            text.clone()
        }
        PlanPart::Dissent { who: _, text } => text.clone(),
        PlanPart::Goal { area: _, phase: _, now, goal, action, who, when, checked_by } => {
            to.say(Words::PlanFieldNow, now).say(Words::PlanFieldAction, action);
            to.must(Words::PlanFieldWho, who).say(Words::PlanFieldWhen, when);
            to.must(Words::PlanFieldCheckedBy, checked_by);
            goal.clone()
        }
    };
    Told { label, summary, fields: to.fields }
}

fn label(scene: &Scene<'_>, part: &PlanPart, number: usize) -> String {
    let words = scene.words;
    let counted = |key: Words| words.with(key, &[("number", Arg::from(number))]);
    let named = |name: &str| {
        let name = name.trim();
        if name.is_empty() { words.get(Words::NameUnknown).to_owned() } else { name.to_owned() }
    };
    match part {
        PlanPart::Danger { .. } => counted(Words::PlanOneDanger),
        PlanPart::BottomLine { .. } => counted(Words::PlanOneBottomLine),
        PlanPart::Agreement { .. } => counted(Words::PlanOneAgreement),
        PlanPart::Intervention { .. } => counted(Words::PlanOneIntervention),
        PlanPart::AlarmStep { .. } => counted(Words::PlanOneAlarm),
        PlanPart::NetworkMember { name, .. } => named(name),
        PlanPart::Dissent { who, .. } => named(who),
        PlanPart::Rule { kind: RuleKind::Contact, .. } => {
            words.get(Words::PlanRuleContact).to_owned()
        }
        PlanPart::Rule { kind: RuleKind::Residence, .. } => {
            words.get(Words::PlanRuleResidence).to_owned()
        }
        PlanPart::ChildVersion { child: Some(child), .. } => scene.person(*child),
        PlanPart::ChildVersion { child: None, .. } => {
            words.get(Words::PlanForAllChildren).to_owned()
        }
        PlanPart::Goal { area, phase, .. } => {
            format!("{} · {}", words.get(phase_words(*phase)), words.get(area_words(*area)))
        }
    }
}

/// What says something, on one line.
fn summed(parts: [&str; 3]) -> String {
    let said: Vec<&str> =
        parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}

/// Both places on the scale; empty when neither was given.
fn scale(words: &Text, now: Option<u8>, wanted: Option<u8>) -> String {
    if now.is_none() && wanted.is_none() {
        return String::new();
    }
    let number = |value: Option<u8>| value.map_or_else(|| "?".to_owned(), |n| n.to_string());
    let (now, wanted) = (number(now), number(wanted));
    words.with(Words::PlanScale, &[("now", (&now).into()), ("wanted", (&wanted).into())])
}

/// The first words of a part, for a question about it.
#[must_use]
pub fn short(scene: &Scene<'_>, part: &PlanPart) -> String {
    let told = told(scene, part, 1);
    let all = if told.summary.trim().is_empty() { told.label } else { told.summary };
    SafeText::new(all.lines().next().unwrap_or_default()).truncate_to(60).as_str().to_owned()
}
