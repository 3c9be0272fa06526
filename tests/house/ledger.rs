//! The set of events and what stands in it, held against an oracle that knows what every writer
//! had seen.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use crate::sample::Gen;
use beschermd::domain::anomaly::Anomaly;
use beschermd::domain::case::Case;
use beschermd::domain::event::{Body, Event, Header, Place};
use beschermd::domain::fact::*;
use beschermd::domain::id::*;
use beschermd::domain::ledger::{EventSet, Gap};
use beschermd::domain::person::*;
use beschermd::domain::safety_plan::PlanPart;
use beschermd::domain::sheet::{AnswerPlace, AnswerValue, Given, ItemAnswer};
use beschermd::domain::time::Moment;
use beschermd::domain::triage::{TriageAspect, TriageAspects};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const CASE: CaseId = CaseId([1; 16]);

/// One step of a story: who does what.
#[derive(Clone, Debug)]
enum Step {
    /// Writes a fact, replacing what this copy shows as standing.
    Write { writer: usize, seed: u64 },
    /// Takes back one of the events this copy has.
    Retract { writer: usize, which: usize },
    /// Takes over some events of another copy: any, not only whole histories.
    Sync { writer: usize, from: usize, mask: u64 },
}

const WRITERS: usize = 3;

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => (0..WRITERS, any::<u64>()).prop_map(|(writer, seed)| Step::Write { writer, seed }),
        1 => (0..WRITERS, any::<usize>())
            .prop_map(|(writer, which)| Step::Retract { writer, which }),
        3 => (0..WRITERS, 0..WRITERS, prop_oneof![Just(u64::MAX), any::<u64>()])
            .prop_map(|(writer, from, mask)| Step::Sync { writer, from, mask }),
    ]
}

/// What really happened: every event, and the ids its writer had when it was written.
#[derive(Default)]
struct Story {
    copies: Vec<EventSet>,
    seen: BTreeMap<EventId, BTreeSet<EventId>>,
    all: EventSet,
    last: Vec<(u64, EventId)>,
}

impl Story {
    fn told(steps: &[Step]) -> Self {
        let mut story = Self {
            copies: vec![EventSet::new(); WRITERS],
            last: vec![(0, EventId::NONE); WRITERS],
            ..Self::default()
        };
        for (at, step) in steps.iter().enumerate() {
            match step {
                Step::Write { writer, seed } => {
                    let fact = some_fact(*seed);
                    let shown = Case::fold(CASE, story.copies[*writer].iter());
                    let replaces = shown.heads_for(&fact);
                    story.record(*writer, at, fact, replaces);
                }
                Step::Retract { writer, which } => {
                    let known: Vec<EventId> = story.copies[*writer].ids().copied().collect();
                    if !known.is_empty() {
                        let event = known[which % known.len()];
                        story.record(*writer, at, Fact::Retracted { event }, Vec::new());
                    }
                }
                Step::Sync { writer, from, mask } => {
                    let theirs: Vec<Event> = story.copies[*from].iter().cloned().collect();
                    for (nth, event) in theirs.into_iter().enumerate() {
                        if mask >> (nth % 64) & 1 == 1 {
                            story.copies[*writer].insert(event);
                        }
                    }
                }
            }
        }
        story
    }

    fn record(&mut self, writer: usize, at: usize, fact: Fact, replaces: Vec<EventId>) {
        let (sequence, previous) = self.last[writer];
        // Ids without any order that could help.
        let id = EventId(Gen::new(at as u64 * 7 + writer as u64).bytes());
        let event = Event {
            id,
            header: Header {
                place: Place {
                    origin: OriginId([writer as u8; 16]),
                    incarnation: Incarnation(1),
                    sequence: sequence + 1,
                },
                previous,
                author: StaffId([writer as u8; 16]),
                at: Moment(1_000 - at as i64),
                case: Some(CASE),
                secrecy: fact.secrecy(Some(CASE)),
                replaces,
                payload_hash: [0; 32],
            },
            body: Some(Body { fact, why: None }),
        };
        self.last[writer] = (sequence + 1, id);
        self.seen.insert(id, self.copies[writer].ids().copied().collect());
        self.copies[writer].insert(event.clone());
        self.all.insert(event);
    }

    /// What must stand in a slot among these events: the values that no later writer of that slot
    /// knew, himself or through a writer he knew and believed (had not seen taken back).
    fn expected(&self, slot: Slot, among: &EventSet) -> BTreeSet<EventId> {
        let writes = |id: &EventId| self.fact(id).slots().contains(&slot);
        let dead = self.taken_back(&among.ids().copied().collect());
        let mut known: BTreeSet<EventId> = BTreeSet::new();
        let living: Vec<EventId> =
            among.ids().filter(|id| writes(id) && !dead.contains(id)).copied().collect();
        let mut follow = living.clone();
        let mut followed = BTreeSet::new();
        while let Some(next) = follow.pop() {
            if followed.insert(next) {
                let seen = &self.seen[&next];
                known.extend(seen.iter().filter(|id| writes(id)));
                let disbelieved = self.taken_back(seen);
                let believed = seen.iter().filter(|id| writes(id) && !disbelieved.contains(id));
                follow.extend(believed);
            }
        }
        living.into_iter().filter(|id| !known.contains(id)).collect()
    }

    fn fact(&self, id: &EventId) -> &Fact {
        &self.all.get(id).unwrap().body.as_ref().unwrap().fact
    }

    fn taken_back(&self, among: &BTreeSet<EventId>) -> BTreeSet<EventId> {
        among
            .iter()
            .filter_map(|id| match self.fact(id) {
                Fact::Retracted { event } => Some(*event),
                _ => None,
            })
            .collect()
    }
}

/// Facts that write one slot, or several that overlap.
fn some_fact(seed: u64) -> Fact {
    let mut g = Gen::new(seed);
    let text = |g: &mut Gen| format!("v{}", g.below(1000));
    match g.below(12) {
        0 => Fact::CaseOpened { number: CaseNumber(text(&mut g)), opening: Opening::Report },
        1 => Fact::OpeningChanged { opening: Opening::Neighbourhood },
        2 => Fact::WorkerAssigned { staff: Some(StaffId(g.bytes())) },
        3 => Fact::AcuteJudged { acute: Acute::Lifted(text(&mut g)) },
        4 => Fact::PersonWithdrawn { person: PersonId([7; 16]), reason: text(&mut g) },
        7..=11 => work_fact(&mut g),
        _ => {
            let mask = 1 + g.below(7);
            let name = Name { last: text(&mut g), ..Name::default() };
            let remark = text(&mut g);
            Fact::PersonDescribed {
                person: PersonId([7; 16]),
                protected_by: None,
                aspects: Box::new(PersonAspects {
                    name: (mask & 1 > 0).then_some(name),
                    remark: (mask & 2 > 0).then_some(remark),
                    sex: (mask & 4 > 0).then_some(Sex::Unknown),
                    ..PersonAspects::default()
                }),
            }
        }
    }
}

const SHEET: SheetId = SheetId([8; 16]);
const PLAN: PlanId = PlanId([9; 16]);

/// The id of some event of the story, perhaps of none.
fn some_event(g: &mut Gen) -> EventId {
    let (at, writer) = (g.below(40), g.below(WRITERS as u64));
    EventId(Gen::new(at * 7 + writer).bytes())
}

fn work_fact(g: &mut Gen) -> Fact {
    let mask = 1 + g.below(3);
    let text = format!("v{}", g.below(1000));
    match g.below(7) {
        0 | 1 => Fact::TriageNoted {
            aspects: Box::new(TriageAspects {
                analysis: (mask & 1 > 0).then(|| text.clone()),
                expertise: (mask & 2 > 0).then(BTreeSet::new),
                ..TriageAspects::default()
            }),
        },
        2 | 3 => Fact::SheetAnswered {
            sheet: SHEET,
            answers: ["one", "two"]
                .into_iter()
                .enumerate()
                .filter(|(nth, _)| mask >> nth & 1 > 0)
                .map(|(_, item)| ItemAnswer {
                    place: AnswerPlace::of_case(item),
                    given: Some(Given::plain(AnswerValue::Text(text.clone()))),
                })
                .collect(),
        },
        4 => Fact::PlanPartWritten {
            plan: PLAN,
            part: PartId([g.below(2) as u8; 16]),
            content: Some(Box::new(PlanPart::Dissent { who: text, text: String::new() })),
        },
        5 => Fact::Countersigned {
            event: some_event(g),
            staff: StaffId([g.below(WRITERS as u64) as u8; 16]),
        },
        _ => Fact::PlanAdopted {
            plan: PLAN,
            number: 1,
            on: Moment(0).day(),
            events: (0..g.below(9)).map(|_| some_event(g)).collect(),
        },
    }
}

fn slots() -> [Slot; 15] {
    let person = PersonId([7; 16]);
    [
        Slot::Triage(TriageAspect::Analysis),
        Slot::Triage(TriageAspect::Expertise),
        Slot::Answer(SHEET, AnswerPlace::of_case("one").key()),
        Slot::Answer(SHEET, AnswerPlace::of_case("two").key()),
        Slot::PlanPart(PLAN, PartId([0; 16])),
        Slot::PlanPart(PLAN, PartId([1; 16])),
        Slot::PlanVersion(PLAN, 1),
        Slot::Number,
        Slot::Opening,
        Slot::Worker,
        Slot::Acute,
        Slot::Standing(person),
        Slot::Person(person, PersonAspect::Name),
        Slot::Person(person, PersonAspect::Remark),
        Slot::Person(person, PersonAspect::Sex),
    ]
}

fn stands(case: &Case, slot: Slot) -> BTreeSet<EventId> {
    case.head_ids(slot).into_iter().collect()
}

fn some_of(set: &EventSet, mask: u64) -> EventSet {
    let kept = set.iter().enumerate().filter(|(nth, _)| mask >> (nth % 64) & 1 == 1);
    kept.map(|(_, event)| event.clone()).collect()
}

fn united(sets: &[&EventSet]) -> EventSet {
    let mut all = EventSet::new();
    for set in sets {
        all.union((*set).clone());
    }
    all
}

proptest! {
    #[test]
    fn what_stands_is_what_no_later_writer_had_seen(
        steps in prop::collection::vec(step(), 0..40)
    ) {
        let story = Story::told(&steps);
        let case = Case::fold(CASE, story.all.iter());
        for slot in slots() {
            let expected = story.expected(slot, &story.all);
            prop_assert_eq!(stands(&case, slot), expected.clone(), "{:?}", slot);
            prop_assert_eq!(case.disputes.contains(&slot), expected.len() > 1);
        }
        prop_assert_eq!(case.events, story.all.len());
        let odd = case.anomalies.iter().any(|a| matches!(a, Anomaly::ReplacesUnrelated(_)));
        prop_assert!(!odd);
    }

    #[test]
    fn a_copy_with_holes_may_show_a_dispute_more_and_never_a_value_less(
        steps in prop::collection::vec(step(), 0..40), mask: u64
    ) {
        let story = Story::told(&steps);
        let part = some_of(&story.all, mask);
        let case = Case::fold(CASE, part.iter());
        for slot in slots() {
            prop_assert!(stands(&case, slot).is_superset(&story.expected(slot, &part)));
        }
    }

    #[test]
    fn a_case_depends_on_the_set_alone(
        steps in prop::collection::vec(step(), 0..40), seed: u64
    ) {
        let story = Story::told(&steps);
        let mut events: Vec<Event> = story.all.iter().cloned().collect();
        let case = Case::fold(CASE, events.iter());
        let mut g = Gen::new(seed);
        for at in 0..events.len() {
            // The same event once more, perhaps from a copy that could not open it.
            let mut again = events[g.below(events.len() as u64) as usize].clone();
            if g.below(2) == 0 {
                again.body = None;
            }
            events.push(again);
            let other = g.below(events.len() as u64) as usize;
            events.swap(at, other);
        }
        prop_assert_eq!(Case::fold(CASE, events.iter()), case);
    }

    #[test]
    fn union_commutes_associates_and_adds_nothing_twice(
        steps in prop::collection::vec(step(), 0..40)
    ) {
        let story = Story::told(&steps);
        let [a, b, c] = [&story.copies[0], &story.copies[1], &story.copies[2]];
        prop_assert_eq!(united(&[a, b]), united(&[b, a]));
        prop_assert_eq!(united(&[&united(&[a, b]), c]), united(&[a, &united(&[b, c])]));
        prop_assert_eq!(&united(&[a, a]), a);
        prop_assert_eq!(&united(&[a, &EventSet::new()]), a);
        prop_assert_eq!(united(&[a, b, c]), story.all);
    }

    #[test]
    fn a_sealed_copy_and_an_open_copy_unite_to_the_open_one(
        steps in prop::collection::vec(step(), 0..40), mask: u64
    ) {
        let story = Story::told(&steps);
        let sealed: EventSet = story.all.iter().enumerate().map(|(nth, event)| {
            let mut event = event.clone();
            if mask >> (nth % 64) & 1 == 1 {
                event.body = None;
            }
            event
        }).collect();
        prop_assert_eq!(&united(&[&sealed, &story.all]), &story.all);
        prop_assert_eq!(&united(&[&story.all, &sealed]), &story.all);
    }

    #[test]
    fn what_was_dropped_is_named(steps in prop::collection::vec(step(), 0..40), mask: u64) {
        let story = Story::told(&steps);
        prop_assert!(story.all.gaps().is_empty());
        prop_assert!(story.all.chain_breaks().is_empty());
        prop_assert!(story.all.missing_named().is_empty());
        let part = some_of(&story.all, mask);
        let place = |set: &EventSet| -> BTreeSet<Place> {
            set.iter().map(|event| event.header.place).collect()
        };
        let highest: BTreeMap<OriginId, u64> =
            place(&part).into_iter().map(|p| (p.origin, p.sequence)).collect();
        let missing: BTreeSet<(OriginId, u64)> = place(&story.all)
            .difference(&place(&part))
            .filter(|p| highest.get(&p.origin).is_some_and(|last| p.sequence < *last))
            .map(|p| (p.origin, p.sequence))
            .collect();
        let named: BTreeSet<(OriginId, u64)> = part
            .gaps()
            .into_iter()
            .flat_map(|gap| (gap.first..=gap.last).map(move |n| (gap.origin, n)))
            .collect();
        prop_assert_eq!(named, missing);
        prop_assert!(part.chain_breaks().is_empty());
        for id in part.missing_named() {
            prop_assert!(story.all.contains(&id) && !part.contains(&id));
        }
    }

    #[test]
    fn a_second_event_in_one_place_is_a_fork(
        steps in prop::collection::vec(step(), 1..40), which: prop::sample::Index
    ) {
        let mut story = Story::told(&steps);
        prop_assume!(!story.all.is_empty());
        prop_assert!(story.all.forks().is_empty());
        let events: Vec<Event> = story.all.iter().cloned().collect();
        let mut twin = which.get(&events).clone();
        let original = twin.id;
        twin.id = EventId([0xee; 32]);
        let place = twin.header.place;
        story.all.insert(twin);
        let forks = story.all.forks();
        prop_assert_eq!(forks.len(), 1);
        prop_assert_eq!(forks[0].place, place);
        prop_assert!(forks[0].events.contains(&original) && forks[0].events.len() == 2);
        prop_assert_eq!(story.all.at(&place).count(), 2);
    }
}

#[test]
fn who_replaced_a_fact_that_is_taken_back_later_had_seen_what_it_replaced() {
    let write = |seed| Step::Write { writer: 0, seed };
    let worker = (0..).find(|s| matches!(some_fact(*s), Fact::WorkerAssigned { .. })).unwrap();
    let mut story = Story::told(&[write(worker), write(worker), write(worker)]);
    let mut events: Vec<EventId> = story.all.iter().map(|event| event.id).collect();
    events.sort_by_key(|id| story.all.get(id).unwrap().header.place);
    story.record(0, 9, Fact::Retracted { event: events[1] }, Vec::new());
    let case = Case::fold(CASE, story.all.iter());
    assert_eq!(case.head_ids(Slot::Worker), vec![events[2]]);
    story.record(0, 10, Fact::Retracted { event: events[2] }, Vec::new());
    let case = Case::fold(CASE, story.all.iter());
    assert_eq!(case.head_ids(Slot::Worker), vec![events[0]]);
}

#[test]
fn an_event_that_names_another_predecessor_breaks_the_chain() {
    let steps = [1, 2, 3].map(|seed| Step::Write { writer: 0, seed });
    let story = Story::told(&steps);
    let mut events: Vec<Event> = story.all.iter().cloned().collect();
    events.sort_by_key(|event| event.header.place);
    events[1].header.previous = EventId([9; 32]);
    let set: EventSet = events.iter().cloned().collect();
    let breaks = set.chain_breaks();
    assert_eq!((breaks.len(), breaks[0].event), (1, events[1].id));
    assert_eq!(set.missing_named().into_iter().next(), Some(EventId([9; 32])));
    let late: EventSet = events.into_iter().skip(2).collect();
    let origin = OriginId([0; 16]);
    let gap = Gap { origin, incarnation: Incarnation(1), first: 1, last: 2 };
    assert_eq!(late.gaps(), vec![gap]);
}
