//! What a screen is given with every input.

use super::chord::Chord;
use super::keymap::Intent;
use super::message::Seed;
use crate::domain::id::RandomBytes;
use crate::domain::time::Moment;

/// The moment and the seed of one message.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    /// Now.
    pub at: Moment,
    /// From which ids are drawn.
    pub seed: Seed,
}

impl Turn {
    /// The ids this message draws, one after another; the first, `seed.id(0)`, is for a draft.
    pub fn ids(self) -> impl FnMut() -> RandomBytes {
        let mut n = 0;
        move || {
            n += 1;
            self.seed.id(n)
        }
    }
}

/// What a person did, after the keymap was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key with a meaning here.
    Intent(Intent),
    /// A key without one: typed, or a key of an editor.
    Chord(Chord),
    /// Pasted text.
    Paste(String),
}

/// What becomes of a screen after an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Stay,
    /// It closes.
    Close,
}
