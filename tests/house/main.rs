//! The fast tests of the whole house, in one binary.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod case;
mod case_work;
mod contact;
mod corv_xsd;
mod forms;
#[path = "../support/golden.rs"]
mod golden;
mod intake;
mod ledger;
mod paper;
mod papers;
mod plans;
mod sample;
mod screens;
mod search;
mod sheet;
#[path = "../support/svg.rs"]
mod svg;
mod tidy;
mod wire;
mod wording;
