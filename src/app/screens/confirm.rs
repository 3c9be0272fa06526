//! A question before something that is hard to take back. The key that says yes is never the key
//! that asked.

use super::{first_run, queue};
use crate::app::effect::Effect;
use crate::app::keymap::Intent;
use crate::app::model::{Model, Overlay, Pending, Screen, Undoable};
use crate::app::turn::{Fate, Input, Turn};
use crate::domain::event::Draft;
use crate::domain::fact::Fact;
use crate::domain::id::CaseId;
use crate::text::Key as Words;

/// What happens on yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Leave; open forms are kept as drafts.
    Quit,
    /// Take back what was recorded last.
    Undo(Undoable),
    /// Take over a case a colleague works on.
    TakeFrom(CaseId),
    /// Take over watching over the safety of the child.
    OverseeFrom(CaseId),
    /// End the session that holds the workstation.
    TakeOver,
    /// Throw the contact on the screen away.
    Discard,
    /// Throw what was filled in on the screen away.
    DiscardSheet,
    /// Make a new recovery code.
    NewCode,
    /// Record these facts, and say so in these words.
    Record(Vec<Draft>, Words),
}

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// What will happen.
    pub question: Words,
    /// Values of the question.
    pub values: Vec<(&'static str, String)>,
    /// What happens on yes.
    pub action: Action,
}

impl State {
    /// Leave although something is half done?
    #[must_use]
    pub const fn quit() -> Self {
        Self { question: Words::ConfirmQuit, values: Vec::new(), action: Action::Quit }
    }

    /// Take a case from a colleague?
    #[must_use]
    pub fn take_from(case: CaseId, who: String) -> Self {
        let values = vec![("who", who)];
        Self { question: Words::ConfirmTakeFrom, values, action: Action::TakeFrom(case) }
    }

    /// Take over watching?
    #[must_use]
    pub fn oversee_from(case: CaseId, who: String) -> Self {
        let values = vec![("who", who)];
        Self { question: Words::ConfirmOversee, values, action: Action::OverseeFrom(case) }
    }

    /// End the other session?
    #[must_use]
    pub fn take_over(who: String) -> Self {
        let values = vec![("who", who)];
        Self { question: Words::ConfirmTakeOver, values, action: Action::TakeOver }
    }
}

/// Asks whether the contact on the screen is to be thrown away.
pub fn ask_discard(model: &mut Model) {
    let question = Words::ConfirmDiscard;
    let state = State { question, values: Vec::new(), action: Action::Discard };
    model.overlays.push(Overlay::Confirm(state));
}

/// Asks whether what was filled in on the screen is to be thrown away.
pub fn ask_discard_sheet(model: &mut Model) {
    let question = Words::ConfirmDiscardSheet;
    let state = State { question, values: Vec::new(), action: Action::DiscardSheet };
    model.overlays.push(Overlay::Confirm(state));
}

/// Asks whether a new recovery code is to be made. What is on its way to disk goes first.
pub fn ask_new_code(model: &mut Model) {
    if model.desk().is_some_and(|desk| !desk.pending.is_empty()) {
        model.say(crate::app::message::Weight::Plain, Words::Saving, Vec::new());
        return;
    }
    let question = Words::ConfirmNewCode;
    let state = State { question, values: Vec::new(), action: Action::NewCode };
    model.overlays.push(Overlay::Confirm(state));
}

/// Lays the desk aside until the new code is proved.
fn new_code(model: &mut Model) -> Vec<Effect> {
    match std::mem::replace(&mut model.screen, Screen::Starting) {
        Screen::Desk(desk) => {
            let state = first_run::State::renewing(desk);
            model.screen = Screen::FirstRun(Box::new(state));
            vec![Effect::RenewRecoveryCode]
        }
        other @ (Screen::Starting | Screen::FirstRun(_) | Screen::Unlock(_) | Screen::Leaving) => {
            model.screen = other;
            Vec::new()
        }
    }
}

/// Asks whether the last recording of this session is to be taken back.
pub fn ask_undo(model: &mut Model) {
    let Some(desk) = model.desk() else { return };
    let in_hand = desk.case_in_hand();
    let last = desk.undoable.iter().rev().find(|undoable| Some(undoable.case) == in_hand);
    let Some(last) = last.cloned() else {
        model.say(crate::app::message::Weight::Plain, Words::SaidNothingToUndo, Vec::new());
        return;
    };
    let number = desk.queue.entry(last.case).map(|entry| entry.row.number.clone());
    let values = vec![("number", number.unwrap_or_default())];
    let question = Words::ConfirmUndo;
    model.overlays.push(Overlay::Confirm(State { question, values, action: Action::Undo(last) }));
}

/// A key.
pub fn update(state: &State, model: &mut Model, _turn: Turn, input: &Input) -> (Fate, Vec<Effect>) {
    match input {
        Input::Intent(Intent::Accept) => (Fate::Close, act(model, &state.action)),
        Input::Intent(Intent::Reject | Intent::Back) => (Fate::Close, Vec::new()),
        Input::Intent(_) | Input::Chord(_) | Input::Paste(_) => {
            model.quiet = true;
            (Fate::Stay, Vec::new())
        }
    }
}

fn act(model: &mut Model, action: &Action) -> Vec<Effect> {
    match action {
        Action::Quit => crate::app::update::leave(model),
        Action::TakeOver => vec![Effect::TakeOver],
        Action::OverseeFrom(case) => queue::record_overseer(model, *case),
        Action::NewCode => new_code(model),
        Action::Record(drafts, said) => {
            vec![model.record(drafts.clone(), Pending::Said(*said))]
        }
        Action::Discard => super::contact::discard(model),
        Action::DiscardSheet => super::sheet::discard(model),
        Action::TakeFrom(case) => {
            let me = model.desk().map(|desk| desk.opened.staff.staff);
            queue::record_worker(model, *case, me)
        }
        Action::Undo(undoable) => {
            let retracted = undoable
                .events
                .iter()
                .map(|event| Draft::new(undoable.case, Fact::Retracted { event: *event }))
                .collect();
            if let Some(desk) = model.desk_mut() {
                desk.undoable.retain(|kept| kept != undoable);
            }
            vec![model.record(retracted, Pending::Said(Words::SaidUndone))]
        }
    }
}
