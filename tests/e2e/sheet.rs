//! What is thrown into a form: it stays a form.

use crate::casework::FOUR_CHILDREN;
use crate::place::Place;

/// Ten thousand lines with everything that has ever upset a terminal.
fn storm() -> String {
    let lines = [
        "gewone regel",
        "👩‍👧‍👦🇳🇱👍🏽 gezin",
        "שלום עולם مرحبا",
        "\u{202e}omgekeerd\u{202c} \u{2066}apart\u{2069}",
        "bel\u{7} wis\u{8}\u{8} tab\t buiten\u{e} veld\u{b}",
        "e\u{301}\u{302}\u{303}\u{304} stapel",
        "\u{9b}2J \u{9d}52;c;aGFsbG8=\u{9c}",
        "\u{feff}\u{200b}\u{2028}leeg",
    ];
    (0..10_000).map(|n| format!("{n} {}\n", lines[n % lines.len()])).collect()
}

#[test]
fn ten_thousand_lines_of_anything_leave_a_form_in_which_one_can_type() {
    let place = Place::made();
    place.drop_samples(|name| name.starts_with(FOUR_CHILDREN));
    let mut seat = place.open_small();
    seat.wait_for("Turfgraver");
    seat.press_for("t", "[Triage]");
    seat.open_row("Hoe snel", "Hoe snel moet er iets");
    seat.choose("Hoe snel moet", "2");
    seat.write("Wat is er volgens u", "Voor de storm.");
    seat.paste(&storm());
    seat.wait_for("Dit veld is vol: wat hierna komt, is niet opgenomen.");
    seat.send(&"<BS>".repeat(20));
    seat.send("Na de storm.");
    seat.wait_for("Na de storm.");
    // A choice and a line of one row take it too.
    seat.tab_to("Wanneer hoorde de melder");
    seat.press("<TAB>");
    seat.paste("een\nregel\r\nmet \u{1b}[2J alles\u{7} 👍🏽 שלום");
    seat.wait_for("een regel");
    seat.tab_to("Niets verteld: waarom niet");
    seat.wait_for("Voor de storm.0 gewone regel");
    let screen = seat.text();
    assert!(screen.lines().all(|line| line.chars().count() <= 80), "{screen}");
    let borders = seat.body().iter().filter(|line| line.starts_with(['┃', '┏', '┗'])).count();
    assert_eq!(borders, 21, "the frame stands:\n{screen}");
    seat.save_sheet();
    seat.wait_for("√ Wat is er aan de hand");
    seat.quit();
    drop(seat);
    let shown = place.run(&["case", "show", "ZW1-26-0001", "--json"]);
    assert!(shown.contains("Voor de storm.") && shown.contains("Na de storm."));
}
