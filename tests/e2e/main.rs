//! End-to-end tests: real programs in a real terminal.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

#[path = "../support/mod.rs"]
mod support;

mod canary;
mod casework;
mod cli;
mod desk;
mod endings;
mod first_run;
mod harness;
mod kills;
mod newcomer;
mod place;
mod refused;
mod resumed;
mod sheet;
mod story;
mod terminal;
