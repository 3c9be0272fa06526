//! One fact before the rules: which of them it must keep. Each fact is met by name.
//!
//! Deliberately absent: the rules themselves, which stand beside this by the kind of work.

use super::{About, Refusal, Rule, Setting, said};
use crate::domain::case::Case;
use crate::domain::fact::{Fact, Note, Opening};
use crate::domain::id::{PersonId, ReportId, StaffId};
use crate::domain::time::{Day, Moment};

/// How far a clock of a colleague may be ahead of ours, in minutes.
const MINUTES_AHEAD_MAX: i64 = 10;

/// Gathers what one fact breaks.
pub(super) struct Judge<'a> {
    /// The case, with the facts told before this one.
    pub case: &'a Case,
    pub setting: &'a Setting<'a>,
    /// Why the fact is recorded, if that was said.
    pub why: Option<&'a str>,
    pub refused: Vec<Refusal>,
}

impl Judge<'_> {
    pub fn refuse(&mut self, rule: Rule, field: &'static str) {
        self.refused.push(Refusal { rule, field, about: None });
    }

    pub fn need(&mut self, kept: bool, rule: Rule, field: &'static str) {
        if !kept {
            self.refuse(rule, field);
        }
    }

    pub fn need_of(&mut self, kept: bool, (rule, field): (Rule, &'static str), about: About) {
        if !kept {
            self.refused.push(Refusal { rule, field, about: Some(about) });
        }
    }

    pub fn reason(&mut self, words: &str) {
        self.need(said(words), Rule::ReasonNeeded, "reason");
    }

    pub fn text(&mut self, words: &str, field: &'static str) {
        self.need(said(words), Rule::TextNeeded, field);
    }

    /// Advice and other contacts hold nothing about a family (hard rule 21).
    pub fn family(&mut self) {
        let none = matches!(
            self.case.opening_read(),
            Some(Opening::Advice | Opening::Question | Opening::NotForUs)
        );
        self.need(!none, Rule::AdviceWithoutFamily, "");
    }

    pub fn persons<'p>(&mut self, named: impl IntoIterator<Item = &'p PersonId>) {
        self.persons_in("person", named);
    }

    pub fn persons_in<'p>(
        &mut self,
        field: &'static str,
        named: impl IntoIterator<Item = &'p PersonId>,
    ) {
        let known = named.into_iter().all(|id| self.case.persons.contains_key(id));
        self.need(known, Rule::PersonKnown, field);
    }

    pub fn report(&mut self, id: Option<&ReportId>) {
        let known = id.is_none_or(|id| self.case.reports.contains_key(id));
        self.need(known, Rule::ReportKnown, "report");
    }

    /// A day on which something is said to have happened.
    pub fn happened(&mut self, day: Option<Day>, field: &'static str) {
        let today = self.setting.now.day();
        self.need(day.is_none_or(|day| day <= today), Rule::DayNotFuture, field);
    }

    /// A moment at which something is said to have happened.
    pub fn happened_at(&mut self, at: Moment, field: &'static str) {
        let ahead = at.millis_since(self.setting.now);
        self.need(ahead <= MINUTES_AHEAD_MAX * 60_000, Rule::DayNotFuture, field);
    }

    /// Facts about the desk, a report, a person, and who does what.
    pub fn fact(&mut self, fact: &Fact) {
        match fact {
            Fact::StationOpened { .. } | Fact::StaffJoined { .. } | Fact::DayDecreed { .. } => {
                self.refuse(Rule::AboutACase, "");
            }
            Fact::CaseOpened { .. } => {
                let first = self.case.opening.is_empty() && self.case.events == 0;
                self.need(first, Rule::OpenedOnce, "");
            }
            Fact::Foreign { .. } => self.refuse(Rule::KnownKind, ""),
            Fact::MessageKept { .. } => self.refuse(Rule::KeptByUs, ""),
            Fact::OpeningChanged { opening } => self.opening(*opening),
            Fact::ReportReceived { received_at, .. } => {
                self.family();
                self.happened_at(*received_at, "received_at");
            }
            Fact::ReportDescribed { report, aspects } => self.described(*report, aspects),
            Fact::ReporterIdentified { report, .. } => {
                self.family();
                self.report(Some(report));
            }
            Fact::PersonDescribed { protected_by, .. } => {
                self.family();
                self.report(protected_by.as_ref());
            }
            Fact::ShieldedAddressRecorded { person, .. } => self.persons([person]),
            Fact::PersonWithdrawn { person, reason } => {
                self.persons([person]);
                self.reason(reason);
            }
            Fact::PersonsJoined { kept, joined, reason } => {
                self.persons([kept, joined]);
                self.need(kept != joined, Rule::TwoRecords, "joined");
                self.reason(reason);
            }
            Fact::RelationRecorded { relation, .. } => {
                self.family();
                self.persons(relation.iter().flat_map(|told| [&told.from, &told.to]));
            }
            Fact::LinkRecorded { link, .. } => {
                self.need(link.other != self.case.id, Rule::LinkElsewhere, "other");
                self.persons(&link.person);
            }
            Fact::OverseerNamed { overseer } => self.overseer(overseer),
            Fact::WorkerAssigned { staff } => self.worker(*staff),
            Fact::AcuteJudged { acute } => self.acute(acute),
            Fact::ClosingDecided { closing } => self.closing(closing),
            Fact::NoteWritten { content, .. } => self.note(content.as_ref()),
            Fact::AdviceGiven { .. } | Fact::ContactAnswered { .. } => {}
            Fact::Retracted { event } => self.retracted(*event),
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
            | Fact::PlanSigned { .. } => self.family_work(fact),
        }
    }

    fn worker(&mut self, staff: Option<StaffId>) {
        let ours = staff.is_none_or(|id| self.setting.staff.contains(&id));
        self.need(ours, Rule::StaffKnown, "staff");
    }

    fn note(&mut self, content: Option<&Note>) {
        let Some(note) = content else { return };
        self.persons(&note.about);
        self.text(&note.text, "text");
    }

    /// Facts of triage, assessment and plan: all of them about a family.
    fn family_work(&mut self, fact: &Fact) {
        self.family();
        match fact {
            Fact::TriageNoted { aspects } => self.triage_noted(aspects),
            Fact::ChildSeen { child, seen } => self.child_seen(*child, seen),
            Fact::InformationAsked { content, .. } => self.inquiry(content.as_ref()),
            Fact::PersonInformed { person, informing } => self.informed(*person, informing),
            Fact::TriageDecided { decision } => self.decided(decision),
            Fact::Countersigned { event, staff } => self.countersigned(*event, *staff),
            Fact::IncidentNoted { content, .. } => self.incident(content.as_ref()),
            Fact::SheetOpened { sheet, form, .. } => self.sheet_opened(*sheet, form),
            Fact::SheetAnswered { sheet, answers } => self.answered(*sheet, answers),
            Fact::SheetConcluded { sheet, conclusion } => self.concluded(*sheet, conclusion),
            Fact::PlanOpened { plan, kind, embeds } => self.plan_opened(*plan, *kind, *embeds),
            Fact::PlanDescribed { plan, aspects } => self.plan_described(*plan, aspects),
            Fact::PlanWords { plan, .. } => self.plan_known(*plan),
            Fact::PlanPartWritten { plan, part, content } => {
                self.part_written(*plan, *part, content.as_deref());
            }
            Fact::PlanOrdered { plan, order, .. } => self.ordered(*plan, order),
            Fact::PlanAdopted { plan, number, on, events } => {
                self.adopted((*plan, *number), *on, events);
            }
            Fact::PlanSigned { plan, number, signer, signing } => {
                self.signed((*plan, *number), *signer, signing);
            }
            Fact::StationOpened { .. }
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
}
