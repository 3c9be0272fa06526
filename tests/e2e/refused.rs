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

fn declare_and_end_acute_without_words(seat: &mut Seat) {
    seat.press_for("a", "Wat gebeurt er nu");
    seat.press_for("<C-s>", "Vul dit in");
    seat.send("Kinderen naar oma<ENTER>oma<ENTER>");
    // No time means now.
    seat.press_for("<ENTER>", "Opgeslagen: acute onveiligheid");
    seat.wait_for("ACUUT");
    seat.press_for("a", "Is er nog direct gevaar?");
    seat.choose("Is er nog direct gevaar", "2");
    seat.press_for("<C-s>", "Zonder dit antwoord kan het formulier niet worden opgeslagen.");
    seat.send("<ESC>");
    seat.wait_for("[Triage]");
}

fn adopt_too_soon(seat: &mut Seat) {
    seat.press_for("p", "[Plan]");
    seat.open_row("Begin een veiligheidsplan", "Het plan is begonnen");
    seat.open_row("Vaststellen", "Dit plan kan nog niet worden vastgesteld. Bovenaan staat");
    seat.top();
    let screen = flat(&seat.text());
    assert!(screen.contains("geen bodemeis. "), "{screen}");
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

    declare_and_end_acute_without_words(&mut seat);
    adopt_too_soon(&mut seat);
    seat.quit();
    drop(seat);
    let kept = facts(&place);
    let once = ["triage_decided", "acute_judged", "plan_opened"];
    for kind in once {
        assert_eq!(count(&kept, kind), 1, "{kind}: {kept:?}");
    }
    assert_eq!(count(&kept, "countersigned") + count(&kept, "plan_adopted"), 0, "{kept:?}");
    the_command_line_keeps_the_same_rules(&place);
    assert_eq!(facts(&place), kept);
}

/// The facts that the screen would not record, and the rule that each breaks.
fn the_command_line_keeps_the_same_rules(place: &Place) {
    let history: Value =
        serde_json::from_str(&place.run(&["case", "history", NUMBER, "--json"])).unwrap();
    let mut all = history.as_array().unwrap().iter();
    let decided = all.find(|fact| fact["what"] == "triage_decided").unwrap();
    let shown: Value =
        serde_json::from_str(&place.run(&["case", "show", NUMBER, "--json"])).unwrap();
    let plan = shown["safety_plans"][0]["plan"].as_str().unwrap();
    let event = shown["triage"]["decision_fact"].as_str().unwrap();
    let me = decided["who"]["staff"].as_str().unwrap();
    let rows = [
        (
            "acute-needs-action",
            r#"{"acute_judged":{"acute":{"declared":{"what":"","who":"","when":"2026-10-09T08:00:00+02:00"}}}}"#.to_owned(),
        ),
        ("reason-needed", r#"{"acute_judged":{"acute":{"lifted":""}}}"#.to_owned()),
        (
            "second-person",
            format!(r#"{{"countersigned":{{"event":"{event}","staff":"{me}"}}}}"#),
        ),
        (
            "plan-needs-bottom-line",
            format!(
                r#"{{"plan_adopted":{{"plan":"{plan}","number":1,"on":"2026-10-09","events":[]}}}}"#
            ),
        ),
    ];
    for (rule, fact) in rows {
        let done = place.done(&["case", "record", NUMBER, "--fact", "-", "--json"], &fact);
        let out = String::from_utf8(done.stdout).unwrap();
        assert_eq!(done.status.code(), Some(3), "{rule}: {out}");
        let out: Value = serde_json::from_str(&out).unwrap();
        let refused = out["refused"].as_array().unwrap();
        let found = refused.iter().find(|refusal| refusal["rule"] == rule);
        let found = found.unwrap_or_else(|| panic!("{rule}: {out}"));
        assert!(!found["message"].as_str().unwrap().is_empty());
    }
}
