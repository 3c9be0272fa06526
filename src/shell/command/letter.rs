//! `letter print`: a letter to parents or to who reported, from the wording in `assets/letters`.
//!
//! Deliberately absent: sending it; and that it was sent (a fact, recorded by a person).

use super::exit::{Exit, Stop};
use super::{Context, case, door, paper, tree};
use crate::document::paper::letter::{self, Details, LetterFault, LetterKind, Recipient};
use crate::domain::case::Case;
use crate::domain::id::{PersonId, ReportId};
use crate::text::{Key, Text};
use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};

/// The name of the command.
pub const NAME: &str = "letter";

const PRINT: &str = "print";
const KIND: &str = "kind";
const TO: &str = "to";
const WHEN: &str = "when";
const WHERE: &str = "where";
const CONTACT: &str = "contact";

/// The shortest beginning of an id that is looked for.
const ID_LETTERS_MIN: usize = 4;

/// `letter print`.
pub fn command(text: &Text) -> Command {
    let words = |name, key| tree::option(name, text, key).value_name("WORDS");
    let print = tree::command(PRINT, text, Key::PaperCommandAboutLetterPrint)
        .arg(case::case_arg(text))
        .args([
            tree::option(KIND, text, Key::PaperCommandArgKind)
                .value_name("KIND")
                .value_parser(PossibleValuesParser::new(LetterKind::ALL.map(LetterKind::name)))
                .required(true),
            tree::option(TO, text, Key::PaperCommandArgTo).value_name("PERSON"),
            words(WHEN, Key::PaperCommandArgWhen),
            words(WHERE, Key::PaperCommandArgWhere),
            words(CONTACT, Key::PaperCommandArgContact),
        ])
        .args(paper::arguments(text));
    tree::group(NAME, text, Key::PaperCommandAboutLetter).subcommand(print)
}

/// Prints a letter.
///
/// # Errors
/// When there is no such case or person, or nothing was decided; faults of the disk.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    match given.subcommand() {
        Some((PRINT, given)) => print(context, given),
        Some((_, _)) | None => Err(context.stop(Exit::Usage, Key::CommandMissing)),
    }
}

fn print(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let mut journal = door::open(context)?;
    let id = case::find(context, &mut journal, given)?;
    let found = journal.case(id).map_err(|fault| context.fault(&fault))?;
    let from = journal.station().organisation.clone();
    let me = journal.me();
    let worker = journal.staff().into_iter().find(|(id, _, _)| *id == me);
    let worker = worker.map(|(_, name, _)| name).unwrap_or_default();
    drop(journal.lock());
    let found = found.unwrap_or_else(|| Case::unknown(id));
    let word = |name| given.get_one::<String>(name).map_or("", |word| word.trim());
    let kind = LetterKind::ALL.into_iter().find(|kind| kind.name() == word(KIND));
    let kind = kind.unwrap_or(LetterKind::Invitation);
    let recipient = match kind {
        LetterKind::Invitation | LetterKind::OutcomeParents => {
            Recipient::Person(person(context, &found, word(TO))?)
        }
        LetterKind::OutcomeReporter => Recipient::Reporter(report(context, &found, word(TO))?),
    };
    let details = Details {
        from: &from,
        worker: &worker,
        when: word(WHEN),
        place: word(WHERE),
        contact: word(CONTACT),
    };
    let filling = letter::letter(&found, kind, recipient, details, &context.text);
    let filling = filling.map_err(|fault| refused(context, fault))?;
    let printed = letter::paper(kind, &filling, context.now.day(), &context.text);
    match kind {
        LetterKind::Invitation | LetterKind::OutcomeParents => {
            paper::look(context, &printed, &found, given)?;
        }
        // It names the reporter, to whom it goes; nothing of the family is on it.
        LetterKind::OutcomeReporter => {}
    }
    paper::deliver(context, &printed, given)
}

/// A person by (the beginning of) an id or by name.
fn person(context: &Context, case: &Case, typed: &str) -> Result<PersonId, Stop> {
    let wanted = typed.to_lowercase();
    let persons = case.standing_persons();
    let by_id = |id: &PersonId| wanted.len() >= ID_LETTERS_MIN && id.hex().starts_with(&wanted);
    let names: Vec<(PersonId, String)> = persons
        .iter()
        .filter(|(_, person)| person.protected_by.is_none())
        .map(|(id, person)| {
            let name = person.name.shown().map(|name| name.display()).unwrap_or_default();
            (*id, name.to_lowercase())
        })
        .collect();
    let fits = |fit: &dyn Fn(&PersonId, &str) -> bool| -> Vec<PersonId> {
        names.iter().filter(|(id, name)| fit(id, name)).map(|(id, _)| *id).collect()
    };
    let exact = fits(&|id, name| by_id(id) || name == wanted);
    let found = if exact.is_empty() && !wanted.is_empty() {
        fits(&|_, name| name.contains(&wanted))
    } else {
        exact
    };
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(context.stop(Exit::No, Key::PaperNoPerson)),
        [_, _, ..] => Err(context.stop(Exit::Usage, Key::PaperSeveralPersons)),
    }
}

/// A report by (the beginning of) its id; without one, the report that came in last.
fn report(context: &Context, case: &Case, typed: &str) -> Result<ReportId, Stop> {
    let wanted = typed.to_lowercase();
    let received = |(_, report): &(&ReportId, &crate::domain::case::Report)| {
        report.receipt.shown().map(|receipt| receipt.received_at)
    };
    let found = if wanted.is_empty() {
        case.reports.iter().max_by_key(received)
    } else {
        case.reports
            .iter()
            .find(|(id, _)| wanted.len() >= ID_LETTERS_MIN && id.hex().starts_with(&wanted))
    };
    found.map(|(id, _)| *id).ok_or_else(|| context.stop(Exit::No, Key::PaperNoPerson))
}

fn refused(context: &Context, fault: LetterFault) -> Stop {
    let (exit, key) = match fault {
        LetterFault::NoPerson => (Exit::No, Key::PaperNoPerson),
        LetterFault::NotForThem => (Exit::Refused, Key::PaperNotForThem),
        LetterFault::NotDecided => (Exit::Refused, Key::PaperNotDecided),
        LetterFault::Disputed => (Exit::Refused, Key::PaperDecisionDisputed),
        LetterFault::ReporterUnknown => (Exit::Refused, Key::PaperReporterUnknown),
    };
    context.stop(exit, key)
}
