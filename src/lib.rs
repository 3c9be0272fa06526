//! Beschermd: a terminal workstation for the people who receive child-abuse reports.
//!
//! The rooms of the house and who may enter which are described in `ARCHITECTURE.md`; the rule is
//! held by `tests/house/tidy.rs`. Nothing in this crate is meant as a library for others: the
//! command line and its JSON are the stable surface.
#![forbid(unsafe_code)]

pub mod app;
pub mod document;
pub mod domain;
pub mod form;
pub mod journal;
pub mod shell;
pub mod text;
pub mod view;
pub mod wire;
