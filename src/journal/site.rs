//! Where a workstation lives: its directory, its device, its public data, and small fixed files.
//!
//! Deliberately absent: keys.

use super::fault::{Fault, Notice, Part};
use super::feed::{self, Head};
use super::files::{self, Disk};
use super::seal::Key;
use super::station::Station;
use super::store::StorePlace;
use rustix::fs::{FallocateFlags, Mode};
use std::path::{Path, PathBuf};

const RESERVE_BYTES: u64 = 32 * 1024 * 1024;

/// Where a workstation lives.
#[derive(Clone)]
pub(super) struct Site {
    /// The data directory.
    pub dir: PathBuf,
    /// The device.
    pub disk: Disk,
    /// What is public about it.
    pub station: Station,
}

impl Site {
    /// The directory of this station's own feed.
    pub fn own_feed(&self) -> PathBuf {
        feed::dir_of(&self.dir, self.station.origin)
    }

    /// The database, under a name.
    pub fn store_place(&self, name: &str, station_key: &Key) -> StorePlace {
        StorePlace {
            disk: self.disk.clone(),
            dir: self.dir.join(name),
            workspace: self.station.workspace,
            key: station_key.derive(&[b"database"]),
        }
    }

    /// What we know to have written: the high-water mark beside the database. `None` when it is
    /// missing or unreadable, as after a restored copy.
    pub fn seen(&self) -> Result<Option<Head>, Fault> {
        let bytes = files::read(&self.seen_path())?;
        Ok(bytes.and_then(|bytes| Head::from_bytes(&bytes)))
    }

    /// Moves the high-water mark. It is written after the feed is durable and not synced itself:
    /// after a power cut it may be behind, never ahead.
    pub fn set_seen(&self, head: Head) -> Result<(), Fault> {
        use std::os::unix::fs::FileExt;
        let path = self.seen_path();
        let file = if path.exists() {
            self.disk.open_file(&path)?
        } else {
            self.disk.create_file(&path)?
        };
        file.write_all_at(&head.to_bytes(), 0).map_err(|e| Fault::io(&path, &e))
    }

    fn seen_path(&self) -> PathBuf {
        self.dir.join("seen")
    }

    /// Keeps some room aside for the day the disk is full. Failing to is no fault.
    pub fn keep_reserve(&self) {
        let path = self.reserve_path();
        if !path.exists()
            && let Ok(file) = self.disk.create_file(&path)
            && rustix::fs::fallocate(&file, FallocateFlags::empty(), 0, RESERVE_BYTES).is_err()
        {
            let _ = std::fs::remove_file(&path);
        }
    }

    /// Gives that room back; tells whether there was any.
    pub fn release_reserve(&self, notices: &mut Vec<Notice>) -> bool {
        let released = std::fs::remove_file(self.reserve_path()).is_ok();
        if released {
            notices.push(Notice::ReserveReleased);
        }
        released
    }

    fn reserve_path(&self) -> PathBuf {
        self.dir.join("reserve")
    }

    /// Refuses a data directory that others can enter or change.
    pub fn check_modes(dir: &Path) -> Result<(), Fault> {
        files::check_plain(dir, true)?;
        for name in ["feeds", "drafts", "db"] {
            let path = dir.join(name);
            if path.symlink_metadata().is_ok() {
                files::check_plain(&path, true)?;
            }
        }
        for path in files::list(&dir.join("feeds"))? {
            files::check_plain(&path, true)?;
            for file in files::list(&path)? {
                files::check_plain(&file, false)?;
            }
        }
        for path in files::list(dir)? {
            files::check_plain(&path, path.is_dir())?;
        }
        Ok(())
    }
}

/// From now on this process makes no file that others can read.
pub(super) fn close_umask() {
    rustix::process::umask(Mode::from_raw_mode(0o077));
}

/// Sets a damaged part aside under another name and tells so.
pub(super) fn set_aside(
    disk: &Disk,
    path: &Path,
    part: Part,
    notices: &mut Vec<Notice>,
) -> Result<(), Fault> {
    let to = files::aside(path, 2)?;
    disk.rename(path, &to)?;
    notices.push(Notice::SetAside { part, path: to });
    Ok(())
}

/// The magic number of a network or user-space file system, when the path lies on one.
#[must_use]
pub fn network_disk(path: &Path) -> Option<u64> {
    const NETWORK: [u64; 6] = [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x0102_1997];
    let found = rustix::fs::statfs(path).ok()?;
    #[expect(clippy::cast_sign_loss, reason = "a magic number, compared by its low 32 bits")]
    let kind = found.f_type as u64 & 0xFFFF_FFFF;
    NETWORK.contains(&kind).then_some(kind)
}
