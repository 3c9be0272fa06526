//! Tests.

mod case;
mod ledger;
mod sample;
mod search;
mod wire;
