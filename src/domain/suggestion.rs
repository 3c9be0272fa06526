//! What the protocol suggests for a case, with its source. It never decides: the person who decides
//! may do otherwise, and the suggestion then simply stays on the screen.
//!
//! Deliberately absent: words, and anything that blocks (`domain::rule`).

use super::case::Case;
use super::code::Nature;
use super::report::{Disclosure, Flag};
use super::sheet::Safety;
use super::triage::{Expertise, FamilyAnswer};

/// Natures for which a physician looks along: physical, physical neglect, sexual,
/// Münchhausen-by-proxy, genital mutilation (CBS list; Uitvoeringsbesluit Wmo 4.1.2: a physician
/// must be available).
const FOR_A_PHYSICIAN: [Nature; 5] = [Nature(1), Nature(2), Nature(6), Nature(9), Nature(10)];

/// What is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advised {
    /// That we investigate.
    Investigate,
    /// That it is treated as acute: immediate action.
    Acute,
    /// That a safety plan is made.
    SafetyPlan,
    /// That this expertise is asked.
    Expertise(Expertise),
}

/// Where a suggestion comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The triage steps of the reporting code (meldcode.nu/triage).
    ReportingCode,
    /// The source paper (Beter Beschermd, Zwolle 2016).
    BetterProtected,
    /// Uitvoeringsbesluit Wmo 2015.
    Decree,
}

impl Source {
    /// The source as people cite it: the same in every language.
    #[must_use]
    pub const fn cited(self) -> &'static str {
        match self {
            Self::ReportingCode => "meldcode.nu/triage",
            Self::BetterProtected => "Beter Beschermd, Zwolle 2016",
            Self::Decree => "Uitvoeringsbesluit Wmo 2015, art. 4.1.2",
        }
    }
}

/// Why something is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Suggestion {
    /// Acute unsafety: direct intervention is needed.
    DirectIntervention,
    /// The reporter was promised that the family does not hear who reported (hard rule 20).
    AnonymityPromised,
    /// The family denies what was reported.
    Denial,
    /// The family makes it smaller than it is.
    Minimising,
    /// The family refuses help or to talk.
    Refusal,
    /// There is too little information to decide otherwise.
    TooLittleInformation,
    /// A child is not safe now.
    ChildUnsafe,
    /// The safety concluded asks for a plan, and none was adopted.
    PlanLacking,
    /// The nature of what was reported asks for a physician.
    PhysicianLooks,
}

impl Suggestion {
    /// Every suggestion, the most urgent first.
    pub const ALL: [Self; 9] = [
        Self::ChildUnsafe,
        Self::PlanLacking,
        Self::DirectIntervention,
        Self::AnonymityPromised,
        Self::Denial,
        Self::Minimising,
        Self::Refusal,
        Self::TooLittleInformation,
        Self::PhysicianLooks,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DirectIntervention => "direct-intervention",
            Self::AnonymityPromised => "anonymity-promised",
            Self::Denial => "denial",
            Self::Minimising => "minimising",
            Self::Refusal => "refusal",
            Self::TooLittleInformation => "too-little-information",
            Self::ChildUnsafe => "child-unsafe",
            Self::PlanLacking => "plan-lacking",
            Self::PhysicianLooks => "physician-looks",
        }
    }

    /// What it suggests.
    #[must_use]
    pub const fn advised(self) -> Advised {
        match self {
            Self::DirectIntervention
            | Self::AnonymityPromised
            | Self::Denial
            | Self::Minimising
            | Self::Refusal
            | Self::TooLittleInformation => Advised::Investigate,
            Self::ChildUnsafe => Advised::Acute,
            Self::PlanLacking => Advised::SafetyPlan,
            Self::PhysicianLooks => Advised::Expertise(Expertise::Physician),
        }
    }

    /// Where it comes from.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            Self::DirectIntervention
            | Self::AnonymityPromised
            | Self::Denial
            | Self::Minimising
            | Self::Refusal
            | Self::TooLittleInformation => Source::ReportingCode,
            Self::ChildUnsafe | Self::PlanLacking => Source::BetterProtected,
            Self::PhysicianLooks => Source::Decree,
        }
    }

    fn holds(self, case: &Case) -> bool {
        match self {
            Self::DirectIntervention => case.is_acute(),
            Self::AnonymityPromised => anonymity_promised(case),
            Self::Denial => answered(case, FamilyAnswer::Denies),
            Self::Minimising => answered(case, FamilyAnswer::Minimises),
            Self::Refusal => answered(case, FamilyAnswer::Refuses),
            Self::TooLittleInformation => too_little(case),
            Self::ChildUnsafe => !case.is_acute() && case.safety_now() == Some(Safety::Unsafe),
            Self::PlanLacking => super::rule::lacks_safety_plan(case),
            Self::PhysicianLooks => needs_physician(case) && !asks(case, Expertise::Physician),
        }
    }
}

/// What the protocol suggests for this case now, the most urgent first.
#[must_use]
pub fn triage_suggestions(case: &Case) -> Vec<Suggestion> {
    Suggestion::ALL.into_iter().filter(|suggestion| suggestion.holds(case)).collect()
}

fn anonymity_promised(case: &Case) -> bool {
    let mut said = case.reports.values().flat_map(|report| report.disclosure.values());
    said.any(|disclosure| match disclosure {
        Disclosure::HiddenToFamily(_) => true,
        Disclosure::Open | Disclosure::NotAsked => false,
    })
}

fn answered(case: &Case, answer: FamilyAnswer) -> bool {
    case.triage.family.values().any(|family| family.outcome == Some(answer))
}

/// Nothing was told, no child was named, or the family's answer is not clear.
fn too_little(case: &Case) -> bool {
    let receipts = case.reports.values().flat_map(|report| report.receipt.values());
    let mut flags = receipts.flat_map(|receipt| receipt.flags.iter());
    let bare = flags.any(|flag| matches!(flag, Flag::NarrativeEmpty | Flag::NoChild));
    bare || answered(case, FamilyAnswer::Unclear)
}

/// What was judged here counts before what was reported.
fn needs_physician(case: &Case) -> bool {
    let judged = case.triage.natures.values().flatten();
    let codes = case.reports.values().flat_map(|report| report.classification.values());
    let reported = codes.flat_map(|codes| codes.natures.iter());
    let none_judged = case.triage.natures.is_empty();
    let mut natures = judged.chain(reported.filter(|_| none_judged));
    natures.any(|nature| FOR_A_PHYSICIAN.contains(nature))
}

fn asks(case: &Case, expertise: Expertise) -> bool {
    case.triage.expertise.values().any(|asked| asked.contains(&expertise))
}

#[cfg(test)]
mod tests {
    use super::super::fact::{Acute, Fact, ImmediateAction};
    use super::super::rule::tests::stage::*;
    use super::super::triage::TriageAspects;
    use super::*;
    use std::collections::BTreeSet;

    fn suggests(stage: &Stage) -> Vec<Suggestion> {
        triage_suggestions(&stage.case())
    }

    fn family(outcome: FamilyAnswer) -> Fact {
        let contact = super::super::triage::FamilyContact {
            outcome: Some(outcome),
            ..super::super::triage::FamilyContact::default()
        };
        noted(TriageAspects { family: Some(contact), ..TriageAspects::default() })
    }

    #[test]
    fn anonymity_promised_suggests_to_investigate_and_decides_nothing() {
        let hidden = disclosed(Disclosure::HiddenToFamily("gevaar".to_owned()));
        let stage = Stage::ready();
        assert!(suggests(&stage).is_empty());
        let stage = stage.with(hidden);
        assert_eq!(suggests(&stage), [Suggestion::AnonymityPromised]);
        assert_eq!(Suggestion::AnonymityPromised.advised(), Advised::Investigate);
        assert!(stage.case().triage_decision.is_empty());
        assert!(suggests(&stage.with(disclosed(Disclosure::Open))).is_empty());
    }

    #[test]
    fn the_answer_of_the_family_suggests_by_what_it_is() {
        for (answer, suggestion) in [
            (FamilyAnswer::Denies, Some(Suggestion::Denial)),
            (FamilyAnswer::Minimises, Some(Suggestion::Minimising)),
            (FamilyAnswer::Refuses, Some(Suggestion::Refusal)),
            (FamilyAnswer::Unclear, Some(Suggestion::TooLittleInformation)),
            (FamilyAnswer::Accepts, None),
        ] {
            let stage = Stage::ready().with(family(answer));
            assert_eq!(suggests(&stage), Vec::from_iter(suggestion), "{answer:?}");
        }
    }

    #[test]
    fn a_child_that_is_not_safe_suggests_acting_and_a_plan_until_that_is_done() {
        let stage = Stage::unsafe_case();
        let (act, plan) = (Suggestion::ChildUnsafe, Suggestion::PlanLacking);
        assert_eq!(suggests(&stage), [act, plan]);
        let action = ImmediateAction { what: "erheen".into(), who: "An".into(), when: stage.now };
        let stage = stage.with(Fact::AcuteJudged { acute: Acute::Declared(action) });
        assert_eq!(suggests(&stage), [plan, Suggestion::DirectIntervention]);
        assert_eq!(suggests(&Stage::adopted()), [act]);
    }

    #[test]
    fn a_physician_is_suggested_by_nature_until_one_is_asked() {
        let natures = Some(BTreeSet::from([Nature(6)]));
        let stage = Stage::ready().with(noted(TriageAspects { natures, ..Default::default() }));
        assert_eq!(suggests(&stage), [Suggestion::PhysicianLooks]);
        let expertise = Some(BTreeSet::from([Expertise::Physician]));
        let stage = stage.with(noted(TriageAspects { expertise, ..Default::default() }));
        assert!(suggests(&stage).is_empty());
    }

    #[test]
    fn each_suggestion_has_a_name_and_a_source() {
        let names: BTreeSet<&str> = Suggestion::ALL.iter().map(|s| s.name()).collect();
        assert_eq!(names.len(), Suggestion::ALL.len());
        assert!(Suggestion::ALL.iter().all(|s| !s.source().cited().is_empty()));
    }
}
