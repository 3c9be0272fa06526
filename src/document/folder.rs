//! Watching a drop folder by looking at it now and then: the only way that also works on NFS and
//! SMB.
//!
//! A file is ready when it stayed the same for [`SETTLE`], however often one looked meanwhile:
//! where the kernel tells of changes, looks follow each other faster than a copy is written.
//! Deliberately absent: the thread and the pauses between looks (`shell`), and opening files.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

/// How long a file must have looked the same before it is taken for whole.
pub const SETTLE: Duration = Duration::from_millis(500);

/// A file in a listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name in the folder.
    pub name: OsString,
    /// Size in bytes.
    pub bytes: u64,
    /// When it was last written, by the clock of the file server.
    pub modified: Option<SystemTime>,
}

/// Endings of files that somebody is still writing.
const UNFINISHED: [&str; 7] =
    [".tmp", ".temp", ".part", ".partial", ".crdownload", ".filepart", "~"];

/// Regular files of a folder that may be reports, by name.
///
/// # Errors
/// The folder cannot be read. A single file that cannot be looked at is left out.
pub fn list(folder: &Path) -> std::io::Result<Vec<Listed>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let Ok(entry) = entry else { continue };
        let Ok(told) = entry.path().symlink_metadata() else { continue };
        let name = entry.file_name();
        if told.is_file() && is_finished_name(&name) {
            let (bytes, modified) = (told.len(), told.modified().ok());
            found.push(Listed { name, bytes, modified });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// Whether a name is that of a finished file: not hidden, without an ending for unfinished ones.
#[must_use]
pub fn is_finished_name(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    !name.starts_with('.') && !UNFINISHED.iter().any(|ending| name.ends_with(ending))
}

#[derive(Clone, Debug)]
struct Seen {
    bytes: u64,
    modified: Option<SystemTime>,
    since: Instant,
    handed_over: bool,
}

/// What was seen in the folder before.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    seen: BTreeMap<OsString, Seen>,
}

impl Watch {
    /// Nothing seen yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in a listing made at `at`; tells which files are ready now. Each is told once, until
    /// it changes or goes and comes back.
    pub fn look(&mut self, listing: &[Listed], at: Instant) -> Vec<OsString> {
        let mut ready = Vec::new();
        let mut now = BTreeMap::new();
        for file in listing.iter().filter(|file| is_finished_name(&file.name)) {
            let before = self.seen.get(&file.name);
            let same =
                before.filter(|seen| (seen.bytes, seen.modified) == (file.bytes, file.modified));
            let since = same.map_or(at, |seen| seen.since);
            let known = same.is_some_and(|seen| seen.handed_over);
            let settled = at.saturating_duration_since(since) >= SETTLE;
            if settled && !known {
                ready.push(file.name.clone());
            }
            let (bytes, modified) = (file.bytes, file.modified);
            let seen = Seen { bytes, modified, since, handed_over: known || settled };
            now.insert(file.name.clone(), seen);
        }
        self.seen = now;
        ready
    }

    /// Whether a file was seen that is not known to be whole yet: look again soon.
    #[must_use]
    pub fn is_unsettled(&self) -> bool {
        self.seen.values().any(|seen| !seen.handed_over)
    }

    /// A file that was handed over could not be dealt with: it is told again at the next look.
    pub fn again(&mut self, name: &std::ffi::OsStr) {
        if let Some(seen) = self.seen.get_mut(name) {
            seen.handed_over = false;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn file(name: &str, bytes: u64) -> Listed {
        Listed { name: name.into(), bytes, modified: Some(SystemTime::UNIX_EPOCH) }
    }

    #[test]
    fn a_file_is_ready_when_it_stayed_the_same_and_only_once() {
        let mut watch = Watch::new();
        let began = Instant::now();
        let look = |watch: &mut Watch, bytes, settles: u32| {
            let listing: Vec<Listed> =
                Option::map(bytes, |n| file("a.xml", n)).into_iter().collect();
            watch.look(&listing, began + SETTLE * settles)
        };
        assert!(look(&mut watch, Some(10), 0).is_empty());
        assert!(look(&mut watch, Some(20), 1).is_empty(), "it grew");
        assert_eq!(look(&mut watch, Some(20), 2), ["a.xml"]);
        assert!(look(&mut watch, Some(20), 3).is_empty(), "told once");
        watch.again("a.xml".as_ref());
        assert_eq!(look(&mut watch, Some(20), 3), ["a.xml"]);
        assert!(look(&mut watch, None, 4).is_empty());
        assert!(look(&mut watch, Some(20), 5).is_empty(), "it came back");
        assert_eq!(look(&mut watch, Some(20), 6), ["a.xml"]);
    }

    #[test]
    fn a_file_that_is_being_written_is_not_ready_however_often_one_looks() {
        let mut watch = Watch::new();
        let began = Instant::now();
        for millis in 0..400 {
            let at = began + Duration::from_millis(millis);
            assert!(watch.look(&[file("a.xml", 0)], at).is_empty(), "{millis}");
        }
        assert!(watch.is_unsettled());
    }

    #[test]
    fn unfinished_and_hidden_names_are_passed_over() {
        let names = [".a.xml", "a.xml.tmp", "a.PART", "a.xml~", "a.crdownload"];
        for name in names {
            assert!(!is_finished_name(name.as_ref()), "{name}");
        }
        for name in ["a.xml", "b.json", "c"] {
            assert!(is_finished_name(name.as_ref()), "{name}");
        }
        let home = tempfile::tempdir().unwrap();
        for name in names.iter().chain(&["b.xml", "a.xml"]) {
            std::fs::write(home.path().join(name), "x").unwrap();
        }
        std::fs::create_dir(home.path().join("folder")).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", home.path().join("link")).unwrap();
        let found: Vec<_> = list(home.path()).unwrap().into_iter().map(|f| f.name).collect();
        assert_eq!(found, ["a.xml", "b.xml"]);
    }
}
