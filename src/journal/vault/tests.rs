//! What the vault promises.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
use super::*;

const SPACE: WorkspaceId = WorkspaceId([3; 16]);

fn name(kind: u8, n: u8) -> KeyName {
    KeyName { kind, id: [n; 16] }
}

fn filled(dir: &Path, keys: &Keys) -> Vec<(KeyName, [u8; 32])> {
    let mut vault = Vault::create(&Disk::Real, dir, SPACE, keys).unwrap();
    let names: Vec<KeyName> = (0..9).map(|n| name(n % 3, n)).collect();
    vault.ensure(&names).unwrap();
    names.into_iter().map(|n| (n, bytes_of(&mut vault, n))).collect()
}

fn bytes_of(vault: &mut Vault, name: KeyName) -> [u8; 32] {
    match vault.lookup(name).unwrap() {
        Lookup::Open(key) => *key.bytes(),
        _ => panic!("no key {name:?}"),
    }
}

fn open(dir: &Path, keys: &Keys, notices: &mut Vec<Notice>) -> Result<Vault, Fault> {
    Vault::open(&Disk::Real, dir, (SPACE, keys), notices)
}

#[test]
fn every_flip_and_cut_of_one_copy_is_healed_from_the_other() {
    let home = tempfile::tempdir().unwrap();
    let keys = Keys::random().unwrap();
    let all = filled(home.path(), &keys);
    let [first, second] = copy_paths(home.path());
    let good = std::fs::read(&first).unwrap();
    for path in [first, second] {
        for at in (0..good.len()).step_by(13) {
            let mut bad = good.clone();
            bad[at] ^= 1 << (at % 8);
            for content in [bad.as_slice(), &good[..at]] {
                Disk::Real.replace(&path, content).unwrap();
                let mut notices = Vec::new();
                let mut vault = open(home.path(), &keys, &mut notices).unwrap();
                assert_eq!(notices.len(), 1);
                assert!(vault.is_whole().unwrap());
                for (name, key) in &all {
                    assert_eq!(bytes_of(&mut vault, *name), *key);
                }
            }
        }
    }
}

#[test]
fn a_key_lost_in_both_copies_is_named() {
    let home = tempfile::tempdir().unwrap();
    let keys = Keys::random().unwrap();
    let all = filled(home.path(), &keys);
    for path in copy_paths(home.path()) {
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[HEADER_BYTES + 2 * ENTRY_BYTES + 20] ^= 4;
        Disk::Real.replace(&path, &bytes).unwrap();
    }
    let mut notices = Vec::new();
    let mut vault = open(home.path(), &keys, &mut notices).unwrap();
    assert!(notices.contains(&Notice::KeysLost { count: 1 }));
    let found =
        all.iter().filter(|(n, _)| matches!(vault.lookup(*n).unwrap(), Lookup::Open(_))).count();
    assert_eq!(found, all.len() - 1);
}

#[test]
fn a_clerk_opens_no_reporter_and_makes_no_key_for_one() {
    let home = tempfile::tempdir().unwrap();
    let keys = Keys::random().unwrap();
    filled(home.path(), &keys);
    let clerk = keys.for_role(crate::domain::fact::StaffRole::Clerk).unwrap();
    let mut vault = open(home.path(), &clerk, &mut Vec::new()).unwrap();
    assert!(matches!(vault.lookup(name(1, 1)).unwrap(), Lookup::NotOurs));
    assert!(matches!(vault.lookup(name(0, 0)).unwrap(), Lookup::Open(_)));
    assert!(matches!(vault.ensure(&[name(1, 77)]), Err(Fault::NoKey(KeyClass::Reporter))));
    assert!(matches!(vault.forget(&[name(0, 0)], &clerk), Err(Fault::NoKey(_))));
}

#[test]
fn forgetting_fails_into_the_old_vault_or_the_new_one() {
    for nth in 1..16 {
        let home = tempfile::tempdir().unwrap();
        let keys = Keys::random().unwrap();
        let all = filled(home.path(), &keys);
        let disk = Disk::failing(nth, 5, true);
        let mut vault = open(home.path(), &keys, &mut Vec::new()).unwrap();
        vault.disk = disk.clone();
        let outcome = vault.forget(&[name(0, 0), name(1, 1)], &keys);
        assert_eq!(outcome.is_err(), disk.has_failed());
        let mut now = open(home.path(), &keys, &mut Vec::new()).unwrap();
        let gone = |v: &mut Vault, n| matches!(v.lookup(n).unwrap(), Lookup::Forgotten);
        let (case, reporter) = (gone(&mut now, name(0, 0)), gone(&mut now, name(1, 1)));
        assert_eq!(case, reporter);
        assert!(outcome.is_err() || case);
        for (name, key) in &all[2..] {
            assert_eq!(bytes_of(&mut now, *name), *key);
        }
        if case {
            assert!(matches!(now.ensure(&[name(0, 0)]), Err(Fault::KeyDestroyed)));
        }
    }
}

#[test]
fn after_a_failed_write_the_next_key_is_written_where_the_last_good_one_ends() {
    for nth in 1..8 {
        let home = tempfile::tempdir().unwrap();
        let keys = Keys::random().unwrap();
        filled(home.path(), &keys);
        let mut vault = open(home.path(), &keys, &mut Vec::new()).unwrap();
        vault.disk = Disk::failing(nth, 28, false);
        let first = vault.ensure(&[name(0, 100)]);
        vault.ensure(&[name(0, 101)]).ok();
        vault.ensure(&[name(0, 102)]).unwrap();
        let mut now = open(home.path(), &keys, &mut Vec::new()).unwrap();
        bytes_of(&mut now, name(0, 102));
        if first.is_ok() {
            bytes_of(&mut now, name(0, 100));
        }
        assert!(now.is_whole().unwrap());
    }
}
