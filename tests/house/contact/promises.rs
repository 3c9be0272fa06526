//! What somebody on the line can count on: through keys alone, as the shell sends them.

use super::stage::{CASE, NARROW, Stage, WIDE, held, saved};
use beschermd::app::chord::{Chord, Key};
use beschermd::app::effect::{DraftId, Effect, Ticket};
use beschermd::app::field::Phase;
use beschermd::app::geometry::Size;
use beschermd::app::keymap::{Context, Intent};
use beschermd::app::message::Recorded;
use beschermd::app::model::{Overlay, Place, Screen};
use beschermd::app::screens::contact::ContactKind;
use beschermd::app::{Message, Model};
use beschermd::domain::fact::Fact;
use beschermd::text::{Key as Words, Lang};

fn recorded(asked: &[Effect]) -> Option<(Ticket, Vec<&Fact>)> {
    asked.iter().find_map(|effect| match effect {
        Effect::Record { ticket, drafts } => {
            Some((*ticket, drafts.iter().map(|draft| &draft.fact).collect()))
        }
        _ => None,
    })
}

/// A report told over the telephone, typed with keys alone.
fn told(stage: &mut Stage) {
    stage.letters("n");
    assert_eq!(stage.form().focused().unwrap().ask.name(), "incident", "one key answers");
    stage.letters("Een kind huilde.");
    stage.key(Key::Enter);
    stage.letters("De buurvrouw hoorde het.");
    stage.key(Key::Tab);
    stage.letters("Het gebeurt vaker.");
    stage.type_at("person-1-role", "jeugdige");
    stage.key(Key::Enter);
    stage.letters("Noor");
    stage.key(Key::Enter);
    stage.key(Key::Enter);
    stage.letters("Fuut");
    stage.type_at("person-1-birth", "2011");
    stage.type_at("reporter-name", "B. Merel");
    stage.type_at("capacity", "buur");
    stage.key(Key::Enter);
    stage.type_at("reasons", "7");
    stage.go_to("natures");
    stage.key(Key::Enter);
}

fn held_draft(stage: &Stage) -> DraftId {
    stage.contact().unwrap().draft
}

#[test]
fn a_report_is_filled_saved_and_closed_with_keys_alone() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    told(&mut stage);
    let draft = held_draft(&stage);
    let asked = stage.ctrl('s');
    let (ticket, facts) = recorded(&asked).expect("it is asked to be recorded");
    assert!(facts.iter().any(|fact| matches!(fact, Fact::PersonDescribed { aspects, .. }
        if aspects.name.as_ref().is_some_and(|name| name.last == "Fuut"))));
    assert_eq!(saved(&asked).len(), 1, "the draft outlives a record that fails");
    assert_eq!(stage.contact().unwrap().phase, Phase::Sending);
    assert!(stage.text().contains("bezig met opslaan"));
    assert!(stage.letters("x").is_empty() && stage.key(Key::Esc).is_empty());
    let recorded = Recorded { ticket, case: None, events: Vec::new(), at: stage.at };
    let asked = stage.send(Message::Recorded(recorded));
    assert!(asked.contains(&Effect::RemoveDraft(draft)));
    assert!(stage.contact().is_none());
    assert!(stage.model.desk().unwrap().drafts.is_empty());
}

#[test]
fn what_cannot_be_recorded_stays_as_it_was_typed() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    told(&mut stage);
    let asked = stage.ctrl('s');
    let before = stage.form().draft_lines();
    let ticket = recorded(&asked).unwrap().0;
    stage.send(Message::RecordFailed { ticket, why: Words::ErrorDiskFull });
    assert_eq!(stage.contact().unwrap().phase, Phase::Typing);
    assert_eq!(stage.form().draft_lines(), before);
    stage.letters("!");
    assert_eq!(saved(&stage.wait(1_000)).len(), 1);
}

#[test]
fn a_dropped_line_keeps_the_last_letter() {
    for message in [Message::HangUp, Message::Terminate] {
        let mut stage = Stage::calling(Lang::Nl, NARROW);
        stage.type_at("incident", "Een kind huil");
        stage.wait(1_000);
        stage.letters("t");
        let asked = stage.send(message);
        assert_eq!(held(saved(&asked)[0], "incident"), "Een kind huilt");
        assert_eq!(asked.last(), Some(&Effect::Quit));
    }
}

#[test]
fn the_draft_is_kept_within_a_second_and_then_nothing_wakes() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    stage.type_at("incident", "a");
    assert_eq!(stage.model.next_wake(), Some(beschermd::domain::time::Moment(stage.at.0 + 1_000)));
    assert!(saved(&stage.wait(999)).is_empty());
    assert_eq!(saved(&stage.wait(1)).len(), 1);
    assert!(saved(&stage.wait(5_000)).is_empty());
}

#[test]
fn the_idle_lock_keeps_the_draft_and_drops_everything_typed() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    stage.type_at("incident", "Noortje huilde");
    let asked = stage.wait(6 * 60_000);
    assert_eq!(held(saved(&asked)[0], "incident"), "Noortje huilde");
    assert!(asked.contains(&Effect::Lock));
    assert!(matches!(stage.model.screen, Screen::Unlock(_)));
    assert!(!format!("{:?}", stage.model).contains("Noortje"));
}

#[test]
fn leaving_keeps_the_draft_the_queue_shows_it_and_one_key_resumes_it() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    stage.type_at("person-1-first", "Noor");
    let asked = stage.key(Key::Esc);
    assert_eq!(held(saved(&asked)[0], "person-1-first"), "Noor");
    assert!(stage.text().contains("concept"), "{}", stage.text());
    stage.letters("c");
    assert_eq!(stage.form().focused().unwrap().ask.name(), "person-1-first");
    assert_eq!(stage.form().focused().unwrap().value(), "Noor");
}

#[test]
fn an_empty_contact_leaves_nothing_behind() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    let draft = held_draft(&stage);
    assert_eq!(stage.key(Key::Esc).first(), Some(&Effect::RemoveDraft(draft)));
    assert!(stage.model.desk().unwrap().drafts.is_empty());
    assert!(stage.contact().is_none());
}

#[test]
fn of_several_drafts_one_is_picked_from_a_list() {
    let mut stage = Stage::new(Lang::Nl, NARROW);
    for words in ["Eerste\u{202e} verhaal", "Tweede verhaal"] {
        stage.letters("n");
        stage.go_to("incident");
        stage.send(Message::Paste(words.into()));
        stage.key(Key::Esc);
    }
    stage.letters("c");
    assert!(matches!(stage.model.overlays.last(), Some(Overlay::Drafts(_))));
    let text = stage.text();
    assert!(text.contains("Tweede verhaal") && text.contains("Eerste⟦U+202E⟧ verhaal"), "{text}");
    stage.letters("j");
    stage.key(Key::Enter);
    assert!(stage.form().focused().unwrap().value().starts_with("Eerste"));
    assert!(stage.model.overlays.is_empty());
}

#[test]
fn throwing_away_asks_with_another_key_and_then_removes_the_draft() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    stage.type_at("incident", "Vergissing");
    stage.wait(1_000);
    let draft = held_draft(&stage);
    stage.ctrl('d');
    assert!(stage.ctrl('d').is_empty(), "the key that asked does not answer");
    stage.letters("n");
    assert_eq!(stage.form().focused().unwrap().value(), "Vergissing");
    stage.ctrl('d');
    assert!(stage.letters("j").contains(&Effect::RemoveDraft(draft)));
    assert!(stage.contact().is_none() && stage.model.desk().unwrap().drafts.is_empty());
    assert!(saved(&stage.wait(10_000)).is_empty(), "nothing brings it back");
}

#[test]
fn an_addition_is_opened_from_the_case_in_hand() {
    let mut stage = Stage::new(Lang::Nl, NARROW);
    stage.letters("A");
    assert_eq!(stage.form().kind, ContactKind::Addition);
    stage.letters("De school belde terug.");
    let asked = stage.ctrl('s');
    let Some(Effect::Record { drafts, .. }) =
        asked.iter().find(|effect| matches!(effect, Effect::Record { .. }))
    else {
        panic!("{asked:?} {}", stage.text());
    };
    assert!(drafts.iter().all(|draft| draft.case == Some(CASE)));
    assert_eq!(saved(&asked)[0].case, Some(CASE), "the row of the case is marked");
}

#[test]
fn a_case_opened_over_the_form_loses_no_letter() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    stage.type_at("incident", "Een kind huilt");
    stage.ctrl('p');
    stage.letters("0007");
    let asked = stage.key(Key::Enter);
    assert!(matches!(stage.model.desk().unwrap().place, Place::Case(_)));
    assert_eq!(held(saved(&asked)[0], "incident"), "Een kind huilt");
}

#[test]
fn help_and_palette_are_reached_while_typing_and_their_lines_run() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    stage.type_at("incident", "a");
    stage.ctrl('g');
    assert!(matches!(stage.model.overlays.last(), Some(Overlay::Help(_))));
    stage.letters("persoon erbij");
    stage.key(Key::Enter);
    assert_eq!(stage.form().focused().unwrap().ask.name(), "person-2-role");
    stage.ctrl('p');
    assert!(matches!(stage.model.overlays.last(), Some(Overlay::Palette(_))));
}

#[test]
fn a_kind_that_is_picked_begins_at_its_first_question() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    stage.go_to("kind");
    stage.letters("2");
    assert_eq!(stage.form().kind, ContactKind::Advice);
    assert_eq!(stage.form().focused().unwrap().ask.name(), "capacity");
    stage.key(Key::BackTab);
    stage.letters("1");
    assert_eq!(stage.form().focused().unwrap().ask.name(), "acute");
}

#[test]
fn a_draft_that_did_not_reach_the_disk_is_tried_again() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    stage.type_at("incident", "a");
    let asked = stage.wait(1_000);
    let id = saved(&asked)[0].id.unwrap();
    stage.send(Message::DraftFailed(id, Words::ErrorDiskFull));
    assert!(saved(&stage.wait(1_000)).is_empty());
    assert_eq!(saved(&stage.wait(11_000)).len(), 1);
}

#[test]
fn many_keys_do_not_put_the_draft_off() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    stage.type_at("incident", "a");
    for _ in 0..9 {
        assert!(saved(&stage.wait(110)).is_empty());
        stage.ctrl('t');
    }
    assert_eq!(saved(&stage.wait(20)).len(), 1);
}

#[test]
fn every_key_in_the_footer_of_the_form_works_while_typing() {
    let model = Model::new(Lang::Nl, super::stage::now(), NARROW, "");
    for intent in model.keymap.footer(Context::Contact) {
        let chord = model.keymap.chords(Context::Contact, *intent)[0];
        assert!(chord.typed().is_none(), "{intent:?} would be typed");
        assert_eq!(model.keymap.intent(Context::Contact, chord), Some(*intent));
    }
    let backspace = Chord::ctrl('h');
    assert_eq!(model.keymap.intent(Context::Contact, backspace), None);
    assert_ne!(model.keymap.intent(Context::Contact, Chord::ctrl('m')), Some(Intent::Help));
}

#[test]
fn one_letter_changes_the_cells_of_its_line_alone() {
    for (size, name) in [(NARROW, "incident"), (WIDE, "incident"), (WIDE, "person-1-last")] {
        let mut stage = Stage::calling(Lang::Nl, size);
        stage.type_at(name, "Een kind");
        let before = stage.drawn();
        stage.letters("s");
        let after = stage.drawn();
        let changed = before.diff(&after).len();
        assert!(changed <= 1, "{changed} cells for a letter in {name}");
    }
}

#[test]
fn the_other_language_changes_the_lists_and_no_answer() {
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    stage.type_at("reasons", "5");
    let before = stage.form().draft_lines();
    stage.ctrl('p');
    stage.letters("language");
    stage.key(Key::Enter);
    assert_eq!(stage.model.words.lang(), Lang::En);
    assert_eq!(stage.form().draft_lines(), before);
    assert!(!stage.text().contains("partnergeweld"), "{}", stage.text());
}

#[test]
fn the_cursor_stays_in_sight_in_any_window() {
    for (columns, rows) in [(60, 15), (80, 24), (119, 30), (120, 36), (250, 60)] {
        let mut stage = Stage::calling(Lang::Nl, NARROW);
        stage.send(Message::Resize(columns, rows));
        assert_eq!(stage.model.size, Size { columns, rows });
        while stage.form().focus > 0 {
            stage.key(Key::BackTab);
        }
        for _ in 0..stage.form().fields.len() {
            let label = stage.form().focused().unwrap().label.shown(&stage.model.words);
            let start: String = label.as_str().chars().take(12).collect();
            let text = stage.text();
            let marked = text.lines().any(|l| l.contains('▌') && l.contains(start.trim()));
            assert!(marked, "{label:?} at {columns}x{rows}\n{text}");
            stage.key(Key::Tab);
        }
    }
}
