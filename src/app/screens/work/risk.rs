//! The tab Risk of the work page.

use super::content::{Action, Content, Row, RowKey, Scene, Sign};
use crate::app::effect::Effect;
use crate::app::keymap::Intent;
use crate::app::model::Model;
use crate::app::turn::Turn;
use crate::text::Key as Words;

/// Which row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Nothing yet.
    Nothing,
}

/// The rows of this tab.
#[must_use]
pub fn content(scene: &Scene<'_>) -> Content {
    let row = Row {
        key: RowKey::Risk(Line::Nothing),
        sign: Sign::Plain,
        indent: false,
        label: scene.say(Words::PaneRisk),
        summary: scene.say(Words::RiskSoon),
        detail: Vec::new(),
        action: Action::Nothing,
    };
    Content { head: Vec::new(), rows: vec![row] }
}

/// A key that means something of its own here; `None` when it does not.
pub const fn intent(_model: &mut Model, _turn: Turn, _intent: Intent) -> Option<Vec<Effect>> {
    None
}
