//! Find as you type. Each letter asks anew with a higher generation; an answer to an older letter
//! is not shown. Deliberately absent: the search itself.

use super::case;
use crate::app::effect::Effect;
use crate::app::keymap::Intent;
use crate::app::line::Line;
use crate::app::message::Hit;
use crate::app::model::Model;
use crate::app::turn::{Fate, Input};

/// What is asked and what was found.
#[derive(Debug, Default)]
pub struct State {
    /// As typed.
    pub line: Line,
    /// Best first.
    pub hits: Vec<Hit>,
    /// Whether all was searched for the hits shown.
    pub complete: bool,
    /// Place of the selected hit.
    pub selected: usize,
    /// Of the latest letter.
    generation: u64,
    /// Of the hits shown.
    shown: u64,
}

impl State {
    /// Whether the hits belong to what is typed now.
    #[must_use]
    pub const fn is_current(&self) -> bool {
        self.shown == self.generation
    }

    /// Takes hits; whether they are shown.
    pub fn take(&mut self, generation: u64, hits: Vec<Hit>, complete: bool) -> bool {
        if generation < self.shown || generation > self.generation {
            return false;
        }
        self.shown = generation;
        self.selected = self.selected.min(hits.len().saturating_sub(1));
        self.hits = hits;
        self.complete = complete;
        true
    }

    fn ask(&mut self) -> Vec<Effect> {
        self.generation += 1;
        self.selected = 0;
        if self.line.is_blank() {
            self.hits.clear();
            self.shown = self.generation;
            self.complete = true;
            return Vec::new();
        }
        let query = self.line.text().to_owned();
        vec![Effect::Search { generation: self.generation, query }]
    }
}

/// A key or a paste.
pub fn update(state: &mut State, model: &mut Model, input: &Input) -> (Fate, Vec<Effect>) {
    let last = state.hits.len().saturating_sub(1);
    match input {
        Input::Intent(Intent::MoveUp) => state.selected = state.selected.saturating_sub(1),
        Input::Intent(Intent::MoveDown) => state.selected = (state.selected + 1).min(last),
        Input::Intent(Intent::PageUp) => state.selected = state.selected.saturating_sub(10),
        Input::Intent(Intent::PageDown) => state.selected = (state.selected + 10).min(last),
        Input::Intent(Intent::Open) => {
            let Some(hit) = state.hits.get(state.selected) else {
                return (Fate::Stay, Vec::new());
            };
            case::open(model, hit.case);
            return (Fate::Close, Vec::new());
        }
        Input::Intent(Intent::Back) => return (Fate::Close, Vec::new()),
        Input::Intent(_) => model.quiet = true,
        Input::Chord(chord) => {
            if state.line.key(*chord, false) {
                return (Fate::Stay, state.ask());
            }
            model.quiet = true;
        }
        Input::Paste(text) => {
            state.line.insert(text, false);
            return (Fate::Stay, state.ask());
        }
    }
    (Fate::Stay, Vec::new())
}
