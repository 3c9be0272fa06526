//! The screens as a person sees them, in both languages and both layouts; and the promises that
//! hold for every screen: no panic, no unsafe character, no work for what is not seen.
//!
//! Models are built from synthetic cases through real messages.

mod casework;
mod golden_screens;
mod promises;
pub mod sample;
