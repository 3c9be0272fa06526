//! What is recorded is read back: at once, after settling, after closing, and by role.

use crate::support::{AT, WORD, case_id, create, info, new_case, open, open_as, record_case};
use beschermd::domain::fact::StaffRole;
use beschermd::journal::{Cost, Fault, Journal, Locked, Passphrase, RecoveryCode, StaffRef};

#[test]
fn what_is_recorded_is_read_back_before_and_after_settling_and_reopening() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let mut journal = create(&dir);
    record_case(&mut journal, 1).unwrap();
    let before = (journal.case(case_id(1)).unwrap().unwrap(), journal.queue().unwrap());
    assert_eq!(before.0.persons.len(), 4);
    assert_eq!(before.1.len(), 1);
    journal.settle().unwrap();
    let after = (journal.case(case_id(1)).unwrap().unwrap(), journal.queue().unwrap());
    assert!(before == after);
    record_case(&mut journal, 2).unwrap();
    let number = journal.queue().unwrap()[1].number.clone();
    assert_eq!(journal.find_number(&number).unwrap(), Some(case_id(2)));
    drop(journal);
    let mut journal = open(&dir).unwrap();
    assert_eq!(journal.take_notices(), Vec::new());
    assert!(journal.case(case_id(1)).unwrap().unwrap() == before.0);
    assert_eq!(journal.queue().unwrap().len(), 2);
    assert_eq!(journal.find_number("ZW1-26-0002").unwrap(), Some(case_id(2)));
    assert_eq!(journal.next_number(2026).0, "ZW1-26-0003");
    let mut cards = 0;
    journal.cards(&mut |_| cards += 1).unwrap();
    assert_eq!(cards, 2);
    let staff = journal.staff();
    assert_eq!(staff.len(), 1);
    assert_eq!(staff[0].1, "Anna Proef");
}

#[test]
fn a_batch_with_an_event_that_cannot_be_sealed_records_nothing() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let mut journal = create(&dir);
    let me = journal.me();
    journal.add_staff(("Bert Proef", StaffRole::Clerk), &Passphrase::from_text("b"), AT).unwrap();
    drop(journal);
    let mut clerk = open_as(&dir, "b").unwrap();
    assert!(!clerk.sees_reporter());
    let drafts = new_case(&mut clerk, 1, "proef");
    assert!(matches!(clerk.record(me, AT, drafts), Err(Fault::NoKey(_))));
    assert!(clerk.case(case_id(1)).unwrap().is_none());
}

#[test]
fn a_clerk_sees_the_case_and_not_the_reporter_or_the_shielded_address() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let mut journal = create(&dir);
    record_case(&mut journal, 1).unwrap();
    journal.add_staff(("Bert Proef", StaffRole::Clerk), &Passphrase::from_text("b"), AT).unwrap();
    let row = journal.queue().unwrap();
    drop(journal);
    let mut clerk = open_as(&dir, "b").unwrap();
    let case = clerk.case(case_id(1)).unwrap().unwrap();
    assert_eq!(case.sealed, 3);
    assert!(case.reports.values().all(|r| r.reporter.is_empty()));
    assert!(case.persons.values().all(|p| p.shielded_actual.is_empty()));
    assert!(clerk.queue().unwrap() == row);
    assert_eq!(clerk.staff().len(), 2);
}

#[test]
fn locking_and_unlocking_keeps_everything_and_a_wrong_passphrase_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let mut journal = create(&dir);
    record_case(&mut journal, 1).unwrap();
    let locked = journal.lock();
    let wrong = Passphrase::from_text("fout");
    let refused = locked.unlock(None, &wrong, &mut |_| {}).err().unwrap();
    assert!(matches!(refused.fault, Fault::WrongPassphrase));
    let staff = refused.locked.staff();
    let word = Passphrase::from_text(WORD);
    let who = Some(StaffRef::Id(staff[0]));
    let mut journal = refused.locked.unlock(who, &word, &mut |_| {}).ok().unwrap();
    assert!(journal.case(case_id(1)).unwrap().is_some());
    let new = Passphrase::from_text("nieuw");
    assert!(matches!(journal.change_passphrase(&wrong, &new), Err(Fault::WrongPassphrase)));
    journal.change_passphrase(&word, &new).unwrap();
    drop(journal);
    assert!(matches!(open(&dir), Err(Fault::WrongPassphrase)));
    open_as(&dir, "nieuw").unwrap();
}

#[test]
fn the_recovery_code_opens_for_a_new_passphrase() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let (mut journal, code) = Journal::create(&dir, crate::support::setup(), &info(), AT).unwrap();
    record_case(&mut journal, 1).unwrap();
    let me = journal.me();
    drop(journal);
    let typed = RecoveryCode::parse(&code.text()).unwrap();
    let new = Passphrase::from_text("nieuw");
    let locked = Locked::open(&dir, &info()).unwrap();
    let recovered = locked.recover(&typed, (me, &new), Cost::DEMO, &mut |_| {});
    let (mut journal, fresh) = recovered.ok().unwrap();
    assert!(journal.case(case_id(1)).unwrap().is_some());
    drop(journal);
    let recover = |code: &RecoveryCode| {
        let locked = Locked::open(&dir, &info()).unwrap();
        locked.recover(code, (me, &new), Cost::DEMO, &mut |_| {}).map_err(|refused| refused.fault)
    };
    assert!(matches!(recover(&code), Err(Fault::WrongPassphrase)), "the code is spent");
    let (mut journal, second) = recover(&fresh).unwrap();
    // The only member of staff still holds all keys: a new code can be made again.
    let last = journal.renew_recovery_code().unwrap();
    drop(journal);
    assert!(matches!(recover(&second), Err(Fault::WrongPassphrase)), "renewed");
    recover(&last).unwrap();
    assert!(open(&dir).is_err());
    assert!(open_as(&dir, "nieuw").unwrap().sees_reporter());
}

#[test]
fn a_second_workstation_is_not_made_over_the_first() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    drop(create(&dir));
    let again = Journal::create(&dir, crate::support::setup(), &info(), AT);
    assert!(matches!(again.err().unwrap(), Fault::AlreadySetUp(_)));
    open(&dir).unwrap();
}
