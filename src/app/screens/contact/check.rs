//! What is missing in a contact form, or cannot be read. Hard rules are [`Need::Required`].

use super::ContactForm;
use super::ask::{Ask, ContactKind, OfPerson, OfRelation, Once};
use crate::app::field::{Need, Problem};
use crate::domain::code::Role;
use crate::domain::person::{Answer, bsn_is_valid};
use crate::domain::time::Moment;
use crate::text::{Key, Text, dates};

impl ContactForm {
    /// What is missing or cannot be read.
    pub(super) fn problems(&self, now: Moment, text: &Text) -> Vec<Problem<Ask>> {
        let mut found = Vec::new();
        if !self.has_content() {
            let first = self.fields.get(1).map_or(Ask::Once(Once::Kind), |field| field.ask);
            return vec![(first, Need::Required, Key::ContactProblemEmpty)];
        }
        for field in &self.fields {
            if let Some(key) = self.unreadable(field.ask, now, text) {
                found.push((field.ask, Need::Required, key));
            } else if field.is_empty() && field.need != Need::Optional {
                found.push((field.ask, field.need, missing_key(field.ask)));
            }
        }
        if self.kind == ContactKind::Report
            && self.linked_case.is_none()
            && !self.words(Ask::Once(Once::LinkedCase)).is_empty()
        {
            let linked = Ask::Once(Once::LinkedCase);
            found.push((linked, Need::Required, Key::ContactProblemLinked));
        }
        if self.kind == ContactKind::Addition
            && self.known_case.is_none()
            && !self.words(Ask::Once(Once::KnownCase)).is_empty()
        {
            found.push((Ask::Once(Once::KnownCase), Need::Required, Key::ContactProblemCase));
        }
        found.extend(self.unborn_problems());
        found
    }

    fn unreadable(&self, ask: Ask, now: Moment, text: &Text) -> Option<Key> {
        let words = self.words(ask);
        if words.is_empty() {
            return None;
        }
        let today = now.day();
        match ask {
            Ask::Once(Once::Day) => match dates::parse_day(&words, today, text) {
                Some(day) if day > today => Some(Key::ContactProblemFuture),
                Some(_) => None,
                None => Some(Key::ContactProblemDate),
            },
            Ask::Once(Once::IncidentDate | Once::ReportDate)
            | Ask::Person(_, OfPerson::Birth | OfPerson::Died) => {
                dates::parse_partial_date(&words, today, text)
                    .is_none()
                    .then_some(Key::ContactProblemDate)
            }
            Ask::Relation(_, OfRelation::Since | OfRelation::Until) => {
                dates::parse_day(&words, today, text).is_none().then_some(Key::ContactProblemDate)
            }
            Ask::Once(Once::Time | Once::ActionWhen) => {
                dates::parse_time(&words).is_none().then_some(Key::ContactProblemTime)
            }
            Ask::Person(_, OfPerson::Bsn) => {
                (!bsn_is_valid(&digits(&words))).then_some(Key::ContactProblemBsn)
            }
            Ask::Person(_, OfPerson::Postcode) => {
                (!is_postcode(&words)).then_some(Key::ContactProblemPostcode)
            }
            Ask::Relation(_, OfRelation::From | OfRelation::To) => {
                self.person_index(&words).is_none().then_some(Key::ContactProblemPersonNumber)
            }
            Ask::Once(_) | Ask::Person(..) | Ask::Relation(..) => None,
        }
    }

    /// Hard rule 35: an unborn child has a mother in the case and a due date.
    fn unborn_problems(&self) -> Vec<Problem<Ask>> {
        if self.kind != ContactKind::Report {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mother_known = (0..self.persons).any(|n| {
            self.picked(Ask::Person(n, OfPerson::Sex)) == Some(2)
                && self.picked(Ask::Person(n, OfPerson::Role)) != Some(Role::YOUTH.0)
        });
        for n in (0..self.persons).filter(|n| self.is_unborn(*n)) {
            let birth = Ask::Person(n, OfPerson::Birth);
            if self.words(birth).is_empty() {
                found.push((birth, Need::Required, Key::ContactProblemUnborn));
            }
            if !mother_known {
                let unborn = Ask::Person(n, OfPerson::Unborn);
                found.push((unborn, Need::Required, Key::ContactProblemMother));
            }
        }
        found
    }

    pub(super) fn is_unborn(&self, n: u8) -> bool {
        self.answer(Ask::Person(n, OfPerson::Unborn)) == Some(Answer::Yes)
    }
}

fn missing_key(ask: Ask) -> Key {
    match ask {
        Ask::Once(Once::Incident) => Key::ContactProblemStory,
        Ask::Once(Once::ActionWhat | Once::ActionWho | Once::ActionWhen) => {
            Key::ContactProblemAction
        }
        Ask::Once(Once::KnownCase) => Key::ContactProblemCase,
        Ask::Once(Once::DisclosureGround) => Key::ContactProblemGround,
        Ask::Once(_) | Ask::Person(..) | Ask::Relation(..) => Key::ContactProblemWanted,
    }
}

pub(super) fn digits(words: &str) -> String {
    words.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect()
}

fn is_postcode(words: &str) -> bool {
    let compact: Vec<char> = words.chars().filter(|c| *c != ' ').collect();
    compact.len() == 6
        && compact.iter().take(4).all(char::is_ascii_digit)
        && compact.first() != Some(&'0')
        && compact.iter().skip(4).all(char::is_ascii_alphabetic)
}
