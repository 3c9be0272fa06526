//! `meldingGeneriekDi01`: the generic report, new in version 1.0.9 of the standard.
//!
//! It knows no youth-care roles for its main person: who is under eighteen on the day of the report
//! is taken as the child, as the sender asks help for a child. Other persons carry a relation to
//! the main person. Deliberately absent: the answer message.

use super::labels::{label, role_of_relation};
use super::person::{
    add_remarks, authority_of, birth, bsn, dutch_address, foreign_address, interpreter, name,
    note_unknown, other_numbers, sex,
};
use super::reading::{Given, all, child, date, extras, given, long_text, moment, present, text};
use super::vt_report::{Content, relation};
use crate::document::incoming::{Gathering, IncomingInformed, IncomingPerson};
use crate::document::xml::{Element, Space};
use crate::domain::code::Role;
use crate::domain::person::{
    Address, Answer, Background, Birth, Involvement, Name, Part, PersonAspects, Reach,
};
use crate::domain::report::{
    Circumstances, Flag, Informed, Informing, Narrative, Occasion, ReportAspects, ReporterIdentity,
};
use crate::domain::time::{Day, NoValue, PartialDate};
use chrono::Datelike;

const JZ: &Space = &Space::Jz;
const ZKN: &Space = &Space::Zkn;
const BG: &Space = &Space::Bg;

/// Reads the `object` of the message.
pub fn read(object: &Element, gathering: &mut Gathering) -> Content {
    let mut content = Content::default();
    let situation = present(object, ZKN, "betreft").and_then(|b| present(b, ZKN, "gerelateerde"));
    let incident = situation
        .and_then(|found| present(found, JZ, "kent"))
        .and_then(|found| present(found, JZ, "gerelateerde"));
    let report_date = stamp_day(child(object, JZ, "datumTijdMelding"), gathering);
    let mut general = Vec::new();
    main_person(object, &report_date, &mut content, (&mut general, gathering));
    for other in all(object, ZKN, "heeftAlsOverigBetrokkene") {
        other_person(other, &mut content, (&mut general, gathering));
    }
    content.reporter = reporter(object, gathering);
    let (narrative, circumstances) = told(object, situation, incident, gathering);
    content.aspects = ReportAspects {
        occasion: Some(occasion(object, incident, report_date, gathering)),
        narrative: Some(narrative),
        circumstances: Some(circumstances),
        informing: Some(Informing { general: general.join("\n"), ..Informing::default() }),
        ..ReportAspects::default()
    };
    content
}

fn occasion(
    object: &Element,
    incident: Option<&Element>,
    report_date: PartialDate,
    gathering: &mut Gathering,
) -> Occasion {
    let period = incident
        .and_then(|found| present(found, JZ, "periodeVanTot"))
        .and_then(|period| child(period, JZ, "datumtijdBegin"));
    let at = incident.and_then(|found| child(found, JZ, "datumTijd")).or(period);
    Occasion {
        report_date,
        incident_date: stamp_day(at, gathering),
        location: incident
            .map(|found| text(found, (JZ, "locatieAanduiding"), gathering))
            .unwrap_or_default(),
        report_number: text(object, (ZKN, "identificatie"), gathering),
    }
}

/// The day of a stamp `YYYYMMDD…`.
fn stamp_day(element: Option<&Element>, gathering: &mut Gathering) -> PartialDate {
    let Given::Value(stamp) = given(element) else { return PartialDate::Absent(None) };
    match moment(stamp) {
        Some(moment) => PartialDate::Day(moment.day()),
        None => {
            gathering.flags.insert(Flag::DateImpossible);
            PartialDate::Absent(Some(NoValue::Unknown))
        }
    }
}

fn main_person(
    object: &Element,
    report_date: &PartialDate,
    content: &mut Content,
    (general, gathering): (&mut Vec<String>, &mut Gathering),
) {
    let Some(link) = present(object, ZKN, "heeftBetrekkingOp") else { return };
    let person = present(link, ZKN, "gerelateerde")
        .and_then(|found| present(found, ZKN, "natuurlijkPersoon"));
    let mut aspects = person.map(|found| aspects(found, gathering)).unwrap_or_default();
    let part = match given(child(link, ZKN, "hoedanigheid")) {
        Given::Value("001") => Some(Part::Perpetrator),
        Given::Value("002" | "003") => Some(Part::Victim),
        Given::Value("004") => Some(Part::Witness),
        Given::Value(_) => Some(Part::Other),
        Given::Nil(_) | Given::Absent => None,
    };
    let role = is_minor(&aspects, report_date).then_some(Role::YOUTH);
    aspects.involvement = Some(Involvement { role, authority: Answer::Unknown, part });
    finish(link, aspects, content, (general, gathering));
}

fn other_person(
    link: &Element,
    content: &mut Content,
    (general, gathering): (&mut Vec<String>, &mut Gathering),
) {
    let code = text(link, (ZKN, "betrokkenheidRelatie"), gathering);
    let role = role_of_relation(&code);
    let related = present(link, ZKN, "gerelateerde");
    let person = related.and_then(|found| present(found, ZKN, "natuurlijkPersoon"));
    let unit = related.and_then(|found| present(found, ZKN, "organisatorischeEenheid"));
    let mut aspects = person.map(|found| aspects(found, gathering)).unwrap_or_default();
    if let Some(unit) = unit {
        // An organisation as another party: its name stands where a name stands.
        let last = text(unit, (ZKN, "naam"), gathering);
        aspects.name = Some(Name { last, ..Name::default() });
    }
    aspects.involvement = Some(Involvement { role, authority: authority_of(role), part: None });
    finish(link, aspects, content, (general, gathering));
    let from = content.persons.len().saturating_sub(1);
    if from > 0 && !code.is_empty() {
        let mut found = relation(from, 0, label("relation", &code).to_owned());
        found.what.role = role;
        content.relations.push(found);
    }
}

/// Puts a person in, with what was told to him or her about the report.
fn finish(
    link: &Element,
    mut aspects: PersonAspects,
    content: &mut Content,
    (general, gathering): (&mut Vec<String>, &mut Gathering),
) {
    let lines = extras(link, gathering).into_iter().map(|(name, value)| format!("{name}: {value}"));
    add_remarks(&mut aspects, lines.collect(), gathering);
    note_unknown(&aspects, gathering);
    let shown = aspects.name.as_ref().map(Name::display).unwrap_or_default();
    content.persons.push(IncomingPerson { aspects, ..IncomingPerson::default() });
    let place = content.persons.len() - 1;
    let Some(told) = present(link, ZKN, "informering") else { return };
    let reason = long_text(told, (BG, "redenNietGeinformeerd"), gathering);
    if !reason.is_empty() {
        general.push(format!("{shown}: {reason}"));
    }
    let yes = matches!(given(child(told, BG, "indicatieGeinformeerd")), Given::Value("Ja"));
    if yes {
        let reaction = long_text(told, (BG, "reactie"), gathering);
        let reacted = if reaction.is_empty() { Answer::Unknown } else { Answer::Yes };
        let date = date(child(told, BG, "datum"), gathering);
        let (name, manner) = (String::new(), String::new());
        let told = Informed { person: None, name, manner, reacted, reaction, date };
        content.informed.push(IncomingInformed { person: Some(place), told });
    }
}

fn aspects(person: &Element, gathering: &mut Gathering) -> PersonAspects {
    let name = name(person, gathering);
    let mut reach = Reach::default();
    reach.phones.push(text(person, (BG, "sub.telefoonnummer"), gathering));
    reach.mails.push(text(person, (BG, "sub.emailadres"), gathering));
    reach.phones.retain(|phone| !phone.is_empty());
    reach.mails.retain(|mail| !mail.is_empty());
    let language = present(person, BG, "taal").map(|l| text(l, (BG, "omschrijving"), gathering));
    let language = language.unwrap_or_default();
    let nation = present(person, BG, "inp.heeftAlsNationaliteit")
        .and_then(|found| present(found, BG, "gerelateerde"))
        .map(|found| text(found, (BG, "omschrijving"), gathering));
    let background = Background {
        nationality: nation.unwrap_or_default(),
        interpreter: interpreter(&language),
        language,
        other_numbers: other_numbers(person, gathering),
        ..Background::default()
    };
    let mut found = PersonAspects {
        name: (name != Name::default()).then_some(name),
        sex: sex(person),
        birth: birth(person, gathering),
        bsn: bsn(person, gathering),
        reach: (reach != Reach::default()).then_some(reach),
        background: (background != Background::default()).then_some(background),
        ..PersonAspects::default()
    };
    addresses(person, &mut found, gathering);
    let lines: Vec<String> = extras(person, gathering)
        .into_iter()
        .chain(places_of_birth(person, gathering))
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    add_remarks(&mut found, lines, gathering);
    found
}

fn places_of_birth(person: &Element, gathering: &mut Gathering) -> Vec<(String, String)> {
    let names = ["inp.geboorteplaats", "geboortplaatsnaamBuitenland", "geboortelandNaam"];
    let mut found = Vec::new();
    for name in names {
        let value = text(person, (BG, name), gathering);
        if !value.is_empty() {
            found.push((name.trim_start_matches("inp.").to_owned(), value));
        }
    }
    found
}

/// Registered: kinds 03, 07, 51, 52; actual: 02, 08; any other fills what is still empty.
fn addresses(person: &Element, found: &mut PersonAspects, gathering: &mut Gathering) {
    let mut others = Vec::new();
    for element in all(person, BG, "adres") {
        let mut address = present(element, BG, "nederlandsadres")
            .map(|group| dutch_address(group, gathering))
            .unwrap_or_default();
        if let Some(group) = present(element, BG, "buitenlandsAdres") {
            foreign_address(group, &mut address, gathering);
        }
        if address == Address::default() {
            continue;
        }
        let kind = text(element, (BG, "soortadres"), gathering);
        match kind.as_str() {
            "03" | "07" | "51" | "52" if found.formal_address.is_none() => {
                found.formal_address = Some(address);
            }
            "02" | "08" if found.actual_address.is_none() => found.actual_address = Some(address),
            _ => others.push((kind, address)),
        }
    }
    let mut lines = Vec::new();
    for (kind, address) in others {
        let line = [&address.street, &address.number, &address.postcode, &address.city]
            .into_iter()
            .chain(&address.foreign_lines)
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" ");
        lines.push(format!("adres ({kind}): {line}"));
    }
    add_remarks(found, lines, gathering);
}

/// Whether somebody is under eighteen on the day of the report, as far as the date tells.
fn is_minor(aspects: &PersonAspects, report_date: &PartialDate) -> bool {
    let Some(Birth::Born(born)) = aspects.birth else { return false };
    let Some(year) = report_date.year() else { return false };
    match (born, report_date) {
        (PartialDate::Day(born), PartialDate::Day(today)) => {
            let eighteen = Day::from_ymd_opt(born.year() + 18, born.month(), born.day())
                .or_else(|| Day::from_ymd_opt(born.year() + 18, 3, 1));
            eighteen.is_some_and(|day| *today < day)
        }
        _ => born.year().is_some_and(|born| year - born < 19),
    }
}

fn told(
    object: &Element,
    situation: Option<&Element>,
    incident: Option<&Element>,
    gathering: &mut Gathering,
) -> (Narrative, Circumstances) {
    let mut narrative = Narrative {
        request: long_text(object, (JZ, "verzoekOmschrijving"), gathering),
        extras: extras(object, gathering),
        ..Narrative::default()
    };
    let mut circumstances = Circumstances::default();
    if let Some(incident) = incident {
        narrative.incident = long_text(incident, (JZ, "omschrijving"), gathering);
        narrative.extras.extend(extras(incident, gathering));
    }
    if let Some(reason) = present(object, JZ, "redenMelding") {
        let words = long_text(reason, (JZ, "omschrijving"), gathering);
        if narrative.incident.is_empty() {
            narrative.incident = words;
        } else if !words.is_empty() {
            narrative.extras.push(("redenMelding".to_owned(), words));
        }
    }
    for name in ["soortmeldingCode", "indicatieTerugkoppelingGewenst"] {
        let value = text(object, (JZ, name), gathering);
        if !value.is_empty() {
            narrative.extras.push((name.to_owned(), value));
        }
    }
    if let Some(more) = present(object, JZ, "overigeInformatie") {
        for element in &more.children {
            let value = gathering.text(element.text.trim());
            narrative.extras.push((element.name.to_string(), value));
        }
    }
    if let Some(situation) = situation {
        narrative.concern = long_text(situation, (JZ, "omschrijvingZorgelijkeSituatie"), gathering);
        narrative.additional = long_text(situation, (JZ, "nadereOmschrijving"), gathering);
        narrative.extras.extend(extras(situation, gathering));
        let involved = text(situation, (JZ, "indicatieInstantiesBetrokken"), gathering);
        if !involved.is_empty() {
            narrative.extras.push(("indicatieInstantiesBetrokken".to_owned(), involved));
        }
        questions(situation, &mut narrative, &mut circumstances, gathering);
    }
    (narrative, circumstances)
}

fn questions(
    situation: &Element,
    narrative: &mut Narrative,
    circumstances: &mut Circumstances,
    gathering: &mut Gathering,
) {
    for element in all(situation, JZ, "vraagAntwoord") {
        let code = text(element, (JZ, "vraagCode"), gathering);
        let reply = long_text(element, (JZ, "antwoord"), gathering);
        let single = match code.as_str() {
            "VT-001" => Some(&mut circumstances.existing_help),
            "VT-002" => Some(&mut circumstances.restraining_order),
            "VT-003" => Some(&mut circumstances.arrest),
            "VT-004" => Some(&mut circumstances.charge),
            "VT-005" => Some(&mut circumstances.honour),
            _ => None,
        };
        match single {
            Some(place) if place.is_empty() => *place = reply,
            _ if code == "VT-006" && !reply.is_empty() => {
                circumstances.earlier_registrations.push(reply);
            }
            _ => narrative.questions.push((label("question", &code).to_owned(), reply)),
        }
    }
    for element in all(situation, JZ, "leefgebied") {
        let code = text(element, (JZ, "leefgebiedCode"), gathering);
        let words = long_text(element, (JZ, "toelichting"), gathering);
        narrative.questions.push((label("area", &code).to_owned(), words));
    }
}

fn reporter(object: &Element, gathering: &mut Gathering) -> ReporterIdentity {
    let unit = present(object, ZKN, "heeftAlsInitiator")
        .and_then(|found| present(found, ZKN, "gerelateerde"))
        .and_then(|found| present(found, ZKN, "organisatorischeEenheid"));
    let Some(unit) = unit else { return ReporterIdentity::default() };
    let mut found = ReporterIdentity {
        organisation: text(unit, (ZKN, "naam"), gathering),
        code: text(unit, (ZKN, "identificatie"), gathering),
        ..ReporterIdentity::default()
    };
    let contact = present(unit, ZKN, "heeftAlsContactpersoon")
        .and_then(|found| present(found, ZKN, "gerelateerde"));
    if let Some(contact) = contact {
        found.contact_name = text(contact, (ZKN, "naam"), gathering);
        found.mails.push(text(contact, (ZKN, "emailadres"), gathering));
        found.phones.push(text(contact, (ZKN, "telefoonnummer"), gathering));
        found.mails.retain(|mail| !mail.is_empty());
        found.phones.retain(|phone| !phone.is_empty());
    }
    found
}
