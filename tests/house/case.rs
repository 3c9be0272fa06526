//! The case as folded and read: the stricter reading wins until a person settles it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use beschermd::domain::anomaly::Anomaly;
use beschermd::domain::case::{Case, State};
use beschermd::domain::code::{Capacity, Role};
use beschermd::domain::deadline::Countdown;
use beschermd::domain::event::{Body, Event, Header, Place};
use beschermd::domain::fact::*;
use beschermd::domain::id::*;
use beschermd::domain::person::*;
use beschermd::domain::queue::{Counts, Entry, Row, Urgency, counts, order};
use beschermd::domain::report::{Channel, Flag, ReporterIdentity};
use beschermd::domain::time::{Moment, PartialDate};
use chrono::NaiveDate;
use proptest::prelude::*;

const CASE: CaseId = CaseId([1; 16]);
const REPORT: ReportId = ReportId([2; 16]);

/// A case being written: each fact is an event of its own.
#[derive(Default)]
struct Desk(Vec<Event>);

impl Desk {
    fn opened(opening: Opening) -> Self {
        let mut desk = Self::default();
        desk.add(Fact::CaseOpened { number: CaseNumber::new("ZW1", 2026, 42), opening });
        desk
    }

    /// A fact that replaces nothing: said by somebody who had seen nothing.
    fn add(&mut self, fact: Fact) -> EventId {
        self.put(fact, Vec::new())
    }

    /// A fact that replaces what stands.
    fn correct(&mut self, fact: Fact) -> EventId {
        let replaces = self.case().heads_for(&fact);
        self.put(fact, replaces)
    }

    fn put(&mut self, fact: Fact, replaces: Vec<EventId>) -> EventId {
        let nth = self.0.len() as u8 + 1;
        let id = EventId([nth; 32]);
        self.0.push(Event {
            id,
            header: Header {
                place: Place {
                    origin: OriginId([1; 16]),
                    incarnation: Incarnation(1),
                    sequence: u64::from(nth),
                },
                previous: EventId::NONE,
                author: StaffId([1; 16]),
                at: Moment(i64::from(nth)),
                case: Some(CASE),
                secrecy: fact.secrecy(Some(CASE)),
                replaces,
                payload_hash: [0; 32],
            },
            body: Some(Body { fact, why: None }),
        });
        id
    }

    fn case(&self) -> Case {
        Case::fold(CASE, self.0.iter())
    }

    /// The case for a reader who holds the key of the case alone.
    fn case_for_clerk(&self) -> Case {
        let mut events = self.0.clone();
        for event in &mut events {
            if !matches!(event.header.secrecy, Secrecy::Case(_) | Secrecy::Workspace) {
                event.body = None;
            }
        }
        Case::fold(CASE, events.iter())
    }
}

fn received(at: i64) -> Fact {
    Fact::ReportReceived {
        report: REPORT,
        channel: Channel::Corv,
        received_at: Moment(at),
        message: None,
        flags: vec![Flag::NoChild],
    }
}

fn person(id: u8, last: &str, role: Option<Role>) -> Fact {
    Fact::PersonDescribed {
        person: PersonId([id; 16]),
        protected_by: None,
        aspects: Box::new(PersonAspects {
            name: Some(Name { last: last.into(), ..Name::default() }),
            involvement: role.map(|role| Involvement {
                role: Some(role),
                authority: Answer::Unknown,
                part: None,
            }),
            ..PersonAspects::default()
        }),
    }
}

fn closed() -> Fact {
    Fact::ClosingDecided {
        closing: Closing::Closed {
            ground: ClosingGround::Inadmissible,
            reason: "x".into(),
            sender_told: String::new(),
        },
    }
}

fn declared() -> Fact {
    let (what, who) = ("bellen".to_owned(), "wij".to_owned());
    Fact::AcuteJudged { acute: Acute::Declared(ImmediateAction { what, who, when: Moment(1) }) }
}

fn lifted() -> Fact {
    Fact::AcuteJudged { acute: Acute::Lifted("voorbij".into()) }
}

fn overseer(organisation: &str, staff: Option<StaffId>) -> Fact {
    let (organisation, person) = (organisation.to_owned(), "iemand".to_owned());
    Fact::OverseerNamed { overseer: Overseer { organisation, person, staff } }
}

fn joined(kept: u8, joined: u8) -> Fact {
    let (kept, joined) = (PersonId([kept; 16]), PersonId([joined; 16]));
    Fact::PersonsJoined { kept, joined, reason: String::new() }
}

fn withdrawn(id: u8) -> Fact {
    Fact::PersonWithdrawn { person: PersonId([id; 16]), reason: String::new() }
}

#[test]
fn the_state_follows_from_what_happened() {
    for (opening, expected) in [
        (Opening::Report, State::Received),
        (Opening::Advice, State::Advice),
        (Opening::Neighbourhood, State::Local),
        (Opening::Question, State::Received),
    ] {
        assert_eq!(Desk::opened(opening).case().state(), expected);
    }
    let answer = Fact::ContactAnswered { capacity: Capacity(1), topic: Topic::Rights };
    let mut question = Desk::opened(Opening::Question);
    question.add(answer.clone());
    assert_eq!(question.case().state(), State::Closed);
    question.correct(Fact::OpeningChanged { opening: Opening::Report });
    assert_eq!(question.case().state(), State::Received);
    let mut answered = Desk::opened(Opening::NotForUs);
    answered.add(answer);
    answered.add(received(5));
    assert!(answered.case().triage_due(), "a report never waits unseen");
    let mut local = Desk::opened(Opening::Neighbourhood);
    local.add(received(5));
    assert_eq!(local.case().state(), State::Received);
}

#[test]
fn a_case_whose_opening_is_missing_stands_in_the_queue_all_the_same() {
    let mut desk = Desk::default();
    desk.add(received(5));
    let case = desk.case();
    assert!(case.anomalies.contains(&Anomaly::NeverOpened));
    assert!(case.is_open() && case.triage_due());
    assert!(Case::fold(CASE, std::iter::empty()).anomalies.is_empty());
}

#[test]
fn a_dispute_about_closing_keeps_the_case_open() {
    let mut desk = Desk::opened(Opening::Report);
    desk.correct(closed());
    assert!(!desk.case().is_open());
    desk.add(Fact::ClosingDecided { closing: Closing::Reopened("nieuw".into()) });
    assert!(desk.case().is_open() && desk.case().disputes.contains(&Slot::Closing));
    desk.correct(closed());
    assert!(!desk.case().is_open() && desk.case().disputes.is_empty());
}

#[test]
fn a_dispute_about_acute_is_acute() {
    let mut desk = Desk::opened(Opening::Report);
    desk.add(declared());
    desk.add(lifted());
    assert!(desk.case().is_acute());
    desk.correct(lifted());
    assert!(!desk.case().is_acute());
}

#[test]
fn the_24_hours_run_from_the_moment_acute_unsafety_was_declared() {
    let mut desk = Desk::opened(Opening::Report);
    assert_eq!(Row::of(&desk.case()).acute_since, None);
    desk.add(declared());
    desk.add(declared());
    // Events carry their number as their moment: the second and the third.
    assert_eq!(Row::of(&desk.case()).acute_since, Some(Moment(2)));
    desk.correct(lifted());
    desk.correct(declared());
    assert_eq!(Row::of(&desk.case()).acute_since, Some(Moment(5)), "declared anew");
}

#[test]
fn of_two_receipts_the_earlier_counts_and_of_two_overseers_our_own() {
    let mut desk = Desk::opened(Opening::Report);
    desk.add(received(900));
    desk.add(received(300));
    assert_eq!(desk.case().received_at(), Some(Moment(300)));
    desk.add(overseer("Wijkteam", None));
    desk.add(overseer("Veilig Thuis", Some(StaffId([1; 16]))));
    let row = Row::of(&desk.case());
    assert_eq!(row.overseer.unwrap().organisation, "Veilig Thuis");
    assert_eq!((row.disputes, row.flags, row.reports), (2, 1, 1));
}

#[test]
fn children_are_counted_once_and_never_lost_by_a_mistake() {
    let mut desk = Desk::opened(Opening::Report);
    desk.add(person(1, "Berg", Some(Role::YOUTH)));
    desk.add(person(2, "Berg", Some(Role::YOUTH)));
    desk.add(person(3, "Ouder", None));
    desk.add(Fact::PersonDescribed {
        person: PersonId([4; 16]),
        protected_by: None,
        aspects: Box::new(PersonAspects {
            birth: Some(Birth::Due(PartialDate::Absent(None))),
            ..PersonAspects::default()
        }),
    });
    assert_eq!(desk.case().children(), 3);
    let order: Vec<u8> = desk.case().standing_persons().iter().map(|(id, _)| id.0[0]).collect();
    assert_eq!(order, [4, 1, 2, 3]);
    desk.add(joined(3, 2));
    assert_eq!(desk.case().children(), 3, "the record that stays takes the role over");
    desk.correct(joined(1, 2));
    assert_eq!(desk.case().children(), 2);
    let mistaken = desk.add(withdrawn(1));
    let case = desk.case();
    assert!(case.anomalies.contains(&Anomaly::JoinedNowhere(PersonId([2; 16]))));
    assert_eq!(case.children(), 2, "2 was joined to a record that is gone: it stands again");
    desk.add(Fact::Retracted { event: mistaken });
    desk.add(joined(2, 1));
    let case = desk.case();
    assert_eq!(case.anomalies.len(), 2, "a circle is named for each of the two");
    assert_eq!(case.children(), 3);
    desk.add(withdrawn(4));
    assert_eq!(desk.case().children(), 2);
}

#[test]
fn a_retraction_puts_back_what_was_replaced_and_a_second_one_has_no_effect() {
    let mut desk = Desk::opened(Opening::Report);
    desk.correct(overseer("eerste", None));
    let before = desk.case();
    let second = desk.correct(overseer("tweede", None));
    let back = desk.add(Fact::Retracted { event: second });
    assert_eq!(desk.case().overseer, before.overseer);
    let again = desk.add(Fact::Retracted { event: back });
    let nowhere = desk.add(Fact::Retracted { event: EventId([0xaa; 32]) });
    let case = desk.case();
    assert_eq!(case.overseer, before.overseer);
    let odd = [Anomaly::RetractsRetraction(again), Anomaly::RetractsUnknown(nowhere)];
    assert_eq!(case.anomalies, odd.into_iter().collect());
}

#[test]
fn what_replaces_something_it_does_not_write_is_named_and_has_no_effect() {
    let mut desk = Desk::opened(Opening::Report);
    let watch = desk.add(overseer("eerste", None));
    let odd = desk.put(lifted(), vec![watch]);
    let case = desk.case();
    assert!(case.anomalies.contains(&Anomaly::ReplacesUnrelated(odd)));
    assert_eq!(case.head_ids(Slot::Overseer), vec![watch]);
}

#[test]
fn who_may_not_see_the_reporter_sees_that_there_is_one() {
    let mut desk = Desk::opened(Opening::Report);
    desk.add(received(1));
    let identity = ReporterIdentity { contact_name: "Buur".into(), ..Default::default() };
    let named = desk.add(Fact::ReporterIdentified { report: REPORT, identity });
    let child = PersonId([3; 16]);
    let (kind, address) = (AddressKind::Formal, Address::default());
    desk.add(Fact::ShieldedAddressRecorded { person: child, kind, address });
    let clerk = desk.case_for_clerk();
    let report = &clerk.reports[&REPORT];
    assert!(report.reporter.is_empty() && report.reporter_sealed);
    assert!(clerk.persons[&child].shielded && clerk.persons[&child].shielded_formal.is_empty());
    assert_eq!((clerk.sealed, clerk.events), (2, 4));
    assert!(desk.case().reports[&REPORT].reporter_sealed);
    desk.add(person(8, "Berg", Some(Role::YOUTH)));
    desk.add(joined(9, 8));
    assert_eq!(desk.case_for_clerk().anomalies.len(), 0, "the other record may be sealed");
    assert_eq!(desk.case().anomalies.len(), 1);
    assert_eq!(desk.case().children(), 1);
    desk.add(Fact::Retracted { event: named });
    assert!(!desk.case_for_clerk().reports[&REPORT].reporter_sealed);
}

#[test]
fn an_advice_that_holds_a_family_is_a_named_problem() {
    let mut desk = Desk::opened(Opening::Advice);
    let family = desk.add(person(1, "Berg", None));
    let problem = Anomaly::FamilyInAdvice(family);
    assert!(desk.case().anomalies.contains(&problem));
    desk.correct(Fact::OpeningChanged { opening: Opening::Report });
    assert!(desk.case().anomalies.is_empty());
}

#[test]
fn facts_of_tomorrow_are_counted_and_hide_nothing() {
    let mut desk = Desk::opened(Opening::Report);
    let watch = desk.add(overseer("eerste", None));
    desk.put(Fact::Foreign { kind: 900, bytes: vec![1] }, vec![watch]);
    let case = desk.case();
    assert_eq!((case.foreign, case.anomalies.len()), (1, 0));
    assert_eq!(case.head_ids(Slot::Overseer), vec![watch]);
}

fn entry(id: u8, acute: bool, due: Option<u32>, received: i64) -> Entry {
    let mut row = Row::of(&Case::unknown(CaseId([id; 16])));
    (row.acute_since, row.received_at, row.number) =
        (acute.then_some(Moment(received)), Moment(received), format!("Z-{id:03}"));
    let due_day = due.and_then(|day| NaiveDate::from_ymd_opt(2026, 11, day));
    let countdown = due.map(|day| match day {
        ..10 => Countdown::Overdue(10 - day),
        10 => Countdown::DueToday,
        _ => Countdown::DaysLeft(day - 10),
    });
    Entry::new(row, due_day, countdown, false)
}

#[test]
fn the_queue_asks_for_attention_in_one_order() {
    let mut entries = vec![
        entry(1, false, None, 1),
        entry(2, false, Some(12), 5),
        entry(3, false, Some(10), 9),
        entry(4, true, None, 99),
        entry(5, false, Some(10), 3),
        entry(6, true, Some(20), 99),
        entry(7, false, Some(8), 7),
        entry(8, false, None, 1),
    ];
    order(&mut entries);
    let ids: Vec<u8> = entries.iter().map(|entry| entry.row.case.0[0]).collect();
    assert_eq!(ids, [6, 4, 7, 5, 3, 2, 1, 8]);
    assert_eq!(counts(&entries), Counts { acute: 2, today: 2, overdue: 1 });
    let urgencies: Vec<Urgency> = entries.iter().map(|entry| entry.urgency).collect();
    assert_eq!(urgencies[1..4], [Urgency::Acute, Urgency::Day, Urgency::Day]);
    assert_eq!(urgencies[5..7], [Urgency::FiveDays, Urgency::FiveDays]);
}

proptest! {
    #[test]
    fn equal_queues_stand_in_equal_order(
        drawn in prop::collection::vec(
            (any::<bool>(), prop::option::of(1_u32..28), 0_i64..4),
            0..20,
        )
            .prop_flat_map(|drawn| {
                let entries: Vec<Entry> = drawn.into_iter().zip(1..).map(
                    |((acute, due, received), id)| entry(id, acute, due, received)
                ).collect();
                (Just(entries.clone()), Just(entries).prop_shuffle())
            })
    ) {
        let (mut one, mut other) = drawn;
        order(&mut one);
        order(&mut other);
        prop_assert_eq!(&one, &other);
        let lasting = one.iter().skip_while(|entry| entry.row.is_acute());
        prop_assert!(lasting.clone().all(|entry| !entry.row.is_acute()), "acute never waits");
        let days: Vec<_> = lasting.map(|entry| (entry.due_day.is_none(), entry.due_day)).collect();
        prop_assert!(days.is_sorted());
    }
}
