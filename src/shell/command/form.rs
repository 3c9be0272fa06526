//! `form`: checks the files of forms, and lists the forms at hand. Needs no workstation.
//!
//! Deliberately absent: making and changing forms; they are text files.

use super::exit::{Exit, Stop};
use super::output::{safe, safe_path};
use super::{Context, tree};
use crate::form::{Form, Library, Use};
use crate::shell::forms::{self, LeftOut};
use crate::text::{Arg as Value, Key, Text};
use clap::{ArgMatches, Command, ValueHint, value_parser};
use std::path::PathBuf;

/// The name of the command.
pub const NAME: &str = "form";

const CHECK: &str = "check";
const LIST: &str = "list";
const FILES: &str = "files";

/// `form check FILE…` and `form list`.
pub fn command(text: &Text) -> Command {
    tree::group(NAME, text, Key::CommandAboutForm).subcommands([
        tree::command(CHECK, text, Key::CommandAboutFormCheck).arg(
            tree::positional(FILES, text, Key::CommandArgFormFiles)
                .value_name("FILE")
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath),
        ),
        tree::command(LIST, text, Key::CommandAboutFormList),
    ])
}

/// Checks or lists.
///
/// # Errors
/// When standard output cannot be written.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    match given.subcommand() {
        Some((CHECK, given)) => check(context, given),
        Some((LIST, _)) => list(context),
        Some((_, _)) | None => Err(context.stop(Exit::Usage, Key::CommandMissing)),
    }
}

/// A line for each problem of each file; a form without any is told to be good.
fn check(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let mut exit = Exit::Done;
    for path in given.get_many::<PathBuf>(FILES).into_iter().flatten() {
        let shown = safe_path(path);
        let read = forms::read(path).and_then(not_clashing);
        let lines = match read {
            Ok(form) => vec![context.text.with(
                Key::FormGood,
                &[("file", Value::from(&shown)), ("count", Value::from(form.items().count()))],
            )],
            Err(LeftOut::Refused { problems, .. }) => {
                exit = Exit::Refused;
                let said = |problem| forms::problem_words(problem, &context.text);
                problems.iter().map(|problem| format!("{shown}: {}", said(problem))).collect()
            }
            Err(LeftOut::Unreadable { .. }) => {
                exit = Exit::Refused;
                let values = [("file", Value::from(&shown))];
                vec![context.text.with(Key::ErrorFileMissing, &values)]
            }
            Err(other) => {
                exit = Exit::Refused;
                vec![left_out(&other, &context.text)]
            }
        };
        for line in lines {
            context.out.line(&line)?;
        }
    }
    Ok(exit)
}

/// A form of the program is good; a team's form with the same id, or a working form, is not.
fn not_clashing(form: Form) -> Result<Form, LeftOut> {
    let published = Library::published();
    if published.find(&form.name).is_some() {
        return Ok(form);
    }
    let (_, clashes) = published.with_own(vec![form.clone()]);
    clashes.into_iter().next().map_or(Ok(form), |clash| Err(LeftOut::Clash(clash)))
}

fn left_out(why: &LeftOut, text: &Text) -> String {
    let (key, values) = why.words();
    let values: Vec<(&str, String)> =
        values.into_iter().map(|(name, value)| (name, safe(&value))).collect();
    let values: Vec<(&str, Value<'_>)> =
        values.iter().map(|(name, value)| (*name, Value::from(value))).collect();
    text.with(key, &values)
}

/// A line for each form; what was left out goes to standard error.
fn list(context: &mut Context) -> Result<Exit, Stop> {
    let data = context.data().ok();
    let (library, troubles) = forms::at_hand(data.as_deref());
    for form in library.all() {
        let whose =
            if library.is_own(&form.name) { Key::FormFromTeam } else { Key::FormFromProgram };
        let line = [
            format!("{}@{}", form.name.id, form.name.version),
            context.text.get(use_words(form.used_for)).to_owned(),
            context.text.get(whose).to_owned(),
            safe(form.title.of(context.text.lang().code())),
        ];
        context.out.line(&line.join("  "))?;
    }
    for why in &troubles {
        super::output::tell(&left_out(why, &context.text));
    }
    Ok(if troubles.is_empty() { Exit::Done } else { Exit::Refused })
}

const fn use_words(used_for: Use) -> Key {
    match used_for {
        Use::Assessment => Key::FormUseAssessment,
        Use::ChildVoice => Key::FormUseChildVoice,
        Use::Scaling => Key::FormUseScaling,
        Use::Work => Key::FormUseWork,
        Use::Own => Key::FormUseOwn,
    }
}
