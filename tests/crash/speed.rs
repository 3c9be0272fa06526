//! How fast the journal is. Prints figures and asserts none: run it by hand, with optimisation.

use crate::support::{AT, case_id, create, new_case, open, record_case};
use beschermd::domain::event::Draft;
use beschermd::domain::fact::{Closing, ClosingGround, Fact};
use beschermd::journal::Journal;
use std::path::Path;
use std::time::Instant;

fn bytes_in(dir: &Path) -> u64 {
    let mut sum = 0;
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        sum += if path.is_dir() { bytes_in(&path) } else { path.metadata().unwrap().len() };
    }
    sum
}

fn resident_mib() -> u64 {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap();
    text.split(' ').nth(1).unwrap().parse::<u64>().unwrap() * 4 / 1024
}

/// A new case; of two hundred one stays open, as in an archive of years.
fn closed_mostly(journal: &mut Journal, n: u64) -> Vec<Draft> {
    let mut drafts = new_case(journal, n, "proef");
    if !n.is_multiple_of(200) {
        let closing = Closing::Closed {
            ground: ClosingGround::Concluded,
            reason: "afgerond".into(),
            sender_told: String::new(),
        };
        drafts.pop();
        drafts.push(Draft::new(case_id(n), Fact::ClosingDecided { closing }));
    }
    drafts
}

#[test]
#[ignore = "long: prints measurements"]
fn prints_how_fast_the_journal_is() {
    let cases: u64 =
        std::env::var("BESCHERMD_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    if let Some(dir) = std::env::var_os("BESCHERMD_OPEN_ONLY") {
        return prints_how_it_opens(Path::new(&dir));
    }
    let home = tempfile::tempdir_in(".").unwrap();
    let dir = home.path().join("data");
    let mut journal = create(&dir);
    let me = journal.me();
    let (mut record, mut settle, begun) = (0.0, 0.0, Instant::now());
    for batch in 0..cases / 250 {
        let saves: Vec<_> = (batch * 250..(batch + 1) * 250)
            .map(|n| (me, AT, closed_mostly(&mut journal, n)))
            .collect();
        let at = Instant::now();
        journal.record_many(saves).unwrap();
        record += at.elapsed().as_secs_f64();
        let at = Instant::now();
        journal.settle().unwrap();
        settle += at.elapsed().as_secs_f64();
    }
    let all = begun.elapsed().as_secs_f64();
    let n = cases as f64;
    println!("import: {:.0} cases/s (record {record:.2} s, settle {settle:.2} s)", n / all);
    for name in ["feeds", "db", "."] {
        println!("{name}: {:.0} bytes/event", bytes_in(&dir.join(name)) as f64 / (n * 12.0));
    }
    println!("vault: {:.0} bytes/case", dir.join("vault").metadata().unwrap().len() as f64 / n);
    let mut times: Vec<(f64, f64)> = Vec::new();
    for extra in 0..200 {
        let at = Instant::now();
        record_case(&mut journal, cases + extra).unwrap();
        let saved = at.elapsed().as_secs_f64();
        journal.settle().unwrap();
        times.push((saved, at.elapsed().as_secs_f64()));
    }
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    println!("new case: saved p50 {:.2} ms p99 {:.2} ms", times[100].0 * 1e3, times[198].0 * 1e3);
    times.sort_by(|a, b| a.1.total_cmp(&b.1));
    println!("settled p50 {:.2} ms p99 {:.2} ms", times[100].1 * 1e3, times[198].1 * 1e3);
    println!("resident {} MiB", resident_mib());
    drop(journal);
    let at = Instant::now();
    let mut journal = open(&dir).unwrap();
    println!("resident after unlock, with the writer's leavings: {} MiB", resident_mib());
    println!("unlock (weak passphrase cost) {:.0} ms", at.elapsed().as_secs_f64() * 1e3);
    let at = Instant::now();
    let mut cards = 0;
    journal.cards(&mut |_| cards += 1).unwrap();
    println!("{cards} cards in {:.0} ms", at.elapsed().as_secs_f64() * 1e3);
    drop(journal);
    let again = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "speed", "--nocapture"])
        .env("BESCHERMD_OPEN_ONLY", &dir)
        .output()
        .unwrap();
    print!("{}", String::from_utf8_lossy(&again.stdout));
    let mut journal = open(&dir).unwrap();
    let at = Instant::now();
    journal.rebuild(&mut |_| {}).unwrap();
    println!("heal and rebuild: {:.0} events/s", n * 12.0 / at.elapsed().as_secs_f64());
    let at = Instant::now();
    let report = journal.check(&mut |_| {}).unwrap();
    println!("check: {:.0} events/s", n * 12.0 / at.elapsed().as_secs_f64());
    assert_eq!(report.problems, Vec::new());
    println!("db after rebuild: {:.0} bytes/event", bytes_in(&dir.join("db")) as f64 / (n * 12.0));
}

/// In a process of its own: how long a start takes, and how much memory it keeps.
fn prints_how_it_opens(dir: &Path) {
    let at = Instant::now();
    let mut journal = open(dir).unwrap();
    let rows = journal.queue().unwrap().len();
    println!("fresh start: {rows} rows in {:.0} ms", at.elapsed().as_secs_f64() * 1e3);
    println!("resident after a fresh start {} MiB", resident_mib());
    let mut cards = 0_usize;
    journal.cards(&mut |_| cards += 1).unwrap();
    println!("and after {cards} cards {} MiB", resident_mib());
}
