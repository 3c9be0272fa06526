//! A key in a list that is narrowed by typing: the palette, the help, a list to pick from.
//!
//! Deliberately absent: what fits what was typed, and what a choice does.

use crate::app::keymap::Intent;
use crate::app::line::Line;
use crate::app::turn::Input;

/// How many rows a page key goes.
const PAGE_ROWS: usize = 10;

/// What a key did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrowed {
    /// Another row is selected.
    Moved,
    /// Something was typed: the list is to be found anew.
    Typed,
    /// The selected row was chosen.
    Chosen,
    /// The list is left.
    Left,
    /// Not a key for a list.
    Ignored,
}

/// Applies a key or a paste; `last` is the place of the last row shown.
pub fn narrow(line: &mut Line, selected: &mut usize, last: usize, input: &Input) -> Narrowed {
    match input {
        Input::Intent(Intent::MoveUp) => *selected = selected.saturating_sub(1),
        Input::Intent(Intent::MoveDown) => *selected = (*selected + 1).min(last),
        Input::Intent(Intent::PageUp) => *selected = selected.saturating_sub(PAGE_ROWS),
        Input::Intent(Intent::PageDown) => *selected = (*selected + PAGE_ROWS).min(last),
        Input::Intent(Intent::Open) => return Narrowed::Chosen,
        Input::Intent(Intent::Back) => return Narrowed::Left,
        Input::Intent(_) => return Narrowed::Ignored,
        Input::Chord(chord) if line.key(*chord, false) => return Narrowed::Typed,
        Input::Chord(_) => return Narrowed::Ignored,
        Input::Paste(text) => {
            line.insert(text, false);
            return Narrowed::Typed;
        }
    }
    Narrowed::Moved
}
