//! Help for the place below it: every key with its words, found by key, word or synonym in Dutch
//! and English. Each line can be run. Printed from the table that is executed.

use super::narrow::{Narrowed, narrow};
use super::palette::synonyms;
use crate::app::chord::Chord;
use crate::app::effect::Effect;
use crate::app::keymap::{Context, Intent, Keymap};
use crate::app::line::Line;
use crate::app::model::Model;
use crate::app::turn::{Fate, Input, Turn};

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where its keys work.
    pub context: Context,
    /// What it does.
    pub intent: Intent,
    /// Its keys.
    pub chords: Vec<Chord>,
    found_by: String,
}

/// The help.
#[derive(Debug)]
pub struct State {
    /// The place it is about.
    pub context: Context,
    /// As typed.
    pub line: Line,
    /// Place of the selected line.
    pub selected: usize,
    rows: Vec<Row>,
    shown: Vec<usize>,
}

impl State {
    /// Help for the place below.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let place = model.context_below();
        let mut contexts = vec![place];
        if place.has_everywhere() {
            contexts.push(Context::Everywhere);
        }
        let mut rows = Vec::new();
        for context in contexts {
            for (intent, chords) in model.keymap.intents(context) {
                // Where one types, letters are no keys; the line can be run all the same.
                let acts = |chord: &Chord| Keymap::acts(place, *chord);
                let chords: Vec<Chord> = chords.iter().copied().filter(acts).collect();
                let keys: Vec<String> = chords.iter().map(ToString::to_string).collect();
                let words = model.words.get(intent.words());
                let found_by =
                    format!("{words} {} {}", synonyms(&model.words, intent), keys.join(" "));
                rows.push(Row { context, intent, chords, found_by: found_by.to_lowercase() });
            }
        }
        let shown = (0..rows.len()).collect();
        Self { context: place, line: Line::default(), selected: 0, rows, shown }
    }

    /// The lines that fit what is typed.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        self.shown.iter().filter_map(|index| self.rows.get(*index))
    }

    fn find(&mut self) {
        self.selected = 0;
        let typed = self.line.text().trim();
        let lower = typed.to_lowercase();
        let is_key = |row: &Row| row.chords.iter().any(|chord| chord.to_string() == typed);
        let fits = |row: &Row| lower.split_whitespace().all(|word| row.found_by.contains(word));
        let by_key = self.rows.iter().enumerate().filter(|(_, row)| is_key(row));
        let by_word = self.rows.iter().enumerate().filter(|(_, row)| !is_key(row) && fits(row));
        self.shown = by_key.chain(by_word).map(|(index, _)| index).collect();
    }
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
            let Some(intent) = state.shown().nth(state.selected).map(|row| row.intent) else {
                return (Fate::Stay, Vec::new());
            };
            return (Fate::Close, crate::app::update::run(model, turn, intent));
        }
        Narrowed::Left => return (Fate::Close, Vec::new()),
        Narrowed::Ignored => model.quiet = true,
    }
    (Fate::Stay, Vec::new())
}
