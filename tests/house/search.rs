//! Finding: by what people remember, and never what must not be found.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use crate::sample::Gen;
use beschermd::domain::case::Case;
use beschermd::domain::code::Role;
use beschermd::domain::event::{Body, Event, Header, Place};
use beschermd::domain::fact::{CaseNumber, Fact, Opening};
use beschermd::domain::id::*;
use beschermd::domain::person::*;
use beschermd::domain::search::{Card, CardPerson, Index, Known, MessageKey, Why};
use beschermd::domain::time::{Moment, PartialDate};
use proptest::prelude::*;

fn person(id: u8, name: &str, birth: &str, bsn: &str) -> CardPerson {
    CardPerson {
        person: PersonId([id; 16]),
        name: name.into(),
        birth: PartialDate::parse(birth),
        bsn: (!bsn.is_empty()).then(|| bsn.into()),
        child: true,
        addresses: vec![format!("99{id:02}AB 12-a")],
        phones: vec![format!("06123456{id:02}")],
    }
}

fn card(id: u8, number: &str, persons: Vec<CardPerson>) -> Card {
    Card {
        case: CaseId([id; 16]),
        number: number.into(),
        open: id % 2 == 1,
        persons,
        messages: vec![MessageKey {
            sender: "oin app".into(),
            reference: format!("ref{id}"),
            content_hash: [id; 32],
        }],
        report_numbers: vec![format!("oin app PL{id}")],
    }
}

fn desk() -> Index {
    let mut index = Index::new();
    let people = [
        person(1, "Noor van den Berg", "2016-10-10", "999910012"),
        person(2, "Sjoerd Dijkstra", "2011-02", ""),
        person(3, "Fatima El-Amrani", "2012", "999911119"),
        person(4, "José 't Hart", "", ""),
        person(5, "Lotte Janssen", "2009-12-31", ""),
        person(6, "Kees van der Berg-Visser", "1980-01-01", ""),
    ];
    for (at, one) in people.into_iter().enumerate() {
        let id = at as u8 + 1;
        index.insert(&card(id, &format!("ZW1-26-{:04}", 40 + at), vec![one]));
    }
    index
}

fn found(index: &Index, query: &str) -> Vec<u8> {
    index.find(query, 20).iter().map(|hit| hit.case.0[0]).collect()
}

#[test]
fn people_are_found_by_what_is_remembered_of_them() {
    let index = desk();
    for (query, expected) in [
        ("noor", 1),
        ("Noor Berg", 1),
        ("berg noor", 1),
        ("van den Berg", 1),
        ("vandenberg", 1),
        ("noorvandenberg", 1),
        ("dykstra", 2),
        ("dij", 2),
        ("elamrani", 3),
        ("el amrani", 3),
        ("amrani", 3),
        ("jose", 4),
        ("t hart", 4),
        ("'t Hart", 4),
        ("jansen", 5),
        ("visser", 6),
        ("10-10-2016", 1),
        ("2016-10-10", 1),
        ("10/2016 noor", 1),
        ("02-2011", 2),
        ("9999", 1),
        ("999910012", 1),
        ("9901ab", 1),
        ("9902 AB 12a", 2),
        ("9903AB 12-a", 3),
        ("06-12345605", 5),
        ("zw1-26-0043", 4),
        ("0044", 5),
    ] {
        assert_eq!(found(&index, query).first(), Some(&expected), "{query}");
    }
    for query in ["", "   ", "-", "noor dijkstra", "999912345", "9901ab 13", "x\u{0}y"] {
        assert_eq!(found(&index, query), Vec::<u8>::new(), "{query}");
    }
}

#[test]
fn exact_hits_come_before_what_only_sounds_like_it() {
    let mut index = desk();
    index.insert(&card(7, "ZW1-26-0050", vec![person(7, "Piet Jansen", "", "")]));
    let hits = index.find("jansen", 9);
    assert_eq!((hits[0].case, hits[0].why), (CaseId([7; 16]), Why::Name));
    assert_eq!((hits[1].case, hits[1].why), (CaseId([5; 16]), Why::Sound));
    let number = index.find("ZW1-26-0050", 9)[0];
    assert_eq!((number.person, number.why), (None, Why::Number));
}

#[test]
fn a_new_card_takes_the_place_of_the_old_and_a_removed_one_is_gone() {
    let mut index = desk();
    index.insert(&card(1, "ZW1-26-0040", vec![person(1, "Wim Berg", "", "")]));
    assert_eq!(found(&index, "noor"), Vec::<u8>::new());
    assert_eq!(found(&index, "wim"), vec![1]);
    assert!(index.by_bsn("999910012").is_empty());
    index.remove(CaseId([1; 16]));
    assert_eq!(found(&index, "wim"), Vec::<u8>::new());
    assert!(index.by_message("oin app", "ref1").is_empty());
    assert_eq!(index.len(), 5);
}

#[test]
fn intake_recognises_what_is_exactly_the_same() {
    let index = desk();
    let one = |known: Vec<Known>| (known.len(), known.first().map(|k| (k.case.0[0], k.open)));
    assert_eq!(one(index.by_message("oin app", "ref3")), (1, Some((3, true))));
    assert_eq!(index.by_message("oin app", "ref3")[0].content_hash, Some([3; 32]));
    assert_eq!(one(index.by_message("oin", "ref3")), (0, None));
    assert_eq!(one(index.by_report_number("oin app", "PL2")), (1, Some((2, false))));
    assert_eq!(one(index.by_bsn("999911119")), (1, Some((3, true))));
    assert_eq!(one(index.by_bsn("99991111")), (0, None));
    assert_eq!(one(index.by_bsn("")), (0, None));
    let birth = PartialDate::parse("2016-10-10").unwrap();
    assert_eq!(one(index.by_name_and_birth("Noor Berg", birth)), (1, Some((1, true))));
    assert_eq!(one(index.by_name_and_birth("Noor", birth)), (1, Some((1, true))));
    assert_eq!(one(index.by_name_and_birth("Noo Berg", birth)), (0, None));
    assert_eq!(one(index.by_name_and_birth("Noor", PartialDate::Absent(None))), (0, None));
    assert_eq!(one(index.by_address("9901 ab", "12A")), (1, Some((1, true))));
    assert_eq!(one(index.by_address("9901AB", "")), (0, None));
}

#[test]
fn many_changes_leave_an_index_as_if_they_had_never_been() {
    let mut index = desk();
    for turn in 0..3000_u32 {
        let mut id = [9; 16];
        id[..4].copy_from_slice(&turn.to_le_bytes());
        let mut passing = card(9, "ZW1-26-9999", vec![person(9, "Voorbij Ganger", "", "")]);
        passing.case = CaseId(id);
        index.insert(&passing);
        index.remove(passing.case);
    }
    index.trim();
    assert_eq!(index.len(), 6);
    assert_eq!(found(&index, "noor"), vec![1]);
    assert_eq!(found(&index, "ganger"), Vec::<u8>::new());
    assert_eq!(index.by_bsn("999911119").len(), 1);
    assert_eq!(index.by_message("oin app", "ref3").len(), 1);
}

#[test]
fn a_reporter_and_a_shielded_address_are_on_no_card() {
    let case = CaseId([1; 16]);
    let report = ReportId([2; 16]);
    let described = |id: u8, name: &str, protected_by| Fact::PersonDescribed {
        person: PersonId([id; 16]),
        protected_by,
        aspects: Box::new(PersonAspects {
            name: Some(Name { last: name.into(), ..Name::default() }),
            involvement: Some(Involvement {
                role: Some(Role::YOUTH),
                authority: Answer::Unknown,
                part: None,
            }),
            ..PersonAspects::default()
        }),
    };
    let hidden = Address { postcode: "9999ZZ".into(), number: "1".into(), ..Address::default() };
    let facts = vec![
        Fact::CaseOpened { number: CaseNumber::new("ZW1", 2026, 1), opening: Opening::Report },
        described(1, "Kind", None),
        described(2, "Buurman", Some(report)),
        Fact::ShieldedAddressRecorded {
            person: PersonId([1; 16]),
            kind: AddressKind::Formal,
            address: hidden,
        },
    ];
    let events: Vec<Event> = facts
        .into_iter()
        .zip(1..)
        .map(|(fact, n)| Event {
            id: EventId([n; 32]),
            header: Header {
                place: Place {
                    origin: OriginId([1; 16]),
                    incarnation: Incarnation(1),
                    sequence: u64::from(n),
                },
                previous: EventId::NONE,
                author: StaffId([1; 16]),
                at: Moment(0),
                case: Some(case),
                secrecy: fact.secrecy(Some(case)),
                replaces: Vec::new(),
                payload_hash: [0; 32],
            },
            body: Some(Body { fact, why: None }),
        })
        .collect();
    let folded = Case::fold(case, events.iter());
    assert_eq!(folded.title_family(), "Kind");
    let mut index = Index::new();
    index.insert(&Card::of(&folded));
    assert_eq!(index.find("kind", 9).len(), 1);
    assert!(index.find("buurman", 9).is_empty());
    assert!(index.find("9999zz", 9).is_empty());
    assert!(index.by_address("9999ZZ", "1").is_empty());
}

#[test]
fn a_search_goes_on_while_cards_come_and_go() {
    let mut index = desk();
    let mut search = index.begin("jan");
    assert!(!index.find_chunk(&mut search, 3));
    index.remove(CaseId([5; 16]));
    index.insert(&card(8, "ZW1-26-0060", vec![person(8, "Jan Nieuw", "", "")]));
    while !index.find_chunk(&mut search, 3) {}
    let cases: Vec<u8> = index.hits(&search, 9).iter().map(|hit| hit.case.0[0]).collect();
    assert_eq!(cases, [8]);
    index.insert(&card(10, "ZW1-26-0061", vec![person(10, "Jana Nieuw", "", "")]));
    let mut within = index.begin_within(&search, "jana");
    while !index.find_chunk(&mut within, 3) {}
    assert_eq!(index.hits(&within, 9).len(), 1);
}

fn crowd(seed: u64) -> Index {
    const FIRST: [&str; 5] = ["Noor", "Sjoerd", "Fatima", "José", "Lotte"];
    const LAST: [&str; 6] =
        ["Dijkstra", "van den Berg", "Jansen", "Janssen", "El-Amrani", "'t Hart"];
    let mut g = Gen::new(seed);
    let mut index = Index::new();
    for id in 1..60 {
        let name = format!("{} {}", FIRST[g.below(5) as usize], LAST[g.below(6) as usize]);
        index.insert(&card(id, &format!("ZW1-26-{id:04}"), vec![person(id, &name, "2016-10", "")]));
    }
    index
}

proptest! {
    #[test]
    fn typing_on_within_what_was_found_equals_searching_anew(
        seed: u64, chunk in 1_usize..50,
        typed in prop::sample::select(vec![
            "noor dijkstra", "van den berg", "jansen", "10-10-2016", "zw1-26-0012", "9912ab 12",
            "fatima el-amrani", "0612345612", "ij", "vd berg",
        ])
    ) {
        let index = crowd(seed);
        let mut earlier = index.begin("");
        for end in 1..=typed.chars().count() {
            let text: String = typed.chars().take(end).collect();
            let mut search = index.begin_within(&earlier, &text);
            while !index.find_chunk(&mut search, chunk) {}
            prop_assert_eq!(index.hits(&search, 200), index.find(&text, 200), "{}", text);
            earlier = search;
        }
    }

    #[test]
    fn no_query_makes_it_fail(query in "\\PC{0,30}") {
        let index = crowd(1);
        let _ = index.find(&query, 5);
    }
}
