//! Facts as frozen, versioned bytes, and as JSON for people and for decades.
//!
//! `v1` is never edited after release; a change of shape is a new kind number. Deliberately
//! absent: sealing and files (`journal`), and what the facts mean (`domain`).

pub mod deadline_json;
pub mod json;
pub mod policy;
pub mod v1;
