//! A plan as folded: the working copy, its adopted versions, and what changed between two.
//!
//! An adopted version is exactly what its events said, whatever was edited or taken back since.
//! Deliberately absent: what a plan lacks (`rule`), and paper.

use super::super::id::{EventId, PartId, PersonId, PlanId};
use super::super::safety_plan::{
    MadeWith, PlanAspect, PlanKind, PlanPart, PlanReview, PlanSection, Signer, Signing,
};
use super::super::slot::Held;
use super::super::time::{Day, Moment};
use std::collections::{BTreeMap, BTreeSet};

/// How a plan was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlanOpening {
    /// What kind.
    pub kind: PlanKind,
    /// The safety plan inside this family plan.
    pub embeds: Option<PlanId>,
}

/// A plan as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// How it was begun.
    pub opened: Held<PlanOpening>,
    /// The children it is for.
    pub children: Held<BTreeSet<PersonId>>,
    /// The first day.
    pub start: Held<Day>,
    /// When it is looked at again.
    pub review: Held<PlanReview>,
    /// With whom it was made.
    pub made_with: Held<MadeWith>,
    /// The situation, in words.
    pub situation: Held<String>,
    /// What to do in an emergency.
    pub emergency: Held<String>,
    /// Who steers the plan.
    pub owner: Held<String>,
    /// The family's own words, per section.
    pub words: BTreeMap<PlanSection, Held<String>>,
    /// The parts; a settled `None` is a removed one.
    pub parts: BTreeMap<PartId, Held<Option<PlanPart>>>,
    /// The order of a section.
    pub order: BTreeMap<PlanSection, Held<Vec<PartId>>>,
    /// The adopted versions, by number.
    pub versions: BTreeMap<u16, Held<PlanVersion>>,
    /// Signatures and refusals, by version and signer.
    pub signatures: BTreeMap<(u16, Signer), Held<Signing>>,
    /// When each part was first written, by the chain of its corrections: only for the order in
    /// which parts are shown that nobody put in order.
    pub(super) begun: BTreeMap<PartId, Moment>,
}

/// An adopted version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanVersion {
    /// From which day it holds.
    pub on: Day,
    /// What was adopted.
    pub content: PlanContent,
    /// How many of its events are not here, cannot be read, or are not of this plan: then the
    /// content is not whole.
    pub missing: usize,
}

/// What a plan says: the values of one moment, without their history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanContent {
    /// What kind; `None` when its opening is not known.
    pub kind: Option<PlanKind>,
    /// The safety plan inside this family plan.
    pub embeds: Option<PlanId>,
    /// The children it is for.
    pub children: BTreeSet<PersonId>,
    /// The first day.
    pub start: Option<Day>,
    /// When it is looked at again.
    pub review: Option<PlanReview>,
    /// With whom it was made.
    pub made_with: Option<MadeWith>,
    /// The situation; empty when not told.
    pub situation: String,
    /// What to do in an emergency; empty when not told.
    pub emergency: String,
    /// Who steers the plan; empty when not told.
    pub owner: String,
    /// The family's own words; only sections with words.
    pub words: BTreeMap<PlanSection, String>,
    /// The parts, by section and in order.
    pub parts: Vec<(PartId, PlanPart)>,
    /// How many of its values are in dispute: then one is shown, in an order all stations share.
    pub disputed: usize,
}

/// One difference between two contents of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Kind, or the plan inside it.
    Opening,
    /// An aspect of the whole.
    Aspect(PlanAspect),
    /// The family's own words.
    Words(PlanSection),
    /// A part was added.
    Added(PlanSection, PartId),
    /// A part was altered, or went to another section; the section it is in now.
    Altered(PlanSection, PartId),
    /// A part was removed; the section it was in.
    Removed(PlanSection, PartId),
    /// The parts that stayed stand in another order.
    Reordered(PlanSection),
}

impl Plan {
    /// The working copy. In a dispute one of the values, and of a part that one colleague removed
    /// and another changed, the changed one: nothing disappears by disagreement.
    #[must_use]
    pub fn now(&self) -> PlanContent {
        let shown = self.opened.shown();
        let words = self.words.iter().filter_map(|(section, held)| {
            let words = held.values().find(|words| !words.is_empty())?;
            Some((*section, words.clone()))
        });
        PlanContent {
            kind: shown.map(|opened| opened.kind),
            embeds: shown.and_then(|opened| opened.embeds),
            children: self.children.shown().cloned().unwrap_or_default(),
            start: self.start.shown().copied(),
            review: self.review.shown().cloned(),
            made_with: self.made_with.shown().cloned(),
            situation: self.situation.shown().cloned().unwrap_or_default(),
            emergency: self.emergency.shown().cloned().unwrap_or_default(),
            owner: self.owner.shown().cloned().unwrap_or_default(),
            words: words.collect(),
            parts: self.parts_in_order(),
            disputed: self.contents().into_iter().filter(|heads| heads.len() > 1).count(),
        }
    }

    /// What an adoption of the working copy must name: every event that stands in it, sorted.
    #[must_use]
    pub fn standing_events(&self) -> Vec<EventId> {
        let events: BTreeSet<EventId> = self.contents().into_iter().flatten().collect();
        events.into_iter().collect()
    }

    /// Whether anything of it is known besides signatures and versions.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.contents().iter().all(Vec::is_empty)
    }

    /// The highest adopted version; in a dispute about its content the first reading.
    #[must_use]
    pub fn newest(&self) -> Option<(u16, &PlanVersion)> {
        let mut versions = self.versions.iter().rev();
        versions.find_map(|(number, held)| Some((*number, held.shown()?)))
    }

    /// The number for the next version. One that was taken back and has signatures is not given
    /// again: nobody signed what would come under it now.
    #[must_use]
    pub fn next_number(&self) -> u16 {
        let signed = self.signatures.keys().next_back().map(|(number, _)| number);
        let last = self.versions.keys().next_back().max(signed);
        last.map_or(1, |last| last.saturating_add(1))
    }

    /// What differs between the working copy and the newest version; everything when there is none.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        match self.newest() {
            Some((_, version)) => self.now().changes_since(&version.content),
            None => self.now().changes_since(&PlanContent::default()),
        }
    }

    /// The signature of somebody under a version, as shown.
    #[must_use]
    pub fn signing(&self, number: u16, signer: Signer) -> Option<&Signing> {
        self.signatures.get(&(number, signer)).and_then(Held::shown)
    }

    /// The kind as read: in a dispute a safety plan.
    #[must_use]
    pub fn kind(&self) -> Option<PlanKind> {
        self.opened.values().map(|opened| opened.kind).min()
    }

    /// The heads of everything that is content: not versions, not signatures. A part that was
    /// removed is no content.
    fn contents(&self) -> Vec<Vec<EventId>> {
        let mut heads = vec![
            self.opened.head_ids(),
            self.children.head_ids(),
            self.start.head_ids(),
            self.review.head_ids(),
            self.made_with.head_ids(),
            self.situation.head_ids(),
            self.emergency.head_ids(),
            self.owner.head_ids(),
        ];
        heads.extend(self.words.values().map(Held::head_ids));
        let kept = self.parts.values().filter(|held| held.values().any(Option::is_some));
        heads.extend(kept.map(Held::head_ids));
        heads.extend(self.order.values().map(Held::head_ids));
        heads
    }

    fn parts_in_order(&self) -> Vec<(PartId, PlanPart)> {
        let places: BTreeMap<(PlanSection, PartId), usize> = self
            .order
            .iter()
            .filter_map(|(section, held)| Some((*section, held.shown()?)))
            .flat_map(|(section, order)| {
                let placed = order.iter().enumerate().rev();
                placed.map(move |(at, part)| ((section, *part), at))
            })
            .collect();
        let shown = |held: &Held<Option<PlanPart>>| held.values().flatten().next().cloned();
        let mut parts: Vec<(PartId, PlanPart)> =
            self.parts.iter().filter_map(|(id, held)| Some((*id, shown(held)?))).collect();
        parts.sort_by_cached_key(|(id, part)| {
            let section = part.section();
            let place = places.get(&(section, *id)).copied();
            (section, place.unwrap_or(usize::MAX), self.begun.get(id).copied(), *id)
        });
        parts
    }
}

impl PlanVersion {
    /// Whether all that was adopted is here.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.missing == 0
    }
}

impl PlanContent {
    /// The parts of a section, in order.
    pub fn of_section(&self, section: PlanSection) -> impl Iterator<Item = (PartId, &PlanPart)> {
        let of_it = self.parts.iter().filter(move |(_, part)| part.section() == section);
        of_it.map(|(id, part)| (*id, part))
    }

    /// The part with this id.
    #[must_use]
    pub fn part(&self, id: PartId) -> Option<&PlanPart> {
        self.parts.iter().find(|(known, _)| *known == id).map(|(_, part)| part)
    }

    /// What is different from an older content, in the order of the paper.
    #[must_use]
    pub fn changes_since(&self, old: &Self) -> Vec<Change> {
        let aspects = [
            (self.children != old.children, PlanAspect::Children),
            (self.start != old.start, PlanAspect::Start),
            (self.review != old.review, PlanAspect::Review),
            (self.made_with != old.made_with, PlanAspect::MadeWith),
            (self.situation != old.situation, PlanAspect::Situation),
            (self.emergency != old.emergency, PlanAspect::Emergency),
            (self.owner != old.owner, PlanAspect::Owner),
        ];
        let opening = (self.kind, self.embeds) != (old.kind, old.embeds);
        let mut changes: Vec<Change> = opening.then_some(Change::Opening).into_iter().collect();
        changes.extend(
            aspects.into_iter().filter_map(|(is, aspect)| is.then_some(Change::Aspect(aspect))),
        );
        let words = PlanSection::ALL.into_iter().filter(|s| self.words.get(s) != old.words.get(s));
        changes.extend(words.map(Change::Words));
        changes.extend(self.part_changes(old));
        changes
    }

    fn part_changes(&self, old: &Self) -> Vec<Change> {
        let before: BTreeMap<PartId, &PlanPart> =
            old.parts.iter().map(|(id, part)| (*id, part)).collect();
        let after: BTreeMap<PartId, &PlanPart> =
            self.parts.iter().map(|(id, part)| (*id, part)).collect();
        let mut changes = Vec::new();
        for (id, part) in &self.parts {
            match before.get(id) {
                None => changes.push(Change::Added(part.section(), *id)),
                Some(was) if *was != part => changes.push(Change::Altered(part.section(), *id)),
                Some(_) => {}
            }
        }
        let gone = old.parts.iter().filter(|(id, _)| !after.contains_key(id));
        changes.extend(gone.map(|(id, part)| Change::Removed(part.section(), *id)));
        for section in PlanSection::ALL {
            let stayed = |id: &PartId| {
                let here = |all: &BTreeMap<PartId, &PlanPart>| {
                    all.get(id).is_some_and(|part| part.section() == section)
                };
                here(&before) && here(&after)
            };
            let now = self.of_section(section).map(|(id, _)| id).filter(stayed);
            let then = old.of_section(section).map(|(id, _)| id).filter(stayed);
            if now.ne(then) {
                changes.push(Change::Reordered(section));
            }
        }
        changes
    }
}
