//! Every rule shown to fail on a planted violation and to pass a clean example beside it.

use super::source::{Kind, Source};
use super::{Finding, findings_in, measures, paths, rooms};

/// Findings of one rule on one planted file.
fn plant(rule: fn(&Source) -> Vec<Finding>, path: &str, text: &str) -> Vec<Finding> {
    rule(&Source::new(path, text))
}

#[track_caller]
fn refused(rule: fn(&Source) -> Vec<Finding>, path: &str, text: &str) {
    assert_eq!(plant(rule, path, text).len(), 1, "{path}: exactly one finding in {text:?}");
}

#[track_caller]
fn clean(rule: fn(&Source) -> Vec<Finding>, path: &str, text: &str) {
    assert_eq!(plant(rule, path, text), vec![], "{path}: no finding in {text:?}");
}

#[test]
fn a_forbidden_import_fails_however_it_is_written() {
    let at = "src/domain/case.rs";
    for text in [
        "use crate::journal::Feed;",
        "use crate::{journal};",
        "use crate::{domain::id, journal::{Feed}};",
        "use crate::journal as domain;",
        "use super::super::journal::Feed;",
        "use super::super::{domain::id, text};",
        "use crate::{self as all};",
        "use crate::*;",
        "use beschermd::journal;",
        "pub(in crate::journal) struct A;",
        "fn f() { crate::journal::open(); }",
        "fn f() -> A { A { x: 1, ..crate::journal::empty() } }",
        "fn f() { let x: Vec<crate::journal::Feed> = vec![]; }",
        "macro_rules! m { () => { $crate::journal::open() } }",
        "mod inner { use super::super::super::wire; }",
        "#[cfg(test)] mod tests { use crate::journal::Feed; }",
        "#[path = \"../journal/feed.rs\"] mod feed;",
        "include!(\"../journal/feed.rs\");",
    ] {
        refused(rooms::imports, at, text);
    }
    let two = "use crate::{app::{Model, keymap::Key}, domain::id};";
    assert_eq!(plant(rooms::imports, at, two).len(), 2, "nested groups count one by one");
}

#[test]
fn every_room_is_held_to_its_own_row() {
    for (path, entered) in [
        ("src/domain/mod.rs", "text"),
        ("src/text/mod.rs", "wire"),
        ("src/form/load.rs", "text"),
        ("src/wire/v1.rs", "journal"),
        ("src/app/update.rs", "journal"),
        ("src/app/update.rs", "view"),
        ("src/view/parts/list.rs", "wire"),
        ("src/journal/feed.rs", "exchange"),
        ("src/journal/feed.rs", "app"),
        ("src/exchange/bundle.rs", "document"),
        ("src/document/corv.rs", "journal"),
        ("src/document/corv.rs", "shell"),
    ] {
        refused(rooms::imports, path, &format!("use crate::{entered}::Thing;"));
    }
    for (path, entered) in [
        ("src/app/update.rs", "form"),
        ("src/view/parts/list.rs", "app"),
        ("src/exchange/bundle.rs", "journal"),
        ("src/document/corv.rs", "form"),
        ("src/shell/worker.rs", "journal"),
        ("src/main.rs", "shell"),
        ("src/domain/deadline/mod.rs", "domain"),
    ] {
        clean(rooms::imports, path, &format!("use crate::{entered}::Thing;"));
    }
    refused(rooms::imports, "src/cellar/mod.rs", "");
}

#[test]
fn what_only_looks_like_an_import_passes() {
    let at = "src/domain/deadline/mod.rs";
    for text in [
        "// use crate::journal::Feed;",
        "/* crate::journal::open() /* nested */ crate::app::x() */",
        "/// See `crate::journal::Feed`.\nfn f() {}",
        "const A: &str = \"crate::journal::Feed\";",
        "const A: &str = r#\"use crate::journal; \"quoted\" \"#;",
        "const A: u8 = b'\"'; use crate::domain::id; const B: char = '\"';",
        "pub(crate) fn f() {}",
        "use super::case; use super::super::domain::id;",
        "mod tests { use super::super::case::Case; use super::*; }",
        "fn f<'a>(x: &'a str) -> impl Fn() + use<'a> { move || { x.len(); } }",
        "fn f() { self::steps::count(); }",
    ] {
        clean(rooms::imports, at, text);
    }
}

#[test]
fn a_crate_outside_its_rooms_fails() {
    for (path, text) in [
        ("src/journal/feed.rs", "use sled::Db;"),
        ("src/journal/feed.rs", "fn f() { let _ = ::sled::open(\"x\"); }"),
        ("src/domain/event.rs", "#[derive(serde::Serialize)] struct A;"),
        ("src/app/update.rs", "use {std::fmt, ratatui::style::Color};"),
        ("src/text/safe.rs", "use ratatui::style::Color;"),
        ("src/view/queue.rs", "use crossterm::event::KeyCode;"),
        ("src/shell/worker.rs", "use ratatui::Frame;"),
        ("src/document/json.rs", "use bincode::config;"),
        ("src/main.rs", "fn main() { sled::open(1); }"),
        ("src/wire/v1.rs", "extern crate sled;"),
    ] {
        refused(rooms::crates, path, text);
    }
    for (path, text) in [
        ("src/journal/store.rs", "use sled::Db;"),
        ("src/journal/store_chunks.rs", "use sled::Tree;"),
        ("src/journal/store/mod.rs", "use sled::{Db, Tree};"),
        ("src/wire/v1.rs", "use serde::{Deserialize, Serialize};"),
        ("src/text/safe.rs", "#[cfg(test)] mod tests { use ratatui::buffer::Buffer; }"),
        ("src/view/queue.rs", "use ratatui::Frame;"),
        ("src/shell/terminal.rs", "use ratatui::backend::Backend;"),
        ("src/main.rs", "fn main() { clap::crate_name(); }"),
    ] {
        clean(rooms::crates, path, text);
    }
    assert!(!rooms::has_rooms("openssl"), "a crate nobody has listed has no rooms");
}

#[test]
fn the_outside_world_in_a_pure_room_fails() {
    for text in [
        "use std::time::Instant;",
        "use std::time::{Duration, SystemTime};",
        "use std::{fmt, fs::File};",
        "use std::time;",
        "use std::time::*;",
        "use std as s;",
        "use std::io::*;",
        "fn f() { std::thread::spawn(g); }",
        "fn f() { std::env::var(\"X\"); }",
        "fn f() { chrono::Utc::now(); }",
        "#[cfg(test)] mod tests { use std::fs; }",
        "fn f() { getrandom::fill(&mut []); }",
    ] {
        let found = plant(rooms::purity, "src/app/update.rs", text);
        assert!(!found.is_empty(), "refused: {text}");
        clean(rooms::purity, "src/shell/worker.rs", text);
    }
    for text in [
        "use std::time::Duration; use std::{fmt, collections::HashMap};",
        "use std::io; use std::io::Write;",
        "fn f(now: Moment) -> Day { now.day() }",
    ] {
        clean(rooms::purity, "src/domain/time.rs", text);
    }
}

#[test]
fn what_is_too_long_fails() {
    let at = "src/shell/worker.rs";
    refused(measures::sizes, at, &"//\n".repeat(701));
    clean(measures::sizes, at, &"//\n".repeat(700));
    refused(measures::sizes, at, &format!("// {}", "é".repeat(98)));
    clean(measures::sizes, at, &format!("// {}", "é".repeat(97)));
    let function = |inner: usize| {
        let text = "    // }\n    let a = \"}\"; let b = '}'; let c = r\"}\";\n";
        format!("#[test]\nfn f(a: [u8; 2]) -> A\nwhere A: B {{\n{}}}\n", text.repeat(inner))
    };
    clean(measures::sizes, at, &function(33));
    refused(measures::sizes, at, &function(34));
    let said = plant(measures::sizes, at, &function(34)).remove(0).to_string();
    assert_eq!(said, "src/shell/worker.rs:2: function `f` of 71 lines");
    clean(measures::sizes, at, &format!("trait A {{ fn f(); {} }}", "\n".repeat(99)));
    clean(measures::sizes, at, &format!("struct A {{ f: fn(u8), {} }}", "\n".repeat(99)));
}

#[test]
fn a_file_that_does_not_say_what_it_is_fails() {
    refused(measures::opening, "src/a.rs", "use std::fmt;\n//! Late.\n");
    refused(measures::opening, "src/a.rs", "//!\nuse std::fmt;\n");
    clean(measures::opening, "src/a.rs", "//! What this is.\n");
}

#[test]
fn leftovers_fail() {
    for text in [
        "fn f() { todo!() }",
        "fn f() { unimplemented!(\"x\") }",
        "fn f() { dbg!(1); }",
        "// TODO: later",
        "/* FIXME */",
        "/// XXX\nfn f() {}",
        "#[allow(dead_code)] fn f() {}",
        "#![allow(dead_code)]",
        "#[cfg_attr(test, expect(dead_code))] fn f() {}",
        "#[test] #[ignore] fn f() {}",
        "#[test] #[ignore = \"slow\"] fn f() {}",
    ] {
        refused(measures::leftovers, "tests/house/a.rs", text);
    }
    for text in [
        "fn f() { let todo = \"TODO dbg!(1)\"; x.expect(todo); }",
        "// BSN 999xxxxxx; todos are fine",
        "#[expect(dead_code, reason = \"one arm per fact\")] fn f() {}",
        "#[test] #[ignore = \"long: ten thousand kills\"] fn f() {}",
    ] {
        clean(measures::leftovers, "tests/house/a.rs", text);
    }
}

#[test]
fn a_silent_arm_fails() {
    refused(measures::silent_arms, "src/domain/case.rs", "match x { A => f(), _ => {} }");
    refused(measures::silent_arms, "src/domain/case.rs", "match x { A => f(), _ => (), }");
    clean(measures::silent_arms, "src/domain/case.rs", "match x { A => f(), _ => { g() } }");
    clean(measures::silent_arms, "src/domain/case.rs", "match x { A => f(), B(_) => {} }");
}

#[test]
fn raw_output_outside_the_terminal_fails() {
    for text in [
        "fn f() { println!(\"x\"); }",
        "fn f() { eprintln!(); }",
        "fn f() { std::print!(\"x\"); }",
        "fn f(c: &mut Cell) { c.set_symbol(\"x\"); }",
        "fn f() { Cell::set_symbol(c, \"x\"); }",
        "fn f() { execute!(out, SetTitle(\"x\")); }",
        "fn f() { queue!(out, crossterm::style::Print(1)); }",
    ] {
        refused(measures::raw_output, "src/view/queue.rs", text);
        refused(measures::raw_output, "src/shell/worker.rs", text);
        clean(measures::raw_output, "src/shell/terminal/backend.rs", text);
        clean(measures::raw_output, "src/shell/command.rs", text);
    }
    let imported = "use crossterm::style::{Color, Print};\nfn f() { queue!(out, y); }";
    refused(measures::raw_output, "src/shell/worker.rs", imported);
    clean(measures::raw_output, "src/app/plan.rs", "enum Effect { Print(CaseId), SetFocus }");
    clean(measures::raw_output, "src/app/plan.rs", "#[cfg(test)] fn f() { println!(); }");
}

#[test]
fn a_sentence_in_code_fails() {
    for text in [
        "fn f() -> &'static str { \"Nog geen meldingen\" }",
        "fn f() -> String { format!(\"{n} days left.\") }",
        "fn f() { x.expect(\"a reason why not\"); g(\"te laat\"); }",
    ] {
        refused(measures::sentences, "src/app/queue.rs", text);
        refused(measures::sentences, "src/view/queue.rs", text);
        clean(measures::sentences, "src/shell/worker.rs", text);
    }
    for text in [
        "/// Two words.\nfn f() { x.expect(\"the list is never empty\"); }",
        "#[error(\"not a key\")] struct A;",
        "#[cfg(test)] mod tests { const A: &str = \"two words\"; }",
        "fn f() { (\"ctrl+n\", \"triage-overdue\", \" {} | {} \", \"d M\") }",
        "fn f() { assert!(x, \"rows are sorted\"); unreachable!(\"checked above\") }",
    ] {
        clean(measures::sentences, "src/view/queue.rs", text);
    }
}

#[test]
fn a_trace_of_a_machine_fails() {
    let home = concat!("see /ho", "me/jan/notes");
    let mirror = concat!("https://arti", "factory.example.org/");
    let elsewhere = "source = \"git+https://example.org/sled\"";
    assert_eq!(measures::machine_traces("README.md", home).len(), 1);
    assert_eq!(measures::machine_traces("Cargo.toml", mirror).len(), 1);
    assert_eq!(measures::machine_traces("Cargo.lock", elsewhere).len(), 1);
    let fine = concat!("~/.local/share/beschermd, https://example.org/wo", "rk/x");
    assert_eq!(measures::machine_traces("README.md", fine), vec![]);
}

#[test]
fn a_violation_in_a_real_room_reaches_the_test_over_the_repository() {
    let text = "//! A planted file.\nuse crate::journal::Feed;\nuse sled::Db;\n";
    let found = findings_in(&Source::new("src/domain/planted.rs", text));
    assert_eq!(found.len(), 2, "{found:?}");
    let outside = findings_in(&Source::new("tests/e2e/planted.rs", text));
    assert_eq!(outside, vec![], "tests may look into every room");
}

#[test]
fn paths_are_resolved_from_where_they_stand() {
    assert_eq!(paths::module_of("src/lib.rs"), Vec::<String>::new());
    assert_eq!(paths::module_of("src/journal/store/mod.rs"), ["journal", "store"]);
    assert_eq!(paths::module_of("src/journal/feed.rs"), ["journal", "feed"]);
    let source = Source::new("src/a/b.rs", "mod c { use super::{d, e::{self, f as g, *}}; }");
    let found: Vec<String> =
        paths::paths(&source).into_iter().filter_map(|path| Some(path.ours?.join("::"))).collect();
    assert_eq!(found, ["a::b::d", "a::b::e", "a::b::e::f", "a::b::e::*"]);
}

#[test]
fn the_cutter_is_not_fooled_by_quotes() {
    let text = r##"let a = '\''; let b = "\"//"; let c = r#"""#; let d: &'x str = b"\\"; // e"##;
    let source = Source::new("src/a.rs", text);
    let of = |kind| source.tokens.iter().filter(|token| token.kind == kind).count();
    assert_eq!((of(Kind::Text), of(Kind::Other)), (3, 2));
    assert_eq!(source.comments, [(1, "// e".to_string())]);
}
