//! The shell: command line, clock, terminal, input, worker thread, files. The only room that
//! knows all others.

pub mod clock;
pub mod command;
pub mod data_dir;
pub mod forms;
pub mod harden;
pub mod in_force;
pub mod intake;
pub mod paper_file;
pub mod passphrase;
mod ruling;
pub mod settings;
pub mod signals;
pub mod station;
pub mod synth;
pub mod terminal;
