//! The story of a newcomer: reports come in, are read, a contact is typed, the window is closed,
//! and everything is there afterwards.

use beschermd::shell::clock;
use chrono::NaiveDate;
use serde_json::Value;

use crate::place::{OPEN, Place, Seat};
use crate::support::pty::LIMIT;

/// The reports among the samples in the order of their last day, which was counted by hand from
/// the day of receipt: five days of which two are ordinary, ending on an ordinary day.
const REPORTS: [(&str, (i32, u32, u32)); 9] = [
    ("van den Rietkamper", (2026, 10, 12)),
    ("Turfgraver", (2026, 10, 14)),
    ("Zandbeker", (2026, 10, 21)),
    ("Łąkowska", (2026, 10, 26)),
    ("Ștefănuță", (2026, 10, 30)),
    ("in 't Veld", (2026, 11, 2)),
    ("Okkernoot", (2026, 11, 9)),
    ("naam onbekend", (2026, 11, 9)),
    ("van der Sint-Janste", (2026, 11, 11)),
];

/// The files that are no reports.
const OTHERS: [&str; 4] = ["s09_", "s10_", "s12_", "s13_"];

fn left((year, month, day): (i32, u32, u32)) -> String {
    let today = clock::now().day();
    let due = NaiveDate::from_ymd_opt(year, month, day).unwrap();
    match (due - today).num_days() {
        0 => "vandaag".to_owned(),
        days @ 1.. => format!("nog {days} d"),
        days => format!("{days} d"),
    }
}

/// Whether the rows of the queue are these, in this order, each with its days.
fn queue_is_right(screen: &str) -> bool {
    let rows: Vec<&str> = screen.lines().filter(|line| line.starts_with('┃')).collect();
    REPORTS.len() < rows.len()
        && REPORTS.iter().zip(&rows).all(|((name, due), row)| {
            let cell = row.split(['┃', '│']).nth(1).unwrap_or_default();
            cell.contains(name) && cell.contains(&left(*due))
        })
}

fn read_each(seat: &mut Seat) {
    for (name, _) in REPORTS {
        assert!(seat.row_in_hand().contains(name), "{}", seat.text());
        seat.send("<ENTER>");
        seat.wait_until("the page of the case", |screen| {
            screen.contains("Zicht op veiligheid:") && !screen.contains("Meldingen ·")
        });
        seat.wait_for("Kenmerk:");
        seat.back();
        let before = seat.row_in_hand();
        if name != REPORTS[8].0 {
            seat.send("<DOWN>");
            seat.wait_until("the next row", |screen| {
                screen.lines().any(|line| line.contains("┃▌") && line != before)
            });
        }
    }
}

#[test]
fn a_newcomer_finds_everything_after_the_window_was_closed() {
    let place = Place::made();
    let mut seat = place.open();
    place.drop_samples(|_| true);
    seat.wait_until("nine reports in their order", queue_is_right);
    let until = std::time::Instant::now() + LIMIT;
    while std::fs::read_dir(place.data.join("inbox")).unwrap().count() > 0 {
        assert!(std::time::Instant::now() < until, "the folder is emptied");
        seat.wait_quiet(std::time::Duration::from_millis(100));
    }
    seat.wait_for("Ter zijde gelegd: ");
    seat.send("m");
    seat.wait_for("Berichten");
    for name in OTHERS {
        assert!(seat.text().contains(name), "{name} is named:\n{}", seat.text());
    }
    seat.send("<ESC>");
    seat.wait_gone("Berichten");
    read_each(&mut seat);

    // The telephone, and in the middle of a word the window is closed.
    seat.call();
    seat.send("De buurvrouw hoorde Aagje Zandloper huilen en schreeu");
    seat.wait_for("schreeu");
    seat.answer("Achternaam", "Zandloper");
    seat.wait_for("concept bewaard");
    seat.send("s");
    seat.wait_for("Zandlopers");
    seat.hang_up();
    seat.wait_exit();
    drop(seat);

    let mut seat = place.open();
    seat.wait_for("1 concept");
    seat.send("c");
    seat.wait_for("huilen en schreeu");
    assert!(seat.row_in_hand().contains("Achternaam"), "where it was left:\n{}", seat.text());
    seat.wait_for("Zandlopers");
    seat.save_contact();
    seat.wait_for("Aagje Zandloper");
    seat.back();
    seat.wait_for("/10");
    seat.wait_until("the new report in the queue", |screen| screen.contains("Zandlopers, 0"));
    assert!(seat.row_in_hand().contains("Zandlopers"), "it is the one in hand:\n{}", seat.text());
    seat.wait_gone("1 concept");
    assert_eq!(place.drafts(), 0);
    let number = {
        seat.send("/");
        seat.wait_for("Zoeken");
        seat.send("zandlopers");
        seat.wait_for("ZW1-");
        let text = seat.text();
        let at = text.find("ZW1-").unwrap();
        text[at..].chars().take(11).collect::<String>()
    };
    seat.send("<ESC>");
    seat.wait_gone("Zoeken");
    seat.quit();

    let shown = place.run(&["case", "show", &number, "--json"]);
    let shown: Value = serde_json::from_str(&shown).unwrap();
    let text = shown.to_string();
    assert!(text.contains("Zandlopers") && text.contains("huilen en schreeu"), "{text}");
    let queue: Value = serde_json::from_str(&place.run(&["queue", "--json"])).unwrap();
    assert_eq!(queue.as_array().unwrap().len(), 10);
}

#[test]
fn reports_that_came_while_nobody_was_there_are_taken_in_at_unlock() {
    let place = Place::made();
    place.drop_samples(|_| true);
    let mut seat = place.open();
    seat.wait_until("nine reports in their order", queue_is_right);
    // The same files once more add nothing.
    place.drop_samples(|_| true);
    seat.wait_for("Ingenomen");
    seat.wait_quiet(std::time::Duration::from_secs(3));
    assert!(queue_is_right(&seat.text()) && seat.text().contains("/9"), "{}", seat.text());
    assert!(seat.text().contains(OPEN));
    seat.quit();
}
