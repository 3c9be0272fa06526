//! Tests.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::allow_attributes_without_reason,
    missing_docs,
    reason = "tests"
)]

mod corv_xsd;
mod intake;
mod sample;
mod search;
mod wire;
