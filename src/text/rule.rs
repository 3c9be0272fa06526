//! Words for the rules, the duties and the suggestions of the domain.
//!
//! Deliberately absent: the rules themselves, and any value of a case.

use super::Key;
use crate::domain::duty::DutyKind;
use crate::domain::rule::Rule;
use crate::domain::suggestion::Suggestion;

/// What is missing and what to do, when a rule blocks.
#[must_use]
pub const fn refusal(rule: Rule) -> Key {
    match rule {
        Rule::AboutACase => Key::RuleAboutACase,
        Rule::OpenedOnce => Key::RuleOpenedOnce,
        Rule::KnownKind => Key::RuleKnownKind,
        Rule::KeptByUs => Key::RuleKeptByUs,
        Rule::AdviceWithoutFamily => Key::RuleAdviceWithoutFamily,
        Rule::ReportKnown => Key::RuleReportKnown,
        Rule::PersonKnown => Key::RulePersonKnown,
        Rule::TwoRecords => Key::RuleTwoRecords,
        Rule::ReasonNeeded => Key::RuleReasonNeeded,
        Rule::LinkElsewhere => Key::RuleLinkElsewhere,
        Rule::OverseerNamed => Key::RuleOverseerNamed,
        Rule::StaffKnown => Key::RuleStaffKnown,
        Rule::AcuteNeedsAction => Key::RuleAcuteNeedsAction,
        Rule::TextNeeded => Key::RuleTextNeeded,
        Rule::Retractable => Key::RuleRetractable,
        Rule::DayNotFuture => Key::RuleDayNotFuture,
        Rule::ReportsListed => Key::RuleReportsListed,
        Rule::DecisionReasons => Key::RuleDecisionReasons,
        Rule::UrgencyJudged => Key::RuleUrgencyJudged,
        Rule::EarlierChecked => Key::RuleEarlierChecked,
        Rule::ReceiverNamed => Key::RuleReceiverNamed,
        Rule::LateReason => Key::RuleLateReason,
        Rule::SecondPerson => Key::RuleSecondPerson,
        Rule::Signable => Key::RuleSignable,
        Rule::ReporterTold => Key::RuleReporterTold,
        Rule::AcuteLifted => Key::RuleAcuteLifted,
        Rule::SafetyPlanFirst => Key::RuleSafetyPlanFirst,
        Rule::ChildHeard => Key::RuleChildHeard,
        Rule::SeenOrReason => Key::RuleSeenOrReason,
        Rule::PostponedInSteps => Key::RulePostponedInSteps,
        Rule::PostponedOnGround => Key::RulePostponedOnGround,
        Rule::HiddenOnGround => Key::RuleHiddenOnGround,
        Rule::OpenWithConsent => Key::RuleOpenWithConsent,
        Rule::SheetKnown => Key::RuleSheetKnown,
        Rule::SheetKeepsForm => Key::RuleSheetKeepsForm,
        Rule::FormKnown => Key::RuleFormKnown,
        Rule::AnswerFits => Key::RuleAnswerFits,
        Rule::ConclusionReasons => Key::RuleConclusionReasons,
        Rule::OverrideReason => Key::RuleOverrideReason,
        Rule::ProposalTold => Key::RuleProposalTold,
        Rule::ValidUntilAhead => Key::RuleValidUntilAhead,
        Rule::PlanKnown => Key::RulePlanKnown,
        Rule::PlanKeepsKind => Key::RulePlanKeepsKind,
        Rule::PartKnown => Key::RulePartKnown,
        Rule::ScaleInRange => Key::RuleScaleInRange,
        Rule::NextVersion => Key::RuleNextVersion,
        Rule::PlanAsItStands => Key::RulePlanAsItStands,
        Rule::PlanSettled => Key::RulePlanSettled,
        Rule::PlanNeedsBottomLine => Key::RulePlanNeedsBottomLine,
        Rule::PlanNeedsReview => Key::RulePlanNeedsReview,
        Rule::PlanNeedsOwner => Key::RulePlanNeedsOwner,
        Rule::PlanNeedsCheck => Key::RulePlanNeedsCheck,
        Rule::PlanNeedsAlarm => Key::RulePlanNeedsAlarm,
        Rule::DangerNeedsGoal => Key::RuleDangerNeedsGoal,
        Rule::DangerNeedsScale => Key::RuleDangerNeedsScale,
        Rule::PlanMadeWithFamily => Key::RulePlanMadeWithFamily,
        Rule::VersionKnown => Key::RuleVersionKnown,
        Rule::SignerKnown => Key::RuleSignerKnown,
        Rule::SignatureOrReason => Key::RuleSignatureOrReason,
    }
}

/// What must be done, in a few words.
#[must_use]
pub const fn duty(kind: DutyKind) -> Key {
    match kind {
        DutyKind::Triage => Key::DutyTriage,
        DutyKind::FirstAction => Key::DutyFirstAction,
        DutyKind::AcuteFollowUp => Key::DutyAcuteFollowUp,
        DutyKind::InformPerson => Key::DutyInformPerson,
        DutyKind::ReporterFeedback => Key::DutyReporterFeedback,
        DutyKind::SecondSignature => Key::DutySecondSignature,
        DutyKind::Reassess => Key::DutyReassess,
        DutyKind::AssessmentExpires => Key::DutyAssessmentExpires,
        DutyKind::PlanReview => Key::DutyPlanReview,
        DutyKind::SafetyPlan => Key::DutySafetyPlan,
    }
}

/// What the protocol suggests, and that it may be done otherwise.
#[must_use]
pub const fn suggestion(suggestion: Suggestion) -> Key {
    match suggestion {
        Suggestion::ChildUnsafe => Key::SuggestChildUnsafe,
        Suggestion::PlanLacking => Key::SuggestPlanLacking,
        Suggestion::DirectIntervention => Key::SuggestDirectIntervention,
        Suggestion::AnonymityPromised => Key::SuggestAnonymityPromised,
        Suggestion::Denial => Key::SuggestDenial,
        Suggestion::Minimising => Key::SuggestMinimising,
        Suggestion::Refusal => Key::SuggestRefusal,
        Suggestion::TooLittleInformation => Key::SuggestTooLittleInformation,
        Suggestion::PhysicianLooks => Key::SuggestPhysicianLooks,
    }
}
