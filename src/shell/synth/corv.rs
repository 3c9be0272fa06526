//! Synthetic CORV reports (`vtMeldingDi01`): valid against the national schema, for measuring the
//! import and for courses.

use super::{Chance, family, story};
use crate::domain::code::Role;
use crate::domain::person::Address;
use crate::domain::time::Moment;
use std::fmt::Write;

/// One message, as a police system would send it at `at`. The same chance gives the same message.
#[must_use]
pub fn corv_message(chance: &mut Chance, at: Moment) -> String {
    let local = at.local();
    let day = local.format("%Y%m%d");
    let family = family(chance, at.day());
    let mut persons = String::new();
    for member in family.members.iter().rev() {
        let prefix = tag("BG:voorvoegselGeslachtsnaam", &member.name.prefix);
        let phone = tag("BG:telefoonnummer", &member.phone);
        let role = if member.role == Role::YOUTH { "jeugdige" } else { "ouder met gezag" };
        // Writing into a String cannot fail.
        let _ = write!(
            persons,
            "<JZ:heeftBetrokken StUF:entiteittype=\"ZOSNPS\">\
             <JZ:gerelateerde StUF:entiteittype=\"NPS\">{bsn}{last}{prefix}{first}{sex}{birth}\
             {phone}{address}</JZ:gerelateerde>{role}</JZ:heeftBetrokken>",
            bsn = tag("BG:inp.bsn", &member.bsn),
            last = tag("BG:geslachtsnaam", &member.name.last),
            first = tag("BG:voornamen", &member.name.first),
            sex = tag("BG:geslachtsaanduiding", member.sex.letter()),
            birth = tag("BG:geboortedatum", &member.birth.format("%Y%m%d").to_string()),
            address = address(&family.address),
            role = tag("JZ:jeugzorgrol", role),
        );
    }
    let reference = crate::domain::id::to_hex(&chance.bytes());
    let number = format!("PL0699-2026{:06}", chance.below(1_000_000));
    let place = format!("{} {}, Zwolle", family.address.street, family.address.number);
    let incident = story::incident(chance).replace('"', "&quot;");
    let concern = story::CONCERNS[chance.below(story::CONCERNS.len())];
    let header = header(&reference, &local.format("%Y%m%d%H%M%S").to_string());
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<JZ:vtMeldingDi01 {NAMESPACES}>{header}\
         <JZ:object StUF:entiteittype=\"VTM\">{number}\
         <JZ:datumMelding>{day}</JZ:datumMelding><JZ:datumIncident>{day}</JZ:datumIncident>\
         {place}{incident}\
         <JZ:indicatieAgenderingAfstemmingsoverlegGewenst>Nee\
         </JZ:indicatieAgenderingAfstemmingsoverlegGewenst>\
         <JZ:contactgegevensVerdiepingOpInfo>{contact}</JZ:contactgegevensVerdiepingOpInfo>\
         <JZ:indicatieSASHIngevuld>Nee</JZ:indicatieSASHIngevuld>\
         <JZ:betreft StUF:entiteittype=\"VTMZOS\"><JZ:gerelateerde StUF:entiteittype=\"ZOS\">\
         {concern}{persons}</JZ:gerelateerde></JZ:betreft>\
         <JZ:isIngediendDoor StUF:entiteittype=\"VTMBTR\">\
         <JZ:gerelateerde StUF:entiteittype=\"BTR\">{organisation}\
         <ZKN:instantiecode>PL0699</ZKN:instantiecode></JZ:gerelateerde></JZ:isIngediendDoor>\
         </JZ:object></JZ:vtMeldingDi01>\n",
        number = tag("JZ:identificatieVtMelding", &number),
        place = tag("JZ:locatieIncident", &place),
        incident = tag("JZ:omschrijvingIncident", &incident),
        contact = tag("JZ:naamContactpersoon", &super::people::full_name(chance)),
        concern = tag("JZ:omschrijvingZorgelijkeSituatie", concern),
        organisation = tag("ZKN:naam", "Politie Oost-Nederland, basisteam Zwolle"),
    )
}

const NAMESPACES: &str = "xmlns:BG=\"http://www.egem.nl/StUF/sector/bg/0310\" \
     xmlns:JZ=\"http://www.stufstandaarden.nl/koppelvlak/jz0100\" \
     xmlns:StUF=\"http://www.egem.nl/StUF/StUF0301\" \
     xmlns:ZKN=\"http://www.egem.nl/StUF/sector/zkn/0310\"";

fn tag(name: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("<{name}>{value}</{name}>") }
}

fn header(reference: &str, stamp: &str) -> String {
    format!(
        "<JZ:stuurgegevens><StUF:berichtcode>Di01</StUF:berichtcode>\
         <StUF:zender><StUF:organisatie>00000001999990421000</StUF:organisatie>\
         <StUF:applicatie>Politie-applicatie</StUF:applicatie></StUF:zender>\
         <StUF:ontvanger><StUF:organisatie>00000001999990329000</StUF:organisatie>\
         <StUF:applicatie>jeugd-applicatie</StUF:applicatie></StUF:ontvanger>{}{}\
         <StUF:functie>vtMeldingDi01</StUF:functie></JZ:stuurgegevens>",
        tag("StUF:referentienummer", reference),
        tag("StUF:tijdstipBericht", stamp),
    )
}

fn address(address: &Address) -> String {
    format!(
        "<BG:formeelVerblijfadresBinnenland>{}{}{}{}</BG:formeelVerblijfadresBinnenland>",
        tag("BG:wpl.woonplaatsNaam", &address.city),
        tag("BG:gor.openbareRuimteNaam", &address.street),
        tag("BG:aoa.postcode", &address.postcode),
        tag("BG:aoa.huisnummer", &address.number),
    )
}
