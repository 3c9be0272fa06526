//! Recording and reading: the queue, cases, facts, half-typed forms.

use super::{Desk, Find, alike};
use crate::app::effect::{DraftId, SavedDraft, Ticket};
use crate::app::message::{Message, Recorded};
use crate::domain::event::{Draft, Event};
use crate::domain::fact::Fact;
use crate::domain::id::CaseId;
use crate::domain::queue::{Entry, order};
use crate::domain::search::Card;
use crate::journal::{Fault, Journal};
use crate::shell::in_force::{self, policy_in_force};
use crate::shell::ruling;
use crate::shell::station::{faults, saved_drafts};
use crate::text::{Key, rule};
use chrono::Datelike;
use std::collections::BTreeSet;

impl Desk {
    pub(super) fn load_queue(&mut self) {
        let at = self.now();
        let drafts = self.cases_with_drafts();
        let Some(journal) = self.journal() else { return };
        let found = read(journal, |journal| Ok((journal.queue()?, policy_in_force(journal)?)));
        let (rows, (terms, calendar)) = match found {
            Ok(found) => found,
            Err(fault) => return self.tell(Message::Fault(faults::words(&fault))),
        };
        let mut entries: Vec<Entry> = rows
            .into_iter()
            .map(|row| {
                let draft = drafts.contains(&row.case);
                in_force::entry(row, (&terms, &calendar), at, draft)
            })
            .collect();
        order(&mut entries);
        self.tell(Message::QueueLoaded(entries));
    }

    fn cases_with_drafts(&mut self) -> BTreeSet<CaseId> {
        self.saved_drafts().into_iter().filter_map(|draft| draft.case).collect()
    }

    pub(super) fn load_case(&mut self, id: CaseId) {
        let Some(journal) = self.journal() else { return };
        match read(journal, |journal| journal.case(id)) {
            Ok(Some(case)) => self.tell(Message::CaseLoaded(Box::new(case))),
            Ok(None) => self.tell(Message::CaseMissing(id, Key::ErrorCaseGone)),
            Err(fault) => self.tell(Message::CaseMissing(id, faults::words(&fault))),
        }
    }

    /// Records facts. *Recorded* is said when they are durable in the feed; the database follows.
    pub(super) fn record(&mut self, ticket: Ticket, mut drafts: Vec<Draft>) {
        let at = self.now();
        let year = at.day().year();
        let data = self.data.clone();
        let Some(journal) = self.journal() else { return };
        let me = journal.me();
        for draft in &mut drafts {
            if let Fact::CaseOpened { number, .. } = &mut draft.fact
                && number.0.is_empty()
            {
                *number = journal.next_number(year);
            }
        }
        let case = drafts.iter().find_map(|draft| draft.case);
        // The screen asks the same rules before; what it overlooked, or what changed meanwhile,
        // stops here.
        let desk = ruling::Desk { me, now: at, data: data.as_deref() };
        match read(journal, |journal| ruling::refusals_of_drafts(journal, &drafts, desk)) {
            Ok(refused) => {
                if let Some(first) = refused.first() {
                    let why = rule::refusal(first.rule);
                    return self.tell(Message::RecordFailed { ticket, why });
                }
            }
            Err(fault) => {
                let why = faults::words(&fault);
                return self.tell(Message::RecordFailed { ticket, why });
            }
        }
        let persons = alike::Persons::of_new_case(&drafts);
        match journal.record(me, at, drafts) {
            Ok(events) => {
                self.recorded(ticket, &events, case);
                self.ask_alike(persons);
            }
            Err(fault) => {
                let why = faults::words(&fault);
                self.tell(Message::RecordFailed { ticket, why });
            }
        }
        self.tell_notices();
    }

    pub(super) fn recorded(&mut self, ticket: Ticket, events: &[Event], case: Option<CaseId>) {
        let at = self.now();
        let Some(journal) = self.journal() else { return };
        let folded = case.and_then(|id| journal.case(id).ok().flatten());
        let card = folded.as_ref().map(Card::of);
        let events = events.iter().map(|event| event.id).collect();
        let case = folded.map(Box::new);
        self.tell(Message::Recorded(Recorded { ticket, at, events, case }));
        if let Some(card) = card {
            self.finder.ask(Find::Put(Box::new(card)));
        }
        self.settle();
    }

    /// Brings what was recorded into the database; a database that fails is opened or built anew.
    pub(super) fn settle(&mut self) {
        let Some(journal) = self.journal() else { return };
        if journal.settle().is_ok() {
            return;
        }
        let revived = journal.revive(&mut |_| {}).and_then(|()| journal.settle());
        if let Err(fault) = revived {
            self.tell(Message::Fault(faults::words(&fault)));
        }
        self.tell_notices();
    }

    pub(super) fn load_drafts(&mut self) {
        let drafts = self.saved_drafts();
        self.tell(Message::DraftsLoaded(drafts));
    }

    fn saved_drafts(&mut self) -> Vec<SavedDraft> {
        let Some(journal) = self.journal() else { return Vec::new() };
        let mut notices = Vec::new();
        let found = journal.drafts().all(&mut notices).unwrap_or_default();
        let at = self.now();
        for notice in notices {
            self.tell(Message::Notice(faults::notice(&notice, at)));
        }
        found.into_iter().filter_map(|(id, bytes)| saved_drafts::from_bytes(id.0, &bytes)).collect()
    }

    pub(super) fn save_draft(&mut self, draft: &SavedDraft) {
        let Some(id) = draft.id else { return };
        let Some(journal) = self.journal() else { return };
        let kept = journal.drafts();
        let saved = kept.save(crate::journal::DraftId(id.0), &saved_drafts::to_bytes(draft));
        let at = self.now();
        match saved {
            Ok(()) => self.tell(Message::DraftSaved(id, at)),
            Err(Fault::DiskFull(_)) => {
                self.tell(Message::DraftFailed(id, Key::ErrorDiskFullDraftToo));
            }
            Err(fault) => self.tell(Message::DraftFailed(id, faults::words(&fault))),
        }
    }

    pub(super) fn remove_draft(&mut self, id: DraftId) {
        let Some(journal) = self.journal() else { return };
        let removed = journal.drafts().remove(crate::journal::DraftId(id.0));
        if let Err(fault) = removed {
            self.tell(Message::Fault(faults::words(&fault)));
        }
    }
}

/// Reads; when the database fails it is opened or built anew and read once more.
fn read<T>(
    journal: &mut Journal,
    mut get: impl FnMut(&mut Journal) -> Result<T, Fault>,
) -> Result<T, Fault> {
    match get(journal) {
        Err(Fault::Damaged(_)) => {
            journal.revive(&mut |_| {})?;
            get(journal)
        }
        other => other,
    }
}
