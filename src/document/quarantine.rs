//! Files that are not taken in: kept aside as they came, with the reason beside them.
//!
//! Names are our own numbers, never anything from the file. Nothing is overwritten. The file itself
//! goes only after its copy is on the disk, so at every moment one of the two is whole; this
//! also holds across file systems. Deliberately absent: words (the reason is handed in, without
//! personal data) and keys: a file that could not be read as a report is kept as it came, in a
//! folder that only its owner can enter.

use super::decode::MESSAGE_BYTES_MAX;
use rustix::fs::OFlags;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// What went wrong with a file. Holds no name of it.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// A link, folder, pipe or device: left where it is.
    #[error("not a regular file")]
    NotRegular,
    /// Larger than any message may be: left where it is.
    #[error("larger than {MESSAGE_BYTES_MAX} bytes")]
    TooLarge,
    /// The system refused.
    #[error("input or output: {0}")]
    Io(ErrorKind),
    /// All numbers are taken.
    #[error("no free number")]
    Full,
}

impl From<std::io::Error> for FileError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error.kind())
    }
}

/// A file as read: its bytes, and which file it was.
#[derive(Debug)]
pub struct ReadFile {
    /// The bytes.
    pub bytes: Vec<u8>,
    identity: (u64, u64, i64, i64, u64),
}

/// Reads a regular file that is no larger than a message may be. Follows no link and waits for no
/// pipe.
///
/// # Errors
/// [`FileError`].
pub fn read_file(path: &Path) -> Result<ReadFile, FileError> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let flags = i32::try_from(flags.bits()).unwrap_or_default();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path);
    let file = file.map_err(|error| match error.raw_os_error() {
        Some(code) if code == rustix::io::Errno::LOOP.raw_os_error() => FileError::NotRegular,
        _ => error.into(),
    })?;
    let told = file.metadata()?;
    if !told.is_file() {
        return Err(FileError::NotRegular);
    }
    let most = u64::try_from(MESSAGE_BYTES_MAX).unwrap_or(u64::MAX);
    if told.len() > most {
        return Err(FileError::TooLarge);
    }
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MESSAGE_BYTES_MAX {
        return Err(FileError::TooLarge);
    }
    Ok(ReadFile { bytes, identity: identity(&told) })
}

fn identity(told: &std::fs::Metadata) -> (u64, u64, i64, i64, u64) {
    (told.dev(), told.ino(), told.mtime(), told.mtime_nsec(), told.len())
}

/// Where a file was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The copy.
    pub kept: PathBuf,
    /// Whether the file itself is gone; not when it changed meanwhile or may not be removed.
    pub removed: bool,
}

/// Copies a file unchanged into `folder`, writes the reason beside it, and then removes the file.
/// A file that changed since it was read stays: it will be looked at again.
///
/// # Errors
/// [`FileError`]; then the file is still where it was.
pub fn keep_aside(
    folder: &Path,
    (path, read): (&Path, &ReadFile),
    reason: &str,
) -> Result<Aside, FileError> {
    let kept = copy_into(folder, &read.bytes, reason)?;
    let same = std::fs::symlink_metadata(path).is_ok_and(|now| identity(&now) == read.identity);
    let removed = same && std::fs::remove_file(path).is_ok();
    Ok(Aside { kept, removed })
}

/// Removes a file that was taken in, unless it changed since it was read.
///
/// # Errors
/// [`FileError`].
pub fn remove_taken(path: &Path, read: &ReadFile) -> Result<bool, FileError> {
    if identity(&std::fs::symlink_metadata(path)?) != read.identity {
        return Ok(false);
    }
    std::fs::remove_file(path)?;
    Ok(true)
}

/// The most files kept aside in one folder.
const NUMBERS_MAX: u32 = 999_999;

fn copy_into(folder: &Path, bytes: &[u8], reason: &str) -> Result<PathBuf, FileError> {
    let (path, note, mut file) = free_number(folder)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| write_new(&note, reason.as_bytes()))
        .and_then(|()| File::open(folder)?.sync_all());
    if let Err(error) = written {
        // A half copy helps nobody, and the file itself is still there.
        let _ = std::fs::remove_file(&path);
        let _ = std::fs::remove_file(&note);
        return Err(error.into());
    }
    Ok(path)
}

fn free_number(folder: &Path) -> Result<(PathBuf, PathBuf, File), FileError> {
    let highest = std::fs::read_dir(folder)?
        .filter_map(Result::ok)
        .filter_map(|entry| number_of(entry.file_name().to_str()?))
        .max();
    for number in highest.unwrap_or_default() + 1..=NUMBERS_MAX {
        let path = folder.join(format!("{number:06}.kept"));
        match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
            Ok(file) => return Ok((path, folder.join(format!("{number:06}.reason.txt")), file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(FileError::Full)
}

fn number_of(name: &str) -> Option<u32> {
    let digits = name.strip_suffix(".kept").or_else(|| name.strip_suffix(".reason.txt"))?;
    let plain = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;

    #[test]
    fn a_refused_file_is_kept_unchanged_and_nothing_is_overwritten() {
        let home = tempfile::tempdir().unwrap();
        let (inbox, aside) = (home.path().join("inbox"), home.path().join("quarantine"));
        std::fs::create_dir_all(&inbox).unwrap();
        std::fs::create_dir_all(&aside).unwrap();
        std::fs::write(aside.join("000001.kept"), b"earlier").unwrap();
        for name in ["one.xml", "two.xml"] {
            let path = inbox.join(name);
            std::fs::write(&path, name).unwrap();
            let read = read_file(&path).unwrap();
            let kept = keep_aside(&aside, (&path, &read), "not-xml").unwrap();
            assert!(kept.removed && !path.exists());
            assert_eq!(std::fs::read(&kept.kept).unwrap(), name.as_bytes());
            assert_eq!(std::fs::metadata(&kept.kept).unwrap().mode() & 0o777, 0o600);
        }
        assert_eq!(std::fs::read(aside.join("000001.kept")).unwrap(), b"earlier");
        assert_eq!(std::fs::read(aside.join("000003.reason.txt")).unwrap(), b"not-xml");
    }

    #[test]
    fn a_file_that_changed_meanwhile_stays() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.xml");
        std::fs::write(&path, "first").unwrap();
        let read = read_file(&path).unwrap();
        std::fs::write(&path, "second and longer").unwrap();
        let aside = home.path().join("quarantine");
        std::fs::create_dir(&aside).unwrap();
        assert!(!keep_aside(&aside, (&path, &read), "not-xml").unwrap().removed);
        assert!(!remove_taken(&path, &read).unwrap());
        assert!(path.exists());
    }

    #[test]
    fn only_regular_files_are_read() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.xml");
        std::fs::write(&path, "x").unwrap();
        let link = home.path().join("link.xml");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert!(matches!(read_file(&link), Err(FileError::NotRegular)));
        assert!(matches!(read_file(home.path()), Err(FileError::NotRegular)));
        let pipe = home.path().join("pipe.xml");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            assert!(matches!(read_file(&pipe), Err(FileError::NotRegular)));
        }
        assert!(matches!(read_file(&home.path().join("none")), Err(FileError::Io(_))));
        let large = home.path().join("large.xml");
        let file = File::create(&large).unwrap();
        file.set_len(u64::try_from(MESSAGE_BYTES_MAX).unwrap() + 1).unwrap();
        assert!(matches!(read_file(&large), Err(FileError::TooLarge)));
    }
}
