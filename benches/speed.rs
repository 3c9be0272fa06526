//! Speed of what staff wait for. Run with `cargo bench`. Figures of the whole program (first frame,
//! latency of a key, bytes, memory) are taken from outside, in a terminal.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench may stop at the first surprise")]

use beschermd::document::recognise;
use beschermd::domain::deadline::{Clock, Term, due};
use beschermd::domain::fact::StaffRole;
use beschermd::domain::id::StaffId;
use beschermd::domain::queue::{Entry, Row, order};
use beschermd::domain::search::{Card, Index};
use beschermd::domain::time::Moment;
use beschermd::domain::{case::Case, fact::CaseNumber};
use beschermd::journal::{Cost, Journal, LockInfo, Passphrase, Setup};
use beschermd::shell::intake::Intake;
use beschermd::shell::synth::{self, Chance, Desk, Kind};
use beschermd::wire::{policy, v1};
use divan::{Bencher, counter::ItemsCount};

/// A moment to count from; the same in every run.
const NOW: Moment = Moment(1_791_900_000_000);
/// Messages saved with one sync, as the `inbox` command does.
const BATCH: usize = 100;

fn main() {
    divan::main();
}

fn desk() -> Desk {
    Desk {
        organisation: "Veilig Thuis IJsselland".into(),
        staff: StaffId([1; 16]),
        staff_name: "J. de Vries".into(),
        colleague: None,
        instrument: None,
        now: NOW,
    }
}

fn journal() -> (tempfile::TempDir, Journal) {
    let home = tempfile::tempdir().unwrap();
    let setup = Setup {
        organisation: "Veilig Thuis IJsselland".into(),
        station_code: "ZW1".into(),
        staff_name: "J. de Vries".into(),
        role: StaffRole::Manager,
        passphrase: Passphrase::from_text("bench"),
        lang: "nl".into(),
        cost: Cost::DEMO,
    };
    let info = LockInfo { owner: String::new(), since: String::new(), terminal: String::new() };
    let (journal, _) = Journal::create(&home.path().join("data"), setup, &info, NOW).unwrap();
    (home, journal)
}

fn synthetic_cases(count: usize) -> Vec<Case> {
    let (mut chance, desk) = (Chance::new(7), desk());
    let (_home, mut journal) = journal();
    let folded = |n: usize| {
        let number = CaseNumber::new("ZW1", 2026, u32::try_from(n + 1).unwrap());
        let made = synth::case(&mut chance, &desk, number, Kind::Open);
        let events = journal.record(desk.staff, made.at, made.drafts).unwrap();
        Case::fold(made.case, events.iter())
    };
    (0..count).map(folded).collect()
}

#[divan::bench]
fn a_deadline_with_its_explanation(bencher: Bencher<'_, '_>) {
    let calendar = policy::builtin().calendar;
    bencher.bench_local(|| due(NOW.day(), Term::Investigation, Clock::Statutory, &calendar));
}

#[divan::bench]
fn a_message_read(bencher: Bencher<'_, '_>) {
    let message = synth::corv_message(&mut Chance::new(3), NOW);
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench_local(|| recognise::read(message.as_bytes()).unwrap());
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn a_hundred_messages_taken_in_and_saved(bencher: Bencher<'_, '_>) {
    let (_home, mut journal) = journal();
    let mut intake = Intake::new(&mut journal).unwrap();
    let mut chance = Chance::new(5);
    let mut batch =
        || -> Vec<String> { (0..BATCH).map(|_| synth::corv_message(&mut chance, NOW)).collect() };
    bencher.counter(ItemsCount::new(BATCH)).with_inputs(&mut batch).bench_local_values(
        |messages: Vec<String>| {
            let reports = messages.iter().map(|m| recognise::read(m.as_bytes()).unwrap()).collect();
            let plans = intake.take(&mut journal, NOW, reports).unwrap();
            journal.settle().unwrap();
            plans.len()
        },
    );
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn a_note_saved_until_it_is_durable(bencher: Bencher<'_, '_>) {
    let (_home, mut journal) = journal();
    let (mut chance, desk) = (Chance::new(9), desk());
    let number = journal.next_number(2026);
    let made = synth::case(&mut chance, &desk, number, Kind::Neighbourhood);
    let note = made.drafts.last().unwrap().clone();
    journal.record(desk.staff, NOW, made.drafts).unwrap();
    journal.settle().unwrap();
    bencher.bench_local(|| journal.record(desk.staff, NOW, vec![note.clone()]).unwrap());
}

#[divan::bench(args = [500, 5_000])]
fn a_queue_put_in_order(bencher: Bencher<'_, '_>, open: usize) {
    let case = synthetic_cases(1).remove(0);
    let row = Row::of(&case);
    let entries: Vec<Entry> = (0..open)
        .map(|n| {
            let mut row = row.clone();
            row.received_at = Moment(NOW.0 - i64::try_from(n * 7_919 % 40_000_000).unwrap());
            let day = row.received_at.day();
            Entry::new(row, Some(day), None, false)
        })
        .collect();
    bencher.with_inputs(|| entries.clone()).bench_local_values(|mut entries| {
        order(&mut entries);
        entries
    });
}

#[divan::bench(args = [1_000, 100_000], sample_count = 20, sample_size = 1)]
fn a_letter_searched(bencher: Bencher<'_, '_>, cases: usize) {
    let known = synthetic_cases(1).remove(0);
    let card = Card::of(&known);
    let mut index = Index::new();
    for n in 0..cases {
        let mut card = card.clone();
        card.case.0[..8].copy_from_slice(&n.to_le_bytes());
        for person in &mut card.persons {
            person.name = format!("{} {n}", person.name);
        }
        index.insert(&card);
    }
    index.trim();
    bencher.bench_local(|| index.find("zanglij", 50));
}

#[divan::bench]
fn a_case_folded(bencher: Bencher<'_, '_>) {
    let (_home, mut journal) = journal();
    let (mut chance, desk) = (Chance::new(11), desk());
    let number = journal.next_number(2026);
    let made = synth::case(&mut chance, &desk, number, Kind::Open);
    let events = journal.record(desk.staff, NOW, made.drafts).unwrap();
    bencher.bench_local(|| Case::fold(made.case, events.iter()));
}

#[divan::bench]
fn a_fact_to_bytes_and_back(bencher: Bencher<'_, '_>) {
    let (_home, mut journal) = journal();
    let (mut chance, desk) = (Chance::new(13), desk());
    let number = journal.next_number(2026);
    let made = synth::case(&mut chance, &desk, number, Kind::Open);
    let events = journal.record(desk.staff, NOW, made.drafts).unwrap();
    let bodies: Vec<_> = events.into_iter().filter_map(|event| event.body).collect();
    bencher.counter(ItemsCount::new(bodies.len())).bench_local(|| {
        for body in &bodies {
            let bytes = v1::payload_bytes([0; 16], body).unwrap();
            divan::black_box(v1::read_payload(&bytes).unwrap());
        }
    });
}
