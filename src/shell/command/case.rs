//! `case`: one case, by id or number: show, history, new, record, sign.
//!
//! Deliberately absent: the shape of a case in JSON (`document`), and which facts may be recorded
//! (`domain::rule`).

use super::exit::{Exit, Stop};
use super::output::{Format, safe, tell};
use super::{Context, door, record, show, sign, tree};
use crate::document::list_json::history_json;
use crate::domain::event::{Draft, Event};
use crate::domain::fact::{Fact, Opening, Overseer};
use crate::domain::id::{CaseId, StaffId};
use crate::journal::Journal;
use crate::text::{Arg as Value, Key, Text, dates};
use crate::wire::json::fact_to_json;
use chrono::Datelike;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use serde_json::json;
use std::collections::BTreeMap;

/// The name of the group.
pub const NAME: &str = "case";

pub(super) const CASE: &str = "case";
const SHOW: &str = "show";
const HISTORY: &str = "history";
const NEW: &str = "new";
const KIND: &str = "kind";

const KINDS: [(&str, Opening); 2] =
    [("neighbourhood", Opening::Neighbourhood), ("advice", Opening::Advice)];

/// `case show|history|new|record|sign`.
pub fn command(text: &Text) -> Command {
    let about = |name, key| tree::command(name, text, key);
    tree::group(NAME, text, Key::CommandAboutCase).subcommands([
        about(SHOW, Key::CommandAboutCaseShow).args([case_arg(text), tree::json(text)]),
        about(HISTORY, Key::CommandAboutCaseHistory).args([
            case_arg(text),
            tree::json(text),
            tree::json_lines(text),
        ]),
        about(NEW, Key::CommandAboutCaseNew).args([
            tree::option(KIND, text, Key::CommandArgKind)
                .value_name("KIND")
                .value_parser(PossibleValuesParser::new(KINDS.map(|(name, _)| name)))
                .default_value("neighbourhood"),
            tree::json(text),
        ]),
        record::command(text),
        sign::command(text),
    ])
}

pub(super) fn case_arg(text: &Text) -> Arg {
    tree::positional(CASE, text, Key::CommandArgCase).value_name("CASE")
}

/// Does what is asked of a case.
///
/// # Errors
/// Faults of the disk, and what each command refuses.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    match given.subcommand() {
        Some((SHOW, given)) => show::run(context, given),
        Some((HISTORY, given)) => history(context, given),
        Some((NEW, given)) => new(context, given),
        Some((record::NAME, given)) => record::run(context, given),
        Some((sign::NAME, given)) => sign::run(context, given),
        Some((_, _)) | None => Err(context.stop(Exit::Usage, Key::CommandMissing)),
    }
}

/// Finds a case by what was typed: an id or a number.
///
/// # Errors
/// When there is none (1), and faults of the disk.
pub(super) fn find(
    context: &Context,
    journal: &mut Journal,
    given: &ArgMatches,
) -> Result<CaseId, Stop> {
    let typed = given.get_one::<String>(CASE).map_or("", String::as_str);
    let by_id = CaseId::from_hex(&typed.to_ascii_lowercase());
    let known = match by_id {
        Some(id) => journal.events(id).map(|events| (!events.is_empty()).then_some(id)),
        None => journal.find_number(typed.trim()).and_then(|found| match found {
            Some(id) => Ok(Some(id)),
            None => journal.find_number(&typed.trim().to_ascii_uppercase()),
        }),
    };
    let known = known.map_err(|fault| context.fault(&fault))?;
    known.ok_or_else(|| {
        let shown = safe(typed);
        let values = [("case", Value::from(&shown))];
        Stop::Told(Exit::No, context.text.with(Key::ErrorCaseUnknown, &values))
    })
}

fn history(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let mut journal = door::open(context)?;
    let id = find(context, &mut journal, given)?;
    let events = journal.events(id).map_err(|fault| context.fault(&fault))?;
    let names: BTreeMap<StaffId, String> =
        journal.staff().into_iter().map(|(id, name, _)| (id, name)).collect();
    drop(journal.lock());
    let format = tree::format(given);
    let shown = history_json(&events, &|staff| names.get(&staff).cloned());
    let items = shown.as_array().map(Vec::as_slice).unwrap_or_default();
    for (event, item) in events.iter().zip(items) {
        context.out.item(format, item)?;
        if format == Format::Lines {
            let line = event_line(event, &names, &context.text);
            context.out.line(&line)?;
        }
    }
    context.out.end_list(format)?;
    Ok(Exit::Done)
}

fn event_line(event: &Event, names: &BTreeMap<StaffId, String>, text: &Text) -> String {
    let header = &event.header;
    let kind = match &event.body {
        Some(body) => fact_to_json(&body.fact, None)
            .as_object()
            .and_then(|fact| fact.keys().next().cloned())
            .unwrap_or_default(),
        None => text.get(Key::CommandSealed).to_owned(),
    };
    let author = names.get(&header.author).map_or_else(|| header.author.hex(), |name| safe(name));
    let short = |hex: String| hex.chars().take(8).collect::<String>();
    let replaced: Vec<String> = header.replaces.iter().map(|id| short(id.hex())).collect();
    let replaced =
        if replaced.is_empty() { String::new() } else { format!("← {}", replaced.join(" ")) };
    let at = dates::short_moment(header.at, text);
    format!("{} {at:<18} {author:<24} {kind:<24} {replaced}", short(event.id.hex()))
}

/// Opens a case without a report. A neighbourhood case is watched by whoever opens it.
fn new(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let asked = given.get_one::<String>(KIND);
    let found = KINDS.iter().find(|(name, _)| asked.is_some_and(|asked| asked == name));
    let opening = found.map_or(Opening::Neighbourhood, |(_, opening)| *opening);
    let mut id = [0; 16];
    getrandom::fill(&mut id).map_err(|_| context.stop(Exit::Fault, Key::CommandNoRandomness))?;
    let id = CaseId(id);
    let mut journal = door::open(context)?;
    let me = journal.me();
    let number = journal.next_number(context.now.day().year());
    let mut drafts = vec![Draft::new(id, Fact::CaseOpened { number: number.clone(), opening })];
    let name = journal.staff().into_iter().find(|(staff, _, _)| *staff == me);
    let overseer = Overseer {
        organisation: journal.station().organisation.clone(),
        person: name.map(|(_, name, _)| name).unwrap_or_default(),
        staff: Some(me),
    };
    drafts.push(Draft::new(id, Fact::OverseerNamed { overseer }));
    let recorded = journal.record(me, context.now, drafts);
    recorded.map_err(|fault| context.fault(&fault))?;
    door::settle(context, &mut journal)?;
    drop(journal.lock());
    if given.get_flag(tree::JSON) {
        context.out.json(&json!({ "case": id.hex(), "number": number.0 }))?;
    } else {
        context.out.line(&number.0)?;
        tell(context.text.get(Key::Saved));
    }
    Ok(Exit::Done)
}
