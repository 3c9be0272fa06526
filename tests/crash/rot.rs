//! Flipped bits and cut files, anywhere: never a silent loss, a panic or a hang. What the other
//! copy holds is healed; what neither holds is named.

use crate::child::{Role, said, spawn, wait};
use crate::support::{create, record_case};
use crate::torn::{copy, segment};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Which file is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Feed,
    Database,
    Keyring,
    Vault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Damage {
    Flip,
    Cut,
    Zero,
}

struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit.max(1)
    }
}

fn file_of(target: Target, dir: &Path, chance: &mut Chance) -> PathBuf {
    let pick = |names: [&str; 2], chance: &mut Chance| dir.join(names[chance.below(2) as usize]);
    match target {
        Target::Feed => segment(dir),
        Target::Keyring => pick(["keyring", "keyring.2"], chance),
        Target::Vault => pick(["vault", "vault.2"], chance),
        Target::Database => {
            let mut files: Vec<PathBuf> = std::fs::read_dir(dir.join("db"))
                .unwrap()
                .map(|e| e.unwrap().path())
                .filter(|p| p.is_file())
                .collect();
            files.sort();
            // Mostly the file with the data, now and then the small ones.
            let other = chance.below(files.len() as u64) as usize;
            if chance.below(5) == 0 { files[other].clone() } else { dir.join("db/db") }
        }
    }
}

fn damage(path: &Path, kind: Damage, chance: &mut Chance) -> String {
    let mut bytes = std::fs::read(path).unwrap();
    // Where data is: the tail of sled's file is mostly empty.
    let used = bytes.iter().rposition(|b| *b != 0).map_or(0, |at| at + 1) as u64;
    let at = chance.below(used) as usize;
    match kind {
        Damage::Flip if bytes.is_empty() => {}
        Damage::Flip => bytes[at] ^= 1 << chance.below(8),
        Damage::Cut => bytes.truncate(at),
        Damage::Zero => {
            let end = (at + 4096).min(bytes.len());
            bytes[at..end].fill(0);
        }
    }
    std::fs::write(path, bytes).unwrap();
    format!("{kind:?} at {at} of {}", path.display())
}

fn trial(pristine: &Path, hash: &str, (target, kind): (Target, Damage), chance: &mut Chance) {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    copy(pristine, &dir);
    let path = file_of(target, &dir, chance);
    let what = format!("{target:?}: {}", damage(&path, kind, chance));
    // What was healed must also be well the next time.
    let twice = matches!(target, Target::Feed | Target::Database);
    for round in ["first", "second"].into_iter().take(1 + usize::from(twice)) {
        let mut child = spawn(Role::Examine, &dir, 0);
        let ended = wait(&mut child, Duration::from_secs(30));
        let words = said(&mut child);
        assert_eq!(ended, Some(true), "{what}, {round} opening: {words:?}");
        let get = |name: &str| words.iter().find_map(|w| w.strip_prefix(name)).map(str::to_owned);
        assert_eq!(get("refused "), None, "{what}, {round}");
        let same = get("hash ").as_deref() == Some(hash);
        // The first opening heals or names; a loss is not named twice as a notice.
        let named = get("named ").as_deref() == Some("true");
        assert!(same || named || round == "second", "{what}, {round}: silent loss {words:?}");
        if same {
            let queue = get("queue ");
            assert!(queue.as_deref() == Some("4 0") || named, "{what} {round}: {words:?}");
        }
        // One copy alone was damaged: the other must have healed it.
        assert!(same, "{what}, {round}: not healed {words:?}");
    }
}

fn pristine(dir: &Path, clean: bool) -> String {
    let mut journal = create(dir);
    for n in 0..4 {
        record_case(&mut journal, n).unwrap();
        journal.settle().unwrap();
    }
    let report = journal.check(&mut |_| {}).unwrap();
    assert_eq!(report.problems, Vec::new());
    if clean {
        drop(journal);
    } else {
        // As after a kill: nothing is closed.
        std::mem::forget(journal);
    }
    beschermd::domain::id::to_hex(&report.state_hash)
}

fn trials(target: Target, count: u64, seed: u64) {
    for clean in [true, false] {
        let home = tempfile::tempdir().unwrap();
        let (dir, copied) = (home.path().join("data"), home.path().join("copy"));
        let hash = pristine(&dir, clean);
        copy(&dir, &copied);
        let mut chance = Chance(seed);
        for n in 0..count / 2 {
            for kind in [Damage::Flip, Damage::Cut] {
                trial(&copied, &hash, (target, kind), &mut chance);
            }
            if n % 5 == 0 {
                trial(&copied, &hash, (target, Damage::Zero), &mut chance);
            }
        }
    }
}

#[test]
fn a_damaged_feed_is_healed_from_the_database() {
    trials(Target::Feed, 60, 0x1234_5678_9ABC_DEF1);
}

#[test]
fn a_damaged_database_is_built_anew_from_the_feed() {
    trials(Target::Database, 60, 0x2234_5678_9ABC_DEF1);
}

#[test]
fn a_damaged_keyring_is_healed_from_its_other_copy() {
    trials(Target::Keyring, 60, 0x3234_5678_9ABC_DEF1);
}

#[test]
fn a_damaged_vault_is_healed_from_its_other_copy() {
    trials(Target::Vault, 60, 0x4234_5678_9ABC_DEF1);
}

#[test]
#[ignore = "long: a thousand of each"]
fn a_thousand_damages_of_each_are_healed() {
    for (seed, target) in
        (5_u64..).zip([Target::Feed, Target::Database, Target::Keyring, Target::Vault])
    {
        trials(target, 1_000, seed * 0x9E37_79B9_7F4A_7C15);
    }
}
