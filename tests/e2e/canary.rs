//! Nothing that was typed or received stands on disk in a form that can be read.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::place::{Place, Seat};

/// Shorter values would be found by chance.
const LENGTH_MIN: usize = 8;
/// Of a longer value this much is looked for, from several places.
const LENGTH: usize = 14;

/// What is looked for, in every form in which it could be read, without regard to case.
#[derive(Default)]
struct Songs {
    by_start: HashMap<[u8; 4], Vec<(Vec<u8>, String)>>,
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let groups = bytes.chunks_exact(3);
    let number = |group: &[u8]| group.iter().fold(0_usize, |n, byte| n << 8 | usize::from(*byte));
    groups
        .flat_map(|group| [18, 12, 6, 0].map(|shift| SIGNS[number(group) >> shift & 63]))
        .collect()
}

impl Songs {
    fn add(&mut self, token: &str) {
        let utf8 = token.as_bytes();
        let hex: String = utf8.iter().map(|byte| format!("{byte:02x}")).collect();
        let little: Vec<u8> = token.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = token.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let mut forms = vec![utf8.to_vec(), hex.into_bytes(), little, big];
        forms.extend((0..3).map(|skip| base64(&utf8[skip..])));
        for mut form in forms.into_iter().filter(|form| form.len() >= LENGTH_MIN) {
            form.make_ascii_lowercase();
            let start: [u8; 4] = form[..4].try_into().unwrap();
            self.by_start.entry(start).or_default().push((form, token.to_owned()));
        }
    }

    /// The value whole when it is short, else pieces of it.
    fn add_value(&mut self, value: &str) {
        let signs: Vec<char> = value.chars().collect();
        if signs.len() < LENGTH_MIN {
            return;
        }
        for start in [0, signs.len() / 2, signs.len().saturating_sub(LENGTH)] {
            let piece: String = signs.iter().skip(start).take(LENGTH).collect();
            if piece.chars().count() >= LENGTH_MIN {
                self.add(&piece);
            }
        }
    }

    fn heard_in(&self, bytes: &[u8]) -> Option<&str> {
        let bytes = bytes.to_ascii_lowercase();
        let mut starts = vec![false; 65_536];
        let two = |window: &[u8]| usize::from(window[0]) << 8 | usize::from(window[1]);
        self.by_start.keys().for_each(|start| starts[two(start)] = true);
        for at in 0..bytes.len().saturating_sub(3) {
            if !starts[two(&bytes[at..])] {
                continue;
            }
            let start: [u8; 4] = bytes[at..at + 4].try_into().unwrap();
            let found = self.by_start.get(&start).into_iter().flatten();
            if let Some((_, token)) = found.into_iter().find(|(f, _)| bytes[at..].starts_with(f)) {
                return Some(token);
            }
        }
        None
    }

    /// Every file below, by content and by name.
    fn heard_below(&self, dir: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_string_lossy().into_owned();
            if let Some(token) = self.heard_in(name.as_bytes()) {
                found.push((path.clone(), token.to_owned()));
            }
            if path.is_dir() {
                self.heard_below(&path, found);
            } else if let Ok(bytes) = std::fs::read(&path)
                && bytes.iter().any(|byte| *byte != 0)
                && let Some(token) = self.heard_in(&bytes)
            {
                found.push((path, token.to_owned()));
            }
        }
    }

    fn assert_silent(&self, place: &Place, when: &str) {
        let mut found = Vec::new();
        self.heard_below(place.home(), &mut found);
        assert!(found.is_empty(), "{when}: {found:?}");
    }
}

/// Every value of every message among the samples that is taken in as a report.
fn add_samples(songs: &mut Songs) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/corv");
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !is_report(&name) {
            continue;
        }
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        for piece in text.split('<').filter_map(|piece| piece.split_once('>')) {
            songs.add_value(piece.1.trim());
        }
    }
}

fn is_report(name: &str) -> bool {
    let kinds = ["s01", "s02", "s03", "s04", "s05", "s06", "s07", "s08", "s11"];
    kinds.iter().any(|kind| name.starts_with(kind))
}

/// Questions in the order of the form, and what is typed there.
const TYPED: [(&str, &str); 23] = [
    ("Waarom maakt de melder", "kanariezorg"),
    ("Wat vraagt de melder", "kanarievraag"),
    ("Verder verteld", "kanarieverder"),
    ("Plaats", "kanarieplaats"),
    ("Voornamen", "Kanarienaam"),
    ("Tussenvoegsel", "van der"),
    ("Achternaam", "Kanarieachter"),
    ("Geboren", "14-03-2017"),
    ("BSN  ", "999910012"),
    ("Straat", "Kanariestraat"),
    ("Huisnummer", "48311"),
    ("Postcode", "8099 ZQ"),
    ("Plaats", "Kanariestad"),
    ("Adres is geheim", "j"),
    ("School", "Kanarieschool"),
    ("Huisarts", "Kanariearts"),
    ("Opmerking", "kanarieopmerking"),
    ("Naam van de melder", "Kanariemelder"),
    ("Organisatie", "Kanarieorganisatie"),
    ("Afdeling", "Kanarieafdeling"),
    ("Mail", "kanariemail@vogels.example"),
    ("Wat weet het gezin", "kanariegezin"),
    ("Nummer van de melder", "KANARIENUMMER"),
];

/// What is typed in the forms about a case, in every kind of them.
const CASEWORK: [&str; 14] = [
    "kanarieactie",
    "kanariewie",
    "kanarietriage",
    "kanarieanalyse",
    "kanariebron",
    "kanarienavraag",
    "kanariegebeurtenis",
    "kanariebesluit",
    "kanariebewijs",
    "kanarietoelichting",
    "kanarieconclusie",
    "kanariegevaar",
    "kanarieeigen",
    "kanariebodem",
];

/// Something in every kind of form about a case; the last two are left half-filled.
fn type_casework(seat: &mut Seat) {
    seat.press_for("a", "Wat gebeurt er nu");
    seat.send("kanarieactie<ENTER>kanariewie<ENTER><ENTER>");
    seat.wait_for("Opgeslagen: acute onveiligheid");
    seat.press_for("t", "[Triage]");
    seat.open_row("Hoe snel", "Hoe snel moet er iets");
    seat.choose("Hoe snel moet", "2");
    seat.write("Waarom?", "kanarietriage");
    seat.write("Wat is er volgens u", "kanarieanalyse");
    seat.save_sheet();
    seat.press_for("n", "Aan wie vraagt u het?");
    seat.write("Aan wie vraagt", "kanariebron");
    seat.choose("Waarom mag u dit", "1");
    seat.write("Wat vraagt u?", "kanarienavraag");
    seat.write("Wanneer gevraagd?", "vandaag");
    seat.save_sheet();
    seat.press_for("i", "Wat is er gebeurd?");
    seat.write("Wat is er gebeurd", "kanariegebeurtenis");
    seat.write("Wanneer?", "vandaag");
    seat.save_sheet();
    seat.press_for("r", "+ beoordeling");
    seat.press_for("n", "Welke lijst vult u in?");
    seat.press_for("<ENTER>", "Waarom vult u dit nu in?");
    seat.choose("Waarom vult u dit", "1");
    seat.choose_all("Op wie of wat", &["1"]);
    seat.choose("Heeft iemand een kind", "j");
    for _ in 0..2 {
        seat.press("<BACKTAB>");
    }
    seat.write("… bron", "kanariebewijs");
    seat.write("… toelichting", "kanarietoelichting");
    seat.write("Waarom vindt u dat?", "kanarieconclusie");
    seat.send("<ESC>");
    seat.wait_for("+ beoordeling");
    seat.press_for("p", "Begin een");
    seat.press_for("<ENTER>", "Het plan is begonnen");
    seat.new_part("+ gevaar", "Wat hebben we gezien");
    seat.write("Wat hebben we gezien", "kanariegevaar");
    seat.save_sheet();
    seat.open_row("Waarom: gevaren", "Hoe zegt het gezin dit zelf?");
    seat.write("Hoe zegt het gezin", "kanarieeigen");
    seat.save_sheet();
    seat.new_part("+ bodemeis", "Wat moet altijd gelden?");
    seat.write("Wat moet altijd gelden?", "kanariebodem");
    seat.save_sheet();
    seat.press_for("t", "[Triage]");
    seat.open_row("Besluit", "Wat gaat er gebeuren?");
    seat.write("Waarom dit besluit?", "kanariebesluit");
    seat.wait_draft_told();
}

/// The plan on paper: the one file in which words may be read; it is read, and taken away.
fn print_and_take_away(place: &Place, seat: &mut Seat) {
    seat.send("<ESC>");
    seat.wait_for("[Triage]");
    seat.press_for("p", "+ gevaar");
    seat.press_for("P", "Het plan afdrukken");
    seat.press_for("<TAB>3", ".txt");
    seat.press_for("<C-s>", "Geschreven: ");
    let printed: Vec<PathBuf> = std::fs::read_dir(place.home())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|form| form == "txt"))
        .collect();
    assert_eq!(printed.len(), 1, "{printed:?}");
    let text = std::fs::read_to_string(&printed[0]).unwrap();
    assert!(text.contains("kanariegevaar") && text.contains("kanarieeigen"), "{text}");
    std::fs::remove_file(&printed[0]).unwrap();
}

fn type_contact(seat: &mut Seat) {
    seat.call();
    seat.send("kanarieverhaal over een kind");
    for (label, answer) in TYPED {
        seat.answer(label, answer);
    }
    seat.save_contact();
    seat.wait_for("kanarieverhaal");
}

/// Everything that is looked for.
fn all_songs() -> Songs {
    let mut songs = Songs::default();
    let own =
        ["kanariekladje", "kanarienotitie", "kanariezoekt", "kanarieverhaal", "fietsbel morgen"];
    let typed = TYPED.iter().map(|(_, answer)| *answer).chain(own);
    typed.chain(CASEWORK).for_each(|value| songs.add_value(value));
    add_samples(&mut songs);
    songs
}

/// A day's work, up to a lock with a half-typed contact.
fn work(place: &Place, seat: &mut Seat, songs: &Songs) {
    type_contact(seat);
    seat.send("N");
    seat.wait_for("Tekst voor collega's");
    seat.send("kanarienotitie<C-s>");
    seat.wait_for("Opgeslagen: aantekening");
    seat.send("G");
    seat.wait_for("kanarienotitie");
    type_casework(seat);
    songs.assert_silent(place, "while a case is worked on");
    print_and_take_away(place, seat);
    seat.send("<ESC>");
    seat.wait_for("Zicht op veiligheid:");
    seat.back();
    // What is refused is kept as it came; this test is about what is taken in.
    place.drop_samples(is_report);
    seat.wait_for("/10");
    seat.wait_quiet(Duration::from_secs(1));
    seat.send("/");
    seat.wait_for("Zoeken");
    seat.send("kanariezoekt");
    seat.wait_for("Niets gevonden");
    seat.send("<ESC>");
    seat.wait_gone("Niets gevonden");
    songs.assert_silent(place, "while it runs");
    seat.call();
    seat.send("kanariekladje");
    seat.wait_for("kanariekladje");
    seat.wait_draft(place);
    seat.send("<ESC>");
    seat.wait_for("Meldingen ·");
    seat.send("<C-x>");
    seat.wait_for("Vergrendeld");
    seat.wait_quiet(Duration::from_secs(1));
    songs.assert_silent(place, "while it is locked");
}

/// All of it was kept, else silence would prove nothing.
fn assert_all_kept(place: &Place) {
    let all = place.run(&["queue", "--json"]);
    let all: serde_json::Value = serde_json::from_str(&all).unwrap();
    let numbers = all.as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap());
    let shown: String =
        numbers.map(|number| place.run(&["case", "show", number, "--json"])).collect();
    for wanted in ["kanarieverhaal", "Kanarieachter", "Rietkamper", "kanariebron", "kanariebodem"] {
        assert!(shown.contains(wanted), "{wanted}");
    }
    assert!(place.drafts() >= 4);
}

#[test]
fn the_ear_hears_what_is_planted() {
    let songs = all_songs();
    let place = Place::empty();
    let wide: Vec<u8> = "KanarieAchter".encode_utf16().flat_map(u16::to_be_bytes).collect();
    for planted in [
        b"xxS2FuYXJpZWFjaHRlcg==".as_slice(),
        b"BSN 999910012",
        b"6b616e617269656b6c61646a65",
        &wide,
    ] {
        std::fs::write(place.home().join("proef"), planted).unwrap();
        let mut found = Vec::new();
        songs.heard_below(place.home(), &mut found);
        assert_eq!(found.len(), 1, "{planted:?}");
    }
    std::fs::remove_file(place.home().join("proef")).unwrap();
    std::fs::write(place.home().join("van der Kanarieachter.txt"), b"").unwrap();
    let mut found = Vec::new();
    songs.heard_below(place.home(), &mut found);
    assert_eq!(found.len(), 1, "a name sings too");
}

#[test]
fn no_file_anywhere_sings() {
    let songs = all_songs();
    let place = Place::made();
    let mut seat = place.open();
    work(&place, &mut seat, &songs);
    seat.unlock();
    seat.call();
    seat.send("kanarieverhaal twee");
    seat.wait_for("kanarieverhaal twee");
    seat.wait_quiet(Duration::from_millis(1_500));
    seat.kill();
    drop(seat);
    songs.assert_silent(&place, "after a kill");

    assert_all_kept(&place);
    songs.assert_silent(&place, "after the command line");
}
