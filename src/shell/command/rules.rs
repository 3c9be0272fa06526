//! The rules a fact must keep to be recorded from the command line (`domain.md` D, as far as the
//! facts of this version go). The screen keeps the same ones by offering nothing else.
//!
//! Deliberately absent: advice and warnings; a rule here blocks.

use crate::domain::case::Case;
use crate::domain::event::Event;
use crate::domain::fact::{Acute, Closing, Fact, Opening, Overseer};
use crate::domain::id::{EventId, PersonId, ReportId, StaffId};
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
            | Fact::TriageNoted { .. }
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
            | Fact::PlanSigned { .. }
            | Fact::Retracted { .. }
            | Fact::Foreign { .. } => {}
        }
    }
}

/// Gathers what one fact breaks.
struct Judge<'a> {
    standing: &'a Standing,
    known: Known<'a>,
    broken: Vec<Broken>,
}

impl Judge<'_> {
    fn need(&mut self, kept: bool, rule: Broken) {
        if !kept {
            self.broken.push(rule);
        }
    }

    fn refuse(&mut self, rule: Broken) {
        self.broken.push(rule);
    }

    fn reason(&mut self, words: &str) {
        self.need(said(words), ("reason-needed", "reason", Key::CommandRuleReason));
    }

    /// Advice and other contacts hold nothing about a family (hard rule 21).
    fn family(&mut self) {
        let none = matches!(
            self.standing.opening,
            Some(Opening::Advice | Opening::Question | Opening::NotForUs)
        );
        self.need(!none, FAMILY);
    }

    fn persons<'p>(&mut self, named: impl IntoIterator<Item = &'p PersonId>) {
        let known = named.into_iter().all(|id| self.standing.persons.contains(id));
        self.need(known, ("person-known", "person", Key::CommandRulePerson));
    }

    fn report(&mut self, id: Option<&ReportId>) {
        let known = id.is_none_or(|id| self.standing.reports.contains(id));
        self.need(known, ("report-known", "report", Key::CommandRuleReport));
    }

    /// A named organisation and person watch (hard rule 5).
    fn overseer(&mut self, overseer: &Overseer) {
        let ours = overseer.staff.is_none_or(|id| self.known.2.contains(&id));
        let named = said(&overseer.organisation) && said(&overseer.person);
        self.need(ours && named, ("overseer-named", "overseer", Key::CommandRuleOverseer));
    }

    fn retracted(&mut self, event: EventId) {
        let target = self.known.1.iter().find(|known| known.id == event);
        let fact = target.and_then(|event| event.body.as_ref()).map(|body| &body.fact);
        let fixed = matches!(fact, Some(Fact::CaseOpened { .. } | Fact::Retracted { .. }));
        let fine = target.is_some() && !fixed;
        self.need(fine, ("retractable", "event", Key::CommandRuleRetract));
    }
}

fn broken(fact: &Fact, standing: &Standing, known: Known<'_>) -> Vec<Broken> {
    let mut judge = Judge { standing, known, broken: Vec::new() };
    match fact {
        Fact::StationOpened { .. } | Fact::StaffJoined { .. } | Fact::DayDecreed { .. } => {
            judge.refuse(("about-a-case", "", Key::CommandRuleNotACase));
        }
        Fact::CaseOpened { .. } => judge.refuse(("opened-once", "", Key::CommandRuleOpened)),
        Fact::Foreign { .. } => judge.refuse(("known-kind", "", Key::CommandFactUnknownKind)),
        Fact::MessageKept { .. } => judge.refuse(("kept-by-us", "", Key::CommandRuleKept)),
        Fact::OpeningChanged { opening } => {
            let empty = standing.persons.is_empty() && standing.reports.is_empty();
            judge.need(empty || !matches!(opening, Opening::Advice), FAMILY);
        }
        Fact::ReportReceived { .. } => judge.family(),
        Fact::ReportDescribed { report, .. } | Fact::ReporterIdentified { report, .. } => {
            judge.family();
            judge.report(Some(report));
        }
        Fact::PersonDescribed { protected_by, .. } => {
            judge.family();
            judge.report(protected_by.as_ref());
        }
        Fact::ShieldedAddressRecorded { person, .. } => judge.persons([person]),
        Fact::PersonWithdrawn { person, reason } => {
            judge.persons([person]);
            judge.reason(reason);
        }
        Fact::PersonsJoined { kept, joined, reason } => {
            judge.persons([kept, joined]);
            judge.need(kept != joined, ("two-persons", "joined", Key::CommandRulePerson));
            judge.reason(reason);
        }
        Fact::RelationRecorded { relation, .. } => {
            judge.family();
            judge.persons(relation.iter().flat_map(|told| [&told.from, &told.to]));
        }
        Fact::LinkRecorded { link, .. } => {
            let elsewhere = link.other != known.0.id;
            judge.need(elsewhere, ("link-elsewhere", "other", Key::CommandRuleLink));
            judge.persons(&link.person);
        }
        Fact::OverseerNamed { overseer } => judge.overseer(overseer),
        Fact::WorkerAssigned { staff } => {
            let ours = staff.is_none_or(|id| known.2.contains(&id));
            judge.need(ours, ("staff-known", "staff", Key::CommandNoSuchStaff));
        }
        Fact::AcuteJudged { acute: Acute::Declared(action) } => {
            let told = said(&action.what) && said(&action.who);
            judge.need(told, ("acute-needs-action", "acute", Key::CommandRuleAcute));
        }
        Fact::AcuteJudged { acute: Acute::Lifted(reason) }
        | Fact::ClosingDecided {
            closing: Closing::Closed { reason, .. } | Closing::Reopened(reason),
        } => judge.reason(reason),
        Fact::NoteWritten { content, .. } => {
            judge.persons(content.iter().flat_map(|note| &note.about));
            let spoken = content.as_ref().is_none_or(|note| said(&note.text));
            judge.need(spoken, ("text-needed", "text", Key::CommandRuleText));
        }
        Fact::AdviceGiven { .. }
        | Fact::ContactAnswered { .. }
        | Fact::TriageNoted { .. }
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
        | Fact::PlanSigned { .. } => {}
        Fact::Retracted { event } => judge.retracted(*event),
    }
    judge.broken
}

const FAMILY: Broken = ("advice-without-family", "", Key::CommandRuleAdvice);

fn said(words: &str) -> bool {
    !words.trim().is_empty()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::domain::fact::{ImmediateAction, Note, NoteKind};
    use crate::domain::id::{CaseId, NoteId};
    use crate::domain::person::PersonAspects;
    use crate::domain::time::Moment;
    use crate::text::Lang;

    fn rules(opening: Opening, facts: Vec<Fact>) -> Vec<&'static str> {
        let mut case = Case::unknown(CaseId([1; 16]));
        let stamp = crate::domain::slot::Stamp {
            author: StaffId([2; 16]),
            origin: crate::domain::id::OriginId([3; 16]),
            at: Moment(0),
        };
        case.opening.add(EventId([4; 32]), stamp, opening);
        let told: Vec<_> = facts.into_iter().map(|fact| (fact, None)).collect();
        let text = Text::new(Lang::Nl);
        let found = refusals(&told, (&case, &[], &[StaffId([2; 16])]), &text);
        assert!(found.iter().all(|refusal| !refusal.message.is_empty()));
        found.into_iter().map(|refusal| refusal.rule).collect()
    }

    fn person(id: u8) -> Fact {
        let aspects = Box::new(PersonAspects::default());
        Fact::PersonDescribed { person: PersonId([id; 16]), protected_by: None, aspects }
    }

    fn note(text: &str, about: u8) -> Fact {
        let (kind, about) = (NoteKind::Internal, vec![PersonId([about; 16])]);
        let content = Some(Note { kind, text: text.to_owned(), about, took_place: None });
        Fact::NoteWritten { note: NoteId([5; 16]), content }
    }

    #[test]
    fn advice_holds_nothing_about_a_family() {
        assert_eq!(rules(Opening::Advice, vec![person(1)]), ["advice-without-family"]);
        assert!(rules(Opening::Report, vec![person(1)]).is_empty());
    }

    #[test]
    fn a_person_must_be_known_and_may_be_made_known_by_the_fact_before() {
        assert_eq!(rules(Opening::Report, vec![note("gebeld", 1)]), ["person-known"]);
        assert!(rules(Opening::Report, vec![person(1), note("gebeld", 1)]).is_empty());
        assert_eq!(rules(Opening::Report, vec![person(1), note(" ", 1)]), ["text-needed"]);
    }

    #[test]
    fn acute_needs_what_and_who() {
        let acute = |who: &str| Fact::AcuteJudged {
            acute: Acute::Declared(ImmediateAction {
                what: "politie gebeld".to_owned(),
                who: who.to_owned(),
                when: Moment(0),
            }),
        };
        assert_eq!(rules(Opening::Report, vec![acute("")]), ["acute-needs-action"]);
        assert!(rules(Opening::Report, vec![acute("An")]).is_empty());
    }

    #[test]
    fn what_the_program_itself_records_cannot_be_recorded_by_hand() {
        let opened = Fact::CaseOpened {
            number: crate::domain::fact::CaseNumber("ZW1-26-0001".to_owned()),
            opening: Opening::Report,
        };
        assert_eq!(rules(Opening::Report, vec![opened]), ["opened-once"]);
        let retracted = Fact::Retracted { event: EventId([9; 32]) };
        assert_eq!(rules(Opening::Report, vec![retracted]), ["retractable"]);
    }
}
