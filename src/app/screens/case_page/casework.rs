//! The work on a case to read: the plan and the risk beside the queue, and on the page of a case
//! triage, assessments, plans and duties.
//!
//! Made of the rows of the work page, so that both say the same. Deliberately absent: anything to
//! begin or to change.

use crate::app::page::{Tone, Writer};
use crate::app::screens::work::content::{Content, Row, RowKey, Scene, Sign};
use crate::app::screens::work::{duties, plan, risk, triage};
use crate::domain::case::State;
use crate::domain::rule::plan_missing;
use crate::domain::safety_plan::{PlanKind, PlanSection};
use crate::text::{Key as Words, rule};

/// The plan that holds, or is being made: bottom lines and agreements with who, when and how it is
/// checked; when it is looked at again; what it lacks.
pub fn plan_beside(writer: &mut Writer<'_>, scene: &Scene<'_>) {
    let plans = plan::in_order(scene.case);
    if plans.is_empty() {
        writer.say(Tone::Soft, Words::PlanNone);
        if scene.case.state() == State::Advice {
            return;
        }
        let begin = scene.words.get(Words::PlanBeginSafety);
        let hint = scene.words.get(Words::PlanBeginSafetyHint);
        writer.push(Tone::Soft, &format!("{begin} (p). {hint}"), 0);
        return;
    }
    for (id, held) in plans {
        let kind = held.kind().unwrap_or(PlanKind::Safety);
        let line = plan::Line::Embedded(id);
        for (tone, words) in plan::content(scene, Some(&line)).head {
            writer.push(tone, &words, 2);
        }
        let working = held.now();
        let holds = held.newest().map_or(&working, |(_, version)| &version.content);
        for section in [PlanSection::BottomLines, PlanSection::Agreements, PlanSection::Goals] {
            for (place, (_, part)) in holds.of_section(section).enumerate() {
                let told = plan::shown::told(scene, part, place + 1);
                writer.push(Tone::Body, &format!("{}: {}", told.label, told.summary), 2);
                let more = told.fields.iter().filter(|(_, value)| !told.summary.contains(value));
                let more =
                    more.map(|(field, value)| plan::shown::field_line(scene.words, *field, value));
                let more = more.collect::<Vec<_>>().join(" · ");
                writer.push(Tone::Soft, &format!("  {more}"), 2);
            }
        }
        if let Some(review) = &holds.review {
            let past = review.day < scene.now.day();
            let said = plan::review_words(scene.words, review, scene.now.day());
            let line = format!("{}: {said}", scene.words.get(Words::PlanLabelReview));
            writer.push(if past { Tone::Danger } else { Tone::Body }, &line, 2);
        }
        for lack in plan_missing(&working, kind) {
            let words = scene.words.get(rule::refusal(lack.rule));
            writer.push(Tone::Warning, &format!("! {words}"), 2);
        }
    }
}

/// Safety and risk as concluded last, what is not known, danger items, why to look anew.
pub fn risk_beside(writer: &mut Writer<'_>, scene: &Scene<'_>) {
    for reason in risk::told::reasons(scene) {
        let words = risk::told::reason_words(scene, reason);
        writer.push(Tone::Warning, &format!("! {words}"), 2);
    }
    let latest = scene.case.latest_assessment();
    let Some((_, sheet)) = latest else { return };
    let (tone, standing) = risk::told::standing(scene);
    writer.push(tone, &standing, 2);
    let form = risk::told::form_of(scene, sheet);
    let unknown = risk::told::no_information(scene, sheet, form);
    writer.text(Tone::Body, &unknown);
    for told in sheet.conclusion.values() {
        writer.text(Tone::Body, &risk::told::valid(scene, told));
    }
    let dangers = form.map(|form| risk::told::dangers(scene, sheet, form)).unwrap_or_default();
    for danger in dangers {
        writer.push(Tone::Danger, &format!("! {danger}"), 2);
    }
    for scale in risk::told::scales(scene, sheet, form) {
        writer.push(Tone::Soft, &scale.question, 2);
        for bar in scale.bars() {
            writer.push(Tone::Body, &bar, 2);
        }
    }
}

/// Triage, assessments, plans and duties on the page of a case. Gives the lines at which these
/// parts begin.
pub fn casework(writer: &mut Writer<'_>, scene: &Scene<'_>) -> Vec<usize> {
    let mut plans = Content::default();
    for (id, _) in plan::in_order(scene.case) {
        let line = plan::Line::Embedded(id);
        let content = plan::content(scene, Some(&line));
        plans.rows.extend(content.head.into_iter().map(|(_, words)| {
            let key = RowKey::Plan(line.clone());
            Row::new(key, Sign::Plain, words)
        }));
        plans.rows.extend(content.rows);
    }
    let parts = [
        (Words::TabTriage, triage::content(scene)),
        (Words::TabRisk, risk::content(scene)),
        (Words::TabPlan, plans),
        (Words::TabDuties, duties::content(scene)),
    ];
    let mut begins = Vec::new();
    for (heading, content) in parts {
        let rows: Vec<&Row> = content.rows.iter().filter(|row| is_told(&row.key)).collect();
        if rows.is_empty() && content.head.is_empty() {
            continue;
        }
        begins.push(writer.line_count() + 1);
        writer.heading(scene.words.get(heading));
        for (tone, words) in &content.head {
            writer.push(*tone, words, 2);
        }
        for row in rows {
            told(writer, row);
        }
    }
    begins
}

/// Whether a row tells something, rather than offering something to do.
fn is_told(key: &RowKey) -> bool {
    match key {
        RowKey::Plan(line) => match line {
            plan::Line::Begin(_)
            | plan::Line::Other(..)
            | plan::Line::Child(..)
            | plan::Line::New(..)
            | plan::Line::Adopt(_)
            | plan::Line::Changes(_) => false,
            plan::Line::Lack(..)
            | plan::Line::Aspect(..)
            | plan::Line::Embedded(_)
            | plan::Line::Words(..)
            | plan::Line::Part(..)
            | plan::Line::Version(..)
            | plan::Line::Signature(..) => true,
        },
        RowKey::Risk(line) => *line != risk::Line::New,
        RowKey::Triage(_) | RowKey::Duties(_) => true,
    }
}

fn told(writer: &mut Writer<'_>, row: &Row) {
    let tone = match row.sign {
        Sign::Danger => Tone::Danger,
        Sign::Warning | Sign::Dispute => Tone::Warning,
        Sign::Done | Sign::Open | Sign::Plain => Tone::Body,
    };
    let margin = if row.indent { "  " } else { "" };
    let line = match row.summary.trim() {
        "" => format!("{margin}{}", row.label),
        summary => format!("{margin}{}: {summary}", row.label),
    };
    writer.push(tone, &line, margin.len() + 2);
    let fields = row.detail.iter().filter(|(tone, line)| *tone == Tone::Body && !line.is_empty());
    if row.indent {
        for (tone, line) in fields {
            writer.push(*tone, &format!("    {line}"), 6);
        }
    }
}
