//! The tree of commands, with its help in the language chosen. Help, completions and the manual
//! page are all printed from it.
//!
//! Deliberately absent: what a command does and takes; each says so in its own file.

use super::output::Format;
use super::{
    case, deadline, fill, find, form, inbox, init, keep, letter, papers, plan, queue, schema, staff,
};
use crate::text::{Key, Text};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use std::path::PathBuf;

/// `--data`.
pub const DATA: &str = "data";
/// `--lang`.
pub const LANG: &str = "lang";
/// `--passphrase-fd`.
pub const PASSPHRASE_FD: &str = "passphrase-fd";
/// `--as`.
pub const AS: &str = "as";
/// `--inbox`, for the workstation itself.
pub const INBOX: &str = "inbox";
/// `--json`.
pub const JSON: &str = "json";
/// `--jsonl`.
pub const JSON_LINES: &str = "jsonl";

/// The name of the program.
pub const PROGRAM: &str = "beschermd";

/// The whole tree.
#[must_use]
pub fn tree(text: &Text) -> Command {
    let root = Command::new(PROGRAM)
        .version(env!("CARGO_PKG_VERSION"))
        .about(text.get(Key::CommandAbout).to_owned())
        .after_help(text.get(Key::CommandAfterHelp).to_owned())
        .args(globals(text))
        .arg(flag("version", text, Key::CommandArgVersion).short('V').action(ArgAction::Version))
        .arg(
            option(INBOX, text, Key::CommandArgInbox)
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath),
        )
        .subcommands([
            init::command(text),
            inbox::inbox_command(text),
            inbox::report_command(text),
            queue::queue_command(text),
            queue::due_command(text),
            find::command(text),
            case::command(text),
            plan::command(text),
            letter::command(text),
            deadline::command(text),
            form::command(text),
            keep::check_command(text),
            keep::rebuild_command(text),
            keep::backup_command(text),
            keep::restore_command(text),
            fill::demo_command(text),
            fill::synth_command(text),
            schema::command(text),
            staff::command(text),
            papers::completions_command(text),
            papers::man_command(text),
        ]);
    dress(root, text)
}

/// Where the options of every command stand among the others: at the end.
const GLOBALS_ORDER: usize = 900;

/// The options that every command takes; they stand below its own.
fn globals(text: &Text) -> [Arg; 5] {
    let below = |arg: Arg| arg.global(true).display_order(GLOBALS_ORDER);
    let globals = [
        option(DATA, text, Key::CommandArgData)
            .value_name("DIR")
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::DirPath),
        option(LANG, text, Key::CommandArgLang).value_name("nl|en").value_parser(["nl", "en"]),
        option(PASSPHRASE_FD, text, Key::CommandArgPassphraseFd)
            .value_name("N")
            .value_parser(value_parser!(u32)),
        option(AS, text, Key::CommandArgAs).value_name("STAFF"),
        flag("help", text, Key::CommandArgHelp).short('h').action(ArgAction::Help),
    ];
    globals.map(below)
}

/// A command with its one line of help.
pub(super) fn command(name: &'static str, text: &Text, about: Key) -> Command {
    Command::new(name).about(text.get(about).to_owned())
}

/// A command that is nothing without one of its own commands.
pub(super) fn group(name: &'static str, text: &Text, about: Key) -> Command {
    command(name, text, about).subcommand_required(true)
}

/// `--name VALUE`.
pub(super) fn option(name: &'static str, text: &Text, help: Key) -> Arg {
    Arg::new(name)
        .long(name)
        .help(text.get(help).to_owned())
        .hide_possible_values(true)
        .hide_default_value(true)
}

/// `--name`.
pub(super) fn flag(name: &'static str, text: &Text, help: Key) -> Arg {
    Arg::new(name).long(name).help(text.get(help).to_owned()).action(ArgAction::SetTrue)
}

/// A value without a name before it.
pub(super) fn positional(name: &'static str, text: &Text, help: Key) -> Arg {
    Arg::new(name).help(text.get(help).to_owned()).hide_possible_values(true).required(true)
}

/// `--json`.
pub(super) fn json(text: &Text) -> Arg {
    flag(JSON, text, Key::CommandArgJson)
}

/// `--jsonl`.
pub(super) fn json_lines(text: &Text) -> Arg {
    flag(JSON_LINES, text, Key::CommandArgJsonl).conflicts_with(JSON)
}

/// How the list asked for is printed.
pub(super) fn format(given: &ArgMatches) -> Format {
    let asked = |name| given.try_get_one::<bool>(name).is_ok_and(|set| set == Some(&true));
    match (asked(JSON), asked(JSON_LINES)) {
        (_, true) => Format::JsonLines,
        (true, false) => Format::Json,
        (false, false) => Format::Lines,
    }
}

/// Gives a command and all below it the headings of the language, and none of the parser's own.
fn dress(command: Command, text: &Text) -> Command {
    let mut template = String::from("{about-with-newline}\n");
    template.push_str(&format!("{}: {{usage}}", text.get(Key::CommandHeadingUsage)));
    let mut section = |wanted: bool, heading: Key, tag: &str| {
        if wanted {
            template.push_str(&format!("\n\n{}:\n{tag}", text.get(heading)));
        }
    };
    section(command.has_subcommands(), Key::CommandHeadingCommands, "{subcommands}");
    let positionals = command.get_positionals().next().is_some();
    section(positionals, Key::CommandHeadingArguments, "{positionals}");
    section(true, Key::CommandHeadingOptions, "{options}");
    template.push_str("{after-help}");
    command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .help_template(template)
        .mut_subcommands(|below| dress(below, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn the_tree_is_sound_in_both_languages() {
        for lang in Lang::ALL {
            tree(&Text::new(lang)).debug_assert();
        }
    }
}
