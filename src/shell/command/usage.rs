//! What the parser could not take, in the language of the person; and the help it was asked for.
//!
//! A value that was typed is never repeated: it may be a name, or a passphrase typed in the wrong
//! place. Deliberately absent: guesses at what was meant.

use super::exit::Exit;
use super::output::{Output, safe, tell};
use super::tree::PROGRAM;
use crate::text::{Arg, Key, Text};
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Prints help or a complaint, and tells how that ends.
#[must_use]
pub fn answer(error: &Error, text: &Text) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let mut out = Output::default();
            let shown = help(&error.render().to_string(), text);
            let printed = out.raw(shown.as_bytes()).and_then(|()| out.flush());
            super::end(printed.map(|()| Exit::Done), text)
        }
        kind => {
            tell(&complaint(error, kind, text));
            tell(&text.with(Key::CommandSeeHelp, &[("program", Arg::from(PROGRAM))]));
            Exit::Usage
        }
    }
}

/// The parser's own placeholders, in the language of the person.
pub(super) fn help(shown: &str, text: &Text) -> String {
    shown
        .replace("[OPTIONS]", text.get(Key::CommandPlaceOptions))
        .replace("[COMMAND]", text.get(Key::CommandPlaceCommand))
        .replace("<COMMAND>", text.get(Key::CommandPlaceCommand))
}

fn complaint(error: &Error, kind: ErrorKind, text: &Text) -> String {
    let name = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(name)) => name.clone(),
        Some(ContextValue::Strings(names)) => names.join(" "),
        Some(_) | None => String::new(),
    };
    let key = match kind {
        // What stands behind the sign of equality may be a secret.
        ErrorKind::UnknownArgument if name.starts_with('-') => Key::CommandUnknownFlag,
        ErrorKind::UnknownArgument => return text.get(Key::CommandTooMuch).to_owned(),
        ErrorKind::InvalidSubcommand => Key::CommandUnknown,
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Key::CommandMissing
        }
        ErrorKind::MissingRequiredArgument => Key::CommandMissingArg,
        ErrorKind::ArgumentConflict => Key::CommandConflict,
        ErrorKind::InvalidUtf8 => Key::CommandNotUtf8,
        // The kinds of the parser are open: whatever it adds is about a value.
        _ => Key::CommandBadValue,
    };
    let name = name.split('=').next().unwrap_or_default();
    text.with(key, &[("name", Arg::from(safe(name).as_str()))])
}
