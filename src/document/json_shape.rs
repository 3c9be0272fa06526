//! Our own report file as a shape: one description for the check, which finds every problem at
//! once, and for the JSON Schema that `schema report` prints.
//!
//! Deliberately absent: what the values mean (`json_report`).

use super::refusal::plain_name;
use crate::domain::time::{Moment, PartialDate};
use serde_json::{Map, Value, json};

/// What a value looks like.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Text.
    Text,
    /// A date as far as known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date,
    /// A whole day: `YYYY-MM-DD`.
    Day,
    /// RFC 3339 with offset.
    Moment,
    /// `true` or `false`.
    Bool,
    /// A code of a national list.
    Code,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A list of one shape.
    List(&'static Self),
    /// An object with these fields and no others.
    Object(&'static [Field]),
}

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its shape.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
}

/// A field that may be left out.
#[must_use]
pub const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: false }
}

/// A field that must be there.
#[must_use]
pub const fn must(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: true }
}

/// What is wrong at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// A field is missing.
    Missing,
    /// A field that does not exist.
    Unknown,
    /// Another kind of value is expected.
    Kind,
    /// Not one of the words, dates or codes allowed here.
    Value,
}

/// A problem and its place, for example `persons/0/birth_date`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place.
    pub path: String,
    /// What is wrong.
    pub wrong: Wrong,
}

/// The most problems that are listed.
pub const PROBLEMS_MAX: usize = 100;

/// Every problem of a value, in the order of the shape.
#[must_use]
pub fn problems(value: &Value, shape: Shape) -> Vec<Problem> {
    let mut found = Vec::new();
    examine(value, shape, "", &mut found);
    found
}

fn add(path: &str, wrong: Wrong, found: &mut Vec<Problem>) {
    if found.len() < PROBLEMS_MAX {
        found.push(Problem { path: path.to_owned(), wrong });
    }
}

fn examine(value: &Value, shape: Shape, path: &str, found: &mut Vec<Problem>) {
    match (shape, value) {
        (Shape::Object(fields), Value::Object(map)) => object(map, fields, path, found),
        (Shape::List(inner), Value::Array(list)) => {
            for (at, value) in list.iter().enumerate() {
                examine(value, *inner, &format!("{path}/{at}"), found);
            }
        }
        (Shape::Text, Value::String(_)) | (Shape::Bool, Value::Bool(_)) => {}
        (Shape::Date, Value::String(text)) if PartialDate::parse(text).is_some() => {}
        (Shape::Day, Value::String(text))
            if matches!(PartialDate::parse(text), Some(PartialDate::Day(_))) => {}
        (Shape::Moment, Value::String(text)) if Moment::parse_rfc3339(text).is_some() => {}
        (Shape::OneOf(words), Value::String(text)) if words.contains(&text.as_str()) => {}
        (Shape::Code, Value::Number(number)) if number.as_u64().is_some_and(|n| n <= 9999) => {}
        (Shape::Date | Shape::Day | Shape::Moment | Shape::OneOf(_), Value::String(_))
        | (Shape::Code, Value::Number(_)) => add(path, Wrong::Value, found),
        (
            Shape::Object(_)
            | Shape::List(_)
            | Shape::Text
            | Shape::Bool
            | Shape::Date
            | Shape::Day
            | Shape::Moment
            | Shape::OneOf(_)
            | Shape::Code,
            _,
        ) => add(path, Wrong::Kind, found),
    }
}

fn object(
    map: &Map<String, Value>,
    fields: &'static [Field],
    path: &str,
    found: &mut Vec<Problem>,
) {
    let below = |name: &str| {
        if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
    };
    for field in fields {
        match map.get(field.name) {
            None | Some(Value::Null) if field.required => {
                add(&below(field.name), Wrong::Missing, found);
            }
            None | Some(Value::Null) => {}
            Some(value) => examine(value, field.shape, &below(field.name), found),
        }
    }
    for name in map.keys() {
        if !fields.iter().any(|field| field.name == name) {
            add(&below(plain_name(name)), Wrong::Unknown, found);
        }
    }
}

/// The shape as JSON Schema (draft 2020-12).
#[must_use]
pub fn schema(shape: Shape) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::Date => json!({
            "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        }),
        Shape::Day => json!({ "type": "string", "format": "date" }),
        Shape::Moment => json!({ "type": "string", "format": "date-time" }),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Code => json!({ "type": "integer", "minimum": 0, "maximum": 9999 }),
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::List(inner) => json!({ "type": "array", "items": schema(*inner) }),
        Shape::Object(fields) => {
            let required: Vec<&str> =
                fields.iter().filter(|field| field.required).map(|field| field.name).collect();
            let properties: Map<String, Value> = fields
                .iter()
                .map(|field| {
                    let inner = schema(field.shape);
                    let shown = if field.required {
                        inner
                    } else {
                        json!({ "anyOf": [inner, { "type": "null" }] })
                    };
                    (field.name.to_owned(), shown)
                })
                .collect();
            json!({
                "type": "object",
                "additionalProperties": false,
                "required": required,
                "properties": properties,
            })
        }
    }
}
