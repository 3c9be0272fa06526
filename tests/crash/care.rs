//! Losing a copy, destroying a key, putting a backup back.

use crate::support::{AT, case_id, create, open, open_as, record_case};
use beschermd::domain::fact::Secrecy;
use beschermd::domain::id::ReportId;
use beschermd::journal::{Fault, Journal, Notice, restore};
use std::path::Path;

/// A workstation with some cases, settled, and its state hash.
fn filled(dir: &Path, cases: u64) -> (Journal, [u8; 32]) {
    let mut journal = create(dir);
    for n in 0..cases {
        record_case(&mut journal, n).unwrap();
    }
    journal.settle().unwrap();
    let hash = healthy(&mut journal);
    (journal, hash)
}

fn healthy(journal: &mut Journal) -> [u8; 32] {
    let report = journal.check(&mut |_| {}).unwrap();
    assert_eq!(report.problems, Vec::new());
    report.state_hash
}

fn feed_dir(dir: &Path) -> std::path::PathBuf {
    let mut found = std::fs::read_dir(dir.join("feeds")).unwrap();
    found.next().unwrap().unwrap().path()
}

#[test]
fn without_its_database_a_workstation_is_the_same_after_a_rebuild() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let (journal, hash) = filled(&dir, 3);
    drop(journal);
    std::fs::remove_dir_all(dir.join("db")).unwrap();
    let mut journal = open(&dir).unwrap();
    assert_eq!(healthy(&mut journal), hash);
    assert_eq!(journal.queue().unwrap().len(), 3);
    journal.rebuild(&mut |_| {}).unwrap();
    assert!(journal.take_notices().contains(&Notice::Rebuilt { events: 38 }));
    assert_eq!(healthy(&mut journal), hash);
    record_case(&mut journal, 9).unwrap();
    journal.settle().unwrap();
    healthy(&mut journal);
    assert_eq!(journal.incarnation().0, 1);
}

#[test]
fn without_its_feed_a_workstation_is_the_same_after_healing() {
    for keep_dir in [true, false] {
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("data");
        let (journal, hash) = filled(&dir, 3);
        drop(journal);
        let feed = feed_dir(&dir);
        std::fs::remove_dir_all(&feed).unwrap();
        if keep_dir {
            std::fs::create_dir(&feed).unwrap();
        }
        let mut journal = open(&dir).unwrap();
        let notices = journal.take_notices();
        assert!(notices.iter().any(|n| matches!(n, Notice::FeedHealed { events: 38 })));
        assert!(!notices.iter().any(|n| matches!(n, Notice::Lost(_))));
        assert_eq!(healthy(&mut journal), hash);
        record_case(&mut journal, 9).unwrap();
        journal.settle().unwrap();
        healthy(&mut journal);
        assert_eq!(journal.incarnation().0, 1);
    }
}

#[test]
fn without_either_copy_the_loss_is_named_and_no_number_is_used_again() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    drop(filled(&dir, 2));
    std::fs::remove_dir_all(dir.join("db")).unwrap();
    std::fs::remove_dir_all(feed_dir(&dir)).unwrap();
    let mut journal = open(&dir).unwrap();
    let notices = journal.take_notices();
    assert!(notices.iter().any(|n| matches!(n, Notice::Lost(r) if (r.first, r.last) == (1, 26))));
    assert_eq!(journal.incarnation().0, 2);
}

#[test]
fn a_backup_put_back_holds_everything_and_begins_a_new_life() {
    let home = tempfile::tempdir().unwrap();
    let (dir, copy, again) =
        (home.path().join("data"), home.path().join("copy"), home.path().join("again"));
    let (mut journal, hash) = filled(&dir, 3);
    let report = journal.backup(&copy, &mut |_| {}).unwrap();
    assert_eq!((report.events, report.damaged.len()), (38, 0));
    assert!(matches!(journal.backup(&copy, &mut |_| {}), Err(Fault::AlreadySetUp(_))));
    assert_eq!(restore(&copy, &again, &mut |_| {}).unwrap().events, 38);
    let mut restored = open(&again).unwrap();
    assert_eq!(healthy(&mut restored), hash);
    assert_eq!(restored.incarnation().0, 2);
    record_case(&mut restored, 7).unwrap();
    restored.settle().unwrap();
    healthy(&mut restored);
    drop(restored);
    let mut restored = open(&again).unwrap();
    assert_eq!(restored.take_notices(), Vec::new());
    healthy(&mut restored);
}

#[test]
fn a_copied_directory_without_its_high_water_mark_begins_a_new_life() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let (journal, hash) = filled(&dir, 1);
    drop(journal);
    std::fs::remove_file(dir.join("seen")).unwrap();
    let mut journal = open(&dir).unwrap();
    assert_eq!(journal.incarnation().0, 2);
    assert_eq!(healthy(&mut journal), hash);
    drop(journal);
    let mut journal = open(&dir).unwrap();
    assert_eq!(journal.incarnation().0, 2);
    record_case(&mut journal, 5).unwrap();
    drop(journal);
    assert_eq!(open(&dir).unwrap().incarnation().0, 2);
}

#[test]
fn what_was_destroyed_opens_with_no_passphrase_and_the_chain_still_verifies() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let (mut journal, hash) = filled(&dir, 2);
    let report = ReportId(crate::support::id(2, 0));
    let gone = [Secrecy::Case(case_id(0)), Secrecy::Reporter(report)];
    journal.forget_keys(&gone, &mut |_| {}).unwrap();
    for _ in 0..2 {
        assert_eq!(healthy(&mut journal), hash);
        assert_eq!(journal.queue().unwrap().len(), 1);
        let events = journal.events(case_id(0)).unwrap();
        assert_eq!(events.len(), 12);
        // The shielded address had a key of its own, which was not named.
        assert_eq!(events.iter().filter(|e| e.body.is_some()).count(), 1);
        drop(journal);
        std::fs::remove_dir_all(dir.join("db")).unwrap();
        journal = open_as(&dir, crate::support::WORD).unwrap();
    }
    let draft = beschermd::domain::event::Draft::new(
        case_id(0),
        beschermd::domain::fact::Fact::WorkerAssigned { staff: None },
    );
    let me = journal.me();
    assert!(matches!(journal.record(me, AT, vec![draft]), Err(Fault::KeyDestroyed)));
}
