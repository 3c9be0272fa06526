//! From a case to what family and network may read of one of its plans.
//!
//! This is the only file of the papers of plans that sees a case. Of a person it takes a name and a
//! role; of a reporter or informant nothing at all.

use super::reading::{ChangeLine, ChangeSort, Edition, Reading, Signed};
use crate::domain::case::{Case, Change, Person, Plan, PlanContent};
use crate::domain::code::Role;
use crate::domain::id::{PartId, PersonId, PlanId};
use crate::domain::person::{Answer, Birth};
use crate::domain::safety_plan::{PlanAspect, PlanKind, PlanPart, PlanSection, Signer, Signing};
use crate::domain::time::{Day, PartialDate};
use crate::text::codes::{CodeList, label};
use crate::text::{Key, Text};
use chrono::Datelike;
use std::collections::BTreeMap;

/// Roles of a parent or of somebody who cares for a child as one (JZR codes).
const PARENT_ROLES: [u16; 8] = [111, 112, 113, 114, 191, 211, 212, 213];

/// From this age a child signs its own plan.
const SIGNS_FROM_YEARS: i32 = 12;

/// Which edition is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The newest adopted version, or the working copy when none was adopted.
    Newest,
    /// The working copy.
    Working,
    /// A version by its number.
    Version(u16),
}

/// Why there is nothing to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanFault {
    /// The case has no such plan, or not yet its opening.
    #[error("no such plan")]
    NoPlan,
    /// The plan has no such version.
    #[error("no such version")]
    NoVersion,
    /// Colleagues adopted different things under this number.
    #[error("the version is in dispute")]
    Disputed,
    /// Facts of this version are not here yet: what is here is not the whole plan.
    #[error("the version is not whole")]
    NotWhole,
}

/// For whom and how a plan is read.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Which plan.
    pub plan: PlanId,
    /// Which edition.
    pub wanted: Wanted,
    /// The organisation that prints it.
    pub from: &'a str,
    /// The day it is printed, for the age of children.
    pub day: Day,
}

/// What family and network read.
///
/// # Errors
/// When there is no such plan or version, or when it is disputed or not whole.
pub fn reading(case: &Case, asked: Asked<'_>, text: &Text) -> Result<Reading, PlanFault> {
    let plan = case.plans.get(&asked.plan).ok_or(PlanFault::NoPlan)?;
    let (edition, content) = edition(plan, asked.wanted)?;
    let kind = content.kind.ok_or(PlanFault::NoPlan)?;
    let embedded = match (kind, content.embeds) {
        (PlanKind::Family, Some(inner)) if inner != asked.plan => {
            embedded(case, Asked { plan: inner, wanted: Wanted::Newest, ..asked }, text)?
        }
        (PlanKind::Family | PlanKind::Safety, _) => None,
    };
    let children = content.children.iter().filter_map(|id| {
        let person = seen(case, *id)?;
        Some((*id, called(person, text)))
    });
    Ok(Reading {
        kind,
        from: asked.from.to_owned(),
        number: case.number.shown().map(|number| number.0.clone()).unwrap_or_default(),
        children: children.collect(),
        edition,
        start: content.start,
        review: content.review.clone(),
        made_with: content.made_with.clone(),
        situation: content.situation.clone(),
        emergency: content.emergency.clone(),
        owner: content.owner.clone(),
        own_words: content.words.clone(),
        parts: by_section(&content.parts),
        signatures: signatures(case, plan, (edition, &content), asked.day, text),
        since: since(plan, edition, &content, text),
        embedded,
    })
}

/// The safety plan in a family plan. One that is not there is left out, one that is not whole is
/// refused like the plan itself.
fn embedded(case: &Case, asked: Asked<'_>, text: &Text) -> Result<Option<Box<Reading>>, PlanFault> {
    match reading(case, asked, text) {
        Ok(reading) if reading.kind == PlanKind::Safety => Ok(Some(Box::new(reading))),
        Ok(_) | Err(PlanFault::NoPlan) => Ok(None),
        Err(fault) => Err(fault),
    }
}

fn edition(plan: &Plan, wanted: Wanted) -> Result<(Edition, PlanContent), PlanFault> {
    let number = match wanted {
        Wanted::Working => None,
        Wanted::Version(number) => Some(number),
        Wanted::Newest => plan.versions.keys().next_back().copied(),
    };
    let Some(number) = number else { return Ok((Edition::Working, plan.now())) };
    let held = plan.versions.get(&number).ok_or(PlanFault::NoVersion)?;
    let version = held.settled().ok_or(PlanFault::Disputed)?;
    if version.missing > 0 {
        return Err(PlanFault::NotWhole);
    }
    Ok((Edition::Version { number, on: version.on }, version.content.clone()))
}

/// A person who may be named on a paper: never a reporter or an informant.
fn seen(case: &Case, id: PersonId) -> Option<&Person> {
    let person = case.persons.get(&case.standing_for(id)?)?;
    let source = |person: &Person| {
        person.involvement.values().any(|held| held.role.is_some_and(Role::is_protected_source))
    };
    (person.protected_by.is_none() && !source(person)).then_some(person)
}

/// The name somebody is called by.
fn called(person: &Person, text: &Text) -> String {
    let name = person.name.shown();
    let first = name.map(|name| name.first.trim()).filter(|first| !first.is_empty());
    if let Some(first) = first {
        return first.to_owned();
    }
    let unborn = person.birth.values().any(|birth| matches!(birth, Birth::Due(_)));
    let whole = name.map(|name| name.display()).filter(|whole| !whole.trim().is_empty());
    let nobody = if unborn { Key::UnbornChild } else { Key::UnknownPerson };
    whole.unwrap_or_else(|| text.get(nobody).to_owned())
}

fn full_name(person: &Person, text: &Text) -> String {
    let name = person.name.shown().map(|name| name.display());
    name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| called(person, text))
}

fn role_words(person: &Person, text: &Text) -> String {
    let role = person.involvement.shown().and_then(|involved| involved.role);
    role.and_then(|role| label(text.lang(), CodeList::Role, role.0)).unwrap_or_default().to_owned()
}

fn by_section(parts: &[(PartId, PlanPart)]) -> BTreeMap<PlanSection, Vec<PlanPart>> {
    let mut sections: BTreeMap<PlanSection, Vec<PlanPart>> = BTreeMap::new();
    for (_, part) in parts {
        sections.entry(part.section()).or_default().push(part.clone());
    }
    sections
}

/// Who signed or refused, and a line for everybody who still has to: parents, children from twelve,
/// and the members of the network who take part.
fn signatures(
    case: &Case,
    plan: &Plan,
    (edition, content): (Edition, &PlanContent),
    day: Day,
    text: &Text,
) -> Vec<Signed> {
    let mut signers: Vec<Signer> = case
        .standing_persons()
        .into_iter()
        .filter(|(_, person)| signs(person, day))
        .map(|(id, _)| Signer::Person(id))
        .collect();
    signers.extend(content.parts.iter().filter_map(|(id, part)| match part {
        PlanPart::NetworkMember { consents: Some(Answer::Yes), .. } => Some(Signer::Network(*id)),
        _ => None,
    }));
    let mut known: BTreeMap<Signer, Signing> = BTreeMap::new();
    if let Edition::Version { number, .. } = edition {
        for ((of, signer), held) in &plan.signatures {
            if let Some(signing) = held.settled().filter(|_| *of == number) {
                known.insert(*signer, signing.clone());
            }
        }
    }
    signers.extend(
        known.keys().filter(|signer| !signers.contains(signer)).copied().collect::<Vec<_>>(),
    );
    let signed = |signer: Signer| {
        let (name, role) = named(case, content, signer, text)?;
        Some(Signed { name, role, signing: known.get(&signer).cloned().unwrap_or_default() })
    };
    signers.into_iter().filter_map(signed).collect()
}

fn named(
    case: &Case,
    content: &PlanContent,
    signer: Signer,
    text: &Text,
) -> Option<(String, String)> {
    match signer {
        Signer::Person(id) => {
            let person = seen(case, id)?;
            Some((full_name(person, text), role_words(person, text)))
        }
        Signer::Network(wanted) => {
            let part = content.parts.iter().find(|(id, _)| *id == wanted);
            match part {
                Some((_, PlanPart::NetworkMember { name, role, .. })) => {
                    Some((name.clone(), role.clone()))
                }
                Some((_, _)) | None => None,
            }
        }
    }
}

fn signs(person: &Person, day: Day) -> bool {
    let source = person.protected_by.is_some();
    let involved = person.involvement.shown();
    let parent = involved.and_then(|involved| involved.role);
    let parent = parent.is_some_and(|role| PARENT_ROLES.contains(&role.0));
    let authority = involved.is_some_and(|involved| involved.authority == Answer::Yes);
    !source && (parent || authority || (person.is_child() && is_old_enough(person, day)))
}

fn is_old_enough(person: &Person, day: Day) -> bool {
    match person.birth.shown() {
        Some(Birth::Born(PartialDate::Day(born))) => {
            let birthday_passed = (day.month(), day.day()) >= (born.month(), born.day());
            let years = day.year() - born.year() - i32::from(!birthday_passed);
            years >= SIGNS_FROM_YEARS
        }
        Some(Birth::Born(date)) => {
            date.year().is_some_and(|year| day.year() - year >= SIGNS_FROM_YEARS)
        }
        Some(Birth::Due(_)) | None => false,
    }
}

/// What is different since the version before.
fn since(
    plan: &Plan,
    edition: Edition,
    content: &PlanContent,
    text: &Text,
) -> Option<(u16, Vec<ChangeLine>)> {
    let mut before = plan.versions.iter().rev().filter(|(number, _)| match edition {
        Edition::Working => true,
        Edition::Version { number: shown, .. } => **number < shown,
    });
    let (number, held) = before.next()?;
    let old = &held.settled().filter(|version| version.missing == 0)?.content;
    let lines = content.changes_since(old);
    let lines = lines.iter().filter_map(|change| change_line(*change, content, old, text));
    Some((*number, lines.collect()))
}

fn change_line(
    change: Change,
    content: &PlanContent,
    old: &PlanContent,
    text: &Text,
) -> Option<ChangeLine> {
    let said = |content: &PlanContent, wanted: PartId| {
        let part = content.parts.iter().find(|(id, _)| *id == wanted);
        part.map(|(_, part)| short(part).to_owned()).unwrap_or_default()
    };
    let (sort, section, said) = match change {
        Change::Opening => return None,
        Change::Aspect(aspect) => {
            (ChangeSort::Changed, None, text.get(aspect_name(aspect)).to_owned())
        }
        Change::Words(section) => {
            (ChangeSort::Changed, Some(section), text.get(Key::PaperOwnWords).to_owned())
        }
        Change::Added(section, part) => (ChangeSort::Added, Some(section), said(content, part)),
        Change::Altered(section, part) => (ChangeSort::Changed, Some(section), said(content, part)),
        Change::Removed(section, part) => (ChangeSort::Removed, Some(section), said(old, part)),
        Change::Reordered(section) => {
            (ChangeSort::Changed, Some(section), text.get(Key::PaperReordered).to_owned())
        }
    };
    Some(ChangeLine { sort, section, said })
}

const fn aspect_name(aspect: PlanAspect) -> Key {
    match aspect {
        PlanAspect::Children => Key::PaperAspectChildren,
        PlanAspect::Start => Key::PaperStart,
        PlanAspect::Review => Key::PaperReview,
        PlanAspect::MadeWith => Key::PaperMadeWith,
        PlanAspect::Situation => Key::PaperSituation,
        PlanAspect::Emergency => Key::PaperEmergency,
        PlanAspect::Owner => Key::PaperOwner,
    }
}

/// The words by which a part is known in a list of differences. What a child said itself is not
/// repeated outside the page of that child.
fn short(part: &PlanPart) -> &str {
    match part {
        PlanPart::Danger { text, .. }
        | PlanPart::BottomLine { text, .. }
        | PlanPart::Rule { text, .. }
        | PlanPart::Dissent { text, .. } => text,
        PlanPart::Agreement { what, .. } | PlanPart::Intervention { what, .. } => what,
        PlanPart::NetworkMember { name, .. } => name,
        PlanPart::AlarmStep { sign, .. } => sign,
        PlanPart::ChildVersion { .. } => "",
        PlanPart::Goal { goal, .. } => goal,
    }
}
