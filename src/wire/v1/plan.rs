//! Frozen copies of the values inside the facts of plans.
//!
//! Never edited after release: another shape is another kind of fact. Deliberately absent:
//! versions as folded, which name events.

use super::base::{Id, Mirror, Set, Text};
use super::date::OnDay;
use super::shape::{Answer, mirror_enums, mirror_structs};
use super::work::AnswerPlace;
use crate::domain::id::{PartId, PersonId, SheetId};
use crate::domain::safety_plan;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mirror_enums! {
    PlanKind = safety_plan::PlanKind { Safety, Family }
    PlanSection = safety_plan::PlanSection {
        Dangers, BottomLines, Agreements, Interventions, Network, Alarm, Rules, ChildVersions,
        Dissents, Goals
    }
    InterventionUrgency = safety_plan::InterventionUrgency { Planned, Emergency }
    RuleKind = safety_plan::RuleKind { Contact, Residence }
    LifeArea = safety_plan::LifeArea {
        Home, Parenting, Health, School, Money, Network, Leisure, Safety
    }
    Phase = safety_plan::Phase { Safety, Causes, Recovery }
}

mirror_structs! {
    PlanReview = safety_plan { day: OnDay, #[serde(default)] who: Text }
    MadeWith = safety_plan { parents: Answer, network: Answer, #[serde(default)] why_not: Text }
    PlanAspects = safety_plan {
        children: Option<Set<Id<PersonId>>>,
        start: Option<OnDay>,
        review: Option<PlanReview>,
        made_with: Option<MadeWith>,
        situation: Option<Text>,
        emergency: Option<Text>,
        owner: Option<Text>,
    }
    #[derive(Default)]
    #[serde(default)]
    Signing = safety_plan {
        signed_on: Option<OnDay>,
        refused: Text,
        copy_given_on: Option<OnDay>,
    }
}

macro_rules! mirror_parts {
    ($($variant:ident { $($(#[$field_attr:meta])* $field:ident: $type:ty),+ $(,)? })+) => {
        /// One part of a plan.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        pub enum PlanPart {
            $(
                #[doc = stringify!($variant)]
                $variant {
                    $($(#[$field_attr])* #[doc = stringify!($field)] $field: $type),+
                }
            ),+
        }

        impl Mirror for PlanPart {
            type Domain = safety_plan::PlanPart;
            fn of(domain: &safety_plan::PlanPart) -> Self {
                match domain {
                    $(safety_plan::PlanPart::$variant { $($field),+ } => {
                        Self::$variant { $($field: Mirror::of($field)),+ }
                    })+
                }
            }
            fn back(self) -> safety_plan::PlanPart {
                match self {
                    $(Self::$variant { $($field),+ } => {
                        safety_plan::PlanPart::$variant { $($field: $field.back()),+ }
                    })+
                }
            }
        }
    };
}

mirror_parts! {
    Danger {
        text: Text,
        #[serde(default)]
        goal: Text,
        scale_now: Option<u8>,
        scale_wanted: Option<u8>,
        item: Option<(Id<SheetId>, AnswerPlace)>,
    }
    BottomLine {
        text: Text,
        #[serde(default)]
        minimum: Text,
        #[serde(default)]
        check: Text,
        #[serde(default)]
        consequence: Text,
    }
    Agreement {
        what: Text,
        #[serde(default)]
        who: Text,
        #[serde(default)]
        when: Text,
        #[serde(default)]
        checked_by: Text,
    }
    Intervention {
        what: Text,
        #[serde(default)]
        provider: Text,
        start: Option<OnDay>,
        end: Option<OnDay>,
        urgency: InterventionUrgency,
    }
    NetworkMember {
        name: Text,
        #[serde(default)]
        role: Text,
        #[serde(default)]
        phone: Text,
        consents: Option<Answer>,
    }
    AlarmStep {
        sign: Text,
        #[serde(default)]
        caller: Text,
        #[serde(default)]
        called: Text,
        #[serde(default)]
        number: Text,
    }
    Rule { kind: RuleKind, text: Text }
    ChildVersion { child: Option<Id<PersonId>>, text: Text }
    Dissent { who: Text, text: Text }
    Goal {
        area: LifeArea,
        phase: Phase,
        #[serde(default)]
        now: Text,
        #[serde(default)]
        goal: Text,
        #[serde(default)]
        action: Text,
        #[serde(default)]
        who: Text,
        #[serde(default)]
        when: Text,
        #[serde(default)]
        checked_by: Text,
    }
}

/// Who signs a plan.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Signer {
    /// A person in the case.
    Person(Id<PersonId>),
    /// A member of the network, by its part in the plan.
    Network(Id<PartId>),
}

impl Mirror for Signer {
    type Domain = safety_plan::Signer;
    fn of(domain: &safety_plan::Signer) -> Self {
        match domain {
            safety_plan::Signer::Person(person) => Self::Person(Id(*person)),
            safety_plan::Signer::Network(part) => Self::Network(Id(*part)),
        }
    }
    fn back(self) -> safety_plan::Signer {
        match self {
            Self::Person(person) => safety_plan::Signer::Person(person.0),
            Self::Network(part) => safety_plan::Signer::Network(part.0),
        }
    }
}
