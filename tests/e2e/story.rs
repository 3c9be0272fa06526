//! From the queue to a plan on paper: the work on one report, by keyboard alone, 80 by 24.

use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use crate::casework::{FOUR_CHILDREN, ONE_CHILD};
use crate::place::{Place, Seat};

const BOTTOM_LINE: &str = "Er is altijd een nuchtere volwassene bij de kinderen.";

fn acute(seat: &mut Seat) {
    seat.wait_for("Turfgraver");
    assert!(seat.row_in_hand().contains("Rietkamper"), "the sooner one first:\n{}", seat.text());
    seat.select("Turfgraver");
    seat.press_for("<ENTER>", "Zicht op veiligheid:");
    seat.press_for("a", "Wat gebeurt er nu");
    for answer in ["Oma haalt de kinderen op", "oma en de politie", ""] {
        seat.send(answer);
        seat.send("<ENTER>");
    }
    seat.wait_for("Opgeslagen: acute onveiligheid");
    seat.back();
    let first = seat.body().into_iter().find(|line| line.contains("kind")).unwrap();
    assert!(first.contains("ACUUT") && first.contains("Turfgraver"), "{}", seat.text());
}

fn triage(seat: &mut Seat) {
    seat.judge_urgency();
    seat.choose("Staat een kind in de", "n");
    seat.write("Wanneer sprak u het gezin", "vandaag");
    seat.write("Met wie, en waar", "moeder, thuis");
    seat.choose("Hoe kijkt het gezin", "1");
    for child in ["Thijmen", "Fenna", "Hidde"] {
        seat.tab_to("Wanneer heeft iemand");
        assert!(seat.text().contains(child), "{child}:\n{}", seat.text());
        seat.child_heard("\"Mijn telefoon staat altijd aan.\"");
    }
    seat.write("Wanneer heeft iemand", "gisteren");
    seat.write("Niet gezien of gesproken", "drie jaar; speelde naast oma");
    seat.choose_all("Wie moet er meekijken", &["2"]);
    seat.choose_all("Aard van de melding", &["2", "5"]);
    seat.write("Wat is er volgens u", "Moeder drinkt; de oudste zorgt.");
    seat.write("Wanneer hoorde de melder", "vandaag");
    seat.write("Hoe, en wat hebt u gezegd", "gebeld: wij gaan onderzoeken");
    seat.save_sheet();
    seat.wait_for("√ Hoe snel");
    seat.press_for("n", "Aan wie vraagt u het?");
    seat.write("Aan wie vraagt", "school de Vliering");
    seat.choose("Waarom mag u dit", "2");
    seat.write("Wat vraagt u?", "Hoe vaak zijn de kinderen afwezig?");
    seat.write("Wanneer gevraagd?", "vandaag");
    seat.save_sheet();
    seat.wait_for("1 gevraagd, 1 zonder antwoord");
}

fn decide(seat: &mut Seat) {
    seat.open_row("Besluit", "Wat gaat er gebeuren?");
    seat.choose("Wat gaat er gebeuren", "1");
    seat.write("Waarom dit besluit?", "Te veel is nog onbekend.");
    seat.write("Na de termijn besloten", "Wij konden moeder niet eerder spreken.");
    seat.send("<C-s>");
    seat.wait_for("onderzoek door ons");
    seat.colleague_signs();
    seat.wait_for("√ Besluit");
    seat.wait_for("Besloten: onderzoek door ons");
}

fn assess(seat: &mut Seat) {
    seat.press_for("r", "+ beoordeling");
    seat.press_for("n", "Welke lijst vult u in?");
    seat.press_for("<ENTER>", "Waarom vult u dit nu in?");
    seat.choose("Waarom vult u dit", "1");
    seat.choose_all("Op wie of wat", &["1", "9"]);
    seat.write("Wie hebt u nog niet", "Vader; hij woont niet hier.");
    seat.choose("Heeft iemand een kind", "n");
    seat.choose("Heeft een kind letsel", "?");
    seat.choose("Dreigt iemand", "?");
    seat.choose("Is er nu geweld", "n");
    seat.choose("Zijn er aanwijzingen", "?");
    seat.choose("Mist een kind nu eten", "j");
    // What stands beside an answer comes after it; the form itself has gone on.
    for _ in 0..4 {
        seat.press("<BACKTAB>");
    }
    seat.press("j");
    seat.write("… gezien of gehoord op", "gisteren");
    seat.write("… bron", "de politie");
    seat.write("… toelichting", "De koelkast was leeg.");
    seat.choose("Is een kind alleen", "n");
    for _ in 0..4 {
        seat.choose("Is dit kind te jong", "j");
    }
    seat.choose("Verliest deze opvoeder", "?");
    seat.choose("Gaan drank, drugs", "1");
    seat.choose("Is er een volwassene in huis", "2");
    for key in ["2", "t", "0"] {
        seat.choose("Hoe veilig is het thuis", key);
    }
    seat.tab_to("Zijn de kinderen nu veilig");
    seat.wait_for("Voorstel: niet veilig.");
    seat.choose("Zijn de kinderen nu veilig", "2");
    seat.choose("Hoe groot is de kans", "2");
    seat.write("Waarom vindt u dat?", "Oma zorgt nu; moeder werkt mee.");
    seat.choose("Hoe zeker bent u", "2");
    seat.write("Anders dan het voorstel", "Oma is er dag en nacht.");
    seat.write("Tot wanneer geldt", "+30d");
    seat.save_sheet();
    seat.wait_for("veilig met een plan");
    assert!(seat.text().contains("geen informatie:"), "{}", seat.text());
}

fn plan(seat: &mut Seat) {
    seat.press_for("p", "[Plan]");
    seat.open_row("Begin een veiligheidsplan", "Het plan is begonnen");
    seat.new_part("+ gevaar", "Wat hebben we gezien");
    seat.write("Wat hebben we gezien", "Moeder sliep en was dronken; Lieve liep alleen rond.");
    seat.write("Wat zien we als het goed", "Wie zorgt, is nuchter.");
    seat.choose("Hoe staat het er nu", "2");
    seat.choose("Welk cijfer is goed", "7");
    seat.save_sheet();
    seat.new_part("+ bodemeis", "Wat moet altijd gelden?");
    seat.write("Wat moet altijd gelden?", BOTTOM_LINE);
    seat.write("Wat is het minste", "dag en nacht");
    seat.write("Wie kijkt dit na", "oma belt elke avond om 19 uur");
    seat.write("Wat gebeurt er als", "De kinderen slapen die nacht bij oma.");
    seat.save_sheet();
    seat.new_part("+ afspraak", "Wat spreken we af?");
    seat.write("Wat spreken we af?", "Oma brengt de kinderen naar school.");
    seat.write("Wie doet het?", "oma");
    seat.write("Wanneer, hoe vaak", "elke schooldag");
    seat.write("Wie kijkt na of", "juf Sanne");
    seat.save_sheet();
    seat.new_part("+ iemand uit het netwerk", "Wil deze persoon meedoen?");
    seat.write("Naam", "oma Riet");
    seat.write("Wie is dit voor", "oma van moeders kant");
    seat.write("Telefoon", "0600000001");
    seat.choose("Wil deze persoon", "j");
    seat.save_sheet();
    seat.new_part("+ signaal", "Waaraan merk je het?");
    seat.write("Waaraan merk je het?", "Moeder koopt wijn.");
    seat.write("Wie belt?", "oma Riet");
    seat.write("Wie wordt gebeld", "het wijkteam");
    seat.write("Nummer", "0800-2000");
    seat.save_sheet();
    seat.open_row("Houdt het plan bij", "Wie houdt dit plan bij?");
    seat.write("Wie houdt dit plan bij", "An Wielewaal");
    seat.write("Begint op", "vandaag");
    seat.write("Wanneer kijken we samen", "+14d");
    seat.write("Wie zijn daarbij?", "moeder en oma");
    seat.choose("Is dit plan met de ouders", "j");
    seat.choose("Is dit plan met het netwerk", "j");
    seat.write("Wat is er gebeurd", "Moeder werd niet wakker. De kinderen helpen elkaar.");
    seat.write("Wat doen we bij nood", "Thijmen belt oma; oma belt 112.");
    seat.save_sheet();
    seat.wait_for("Veiligheidsplan: compleet");
    seat.open_row("Vaststellen", "U stelt versie 1 vast");
    seat.press_for("j", "Het plan is vastgesteld");
    seat.wait_for("Versie 1 geldt sinds");
}

fn print(seat: &mut Seat) {
    seat.press_for("P", "Het plan afdrukken");
    seat.press_for("<C-s>", "Geschreven: ");
    seat.press_for("P", "Het plan afdrukken");
    seat.press_for("<TAB>3", ".txt");
    seat.press_for("<C-s>", "Geschreven: ");
}

/// Whether the file is there for nobody else; gives what is in it.
fn read_private(path: &std::path::Path) -> Vec<u8> {
    let mode = std::fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "{}", path.display());
    std::fs::read(path).unwrap()
}

fn assert_printed(text: &str) {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in [BOTTOM_LINE, "oma Riet", "Moeder koopt wijn.", "elke schooldag"] {
        assert!(flat.contains(wanted), "{wanted}:\n{text}");
    }
    for of_reporter in ["Molenwiek", "politie.example", "088-0001402", "PL0699"] {
        assert!(!flat.contains(of_reporter), "{of_reporter}:\n{text}");
    }
}

fn assert_shown(shown: &Value) {
    assert_eq!(shown["state"], "M3");
    let triage = &shown["triage"];
    assert_eq!(triage["decision"], "investigate");
    assert_eq!(triage["in_force"], true);
    assert_eq!(triage["decided_by"].as_array().unwrap().len(), 2);
    assert_eq!(triage["children_seen"].as_array().unwrap().len(), 4);
    assert_eq!(triage["inquiries"].as_array().unwrap().len(), 1);
    let assessments = shown["assessments"].as_array().unwrap();
    assert_eq!(assessments.len(), 1);
    assert!(assessments[0].to_string().contains("De koelkast was leeg."));
    assert!(assessments[0].to_string().contains("Oma is er dag en nacht."));
    let plans = shown["safety_plans"].as_array().unwrap();
    assert_eq!(plans.len(), 1);
    assert!(plans[0].to_string().contains(BOTTOM_LINE));
    assert!(!shown["duties"].as_array().unwrap().is_empty());
}

#[test]
fn a_report_about_four_children_becomes_a_plan_on_paper_by_keyboard_alone() {
    let place = Place::shared();
    place.drop_samples(|name| name.starts_with(FOUR_CHILDREN) || name.starts_with(ONE_CHILD));
    let mut seat = place.open_small();
    acute(&mut seat);
    triage(&mut seat);
    decide(&mut seat);
    assess(&mut seat);
    plan(&mut seat);
    print(&mut seat);
    seat.quit();
    drop(seat);

    let queue: Value = serde_json::from_str(&place.run(&["queue", "--json"])).unwrap();
    let first = &queue[0];
    assert_eq!(first["urgency"], "acute", "{first}");
    let number = first["number"].as_str().unwrap();
    let named = |form: &str| place.home().join(format!("plan-{number}.{form}"));
    assert!(read_private(&named("pdf")).starts_with(b"%PDF-"));
    let from_screen = String::from_utf8(read_private(&named("txt"))).unwrap();
    assert_printed(&from_screen);
    let out = place.home().join("van de opdrachtregel.txt");
    place.run(&["plan", "print", number, "--out", out.to_str().unwrap()]);
    let from_command = String::from_utf8(read_private(&out)).unwrap();
    assert_eq!(from_screen, from_command);
    assert_shown(&serde_json::from_str(&place.run(&["case", "show", number, "--json"])).unwrap());
}
