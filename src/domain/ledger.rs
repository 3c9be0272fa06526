//! The set of events, and which of them stand.
//!
//! Merging is set union: it commutes, associates, and adding twice adds nothing. What is missing
//! is named ([`EventSet::gaps`], [`EventSet::missing_named`]); what cannot be true together is
//! named too ([`EventSet::forks`], [`EventSet::chain_breaks`]), and blocks nothing. Deliberately
//! absent: any order by time. The clock of a station orders nothing.

use super::anomaly::Anomaly;
use super::event::{Event, Place};
use super::fact::{Fact, Slot};
use super::id::{EventId, Incarnation, OriginId};
use std::collections::{BTreeMap, BTreeSet};

/// A set of events. One id is one event, whose payload may be open in one copy and sealed in
/// another: the open one is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventSet {
    events: BTreeMap<EventId, Event>,
    places: BTreeMap<Place, BTreeSet<EventId>>,
}

/// Sequence numbers of one incarnation that must exist, because a later one does, and are not
/// here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// The station.
    pub origin: OriginId,
    /// Which life of it.
    pub incarnation: Incarnation,
    /// The first missing number.
    pub first: u64,
    /// The last missing number.
    pub last: u64,
}

/// Two or more events in one place: a copied data directory, or a forgery.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fork {
    /// The place.
    pub place: Place,
    /// The events that claim it, sorted.
    pub events: Vec<EventId>,
}

/// An event that does not name the event before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChainBreak {
    /// Where the event stands.
    pub place: Place,
    /// The event.
    pub event: EventId,
    /// What it names as its predecessor.
    pub named: EventId,
}

impl EventSet {
    /// An empty set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an event; `true` when it was not here yet.
    pub fn insert(&mut self, event: Event) -> bool {
        self.places.entry(event.header.place).or_default().insert(event.id);
        match self.events.get_mut(&event.id) {
            None => {
                self.events.insert(event.id, event);
                true
            }
            Some(known) => {
                if known.body.is_none() {
                    known.body = event.body;
                }
                false
            }
        }
    }

    /// Adds all events of another set.
    pub fn union(&mut self, other: Self) {
        for event in other.events.into_values() {
            self.insert(event);
        }
    }

    /// Whether this event is here.
    #[must_use]
    pub fn contains(&self, id: &EventId) -> bool {
        self.events.contains_key(id)
    }

    /// The event with this id.
    #[must_use]
    pub fn get(&self, id: &EventId) -> Option<&Event> {
        self.events.get(id)
    }

    /// The events that claim a place: one, none, or a fork.
    pub fn at(&self, place: &Place) -> impl Iterator<Item = &Event> {
        self.places.get(place).into_iter().flatten().filter_map(|id| self.events.get(id))
    }

    /// How many events.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// All events, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Event> {
        self.events.values()
    }

    /// All ids, sorted: what the state hash is taken over.
    pub fn ids(&self) -> impl Iterator<Item = &EventId> {
        self.events.keys()
    }

    /// The highest sequence number known of each incarnation.
    #[must_use]
    pub fn last_sequences(&self) -> BTreeMap<(OriginId, Incarnation), u64> {
        self.places.keys().map(|p| ((p.origin, p.incarnation), p.sequence)).collect()
    }

    /// Ranges of missing sequence numbers below the highest known one, per incarnation.
    #[must_use]
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let mut next: BTreeMap<(OriginId, Incarnation), u64> = BTreeMap::new();
        for place in self.places.keys() {
            let expected = next.entry((place.origin, place.incarnation)).or_insert(1);
            if place.sequence > *expected {
                gaps.push(Gap {
                    origin: place.origin,
                    incarnation: place.incarnation,
                    first: *expected,
                    last: place.sequence - 1,
                });
            }
            *expected = place.sequence.saturating_add(1);
        }
        gaps
    }

    /// Places claimed by more than one event.
    #[must_use]
    pub fn forks(&self) -> Vec<Fork> {
        let claimed = self.places.iter().filter(|(_, ids)| ids.len() > 1);
        claimed
            .map(|(place, ids)| Fork { place: *place, events: ids.iter().copied().collect() })
            .collect()
    }

    /// Events that do not name the event that stands before them. Where that one is missing there
    /// is a gap, not a break: nothing can be said.
    #[must_use]
    pub fn chain_breaks(&self) -> Vec<ChainBreak> {
        let broken = self.events.values().filter(|event| !self.follows(event));
        broken
            .map(|event| ChainBreak {
                place: event.header.place,
                event: event.id,
                named: event.header.previous,
            })
            .collect()
    }

    fn follows(&self, event: &Event) -> bool {
        let place = event.header.place;
        let named = event.header.previous;
        match place.sequence {
            0 => false,
            1 => named == EventId::NONE,
            after => {
                let before = Place { sequence: after - 1, ..place };
                named != EventId::NONE
                    && self.places.get(&before).is_none_or(|ids| ids.contains(&named))
            }
        }
    }

    /// Ids that events here name (as predecessor, as replaced, as taken back) and that are not
    /// here.
    #[must_use]
    pub fn missing_named(&self) -> BTreeSet<EventId> {
        let mut named = BTreeSet::new();
        for event in self.events.values() {
            named.insert(event.header.previous);
            named.extend(event.header.replaces.iter().copied());
            if let Some(Fact::Retracted { event }) = event.body.as_ref().map(|body| &body.fact) {
                named.insert(*event);
            }
        }
        named.remove(&EventId::NONE);
        named.retain(|id| !self.events.contains_key(id));
        named
    }
}

impl FromIterator<Event> for EventSet {
    fn from_iter<I: IntoIterator<Item = Event>>(events: I) -> Self {
        let mut set = Self::new();
        for event in events {
            set.insert(event);
        }
        set
    }
}

/// Which events stand in which slot, among the events of one case.
///
/// Within a slot an event displaces the events it names in `replaces` and whatever those had
/// displaced, also when the one in between was taken back since: its author had seen that it was
/// gone. Only events known to write the slot are followed, so what cannot be read never hides a
/// value; it can only leave a dispute to be settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    by_slot: BTreeMap<Slot, BTreeSet<EventId>>,
    retracted: BTreeSet<EventId>,
    anomalies: BTreeSet<Anomaly>,
}

impl Heads {
    /// Works out the heads. The result depends on the events alone, not on their order.
    #[must_use]
    pub fn of(events: &BTreeMap<EventId, &Event>) -> Self {
        let mut heads = Self::default();
        heads.retract(events);
        let written: BTreeMap<EventId, Vec<Slot>> =
            events.iter().filter_map(|(id, event)| Some((*id, slots_of(event)?))).collect();
        let mut writers: BTreeMap<Slot, BTreeSet<EventId>> = BTreeMap::new();
        for (id, slots) in &written {
            for slot in slots {
                writers.entry(*slot).or_default().insert(*id);
            }
        }
        for event in events.values().filter(|event| !heads.retracted.contains(&event.id)) {
            if replaces_unrelated(event, &written, &writers) {
                heads.anomalies.insert(Anomaly::ReplacesUnrelated(event.id));
            }
        }
        for (slot, writers) in writers {
            let standing = heads.standing(&writers, events);
            if !standing.is_empty() {
                heads.by_slot.insert(slot, standing);
            }
        }
        heads
    }

    /// The events that stand in a slot, sorted.
    pub fn of_slot(&self, slot: &Slot) -> impl Iterator<Item = &EventId> {
        self.by_slot.get(slot).into_iter().flatten()
    }

    /// Whether this event stands in this slot.
    #[must_use]
    pub fn stands(&self, slot: &Slot, event: &EventId) -> bool {
        self.by_slot.get(slot).is_some_and(|ids| ids.contains(event))
    }

    /// Slots in which more than one event stands.
    pub fn disputes(&self) -> impl Iterator<Item = &Slot> {
        self.by_slot.iter().filter(|(_, ids)| ids.len() > 1).map(|(slot, _)| slot)
    }

    /// Whether this event was taken back.
    #[must_use]
    pub fn is_retracted(&self, event: &EventId) -> bool {
        self.retracted.contains(event)
    }

    /// What did not fit together.
    #[must_use]
    pub const fn anomalies(&self) -> &BTreeSet<Anomaly> {
        &self.anomalies
    }

    fn retract(&mut self, events: &BTreeMap<EventId, &Event>) {
        for (id, event) in events {
            let Some(Fact::Retracted { event: target }) = fact_of(event) else { continue };
            match events.get(target).map(|target| fact_of(target)) {
                None => {
                    self.anomalies.insert(Anomaly::RetractsUnknown(*id));
                }
                Some(Some(Fact::Retracted { .. })) => {
                    self.anomalies.insert(Anomaly::RetractsRetraction(*id));
                }
                Some(_) => {
                    self.retracted.insert(*target);
                }
            }
        }
    }

    fn standing(
        &self,
        writers: &BTreeSet<EventId>,
        events: &BTreeMap<EventId, &Event>,
    ) -> BTreeSet<EventId> {
        let mut displaced: BTreeSet<EventId> = BTreeSet::new();
        for writer in writers.iter().filter(|id| !self.retracted.contains(id)) {
            let mut follow = vec![*writer];
            while let Some(next) = follow.pop() {
                let named = events.get(&next).map_or(&[][..], |e| e.header.replaces.as_slice());
                for id in named.iter().filter(|id| *id != writer && writers.contains(id)) {
                    if displaced.insert(*id) {
                        follow.push(*id);
                    }
                }
            }
        }
        let stands = |id: &&EventId| !self.retracted.contains(id) && !displaced.contains(id);
        writers.iter().filter(stands).copied().collect()
    }
}

fn fact_of(event: &Event) -> Option<&Fact> {
    event.body.as_ref().map(|body| &body.fact)
}

/// The slots an event writes; `None` for what cannot be read (sealed, foreign).
fn slots_of(event: &Event) -> Option<Vec<Slot>> {
    match fact_of(event) {
        None | Some(Fact::Foreign { .. }) => None,
        Some(fact) => Some(fact.slots()),
    }
}

/// Whether an event names, as replaced, an event with which it shares no slot. About what cannot
/// be read (sealed, foreign, not here) nothing is said.
fn replaces_unrelated(
    event: &Event,
    written: &BTreeMap<EventId, Vec<Slot>>,
    writers: &BTreeMap<Slot, BTreeSet<EventId>>,
) -> bool {
    let Some(mine) = written.get(&event.id) else { return false };
    let shares = |id: &EventId| {
        mine.iter().any(|slot| writers.get(slot).is_some_and(|ids| ids.contains(id)))
    };
    let named = event.header.replaces.iter().filter(|id| written.contains_key(*id));
    named.into_iter().any(|id| !shares(id))
}
