//! Words: a closed set of keys in Dutch or English, safe text for the screen, code lists, dates.
//!
//! No other room holds a sentence for people; it asks [`Text`] for a [`Key`]. Whatever came from
//! outside goes through [`SafeText`] before it reaches a screen. Deliberately absent: clocks
//! ("today" is an argument), files (the wording is part of the program), colours and layout.

pub mod codes;
pub mod dates;
mod keys;
pub mod rule;
mod safe;
mod safe_ascii;
#[cfg(test)]
mod safe_tests;
#[cfg(test)]
mod word_tests;

pub use keys::Key;
pub use safe::{FIELD_BYTES_MAX, SafeText, cells, hidden_characters};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use unic_langid::LanguageIdentifier;

const DUTCH: &str = include_str!("../../assets/text/nl.ftl");
const ENGLISH: &str = include_str!("../../assets/text/en.ftl");

/// The language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Dutch, the default.
    #[default]
    Nl,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// `nl` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// Reads `nl`, `en`, and longer tags such as `nl_NL.UTF-8`; `None` for other languages.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code.split(['-', '_', '.']).next()?.to_ascii_lowercase().as_str() {
            "nl" => Some(Self::Nl),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    const fn wording(self) -> &'static str {
        match self {
            Self::Nl => DUTCH,
            Self::En => ENGLISH,
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        // Both codes are two plain letters; without one, plurals would fall back to the root's.
        self.code().parse().unwrap_or_default()
    }
}

/// A value put into a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A count; decides between singular and plural.
    Number(i64),
    /// Words, a number of a case, a name. What came from outside must have been made safe first.
    Words(&'a str),
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(words)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(words: &'a String) -> Self {
        Self::Words(words)
    }
}

impl<'a> From<&'a SafeText> for Arg<'a> {
    fn from(words: &'a SafeText) -> Self {
        Self::Words(words.as_str())
    }
}

/// All wording of one language, read once. May be shared between threads.
pub struct Text {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    /// By key; messages that need values hold their pattern with the names of the values.
    plain: Vec<Box<str>>,
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Text {
    /// Reads the wording of a language (about a millisecond; do it once).
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        // A file with an error is still read as far as it goes: the tests below see every error.
        let resource = match FluentResource::try_new(lang.wording().to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let mut text = Self { lang, bundle, plain: Vec::new() };
        text.plain = Key::ALL.iter().map(|key| text.format(*key, None).into()).collect();
        text
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The words of a key that needs no values. Costs nothing: an index into a table.
    #[must_use]
    pub fn get(&self, key: Key) -> &str {
        self.plain.get(key as usize).map_or("", |words| words)
    }

    /// The words of a key with its values filled in, with the right plural.
    #[must_use]
    pub fn with(&self, key: Key, args: &[(&str, Arg<'_>)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(
                (*name).to_owned(),
                match value {
                    Arg::Number(number) => FluentValue::from(*number),
                    Arg::Words(words) => FluentValue::from((*words).to_owned()),
                },
            );
        }
        self.format(key, Some(&values))
    }

    /// [`Self::with`] for the usual single count.
    #[must_use]
    pub fn count(&self, key: Key, count: usize) -> String {
        self.with(key, &[("count", count.into())])
    }

    fn format(&self, key: Key, args: Option<&FluentArgs<'_>>) -> String {
        let pattern = self.bundle.get_message(key.name()).and_then(|message| message.value());
        // A message without a value cannot be: a test holds every key against both files. The name
        // of the key is then the most useful thing to show.
        let Some(pattern) = pattern else { return key.name().to_owned() };
        self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}
