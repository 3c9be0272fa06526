//! `find`: persons and cases by name, birth date, BSN, postcode, telephone or number.
//!
//! `find -` reads the words from standard input, so that a name need not stand in the list of
//! running programs. Deliberately absent: the searching (`domain::search`).

use super::exit::{Exit, Stop};
use super::output::{Format, safe};
use super::{Context, door, tree};
use crate::domain::id::CaseId;
use crate::domain::search::{Card, CardPerson, Hit, Index, Why};
use crate::text::{Key, Text, dates};
use clap::{ArgMatches, Command};
use serde_json::{Value, json};
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
    for hit in &hits {
        let Some(card) = cards.get(&hit.case) else { continue };
        let person = card.persons.iter().find(|person| Some(person.person) == hit.person);
        context.out.item(format, &hit_json(hit, card, person))?;
        if format == Format::Lines {
            let line = line(card, person, &context.text);
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

fn line(card: &Card, person: Option<&CardPerson>, text: &Text) -> String {
    let number = safe(&card.number);
    let state = if card.open { String::new() } else { text.get(Key::StateClosed).to_owned() };
    let Some(person) = person else { return format!("{number:<14} {state}") };
    let birth = person.birth.map_or_else(String::new, |birth| dates::partial_date(&birth, text));
    format!("{number:<14} {:<32} {birth:<12} {state}", safe(&person.name))
}

fn hit_json(hit: &Hit, card: &Card, person: Option<&CardPerson>) -> Value {
    let person = person.map(|person| {
        json!({
            "id": person.person.hex(),
            "name": person.name,
            "birth_date": person.birth.and_then(|birth| birth.value()),
            "child": person.child,
        })
    });
    json!({
        "case": card.case.hex(),
        "number": card.number,
        "open": card.open,
        "person": person,
        "rank": hit.rank,
        "why": why(hit.why),
    })
}

const fn why(why: Why) -> &'static str {
    match why {
        Why::Number => "number",
        Why::Name => "name",
        Why::Birth => "birth-date",
        Why::Bsn => "bsn",
        Why::Address => "address",
        Why::Phone => "phone",
        Why::Sound => "sounds-like",
    }
}
