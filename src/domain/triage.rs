//! Triage (NL: triage): what is looked at before it is decided who goes on with a report, and the
//! decision itself (`domain.md` C3).
//!
//! Each aspect is a slot of its own, so that two people who look at different things do not
//! contradict each other. Deliberately absent: deadlines, and any decision by the program.

use super::code::Nature;
use super::id::ReportId;
use super::person::Answer;
use super::queue::Urgency;
use super::time::{Day, Moment};
use std::collections::BTreeSet;

/// How soon something must happen, as a person judged it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UrgencyJudged {
    /// How soon.
    pub urgency: Urgency,
    /// Why.
    pub why: String,
}

/// Something that was looked up: earlier involvement, the referral index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Check {
    /// Whether something was found.
    pub found: Answer,
    /// What, in words.
    pub words: String,
}

/// How the family reacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FamilyAnswer {
    /// Accepts help or the concern.
    Accepts,
    /// Denies.
    Denies,
    /// Makes it smaller than it is.
    Minimises,
    /// Refuses to talk or to be helped.
    Refuses,
    /// Not clear.
    Unclear,
}

/// Contact with the family, or why there was none.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FamilyContact {
    /// The day; `None` when there was no contact.
    pub on: Option<Day>,
    /// With whom.
    pub with: String,
    /// How they reacted.
    pub outcome: Option<FamilyAnswer>,
    /// Why there was none; empty when there was.
    pub why_not: String,
}

/// Expertise that is needed to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expertise {
    /// Child-abuse physician (NL: vertrouwensarts).
    Physician,
    /// Behavioural expert (NL: gedragswetenschapper).
    BehaviouralExpert,
    /// Lawyer (NL: jurist).
    Legal,
    /// Interpreter (NL: tolk).
    Interpreter,
    /// Police.
    Police,
    /// Something else.
    Other,
}

/// Whether the reporter was told what is done with the report (hard rule 22).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReporterTold {
    /// The day; `None` when not told.
    pub on: Option<Day>,
    /// How.
    pub how: String,
    /// Why not; empty when told.
    pub why_not: String,
}

/// One aspect of the triage. Each is a slot of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TriageAspect {
    /// [`TriageAspects::urgency`].
    Urgency,
    /// [`TriageAspects::earlier`].
    Earlier,
    /// [`TriageAspects::index`].
    Index,
    /// [`TriageAspects::family`].
    Family,
    /// [`TriageAspects::expertise`].
    Expertise,
    /// [`TriageAspects::natures`].
    Natures,
    /// [`TriageAspects::analysis`].
    Analysis,
    /// [`TriageAspects::reporter_told`].
    ReporterTold,
}

/// What one fact says about the triage: only the aspects it speaks of are present.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TriageAspects {
    /// How soon something must happen.
    pub urgency: Option<UrgencyJudged>,
    /// Earlier involvement, in open and closed cases.
    pub earlier: Option<Check>,
    /// The referral index (NL: verwijsindex).
    pub index: Option<Check>,
    /// Contact with the family.
    pub family: Option<FamilyContact>,
    /// Expertise needed; an empty set says: none.
    pub expertise: Option<BTreeSet<Expertise>>,
    /// Nature of what was reported, CBS codes, as established here.
    pub natures: Option<BTreeSet<Nature>>,
    /// What it all comes to, in words.
    pub analysis: Option<String>,
    /// Whether the reporter was told.
    pub reporter_told: Option<ReporterTold>,
}

impl TriageAspects {
    /// The aspects spoken of, in their fixed order.
    #[must_use]
    pub fn present(&self) -> Vec<TriageAspect> {
        let all = [
            (self.urgency.is_some(), TriageAspect::Urgency),
            (self.earlier.is_some(), TriageAspect::Earlier),
            (self.index.is_some(), TriageAspect::Index),
            (self.family.is_some(), TriageAspect::Family),
            (self.expertise.is_some(), TriageAspect::Expertise),
            (self.natures.is_some(), TriageAspect::Natures),
            (self.analysis.is_some(), TriageAspect::Analysis),
            (self.reporter_told.is_some(), TriageAspect::ReporterTold),
        ];
        all.into_iter().filter_map(|(is, aspect)| is.then_some(aspect)).collect()
    }
}

/// Who goes on with it (NL: vervolg).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FollowUpBy {
    /// The local field.
    LocalField,
    /// A professional who is already involved.
    InvolvedProfessional,
    /// A multidisciplinary team.
    Multidisciplinary,
    /// We ourselves.
    Ourselves,
}

/// The outcome of the triage (CBS codes 01–04, and inadmissible).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TriageOutcome {
    /// We investigate (01).
    Investigate,
    /// Follow-up without investigation (02).
    FollowUp(FollowUpBy),
    /// It becomes an advice to the reporter (03).
    Advice,
    /// Our involvement ends (04).
    End,
    /// Not a report we may take (NL: niet ontvankelijk).
    Inadmissible,
}

impl TriageOutcome {
    /// Whether the case closes with it.
    #[must_use]
    pub const fn closes(self) -> bool {
        match self {
            Self::Investigate | Self::FollowUp(_) => false,
            Self::Advice | Self::End | Self::Inadmissible => true,
        }
    }
}

/// The triage decision.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TriageDecision {
    /// The outcome.
    pub outcome: TriageOutcome,
    /// Its reasons.
    pub reasons: String,
    /// Who receives it; empty when it stays with us or ends.
    pub receiver: String,
    /// The reports it decides about.
    pub reports: BTreeSet<ReportId>,
    /// When it was decided.
    pub decided_at: Moment,
    /// Why it is late (hard rule 3); empty when it is in time.
    pub late_reason: String,
    /// The name of the deadline policy in force.
    pub policy: String,
}

/// Whether a child was seen and spoken with, or why not.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seen {
    /// The day the child was seen.
    pub seen_on: Option<Day>,
    /// The day the child was spoken with.
    pub spoken_on: Option<Day>,
    /// By whom.
    pub by: String,
    /// Why not; empty when seen and spoken with.
    pub why_not: String,
    /// What was seen and said.
    pub words: String,
}

/// On what ground information is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InquiryBasis {
    /// The person concerned agrees (NL: toestemming).
    Consent,
    /// Necessary to end or investigate abuse (NL: noodzaak).
    Necessary,
    /// A duty by law.
    Law,
}

/// A question for information and its answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Inquiry {
    /// Whom.
    pub whom: String,
    /// The ground.
    pub basis: InquiryBasis,
    /// The question.
    pub question: String,
    /// The day it was asked.
    pub asked_on: Day,
    /// The day it was answered; `None` while it is not.
    pub answered_on: Option<Day>,
    /// The answer; empty while there is none.
    pub answer: String,
}

/// Whether a person concerned was told what is recorded (hard rule 17).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonInforming {
    /// Told.
    Told {
        /// The day.
        on: Day,
        /// How.
        how: String,
    },
    /// Put off.
    Postponed {
        /// Until which day.
        until: Day,
        /// On what ground.
        ground: String,
    },
}

/// A significant event, which asks to look at the risk anew (hard rule 16).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Incident {
    /// What happened.
    pub what: String,
    /// The day.
    pub on: Day,
}
