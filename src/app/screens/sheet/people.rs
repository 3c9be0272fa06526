//! The people a form is asked about, with the names that stand in its headings.

use crate::domain::case::{Case, Person};
use crate::domain::code::Role;
use crate::domain::id::PersonId;
use crate::domain::person::Answer;
use crate::form::Subjects;
use std::collections::BTreeMap;

/// Roles of those who bring a child up: parents, guardian, foster and step-parents, carers.
const CARING: [Role; 8] =
    [Role(111), Role(112), Role(113), Role(114), Role(191), Role(211), Role(212), Role(213)];

/// Whether somebody may bring up a child here. Who has no known role does: nobody is passed over
/// because a role was not filled in.
fn cares(person: &Person) -> bool {
    let mut involved = person.involvement.values().peekable();
    involved.peek().is_none()
        || involved.any(|involved| {
            involved.authority == Answer::Yes
                || involved.role.is_none_or(|role| CARING.contains(&role))
        })
}

/// The people in a case, as a form needs them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// By the place they have for a form.
    pub subjects: Subjects,
    /// Their names as shown (made safe when drawn); empty when not known.
    pub names: BTreeMap<PersonId, String>,
}

impl People {
    /// The people of a case. Reporters and informants are protected: no form asks about them.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let children = case.child_ids();
        let mut people = Self::default();
        for (id, person) in case.standing_persons() {
            if person.protected_by.is_some() {
                continue;
            }
            let name = person.name.shown().map(crate::domain::person::Name::display);
            people.names.insert(id, name.unwrap_or_default());
            let group = if children.contains(&id) {
                &mut people.subjects.children
            } else if cares(person) {
                &mut people.subjects.caregivers
            } else {
                &mut people.subjects.others
            };
            group.push(id);
        }
        people
    }

    /// Everyone, children first: the order in which a person is picked.
    #[must_use]
    pub fn all(&self) -> Vec<PersonId> {
        let subjects = &self.subjects;
        [&subjects.children[..], &subjects.caregivers, &subjects.others].concat()
    }
}
