//! The house rules, read from the source itself: the tests that keep the rooms apart.
//!
//! Each rule is a pure function from a file to findings. `planted` proves every rule on a planted
//! violation and a clean example; the tests here run them all over the real repository.
//! Deliberately absent: anything clippy or rustfmt already refuses.

mod measures;
mod paths;
mod planted;
pub mod rooms;
mod source;

use source::Source;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path as FilePath;

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    path: String,
    line: usize,
    said: String,
}

impl Finding {
    fn new(source: &Source, line: usize, said: String) -> Self {
        Self { path: source.path.clone(), line, said }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.said)
    }
}

type Rule = fn(&Source) -> Vec<Finding>;

/// Rules for every Rust file.
const RULES_EVERYWHERE: &[Rule] = &[measures::sizes, measures::opening, measures::leftovers];

/// Rules for `src/`.
const RULES_IN_SRC: &[Rule] = &[
    rooms::imports,
    rooms::crates,
    rooms::purity,
    measures::silent_arms,
    measures::raw_output,
    measures::sentences,
];

/// A size that may stand for now. This list may only shrink: an entry that is no longer needed
/// fails `every_exception_is_still_needed`.
struct Exception {
    path: &'static str,
    /// The beginning of the finding: `file of`, or ``function `name` of``.
    finding: &'static str,
    /// Until when, as `YYYY-MM-DD`, for the reader; why.
    until: &'static str,
    why: &'static str,
}

const EXCEPTIONS: &[Exception] = &[];

impl Exception {
    fn covers(&self, finding: &Finding) -> bool {
        self.path == finding.path && finding.said.starts_with(self.finding)
    }
}

/// Every file of the repository that is text, as (path, text), in order.
fn repository() -> Vec<(String, String)> {
    let root = FilePath::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    gather(root, root, &mut files);
    files.sort();
    assert!(files.iter().any(|(path, _)| path == "src/lib.rs"), "the repository was not found");
    files
}

fn gather(root: &FilePath, folder: &FilePath, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of the repository can be listed") {
        let path = entry.expect("an entry can be read").path();
        let name = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
        if matches!(name.as_str(), ".git" | "target") {
            continue;
        }
        if path.is_dir() {
            gather(root, &path, files);
        } else if let Ok(text) = fs::read_to_string(&path) {
            files.push((name, text));
        }
    }
}

fn rust_files() -> Vec<Source> {
    let mut sources = Vec::new();
    for (path, text) in repository() {
        let ours = ["src/", "tests/", "benches/", "fuzz/"].iter().any(|at| path.starts_with(at));
        if ours && path.ends_with(".rs") {
            sources.push(Source::new(&path, &text));
        }
    }
    sources
}

fn findings_in(source: &Source) -> Vec<Finding> {
    let in_src = source.path.starts_with("src/");
    let rules = RULES_EVERYWHERE.iter().chain(RULES_IN_SRC.iter().filter(|_| in_src));
    rules.flat_map(|rule| rule(source)).collect()
}

fn refuse(findings: &[Finding]) {
    let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{} finding(s):\n{}", said.len(), said.join("\n"));
}

#[test]
fn the_house_is_tidy() {
    let all: Vec<Finding> = rust_files().iter().flat_map(findings_in).collect();
    let fresh: Vec<Finding> = all
        .into_iter()
        .filter(|finding| !EXCEPTIONS.iter().any(|exception| exception.covers(finding)))
        .collect();
    refuse(&fresh);
}

#[test]
fn every_exception_is_still_needed() {
    let all: Vec<Finding> = rust_files().iter().flat_map(findings_in).collect();
    for exception in EXCEPTIONS {
        assert!(
            all.iter().any(|finding| exception.covers(finding)),
            "{} ({}, until {}): `{}` is mended; take the exception away",
            exception.path,
            exception.why,
            exception.until,
            exception.finding
        );
    }
}

#[test]
fn no_file_carries_a_trace_of_a_machine() {
    let files = repository();
    let all: Vec<Finding> =
        files.iter().flat_map(|(path, text)| measures::machine_traces(path, text)).collect();
    refuse(&all);
}

#[test]
fn every_dependency_has_its_rooms() {
    let files = repository();
    let manifest = files.iter().find(|(path, _)| path == "Cargo.toml").expect("Cargo.toml exists");
    let mut listed = false;
    let mut seen = BTreeSet::new();
    for line in manifest.1.lines() {
        if line.starts_with('[') {
            listed = line.ends_with("dependencies]");
        } else if let Some((name, _)) = line.split_once('=').filter(|_| listed) {
            let name = name.trim().replace('-', "_");
            if !name.starts_with('#') {
                seen.insert(name);
            }
        }
    }
    assert!(seen.contains("sled"), "the list of dependencies was not found");
    let homeless: Vec<&String> = seen.iter().filter(|name| !rooms::has_rooms(name)).collect();
    assert!(homeless.is_empty(), "crates without a row in tidy/rooms.rs: {homeless:?}");
    let gone: Vec<&str> =
        rooms::CRATES.iter().map(|row| row.0).filter(|name| !seen.contains(*name)).collect();
    assert!(gone.is_empty(), "rows in tidy/rooms.rs for crates that are gone: {gone:?}");
}
