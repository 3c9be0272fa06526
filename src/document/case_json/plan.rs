//! Safety plans and family plans as JSON: the version adopted last, or the draft while there is
//! none; beside it what is still missing.
//!
//! Deliberately absent: earlier versions; the history of the case has them.

use super::answer_code;
use super::work::{NameOf, day, decided_by};
use crate::domain::case::{Case, Plan, PlanContent};
use crate::domain::id::{PartId, PlanId};
use crate::domain::rule::plan_missing;
use crate::domain::safety_plan::{
    InterventionUrgency, LifeArea, Phase, PlanKind, PlanPart, PlanSection, RuleKind, Signer,
};
use crate::domain::slot::Held;
use serde_json::{Map, Value, json};

/// All plans.
pub(super) fn plans_json(case: &Case, name: NameOf<'_>) -> Vec<Value> {
    let held = case.plans.iter().filter(|(_, plan)| !plan.is_empty());
    held.map(|(id, plan)| plan_json(case, (*id, plan), name)).collect()
}

fn plan_json(case: &Case, (id, plan): (PlanId, &Plan), name: NameOf<'_>) -> Value {
    let newest = plan.newest();
    let working = plan.now();
    let content = newest.map_or(&working, |(_, version)| &version.content);
    let kind = plan.kind().unwrap_or(PlanKind::Safety);
    let adopted = newest.and_then(|(number, _)| plan.versions.get(&number)).map(Held::heads);
    let adopted = adopted.and_then(|mut heads| heads.next());
    let by = adopted.map(|(event, stamp, _)| decided_by(case, *event, stamp.author, name));
    let mut shown = parts_json(content);
    let mut put = |key: &str, value: Value| {
        shown.insert(key.to_owned(), value);
    };
    put("plan", json!(id.hex()));
    put("kind", json!(kind_code(kind)));
    put("embeds", json!(content.embeds.map(|plan| plan.hex())));
    put("version", json!(newest.map(|(number, _)| number)));
    put("adopted_on", json!(day(newest.map(|(_, version)| version.on))));
    put("adoption_fact", json!(adopted.map(|(event, _, _)| event.hex())));
    put("decided_by", json!(by.unwrap_or_default()));
    put("whole", json!(newest.is_none_or(|(_, version)| version.is_whole())));
    put("draft_differs", json!(!plan.changes().is_empty()));
    put("children", json!(content.children.iter().map(|c| c.hex()).collect::<Vec<_>>()));
    put("start", json!(day(content.start)));
    let review = content.review.as_ref();
    put("review_day", json!(day(review.map(|review| review.day))));
    put("review_by", json!(review.map(|review| review.who.clone())));
    put(
        "made_with",
        json!(content.made_with.as_ref().map(|made| json!({
            "parents": answer_code(made.parents),
            "network": answer_code(made.network),
            "why_not": made.why_not,
        }))),
    );
    put("situation", json!(content.situation));
    put("emergency", json!(content.emergency));
    put("owner", json!(content.owner));
    let words: Map<String, Value> = content
        .words
        .iter()
        .map(|(section, words)| (section_code(*section).to_owned(), json!(words)))
        .collect();
    put("words", Value::Object(words));
    put("signatures", json!(signatures_json(plan, newest.map(|(number, _)| number))));
    let missing: Vec<Value> = plan_missing(&working, kind)
        .into_iter()
        .map(|lack| {
            json!({
                "rule": lack.rule.name(),
                "section": lack.section.map(section_code),
                "part": lack.part.map(|part: PartId| part.hex()),
            })
        })
        .collect();
    put("missing", json!(missing));
    Value::Object(shown)
}

fn parts_json(content: &PlanContent) -> Map<String, Value> {
    let sections = PlanSection::ALL.into_iter().map(|section| {
        let parts = content.of_section(section);
        let parts: Vec<Value> = parts.map(|(id, part)| part_json(id, part)).collect();
        (section_code(section).to_owned(), json!(parts))
    });
    sections.collect()
}

fn part_json(id: PartId, part: &PlanPart) -> Value {
    let mut shown = match part {
        PlanPart::Danger { text, goal, scale_now, scale_wanted, item } => json!({
            "text": text,
            "goal": goal,
            "scale": { "now": scale_now, "wanted": scale_wanted },
            "item": item.as_ref().map(|(sheet, place)| json!({
                "sheet": sheet.hex(),
                "item": place.item.0,
                "subject": place.subject.map(|person| person.hex()),
            })),
        }),
        PlanPart::BottomLine { text, minimum, check, consequence } => json!({
            "text": text, "minimum": minimum, "check": check, "consequence": consequence,
        }),
        PlanPart::Agreement { what, who, when, checked_by } => json!({
            "who": who, "what": what, "when": when, "checked_by": checked_by,
        }),
        PlanPart::Intervention { what, provider, start, end, urgency } => json!({
            "what": what, "provider": provider, "start": day(*start), "end": day(*end),
            "urgency": match urgency {
                InterventionUrgency::Planned => "planned",
                InterventionUrgency::Emergency => "emergency",
            },
        }),
        PlanPart::NetworkMember { name, role, phone, consents } => json!({
            "name": name, "role": role, "phone": phone, "consents": consents.map(answer_code),
        }),
        PlanPart::AlarmStep { sign, caller, called, number } => json!({
            "sign": sign, "caller": caller, "called": called, "number": number,
        }),
        PlanPart::Rule { kind, text } => json!({
            "kind": match kind {
                RuleKind::Contact => "contact",
                RuleKind::Residence => "residence",
            },
            "text": text,
        }),
        PlanPart::ChildVersion { child, text } => {
            json!({ "child": child.map(|child| child.hex()), "text": text })
        }
        PlanPart::Dissent { who, text } => json!({ "who": who, "text": text }),
        PlanPart::Goal { area, phase, now, goal, action, who, when, checked_by } => json!({
            "area": area_code(*area), "phase": phase_code(*phase), "now": now, "goal": goal,
            "action": action, "who": who, "when": when, "checked_by": checked_by,
        }),
    };
    if let Some(fields) = shown.as_object_mut() {
        fields.insert("part".to_owned(), json!(id.hex()));
    }
    shown
}

/// Signatures under the version shown.
fn signatures_json(plan: &Plan, number: Option<u16>) -> Vec<Value> {
    let under = plan.signatures.iter().filter(|((of, _), _)| Some(*of) == number);
    let signed = under.filter_map(|((_, signer), held)| Some((*signer, held.shown()?)));
    signed
        .map(|(signer, signing)| {
            let (person, network) = match signer {
                Signer::Person(person) => (Some(person.hex()), None),
                Signer::Network(part) => (None, Some(part.hex())),
            };
            json!({
                "person": person,
                "network": network,
                "signed_on": day(signing.signed_on),
                "refused": signing.refused,
                "copy_given_on": day(signing.copy_given_on),
            })
        })
        .collect()
}

const fn kind_code(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::Safety => "safety",
        PlanKind::Family => "family",
    }
}

const fn section_code(section: PlanSection) -> &'static str {
    match section {
        PlanSection::Dangers => "dangers",
        PlanSection::BottomLines => "bottom_lines",
        PlanSection::Agreements => "agreements",
        PlanSection::Interventions => "interventions",
        PlanSection::Network => "network",
        PlanSection::Alarm => "alarm",
        PlanSection::Rules => "rules",
        PlanSection::ChildVersions => "child_versions",
        PlanSection::Dissents => "dissents",
        PlanSection::Goals => "goals",
    }
}

const fn area_code(area: LifeArea) -> &'static str {
    match area {
        LifeArea::Home => "home",
        LifeArea::Parenting => "parenting",
        LifeArea::Health => "health",
        LifeArea::School => "school",
        LifeArea::Money => "money",
        LifeArea::Network => "network",
        LifeArea::Leisure => "leisure",
        LifeArea::Safety => "safety",
    }
}

const fn phase_code(phase: Phase) -> &'static str {
    match phase {
        Phase::Safety => "safety",
        Phase::Causes => "causes",
        Phase::Recovery => "recovery",
    }
}
