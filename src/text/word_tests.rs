//! The wording files and the keys hold one another: nothing missing, nothing left over.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::{Arg, DUTCH, ENGLISH, Key, Lang, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Name → the text of its message, read without the library: a name at the start of a line.
fn messages(wording: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut name = String::new();
    for line in wording.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (key, words) = line.split_once(" =").unwrap();
            name = key.to_owned();
            assert!(found.insert(name.clone(), words.trim().to_owned()).is_none(), "{name} twice");
        } else if let Some(message) = found.get_mut(&name) {
            message.push('\n');
            message.push_str(line.trim());
        }
    }
    found
}

fn variables(message: &str) -> BTreeSet<&str> {
    let after_dollar = message.split('$').skip(1);
    after_dollar.map(|rest| rest.split([' ', '}']).next().unwrap()).collect()
}

#[test]
fn every_key_has_words_in_both_languages_and_no_words_lack_a_key() {
    let keys: BTreeSet<&str> = Key::ALL.iter().map(|key| key.name()).collect();
    assert_eq!(keys.len(), Key::ALL.len(), "a name stands for one key");
    for wording in [DUTCH, ENGLISH] {
        let found = messages(wording);
        let named: BTreeSet<&str> = found.keys().map(String::as_str).collect();
        assert_eq!(keys.difference(&named).collect::<Vec<_>>(), Vec::<&&str>::new(), "no words");
        assert_eq!(named.difference(&keys).collect::<Vec<_>>(), Vec::<&&str>::new(), "no key");
        for (name, message) in found {
            assert!(!message.trim().is_empty(), "{name} says nothing");
            assert!(!message.contains(['\t', '\u{A0}', '\u{202F}']), "{name} has odd spaces");
        }
    }
    let order = |wording: &str| -> Vec<String> {
        let names = wording.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
        names.map(|line| line.split(" =").next().unwrap().to_owned()).collect()
    };
    assert_eq!(order(DUTCH), order(ENGLISH), "both files have the same order");
}

#[test]
fn both_languages_ask_for_the_same_values() {
    let (dutch, english) = (messages(DUTCH), messages(ENGLISH));
    for (name, message) in &dutch {
        assert_eq!(variables(message), variables(&english[name]), "{name}");
    }
}

#[test]
fn every_message_is_read_without_an_error_and_filled_in_whole() {
    for lang in Lang::ALL {
        assert!(fluent_bundle::FluentResource::try_new(lang.wording().to_owned()).is_ok());
        let text = Text::new(lang);
        let found = messages(lang.wording());
        for key in Key::ALL {
            let names = variables(&found[key.name()]);
            for count in [0_i64, 1, 2, 21] {
                let args: Vec<(&str, Arg)> =
                    names.iter().map(|name| (*name, Arg::from(count))).collect();
                let said = text.with(*key, &args);
                assert!(!said.trim().is_empty() && !said.contains('$'), "{key:?}: {said}");
                assert!(!said.contains(['\u{2068}', '\u{2069}']), "{key:?} has isolating marks");
            }
            assert!(!text.get(*key).is_empty(), "{key:?}");
        }
    }
}

#[test]
fn a_key_is_found_by_its_name() {
    for key in Key::ALL {
        assert_eq!(Key::from_name(key.name()), Some(*key));
    }
    assert_eq!(Key::from_name("no-such-key"), None);
}

#[test]
fn a_count_of_one_is_said_in_the_singular() {
    let (nl, en) = (Text::new(Lang::Nl), Text::new(Lang::En));
    assert_eq!(nl.count(Key::Children, 1), "1 kind");
    assert_eq!(nl.count(Key::Children, 3), "3 kinderen");
    assert_eq!(en.count(Key::DaysOverdue, 1), "1 day overdue");
    assert_eq!(en.count(Key::DaysOverdue, 0), "0 days overdue");
    assert_eq!(nl.count(Key::Children, 1_234_567), "1234567 kinderen");
    assert_eq!(nl.with(Key::OverseerIs, &[("who", "VT".into())]), "Zicht op veiligheid: VT");
}

#[test]
fn a_language_is_recognised_by_its_tag() {
    assert_eq!(Lang::from_code("nl_NL.UTF-8"), Some(Lang::Nl));
    assert_eq!(Lang::from_code("EN-us"), Some(Lang::En));
    assert_eq!(Lang::from_code("fy"), None);
    assert_eq!(Lang::from_code(""), None);
    assert_eq!(Lang::default(), Lang::Nl);
}

#[test]
fn the_wording_may_be_shared_between_threads() {
    const fn shared<T: Send + Sync>() {}
    shared::<Text>();
}
