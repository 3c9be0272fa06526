//! `check`, `rebuild`, `backup`, `restore`: looking after what is kept.
//!
//! Deliberately absent: destroying anything.

use super::exit::{Exit, Stop};
use super::output::{Bar, safe_path, tell};
use super::{Context, door, faults, tree};
use crate::domain::id::to_hex;
use crate::journal::{self, CheckReport, CopyReport, FeedReport, Problem};
use crate::text::{Arg as Value, Key, Text};
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};
use serde_json::{Value as Json, json};
use std::path::PathBuf;

/// Reads and verifies both copies.
pub const CHECK: &str = "check";
/// Builds the database anew.
pub const REBUILD: &str = "rebuild";
/// Copies everything that cannot be rebuilt.
pub const BACKUP: &str = "backup";
/// Puts a backup back.
pub const RESTORE: &str = "restore";

const DIR: &str = "dir";

/// `check [--json]`.
pub fn check_command(text: &Text) -> Command {
    tree::command(CHECK, text, Key::CommandAboutCheck).arg(tree::json(text))
}

/// `rebuild`.
pub fn rebuild_command(text: &Text) -> Command {
    tree::command(REBUILD, text, Key::CommandAboutRebuild)
}

/// `backup DIR`.
pub fn backup_command(text: &Text) -> Command {
    tree::command(BACKUP, text, Key::CommandAboutBackup).arg(dir(text, Key::CommandArgBackup))
}

/// `restore DIR`.
pub fn restore_command(text: &Text) -> Command {
    tree::command(RESTORE, text, Key::CommandAboutRestore).arg(dir(text, Key::CommandArgRestore))
}

fn dir(text: &Text, help: Key) -> Arg {
    tree::positional(DIR, text, help)
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::DirPath)
}

/// Verifies feeds, database, keyring and vault; ends with 1 when something is not as it should be.
///
/// # Errors
/// Faults of the disk.
pub fn check(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let mut journal = door::open(context)?;
    let mut bar = Bar::new();
    let report = {
        let mut show = door::shown(&mut bar, &context.text);
        journal.check(&mut show)
    };
    bar.clear();
    let report = report.map_err(|fault| context.fault(&fault))?;
    drop(journal.lock());
    if given.get_flag(tree::JSON) {
        context.out.json(&check_json(&report, &context.text))?;
    } else {
        print_check(context, &report)?;
    }
    Ok(if report.problems.is_empty() { Exit::Done } else { Exit::No })
}

fn check_json(report: &CheckReport, text: &Text) -> Json {
    let feed = |feed: &FeedReport| {
        json!({
            "origin": feed.origin.hex(),
            "events": feed.events,
            "missing": feed.missing.iter().map(|range| json!({
                "incarnation": range.incarnation.0, "first": range.first, "last": range.last,
            })).collect::<Vec<_>>(),
            "damaged": feed.damaged.iter().map(|(path, from, to)| json!({
                "file": path.to_string_lossy(), "from": from, "to": to,
            })).collect::<Vec<_>>(),
            "chain_breaks": feed.chain_breaks,
        })
    };
    let problem = |problem: &Problem| {
        json!({
            "problem": faults::problem_name(problem),
            "message": faults::problem(problem, text),
        })
    };
    json!({
        "state_hash": to_hex(&report.state_hash),
        "feeds": report.feeds.iter().map(feed).collect::<Vec<_>>(),
        "database_events": report.database_events,
        "sealed_for_others": report.not_ours,
        "destroyed": report.destroyed,
        "problems": report.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn print_check(context: &mut Context, report: &CheckReport) -> Result<(), Stop> {
    let text = &context.text;
    let events = |count: u64| text.count(Key::Facts, usize::try_from(count).unwrap_or(usize::MAX));
    let mut lines: Vec<String> = report
        .feeds
        .iter()
        .map(|feed| {
            let count = events(feed.events);
            let origin = feed.origin.hex();
            let values = [("origin", Value::from(&origin)), ("facts", (&count).into())];
            text.with(Key::CommandCheckFeed, &values)
        })
        .collect();
    let count = events(report.database_events);
    lines.push(text.with(Key::CommandCheckDatabase, &[("facts", Value::from(&count))]));
    let hash = to_hex(&report.state_hash);
    lines.push(text.with(Key::CommandCheckHash, &[("hash", Value::from(&hash))]));
    lines.extend(report.problems.iter().map(|problem| faults::problem(problem, text)));
    if report.problems.is_empty() {
        lines.push(text.get(Key::CommandCheckGood).to_owned());
    }
    for line in lines {
        context.out.line(&line)?;
    }
    Ok(())
}

/// Heals the feeds from the database, and builds the database anew from the feeds.
///
/// # Errors
/// Faults of the disk.
pub fn rebuild(context: &mut Context) -> Result<Exit, Stop> {
    let mut journal = door::open(context)?;
    let mut bar = Bar::new();
    let built = {
        let mut show = door::shown(&mut bar, &context.text);
        journal.rebuild(&mut show)
    };
    bar.clear();
    door::tell_notices(&journal.take_notices(), &context.text);
    built.map_err(|fault| context.fault(&fault))?;
    drop(journal.lock());
    tell(context.text.get(Key::CommandRebuildDone));
    Ok(Exit::Done)
}

/// Copies everything that cannot be rebuilt, and reads it back.
///
/// # Errors
/// A directory that is not empty; faults of either disk.
pub fn backup(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let to = given.get_one::<PathBuf>(DIR).cloned().unwrap_or_default();
    let mut journal = door::open(context)?;
    let mut bar = Bar::new();
    let copied = {
        let mut show = door::shown(&mut bar, &context.text);
        journal.backup(&to, &mut show)
    };
    bar.clear();
    let report = copied.map_err(|fault| context.fault(&fault))?;
    drop(journal.lock());
    Ok(told(context, &report, (Key::CommandBackupDone, &to)))
}

/// Puts a backup back where `--data` says. No passphrase is needed: all of it stays sealed.
///
/// # Errors
/// When there is something there already, or when it is no backup; faults of either disk.
pub fn restore(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let from = given.get_one::<PathBuf>(DIR).cloned().unwrap_or_default();
    let to = context.data()?;
    let mut bar = Bar::new();
    let copied = {
        let mut show = door::shown(&mut bar, &context.text);
        journal::restore(&from, &to, &mut show)
    };
    bar.clear();
    let report = copied.map_err(|fault| context.fault(&fault))?;
    Ok(told(context, &report, (Key::CommandRestoreDone, &to)))
}

fn told(context: &Context, report: &CopyReport, (key, path): (Key, &PathBuf)) -> Exit {
    let text = &context.text;
    let facts = text.count(Key::Facts, usize::try_from(report.events).unwrap_or(usize::MAX));
    let files = text.count(Key::Files, usize::try_from(report.files).unwrap_or(usize::MAX));
    let path = safe_path(path);
    let values =
        [("path", Value::from(&path)), ("facts", (&facts).into()), ("files", (&files).into())];
    tell(&text.with(key, &values));
    for (path, from, to) in &report.damaged {
        let damaged = Problem::FeedDamaged { path: path.clone(), from: *from, to: *to };
        tell(&faults::problem(&damaged, text));
    }
    if report.damaged.is_empty() { Exit::Done } else { Exit::No }
}
