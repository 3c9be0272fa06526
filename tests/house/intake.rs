//! What becomes of reports that come in one after another: duplicates, conflicts, follow-ups,
//! suggestions; and how the case then looks in JSON.

use beschermd::document::case_json::{Around, DeadlineLine, Reader, case_json};
use beschermd::document::corv::read;
use beschermd::document::intake::{Context, Known, Outcome, Plan, plan};
use beschermd::document::kept::message_of;
use beschermd::document::{json_report, recognise};
use beschermd::domain::case::Case;
use beschermd::domain::event::{Body, Event, Header, Place};
use beschermd::domain::fact::{CaseNumber, Fact, LinkKind, Verdict};
use beschermd::domain::id::{CaseId, EventId, Incarnation, OriginId, StaffId};
use beschermd::domain::report::Flag;
use beschermd::domain::search::{Card, Index};
use beschermd::domain::time::Moment;
use beschermd::wire::v1::payload_bytes;
use proptest::prelude::*;
use std::collections::BTreeMap;

const S01: &str = include_str!("../data/corv/s01_vtMelding_politie_1_kind.xml");
const S02: &str = include_str!("../data/corv/s02_vtMelding_politie_4_kinderen.xml");
const S04: &str = include_str!("../data/corv/s04_vtMelding_school_bsn_onbekend.xml");
const S05: &str = include_str!("../data/corv/s05_vtMelding_politie_6000_tekens.xml");
const S08: &str = include_str!("../data/corv/s08_vtMelding_minimaal_nil.xml");
const S11: &str = include_str!("../data/corv/s11_meldingGeneriek.xml");
const REFERENCE: &str = "3f0c1d52-6a3e-4b0f-9c11-7d2a5e8f0101";
const NOON: &str = "2026-11-10T12:00:00+01:00";

/// A desk that records in memory.
#[derive(Default)]
struct Desk {
    events: BTreeMap<CaseId, Vec<Event>>,
    index: Index,
    drawn: u128,
    opened: u32,
    recorded: u64,
}

impl Desk {
    fn case(&self, id: CaseId) -> Option<Case> {
        self.events.get(&id).map(|events| Case::fold(id, events.iter()))
    }

    fn plan(&mut self, bytes: &[u8]) -> Plan {
        let incoming = recognise::read(bytes).unwrap();
        let (mut drawn, mut opened) = (self.drawn, self.opened);
        let found = plan(
            incoming,
            &Known { index: &self.index, case: &|id| self.case(id) },
            &mut Context {
                now: Moment::parse_rfc3339(NOON).unwrap(),
                organisation: "Veilig Thuis IJsselland".into(),
                staff: StaffId([7; 16]),
                staff_name: "A. de Boer".into(),
                next_number: &mut |day| {
                    opened += 1;
                    CaseNumber::new("ZW1", chrono::Datelike::year(&day), opened)
                },
                next_id: &mut || {
                    drawn += 1;
                    drawn.to_be_bytes()
                },
            },
        );
        (self.drawn, self.opened) = (drawn, opened);
        found
    }

    fn take(&mut self, bytes: &[u8]) -> Plan {
        let found = self.plan(bytes);
        for draft in &found.drafts {
            let case = draft.case.unwrap();
            self.recorded += 1;
            let mut id = [0; 32];
            id[..8].copy_from_slice(&self.recorded.to_be_bytes());
            let place = Place {
                origin: OriginId([1; 16]),
                incarnation: Incarnation(1),
                sequence: self.recorded,
            };
            let header = Header {
                place,
                previous: EventId::NONE,
                author: StaffId([7; 16]),
                at: Moment::parse_rfc3339(NOON).unwrap(),
                case: Some(case),
                secrecy: draft.fact.secrecy(Some(case)),
                replaces: draft.replaces.clone(),
                payload_hash: [0; 32],
            };
            let body = Some(Body { fact: draft.fact.clone(), why: None });
            self.events.entry(case).or_default().push(Event { id: EventId(id), header, body });
        }
        if let Some(case) = found.case.and_then(|id| self.case(id)) {
            self.index.insert(&Card::of(&case));
        }
        found
    }
}

fn renamed(xml: &str, reference: &str) -> String {
    xml.replace(REFERENCE, reference)
}

#[test]
fn a_report_opens_a_case_with_a_named_overseer_and_keeps_its_original() {
    let mut desk = Desk::default();
    let taken = desk.take(S01.as_bytes());
    assert_eq!(taken.outcome, Outcome::Imported);
    assert_eq!(taken.number, Some(CaseNumber("ZW1-26-0001".into())));
    let case = desk.case(taken.case.unwrap()).unwrap();
    assert!(case.disputes.is_empty() && case.anomalies.is_empty());
    assert_eq!(case.children(), 1);
    assert_eq!(case.overseer_read().unwrap().person, "A. de Boer");
    assert_eq!(case.received_at().unwrap().rfc3339(), "2026-10-05T22:41:00+02:00");
    let report = case.reports.values().next().unwrap();
    let parts: Vec<&[u8]> =
        report.message_parts.values().map(|held| held.settled().unwrap().1.as_slice()).collect();
    assert_eq!(message_of(&parts).unwrap(), S01.as_bytes());
    let told = &report.informing.settled().unwrap().persons;
    assert!(told.iter().all(|told| case.persons.contains_key(&told.person.unwrap())));
}

#[test]
fn importing_twice_adds_nothing() {
    let mut desk = Desk::default();
    let first = desk.take(S01.as_bytes());
    let respelled = S01.replace("JZ:", "n:").replace("xmlns:JZ", "xmlns:n");
    for again in [S01, respelled.as_str()] {
        let again = desk.take(again.as_bytes());
        assert_eq!(again.outcome, Outcome::Duplicate);
        assert_eq!((again.case, again.number), (first.case, first.number.clone()));
        assert!(again.drafts.is_empty());
    }
    let nameless = renamed(S01, "");
    let mut desk = Desk::default();
    assert_eq!(desk.take(nameless.as_bytes()).flags, [Flag::ReferenceMissing]);
    assert_eq!(desk.take(nameless.as_bytes()).outcome, Outcome::Duplicate);
}

#[test]
fn the_same_reference_with_other_content_is_kept_for_a_person() {
    let mut desk = Desk::default();
    let first = desk.take(S01.as_bytes());
    let other = S01.replace("rode striem", "blauwe striem");
    let found = desk.take(other.as_bytes());
    assert_eq!(found.outcome, Outcome::Conflict);
    assert_eq!(found.case, first.case);
    assert!(found.drafts.is_empty() && found.outcome.keeps_aside());
    let elsewhere = S01
        .replace("00000001999990421000", "00000001999990421999")
        .replace("PL0699-2026340117", "ANDERS-1")
        .replace("9999100", "9999109");
    assert_ne!(desk.take(elsewhere.as_bytes()).outcome, Outcome::Conflict);
}

#[test]
fn a_second_report_with_the_same_number_comes_into_the_open_case() {
    let mut desk = Desk::default();
    let first = desk.take(S01.as_bytes());
    let second = renamed(S01, "ref-2").replace("202610052241", "202610062241");
    let second = desk.take(second.as_bytes());
    assert_eq!(second.case, first.case);
    assert_eq!(second.follow_up, Some(LinkKind::SameReport));
    assert_eq!(second.flags, [Flag::FollowUp]);
    assert_eq!(second.outcome, Outcome::Imported);
    let case = desk.case(first.case.unwrap()).unwrap();
    assert_eq!(case.reports.len(), 2);
    assert_eq!((case.persons.len(), case.children()), (3, 1));
    assert!(case.disputes.is_empty(), "{:?}", case.disputes);
    assert_eq!(case.relations.len(), 2);
    assert!(case.links.is_empty());
}

#[test]
fn the_same_child_in_an_open_case_is_a_follow_up_and_what_differs_a_dispute() {
    let mut desk = Desk::default();
    let first = desk.take(S01.as_bytes());
    let second = renamed(S01, "ref-2")
        .replace("PL0699-2026340117", "SCHOOL-7")
        .replace("00000001999990421000", "00000003990001180000")
        .replace(
            "<BG:voornamen>Marijke</BG:voornamen>\n            <BG:geslachtsaanduiding>",
            "<BG:voornamen>Maria</BG:voornamen>\n            <BG:geslachtsaanduiding>",
        )
        .replace("Noor zat tijdens", "Noor vertelde dat zij tijdens");
    let second = desk.take(second.as_bytes());
    assert_eq!(second.follow_up, Some(LinkKind::SameChild));
    assert_eq!(second.case, first.case);
    let case = desk.case(first.case.unwrap()).unwrap();
    assert_eq!(case.persons.len(), 3);
    assert_eq!(case.disputes.len(), 1, "the mother's name: {:?}", case.disputes);
    assert_eq!(case.notes.len(), 1, "a second remark is an addition");
}

#[test]
fn weaker_likeness_is_only_suggested() {
    let bsn_alone = |xml: &str| {
        renamed(xml, "ref-2")
            .replace("PL0699-2026340117", "OTHER")
            .replace(">20180314<", ">20180315<")
            .replace("<BG:geslachtsnaam>Rietkamper", "<BG:geslachtsnaam>Anders")
    };
    let name_and_birth = |xml: &str| {
        renamed(xml, "ref-2").replace("PL0699-2026340117", "OTHER").replace("9999100", "9999109")
    };
    let address = |xml: &str| {
        name_and_birth(xml)
            .replace("Noor", "Fien")
            .replace("Marijke", "Els")
            .replace("Jeroen", "Kees")
    };
    for (change, kind, reason) in [
        (&bsn_alone as &dyn Fn(&str) -> String, LinkKind::SameChild, "bsn"),
        (&name_and_birth, LinkKind::SameChild, "name-birth"),
        (&address, LinkKind::SameAddress, "address"),
    ] {
        let mut desk = Desk::default();
        let first = desk.take(S01.as_bytes());
        let second = desk.take(change(S01).as_bytes());
        assert_ne!(second.case, first.case, "{reason}");
        assert_eq!(second.follow_up, None);
        let case = desk.case(second.case.unwrap()).unwrap();
        let links: Vec<_> = case.links.values().map(|held| held.settled().unwrap()).collect();
        assert_eq!(links.len(), 1, "{reason}");
        assert_eq!((links[0].other, links[0].verdict), (first.case.unwrap(), Verdict::Suggested));
        assert_eq!((links[0].kind, links[0].reason.as_str()), (kind, reason));
    }
}

#[test]
fn a_time_that_cannot_be_true_gives_the_moment_of_arrival() {
    for stamp in ["99999999999999999", "20991231", "19991231"] {
        let mut desk = Desk::default();
        let taken = desk.take(S01.replace("202610052241", stamp).as_bytes());
        assert_eq!(taken.flags, [Flag::SentAtImplausible], "{stamp}");
        let case = desk.case(taken.case.unwrap()).unwrap();
        assert_eq!(case.received_at(), Moment::parse_rfc3339(NOON), "{stamp}");
    }
}

#[test]
fn hidden_characters_make_a_report_cleaned() {
    let mut desk = Desk::default();
    let taken = desk.take(S01.replace("Noor Elisabeth", "Noor\u{202e}").as_bytes());
    assert_eq!(taken.outcome, Outcome::Cleaned);
}

#[test]
fn every_fact_of_the_largest_report_fits_in_an_event() {
    let long = "é".repeat(40_000);
    let extras: String = (0..3000)
        .map(|n| format!("<StUF:extraElement naam='n{n}'>{}</StUF:extraElement>", "x".repeat(900)))
        .collect();
    let xml = S01
        .replace("rode striem", &long)
        .replace("Fysiek geweld", &long)
        .replace("Noor zat", &long)
        .replace("Is opgelucht", &long)
        .replace(
            "<JZ:betreft ",
            &format!("<StUF:extraElementen>{extras}</StUF:extraElementen><JZ:betreft "),
        );
    let taken = Desk::default().plan(xml.as_bytes());
    assert_eq!(taken.flags, [Flag::TextShortened]);
    for draft in taken.drafts {
        let body = Body { fact: draft.fact, why: None };
        assert!(payload_bytes([0; 16], &body).is_ok());
    }
}

#[test]
fn a_report_of_our_own_is_recognised_and_its_shielded_address_stands_apart() {
    let json = format!(
        r#"{{"format":"{}","received_at":"2026-10-05T09:00:00+02:00",
        "narrative":{{"incident":"Wat er gebeurde."}},
        "persons":[{{"key":"k","name":{{"last":"Rietkamper"}},"role_code":301,
        "formal_address":{{"postcode":"8099ZX","number":"914","shielded":true}}}}]}}"#,
        json_report::FORMAT
    );
    let mut desk = Desk::default();
    let taken = desk.take(json.as_bytes());
    let case = desk.case(taken.case.unwrap()).unwrap();
    let person = case.persons.values().next().unwrap();
    assert!(person.shielded && person.formal_address.is_empty());
    let shown = |may| {
        let reader = Reader { may_see_reporter: true, may_see_shielded: may };
        case_json(&case, &around(&[]), reader)["persons"][0]["formal_address"].clone()
    };
    assert_eq!(shown(true)["postcode"], "8099ZX");
    assert_eq!(shown(false)["withheld"], "shielded");
    assert_eq!(desk.take(json.replace("\n", "  ").as_bytes()).outcome, Outcome::Duplicate);
}

/// Nothing to do, and nobody known by name.
fn around(deadlines: &[DeadlineLine]) -> Around<'_> {
    Around { deadlines, duties: &[], today: Moment(0).day(), name: &|_| None }
}

#[test]
fn a_case_in_json_has_the_keys_scripts_rely_on() {
    let mut desk = Desk::default();
    let taken = desk.take(S05.as_bytes());
    let case = desk.case(taken.case.unwrap()).unwrap();
    let line = DeadlineLine {
        what: "triage".into(),
        due_day: case.received_at().unwrap().day(),
        clock: "statutory".into(),
        days_left: -3,
        met_on: None,
    };
    let reader = Reader { may_see_reporter: true, may_see_shielded: true };
    let shown = case_json(&case, &around(&[line]), reader);
    let keys = |value: &serde_json::Value| {
        let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    for key in [
        "case",
        "number",
        "state",
        "acute",
        "overseer",
        "retention",
        "reports",
        "persons",
        "deadlines",
        "triage",
        "assessments",
        "safety_plans",
        "tracks",
        "investigations",
        "handovers",
        "board",
        "requests",
        "measures",
        "signals",
        "duties",
        "disputes",
    ] {
        assert!(keys(&shown).contains(&key.to_owned()), "{key}");
    }
    assert_eq!(keys(&shown["reports"][0]["incident_date"]), ["no_value", "precision", "value"]);
    let withheld = case_json(&case, &around(&[]), Reader { may_see_reporter: false, ..reader });
    assert_eq!(withheld["reports"][0]["reporter"]["withheld"], "role");
    let printed = withheld.to_string();
    let full = shown.to_string();
    let contact = shown["reports"][0]["reporter"]["contact"]["name"].as_str().unwrap();
    assert!(full.contains(contact) && !printed.contains(contact));
    assert!(printed.contains(r#""withheld":"reporter""#), "the informant is withheld too");
}

#[test]
fn a_filler_is_nowhere_in_the_json() {
    let mut desk = Desk::default();
    let taken = desk.take(S04.as_bytes());
    let case = desk.case(taken.case.unwrap()).unwrap();
    let reader = Reader { may_see_reporter: true, may_see_shielded: true };
    let shown = case_json(&case, &around(&[]), reader).to_string();
    for filler in ["2015-01-01", "20150101", "1986-05-00", "2026-10-01"] {
        assert!(!shown.contains(filler), "{filler}");
    }
    assert!(shown.contains(r#""precision":"year""#));
}

#[test]
fn no_draft_replaces_anything() {
    let mut desk = Desk::default();
    for xml in [S01, S02, S04, S05, S08, S11] {
        for draft in desk.take(xml.as_bytes()).drafts {
            assert!(draft.replaces.is_empty());
            assert!(!matches!(draft.fact, Fact::Retracted { .. }));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None,
        ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = recognise::read(&bytes);
        let _ = read(&[b"<?xml version='1.0'?>".as_slice(), &bytes].concat());
    }

    #[test]
    fn a_damaged_report_is_taken_in_or_refused(
        sample in 0usize..6,
        cuts in proptest::collection::vec(
            (any::<prop::sample::Index>(), any::<u8>(), 0u8..4), 1..8),
    ) {
        let samples = [S01, S02, S04, S05, S08, S11];
        let mut bytes = samples[sample].as_bytes().to_vec();
        for (at, byte, how) in cuts {
            if bytes.is_empty() { break }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => { bytes.remove(at); }
                2 => bytes.insert(at, byte),
                _ => bytes.truncate(bytes.len().max(at + 1) - at % 50),
            }
        }
        if recognise::read(&bytes).is_ok() {
            Desk::default().take(&bytes);
        }
    }
}
