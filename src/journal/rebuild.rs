//! Building the database anew from the feeds, in a directory beside it, and swapping it in.
//!
//! First every frame goes to its case's stream, then every case is folded once. Also the way to
//! compact, and to leave no trace of what was destroyed. Deliberately absent: healing the feeds.

use super::apply::{self, Change, Context, NO_CASE, Pending};
use super::core::{Core, Tell};
use super::fault::{Fault, Notice, Part, Progress};
use super::feed::{self, Marker};
use super::site;
use super::store::{Store, Tree};
use crate::domain::event::Event;
use crate::domain::id::{CaseId, OriginId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

const BATCH_FRAMES: usize = 4_000;
const BATCH_CASES: usize = 300;
const READERS_LEAVE_MILLIS: u32 = 3_000;

/// A database in the making.
struct Building {
    store: Store,
    book: apply::Book,
    cases: BTreeSet<CaseId>,
    markers: BTreeMap<OriginId, Marker>,
    done: u64,
}

impl Core {
    /// Builds the database anew from the feeds. The old one is set aside when it was damaged.
    pub fn rebuild_store(&mut self, tell: Tell<'_>) -> Result<(), Fault> {
        let place = self.site.store_place("db.new", &self.keys.station);
        remove_dir(&place.dir)?;
        let mut building = Building {
            store: Store::open(place)?,
            book: apply::Book::default(),
            cases: BTreeSet::new(),
            markers: BTreeMap::new(),
            done: 0,
        };
        for origin in feed::origins(&self.site.dir)? {
            self.gather(origin, &mut building, tell)?;
        }
        self.fold_all(&mut building, tell)?;
        let mut writes = vec![building.book.write()];
        writes.extend(building.markers.iter().map(|(o, m)| apply::marker_write(*o, m)));
        building.store.commit(&writes)?;
        building.store.sync()?;
        let Building { store, done, .. } = building;
        drop(store);
        self.swap_in()?;
        self.pending.clear();
        self.pending_marker = None;
        self.notices.push(Notice::Rebuilt { events: done });
        Ok(())
    }

    /// First pass: the frames of a feed, by case.
    fn gather(
        &mut self,
        origin: OriginId,
        building: &mut Building,
        tell: Tell<'_>,
    ) -> Result<(), Fault> {
        let dir = feed::dir_of(&self.site.dir, origin);
        let sealer = self.opener.sealer.clone();
        let mut batch: Vec<Pending> = Vec::new();
        let mut last: Option<Marker> = None;
        feed::read(&sealer, &dir, None, &mut |met| {
            if last.is_some_and(|m| !m.head.is_behind(&met.marker.head)) {
                return Ok(());
            }
            last = Some(met.marker);
            let event = Event { id: met.opened.id, header: met.opened.header, body: None };
            batch.push(Pending { event, frame: met.raw.bytes.to_vec() });
            if batch.len() >= BATCH_FRAMES {
                building.append(&batch)?;
                batch.clear();
                tell(Progress::Rebuilding(building.done, 0));
            }
            Ok(())
        })?;
        building.append(&batch)?;
        if let Some(marker) = last {
            building.markers.insert(origin, marker);
        }
        Ok(())
    }

    /// Second pass: every case folded once.
    fn fold_all(&mut self, building: &mut Building, tell: Tell<'_>) -> Result<(), Fault> {
        let cases: Vec<CaseId> = building.cases.iter().copied().collect();
        let total = building.done;
        for (round, some) in cases.chunks(BATCH_CASES).enumerate() {
            let mut change = Change::new(building.book.clone());
            for case in some {
                let stream = building.store.stream(Tree::Frames, &case.0)?;
                let events = self.opener.events(&stream)?;
                let context = Context {
                    store: &building.store,
                    opener: &mut self.opener,
                    number_key: &self.number_key,
                    code: &self.site.station.code,
                };
                change.fold(&context, (*case, false, false), &events)?;
            }
            building.store.commit(&change.writes)?;
            building.book = change.book;
            let share = ((round + 1) * BATCH_CASES).min(cases.len()) as u64;
            tell(Progress::Rebuilding(total * share / cases.len().max(1) as u64, total));
        }
        Ok(())
    }

    /// Closes the old database, puts the new one in its place, and opens it.
    fn swap_in(&mut self) -> Result<(), Fault> {
        self.close_store();
        let dir = &self.site.dir;
        let (current, fresh, old) = (dir.join("db"), dir.join("db.new"), dir.join("db.old"));
        remove_dir(&old)?;
        if current.exists() {
            self.site.disk.rename(&current, &old)?;
        }
        self.site.disk.rename(&fresh, &current)?;
        remove_dir(&old)?;
        let place = self.site.store_place("db", &self.keys.station);
        self.store = Some(Arc::new(Store::open(place)?));
        Ok(())
    }

    /// Lets go of the database; waits a moment for readers in other threads.
    pub fn close_store(&mut self) {
        let Some(store) = self.store.take() else { return };
        store.ask_readers_to_leave();
        for _ in 0..READERS_LEAVE_MILLIS {
            if Arc::strong_count(&store) == 1 {
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// After a failed write or read: opens the database again; when that does not help, sets it
    /// aside and builds it anew.
    pub fn revive_store(&mut self, tell: Tell<'_>) -> Result<(), Fault> {
        self.close_store();
        let place = self.site.store_place("db", &self.keys.station);
        match Store::open(place.clone()) {
            Ok(store) => {
                self.store = Some(Arc::new(store));
                self.bring_together(tell)
            }
            Err(Fault::Damaged(_) | Fault::TooSlow) => {
                let disk = self.site.disk.clone();
                site::set_aside(&disk, &place.dir, Part::Database, &mut self.notices)?;
                self.store = Some(Arc::new(Store::open(place)?));
                self.mend(tell)
            }
            Err(fault) => Err(fault),
        }
    }
}

impl Building {
    fn append(&mut self, batch: &[Pending]) -> Result<(), Fault> {
        let mut by_stream: BTreeMap<[u8; 16], Vec<&Pending>> = BTreeMap::new();
        for pending in batch {
            by_stream.entry(pending.stream()).or_default().push(pending);
        }
        let mut change = Change::new(self.book.clone());
        for (id, frames) in by_stream {
            let known = id == NO_CASE || self.cases.contains(&CaseId(id));
            let (number, tail) =
                if known { self.store.tail(Tree::Frames, &id)? } else { Default::default() };
            change.append_behind((id, number, &tail), &frames);
            if id != NO_CASE {
                self.cases.insert(CaseId(id));
            }
        }
        self.store.commit(&change.writes)?;
        self.book = change.book;
        self.done += batch.len() as u64;
        Ok(())
    }
}

fn remove_dir(dir: &Path) -> Result<(), Fault> {
    match std::fs::remove_dir_all(dir) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Fault::io(dir, &e)),
        _ => Ok(()),
    }
}
