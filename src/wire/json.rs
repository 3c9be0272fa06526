//! Facts as JSON: one key that names the kind, snake case, ids as hexadecimal, days as
//! `YYYY-MM-DD`, moments as RFC 3339, and beside it perhaps `why`.
//!
//! This is the form for people, for scripts and for the decades after the bytes. Deliberately
//! absent: the words of a problem (it names field and line, never a value of the text), and
//! whether a fact may be recorded.

use super::v1::{FactV1, Mirror, Text};
use crate::domain::fact::Fact;
use crate::domain::id::to_hex;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use std::fmt;

/// The most bytes of a text with facts.
pub const JSON_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Where and why a text is not a fact. Holds no value from the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field concerned, when known; else empty.
    pub field: String,
    /// Line in the text, from 1; 0 when it is about the whole.
    pub line: usize,
    /// Column in that line, from 1; 0 when it is about the whole.
    pub column: usize,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong with a piece of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Not JSON, or more than [`JSON_BYTES_MAX`].
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

/// A fact and why it is recorded.
pub type Told = (Fact, Option<String>);

const NOT_A_FACT: &str = "not a fact";
const UNKNOWN_KIND: &str = "unknown kind";

/// Reads one fact and its reason.
///
/// # Errors
/// What is wrong with it; nothing is half read.
pub fn fact_from_json(text: &str) -> Result<Told, Vec<Problem>> {
    read::<Envelope>(text).map(Envelope::told)
}

/// Reads one fact, or an array of facts: all or nothing.
///
/// # Errors
/// The first thing that is wrong.
pub fn facts_from_json(text: &str) -> Result<Vec<Told>, Vec<Problem>> {
    if text.trim_start().starts_with('[') {
        let facts = read::<Vec<Envelope>>(text)?;
        Ok(facts.into_iter().map(Envelope::told).collect())
    } else {
        Ok(vec![fact_from_json(text)?])
    }
}

/// A fact and its reason: `{"overseer_named": {…}, "why": "…"}`. A fact of a kind this version
/// does not know shows as `{"foreign": {"kind": 7, "bytes": "…"}}`, which cannot be read back in.
#[must_use]
pub fn fact_to_json(fact: &Fact, why: Option<&str>) -> Value {
    let mut object = match (fact, FactV1::of(fact)) {
        (Fact::Foreign { kind, bytes }, _) => {
            json!({ "foreign": { "kind": kind, "bytes": to_hex(bytes) } })
        }
        // What is over a cap cannot be recorded either.
        (_, known) => serde_json::to_value(known).unwrap_or_default(),
    };
    if let (Value::Object(fields), Some(why)) = (&mut object, why) {
        fields.insert("why".to_owned(), Value::String(why.to_owned()));
    }
    object
}

/// The JSON Schema of every fact, with its description.
#[must_use]
pub fn facts_schema() -> Value {
    let mut schema = serde_json::to_value(schemars::schema_for!(FactV1)).unwrap_or_default();
    let why = json!({
        "description": "Why it is recorded, where a rule or a correction asks a reason.",
        "type": ["string", "null"],
    });
    let kinds = schema.get_mut("oneOf").and_then(Value::as_array_mut);
    for kind in kinds.into_iter().flatten() {
        if let Some(fields) = kind.get_mut("properties").and_then(Value::as_object_mut) {
            fields.insert("why".to_owned(), why.clone());
        }
    }
    schema
}

/// A fact as it stands in JSON.
struct Envelope {
    fact: FactV1,
    why: Option<Text>,
}

impl Envelope {
    fn told(self) -> Told {
        (self.fact.back(), self.why.back())
    }
}

struct EnvelopeVisitor;

impl<'de> Visitor<'de> for EnvelopeVisitor {
    type Value = Envelope;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with one kind of fact")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope, A::Error> {
        let (mut fact, mut why) = (None, None);
        while let Some(key) = map.next_key::<String>()? {
            if key == "why" {
                if why.is_some() {
                    return Err(A::Error::custom(NOT_A_FACT));
                }
                why = Some(map.next_value::<Option<Text>>()?);
                continue;
            }
            if fact.is_some() {
                return Err(A::Error::custom(NOT_A_FACT));
            }
            let value = FactV1::next_value(&key, &mut map);
            fact = Some(value.ok_or_else(|| A::Error::custom(UNKNOWN_KIND))??);
        }
        let fact = fact.ok_or_else(|| A::Error::custom(NOT_A_FACT))?;
        Ok(Envelope { fact, why: why.flatten() })
    }
}

impl<'de> Deserialize<'de> for Envelope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EnvelopeVisitor)
    }
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, Vec<Problem>> {
    if text.len() > JSON_BYTES_MAX {
        let what = Wrong::Syntax;
        return Err(vec![Problem { field: String::new(), line: 0, column: 0, what }]);
    }
    serde_json::from_str(text).map_err(|error| vec![problem(&error)])
}

/// What a reader's error says, without the value it complains of.
fn problem(error: &serde_json::Error) -> Problem {
    let said = error.to_string();
    let (what, field) = match error.classify() {
        serde_json::error::Category::Data => told_by(&said),
        serde_json::error::Category::Io
        | serde_json::error::Category::Syntax
        | serde_json::error::Category::Eof => (Wrong::Syntax, String::new()),
    };
    Problem { field, line: error.line(), column: error.column(), what }
}

fn told_by(said: &str) -> (Wrong, String) {
    let said = said.rsplit_once(" at line ").map_or(said, |(before, _)| before);
    if said == NOT_A_FACT {
        return (Wrong::NotAFact, String::new());
    }
    if said == UNKNOWN_KIND {
        return (Wrong::UnknownKind, String::new());
    }
    if let Some(rest) = said.strip_prefix("missing field ") {
        return (Wrong::Missing, rest.trim_matches('`').to_owned());
    }
    if said.starts_with("unknown field ") {
        // The name of an unknown field is the writer's, and may be anything: only what would have
        // been known is repeated.
        return (Wrong::UnknownField, String::new());
    }
    let expected = said.rsplit_once("expected ").map_or("", |(_, expected)| expected);
    (Wrong::Expected(expected.to_owned()), String::new())
}
