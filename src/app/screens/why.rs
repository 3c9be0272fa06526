//! Why this day: the deadline of the case in hand, explained day by day.

use crate::app::keymap::Intent;
use crate::app::message::Weight;
use crate::app::model::{Model, Overlay};
use crate::app::turn::{Fate, Input};
use crate::domain::deadline::{Explanation, Term};
use crate::domain::time::Day;
use crate::text::Key as Words;

/// The explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Day by day.
    pub explanation: Explanation,
    /// The earlier day that counts because a person judged that it cannot wait.
    pub sooner: Option<Day>,
    /// Days above the first visible one.
    pub scroll: usize,
}

/// Opens the explanation of the case in hand.
pub fn open(model: &mut Model) {
    let found = model.desk().and_then(|desk| {
        let entry = desk.queue.entry(desk.case_in_hand()?)?;
        let due_day = entry.due_day?;
        let opened = &desk.opened;
        let received = entry.row.received_at.day();
        let explanation = opened.policy.due(received, Term::Triage, None, &opened.calendar);
        let sooner = (due_day < explanation.due_day).then_some(due_day);
        Some(State { explanation, sooner, scroll: 0 })
    });
    match found {
        Some(state) => model.overlays.push(Overlay::Why(state)),
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
