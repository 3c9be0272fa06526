//! The shell: command line, clock, terminal, input, worker thread, files. The only room that
//! knows all others.

pub mod synth;
