//! Backups: the feeds, keyring, vault and public data, copied and read back.
//!
//! All of it is sealed already, so a backup needs no key of its own and no key to be made or put
//! back. The database is never copied: it is built anew. A restored station begins a new life, so
//! that no sequence number is used twice. Deliberately absent: choosing when and where.

use super::desk::Journal;
use super::fault::{Fault, Part, Progress};
use super::feed::{self, Head};
use super::files::{self, Disk};
use super::frame;
use super::site::{Site, close_umask};
use super::station::Station;
use crate::domain::id::Incarnation;
use std::path::{Path, PathBuf};

const SINGLE_FILES: [&str; 5] = ["keyring", "keyring.2", "vault", "vault.2", "station.toml"];
/// The folder with the forms of the team.
const FORMS: &str = "forms";
/// No form is larger, by far.
const FORM_FILE_BYTES_MAX: u64 = 1024 * 1024;

/// What a backup or a restored copy holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyReport {
    /// Files copied.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Whole events in them.
    pub events: u64,
    /// Damaged stretches in the feeds, copied as they are: file, first byte, byte after.
    pub damaged: Vec<(PathBuf, u64, u64)>,
}

impl Journal {
    /// Copies everything that cannot be rebuilt into a directory that is empty or not there, and
    /// reads it back.
    ///
    /// # Errors
    /// [`Fault::AlreadySetUp`] when there is something; [`Fault::Damaged`] when what was read back
    /// differs; faults of either device.
    pub fn backup(
        &mut self,
        to: &Path,
        tell: &mut dyn FnMut(Progress),
    ) -> Result<CopyReport, Fault> {
        copy_all(&self.core.site.disk, &self.core.site.dir, to, tell)
    }
}

/// Puts a backup back, into a directory that is empty or not there. No key is needed. The
/// database is built at the next unlock, in a new life of the station.
///
/// # Errors
/// [`Fault::NotSetUp`] when `from` is no backup; otherwise as [`Journal::backup`].
pub fn restore(
    from: &Path,
    to: &Path,
    tell: &mut dyn FnMut(Progress),
) -> Result<CopyReport, Fault> {
    close_umask();
    if !from.join("station.toml").exists() {
        return Err(Fault::NotSetUp(from.to_path_buf()));
    }
    let disk = Disk::Real;
    let report = copy_all(&disk, from, to, tell)?;
    for name in ["drafts", "inbox", "quarantine", "outbox"] {
        disk.create_dir(&to.join(name))?;
    }
    let station = Station::load(to)?;
    let own = feed::dir_of(to, station.origin);
    if !own.exists() {
        disk.create_dir(&own)?;
    }
    let newest = feed::segments(&own)?.iter().map(|s| s.name.0).max().unwrap_or(0);
    let site = Site { dir: to.to_path_buf(), disk, station };
    site.set_seen(Head::start(Incarnation(newest + 1)))?;
    Ok(report)
}

fn copy_all(
    disk: &Disk,
    from: &Path,
    to: &Path,
    tell: &mut dyn FnMut(Progress),
) -> Result<CopyReport, Fault> {
    if to.symlink_metadata().is_err() {
        disk.create_dir(to)?;
    } else if !files::list(to)?.is_empty() {
        return Err(Fault::AlreadySetUp(to.to_path_buf()));
    }
    let mut report = CopyReport::default();
    disk.create_dir(&to.join("feeds"))?;
    for origin in feed::origins(from)? {
        let (source, target) = (feed::dir_of(from, origin), feed::dir_of(to, origin));
        disk.create_dir(&target)?;
        let segments: Vec<PathBuf> = files::list(&source)?
            .into_iter()
            .filter(|p| p.extension().is_some_and(|e| e == "seg"))
            .collect();
        for (done, path) in segments.iter().enumerate() {
            let Some(name) = path.file_name() else { continue };
            let bytes = copy_file(disk, path, &target.join(name), &mut report)?;
            count(path, &bytes, &mut report);
            tell(Progress::Reading(done as u64 + 1, segments.len() as u64));
        }
        disk.sync_dir(&target)?;
    }
    copy_forms(disk, from, to, &mut report)?;
    // The file that makes it a workstation comes last.
    for name in SINGLE_FILES {
        let path = from.join(name);
        if path.exists() {
            copy_file(disk, &path, &to.join(name), &mut report)?;
        }
    }
    disk.sync_dir(to)?;
    Ok(report)
}

/// Copies the forms of the team: cases were answered with them. What else lies in their folder
/// stays where it is.
fn copy_forms(disk: &Disk, from: &Path, to: &Path, report: &mut CopyReport) -> Result<(), Fault> {
    let (source, target) = (from.join(FORMS), to.join(FORMS));
    if !source.symlink_metadata().is_ok_and(|told| told.is_dir()) {
        return Ok(());
    }
    disk.create_dir(&target)?;
    for path in files::list(&source)? {
        let is_form = path.extension().is_some_and(|end| end == "toml")
            && path
                .symlink_metadata()
                .is_ok_and(|told| told.is_file() && told.len() <= FORM_FILE_BYTES_MAX);
        if let Some(name) = path.file_name().filter(|_| is_form) {
            copy_file(disk, &path, &target.join(name), report)?;
        }
    }
    disk.sync_dir(&target)
}

/// Copies a file and reads it back. The source may lie on a stick that knows no modes.
fn copy_file(
    disk: &Disk,
    from: &Path,
    to: &Path,
    report: &mut CopyReport,
) -> Result<Vec<u8>, Fault> {
    let bytes = std::fs::read(from).map_err(|e| Fault::io(from, &e))?;
    disk.replace(to, &bytes)?;
    let back = std::fs::read(to).map_err(|e| Fault::io(to, &e))?;
    if back != bytes {
        return Err(Fault::Damaged(Part::Backup));
    }
    report.files += 1;
    report.bytes += bytes.len() as u64;
    Ok(bytes)
}

fn count(path: &Path, bytes: &[u8], report: &mut CopyReport) {
    let mut at = 0_usize;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let step = match frame::parse(rest) {
            frame::Parsed::Whole(raw) => {
                report.events += 1;
                raw.bytes.len()
            }
            frame::Parsed::Cut => rest.len(),
            frame::Parsed::Damaged(step) => step,
        };
        if !matches!(frame::parse(rest), frame::Parsed::Whole(_)) {
            report.damaged.push((path.to_path_buf(), at as u64, (at + step) as u64));
        }
        at += step;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;
    use std::fs;

    #[test]
    fn the_forms_of_the_team_are_part_of_a_copy_and_nothing_else_in_their_folder() {
        let home = tempfile::tempdir().unwrap();
        let (from, to) = (home.path().join("from"), home.path().join("to"));
        fs::create_dir_all(from.join(FORMS).join("folder@1.toml")).unwrap();
        fs::create_dir(&to).unwrap();
        fs::write(from.join(FORMS).join("ours@1.toml"), "id").unwrap();
        fs::write(from.join(FORMS).join("list.txt"), "x").unwrap();
        let elsewhere = home.path().join("elsewhere");
        fs::write(&elsewhere, "x").unwrap();
        std::os::unix::fs::symlink(&elsewhere, from.join(FORMS).join("link@1.toml")).unwrap();
        let mut report = CopyReport::default();
        copy_forms(&Disk::Real, &from, &to, &mut report).unwrap();
        let copied = files::list(&to.join(FORMS)).unwrap();
        assert_eq!(copied, [to.join(FORMS).join("ours@1.toml")]);
        assert_eq!((report.files, report.bytes), (1, 2));
    }

    #[test]
    fn a_workstation_without_forms_is_copied_without_them() {
        let home = tempfile::tempdir().unwrap();
        let mut report = CopyReport::default();
        copy_forms(&Disk::Real, home.path(), &home.path().join("to"), &mut report).unwrap();
        assert_eq!(report, CopyReport::default());
    }
}
