//! What a fact changes for the facts recorded together with it: the case as if it were recorded
//! already and nobody contradicted it.
//!
//! Deliberately absent: everything no rule looks at, and what a retraction brings back.

use super::Setting;
use crate::domain::case::{Case, PlanOpening, PlanVersion, Receipt, SheetOpening, Standing};
use crate::domain::fact::Fact;
use crate::domain::id::{EventId, OriginId, PersonId};
use crate::domain::person::PersonAspects;
use crate::domain::slot::{Held, Stamp};
use crate::domain::triage::TriageAspects;

/// The event that a fact told here would become; never one that exists.
#[derive(Clone, Copy)]
struct Mark {
    id: EventId,
    stamp: Stamp,
}

impl Mark {
    fn put<T>(self, held: &mut Held<T>, value: T) {
        *held = Held::default();
        held.add(self.id, self.stamp, value);
    }

    fn put_told<T: Clone>(self, held: &mut Held<T>, told: Option<&T>) {
        if let Some(value) = told {
            self.put(held, value.clone());
        }
    }
}

/// Takes a fact, the `number`-th told, into the case.
pub(super) fn take(case: &mut Case, fact: &Fact, (setting, number): (&Setting<'_>, usize)) {
    let stamp = Stamp { author: setting.me, origin: OriginId([0; 16]), at: setting.now };
    let mut id = [0xFF; 32];
    id.iter_mut().zip(number.to_be_bytes()).for_each(|(to, from)| *to = from);
    let mark = Mark { id: EventId(id), stamp };
    match fact {
        Fact::CaseOpened { opening, .. } | Fact::OpeningChanged { opening } => {
            mark.put(&mut case.opening, *opening);
        }
        Fact::ReportReceived { report, channel, received_at, message, flags } => {
            let (message, flags) = (message.clone(), flags.clone());
            let (channel, received_at) = (*channel, *received_at);
            let receipt = Receipt { channel, received_at, message, flags };
            mark.put(&mut case.reports.entry(*report).or_default().receipt, receipt);
        }
        Fact::ReportDescribed { report, aspects } => {
            let held = case.reports.entry(*report).or_default();
            mark.put_told(&mut held.classification, aspects.classification.as_ref());
            mark.put_told(&mut held.disclosure, aspects.disclosure.as_ref());
        }
        Fact::PersonDescribed { person, protected_by, aspects } => {
            describe(case, mark, *person, aspects);
            let held = case.persons.entry(*person).or_default();
            held.protected_by = held.protected_by.or(*protected_by);
        }
        Fact::PersonWithdrawn { person, reason } => {
            let standing = Standing::Withdrawn { reason: reason.clone() };
            mark.put(&mut case.persons.entry(*person).or_default().standing, standing);
        }
        Fact::PersonsJoined { kept, joined, reason } => {
            let standing = Standing::JoinedTo { kept: *kept, reason: reason.clone() };
            mark.put(&mut case.persons.entry(*joined).or_default().standing, standing);
        }
        Fact::AcuteJudged { acute } => mark.put(&mut case.acute, acute.clone()),
        Fact::ClosingDecided { closing } => mark.put(&mut case.closing, closing.clone()),
        Fact::StationOpened { .. }
        | Fact::StaffJoined { .. }
        | Fact::DayDecreed { .. }
        | Fact::ReporterIdentified { .. }
        | Fact::MessageKept { .. }
        | Fact::ShieldedAddressRecorded { .. }
        | Fact::RelationRecorded { .. }
        | Fact::LinkRecorded { .. }
        | Fact::OverseerNamed { .. }
        | Fact::WorkerAssigned { .. }
        | Fact::NoteWritten { .. }
        | Fact::AdviceGiven { .. }
        | Fact::ContactAnswered { .. }
        | Fact::Retracted { .. }
        | Fact::Foreign { .. } => {}
        Fact::TriageNoted { .. }
        | Fact::ChildSeen { .. }
        | Fact::InformationAsked { .. }
        | Fact::PersonInformed { .. }
        | Fact::TriageDecided { .. }
        | Fact::Countersigned { .. }
        | Fact::IncidentNoted { .. }
        | Fact::SheetOpened { .. }
        | Fact::SheetAnswered { .. }
        | Fact::SheetConcluded { .. }
        | Fact::PlanOpened { .. }
        | Fact::PlanDescribed { .. }
        | Fact::PlanWords { .. }
        | Fact::PlanPartWritten { .. }
        | Fact::PlanOrdered { .. }
        | Fact::PlanAdopted { .. }
        | Fact::PlanSigned { .. } => take_work(case, fact, mark),
    }
}

/// The same for facts of triage, assessment and plan.
fn take_work(case: &mut Case, fact: &Fact, mark: Mark) {
    match fact {
        Fact::TriageNoted { aspects } => note(case, mark, aspects),
        Fact::ChildSeen { child, seen } => {
            mark.put(case.seen.entry(*child).or_default(), seen.clone());
        }
        Fact::PersonInformed { person, informing } => {
            mark.put(case.informed.entry(*person).or_default(), informing.clone());
        }
        Fact::TriageDecided { decision } => {
            mark.put(&mut case.triage_decision, decision.as_ref().clone());
        }
        Fact::SheetOpened { sheet, form, used_for, trigger } => {
            let (form, trigger) = (form.clone(), trigger.clone());
            let opening = SheetOpening { form, used_for: *used_for, trigger };
            mark.put(&mut case.sheets.entry(*sheet).or_default().opened, opening);
        }
        Fact::SheetConcluded { sheet, conclusion } => {
            let held = &mut case.sheets.entry(*sheet).or_default().conclusion;
            mark.put(held, conclusion.as_ref().clone());
        }
        Fact::PlanOpened { plan, kind, embeds } => {
            let opening = PlanOpening { kind: *kind, embeds: *embeds };
            mark.put(&mut case.plans.entry(*plan).or_default().opened, opening);
        }
        Fact::PlanPartWritten { plan, part, content } => {
            let held = case.plans.entry(*plan).or_default().parts.entry(*part).or_default();
            mark.put(held, content.as_deref().cloned());
        }
        Fact::PlanAdopted { plan, number, on, .. } => {
            let held = case.plans.entry(*plan).or_default();
            let version = PlanVersion { on: *on, content: held.now(), missing: 0 };
            mark.put(held.versions.entry(*number).or_default(), version);
        }
        Fact::InformationAsked { .. }
        | Fact::Countersigned { .. }
        | Fact::IncidentNoted { .. }
        | Fact::SheetAnswered { .. }
        | Fact::PlanDescribed { .. }
        | Fact::PlanWords { .. }
        | Fact::PlanOrdered { .. }
        | Fact::PlanSigned { .. }
        | Fact::StationOpened { .. }
        | Fact::StaffJoined { .. }
        | Fact::DayDecreed { .. }
        | Fact::CaseOpened { .. }
        | Fact::OpeningChanged { .. }
        | Fact::ReportReceived { .. }
        | Fact::ReportDescribed { .. }
        | Fact::ReporterIdentified { .. }
        | Fact::MessageKept { .. }
        | Fact::PersonDescribed { .. }
        | Fact::ShieldedAddressRecorded { .. }
        | Fact::PersonWithdrawn { .. }
        | Fact::PersonsJoined { .. }
        | Fact::RelationRecorded { .. }
        | Fact::LinkRecorded { .. }
        | Fact::OverseerNamed { .. }
        | Fact::WorkerAssigned { .. }
        | Fact::AcuteJudged { .. }
        | Fact::ClosingDecided { .. }
        | Fact::NoteWritten { .. }
        | Fact::AdviceGiven { .. }
        | Fact::ContactAnswered { .. }
        | Fact::Retracted { .. }
        | Fact::Foreign { .. } => {}
    }
}

fn note(case: &mut Case, mark: Mark, aspects: &TriageAspects) {
    let triage = &mut case.triage;
    mark.put_told(&mut triage.urgency, aspects.urgency.as_ref());
    mark.put_told(&mut triage.earlier, aspects.earlier.as_ref());
    mark.put_told(&mut triage.reporter_told, aspects.reporter_told.as_ref());
}

fn describe(case: &mut Case, mark: Mark, person: PersonId, aspects: &PersonAspects) {
    let held = case.persons.entry(person).or_default();
    mark.put_told(&mut held.name, aspects.name.as_ref());
    mark.put_told(&mut held.birth, aspects.birth.as_ref());
    mark.put_told(&mut held.bsn, aspects.bsn.as_ref());
    mark.put_told(&mut held.involvement, aspects.involvement.as_ref());
    mark.put_told(&mut held.died_on, aspects.died_on.as_ref());
}
