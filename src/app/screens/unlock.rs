//! The passphrase: who, and the words that open the workstation. Also the blank screen of a lock.
//!
//! Nothing of any case is in the model here. Deliberately absent: checking the passphrase.

use super::confirm;
use crate::app::effect::{Effect, Secret};
use crate::app::keymap::Intent;
use crate::app::line::Line;
use crate::app::message::{Holder, StaffChoice, UnlockRefusal};
use crate::app::model::{Model, Overlay};
use crate::app::turn::Input;
use crate::domain::id::StaffId;
use crate::text::Key as Words;

/// So many slots are tried with one passphrase; only above it somebody must say who they are.
const SLOTS_TRIED_MAX: usize = 4;

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Waiting for the passphrase.
    Asking,
    /// It is being tried.
    Trying,
    /// It did not open.
    Refused(UnlockRefusal),
    /// Another session holds the workstation.
    InUse(Holder),
}

/// The screen.
#[derive(Debug)]
pub struct State {
    /// Who may open it.
    pub staff: Vec<StaffChoice>,
    /// Who opened it last.
    pub last: Option<StaffId>,
    /// Place of the one chosen.
    pub chosen: usize,
    /// What was typed.
    pub line: Line,
    /// How far it is.
    pub stage: Stage,
    /// Set when the desk was locked here, with the reason in words.
    pub locked: Option<Words>,
}

impl State {
    /// Asks for the passphrase of one of `staff`, `last` first.
    #[must_use]
    pub fn asking(staff: Vec<StaffChoice>, last: Option<StaffId>) -> Self {
        let chosen = staff.iter().position(|choice| Some(choice.staff) == last).unwrap_or(0);
        Self { staff, last, chosen, line: Line::default(), stage: Stage::Asking, locked: None }
    }

    /// Whether a person must say who they are. Where one person works there is nothing to choose.
    /// Names are sealed until the first unlock: a list without them is shown only when there are
    /// too many slots to try them all.
    #[must_use]
    pub fn asks_who(&self) -> bool {
        let named = self.staff.iter().any(|choice| !choice.name.is_empty());
        (named && self.staff.len() > 1) || self.staff.len() > SLOTS_TRIED_MAX
    }

    /// One member of staff up or down.
    pub fn step(&mut self, by: isize) {
        let last = self.staff.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    /// Tells who holds the workstation.
    #[must_use]
    pub fn in_use(holder: Holder) -> Self {
        Self { stage: Stage::InUse(holder), ..Self::asking(Vec::new(), None) }
    }
}

/// Whether this asks to open with the recovery code, and that can be done now.
#[must_use]
pub fn wants_recovery(state: &State, input: &Input) -> bool {
    let asks = *input == Input::Intent(Intent::UseRecovery);
    asks && !state.staff.is_empty() && !matches!(state.stage, Stage::Trying | Stage::InUse(_))
}

/// A key or a paste. The state stays in the model.
pub fn update(state: &mut State, model: &mut Model, input: &Input) -> Vec<Effect> {
    if state.stage == Stage::Trying {
        model.quiet = true;
        return Vec::new();
    }
    if let Stage::InUse(holder) = &state.stage {
        if *input == Input::Intent(Intent::TakeOver) {
            let question = confirm::State::take_over(holder.who.clone());
            model.overlays.push(Overlay::Confirm(question));
        } else {
            model.quiet = true;
        }
        return Vec::new();
    }
    match input {
        Input::Intent(Intent::MoveUp) => state.step(-1),
        Input::Intent(Intent::MoveDown) => state.step(1),
        Input::Intent(Intent::Next) => {
            if !state.line.text().is_empty() {
                let chosen = state.staff.get(state.chosen).filter(|_| state.asks_who());
                let staff = chosen.map(|choice| choice.staff);
                let passphrase = Secret::new(state.line.text().to_owned());
                state.line.clear();
                state.stage = Stage::Trying;
                return vec![Effect::Unlock { staff, passphrase }];
            }
        }
        Input::Intent(Intent::Back) => state.line.clear(),
        Input::Intent(_) => model.quiet = true,
        Input::Chord(chord) => {
            if state.line.key(*chord, false) {
                state.stage = Stage::Asking;
            } else {
                model.quiet = true;
            }
        }
        Input::Paste(text) => {
            // A passphrase copied with its line end is meant without it.
            state.line.insert(text.trim_end_matches(['\r', '\n']), false);
        }
    }
    Vec::new()
}
