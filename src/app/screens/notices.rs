//! What was said before, latest first.

use crate::app::keymap::Intent;
use crate::app::model::Model;
use crate::app::turn::{Fate, Input};

/// How far the list is scrolled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Notices above the first visible one.
    pub scroll: usize,
}

/// A key.
pub fn update(state: &mut State, model: &mut Model, input: &Input) -> Fate {
    let last = model.notices.len().saturating_sub(1);
    let step = match input {
        Input::Intent(Intent::MoveUp) => -1,
        Input::Intent(Intent::MoveDown) => 1,
        Input::Intent(Intent::PageUp) => -10,
        Input::Intent(Intent::PageDown) => 10,
        Input::Intent(Intent::Top) => isize::MIN,
        Input::Intent(Intent::Bottom) => isize::MAX,
        Input::Intent(_) => return Fate::Close,
        Input::Chord(_) | Input::Paste(_) => {
            model.quiet = true;
            0
        }
    };
    state.scroll = state.scroll.saturating_add_signed(step).min(last);
    Fate::Stay
}
