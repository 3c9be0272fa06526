//! From a case to what may stand on a letter.
//!
//! The only file of the letters that sees a case. Deliberately absent: the reasons of a decision,
//! and everything about the family in a letter to who reported.

use super::template::{Flag, Place};
use super::{Filling, LetterKind};
use crate::domain::case::{Case, Person, Report};
use crate::domain::id::{PersonId, ReportId};
use crate::domain::person::Address;
use crate::domain::report::Disclosure;
use crate::domain::triage::{FollowUpBy, TriageDecision, TriageOutcome};
use crate::text::{Key, Text, dates};
use std::collections::{BTreeMap, BTreeSet};

/// Who the letter is to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// A person in the case.
    Person(PersonId),
    /// Who made this report.
    Reporter(ReportId),
}

/// What is not in the case, and comes from who prints the letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Details<'a> {
    /// The organisation that writes.
    pub from: &'a str,
    /// Who signs; empty: a line is left out.
    pub worker: &'a str,
    /// Day and time of a talk; empty: left to write on.
    pub when: &'a str,
    /// Where it is; empty: left to write on.
    pub place: &'a str,
    /// How to reach us; empty: left to write on.
    pub contact: &'a str,
}

/// Why there is no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LetterFault {
    /// The case has no such person.
    #[error("no such person")]
    NoPerson,
    /// A letter to parents cannot be to a reporter or informant, nor the other way round.
    #[error("this letter is not for this person")]
    NotForThem,
    /// No decision is in force: not decided, or not signed by a second person.
    #[error("no decision is in force")]
    NotDecided,
    /// Colleagues recorded decisions that contradict each other.
    #[error("the decision is disputed")]
    Disputed,
    /// Who reported is not recorded, or this reader may not see it.
    #[error("the reporter is not known here")]
    ReporterUnknown,
}

/// What is filled in on a letter.
///
/// # Errors
/// When the person is not there or the letter is not for that person; when nothing was decided yet
/// that an outcome could tell.
pub fn letter(
    case: &Case,
    kind: LetterKind,
    recipient: Recipient,
    details: Details<'_>,
    text: &Text,
) -> Result<Filling, LetterFault> {
    let mut filling = match (kind, recipient) {
        (LetterKind::Invitation, Recipient::Person(id)) => to_family(case, id, text)?,
        (LetterKind::OutcomeParents, Recipient::Person(id)) => {
            let mut filling = to_family(case, id, text)?;
            let decision = decided(case)?;
            outcome(case, decision, details, &mut filling, text);
            filling
        }
        (LetterKind::OutcomeReporter, Recipient::Reporter(id)) => to_reporter(case, id, text)?,
        (LetterKind::Invitation | LetterKind::OutcomeParents, Recipient::Reporter(_))
        | (LetterKind::OutcomeReporter, Recipient::Person(_)) => {
            return Err(LetterFault::NotForThem);
        }
    };
    details.from.clone_into(&mut filling.from);
    filling.number = case.number.shown().map(|number| number.0.clone()).unwrap_or_default();
    let given = [
        (Place::Organisation, details.from),
        (Place::Worker, details.worker),
        (Place::When, details.when),
        (Place::Where, details.place),
        (Place::Contact, details.contact),
    ];
    filling.places.extend(given.map(|(place, words)| (place, words.to_owned())));
    filling.places.retain(|place, _| kind.places().contains(place));
    filling.flags.retain(|flag| kind.flags().contains(flag));
    Ok(filling)
}

/// What was decided, by two persons and without dispute.
fn decided(case: &Case) -> Result<&TriageDecision, LetterFault> {
    if case.triage_decision.is_disputed() {
        return Err(LetterFault::Disputed);
    }
    case.triage_in_force().ok_or(LetterFault::NotDecided)
}

fn to_family(case: &Case, id: PersonId, text: &Text) -> Result<Filling, LetterFault> {
    let stands = case.standing_for(id).ok_or(LetterFault::NoPerson)?;
    let person = case.persons.get(&stands).ok_or(LetterFault::NoPerson)?;
    if person.is_protected_source() {
        return Err(LetterFault::NotForThem);
    }
    let name = person.name.shown().map(|name| name.display()).unwrap_or_default();
    let name = if name.trim().is_empty() { text.get(Key::UnknownPerson).to_owned() } else { name };
    let children: Vec<String> = case
        .standing_persons()
        .into_iter()
        .filter(|(_, person)| person.is_child() && !person.is_protected_source())
        .filter_map(|(_, person)| person.name.shown().map(|name| name.first.trim().to_owned()))
        .filter(|first| !first.is_empty())
        .collect();
    let mut envelope = vec![name.clone()];
    envelope.extend(address(person));
    let mut places =
        BTreeMap::from([(Place::Recipient, name), (Place::Children, children.join(", "))]);
    let mut flags = BTreeSet::new();
    match open_reporters(case) {
        Some(names) => {
            places.insert(Place::Reporter, names);
            flags.insert(Flag::Open);
        }
        None => drop(flags.insert(Flag::Closed)),
    }
    Ok(Filling { envelope, places, flags, ..Filling::default() })
}

/// The address of a person, unless any of that person's addresses is shielded: then none.
fn address(person: &Person) -> Vec<String> {
    if person.shielded || !person.shielded_formal.is_empty() || !person.shielded_actual.is_empty() {
        return Vec::new();
    }
    let held = if person.actual_address.is_empty() {
        &person.formal_address
    } else {
        &person.actual_address
    };
    // Two addresses against each other: a letter to the wrong one tells a stranger.
    held.settled().map(address_lines).unwrap_or_default()
}

fn address_lines(address: &Address) -> Vec<String> {
    let Address { street, number, postcode, city, foreign_lines, .. } = address;
    let join = |parts: &[&str]| {
        let parts: Vec<&str> =
            parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    };
    let mut lines = vec![join(&[street, number]), join(&[postcode, city])];
    lines.extend(foreign_lines.iter().cloned());
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// Who reported, when every report of the case may be known; else nobody.
fn open_reporters(case: &Case) -> Option<String> {
    let mut names = Vec::new();
    for report in case.reports.values() {
        if report.disclosure.settled() != Some(&Disclosure::Open) {
            return None;
        }
        let reporter = report.reporter.settled()?;
        let name = [&reporter.organisation, &reporter.contact_name];
        names.push(name.into_iter().find(|name| !name.trim().is_empty())?.clone());
    }
    names.sort();
    names.dedup();
    (!names.is_empty()).then(|| names.join(", "))
}

fn outcome(
    case: &Case,
    decision: &TriageDecision,
    details: Details<'_>,
    filling: &mut Filling,
    text: &Text,
) {
    let flag = match decision.outcome {
        TriageOutcome::Investigate => Flag::Investigate,
        TriageOutcome::FollowUp(by) => {
            let receiver = receiver(case, by, decision, details.from, text);
            filling.places.insert(Place::Receiver, receiver);
            Flag::FollowUp
        }
        // That it became an advice is between us and who asked for it.
        TriageOutcome::Advice | TriageOutcome::End => Flag::End,
        TriageOutcome::Inadmissible => Flag::Inadmissible,
    };
    filling.flags.insert(flag);
    let day = dates::long_day(decision.decided_at.day(), text);
    filling.places.insert(Place::Decided, day);
}

/// Who takes over, in words that cannot tell who reported: a professional who was involved already
/// may be that person.
fn receiver(
    case: &Case,
    by: FollowUpBy,
    decision: &TriageDecision,
    from: &str,
    text: &Text,
) -> String {
    let general = match by {
        FollowUpBy::LocalField => Key::PaperReceiverLocal,
        FollowUpBy::InvolvedProfessional => Key::PaperReceiverInvolved,
        FollowUpBy::Multidisciplinary => Key::PaperReceiverTeam,
        FollowUpBy::Ourselves => return from.to_owned(),
    };
    let named = decision.receiver.trim();
    let may_be_named = by != FollowUpBy::InvolvedProfessional && !named.is_empty();
    if may_be_named && !tells_reporter(case, named) {
        return named.to_owned();
    }
    text.get(general).to_owned()
}

/// Whether words name a reporter whom the family may not know, or could: a reporter whom this
/// reader cannot see may be anybody.
fn tells_reporter(case: &Case, words: &str) -> bool {
    let words = words.to_lowercase();
    let hidden = |report: &&Report| report.disclosure.settled() != Some(&Disclosure::Open);
    case.reports.values().filter(hidden).any(|report| {
        let names = report.reporter.values().flat_map(|reporter| {
            [&reporter.organisation, &reporter.contact_name, &reporter.department]
        });
        let named = |name: &String| {
            let name = name.trim().to_lowercase();
            !name.is_empty() && (words.contains(&name) || name.contains(&words))
        };
        let unseen = report.reporter_sealed && report.reporter.is_empty();
        unseen || names.into_iter().any(named)
    })
}

/// To who reported: the day of the report and whether steps are taken. No name of the family, no
/// address, no child.
fn to_reporter(case: &Case, id: ReportId, text: &Text) -> Result<Filling, LetterFault> {
    let report = case.reports.get(&id).ok_or(LetterFault::NoPerson)?;
    let reporter = report.reporter.shown().ok_or(LetterFault::ReporterUnknown)?;
    let decision = decided(case)?;
    if !decision.reports.contains(&id) {
        return Err(LetterFault::NotDecided);
    }
    let envelope = [&reporter.organisation, &reporter.department, &reporter.contact_name];
    let envelope: Vec<String> =
        envelope.into_iter().filter(|line| !line.trim().is_empty()).cloned().collect();
    let name = [&reporter.contact_name, &reporter.organisation];
    let name = name.into_iter().find(|name| !name.trim().is_empty());
    let name = name.cloned().ok_or(LetterFault::ReporterUnknown)?;
    let mut places = BTreeMap::from([(Place::Recipient, name)]);
    if let Some(receipt) = report.receipt.shown() {
        let day = dates::long_day(receipt.received_at.day(), text);
        places.insert(Place::Received, day);
    }
    let capacity = report.classification.settled().and_then(|held| held.capacity);
    let professional = capacity.is_some_and(|capacity| capacity.is_professional());
    let flag = match (decision.outcome, professional) {
        (TriageOutcome::Investigate | TriageOutcome::FollowUp(_), true) => Flag::StepsProfessional,
        (TriageOutcome::Investigate | TriageOutcome::FollowUp(_), false) => Flag::Steps,
        (TriageOutcome::Advice | TriageOutcome::End | TriageOutcome::Inadmissible, _) => {
            Flag::NoSteps
        }
    };
    Ok(Filling { envelope, places, flags: BTreeSet::from([flag]), ..Filling::default() })
}
