//! What a correction must name: the ids that stand in a slot.
//!
//! Deliberately absent: choosing between them.

use super::super::fact::Slot;
use super::super::id::{EventId, PersonId, PlanId, ReportId, SheetId};
use super::super::person::{AddressKind, PersonAspect};
use super::super::report::ReportAspect;
use super::super::safety_plan::PlanAspect;
use super::super::sheet::AnswerKey;
use super::super::slot::Held;
use super::super::triage::TriageAspect;
use super::{Case, Person, Plan, Report, Sheet, Triage};

impl Case {
    /// The events a new fact must name in `replaces` to take over this slot; empty when nothing
    /// stands there.
    #[must_use]
    pub fn head_ids(&self, slot: Slot) -> Vec<EventId> {
        match slot {
            Slot::Number => self.number.head_ids(),
            Slot::Opening => self.opening.head_ids(),
            Slot::Receipt(report) => self.of_report(report, |held| held.receipt.head_ids()),
            Slot::Report(report, aspect) => {
                self.of_report(report, |held| report_heads(held, aspect))
            }
            Slot::Reporter(report) => self.of_report(report, |held| held.reporter.head_ids()),
            Slot::Message(report, part) => {
                self.of_report(report, |held| ids(held.message_parts.get(&part)))
            }
            Slot::Person(person, aspect) => {
                self.of_person(person, |held| person_heads(held, aspect))
            }
            Slot::Shielded(person, kind) => self.of_person(person, |held| match kind {
                AddressKind::Formal => held.shielded_formal.head_ids(),
                AddressKind::Actual => held.shielded_actual.head_ids(),
            }),
            Slot::Standing(person) => self.of_person(person, |held| held.standing.head_ids()),
            Slot::Relation(id) => ids(self.relations.get(&id)),
            Slot::Link(id) => ids(self.links.get(&id)),
            Slot::Overseer => self.overseer.head_ids(),
            Slot::Worker => self.worker.head_ids(),
            Slot::Acute => self.acute.head_ids(),
            Slot::Closing => self.closing.head_ids(),
            Slot::Note(id) => ids(self.notes.get(&id)),
            Slot::Advice => self.advice.head_ids(),
            Slot::Contact => self.contact.head_ids(),
            Slot::Triage(aspect) => triage_heads(&self.triage, aspect),
            Slot::Seen(id) => ids(self.seen.get(&id)),
            Slot::Inquiry(id) => ids(self.inquiries.get(&id)),
            Slot::Informed(id) => ids(self.informed.get(&id)),
            Slot::TriageDecision => self.triage_decision.head_ids(),
            Slot::Countersignature(event, staff) => ids(self.signatures.get(&(event, staff))),
            Slot::Incident(id) => ids(self.incidents.get(&id)),
            Slot::Sheet(id) => self.of_sheet(id, |held| held.opened.head_ids()),
            Slot::Answer(id, key) => self.of_sheet(id, |held| answer_heads(held, key)),
            Slot::Conclusion(id) => self.of_sheet(id, |held| held.conclusion.head_ids()),
            Slot::Plan(id) => self.of_plan(id, |held| held.opened.head_ids()),
            Slot::PlanAspect(id, aspect) => self.of_plan(id, |held| plan_heads(held, aspect)),
            Slot::PlanWords(id, section) => self.of_plan(id, |held| ids(held.words.get(&section))),
            Slot::PlanPart(id, part) => self.of_plan(id, |held| ids(held.parts.get(&part))),
            Slot::PlanOrder(id, section) => self.of_plan(id, |held| ids(held.order.get(&section))),
            Slot::PlanVersion(id, number) => {
                self.of_plan(id, |held| ids(held.versions.get(&number)))
            }
            Slot::PlanSignature(id, number, signer) => {
                self.of_plan(id, |held| ids(held.signatures.get(&(number, signer))))
            }
        }
    }

    /// The events a new fact must name to take over all its slots: sorted, each once.
    #[must_use]
    pub fn heads_for(&self, fact: &super::super::fact::Fact) -> Vec<EventId> {
        let mut heads: Vec<EventId> =
            fact.slots().into_iter().flat_map(|slot| self.head_ids(slot)).collect();
        heads.sort_unstable();
        heads.dedup();
        heads
    }

    fn of_report(&self, id: ReportId, heads: impl Fn(&Report) -> Vec<EventId>) -> Vec<EventId> {
        self.reports.get(&id).map(heads).unwrap_or_default()
    }

    fn of_person(&self, id: PersonId, heads: impl Fn(&Person) -> Vec<EventId>) -> Vec<EventId> {
        self.persons.get(&id).map(heads).unwrap_or_default()
    }

    fn of_sheet(&self, id: SheetId, heads: impl Fn(&Sheet) -> Vec<EventId>) -> Vec<EventId> {
        self.sheets.get(&id).map(heads).unwrap_or_default()
    }

    fn of_plan(&self, id: PlanId, heads: impl Fn(&Plan) -> Vec<EventId>) -> Vec<EventId> {
        self.plans.get(&id).map(heads).unwrap_or_default()
    }
}

fn ids<T>(held: Option<&Held<T>>) -> Vec<EventId> {
    held.map(Held::head_ids).unwrap_or_default()
}

fn report_heads(held: &Report, aspect: ReportAspect) -> Vec<EventId> {
    match aspect {
        ReportAspect::Occasion => held.occasion.head_ids(),
        ReportAspect::Narrative => held.narrative.head_ids(),
        ReportAspect::Classification => held.classification.head_ids(),
        ReportAspect::Circumstances => held.circumstances.head_ids(),
        ReportAspect::Informing => held.informing.head_ids(),
        ReportAspect::Disclosure => held.disclosure.head_ids(),
    }
}

fn person_heads(held: &Person, aspect: PersonAspect) -> Vec<EventId> {
    match aspect {
        PersonAspect::Name => held.name.head_ids(),
        PersonAspect::Sex => held.sex.head_ids(),
        PersonAspect::Birth => held.birth.head_ids(),
        PersonAspect::Bsn => held.bsn.head_ids(),
        PersonAspect::Involvement => held.involvement.head_ids(),
        PersonAspect::FormalAddress => held.formal_address.head_ids(),
        PersonAspect::ActualAddress => held.actual_address.head_ids(),
        PersonAspect::Reach => held.reach.head_ids(),
        PersonAspect::Background => held.background.head_ids(),
        PersonAspect::Remark => held.remark.head_ids(),
        PersonAspect::DiedOn => held.died_on.head_ids(),
    }
}

fn triage_heads(held: &Triage, aspect: TriageAspect) -> Vec<EventId> {
    match aspect {
        TriageAspect::Urgency => held.urgency.head_ids(),
        TriageAspect::Earlier => held.earlier.head_ids(),
        TriageAspect::Index => held.index.head_ids(),
        TriageAspect::Family => held.family.head_ids(),
        TriageAspect::Expertise => held.expertise.head_ids(),
        TriageAspect::Natures => held.natures.head_ids(),
        TriageAspect::Analysis => held.analysis.head_ids(),
        TriageAspect::ReporterTold => held.reporter_told.head_ids(),
    }
}

fn answer_heads(held: &Sheet, key: AnswerKey) -> Vec<EventId> {
    ids(held.places.get(&key).and_then(|place| held.answers.get(place)))
}

fn plan_heads(held: &Plan, aspect: PlanAspect) -> Vec<EventId> {
    match aspect {
        PlanAspect::Children => held.children.head_ids(),
        PlanAspect::Start => held.start.head_ids(),
        PlanAspect::Review => held.review.head_ids(),
        PlanAspect::MadeWith => held.made_with.head_ids(),
        PlanAspect::Situation => held.situation.head_ids(),
        PlanAspect::Emergency => held.emergency.head_ids(),
        PlanAspect::Owner => held.owner.head_ids(),
    }
}
