//! The rules a fact must keep to be recorded from the command line (`domain.md` D, as far as the
//! facts of this version go). The screen keeps the same ones by offering nothing else.
//!
//! Deliberately absent: advice and warnings; a rule here blocks.

use crate::domain::case::Case;
use crate::domain::event::Event;
use crate::domain::fact::{Acute, Closing, Fact, Opening, Overseer};
use crate::domain::id::{PersonId, ReportId, StaffId};
use crate::text::{Key, Text};
use std::collections::BTreeSet;

/// Why a fact is not recorded. Holds no value of the fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The stable name of the rule.
    pub rule: &'static str,
    /// The field concerned; empty when it is the fact as a whole.
    pub field: String,
    /// In words.
    pub message: String,
}

/// What is known where the facts go: the case, its events, our staff.
pub type Known<'a> = (&'a Case, &'a [Event], &'a [StaffId]);

/// A broken rule: its name, the field, its words.
type Broken = (&'static str, &'static str, Key);

/// Every rule that these facts, recorded together in this order, would break.
#[must_use]
pub fn refusals(told: &[(Fact, Option<String>)], known: Known<'_>, text: &Text) -> Vec<Refusal> {
    let mut standing = Standing::of(known);
    let mut refused = Vec::new();
    for (fact, _) in told {
        let broken = broken(fact, &standing, known);
        refused.extend(broken.into_iter().map(|(rule, field, key)| Refusal {
            rule,
            field: field.to_owned(),
            message: text.get(key).to_owned(),
        }));
        standing.take(fact);
    }
    refused
}

/// What exists in the case, the facts before this one included.
struct Standing {
    opening: Option<Opening>,
    persons: BTreeSet<PersonId>,
    reports: BTreeSet<ReportId>,
}

impl Standing {
    fn of((case, _, _): Known<'_>) -> Self {
        Self {
            opening: case.opening_read(),
            persons: case.persons.keys().copied().collect(),
            reports: case.reports.keys().copied().collect(),
        }
    }

    fn take(&mut self, fact: &Fact) {
        match fact {
            Fact::OpeningChanged { opening } => self.opening = Some(*opening),
            Fact::PersonDescribed { person, .. } => {
                self.persons.insert(*person);
            }
            Fact::ReportReceived { report, .. } => {
                self.reports.insert(*report);
            }
            Fact::StationOpened { .. }
            | Fact::StaffJoined { .. }
            | Fact::DayDecreed { .. }
            | Fact::CaseOpened { .. }
            | Fact::ReportDescribed { .. }
            | Fact::ReporterIdentified { .. }
            | Fact::MessageKept { .. }
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

fn broken(fact: &Fact, standing: &Standing, known: Known<'_>) -> Vec<Broken> {
    let mut broken = Vec::new();
    let mut need = |kept: bool, rule: Broken| {
        if !kept {
            broken.push(rule);
        }
    };
    let family = ("advice-without-family", "", Key::CommandRuleAdvice);
    let no_person = ("person-known", "person", Key::CommandRulePerson);
    let no_report = ("report-known", "report", Key::CommandRuleReport);
    let holds_family =
        !matches!(standing.opening, Some(Opening::Advice | Opening::Question | Opening::NotForUs));
    let person = |id: &PersonId| standing.persons.contains(id);
    let report = |id: &ReportId| standing.reports.contains(id);
    match fact {
        Fact::StationOpened { .. } | Fact::StaffJoined { .. } | Fact::DayDecreed { .. } => {
            need(false, ("about-a-case", "", Key::CommandRuleNotACase));
        }
        Fact::CaseOpened { .. } => need(false, ("opened-once", "", Key::CommandRuleOpened)),
        Fact::Foreign { .. } => need(false, ("known-kind", "", Key::CommandFactUnknownKind)),
        Fact::MessageKept { .. } => need(false, ("kept-by-us", "", Key::CommandRuleKept)),
        Fact::OpeningChanged { opening } => {
            let empty = standing.persons.is_empty() && standing.reports.is_empty();
            need(empty || !matches!(opening, Opening::Advice), family);
        }
        Fact::ReportReceived { .. } => need(holds_family, family),
        Fact::ReportDescribed { report: id, .. } | Fact::ReporterIdentified { report: id, .. } => {
            need(holds_family, family);
            need(report(id), no_report);
        }
        Fact::PersonDescribed { protected_by, .. } => {
            need(holds_family, family);
            need(protected_by.as_ref().is_none_or(report), no_report);
        }
        Fact::ShieldedAddressRecorded { person: id, .. } => {
            need(holds_family, family);
            need(person(id), no_person);
        }
        Fact::PersonWithdrawn { person: id, reason } => {
            need(person(id), no_person);
            need(said(reason), REASON);
        }
        Fact::PersonsJoined { kept, joined, reason } => {
            need(person(kept) && person(joined) && kept != joined, no_person);
            need(said(reason), REASON);
        }
        Fact::RelationRecorded { relation, .. } => {
            need(holds_family, family);
            let ends = relation.as_ref().is_none_or(|r| person(&r.from) && person(&r.to));
            need(ends, no_person);
        }
        Fact::LinkRecorded { link, .. } => {
            need(link.other != known.0.id, ("link-elsewhere", "other", Key::CommandRuleLink));
            need(link.person.as_ref().is_none_or(person), no_person);
        }
        Fact::OverseerNamed { overseer } => need(is_named(overseer, known.2), OVERSEER),
        Fact::WorkerAssigned { staff } => {
            let ours = staff.is_none_or(|id| known.2.contains(&id));
            need(ours, ("staff-known", "staff", Key::CommandNoSuchStaff));
        }
        Fact::AcuteJudged { acute: Acute::Declared(action) } => need(
            said(&action.what) && said(&action.who),
            ("acute-needs-action", "acute", Key::CommandRuleAcute),
        ),
        Fact::AcuteJudged { acute: Acute::Lifted(reason) } => need(said(reason), REASON),
        Fact::ClosingDecided {
            closing: Closing::Closed { reason, .. } | Closing::Reopened(reason),
        } => need(said(reason), REASON),
        Fact::NoteWritten { content, .. } => {
            let about = content.as_ref().is_none_or(|note| note.about.iter().all(person));
            need(about, no_person);
            let spoken = content.as_ref().is_none_or(|note| said(&note.text));
            need(spoken, ("text-needed", "text", Key::CommandRuleText));
        }
        Fact::AdviceGiven { .. } | Fact::ContactAnswered { .. } => {}
        Fact::Retracted { event } => {
            let target = known.1.iter().find(|known| known.id == *event);
            let fact = target.and_then(|event| event.body.as_ref()).map(|body| &body.fact);
            let fine = target.is_some()
                && !matches!(fact, Some(Fact::CaseOpened { .. } | Fact::Retracted { .. }));
            need(fine, ("retractable", "event", Key::CommandRuleRetract));
        }
    }
    broken
}

const REASON: Broken = ("reason-needed", "reason", Key::CommandRuleReason);
const OVERSEER: Broken = ("overseer-named", "overseer", Key::CommandRuleOverseer);

fn said(words: &str) -> bool {
    !words.trim().is_empty()
}

fn is_named(overseer: &Overseer, staff: &[StaffId]) -> bool {
    let ours = overseer.staff.is_none_or(|id| staff.contains(&id));
    ours && said(&overseer.organisation) && said(&overseer.person)
}
