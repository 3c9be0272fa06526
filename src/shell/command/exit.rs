//! How a command ends: the exit codes of the command line, and why a command stopped early.
//!
//! Deliberately absent: the words; they were chosen where the trouble was met.

use crate::text::{Key, Text};
use std::process::ExitCode;

/// The exit codes. Stable: scripts rely on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// The answer is no, something is overdue, or problems were found.
    No = 1,
    /// The command line was not understood.
    Usage = 2,
    /// Some input was refused; nothing of it was stored.
    Refused = 3,
    /// A fault of the disk, or damage.
    Fault = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command stopped before its end.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    /// Something the person is told, with the exit code that goes with it.
    #[error("exit {0:?}")]
    Told(Exit, String),
    /// Whoever read our output went away: no reason to say anything.
    #[error("output closed")]
    OutputClosed,
    /// Our output cannot be written: a full disk behind it.
    #[error("output failed")]
    OutputFailed,
}

impl Stop {
    /// Stops with the words of a key.
    #[must_use]
    pub fn say(exit: Exit, text: &Text, key: Key) -> Self {
        Self::Told(exit, text.get(key).to_owned())
    }
}
