//! What may not be recorded: the screen says what to do, the command line names the rule, and
//! nothing is kept.

use serde_json::Value;

use crate::casework::FOUR_CHILDREN;
use crate::place::{Place, Seat};

const NUMBER: &str = "ZW1-26-0001";

/// The kinds of facts of the case, oldest first.
fn facts(place: &Place) -> Vec<String> {
    let history = place.run(&["case", "history", NUMBER, "--json"]);
    let history: Value = serde_json::from_str(&history).unwrap();
    let facts = history.as_array().unwrap().iter();
    facts.map(|fact| fact["what"].as_str().unwrap().to_owned()).collect()
}

fn count(facts: &[String], kind: &str) -> usize {
    facts.iter().filter(|fact| *fact == kind).count()
}

/// A decision needs reasons, urgency, a look back, and each child of twelve or older heard.
fn decide_too_soon(seat: &mut Seat) {
    seat.press_for("t", "[Triage]");
    seat.wait_for("Voor een besluit nog nodig: Hoe snel, Eerder in beeld");
    seat.open_row("Besluit", "Wat gaat er gebeuren?");
    seat.choose("Wat gaat er gebeuren", "1");
    seat.press_for("<C-s>", "Zonder dit antwoord kan het formulier niet worden opgeslagen.");
    seat.write("Waarom dit besluit?", "Te veel is nog onbekend.");
    seat.send("<C-s>");
    seat.wait_until("the rules that are broken", |screen| {
        let flat = flat(screen);
        flat.contains("Beoordeel eerst de urgentie bij triage.")
    });
    seat.wait_for("Te veel is nog onbekend.");
    seat.send("<ESC>");
    seat.wait_for("[Triage]");
}

/// The words on the screen without borders and line ends.
fn flat(screen: &str) -> String {
    screen.replace('┃', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn do_what_is_asked(seat: &mut Seat) {
    seat.judge_urgency();
    for _ in 0..2 {
        seat.child_heard("niets");
    }
    seat.save_sheet();
    seat.open_row("Besluit", "Te veel is nog onbekend.");
    seat.write("Na de termijn besloten", "Moeder was er niet.");
    seat.press_for("<C-s>", "Een collega tekent");
}

/// Who decided cannot sign, and a wrong passphrase signs nothing.
fn sign_alone(seat: &mut Seat) {
    assert!(!seat.text().contains("An Wielewaal ┃"), "no author among who signs:\n{}", seat.text());
    seat.send("fietsbel morgen kaas toren<ENTER>");
    seat.wait_for("klopt niet");
    seat.send("<ESC>");
    seat.wait_gone("Een collega tekent");
    seat.wait_for("wacht op de tweede handtekening");
    seat.press_for("s", "Wie iets vastlegt, tekent het niet zelf.");
}

fn end_acute_without_reason(seat: &mut Seat) {
    seat.press_for("a", "Wat gebeurt er nu");
    for answer in ["", "Kinderen naar oma", "oma"] {
        seat.send(answer);
        seat.send("<ENTER>");
        if answer.is_empty() {
            // An empty line is passed over, and asked for at the end.
            continue;
        }
    }
    seat.press_for("<C-s>", "Vul dit in");
}

#[test]
fn a_refusal_says_what_to_do_and_records_nothing() {
    let place = Place::shared();
    place.drop_samples(|name| name.starts_with(FOUR_CHILDREN));
    let mut seat = place.open_small();
    seat.wait_for("Turfgraver");
    decide_too_soon(&mut seat);
    do_what_is_asked(&mut seat);
    sign_alone(&mut seat);

    seat.press_for("a", "Wat gebeurt er nu");
    seat.send("Kinderen naar oma<ENTER><ENTER><ENTER>");
    seat.wait_until("what is missing", |screen| screen.contains("Wat gebeurt er nu"));
    seat.quit();
    drop(seat);
    let facts = facts(&place);
    assert_eq!(count(&facts, "triage_decided"), 1, "{facts:?}");
    assert_eq!(count(&facts, "countersigned"), 0, "{facts:?}");
}
