//! The papers beside the code: what they promise is what the code and the checks do.
//!
//! Deliberately absent: spelling, style, and links that lead out of the repository.

use crate::tidy::rooms::IMPORTS;
use chrono::NaiveDate;

const ARCHITECTURE: &str = include_str!("../../ARCHITECTURE.md");
const DENY: &str = include_str!("../../deny.toml");

/// Days an accepted advisory may stand before someone looks again.
const EXCEPTION_DAYS_MAX: i64 = 90;

/// What follows a word, as a day.
fn day_after(line: &str, word: &str) -> Option<NaiveDate> {
    let rest = line.split_once(word)?.1.trim_start();
    rest.get(..10)?.parse().ok()
}

/// Exceptions without a first and a last day, or with too many days between them.
fn undated(deny: &str) -> Vec<&str> {
    let in_time = |line: &&str| {
        let days = day_after(line, "Seen").zip(day_after(line, "until"));
        !days.is_some_and(|(seen, until)| {
            (0..=EXCEPTION_DAYS_MAX).contains(&(until - seen).num_days())
        })
    };
    deny.lines().filter(|line| line.contains("RUSTSEC-")).filter(in_time).collect()
}

#[test]
fn every_accepted_advisory_is_dated_and_short() {
    assert!(DENY.contains("RUSTSEC-"), "there are exceptions to look at");
    assert_eq!(undated(DENY), Vec::<&str>::new());
    let planted = "{ id = \"RUSTSEC-1\", reason = \"Seen 2026-11-24, until 2027-02-23.\" }";
    assert_eq!(undated(planted).len(), 1, "ninety-one days are too many");
    assert_eq!(undated("{ id = \"RUSTSEC-1\", reason = \"no day\" }").len(), 1);
}

#[test]
fn the_architecture_states_the_import_rule_that_is_held() {
    let start = ARCHITECTURE.find("| Room | may import |").expect("the table is there");
    let table = &ARCHITECTURE[start..];
    let table = &table[..table.find("\n\n").unwrap_or(table.len())];
    let quoted = |cell: &str| -> Vec<String> {
        cell.split('`').skip(1).step_by(2).map(String::from).collect()
    };
    let mut stated = Vec::new();
    for row in table.lines().skip(2) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        let [rooms, allowed] = cells.as_slice() else { panic!("two cells: {row}") };
        stated.extend(quoted(rooms).into_iter().map(|room| (room, quoted(allowed))));
    }
    for (room, allowed) in IMPORTS {
        let row = stated.iter().find(|(name, _)| name == room);
        let (_, mut said) = row.unwrap_or_else(|| panic!("`{room}` has a row")).clone();
        let mut held: Vec<String> = allowed.iter().map(ToString::to_string).collect();
        said.sort();
        held.sort();
        assert_eq!(said, held, "row of `{room}` in ARCHITECTURE.md and in tidy/rooms.rs");
    }
}
