//! Why a file is not taken in: a kind, the place in its structure, and the line.
//!
//! A place is made of element names only, and a name that does not look like one of the standard is
//! shown as `?`: nothing a sender wrote as a value can reach a log or a screen by this road.
//! Deliberately absent: sentences (the words live in `text`).

use std::fmt;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// More than 35 MB.
    TooLarge,
    /// Nothing in it.
    Empty,
    /// An unknown encoding, or bytes that do not fit it.
    Encoding,
    /// Not well-formed XML.
    NotXml,
    /// A document type (DTD): never read.
    DocumentType,
    /// An entity other than the five of XML.
    Entity,
    /// Nested too deep.
    TooDeep,
    /// More elements or attributes than any message needs.
    TooMany,
    /// XML, but not a message of the standard we know as a report.
    NotAReport,
    /// A message of the standard that a later step reads; kept, nothing lost.
    LaterStep,
    /// An element that must be there is missing.
    ElementMissing,
    /// An element that does not belong at this place.
    ElementUnexpected,
    /// An attribute that must be there is missing.
    AttributeMissing,
    /// An attribute that does not belong to this element.
    AttributeUnexpected,
    /// A value outside the list of allowed values.
    ValueUnknown,
    /// A value longer or shorter than allowed.
    ValueLength,
    /// A value of another form than allowed (number, date, code).
    ValueForm,
    /// Text between elements where only elements may stand.
    TextUnexpected,
    /// Marked as having no value where one is needed, or marked so and yet filled.
    NilUnexpected,
    /// Not JSON, or not of our shape.
    NotJson,
    /// A field our JSON does not know, or one that is missing or wrong.
    JsonField,
}

impl Kind {
    /// A stable word for our JSON and for `text`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Empty => "empty",
            Self::Encoding => "encoding",
            Self::NotXml => "not-xml",
            Self::DocumentType => "document-type",
            Self::Entity => "entity",
            Self::TooDeep => "too-deep",
            Self::TooMany => "too-many",
            Self::NotAReport => "not-a-report",
            Self::LaterStep => "later-step",
            Self::ElementMissing => "element-missing",
            Self::ElementUnexpected => "element-unexpected",
            Self::AttributeMissing => "attribute-missing",
            Self::AttributeUnexpected => "attribute-unexpected",
            Self::ValueUnknown => "value-unknown",
            Self::ValueLength => "value-length",
            Self::ValueForm => "value-form",
            Self::TextUnexpected => "text-unexpected",
            Self::NilUnexpected => "nil-unexpected",
            Self::NotJson => "not-json",
            Self::JsonField => "json-field",
        }
    }
}

/// A refusal: kind, place, line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Refusal {
    /// What is wrong.
    pub kind: Kind,
    /// Names from the root down, joined by `/`; empty when it is the file as a whole.
    pub place: String,
    /// The line in the file, from 1; 0 when unknown.
    pub line: u32,
}

impl Refusal {
    /// A refusal at a place.
    #[must_use]
    pub const fn at(kind: Kind, place: String, line: u32) -> Self {
        Self { kind, place, line }
    }
}

impl From<Kind> for Refusal {
    fn from(kind: Kind) -> Self {
        Self { kind, place: String::new(), line: 0 }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.code())?;
        if !self.place.is_empty() {
            write!(f, " {}", self.place)?;
        }
        if self.line > 0 {
            write!(f, " :{}", self.line)?;
        }
        Ok(())
    }
}

/// A name as it may be shown: letters, digits, `.`, `-`, `_` and `:`, at most 64; else `?`.
#[must_use]
pub fn plain_name(name: &str) -> &str {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b':');
    if name.len() <= 64 && name.bytes().all(plain) { name } else { "?" }
}
