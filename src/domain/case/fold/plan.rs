//! The facts of plans on their way into the case, and the adopted versions.
//!
//! A version is folded from the events its adoption names and from nothing else: what replaced
//! them or took them back later does not reach it. Deliberately absent: who may adopt.

use super::super::Case;
use super::super::plan::{Plan, PlanOpening, PlanVersion};
use super::{Entry, hold};
use crate::domain::event::Event;
use crate::domain::fact::{Fact, Slot};
use crate::domain::id::{EventId, PlanId};
use crate::domain::ledger::Heads;
use crate::domain::safety_plan::{PlanAspect, PlanAspects};
use crate::domain::slot::Stamp;
use crate::domain::time::{Day, Moment};
use std::collections::{BTreeMap, BTreeSet};

impl Case {
    pub(super) fn take_plan(&mut self, entry: &Entry<'_>, fact: &Fact) {
        let Some(id) = plan_of(fact) else { return };
        if !entry.stands_at_all(fact) {
            return;
        }
        let plan = self.plans.entry(id).or_default();
        if let Fact::PlanAdopted { number, on, events, .. } = fact {
            let version = adopted(entry, id, *on, events);
            let slot = Slot::PlanVersion(id, *number);
            entry.put(slot, plan.versions.entry(*number).or_default(), &version);
        } else if let Fact::PlanSigned { number, signer, signing, .. } = fact {
            let slot = Slot::PlanSignature(id, *number, *signer);
            hold(entry, slot, &mut plan.signatures, &(*number, *signer), signing);
        } else {
            take_content(entry, plan, fact);
        }
    }
}

/// The plan a fact is about.
fn plan_of(fact: &Fact) -> Option<PlanId> {
    if let Fact::PlanAdopted { plan, .. } | Fact::PlanSigned { plan, .. } = fact {
        return Some(*plan);
    }
    content_of(fact)
}

/// The plan of whose content a fact tells.
fn content_of(fact: &Fact) -> Option<PlanId> {
    if let Fact::PlanOpened { plan, .. }
    | Fact::PlanDescribed { plan, .. }
    | Fact::PlanWords { plan, .. }
    | Fact::PlanPartWritten { plan, .. }
    | Fact::PlanOrdered { plan, .. } = fact
    {
        return Some(*plan);
    }
    None
}

fn take_content(entry: &Entry<'_>, plan: &mut Plan, fact: &Fact) {
    if let Fact::PlanOpened { plan: id, kind, embeds } = fact {
        let opening = PlanOpening { kind: *kind, embeds: *embeds };
        entry.put(Slot::Plan(*id), &mut plan.opened, &opening);
    } else if let Fact::PlanDescribed { plan: id, aspects } = fact {
        describe(entry, *id, plan, aspects);
    } else if let Fact::PlanWords { plan: id, section, words } = fact {
        hold(entry, Slot::PlanWords(*id, *section), &mut plan.words, section, words);
    } else if let Fact::PlanPartWritten { plan: id, part, content } = fact {
        let slot = Slot::PlanPart(*id, *part);
        let content = content.as_deref().cloned();
        hold(entry, slot, &mut plan.parts, part, &content);
        let begun = first_written(entry, slot);
        let known = plan.begun.entry(*part).or_insert(begun);
        *known = begun.min(*known);
    } else if let Fact::PlanOrdered { plan: id, section, order } = fact {
        hold(entry, Slot::PlanOrder(*id, *section), &mut plan.order, section, order);
    }
}

/// When a part was first written, by the chain of corrections behind this event. What is behind an
/// event never changes, so a version keeps its order.
fn first_written(entry: &Entry<'_>, slot: Slot) -> Moment {
    let mut first = entry.stamp.at;
    let mut seen = BTreeSet::from([entry.id]);
    let mut follow = vec![entry.id];
    while let Some(event) = follow.pop().and_then(|id| entry.set.get(&id)) {
        first = first.min(event.header.at);
        let writes = |id: &&EventId| {
            let fact = entry.set.get(id).and_then(|e| e.body.as_ref()).map(|body| &body.fact);
            fact.is_some_and(|fact| fact.slots().contains(&slot))
        };
        follow.extend(event.header.replaces.iter().filter(writes).filter(|id| seen.insert(**id)));
    }
    first
}

fn adopted(entry: &Entry<'_>, id: PlanId, on: Day, named: &[EventId]) -> PlanVersion {
    let named: BTreeSet<EventId> = named.iter().copied().collect();
    let ours =
        |event: &&Event| event.body.as_ref().is_some_and(|body| content_of(&body.fact) == Some(id));
    let events: BTreeMap<EventId, &Event> = named
        .iter()
        .filter_map(|named| entry.set.get(named).copied())
        .filter(ours)
        .map(|event| (event.id, event))
        .collect();
    let heads = Heads::of(&events);
    let mut plan = Plan::default();
    for event in events.values() {
        let Some(body) = &event.body else { continue };
        let header = &event.header;
        let stamp = Stamp { author: header.author, origin: header.place.origin, at: header.at };
        let entry = Entry { set: entry.set, heads: &heads, id: event.id, stamp };
        if entry.stands_at_all(&body.fact) {
            take_content(&entry, &mut plan, &body.fact);
        }
    }
    PlanVersion { on, content: plan.now(), missing: named.len() - events.len() }
}

fn describe(entry: &Entry<'_>, id: PlanId, held: &mut Plan, said: &PlanAspects) {
    let slot = |aspect| Slot::PlanAspect(id, aspect);
    if let Some(value) = &said.children {
        entry.put(slot(PlanAspect::Children), &mut held.children, value);
    }
    if let Some(value) = &said.start {
        entry.put(slot(PlanAspect::Start), &mut held.start, value);
    }
    if let Some(value) = &said.review {
        entry.put(slot(PlanAspect::Review), &mut held.review, value);
    }
    if let Some(value) = &said.made_with {
        entry.put(slot(PlanAspect::MadeWith), &mut held.made_with, value);
    }
    if let Some(value) = &said.situation {
        entry.put(slot(PlanAspect::Situation), &mut held.situation, value);
    }
    if let Some(value) = &said.emergency {
        entry.put(slot(PlanAspect::Emergency), &mut held.emergency, value);
    }
    if let Some(value) = &said.owner {
        entry.put(slot(PlanAspect::Owner), &mut held.owner, value);
    }
}
