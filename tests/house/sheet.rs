//! A form about a case as a person meets it: filled with keys alone, left, resumed, recorded, and
//! nothing lost of it.

mod golden_form;
mod promises;
mod stage;
mod storm;
