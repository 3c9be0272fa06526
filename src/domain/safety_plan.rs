//! A safety plan or family plan (NL: veiligheidsplan, gezinsplan): its parts, the family's own
//! words, and who signed (`domain.md` C5).
//!
//! Each part and each aspect is a slot of its own. Deliberately absent: which rules a plan must
//! keep before it can be adopted, and how it looks on paper.

use super::id::{PartId, PersonId, SheetId};
use super::person::Answer;
use super::sheet::AnswerPlace;
use super::time::Day;
use std::collections::BTreeSet;

/// What kind of plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanKind {
    /// Safety plan (NL: veiligheidsplan).
    Safety,
    /// Family plan (NL: gezinsplan): all areas of life; embeds the safety plan.
    Family,
}

/// A section of a plan, in the order of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanSection {
    /// Why: danger statements (NL: gevaren).
    Dangers,
    /// What must at least hold (NL: bodemeisen).
    BottomLines,
    /// How: agreements (NL: afspraken).
    Agreements,
    /// Help that is started (NL: inzet van hulp).
    Interventions,
    /// The network (NL: netwerk).
    Network,
    /// Signs and alarm route (NL: alarmroute).
    Alarm,
    /// Contact and residence rules.
    Rules,
    /// The plan in the child's own words.
    ChildVersions,
    /// Who does not agree, and why.
    Dissents,
    /// Goals per area of life (family plan).
    Goals,
}

impl PlanSection {
    /// All, in the order of the paper.
    pub const ALL: [Self; 10] = [
        Self::Dangers,
        Self::BottomLines,
        Self::Agreements,
        Self::Interventions,
        Self::Network,
        Self::Alarm,
        Self::Rules,
        Self::ChildVersions,
        Self::Dissents,
        Self::Goals,
    ];
}

/// How soon help is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InterventionUrgency {
    /// Planned.
    Planned,
    /// Emergency help (NL: spoedhulp).
    Emergency,
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleKind {
    /// Contact with a person.
    Contact,
    /// Where somebody stays.
    Residence,
}

/// An area of life (NL: leefgebied).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LifeArea {
    /// Home (NL: wonen).
    Home,
    /// Parenting (NL: opvoeding).
    Parenting,
    /// Health (NL: gezondheid).
    Health,
    /// School and work.
    School,
    /// Money (NL: geld).
    Money,
    /// Network (NL: netwerk).
    Network,
    /// Leisure (NL: vrije tijd).
    Leisure,
    /// Safety (NL: veiligheid).
    Safety,
}

/// A phase of the work, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Immediate safety.
    Safety,
    /// The causes.
    Causes,
    /// Recovery.
    Recovery,
}

/// One part of a plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanPart {
    /// A danger statement with its goal and scale (hard rule 10).
    Danger {
        /// What we fear for which child.
        text: String,
        /// What must be different.
        goal: String,
        /// 0 (harm is certain) – 10 (safe enough), now.
        scale_now: Option<u8>,
        /// The same, wanted.
        scale_wanted: Option<u8>,
        /// The item of an assessment it came from.
        item: Option<(SheetId, AnswerPlace)>,
    },
    /// What must at least hold (NL: bodemeis; hard rule 8).
    BottomLine {
        /// What is seen, by anyone.
        text: String,
        /// How much of it at least.
        minimum: String,
        /// How it is checked.
        check: String,
        /// What happens when it is broken.
        consequence: String,
    },
    /// An agreement.
    Agreement {
        /// What.
        what: String,
        /// Who does it: its owner (hard rule 9).
        who: String,
        /// When.
        when: String,
        /// Who checks it.
        checked_by: String,
    },
    /// Help that is started.
    Intervention {
        /// What.
        what: String,
        /// By whom.
        provider: String,
        /// From.
        start: Option<Day>,
        /// Until.
        end: Option<Day>,
        /// How soon.
        urgency: InterventionUrgency,
    },
    /// A member of the network.
    NetworkMember {
        /// Name.
        name: String,
        /// Role in the plan.
        role: String,
        /// Telephone number.
        phone: String,
        /// Whether this person agreed to take part.
        consents: Option<Answer>,
    },
    /// A sign and who calls whom (hard rule 9).
    AlarmStep {
        /// What is seen.
        sign: String,
        /// Who calls.
        caller: String,
        /// Whom.
        called: String,
        /// The number.
        number: String,
    },
    /// A rule about contact or residence.
    Rule {
        /// About what.
        kind: RuleKind,
        /// The rule.
        text: String,
    },
    /// The plan in a child's own words.
    ChildVersion {
        /// The child; `None` when it is of all.
        child: Option<PersonId>,
        /// The words.
        text: String,
    },
    /// Somebody who does not agree.
    Dissent {
        /// Who.
        who: String,
        /// With what, and why.
        text: String,
    },
    /// A goal in an area of life.
    Goal {
        /// The area.
        area: LifeArea,
        /// The phase.
        phase: Phase,
        /// How it is now.
        now: String,
        /// How it will be.
        goal: String,
        /// What is done.
        action: String,
        /// By whom.
        who: String,
        /// When.
        when: String,
        /// Who checks it.
        checked_by: String,
    },
}

impl PlanPart {
    /// The section it belongs to.
    #[must_use]
    pub const fn section(&self) -> PlanSection {
        match self {
            Self::Danger { .. } => PlanSection::Dangers,
            Self::BottomLine { .. } => PlanSection::BottomLines,
            Self::Agreement { .. } => PlanSection::Agreements,
            Self::Intervention { .. } => PlanSection::Interventions,
            Self::NetworkMember { .. } => PlanSection::Network,
            Self::AlarmStep { .. } => PlanSection::Alarm,
            Self::Rule { .. } => PlanSection::Rules,
            Self::ChildVersion { .. } => PlanSection::ChildVersions,
            Self::Dissent { .. } => PlanSection::Dissents,
            Self::Goal { .. } => PlanSection::Goals,
        }
    }
}

/// When the plan is looked at again, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanReview {
    /// The day.
    pub day: Day,
    /// By whom.
    pub who: String,
}

/// With whom the plan was made (hard rule 11).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MadeWith {
    /// With the parents.
    pub parents: Answer,
    /// With the network.
    pub network: Answer,
    /// Why not with both; empty when it was.
    pub why_not: String,
}

/// One aspect of a plan. Each is a slot of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanAspect {
    /// [`PlanAspects::children`].
    Children,
    /// [`PlanAspects::start`].
    Start,
    /// [`PlanAspects::review`].
    Review,
    /// [`PlanAspects::made_with`].
    MadeWith,
    /// [`PlanAspects::situation`].
    Situation,
    /// [`PlanAspects::emergency`].
    Emergency,
    /// [`PlanAspects::owner`].
    Owner,
}

/// What one fact says about a plan as a whole: only the aspects it speaks of are present.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanAspects {
    /// The children it is for.
    pub children: Option<BTreeSet<PersonId>>,
    /// The first day.
    pub start: Option<Day>,
    /// When it is looked at again.
    pub review: Option<PlanReview>,
    /// With whom it was made.
    pub made_with: Option<MadeWith>,
    /// The situation, in words.
    pub situation: Option<String>,
    /// What to do in an emergency, and the numbers.
    pub emergency: Option<String>,
    /// Who steers the plan.
    pub owner: Option<String>,
}

impl PlanAspects {
    /// The aspects spoken of, in their fixed order.
    #[must_use]
    pub fn present(&self) -> Vec<PlanAspect> {
        let all = [
            (self.children.is_some(), PlanAspect::Children),
            (self.start.is_some(), PlanAspect::Start),
            (self.review.is_some(), PlanAspect::Review),
            (self.made_with.is_some(), PlanAspect::MadeWith),
            (self.situation.is_some(), PlanAspect::Situation),
            (self.emergency.is_some(), PlanAspect::Emergency),
            (self.owner.is_some(), PlanAspect::Owner),
        ];
        all.into_iter().filter_map(|(is, aspect)| is.then_some(aspect)).collect()
    }
}

/// Who signs a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signer {
    /// A person in the case.
    Person(PersonId),
    /// A member of the network, by its part in the plan.
    Network(PartId),
}

/// A signature, a refusal, and the copy that was given.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signing {
    /// The day of the signature; `None` while there is none.
    pub signed_on: Option<Day>,
    /// Why not signed; empty when signed or not asked yet.
    pub refused: String,
    /// The day a copy was given.
    pub copy_given_on: Option<Day>,
}
