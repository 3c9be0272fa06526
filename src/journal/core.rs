//! The unlocked inside of a workstation: keys, feed, database, what waits for it; and its start.
//!
//! Starting compares the two copies. The ordinary start reads the marker, the tail of the feed
//! behind it, and the rows of open cases: its cost follows the open work, not the archive. Anything
//! out of the ordinary takes the long road: heal the feeds (`heal`), rebuild the database
//! (`rebuild`). Deliberately absent: recording and reading (`desk`).

use super::apply::{self, Book, Context, NO_CASE, Opener, Pending, markers};
use super::fault::{Fault, Notice, Part, Progress};
use super::feed::{self, Feed, Head, Marker};
use super::files;
use super::frame::Sealer;
use super::keyring::Keys;
use super::seal::Key;
use super::site::{self, Site};
use super::store::{Store, Tree};
use super::vault::Vault;
use crate::domain::event::Event;
use crate::domain::fact::StaffRole;
use crate::domain::id::{CaseId, EventId, Incarnation, OriginId, StaffId};
use crate::domain::queue::Row;
use crate::wire::v1;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const BATCH_EVENTS: usize = 4_000;

/// Tells how far a long task is.
pub(super) type Tell<'a> = &'a mut dyn FnMut(Progress);

/// The unlocked inside of a workstation.
pub(super) struct Core {
    pub site: Site,
    pub keys: Keys,
    pub me: StaffId,
    pub opener: Opener,
    pub number_key: Key,
    pub feed: Feed,
    pub store: Option<Arc<Store>>,
    pub book: Book,
    pub rows: BTreeMap<CaseId, Row>,
    pub staff: BTreeMap<StaffId, (String, StaffRole)>,
    /// Acknowledged, and not yet in the database.
    pub pending: Vec<Pending>,
    pub pending_marker: Option<Marker>,
    /// Serials handed out and not recorded yet.
    pub reserved: BTreeMap<u8, u32>,
    pub notices: Vec<Notice>,
}

/// Frames read from a feed, kept back until the save they belong to is complete.
#[derive(Default)]
pub(super) struct Tail {
    /// Complete saves.
    pub done: Vec<Pending>,
    /// The marker after the last complete save.
    pub marker: Option<Marker>,
    /// The save that is not complete yet.
    pub open: Vec<(Pending, Marker)>,
    /// The last event met.
    pub head: Option<Head>,
    /// Whether a number or a hash in the chain does not follow from the one before.
    pub broken: bool,
}

impl Tail {
    /// A tail that goes on behind a head.
    pub fn after(head: Option<Head>) -> Self {
        Self { head, ..Self::default() }
    }

    /// Takes the next frame and opens its payload.
    pub fn take(&mut self, opener: &mut Opener, met: feed::Met<'_>) {
        let (marker, frame, last) = (met.marker, met.raw.bytes.to_vec(), met.raw.last);
        let previous = met.opened.header.previous;
        let event = opener.event(&met.raw, met.opened);
        self.put(Pending { event, frame }, (marker, previous, last));
    }

    /// Takes the next frame and leaves its payload sealed.
    pub fn take_sealed(&mut self, met: feed::Met<'_>) {
        let (marker, frame, last) = (met.marker, met.raw.bytes.to_vec(), met.raw.last);
        let previous = met.opened.header.previous;
        let event = Event { id: met.opened.id, header: met.opened.header, body: None };
        self.put(Pending { event, frame }, (marker, previous, last));
    }

    fn put(&mut self, pending: Pending, (marker, previous, last): (Marker, EventId, bool)) {
        let follows = match self.head {
            Some(head) if head.incarnation == marker.head.incarnation => {
                head.sequence + 1 == marker.head.sequence && head.id == previous
            }
            Some(head) => head.incarnation < marker.head.incarnation && marker.head.sequence == 1,
            None => marker.head.sequence == 1,
        };
        self.broken |= !follows;
        self.head = Some(marker.head);
        self.open.push((pending, marker));
        if last {
            self.close();
        }
    }

    /// Counts what is open as complete.
    pub fn close(&mut self) {
        if let Some((_, marker)) = self.open.last() {
            self.marker = Some(*marker);
        }
        self.done.extend(self.open.drain(..).map(|(pending, _)| pending));
    }
}

impl Core {
    /// Opens everything and brings the copies together.
    pub fn start(site: &Site, keys: Keys, me: StaffId, tell: Tell<'_>) -> Result<Self, Fault> {
        let mut notices = Vec::new();
        let workspace = site.station.workspace;
        let vault = Vault::open(&site.disk, &site.dir, (workspace, &keys), &mut notices)?;
        tell(Progress::Opening);
        let store = open_store(site, &keys.station, &mut notices)?;
        let own = site.own_feed();
        let begin = Head::start(Incarnation(1));
        let mut core = Self {
            site: site.clone(),
            me,
            opener: Opener { sealer: Sealer::new(workspace, &keys.station), vault },
            number_key: keys.station.derive(&[b"case numbers"]),
            feed: Feed::after(&site.disk, &own, begin, None)?,
            store: Some(Arc::new(store)),
            book: Book::default(),
            rows: BTreeMap::new(),
            staff: BTreeMap::new(),
            pending: Vec::new(),
            pending_marker: None,
            reserved: BTreeMap::new(),
            notices,
            keys,
        };
        core.bring_together(tell)?;
        core.site.keep_reserve();
        Ok(core)
    }

    /// The database.
    pub fn store(&self) -> Result<&Arc<Store>, Fault> {
        self.store.as_ref().ok_or(Fault::Damaged(Part::Database))
    }

    /// Catches up in the ordinary way, or heals and rebuilds.
    pub fn bring_together(&mut self, tell: Tell<'_>) -> Result<(), Fault> {
        self.finish_swaps()?;
        let ordinary = match self.try_ordinary() {
            Err(Fault::Damaged(Part::Database)) => false,
            other => other?,
        };
        if !ordinary {
            self.mend(tell)?;
        }
        self.pending.clear();
        self.pending_marker = None;
        Ok(())
    }

    /// Heals the feeds, builds the database anew from them, and loads it.
    pub fn mend(&mut self, tell: Tell<'_>) -> Result<(), Fault> {
        self.heal_feeds(tell)?;
        self.rebuild_store(tell)?;
        self.load()
    }

    /// The ordinary start; `false` when something does not fit.
    fn try_ordinary(&mut self) -> Result<bool, Fault> {
        let marks = markers(self.store()?)?;
        self.load()?;
        let mut origins: BTreeSet<OriginId> = feed::origins(&self.site.dir)?.into_iter().collect();
        origins.extend(marks.keys());
        let own = self.site.station.origin;
        let seen = self.site.seen()?;
        for origin in origins {
            let marker = marks.get(&origin);
            if !self.catch_up(origin, marker)? {
                return Ok(false);
            }
        }
        let marker = markers(self.store()?)?.get(&own).copied();
        let head = marker.map_or(Head::start(Incarnation(1)), |m| m.head);
        let fits = match seen {
            Some(seen) if seen.sequence == 0 => true,
            Some(seen) => !head.is_behind(&seen),
            None => head.sequence == 0,
        };
        if fits {
            self.open_feed(head, marker.as_ref(), seen)?;
        }
        Ok(fits)
    }

    /// Opens our own feed for appending, behind `head` or in the new life that `seen` announces.
    pub fn open_feed(
        &mut self,
        head: Head,
        marker: Option<&Marker>,
        seen: Option<Head>,
    ) -> Result<(), Fault> {
        let next = seen.filter(|s| s.sequence == 0 && s.incarnation > head.incarnation);
        let head = next.unwrap_or(head);
        self.feed = Feed::after(&self.site.disk, &self.site.own_feed(), head, marker)?;
        self.site.set_seen(head)
    }

    /// Brings the tail of one feed into the database; `false` when something does not fit.
    fn catch_up(&mut self, origin: OriginId, marker: Option<&Marker>) -> Result<bool, Fault> {
        let dir = feed::dir_of(&self.site.dir, origin);
        if let Some(marker) = marker
            && !feed::holds(&self.opener.sealer, &dir, marker)?
        {
            return Ok(false);
        }
        let sealer = self.opener.sealer.clone();
        let mut from = marker.copied();
        loop {
            let mut tail = Tail::after(from.map(|m| m.head));
            let opener = &mut self.opener;
            let mut more = false;
            let reading = feed::read(&sealer, &dir, from.as_ref(), &mut |met| {
                // Whole saves only, so that the rest can be read behind the marker.
                more |= tail.done.len() >= BATCH_EVENTS && tail.open.is_empty();
                if !more {
                    tail.take(opener, met);
                }
                Ok(())
            })?;
            // An empty database is filled faster by rebuilding.
            if tail.broken || !reading.damaged.is_empty() || (more && marker.is_none()) {
                return Ok(false);
            }
            if more {
                from = tail.marker;
                self.take_in(origin, tail)?;
                continue;
            }
            let own = origin == self.site.station.origin;
            let unfinished = !tail.open.is_empty() || reading.torn.is_some();
            if own && unfinished && !self.cut_tail(&mut tail, reading.torn)? {
                return Ok(false);
            }
            return self.take_in(origin, tail).map(|()| true);
        }
    }

    /// Cuts off a save that was never finished; `false` when, as far as we know, it was
    /// acknowledged.
    pub fn cut_tail(
        &mut self,
        tail: &mut Tail,
        torn: Option<(std::path::PathBuf, u64)>,
    ) -> Result<bool, Fault> {
        let seen = self.site.seen()?;
        let last_good = tail.done.last().map(Pending::head);
        let first_open = tail.open.first().map(|(p, m)| (p.head(), m.start, m.segment));
        let reached = |head: Head| seen.is_some_and(|s| s.sequence > 0 && !s.is_behind(&head));
        if first_open.is_some_and(|(head, _, _)| reached(head)) {
            return Ok(false);
        }
        let behind = |head: Head| seen.is_some_and(|s| head.is_behind(&s) && s.sequence > 0);
        if last_good.is_some_and(behind) {
            return Ok(false);
        }
        let dir = self.site.own_feed();
        let segments = feed::segments(&dir)?;
        let Some(newest) = segments.last() else { return Ok(true) };
        let torn = torn.map(|(_, at)| at);
        let cut = first_open.map(|(_, start, _)| start).into_iter().chain(torn).min();
        if let Some(cut) = cut {
            let file = self.site.disk.open_file(&newest.path)?;
            self.site.disk.set_len(&file, &newest.path, cut)?;
            self.site.disk.sync(&file, &newest.path)?;
            self.notices.push(Notice::TornTailCut { bytes: newest.length.saturating_sub(cut) });
        }
        tail.open.clear();
        Ok(true)
    }

    fn take_in(&mut self, origin: OriginId, tail: Tail) -> Result<(), Fault> {
        let Some(marker) = tail.marker else { return Ok(()) };
        self.apply(&tail.done, origin, &marker)
    }

    /// Brings events into the database, with the marker, all or none, durable when it returns.
    pub fn apply(
        &mut self,
        batch: &[Pending],
        origin: OriginId,
        marker: &Marker,
    ) -> Result<(), Fault> {
        let store = Arc::clone(self.store()?);
        let mut context = Context {
            store: &store,
            opener: &mut self.opener,
            number_key: &self.number_key,
            code: &self.site.station.code,
        };
        let mut change = apply::change(&mut context, self.book.clone(), &self.rows, batch)?;
        change.writes.push(change.book.write());
        change.writes.push(apply::marker_write(origin, marker));
        store.commit(&change.writes)?;
        store.sync()?;
        self.book = change.book;
        for (case, row) in change.rows {
            match row {
                Some(row) => self.rows.insert(case, row),
                None => self.rows.remove(&case),
            };
        }
        let about_us = batch.iter().filter(|p| p.stream() == NO_CASE);
        let events: Vec<_> = about_us.map(|p| p.event.clone()).collect();
        self.staff.extend(apply::staff_of(&events));
        Ok(())
    }

    /// Reads what is kept in memory, and holds it against the counts.
    pub fn load(&mut self) -> Result<(), Fault> {
        let store = Arc::clone(self.store()?);
        let damaged = || Fault::Damaged(Part::Database);
        let book = Book::load(&store)?;
        let generation = self.opener.vault.generation();
        if book.events + book.workspace > 0 && book.generation != generation {
            // Keys were destroyed, and a crash came before their traces were.
            return Err(damaged());
        }
        let mut rows = BTreeMap::new();
        store.each_stream(Tree::Rows, &mut |id, value| {
            let (_, bytes) = apply::uncount(value)?;
            let row = v1::read_row(bytes).map_err(|_| damaged())?;
            rows.insert(CaseId(id), row);
            Ok(())
        })?;
        let about_us = self.opener.events(&store.stream(Tree::Frames, &NO_CASE)?)?;
        if rows.len() as u64 != book.open || about_us.len() as u64 != book.workspace {
            return Err(damaged());
        }
        self.staff = apply::staff_of(&about_us);
        self.book = book;
        self.rows = rows;
        Ok(())
    }

    /// Finishes what a crash interrupted between two renames.
    fn finish_swaps(&mut self) -> Result<(), Fault> {
        for path in files::list(&self.site.dir.join("feeds"))? {
            if path.extension().is_some_and(|e| e == "new") {
                let target = path.with_extension("");
                if target.exists() {
                    std::fs::remove_dir_all(&path).map_err(|e| Fault::io(&path, &e))?;
                } else {
                    self.site.disk.rename(&path, &target)?;
                }
            }
        }
        let own = self.site.own_feed();
        if own.exists() { Ok(()) } else { self.site.disk.create_dir(&own) }
    }
}

/// Opens the database; a damaged one is set aside, and an empty one takes its place.
fn open_store(site: &Site, station_key: &Key, notices: &mut Vec<Notice>) -> Result<Store, Fault> {
    let place = site.store_place("db", station_key);
    let mut outcome = Store::open(place.clone());
    if outcome.as_ref().is_err_and(Fault::is_full) && site.release_reserve(notices) {
        outcome = Store::open(place.clone());
    }
    match outcome {
        Err(Fault::Damaged(_) | Fault::TooSlow) => {
            site::set_aside(&site.disk, &place.dir, Part::Database, notices)?;
            Store::open(place)
        }
        other => other,
    }
}
