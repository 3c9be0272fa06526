//! `vtMeldingDi01`: a report to Veilig Thuis.
//!
//! Deliberately absent: judgement. What the sender wrote goes to the field that is meant for it;
//! the capacity of the reporter and the reasons for contact are for a person to tell.

use super::person::{add_remarks, involved, mention, recognise, relations};
use super::reading::{
    Given, all, answer, child, date, extras, given, long_text, present, text, texts,
};
use crate::document::incoming::{Gathering, IncomingInformed, IncomingPerson, IncomingRelation};
use crate::document::xml::{Element, Space};
use crate::domain::code::Role;
use crate::domain::id::PersonId;
use crate::domain::person::{Answer, Relation};
use crate::domain::report::{
    Circumstances, Flag, Informed, Informing, Narrative, Occasion, ReportAspects, ReporterIdentity,
};

const JZ: &Space = &Space::Jz;
const ZKN: &Space = &Space::Zkn;
const BG: &Space = &Space::Bg;

/// What both kinds of report are read into.
#[derive(Debug, Default)]
pub struct Content {
    /// About the report.
    pub aspects: ReportAspects,
    /// Who was told.
    pub informed: Vec<IncomingInformed>,
    /// Who reported.
    pub reporter: ReporterIdentity,
    /// The persons.
    pub persons: Vec<IncomingPerson>,
    /// Their relations.
    pub relations: Vec<IncomingRelation>,
}

/// Reads the `object` of the message.
pub fn read(object: &Element, gathering: &mut Gathering) -> Content {
    let situation = present(object, JZ, "betreft").and_then(|b| present(b, JZ, "gerelateerde"));
    let mut content = Content::default();
    if let Some(situation) = situation {
        persons(situation, &mut content, gathering);
    }
    content.informed = informed(object, &content.persons, gathering);
    content.reporter = reporter(object, gathering);
    let narrative = narrative(object, situation, gathering);
    let occasion = Occasion {
        report_date: date(child(object, JZ, "datumMelding"), gathering),
        incident_date: date(child(object, JZ, "datumIncident"), gathering),
        location: text(object, (JZ, "locatieIncident"), gathering),
        report_number: text(object, (JZ, "identificatieVtMelding"), gathering),
    };
    let general = long_text(object, (JZ, "informering"), gathering);
    content.aspects = ReportAspects {
        occasion: Some(occasion),
        narrative: Some(narrative),
        circumstances: Some(circumstances(object, situation, gathering)),
        informing: Some(Informing { general, ..Informing::default() }),
        ..ReportAspects::default()
    };
    content
}

fn narrative(
    object: &Element,
    situation: Option<&Element>,
    gathering: &mut Gathering,
) -> Narrative {
    let incident = long_text(object, (JZ, "omschrijvingIncident"), gathering);
    let mut told = |name: &str| {
        situation.map(|found| long_text(found, (JZ, name), gathering)).unwrap_or_default()
    };
    let concern = told("omschrijvingZorgelijkeSituatie");
    let additional = told("aanvullendeInformatie");
    let holders = [
        Some(object),
        child(object, JZ, "betreft"),
        situation,
        child(object, JZ, "isIngediendDoor"),
    ];
    let mut named = Vec::new();
    for holder in holders.into_iter().flatten() {
        named.extend(extras(holder, gathering));
    }
    Narrative { incident, concern, additional, extras: named, ..Narrative::default() }
}

fn circumstances(
    object: &Element,
    situation: Option<&Element>,
    gathering: &mut Gathering,
) -> Circumstances {
    let level = text(object, (JZ, "SASHniveau"), gathering);
    if level == "hoog" {
        gathering.flags.insert(Flag::StalkingHigh);
    }
    let mut told = |name: &str| {
        situation.map(|found| long_text(found, (JZ, name), gathering)).unwrap_or_default()
    };
    let (restraining_order, arrest) = (told("tijdelijkHuisverbod"), told("aanhouding"));
    let (charge, honour) = (told("aangifte"), told("eergerelateerdGeweld"));
    let existing_help = told("bestaandeHulpverlening");
    let earlier = situation.map(|found| texts(found, (JZ, "relevanteRegistratie"), gathering));
    Circumstances {
        restraining_order,
        arrest,
        charge,
        honour,
        existing_help,
        earlier_registrations: earlier.unwrap_or_default(),
        stalking_screened: answer(object, JZ, "indicatieSASHIngevuld"),
        stalking_level: level,
        joint_meeting: answer(object, JZ, "indicatieAgenderingAfstemmingsoverlegGewenst"),
        ..Circumstances::default()
    }
}

fn persons(situation: &Element, content: &mut Content, gathering: &mut Gathering) {
    let mut told = Vec::new();
    for element in situation.children.iter().filter(|e| e.is(JZ, "heeftBetrokken")) {
        if let Some(person) = involved(element, gathering) {
            let related = present(element, JZ, "gerelateerde");
            told.push(related.map(|found| relations(found, gathering)).unwrap_or_default());
            content.persons.push(person);
        }
    }
    for (from, found) in told.into_iter().enumerate() {
        for (to, words) in found {
            match recognise(&to, &content.persons).filter(|place| *place != from) {
                Some(to) => content.relations.push(relation(from, to, words)),
                // Nobody in this message: kept in words with the person it was told of.
                None => {
                    let line = format!("{words}: {}", to.name.display());
                    if let Some(person) = content.persons.get_mut(from) {
                        add_remarks(&mut person.aspects, vec![line], gathering);
                    }
                }
            }
        }
    }
}

/// A relation in words between two places.
#[must_use]
pub fn relation(from: usize, to: usize, text: String) -> IncomingRelation {
    let nobody = PersonId([0; 16]);
    let what = Relation {
        from: nobody,
        to: nobody,
        text,
        role: None,
        authority: Answer::Unknown,
        same_household: Answer::Unknown,
        since: None,
        until: None,
        source: String::new(),
    };
    IncomingRelation { from, to, what }
}

fn informed(
    object: &Element,
    persons: &[IncomingPerson],
    gathering: &mut Gathering,
) -> Vec<IncomingInformed> {
    let mut found = Vec::new();
    for element in all(object, JZ, "isGeinformeerdAan") {
        let who = present(element, JZ, "gerelateerde").map(|who| mention(who, gathering));
        let who = who.unwrap_or_default();
        let person = recognise(&who, persons);
        let name = if person.is_none() { who.name.display() } else { String::new() };
        let told = Informed {
            person: None,
            name,
            manner: text(element, (JZ, "wijzeVanInformering"), gathering),
            reacted: answer(element, JZ, "indicatieGereageerd").unwrap_or(Answer::Unknown),
            reaction: long_text(element, (JZ, "strekkingReactie"), gathering),
            date: date(child(element, JZ, "datumGeinformeerd"), gathering),
        };
        found.push(IncomingInformed { person, told });
    }
    found
}

fn reporter(object: &Element, gathering: &mut Gathering) -> ReporterIdentity {
    let mut found = ReporterIdentity::default();
    let submitted = present(object, JZ, "isIngediendDoor");
    if let Some(by) = submitted.and_then(|by| present(by, JZ, "gerelateerde")) {
        found.organisation = text(by, (ZKN, "naam"), gathering);
        found.code = text(by, (ZKN, "instantiecode"), gathering);
        let numbers = [
            ("vestiging", "vestigingsNummer", "vestiging"),
            ("ingeschrevenNietNatuurlijkPersoon", "rsin", "RSIN"),
            ("maatschappelijkeActiviteit", "kvkNummer", "KvK"),
        ];
        for (group, element, name) in numbers {
            let number = present(by, ZKN, group).map(|g| text(g, (BG, element), gathering));
            if let Some(number) = number.filter(|number| !number.is_empty()) {
                found.numbers.push(format!("{name}: {number}"));
            }
        }
    }
    if let Some(contact) = present(object, JZ, "contactgegevensVerdiepingOpInfo") {
        found.contact_name = text(contact, (JZ, "naamContactpersoon"), gathering);
        found.department = text(contact, (JZ, "afdeling"), gathering);
        found.mails = texts(contact, (JZ, "eMail"), gathering);
        found.phones = texts(contact, (JZ, "telefoonnummer"), gathering);
    }
    found
}

/// Flags that both kinds of report share.
pub fn note_gaps(content: &Content, gathering: &mut Gathering) {
    let youth = |person: &IncomingPerson| {
        person.aspects.involvement.is_some_and(|i| i.role == Some(Role::YOUTH))
    };
    if !content.persons.iter().any(youth) {
        gathering.flags.insert(Flag::NoChild);
    }
    let told = content.aspects.narrative.as_ref();
    let blank = |text: &String| text.trim().is_empty();
    if told.is_none_or(|t| [&t.incident, &t.concern, &t.additional].into_iter().all(blank)) {
        gathering.flags.insert(Flag::NarrativeEmpty);
    }
    let number = content.aspects.occasion.as_ref().map(|occasion| &occasion.report_number);
    if number.is_none_or(blank) {
        gathering.flags.insert(Flag::ReportNumberMissing);
    }
}

/// Whether an element is there with a value.
#[must_use]
pub fn has_value(parent: &Element, space: &Space, name: &str) -> bool {
    matches!(given(child(parent, space, name)), Given::Value(_))
}
