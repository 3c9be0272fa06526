//! The steps that are asked once: urgency, looking back, the family, expertise, nature, reporter.

use super::{Line, about, row, sign_of, step};
use crate::app::page::Tone;
use crate::app::screens::work::content::{Action, Row, Scene, Sign};
use crate::domain::duty::{DutyKind, duties};
use crate::domain::fact::Acute;
use crate::domain::person::Answer;
use crate::domain::queue::Urgency;
use crate::domain::slot::Held;
use crate::domain::suggestion::triage_suggestions;
use crate::domain::triage::{
    Check, Expertise, FamilyAnswer, FamilyContact, ReporterTold, UrgencyJudged,
};
use crate::text::codes::{self, CodeList};
use crate::text::{Key as Words, dates, rule};

/// Acute unsafety, when it was ever declared.
pub(super) fn acute(scene: &Scene<'_>) -> Vec<Row> {
    let held = &scene.case.acute;
    if held.is_empty() {
        return Vec::new();
    }
    let sign = if scene.case.is_acute() { Sign::Danger } else { sign_of(held) };
    let made = row(scene, Line::Acute, sign, Words::StepAcute);
    vec![about(scene, (made, held), acute_words, Words::HelpAcute).does(Action::Acute)]
}

fn acute_words(scene: &Scene<'_>, acute: &Acute) -> String {
    match acute {
        Acute::Declared(action) => {
            let when = dates::short_moment(action.when, scene.words);
            let values = [("what", &*action.what), ("who", &*action.who), ("when", &*when)];
            scene.say_with(Words::AcuteAction, &values)
        }
        Acute::Lifted(reason) => scene.say_with(Words::CaseAcuteOver, &[("reason", reason)]),
    }
}

/// How soon something must happen.
pub(super) fn urgency(scene: &Scene<'_>) -> Row {
    let held = &scene.case.triage.urgency;
    let made = row(scene, Line::Urgency, sign_of(held), Words::StepUrgency);
    about(scene, (made, held), urgency_words, Words::HelpUrgency).does(step("urgency"))
}

fn urgency_words(scene: &Scene<'_>, judged: &UrgencyJudged) -> String {
    let urgency = scene.say(match judged.urgency {
        Urgency::Acute => Words::WithinNow,
        Urgency::Day => Words::WithinDay,
        Urgency::FiveDays => Words::WithinFiveDays,
    });
    with_words(urgency, &judged.why)
}

/// A word, and what was said with it.
fn with_words(first: String, more: &str) -> String {
    if more.trim().is_empty() { first } else { format!("{first}: {more}") }
}

/// Earlier involvement. "No information" says that nobody looked yet.
pub(super) fn earlier(scene: &Scene<'_>) -> Row {
    let held = &scene.case.triage.earlier;
    let made = row(scene, Line::Earlier, check_sign(held), Words::StepEarlier);
    about(scene, (made, held), check_words, Words::HelpEarlier).does(step("earlier"))
}

/// The referral index.
pub(super) fn index(scene: &Scene<'_>) -> Row {
    let held = &scene.case.triage.index;
    let made = row(scene, Line::Index, check_sign(held), Words::StepIndex);
    about(scene, (made, held), check_words, Words::HelpIndex).does(step("index"))
}

fn check_sign(held: &Held<Check>) -> Sign {
    let unknown = held.settled().is_some_and(|check| check.found == Answer::Unknown);
    if unknown { Sign::Open } else { sign_of(held) }
}

fn check_words(scene: &Scene<'_>, check: &Check) -> String {
    let found = scene.say(match check.found {
        Answer::Yes => Words::CheckFound,
        Answer::No => Words::CheckNothing,
        Answer::Unknown => Words::CheckUnknown,
    });
    with_words(found, &check.words)
}

/// Contact with the family.
pub(super) fn family(scene: &Scene<'_>) -> Row {
    let held = &scene.case.triage.family;
    let sign = match held.settled() {
        Some(family) if family.on.is_none() && family.why_not.trim().is_empty() => Sign::Open,
        Some(family) if family.on.is_none() => Sign::Warning,
        Some(_) | None => sign_of(held),
    };
    let made = row(scene, Line::Family, sign, Words::StepFamily);
    about(scene, (made, held), family_words, Words::HelpFamily).does(step("family"))
}

fn family_words(scene: &Scene<'_>, family: &FamilyContact) -> String {
    let Some(on) = family.on else {
        return scene.say_with(Words::FamilyNotSpoken, &[("why", &family.why_not)]);
    };
    let day = scene.day(on);
    let spoken = scene.say_with(Words::FamilySpoken, &[("day", &day), ("with", &family.with)]);
    let outcome = family.outcome.map(|outcome| {
        scene.say(match outcome {
            FamilyAnswer::Accepts => Words::FamilyAccepts,
            FamilyAnswer::Denies => Words::FamilyDenies,
            FamilyAnswer::Minimises => Words::FamilyMinimises,
            FamilyAnswer::Refuses => Words::FamilyRefuses,
            FamilyAnswer::Unclear => Words::FamilyUnclear,
        })
    });
    outcome.map_or(spoken.clone(), |outcome| format!("{spoken} · {outcome}"))
}

/// Who looks along.
pub(super) fn expertise(scene: &Scene<'_>) -> Row {
    let held = &scene.case.triage.expertise;
    let made = row(scene, Line::Expertise, sign_of(held), Words::StepExpertise);
    let shown = |scene: &Scene<'_>, asked: &std::collections::BTreeSet<Expertise>| {
        let names: Vec<String> = asked.iter().map(|one| scene.say(expertise_words(*one))).collect();
        if names.is_empty() { scene.say(Words::ExpertiseNone) } else { names.join(", ") }
    };
    about(scene, (made, held), shown, Words::HelpExpertise).does(step("expertise"))
}

const fn expertise_words(expertise: Expertise) -> Words {
    match expertise {
        Expertise::Physician => Words::ExpertisePhysician,
        Expertise::BehaviouralExpert => Words::ExpertiseBehavioural,
        Expertise::Legal => Words::ExpertiseLegal,
        Expertise::Interpreter => Words::ExpertiseInterpreter,
        Expertise::Police => Words::ExpertisePolice,
        Expertise::Other => Words::ExpertiseOther,
    }
}

/// The nature of it, in the codes of the statistics.
pub(super) fn natures(scene: &Scene<'_>) -> Row {
    let held = &scene.case.triage.natures;
    let made = row(scene, Line::Natures, sign_of(held), Words::StepNature);
    let shown = |scene: &Scene<'_>, natures: &std::collections::BTreeSet<_>| {
        let label = |nature: &crate::domain::code::Nature| {
            let found = codes::label(scene.words.lang(), CodeList::Nature, nature.0);
            found.map_or_else(|| nature.0.to_string(), ToOwned::to_owned)
        };
        natures.iter().map(label).collect::<Vec<_>>().join(", ")
    };
    about(scene, (made, held), shown, Words::HelpNature).does(step("nature"))
}

/// What it all comes to.
pub(super) fn analysis(scene: &Scene<'_>) -> Row {
    let held = &scene.case.triage.analysis;
    let made = row(scene, Line::Analysis, sign_of(held), Words::StepAnalysis);
    about(scene, (made, held), |_, words| words.clone(), Words::HelpAnalysis).does(step("nature"))
}

/// What the protocol suggests, each with its source. They tick nothing and decide nothing.
pub(super) fn suggestions(scene: &Scene<'_>) -> Vec<Row> {
    let suggested = triage_suggestions(scene.case).into_iter();
    suggested
        .map(|suggestion| {
            let line = Line::Suggested(suggestion);
            let source =
                scene.say_with(Words::SuggestSource, &[("source", suggestion.source().cited())]);
            row(scene, line, Sign::Warning, Words::StepSuggested)
                .summed(scene.say(rule::suggestion(suggestion)))
                .more(Tone::Soft, source)
                .under(Tone::Soft, scene.say(Words::HelpSuggested))
        })
        .collect()
}

/// Whether the reporter heard what is done.
pub(super) fn reporter(scene: &Scene<'_>) -> Row {
    let held = &scene.case.triage.reporter_told;
    let policy = (&scene.opened.policy, &scene.opened.calendar);
    let duty = duties(scene.case, policy, scene.now)
        .into_iter()
        .find(|duty| duty.kind == DutyKind::ReporterFeedback);
    let late = duty.is_some_and(|duty| duty.is_overdue(scene.now.day()));
    let sign = if late { Sign::Danger } else { sign_of(held) };
    let made = row(scene, Line::Reporter, sign, Words::StepReporter);
    let made = about(scene, (made, held), reporter_words, Words::HelpReporter);
    let due = duty.filter(|duty| duty.met_on.is_none()).map(|duty| scene.day(duty.due_day));
    let made = match due {
        Some(day) if held.is_empty() => {
            made.summed(scene.say_with(Words::StepOpenUntil, &[("day", &day)]))
        }
        Some(_) | None => made,
    };
    made.does(step("reporter"))
}

fn reporter_words(scene: &Scene<'_>, told: &ReporterTold) -> String {
    match told.on {
        Some(on) => {
            let day = scene.day(on);
            with_words(scene.say_with(Words::ToldOn, &[("day", &day)]), &told.how)
        }
        None => scene.say_with(Words::NotToldBecause, &[("why", &told.why_not)]),
    }
}
