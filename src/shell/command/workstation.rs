//! Without a command: the workstation itself.
//!
//! Deliberately absent: the workstation. This is only the door to it.

use super::Context;
use super::exit::{Exit, Stop};
use super::tree;
use crate::text::Key;
use clap::ArgMatches;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// Opens the workstation, when there is a terminal to draw it on.
///
/// # Errors
/// Without a terminal: a usage error.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(Stop::say(Exit::Usage, &context.text, Key::CommandNoTerminal));
    }
    let data = context.data()?;
    let inbox = given.get_one::<PathBuf>(tree::INBOX).cloned();
    hand_over(context, data, inbox)
}

/// The one place where the command line hands over to the screen.
pub(super) fn hand_over(
    context: &mut Context,
    _data: PathBuf,
    _inbox: Option<PathBuf>,
) -> Result<Exit, Stop> {
    Err(Stop::say(Exit::Fault, &context.text, Key::ErrorTerminal))
}
