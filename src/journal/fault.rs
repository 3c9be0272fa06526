//! What can go wrong on disk, what was healed, and how far a long task is.
//!
//! A [`Fault`] stops something; a [`Notice`] tells about something that went on. Both hold paths,
//! numbers and ids only: never a value of a person, never a key. Deliberately absent: sentences
//! for people. The kinds are what the shell turns into words.

use crate::domain::id::{Incarnation, OriginId};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A part of the data directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// `station.toml`.
    Station,
    /// The slots that hold the keys of the staff.
    Keyring,
    /// The keys of cases, reporters and shielded addresses.
    Vault,
    /// The append-only files.
    Feed,
    /// The database.
    Database,
    /// A half-typed form.
    Draft,
    /// The high-water mark of our own feed.
    HighWater,
    /// A backup.
    Backup,
}

/// A class of keys. Which ones a member of staff holds follows from the role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyClass {
    /// Casework.
    Case,
    /// Who reported.
    Reporter,
    /// Shielded addresses.
    Address,
    /// The log of looks.
    Audit,
}

/// Why something was not done. Whatever was acknowledged before stays safe.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// No room left on the device or in the quota.
    #[error("disk full: {0}")]
    DiskFull(PathBuf),
    /// The device can only be read.
    #[error("read-only: {0}")]
    ReadOnly(PathBuf),
    /// The operating system refuses access.
    #[error("no access: {0}")]
    NoAccess(PathBuf),
    /// Any other error of the device, with the number of the operating system.
    #[error("input/output error {code:?}: {path}")]
    Io {
        /// Where.
        path: PathBuf,
        /// `errno`, when there is one.
        code: Option<i32>,
    },
    /// Another process has this workstation open.
    #[error("in use by process {pid} on {terminal} since {since}")]
    InUse {
        /// Its process id; 0 when it could not be read.
        pid: u32,
        /// The user of the operating system; empty when it could not be read.
        owner: String,
        /// Since when, RFC 3339; empty when it could not be read.
        since: String,
        /// On which terminal.
        terminal: String,
    },
    /// Others may read or write this file or directory.
    #[error("mode {mode:o} is too open: {path}")]
    WrongMode {
        /// Where.
        path: PathBuf,
        /// The permission bits found.
        mode: u32,
    },
    /// This file or directory belongs to another user.
    #[error("owned by user {owner}: {path}")]
    WrongOwner {
        /// Where.
        path: PathBuf,
        /// The user id found.
        owner: u32,
    },
    /// A symbolic link, pipe, device or the like, where a plain file or directory must be.
    #[error("not a plain file or directory: {0}")]
    NotPlain(PathBuf),
    /// The passphrase or recovery code opens no slot. The same for every cause.
    #[error("the passphrase does not open this workstation")]
    WrongPassphrase,
    /// There are too many slots to try them all: say who you are.
    #[error("{0} staff: say who")]
    WhichStaff(usize),
    /// The recovery code was mistyped: its check group does not fit.
    #[error("recovery code mistyped")]
    CodeMistyped,
    /// Not enough memory to derive a key.
    #[error("{mebibytes} MiB of memory needed")]
    MemoryShort {
        /// How much is needed.
        mebibytes: u32,
    },
    /// A part is damaged and cannot be healed from its other copy.
    #[error("damaged: {0:?}")]
    Damaged(Part),
    /// No workstation here.
    #[error("no workstation here: {0}")]
    NotSetUp(PathBuf),
    /// There is a workstation here already, or something else.
    #[error("not empty: {0}")]
    AlreadySetUp(PathBuf),
    /// Written by a newer version of the program.
    #[error("written by a newer version: format {0}")]
    TooNew(u32),
    /// The keyring slot of this member of staff lacks a class of keys.
    #[error("no key of class {0:?}")]
    NoKey(KeyClass),
    /// The key of this case was destroyed: nothing can be recorded in it any more.
    #[error("key destroyed")]
    KeyDestroyed,
    /// Nobody with this id has a slot.
    #[error("no such member of staff")]
    NoSuchStaff,
    /// A fact is larger than an event may be.
    #[error("{0} bytes is more than an event may hold")]
    TooLarge(usize),
    /// The operating system gave no random bytes.
    #[error("no randomness")]
    NoRandomness,
    /// The device did not answer within the time limit.
    #[error("the database did not open in time")]
    TooSlow,
}

impl Fault {
    /// The fault of an error of the operating system at a path.
    #[must_use]
    pub fn io(path: &Path, error: &io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull(path),
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(path),
            io::ErrorKind::PermissionDenied => Self::NoAccess(path),
            _ => Self::Io { path, code: error.raw_os_error() },
        }
    }

    /// Whether making room on the device would help.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        matches!(self, Self::DiskFull(_))
    }
}

/// A run of sequence numbers of one station, first and last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range {
    /// The station.
    pub origin: OriginId,
    /// Which life of it.
    pub incarnation: Incarnation,
    /// First sequence number.
    pub first: u64,
    /// Last sequence number.
    pub last: u64,
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{} {}-{}", self.origin, self.incarnation.0, self.first, self.last)
    }
}

/// Something that was found and dealt with; to be shown on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A damaged or missing copy was written anew from the good one.
    Healed {
        /// Which part.
        part: Part,
        /// The copy that was healed.
        path: PathBuf,
    },
    /// A damaged part was set aside under another name.
    SetAside {
        /// Which part.
        part: Part,
        /// Its new name.
        path: PathBuf,
    },
    /// The database was built anew from the feeds.
    Rebuilt {
        /// Number of events.
        events: u64,
    },
    /// Events of the feed were written anew from the database.
    FeedHealed {
        /// How many.
        events: u64,
    },
    /// A save that was cut off half-way, before it was acknowledged, was removed.
    TornTailCut {
        /// How many bytes.
        bytes: u64,
    },
    /// These events are lost on this station: neither copy holds them.
    Lost(Range),
    /// The end of our feed is damaged in a way that does not tell how many events it held.
    EndDamaged {
        /// The file.
        path: PathBuf,
    },
    /// Keys of cases, reporters or addresses are lost: what they seal cannot be read.
    KeysLost {
        /// How many.
        count: u64,
    },
    /// The station begins a new life: its feed is behind what it had written.
    NewIncarnation(Incarnation),
    /// The reserve file was removed to make room: the disk is full.
    ReserveReleased,
    /// The data directory lies on a network file system.
    NetworkDisk {
        /// The magic number of the file system.
        kind: u64,
    },
}

/// How far a long task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Deriving a key from the passphrase.
    Unlocking,
    /// Opening the database.
    Opening,
    /// Reading the feeds: bytes done, of all.
    Reading(u64, u64),
    /// Writing a copy anew: events done, of all (0 when not known yet).
    Rebuilding(u64, u64),
    /// Checking: events done, of all (0 when not known yet).
    Checking(u64, u64),
}
