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
            book: apply::Book {
                generation: self.opener.vault.generation(),
                ..apply::Book::default()
            },
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::super::store::chunk_key;
    use super::super::{Cost, Journal, LockInfo, Passphrase, Setup};
    use super::*;
    use crate::domain::event::Draft;
    use crate::domain::fact::{CaseNumber, Fact, Note, NoteKind, Opening, StaffRole};
    use crate::domain::id::NoteId;
    use crate::domain::time::Moment;

    const CASE: CaseId = CaseId([5; 16]);
    const AT: Moment = Moment(1_791_180_000_000);

    fn filled(dir: &Path) -> Journal {
        let setup = Setup {
            organisation: "Veilig Thuis Proefstad".into(),
            station_code: "ZW1".into(),
            staff_name: "Anna Proef".into(),
            role: StaffRole::Manager,
            passphrase: Passphrase::from_text("x"),
            lang: "nl".into(),
            cost: Cost::DEMO,
        };
        let info = LockInfo { owner: String::new(), since: String::new(), terminal: String::new() };
        let (mut journal, _) = Journal::create(dir, setup, &info, AT).unwrap();
        let number = CaseNumber::new("ZW1", 2026, 1);
        let opened = Fact::CaseOpened { number, opening: Opening::Report };
        let note = Note {
            kind: NoteKind::Internal,
            text: "lang ".repeat(3_000),
            about: Vec::new(),
            took_place: None,
        };
        let note = Fact::NoteWritten { note: NoteId([6; 16]), content: Some(note) };
        let drafts = vec![Draft::new(CASE, opened), Draft::new(CASE, note)];
        let me = journal.me();
        journal.record(me, AT, drafts).unwrap();
        journal.settle().unwrap();
        journal
    }

    #[test]
    fn a_spoiled_value_is_a_fault_and_reviving_heals_it() {
        for (tree, number) in
            [(Tree::Frames, 0), (Tree::Frames, 2), (Tree::Cards, 0), (Tree::Rows, 0)]
        {
            let home = tempfile::tempdir().unwrap();
            let mut journal = filled(&home.path().join("data"));
            let before = journal.case(CASE).unwrap();
            journal.core.store().unwrap().spoil(tree, &chunk_key(&CASE.0, number));
            assert!(!journal.check(&mut |_| {}).unwrap().problems.is_empty(), "{tree:?}");
            if tree != Tree::Rows {
                assert!(matches!(journal.case(CASE), Err(Fault::Damaged(_))), "{tree:?}");
            }
            journal.revive(&mut |_| {}).unwrap();
            assert!(journal.case(CASE).unwrap() == before);
            assert_eq!(journal.check(&mut |_| {}).unwrap().problems, Vec::new());
        }
    }

    #[test]
    fn a_value_that_vanished_is_never_a_silent_loss() {
        let first = chunk_key(&CASE.0, 0);
        let last = chunk_key(&CASE.0, 4);
        for (tree, key) in [
            (Tree::Frames, &first),
            (Tree::Frames, &last),
            (Tree::Cards, &first),
            (Tree::Rows, &first),
        ] {
            let home = tempfile::tempdir().unwrap();
            let mut journal = filled(&home.path().join("data"));
            let hash = journal.check(&mut |_| {}).unwrap().state_hash;
            journal.core.store().unwrap().steal(tree, key);
            let report = journal.check(&mut |_| {}).unwrap();
            assert_eq!(report.state_hash, hash);
            assert!(!report.problems.is_empty(), "{tree:?}");
            let told = match tree {
                Tree::Rows => journal.core.load().is_err(),
                Tree::Cards => journal.cards(&mut |_| {}).is_err(),
                Tree::Frames | Tree::Numbers | Tree::Meta => journal.case(CASE).is_err(),
            };
            assert!(told, "{tree:?}");
            journal.revive(&mut |_| {}).unwrap();
            assert_eq!(journal.check(&mut |_| {}).unwrap().problems, Vec::new());
        }
    }

    #[test]
    fn a_crash_while_destroying_keys_leaves_no_trace_of_them_behind() {
        use super::super::vault::KeyName;
        use crate::domain::fact::Secrecy;
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("data");
        let mut journal = filled(&dir);
        let name = KeyName::of(Secrecy::Case(CASE)).unwrap();
        let keys = journal.core.keys.clone();
        journal.core.opener.vault.forget(&[name], &keys).unwrap();
        // Here the process ends. The row of the case is still in the database.
        let word = Passphrase::from_text("x");
        let mut journal = journal.lock().unlock(None, &word, &mut |_| {}).ok().unwrap();
        assert!(journal.queue().unwrap().is_empty());
        assert!(journal.case(CASE).unwrap().unwrap().notes.is_empty());
        let mut numbers = 0;
        journal.cards(&mut |card| numbers += usize::from(!card.number.is_empty())).unwrap();
        assert_eq!(numbers, 0);
        assert_eq!(journal.check(&mut |_| {}).unwrap().problems, Vec::new());
    }

    #[test]
    fn a_half_written_snapshot_of_a_killed_start_is_cleared_away() {
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("data");
        let journal = filled(&dir);
        let locked = journal.lock();
        std::fs::write(dir.join("db/snap.00000000000FFFFF.generating"), b"half").unwrap();
        let word = Passphrase::from_text("x");
        let mut journal = locked.unlock(None, &word, &mut |_| {}).ok().unwrap();
        assert_eq!(journal.take_notices(), Vec::new());
        assert!(journal.case(CASE).unwrap().is_some());
    }

    #[test]
    fn a_value_that_is_too_long_is_refused_and_no_blob_is_ever_written() {
        let home = tempfile::tempdir().unwrap();
        let journal = filled(&home.path().join("data"));
        let store = journal.core.store().unwrap();
        let value = Some(zeroize::Zeroizing::new(vec![0; 4_000]));
        let write = super::super::store::Write { tree: Tree::Meta, key: b"x".to_vec(), value };
        assert!(matches!(store.commit(&[write]), Err(Fault::TooLarge(_))));
        assert!(!store.has_blobs().unwrap());
    }

    #[test]
    fn a_journal_and_a_card_reader_can_work_in_another_thread() {
        fn sendable<T: Send>() {}
        sendable::<Journal>();
        sendable::<super::super::CardReader>();
        sendable::<super::super::Locked>();
        sendable::<super::super::DraftBox>();
    }
}
