//! Persons of a message: what is told of them, and how one is recognised in another place of the
//! same message.
//!
//! Odd content is taken in (a child entered as a parent, a person without anything): a human
//! corrects. Deliberately absent: recognition across messages (`intake`).

use super::labels::role_of;
use super::reading::{
    Given, all, child, date, extras, given, long_text, no_value, present, text, texts,
};
use crate::document::incoming::{Gathering, IncomingPerson};
use crate::document::xml::{Element, Space};
use crate::domain::code::Role;
use crate::domain::person::{
    Address, Answer, Background, Birth, BsnStatus, Involvement, Name, PersonAspects, Reach, Sex,
    bsn_is_valid,
};
use crate::domain::report::Flag;
use crate::domain::time::{NoValue, PartialDate};

const BG: &Space = &Space::Bg;
const JZ: &Space = &Space::Jz;

/// A person named elsewhere in the message: just enough to recognise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mention {
    /// Name.
    pub name: Name,
    /// BSN as given.
    pub bsn: Option<String>,
}

/// Reads a mention.
pub fn mention(element: &Element, gathering: &mut Gathering) -> Mention {
    let bsn = bsn(element, gathering).and_then(|status| status.number().map(str::to_owned));
    Mention { name: name(element, gathering), bsn }
}

/// The place of the person that is meant: by BSN, else by a name that only one person has.
#[must_use]
pub fn recognise(mention: &Mention, persons: &[IncomingPerson]) -> Option<usize> {
    let number = |person: &IncomingPerson| {
        person.aspects.bsn.as_ref().and_then(|b| b.number().map(str::to_owned))
    };
    if let Some(bsn) = &mention.bsn
        && let Some(at) = persons.iter().position(|person| number(person).as_ref() == Some(bsn))
    {
        return Some(at);
    }
    let wanted = key(&mention.name);
    if wanted.is_empty() {
        return None;
    }
    let mut same = persons.iter().enumerate().filter(|(_, person)| {
        let contradicts = number(person).is_some() && mention.bsn.is_some();
        !contradicts && person.aspects.name.as_ref().is_some_and(|name| key(name) == wanted)
    });
    match (same.next(), same.next()) {
        (Some((at, _)), None) => Some(at),
        _ => None,
    }
}

fn key(name: &Name) -> String {
    name.display().to_lowercase()
}

/// The name of a person, in whatever parts it is given.
pub fn name(element: &Element, gathering: &mut Gathering) -> Name {
    let found = Name {
        first: text(element, (BG, "voornamen"), gathering),
        prefix: text(element, (BG, "voorvoegselGeslachtsnaam"), gathering),
        last: text(element, (BG, "geslachtsnaam"), gathering),
    };
    if !found.is_empty() {
        return found;
    }
    let whole = text(element, (BG, "volledigeNaam"), gathering);
    let whole = if whole.is_empty() { text(element, (BG, "naam"), gathering) } else { whole };
    split_name(&whole)
}

/// Words that begin a Dutch (or neighbouring) family name.
const PREFIXES: [&str; 34] = [
    "aan", "af", "al", "am", "bij", "da", "das", "de", "del", "den", "der", "des", "di", "do",
    "dos", "du", "el", "het", "in", "la", "le", "'s", "'t", "te", "ten", "ter", "tot", "uit",
    "van", "vande", "vander", "ver", "von", "zu",
];

/// Splits a name that came in one piece, where a prefix shows the seam; else keeps it whole as the
/// family name, except for exactly two words. A human can correct it.
#[must_use]
pub fn split_name(whole: &str) -> Name {
    let words: Vec<&str> = whole.split_whitespace().collect();
    let is_prefix = |word: &str| {
        let flat = word.to_lowercase().replace('\u{2019}', "'");
        PREFIXES.contains(&flat.as_str())
    };
    // A name that starts with a prefix may lack its forename, or have an odd one: unsure.
    let start = words.iter().position(|word| is_prefix(word)).filter(|at| *at > 0);
    match (start, words.as_slice()) {
        (Some(start), _) => {
            let end = words.iter().skip(start).take_while(|word| is_prefix(word)).count() + start;
            let join = |part: Option<&[&str]>| part.unwrap_or_default().join(" ");
            if end >= words.len() {
                return Name { last: words.join(" "), ..Name::default() };
            }
            Name {
                first: join(words.get(..start)),
                prefix: join(words.get(start..end)),
                last: join(words.get(end..)),
            }
        }
        (None, [first, last]) if !is_prefix(first) && !is_prefix(last) => {
            Name { first: (*first).into(), prefix: String::new(), last: (*last).into() }
        }
        _ => Name { last: words.join(" "), ..Name::default() },
    }
}

/// The BSN as given; a number that fails the eleven-test is kept and flagged.
pub fn bsn(element: &Element, gathering: &mut Gathering) -> Option<BsnStatus> {
    match given(child(element, BG, "inp.bsn")) {
        Given::Value(raw) => {
            let number: String = raw.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
            if !bsn_is_valid(&number) {
                gathering.flags.insert(Flag::BsnInvalid);
            }
            Some(BsnStatus::Unverified(gathering.text(&number)))
        }
        Given::Nil(Some(NoValue::None)) => Some(BsnStatus::None),
        Given::Nil(_) => Some(BsnStatus::Unknown),
        Given::Absent => None,
    }
}

/// The sex, when the message speaks of it.
#[must_use]
pub fn sex(element: &Element) -> Option<Sex> {
    match given(child(element, BG, "geslachtsaanduiding")) {
        Given::Value("M") => Some(Sex::Male),
        Given::Value("V") => Some(Sex::Female),
        Given::Value(_) | Given::Nil(_) => Some(Sex::Unknown),
        Given::Absent => None,
    }
}

/// The birth date, when the message gives one or says why not.
pub fn birth(element: &Element, gathering: &mut Gathering) -> Option<Birth> {
    let found = child(element, BG, "geboortedatum")?;
    match date(Some(found), gathering) {
        PartialDate::Absent(None) => None,
        known => Some(Birth::Born(known)),
    }
}

/// The parts of an address that both kinds of report share.
pub fn dutch_address(group: &Element, gathering: &mut Gathering) -> Address {
    let number = text(group, (BG, "aoa.huisnummer"), gathering);
    let letter = text(group, (BG, "aoa.huisletter"), gathering);
    let suffix = text(group, (BG, "aoa.huisnummertoevoeging"), gathering);
    let dash = if suffix.is_empty() || number.is_empty() { "" } else { "-" };
    Address {
        street: text(group, (BG, "gor.openbareRuimteNaam"), gathering),
        number: format!("{number}{letter}{dash}{suffix}"),
        postcode: text(group, (BG, "aoa.postcode"), gathering),
        city: text(group, (BG, "wpl.woonplaatsNaam"), gathering),
        ..Address::default()
    }
}

/// Puts the foreign part of an address into it.
pub fn foreign_address(group: &Element, address: &mut Address, gathering: &mut Gathering) {
    address.country_code = text(group, (BG, "lnd.landcode"), gathering);
    for line in ["sub.adresBuitenland1", "sub.adresBuitenland2", "sub.adresBuitenland3"] {
        let line = text(group, (BG, line), gathering);
        if !line.is_empty() {
            address.foreign_lines.push(line);
        }
    }
    let country = text(group, (BG, "lnd.landnaam"), gathering);
    if !country.is_empty() {
        address.foreign_lines.push(country);
    }
}

fn address(
    element: &Element,
    (home, abroad): (&str, &str),
    gathering: &mut Gathering,
) -> Option<Address> {
    let home = present(element, BG, home);
    let abroad = present(element, BG, abroad);
    let mut address = home.map(|g| dutch_address(g, gathering)).unwrap_or_default();
    if let Some(group) = abroad {
        foreign_address(group, &mut address, gathering);
    }
    (address != Address::default()).then_some(address)
}

/// Whether an interpreter is needed, where the words about the language tell.
#[must_use]
pub fn interpreter(language: &str) -> Option<Answer> {
    let words = language.to_lowercase();
    if words.contains("geen tolk") {
        Some(Answer::No)
    } else if words.contains("tolk") {
        Some(Answer::Yes)
    } else {
        None
    }
}

/// `name: number` of other registers.
pub fn other_numbers(element: &Element, gathering: &mut Gathering) -> Vec<String> {
    let mut numbers = Vec::new();
    for name in ["vreemdelingennummer", "rni"] {
        let number = text(element, (BG, name), gathering);
        if !number.is_empty() {
            numbers.push(format!("{name}: {number}"));
        }
    }
    numbers
}

/// What a role says about parental authority.
#[must_use]
pub const fn authority_of(role: Option<Role>) -> Answer {
    match role {
        Some(Role(112 | 191)) => Answer::Yes,
        Some(Role(113 | 114)) => Answer::No,
        _ => Answer::Unknown,
    }
}

/// One `heeftBetrokken` of a report to Veilig Thuis. `None` when it says that there is nobody.
pub fn involved(element: &Element, gathering: &mut Gathering) -> Option<IncomingPerson> {
    let person = present(element, JZ, "gerelateerde");
    let nobody = no_value(element) == Some(NoValue::None);
    if person.is_none() && nobody && element.children.is_empty() {
        return None;
    }
    let role_text = text(element, (JZ, "jeugzorgrol"), gathering);
    let role = role_of(&role_text);
    let mut aspects = person.map(|found| told(found, gathering)).unwrap_or_default();
    aspects.involvement = Some(Involvement { role, authority: authority_of(role), part: None });
    let mut remarks = vec![
        long_text(element, (JZ, "aanvullendeInformatieBetrokkenPersoon"), gathering),
        long_text(element, (JZ, "overigeZorgMinderjarige"), gathering),
    ];
    for part in [Some(element), person].into_iter().flatten() {
        let named = extras(part, gathering);
        remarks.extend(named.into_iter().map(|(name, value)| format!("{name}: {value}")));
    }
    add_remarks(&mut aspects, remarks, gathering);
    note_unknown(&aspects, gathering);
    let protected = role.is_some_and(Role::is_protected_source);
    Some(IncomingPerson { aspects, protected, ..IncomingPerson::default() })
}

/// Adds lines to the remark of a person.
pub fn add_remarks(aspects: &mut PersonAspects, lines: Vec<String>, gathering: &mut Gathering) {
    let old = aspects.remark.take().into_iter();
    let all: Vec<String> = old.chain(lines).filter(|line| !line.trim().is_empty()).collect();
    if !all.is_empty() {
        aspects.remark = Some(gathering.text(&all.join("\n")));
    }
}

/// Flags a person of whom nothing tells who it is.
pub fn note_unknown(aspects: &PersonAspects, gathering: &mut Gathering) {
    let named = aspects.name.as_ref().is_some_and(|name| !name.is_empty());
    let numbered = aspects.bsn.as_ref().is_some_and(|bsn| bsn.number().is_some());
    let dated = matches!(
        aspects.birth,
        Some(Birth::Born(PartialDate::Day(_) | PartialDate::Month(..)) | Birth::Due(_))
    );
    if !named && !numbered && !dated {
        gathering.flags.insert(Flag::PersonUnknown);
    }
}

fn told(person: &Element, gathering: &mut Gathering) -> PersonAspects {
    let name = name(person, gathering);
    let phones = texts(person, (BG, "telefoonnummer"), gathering);
    let language = text(person, (BG, "taal"), gathering);
    let background = Background {
        nationality: text(person, (BG, "nationaliteit"), gathering),
        interpreter: interpreter(&language),
        language,
        other_numbers: other_numbers(person, gathering),
        ..Background::default()
    };
    let formal = ("formeelVerblijfadresBinnenland", "formeelVerblijfsadresBuitenland");
    let actual = ("feitelijkVerblijfsadresBinnenland", "feitelijkVerblijfsadresBuitenland");
    PersonAspects {
        name: (name != Name::default()).then_some(name),
        sex: sex(person),
        birth: birth(person, gathering),
        bsn: bsn(person, gathering),
        formal_address: address(person, formal, gathering),
        actual_address: address(person, actual, gathering),
        reach: (!phones.is_empty()).then(|| Reach { phones, ..Reach::default() }),
        background: (background != Background::default()).then_some(background),
        ..PersonAspects::default()
    }
}

/// What a person says about relations: whom, and in which words.
pub fn relations(person: &Element, gathering: &mut Gathering) -> Vec<(Mention, String)> {
    let mut found = Vec::new();
    for relation in all(person, BG, "staatInRelatieTot") {
        let words = text(relation, (BG, "omschrijvingSocialeRelatie"), gathering);
        let to = present(relation, BG, "gerelateerde").map(|to| mention(to, gathering));
        let to = to.unwrap_or_default();
        if !words.is_empty() || !to.name.is_empty() || to.bsn.is_some() {
            found.push((to, words));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_is_split_only_where_a_prefix_shows_the_seam() {
        let cases = [
            ("Yfke van der Sint-Jansteker", "Yfke", "van der", "Sint-Jansteker"),
            ("Jan Piet in 't Veld", "Jan Piet", "in 't", "Veld"),
            ("Noor Rietkamper", "Noor", "", "Rietkamper"),
            ("Marijke Anna Kwartelaar", "", "", "Marijke Anna Kwartelaar"),
            ("van den Berg", "", "", "van den Berg"),
            ("Anna van", "", "", "Anna van"),
            ("", "", "", ""),
        ];
        for (whole, first, prefix, last) in cases {
            let expected = Name { first: first.into(), prefix: prefix.into(), last: last.into() };
            assert_eq!(split_name(whole), expected, "{whole}");
        }
    }
}
