//! Tests.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::allow_attributes_without_reason,
    missing_docs,
    reason = "tests"
)]

mod case;
mod ledger;
mod sample;
mod search;
mod wire;
