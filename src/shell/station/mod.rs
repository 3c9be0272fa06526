//! The workstation at work: the loop on the main thread, the worker that owns the journal, the
//! search thread, and what stands between their words and the app's.

mod faults;
mod finder;
mod keys;
mod run;
pub mod saved_drafts;
mod vigil;
mod worker;

pub use run::{Look, Options, run};
pub use worker::Opening;
