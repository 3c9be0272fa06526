//! How every form behaves as a whole: what its keys mean, what it asks of the screen around it,
//! and what stands in the way of recording it.
//!
//! Deliberately absent: which questions a form has, and what is wrong with them.

use super::{Field, Need};
use crate::app::keymap::Intent;
use crate::text::Key;

/// What a key means to a form as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormIntent {
    /// To the next field.
    Next,
    /// To the previous field.
    Previous,
    /// To the next heading.
    NextSection,
    /// To the previous heading.
    PreviousSection,
    /// Record what was filled in.
    Save,
    /// Leave; the draft is kept.
    Leave,
    /// Turn a contact into the next kind.
    Turn,
    /// Add a person to a contact.
    AddPerson,
    /// Throw the draft away; it is asked for by another key first.
    Discard,
}

impl FormIntent {
    /// What an intent means to a form; `None` when it is not about the form.
    #[must_use]
    pub const fn of(intent: Intent) -> Option<Self> {
        match intent {
            Intent::NextPane => Some(Self::Next),
            Intent::PreviousPane => Some(Self::Previous),
            Intent::PageDown => Some(Self::NextSection),
            Intent::PageUp => Some(Self::PreviousSection),
            Intent::Submit => Some(Self::Save),
            Intent::Turn => Some(Self::Turn),
            Intent::AddPerson => Some(Self::AddPerson),
            Intent::Discard => Some(Self::Discard),
            Intent::Back => Some(Self::Leave),
            _not_of_a_form => None,
        }
    }
}

/// What a form asks of the screen around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormOutcome {
    /// Nothing.
    Stay,
    /// It may be recorded.
    Ready,
    /// Leave, keeping the draft.
    Leave,
    /// Ask whether all of it may go.
    AskDiscard,
}

/// Whether a form is being typed or is on its way to disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Being typed.
    Typing,
    /// Asked to be recorded; keys wait until the answer is in.
    Sending,
}

/// A word to the user, under a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// So many wanted fields are empty; saving again keeps it like this.
    StillEmpty(usize),
    /// Something must come first.
    Blocked,
    /// A contact was turned into this kind.
    Turned(Key),
    /// Something about the form as a whole.
    Said(Key),
}

/// One problem: the question, how much it matters, and what to do.
pub type Problem<I> = (I, Need, Key);

/// Shows every problem at its field. Gives the question to go to and what to say when the form
/// cannot be recorded yet: hard rules always block, the rest warns once.
pub fn judge<I: Copy + PartialEq>(
    fields: &mut [Field<I>],
    problems: &[Problem<I>],
    warned: &mut bool,
) -> Option<(I, Hint)> {
    for field in fields {
        let problem = problems.iter().find(|(ask, ..)| *ask == field.ask);
        field.problem = problem.map(|(.., key)| *key);
    }
    if let Some((ask, ..)) = problems.iter().find(|(_, need, _)| *need == Need::Required) {
        *warned = false;
        return Some((*ask, Hint::Blocked));
    }
    let (ask, ..) = problems.first().filter(|_| !*warned)?;
    *warned = true;
    Some((*ask, Hint::StillEmpty(problems.len())))
}
