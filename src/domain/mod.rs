//! The work itself: facts, cases and rules, as plain values and functions.
//!
//! Deliberately absent: clocks, randomness, files, threads, serialisation, words for people. Time
//! and nonces come in as arguments; how a fact looks as bytes is decided in `wire`.

#![deny(clippy::wildcard_enum_match_arm)]

pub mod anomaly;
pub mod case;
pub mod code;
pub mod deadline;
pub mod duty;
pub mod event;
pub mod fact;
pub mod id;
pub mod ledger;
pub mod person;
pub mod queue;
pub mod report;
pub mod rule;
pub mod safety_plan;
pub mod search;
pub mod sheet;
pub mod slot;
pub mod suggestion;
pub mod time;
pub mod triage;
