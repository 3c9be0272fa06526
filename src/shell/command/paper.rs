//! What `plan print` and `letter print` share: the form, the file, and the last look at what is on
//! the paper.
//!
//! Deliberately absent: what stands on it (`document::paper`).

use super::exit::{Exit, Stop};
use super::output::{safe_path, tell};
use super::{Context, tree};
use crate::app::effect::PaperForm;
use crate::document::paper::guard::{self, Leak};
use crate::document::paper::model::Paper;
use crate::domain::case::Case;
use crate::shell::paper_file;
use crate::text::{Arg as Value, Key, Text};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, ValueHint, value_parser};
use std::io;
use std::path::{Path, PathBuf};

const FORMAT: &str = "format";
const OUT: &str = "out";
const FORCE: &str = "force";
const CHECKED: &str = "checked";
const LARGE: &str = "large";

/// The arguments that every paper takes.
pub(super) fn arguments(text: &Text) -> [Arg; 5] {
    [
        tree::option(FORMAT, text, Key::PaperCommandArgFormat)
            .value_name("txt|html|pdf")
            .value_parser(PossibleValuesParser::new(PaperForm::ALL.map(PaperForm::name)))
            .default_value("txt"),
        tree::option(OUT, text, Key::PaperCommandArgOut)
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
            .default_value("-"),
        tree::flag(LARGE, text, Key::PaperCommandArgLarge),
        tree::flag(FORCE, text, Key::PaperCommandArgForce),
        tree::flag(CHECKED, text, Key::PaperCommandArgChecked),
    ]
}

/// Looks at a paper for the last time, and refuses it when it tells what it may not.
///
/// # Errors
/// When it does, unless a person says that it was read and is right.
pub(super) fn look(
    context: &Context,
    paper: &Paper,
    case: &Case,
    given: &ArgMatches,
) -> Result<(), Stop> {
    if given.get_flag(CHECKED) {
        return Ok(());
    }
    let key = match guard::leaks(paper, case).last() {
        None => return Ok(()),
        Some(Leak::Reporter) => Key::PaperTellsReporter,
        Some(Leak::ShieldedAddress) => Key::PaperTellsAddress,
    };
    Err(context.stop(Exit::Refused, key))
}

/// Writes a paper to the output or to a file.
///
/// # Errors
/// When the file is there already, or cannot be written: nothing is left behind.
pub(super) fn deliver(
    context: &mut Context,
    paper: &Paper,
    given: &ArgMatches,
) -> Result<Exit, Stop> {
    let asked = given.get_one::<String>(FORMAT);
    let form =
        PaperForm::ALL.into_iter().find(|form| asked.is_some_and(|name| name == form.name()));
    let form = form.unwrap_or(PaperForm::Text);
    let out = given.get_one::<PathBuf>(OUT).map_or(Path::new("-"), PathBuf::as_path);
    if out == Path::new("-") && form == PaperForm::Pdf {
        return Err(context.stop(Exit::Usage, Key::PaperPdfToFile));
    }
    let bytes = paper_file::bytes(form, paper, given.get_flag(LARGE));
    let bytes = bytes.map_err(|_| context.stop(Exit::Fault, Key::PaperPdfFailed))?;
    if out == Path::new("-") {
        context.out.raw(&bytes)?;
        return Ok(Exit::Done);
    }
    let shown = safe_path(out);
    let path = [("path", Value::from(&shown))];
    let written = paper_file::write(out, &bytes, given.get_flag(FORCE));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Stop::Told(Exit::Refused, context.text.with(Key::PaperFileExists, &path))
        }
        _ => Stop::Told(Exit::Fault, context.text.with(Key::PaperFileFailed, &path)),
    })?;
    tell(&context.text.with(Key::PaperWritten, &path));
    Ok(Exit::Done)
}
