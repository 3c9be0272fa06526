//! Half-typed contacts of this station, when there are several: which one to go on with.
//!
//! Latest first. Deliberately absent: half-typed short forms, which come back with their case.

use super::contact::{self, Ask, ContactKind, Once};
use crate::app::effect::{Effect, SavedDraft};
use crate::app::keymap::Intent;
use crate::app::model::{Desk, Model, Pending};
use crate::app::turn::{Fate, Input};
use crate::domain::time::Moment;

/// Which draft is selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Its place in [`list`].
    pub selected: usize,
}

/// A draft as a line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The kind of contact, when it can be read.
    pub kind: Option<ContactKind>,
    /// When the contact began.
    pub started: Moment,
    /// The first words typed (made safe when drawn); empty when there are none.
    pub first_words: &'a str,
}

/// The half-typed contacts, the one saved last in front; not those on their way to be recorded.
#[must_use]
pub fn list(desk: &Desk) -> Vec<&SavedDraft> {
    let is_sent = |draft: &SavedDraft| {
        let mut pending = desk.pending.values();
        pending.any(|sent| matches!(sent, Pending::Contact(id) if draft.id == Some(*id)))
    };
    let drafts = desk.drafts.iter().rev();
    drafts.filter(|draft| draft.form == contact::FORM && !is_sent(draft)).collect()
}

/// A draft as a line.
#[must_use]
pub fn line(draft: &SavedDraft) -> Line<'_> {
    let value = |name: &str| {
        let found = draft.fields.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    let told = [Once::Incident, Once::AdditionText, Once::Concern, Once::ReporterName];
    let names = ["person-1-last", "person-1-first"];
    let mut texts = told.iter().map(|ask| Ask::Once(*ask).name()).chain(names.map(String::from));
    let first_words = texts.find_map(|name| Some(value(&name)).filter(|v| !v.trim().is_empty()));
    Line {
        kind: value("kind").parse().ok().and_then(ContactKind::from_code),
        started: Moment(value("started").parse().unwrap_or_default()),
        first_words: first_words.unwrap_or("").trim(),
    }
}

/// A key.
pub fn update(state: &mut State, model: &mut Model, input: &Input) -> (Fate, Vec<Effect>) {
    let Some(desk) = model.desk() else { return (Fate::Close, Vec::new()) };
    let drafts = list(desk);
    let last = drafts.len().saturating_sub(1);
    state.selected = state.selected.min(last);
    match input {
        Input::Intent(Intent::MoveUp) => state.selected = state.selected.saturating_sub(1),
        Input::Intent(Intent::MoveDown) => state.selected = (state.selected + 1).min(last),
        Input::Intent(Intent::Top) => state.selected = 0,
        Input::Intent(Intent::Bottom) => state.selected = last,
        Input::Intent(Intent::Open) => {
            if let Some(draft) = drafts.get(state.selected).map(|draft| (*draft).clone()) {
                contact::go_on(model, &draft);
            }
            return (Fate::Close, Vec::new());
        }
        Input::Intent(Intent::Back) => return (Fate::Close, Vec::new()),
        Input::Intent(_) | Input::Chord(_) | Input::Paste(_) => model.quiet = true,
    }
    (Fate::Stay, Vec::new())
}
