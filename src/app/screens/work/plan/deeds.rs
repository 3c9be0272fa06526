//! What a key does to a plan, as facts: each names the heads it was made against.
//!
//! Deliberately absent: screens, and whether a rule blocks (the worker asks them all).

use crate::domain::case::{Case, Plan};
use crate::domain::event::Draft;
use crate::domain::fact::Fact;
use crate::domain::id::{PartId, PersonId, PlanId, SheetId};
use crate::domain::safety_plan::{PlanAspects, PlanKind, PlanPart, PlanSection};
use crate::domain::sheet::AnswerPlace;
use crate::domain::time::Day;

/// The same fact, naming what stands in its slots.
fn over(case: &Case, fact: Fact) -> Draft {
    let heads = case.heads_for(&fact);
    Draft::replacing(case.id, fact, heads)
}

fn part_fact(plan: PlanId, part: PartId, content: Option<PlanPart>) -> Fact {
    Fact::PlanPartWritten { plan, part, content: content.map(Box::new) }
}

/// Begins a plan, for all children of the case. A family plan embeds the safety plan there is.
#[must_use]
pub fn begin(case: &Case, plan: PlanId, kind: PlanKind) -> Vec<Draft> {
    let plans = super::in_order(case);
    let safety = plans.iter().find(|(_, plan)| plan.kind() == Some(PlanKind::Safety));
    let embeds = match kind {
        PlanKind::Safety => None,
        PlanKind::Family => safety.map(|(id, _)| *id),
    };
    let mut drafts = vec![Draft::new(case.id, Fact::PlanOpened { plan, kind, embeds })];
    let children = case.child_ids();
    if !children.is_empty() {
        let aspects = PlanAspects { children: Some(children), ..PlanAspects::default() };
        let described = Fact::PlanDescribed { plan, aspects: Box::new(aspects) };
        drafts.push(Draft::new(case.id, described));
    }
    drafts
}

/// Takes the safety plan that was begun later into the family plan.
#[must_use]
pub fn embed(case: &Case, plan: PlanId, safety: PlanId) -> Draft {
    let fact = Fact::PlanOpened { plan, kind: PlanKind::Family, embeds: Some(safety) };
    over(case, fact)
}

/// Takes a child into the plan, or out of it.
#[must_use]
pub fn turn_child(case: &Case, plan: PlanId, child: PersonId) -> Option<Draft> {
    let mut children = case.plans.get(&plan)?.now().children;
    if !children.remove(&child) {
        children.insert(child);
    }
    let aspects = PlanAspects { children: Some(children), ..PlanAspects::default() };
    Some(over(case, Fact::PlanDescribed { plan, aspects: Box::new(aspects) }))
}

/// Adopts what stands now as the next version, naming every event of it.
#[must_use]
pub fn adopt(case: &Case, plan: PlanId, on: Day) -> Option<Draft> {
    let held = case.plans.get(&plan)?;
    let (number, events) = (held.next_number(), held.standing_events());
    Some(over(case, Fact::PlanAdopted { plan, number, on, events }))
}

/// Takes a part out of the plan.
#[must_use]
pub fn remove(case: &Case, plan: PlanId, part: PartId) -> Draft {
    over(case, part_fact(plan, part, None))
}

/// The same part once more, right behind it.
#[must_use]
pub fn duplicate(case: &Case, plan: PlanId, part: PartId, new: PartId) -> Option<Vec<Draft>> {
    let held = case.plans.get(&plan)?;
    let content = held.now().part(part)?.clone();
    let section = content.section();
    let mut order = order_of(held, section);
    let place = order.iter().position(|known| *known == part)?;
    order.insert(place + 1, new);
    let written = Draft::new(case.id, part_fact(plan, new, Some(content)));
    Some(vec![written, over(case, Fact::PlanOrdered { plan, section, order })])
}

/// Moves a part one place up or down in its section; `None` at the edge.
#[must_use]
pub fn shift(case: &Case, plan: PlanId, part: PartId, steps: isize) -> Option<Draft> {
    let held = case.plans.get(&plan)?;
    let section = held.now().part(part)?.section();
    let mut order = order_of(held, section);
    let from = order.iter().position(|known| *known == part)?;
    let to = from.checked_add_signed(steps).filter(|to| *to < order.len())?;
    order.swap(from, to);
    Some(over(case, Fact::PlanOrdered { plan, section, order }))
}

/// Tells from which answer a danger came; nothing takes that away.
#[must_use]
pub fn link(
    case: &Case,
    (plan, part): (PlanId, PartId),
    to: Option<(SheetId, AnswerPlace)>,
) -> Option<Draft> {
    let held = case.plans.get(&plan)?;
    // Of a part that colleagues disagree about, one reading must not be chosen by the way.
    held.parts.get(&part)?.settled()?;
    let mut content = held.now().part(part)?.clone();
    let PlanPart::Danger { item, .. } = &mut content else { return None };
    *item = to;
    Some(over(case, part_fact(plan, part, Some(content))))
}

/// Every part of a section, in the order in which it is shown.
fn order_of(plan: &Plan, section: PlanSection) -> Vec<PartId> {
    plan.now().of_section(section).map(|(id, _)| id).collect()
}
