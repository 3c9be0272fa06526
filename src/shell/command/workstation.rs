//! Without a command: the workstation itself.
//!
//! Deliberately absent: the workstation. This is only the door to it.

use super::exit::{Exit, Stop};
use super::{Context, tree};
use crate::journal::Journal;
use crate::text::Key;
use clap::ArgMatches;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// What the workstation opens with.
pub enum Opening {
    /// The data of this user; locked, or not set up yet.
    Data {
        /// Where.
        dir: PathBuf,
        /// A drop folder to watch instead of `inbox/` in the data.
        inbox: Option<PathBuf>,
    },
    /// A throw-away workstation, unlocked already.
    Demo(Box<Journal>),
}

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
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        return Ok(());
    }
    Err(context.stop(Exit::Usage, Key::CommandNoTerminal))
}

/// The one place where the command line hands over to the screen.
///
/// # Errors
/// When the screen cannot be opened.
pub fn hand_over(context: &mut Context, opening: Opening) -> Result<Exit, Stop> {
    // The screen itself stands in `shell::station`.
    match opening {
        Opening::Data { .. } | Opening::Demo(_) => {
            Err(context.stop(Exit::Fault, Key::ErrorTerminal))
        }
    }
}
