//! Triage and filled-in forms as folded, and how they are read while colleagues disagree: the
//! worse reading counts.
//!
//! Deliberately absent: what is missing in a form (`form`), which rules block (`rule`).

use super::super::code::Nature;
use super::super::queue::Urgency;
use super::super::sheet::{
    AnswerKey, AnswerPlace, Conclusion, FormRef, Given, Risk, Safety, SheetUse,
};
use super::super::slot::Held;
use super::super::triage::{Check, Expertise, FamilyContact, ReporterTold, UrgencyJudged};
use std::collections::{BTreeMap, BTreeSet};

/// The triage as folded: one place per aspect.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Triage {
    /// How soon something must happen.
    pub urgency: Held<UrgencyJudged>,
    /// Earlier involvement.
    pub earlier: Held<Check>,
    /// The referral index.
    pub index: Held<Check>,
    /// Contact with the family.
    pub family: Held<FamilyContact>,
    /// Expertise needed.
    pub expertise: Held<BTreeSet<Expertise>>,
    /// Natures, CBS codes.
    pub natures: Held<BTreeSet<Nature>>,
    /// What it all comes to.
    pub analysis: Held<String>,
    /// Whether the reporter was told.
    pub reporter_told: Held<ReporterTold>,
}

impl Triage {
    /// Whether no aspect was noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.urgency.is_empty()
            && self.earlier.is_empty()
            && self.index.is_empty()
            && self.family.is_empty()
            && self.expertise.is_empty()
            && self.natures.is_empty()
            && self.analysis.is_empty()
            && self.reporter_told.is_empty()
    }

    /// The urgency as judged; in a dispute the more urgent reading.
    #[must_use]
    pub fn urgency_read(&self) -> Option<Urgency> {
        self.urgency.values().map(|judged| judged.urgency).min()
    }
}

/// How a filled-in form was begun.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetOpening {
    /// The form it was made with.
    pub form: FormRef,
    /// What for.
    pub used_for: SheetUse,
    /// Why then, in words.
    pub trigger: String,
}

/// A filled-in form as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// How it was begun.
    pub opened: Held<SheetOpening>,
    /// The answers; a settled `None` is one that was taken away.
    pub answers: BTreeMap<AnswerPlace, Held<Option<Given>>>,
    /// What a person concluded.
    pub conclusion: Held<Conclusion>,
    /// The places of the answers by their keys.
    pub(super) places: BTreeMap<AnswerKey, AnswerPlace>,
}

impl Sheet {
    /// The answers to show: the settled ones, and of disputed ones one that was given, in an order
    /// all stations share. Those taken away are left out.
    #[must_use]
    pub fn answers_shown(&self) -> BTreeMap<AnswerPlace, Given> {
        let given = |held: &Held<Option<Given>>| held.values().flatten().next().cloned();
        self.answers
            .iter()
            .filter_map(|(place, held)| Some((place.clone(), given(held)?)))
            .collect()
    }

    /// The answer at a place, as in [`Self::answers_shown`].
    #[must_use]
    pub fn answer(&self, place: &AnswerPlace) -> Option<&Given> {
        self.answers.get(place)?.values().flatten().next()
    }

    /// Whether this is a risk assessment; in a dispute one such reading is enough.
    #[must_use]
    pub fn is_assessment(&self) -> bool {
        self.is_for(SheetUse::Assessment)
    }

    /// Whether it was begun for this; in a dispute one such reading is enough.
    #[must_use]
    pub fn is_for(&self, used_for: SheetUse) -> bool {
        self.opened.values().any(|opened| opened.used_for == used_for)
    }

    /// Safety as concluded; in a dispute the worse one.
    #[must_use]
    pub fn safety_read(&self) -> Option<Safety> {
        self.conclusion.values().map(|concluded| concluded.safety).max()
    }

    /// Risk as concluded; in a dispute the worse one.
    #[must_use]
    pub fn risk_read(&self) -> Option<Risk> {
        self.conclusion.values().map(|concluded| concluded.risk).max()
    }
}

/// Why the risk must be looked at anew (hard rule 16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReassessReason {
    /// A report was received since.
    NewReport,
    /// Something significant happened since.
    Incident,
    /// The last day on which the assessment counts is past.
    Expired,
    /// There is no concluded assessment.
    NeverDone,
}
