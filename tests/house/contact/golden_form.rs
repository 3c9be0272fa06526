//! The form on the screen, in both languages and two windows.

use super::stage::{NARROW, Stage, WIDE};
use crate::golden;
use beschermd::app::chord::Key;
use beschermd::text::Lang;

/// Holds one moment of the form in every language and window.
fn hold(name: &str, play: impl Fn(&mut Stage)) {
    for lang in Lang::ALL {
        for size in [NARROW, WIDE] {
            let mut stage = Stage::calling(lang, size);
            play(&mut stage);
            let name = format!("contact/{name}-{}-{}", lang.code(), size.columns);
            golden::screen(&name, &stage.drawn());
        }
    }
}

#[test]
fn an_empty_report() {
    hold("report-empty", |_| {});
}

#[test]
fn a_report_with_two_persons_and_a_problem() {
    hold("report-half", |stage| {
        stage.type_at("acute", "n");
        stage.type_at("incident", "De buurvrouw hoorde om half elf geschreeuw en een klap. ");
        stage.letters("Daarna huilde een kind langere tijd, en het werd stil.");
        stage.type_at("person-1-first", "Noor");
        stage.type_at("person-1-last", "Fuut");
        stage.ctrl('n');
        stage.type_at("person-2-first", "Siebe");
        stage.type_at("person-2-bsn", "123456789");
        stage.ctrl('s');
    });
}

#[test]
fn acute_asks_for_the_action_at_once() {
    hold("report-acute", |stage| {
        stage.type_at("acute", "j");
        stage.letters("Politie gaat erheen");
    });
}

#[test]
fn a_list_is_open_and_narrowed() {
    hold("report-list", |stage| stage.go_to("reasons"));
    hold("report-list-narrowed", |stage| stage.type_at("person-1-role", "oe"));
}

#[test]
fn a_story_is_written() {
    hold("report-story", |stage| {
        stage.go_to("incident");
        for n in 1..30 {
            stage.letters(&format!("Zin {n} over wat er is verteld, "));
        }
        stage.key(Key::Up);
    });
}

#[test]
fn an_advice_request_and_an_addition() {
    hold("advice", |stage| {
        stage.ctrl('t');
    });
    hold("addition", |stage| {
        stage.ctrl('t');
        stage.ctrl('t');
        stage.type_at("addition-text", "De school belde terug.");
    });
}
