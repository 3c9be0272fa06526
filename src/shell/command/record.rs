//! `case record`: facts from a file, under the rules the screen obeys. All or nothing.
//!
//! A new fact replaces what now stands in the places it speaks of. Deliberately absent: the rules
//! (`domain::rule`) and the form of a fact (`wire::json`).

use super::exit::{Exit, Stop};
use super::output::tell;
use super::refused::{Refused, refuse};
use super::{Context, case, door, tree};
use crate::domain::case::Case;
use crate::domain::event::{Draft, Event};
use crate::domain::id::CaseId;
use crate::journal::Journal;
use crate::shell::ruling;
use crate::text::{Arg as Value, Key, Text};
use crate::wire::json::{JSON_BYTES_MAX, Told, facts_from_json};
use clap::{ArgMatches, Command, ValueHint};
use serde_json::{Value as Json, json};
use std::io::Read;

/// The name of the command.
pub const NAME: &str = "record";

const FACT: &str = "fact";

/// `case record CASE --fact FILE|-`.
pub fn command(text: &Text) -> Command {
    tree::command(NAME, text, Key::CommandAboutCaseRecord).args([
        case::case_arg(text),
        tree::option(FACT, text, Key::CommandArgFact)
            .value_name("FILE")
            .value_hint(ValueHint::FilePath)
            .required(true),
        tree::json(text),
    ])
}

/// Records the facts, or refuses all of them and says why.
///
/// # Errors
/// A file that cannot be read; faults of the disk.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let mut journal = door::open(context)?;
    let id = case::find(context, &mut journal, given)?;
    let path = given.get_one::<String>(FACT).map_or("-", String::as_str);
    let text = read_text(context, path, JSON_BYTES_MAX)?;
    let told = match facts_from_json(&text) {
        Ok(told) => told,
        Err(problems) => {
            let refused: Vec<Refused> =
                problems.iter().map(|problem| Refused::by_form(problem, &context.text)).collect();
            return refuse(context, &refused);
        }
    };
    keep(context, journal, (id, told), given.get_flag(tree::JSON), |ids| json!({ "recorded": ids }))
}

/// Records facts about a case under the rules, or refuses all of them and says why. `shown` is
/// what is printed of the ids as JSON.
///
/// # Errors
/// Faults of the disk.
pub(super) fn keep(
    context: &mut Context,
    mut journal: Journal,
    (id, told): (CaseId, Vec<Told>),
    as_json: bool,
    shown: impl FnOnce(&[String]) -> Json,
) -> Result<Exit, Stop> {
    let before = journal.case(id).map_err(|fault| context.fault(&fault))?;
    let before = before.unwrap_or_else(|| Case::unknown(id));
    let data = context.data()?;
    let desk = ruling::Desk { me: journal.me(), now: context.now, data: Some(&data) };
    let refused = ruling::refusals(&mut journal, (id, Some(&before)), &told, desk);
    let refused = refused.map_err(|fault| context.fault(&fault))?;
    if !refused.is_empty() {
        let refused: Vec<Refused> =
            refused.iter().map(|refusal| Refused::by_rule(refusal, &context.text)).collect();
        return refuse(context, &refused);
    }
    let me = journal.me();
    let recorded = journal.record(me, context.now, drafts(id, &before, told));
    let recorded = recorded.map_err(|fault| context.fault(&fault))?;
    door::settle(context, &mut journal)?;
    drop(journal.lock());
    let ids: Vec<String> = recorded.iter().map(|event: &Event| event.id.hex()).collect();
    if as_json {
        context.out.json(&shown(&ids))?;
    } else {
        for id in ids {
            context.out.line(&id)?;
        }
        tell(context.text.get(Key::Saved));
    }
    Ok(Exit::Done)
}

fn drafts(id: CaseId, before: &Case, told: Vec<Told>) -> Vec<Draft> {
    told.into_iter()
        .map(|(fact, why)| {
            let replaces = before.heads_for(&fact);
            Draft { why, ..Draft::replacing(id, fact, replaces) }
        })
        .collect()
}

/// Reads a file, or standard input for `-`, up to a size.
///
/// # Errors
/// When it cannot be read, is no UTF-8 or is too large.
pub(super) fn read_text(context: &Context, path: &str, bytes_max: usize) -> Result<String, Stop> {
    let limit = u64::try_from(bytes_max).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = if path == "-" {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    let unreadable = || {
        let shown = super::output::safe(path);
        let values = [("file", Value::from(&shown))];
        Stop::Told(Exit::Usage, context.text.with(Key::ErrorFileMissing, &values))
    };
    read.map_err(|_| unreadable())?;
    if bytes.len() > bytes_max {
        return Err(context.stop(Exit::Refused, Key::CommandTooLarge));
    }
    String::from_utf8(bytes).map_err(|_| context.stop(Exit::Refused, Key::CommandInputNotUtf8))
}
