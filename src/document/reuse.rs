//! A person of a message who is known in the case already: the same record, and only what is told
//! differently.
//!
//! The only proof is the same valid BSN. Deliberately absent: replacing. What differs stands beside
//! what was known until a person decides.

use super::incoming::IncomingPerson;
use crate::domain::case::{Case, Person};
use crate::domain::id::PersonId;
use crate::domain::person::{
    Address, Answer, Background, Birth, BsnStatus, Involvement, Name, PersonAspects, Reach, Sex,
    bsn_is_valid,
};
use crate::domain::slot::Held;
use crate::domain::time::PartialDate;

/// The BSN of a person when it passes the eleven-test.
#[must_use]
pub fn valid_bsn(aspects: &PersonAspects) -> Option<&str> {
    aspects.bsn.as_ref().and_then(BsnStatus::number).filter(|number| bsn_is_valid(number))
}

/// The record of the same person in a case. A protected person is never taken for an open one, nor
/// the other way round: their records stand under different keys.
#[must_use]
pub fn same_person<'c>(told: &IncomingPerson, case: &'c Case) -> Option<(PersonId, &'c Person)> {
    let bsn = valid_bsn(&told.aspects)?;
    if told.protected {
        return None;
    }
    let same = case.persons.iter().find(|(_, held)| {
        held.protected_by.is_none() && held.bsn.values().any(|known| known.number() == Some(bsn))
    })?;
    let id = case.standing_for(*same.0)?;
    Some((id, case.persons.get(&id)?))
}

/// What is told differently from what stands, and a remark, which is an addition and not a
/// contradiction.
#[must_use]
pub fn differing(told: &PersonAspects, held: &Person) -> (PersonAspects, Option<String>) {
    let remark = told.remark.clone().filter(|new| !held.remark.values().any(|old| old == new));
    let first_remark = held.remark.is_empty();
    let aspects = PersonAspects {
        name: news(&told.name, &held.name, name_is_in),
        sex: news(&told.sex, &held.sex, |new, old| new == old || *new == Sex::Unknown),
        birth: news(&told.birth, &held.birth, birth_is_in),
        bsn: news(&told.bsn, &held.bsn, bsn_is_in),
        involvement: news(&told.involvement, &held.involvement, involvement_is_in),
        formal_address: news(&told.formal_address, &held.formal_address, address_is_in),
        actual_address: news(&told.actual_address, &held.actual_address, address_is_in),
        reach: news(&told.reach, &held.reach, reach_is_in),
        background: news(&told.background, &held.background, background_is_in),
        remark: remark.clone().filter(|_| first_remark),
        died_on: news(&told.died_on, &held.died_on, |new, old| new == old),
    };
    (aspects, remark.filter(|_| !first_remark))
}

/// What was told, unless one of the values that stand says as much already.
fn news<T: Clone>(told: &Option<T>, held: &Held<T>, is_in: impl Fn(&T, &T) -> bool) -> Option<T> {
    told.clone().filter(|new| !held.values().any(|old| is_in(new, old)))
}

fn text_is_in(new: &str, old: &str) -> bool {
    new.is_empty() || new == old
}

fn all_in(new: &[String], old: &[String]) -> bool {
    new.iter().all(|text| old.contains(text))
}

fn name_is_in(new: &Name, old: &Name) -> bool {
    text_is_in(&new.first, &old.first)
        && (new.last.is_empty() || (&new.prefix, &new.last) == (&old.prefix, &old.last))
}

fn birth_is_in(new: &Birth, old: &Birth) -> bool {
    match (new, old) {
        (Birth::Born(PartialDate::Absent(_)), _) => true,
        (Birth::Born(new), Birth::Born(old)) => {
            new.value().zip(old.value()).is_some_and(|(new, old)| old.starts_with(&new))
        }
        _ => new == old,
    }
}

fn bsn_is_in(new: &BsnStatus, old: &BsnStatus) -> bool {
    match new.number() {
        Some(number) => old.number() == Some(number),
        None => *new == BsnStatus::Unknown || new == old,
    }
}

fn involvement_is_in(new: &Involvement, old: &Involvement) -> bool {
    (new.role.is_none() || new.role == old.role)
        && (new.authority == Answer::Unknown || new.authority == old.authority)
        && (new.part.is_none() || new.part == old.part)
}

fn address_is_in(new: &Address, old: &Address) -> bool {
    text_is_in(&new.street, &old.street)
        && text_is_in(&new.number, &old.number)
        && text_is_in(&new.postcode, &old.postcode)
        && text_is_in(&new.city, &old.city)
        && text_is_in(&new.country_code, &old.country_code)
        && all_in(&new.foreign_lines, &old.foreign_lines)
}

fn reach_is_in(new: &Reach, old: &Reach) -> bool {
    all_in(&new.phones, &old.phones)
        && all_in(&new.mails, &old.mails)
        && text_is_in(&new.safe_to_call, &old.safe_to_call)
}

fn background_is_in(new: &Background, old: &Background) -> bool {
    text_is_in(&new.nationality, &old.nationality)
        && text_is_in(&new.language, &old.language)
        && (new.interpreter.is_none() || new.interpreter == old.interpreter)
        && text_is_in(&new.school, &old.school)
        && text_is_in(&new.general_practitioner, &old.general_practitioner)
        && all_in(&new.other_numbers, &old.other_numbers)
}
