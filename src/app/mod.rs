//! What the workstation is and how it changes: model, messages, effects, update.
//!
//! `update(&mut Model, Envelope) -> Vec<Effect>`: closed enums, no callbacks, no clock, no disk.
//! The shell sends messages, carries out effects, draws when [`Model::version`] grew, and wakes the
//! model at [`Model::next_wake`] with a `Tick`; otherwise nothing runs.

pub mod chord;
pub mod effect;
pub mod field;
pub mod geometry;
pub mod keymap;
pub mod line;
pub mod message;
pub mod model;
pub mod page;
pub mod screens;
pub mod strength;
pub mod turn;
pub mod update;

pub use effect::Effect;
pub use message::{Envelope, Message, Seed};
pub use model::Model;
pub use update::update;
