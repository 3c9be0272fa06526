//! `find`: persons and cases by name, birth date, BSN, postcode, telephone or number.
//!
//! `find -` reads the words from standard input, so that a name need not stand in the list of
//! running programs. Deliberately absent: the searching (`domain::search`).

use super::exit::{Exit, Stop};
use super::output::{Format, safe};
use super::{Context, door, tree};
use crate::document::list_json::{FoundLine, find_json};
use crate::domain::id::CaseId;
use crate::domain::search::{Card, Hit, Index};
use crate::text::{Key, Text};
use clap::{ArgMatches, Command};
use std::collections::BTreeMap;
use std::io::BufRead;

/// The name of the command.
pub const NAME: &str = "find";

const TEXT: &str = "text";

/// The most that is found.
const HITS_MAX: usize = 100;

/// `find TEXT [--json|--jsonl]`.
pub fn command(text: &Text) -> Command {
    tree::command(NAME, text, Key::CommandAboutFind).args([
        tree::positional(TEXT, text, Key::CommandArgFind).value_name("TEXT").num_args(1..),
        tree::json(text),
        tree::json_lines(text),
    ])
}

/// Prints what fits, best first; ends with 1 when nothing does.
///
/// # Errors
/// Faults of the disk.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let words: Vec<&str> =
        given.get_many::<String>(TEXT).into_iter().flatten().map(String::as_str).collect();
    let mut journal = door::open(context)?;
    let query = if words == ["-"] { read_line(context)? } else { words.join(" ") };
    let mut index = Index::new();
    let mut cards: BTreeMap<CaseId, Card> = BTreeMap::new();
    let read = journal.cards(&mut |card| {
        index.insert(&card);
        cards.insert(card.case, card);
    });
    read.map_err(|fault| context.fault(&fault))?;
    let hits = index.find(&query, HITS_MAX);
    drop(journal.lock());
    let format = tree::format(given);
    let found: Vec<FoundLine> =
        hits.iter().filter_map(|hit| Some(shown(hit, cards.get(&hit.case)?))).collect();
    let items = find_json(&found);
    let items = items.as_array().map(Vec::as_slice).unwrap_or_default();
    for (found, item) in found.iter().zip(items) {
        context.out.item(format, item)?;
        if format == Format::Lines {
            let line = line(found, &context.text);
            context.out.line(&line)?;
        }
    }
    context.out.end_list(format)?;
    Ok(if hits.is_empty() { Exit::No } else { Exit::Done })
}

fn read_line(context: &Context) -> Result<String, Stop> {
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    read.map_err(|_| context.stop(Exit::Usage, Key::CommandInputNotRead))?;
    Ok(line)
}

fn shown(hit: &Hit, card: &Card) -> FoundLine {
    let person = card.persons.iter().find(|person| Some(person.person) == hit.person);
    FoundLine {
        case: card.case,
        number: card.number.clone(),
        open: card.open,
        person: hit.person,
        name: person.map(|person| person.name.clone()).unwrap_or_default(),
        birth: person.and_then(|person| person.birth).and_then(|birth| birth.value()),
        rank: hit.rank,
        why: hit.why,
    }
}

fn line(found: &FoundLine, text: &Text) -> String {
    let (number, name) = (safe(&found.number), safe(&found.name));
    let state = if found.open { "" } else { text.get(Key::StateClosed) };
    let birth = found.birth.as_deref().unwrap_or_default();
    format!("{number:<14} {name:<32} {birth:<10} {state}")
}
