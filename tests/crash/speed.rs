//! How fast the journal is. Prints figures and asserts none: run it by hand, with optimisation.

use crate::support::{AT, create, new_case, open, record_case};
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

#[test]
#[ignore = "long: prints measurements"]
fn prints_how_fast_the_journal_is() {
    let cases: u64 =
        std::env::var("BESCHERMD_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    let home = tempfile::tempdir_in(".").unwrap();
    let dir = home.path().join("data");
    let mut journal = create(&dir);
    let me = journal.me();
    let (mut record, mut settle, begun) = (0.0, 0.0, Instant::now());
    for batch in 0..cases / 250 {
        let saves: Vec<_> = (batch * 250..(batch + 1) * 250)
            .map(|n| (me, AT, new_case(&mut journal, n, "proef")))
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
    println!("unlock (weak passphrase cost) {:.0} ms", at.elapsed().as_secs_f64() * 1e3);
    let at = Instant::now();
    let mut cards = 0;
    journal.cards(&mut |_| cards += 1).unwrap();
    println!("{cards} cards in {:.0} ms", at.elapsed().as_secs_f64() * 1e3);
    let at = Instant::now();
    journal.rebuild(&mut |_| {}).unwrap();
    println!("heal and rebuild: {:.0} events/s", n * 12.0 / at.elapsed().as_secs_f64());
    let at = Instant::now();
    let report = journal.check(&mut |_| {}).unwrap();
    println!("check: {:.0} events/s", n * 12.0 / at.elapsed().as_secs_f64());
    assert_eq!(report.problems, Vec::new());
    println!("db after rebuild: {:.0} bytes/event", bytes_in(&dir.join("db")) as f64 / (n * 12.0));
}
