//! The synthetic samples, field by field, and hostile variants of them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::read;
use crate::document::incoming::Incoming;
use crate::document::refusal::Kind;
use crate::domain::code::Role;
use crate::domain::person::{Answer, Birth, BsnStatus, Part, Sex};
use crate::domain::report::{Flag, ReporterIdentity};
use crate::domain::time::{NoValue, PartialDate};

macro_rules! sample {
    ($name:literal) => {
        include_str!(concat!("../../../tests/data/corv/", $name))
    };
}

const S01: &str = sample!("s01_vtMelding_politie_1_kind.xml");
const S02: &str = sample!("s02_vtMelding_politie_4_kinderen.xml");
const S03: &str = sample!("s03_vtMelding_arts_ongeboren_kind.xml");
const S04: &str = sample!("s04_vtMelding_school_bsn_onbekend.xml");
const S05: &str = sample!("s05_vtMelding_politie_6000_tekens.xml");
const S06: &str = sample!("s06_vtMelding_huisarts_tussenvoegsels.xml");
const S07: &str = sample!("s07_vtMelding_politie_sash_hoog.xml");
const S08: &str = sample!("s08_vtMelding_minimaal_nil.xml");
const S11: &str = sample!("s11_meldingGeneriek.xml");

fn taken(xml: &str) -> Incoming {
    read(xml.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn refused(bytes: &[u8]) -> (Kind, String) {
    read(bytes).map(|_| ()).map_err(|refusal| (refusal.kind, refusal.place)).unwrap_err()
}

fn flags(incoming: &Incoming) -> Vec<Flag> {
    incoming.flags.iter().copied().collect()
}

fn names(incoming: &Incoming) -> Vec<String> {
    let name = |p: &crate::document::incoming::IncomingPerson| {
        p.aspects.name.as_ref().map(|name| name.display()).unwrap_or_default()
    };
    incoming.persons.iter().map(name).collect()
}

fn roles(incoming: &Incoming) -> Vec<u16> {
    let role = |p: &crate::document::incoming::IncomingPerson| {
        p.aspects.involvement.and_then(|i| i.role).map_or(0, |role| role.0)
    };
    incoming.persons.iter().map(role).collect()
}

#[test]
fn s01_is_read_field_by_field() {
    let report = taken(S01);
    assert_eq!(flags(&report), []);
    let message = report.message.as_ref().unwrap();
    assert_eq!(message.message_type, "vtMeldingDi01");
    assert_eq!(message.organisation, "00000001999990421000");
    assert_eq!(message.application, "Politie-applicatie");
    assert_eq!(message.reference, "3f0c1d52-6a3e-4b0f-9c11-7d2a5e8f0101");
    assert_eq!(report.received_at.unwrap().rfc3339(), "2026-10-05T22:41:00+02:00");
    let occasion = report.aspects.occasion.as_ref().unwrap();
    assert_eq!(occasion.report_number, "PL0699-2026340117");
    assert_eq!(occasion.report_date.value().as_deref(), Some("2026-10-05"));
    assert_eq!(occasion.location, "Kwikstaartlaan 914, Zwolle");
    let told = report.aspects.narrative.as_ref().unwrap();
    assert!(told.incident.starts_with("Op maandag 5 oktober") && told.incident.contains("\n\n"));
    assert!(told.concern.starts_with("Fysiek geweld tussen ouders"));
    let around = report.aspects.circumstances.as_ref().unwrap();
    assert_eq!(around.earlier_registrations.len(), 2);
    assert_eq!(around.arrest, "Nee");
    assert_eq!(around.honour, "Geen aanwijzingen");
    assert_eq!(around.stalking_screened, Some(Answer::No));
    assert_eq!(around.joint_meeting, Some(Answer::Yes));
    assert_eq!(
        names(&report),
        [
            "Noor Elisabeth van den Rietkamper",
            "Marijke Kwartelaar",
            "Jeroen Pieter van den Rietkamper",
        ]
    );
    assert_eq!(roles(&report), [301, 112, 112]);
    let noor = &report.persons[0].aspects;
    assert_eq!(noor.bsn, Some(BsnStatus::Unverified("999910012".into())));
    assert_eq!(noor.sex, Some(Sex::Female));
    assert!(noor.remark.as_ref().unwrap().starts_with("Noor zat tijdens"));
    let father = &report.persons[2].aspects;
    assert_eq!(father.formal_address.as_ref().unwrap().number, "938-hs");
    assert_eq!(father.actual_address.as_ref().unwrap().postcode, "8099ZX");
    assert_eq!(father.reach.as_ref().unwrap().phones, ["06-00001205"]);
    assert_eq!(father.involvement.unwrap().authority, Answer::Yes);
    let said: Vec<_> =
        report.relations.iter().map(|r| (r.from, r.to, r.what.text.as_str())).collect();
    assert_eq!(said, [(2, 1, "echtgenoot"), (2, 0, "vader")]);
    let informed: Vec<_> = report.informed.iter().map(|i| (i.person, i.told.reacted)).collect();
    assert_eq!(informed, [(Some(1), Answer::Yes), (Some(2), Answer::Yes)]);
    assert_eq!(report.informed[0].told.manner, "mondeling");
    assert_eq!(report.informed[0].told.reaction, "Is opgelucht dat er iemand meekijkt.");
    assert_eq!(
        report.reporter,
        ReporterIdentity {
            organisation: "Politie Eenheid Oost-Nederland, basisteam Zwolle".into(),
            code: "PL0699".into(),
            numbers: vec!["RSIN: 999990421".into()],
            contact_name: "S. Okkernoot".into(),
            department: "Basisteam Zwolle".into(),
            mails: vec!["s.okkernoot@politie.example".into()],
            phones: vec!["088-0001401".into()],
        }
    );
}

#[test]
fn s02_holds_four_children_and_a_grandmother() {
    let report = taken(S02);
    assert_eq!(flags(&report), []);
    assert_eq!(roles(&report).iter().filter(|role| **role == 301).count(), 4);
    assert!(roles(&report).contains(&125));
}

#[test]
fn s03_has_no_child_yet_and_says_so() {
    let report = taken(S03);
    assert!(!roles(&report).contains(&Role::YOUTH.0));
    assert_eq!(flags(&report), [Flag::NoChild]);
    let mother = &report.persons[0].aspects;
    assert!(mother.remark.as_ref().unwrap().contains("Uitgerekende datum: 18-12-2026"));
    assert_eq!(report.persons[1].aspects.bsn, Some(BsnStatus::Unknown));
    assert!(matches!(report.persons[1].aspects.birth, Some(Birth::Born(PartialDate::Year(_)))));
    assert_eq!(report.aspects.circumstances.unwrap().joint_meeting, Some(Answer::Unknown));
}

#[test]
fn s04_never_shows_a_filler() {
    let report = taken(S04);
    assert_eq!(flags(&report), []);
    assert_eq!(report.received_at.unwrap().rfc3339(), "2026-10-21T00:00:00+02:00");
    let occasion = report.aspects.occasion.as_ref().unwrap();
    assert_eq!(occasion.incident_date, PartialDate::Month(2026, 10));
    let [child, mother, stepfather] = &report.persons[..] else { panic!("three persons") };
    assert_eq!(child.aspects.birth, Some(Birth::Born(PartialDate::Year(2015))));
    assert_eq!(child.aspects.bsn, Some(BsnStatus::Unknown));
    assert_eq!(child.aspects.remark.as_deref(), Some("roepnaam: Gosia"));
    let background = child.aspects.background.as_ref().unwrap();
    assert_eq!(background.other_numbers, ["vreemdelingennummer: 2990000411"]);
    assert_eq!(background.nationality, "Poolse");
    assert_eq!(mother.aspects.birth, Some(Birth::Born(PartialDate::Month(1986, 5))));
    let address = mother.aspects.formal_address.as_ref().unwrap();
    assert_eq!(address.country_code, "7028");
    assert_eq!(address.foreign_lines, ["ul. Zmyślona 9001", "00-000 Nigdzie"]);
    assert_eq!(mother.aspects.background.as_ref().unwrap().interpreter, Some(Answer::Yes));
    let name = stepfather.aspects.name.as_ref().unwrap();
    assert_eq!((name.first.as_str(), name.last.as_str()), ("Marek", ""));
    assert_eq!(report.reporter.numbers, ["vestiging: 999000000033"]);
    assert_eq!(report.reporter.department, "");
}

#[test]
fn s05_keeps_all_six_thousand_characters() {
    let report = taken(S05);
    let told = report.aspects.narrative.as_ref().unwrap();
    assert_eq!(told.incident.chars().count(), 6000);
    assert!(!report.flags.contains(&Flag::TextShortened));
    let protected: Vec<_> = report.persons.iter().map(|person| person.protected).collect();
    assert!(protected.contains(&true), "the informant is under the reporter's key");
}

#[test]
fn s06_keeps_names_in_their_parts() {
    let report = taken(S06);
    let prefixes: Vec<_> = report
        .persons
        .iter()
        .filter_map(|p| p.aspects.name.as_ref())
        .map(|name| name.prefix.as_str())
        .collect();
    for prefix in ["in 't", "de la", "van 't", "von und zu", "al"] {
        assert!(prefixes.contains(&prefix), "{prefix} in {prefixes:?}");
    }
}

#[test]
fn s07_raises_the_stalking_screening() {
    let report = taken(S07);
    assert_eq!(flags(&report), [Flag::StalkingHigh]);
    let around = report.aspects.circumstances.as_ref().unwrap();
    assert_eq!(around.stalking_level, "hoog");
    assert!(!around.arrest.is_empty() && !around.charge.is_empty());
    assert!(report.informed.iter().any(|i| i.told.manner == "onbenoemd"));
}

#[test]
fn s08_is_taken_in_with_nearly_nothing() {
    let report = taken(S08);
    assert_eq!(flags(&report), [Flag::ReportNumberMissing, Flag::NoChild, Flag::NarrativeEmpty]);
    assert!(report.persons.is_empty());
    assert_eq!(report.reporter, ReporterIdentity::default());
    let occasion = report.aspects.occasion.unwrap();
    assert_eq!(occasion.report_date, PartialDate::Absent(Some(NoValue::Unknown)));
}

#[test]
fn s11_the_generic_report_is_read_field_by_field() {
    let report = taken(S11);
    assert_eq!(flags(&report), []);
    assert_eq!(names(&report), ["Daniël van der Sint-Jansteker", "Yfke van der Sint-Jansteker"]);
    assert_eq!(roles(&report), [301, 111]);
    assert_eq!(report.persons[0].aspects.involvement.unwrap().part, Some(Part::Victim));
    assert_eq!(report.persons[0].aspects.actual_address.as_ref().unwrap().number, "982");
    let told = report.aspects.narrative.as_ref().unwrap();
    assert_eq!(told.incident, "Kind alleen thuis");
    assert!(told.concern.starts_with("Kind van negen"));
    assert!(told.additional.starts_with("Buurman belde"));
    assert!(told.request.starts_with("Graag beoordelen"));
    assert_eq!(told.questions[0].0, "Lichamelijke gezondheid");
    let around = report.aspects.circumstances.as_ref().unwrap();
    assert!(around.existing_help.starts_with("Ja, ambulante"));
    assert_eq!(around.restraining_order, "Nee");
    assert_eq!(around.earlier_registrations, ["Geen"]);
    let occasion = report.aspects.occasion.as_ref().unwrap();
    assert_eq!(occasion.incident_date.value().as_deref(), Some("2026-11-05"));
    assert_eq!(occasion.location, "Kwikstaartlaan 982, Dalfsen");
    assert_eq!(report.relations[0].what.text, "Ouder");
    assert_eq!(report.informed.len(), 1);
    let general = report.aspects.informing.as_ref().unwrap().general.as_str();
    assert_eq!(general, "Yfke van der Sint-Jansteker: Moeder lag in het ziekenhuis.");
    assert_eq!(report.reporter.contact_name, "S. Okkernoot");
}

#[test]
fn messages_for_a_later_step_are_recognised() {
    for xml in [
        sample!("s09_notificatie_intake_afgerond.xml"),
        sample!("s10_notificatie_zaak_afgerond_maatregel.xml"),
        sample!("s12_vto.xml"),
        sample!("s13_vtTerugkoppeling.xml"),
        "<f:Fo01Bericht xmlns:f='http://www.egem.nl/StUF/StUF0301'/>",
    ] {
        assert_eq!(refused(xml.as_bytes()).0, Kind::LaterStep);
    }
    assert_eq!(refused(b"<html/>").0, Kind::NotAReport);
}

#[test]
fn spelling_and_envelope_do_not_change_the_content() {
    let plain = taken(S01);
    let body = S01.split_once("?>").unwrap().1;
    let soap = |version: &str| {
        format!(
            "<?xml version='1.0'?><e:Envelope xmlns:e='{version}'><e:Header><x/></e:Header>\
             <e:Body>\n{body}\n</e:Body></e:Envelope>"
        )
    };
    let prefixed = S01.replace("JZ:", "ns1:").replace(":JZ=", ":ns1=");
    let commented = S01.replace("20180314<", "20180314<!--input: 2018-03-14--><");
    for other in [
        soap("http://schemas.xmlsoap.org/soap/envelope/"),
        soap("http://www.w3.org/2003/05/soap-envelope"),
        prefixed,
        commented,
    ] {
        let other = taken(&other);
        assert_eq!(other.message, plain.message);
        assert_eq!(other.persons, plain.persons);
    }
    let utf16: Vec<u8> =
        S01.replace("UTF-8", "UTF-16").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&[b"\xff\xfe".as_slice(), &utf16].concat()).unwrap().message, plain.message);
    let latin = S01.replace("UTF-8", "ISO-8859-1");
    let latin: Vec<u8> = latin.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(read(&latin).unwrap().message, plain.message);
    let changed = taken(&S01.replace("rode striem", "blauwe striem"));
    assert_ne!(changed.message, plain.message);
}

#[test]
fn a_person_is_needed_for_what_is_odd_but_not_wrong() {
    let cases = [
        (S01.replace(">999910012<", ">999910013<"), Flag::BsnInvalid),
        (S01.replace(">20180314<", ">20180230<"), Flag::DateImpossible),
        (S01.replace(">202610052241<", ">99999999999999999<"), Flag::SentAtImplausible),
        (S01.replace(">3f0c1d52-6a3e-4b0f-9c11-7d2a5e8f0101<", "><"), Flag::ReferenceMissing),
        (S01.replace(">PL0699-2026340117<", "> <"), Flag::ReportNumberMissing),
        (S01.replace("Noor Elisabeth", "Noor\u{202e} Elisabeth"), Flag::HiddenCharacters),
        (S01.replace("Noor Elisabeth", "Noor\u{9b}31m"), Flag::HiddenCharacters),
        (S01.replace("rode striem", &"x".repeat(70_000)), Flag::TextShortened),
    ];
    for (xml, flag) in cases {
        assert_eq!(flags(&taken(&xml)), [flag]);
    }
}

#[test]
fn hostile_files_are_refused_by_kind() {
    let bomb = "<!DOCTYPE a [<!ENTITY b 'xxxxxxxxxx'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>";
    let deep = "<a>".repeat(100_000);
    let wide = format!("<a>{}</a>", "<b/>".repeat(300_000));
    let many: String = (0..100).map(|n| format!(" a{n}=''")).collect();
    let cases = [
        (bomb.to_owned(), Kind::DocumentType),
        ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>".to_owned(), Kind::DocumentType),
        ("<a>&xxe;</a>".to_owned(), Kind::Entity),
        ("<a b='&xxe;'/>".to_owned(), Kind::Entity),
        (deep, Kind::TooDeep),
        (wide, Kind::TooMany),
        (format!("<a{many}/>"), Kind::TooMany),
        (String::new(), Kind::Empty),
        ("   ".to_owned(), Kind::Empty),
        ("geen xml".to_owned(), Kind::NotXml),
        ("<a>".to_owned(), Kind::NotXml),
        ("<a></b>".to_owned(), Kind::NotXml),
        ("<a/><b/>".to_owned(), Kind::NotXml),
        ("<a/>x".to_owned(), Kind::NotXml),
        ("<p:a/>".to_owned(), Kind::NotXml),
        ("<a b='1' b='2'/>".to_owned(), Kind::NotXml),
        ("<a>\u{1}</a>".to_owned(), Kind::NotXml),
        ("<a>&#0;</a>".to_owned(), Kind::NotXml),
        ("<a>]]></a>".to_owned(), Kind::NotXml),
        (S01.get(..S01.len() / 2).unwrap().to_owned(), Kind::NotXml),
    ];
    for (xml, kind) in cases {
        let start: String = xml.chars().take(60).collect();
        assert_eq!(refused(xml.as_bytes()).0, kind, "{start}");
    }
}
