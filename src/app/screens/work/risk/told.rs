//! An assessment in words: its conclusion, what is not known, the scales of everybody.
//!
//! Used by the tab, by the pane beside the queue and by the page of a case. Deliberately absent:
//! any sum of points.

use crate::app::page::Tone;
use crate::app::screens::sheet::People;
use crate::app::screens::work::content::Scene;
use crate::domain::case::{ReassessReason, Sheet};
use crate::domain::id::PersonId;
use crate::domain::sheet::{AnswerPlace, AnswerValue, Conclusion, Confidence, Given, Risk, Safety};
use crate::form::{Form, Item, Meaning, is_answer, points_of};
use crate::text::{Key as Words, Text, dates};
use std::collections::BTreeMap;

/// Why the risk must be looked at anew.
pub type Reason = ReassessReason;

/// Cells of a bar.
const BAR_CELLS: u16 = 10;

/// What the safety is called.
#[must_use]
pub const fn safety_words(safety: Safety) -> Words {
    match safety {
        Safety::Safe => Words::SafetySafe,
        Safety::SafeWithPlan => Words::SafetyWithPlan,
        Safety::Unsafe => Words::SafetyUnsafe,
    }
}

/// What the risk is called.
#[must_use]
pub const fn risk_words(risk: Risk) -> Words {
    match risk {
        Risk::Low => Words::RiskLow,
        Risk::Medium => Words::RiskMedium,
        Risk::High => Words::RiskHigh,
    }
}

const fn confidence_words(confidence: Confidence) -> Words {
    match confidence {
        Confidence::Low => Words::ConfidenceLow,
        Confidence::Medium => Words::ConfidenceMedium,
        Confidence::High => Words::ConfidenceHigh,
    }
}

/// Why the risk must be looked at anew, today.
#[must_use]
pub fn reasons(scene: &Scene<'_>) -> Vec<Reason> {
    scene.case.reassess(scene.now.day())
}

/// One reason in words.
#[must_use]
pub fn reason_words(scene: &Scene<'_>, reason: Reason) -> String {
    scene.say(match reason {
        ReassessReason::NewReport => Words::RiskAgainReport,
        ReassessReason::Incident => Words::RiskAgainIncident,
        ReassessReason::Expired => Words::RiskAgainExpired,
        ReassessReason::NeverDone => Words::RiskAgainNever,
    })
}

/// How it stands now: the latest conclusion, with its day.
#[must_use]
pub fn standing(scene: &Scene<'_>) -> (Tone, String) {
    let latest = scene.case.latest_assessment();
    let Some((_, sheet)) = latest else { return (Tone::Warning, scene.say(Words::RiskNone)) };
    let (safety, risk) = (sheet.safety_read(), sheet.risk_read());
    let tone = match safety {
        Some(Safety::Unsafe) => Tone::Danger,
        Some(Safety::SafeWithPlan) => Tone::Warning,
        Some(Safety::Safe) | None => Tone::Body,
    };
    let said = |key: Option<Words>| key.map(|key| scene.say(key)).unwrap_or_default();
    let day = super::day_words(scene, sheet);
    let values = [
        ("day", day.as_str()),
        ("safety", &said(safety.map(safety_words))),
        ("risk", &said(risk.map(risk_words))),
    ];
    (tone, scene.say_with(Words::RiskStanding, &values))
}

/// The form a sheet was made with.
#[must_use]
pub fn form_of<'s>(scene: &Scene<'s>, sheet: &Sheet) -> Option<&'s Form> {
    scene.forms.nearest(&sheet.opened.shown()?.form)
}

/// Its title and version; the id when the form is not here.
#[must_use]
pub fn title(scene: &Scene<'_>, sheet: &Sheet, form: Option<&Form>) -> String {
    let Some(opened) = sheet.opened.shown() else { return scene.say(Words::UnknownFact) };
    let title =
        form.map_or(opened.form.id.as_str(), |form| form.title.of(scene.words.lang().code()));
    let version = opened.form.version.to_string();
    scene.say_with(Words::RiskTitle, &[("title", title), ("version", &version)])
}

/// `no information 4 of 22`; empty when the form is not here and nobody counted.
#[must_use]
pub fn no_information(scene: &Scene<'_>, sheet: &Sheet, form: Option<&Form>) -> String {
    let answers = sheet.answers_shown();
    let counted = form.map(|form| {
        let people = People::of(scene.case).subjects;
        let asked = crate::form::can_be_unknown(form, &answers, &people);
        (crate::form::no_information(form, &answers, &people), asked)
    });
    let told = sheet.conclusion.shown().map(|told| usize::from(told.no_information));
    let (unknown, asked) = match (counted, told) {
        (Some((unknown, asked)), told) => (told.unwrap_or(unknown), asked),
        (None, Some(unknown)) => return scene.words.count(Words::RiskNoInformation, unknown),
        (None, None) => return String::new(),
    };
    let values = [("count", &unknown.to_string()[..]), ("all", &asked.to_string())];
    scene.say_with(Words::RiskNoInformationOf, &values)
}

/// The conclusion in one line, or how far the answers are.
#[must_use]
pub fn summary(scene: &Scene<'_>, sheet: &Sheet, form: Option<&Form>) -> String {
    let day = super::day_words(scene, sheet);
    let unknown = no_information(scene, sheet, form);
    let parts = match sheet.conclusion.shown() {
        Some(told) => vec![day, concluded_words(scene, sheet, told), unknown, valid(scene, told)],
        None if sheet.is_assessment() => vec![day, scene.say(Words::RiskOpen), unknown],
        None => vec![day, unknown],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn concluded_words(scene: &Scene<'_>, sheet: &Sheet, told: &Conclusion) -> String {
    let safety = sheet.safety_read().unwrap_or(told.safety);
    let risk = sheet.risk_read().unwrap_or(told.risk);
    let values = [
        ("safety", &scene.say(safety_words(safety))[..]),
        ("risk", &scene.say(risk_words(risk))),
        ("confidence", &scene.say(confidence_words(told.confidence))),
    ];
    scene.say_with(Words::RiskConcluded, &values)
}

/// Until when a conclusion counts.
#[must_use]
pub fn valid(scene: &Scene<'_>, told: &Conclusion) -> String {
    let past = told.valid_until < scene.now.day();
    let key = if past { Words::RiskWasValid } else { Words::RiskValid };
    scene.say_with(key, &[("day", &scene.day(told.valid_until))])
}

/// Everything about one assessment but its answers in full: reasons, override, dangers.
#[must_use]
pub fn detail(scene: &Scene<'_>, sheet: &Sheet, form: Option<&Form>) -> Vec<(Tone, String)> {
    let words = scene.words;
    let mut lines = Vec::new();
    let many = sheet.conclusion.is_disputed();
    for (_, stamp, told) in sheet.conclusion.heads() {
        if many {
            lines.push((Tone::Warning, concluded_words(scene, &single(told), told)));
        }
        lines.push((Tone::Body, told.reasons.clone()));
        if !told.override_reason.trim().is_empty() {
            let proposed =
                told.proposed_safety.map(safety_words).or(told.proposed_risk.map(risk_words));
            let proposed = proposed.map(|key| words.get(key)).unwrap_or_default();
            let values = [("proposed", proposed), ("why", told.override_reason.as_str())];
            lines.push((Tone::Warning, scene.say_with(Words::RiskOverride, &values)));
        }
        if told.unanswered > 0 {
            let count = words.count(Words::RiskUnanswered, usize::from(told.unanswered));
            lines.push((Tone::Warning, count));
        }
        lines.push((Tone::Soft, scene.said_by(stamp)));
    }
    let dangers = form.map(|form| dangers(scene, sheet, form)).unwrap_or_default();
    if !dangers.is_empty() {
        lines.push((Tone::Body, String::new()));
        lines.push((Tone::Heading, scene.say(Words::RiskDangers)));
        lines.extend(dangers.into_iter().map(|danger| (Tone::Danger, danger)));
    }
    let disputed = sheet.answers.values().filter(|held| held.is_disputed()).count();
    if disputed > 0 {
        lines.push((Tone::Warning, words.count(Words::Disputes, disputed)));
    }
    lines
}

/// A sheet with only this conclusion, to tell it apart from another.
fn single(told: &Conclusion) -> Sheet {
    let mut sheet = Sheet::default();
    let nobody = crate::domain::slot::Stamp {
        author: crate::domain::id::StaffId([0; 16]),
        origin: crate::domain::id::OriginId([0; 16]),
        at: told.concluded_at,
    };
    sheet.conclusion.add(crate::domain::id::EventId::NONE, nobody, told.clone());
    sheet
}

/// The answers that the form itself counts as danger now, and those called critical, in the order
/// of the form.
#[must_use]
pub fn dangers(scene: &Scene<'_>, sheet: &Sheet, form: &Form) -> Vec<String> {
    let answers = sheet.answers_shown();
    let unsafe_groups: Vec<&str> = form
        .proposals
        .iter()
        .filter(|proposal| proposal.means == Meaning::Safety && proposal.option == "unsafe")
        .map(|proposal| proposal.group.as_str())
        .collect();
    let counts = |item: &Item, given: &Given| {
        let in_group = item.group.as_deref().is_some_and(|group| unsafe_groups.contains(&group));
        given.critical || (in_group && points_of(item, &given.value) > 0)
    };
    let mut found = Vec::new();
    for (_, item) in form.items() {
        let of_item = answers.iter().filter(|(place, _)| place.item == item.id);
        for (place, given) in of_item.filter(|(_, given)| counts(item, given)) {
            let mut line = question(scene, item, place.subject);
            if !given.note.trim().is_empty() {
                line = format!("{line} ({})", given.note.trim());
            }
            found.push(line);
        }
    }
    found
}

/// The question, with the name of whom it is about.
#[must_use]
pub fn question(scene: &Scene<'_>, item: &Item, subject: Option<PersonId>) -> String {
    let asked = item.ask.of(scene.words.lang().code());
    match subject {
        Some(subject) => format!("{}: {asked}", scene.person(subject)),
        None => asked.to_owned(),
    }
}

/// An answer in words.
#[must_use]
pub fn answer(words: &Text, item: Option<&Item>, given: &Given, name: &str) -> String {
    let option = |id: &String| {
        let found = item.and_then(|item| item.choice(id));
        found.map_or_else(|| id.clone(), |choice| choice.words.of(words.lang().code()).to_owned())
    };
    match &given.value {
        AnswerValue::Option(id) => option(id),
        AnswerValue::Options(ids) => ids.iter().map(option).collect::<Vec<_>>().join(", "),
        AnswerValue::YesNo(yes_no) => {
            super::super::plan::shown::answer_words(words, Some(*yes_no)).to_owned()
        }
        AnswerValue::Date(date) => dates::partial_date(date, words),
        AnswerValue::Text(text) => text.clone(),
        AnswerValue::Person(_) => name.to_owned(),
    }
}

/// A question that everybody answers with a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The question.
    pub question: String,
    /// The highest number.
    pub most: u16,
    /// Who gave which.
    pub given: Vec<(String, u16)>,
}

impl Scale {
    /// A bar for everybody, the names padded to the longest.
    #[must_use]
    pub fn bars(&self) -> Vec<String> {
        let names = self.given.iter().map(|(name, _)| name.chars().count());
        let wide = names.max().unwrap_or(0).min(20);
        let bar = |(name, number): &(String, u16)| {
            let name: String = name.chars().take(20).collect();
            let full = usize::from((number * BAR_CELLS).checked_div(self.most).unwrap_or(0));
            let full = full.min(usize::from(BAR_CELLS));
            let empty = usize::from(BAR_CELLS) - full;
            format!("{name:<wide$} [{}{}] {number}", "#".repeat(full), "-".repeat(empty))
        };
        self.given.iter().map(bar).collect()
    }

    /// How far the highest and the lowest are apart.
    #[must_use]
    pub fn apart(&self) -> u16 {
        let numbers = || self.given.iter().map(|(_, number)| *number);
        numbers().max().unwrap_or(0).abs_diff(numbers().min().unwrap_or(0))
    }

    /// Everybody's number, and how far they are apart.
    #[must_use]
    pub fn summary(&self, scene: &Scene<'_>) -> String {
        let given: Vec<String> = self.given.iter().map(|(name, n)| format!("{name} {n}")).collect();
        let mut line = given.join(" · ");
        if self.given.len() > 1 {
            let apart = scene.words.count(Words::RiskApart, usize::from(self.apart()));
            line = format!("{line} · {apart}");
        }
        line
    }
}

/// Every scale that somebody filled in, in the order of the form.
#[must_use]
pub fn scales(scene: &Scene<'_>, sheet: &Sheet, form: Option<&Form>) -> Vec<Scale> {
    let Some(form) = form else { return Vec::new() };
    let answers: BTreeMap<AnswerPlace, Given> = sheet.answers_shown();
    let mut scales = Vec::new();
    for (_, item) in form.items() {
        let Some((_, most)) = item.scale() else { continue };
        let number = |given: &Given| match &given.value {
            AnswerValue::Option(id) if is_answer(&given.value) => id.parse::<u16>().ok(),
            AnswerValue::Option(_)
            | AnswerValue::Options(_)
            | AnswerValue::YesNo(_)
            | AnswerValue::Date(_)
            | AnswerValue::Text(_)
            | AnswerValue::Person(_) => None,
        };
        let name = |subject: Option<PersonId>| match subject {
            Some(subject) => scene.person(subject),
            None => scene.say(Words::RiskRaterWorker),
        };
        let given: Vec<(String, u16)> = answers
            .iter()
            .filter(|(place, _)| place.item == item.id)
            .filter_map(|(place, given)| Some((name(place.subject), number(given)?)))
            .collect();
        if !given.is_empty() {
            let question = item.ask.of(scene.words.lang().code()).to_owned();
            scales.push(Scale { question, most, given });
        }
    }
    scales
}
