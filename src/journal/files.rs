//! Files: explicit modes, no following of links, durable writes, and a seam to inject errors.
//!
//! Every write, sync, rename and creation in this room goes through [`Disk`], so that a test can
//! let the n-th one fail. Deliberately absent: what is in the files. The database does its own
//! writing; its syncs pass through here.

use super::fault::Fault;
use rustix::fs::OFlags;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

const DIR_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;

/// The device: the real one, or one that fails on purpose.
#[derive(Clone, Debug, Default)]
pub enum Disk {
    /// As it is.
    #[default]
    Real,
    /// Fails as told.
    Failing(Arc<Injection>),
}

/// Which operation fails, how, and whether all later ones fail too.
#[derive(Debug)]
pub struct Injection {
    left: AtomicI64,
    code: i32,
    lasting: bool,
}

impl Disk {
    /// A device whose `nth` operation (from 1) fails with this `errno`; and every later one when
    /// `lasting`. A failing write leaves half of its bytes behind.
    #[must_use]
    pub fn failing(nth: i64, code: i32, lasting: bool) -> Self {
        Self::Failing(Arc::new(Injection { left: AtomicI64::new(nth), code, lasting }))
    }

    /// Whether the injected error has been given.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        match self {
            Self::Real => false,
            Self::Failing(injection) => injection.left.load(Ordering::SeqCst) <= 0,
        }
    }

    /// How many operations are left before the injected error; `None` for the real device.
    #[must_use]
    pub fn steps_left(&self) -> Option<i64> {
        match self {
            Self::Real => None,
            Self::Failing(injection) => Some(injection.left.load(Ordering::SeqCst)),
        }
    }

    fn gate(&self) -> io::Result<()> {
        match self {
            Self::Real => Ok(()),
            Self::Failing(injection) => {
                let left = injection.left.fetch_sub(1, Ordering::SeqCst);
                if left == 1 || (left < 1 && injection.lasting) {
                    return Err(io::Error::from_raw_os_error(injection.code));
                }
                Ok(())
            }
        }
    }

    /// Lets a step of the database fail where the device would.
    pub(super) fn step(&self, path: &Path) -> Result<(), Fault> {
        self.gate().map_err(|e| Fault::io(path, &e))
    }

    /// Makes a directory that only we may enter, and its entry in the parent durable.
    pub(super) fn create_dir(&self, path: &Path) -> Result<(), Fault> {
        let make = || {
            self.gate()?;
            DirBuilder::new().mode(DIR_MODE).create(path)?;
            fs::set_permissions(path, Permissions::from_mode(DIR_MODE))
        };
        make().map_err(|e| Fault::io(path, &e))?;
        self.sync_parent(path)
    }

    /// A new file that only we may read. The caller syncs it and its directory.
    pub(super) fn create_file(&self, path: &Path) -> Result<File, Fault> {
        let make = || {
            self.gate()?;
            let file = OpenOptions::new()
                .read(true)
                .write(true)
                .create_new(true)
                .mode(FILE_MODE)
                .custom_flags(no_follow())
                .open(path)?;
            file.set_permissions(Permissions::from_mode(FILE_MODE))?;
            Ok(file)
        };
        make().map_err(|e| Fault::io(path, &e))
    }

    /// An existing file, for reading and writing, after checking that it is ours alone.
    pub(super) fn open_file(&self, path: &Path) -> Result<File, Fault> {
        check_plain(path, false)?;
        OpenOptions::new()
            .read(true)
            .write(true)
            .custom_flags(no_follow())
            .open(path)
            .map_err(|e| Fault::io(path, &e))
    }

    /// Writes all bytes at the file's position.
    pub(super) fn write(&self, file: &mut File, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        if let Err(error) = self.gate() {
            let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
            let _ = file.write_all(half);
            return Err(Fault::io(path, &error));
        }
        file.write_all(bytes).map_err(|e| Fault::io(path, &e))
    }

    /// Cuts or extends a file to a length.
    pub(super) fn set_len(&self, file: &File, path: &Path, length: u64) -> Result<(), Fault> {
        self.gate().and_then(|()| file.set_len(length)).map_err(|e| Fault::io(path, &e))
    }

    /// Makes the content of a file durable.
    pub(super) fn sync(&self, file: &File, path: &Path) -> Result<(), Fault> {
        self.gate().and_then(|()| file.sync_data()).map_err(|e| Fault::io(path, &e))
    }

    /// Makes the entries of a directory durable.
    pub(super) fn sync_dir(&self, dir: &Path) -> Result<(), Fault> {
        self.gate().and_then(|()| File::open(dir)?.sync_all()).map_err(|e| Fault::io(dir, &e))
    }

    /// Makes the entry of a path durable.
    pub(super) fn sync_parent(&self, path: &Path) -> Result<(), Fault> {
        match path.parent() {
            Some(parent) if parent != Path::new("") => self.sync_dir(parent),
            _ => self.sync_dir(Path::new(".")),
        }
    }

    /// Renames, durably; what was there is replaced.
    pub(super) fn rename(&self, from: &Path, to: &Path) -> Result<(), Fault> {
        self.gate().and_then(|()| fs::rename(from, to)).map_err(|e| Fault::io(to, &e))?;
        self.sync_parent(to)
    }

    /// Removes a file, if it is there.
    pub(super) fn remove(&self, path: &Path) -> Result<(), Fault> {
        match self.gate().and_then(|()| fs::remove_file(path)) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(Fault::io(path, &e)),
            _ => Ok(()),
        }
    }

    /// Replaces a file as a whole: at any moment the old or the new one is there.
    pub(super) fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        let temporary = self.write_beside(path, bytes)?;
        self.rename(&temporary, path)
    }

    /// The first half of [`Self::replace`]: the new content, durable under a temporary name.
    pub(super) fn write_beside(&self, path: &Path, bytes: &[u8]) -> Result<PathBuf, Fault> {
        let temporary = temporary(path);
        self.remove(&temporary)?;
        let mut file = self.create_file(&temporary)?;
        self.write(&mut file, &temporary, bytes)?;
        self.sync(&file, &temporary)?;
        Ok(temporary)
    }
}

/// The name a file has while it is being written.
fn temporary(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".tmp");
    path.with_file_name(name)
}

fn no_follow() -> i32 {
    i32::try_from(OFlags::NOFOLLOW.bits()).unwrap_or(0)
}

/// The content of a plain file that is ours alone; `None` when it is not there.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, Fault> {
    match fs::symlink_metadata(path) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(Fault::io(path, &e)),
        Ok(_) => check_plain(path, false)?,
    }
    let load = || {
        let mut bytes = Vec::new();
        let mut file = OpenOptions::new().read(true).custom_flags(no_follow()).open(path)?;
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    load().map(Some).map_err(|e| Fault::io(path, &e))
}

/// Refuses anything but a plain file (or directory) that belongs to us and is closed to others.
pub(super) fn check_plain(path: &Path, directory: bool) -> Result<(), Fault> {
    let found = fs::symlink_metadata(path).map_err(|e| Fault::io(path, &e))?;
    let kind = found.file_type();
    if (directory && !kind.is_dir()) || (!directory && !kind.is_file()) {
        return Err(Fault::NotPlain(path.to_path_buf()));
    }
    if found.uid() != rustix::process::geteuid().as_raw() {
        return Err(Fault::WrongOwner { path: path.to_path_buf(), owner: found.uid() });
    }
    let mode = found.mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(Fault::WrongMode { path: path.to_path_buf(), mode });
    }
    Ok(())
}

/// The paths in a directory, sorted; empty when it is not there.
pub(super) fn list(dir: &Path) -> Result<Vec<PathBuf>, Fault> {
    let entries = match fs::read_dir(dir) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(Fault::io(dir, &e)),
        Ok(entries) => entries,
    };
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(|e| Fault::io(dir, &e))?.path());
    }
    paths.sort();
    Ok(paths)
}

/// The length of a file in bytes; 0 when it is not there.
pub(super) fn length(path: &Path) -> u64 {
    fs::symlink_metadata(path).map_or(0, |found| found.len())
}

/// A free name `<path>.damaged-<n>`; of the earlier ones the newest `keep` stay.
pub(super) fn aside(path: &Path, keep: usize) -> Result<PathBuf, Fault> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stem = format!("{name}.damaged-");
    let parent = path.parent().unwrap_or(Path::new("."));
    let mut numbers: Vec<u32> = list(parent)?
        .iter()
        .filter_map(|p| p.file_name()?.to_str()?.strip_prefix(&stem)?.parse().ok())
        .collect();
    numbers.sort_unstable();
    let next = numbers.last().map_or(1, |n| n + 1);
    for old in numbers.iter().take(numbers.len().saturating_sub(keep)) {
        let old = parent.join(format!("{stem}{old}"));
        let gone = if old.is_dir() { fs::remove_dir_all(&old) } else { fs::remove_file(&old) };
        gone.map_err(|e| Fault::io(&old, &e))?;
    }
    Ok(parent.join(format!("{stem}{next}")))
}

/// Closes a directory tree written by a library to others, whatever the umask was.
pub(super) fn close_to_others(dir: &Path) -> Result<(), Fault> {
    let set = |path: &Path, mode| {
        fs::set_permissions(path, Permissions::from_mode(mode)).map_err(|e| Fault::io(path, &e))
    };
    set(dir, DIR_MODE)?;
    for path in list(dir)? {
        if path.is_dir() {
            close_to_others(&path)?;
        } else if path.exists() {
            set(&path, FILE_MODE)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;

    #[test]
    fn an_open_mode_or_a_link_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("file");
        Disk::Real.replace(&path, b"x").unwrap();
        assert_eq!(read(&path).unwrap().unwrap(), b"x");
        fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(read(&path), Err(Fault::WrongMode { mode: 0o640, .. })));
        let link = home.path().join("link");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert!(matches!(read(&link), Err(Fault::NotPlain(_))));
    }

    #[test]
    fn a_replacement_that_fails_anywhere_leaves_the_old_or_the_new() {
        for nth in 1..=6 {
            let home = tempfile::tempdir().unwrap();
            let path = home.path().join("file");
            Disk::Real.replace(&path, b"old").unwrap();
            let disk = Disk::failing(nth, 28, false);
            let outcome = disk.replace(&path, b"new");
            let now = read(&path).unwrap().unwrap();
            assert!(now == b"old" || now == b"new");
            assert_eq!(outcome.is_err(), disk.has_failed());
            if outcome.is_ok() {
                assert_eq!(now, b"new");
            }
        }
    }

    #[test]
    fn only_so_many_damaged_copies_are_kept() {
        let home = tempfile::tempdir().unwrap();
        for _ in 0..5 {
            fs::write(aside(&home.path().join("db"), 2).unwrap(), b"").unwrap();
        }
        assert_eq!(list(home.path()).unwrap().len(), 3);
    }
}
