//! The unlocked workstation: recording facts and reading them back.
//!
//! [`Journal::record`] returns when the facts are durable in the feed: that is the moment to say
//! *saved*. [`Journal::settle`] brings them into the database afterwards; until then every reading
//! counts them in. Deliberately absent: rules about what may be recorded (`domain`), and the clock.

use super::apply::{self, NO_CASE, Pending, number_key};
use super::core::Core;
use super::drafts::DraftBox;
use super::fault::{Fault, KeyClass, Notice, Part, Progress};
use super::feed::Head;
use super::keyring::{Cost, Keyring, Owner};
use super::lock::Lock;
use super::recovery::RecoveryCode;
use super::seal::random;
use super::station::Station;
use super::store::{Store, Tree};
use super::unlock::{Locked, Passphrase, workspace_draft};
use super::vault::{KeyName, Lookup};
use crate::domain::case::{Case, State};
use crate::domain::event::{Body, Draft, Event, Header, Place};
use crate::domain::fact::{CaseNumber, Fact, Secrecy, StaffRole};
use crate::domain::id::{CaseId, EventId, Incarnation, StaffId};
use crate::domain::queue::Row;
use crate::domain::search::Card;
use crate::domain::time::Moment;
use crate::wire::v1;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One save: who, when, what. All of it is recorded or nothing.
pub type Save = (StaffId, Moment, Vec<Draft>);

/// An unlocked workstation.
pub struct Journal {
    pub(super) core: Core,
    pub(super) keyring: Keyring,
    pub(super) cost: Cost,
    // Last, so that it is freed only when the database is closed.
    pub(super) lock: Lock,
}

/// Reads cards in another thread.
pub struct CardReader {
    store: Arc<Store>,
    expected: (u64, u64),
    fresh: BTreeMap<CaseId, Card>,
}

impl Journal {
    /// Locks: what waits is settled if it can be, keys and everything decrypted are dropped.
    #[must_use]
    pub fn lock(mut self) -> Locked {
        // What cannot be settled now is in the feed, and comes in at the next unlock.
        let _ = self.settle();
        self.core.close_store();
        let Self { lock, keyring, core, cost: _ } = self;
        Locked { lock, site: core.site.clone(), keyring, notices: Vec::new() }
    }

    /// Records facts, all or none; they are durable in the feed when this returns. Returns the
    /// events, in the order of the drafts.
    ///
    /// # Errors
    /// Faults of the device: nothing was acknowledged, and the next call first cuts the feed back;
    /// [`Fault::NoKey`], [`Fault::KeyDestroyed`], [`Fault::TooLarge`].
    pub fn record(
        &mut self,
        author: StaffId,
        at: Moment,
        drafts: Vec<Draft>,
    ) -> Result<Vec<Event>, Fault> {
        self.record_many(vec![(author, at, drafts)])
    }

    /// Records many saves with one sync. After a kill each of them is there whole or not at all.
    ///
    /// # Errors
    /// As [`Self::record`]: none of them is acknowledged.
    pub fn record_many(&mut self, saves: Vec<Save>) -> Result<Vec<Event>, Fault> {
        self.ensure_keys(&saves)?;
        let mut head = self.core.feed.head();
        let mut made: Vec<Pending> = Vec::new();
        for (author, at, drafts) in saves {
            let count = drafts.len();
            for (nth, draft) in drafts.into_iter().enumerate() {
                let pending = self.seal((author, at, draft), head, nth + 1 == count)?;
                head = pending.head();
                made.push(pending);
            }
        }
        let Some(last) = made.last().map(|p| p.frame.len()) else { return Ok(Vec::new()) };
        let mut bytes = Vec::with_capacity(made.iter().map(|p| p.frame.len()).sum());
        made.iter().for_each(|p| bytes.extend_from_slice(&p.frame));
        let appended = self.core.feed.append(&bytes, head, last);
        if appended.as_ref().is_err_and(Fault::is_full) {
            // Nothing was saved; but the next attempt has room.
            self.core.site.release_reserve(&mut self.core.notices);
        }
        let marker = appended?;
        // The feed holds it: from here on it is saved. The high-water mark is a help, no copy.
        let _ = self.core.site.set_seen(marker.head);
        self.core.pending_marker = Some(marker);
        let events: Vec<Event> = made.iter().map(|p| p.event.clone()).collect();
        self.core.staff.extend(apply::staff_of(&events));
        self.core.pending.append(&mut made);
        Ok(events)
    }

    /// Brings what was recorded into the database. After a fault everything stays readable; call
    /// again, or [`Self::revive`].
    ///
    /// # Errors
    /// Faults of the device; [`Fault::Damaged`].
    pub fn settle(&mut self) -> Result<(), Fault> {
        let Some(marker) = self.core.pending_marker else { return Ok(()) };
        if self.core.store.as_ref().is_none_or(|s| s.is_dead()) {
            return Err(Fault::Damaged(Part::Database));
        }
        let pending = std::mem::take(&mut self.core.pending);
        let origin = self.core.site.station.origin;
        match self.core.apply(&pending, origin, &marker) {
            Ok(()) => {
                self.core.pending_marker = None;
                Ok(())
            }
            Err(fault) => {
                self.core.pending = pending;
                Err(fault)
            }
        }
    }

    /// After a fault of the database. When a write failed: opens it again, or sets it aside and
    /// builds it anew. When something could not be read: builds it anew.
    ///
    /// # Errors
    /// Faults of the device.
    pub fn revive(&mut self, tell: &mut dyn FnMut(Progress)) -> Result<(), Fault> {
        match &self.core.store {
            Some(store) if !store.is_dead() => self.core.mend(tell),
            Some(_) | None => self.core.revive_store(tell),
        }
    }

    /// A case as folded, or `None` when there is none.
    ///
    /// # Errors
    /// [`Fault::Damaged`] when the database cannot give it: see [`Self::revive`].
    pub fn case(&mut self, id: CaseId) -> Result<Option<Case>, Fault> {
        let events = self.events(id)?;
        Ok((!events.is_empty()).then(|| Case::fold(id, events.iter())))
    }

    /// All events of a case, those not settled yet last.
    ///
    /// # Errors
    /// As [`Self::case`].
    pub fn events(&mut self, id: CaseId) -> Result<Vec<Event>, Fault> {
        self.stream_events(id.0)
    }

    /// The events that are about the workspace and not about a case.
    ///
    /// # Errors
    /// As [`Self::case`].
    pub fn workspace_events(&mut self) -> Result<Vec<Event>, Fault> {
        self.stream_events(NO_CASE)
    }

    fn stream_events(&mut self, id: [u8; 16]) -> Result<Vec<Event>, Fault> {
        let store = Arc::clone(self.core.store()?);
        let stream = store.stream(Tree::Frames, &id)?;
        let mut events = self.core.opener.events(&stream)?;
        if id != NO_CASE {
            // A stream that lost events must not pass for a whole one.
            let counted = match store.get(Tree::Cards, &super::store::chunk_key(&id, 0))? {
                Some(card) => apply::uncount(&card)?.0,
                None => 0,
            };
            if events.len() != counted as usize {
                return Err(Fault::Damaged(Part::Database));
            }
        }
        // After a sync that failed, an event can be in the database and still be waiting.
        let known: BTreeSet<EventId> = events.iter().map(|e| e.id).collect();
        let waiting = self.core.pending.iter().filter(|p| p.stream() == id);
        let waiting = waiting.filter(|p| !known.contains(&p.event.id));
        events.extend(waiting.map(|p| p.event.clone()));
        Ok(events)
    }

    /// The rows of all open cases, in no particular order.
    ///
    /// # Errors
    /// As [`Self::case`].
    pub fn queue(&mut self) -> Result<Vec<Row>, Fault> {
        let mut rows = self.core.rows.clone();
        for id in self.unsettled() {
            rows.remove(&id);
            if let Some(case) = self.case(id)? {
                let row = Row::of(&case);
                if row.state != State::Closed {
                    rows.insert(id, row);
                }
            }
        }
        Ok(rows.into_values().collect())
    }

    /// A reader of all cards, to be run here or in another thread.
    ///
    /// # Errors
    /// As [`Self::case`].
    pub fn card_reader(&mut self) -> Result<CardReader, Fault> {
        let mut fresh = BTreeMap::new();
        for id in self.unsettled() {
            if let Some(case) = self.case(id)? {
                fresh.insert(id, Card::of(&case));
            }
        }
        let expected = (self.core.book.cases, self.core.book.events);
        Ok(CardReader { store: Arc::clone(self.core.store()?), expected, fresh })
    }

    /// Tells every card.
    ///
    /// # Errors
    /// As [`Self::case`].
    pub fn cards(&mut self, each: &mut dyn FnMut(Card)) -> Result<(), Fault> {
        self.card_reader()?.read(each)
    }

    fn unsettled(&self) -> BTreeSet<CaseId> {
        self.core.pending.iter().filter_map(|p| p.event.header.case).collect()
    }

    /// The case with a number.
    ///
    /// # Errors
    /// As [`Self::case`].
    pub fn find_number(&mut self, number: &str) -> Result<Option<CaseId>, Fault> {
        for pending in &self.core.pending {
            if let Some(Fact::CaseOpened { number: found, .. }) =
                pending.event.body.as_ref().map(|b| &b.fact)
                && found.0 == number
            {
                return Ok(pending.event.header.case);
            }
        }
        let key = number_key(&self.core.number_key, number);
        let found = self.core.store()?.get(Tree::Numbers, &key)?;
        Ok(found.and_then(|id| Some(CaseId(id.as_slice().try_into().ok()?))))
    }

    /// The next free case number of this station in a year. Each call gives another one; numbers
    /// that were recorded are never given again.
    pub fn next_number(&mut self, year: i32) -> CaseNumber {
        let short = u8::try_from(year.rem_euclid(100)).unwrap_or(0);
        let recorded = self.core.book.serials.get(&short).copied().unwrap_or(0);
        let reserved = self.core.reserved.entry(short).or_insert(0);
        *reserved = recorded.max(*reserved) + 1;
        CaseNumber::new(&self.core.site.station.code, year, *reserved)
    }

    /// What is public about the workstation.
    #[must_use]
    pub const fn station(&self) -> &Station {
        &self.core.site.station
    }

    /// Who unlocked it.
    #[must_use]
    pub const fn me(&self) -> StaffId {
        self.core.me
    }

    /// Whether the keys of who unlocked it open reporters and shielded addresses.
    #[must_use]
    pub const fn sees_reporter(&self) -> bool {
        self.core.keys.reporter.is_some()
    }

    /// Everybody who joined: id, name, role.
    #[must_use]
    pub fn staff(&self) -> Vec<(StaffId, String, StaffRole)> {
        self.core.staff.iter().map(|(id, (name, role))| (*id, name.clone(), *role)).collect()
    }

    /// What was found and dealt with since the last time this was asked.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.core.notices)
    }

    /// The half-typed forms of who unlocked it.
    #[must_use]
    pub fn drafts(&self) -> DraftBox {
        DraftBox {
            disk: self.core.site.disk.clone(),
            dir: self.core.site.dir.join("drafts"),
            staff: self.core.me,
            key: self.core.keys.staff_seed.derive(&[b"drafts"]),
        }
    }

    /// Gives a new colleague a slot and records that they joined.
    ///
    /// # Errors
    /// [`Fault::NoKey`] when the role needs keys that who unlocked it lacks; faults of the device.
    pub fn add_staff(
        &mut self,
        (name, role): (&str, StaffRole),
        passphrase: &Passphrase,
        at: Moment,
    ) -> Result<StaffId, Fault> {
        let staff = StaffId(random()?);
        let keys = self.core.keys.for_role(role)?;
        self.keyring.set(Owner::Staff(staff), passphrase.bytes(), &keys, self.cost)?;
        let fact = Fact::StaffJoined { staff, name: name.to_owned(), role };
        let me = self.core.me;
        if let Err(fault) = self.record(me, at, vec![workspace_draft(fact)]) {
            let _ = self.keyring.remove(Owner::Staff(staff));
            return Err(fault);
        }
        Ok(staff)
    }

    /// Whether a passphrase is that of a member of staff, who need not be who unlocked it. Nothing
    /// of what their slot holds is kept.
    ///
    /// # Errors
    /// [`Fault::WrongPassphrase`] when it is not, also when they have no slot here.
    pub fn is_passphrase_of(&self, staff: StaffId, passphrase: &Passphrase) -> Result<(), Fault> {
        self.keyring.open(Owner::Staff(staff), passphrase.bytes()).map(drop)
    }

    /// Changes the passphrase of who unlocked it. A crash leaves the old one or the new one.
    ///
    /// # Errors
    /// [`Fault::WrongPassphrase`] when `old` is not the present one; faults of the device.
    pub fn change_passphrase(&mut self, old: &Passphrase, new: &Passphrase) -> Result<(), Fault> {
        let owner = Owner::Staff(self.core.me);
        let keys = self.keyring.open(owner, old.bytes())?;
        self.keyring.set(owner, new.bytes(), &keys, self.cost)
    }

    /// A new recovery code, to be shown once; the old one opens nothing any more.
    ///
    /// # Errors
    /// [`Fault::NoKey`] unless who unlocked it holds all classes; faults of the device.
    pub fn renew_recovery_code(&mut self) -> Result<RecoveryCode, Fault> {
        if self.core.keys.audit.is_none() {
            return Err(Fault::NoKey(KeyClass::Audit));
        }
        let code = RecoveryCode::random()?;
        self.keyring.set(Owner::Recovery, code.secret(), &self.core.keys, Cost::DEMO)?;
        Ok(code)
    }

    /// The latest moment at which anything was recorded, by the clocks of the stations: a clock
    /// that stands before it is wrong.
    #[must_use]
    pub fn latest(&self) -> Option<Moment> {
        let waiting = self.core.pending.iter().map(|p| p.event.header.at.0);
        let latest = waiting.fold(self.core.book.latest, i64::max);
        (latest > 0).then_some(Moment(latest))
    }

    /// Makes the keys these saves need, durable before any event refers to them.
    fn ensure_keys(&mut self, saves: &[Save]) -> Result<(), Fault> {
        let drafts = saves.iter().flat_map(|(_, _, drafts)| drafts);
        let names: Vec<KeyName> =
            drafts.filter_map(|d| KeyName::of(d.fact.secrecy(d.case))).collect();
        self.core.opener.vault.ensure(&names)
    }

    /// Makes the event that follows `head` of a draft.
    fn seal(
        &mut self,
        (author, at, draft): (StaffId, Moment, Draft),
        head: Head,
        last: bool,
    ) -> Result<Pending, Fault> {
        let secrecy = draft.fact.secrecy(draft.case);
        let key = match KeyName::of(secrecy) {
            None => self.core.opener.sealer.workspace_key().clone(),
            Some(name) => match self.core.opener.vault.lookup(name)? {
                Lookup::Open(key) => key,
                Lookup::NotOurs | Lookup::Forgotten | Lookup::Absent => {
                    return Err(Fault::KeyDestroyed);
                }
            },
        };
        let Draft { case, fact, mut replaces, why } = draft;
        replaces.sort_unstable();
        replaces.dedup();
        let body = Body { fact, why };
        let too_large = |_| Fault::TooLarge(v1::EVENT_BYTES_MAX);
        let payload = v1::payload_bytes(random()?, &body).map_err(too_large)?;
        let payload = zeroize::Zeroizing::new(payload);
        let header = self.header((author, at), (case, secrecy, replaces), head, &payload);
        let bytes = v1::header_bytes(&header).map_err(too_large)?;
        let id = v1::event_id(&bytes);
        let frame = self.core.opener.sealer.seal((id, &bytes), &payload, &key, last)?;
        Ok(Pending { event: Event { id, header, body: Some(body) }, frame })
    }

    fn header(
        &self,
        (author, at): (StaffId, Moment),
        (case, secrecy, replaces): (Option<CaseId>, Secrecy, Vec<EventId>),
        head: Head,
        payload: &[u8],
    ) -> Header {
        let Head { incarnation, sequence, id } = head;
        let place =
            Place { origin: self.core.site.station.origin, incarnation, sequence: sequence + 1 };
        let payload_hash = v1::payload_hash(payload);
        Header { place, previous: id, author, at, case, secrecy, replaces, payload_hash }
    }

    /// In which life of the station new facts are recorded.
    #[must_use]
    pub const fn incarnation(&self) -> Incarnation {
        self.core.feed.head().incarnation
    }
}

impl CardReader {
    /// The card of one case, for showing what was found; `None` when there is none.
    ///
    /// # Errors
    /// [`Fault::Damaged`] when it cannot be read.
    pub fn card(&self, id: CaseId) -> Result<Option<Card>, Fault> {
        if let Some(card) = self.fresh.get(&id) {
            return Ok(Some(card.clone()));
        }
        let value = self.store.stream(Tree::Cards, &id.0)?;
        if value.is_empty() {
            return Ok(None);
        }
        let (_, bytes) = apply::uncount(&value)?;
        v1::read_card(bytes).map(Some).map_err(|_| Fault::Damaged(Part::Database))
    }

    /// Tells every card. Ends early, without a fault, when the workstation is being locked.
    ///
    /// # Errors
    /// [`Fault::Damaged`] when a card cannot be read, or when cards or events are missing.
    pub fn read(&self, each: &mut dyn FnMut(Card)) -> Result<(), Fault> {
        let (mut cases, mut events) = (0_u64, 0_u64);
        let mut closing = false;
        self.store.each_stream(Tree::Cards, &mut |id, value| {
            closing |= self.store.is_closing();
            if closing {
                return Ok(());
            }
            let (count, bytes) = apply::uncount(value)?;
            cases += 1;
            events += u64::from(count);
            if !self.fresh.contains_key(&CaseId(id)) {
                each(v1::read_card(bytes).map_err(|_| Fault::Damaged(Part::Database))?);
            }
            Ok(())
        })?;
        if closing {
            return Ok(());
        }
        self.fresh.values().cloned().for_each(each);
        // What was settled while reading may be counted in, so only too few is damage.
        if cases < self.expected.0 || events < self.expected.1 {
            return Err(Fault::Damaged(Part::Database));
        }
        Ok(())
    }
}
