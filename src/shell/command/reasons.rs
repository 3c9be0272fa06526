//! Why a file was not taken in, in words: what is wrong, and at which element or field.
//!
//! Deliberately absent: any value from the file; a refusal holds names of the standard alone.

use crate::document::json_shape::{Problem, Wrong};
use crate::document::refusal::{Kind, Refusal};
use crate::text::{Arg, Key, Text};

/// The largest message, in megabytes, as told to people.
const MEGABYTES_MAX: usize = crate::document::decode::MESSAGE_BYTES_MAX / 1_000_000;

/// A refusal in words, with the line when it is known.
#[must_use]
pub fn words(refusal: &Refusal, text: &Text) -> String {
    let element = refusal.place.rsplit('/').next().unwrap_or_default();
    let key = match refusal.kind {
        Kind::TooLarge => Key::ReasonTooLarge,
        Kind::Empty => Key::ReasonEmptyFile,
        Kind::Encoding => Key::CommandReasonEncoding,
        Kind::NotXml => Key::ReasonNotXml,
        Kind::DocumentType => Key::ReasonDoctype,
        Kind::Entity => Key::ReasonEntity,
        Kind::TooDeep => Key::ReasonTooDeep,
        Kind::TooMany => Key::ReasonTooMany,
        Kind::NotAReport => Key::ReasonNotAReport,
        Kind::LaterStep => Key::CommandReasonLater,
        Kind::ElementMissing => Key::ReasonElementMissing,
        Kind::ElementUnexpected => Key::ReasonElementUnexpected,
        Kind::AttributeMissing => Key::CommandReasonAttributeMissing,
        Kind::AttributeUnexpected => Key::CommandReasonAttributeUnexpected,
        Kind::ValueUnknown | Kind::ValueForm => Key::ReasonElementInvalid,
        Kind::ValueLength => Key::CommandReasonLength,
        Kind::TextUnexpected => Key::CommandReasonText,
        Kind::NilUnexpected => Key::ReasonElementNotNil,
        Kind::NotJson => Key::ReasonNotJson,
        Kind::JsonField => Key::CommandReasonField,
    };
    let values = [
        ("element", Arg::from(element)),
        ("field", Arg::from(&refusal.place)),
        ("max", Arg::from(MEGABYTES_MAX)),
    ];
    let said = text.with(key, &values);
    if refusal.line == 0 {
        return said;
    }
    let line = text.with(Key::CommandReasonLine, &[("line", Arg::from(refusal.line))]);
    format!("{said} {line}")
}

/// A problem of our own JSON in words.
#[must_use]
pub fn of_field(problem: &Problem, text: &Text) -> String {
    let key = match problem.wrong {
        Wrong::Missing => Key::CommandReasonFieldMissing,
        Wrong::Unknown => Key::ReasonFieldUnknown,
        Wrong::Kind | Wrong::Value => Key::CommandReasonField,
    };
    text.with(key, &[("field", Arg::from(&problem.path))])
}
