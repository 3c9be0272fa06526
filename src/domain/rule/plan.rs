//! The rules of a safety plan and a family plan: hard rules 8 to 11.
//!
//! A plan is drafted freely; what it lacks ([`plan_missing`]) is shown all the while and blocks
//! only its adoption. Deliberately absent: what else would make a plan better.

use super::judge::Judge;
use super::{About, Rule, said};
use crate::domain::case::{Case, Plan, PlanContent};
use crate::domain::id::{EventId, PartId, PlanId};
use crate::domain::person::Answer;
use crate::domain::safety_plan::{PlanAspects, PlanKind, PlanPart, PlanSection, Signer, Signing};
use crate::domain::sheet::Safety;
use crate::domain::time::Day;
use std::collections::BTreeSet;

/// The best a scale can say: the case can be closed. The worst is 0: harm is certain.
const SCALE_MAX: u8 = 10;

/// Something that a plan still lacks before it can be adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanLack {
    /// The rule that asks for it.
    pub rule: Rule,
    /// Where it belongs; `None` when it is about the plan as a whole.
    pub section: Option<PlanSection>,
    /// The part that lacks it; `None` when it is about the section or the plan.
    pub part: Option<PartId>,
}

/// What a plan lacks before it can be adopted, in the order of the paper (hard rules 8 to 11).
/// A family plan embeds a safety plan, so it needs no bottom line and no alarm route of its own.
#[must_use]
pub fn plan_missing(content: &PlanContent, kind: PlanKind) -> Vec<PlanLack> {
    let mut lacks = Vec::new();
    let mut of_part = |kept: bool, rule: Rule, (part, section): (PartId, PlanSection)| {
        if !kept {
            lacks.push(PlanLack { rule, section: Some(section), part: Some(part) });
        }
    };
    for (id, part) in &content.parts {
        let place = (*id, part.section());
        match part {
            PlanPart::Danger { goal, scale_now, scale_wanted, .. } => {
                let scaled = scale_now.is_some() && scale_wanted.is_some();
                of_part(said(goal), Rule::DangerNeedsGoal, place);
                of_part(scaled, Rule::DangerNeedsScale, place);
            }
            PlanPart::BottomLine { check, .. } => {
                of_part(said(check), Rule::PlanNeedsCheck, place);
            }
            PlanPart::Agreement { who, checked_by, .. }
            | PlanPart::Goal { who, checked_by, .. } => {
                of_part(said(who), Rule::PlanNeedsOwner, place);
                of_part(said(checked_by), Rule::PlanNeedsCheck, place);
            }
            PlanPart::Intervention { .. }
            | PlanPart::NetworkMember { .. }
            | PlanPart::AlarmStep { .. }
            | PlanPart::Rule { .. }
            | PlanPart::ChildVersion { .. }
            | PlanPart::Dissent { .. } => {}
        }
    }
    lacks.extend(missing_of_whole(content, kind));
    lacks.sort_by_key(|lack| (lack.section.is_none(), lack.section, lack.part.is_some()));
    lacks
}

fn missing_of_whole(content: &PlanContent, kind: PlanKind) -> Vec<PlanLack> {
    let has = |said_by: fn(&PlanPart) -> bool| content.parts.iter().any(|(_, part)| said_by(part));
    let safety = kind == PlanKind::Safety;
    let reviewed = content.review.as_ref().is_some_and(|review| said(&review.who));
    let together = content.made_with.as_ref().is_some_and(|made| {
        let both = made.parents == Answer::Yes && made.network == Answer::Yes;
        both || said(&made.why_not)
    });
    let section = |section| Some(section);
    let all = [
        (
            !safety || has(is_bottom_line),
            Rule::PlanNeedsBottomLine,
            section(PlanSection::BottomLines),
        ),
        (!safety || has(is_alarm_step), Rule::PlanNeedsAlarm, section(PlanSection::Alarm)),
        (reviewed, Rule::PlanNeedsReview, None),
        (together, Rule::PlanMadeWithFamily, None),
    ];
    let lacking = all.into_iter().filter(|(kept, _, _)| !kept);
    lacking.map(|(_, rule, section)| PlanLack { rule, section, part: None }).collect()
}

/// A bottom line that says something: an empty one holds nobody.
fn is_bottom_line(part: &PlanPart) -> bool {
    matches!(part, PlanPart::BottomLine { text, .. } if said(text))
}

/// A step of the alarm route that says who calls whom.
fn is_alarm_step(part: &PlanPart) -> bool {
    matches!(part, PlanPart::AlarmStep { caller, called, .. } if said(caller) && said(called))
}

/// Whether the safety concluded asks for a safety plan and none was adopted (hard rule 8).
#[must_use]
pub fn lacks_safety_plan(case: &Case) -> bool {
    let safe = case.safety_now().is_none_or(|safety| safety == Safety::Safe);
    !safe && !has_safety_plan(case)
}

/// Whether the case has an adopted safety plan with a bottom line.
fn has_safety_plan(case: &Case) -> bool {
    case.plans.values().filter(|plan| plan.kind() == Some(PlanKind::Safety)).any(|plan| {
        let adopted = plan.newest();
        adopted.is_some_and(|(_, version)| {
            version.content.parts.iter().any(|(_, part)| is_bottom_line(part))
        })
    })
}

impl Judge<'_> {
    fn plan(&self, plan: PlanId) -> Option<&Plan> {
        self.case.plans.get(&plan)
    }

    pub(super) fn plan_known(&mut self, plan: PlanId) {
        self.need(self.plan(plan).is_some(), Rule::PlanKnown, "plan");
    }

    pub(super) fn plan_opened(&mut self, plan: PlanId, kind: PlanKind, embeds: Option<PlanId>) {
        let known = self.plan(plan).and_then(Plan::kind);
        self.need(known.is_none_or(|known| known == kind), Rule::PlanKeepsKind, "kind");
        let fits = embeds.is_none_or(|other| other != plan && self.plan(other).is_some());
        self.need(fits, Rule::PlanKnown, "embeds");
    }

    pub(super) fn plan_described(&mut self, plan: PlanId, aspects: &PlanAspects) {
        self.plan_known(plan);
        self.persons_in("children", aspects.children.iter().flatten());
    }

    pub(super) fn part_written(&mut self, plan: PlanId, part: PartId, content: Option<&PlanPart>) {
        self.plan_known(plan);
        match content {
            None => self.part_known(plan, [&part], "part"),
            Some(PlanPart::Danger { scale_now, scale_wanted, item, .. }) => {
                let in_range = |scale: &Option<u8>| scale.is_none_or(|scale| scale <= SCALE_MAX);
                let (now, wanted) = (in_range(scale_now), in_range(scale_wanted));
                self.need(now, Rule::ScaleInRange, "scale_now");
                self.need(wanted, Rule::ScaleInRange, "scale_wanted");
                let known = item.as_ref().is_none_or(|(id, _)| self.case.sheets.contains_key(id));
                self.need(known, Rule::SheetKnown, "item");
            }
            Some(PlanPart::ChildVersion { child, .. }) => self.persons_in("child", child),
            Some(
                PlanPart::BottomLine { .. }
                | PlanPart::Agreement { .. }
                | PlanPart::Intervention { .. }
                | PlanPart::NetworkMember { .. }
                | PlanPart::AlarmStep { .. }
                | PlanPart::Rule { .. }
                | PlanPart::Dissent { .. }
                | PlanPart::Goal { .. },
            ) => {}
        }
    }

    pub(super) fn ordered(&mut self, plan: PlanId, order: &[PartId]) {
        self.plan_known(plan);
        self.part_known(plan, order, "order");
    }

    fn part_known<'p>(
        &mut self,
        plan: PlanId,
        parts: impl IntoIterator<Item = &'p PartId>,
        field: &'static str,
    ) {
        let Some(held) = self.plan(plan) else { return };
        let known = parts.into_iter().all(|part| held.parts.contains_key(part));
        self.need(known, Rule::PartKnown, field);
    }

    /// A version is exactly what stands at this moment, and lacks nothing.
    pub(super) fn adopted(&mut self, (plan, number): (PlanId, u16), on: Day, events: &[EventId]) {
        self.happened(Some(on), "on");
        let Some(held) = self.plan(plan) else { return self.plan_known(plan) };
        let content = held.now();
        let next = number == held.next_number();
        let standing: BTreeSet<EventId> = held.standing_events().into_iter().collect();
        let named: BTreeSet<EventId> = events.iter().copied().collect();
        let lacks = plan_missing(&content, held.kind().unwrap_or(PlanKind::Safety));
        self.need(next, Rule::NextVersion, "number");
        self.need(standing == named, Rule::PlanAsItStands, "events");
        self.need(content.disputed == 0, Rule::PlanSettled, "plan");
        for PlanLack { rule, part, .. } in lacks {
            match part {
                Some(part) => self.need_of(false, (rule, "plan"), About::Part(part)),
                None => self.refuse(rule, "plan"),
            }
        }
    }

    pub(super) fn signed(
        &mut self,
        (plan, number): (PlanId, u16),
        signer: Signer,
        signing: &Signing,
    ) {
        self.happened(signing.signed_on, "signed_on");
        self.happened(signing.copy_given_on, "copy_given_on");
        let told = signing.signed_on.is_some()
            || signing.copy_given_on.is_some()
            || said(&signing.refused);
        self.need(told, Rule::SignatureOrReason, "signing");
        let Some(held) = self.plan(plan) else { return self.plan_known(plan) };
        let version = held.versions.contains_key(&number);
        let known = match signer {
            Signer::Person(person) => self.case.persons.contains_key(&person),
            Signer::Network(part) => held.parts.contains_key(&part),
        };
        self.need(version, Rule::VersionKnown, "number");
        self.need(known, Rule::SignerKnown, "signer");
    }
}
