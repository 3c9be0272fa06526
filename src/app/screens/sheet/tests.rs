//! What a person who fills in a form can count on.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::*;
use crate::domain::id::PersonId;
use crate::domain::person::Answer;
use crate::domain::sheet::{AnswerValue, Given};
use crate::domain::time::PartialDate;
use crate::form::{Subjects, load};
use crate::text::Lang;

const AT: Moment = Moment(1_791_900_000_000);
const CHILD: PersonId = PersonId([1; 16]);
const TWIN: PersonId = PersonId([2; 16]);

const FORM: &str = r#"
id = "proof"
version = 1
nl = "Proef"
en = "Proof"
use = "own"

[[section]]
id = "one"
nl = "Een"
en = "One"

[[section.item]]
id = "hurt"
kind = "yes-no"
nl = "Pijn?"
en = "Hurt?"
evidence = true
critical = true
note = true
need = "wanted"

[[section.item]]
id = "how"
kind = "paragraph"
nl = "Hoe?"
en = "How?"
when = { item = "hurt", is = ["yes"] }

[[section.item]]
id = "ground"
kind = "choices"
nl = "Waarop?"
en = "On what?"
need = "required"
options = [
    { id = "seen", nl = "gezien", en = "seen" },
    { id = "heard", nl = "gehoord", en = "heard" },
    { id = "nothing", nl = "weet niet", en = "not known", no-information = true },
]

[[section]]
id = "two"
nl = "Twee"
en = "Two"
for = "child"

[[section.item]]
id = "safe"
kind = "choice"
nl = "Hoe veilig?"
en = "How safe?"
scale = [0, 10]

[[section.item]]
id = "who"
kind = "person"
nl = "Wie past op?"
en = "Who looks after?"

[[section.item]]
id = "since"
kind = "date"
nl = "Sinds?"
en = "Since?"
"#;

fn words(lang: Lang) -> Text {
    Text::new(lang)
}

fn people() -> People {
    let subjects = Subjects { children: vec![CHILD, TWIN], ..Subjects::default() };
    let names = [(CHILD, "Noor Fuut".to_owned()), (TWIN, "Noor Fuut".to_owned())].into();
    People { subjects, names }
}

fn sheet(answers: &Answers, scene: &Scene<'_>) -> SheetForm {
    let form = load("proof@1.toml", FORM).unwrap();
    SheetForm::new((form, people()), answers, Disputed::new(), scene)
}

fn names(sheet: &SheetForm) -> Vec<String> {
    sheet.fields.iter().map(|field| field.ask.name(&sheet.form)).collect()
}

fn go(sheet: &mut SheetForm, name: &str) {
    let ask = Ask::from_name(name, &sheet.form).unwrap();
    sheet.focus_on(ask);
    assert_eq!(sheet.focused().unwrap().ask, ask, "{name} is asked");
}

fn letters(sheet: &mut SheetForm, name: &str, text: &str, scene: &Scene<'_>) {
    go(sheet, name);
    text.chars().for_each(|c| sheet.typed(Chord::char(c), scene));
}

#[test]
fn a_condition_opens_and_hides_a_question_and_what_was_typed_is_kept() {
    let text = words(Lang::Nl);
    let scene = Scene { at: AT, words: &text };
    let mut sheet = sheet(&Answers::new(), &scene);
    assert!(!names(&sheet).contains(&"answer:how:-".to_owned()));
    letters(&mut sheet, "answer:hurt:-", "j", &scene);
    letters(&mut sheet, "answer:how:-", "Een klap.", &scene);
    letters(&mut sheet, "answer:hurt:-", "n", &scene);
    assert!(!names(&sheet).contains(&"answer:how:-".to_owned()));
    assert!(sheet.answers(&scene).keys().all(|place| place.item.0 != "how"), "not asked");
    letters(&mut sheet, "answer:hurt:-", "j", &scene);
    go(&mut sheet, "answer:how:-");
    assert_eq!(sheet.focused().unwrap().value(), "Een klap.");
}

#[test]
fn what_stands_beside_an_answer_is_asked_once_there_is_one() {
    let text = words(Lang::Nl);
    let scene = Scene { at: AT, words: &text };
    let mut sheet = sheet(&Answers::new(), &scene);
    let beside =
        |sheet: &SheetForm| names(sheet).iter().filter(|n| n.ends_with(":hurt:-")).count() - 1;
    assert_eq!(beside(&sheet), 0);
    letters(&mut sheet, "answer:hurt:-", "j", &scene);
    assert_eq!(beside(&sheet), 4);
    letters(&mut sheet, "answer:hurt:-", "?", &scene);
    assert_eq!(beside(&sheet), 1, "nothing is known: only an explanation");
}

#[test]
fn one_key_answers_whatever_the_list() {
    let text = words(Lang::Nl);
    let scene = Scene { at: AT, words: &text };
    let mut sheet = sheet(&Answers::new(), &scene);
    let child = CHILD.hex();
    for (name, key, value) in [
        ("answer:hurt:-".to_owned(), '?', "unknown"),
        ("answer:ground:-".to_owned(), '2', "2"),
        (format!("answer:safe:{child}"), '0', "0"),
        (format!("answer:safe:{child}"), '9', "9"),
        (format!("answer:safe:{child}"), 't', "10"),
        (format!("answer:who:{child}"), '2', "2"),
    ] {
        letters(&mut sheet, &name, &key.to_string(), &scene);
        go(&mut sheet, &name);
        assert_eq!(sheet.focused().unwrap().value(), value, "{name}");
    }
    assert_eq!(sheet.standing.no_information, 1);
    letters(&mut sheet, "answer:ground:-", "2?", &scene);
    assert_eq!(sheet.standing.no_information, 2);
}

#[test]
fn a_day_typed_in_words_stays_the_day_that_was_meant() {
    let text = words(Lang::Nl);
    let scene = Scene { at: AT, words: &text };
    let mut sheet = sheet(&Answers::new(), &scene);
    let name = format!("answer:since:{}", CHILD.hex());
    letters(&mut sheet, &name, "gisteren", &scene);
    sheet.intent(FormIntent::Next, &scene);
    go(&mut sheet, &name);
    let yesterday = AT.day().pred_opt().unwrap();
    let typed = sheet.focused().unwrap().value();
    assert_eq!(typed, crate::text::dates::numeric_day(yesterday));
    letters(&mut sheet, &name, "x", &scene);
    assert_eq!(sheet.intent(FormIntent::Save, &scene), FormOutcome::Stay);
    assert_eq!(sheet.fields.iter().filter(|field| field.problem.is_some()).count(), 3);
}

#[test]
fn required_blocks_and_wanted_warns_once() {
    let text = words(Lang::Nl);
    let scene = Scene { at: AT, words: &text };
    let mut sheet = sheet(&Answers::new(), &scene);
    assert_eq!(sheet.intent(FormIntent::Save, &scene), FormOutcome::Stay);
    assert_eq!(sheet.hint, Some(Hint::Said(Words::SheetProblemNothing)));
    let name = format!("answer:safe:{}", TWIN.hex());
    letters(&mut sheet, &name, "3", &scene);
    for _ in 0..2 {
        assert_eq!(sheet.intent(FormIntent::Save, &scene), FormOutcome::Stay);
        assert_eq!(sheet.hint, Some(Hint::Blocked));
        assert_eq!(sheet.focused().unwrap().ask.name(&sheet.form), "answer:ground:-");
    }
    letters(&mut sheet, "answer:ground:-", "1", &scene);
    assert_eq!(sheet.intent(FormIntent::Save, &scene), FormOutcome::Stay);
    assert_eq!(sheet.hint, Some(Hint::StillEmpty(1)));
    assert_eq!(sheet.intent(FormIntent::Save, &scene), FormOutcome::Ready);
}

#[test]
fn what_was_recorded_before_is_no_change_and_taking_it_away_is() {
    let text = words(Lang::Nl);
    let scene = Scene { at: AT, words: &text };
    let given = |value| Given::plain(value);
    let before: Answers = [
        (
            AnswerPlace::of_case("hurt"),
            Given {
                critical: true,
                observed_on: Some(PartialDate::Month(2026, 3)),
                source: "school".into(),
                note: "toelichting".into(),
                ..given(AnswerValue::YesNo(Answer::Yes))
            },
        ),
        (AnswerPlace::of_case("how"), given(AnswerValue::Text("Een\nklap".into()))),
        (
            AnswerPlace::of_case("ground"),
            given(AnswerValue::Options(vec!["seen".into(), "nothing".into()])),
        ),
        (AnswerPlace::of_person("safe", CHILD), given(AnswerValue::Option("10".into()))),
        (AnswerPlace::of_person("who", TWIN), given(AnswerValue::Person(CHILD))),
        (AnswerPlace::of_person("since", TWIN), given(AnswerValue::Date(PartialDate::Year(2020)))),
    ]
    .into();
    let mut sheet = sheet(&before, &scene);
    assert!(!sheet.has_content());
    assert_eq!(sheet.answers(&scene), before);
    assert_eq!(sheet.draft_lines().len(), 1, "only where the cursor stood");
    go(&mut sheet, "answer:ground:-");
    sheet.typed(Chord::plain(Press::Backspace), &scene);
    let lines = sheet.draft_lines();
    assert!(lines.contains(&("answer:ground:-".to_owned(), String::new())), "{lines:?}");
}

#[test]
fn a_draft_gives_everything_back_also_in_the_other_language() {
    let text = words(Lang::Nl);
    let scene = Scene { at: AT, words: &text };
    let mut first = sheet(&Answers::new(), &scene);
    letters(&mut first, "answer:hurt:-", "j", &scene);
    letters(&mut first, "seen-on:hurt:-", "10-10-2020", &scene);
    letters(&mut first, "answer:how:-", "Een klap.", &scene);
    letters(&mut first, "answer:ground:-", "2?", &scene);
    letters(&mut first, &format!("answer:who:{}", CHILD.hex()), "2", &scene);
    letters(&mut first, "answer:hurt:-", "n", &scene);
    let english = words(Lang::En);
    let scene = Scene { at: AT, words: &english };
    let mut again = sheet(&Answers::new(), &scene);
    again.resume(&first.draft_lines(), &scene);
    assert_eq!(again.draft_lines(), first.draft_lines());
    assert_eq!(again.answers(&scene), first.answers(&scene));
    assert_eq!(again.focused().unwrap().ask, first.focused().unwrap().ask);
}

#[test]
fn two_children_of_one_name_have_a_heading_each() {
    let text = words(Lang::Nl);
    let scene = Scene { at: AT, words: &text };
    let sheet = sheet(&Answers::new(), &scene);
    let headings: std::collections::BTreeSet<String> =
        sheet.fields.iter().map(|field| field.section.shown(&text).to_string()).collect();
    assert_eq!(headings.len(), 3, "{headings:?}");
}

#[test]
fn an_objection_stands_at_its_question_and_one_without_a_question_under_the_form() {
    let text = words(Lang::Nl);
    let scene = Scene { at: AT, words: &text };
    let mut sheet = sheet(&Answers::new(), &scene);
    let words = Words::SheetProblemOverride;
    let place = Some(AnswerPlace::of_person("who", TWIN));
    sheet.object(&[Objection { place, words }]);
    assert_eq!(sheet.focused().unwrap().problem, Some(words));
    assert_eq!(sheet.focused().unwrap().ask.subject, Some(TWIN));
    let later = Objection { place: None, words: Words::SheetProblemWanted };
    sheet.object(&[Objection { place: None, words }, later]);
    assert_eq!(sheet.hint, Some(Hint::Said(words)), "the first of several");
}
