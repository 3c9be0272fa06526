//! What a form is filled in for: which facts its answers become, and about which thing.
//!
//! A closed set. Its key is part of the name of a draft, so that a form that was left is found
//! again. Deliberately absent: the facts themselves (`work::bind`).

use crate::domain::id::{IncidentId, InquiryId, PartId, PersonId, PlanId, SheetId};
use crate::domain::safety_plan::{PlanSection, Signer};
use crate::domain::sheet::SheetUse;

/// What a form is filled in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// What the triage looked at.
    Triage,
    /// The decision at the end of the triage.
    TriageDecision,
    /// Information asked of others.
    Inquiry(InquiryId),
    /// Telling a person of the report.
    Informing(PersonId),
    /// What came of an immediate action.
    AcuteFollowUp,
    /// Something that can change the safety.
    Incident(IncidentId),
    /// An instrument.
    Assessment(SheetId, SheetUse),
    /// A part of a plan.
    PlanPart(PlanId, PartId, PlanSection),
    /// The particulars of a plan.
    PlanAbout(PlanId),
    /// The family's own words in a section of a plan.
    PlanWords(PlanId, PlanSection),
    /// A signature under a version of a plan.
    PlanSigning(PlanId, u16, Signer),
}

const USES: [(SheetUse, &str); 4] = [
    (SheetUse::Assessment, "assessment"),
    (SheetUse::ChildVoice, "child-voice"),
    (SheetUse::Scaling, "scaling"),
    (SheetUse::Own, "own"),
];

const SECTIONS: [(PlanSection, &str); 10] = [
    (PlanSection::Dangers, "dangers"),
    (PlanSection::BottomLines, "bottom-lines"),
    (PlanSection::Agreements, "agreements"),
    (PlanSection::Interventions, "interventions"),
    (PlanSection::Network, "network"),
    (PlanSection::Alarm, "alarm"),
    (PlanSection::Rules, "rules"),
    (PlanSection::ChildVersions, "child-versions"),
    (PlanSection::Dissents, "dissents"),
    (PlanSection::Goals, "goals"),
];

fn name_in<T: PartialEq>(table: &[(T, &'static str)], wanted: &T) -> &'static str {
    table.iter().find(|(one, _)| one == wanted).map_or("", |(_, name)| name)
}

fn one_in<T: Copy>(table: &[(T, &'static str)], name: &str) -> Option<T> {
    table.iter().find(|(_, known)| *known == name).map(|(one, _)| *one)
}

impl Purpose {
    /// The kind, and where it matters of which plan, section or use: equal for two new things that
    /// are begun with the same key.
    #[must_use]
    pub fn kind(&self) -> String {
        let section = |section: &PlanSection| name_in(&SECTIONS, section);
        match self {
            Self::Triage => "triage".into(),
            Self::TriageDecision => "triage-decision".into(),
            Self::Inquiry(_) => "inquiry".into(),
            Self::Informing(person) => format!("informing:{}", person.hex()),
            Self::AcuteFollowUp => "acute-follow-up".into(),
            Self::Incident(_) => "incident".into(),
            Self::Assessment(_, used_for) => format!("assessment:{}", name_in(&USES, used_for)),
            Self::PlanPart(plan, _, of) => format!("plan-part:{}:{}", plan.hex(), section(of)),
            Self::PlanAbout(plan) => format!("plan-about:{}", plan.hex()),
            Self::PlanWords(plan, of) => format!("plan-words:{}:{}", plan.hex(), section(of)),
            Self::PlanSigning(plan, number, Signer::Person(person)) => {
                format!("plan-signing:{}:{number}:person:{}", plan.hex(), person.hex())
            }
            Self::PlanSigning(plan, number, Signer::Network(part)) => {
                format!("plan-signing:{}:{number}:network:{}", plan.hex(), part.hex())
            }
        }
    }

    /// The thing itself, where there can be several of a kind.
    fn thing(&self) -> Option<String> {
        match self {
            Self::Inquiry(inquiry) => Some(inquiry.hex()),
            Self::Incident(incident) => Some(incident.hex()),
            Self::Assessment(sheet, _) => Some(sheet.hex()),
            Self::PlanPart(_, part, _) => Some(part.hex()),
            Self::Triage
            | Self::TriageDecision
            | Self::Informing(_)
            | Self::AcuteFollowUp
            | Self::PlanAbout(_)
            | Self::PlanWords(..)
            | Self::PlanSigning(..) => None,
        }
    }

    /// Kind and thing: what a draft is found by.
    #[must_use]
    pub fn key(&self) -> String {
        let kind = self.kind();
        self.thing().map_or(kind.clone(), |thing| format!("{kind}:{thing}"))
    }

    /// Reads what [`Self::key`] writes; `None` for anything else.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let parts: Vec<&str> = key.split(':').collect();
        match parts.as_slice() {
            ["triage"] => Some(Self::Triage),
            ["triage-decision"] => Some(Self::TriageDecision),
            ["inquiry", id] => InquiryId::from_hex(id).map(Self::Inquiry),
            ["informing", id] => PersonId::from_hex(id).map(Self::Informing),
            ["acute-follow-up"] => Some(Self::AcuteFollowUp),
            ["incident", id] => IncidentId::from_hex(id).map(Self::Incident),
            ["assessment", used_for, id] => {
                Some(Self::Assessment(SheetId::from_hex(id)?, one_in(&USES, used_for)?))
            }
            ["plan-part", plan, section, part] => Some(Self::PlanPart(
                PlanId::from_hex(plan)?,
                PartId::from_hex(part)?,
                one_in(&SECTIONS, section)?,
            )),
            ["plan-about", plan] => PlanId::from_hex(plan).map(Self::PlanAbout),
            ["plan-words", plan, section] => {
                Some(Self::PlanWords(PlanId::from_hex(plan)?, one_in(&SECTIONS, section)?))
            }
            ["plan-signing", plan, number, who, id] => {
                let signer = match *who {
                    "person" => Signer::Person(PersonId::from_hex(id)?),
                    "network" => Signer::Network(PartId::from_hex(id)?),
                    _neither => return None,
                };
                Some(Self::PlanSigning(PlanId::from_hex(plan)?, number.parse().ok()?, signer))
            }
            _unknown => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Purpose> {
        let (plan, part, person) = (PlanId([1; 16]), PartId([2; 16]), PersonId([3; 16]));
        let mut all = vec![
            Purpose::Triage,
            Purpose::TriageDecision,
            Purpose::Inquiry(InquiryId([4; 16])),
            Purpose::Informing(person),
            Purpose::AcuteFollowUp,
            Purpose::Incident(IncidentId([5; 16])),
            Purpose::PlanAbout(plan),
            Purpose::PlanSigning(plan, 3, Signer::Person(person)),
            Purpose::PlanSigning(plan, 3, Signer::Network(part)),
        ];
        all.extend(USES.map(|(used_for, _)| Purpose::Assessment(SheetId([6; 16]), used_for)));
        for section in PlanSection::ALL {
            all.push(Purpose::PlanPart(plan, part, section));
            all.push(Purpose::PlanWords(plan, section));
        }
        all
    }

    #[test]
    fn every_purpose_is_found_again_by_its_key_and_no_two_share_one() {
        let all = all();
        for purpose in &all {
            assert_eq!(Purpose::from_key(&purpose.key()), Some(*purpose));
        }
        let keys: std::collections::BTreeSet<String> = all.iter().map(Purpose::key).collect();
        assert_eq!(keys.len(), all.len());
        for broken in
            ["", "inquiry", "inquiry:xy", "triage:1", "plan-words:0:1:2", "assessment:own"]
        {
            assert_eq!(Purpose::from_key(broken), None, "{broken}");
        }
    }

    #[test]
    fn two_new_things_of_a_kind_differ_in_key_alone() {
        let one = Purpose::Inquiry(InquiryId([1; 16]));
        let two = Purpose::Inquiry(InquiryId([2; 16]));
        assert_eq!(one.kind(), two.kind());
        assert_ne!(one.key(), two.key());
    }
}
