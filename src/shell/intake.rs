//! Taking reports in: from what was read to facts that are saved, several with one sync.
//!
//! What is planned earlier in a batch is known to what is planned later, so a duplicate or a
//! follow-up within one batch is found too. Deliberately absent: reading files, the plan itself
//! (`document::intake`), and words.

use crate::document::incoming::Incoming;
use crate::document::intake::{Context, Known, Plan, plan};
use crate::domain::case::Case;
use crate::domain::event::{Body, Draft, Event, Header, Place};
use crate::domain::fact::{CaseNumber, Secrecy};
use crate::domain::id::{CaseId, EventId, StaffId};
use crate::domain::search::{Card, Index};
use crate::domain::time::{Day, Moment};
use crate::journal::{Fault, Journal, Save};
use chrono::Datelike;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// Knows all cards, and takes reports in.
pub struct Intake {
    index: Index,
    organisation: String,
    staff: StaffId,
    staff_name: String,
}

/// What was planned in this batch and is not saved yet.
#[derive(Default)]
struct Planned {
    events: BTreeMap<CaseId, Vec<Event>>,
    count: u64,
}

impl Intake {
    /// Reads all cards.
    ///
    /// # Errors
    /// Faults of the database.
    pub fn new(journal: &mut Journal) -> Result<Self, Fault> {
        let mut index = Index::new();
        journal.cards(&mut |card| index.insert(&card))?;
        let staff = journal.me();
        let name = journal.staff().into_iter().find(|(id, _, _)| *id == staff);
        Ok(Self {
            index,
            organisation: journal.station().organisation.clone(),
            staff,
            staff_name: name.map(|(_, name, _)| name).unwrap_or_default(),
        })
    }

    /// Plans these reports in turn and saves them with one sync. Returns a plan for each, its
    /// drafts taken out: they are saved. The caller settles the journal.
    ///
    /// # Errors
    /// Faults of the disk: nothing of the batch was saved, and this value is of no use any more.
    pub fn take(
        &mut self,
        journal: &mut Journal,
        now: Moment,
        reports: Vec<Incoming>,
    ) -> Result<Vec<Plan>, Fault> {
        let mut planned = Planned::default();
        let mut plans = Vec::with_capacity(reports.len());
        let mut saves: Vec<Save> = Vec::with_capacity(reports.len());
        for report in reports {
            let mut made = self.plan(journal, (now, &planned), report)?;
            let drafts = std::mem::take(&mut made.drafts);
            if let Some(case) = made.case.filter(|_| !drafts.is_empty()) {
                planned.add(case, (self.staff, now), &drafts);
                let before = match made.follow_up {
                    Some(_) => journal.events(case)?,
                    None => Vec::new(),
                };
                let folded = Case::fold(case, before.iter().chain(planned.of(case)));
                self.index.insert(&Card::of(&folded));
                saves.push((self.staff, now, drafts));
            }
            plans.push(made);
        }
        if !saves.is_empty() {
            journal.record_many(saves)?;
        }
        Ok(plans)
    }

    fn plan(
        &self,
        journal: &mut Journal,
        (now, planned): (Moment, &Planned),
        report: Incoming,
    ) -> Result<Plan, Fault> {
        let journal = RefCell::new(journal);
        let fault: Cell<Option<Fault>> = Cell::new(None);
        let case = |id: CaseId| match journal.borrow_mut().events(id) {
            Ok(events) => {
                let mut all = events.iter().chain(planned.of(id)).peekable();
                all.peek().is_some().then(|| Case::fold(id, all))
            }
            Err(found) => {
                fault.set(Some(found));
                None
            }
        };
        let mut next_number =
            |day: Day| -> CaseNumber { journal.borrow_mut().next_number(day.year()) };
        let mut next_id = || {
            let mut id = [0; 16];
            if getrandom::fill(&mut id).is_err() {
                fault.set(Some(Fault::NoRandomness));
            }
            id
        };
        let mut context = Context {
            now,
            organisation: self.organisation.clone(),
            staff: self.staff,
            staff_name: self.staff_name.clone(),
            next_number: &mut next_number,
            next_id: &mut next_id,
        };
        let known = Known { index: &self.index, case: &case };
        let made = plan(report, &known, &mut context);
        fault.take().map_or(Ok(made), Err)
    }
}

impl Planned {
    fn of(&self, case: CaseId) -> impl Iterator<Item = &Event> {
        self.events.get(&case).into_iter().flatten()
    }

    /// Adds drafts as events that stand only here: their ids are numbers, and are never stored.
    fn add(&mut self, case: CaseId, (author, at): (StaffId, Moment), drafts: &[Draft]) {
        let events = self.events.entry(case).or_default();
        for draft in drafts {
            self.count += 1;
            let mut id = [0xff; 32];
            id[..8].copy_from_slice(&self.count.to_be_bytes());
            let place = Place {
                origin: crate::domain::id::OriginId([0; 16]),
                incarnation: crate::domain::id::Incarnation(0),
                sequence: self.count,
            };
            let header = Header {
                place,
                previous: EventId::NONE,
                author,
                at,
                case: Some(case),
                secrecy: Secrecy::Case(case),
                replaces: draft.replaces.clone(),
                payload_hash: [0; 32],
            };
            let body = Some(Body { fact: draft.fact.clone(), why: draft.why.clone() });
            events.push(Event { id: EventId(id), header, body });
        }
    }
}
