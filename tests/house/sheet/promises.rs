//! What a person who fills in a form can count on: through keys alone, as the shell sends them.

use super::stage::{Filling, NOOR, SHEET, SIEBE, saved_last, today};
use crate::contact::stage::{NARROW, WIDE, saved};
use beschermd::app::Message;
use beschermd::app::chord::Key;
use beschermd::app::effect::Effect;
use beschermd::app::field::Phase;
use beschermd::app::keymap::Context;
use beschermd::app::model::{Overlay, Place, Screen};
use beschermd::app::screens::sheet::Purpose;
use beschermd::domain::fact::Fact;
use beschermd::domain::person::Answer;
use beschermd::domain::sheet::{AnswerPlace, AnswerValue, Safety, SheetUse};
use beschermd::text::{Key as Words, Lang};

fn assessing() -> Filling {
    Filling::assessing(Lang::Nl, NARROW)
}

#[test]
fn one_key_a_question_and_the_details_are_reached_with_tab() {
    let mut filling = assessing();
    filling.go_to("answer:hurt-recently:-");
    filling.letters("j");
    assert_eq!(filling.at(), "answer:injury-unclear:-");
    filling.letters("n");
    filling.letters("?");
    assert_eq!(filling.value("answer:threat-of-harm:-").as_deref(), Some("unknown"));
    filling.go_to("answer:hurt-recently:-");
    filling.key(Key::Tab);
    assert_eq!(filling.at(), "critical:hurt-recently:-");
    assert_eq!(filling.value("seen-on:threat-of-harm:-"), None, "nothing known, nothing seen");
}

#[test]
fn what_is_seen_beside_an_answer_is_recorded_with_it() {
    let mut filling = assessing();
    filling.type_at("answer:trigger:-", "1");
    filling.type_at("answer:sources:-", "1");
    filling.type_at("answer:hurt-recently:-", "j");
    filling.type_at("critical:hurt-recently:-", " ");
    filling.type_at("seen-on:hurt-recently:-", "gisteren");
    filling.type_at("source:hurt-recently:-", "school");
    filling.type_at("note:hurt-recently:-", "afdruk van een hand");
    assert_eq!(filling.value("seen-on:hurt-recently:-").as_deref(), Some("09-10-2016"));
    let facts = filling.save();
    assert!(matches!(&facts[0], Fact::SheetOpened { sheet: SHEET, used_for: SheetUse::Assessment,
        trigger, .. } if trigger == "eerste keer in deze zaak"));
    let Fact::SheetAnswered { answers, .. } = &facts[1] else { panic!("{facts:?}") };
    assert_eq!((facts.len(), answers.len()), (2, 3), "only what was answered, and no conclusion");
    let place = AnswerPlace::of_case("hurt-recently");
    let given = answers.iter().find(|answer| answer.place == place).unwrap();
    let given = given.given.as_ref().unwrap();
    assert!(given.critical && given.source == "school" && given.note.contains("hand"));
    assert!(filling.sheet().is_none() && filling.text().contains("opgeslagen"));
    assert!(filling.model.desk().unwrap().drafts.is_empty());
}

#[test]
fn only_what_changed_is_recorded_and_it_replaces_what_was_seen() {
    let mut filling = assessing();
    filling.type_at("answer:trigger:-", "1");
    filling.type_at("answer:sources:-", "1");
    filling.type_at("answer:hurt-recently:-", "j");
    filling.save();
    filling.open("risk-assessment", Purpose::Assessment(SHEET, SheetUse::Assessment));
    assert_eq!(filling.value("answer:hurt-recently:-").as_deref(), Some("yes"));
    filling.type_at("answer:hurt-recently:-", "n");
    let facts = filling.save();
    assert!(matches!(facts.as_slice(), [Fact::SheetAnswered { answers, .. }]
        if answers.len() == 1));
    let case = filling.case();
    let held = &case.sheets[&SHEET].answers[&AnswerPlace::of_case("hurt-recently")];
    let given = held.settled().unwrap().as_ref().unwrap();
    assert_eq!(given.value, AnswerValue::YesNo(Answer::No));
}

#[test]
fn a_dispute_stays_until_a_person_says_what_holds() {
    let mut filling = Filling::disputed(Lang::Nl, NARROW);
    assert_eq!(filling.value("answer:hurt-recently:-").as_deref(), Some(""));
    filling.type_at("answer:injury-unclear:-", "n");
    filling.save();
    let place = AnswerPlace::of_case("hurt-recently");
    assert!(
        filling.case().sheets[&SHEET].answers[&place].is_disputed(),
        "another answer was saved"
    );
    filling.open("risk-assessment", Purpose::Assessment(SHEET, SheetUse::Assessment));
    filling.type_at("answer:hurt-recently:-", "j");
    filling.save();
    let case = filling.case();
    let given = case.sheets[&SHEET].answers[&place].settled().unwrap().as_ref().unwrap();
    assert_eq!(given.value, AnswerValue::YesNo(Answer::Yes));
}

#[test]
fn what_a_colleague_recorded_meanwhile_is_not_replaced_unseen() {
    let mut filling = assessing();
    filling.type_at("answer:trigger:-", "1");
    filling.type_at("answer:sources:-", "1");
    filling.type_at("answer:hurt-recently:-", "j");
    filling.elsewhere("hurt-recently", AnswerValue::YesNo(Answer::No));
    filling.save();
    let case = filling.case();
    let sheet = &case.sheets[&SHEET];
    assert!(sheet.answers[&AnswerPlace::of_case("hurt-recently")].is_disputed());
    let settled = sheet.answers.values().filter(|held| !held.is_disputed()).count();
    assert_eq!(settled, sheet.answers.len() - 1, "nothing else is in dispute");
}

#[test]
fn a_conclusion_is_whole_or_not_there_and_differs_only_with_a_reason() {
    let mut filling = assessing();
    filling.type_at("answer:hurt-recently:-", "j");
    filling.type_at("answer:safety:-", "1");
    filling.is_not_recorded();
    filling.conclude();
    filling.is_not_recorded();
    assert_eq!(filling.at(), "answer:override:-", "what was proposed is not what was concluded");
    filling.letters("Vader zit vast.");
    let facts = filling.save();
    let Some(Fact::SheetConcluded { conclusion, .. }) = facts.last() else { panic!("{facts:?}") };
    assert_eq!(conclusion.safety, Safety::SafeWithPlan);
    assert_eq!(conclusion.proposed_safety, Some(Safety::Unsafe));
    assert_eq!(conclusion.valid_until, today() + chrono::Days::new(14));
    assert!(conclusion.unanswered > 0);
}

#[test]
fn a_draft_is_kept_within_a_second_and_goes_on_where_it_was_left_after_a_kill() {
    let mut filling = assessing();
    filling.type_at("answer:hurt-recently:-", "j");
    filling.type_at("source:hurt-recently:-", "schoo");
    filling.wait(1_000);
    filling.letters("l");
    let kept = saved_last(&filling.wait(1_000)).unwrap();
    assert!(saved(&filling.wait(5_000)).is_empty());
    assert!(kept.form.starts_with("sheet:risk-assessment@1:assessment:assessment:"), "{kept:?}");
    // Another run: the case, the draft, and one key.
    let mut again = Filling::new(Lang::Nl, NARROW);
    again.send(Message::DraftsLoaded(vec![kept.clone()]));
    again.letters("c");
    assert_eq!(again.at(), "source:hurt-recently:-");
    assert_eq!(again.value("source:hurt-recently:-").as_deref(), Some("school"));
    assert_eq!(again.sheet().unwrap().draft, kept.id.unwrap());
    again.letters("!");
    assert_eq!(saved_last(&again.wait(1_000)).unwrap().id, kept.id);
}

#[test]
fn a_half_filled_form_waits_until_its_case_was_read() {
    let mut filling = assessing();
    filling.type_at("answer:trigger:-", "2");
    let kept = saved_last(&filling.wait(1_000)).unwrap();
    let mut again = crate::contact::stage::Stage::new(Lang::Nl, NARROW);
    again.send(Message::DraftsLoaded(vec![kept]));
    again.letters("c");
    assert!(matches!(again.model.desk().unwrap().place, Place::Case(_)));
    again.send(Message::CaseLoaded(Box::new(filling.case())));
    assert!(matches!(again.model.desk().unwrap().place, Place::Sheet(_)), "{}", again.text());
}

#[test]
fn leaving_keeps_the_draft_and_opening_the_same_form_goes_on_with_it() {
    let mut filling = assessing();
    filling.type_at("answer:trigger:-", "2");
    let asked = filling.key(Key::Esc);
    assert_eq!(saved(&asked).len(), 1);
    assert!(matches!(filling.model.desk().unwrap().place, Place::Queue));
    // A new sheet would have another id; what was begun is gone on with.
    let other = beschermd::domain::id::SheetId([99; 16]);
    filling.open("risk-assessment", Purpose::Assessment(other, SheetUse::Assessment));
    assert_eq!(filling.value("answer:trigger:-").as_deref(), Some("2"));
    let purpose = Purpose::Assessment(SHEET, SheetUse::Assessment);
    assert_eq!(filling.sheet().unwrap().purpose, purpose);
}

#[test]
fn a_form_in_which_nothing_changed_leaves_nothing_and_records_nothing() {
    let mut filling = assessing();
    filling.ctrl('s');
    assert!(filling.text().contains("nog niets ingevuld"), "{}", filling.text());
    filling.type_at("answer:trigger:-", "2");
    filling.go_to("answer:trigger:-");
    filling.key(Key::Backspace);
    filling.key(Key::Esc);
    assert!(filling.model.desk().unwrap().drafts.is_empty());
}

#[test]
fn throwing_away_asks_with_another_key_and_keeps_what_was_recorded() {
    let mut filling = assessing();
    filling.type_at("answer:trigger:-", "2");
    filling.wait(1_000);
    let draft = filling.sheet().unwrap().draft;
    filling.ctrl('d');
    assert!(matches!(filling.model.overlays.last(), Some(Overlay::Confirm(_))));
    assert!(filling.ctrl('d').is_empty(), "the key that asked does not answer");
    assert!(filling.letters("j").contains(&Effect::RemoveDraft(draft)));
    assert!(filling.sheet().is_none() && filling.model.desk().unwrap().drafts.is_empty());
    assert!(saved(&filling.wait(10_000)).is_empty(), "nothing brings it back");
}

#[test]
fn what_cannot_be_recorded_stays_as_it_was_typed() {
    let mut filling = assessing();
    filling.type_at("answer:trigger:-", "2");
    filling.type_at("answer:sources:-", "1");
    filling.ctrl('s');
    let asked = filling.ctrl('s');
    let Some(Effect::Record { ticket, .. }) =
        asked.iter().find(|effect| matches!(effect, Effect::Record { .. }))
    else {
        panic!("{asked:?}\n{}", filling.text());
    };
    assert_eq!(filling.sheet().unwrap().phase, Phase::Sending);
    assert!(filling.letters("x").is_empty() && filling.key(Key::Esc).is_empty());
    let before = filling.form().draft_lines();
    filling.send(Message::RecordFailed { ticket: *ticket, why: Words::ErrorDiskFull });
    assert_eq!(filling.sheet().unwrap().phase, Phase::Typing);
    assert_eq!(filling.form().draft_lines(), before);
    assert_eq!(saved(&filling.wait(1_000)).len(), 1);
}

#[test]
fn the_idle_lock_keeps_the_draft_and_drops_everything_typed() {
    let mut filling = assessing();
    filling.type_at("answer:not-spoken:-", "Noortje logeert");
    let asked = filling.wait(6 * 60_000);
    assert_eq!(saved(&asked).len(), 1);
    assert!(matches!(filling.model.screen, Screen::Unlock(_)));
    assert!(!format!("{:?}", filling.model).contains("Noortje"));
}

#[test]
fn a_case_opened_over_the_form_loses_no_letter() {
    let mut filling = assessing();
    filling.type_at("answer:not-spoken:-", "Siebe");
    filling.ctrl('p');
    filling.letters("0007");
    let asked = filling.key(Key::Enter);
    assert!(matches!(filling.model.desk().unwrap().place, Place::Case(_)));
    assert_eq!(saved(&asked).len(), 1);
}

#[test]
fn acute_is_one_key_away_and_the_form_is_still_there() {
    let mut filling = assessing();
    filling.type_at("answer:not-spoken:-", "Siebe");
    filling.ctrl('a');
    assert!(matches!(filling.model.overlays.last(), Some(Overlay::Form(_))), "{}", filling.text());
    filling.key(Key::Esc);
    assert_eq!(filling.value("answer:not-spoken:-").as_deref(), Some("Siebe"));
}

#[test]
fn a_section_is_asked_of_each_child_by_name() {
    let filling = assessing();
    let form = filling.form();
    let asked: Vec<_> = form.fields.iter().filter_map(|field| field.ask.subject).collect();
    assert!(asked.contains(&NOOR) && asked.contains(&SIEBE));
    let words = &filling.model.words;
    let headings: Vec<String> =
        form.fields.iter().map(|field| field.section.shown(words).to_string()).collect();
    assert!(headings.iter().any(|heading| heading.ends_with("Noor Fuut")), "{headings:?}");
}

#[test]
fn the_other_language_changes_the_words_and_no_answer() {
    let mut filling = assessing();
    filling.type_at("answer:trigger:-", "2");
    filling.type_at("answer:hurt-recently:-", "j");
    filling.go_to("answer:trigger:-");
    let before = filling.form().draft_lines();
    filling.ctrl('p');
    filling.letters("language");
    filling.key(Key::Enter);
    assert_eq!(filling.model.words.lang(), Lang::En);
    assert_eq!(filling.form().draft_lines(), before);
    let text = filling.text();
    assert!(text.contains("new report") && text.contains("no information"), "{text}");
}

#[test]
fn what_is_not_known_and_not_answered_is_always_in_sight() {
    for size in [NARROW, WIDE] {
        let mut filling = Filling::assessing(Lang::Nl, size);
        filling.type_at("answer:hurt-recently:-", "??");
        filling.go_to("answer:reasons:-");
        let text = filling.text();
        assert!(text.contains("geen informatie: 2 van") && text.contains("nog leeg: "), "{text}");
    }
}

#[test]
fn the_cursor_stays_in_sight_in_any_window() {
    for (columns, rows) in [(60, 15), (80, 24), (119, 30), (120, 36), (250, 60)] {
        let mut filling = assessing();
        filling.send(Message::Resize(columns, rows));
        filling.type_at("answer:hurt-recently:-", "j");
        filling.ctrl('g');
        while filling.form().focus > 0 {
            filling.key(Key::BackTab);
        }
        for _ in 0..filling.form().fields.len() {
            let label = filling.form().focused().unwrap().label.shown(&filling.model.words);
            let start: String = label.as_str().chars().take(12).collect();
            let text = filling.text();
            let marked = text.lines().any(|l| l.contains('▌') && l.contains(start.trim()));
            assert!(marked, "{label:?} at {columns}x{rows}\n{text}");
            filling.key(Key::Tab);
        }
    }
}

#[test]
fn every_key_in_the_footer_works_while_typing() {
    let filling = assessing();
    for intent in filling.model.keymap.footer(Context::SheetForm) {
        let chord = filling.model.keymap.chords(Context::SheetForm, *intent)[0];
        assert!(chord.typed().is_none(), "{intent:?} would be typed");
        assert_eq!(filling.model.keymap.intent(Context::SheetForm, chord), Some(*intent));
    }
}
