//! The last record torn at every byte: what was acknowledged before stays, nothing is half.

use crate::support::{AT, case_id, create, open, record_case};
use beschermd::domain::event::Draft;
use beschermd::domain::fact::Fact;
use beschermd::journal::Notice;
use std::path::{Path, PathBuf};

pub fn segment(dir: &Path) -> PathBuf {
    let feed = std::fs::read_dir(dir.join("feeds")).unwrap().next().unwrap().unwrap().path();
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(feed).unwrap().map(|e| e.unwrap().path()).collect();
    found.sort();
    found.pop().unwrap()
}

/// Copies a data directory.
pub fn copy(from: &Path, to: &Path) {
    beschermd_copy(from, to);
}

fn beschermd_copy(from: &Path, to: &Path) {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().mode(0o700).create(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, target) = {
            let path = entry.unwrap().path();
            let target = to.join(path.file_name().unwrap());
            (path, target)
        };
        if path.is_dir() {
            beschermd_copy(&path, &target);
        } else if !path.ends_with("reserve") {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn a_save_torn_at_any_byte_leaves_what_was_saved_before_and_no_half() {
    let home = tempfile::tempdir().unwrap();
    let (dir, work) = (home.path().join("data"), home.path().join("work"));
    let mut journal = create(&dir);
    record_case(&mut journal, 1).unwrap();
    journal.settle().unwrap();
    let seen = std::fs::read(dir.join("seen")).unwrap();
    let begin = std::fs::metadata(segment(&dir)).unwrap().len();
    // One save of two facts, which never reaches the database, nor the high-water mark.
    let me = journal.me();
    let fact = Fact::WorkerAssigned { staff: Some(me) };
    let drafts = vec![Draft::new(case_id(1), fact.clone()), Draft::new(case_id(1), fact)];
    journal.record(me, AT, drafts).unwrap();
    drop(journal);
    std::fs::write(dir.join("seen"), seen).unwrap();
    let path = segment(&dir);
    let whole = std::fs::read(&path).unwrap();
    let relative = path.strip_prefix(&dir).unwrap();
    copy(&dir, &work);
    let pristine = home.path().join("db");
    copy(&work.join("db"), &pristine);
    let step = if std::env::var_os("BESCHERMD_LONG").is_some() { 1 } else { 3 };
    for cut in (begin..=whole.len() as u64).rev().step_by(step).chain([begin]) {
        std::fs::write(work.join(relative), &whole[..cut as usize]).unwrap();
        std::fs::remove_dir_all(work.join("db")).unwrap();
        copy(&pristine, &work.join("db"));
        std::fs::copy(dir.join("seen"), work.join("seen")).unwrap();
        let mut journal = open(&work).unwrap();
        let events = journal.events(case_id(1)).unwrap().len();
        let complete = cut == whole.len() as u64;
        assert_eq!(events, if complete { 14 } else { 12 }, "cut at {cut}");
        let notices = journal.take_notices();
        let torn = notices.iter().any(|n| matches!(n, Notice::TornTailCut { .. }));
        assert_eq!(torn, !complete && cut != begin, "cut at {cut}: {notices:?}");
        assert_eq!(journal.incarnation().0, 1);
        if cut % 50 == 0 {
            record_case(&mut journal, 2).unwrap();
            journal.settle().unwrap();
            assert_eq!(journal.check(&mut |_| {}).unwrap().problems, Vec::new());
        }
    }
}
