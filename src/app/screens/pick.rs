//! One of a list, found by typing: a template for a part of a plan, an instrument, the answer a
//! danger came from.
//!
//! What is typed narrows the list to the rows that hold every word. Deliberately absent: what a
//! choice does; the tab that asked knows ([`super::work`]).

use super::work;
use crate::app::effect::Effect;
use crate::app::keymap::Intent;
use crate::app::line::Line;
use crate::app::model::{Model, Overlay};
use crate::app::turn::{Fate, Input, Turn};
use crate::text::Key as Words;

/// How many rows a page key goes.
const PAGE_ROWS: usize = 10;

/// What is chosen: of the plan or of the assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Of a plan.
    Plan(work::plan::Choice),
    /// Of the assessments.
    Risk(work::risk::Choice),
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is chosen with it.
    pub choice: Choice,
    /// As shown (made safe when drawn).
    pub shown: String,
    /// More about it, shown softly.
    pub more: String,
}

/// The list.
#[derive(Debug)]
pub struct State {
    /// What is to be chosen.
    pub title: Words,
    /// As typed.
    pub line: Line,
    /// Place of the selected row among those shown.
    pub selected: usize,
    rows: Vec<Row>,
    shown: Vec<usize>,
}

impl State {
    /// The rows that fit what is typed.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        self.shown.iter().filter_map(|index| self.rows.get(*index))
    }

    fn find(&mut self) {
        self.selected = 0;
        let typed = self.line.text().to_lowercase();
        let fits = |row: &Row| {
            let held = format!("{} {}", row.shown, row.more).to_lowercase();
            typed.split_whitespace().all(|word| held.contains(word))
        };
        let rows = self.rows.iter().enumerate();
        self.shown = rows.filter(|(_, row)| fits(row)).map(|(index, _)| index).collect();
    }
}

/// Opens the list.
pub fn open(model: &mut Model, title: Words, rows: Vec<Row>) {
    let shown = (0..rows.len()).collect();
    let state = State { title, line: Line::default(), selected: 0, rows, shown };
    model.overlays.push(Overlay::Pick(Box::new(state)));
}

/// A key or a paste.
pub fn update(
    state: &mut State,
    model: &mut Model,
    turn: Turn,
    input: &Input,
) -> (Fate, Vec<Effect>) {
    let last = state.shown.len().saturating_sub(1);
    match input {
        Input::Intent(Intent::MoveUp) => state.selected = state.selected.saturating_sub(1),
        Input::Intent(Intent::MoveDown) => state.selected = (state.selected + 1).min(last),
        Input::Intent(Intent::PageUp) => state.selected = state.selected.saturating_sub(PAGE_ROWS),
        Input::Intent(Intent::PageDown) => state.selected = (state.selected + PAGE_ROWS).min(last),
        Input::Intent(Intent::Open) => {
            let Some(choice) = state.shown().nth(state.selected).map(|row| row.choice.clone())
            else {
                model.quiet = true;
                return (Fate::Stay, Vec::new());
            };
            let effects = match choice {
                Choice::Plan(choice) => work::plan::chosen(model, turn, choice),
                Choice::Risk(choice) => work::risk::chosen(model, turn, choice),
            };
            return (Fate::Close, effects);
        }
        Input::Intent(Intent::Back) => return (Fate::Close, Vec::new()),
        Input::Intent(_) => model.quiet = true,
        Input::Chord(chord) => {
            if state.line.key(*chord, false) {
                state.find();
            } else {
                model.quiet = true;
            }
        }
        Input::Paste(text) => {
            state.line.insert(text, false);
            state.find();
        }
    }
    (Fate::Stay, Vec::new())
}
