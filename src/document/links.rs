//! Cases that a report may belong with: suggestions for a person to confirm or reject.
//!
//! One for each other case, by the strongest reason. Deliberately absent: any merging, and the
//! reporter: nobody is recognised by who reported.

use super::follow_up::is_child;
use super::incoming::{Incoming, IncomingPerson};
use super::intake::Known;
use super::reuse::valid_bsn;
use crate::domain::fact::LinkKind;
use crate::domain::id::{CaseId, PersonId};
use crate::domain::person::{Address, Birth};
use crate::domain::search::{self, Index, MessageKey};
use std::collections::BTreeMap;

/// The most suggestions for one report.
const SUGGESTIONS_MAX: usize = 20;

/// A suggested link to another case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The other case.
    pub other: CaseId,
    /// How they may belong together.
    pub kind: LinkKind,
    /// Place of the person in this message.
    pub person: Option<usize>,
    /// The person there.
    pub other_person: Option<PersonId>,
    /// What matched: `report-number`, `bsn`, `name-birth`, `address`. Put in words by `text`.
    pub reason: &'static str,
}

/// Finds them, strongest first.
#[must_use]
pub fn suggestions(incoming: &Incoming, known: &Known<'_>, own: CaseId) -> Vec<Suggestion> {
    let mut found = Found { own, by_case: BTreeMap::new() };
    if let (Some(message), Some(occasion)) = (&incoming.message, &incoming.aspects.occasion)
        && !occasion.report_number.trim().is_empty()
    {
        let sender = MessageKey::of(message).sender;
        for hit in known.index.by_report_number(&sender, &occasion.report_number) {
            found.add(0, "report-number", (None, false), hit);
        }
    }
    found.persons(&incoming.persons, known.index);
    found.ranked()
}

/// Finds other cases by the persons alone: for a contact that was written down by hand.
#[must_use]
pub fn alike(persons: &[IncomingPerson], index: &Index, own: CaseId) -> Vec<Suggestion> {
    let mut found = Found { own, by_case: BTreeMap::new() };
    found.persons(persons, index);
    found.ranked()
}

fn person_in(index: &Index, (place, person): (usize, &IncomingPerson), found: &mut Found) {
    let who = (Some(place), is_child(person));
    let told = &person.aspects;
    if let Some(bsn) = valid_bsn(told) {
        for hit in index.by_bsn(bsn) {
            found.add(1, "bsn", who, hit);
        }
    }
    if let (Some(name), Some(Birth::Born(birth))) = (&told.name, told.birth)
        && !name.last.is_empty()
        && !name.first.is_empty()
    {
        for hit in index.by_name_and_birth(&name.display(), birth) {
            found.add(2, "name-birth", who, hit);
        }
    }
    let addresses = [&told.formal_address, &told.actual_address];
    for Address { postcode, number, .. } in addresses.into_iter().flatten() {
        for hit in index.by_address(postcode, number) {
            found.add(3, "address", who, hit);
        }
    }
}

struct Found {
    own: CaseId,
    by_case: BTreeMap<CaseId, (u8, Suggestion)>,
}

impl Found {
    fn persons(&mut self, persons: &[IncomingPerson], index: &Index) {
        for told in persons.iter().enumerate().filter(|(_, person)| !person.protected) {
            person_in(index, told, self);
        }
    }

    fn ranked(self) -> Vec<Suggestion> {
        let mut ranked: Vec<_> = self.by_case.into_values().collect();
        ranked.sort_by_key(|(rank, suggestion)| (*rank, suggestion.other));
        ranked.into_iter().take(SUGGESTIONS_MAX).map(|(_, suggestion)| suggestion).collect()
    }

    fn add(
        &mut self,
        rank: u8,
        reason: &'static str,
        (person, child): (Option<usize>, bool),
        hit: search::Known,
    ) {
        if hit.case == self.own {
            return;
        }
        let kind = match (rank, hit.open) {
            (0, _) => LinkKind::SameReport,
            (3, _) => LinkKind::SameAddress,
            (_, false) => LinkKind::Earlier,
            (_, true) if child && hit.child => LinkKind::SameChild,
            (_, true) => LinkKind::SamePerson,
        };
        let other_person = hit.person;
        let suggestion = Suggestion { other: hit.case, kind, person, other_person, reason };
        // Of equal reasons one about a child says more.
        let rank = rank * 2 + u8::from(!(child && hit.child));
        let held = self.by_case.entry(hit.case).or_insert((u8::MAX, suggestion));
        if rank < held.0 {
            *held = (rank, suggestion);
        }
    }
}
