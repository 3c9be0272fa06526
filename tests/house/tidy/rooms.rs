//! Who may enter which room: our own modules, other people's crates, and the outside world.
//!
//! Deliberately absent: exceptions. A rule of this file has none; a new need changes the table,
//! in the same commit as `ARCHITECTURE.md`.

use super::Finding;
use super::paths::{Path, paths};
use super::source::Source;

/// Room, and the rooms it may import besides itself. The shell, which knows everyone, is not here.
pub const IMPORTS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("text", &["domain"]),
    ("form", &["domain"]),
    ("wire", &["domain"]),
    ("app", &["domain", "text", "form"]),
    ("view", &["app", "domain", "text", "form"]),
    ("journal", &["domain", "wire", "text"]),
    ("exchange", &["domain", "wire", "text", "journal"]),
    ("document", &["domain", "wire", "text", "form"]),
];

/// Rooms that compute and nothing else. `view` draws, and needs nothing from outside either.
const PURE: &[&str] = &["domain", "text", "form", "wire", "app", "view"];

const EVERYWHERE: &[&str] = &[""];

/// Crate as written in code, and where it may be named (beginnings of paths inside `src/`).
pub const CRATES: &[(&str, &[&str])] = &[
    ("argon2", &["journal/"]),
    ("bincode", &["wire/", "journal/"]),
    ("chacha20poly1305", &["journal/"]),
    ("chrono", &["domain/", "text/", "form/", "wire/", "app/", "view/", "document/", "shell/"]),
    ("chrono_tz", &["domain/", "wire/", "shell/"]),
    ("clap", &["shell/"]),
    ("clap_complete", &["shell/"]),
    ("clap_mangen", &["shell/"]),
    ("crc32fast", &["journal/", "exchange/"]),
    ("crossterm", &["shell/"]),
    ("directories", &["shell/"]),
    ("encoding_rs", &["document/"]),
    ("flate2", &["journal/", "exchange/", "document/"]),
    ("fluent_bundle", &["text/"]),
    ("getrandom", &["journal/", "shell/"]),
    ("hkdf", &["journal/"]),
    ("krilla", &["document/paper/pdf/"]),
    ("nucleo_matcher", &["domain/", "app/", "shell/"]),
    ("quick_xml", &["document/"]),
    ("ratatui", &["view/", "shell/terminal"]),
    ("rpassword", &["shell/"]),
    ("rustix", &["journal/", "document/", "shell/"]),
    ("schemars", &["wire/", "document/", "shell/"]),
    ("serde", &["text/", "form/", "wire/", "journal/", "exchange/", "document/", "shell/"]),
    ("serde_json", &["wire/", "document/", "shell/"]),
    ("sha2", &["domain/", "form/", "wire/", "journal/", "exchange/", "document/"]),
    ("signal_hook", &["shell/"]),
    ("sled", &["journal/store"]),
    ("skrifa", &["document/paper/pdf/"]),
    ("subtle", &["journal/"]),
    ("thiserror", EVERYWHERE),
    ("toml", &["text/", "form/", "wire/", "app/keymap", "view/theme", "journal/", "shell/"]),
    ("tui_textarea", &["app/", "view/"]),
    ("unic_langid", &["text/"]),
    ("unicode_normalization", &["domain/", "text/", "app/"]),
    ("unicode_segmentation", &["domain/", "text/", "app/", "view/", "document/paper/", "shell/"]),
    ("unicode_width", &["text/", "app/", "view/", "shell/"]),
    ("vte", &["shell/"]),
    ("zeroize", &["domain/", "app/", "journal/", "exchange/", "shell/"]),
];

/// Crates that only tests may name, and those that tests may name in a further room.
const CRATES_IN_TESTS: &[(&str, &[&str])] = &[
    ("divan", EVERYWHERE),
    ("filedescriptor", EVERYWHERE),
    ("portable_pty", EVERYWHERE),
    ("proptest", EVERYWHERE),
    ("ratatui", &["text/"]),
    ("tempfile", EVERYWHERE),
    ("vt100", EVERYWHERE),
];

/// What a pure room may not reach: the clock, the disk, the machine, chance.
const OUTSIDE: &[&str] = &[
    "std::time::SystemTime",
    "std::time::Instant",
    "std::fs",
    "std::thread",
    "std::env",
    "std::net",
    "std::process",
    "std::os",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "std::hash::RandomState",
    "std::collections::hash_map::RandomState",
    "getrandom",
];

/// The room a file stands in; nothing for `lib.rs` and `main.rs`, which are the front door.
pub fn room_of(path: &str) -> Option<&str> {
    path.strip_prefix("src/")?.split_once('/').map(|(room, _)| room)
}

/// The rule of the house: no `crate::` path outside the rooms this room may enter.
pub fn imports(source: &Source) -> Vec<Finding> {
    let Some(room) = room_of(&source.path).filter(|room| *room != "shell") else {
        return Vec::new();
    };
    let Some((_, allowed)) = IMPORTS.iter().find(|(name, _)| *name == room) else {
        return vec![Finding::new(source, 1, format!("`{room}` is not a room of the house"))];
    };
    let refused = |path: &Path| {
        let ours = path.ours.as_ref()?;
        let why = match ours.first().map(String::as_str) {
            None | Some("*") => "takes in the whole house".to_string(),
            Some(entered) if entered == room || allowed.contains(&entered) => return None,
            Some(entered) => format!("enters `{entered}`"),
        };
        let said = format!("`{}` {why}: not allowed from `{room}`", path.shown());
        Some(Finding::new(source, path.line, said))
    };
    let mut found: Vec<Finding> = paths(source).iter().filter_map(refused).collect();
    found.extend(side_doors(source));
    found
}

/// `#[path]` and `include!` bring in a file without a path that could be judged.
fn side_doors(source: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, token) in source.tokens.iter().enumerate() {
        let path = token.attribute && token.is_name("path") && source.mark_at(at + 1, "=");
        let include = token.is_name("include") && source.mark_at(at + 1, "!");
        if path || include {
            found.push(Finding::new(source, token.line, "a file taken in by a side door".into()));
        }
    }
    found
}

/// Other people's crates only in their rooms.
pub fn crates(source: &Source) -> Vec<Finding> {
    let inside = match source.path.strip_prefix("src/") {
        Some("main.rs" | "lib.rs") => "shell/main.rs",
        Some(inside) => inside,
        None => return Vec::new(),
    };
    let may = |table: &[(&str, &[&str])], name: &str| {
        let row = table.iter().find(|(listed, _)| *listed == name)?;
        Some(row.1.iter().any(|beginning| inside.starts_with(beginning)))
    };
    let refused = |path: &Path| {
        let name = path.written.first()?.as_str();
        let (always, in_tests) = (may(CRATES, name), may(CRATES_IN_TESTS, name));
        let listed = always.is_some() || in_tests.is_some();
        let fine = always == Some(true) || (path.test && in_tests == Some(true));
        let said = format!("crate `{name}` outside its rooms: `{}`", path.shown());
        (listed && !fine).then(|| Finding::new(source, path.line, said))
    };
    paths(source).iter().filter_map(refused).collect()
}

/// Whether a dependency of `Cargo.toml` has its rooms in the tables.
pub fn has_rooms(name: &str) -> bool {
    CRATES.iter().chain(CRATES_IN_TESTS).any(|(listed, _)| *listed == name)
}

/// No clock, disk, network, environment, thread or chance in the pure rooms.
pub fn purity(source: &Source) -> Vec<Finding> {
    if !room_of(&source.path).is_some_and(|room| PURE.contains(&room)) {
        return Vec::new();
    }
    let refused = |path: &Path| {
        let said = format!("`{}` reaches outside from a pure room", path.shown());
        reaches_outside(path).then(|| Finding::new(source, path.line, said))
    };
    paths(source).iter().filter_map(refused).collect()
}

fn reaches_outside(path: &Path) -> bool {
    let mut written: Vec<&str> = path.written.iter().map(String::as_str).collect();
    let glob = written.last() == Some(&"*");
    if glob {
        written.pop();
    }
    let clock = written.last() == Some(&"now")
        && written.iter().any(|s| matches!(*s, "Utc" | "Local" | "SystemTime" | "Instant"));
    // `use std::fs` and deeper; or a module from which the refused thing is then one name away.
    let refused = |outside: &str| {
        let outside: Vec<&str> = outside.split("::").collect();
        let above = path.import && outside.starts_with(&written) && !written.is_empty();
        let only_a_trait_room =
            matches!(written.as_slice(), ["std", "io" | "hash" | "collections"])
                || written == ["std", "collections", "hash_map"];
        written.starts_with(&outside) || (above && (glob || !only_a_trait_room))
    };
    clock || OUTSIDE.iter().any(|outside| refused(outside))
}
