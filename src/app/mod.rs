//! What the workstation is and how it changes: model, messages, effects, update.
//!
//! `update(&mut Model, Envelope) -> Vec<Effect>`: closed enums, no callbacks, no clock, no disk.

pub mod chord;
pub mod field;
pub mod screens;
