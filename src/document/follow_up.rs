//! Whether a report belongs to a case that is open already (hard rule 37).
//!
//! Deliberately absent: weaker resemblance. That is a suggestion (`links`), never a decision.

use super::incoming::{Incoming, IncomingPerson};
use super::intake::Known;
use super::reuse::valid_bsn;
use crate::domain::case::{Case, Person};
use crate::domain::code::Role;
use crate::domain::fact::LinkKind;
use crate::domain::id::{CaseId, PersonId};
use crate::domain::person::{Birth, PersonAspects};
use crate::domain::search::{MessageKey, fold_name};
use crate::domain::time::PartialDate;
use std::collections::BTreeMap;

/// The open case a report belongs to, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Follow {
    /// The case.
    pub case: CaseId,
    /// [`LinkKind::SameReport`] or [`LinkKind::SameChild`].
    pub kind: LinkKind,
}

/// Finds it. Where children of one report are known in several open cases, the case with the most
/// of them is taken, and of equals the one with the lowest id; the others become suggestions.
#[must_use]
pub fn follow_up(incoming: &Incoming, known: &Known<'_>) -> Option<Follow> {
    if let Some(case) = same_report(incoming, known) {
        return Some(Follow { case, kind: LinkKind::SameReport });
    }
    let mut counts: BTreeMap<CaseId, usize> = BTreeMap::new();
    for child in incoming.persons.iter().filter(|person| is_child(person)) {
        let Some(bsn) = valid_bsn(&child.aspects) else { continue };
        let hits = known.index.by_bsn(bsn).into_iter();
        for (case, person) in
            hits.filter(|hit| hit.open && hit.child).filter_map(|hit| Some((hit.case, hit.person?)))
        {
            let held = (known.case)(case);
            if held.is_some_and(|case| agrees(&child.aspects, &case, person)) {
                *counts.entry(case).or_default() += 1;
            }
        }
    }
    let most = counts.iter().max_by_key(|(case, count)| (**count, std::cmp::Reverse(**case)))?;
    Some(Follow { case: *most.0, kind: LinkKind::SameChild })
}

/// Whether a person of a message is a child it is about.
#[must_use]
pub fn is_child(person: &IncomingPerson) -> bool {
    person.aspects.involvement.is_some_and(|involved| involved.role == Some(Role::YOUTH))
}

fn same_report(incoming: &Incoming, known: &Known<'_>) -> Option<CaseId> {
    let message = incoming.message.as_ref()?;
    let number = incoming.aspects.occasion.as_ref()?.report_number.trim();
    if number.is_empty() {
        return None;
    }
    let sender = MessageKey::of(message).sender;
    let hits = known.index.by_report_number(&sender, number);
    hits.into_iter().find(|hit| hit.open).map(|hit| hit.case)
}

/// Whether birth date or family name agree: a number alone may be a typing error.
fn agrees(told: &PersonAspects, case: &Case, person: PersonId) -> bool {
    // A record that was joined to this one counts as this one.
    let records = case.persons.iter().filter(|(id, _)| case.standing_for(**id) == Some(person));
    records.into_iter().any(|(_, held)| same_birth(told, held) || same_family(told, held))
}

fn same_birth(told: &PersonAspects, held: &Person) -> bool {
    let Some(Birth::Born(day @ PartialDate::Day(_))) = told.birth else { return false };
    held.birth.values().any(|known| *known == Birth::Born(day))
}

fn same_family(told: &PersonAspects, held: &Person) -> bool {
    let Some(name) = told.name.as_ref().filter(|name| !name.last.is_empty()) else {
        return false;
    };
    let wanted = fold_name(&name.last);
    held.name.values().any(|known| fold_name(&known.last) == wanted)
}
