//! How a case is read, also while colleagues disagree: always the stricter, more protective way,
//! until a named person settles it (design: "the queue uses the stricter reading").
//!
//! Deliberately absent: today, and therefore anything about deadlines.

use super::super::code::Role;
use super::super::fact::{Acute, Closing, Opening, Overseer};
use super::super::id::PersonId;
use super::super::person::{Birth, BsnStatus};
use super::super::time::Moment;
use super::{Case, Person, Standing, State};
use std::collections::BTreeSet;

impl Person {
    /// Whether this is a child the case is about: role youth (301), or not yet born. In a dispute
    /// one such value is enough.
    #[must_use]
    pub fn is_child(&self) -> bool {
        self.involvement.values().any(|involved| involved.role == Some(Role::YOUTH))
            || self.birth.values().any(|birth| matches!(birth, Birth::Due(_)))
            || self.bsn.values().any(|bsn| *bsn == BsnStatus::Unborn)
    }

    /// Whether this is a record of a reporter or an informant. In a dispute one such role is
    /// enough.
    #[must_use]
    pub fn is_protected_source(&self) -> bool {
        let source = |role: Option<Role>| role.is_some_and(Role::is_protected_source);
        self.protected_by.is_some() || self.involvement.values().any(|held| source(held.role))
    }
}

impl Case {
    /// Why the case exists. In a dispute the reading under which most is due: report, then
    /// neighbourhood, advice, question, not for us. `None` when nobody opened it (yet).
    #[must_use]
    pub fn opening_read(&self) -> Option<Opening> {
        let rank = |opening: &Opening| match opening {
            Opening::Report => 0,
            Opening::Neighbourhood => 1,
            Opening::Advice => 2,
            Opening::Question => 3,
            Opening::NotForUs => 4,
        };
        self.opening.values().min_by_key(|opening| rank(opening)).copied()
    }

    /// The main state. A case that nobody opened yet counts as received, and so does a case other
    /// than advice that holds a received report: a report never waits unseen.
    #[must_use]
    pub fn state(&self) -> State {
        let received = self.reports.values().any(|report| !report.receipt.is_empty());
        let opening = self.opening_read();
        let answered = match opening {
            Some(Opening::Question | Opening::NotForUs) => !self.contact.is_empty() && !received,
            Some(Opening::Report | Opening::Advice | Opening::Neighbourhood) | None => false,
        };
        // While it is disputed whether or why the case was closed, it stays open.
        let closed = match self.closing.settled() {
            Some(Closing::Closed { .. }) => true,
            // What was reopened is closed again by a decision that came in force later.
            Some(Closing::Reopened(_)) => {
                let reopened = self.closing.stamp().map(|stamp| stamp.at);
                self.is_ended_by_triage() && self.in_force_since() > reopened
            }
            None => self.closing.is_empty() && (answered || self.is_ended_by_triage()),
        };
        match opening {
            // Whoever declared acute unsafety meanwhile: it never waits in a closed file.
            _ if closed && !self.is_acute() => State::Closed,
            Some(Opening::Advice) => State::Advice,
            Some(Opening::Neighbourhood) if !received => State::Local,
            Some(
                Opening::Report | Opening::Question | Opening::NotForUs | Opening::Neighbourhood,
            )
            | None => self.course(),
        }
    }

    /// Whether there is still work in it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state() != State::Closed
    }

    /// Acute unsafety; in a dispute it is acute.
    #[must_use]
    pub fn is_acute(&self) -> bool {
        self.acute_since().is_some()
    }

    /// When acute unsafety was declared, by the clock of that station: the 24 hours run from there.
    /// The earlier moment in a dispute; `None` when it is not acute.
    #[must_use]
    pub fn acute_since(&self) -> Option<Moment> {
        let declared = self.acute.heads().filter(|(_, _, acute)| match acute {
            Acute::Declared(_) => true,
            Acute::Lifted(_) => false,
        });
        declared.map(|(_, stamp, _)| stamp.at).min()
    }

    /// The earliest receipt of any report, the earlier one in a dispute; `None` without a report.
    #[must_use]
    pub fn received_at(&self) -> Option<Moment> {
        self.reports.values().flat_map(|r| r.receipt.values()).map(|r| r.received_at).min()
    }

    /// Who watches, to show. In a dispute the more protective: one of our own staff first (then
    /// we keep watching), else the first in an order all stations share.
    #[must_use]
    pub fn overseer_read(&self) -> Option<&Overseer> {
        let ours = self.overseer.values().find(|overseer| overseer.staff.is_some());
        ours.or_else(|| self.overseer.shown())
    }

    /// The record that stands for this one: itself, or the one it was joined to at the end of the
    /// line. `None` when it was withdrawn. A record that was joined to nothing that stands, or in
    /// a circle, stands for itself: no child disappears by a mistake.
    #[must_use]
    pub fn standing_for(&self, person: PersonId) -> Option<PersonId> {
        match self.end_of_line(person) {
            Line::Stands(id) => Some(id),
            Line::Withdrawn => None,
            Line::Missing | Line::Nowhere => Some(person),
        }
    }

    /// The persons that stand: children first, then the others, then reporters and informants;
    /// within that by birth date, name and id.
    #[must_use]
    pub fn standing_persons(&self) -> Vec<(PersonId, &Person)> {
        let children = self.child_ids();
        let stands = |id: &PersonId| self.standing_for(*id) == Some(*id);
        let mut standing: Vec<(PersonId, &Person)> = self
            .persons
            .iter()
            .filter(|(id, _)| stands(id))
            .map(|(id, person)| (*id, person))
            .collect();
        standing.sort_by_cached_key(|(id, person)| {
            let birth = match person.birth.shown() {
                Some(Birth::Born(date)) => date.value(),
                Some(Birth::Due(_)) | None => None,
            };
            let name = person.name.shown().map(|name| (name.last.clone(), name.first.clone()));
            let group = (!children.contains(id), person.protected_by.is_some());
            (group, birth.is_none(), birth, name, *id)
        });
        standing
    }

    /// How many children the case is about.
    #[must_use]
    pub fn children(&self) -> usize {
        self.child_ids().len()
    }

    /// The children the case is about: a record counts as a child when it, or one joined to it,
    /// says so.
    #[must_use]
    pub fn child_ids(&self) -> BTreeSet<PersonId> {
        let children = self.persons.iter().filter(|(_, person)| person.is_child());
        children.filter_map(|(id, _)| self.standing_for(*id)).collect()
    }

    /// The children the case is about, the eldest first: the order in which people name them.
    #[must_use]
    pub fn children_in_order(&self) -> Vec<PersonId> {
        let children = self.child_ids();
        let standing = self.standing_persons().into_iter().map(|(id, _)| id);
        standing.filter(|id| children.contains(id)).collect()
    }

    /// The family name for a title: of the first child that has one, else of another person.
    /// Never of a reporter or informant. Empty when no name is known.
    #[must_use]
    pub fn title_family(&self) -> String {
        self.standing_persons()
            .into_iter()
            .filter(|(_, person)| person.protected_by.is_none())
            .filter_map(|(_, person)| person.name.shown())
            .map(super::super::person::Name::family)
            .find(|family| !family.is_empty())
            .unwrap_or_default()
    }

    /// Whether a record points to one that is not there or does not stand, or in a circle. While
    /// part of the case is sealed for this reader, a missing record may well be there.
    pub(super) fn is_joined_nowhere(&self, person: PersonId) -> bool {
        match self.end_of_line(person) {
            Line::Stands(_) | Line::Withdrawn => false,
            Line::Missing => self.sealed == 0,
            Line::Nowhere => true,
        }
    }

    fn end_of_line(&self, person: PersonId) -> Line {
        let mut at = person;
        let mut seen = BTreeSet::new();
        while seen.insert(at) {
            let Some(held) = self.persons.get(&at) else { return Line::Missing };
            let heads: Vec<&Standing> = held.standing.values().collect();
            let joined = heads.iter().find_map(|standing| match standing {
                Standing::JoinedTo { kept, .. } => Some(*kept),
                Standing::Withdrawn { .. } => None,
            });
            match joined {
                // In a dispute between withdrawn and joined, joined keeps more of the record.
                Some(kept) => at = kept,
                None if heads.is_empty() => return Line::Stands(at),
                None if at == person => return Line::Withdrawn,
                None => return Line::Nowhere,
            }
        }
        Line::Nowhere
    }
}

/// Where a record leads.
enum Line {
    Stands(PersonId),
    Withdrawn,
    /// To a record that is not here.
    Missing,
    /// To one that was withdrawn, or in a circle.
    Nowhere,
}
