//! Persons in a case, described aspect by aspect, so that two people who correct different things
//! about one person do not contradict each other.
//!
//! Deliberately absent: the shielded address (a fact and a key of its own) and any rule that
//! merges persons: a human decides that two records are one person.

use super::code::Role;
use super::id::PersonId;
use super::time::{Day, PartialDate};

/// A name, kept in the parts in which it was given.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// Forenames (NL: voornamen).
    pub first: String,
    /// Prefix of the family name (NL: tussenvoegsel), for example `van den`.
    pub prefix: String,
    /// Family name (NL: geslachtsnaam).
    pub last: String,
}

impl Name {
    /// `Forenames prefix Family`, without what is missing.
    #[must_use]
    pub fn display(&self) -> String {
        join(&[&self.first, &self.prefix, &self.last])
    }

    /// `prefix Family`, as shown in a queue title; empty when the family name is unknown.
    #[must_use]
    pub fn family(&self) -> String {
        if self.last.is_empty() { String::new() } else { join(&[&self.prefix, &self.last]) }
    }

    /// Whether nothing of the name is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first.is_empty() && self.last.is_empty()
    }
}

fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// Sex as the registers write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// M (NL: man).
    Male,
    /// V (NL: vrouw).
    Female,
    /// O (NL: onbekend).
    Unknown,
}

impl Sex {
    /// `M`, `V` or `O`.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Male => "M",
            Self::Female => "V",
            Self::Unknown => "O",
        }
    }
}

/// What is known of a citizen service number (NL: burgerservicenummer, BSN).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BsnStatus {
    /// Checked against the register by a person.
    Verified(String),
    /// Given by somebody, not checked.
    Unverified(String),
    /// The person has none.
    None,
    /// An unborn child.
    Unborn,
    /// Unknown to us.
    Unknown,
}

impl BsnStatus {
    /// The number as it was given, if one was given.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        match self {
            Self::Verified(number) | Self::Unverified(number) => Some(number),
            Self::None | Self::Unborn | Self::Unknown => None,
        }
    }
}

/// The eleven-test: nine digits, 9a+8b+…+2h−i divisible by eleven, and not all zero (hard rule 34;
/// Wmo 2015 5.2.9).
#[must_use]
pub fn bsn_is_valid(number: &str) -> bool {
    if number.len() != 9 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let digits = number.bytes().map(|b| i32::from(b - b'0'));
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits.zip(weights).map(|(digit, weight)| digit * weight).sum();
    sum % 11 == 0 && number != "000000000"
}

/// A birth date, or the date an unborn child is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Birth {
    /// Born on this (perhaps partly known) date.
    Born(PartialDate),
    /// Not yet born; due on this date (NL: uitgerekende datum).
    Due(PartialDate),
}

/// An address in the Netherlands or abroad.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// Street.
    pub street: String,
    /// House number with letter and suffix, as written.
    pub number: String,
    /// Postcode, `9999AA` without a space.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// Lines of a foreign address; empty for a Dutch one.
    pub foreign_lines: Vec<String>,
    /// Four-digit country code of a foreign address; empty for a Dutch one.
    pub country_code: String,
}

/// Which address: as registered, or where the person really stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AddressKind {
    /// Registered (NL: formeel verblijfsadres, BRP).
    Formal,
    /// Actual (NL: feitelijk verblijfsadres).
    Actual,
}

/// Three-valued answer: "no information" is an answer of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Asked, or not asked, but not known.
    Unknown,
}

/// The part somebody plays in what was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Victim (NL: slachtoffer).
    Victim,
    /// Perpetrator (NL: pleger), as reported: never a judgement of ours.
    Perpetrator,
    /// Witness (NL: getuige).
    Witness,
    /// Brother or sister.
    Sibling,
    /// Another part, or none told.
    Other,
}

/// The place of a person in this case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Involvement {
    /// JZR role code.
    pub role: Option<Role>,
    /// Whether this person holds parental authority (NL: gezag).
    pub authority: Answer,
    /// The part in what was reported.
    pub part: Option<Part>,
}

/// How to reach a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reach {
    /// Telephone numbers, as given.
    pub phones: Vec<String>,
    /// Mail addresses, as given.
    pub mails: Vec<String>,
    /// When it is safe to call (NL: veilige beltijden).
    pub safe_to_call: String,
}

/// What helps to speak with and understand a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Background {
    /// Nationality, as given.
    pub nationality: String,
    /// Language, as given.
    pub language: String,
    /// Whether an interpreter is needed.
    pub interpreter: Option<Answer>,
    /// School or childcare.
    pub school: String,
    /// General practitioner (NL: huisarts).
    pub general_practitioner: String,
    /// Other numbers (alien number, register of non-residents), as `name: number`.
    pub other_numbers: Vec<String>,
}

/// One aspect of a person. Each is a slot of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonAspect {
    /// [`PersonAspects::name`].
    Name,
    /// [`PersonAspects::sex`].
    Sex,
    /// [`PersonAspects::birth`].
    Birth,
    /// [`PersonAspects::bsn`].
    Bsn,
    /// [`PersonAspects::involvement`].
    Involvement,
    /// [`PersonAspects::formal_address`].
    FormalAddress,
    /// [`PersonAspects::actual_address`].
    ActualAddress,
    /// [`PersonAspects::reach`].
    Reach,
    /// [`PersonAspects::background`].
    Background,
    /// [`PersonAspects::remark`].
    Remark,
    /// [`PersonAspects::died_on`].
    DiedOn,
}

/// What one fact says about a person: only the aspects it speaks of are present.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonAspects {
    /// The name.
    pub name: Option<Name>,
    /// The sex.
    pub sex: Option<Sex>,
    /// Birth or due date.
    pub birth: Option<Birth>,
    /// The BSN and how sure it is.
    pub bsn: Option<BsnStatus>,
    /// Role, authority and part.
    pub involvement: Option<Involvement>,
    /// Registered address.
    pub formal_address: Option<Address>,
    /// Where the person really stays.
    pub actual_address: Option<Address>,
    /// Telephone and mail.
    pub reach: Option<Reach>,
    /// Language, school, doctor.
    pub background: Option<Background>,
    /// A remark about this person.
    pub remark: Option<String>,
    /// The day the person died, as far as known.
    pub died_on: Option<PartialDate>,
}

impl PersonAspects {
    /// The aspects spoken of, in their fixed order.
    #[must_use]
    pub fn present(&self) -> Vec<PersonAspect> {
        let all = [
            (self.name.is_some(), PersonAspect::Name),
            (self.sex.is_some(), PersonAspect::Sex),
            (self.birth.is_some(), PersonAspect::Birth),
            (self.bsn.is_some(), PersonAspect::Bsn),
            (self.involvement.is_some(), PersonAspect::Involvement),
            (self.formal_address.is_some(), PersonAspect::FormalAddress),
            (self.actual_address.is_some(), PersonAspect::ActualAddress),
            (self.reach.is_some(), PersonAspect::Reach),
            (self.background.is_some(), PersonAspect::Background),
            (self.remark.is_some(), PersonAspect::Remark),
            (self.died_on.is_some(), PersonAspect::DiedOn),
        ];
        all.into_iter().filter_map(|(is, aspect)| is.then_some(aspect)).collect()
    }
}

/// A relation between two persons in a case (NL: relatie).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Relation {
    /// Who stands in the relation: "Jeroen is the father of …": this is Jeroen.
    pub from: PersonId,
    /// To whom.
    pub to: PersonId,
    /// In words, as given.
    pub text: String,
    /// JZR code of the role of `from` towards `to`, when known.
    pub role: Option<Role>,
    /// Whether `from` has parental authority over `to`.
    pub authority: Answer,
    /// Whether they live in one household.
    pub same_household: Answer,
    /// Since when, as far as known.
    pub since: Option<Day>,
    /// Until when.
    pub until: Option<Day>,
    /// Who or what this knowledge comes from.
    pub source: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleven_test_tells_numbers_apart() {
        for good in ["111222333", "123456782", "999910012"] {
            assert!(bsn_is_valid(good), "{good}");
        }
        for bad in ["123456789", "000000000", "12345678", "1234567820", "12345678x", ""] {
            assert!(!bsn_is_valid(bad), "{bad}");
        }
    }

    #[test]
    fn a_name_shows_only_what_is_known() {
        let name = Name { first: "Noor".into(), prefix: "van den".into(), last: String::new() };
        assert_eq!(name.display(), "Noor van den");
        assert_eq!(name.family(), "");
    }
}
