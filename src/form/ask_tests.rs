//! What is asked, missing, counted and proposed, on the small form of the reading tests.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use super::load_tests::{GOOD, good};
use super::*;
use crate::domain::id::PersonId;
use crate::domain::person::Answer;
use crate::domain::sheet::{AnswerPlace, AnswerValue, Given, ItemName};
use crate::domain::time::{NoValue, PartialDate};

fn place(item: &str, subject: Option<PersonId>) -> AnswerPlace {
    AnswerPlace { item: ItemName(item.into()), subject }
}

fn answers(given: &[(&str, AnswerValue)]) -> Answers {
    let one =
        |(item, value): &(&str, AnswerValue)| (place(item, None), Given::plain(value.clone()));
    given.iter().map(one).collect()
}

fn options(ids: &[&str]) -> AnswerValue {
    AnswerValue::Options(ids.iter().map(|id| (*id).to_owned()).collect())
}

fn option(id: &str) -> AnswerValue {
    AnswerValue::Option(id.to_owned())
}

const YES_ANSWER: AnswerValue = AnswerValue::YesNo(Answer::Yes);
const NO_ANSWER: AnswerValue = AnswerValue::YesNo(Answer::No);
const UNKNOWN: AnswerValue = AnswerValue::YesNo(Answer::Unknown);

fn two_children() -> Subjects {
    let person = |byte| PersonId([byte; 16]);
    Subjects {
        children: vec![person(1), person(2)],
        caregivers: vec![person(3)],
        others: vec![person(4)],
    }
}

fn shown(asked: &[Asked<'_>]) -> Vec<String> {
    let name = |asked: &Asked<'_>| match asked.subject {
        None => asked.item.id.0.clone(),
        Some(PersonId(bytes)) => format!("{}/{}", asked.item.id.0, bytes[0]),
    };
    asked.iter().map(name).collect()
}

#[test]
fn a_condition_decides_what_is_asked_and_a_hidden_answer_does_not_count() {
    let (form, family) = (good(), two_children());
    let of = |given: &[(&str, AnswerValue)]| shown(&asked(&form, &answers(given), &family));
    assert_eq!(of(&[]), ["hurt", "safe"]);
    assert_eq!(of(&[("hurt", NO_ANSWER)]), ["hurt", "safe"]);
    assert_eq!(of(&[("hurt", UNKNOWN)]), ["hurt", "how/1", "how/2", "safe"]);
    assert_eq!(of(&[("hurt", YES_ANSWER)]), ["hurt", "where", "how/1", "how/2", "safe"]);
    let told = [("hurt", YES_ANSWER), ("where", options(&["home"]))];
    assert_eq!(of(&told), ["hurt", "where", "told", "how/1", "how/2", "safe"]);
    let unknown = [("hurt", YES_ANSWER), ("where", options(&["unknown", "home"]))];
    assert!(!of(&unknown).contains(&"told".to_owned()));
    // Where it was is kept, but nobody asks it any more: neither does it open another question.
    let stale = [("hurt", NO_ANSWER), ("where", options(&["home"]))];
    assert_eq!(of(&stale), ["hurt", "safe"]);
    assert_eq!(points(&form, &answers(&stale), "threat"), -1);
}

#[test]
fn sections_are_asked_of_those_they_are_for() {
    let family = two_children();
    let count = |of| family.of(of).len();
    assert_eq!([count(Of::Case), count(Of::Child), count(Of::Caregiver)], [1, 2, 1]);
    assert_eq!([count(Of::Rater), count(Of::Person)], [4, 4]);
    assert_eq!(family.of(Of::Rater).last(), Some(&None), "the worker rates last");
    assert!(family.of(Of::Person).iter().all(Option::is_some));
}

#[test]
fn what_is_missing_follows_what_is_asked() {
    let (form, family) = (good(), two_children());
    let of = |given: &[(&str, AnswerValue)]| {
        let answers = answers(given);
        let missing = missing(&form, &answers, &family);
        missing.iter().map(|(asked, need)| (asked.item.id.0.clone(), *need)).collect::<Vec<_>>()
    };
    assert_eq!(of(&[]), [("hurt".to_owned(), Need::Required)]);
    let home = ("where", options(&["home"]));
    assert_eq!(of(&[("hurt", YES_ANSWER), home.clone()]), [("told".to_owned(), Need::Wanted)]);
    let blank = ("told", AnswerValue::Text("  ".into()));
    assert_eq!(of(&[("hurt", YES_ANSWER), home, blank]), [("told".to_owned(), Need::Wanted)]);
}

#[test]
fn no_information_and_no_answer_are_counted_apart() {
    let (form, family) = (good(), two_children());
    let of = |given: &[(&str, AnswerValue)]| {
        let answers = answers(given);
        (no_information(&form, &answers, &family), unanswered(&form, &answers, &family))
    };
    // The conclusion is asked too, but is not a question that is open.
    assert_eq!(of(&[]), (0, 1));
    assert_eq!(of(&[("hurt", UNKNOWN)]), (1, 2), "the scale of each child is open");
    assert_eq!(of(&[("hurt", YES_ANSWER)]), (0, 3));
    assert_eq!(of(&[("hurt", YES_ANSWER), ("where", options(&["unknown"]))]), (1, 2));
    assert_eq!(of(&[("hurt", YES_ANSWER), ("where", options(&["unknown", "home"]))]), (0, 2));
}

#[test]
fn points_propose_and_the_first_threshold_reached_is_the_one() {
    let form = good();
    let of = |given: &[(&str, AnswerValue)]| {
        let answers = answers(given);
        let options: Vec<String> =
            proposed(&form, &answers).iter().map(|one| one.option.clone()).collect();
        (points(&form, &answers, "threat"), options)
    };
    assert_eq!(of(&[]), (0, vec![]));
    assert_eq!(of(&[("hurt", NO_ANSWER)]), (-1, vec![]));
    assert_eq!(of(&[("hurt", YES_ANSWER)]), (2, vec!["unsafe".to_owned()]));
    let both = [("hurt", YES_ANSWER), ("where", options(&["home", "school"]))];
    assert_eq!(of(&both), (3, vec!["unsafe".to_owned()]));
}

#[test]
fn nothing_is_proposed_while_nothing_is_known() {
    let text = GOOD.replace("at-least = 1", "at-least = -5");
    let form = load("small@2.toml", &text).unwrap();
    assert!(proposed(&form, &answers(&[])).is_empty());
    assert!(proposed(&form, &answers(&[("hurt", UNKNOWN)])).is_empty());
    assert_eq!(proposed(&form, &answers(&[("hurt", NO_ANSWER)])).len(), 1);
}

#[test]
fn an_answer_about_the_wrong_person_has_no_points() {
    let form = good();
    let mut wrong = answers(&[]);
    wrong.insert(place("hurt", Some(PersonId([1; 16]))), Given::plain(YES_ANSWER));
    assert_eq!(points(&form, &wrong, "threat"), 0);
}

#[test]
fn warnings_belong_to_answers() {
    let (form, family) = (good(), two_children());
    assert_eq!(warnings(&form, &answers(&[("hurt", NO_ANSWER)]), &family), []);
    let yes = answers(&[("hurt", YES_ANSWER)]);
    let warned = warnings(&form, &yes, &family);
    assert_eq!(warned.len(), 1);
    assert_eq!(warned[0].1.words.en, "Act now.");
}

#[test]
fn evidence_is_wanted_with_an_answer_that_says_something() {
    let (form, family) = (good(), two_children());
    let of = |answers: &Answers| shown(&without_evidence(&form, answers, &family));
    let mut given = answers(&[("hurt", YES_ANSWER)]);
    assert_eq!(of(&given), ["hurt"]);
    assert!(of(&answers(&[("hurt", UNKNOWN)])).is_empty());
    for answer in given.values_mut() {
        answer.observed_on = Some(PartialDate::Year(2026));
        answer.source = "school".into();
    }
    assert!(of(&given).is_empty());
}

#[test]
fn an_answer_fits_its_own_item_alone() {
    let form = good();
    let item = |id: &str| form.item(&ItemName(id.into())).unwrap().1;
    let text = |text: &str| AnswerValue::Text(text.into());
    let rows = [
        ("hurt", YES_ANSWER, true),
        ("hurt", option("yes"), false),
        ("hurt", text("yes"), false),
        ("where", options(&["home", "school"]), true),
        ("where", options(&["home", "home"]), false),
        ("where", options(&[]), false),
        ("where", options(&["office"]), false),
        ("where", option("home"), false),
        ("told", text("to a teacher"), true),
        ("told", text("one\ntwo"), false),
        ("told", AnswerValue::Person(PersonId([1; 16])), false),
        ("how", option("10"), true),
        ("how", option("11"), false),
        ("how", AnswerValue::Date(PartialDate::Year(2026)), false),
    ];
    for (id, value, expected) in rows {
        assert_eq!(fits(item(id), &value), expected, "{id}: {value:?}");
    }
}

#[test]
fn an_absent_date_with_a_reason_says_that_nothing_is_known() {
    let form = good();
    let item = &form.sections[0].items[0];
    let absent = |why| AnswerValue::Date(PartialDate::Absent(why));
    assert!(!is_answer(&absent(None)));
    assert!(is_answer(&absent(Some(NoValue::Unknown))));
    assert!(says_nothing(item, &absent(Some(NoValue::Unknown))));
}

#[test]
fn a_team_may_add_forms_but_not_take_the_place_of_others() {
    let named = |id: &str, version: u16, used_for: &str| {
        let text = GOOD
            .replace("id = \"small\"", &format!("id = \"{id}\""))
            .replace("version = 2", &format!("version = {version}"))
            .replace("use = \"own\"", &format!("use = \"{used_for}\""));
        load(&format!("{id}@{version}.toml"), &text).unwrap()
    };
    let own = vec![
        named("ours", 1, "own"),
        named("ours", 3, "own"),
        named("ours", 3, "scaling"),
        named("plan", 1, "work"),
    ];
    let (library, clashes) = Library::default().with_own(own);
    let why: Vec<ClashKind> = clashes.iter().map(|clash| clash.why).collect();
    assert_eq!(why, [ClashKind::Twice, ClashKind::NotForTeams]);
    assert_eq!(library.newest("ours").unwrap().name.version, 3);
    assert_eq!(library.of_use(Use::Own).len(), 1, "the newest version alone is offered");
    let first = named("ours", 1, "own").name;
    assert_eq!(library.find(&first).unwrap().name, first);
    assert!(library.is_own(&first));
    let changed = crate::domain::sheet::FormRef { hash: [0; 32], ..first.clone() };
    assert_eq!(library.find(&changed), None);
    assert_eq!(library.nearest(&changed).unwrap().name, first);
}
