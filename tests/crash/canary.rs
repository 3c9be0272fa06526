//! Nothing a person typed stands on disk in a form that can be read, and nobody else may look.

use crate::support::{AT, create, new_case, open};
use beschermd::domain::fact::StaffRole;
use beschermd::domain::id::to_hex;
use beschermd::journal::{DraftId, Fault, Locked, Passphrase};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

const CANARY: &str = "Kanarie7QX";

fn every_file(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.push(path.clone());
            every_file(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for group in bytes.chunks_exact(3) {
        let n = u32::from(group[0]) << 16 | u32::from(group[1]) << 8 | u32::from(group[2]);
        for shift in [18, 12, 6, 0] {
            out.push(char::from(SIGNS[(n >> shift & 63) as usize]));
        }
    }
    out
}

/// The ways in which the canary could sing.
fn songs() -> Vec<Vec<u8>> {
    let utf8 = CANARY.as_bytes().to_vec();
    let wide = |swap: bool| -> Vec<u8> {
        let units = CANARY.encode_utf16();
        units.flat_map(|u| if swap { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    };
    let hex = to_hex(&utf8);
    let mut all = vec![utf8.clone(), wide(true), wide(false), hex.to_uppercase().into_bytes()];
    all.push(hex.into_bytes());
    for skip in 0..3 {
        all.push(base64(&utf8[skip..]).into_bytes());
    }
    all
}

fn sings(dir: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    every_file(dir, &mut files);
    let songs = songs();
    files.retain(|path| {
        let name = path.to_string_lossy().contains(CANARY);
        let bytes = if path.is_file() { std::fs::read(path).unwrap() } else { Vec::new() };
        name || songs.iter().any(|song| bytes.windows(song.len()).any(|w| w == song.as_slice()))
    });
    files
}

#[test]
fn no_file_holds_what_was_typed_and_none_is_open_to_others() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let mut journal = create(&dir);
    let me = journal.me();
    for n in 0..3 {
        let drafts = new_case(&mut journal, n, CANARY);
        journal.record(me, AT, drafts).unwrap();
        if n == 1 {
            journal.settle().unwrap();
        }
    }
    let word = Passphrase::from_text(CANARY);
    journal.add_staff((CANARY, StaffRole::Clerk), &word, AT).unwrap();
    journal.drafts().save(DraftId([1; 16]), CANARY.as_bytes()).unwrap();
    journal.settle().unwrap();
    journal.rebuild(&mut |_| {}).unwrap();
    journal.backup(&home.path().join("backup"), &mut |_| {}).unwrap();
    drop(journal);
    let mut journal = open(&dir).unwrap();
    journal.queue().unwrap();
    // The test itself can hear: a file in which it sings is found.
    let loud = home.path().join("loud");
    std::fs::write(&loud, CANARY).unwrap();
    assert_eq!(sings(home.path()), vec![loud.clone()]);
    std::fs::remove_file(loud).unwrap();
    let mut all = Vec::new();
    every_file(&dir, &mut all);
    for path in all {
        let mode = path.metadata().unwrap().mode() & 0o777;
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, expected, "{}", path.display());
    }
}

#[test]
fn a_directory_or_file_that_others_may_enter_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    drop(create(&dir));
    let refused = |path: &Path, mode: u32, back: u32| {
        std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
        let outcome = Locked::open(&dir, &crate::support::info());
        assert!(matches!(outcome, Err(Fault::WrongMode { .. })), "{}", path.display());
        std::fs::set_permissions(path, PermissionsExt::from_mode(back)).unwrap();
    };
    refused(&dir, 0o750, 0o700);
    refused(&dir.join("db"), 0o701, 0o700);
    refused(&crate::torn::segment(&dir), 0o604, 0o600);
    for name in ["keyring", "vault.2", "station.toml", "seen"] {
        refused(&dir.join(name), 0o640, 0o600);
    }
    let link = home.path().join("link");
    std::os::unix::fs::symlink(&dir, &link).unwrap();
    let outcome = Locked::open(&link, &crate::support::info());
    assert!(matches!(outcome, Err(Fault::NotPlain(_))));
    std::fs::rename(dir.join("vault"), home.path().join("vault")).unwrap();
    std::os::unix::fs::symlink(home.path().join("vault"), dir.join("vault")).unwrap();
    assert!(matches!(open(&dir), Err(Fault::NotPlain(_))));
}
