//! Words that nothing says are a burden on every translation: each key of the wording is used.

use beschermd::app::keymap::Intent;
use beschermd::text::Key;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Tables that name their keys without `Key::` before them.
const TABLES: [&str; 2] = ["app/keymap/intent.rs", "app/screens/contact/ask.rs"];

fn gather(folder: &Path, used: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("text/keys") {
            gather(&path, used);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let table = TABLES.iter().any(|table| path.ends_with(table));
            let text = fs::read_to_string(&path).unwrap();
            let mut before = "";
            for word in text.split(|c: char| !c.is_alphanumeric() && c != '_') {
                if table || (matches!(before, "Key" | "Words") && !word.is_empty()) {
                    used.insert(word.to_owned());
                }
                // `Key::Name` splits into `Key`, nothing, `Name`.
                if !word.is_empty() {
                    before = word;
                }
            }
        }
    }
}

#[test]
fn every_key_of_the_wording_is_used() {
    let mut used = BTreeSet::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut used);
    let unused: Vec<&str> = Key::ALL
        .iter()
        .filter(|key| !used.contains(&format!("{key:?}")))
        .map(|key| key.name())
        // The one family that is reached by name: other words for an intent.
        .filter(|name| name.strip_prefix("also-").and_then(Intent::from_name).is_none())
        .collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
}
