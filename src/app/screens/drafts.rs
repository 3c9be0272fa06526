//! Half-typed contacts and half-filled forms of this station: which one to go on with.
//!
//! Latest first. Deliberately absent: half-typed short forms, which come back with their case.

use super::contact::{self, Ask, ContactKind, Once};
use super::sheet;
use crate::app::effect::{Effect, SavedDraft};
use crate::app::keymap::Intent;
use crate::app::message::Weight;
use crate::app::model::{Desk, Model, Overlay, Pending};
use crate::app::turn::{Fate, Input, Turn};
use crate::domain::time::Moment;
use crate::text::Key as Words;

/// Which draft is selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Its place in [`list`].
    pub selected: usize,
}

/// What a draft is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind<'a> {
    /// A contact, of this kind when it can be read.
    Contact(Option<ContactKind>),
    /// A form about a case: its id and version.
    Sheet(&'a str, u16),
}

/// A draft as a line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// What it is one of.
    pub kind: Kind<'a>,
    /// When it was begun.
    pub started: Moment,
    /// The first words typed (made safe when drawn); empty when there are none.
    pub first_words: &'a str,
}

/// Goes on with what was left half done; asks which when there are several.
pub fn resume(model: &mut Model, turn: Turn) {
    let Some(desk) = model.desk() else { return };
    let found = list(desk);
    match found.as_slice() {
        [] => model.say(Weight::Plain, Words::SaidNoContactDraft, Vec::new()),
        [only] => {
            let only = (*only).clone();
            go_on(model, turn, &only);
        }
        _ => model.overlays.push(Overlay::Drafts(State::default())),
    }
}

fn go_on(model: &mut Model, turn: Turn, draft: &SavedDraft) {
    if sheet::is_sheet(draft) {
        sheet::go_on(model, turn, draft);
    } else {
        contact::go_on(model, draft);
    }
}

/// What is half done, the one saved last in front; not what is on its way to be recorded.
#[must_use]
pub fn list(desk: &Desk) -> Vec<&SavedDraft> {
    let is_sent = |draft: &SavedDraft| {
        let mut pending = desk.pending.values();
        pending.any(|sent| match sent {
            Pending::Contact(id) | Pending::Sheet(id) => draft.id == Some(*id),
            Pending::Form(_) | Pending::Signature | Pending::Said(_) => false,
        })
    };
    let drafts = desk.drafts.iter().rev();
    let is_whole = |draft: &SavedDraft| draft.form == contact::FORM || sheet::is_sheet(draft);
    drafts.filter(|draft| is_whole(draft) && !is_sent(draft)).collect()
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
        kind: match sheet::read_name(&draft.form) {
            Some((id, version, _)) => Kind::Sheet(id, version),
            None => Kind::Contact(value("kind").parse().ok().and_then(ContactKind::from_code)),
        },
        started: Moment(value("started").parse().unwrap_or_default()),
        first_words: first_words.unwrap_or("").trim(),
    }
}

/// A key.
pub fn update(
    state: &mut State,
    model: &mut Model,
    turn: Turn,
    input: &Input,
) -> (Fate, Vec<Effect>) {
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
                go_on(model, turn, &draft);
            }
            return (Fate::Close, Vec::new());
        }
        Input::Intent(Intent::Back) => return (Fate::Close, Vec::new()),
        Input::Intent(_) | Input::Chord(_) | Input::Paste(_) => model.quiet = true,
    }
    (Fate::Stay, Vec::new())
}
