//! The shell: command line, clock, terminal, input, worker thread, files. The only room that
//! knows all others.

pub mod harden;
pub mod signals;
pub mod synth;
pub mod terminal;
