//! `schema`: the JSON Schema of what can be given to this program as JSON.
//!
//! Deliberately absent: the schemas themselves (`wire`, `document`).

use super::exit::{Exit, Stop};
use super::{Context, tree};
use crate::document::json_report::report_schema;
use crate::text::{Key, Text};
use crate::wire::json::facts_schema;
use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};

/// The name of the command.
pub const NAME: &str = "schema";

const WHICH: &str = "which";
const REPORT: &str = "report";
const FACTS: &str = "facts";

/// `schema report|facts`.
pub fn command(text: &Text) -> Command {
    tree::command(NAME, text, Key::CommandAboutSchema).arg(
        tree::positional(WHICH, text, Key::CommandArgSchema)
            .value_name("report|facts")
            .value_parser(PossibleValuesParser::new([REPORT, FACTS])),
    )
}

/// Prints a schema.
///
/// # Errors
/// When it cannot be printed.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    match given.get_one::<String>(WHICH).map(String::as_str) {
        Some(FACTS) => context.out.json(&facts_schema())?,
        Some(_) | None => context.out.json(&report_schema())?,
    }
    Ok(Exit::Done)
}
