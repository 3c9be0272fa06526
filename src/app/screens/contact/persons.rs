//! The persons and relations of a contact form as facts.

use super::ContactForm;
use super::ask::{Ask, OfPerson, OfRelation};
use super::check::digits;
use super::facts::{Desk, listed};
use crate::domain::code::Role;
use crate::domain::fact::Fact;
use crate::domain::id::{PersonId, RelationId, ReportId};
use crate::domain::person::{
    Address, AddressKind, Answer, Background, Birth, BsnStatus, Involvement, Name, Part,
    PersonAspects, Reach, Relation, Sex,
};
use crate::domain::time::{Day, PartialDate};
use crate::text::{Text, dates};

impl ContactForm {
    pub(super) fn person_facts(
        &self,
        report: ReportId,
        today: Day,
        text: &Text,
        desk: &mut Desk<'_>,
        facts: &mut Vec<Fact>,
    ) {
        let ids: Vec<PersonId> = (0..self.persons).map(|_| PersonId((desk.ids)())).collect();
        for (n, person) in (0..self.persons).zip(&ids) {
            let Some(aspects) = self.person_aspects(n, today, text) else { continue };
            let is_source = aspects
                .involvement
                .and_then(|involvement| involvement.role)
                .is_some_and(Role::is_protected_source);
            facts.push(Fact::PersonDescribed {
                person: *person,
                protected_by: is_source.then_some(report),
                aspects: Box::new(aspects),
            });
            if self.answer(Ask::Person(n, OfPerson::Shielded)) == Some(Answer::Yes)
                && let Some(address) = self.address(n)
            {
                let kind = self.address_kind(n);
                facts.push(Fact::ShieldedAddressRecorded { person: *person, kind, address });
            }
        }
        for n in 0..self.relations {
            if let Some(relation) = self.relation(n, &ids, today, text) {
                let id = RelationId((desk.ids)());
                facts.push(Fact::RelationRecorded { id, relation: Some(relation) });
            }
        }
    }

    fn person_aspects(&self, n: u8, today: Day, text: &Text) -> Option<PersonAspects> {
        let of = |ask| self.words(Ask::Person(n, ask));
        let answer = |ask| self.answer(Ask::Person(n, ask));
        if !self.person_is_typed(n) {
            return None;
        }
        let name = Name {
            first: of(OfPerson::First),
            prefix: of(OfPerson::Prefix),
            last: of(OfPerson::Last),
        };
        let unborn = self.is_unborn(n);
        let date = dates::parse_partial_date(&of(OfPerson::Birth), today, text);
        let birth = match (unborn, date) {
            (true, date) => Some(Birth::Due(date.unwrap_or(PartialDate::Absent(None)))),
            (false, date) => date.map(Birth::Born),
        };
        let shielded = answer(OfPerson::Shielded) == Some(Answer::Yes);
        let address = self.address(n).filter(|_| !shielded);
        let formal = self.address_kind(n) == AddressKind::Formal;
        let reach = Reach {
            phones: listed(&of(OfPerson::Phone)),
            mails: listed(&of(OfPerson::Mail)),
            safe_to_call: of(OfPerson::SafeToCall),
        };
        let background = Background {
            nationality: of(OfPerson::Nationality),
            language: of(OfPerson::Language),
            interpreter: answer(OfPerson::Interpreter),
            school: of(OfPerson::School),
            general_practitioner: of(OfPerson::Doctor),
            other_numbers: Vec::new(),
        };
        Some(PersonAspects {
            name: (!name.is_empty()).then_some(name),
            sex: sex(self.picked(Ask::Person(n, OfPerson::Sex))),
            birth,
            bsn: self.bsn(n, unborn),
            involvement: Some(Involvement {
                role: self.picked(Ask::Person(n, OfPerson::Role)).map(Role),
                authority: answer(OfPerson::Authority).unwrap_or(Answer::Unknown),
                part: part(self.picked(Ask::Person(n, OfPerson::Part))),
            }),
            formal_address: address.clone().filter(|_| formal),
            actual_address: address.filter(|_| !formal),
            reach: (reach != Reach::default()).then_some(reach),
            background: (background != Background::default()).then_some(background),
            remark: Some(of(OfPerson::Remark)).filter(|words| !words.is_empty()),
            died_on: dates::parse_partial_date(&of(OfPerson::Died), today, text),
        })
    }

    fn person_is_typed(&self, n: u8) -> bool {
        self.fields
            .iter()
            .any(|field| matches!(field.ask, Ask::Person(m, _) if m == n) && !field.is_empty())
    }

    fn bsn(&self, n: u8, unborn: bool) -> Option<BsnStatus> {
        let number = digits(&self.words(Ask::Person(n, OfPerson::Bsn)));
        match self.picked(Ask::Person(n, OfPerson::BsnStatus)) {
            _ if unborn => Some(BsnStatus::Unborn),
            Some(3) => Some(BsnStatus::None),
            Some(1) if !number.is_empty() => Some(BsnStatus::Verified(number)),
            _ if !number.is_empty() => Some(BsnStatus::Unverified(number)),
            _ => None,
        }
    }

    fn address_kind(&self, n: u8) -> AddressKind {
        match self.picked(Ask::Person(n, OfPerson::Stays)) {
            Some(2) => AddressKind::Actual,
            _ => AddressKind::Formal,
        }
    }

    fn address(&self, n: u8) -> Option<Address> {
        let of = |ask| self.words(Ask::Person(n, ask));
        let address = Address {
            street: of(OfPerson::Street),
            number: of(OfPerson::Number),
            postcode: of(OfPerson::Postcode).replace(' ', "").to_uppercase(),
            city: of(OfPerson::City),
            ..Address::default()
        };
        (address != Address::default()).then_some(address)
    }

    fn relation(&self, n: u8, ids: &[PersonId], today: Day, text: &Text) -> Option<Relation> {
        let of = |ask| self.words(Ask::Relation(n, ask));
        let answer = |ask| self.answer(Ask::Relation(n, ask)).unwrap_or(Answer::Unknown);
        let person = |ask| self.person_index(&of(ask)).and_then(|at| ids.get(at)).copied();
        Some(Relation {
            from: person(OfRelation::From)?,
            to: person(OfRelation::To)?,
            text: of(OfRelation::Text),
            role: self.picked(Ask::Relation(n, OfRelation::Role)).map(Role),
            authority: answer(OfRelation::Authority),
            same_household: answer(OfRelation::Household),
            since: dates::parse_day(&of(OfRelation::Since), today, text),
            until: dates::parse_day(&of(OfRelation::Until), today, text),
            source: of(OfRelation::Source),
        })
    }
}

const fn sex(code: Option<u16>) -> Option<Sex> {
    match code {
        Some(1) => Some(Sex::Male),
        Some(2) => Some(Sex::Female),
        Some(3) => Some(Sex::Unknown),
        _ => None,
    }
}

const fn part(code: Option<u16>) -> Option<Part> {
    match code {
        Some(1) => Some(Part::Victim),
        Some(2) => Some(Part::Perpetrator),
        Some(3) => Some(Part::Witness),
        Some(4) => Some(Part::Sibling),
        Some(5) => Some(Part::Other),
        _ => None,
    }
}
