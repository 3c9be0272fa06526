//! The database: sled 0.34.7, pinned, behind guards. The only file that names it.
//!
//! It is the second copy of every event and holds what is read while working. What is measured of
//! it and why each guard stands here: its `flush` does not make data durable, so we sync the file
//! ourselves; a kill while opening leaves a half-written snapshot that must be removed before the
//! next open; it can panic on damage, so every call is caught; values above 4 KiB may never reach
//! the disk, so they are cut into chunks; after a failed write the handle is dead. Keys are random
//! ids, values are sealed and padded. Deliberately absent: what events mean (`apply`).

mod chunks;

use super::fault::{Fault, Part};
use super::files::{self, Disk};
use super::seal::{Key, context, pad, unpad};
use crate::domain::id::WorkspaceId;
use std::fs::File;
use std::num::NonZeroU64;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;
use zeroize::Zeroizing;

pub(super) use chunks::{CHUNK_DATA_BYTES, chunk_key, cut};

const VALUE_BYTES_MAX: usize = 4096;
const CACHE_BYTES: u64 = 16 * 1024 * 1024;
/// Ten minutes: how far timers of idle database threads may be put off.
const IDLE_SLACK_NANOS: u64 = 600_000_000_000;
const OPEN_SECONDS_MAX: u64 = 120;
/// An earlier handle lets go of its lock within this many tries, a pause apart: ten seconds.
const LET_GO_TRIES: usize = 500;
const LET_GO_PAUSE: Duration = Duration::from_millis(20);
const FORMAT: &[u8] = b"beschermd/store/1";

/// The trees. Their names on disk are one opaque byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tree {
    /// Frames by case, in chunks; those that are not about a case under the zero id.
    Frames,
    /// Rows of open cases.
    Rows,
    /// Cards of all cases.
    Cards,
    /// Hashed case number → case.
    Numbers,
    /// Markers and counts.
    Meta,
}

const TREES: [Tree; 5] = [Tree::Frames, Tree::Rows, Tree::Cards, Tree::Numbers, Tree::Meta];

impl Tree {
    const fn name(self) -> [u8; 1] {
        match self {
            Self::Frames => [1],
            Self::Rows => [2],
            Self::Cards => [3],
            Self::Numbers => [4],
            Self::Meta => [5],
        }
    }
}

/// One change: a value to put, or a key to take away.
pub(super) struct Write {
    /// In which tree.
    pub tree: Tree,
    /// Under which key.
    pub key: Vec<u8>,
    /// The plain value; `None` takes the key away.
    pub value: Option<Zeroizing<Vec<u8>>>,
}

/// Where a database lives and how it is sealed.
#[derive(Clone)]
pub(super) struct StorePlace {
    /// The device.
    pub disk: Disk,
    /// Its directory.
    pub dir: PathBuf,
    /// The workspace.
    pub workspace: WorkspaceId,
    /// The key of its values.
    pub key: Key,
}

/// Takes the key and plain value of an entry.
pub(super) type EachEntry<'a> = &'a mut dyn FnMut(&[u8], &[u8]) -> Result<(), Fault>;
/// Takes the id and all bytes of a stream.
pub(super) type EachStream<'a> = &'a mut dyn FnMut([u8; 16], &[u8]) -> Result<(), Fault>;
/// A key and its plain value.
type Entry = (Vec<u8>, Zeroizing<Vec<u8>>);

/// The open database.
pub(super) struct Store {
    db: sled::Db,
    trees: [sled::Tree; 5],
    place: StorePlace,
    dead: AtomicBool,
    leaving: AtomicBool,
}

impl Store {
    /// Opens or makes the database, after clearing away what a kill may have left.
    ///
    /// # Errors
    /// [`Fault::Damaged`] when it cannot be opened even without its snapshots; [`Fault::DiskFull`]
    /// and other faults of the device; [`Fault::TooSlow`].
    pub fn open(place: StorePlace) -> Result<Self, Fault> {
        place.disk.step(&place.dir)?;
        let fresh = !place.dir.exists();
        if fresh {
            place.disk.create_dir(&place.dir)?;
        }
        files::check_plain(&place.dir, true)?;
        for path in snapshots(&place.dir)? {
            if path.extension().is_some_and(|e| e == "generating") {
                place.disk.remove(&path)?;
            }
        }
        let db = match open_in_time(&place.dir) {
            Err(Fault::Damaged(_)) => {
                // Without its snapshots it replays its whole log.
                for path in snapshots(&place.dir)? {
                    let name = path.file_name().unwrap_or_default().to_string_lossy();
                    place.disk.rename(&path, &place.dir.join(format!("aside-{name}")))?;
                }
                open_in_time(&place.dir)?
            }
            other => other?,
        };
        files::close_to_others(&place.dir)?;
        let open = |tree: Tree| guarded(&place.dir, || db.open_tree(tree.name()));
        let trees = [
            open(Tree::Frames)?,
            open(Tree::Rows)?,
            open(Tree::Cards)?,
            open(Tree::Numbers)?,
            open(Tree::Meta)?,
        ];
        let store = Self {
            db,
            trees,
            place,
            dead: AtomicBool::new(false),
            leaving: AtomicBool::new(false),
        };
        if fresh {
            store.sync_creation()?;
        }
        Ok(store)
    }

    /// Once after creation: everything sled does not make durable itself.
    fn sync_creation(&self) -> Result<(), Fault> {
        guarded(&self.place.dir, || self.db.flush())?;
        for name in ["conf", "db"] {
            let path = self.place.dir.join(name);
            if path.exists() {
                let file = self.place.disk.open_file(&path)?;
                self.place.disk.sync(&file, &path)?;
            }
        }
        self.place.disk.sync_dir(&self.place.dir)?;
        self.place.disk.sync_parent(&self.place.dir)
    }

    /// Whether a write failed: the handle must be dropped and opened anew.
    pub fn is_dead(&self) -> bool {
        self.dead.load(Ordering::SeqCst)
    }

    /// Asks readers in other threads to stop: the database is about to be closed.
    pub fn ask_readers_to_leave(&self) {
        self.leaving.store(true, Ordering::SeqCst);
    }

    /// Whether readers were asked to stop.
    pub fn is_closing(&self) -> bool {
        self.leaving.load(Ordering::SeqCst)
    }

    /// A value; `None` when there is none.
    ///
    /// # Errors
    /// [`Fault::Damaged`] when it cannot be read or opened.
    pub fn get(&self, tree: Tree, key: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>, Fault> {
        let found = guarded(&self.place.dir, || self.tree(tree).get(key))?;
        found.map(|value| self.unseal(tree, key, &value)).transpose()
    }

    /// Tells every key and value under a prefix, in order. Stops at the first error.
    pub fn each(&self, tree: Tree, prefix: &[u8], each: EachEntry<'_>) -> Result<(), Fault> {
        let mut entries = self.tree(tree).scan_prefix(prefix);
        loop {
            let next = guarded(&self.place.dir, || entries.next().transpose())?;
            let Some((key, value)) = next else { return Ok(()) };
            let plain = self.unseal(tree, &key, &value)?;
            each(&key, &plain)?;
        }
    }

    /// The last key and value under a prefix.
    pub fn last(&self, tree: Tree, prefix: &[u8]) -> Result<Option<Entry>, Fault> {
        let mut entries = self.tree(tree).scan_prefix(prefix);
        let found = guarded(&self.place.dir, || entries.next_back().transpose())?;
        let opened = found.map(|(key, value)| {
            let plain = self.unseal(tree, &key, &value)?;
            Ok((key.to_vec(), plain))
        });
        opened.transpose()
    }

    /// Applies changes in all trees at once: all or none. Not durable yet: see [`Self::sync`].
    pub fn commit(&self, writes: &[Write]) -> Result<(), Fault> {
        if self.is_dead() {
            return Err(Fault::Damaged(Part::Database));
        }
        let done = self.try_commit(writes);
        self.dead.fetch_or(done.is_err(), Ordering::SeqCst);
        done
    }

    fn try_commit(&self, writes: &[Write]) -> Result<(), Fault> {
        self.place.disk.step(&self.place.dir)?;
        let mut sealed = Vec::with_capacity(writes.len());
        for write in writes {
            let value = match &write.value {
                Some(plain) => Some(self.seal(write.tree, &write.key, plain)?),
                None => None,
            };
            sealed.push((write.tree, &write.key, value));
        }
        guarded(&self.place.dir, || {
            use sled::transaction::{
                ConflictableTransactionError, TransactionError, Transactional,
            };
            let done = self.trees.as_slice().transaction(|trees| {
                for (tree, key, value) in &sealed {
                    let Some(target) = trees.get(index(*tree)) else { continue };
                    match value {
                        Some(value) => target.insert(key.as_slice(), value.as_slice())?,
                        None => target.remove(key.as_slice())?,
                    };
                }
                Ok::<(), ConflictableTransactionError<()>>(())
            });
            match done {
                Ok(()) | Err(TransactionError::Abort(())) => Ok(()),
                Err(TransactionError::Storage(error)) => Err(error),
            }
        })
    }

    /// Makes everything committed durable: sled's own flush, and then the sync it leaves out.
    pub fn sync(&self) -> Result<(), Fault> {
        let path = self.place.dir.join("db");
        let done = guarded(&self.place.dir, || self.db.flush()).and_then(|_| {
            let file = File::open(&path).map_err(|e| Fault::io(&path, &e))?;
            self.place.disk.sync(&file, &path)
        });
        self.dead.fetch_or(done.is_err(), Ordering::SeqCst);
        done
    }

    /// Spoils a value, as a damaged disk would.
    #[cfg(test)]
    pub fn spoil(&self, tree: Tree, key: &[u8]) {
        let _ = self.tree(tree).insert(key, b"spoiled");
    }

    /// Takes a value away without a trace, as a damaged disk would.
    #[cfg(test)]
    pub fn steal(&self, tree: Tree, key: &[u8]) {
        let _ = self.tree(tree).remove(key);
    }

    /// Whether anything was written to files that are never synced. Must stay `false`.
    pub fn has_blobs(&self) -> Result<bool, Fault> {
        Ok(!files::list(&self.place.dir.join("blobs"))?.is_empty())
    }

    fn tree(&self, tree: Tree) -> &sled::Tree {
        let [frames, rows, cards, numbers, meta] = &self.trees;
        match tree {
            Tree::Frames => frames,
            Tree::Rows => rows,
            Tree::Cards => cards,
            Tree::Numbers => numbers,
            Tree::Meta => meta,
        }
    }

    fn seal(&self, tree: Tree, key: &[u8], plain: &[u8]) -> Result<Vec<u8>, Fault> {
        let sealed = self.place.key.seal(&self.value_place(tree, key), &pad(plain))?;
        if sealed.len() > VALUE_BYTES_MAX {
            return Err(Fault::TooLarge(sealed.len()));
        }
        Ok(sealed)
    }

    fn unseal(&self, tree: Tree, key: &[u8], value: &[u8]) -> Result<Zeroizing<Vec<u8>>, Fault> {
        let plain = self
            .place
            .key
            .open(&self.value_place(tree, key), value)
            .ok_or(Fault::Damaged(Part::Database))?;
        let content = unpad(&plain).ok_or(Fault::Damaged(Part::Database))?;
        Ok(Zeroizing::new(content.to_vec()))
    }

    fn value_place(&self, tree: Tree, key: &[u8]) -> Vec<u8> {
        context(&[FORMAT, &self.place.workspace.0, &tree.name(), key])
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // A last flush; what is not in here yet is in the feed. sled must not take us down with it.
        let _ = catch_unwind(AssertUnwindSafe(|| self.db.flush()));
        let _ = files::close_to_others(&self.place.dir);
    }
}

fn index(tree: Tree) -> usize {
    TREES.iter().position(|t| *t == tree).unwrap_or(0)
}

fn snapshots(dir: &Path) -> Result<Vec<PathBuf>, Fault> {
    let mut paths = files::list(dir)?;
    paths
        .retain(|p| p.file_name().and_then(|n| n.to_str()).is_some_and(|n| n.starts_with("snap.")));
    Ok(paths)
}

/// Opens, and tries again while sled's own lock is held. No other process can hold it, because ours
/// is taken first: it is an earlier handle of this process, whose threads are still letting go.
fn open_in_time(dir: &Path) -> Result<sled::Db, Fault> {
    for _ in 0..LET_GO_TRIES {
        match open_aside(dir) {
            Err(Fault::InUse { .. }) => std::thread::sleep(LET_GO_PAUSE),
            outcome => return outcome,
        }
    }
    open_aside(dir)
}

/// Opens in a thread of its own, so that neither a panic nor a hang in there stops the desk. That
/// thread must never sleep: see [`rest_long`].
fn open_aside(dir: &Path) -> Result<sled::Db, Fault> {
    let (tell, told) = mpsc::channel();
    let path = dir.to_path_buf();
    let opener = std::thread::Builder::new().name("database opener".into()).spawn(move || {
        rest_long();
        let config = sled::Config::new()
            .path(&path)
            .cache_capacity(CACHE_BYTES)
            .flush_every_ms(None)
            .print_profile_on_drop(false);
        // The first write starts sled's threads: here, so that they inherit the long rest.
        let opened = guarded(&path, || config.open().and_then(|db| db.flush().map(|_| db)));
        let _ = tell.send(opened);
    });
    opener.map_err(|e| Fault::io(dir, &e))?;
    match told.recv_timeout(Duration::from_secs(OPEN_SECONDS_MAX)) {
        Ok(outcome) => outcome,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(Fault::TooSlow),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(Fault::Damaged(Part::Database)),
    }
}

/// Lets the threads that sled starts from here sleep on: each of its eight wakes every second to
/// look for work that it is told of anyway, and a desk where nothing happens must cost nothing.
/// The kernel may then put those timers off; work is still taken up at once.
fn rest_long() {
    // Without it the threads wake as they always did.
    let _as_before = rustix::thread::set_current_timer_slack(NonZeroU64::new(IDLE_SLACK_NANOS));
}

/// Runs a call into sled: its panics and its errors become faults.
fn guarded<T>(dir: &Path, call: impl FnOnce() -> sled::Result<T>) -> Result<T, Fault> {
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(sled::Error::Io(error))) if error.to_string().contains("acquire lock") => {
            Err(Fault::InUse {
                pid: 0,
                owner: String::new(),
                since: String::new(),
                terminal: String::new(),
            })
        }
        Ok(Err(sled::Error::Io(error))) if error.kind() != std::io::ErrorKind::Other => {
            match Fault::io(dir, &error) {
                // An unexpected end of file and the like is damage, not the device.
                Fault::Io { code: None, .. } => Err(Fault::Damaged(Part::Database)),
                fault => Err(fault),
            }
        }
        Ok(Err(_)) | Err(_) => Err(Fault::Damaged(Part::Database)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_handle_that_is_still_letting_go_is_waited_for() {
        let home = tempfile::tempdir().unwrap();
        let earlier = open_in_time(home.path()).unwrap();
        let lets_go = std::thread::spawn(move || {
            std::thread::sleep(LET_GO_PAUSE * 5);
            drop(earlier);
        });
        assert!(open_in_time(home.path()).is_ok());
        lets_go.join().unwrap();
    }
}
