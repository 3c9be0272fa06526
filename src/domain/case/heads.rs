//! What a correction must name: the ids that stand in a slot.
//!
//! Deliberately absent: choosing between them.

use super::super::fact::Slot;
use super::super::id::{EventId, PersonId, ReportId};
use super::super::person::{AddressKind, PersonAspect};
use super::super::report::ReportAspect;
use super::super::slot::Held;
use super::{Case, Person, Report};

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
            Slot::Triage(_)
            | Slot::Seen(_)
            | Slot::Inquiry(_)
            | Slot::Informed(_)
            | Slot::TriageDecision
            | Slot::Countersignature(..)
            | Slot::Incident(_)
            | Slot::Sheet(_)
            | Slot::Answer(..)
            | Slot::Conclusion(_)
            | Slot::Plan(_)
            | Slot::PlanAspect(..)
            | Slot::PlanWords(..)
            | Slot::PlanPart(..)
            | Slot::PlanOrder(..)
            | Slot::PlanVersion(..)
            | Slot::PlanSignature(..) => Vec::new(),
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
