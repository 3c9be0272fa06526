//! Without a command: the workstation itself.
//!
//! Deliberately absent: the workstation. This is only the door to it.

use super::exit::{Exit, Stop};
use super::{Context, tree};
use crate::shell::settings;
use crate::shell::station::{self, Look, Opening};
use crate::text::Key;
use clap::ArgMatches;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// Opens the workstation, when there is a terminal to draw it on.
///
/// # Errors
/// Without a terminal: a usage error.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    need_terminal(context)?;
    let dir = context.data()?;
    let inbox = given.get_one::<PathBuf>(tree::INBOX).cloned();
    hand_over(context, Opening::Data { dir, inbox })
}

/// Makes sure that there is a terminal to draw on and to type at.
///
/// # Errors
/// A usage error, with what can be done instead.
pub fn need_terminal(context: &Context) -> Result<(), Stop> {
    let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb" || term.is_empty());
    if io::stdin().is_terminal() && io::stdout().is_terminal() && !dumb {
        return Ok(());
    }
    Err(context.stop(Exit::Usage, Key::CommandNoTerminal))
}

/// The one place where the command line hands over to the screen.
///
/// # Errors
/// When the screen cannot be opened.
pub fn hand_over(context: &mut Context, opening: Opening) -> Result<Exit, Stop> {
    let kept = match &opening {
        Opening::Data { dir, .. } => settings::load(dir),
        Opening::Demo { .. } => settings::Settings::default(),
    };
    let own_keys = match &opening {
        Opening::Data { dir, .. } => settings::own_keys(dir),
        Opening::Demo { .. } => String::new(),
    };
    let chosen = context.lang_given.or(kept.lang).unwrap_or_else(|| context.text.lang());
    let look = Look::of_this_terminal(kept.theme);
    let options = station::Options { opening, lang: chosen, own_keys, look };
    match station::run(options) {
        Ok(()) => Ok(Exit::Done),
        Err(_) => Err(context.stop(Exit::Fault, Key::ErrorTerminal)),
    }
}
