//! One of a list, found by typing: a template for a part of a plan, an instrument, the answer a
//! danger came from.
//!
//! What is typed narrows the list to the rows that hold every word. Deliberately absent: what a
//! choice does; the tab that asked knows ([`super::work`]).

use super::narrow::{Narrowed, narrow};
use super::work;
use crate::app::effect::Effect;
use crate::app::line::Line;
use crate::app::model::{Model, Overlay};
use crate::app::turn::{Fate, Input, Turn};
use crate::text::Key as Words;

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
    match narrow(&mut state.line, &mut state.selected, last, input) {
        Narrowed::Moved => {}
        Narrowed::Typed => state.find(),
        Narrowed::Chosen => {
            let chosen = state.shown().nth(state.selected).map(|row| row.choice.clone());
            let effects = match chosen {
                Some(Choice::Plan(choice)) => work::plan::chosen(model, turn, choice),
                Some(Choice::Risk(choice)) => work::risk::chosen(model, turn, choice),
                None => return (Fate::Stay, Vec::new()),
            };
            return (Fate::Close, effects);
        }
        Narrowed::Left => return (Fate::Close, Vec::new()),
        Narrowed::Ignored => model.quiet = true,
    }
    (Fate::Stay, Vec::new())
}
