//! What can be wrong in the file of a form: a closed list, so that each has its own words.
//!
//! A form holds no data about persons, so what it says may be repeated here. Deliberately absent:
//! the words; they are said where a problem is told.

use super::shape::Meaning;

/// The longest file read, in bytes.
pub const FORM_BYTES_MAX: usize = 256 * 1024;
/// The most items in a form.
pub const ITEMS_MAX: usize = 400;
/// The most options of an item.
pub const OPTIONS_MAX: usize = 60;
/// The longest text, in characters.
pub const TEXT_CHARS_MAX: usize = 2_000;
/// The longest id, in characters.
pub const ID_CHARS_MAX: usize = 40;
/// The most problems told of one file: what is no form at all has too many to read.
pub const PROBLEMS_MAX: usize = 200;
/// The most points, either way.
pub const POINTS_MAX: i32 = 1_000;

/// Something wrong in the file of a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("line {line}: {field}: {what}")]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// Where in the form, such as `section[2].item[1].when`; empty for the whole file.
    pub field: String,
    /// What is wrong.
    pub what: Reason,
}

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// A text.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A list.
    List,
    /// A table.
    Table,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Reason {
    /// Longer than [`FORM_BYTES_MAX`].
    #[error("file too long")]
    FileTooLong,
    /// Not UTF-8.
    #[error("not text")]
    NotText,
    /// Not TOML, in the words of the TOML reader.
    #[error("not TOML: {0}")]
    NotToml(String),
    /// The file is not called `ID@VERSION.toml`, after its own id and version.
    #[error("the file is called otherwise")]
    FileName,
    /// A key that means nothing here.
    #[error("unknown key")]
    UnknownKey,
    /// A key that must be there is not.
    #[error("missing")]
    Missing,
    /// A value of another kind.
    #[error("must be {0:?}")]
    WrongKind(Wanted),
    /// An id is 1 to [`ID_CHARS_MAX`] of `a-z 0-9 -`.
    #[error("not an id")]
    BadId,
    /// The same id twice.
    #[error("occurs twice")]
    Twice,
    /// A number outside its range.
    #[error("must be {min} to {max}")]
    OutOfRange {
        /// The least.
        min: i64,
        /// The most.
        max: i64,
    },
    /// Not one of the words that may stand here.
    #[error("not one of {}", .0.join(", "))]
    NotOneOf(&'static [&'static str]),
    /// A text without a letter in it.
    #[error("empty")]
    Empty,
    /// A text longer than [`TEXT_CHARS_MAX`].
    #[error("text too long")]
    TextTooLong,
    /// A control character; a line break is fine in a help text.
    #[error("control character")]
    ControlCharacter,
    /// More than [`ITEMS_MAX`].
    #[error("too many items")]
    TooManyItems,
    /// More than [`OPTIONS_MAX`].
    #[error("too many options")]
    TooManyOptions,
    /// A choice needs two options, several choices need one.
    #[error("too few options")]
    TooFewOptions,
    /// A key that means nothing for this kind of item.
    #[error("not for this kind of item")]
    NotForKind,
    /// Options and a scale exclude each other.
    #[error("options and a scale")]
    OptionsAndScale,
    /// A scale is two numbers, the lower first, with at most [`OPTIONS_MAX`] steps.
    #[error("not a scale")]
    BadScale,
    /// Points count in a group.
    #[error("points without a group")]
    PointsWithoutGroup,
    /// A group counts points.
    #[error("group without points")]
    GroupWithoutPoints,
    /// Exactly one of `is` and `not`.
    #[error("exactly one of `is` and `not`")]
    OneTest,
    /// No item has this name.
    #[error("no such item")]
    NoSuchItem,
    /// A condition looks at an item that comes later.
    #[error("looks ahead")]
    LooksAhead,
    /// A condition looks at an item that is asked about other persons.
    #[error("looks at other persons")]
    OtherPersons,
    /// A condition or warning looks at an item without options.
    #[error("the item has no options")]
    OpenItem,
    /// The item has no such option.
    #[error("no such option")]
    NoSuchOption,
    /// Two items with one meaning.
    #[error("meaning given twice")]
    MeaningTwice,
    /// An item of this meaning is of another kind.
    #[error("must be of kind {}", .0.join(", "))]
    MeaningKind(&'static [&'static str]),
    /// An item of this meaning has exactly these options.
    #[error("must have the options {}", .0.join(", "))]
    MeaningOptions(&'static [&'static str]),
    /// A meaning is asked once, about the case.
    #[error("a meaning is asked once")]
    MeaningPerPerson,
    /// No item has the meaning, and one must.
    #[error("no item means {}", .0.word())]
    NoMeaning(Meaning),
    /// No item counts in this group.
    #[error("no such group")]
    NoSuchGroup,
    /// An earlier threshold is always reached first.
    #[error("never reached")]
    NeverReached,
}
