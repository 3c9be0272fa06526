//! The persons of a case: children first.

use super::{Reader, held};
use crate::app::page::{Tone, Writer};
use crate::domain::case::{Case, Person};
use crate::domain::id::PersonId;
use crate::domain::person::{
    Address, Answer, Background, Birth, BsnStatus, Involvement, Part, Reach, Sex, bsn_is_valid,
};
use crate::text::codes::{self, CodeList};
use crate::text::{Key as Words, Text, dates};

/// Every person that stands, and the relations between them.
pub fn persons(writer: &mut Writer<'_>, reader: &Reader<'_>, case: &Case) {
    let standing = case.standing_persons();
    let mut shown = 0;
    for (id, person) in standing {
        let sealed = person.protected_by.is_some() && !reader.sees_reporter();
        if sealed {
            continue;
        }
        shown += 1;
        one(writer, reader, case, (id, person));
    }
    if shown == 0 {
        writer.say(Tone::Soft, Words::NoPersons);
    }
}

fn one(
    writer: &mut Writer<'_>,
    reader: &Reader<'_>,
    case: &Case,
    (id, person): (PersonId, &Person),
) {
    let name = person.name.shown().map(|name| name.display()).filter(|name| !name.is_empty());
    let unborn = person.birth.values().any(|birth| matches!(birth, Birth::Due(_)));
    let unnamed = if unborn { Words::UnbornChild } else { Words::UnknownPerson };
    let name = name.unwrap_or_else(|| writer.words.get(unnamed).to_owned());
    let said = person.involvement.shown().and_then(|involved| role(writer.words, involved));
    let heading = said.map_or_else(|| name.clone(), |role| format!("{name} · {role}"));
    writer.heading(&heading);
    if person.name.is_disputed() {
        held(writer, reader, Words::LabelName, &person.name, |_, name| name.display());
    }
    held(writer, reader, Words::LabelBirth, &person.birth, |writer, birth| {
        birth_words(writer.words, birth)
    });
    held(writer, reader, Words::LabelSex, &person.sex, |writer, sex| {
        let words = match sex {
            Sex::Male => Words::SexMale,
            Sex::Female => Words::SexFemale,
            Sex::Unknown => Words::SexOther,
        };
        writer.words.get(words).to_owned()
    });
    held(writer, reader, Words::LabelBsn, &person.bsn, |w, bsn| bsn_words(w.words, bsn));
    if person.involvement.is_disputed() {
        held(writer, reader, Words::LabelRole, &person.involvement, |writer, involved| {
            role(writer.words, involved).unwrap_or_default()
        });
    }
    held(writer, reader, Words::LabelInvolvement, &person.involvement, |writer, involved| {
        involvement_words(writer.words, involved)
    });
    addresses(writer, reader, person);
    held(writer, reader, Words::LabelReach, &person.reach, |_, reach| reach_words(reach));
    if let Some(reach) = person.reach.shown() {
        writer.field(Words::LabelSafeToCall, &reach.safe_to_call);
    }
    held(writer, reader, Words::LabelBackground, &person.background, |writer, background| {
        background_words(writer.words, background)
    });
    held(writer, reader, Words::LabelDied, &person.died_on, |writer, date| {
        dates::partial_date(date, writer.words)
    });
    held(writer, reader, Words::LabelRemark, &person.remark, |_, remark| remark.clone());
    relations(writer, case, id);
}

fn addresses(writer: &mut Writer<'_>, reader: &Reader<'_>, person: &Person) {
    if person.shielded {
        writer.say(Tone::Warning, Words::AddressShielded);
    }
    let line = |_: &Writer<'_>, address: &Address| address_words(address);
    held(writer, reader, Words::LabelFormalAddress, &person.formal_address, line);
    held(writer, reader, Words::LabelActualAddress, &person.actual_address, line);
}

fn relations(writer: &mut Writer<'_>, case: &Case, id: PersonId) {
    for relation in case.relations.values().flat_map(|held| held.values()).flatten() {
        if relation.from != id {
            continue;
        }
        let to = case.standing_for(relation.to).and_then(|to| case.persons.get(&to));
        let to = to.and_then(|person| person.name.shown()).map(|name| name.display());
        let to = to.unwrap_or_else(|| writer.words.get(Words::UnknownPerson).to_owned());
        let text = &relation.text;
        writer.say_with(Tone::Body, Words::RelationTo, &[("text", text), ("to", &to)]);
    }
}

/// The role of a person, in words.
pub fn role(words: &Text, involved: &Involvement) -> Option<String> {
    let role = involved.role?;
    let label = codes::label(words.lang(), CodeList::Role, role.0);
    Some(label.map_or_else(|| role.0.to_string(), ToOwned::to_owned))
}

fn involvement_words(words: &Text, involved: &Involvement) -> String {
    let mut parts = Vec::new();
    match involved.authority {
        Answer::Yes => parts.push(words.get(Words::AuthorityYes)),
        Answer::No => parts.push(words.get(Words::AuthorityNo)),
        Answer::Unknown => {}
    }
    if let Some(part) = involved.part {
        parts.push(words.get(match part {
            Part::Victim => Words::PartVictim,
            Part::Perpetrator => Words::PartPerpetratorReported,
            Part::Witness => Words::PartWitness,
            Part::Sibling => Words::PartSibling,
            Part::Other => Words::PartOther,
        }));
    }
    parts.join(" · ")
}

fn birth_words(words: &Text, birth: &Birth) -> String {
    match birth {
        Birth::Born(date) => dates::partial_date(date, words),
        Birth::Due(date) => {
            words.with(Words::Expected, &[("date", (&dates::partial_date(date, words)).into())])
        }
    }
}

fn bsn_words(words: &Text, bsn: &BsnStatus) -> String {
    match bsn {
        BsnStatus::Verified(number) => format!("{number} · {}", words.get(Words::BsnVerified)),
        BsnStatus::Unverified(number) if bsn_is_valid(number) => {
            format!("{number} · {}", words.get(Words::BsnUnverified))
        }
        BsnStatus::Unverified(number) => format!("{number} · {}", words.get(Words::BsnWrong)),
        BsnStatus::None => words.get(Words::None).to_owned(),
        BsnStatus::Unborn => words.get(Words::Unborn).to_owned(),
        BsnStatus::Unknown => words.get(Words::Unknown).to_owned(),
    }
}

/// One line: street, number, postcode, town, or the foreign lines.
fn address_words(address: &Address) -> String {
    let street = [address.street.as_str(), address.number.as_str()];
    let town = [address.postcode.as_str(), address.city.as_str()];
    let joined = |parts: &[&str]| {
        let full: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        full.join(" ")
    };
    let mut lines = vec![joined(&street), joined(&town)];
    lines.extend(address.foreign_lines.iter().cloned());
    lines.push(address.country_code.clone());
    lines.retain(|line| !line.is_empty());
    lines.join(", ")
}

fn reach_words(reach: &Reach) -> String {
    let all: Vec<&str> = reach.phones.iter().chain(&reach.mails).map(String::as_str).collect();
    all.join(" · ")
}

fn background_words(words: &Text, background: &Background) -> String {
    let mut parts: Vec<String> = [
        &background.nationality,
        &background.language,
        &background.school,
        &background.general_practitioner,
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .cloned()
    .collect();
    if background.interpreter == Some(Answer::Yes) {
        parts.push(words.get(Words::InterpreterNeeded).to_owned());
    }
    parts.extend(background.other_numbers.iter().cloned());
    parts.join(" · ")
}
