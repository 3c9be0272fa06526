//! Disk full and input/output errors at every step of a save: no false acknowledgement, and the
//! workstation opens again with everything that was acknowledged.

use crate::child::{Role, said, spawn, wait};
use crate::support::{AT, WORD, case_id, create, info, new_case, open, record_case};
use beschermd::journal::{Cost, Disk, DraftId, Fault, Journal, Locked, Passphrase, Setup};
use std::path::Path;
use std::time::Duration;

const ERRORS: [i32; 4] = [28, 5, 122, 30]; // ENOSPC, EIO, EDQUOT, EROFS

fn open_failing(dir: &Path, disk: &Disk) -> Result<Journal, Fault> {
    let locked = Locked::open_on(disk, dir, &info())?;
    let word = Passphrase::from_text(WORD);
    locked.unlock(None, &word, &mut |_| {}).map_err(|refused| refused.fault)
}

/// Lets the `nth` step after opening fail; returns whether there was such a step.
fn fail_at(dir: &Path, (nth, code, lasting): (i64, i32, bool), n: u64) -> bool {
    // How many steps an opening takes is found by counting down from far.
    let counting = Disk::failing(1_000_000, code, false);
    drop(open_failing(dir, &counting).unwrap());
    let disk = Disk::failing(steps_of(&counting) + nth, code, lasting);
    let mut journal = open_failing(dir, &disk).unwrap();
    let me = journal.me();
    let drafts = new_case(&mut journal, n, "proef");
    let saved = journal.record(me, AT, drafts).is_ok();
    let failed_in_save = disk.has_failed();
    assert!(saved || failed_in_save);
    let settled = journal.settle();
    if saved {
        assert_eq!(journal.events(case_id(n)).unwrap().len(), 12);
    }
    if settled.is_err() && !lasting {
        journal.revive(&mut |_| {}).unwrap();
    }
    let again = (!saved && !lasting).then(|| {
        let drafts = new_case(&mut journal, n + 1_000, "proef");
        journal.record(me, AT, drafts).unwrap();
        journal.settle().unwrap();
    });
    let reached = disk.has_failed();
    drop(journal);
    let mut journal = open(dir).unwrap();
    let events = journal.events(case_id(n)).unwrap().len();
    assert!(events == 12 || (events == 0 && !saved), "step {nth} error {code}: {events}");
    if again.is_some() {
        assert_eq!(journal.events(case_id(n + 1_000)).unwrap().len(), 12);
    }
    assert_eq!(journal.check(&mut |_| {}).unwrap().problems, Vec::new(), "step {nth} {code}");
    reached
}

fn steps_of(disk: &Disk) -> i64 {
    1_000_000 - disk.steps_left().unwrap()
}

#[test]
fn an_error_at_any_step_of_a_save_gives_no_false_acknowledgement() {
    for (code, lasting) in ERRORS.into_iter().flat_map(|c| [(c, false), (c, true)]) {
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("data");
        let mut journal = create(&dir);
        record_case(&mut journal, 1).unwrap();
        journal.settle().unwrap();
        drop(journal);
        let mut nth = 1;
        while fail_at(&dir, (nth, code, lasting), 10 + nth as u64) {
            nth += 1;
        }
        assert!(nth > 5, "only {nth} steps in a save");
    }
}

#[test]
fn an_error_at_any_step_of_opening_is_told_and_the_next_opening_works() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let mut journal = create(&dir);
    record_case(&mut journal, 1).unwrap();
    drop(journal);
    for code in ERRORS {
        for nth in 1.. {
            let disk = Disk::failing(nth, code, true);
            let outcome = open_failing(&dir, &disk);
            if let Ok(journal) = outcome {
                drop(journal);
                if !disk.has_failed() {
                    break;
                }
            }
            let mut journal = open(&dir).unwrap();
            assert_eq!(journal.events(case_id(1)).unwrap().len(), 12);
        }
    }
}

#[test]
fn an_error_at_any_step_of_setting_up_can_be_tried_again() {
    for nth in 1.. {
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("data");
        let disk = Disk::failing(nth, 28, true);
        let setup = crate::support::setup();
        let outcome = Journal::create_on(&disk, &dir, (setup, &info()), AT);
        if !disk.has_failed() {
            assert!(outcome.is_ok());
            break;
        }
        drop(outcome);
        if Locked::open(&dir, &info()).is_err() {
            drop(create(&dir));
        }
        open(&dir).unwrap();
    }
}

#[test]
fn too_little_memory_for_the_passphrase_is_told_and_does_not_end_the_process() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let setup = Setup { cost: Cost::STANDARD, ..crate::support::setup() };
    drop(Journal::create(&dir, setup, &info(), AT).unwrap());
    for mebibytes in [2, 8, 20, 40, 60] {
        let mut child = spawn(Role::Starve, &dir, mebibytes);
        let words = said(&mut child);
        assert_eq!(wait(&mut child, Duration::from_secs(30)), Some(true), "{mebibytes} MiB");
        assert_eq!(words, ["memory short"], "{mebibytes} MiB");
    }
}

#[test]
fn an_error_while_keeping_a_half_typed_form_leaves_the_earlier_one() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    drop(create(&dir));
    let id = DraftId([7; 16]);
    open(&dir).unwrap().drafts().save(id, b"first").unwrap();
    for nth in 1..8 {
        let counting = Disk::failing(1_000_000, 28, false);
        drop(open_failing(&dir, &counting).unwrap());
        let disk = Disk::failing(steps_of(&counting) + nth, 28, true);
        let journal = open_failing(&dir, &disk).unwrap();
        let outcome = journal.drafts().save(id, b"second");
        drop(journal);
        let forms = open(&dir).unwrap().drafts().all(&mut Vec::new()).unwrap();
        assert_eq!(forms.len(), 1);
        let content = forms[0].1.as_slice();
        assert!(content == b"second" || (content == b"first" && outcome.is_err()));
    }
}
