//! A contact being written down: the seam for the contact form.
//!
//! What stands here is what the rest of the workstation asks of the form; the form itself follows.
//! Deliberately absent: fields.

use crate::app::effect::{DraftId, Effect, SavedDraft};
use crate::app::keymap::Intent;
use crate::app::model::{Model, Place};
use crate::app::turn::{Fate, Input, Turn};
use crate::domain::id::CaseId;
use crate::domain::time::Moment;

/// The name under which its drafts are kept.
pub const FORM: &str = "contact";

/// The form.
#[derive(Debug)]
pub struct State {
    /// Its draft.
    pub draft: DraftId,
    /// The case it adds to, when it does.
    pub case: Option<CaseId>,
}

impl State {
    /// When the draft must be saved: at most one second after the first unsaved key.
    #[must_use]
    pub const fn save_at(&self) -> Option<Moment> {
        None
    }

    /// The draft as it is now; `None` when nothing was typed since it was last given.
    pub const fn take_draft(&mut self) -> Option<SavedDraft> {
        None
    }

    /// The window or the language changed.
    pub const fn lay_out(&mut self) {}
}

/// Opens an empty form; `case` when it adds to a known case.
pub fn open(model: &mut Model, turn: Turn, case: Option<CaseId>) {
    let draft = DraftId(turn.seed.id(0));
    if let Some(desk) = model.desk_mut() {
        desk.place = Place::Contact(Box::new(State { draft, case }));
    }
}

/// Goes on with the latest draft of this form.
pub const fn resume(model: &mut Model, _turn: Turn) {
    model.quiet = true;
}

/// A key or a paste. The state is out of the model meanwhile and goes back unless it closes.
/// Asked to be
/// recorded with `model.record(drafts, Pending::Contact(draft))`; it stays until that is answered.
pub fn update(
    _state: &mut State,
    model: &mut Model,
    _turn: Turn,
    input: &Input,
) -> (Fate, Vec<Effect>) {
    match input {
        Input::Intent(Intent::Back) => (Fate::Close, Vec::new()),
        Input::Intent(_) | Input::Chord(_) | Input::Paste(_) => {
            model.quiet = true;
            (Fate::Stay, Vec::new())
        }
    }
}
