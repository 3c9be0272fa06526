//! The room `shell`.

pub mod harden;
pub mod signals;
pub mod terminal;
