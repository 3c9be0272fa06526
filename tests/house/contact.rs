//! The telephone as a person meets it: the form as it stands on the screen, filled with keys
//! alone, left, resumed, recorded and lost nothing of.

mod golden_form;
mod promises;
pub mod stage;
pub mod storm;
