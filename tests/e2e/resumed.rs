//! The program ends in the middle of a form, by a kill or a closed window: everything typed up to
//! the second before is there again.

use crate::casework::FOUR_CHILDREN;
use crate::place::{Place, Seat};

/// Half an assessment, typed up to a word that nobody saved.
fn half_an_assessment(seat: &mut Seat) {
    seat.press_for("r", "+ beoordeling");
    seat.press_for("n", "Welke lijst vult u in?");
    seat.press_for("<ENTER>", "Waarom vult u dit nu in?");
    seat.choose("Waarom vult u dit", "3");
    seat.choose_all("Op wie of wat", &["1", "6"]);
    seat.write("Wie hebt u nog niet", "Vader Reinaert; hij neemt niet op.");
    seat.choose("Heeft iemand een kind", "j");
    seat.press("<BACKTAB>");
    seat.write("… toelichting", "Een blauwe plek op de wang.");
    seat.choose("Heeft een kind letsel", "?");
    seat.write("Wat houdt elk kind", "Lieve slaapt bij haar oma");
}

fn assert_half_there(seat: &mut Seat) {
    seat.wait_for("Lieve slaapt bij haar oma");
    let question = seat.question();
    assert!(question.contains("Wat houdt elk kind"), "where it was left: {question}");
    while !seat.text().contains("er is iets gebeurd") {
        seat.press("<C-b>");
    }
    seat.wait_for("een kind zelf · bezoek aan huis");
    seat.wait_for("Vader Reinaert; hij neemt niet op.");
    seat.tab_to("Heeft een kind letsel");
    seat.wait_for("Een blauwe plek op de wang.");
    seat.wait_for("geen informatie: 1 van");
}

/// Half a danger in a plan that was just begun.
fn half_a_danger(seat: &mut Seat) {
    seat.press_for("p", "[Plan]");
    seat.open_row("Begin een veiligheidsplan", "Het plan is begonnen");
    seat.new_part("+ gevaar", "Wat hebben we gezien");
    seat.write("Wat hebben we gezien", "Fenna moest koken en brandde zich.");
    seat.write("Wat zien we als het goed", "Een volwassene kookt");
}

#[test]
fn a_form_goes_on_where_it_was_after_a_kill_and_after_a_closed_window() {
    let place = Place::made();
    place.drop_samples(|name| name.starts_with(FOUR_CHILDREN));
    let mut seat = place.open_small();
    seat.wait_for("Turfgraver");
    half_an_assessment(&mut seat);
    seat.wait_draft_told();
    seat.kill();
    drop(seat);

    let mut seat = place.open_small();
    seat.wait_for("1 concept");
    seat.send("c");
    assert_half_there(&mut seat);
    // A closed window keeps also what was typed just now.
    seat.write("… toelichting", "De arts kijkt morgen.");
    seat.hang_up();
    seat.wait_exit();
    drop(seat);

    let mut seat = place.open_small();
    seat.wait_for("Turfgraver");
    // The same form, the other way: as if one wanted to begin.
    seat.press_for("r", "[Risico]");
    seat.wait_for("+ beoordeling");
    seat.press_for("n", "Welke lijst vult u in?");
    seat.press_for("<ENTER>", "Verder met wat u eerder invulde");
    seat.wait_for("De arts kijkt morgen.");
    seat.tab_to("Wat houdt elk kind");
    seat.wait_for("Lieve slaapt bij haar oma");
    seat.save_sheet();
    half_a_danger(&mut seat);
    seat.wait_draft_told();
    seat.kill();
    drop(seat);

    let mut seat = place.open_small();
    seat.wait_for("1 concept");
    seat.send("c");
    seat.wait_for("Een volwassene kookt");
    seat.wait_for("Fenna moest koken en brandde zich.");
    assert!(seat.question().contains("Wat zien we als het goed"), "{}", seat.text());
    seat.send(" en let op het vuur");
    seat.wait_for("let op het vuur");
    seat.hang_up();
    seat.wait_exit();
    drop(seat);

    let mut seat = place.open_small();
    seat.wait_for("Turfgraver");
    seat.press_for("p", "[Plan]");
    seat.open_row("+ gevaar", "Kies een begin");
    seat.press_for("<ENTER>", "en let op het vuur");
    seat.save_sheet();
    seat.wait_for("! gevaar 1");
    seat.quit();
    drop(seat);
    assert_eq!(place.drafts(), 0);
    let history = place.run(&["case", "show", "ZW1-26-0001", "--json"]);
    for kept in ["De arts kijkt morgen.", "Lieve slaapt bij haar oma", "en let op het vuur"] {
        assert!(history.contains(kept), "{kept}: {history}");
    }
}
