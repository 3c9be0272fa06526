//! Faults, notices and findings of the journal in words: what happened, what was kept safe, what
//! to do. Each fault also has its exit code.
//!
//! Deliberately absent: values of persons; the journal gives none.

use super::exit::{Exit, Stop};
use super::output::{safe, safe_path};
use crate::domain::time::Moment;
use crate::journal::{Fault, Notice, Part, Problem, Progress};
use crate::text::{Arg, Key, Text, dates};

/// A fault as the end of a command.
#[must_use]
pub fn stop(fault: &Fault, text: &Text) -> Stop {
    let words = |key, args: &[(&str, Arg<'_>)]| text.with(key, args);
    let at = |key, path| words(key, &[("path", Arg::from(&safe_path(path)))]);
    let said = match fault {
        Fault::DiskFull(_) => words(Key::ErrorDiskFull, &[]),
        Fault::ReadOnly(path) => at(Key::CommandReadOnly, path),
        Fault::NoAccess(path) => at(Key::CommandNoAccess, path),
        Fault::Io { path, code } => words(
            Key::CommandDiskFault,
            &[
                ("path", Arg::from(&safe_path(path))),
                ("code", Arg::from(i64::from(code.unwrap_or(0)))),
            ],
        ),
        Fault::InUse { pid, owner, since, terminal } => words(
            Key::CommandInUse,
            &[
                ("pid", Arg::from(*pid)),
                ("owner", Arg::from(&safe(owner))),
                ("since", Arg::from(&safe(&since_words(since, text)))),
                ("terminal", Arg::from(&safe(terminal))),
            ],
        ),
        Fault::WrongMode { path, .. } => at(Key::ErrorWrongMode, path),
        Fault::WrongOwner { path, .. } => at(Key::ErrorWrongOwner, path),
        Fault::NotPlain(path) => at(Key::CommandNotPlain, path),
        Fault::WrongPassphrase => words(Key::CommandWrongPassphrase, &[]),
        Fault::WhichStaff(_) => words(Key::CommandWhichStaff, &[]),
        Fault::CodeMistyped => words(Key::CommandCodeMistyped, &[]),
        Fault::MemoryShort { .. } => words(Key::ErrorMemoryShort, &[]),
        Fault::Damaged(damaged) => {
            words(Key::ErrorBothDamaged, &[("what", Arg::from(text.get(part(*damaged))))])
        }
        Fault::NotSetUp(path) => at(Key::ErrorNoWorkstation, path),
        Fault::AlreadySetUp(path) => at(Key::CommandNotEmpty, path),
        Fault::TooNew(_) => words(Key::ErrorNewerFormat, &[]),
        Fault::NoKey(_) => words(Key::CommandNoKey, &[]),
        Fault::KeyDestroyed => words(Key::ErrorKeyGone, &[]),
        Fault::NoSuchStaff => words(Key::CommandNoSuchStaff, &[]),
        Fault::TooLarge(_) => words(Key::CommandTooLarge, &[]),
        Fault::NoRandomness => words(Key::CommandNoRandomness, &[]),
        Fault::TooSlow => words(Key::CommandTooSlow, &[]),
    };
    Stop::Told(exit(fault), said)
}

const fn exit(fault: &Fault) -> Exit {
    match fault {
        Fault::WhichStaff(_) | Fault::NotSetUp(_) => Exit::Usage,
        Fault::WrongPassphrase
        | Fault::CodeMistyped
        | Fault::AlreadySetUp(_)
        | Fault::NoKey(_)
        | Fault::KeyDestroyed
        | Fault::NoSuchStaff
        | Fault::TooLarge(_) => Exit::Refused,
        Fault::DiskFull(_)
        | Fault::ReadOnly(_)
        | Fault::NoAccess(_)
        | Fault::Io { .. }
        | Fault::InUse { .. }
        | Fault::WrongMode { .. }
        | Fault::WrongOwner { .. }
        | Fault::NotPlain(_)
        | Fault::MemoryShort { .. }
        | Fault::Damaged(_)
        | Fault::TooNew(_)
        | Fault::NoRandomness
        | Fault::TooSlow => Exit::Fault,
    }
}

fn since_words(since: &str, text: &Text) -> String {
    match Moment::parse_rfc3339(since) {
        Some(at) => dates::short_moment(at, text),
        None => text.get(Key::Unknown).to_owned(),
    }
}

/// What was found and dealt with.
#[must_use]
pub fn notice(notice: &Notice, text: &Text) -> String {
    let about = |key, path| text.with(key, &[("path", Arg::from(&safe_path(path)))]);
    let count = |key, count: u64| text.count(key, usize::try_from(count).unwrap_or(usize::MAX));
    match notice {
        Notice::Healed { path, .. } => about(Key::CommandHealed, path),
        Notice::SetAside { path, .. } => about(Key::CommandSetAside, path),
        Notice::Rebuilt { events } => count(Key::CommandRebuilt, *events),
        Notice::FeedHealed { events } => count(Key::CommandFeedHealed, *events),
        Notice::TornTailCut { .. } => text.get(Key::CommandTornTail).to_owned(),
        Notice::Lost(range) => {
            text.with(Key::CommandLost, &[("range", Arg::from(&range.to_string()))])
        }
        Notice::EndDamaged { path } => about(Key::CommandEndDamaged, path),
        Notice::KeysLost { count: keys } => count(Key::CommandKeysLost, *keys),
        Notice::NewIncarnation(_) => text.get(Key::CommandNewLife).to_owned(),
        Notice::ReserveReleased => text.get(Key::CommandReserve).to_owned(),
        Notice::NetworkDisk { .. } => text.get(Key::CommandNetworkDisk).to_owned(),
    }
}

/// Something a check found.
#[must_use]
pub fn problem(problem: &Problem, text: &Text) -> String {
    let count = |key, count: u64| text.count(key, usize::try_from(count).unwrap_or(usize::MAX));
    match problem {
        Problem::Missing(range) => {
            text.with(Key::CommandLost, &[("range", Arg::from(&range.to_string()))])
        }
        Problem::FeedDamaged { path, from, to } => text.with(
            Key::CommandFeedDamaged,
            &[
                ("path", Arg::from(&safe_path(path))),
                ("from", Arg::from(&from.to_string())),
                ("to", Arg::from(&to.to_string())),
            ],
        ),
        Problem::ChainBroken { origin, .. } => {
            text.with(Key::CommandChainBroken, &[("origin", Arg::from(&origin.hex()))])
        }
        Problem::DatabaseDamaged => text.get(Key::CommandDatabaseDamaged).to_owned(),
        Problem::DatabaseLacks { events } => count(Key::CommandDatabaseLacks, *events),
        Problem::FeedLacks { events } => count(Key::CommandFeedLacks, *events),
        Problem::CopyDamaged(damaged) => {
            text.with(Key::CommandCopyDamaged, &[("what", Arg::from(text.get(part(*damaged))))])
        }
        Problem::KeysLost { events } => count(Key::CommandPayloadsLost, *events),
        Problem::PayloadsDamaged { events } => count(Key::CommandPayloadsDamaged, *events),
    }
}

/// The stable name of a finding, for JSON.
#[must_use]
pub const fn problem_name(problem: &Problem) -> &'static str {
    match problem {
        Problem::Missing(_) => "missing",
        Problem::FeedDamaged { .. } => "feed-damaged",
        Problem::ChainBroken { .. } => "chain-broken",
        Problem::DatabaseDamaged => "database-damaged",
        Problem::DatabaseLacks { .. } => "database-lacks",
        Problem::FeedLacks { .. } => "feed-lacks",
        Problem::CopyDamaged(_) => "copy-damaged",
        Problem::KeysLost { .. } => "keys-lost",
        Problem::PayloadsDamaged { .. } => "payloads-damaged",
    }
}

const fn part(part: Part) -> Key {
    match part {
        Part::Station => Key::CommandPartStation,
        Part::Keyring => Key::CommandPartKeyring,
        Part::Vault => Key::CommandPartVault,
        Part::Feed => Key::CommandPartFeed,
        Part::Database => Key::CommandPartDatabase,
        Part::Draft => Key::CommandPartDraft,
        Part::HighWater => Key::CommandPartHighWater,
        Part::Backup => Key::CommandPartBackup,
    }
}

/// How far a long task is: what it does, done, of all.
#[must_use]
pub fn progress(progress: Progress) -> (Key, (usize, usize)) {
    let of = |done: u64, all: u64| {
        (usize::try_from(done).unwrap_or(usize::MAX), usize::try_from(all).unwrap_or(usize::MAX))
    };
    match progress {
        Progress::Unlocking => (Key::CommandUnlocking, (0, 1)),
        Progress::Opening => (Key::CommandOpening, (0, 1)),
        Progress::Reading(done, all) => (Key::CommandReading, of(done / 1024, all / 1024)),
        Progress::Rebuilding(done, all) => (Key::CommandRebuilding, of(done, all)),
        Progress::Checking(done, all) => (Key::CommandChecking, of(done, all)),
    }
}
