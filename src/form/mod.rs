//! Forms as data: their shape, the strict reading of their files, and what they ask.
//!
//! A form is a TOML file `ID@VERSION.toml` with its wording in both languages, seven kinds of
//! items, one shape of a condition, and points that propose and never decide. Everything a person
//! fills in for triage, assessment and plan is such a form, shown by one screen. Deliberately
//! absent: files (the shell reads them), screens, and any knowledge of one particular form.

#![deny(clippy::wildcard_enum_match_arm)]

mod ask;
mod check;
mod library;
mod load;
mod problem;
mod read;
mod shape;
pub mod template;

pub use ask::{
    Answers, Asked, Subjects, asked, can_be_unknown, fits, is_answer, missing, no_information,
    points, points_of, proposed, says_nothing, unanswered, warnings, without_evidence,
};
pub use library::{Clash, ClashKind, Library, PUBLISHED};
pub use load::{load, load_bytes};
pub use problem::{
    FORM_BYTES_MAX, ID_CHARS_MAX, ITEMS_MAX, OPTIONS_MAX, POINTS_MAX, PROBLEMS_MAX, Problem,
    Reason, TEXT_CHARS_MAX, Wanted,
};
pub use shape::{
    Choice, Condition, Form, Item, Kind, Meaning, NO, NO_INFORMATION, Need, Of, Proposal, Section,
    Test, Use, Warning, Words, YES, YesNoPoints,
};

#[cfg(test)]
mod ask_tests;
#[cfg(test)]
mod load_tests;
