//! [`Reading`]: everything of a plan that family and network may read, and nothing else.
//!
//! Deliberately absent: a field for who reported, for an address, for a note. What has no field
//! here cannot come on the paper.

use crate::domain::id::PersonId;
use crate::domain::safety_plan::{MadeWith, PlanKind, PlanPart, PlanReview, PlanSection, Signing};
use crate::domain::time::Day;
use std::collections::BTreeMap;

/// Which edition of a plan it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// The working copy: a draft.
    Working,
    /// An adopted version.
    Version {
        /// Its number.
        number: u16,
        /// The day it was adopted.
        on: Day,
    },
}

/// Somebody who signs, signed, or refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The name.
    pub name: String,
    /// As what; may be empty.
    pub role: String,
    /// What is known of it; all empty when nobody asked yet.
    pub signing: Signing,
}

/// What became of something since the previous version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeSort {
    /// New.
    Added,
    /// Worded otherwise.
    Changed,
    /// No longer there.
    Removed,
}

/// One difference with the previous version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// What became of it.
    pub sort: ChangeSort,
    /// In which section; `None` when it is about the plan as a whole.
    pub section: Option<PlanSection>,
    /// What it says now, or said when it was removed.
    pub said: String,
}

/// What family and network read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Safety plan or family plan.
    pub kind: PlanKind,
    /// The organisation that prints it.
    pub from: String,
    /// The number of the case.
    pub number: String,
    /// The children it is for, with the names they are called by.
    pub children: Vec<(PersonId, String)>,
    /// Which edition.
    pub edition: Edition,
    /// The first day.
    pub start: Option<Day>,
    /// When it is looked at again.
    pub review: Option<PlanReview>,
    /// With whom it was made.
    pub made_with: Option<MadeWith>,
    /// The situation, in words.
    pub situation: String,
    /// What to do in an emergency.
    pub emergency: String,
    /// Who steers it.
    pub owner: String,
    /// The family's own words by section.
    pub own_words: BTreeMap<PlanSection, String>,
    /// The parts by section, in their order.
    pub parts: BTreeMap<PlanSection, Vec<PlanPart>>,
    /// Who signs.
    pub signatures: Vec<Signed>,
    /// The version before this one, and what is different since.
    pub since: Option<(u16, Vec<ChangeLine>)>,
    /// The safety plan inside a family plan.
    pub embedded: Option<Box<Self>>,
}

impl Reading {
    /// Whether it is not adopted yet.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.edition == Edition::Working
    }
}
