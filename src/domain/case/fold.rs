//! From the events of a case to the case: each fact is met by name.
//!
//! Deliberately absent: which of several values to believe (`reading`) and which events stand
//! (`ledger`).

use super::super::anomaly::Anomaly;
use super::super::event::{Event, Header};
use super::super::fact::{Fact, Opening, Secrecy, Slot};
use super::super::id::{CaseId, EventId, PersonId, ReportId};
use super::super::ledger::Heads;
use super::super::person::{Address, AddressKind, PersonAspect, PersonAspects};
use super::super::report::{ReportAspect, ReportAspects, ReporterIdentity};
use super::super::slot::{Held, Stamp};
use super::{Case, Person, Receipt, Report, Standing, Triage};
use std::collections::{BTreeMap, BTreeSet};

mod plan;
mod work;

/// One event on its way into the case.
struct Entry<'a> {
    set: &'a BTreeMap<EventId, &'a Event>,
    heads: &'a Heads,
    id: EventId,
    stamp: Stamp,
}

impl Entry<'_> {
    /// Whether the event stands in this slot.
    fn stands(&self, slot: Slot) -> bool {
        self.heads.stands(&slot, &self.id)
    }

    /// Whether it stands in any slot it writes.
    fn stands_at_all(&self, fact: &Fact) -> bool {
        fact.slots().into_iter().any(|slot| self.stands(slot))
    }

    fn put<T: Clone>(&self, slot: Slot, held: &mut Held<T>, value: &T) {
        if self.stands(slot) {
            held.add(self.id, self.stamp, value.clone());
        }
    }
}

impl Case {
    /// A case of which nothing is known.
    #[must_use]
    pub fn unknown(id: CaseId) -> Self {
        Self {
            id,
            number: Held::default(),
            opening: Held::default(),
            reports: BTreeMap::new(),
            persons: BTreeMap::new(),
            relations: BTreeMap::new(),
            links: BTreeMap::new(),
            notes: BTreeMap::new(),
            overseer: Held::default(),
            worker: Held::default(),
            acute: Held::default(),
            closing: Held::default(),
            advice: Held::default(),
            contact: Held::default(),
            triage: Triage::default(),
            seen: BTreeMap::new(),
            inquiries: BTreeMap::new(),
            informed: BTreeMap::new(),
            triage_decision: Held::default(),
            countersigned: BTreeMap::new(),
            signatures: BTreeMap::new(),
            incidents: BTreeMap::new(),
            sheets: BTreeMap::new(),
            plans: BTreeMap::new(),
            disputes: BTreeSet::new(),
            anomalies: BTreeSet::new(),
            foreign: 0,
            sealed: 0,
            events: 0,
            opened_at: None,
        }
    }

    /// Folds the events of a case. Events about something else are passed over; an event that
    /// comes twice counts once; the order does not matter. Never fails.
    #[must_use]
    pub fn fold<'a>(id: CaseId, events: impl Iterator<Item = &'a Event>) -> Self {
        let mut set: BTreeMap<EventId, &Event> = BTreeMap::new();
        for event in events.filter(|event| event.header.case == Some(id)) {
            let known = set.entry(event.id).or_insert(event);
            if known.body.is_none() {
                *known = event;
            }
        }
        let heads = Heads::of(&set);
        let mut case = Self::unknown(id);
        case.events = set.len();
        case.opened_at = set.values().map(|event| event.header.at).min();
        case.disputes = heads.disputes().copied().collect();
        case.anomalies = heads.anomalies().clone();
        for event in set.values() {
            let Header { author, at, .. } = event.header;
            let stamp = Stamp { author, origin: event.header.place.origin, at };
            let entry = Entry { set: &set, heads: &heads, id: event.id, stamp };
            match &event.body {
                None => {
                    case.sealed += 1;
                    if !heads.is_retracted(&event.id) {
                        case.note_sealed(event.header.secrecy);
                    }
                }
                Some(_) if heads.is_retracted(&event.id) => {}
                Some(body) => case.take(&entry, &body.fact),
            }
        }
        case.judge(&set, &heads);
        case
    }

    /// What can be told of an event from the key it is sealed under.
    fn note_sealed(&mut self, secrecy: Secrecy) {
        match secrecy {
            Secrecy::Workspace | Secrecy::Case(_) => {}
            Secrecy::Reporter(report) => self.report(report).reporter_sealed = true,
            Secrecy::Address(person) => self.person(person).shielded = true,
        }
    }

    fn report(&mut self, id: ReportId) -> &mut Report {
        self.reports.entry(id).or_default()
    }

    fn person(&mut self, id: PersonId) -> &mut Person {
        self.persons.entry(id).or_default()
    }

    fn take(&mut self, entry: &Entry<'_>, fact: &Fact) {
        match fact {
            // Not about a case: nothing to fold here, wherever they were recorded.
            Fact::StationOpened { .. } | Fact::StaffJoined { .. } | Fact::DayDecreed { .. } => {}
            Fact::CaseOpened { number, opening } => {
                entry.put(Slot::Number, &mut self.number, number);
                entry.put(Slot::Opening, &mut self.opening, opening);
            }
            Fact::OpeningChanged { opening } => {
                entry.put(Slot::Opening, &mut self.opening, opening);
            }
            Fact::ReportReceived { .. }
            | Fact::ReportDescribed { .. }
            | Fact::ReporterIdentified { .. }
            | Fact::MessageKept { .. } => self.take_report(entry, fact),
            Fact::PersonDescribed { .. }
            | Fact::ShieldedAddressRecorded { .. }
            | Fact::PersonWithdrawn { .. }
            | Fact::PersonsJoined { .. } => self.take_person(entry, fact),
            Fact::RelationRecorded { id, relation } => {
                hold(entry, Slot::Relation(*id), &mut self.relations, id, relation);
            }
            Fact::LinkRecorded { id, link } => {
                hold(entry, Slot::Link(*id), &mut self.links, id, link);
            }
            Fact::NoteWritten { note, content } => {
                hold(entry, Slot::Note(*note), &mut self.notes, note, content);
            }
            Fact::OverseerNamed { overseer: who } => {
                entry.put(Slot::Overseer, &mut self.overseer, who);
            }
            Fact::WorkerAssigned { staff } => entry.put(Slot::Worker, &mut self.worker, staff),
            Fact::AcuteJudged { acute } => entry.put(Slot::Acute, &mut self.acute, acute),
            Fact::ClosingDecided { closing: how } => {
                entry.put(Slot::Closing, &mut self.closing, how)
            }
            Fact::AdviceGiven { advice } => entry.put(Slot::Advice, &mut self.advice, advice),
            Fact::ContactAnswered { capacity, topic } => {
                entry.put(Slot::Contact, &mut self.contact, &(*capacity, *topic));
            }
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
            | Fact::PlanSigned { .. } => self.take_work(entry, fact),
            // Its effect was worked out with the heads.
            Fact::Retracted { .. } => {}
            Fact::Foreign { .. } => self.foreign += 1,
        }
    }

    fn take_report(&mut self, entry: &Entry<'_>, fact: &Fact) {
        if let Fact::ReportReceived { report, channel, received_at, message, flags } = fact {
            let (channel, received_at) = (*channel, *received_at);
            let (message, flags) = (message.clone(), flags.clone());
            let receipt = Receipt { channel, received_at, message, flags };
            self.take_receipt(entry, *report, &receipt);
        } else if let Fact::ReportDescribed { report, aspects } = fact {
            if entry.stands_at_all(fact) {
                describe_report(entry, *report, self.report(*report), aspects);
            }
        } else if let Fact::ReporterIdentified { report, identity } = fact {
            self.take_reporter(entry, *report, identity);
        } else if let Fact::MessageKept { report, part, parts, bytes } = fact {
            self.take_message(entry, (*report, *part), &(*parts, bytes.clone()));
        }
    }

    fn take_person(&mut self, entry: &Entry<'_>, fact: &Fact) {
        if let Fact::PersonDescribed { person, protected_by, aspects } = fact {
            if entry.stands_at_all(fact) {
                describe_person(entry, *person, self.person(*person), aspects);
            }
            self.protect(*person, *protected_by);
        } else if let Fact::ShieldedAddressRecorded { person, kind, address } = fact {
            self.take_shielded(entry, *person, *kind, address);
        } else if let Fact::PersonWithdrawn { person, reason } = fact {
            let standing = Standing::Withdrawn { reason: reason.clone() };
            self.take_standing(entry, *person, &standing);
        } else if let Fact::PersonsJoined { kept, joined, reason } = fact {
            let standing = Standing::JoinedTo { kept: *kept, reason: reason.clone() };
            self.take_standing(entry, *joined, &standing);
        }
    }

    fn take_message(
        &mut self,
        entry: &Entry<'_>,
        (report, part): (ReportId, u32),
        kept: &(u32, Vec<u8>),
    ) {
        let slot = Slot::Message(report, part);
        if entry.stands(slot) {
            hold(entry, slot, &mut self.report(report).message_parts, &part, kept);
        }
    }

    fn take_receipt(&mut self, entry: &Entry<'_>, report: ReportId, receipt: &Receipt) {
        let slot = Slot::Receipt(report);
        if entry.stands(slot) {
            entry.put(slot, &mut self.report(report).receipt, receipt);
        }
    }

    fn take_reporter(&mut self, entry: &Entry<'_>, report: ReportId, who: &ReporterIdentity) {
        let slot = Slot::Reporter(report);
        if entry.stands(slot) {
            let held = self.report(report);
            held.reporter_sealed = true;
            entry.put(slot, &mut held.reporter, who);
        }
    }

    /// Also when later corrections took every aspect over: who was once protected stays
    /// protected, until the fact itself is taken back.
    fn protect(&mut self, person: PersonId, by: Option<ReportId>) {
        if let Some(report) = by {
            let held = &mut self.person(person).protected_by;
            *held = Some(held.map_or(report, |known| known.min(report)));
        }
    }

    fn take_shielded(
        &mut self,
        entry: &Entry<'_>,
        person: PersonId,
        kind: AddressKind,
        address: &Address,
    ) {
        let slot = Slot::Shielded(person, kind);
        if entry.stands(slot) {
            let held = self.person(person);
            held.shielded = true;
            let place = match kind {
                AddressKind::Formal => &mut held.shielded_formal,
                AddressKind::Actual => &mut held.shielded_actual,
            };
            entry.put(slot, place, address);
        }
    }

    fn take_standing(&mut self, entry: &Entry<'_>, person: PersonId, standing: &Standing) {
        let slot = Slot::Standing(person);
        if entry.stands(slot) {
            entry.put(slot, &mut self.person(person).standing, standing);
        }
    }

    /// What is wrong with the whole, now that all of it is known.
    fn judge(&mut self, events: &BTreeMap<EventId, &Event>, heads: &Heads) {
        if self.opening.is_empty() && self.events > 0 {
            self.anomalies.insert(Anomaly::NeverOpened);
        }
        let lost: Vec<PersonId> =
            self.persons.keys().copied().filter(|id| self.is_joined_nowhere(*id)).collect();
        self.anomalies.extend(lost.into_iter().map(Anomaly::JoinedNowhere));
        if self.opening_read() == Some(Opening::Advice) {
            for event in events.values().filter(|event| !heads.is_retracted(&event.id)) {
                if event.body.as_ref().is_some_and(|body| is_about_a_family(&body.fact)) {
                    self.anomalies.insert(Anomaly::FamilyInAdvice(event.id));
                }
            }
        }
    }
}

fn hold<K: Ord + Copy, T: Clone>(
    entry: &Entry<'_>,
    slot: Slot,
    all: &mut BTreeMap<K, Held<T>>,
    key: &K,
    value: &T,
) {
    if entry.stands(slot) {
        entry.put(slot, all.entry(*key).or_default(), value);
    }
}

fn describe_report(entry: &Entry<'_>, id: ReportId, held: &mut Report, said: &ReportAspects) {
    let slot = |aspect| Slot::Report(id, aspect);
    if let Some(value) = &said.occasion {
        entry.put(slot(ReportAspect::Occasion), &mut held.occasion, value);
    }
    if let Some(value) = &said.narrative {
        entry.put(slot(ReportAspect::Narrative), &mut held.narrative, value);
    }
    if let Some(value) = &said.classification {
        entry.put(slot(ReportAspect::Classification), &mut held.classification, value);
    }
    if let Some(value) = &said.circumstances {
        entry.put(slot(ReportAspect::Circumstances), &mut held.circumstances, value);
    }
    if let Some(value) = &said.informing {
        entry.put(slot(ReportAspect::Informing), &mut held.informing, value);
    }
    if let Some(value) = &said.disclosure {
        entry.put(slot(ReportAspect::Disclosure), &mut held.disclosure, value);
    }
}

fn describe_person(entry: &Entry<'_>, id: PersonId, held: &mut Person, said: &PersonAspects) {
    let slot = |aspect| Slot::Person(id, aspect);
    if let Some(value) = &said.name {
        entry.put(slot(PersonAspect::Name), &mut held.name, value);
    }
    if let Some(value) = &said.sex {
        entry.put(slot(PersonAspect::Sex), &mut held.sex, value);
    }
    if let Some(value) = &said.birth {
        entry.put(slot(PersonAspect::Birth), &mut held.birth, value);
    }
    if let Some(value) = &said.bsn {
        entry.put(slot(PersonAspect::Bsn), &mut held.bsn, value);
    }
    if let Some(value) = &said.involvement {
        entry.put(slot(PersonAspect::Involvement), &mut held.involvement, value);
    }
    if let Some(value) = &said.formal_address {
        entry.put(slot(PersonAspect::FormalAddress), &mut held.formal_address, value);
    }
    if let Some(value) = &said.actual_address {
        entry.put(slot(PersonAspect::ActualAddress), &mut held.actual_address, value);
    }
    if let Some(value) = &said.reach {
        entry.put(slot(PersonAspect::Reach), &mut held.reach, value);
    }
    if let Some(value) = &said.background {
        entry.put(slot(PersonAspect::Background), &mut held.background, value);
    }
    if let Some(value) = &said.remark {
        entry.put(slot(PersonAspect::Remark), &mut held.remark, value);
    }
    if let Some(value) = &said.died_on {
        entry.put(slot(PersonAspect::DiedOn), &mut held.died_on, value);
    }
}

/// Whether a fact holds, or can hold, something about a family. A note is free text: an advice
/// has closed fields precisely so that none is needed (hard rule 21).
fn is_about_a_family(fact: &Fact) -> bool {
    match fact {
        Fact::ReportReceived { .. }
        | Fact::ReportDescribed { .. }
        | Fact::ReporterIdentified { .. }
        | Fact::MessageKept { .. }
        | Fact::PersonDescribed { .. }
        | Fact::ShieldedAddressRecorded { .. }
        | Fact::PersonsJoined { .. }
        | Fact::RelationRecorded { relation: Some(_), .. }
        | Fact::NoteWritten { content: Some(_), .. }
        | Fact::TriageNoted { .. }
        | Fact::ChildSeen { .. }
        | Fact::InformationAsked { .. }
        | Fact::PersonInformed { .. }
        | Fact::TriageDecided { .. }
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
        | Fact::PlanSigned { .. } => true,
        Fact::LinkRecorded { link, .. } => link.person.is_some() || link.other_person.is_some(),
        Fact::StationOpened { .. }
        | Fact::StaffJoined { .. }
        | Fact::DayDecreed { .. }
        | Fact::CaseOpened { .. }
        | Fact::OpeningChanged { .. }
        | Fact::PersonWithdrawn { .. }
        | Fact::RelationRecorded { relation: None, .. }
        | Fact::OverseerNamed { .. }
        | Fact::WorkerAssigned { .. }
        | Fact::AcuteJudged { .. }
        | Fact::ClosingDecided { .. }
        | Fact::NoteWritten { content: None, .. }
        | Fact::AdviceGiven { .. }
        | Fact::ContactAnswered { .. }
        | Fact::Countersigned { .. }
        | Fact::Retracted { .. }
        | Fact::Foreign { .. } => false,
    }
}
