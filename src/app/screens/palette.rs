//! The palette: every action of the place below it and every open case, found by fuzzy typing.
//!
//! Printed from the key table. Deliberately absent: anything that cannot also be done by a key.

use super::case;
use super::narrow::{Narrowed, narrow};
use crate::app::effect::Effect;
use crate::app::keymap::{Context, Intent};
use crate::app::line::Line;
use crate::app::model::Model;
use crate::app::turn::{Fate, Input, Turn};
use crate::domain::id::CaseId;
use crate::text::Text;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// No more than this is ever shown.
const CHOICES_MAX: usize = 200;

/// What a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// As if its key was pressed.
    Run(Intent),
    /// Opens a case.
    Case(CaseId),
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it does.
    pub choice: Choice,
    /// As shown (made safe when drawn).
    pub shown: String,
    /// What the typing is held against: the words in the language of the screen and their synonyms.
    found_by: String,
}

/// The palette.
#[derive(Debug)]
pub struct State {
    /// Where it was opened: whose actions it shows.
    pub context: Context,
    /// As typed.
    pub line: Line,
    /// Place of the selected row.
    pub selected: usize,
    rows: Vec<Row>,
    shown: Vec<usize>,
}

impl State {
    /// Everything there is here.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let context = model.context_below();
        let mut rows: Vec<Row> =
            actions(model, context).map(|intent| action_row(&model.words, intent)).collect();
        if let Some(desk) = model.desk() {
            rows.extend(desk.queue.entries().iter().map(|entry| {
                let shown = format!("{}  {}", entry.row.number, entry.row.family);
                Row { choice: Choice::Case(entry.row.case), found_by: shown.clone(), shown }
            }));
        }
        let mut state =
            Self { context, line: Line::default(), selected: 0, rows, shown: Vec::new() };
        state.find();
        state
    }

    /// The rows that fit what is typed, best first.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        self.shown.iter().filter_map(|index| self.rows.get(*index))
    }

    fn find(&mut self) {
        self.selected = 0;
        let typed = self.line.text().trim();
        if typed.is_empty() {
            self.shown = (0..self.rows.len().min(CHOICES_MAX)).collect();
            return;
        }
        let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            let held = Utf32Str::new(&row.found_by, &mut buffer);
            scored.extend(pattern.score(held, &mut matcher).map(|score| (score, index)));
        }
        scored.sort_by_key(|(score, index)| (std::cmp::Reverse(*score), *index));
        self.shown = scored.into_iter().take(CHOICES_MAX).map(|(_, index)| index).collect();
    }
}

/// The actions that mean something in a context, its own first.
pub fn actions(model: &Model, context: Context) -> impl Iterator<Item = Intent> {
    let own = model.keymap.intents(context);
    let shared = context.has_everywhere().then(|| model.keymap.intents(Context::Everywhere));
    own.chain(shared.into_iter().flatten())
        .map(|(intent, _)| intent)
        .filter(|intent| !matches!(intent, Intent::MoveUp | Intent::MoveDown | Intent::Palette))
}

fn action_row(words: &Text, intent: Intent) -> Row {
    let shown = words.get(intent.words()).to_owned();
    let found_by = format!("{shown} {}", synonyms(words, intent));
    Row { choice: Choice::Run(intent), shown, found_by }
}

/// Other words for an intent, Dutch and English; empty when there are none.
#[must_use]
pub fn synonyms(words: &Text, intent: Intent) -> &str {
    let name = format!("also-{}", intent.name());
    crate::text::Key::from_name(&name).map_or("", |key| words.get(key))
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
            let Some(choice) = state.shown().nth(state.selected).map(|row| row.choice) else {
                return (Fate::Stay, Vec::new());
            };
            return (Fate::Close, choose(model, turn, choice));
        }
        Narrowed::Left => return (Fate::Close, Vec::new()),
        Narrowed::Ignored => model.quiet = true,
    }
    (Fate::Stay, Vec::new())
}

fn choose(model: &mut Model, turn: Turn, choice: Choice) -> Vec<Effect> {
    match choice {
        Choice::Run(intent) => crate::app::update::run(model, turn, intent),
        Choice::Case(case) => {
            case::open(model, case);
            Vec::new()
        }
    }
}
