//! The bytes: read back as written, refused when wrong, the same for ever.
//!
//! The fixtures under `data/wire-v1` are never edited and never made again: they are what stands
//! on other people's disks. `BLESS=1` writes those that are missing and touches no other.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use crate::sample::Gen;
use beschermd::domain::case::State;
use beschermd::domain::event::{Body, Header, Place};
use beschermd::domain::fact::{Fact, Note, NoteKind, Overseer, Secrecy};
use beschermd::domain::id::*;
use beschermd::domain::queue::{Row, Urgency};
use beschermd::domain::search::{Card, CardPerson, MessageKey};
use beschermd::domain::time::Moment;
use beschermd::wire::json::{self, Wrong};
use beschermd::wire::v1::{self, WireError};
use proptest::prelude::*;
use std::path::PathBuf;

const SALT: [u8; 16] = *b"salt of fixtures";

fn body(kind: u16, seed: u64) -> Body {
    let mut g = Gen::new(seed);
    let why = if seed.is_multiple_of(2) { Some(g.text()) } else { None };
    Body { fact: g.fact(kind), why }
}

fn header(seed: u64) -> Header {
    let mut g = Gen::new(seed);
    let case = CaseId(g.bytes());
    let mut replaces: Vec<EventId> = (0..g.below(5)).map(|_| EventId(g.bytes())).collect();
    replaces.sort();
    Header {
        place: Place {
            origin: OriginId(g.bytes()),
            incarnation: Incarnation(g.below(300) as u32),
            sequence: g.below(1 << 40),
        },
        previous: EventId(g.bytes()),
        author: StaffId(g.bytes()),
        at: g.moment(),
        case: (g.below(4) > 0).then_some(case),
        secrecy: match g.below(4) {
            0 => Secrecy::Workspace,
            1 => Secrecy::Case(case),
            2 => Secrecy::Reporter(ReportId(g.bytes())),
            _ => Secrecy::Address(PersonId(g.bytes())),
        },
        replaces,
        payload_hash: g.bytes(),
    }
}

const STATES: [State; 7] = [
    State::Advice,
    State::Received,
    State::Local,
    State::Closed,
    State::Triage,
    State::Investigation,
    State::FollowUp,
];

fn row(seed: u64) -> Row {
    let mut g = Gen::new(seed);
    Row {
        case: CaseId(g.bytes()),
        number: g.text(),
        state: STATES[g.below(7) as usize],
        acute_since: (g.below(2) == 0).then(|| g.moment()),
        received_at: g.moment(),
        triage_due: g.below(2) == 0,
        judged: [None, Some(Urgency::Acute), Some(Urgency::Day), Some(Urgency::FiveDays)]
            [g.below(4) as usize],
        children: g.next() as u16,
        family: g.text(),
        overseer: (g.below(2) == 0).then(|| Overseer {
            organisation: g.text(),
            person: g.text(),
            staff: Some(StaffId(g.bytes())),
        }),
        worker: Some(StaffId(g.bytes())),
        disputes: g.next() as u16,
        flags: g.next() as u16,
        suggestions: g.next() as u16,
        reports: g.next() as u16,
    }
}

fn card(seed: u64) -> Card {
    let mut g = Gen::new(seed);
    let persons = (0..g.below(4)).map(|_| CardPerson {
        person: PersonId(g.bytes()),
        name: g.text(),
        birth: Some(g.date()),
        bsn: Some("999910012".into()),
        child: g.below(2) == 0,
        addresses: vec![g.text()],
        phones: vec![g.text()],
    });
    let persons = persons.collect();
    Card {
        case: CaseId(g.bytes()),
        number: g.text(),
        open: g.below(2) == 0,
        persons,
        messages: vec![MessageKey {
            sender: g.text(),
            reference: g.text(),
            content_hash: g.bytes(),
        }],
        report_numbers: vec![g.text()],
    }
}

fn any_kind() -> impl Strategy<Value = u16> {
    prop_oneof![
        9 => proptest::sample::select(v1::kinds().iter().map(|(k, _)| *k).collect::<Vec<_>>()),
        1 => 1_000_u16..,
    ]
}

proptest! {
    #[test]
    fn a_payload_reads_back_as_it_was_written(kind in any_kind(), seed: u64) {
        let mut body = body(kind, seed);
        if let Fact::Foreign { .. } = body.fact {
            body.why = None;
        }
        let bytes = v1::payload_bytes(SALT, &body).unwrap();
        prop_assert_eq!(v1::read_payload(&bytes).unwrap(), body.clone());
        let again = v1::payload_bytes(SALT, &v1::read_payload(&bytes).unwrap()).unwrap();
        prop_assert_eq!(again, bytes);
    }

    #[test]
    fn a_fact_reads_back_from_its_json(kind in any_kind(), seed: u64) {
        let body = body(kind, seed);
        prop_assume!(!matches!(body.fact, Fact::Foreign { .. }));
        let text = json::fact_to_json(&body.fact, body.why.as_deref()).to_string();
        let (fact, why) = json::fact_from_json(&text).unwrap();
        prop_assert_eq!(fact, body.fact);
        prop_assert_eq!(why, body.why);
    }

    #[test]
    fn headers_rows_and_cards_read_back(seed: u64) {
        let header = header(seed);
        prop_assert_eq!(v1::read_header(&v1::header_bytes(&header).unwrap()).unwrap(), header);
        let row = row(seed);
        prop_assert_eq!(v1::read_row(&v1::row_bytes(&row).unwrap()).unwrap(), row);
        let card = card(seed);
        prop_assert_eq!(v1::read_card(&v1::card_bytes(&card).unwrap()).unwrap(), card);
    }

    #[test]
    fn bytes_of_any_kind_are_read_or_refused_and_never_panic(
        kind in any_kind(), noise in prop::collection::vec(any::<u8>(), 0..300)
    ) {
        let _ = v1::read_payload(&noise);
        let _ = v1::read_header(&noise);
        let _ = v1::read_row(&noise);
        let _ = v1::read_card(&noise);
        let mut framed = SALT.to_vec();
        framed.push(1);
        framed.extend_from_slice(&kind.to_le_bytes());
        framed.extend_from_slice(&noise);
        let _ = v1::read_payload(&framed);
        let mut versioned = vec![1];
        versioned.extend_from_slice(&noise);
        let _ = (v1::read_header(&versioned), v1::read_card(&versioned));
        versioned[0] = 2;
        let _ = v1::read_row(&versioned);
    }

    #[test]
    fn a_cut_or_lengthened_payload_is_refused(
        kind in any_kind(), seed: u64, cut: prop::sample::Index
    ) {
        let body = body(kind, seed);
        prop_assume!(!matches!(body.fact, Fact::Foreign { .. }));
        let mut bytes = v1::payload_bytes(SALT, &body).unwrap();
        let short = &bytes[..cut.index(bytes.len())];
        prop_assert!(v1::read_payload(short).is_err());
        bytes.push(0);
        prop_assert_eq!(v1::read_payload(&bytes), Err(WireError::Trailing(kind)));
    }

    #[test]
    fn a_damaged_text_with_facts_is_refused_without_a_panic(
        kind in any_kind(), seed: u64, at: prop::sample::Index
    ) {
        let body = body(kind, seed);
        let text = json::fact_to_json(&body.fact, None).to_string();
        let cut: String = text.chars().take(at.index(text.chars().count())).collect();
        prop_assert!(json::fact_from_json(&cut).is_err());
    }

    #[test]
    fn the_state_hash_tells_sets_apart(
        ids in prop::collection::btree_set(any::<[u8; 32]>(), 1..9)
    ) {
        let ids: Vec<EventId> = ids.into_iter().map(EventId).collect();
        let whole = v1::state_hash(ids.iter());
        prop_assert_eq!(whole, v1::state_hash(ids.iter()));
        prop_assert_ne!(whole, v1::state_hash(ids.iter().skip(1)));
    }
}

#[test]
fn every_single_flipped_bit_of_a_header_is_another_event() {
    let bytes = v1::header_bytes(&header(3)).unwrap();
    let id = v1::event_id(&bytes);
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert_ne!(v1::event_id(&flipped), id, "bit {bit}");
    }
}

#[test]
fn every_prefix_of_a_header_is_refused() {
    let bytes = v1::header_bytes(&header(3)).unwrap();
    for len in 0..bytes.len() {
        assert!(v1::read_header(&bytes[..len]).is_err(), "{len}");
    }
}

#[test]
fn a_kind_or_version_of_tomorrow_is_carried_byte_for_byte() {
    for frame in [&[1, 0xff, 0xee, 1, 2, 3][..], &[2, 20, 0, 9, 9], &[200, 1, 0]] {
        let bytes = [&SALT[..], frame].concat();
        let body = v1::read_payload(&bytes).unwrap();
        assert!(matches!(&body.fact, Fact::Foreign { bytes, .. } if bytes == frame));
        assert_eq!(v1::payload_bytes(SALT, &body).unwrap(), bytes);
    }
}

#[test]
fn a_length_of_a_stranger_is_not_believed() {
    // Kind 3 has a day and a text; kind 21 lists. Both claim 2^62 of something.
    let huge = [253, 0, 0, 0, 0, 0, 0, 0, 64];
    for kind in v1::kinds().iter().map(|(kind, _)| *kind) {
        for zeros in 0..40 {
            let mut bytes = [&SALT[..], &[1], &kind.to_le_bytes(), &[0]].concat();
            bytes.extend(std::iter::repeat_n(1, zeros));
            bytes.extend_from_slice(&huge);
            let _ = v1::read_payload(&bytes);
        }
    }
}

#[test]
fn what_is_over_a_cap_is_neither_written_nor_read() {
    let long = |bytes| Body {
        fact: Fact::PersonWithdrawn { person: PersonId([1; 16]), reason: "x".repeat(bytes) },
        why: None,
    };
    assert!(v1::payload_bytes(SALT, &long(v1::TEXT_BYTES_MAX)).is_ok());
    let over = v1::payload_bytes(SALT, &long(v1::TEXT_BYTES_MAX + 1));
    assert_eq!(over, Err(WireError::OverCap(32)));
    let told = |bytes: usize| {
        let length = u32::try_from(bytes).unwrap().to_le_bytes();
        let head = [&SALT[..], &[1, 32, 0, 0], &[1; 16], &[252], &length].concat();
        [head, vec![b'x'; bytes]].concat()
    };
    assert!(v1::read_payload(&told(v1::TEXT_BYTES_MAX)).is_ok());
    assert_eq!(v1::read_payload(&told(v1::TEXT_BYTES_MAX + 1)), Err(WireError::Malformed(32)));
    let crowd = |count| Body {
        fact: Fact::NoteWritten {
            note: NoteId([1; 16]),
            content: Some(Note {
                kind: NoteKind::Internal,
                text: String::new(),
                about: vec![PersonId([2; 16]); count],
                took_place: None,
            }),
        },
        why: None,
    };
    assert!(v1::payload_bytes(SALT, &crowd(v1::LIST_MAX)).is_ok());
    let over = v1::payload_bytes(SALT, &crowd(v1::LIST_MAX + 1));
    assert_eq!(over, Err(WireError::OverCap(70)));
    let mut many = header(3);
    many.replaces = vec![EventId([1; 32]); v1::REPLACES_MAX + 1];
    assert!(v1::header_bytes(&many).is_err());
    many.replaces.pop();
    let mut bytes = v1::header_bytes(&many).unwrap();
    assert!(v1::read_header(&bytes).is_ok());
    let length = bytes.len() - 32 - v1::REPLACES_MAX * 32 - 1;
    assert_eq!(bytes[length], v1::REPLACES_MAX as u8);
    bytes[length] += 1;
    bytes.extend_from_slice(&[1; 32]);
    assert!(v1::read_header(&bytes).is_err());
    assert_eq!(v1::read_payload(&vec![1; v1::EVENT_BYTES_MAX + 1]), Err(WireError::TooLarge));
    let mut late = header(3);
    late.at = Moment(i64::MAX);
    assert!(v1::header_bytes(&late).is_err());
}

#[test]
fn an_impossible_day_or_month_is_refused() {
    let bytes = |tail: &[u8]| [&SALT[..], &[1, 3, 0, 0], tail].concat();
    assert!(v1::read_payload(&bytes(&[251, 0, 64, 0])).is_ok());
    assert!(v1::read_payload(&bytes(&[252, 255, 255, 255, 127, 0])).is_err());
    for text in [
        r#"{"day_decreed":{"day":"2026-02-30","source":""}}"#,
        r#"{"day_decreed":{"day":"20260-02-03","source":""}}"#,
    ] {
        assert!(json::fact_from_json(text).is_err(), "{text}");
    }
}

#[test]
fn a_text_that_is_no_fact_is_refused_and_says_where_without_its_values() {
    let what = |text: &str| json::fact_from_json(text).unwrap_err().remove(0).what;
    assert_eq!(what("{"), Wrong::Syntax);
    assert_eq!(what("{}"), Wrong::NotAFact);
    assert_eq!(what(r#"{"why":"x"}"#), Wrong::NotAFact);
    assert_eq!(what(r#"{"child_saved":{}}"#), Wrong::UnknownKind);
    assert_eq!(what(r#"{"worker_assigned":{}}"#), Wrong::Missing);
    assert_eq!(what(r#"{"opening_changed":{"opening":"report","x":1}}"#), Wrong::UnknownField);
    let two = r#"{"opening_changed":{"opening":"report"},"worker_assigned":{"staff":null}}"#;
    assert_eq!(what(two), Wrong::NotAFact);
    let secret = "{\n\"opening_changed\":{\"opening\":\"Geheim expected Noor\"}}";
    let problem = json::fact_from_json(secret).unwrap_err().remove(0);
    assert_eq!(problem.line, 2);
    assert!(!format!("{problem:?}").contains("Noor"), "{problem:?}");
    let many =
        "[{\"worker_assigned\":{\"staff\":null}},{\"opening_changed\":{\"opening\":\"report\"}}]";
    assert_eq!(json::facts_from_json(many).unwrap().len(), 2);
}

#[test]
fn the_schema_knows_every_kind_and_its_description() {
    let schema = json::facts_schema();
    let kinds = schema["oneOf"].as_array().unwrap();
    assert_eq!(kinds.len(), v1::kinds().len());
    for ((_, name), kind) in v1::kinds().iter().zip(kinds) {
        assert!(kind["properties"][name].is_object(), "{name}");
        assert!(kind["description"].is_string(), "{name}");
        assert!(kind["properties"]["why"].is_object(), "{name}");
    }
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/house/data/wire-v1").join(name)
}

/// The bytes that stand in the repository; with `BLESS=1` and none there yet, these.
fn frozen(name: &str, fresh: impl Fn() -> Vec<u8>) -> Vec<u8> {
    let path = fixture(name);
    if std::env::var_os("BLESS").is_some() && !path.exists() {
        std::fs::write(&path, fresh()).unwrap();
    }
    std::fs::read(&path).unwrap_or_else(|_| panic!("{name} is missing"))
}

#[test]
fn frozen_facts_read_and_write_as_they_did() {
    for (kind, name) in v1::kinds() {
        for (seed, label) in [(1, "a"), (2, "b"), (3, "c")] {
            let made = || body(*kind, seed * 100);
            let stem = format!("fact-{kind:03}-{name}-{label}");
            let bytes =
                frozen(&format!("{stem}.bin"), || v1::payload_bytes(SALT, &made()).unwrap());
            let text = frozen(&format!("{stem}.json"), || {
                let value = json::fact_to_json(&made().fact, made().why.as_deref());
                (serde_json::to_string_pretty(&value).unwrap() + "\n").into_bytes()
            });
            let text = String::from_utf8(text).unwrap();
            let (fact, why) = json::fact_from_json(&text).unwrap();
            let body = Body { fact, why };
            assert_eq!(v1::read_payload(&bytes).unwrap(), body, "{stem} reads differently");
            assert_eq!(v1::payload_bytes(SALT, &body).unwrap(), bytes, "{stem} writes differently");
            let shown = json::fact_to_json(&body.fact, body.why.as_deref());
            let kept: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(shown, kept, "{stem} shows differently");
        }
    }
}

#[test]
fn frozen_headers_rows_and_cards_read_and_write_as_they_did() {
    for seed in 1..=4 {
        let bytes =
            frozen(&format!("header-{seed}.bin"), || v1::header_bytes(&header(seed)).unwrap());
        let read = v1::read_header(&bytes).unwrap();
        assert_eq!(v1::header_bytes(&read).unwrap(), bytes);
        let told = frozen(&format!("header-{seed}.txt"), || {
            format!("{}\n{read:?}\n", v1::event_id(&bytes)).into_bytes()
        });
        let now = format!("{}\n{read:?}\n", v1::event_id(&bytes));
        assert_eq!(now, String::from_utf8(told).unwrap());
        let bytes = frozen(&format!("row-{seed}.bin"), || v1::row_bytes(&row(seed)).unwrap());
        let read = v1::read_row(&bytes).unwrap();
        assert_eq!(v1::row_bytes(&read).unwrap(), bytes);
        let told = frozen(&format!("row-{seed}.txt"), || format!("{read:?}\n").into_bytes());
        assert_eq!(format!("{read:?}\n"), String::from_utf8(told).unwrap());
        let bytes = frozen(&format!("card-{seed}.bin"), || v1::card_bytes(&card(seed)).unwrap());
        let read = v1::read_card(&bytes).unwrap();
        assert_eq!(v1::card_bytes(&read).unwrap(), bytes);
        let told = frozen(&format!("card-{seed}.txt"), || format!("{read:?}\n").into_bytes());
        assert_eq!(format!("{read:?}\n"), String::from_utf8(told).unwrap());
    }
}
