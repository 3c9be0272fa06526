//! The fast tests of the whole house, in one binary.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "a test may stop anywhere")]

mod corv_xsd;
#[path = "../support/golden.rs"]
mod golden;
mod papers;
mod sample;
mod search;
#[path = "../support/svg.rs"]
mod svg;
mod tidy;
mod wire;
