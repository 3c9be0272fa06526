//! Why this day: the deadline of the case in hand, explained day by day.

use crate::app::keymap::Intent;
use crate::app::message::Weight;
use crate::app::model::{Model, Overlay};
use crate::app::turn::{Fate, Input};
use crate::domain::deadline::{Explanation, Term};
use crate::text::Key as Words;

/// The explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Day by day.
    pub explanation: Explanation,
    /// Days above the first visible one.
    pub scroll: usize,
}

/// Opens the explanation of the case in hand.
pub fn open(model: &mut Model) {
    let explanation = model.desk().and_then(|desk| {
        let entry = desk.queue.entry(desk.case_in_hand()?)?;
        entry.due_day?;
        let opened = &desk.opened;
        Some(opened.policy.due(entry.row.received_at.day(), Term::Triage, None, &opened.calendar))
    });
    match explanation {
        Some(explanation) => model.overlays.push(Overlay::Why(State { explanation, scroll: 0 })),
        None => model.say(Weight::Plain, Words::SaidNoDeadline, Vec::new()),
    }
}

/// A key.
pub fn update(state: &mut State, model: &mut Model, input: &Input) -> Fate {
    let last = state.explanation.days.len().saturating_sub(1);
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
