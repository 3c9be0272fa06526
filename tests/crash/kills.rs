//! `kill -9` at any moment: nothing acknowledged is lost, nothing is half, every start succeeds.

use crate::child::{Role, first_words, said, spawn, wait};
use crate::support::{case_id, create, open};
use beschermd::journal::Notice;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

/// A small generator, so that a failing round can be run again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

fn kill_rounds(dir: &Path, rounds: u64, seed: u64) {
    drop(create(dir));
    let mut chance = Chance(seed);
    let mut acknowledged: BTreeSet<u64> = BTreeSet::new();
    let mut next = 0;
    for round in 0..rounds {
        let mut child = spawn(Role::Record, dir, next);
        std::thread::sleep(Duration::from_millis(15 + chance.below(90)));
        child.kill().unwrap();
        child.wait().unwrap();
        let acks: Vec<u64> = said(&mut child)
            .iter()
            .filter_map(|line| line.strip_prefix("ack ")?.parse().ok())
            .collect();
        acknowledged.extend(&acks);
        let mut journal = open(dir).unwrap();
        let lost = |n: &Notice| matches!(n, Notice::Lost(_) | Notice::KeysLost { .. });
        assert!(!journal.take_notices().iter().any(lost), "round {round}");
        let last = acks.last().copied().unwrap_or(next);
        for n in acks.iter().copied().chain(last..last + 12) {
            let events = journal.events(case_id(n)).unwrap().len();
            let half = events != 0 && events != 12;
            assert!(!half, "round {round}: case {n} has {events} events");
            assert!(events == 12 || !acknowledged.contains(&n), "round {round}: {n} lost");
        }
        // A save that was whole and not acknowledged is there to stay: do not record it again.
        let mut free = last;
        while journal.case(case_id(free)).unwrap().is_some() {
            free += 1;
        }
        next = free;
        if round % 20 == 19 {
            assert_eq!(journal.check(&mut |_| {}).unwrap().problems, Vec::new());
        }
    }
    let mut journal = open(dir).unwrap();
    assert_eq!(journal.check(&mut |_| {}).unwrap().problems, Vec::new());
    for n in &acknowledged {
        assert_eq!(journal.events(case_id(*n)).unwrap().len(), 12);
    }
    assert!(acknowledged.len() as u64 > rounds / 4, "only {} saves", acknowledged.len());
}

#[test]
fn nothing_acknowledged_is_lost_to_two_hundred_kills() {
    let home = tempfile::tempdir().unwrap();
    kill_rounds(&home.path().join("data"), 200, 0x2545_F491_4F6C_DD1D);
}

#[test]
#[ignore = "long: an hour of kills"]
fn nothing_acknowledged_is_lost_to_twenty_thousand_kills() {
    for part in 1..=100 {
        let home = tempfile::tempdir().unwrap();
        kill_rounds(&home.path().join("data"), 200, part * 0x9E37_79B9_7F4A_7C15);
    }
}

#[test]
fn of_two_that_start_together_one_has_the_lock() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    drop(create(&dir));
    for _ in 0..20 {
        let mut both = [spawn(Role::Race, &dir, 0), spawn(Role::Race, &dir, 0)];
        let mut words: Vec<String> = both.iter_mut().map(first_words).collect();
        words.sort();
        assert_eq!(words, ["in use", "mine"]);
        for child in &mut both {
            drop(child.stdin.take());
            assert_eq!(wait(child, Duration::from_secs(20)), Some(true));
        }
    }
}
