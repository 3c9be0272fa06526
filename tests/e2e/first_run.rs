//! The first run and the passphrase, by keyboard, in both languages.

use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use crate::place::{OPEN, PASSPHRASE, Place, Seat};

/// What is read on the way, per language.
struct Words {
    key: &'static str,
    asks: [&'static str; 6],
    weak: &'static str,
    not_same: &'static str,
    code: &'static str,
    group: &'static str,
    wrong_group: &'static str,
    done: &'static str,
    open: &'static str,
    passphrase: &'static str,
    wrong: &'static str,
    who: &'static str,
}

const DUTCH: Words = Words {
    key: "1",
    asks: [
        "Bij welke organisatie",
        "Welke korte code",
        "Wat is uw naam",
        "Wat is uw rol",
        "Kies een wachtzin",
        "Typ de wachtzin nog eens",
    ],
    weak: "te makkelijk te raden",
    not_same: "niet dezelfde wachtzin",
    code: "Dit is uw herstelcode",
    group: "Typ groep ",
    wrong_group: "Deze groep klopt niet",
    done: "Klaar.",
    open: OPEN,
    passphrase: "Wachtzin",
    wrong: "De wachtzin klopt niet",
    who: "Wie bent u",
};

const ENGLISH: Words = Words {
    key: "2",
    asks: [
        "To which organisation",
        "short code",
        "What is your name",
        "What is your role",
        "Choose a passphrase",
        "Type the passphrase again",
    ],
    weak: "too easy to guess",
    not_same: "not the same passphrase",
    code: "This is your recovery code",
    group: "Type group ",
    wrong_group: "This group is not right",
    done: "Done.",
    open: "overdue",
    passphrase: "Passphrase",
    wrong: "passphrase is not right",
    who: "Who are you",
};

/// The groups of the recovery code on the screen.
fn code_on(screen: &str) -> Vec<String> {
    let is_sign = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    let words = screen.split(|c: char| !c.is_alphanumeric());
    let groups = words.filter(|word| word.chars().count() == 4 && word.chars().all(is_sign));
    groups.map(str::to_owned).collect()
}

/// Which group is asked, when one is.
fn asked(screen: &str, words: &Words) -> Option<usize> {
    let after = screen.split(words.group).nth(1)?;
    after.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

fn answer_all(seat: &mut Seat, words: &Words) {
    seat.wait_for("1 Nederlands");
    seat.send(words.key);
    seat.send("<ENTER>");
    for (ask, answer) in words.asks.iter().zip(["Veilig Thuis Voorbeeld", "zw1", "An Wielewaal"]) {
        seat.wait_for(ask);
        seat.send("<ENTER>");
        seat.wait_quiet(Duration::from_millis(100));
        assert!(seat.text().contains(ask), "an empty answer is none");
        seat.send(answer);
        seat.send("<ENTER>");
    }
    seat.wait_for(words.asks[3]);
    seat.send("1<ENTER>");
    seat.wait_for(words.asks[4]);
    seat.send("wachtwoord<ENTER>");
    seat.wait_for(words.weak);
    seat.send(&"<BS>".repeat(10));
    seat.send(PASSPHRASE);
    seat.send("<ENTER>");
    seat.wait_for(words.asks[5]);
    seat.send("iets heel anders dan net<ENTER>");
    seat.wait_for(words.not_same);
    seat.send(PASSPHRASE);
    seat.send("<ENTER>");
    seat.wait_for(words.code);
    let code = code_on(&seat.text());
    assert_eq!(code.len(), 14, "{}", seat.text());
    seat.send("<ENTER>");
    seat.wait_for(words.group);
    seat.send("!!!!<ENTER>");
    seat.wait_for(words.wrong_group);
    // Looking again is allowed, and does not lose the question.
    seat.send("<ESC>");
    seat.wait_for(words.code);
    seat.send("<ENTER>");
    seat.wait_for(words.group);
    seat.send(&"<BS>".repeat(4));
    let first = asked(&seat.text(), words).unwrap();
    seat.send(&code[first - 1].to_lowercase());
    seat.send("<ENTER>");
    seat.wait_until("the second group", |screen| asked(screen, words) != Some(first));
    let second = asked(&seat.text(), words).unwrap();
    seat.send(&code[second - 1]);
    seat.send("<ENTER>");
    seat.wait_for(words.done);
    seat.send("<ENTER>");
    seat.wait_for(words.open);
    let shown = String::from_utf8_lossy(seat.bytes()).into_owned();
    assert!(!shown.contains(PASSPHRASE), "the passphrase is never shown");
}

fn first_run(words: &Words) {
    let place = Place::empty();
    let mut seat = Seat(place.launch().start());
    answer_all(&mut seat, words);
    seat.quit();

    // The language that was chosen is remembered, whatever the machine speaks.
    let mut seat = Seat(place.launch().start());
    seat.wait_for(words.passphrase);
    assert!(!seat.text().contains(words.who), "there is nobody to choose from:\n{}", seat.text());
    seat.send("verkeerde woorden<ENTER>");
    seat.wait_for(words.wrong);
    seat.send(PASSPHRASE);
    seat.send("<ENTER>");
    seat.wait_for(words.open);
    seat.quit();
}

#[test]
fn all_questions_are_answered_by_keyboard_in_dutch() {
    first_run(&DUTCH);
}

#[test]
fn all_questions_are_answered_by_keyboard_in_english() {
    first_run(&ENGLISH);
}

#[test]
fn a_first_run_that_is_left_halfway_leaves_nothing_and_starts_anew() {
    let place = Place::empty();
    let mut seat = Seat(place.launch().start());
    seat.wait_for("1 Nederlands");
    seat.send("2<ENTER>");
    seat.wait_for("To which organisation");
    seat.quit();
    assert!(!place.data.exists(), "nothing was made");
    // A place that others may look into is refused in words; one that is ours is taken.
    std::fs::create_dir(&place.data).unwrap();
    let rights = |mode| std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(&place.data, rights(0o755)).unwrap();
    let mut seat = Seat(place.launch().start());
    seat.wait_for("0700 en 0600");
    seat.quit();
    std::fs::set_permissions(&place.data, rights(0o700)).unwrap();
    let mut seat = Seat(place.launch().start());
    answer_all(&mut seat, &DUTCH);
    seat.quit();
}
