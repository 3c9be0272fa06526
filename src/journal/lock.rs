//! The lock file: one process at a time, and who it is.
//!
//! The kernel holds the lock and frees it when the process ends, however it ends; the content only
//! tells a second opener who, since when and where. Deliberately absent: waiting for longer
//! than the tenth of a second in which a holder may be ending.

use super::fault::Fault;
use super::files::{self, Disk};
use std::fs::{File, TryLockError};
use std::io::{Seek, SeekFrom};
use std::path::Path;
use std::time::Duration;

const NAME: &str = "lock";
// A holder that is just ending, or a child between its fork and its exec, is gone in a moment.
const TRIES: u32 = 10;
const TRY_MILLIS: u64 = 10;

/// What a second opener is told about the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockInfo {
    /// The user of the operating system; empty when it has no name.
    pub owner: String,
    /// Since when, RFC 3339.
    pub since: String,
    /// On which terminal; empty when there is none.
    pub terminal: String,
}

/// The held lock; dropping it frees it.
pub(super) struct Lock(#[expect(dead_code, reason = "held for its kernel lock alone")] File);

/// Takes the lock of a data directory.
///
/// # Errors
/// [`Fault::InUse`] when another process holds it.
pub(super) fn take(disk: &Disk, dir: &Path, info: &LockInfo) -> Result<Lock, Fault> {
    let path = dir.join(NAME);
    let mut file = match disk.create_file(&path) {
        Ok(file) => file,
        Err(Fault::Io { .. }) if path.exists() => disk.open_file(&path)?,
        Err(fault) => return Err(fault),
    };
    let mut tries_left = TRIES;
    loop {
        match file.try_lock() {
            Ok(()) => break,
            Err(TryLockError::WouldBlock) if tries_left > 0 => {
                tries_left -= 1;
                std::thread::sleep(Duration::from_millis(TRY_MILLIS));
            }
            Err(TryLockError::WouldBlock) => return Err(in_use(&path)),
            Err(TryLockError::Error(error)) => return Err(Fault::io(&path, &error)),
        }
    }
    let one_line = |text: &str| text.replace(|c: char| c.is_control(), " ");
    let text = format!(
        "{}\n{}\n{}\n{}\n",
        std::process::id(),
        one_line(&info.since),
        one_line(&info.terminal),
        one_line(&info.owner)
    );
    disk.set_len(&file, &path, 0)?;
    file.seek(SeekFrom::Start(0)).map_err(|e| Fault::io(&path, &e))?;
    disk.write(&mut file, &path, text.as_bytes())?;
    Ok(Lock(file))
}

fn in_use(path: &Path) -> Fault {
    let bytes = files::read(path).ok().flatten().unwrap_or_default();
    let text = String::from_utf8_lossy(bytes.get(..512).unwrap_or(&bytes)).into_owned();
    let mut lines = text.lines().map(str::to_owned);
    Fault::InUse {
        pid: lines.next().and_then(|l| l.parse().ok()).unwrap_or(0),
        since: lines.next().unwrap_or_default(),
        terminal: lines.next().unwrap_or_default(),
        owner: lines.next().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;

    #[test]
    fn a_second_opener_is_told_who_and_a_freed_lock_is_taken_over() {
        let home = tempfile::tempdir().unwrap();
        let info = LockInfo {
            owner: "desk".into(),
            since: "2026-10-05T09:00:00+02:00".into(),
            terminal: "pts/3".into(),
        };
        let first = take(&Disk::Real, home.path(), &info).unwrap();
        match take(&Disk::Real, home.path(), &info) {
            Err(Fault::InUse { pid, owner, since, terminal }) => {
                assert_eq!(owner, info.owner);
                assert_eq!(pid, std::process::id());
                assert_eq!((since, terminal), (info.since.clone(), info.terminal.clone()));
            }
            _ => panic!("two holders"),
        }
        drop(first);
        take(&Disk::Real, home.path(), &info).unwrap();
    }
}
