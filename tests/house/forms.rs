//! The forms that are published with the program: they read, they are all taken in, and a version
//! that was published never changes again.

use crate::screens::sample::{self, Desk};
use beschermd::app::Message;
use beschermd::app::message::Opened;
use beschermd::domain::fact::StaffRole;
use beschermd::domain::id::to_hex;
use beschermd::form::{Form, Item, Library, PUBLISHED, Use, Words, load};
use beschermd::text::Lang;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const MAIN_INSTRUMENT: &str = "risk-assessment";
const MAIN_ITEMS_MIN: usize = 30;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/forms")
}

/// Name and text of every form in the folder, in order.
fn files() -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let forms = entries.filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(&path).unwrap())
    };
    forms.map(read).collect()
}

fn forms() -> Vec<Form> {
    let mut refused = Vec::new();
    let mut forms = Vec::new();
    for (name, text) in files() {
        match load(&name, &text) {
            Ok(form) => forms.push(form),
            Err(problems) => {
                refused.extend(problems.iter().map(|problem| format!("{name}: {problem}")));
            }
        }
    }
    assert!(refused.is_empty(), "\n{}", refused.join("\n"));
    forms
}

#[test]
fn every_published_form_reads() {
    assert!(!forms().is_empty(), "there are forms");
}

#[test]
fn every_form_in_the_folder_is_taken_into_the_program() {
    let taken: BTreeMap<String, String> =
        PUBLISHED.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let files = files();
    let lacking: Vec<&String> = files.keys().filter(|name| !taken.contains_key(*name)).collect();
    assert!(lacking.is_empty(), "src/form/library.rs does not take in {lacking:?}");
    assert_eq!(taken, files);
    assert_eq!(taken.len(), PUBLISHED.len(), "no form is taken in twice");
}

/// `ID@VERSION sha256-hex` of each line of the list.
fn frozen() -> BTreeMap<String, String> {
    let list = fs::read_to_string(folder().join("frozen.txt")).unwrap();
    let lines = list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let pair = |line: &str| {
        let (name, hash) = line.split_once(' ').expect("a name and a hash");
        (name.to_owned(), hash.to_owned())
    };
    lines.map(pair).collect()
}

#[test]
fn a_published_version_never_changes() {
    let hashes: BTreeMap<String, String> = forms()
        .iter()
        .map(|form| (format!("{}@{}", form.name.id, form.name.version), to_hex(&form.name.hash)))
        .collect();
    let frozen = frozen();
    let mut wrong: Vec<String> = Vec::new();
    for (name, hash) in &hashes {
        match frozen.get(name) {
            Some(listed) if listed == hash => {}
            Some(_) => wrong.push(format!("{name} changed: give it a new version ({hash})")),
            None => wrong.push(format!("not in frozen.txt yet: {name} {hash}")),
        }
    }
    let gone = frozen.keys().filter(|name| !hashes.contains_key(*name));
    wrong.extend(gone.map(|name| format!("{name} is gone: cases were answered with it")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn wordings(form: &Form) -> Vec<(String, Words)> {
    let mut all = vec![("title".to_owned(), form.title.clone())];
    for section in &form.sections {
        all.push((section.id.clone(), section.title.clone()));
    }
    for (_, item) in form.items() {
        all.push((item.id.0.clone(), item.ask.clone()));
        all.extend(item.help.clone().map(|help| (item.id.0.clone(), help)));
        let options = item.choices().iter();
        all.extend(
            options.map(|option| (format!("{}/{}", item.id.0, option.id), option.words.clone())),
        );
        all.extend(item.warn.clone().map(|warn| (format!("{}/warn", item.id.0), warn.words)));
    }
    all
}

#[test]
fn every_wording_is_there_in_both_languages() {
    for form in forms() {
        for (name, words) in wordings(&form) {
            let said = [&words.nl, &words.en].iter().all(|text| !text.trim().is_empty());
            assert!(said, "{}: {name}", form.name.id);
        }
        let asks_the_same = |(_, item): &(_, &Item)| item.ask.nl == item.ask.en;
        let same = form.items().filter(asks_the_same).map(|(_, item)| &item.ask.nl);
        let same: Vec<&String> = same.filter(|ask| ask.split(' ').count() > 2).collect();
        assert!(same.is_empty(), "{}: not translated: {same:?}", form.name.id);
    }
}

#[test]
fn the_main_instrument_asks_enough_and_explains_each_question() {
    let forms = forms();
    let main = forms.iter().find(|form| form.name.id == MAIN_INSTRUMENT).expect("it is there");
    assert_eq!(main.used_for, Use::Assessment);
    assert!(main.items().count() >= MAIN_ITEMS_MIN, "{} items", main.items().count());
    let bare: Vec<&str> = main
        .items()
        .filter(|(_, item)| item.help.is_none())
        .map(|(_, item)| item.id.0.as_str())
        .collect();
    assert!(bare.is_empty(), "without help: {bare:?}");
}

#[test]
fn the_form_shown_in_the_readme_reads() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(readme).unwrap();
    let (_, after) = readme.split_once("```toml\nid = \"bedtime\"").expect("the example");
    let (text, _) = after.split_once("```").unwrap();
    let form = load("bedtime@1.toml", &format!("id = \"bedtime\"{text}"));
    assert_eq!(form.map(|form| form.items().count()), Ok(2));
}

#[test]
fn a_form_of_the_team_is_at_hand_once_the_workstation_is_open() {
    let text = include_str!("data/forms/our-check@1.toml");
    let own = load("our-check@1.toml", text).unwrap();
    let (library, left_out) = Library::published().with_own(vec![own]);
    assert_eq!(left_out, []);
    let mut desk = Desk::new(Lang::Nl, 80, 24);
    assert!(desk.model.forms.newest("our-check").is_none());
    let opened = Opened { forms: Arc::new(library), ..sample::opened(StaffRole::Caseworker) };
    desk.send(Message::Unlocked(Box::new(opened)));
    assert!(desk.model.forms.newest("our-check").is_some());
}
