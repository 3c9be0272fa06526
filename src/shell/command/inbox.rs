//! `inbox` and `report new`: reports from files.
//!
//! One bad file never stops the rest. A file that is refused or in conflict is kept aside with the
//! reason in plain words. Many files are saved with one sync. Deliberately absent: watching a
//! folder (the workstation does), and what a report becomes (`document::intake`).

use super::exit::{Exit, Stop};
use super::output::{Bar, Format, safe, safe_path, tell};
use super::{Context, door, reasons, tree};
use crate::document::case_json::flag_code;
use crate::document::incoming::Incoming;
use crate::document::intake::{Outcome, Plan};
use crate::document::quarantine::{FileError, ReadFile, keep_aside, read_file, remove_taken};
use crate::document::recognise::{self, Refused};
use crate::document::refusal::{Kind, Refusal};
use crate::document::{folder, json_report};
use crate::journal::Journal;
use crate::shell::intake::Intake;
use crate::text::{Arg as Value, Key, Text};
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};

/// Takes files in.
pub const INBOX: &str = "inbox";
/// Takes one report in our own JSON in.
pub const REPORT: &str = "report";

const PATHS: &str = "paths";
const NEW: &str = "new";
const FROM: &str = "from";

/// The most files saved with one sync.
const BATCH_FILES: usize = 100;
/// The most bytes of files held in memory at a time, but for one file larger than this.
const BATCH_BYTES: usize = 32 * 1024 * 1024;

/// `inbox PATH… [--json|--jsonl]`.
pub fn inbox_command(text: &Text) -> Command {
    let paths: Arg = tree::positional(PATHS, text, Key::CommandArgPaths)
        .value_name("PATH")
        .num_args(1..)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::AnyPath);
    tree::command(INBOX, text, Key::CommandAboutInbox).args([
        paths,
        tree::json(text),
        tree::json_lines(text),
    ])
}

/// `report new --from FILE`.
pub fn report_command(text: &Text) -> Command {
    tree::group(REPORT, text, Key::CommandAboutReport).subcommand(
        tree::command(NEW, text, Key::CommandAboutReportNew).args([
            tree::option(FROM, text, Key::CommandArgFrom)
                .value_name("FILE")
                .value_hint(ValueHint::FilePath)
                .required(true),
            tree::json(text),
        ]),
    )
}

/// A file on its way in.
struct Item {
    path: PathBuf,
    /// The file, when it could be read.
    read: Option<ReadFile>,
    /// What is wrong with it.
    refused: Option<Refused>,
    plan: Option<Plan>,
}

impl Item {
    fn outcome(&self) -> Outcome {
        self.plan.as_ref().map_or(Outcome::Rejected, |plan| plan.outcome)
    }
}

/// How many files came to which end.
#[derive(Default)]
struct Counts {
    taken: usize,
    flagged: usize,
    duplicate: usize,
    aside: usize,
}

/// Takes files and folders in.
///
/// # Errors
/// Faults of the disk; what was told before is saved.
pub fn inbox(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    // A line each, also with `--json`: what reads it can act on a file before the last one is in.
    let format = match tree::format(given) {
        Format::Json | Format::JsonLines => Format::JsonLines,
        Format::Lines => Format::Lines,
    };
    let asked: Vec<PathBuf> =
        given.get_many::<PathBuf>(PATHS).into_iter().flatten().cloned().collect();
    let files = files(asked);
    let mut journal = door::open(context)?;
    let intake = Intake::new(&mut journal);
    let mut intake = intake.map_err(|fault| context.fault(&fault))?;
    let mut bar = Bar::new();
    let mut counts = Counts::default();
    let mut rest = files.iter();
    let mut done = 0;
    while done < files.len() {
        let mut items: Vec<Item> = Vec::new();
        let mut reports: Vec<Incoming> = Vec::new();
        let mut bytes = 0;
        while items.len() < BATCH_FILES && bytes < BATCH_BYTES {
            let Some(path) = rest.next() else { break };
            let (item, report) = read(path);
            bytes += item.read.as_ref().map_or(0, |read| read.bytes.len());
            items.push(item);
            reports.extend(report);
        }
        let plans = intake.take(&mut journal, context.now, reports);
        let mut plans = plans.map_err(|fault| context.fault(&fault))?.into_iter();
        door::settle(context, &mut journal)?;
        done += items.len();
        bar.clear();
        for item in &mut items {
            if item.refused.is_none() {
                item.plan = plans.next();
            }
            report(context, item, format, &mut counts)?;
        }
        bar.show(&context.text, Key::ImportProgress, (done, files.len()));
    }
    drop(journal.lock());
    bar.clear();
    context.out.end_list(format)?;
    if format == Format::Lines {
        tell(&total(&counts, &context.text));
    }
    Ok(if counts.aside == 0 { Exit::Done } else { Exit::Refused })
}

fn total(counts: &Counts, text: &Text) -> String {
    let values = [
        ("imported", Value::from(counts.taken)),
        ("flagged", counts.flagged.into()),
        ("duplicate", counts.duplicate.into()),
        ("rejected", counts.aside.into()),
    ];
    text.with(Key::ImportDone, &values)
}

/// The files that were named, and those in the folders that were named, sorted by name.
fn files(asked: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in asked {
        if !path.is_dir() {
            files.push(path);
            continue;
        }
        match folder::list(&path) {
            Ok(listed) => {
                let mut found: Vec<PathBuf> =
                    listed.into_iter().map(|file| path.join(file.name)).collect();
                found.sort();
                files.append(&mut found);
            }
            // It stays in the list, and is told as unreadable.
            Err(_) => files.push(path),
        }
    }
    files
}

fn read(path: &Path) -> (Item, Option<Incoming>) {
    let path = path.to_path_buf();
    match read_file(&path) {
        Ok(read) => match recognise::read(&read.bytes) {
            Ok(report) => {
                (Item { path, read: Some(read), refused: None, plan: None }, Some(report))
            }
            Err(refused) => {
                (Item { path, read: Some(read), refused: Some(refused), plan: None }, None)
            }
        },
        Err(error) => {
            let kind = match error {
                FileError::TooLarge => Kind::TooLarge,
                FileError::NotRegular | FileError::Io(_) | FileError::Full => Kind::Empty,
            };
            let refused = Some(Refused { refusal: Refusal::from(kind), problems: Vec::new() });
            (Item { path, read: None, refused, plan: None }, None)
        }
    }
}

/// Keeps a file aside when it must be, counts it, and tells what became of it.
fn report(
    context: &mut Context,
    item: &Item,
    format: Format,
    counts: &mut Counts,
) -> Result<(), Stop> {
    let outcome = item.outcome();
    match outcome {
        Outcome::Imported | Outcome::Cleaned => counts.taken += 1,
        Outcome::Flagged => counts.flagged += 1,
        Outcome::Duplicate => counts.duplicate += 1,
        Outcome::Conflict | Outcome::Rejected => counts.aside += 1,
    }
    let reason = reason(item, &context.text);
    let quarantine = if outcome.keeps_aside() {
        aside(context, item, reason.as_deref().unwrap_or_default())
    } else {
        clear_drop_folder(context, item);
        None
    };
    context.out.item(format, &line_json(item, reason.as_deref(), quarantine.as_deref()))?;
    if format == Format::Lines {
        let line = line(item, reason.as_deref(), &context.text);
        context.out.line(&line)?;
    }
    Ok(())
}

/// Why a file was not taken in, or goes to a case that was there already.
fn reason(item: &Item, text: &Text) -> Option<String> {
    let number = item.plan.as_ref().and_then(|plan| plan.number.as_ref());
    let number = number.map_or_else(String::new, |number| safe(&number.0));
    let with_number = |key| text.with(key, &[("number", Value::from(&number))]);
    match (item.outcome(), &item.plan) {
        (Outcome::Rejected, _) => Some(match (&item.read, &item.refused) {
            (Some(_), Some(refused)) => reasons::words(&refused.refusal, text),
            (None, Some(refused)) if refused.refusal.kind == Kind::TooLarge => {
                reasons::words(&refused.refusal, text)
            }
            (None | Some(_), _) => text.get(Key::CommandReasonNotRead).to_owned(),
        }),
        (Outcome::Conflict, _) => Some(with_number(Key::ReasonSameKeyOtherContent)),
        (_, Some(plan)) if plan.follow_up.is_some() => Some(with_number(Key::ImportAsFollowUp)),
        (_, _) => None,
    }
}

/// Moves a file to the quarantine, as it came, with the reason beside it. When that fails the file
/// stays where it is, and so is told.
fn aside(context: &Context, item: &Item, reason: &str) -> Option<PathBuf> {
    let read = item.read.as_ref()?;
    let folder = context.data().ok()?.join("quarantine");
    match keep_aside(&folder, (&item.path, read), reason) {
        Ok(kept) => Some(kept.kept),
        Err(_) => {
            let shown = safe_path(&item.path);
            let values = [("file", Value::from(&shown))];
            tell(&context.text.with(Key::CommandStays, &values));
            None
        }
    }
}

/// What was taken in from our own drop folder need not lie there any longer: it is in the feed.
fn clear_drop_folder(context: &Context, item: &Item) {
    let drop_folder = context.data().ok().and_then(|data| data.join("inbox").canonicalize().ok());
    let folder = item.path.parent().and_then(|folder| folder.canonicalize().ok());
    if let (Some(read), true) = (&item.read, folder.is_some() && folder == drop_folder) {
        // A file that changed meanwhile stays, and is looked at again.
        let _ = remove_taken(&item.path, read);
    }
}

fn line_json(item: &Item, reason: Option<&str>, quarantine: Option<&Path>) -> Json {
    let plan = item.plan.as_ref();
    let refusal = item.refused.as_ref().filter(|_| item.read.is_some());
    let refusal = refusal.map(|refused| &refused.refusal);
    json!({
        "file": item.path.to_string_lossy(),
        "outcome": item.outcome().code(),
        "case": plan.and_then(|plan| plan.case).map(|case| case.hex()),
        "number": plan.and_then(|plan| plan.number.as_ref()).map(|number| &number.0),
        "follow_up": plan.is_some_and(|plan| plan.follow_up.is_some()),
        "reason": reason,
        "reason_code": refusal.map(|refusal| refusal.kind.code()),
        "place": refusal.map(|refusal| &refusal.place).filter(|place| !place.is_empty()),
        "line": refusal.map(|refusal| refusal.line).filter(|line| *line > 0),
        "flags": plan.map_or_else(Vec::new, |plan| {
            plan.flags.iter().map(|flag| flag_code(*flag)).collect()
        }),
        "quarantine": quarantine.map(|path| path.to_string_lossy()),
    })
}

fn line(item: &Item, reason: Option<&str>, text: &Text) -> String {
    let outcome = text.get(match item.outcome() {
        Outcome::Imported => Key::ImportImported,
        Outcome::Flagged => Key::ImportFlagged,
        Outcome::Cleaned => Key::ImportCleaned,
        Outcome::Duplicate => Key::ImportDuplicate,
        Outcome::Conflict => Key::ImportConflict,
        Outcome::Rejected => Key::ImportRejected,
    });
    let number = item.plan.as_ref().and_then(|plan| plan.number.as_ref());
    let number = number.map_or_else(String::new, |number| safe(&number.0));
    let name = item.path.file_name().unwrap_or_default().to_string_lossy();
    let parts = [safe(&name), outcome.to_owned(), number, reason.unwrap_or_default().to_owned()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("  ")
}

/// Takes one report in our own JSON in.
///
/// # Errors
/// A file that cannot be read; faults of the disk.
pub fn report_new(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let Some((NEW, given)) = given.subcommand() else {
        return Err(context.stop(Exit::Usage, Key::CommandMissing));
    };
    let path = given.get_one::<String>(FROM).map_or("-", String::as_str);
    let mut journal = door::open(context)?;
    let bytes_max = crate::document::decode::MESSAGE_BYTES_MAX;
    let text = super::record::read_text(context, path, bytes_max)?;
    let report = match json_report::read(text.as_bytes()) {
        Ok(report) => report,
        Err(refused) => return refuse(context, &refused.into()),
    };
    let plan = take_one(context, &mut journal, report)?;
    drop(journal.lock());
    let item = Item { path: PathBuf::from(path), read: None, refused: None, plan };
    let reason = reason(&item, &context.text);
    if given.get_flag(tree::JSON) {
        context.out.json(&line_json(&item, reason.as_deref(), None))?;
    } else {
        let line = line(&item, reason.as_deref(), &context.text);
        context.out.line(&line)?;
    }
    Ok(if item.outcome().keeps_aside() { Exit::Refused } else { Exit::Done })
}

fn take_one(
    context: &Context,
    journal: &mut Journal,
    report: Incoming,
) -> Result<Option<Plan>, Stop> {
    let taken =
        Intake::new(journal).and_then(|mut intake| intake.take(journal, context.now, vec![report]));
    let plans = taken.map_err(|fault| context.fault(&fault))?;
    door::settle(context, journal)?;
    Ok(plans.into_iter().next())
}

fn refuse(context: &mut Context, refused: &Refused) -> Result<Exit, Stop> {
    let text = &context.text;
    let whole = std::slice::from_ref(&refused.refusal);
    let mut items: Vec<(String, String)> = refused
        .problems
        .iter()
        .map(|problem| (problem.path.clone(), reasons::of_field(problem, text)))
        .collect();
    if items.is_empty() {
        items.extend(whole.iter().map(|found| (found.place.clone(), reasons::words(found, text))));
    }
    let items: Vec<Json> = items
        .into_iter()
        .map(|(field, message)| json!({ "rule": "form", "field": field, "message": message }))
        .collect();
    context.out.json(&json!({ "refused": items }))?;
    Ok(Exit::Refused)
}
