//! The tab of the triage: its steps in order, each with how it stands.

use super::content::{Content, Scene};
use crate::app::effect::Effect;
use crate::app::keymap::Intent;
use crate::app::model::Model;
use crate::app::turn::Turn;

/// Which row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(pub usize);

/// The rows of this tab.
#[must_use]
pub fn content(_scene: &Scene<'_>) -> Content {
    Content::default()
}

/// A key that means something of its own here; `None` when it does not.
pub const fn intent(_model: &mut Model, _turn: Turn, _intent: Intent) -> Option<Vec<Effect>> {
    None
}
