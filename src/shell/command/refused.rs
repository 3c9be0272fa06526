//! Facts that were not recorded: printed with rule, field and what to do.
//!
//! Deliberately absent: values of the facts.

use super::Context;
use super::exit::{Exit, Stop};
use super::output::tell;
use crate::domain::rule::{About, Refusal};
use crate::text::{Arg as Value, Key, Text, rule};
use crate::wire::json::{Problem, Wrong};
use serde_json::json;

/// Why a fact is not recorded, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The stable name of the rule.
    pub rule: &'static str,
    /// The number of the hard rule, if it is one.
    pub number: Option<u8>,
    /// The field concerned; empty when it is the fact as a whole.
    pub field: String,
    /// The person or part it is about, by id, when it is one of several.
    pub about: Option<String>,
    /// In words.
    pub message: String,
}

impl Refused {
    /// What a rule of the domain refuses.
    #[must_use]
    pub fn by_rule(refusal: &Refusal, text: &Text) -> Self {
        let about = refusal.about.map(|about| match about {
            About::Person(person) => person.hex(),
            About::Part(part) => part.hex(),
        });
        Self {
            rule: refusal.rule.name(),
            number: refusal.rule.number(),
            field: refusal.field.to_owned(),
            about,
            message: text.get(rule::refusal(refusal.rule)).to_owned(),
        }
    }

    /// What is wrong with the form of a text.
    #[must_use]
    pub fn by_form(problem: &Problem, text: &Text) -> Self {
        let key = match &problem.what {
            Wrong::Syntax => Key::CommandFactSyntax,
            Wrong::NotAFact => Key::CommandFactNot,
            Wrong::UnknownKind => Key::CommandFactUnknownKind,
            Wrong::Missing => Key::CommandFactMissing,
            Wrong::UnknownField => Key::CommandFactUnknownField,
            Wrong::Expected(_) => Key::CommandFactExpected,
        };
        let values = [
            ("field", Value::from(&problem.field)),
            ("line", problem.line.into()),
            ("column", problem.column.into()),
        ];
        Self {
            rule: "form",
            number: None,
            field: problem.field.clone(),
            about: None,
            message: text.with(key, &values),
        }
    }
}

/// Prints the refusals; nothing was stored.
///
/// # Errors
/// When nobody reads the output any more.
pub fn refuse(context: &mut Context, refused: &[Refused]) -> Result<Exit, Stop> {
    let items: Vec<_> = refused
        .iter()
        .map(|refused| {
            json!({
                "rule": refused.rule,
                "number": refused.number,
                "field": refused.field,
                "about": refused.about,
                "message": refused.message,
            })
        })
        .collect();
    context.out.json(&json!({ "refused": items }))?;
    for refused in refused {
        tell(&refused.message);
    }
    Ok(Exit::Refused)
}
