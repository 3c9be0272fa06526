//! Frozen copies of the values inside the facts of triage and of filled-in forms.
//!
//! Never edited after release: another shape is another kind of fact. Deliberately absent: the
//! forms, which are files.

use super::base::{Id, List, Mirror, Nature, Set, Text, required};
use super::date::{At, OnDay, PartDate};
use super::shape::{Answer, Urgency, mirror_enums, mirror_structs};
use crate::domain::id::{PersonId, ReportId};
use crate::domain::{sheet, triage};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mirror_enums! {
    FamilyAnswer = triage::FamilyAnswer { Accepts, Denies, Minimises, Refuses, Unclear }
    Expertise = triage::Expertise {
        Physician, BehaviouralExpert, Legal, Interpreter, Police, Other
    }
    FollowUpBy = triage::FollowUpBy {
        LocalField, InvolvedProfessional, Multidisciplinary, Ourselves
    }
    InquiryBasis = triage::InquiryBasis { Consent, Necessary, Law }
    SheetUse = sheet::SheetUse { Assessment, ChildVoice, Scaling, Own }
    Safety = sheet::Safety { Safe, SafeWithPlan, Unsafe }
    Risk = sheet::Risk { Low, Medium, High }
    Confidence = sheet::Confidence { Low, Medium, High }
}

mirror_structs! {
    UrgencyJudged = triage { urgency: Urgency, #[serde(default)] why: Text }
    Check = triage { found: Answer, #[serde(default)] words: Text }
    #[derive(Default)]
    #[serde(default)]
    FamilyContact = triage {
        on: Option<OnDay>,
        with: Text,
        outcome: Option<FamilyAnswer>,
        why_not: Text,
    }
    #[derive(Default)]
    #[serde(default)]
    ReporterTold = triage { on: Option<OnDay>, how: Text, why_not: Text }
    TriageAspects = triage {
        urgency: Option<UrgencyJudged>,
        earlier: Option<Check>,
        index: Option<Check>,
        family: Option<FamilyContact>,
        expertise: Option<Set<Expertise>>,
        natures: Option<Set<Nature>>,
        analysis: Option<Text>,
        reporter_told: Option<ReporterTold>,
    }
    TriageDecision = triage {
        outcome: TriageOutcome,
        reasons: Text,
        #[serde(default)]
        receiver: Text,
        reports: Set<Id<ReportId>>,
        decided_at: At,
        #[serde(default)]
        late_reason: Text,
        #[serde(default)]
        policy: Text,
    }
    #[derive(Default)]
    #[serde(default)]
    Seen = triage {
        seen_on: Option<OnDay>,
        spoken_on: Option<OnDay>,
        by: Text,
        why_not: Text,
        words: Text,
    }
    Inquiry = triage {
        whom: Text,
        basis: InquiryBasis,
        question: Text,
        asked_on: OnDay,
        answered_on: Option<OnDay>,
        #[serde(default)]
        answer: Text,
    }
    Incident = triage { what: Text, on: OnDay }
    FormRef = sheet { id: Text, version: u16, hash: Id<[u8; 32]> }
    AnswerPlace = sheet { item: ItemName, subject: Option<Id<PersonId>> }
    Given = sheet {
        value: AnswerValue,
        #[serde(default)]
        critical: bool,
        observed_on: Option<PartDate>,
        #[serde(default)]
        source: Text,
        #[serde(default)]
        note: Text,
    }
    ItemAnswer = sheet {
        place: AnswerPlace,
        #[serde(deserialize_with = "required")]
        given: Option<Given>,
    }
    Conclusion = sheet {
        safety: Safety,
        risk: Risk,
        reasons: Text,
        confidence: Confidence,
        proposed_safety: Option<Safety>,
        proposed_risk: Option<Risk>,
        #[serde(default)]
        override_reason: Text,
        valid_until: OnDay,
        no_information: u16,
        unanswered: u16,
        concluded_at: At,
    }
}

/// The name of an item in a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct ItemName(pub Text);

impl Mirror for ItemName {
    type Domain = sheet::ItemName;
    fn of(domain: &sheet::ItemName) -> Self {
        Self(Mirror::of(&domain.0))
    }
    fn back(self) -> sheet::ItemName {
        sheet::ItemName(self.0.back())
    }
}

/// The answer to one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnswerValue {
    /// One of the options, by its id.
    Option(Text),
    /// Several of the options, by their ids.
    Options(List<Text>),
    /// Yes, no or no information.
    YesNo(Answer),
    /// A date as far as known.
    Date(PartDate),
    /// Words.
    Text(Text),
    /// A person in the case.
    Person(Id<PersonId>),
}

impl Mirror for AnswerValue {
    type Domain = sheet::AnswerValue;
    fn of(domain: &sheet::AnswerValue) -> Self {
        match domain {
            sheet::AnswerValue::Option(id) => Self::Option(Mirror::of(id)),
            sheet::AnswerValue::Options(ids) => Self::Options(Mirror::of(ids)),
            sheet::AnswerValue::YesNo(answer) => Self::YesNo(Mirror::of(answer)),
            sheet::AnswerValue::Date(date) => Self::Date(Mirror::of(date)),
            sheet::AnswerValue::Text(words) => Self::Text(Mirror::of(words)),
            sheet::AnswerValue::Person(person) => Self::Person(Mirror::of(person)),
        }
    }
    fn back(self) -> sheet::AnswerValue {
        match self {
            Self::Option(id) => sheet::AnswerValue::Option(id.back()),
            Self::Options(ids) => sheet::AnswerValue::Options(ids.back()),
            Self::YesNo(answer) => sheet::AnswerValue::YesNo(answer.back()),
            Self::Date(date) => sheet::AnswerValue::Date(date.back()),
            Self::Text(words) => sheet::AnswerValue::Text(words.back()),
            Self::Person(person) => sheet::AnswerValue::Person(person.back()),
        }
    }
}

/// The outcome of the triage.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TriageOutcome {
    /// We investigate.
    Investigate,
    /// Follow-up without investigation, by whom.
    FollowUp(FollowUpBy),
    /// It becomes an advice.
    Advice,
    /// Our involvement ends.
    End,
    /// Not a report we may take.
    Inadmissible,
}

impl Mirror for TriageOutcome {
    type Domain = triage::TriageOutcome;
    fn of(domain: &triage::TriageOutcome) -> Self {
        match domain {
            triage::TriageOutcome::Investigate => Self::Investigate,
            triage::TriageOutcome::FollowUp(by) => Self::FollowUp(Mirror::of(by)),
            triage::TriageOutcome::Advice => Self::Advice,
            triage::TriageOutcome::End => Self::End,
            triage::TriageOutcome::Inadmissible => Self::Inadmissible,
        }
    }
    fn back(self) -> triage::TriageOutcome {
        match self {
            Self::Investigate => triage::TriageOutcome::Investigate,
            Self::FollowUp(by) => triage::TriageOutcome::FollowUp(by.back()),
            Self::Advice => triage::TriageOutcome::Advice,
            Self::End => triage::TriageOutcome::End,
            Self::Inadmissible => triage::TriageOutcome::Inadmissible,
        }
    }
}

/// Whether a person concerned was told what is recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PersonInforming {
    /// Told.
    Told {
        /// The day.
        on: OnDay,
        /// How.
        how: Text,
    },
    /// Put off.
    Postponed {
        /// Until which day.
        until: OnDay,
        /// On what ground.
        ground: Text,
    },
}

impl Mirror for PersonInforming {
    type Domain = triage::PersonInforming;
    fn of(domain: &triage::PersonInforming) -> Self {
        match domain {
            triage::PersonInforming::Told { on, how } => {
                Self::Told { on: Mirror::of(on), how: Mirror::of(how) }
            }
            triage::PersonInforming::Postponed { until, ground } => {
                Self::Postponed { until: Mirror::of(until), ground: Mirror::of(ground) }
            }
        }
    }
    fn back(self) -> triage::PersonInforming {
        match self {
            Self::Told { on, how } => {
                triage::PersonInforming::Told { on: on.back(), how: how.back() }
            }
            Self::Postponed { until, ground } => {
                triage::PersonInforming::Postponed { until: until.back(), ground: ground.back() }
            }
        }
    }
}
