//! Invented families: bird names, streets that do not exist, numbers from the test ranges.

use super::Chance;
use crate::domain::code::Role;
use crate::domain::person::{Address, Answer, Name, Sex, bsn_is_valid};
use crate::domain::time::Day;
use chrono::TimeDelta;

const BIRDS: [&str; 48] = [
    "Aalscholver",
    "Bergeend",
    "Boomklever",
    "Bosuil",
    "Braamsluiper",
    "Buizerd",
    "Dodaars",
    "Draaihals",
    "Fitis",
    "Fuut",
    "Gaai",
    "Geelgors",
    "Goudvink",
    "Graspieper",
    "Groenling",
    "Grutto",
    "Havik",
    "Heggenmus",
    "Houtduif",
    "IJsvogel",
    "Kauw",
    "Keep",
    "Kievit",
    "Kleine Zwaan",
    "Kneu",
    "Koekoek",
    "Kolgans",
    "Kramsvogel",
    "Kwartel",
    "Lepelaar",
    "Meerkoet",
    "Merel",
    "Nachtegaal",
    "Oeverloper",
    "Pimpelmees",
    "Putter",
    "Rietgors",
    "Roerdomp",
    "Scholekster",
    "Sijsje",
    "Spreeuw",
    "Staartmees",
    "Tapuit",
    "Tureluur",
    "Veldleeuwerik",
    "Wielewaal",
    "Winterkoning",
    "Zanglijster",
];
const PREFIXES: [&str; 8] = ["", "", "", "van", "de", "van der", "van den", "in 't"];
const GIRLS: [&str; 14] = [
    "Noor", "Sanne", "Lotte", "Fatima", "Zoë", "Elif", "Maud", "Yara", "Aïsha", "Femke", "Chloé",
    "Ilse", "Marijke", "Roos",
];
const BOYS: [&str; 14] = [
    "Daan", "Sem", "Yusuf", "Björn", "Thijs", "Mohamed", "Jeroen", "Siebe", "André", "Luuk",
    "Emre", "Pieter", "Joris", "Willem",
];
const STREETS: [&str; 12] = [
    "Kwikstaartlaan",
    "Lange Nering",
    "Rietzangerhof",
    "Karekietstraat",
    "Wulpenpad",
    "Ooievaarsplein",
    "Zwaluwenweg",
    "Plevierstraat",
    "Torenvalksteeg",
    "Ganzenpad",
    "Nachtegaallaan",
    "Leeuwerikhof",
];

/// One member of a family.
#[derive(Clone, Debug)]
pub struct Member {
    /// The name.
    pub name: Name,
    /// The sex.
    pub sex: Sex,
    /// Birth date.
    pub birth: Day,
    /// From the test range 999xxxxxx.
    pub bsn: String,
    /// JZR role.
    pub role: Role,
    /// Parental authority.
    pub authority: Answer,
    /// What this member is to the children, in words.
    pub relation: &'static str,
    /// Telephone.
    pub phone: String,
}

/// An invented family.
#[derive(Clone, Debug)]
pub struct Family {
    /// Where they live.
    pub address: Address,
    /// Parents first, then children.
    pub members: Vec<Member>,
}

/// A family with one or two parents and one to four children on `today`.
#[must_use]
pub fn family(chance: &mut Chance, today: Day) -> Family {
    let last = chance.pick(&BIRDS);
    let prefix = chance.pick(&PREFIXES);
    let mut members = vec![parent(chance, today, (prefix, last), Sex::Male)];
    if !chance.one_in(4) {
        let (other_prefix, other) = (chance.pick(&PREFIXES), chance.pick(&BIRDS));
        members.push(parent(chance, today, (other_prefix, other), Sex::Female));
    }
    for _ in 0..=chance.below(4) {
        let girl = chance.one_in(2);
        let days_old = 30 + chance.below(17 * 365);
        members.push(Member {
            name: name(chance, girl, prefix, last),
            sex: if girl { Sex::Female } else { Sex::Male },
            birth: days_before(today, days_old),
            bsn: bsn(chance),
            role: Role::YOUTH,
            authority: Answer::No,
            relation: "kind",
            phone: String::new(),
        });
    }
    Family { address: address(chance), members }
}

fn parent(chance: &mut Chance, today: Day, (prefix, last): (&str, &str), sex: Sex) -> Member {
    let days_old = 24 * 365 + chance.below(22 * 365);
    Member {
        name: name(chance, sex == Sex::Female, prefix, last),
        sex,
        birth: days_before(today, days_old),
        bsn: bsn(chance),
        role: Role(112),
        authority: Answer::Yes,
        relation: if sex == Sex::Female { "moeder" } else { "vader" },
        phone: phone(chance),
    }
}

fn days_before(today: Day, days: usize) -> Day {
    let days = i64::try_from(days).unwrap_or_default();
    today.checked_sub_signed(TimeDelta::days(days)).unwrap_or(today)
}

fn name(chance: &mut Chance, girl: bool, prefix: &str, last: &str) -> Name {
    let first = if girl { chance.pick(&GIRLS) } else { chance.pick(&BOYS) };
    Name { first: first.into(), prefix: prefix.into(), last: last.into() }
}

/// A full name, for somebody who is not in a family.
pub fn full_name(chance: &mut Chance) -> String {
    let (prefix, last) = (chance.pick(&PREFIXES), chance.pick(&BIRDS));
    let girl = chance.one_in(2);
    name(chance, girl, prefix, last).display()
}

/// A street with a house number.
pub fn street(chance: &mut Chance) -> String {
    let address = address(chance);
    format!("{} {}", address.street, address.number)
}

/// A telephone number that is not given out.
pub fn phone(chance: &mut Chance) -> String {
    format!("06-0000{:04}", chance.below(10_000))
}

fn address(chance: &mut Chance) -> Address {
    let letters = ["ZA", "ZB", "ZC", "ZE", "ZX", "ZY", "ZZ"];
    Address {
        street: chance.pick(&STREETS).into(),
        number: (900 + chance.below(90)).to_string(),
        postcode: format!("8099{}", chance.pick(&letters)),
        city: "Zwolle".into(),
        ..Address::default()
    }
}

/// A number from the test range that passes the eleven-test.
pub fn bsn(chance: &mut Chance) -> String {
    loop {
        let candidate = format!("999{:06}", chance.below(1_000_000));
        if bsn_is_valid(&candidate) {
            return candidate;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_family_and_every_number_is_a_test_number() {
        let today = Day::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");
        let one = family(&mut Chance::new(7), today);
        let two = family(&mut Chance::new(7), today);
        assert_eq!(format!("{one:?}"), format!("{two:?}"));
        for member in one.members {
            assert!(member.bsn.starts_with("999") && bsn_is_valid(&member.bsn));
        }
    }
}
