//! The fast tests of the whole house, in one binary.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

#[path = "../support/golden.rs"]
mod golden;
mod papers;
mod screens;
#[path = "../support/svg.rs"]
mod svg;
mod tidy;

mod case;
mod ledger;
mod sample;
mod search;
mod wire;
