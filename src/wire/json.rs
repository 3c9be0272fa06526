//! Facts as JSON: externally tagged, snake case, ids as hexadecimal, days as `YYYY-MM-DD`,
//! moments as RFC 3339.

use crate::domain::fact::Fact;

/// Where and why a text is not a fact. Holds no value from the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The kind of fact, when it got that far; else empty.
    pub fact: String,
    /// The field concerned, when known; else empty.
    pub field: String,
    /// Line in the text, from 1; 0 when it is about the whole.
    pub line: usize,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong with a piece of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Not JSON.
    Syntax,
    /// Not an object with exactly one kind of fact (and perhaps `why`).
    NotAFact,
    /// A kind of fact that does not exist.
    UnknownKind,
    /// A field is missing.
    Missing,
    /// A field that does not exist.
    UnknownField,
    /// Another value is expected; what, in the words of the format.
    Expected(String),
}

/// Reads one fact and its reason.
///
/// # Errors
/// What is wrong with it; nothing is half read.
pub fn fact_from_json(_text: &str) -> Result<(Fact, Option<String>), Vec<Problem>> {
    Err(Vec::new())
}

/// Reads one fact, or an array of facts: all or nothing.
///
/// # Errors
/// What is wrong, for each of them.
pub fn facts_from_json(_text: &str) -> Result<Vec<(Fact, Option<String>)>, Vec<Problem>> {
    Err(Vec::new())
}

/// A fact and its reason: `{"overseer_named": {…}, "why": "…"}`.
#[must_use]
pub fn fact_to_json(_fact: &Fact, _why: Option<&str>) -> serde_json::Value {
    serde_json::Value::Null
}

/// The JSON Schema of every fact, with its description.
#[must_use]
pub fn facts_schema() -> serde_json::Value {
    serde_json::Value::Null
}
