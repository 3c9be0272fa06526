//! Reading the values of a form's file, one by one, and keeping every problem with its line.
//!
//! A value that cannot be used is told once and then missing; reading goes on. Deliberately absent:
//! what the values mean (`load`) and how they must agree (`check`).

use super::problem::{ID_CHARS_MAX, PROBLEMS_MAX, Problem, Reason, TEXT_CHARS_MAX, Wanted};
use super::shape::Words;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The most characters of a key that a problem repeats.
const KEY_CHARS_MAX: usize = 60;

/// A table of the file: where it starts, and how a problem names it.
#[derive(Clone, Debug)]
pub struct Table<'t> {
    /// The byte at which it starts.
    pub at: usize,
    /// Such as `section[2].item[1]`; empty for the whole file.
    pub path: String,
    entries: &'t DeTable<'t>,
}

impl<'t> Table<'t> {
    /// The whole file.
    pub const fn root(entries: &'t DeTable<'t>) -> Self {
        Self { at: 0, path: String::new(), entries }
    }

    /// How a problem names a key of this table.
    pub fn field(&self, key: &str) -> String {
        let key: String = key.chars().take(KEY_CHARS_MAX).collect();
        if self.path.is_empty() { key } else { format!("{}.{key}", self.path) }
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// The byte at which the value of a key starts; that of the table without one.
    pub fn at_key(&self, key: &str) -> usize {
        self.get(key).map_or(self.at, |value| value.span().start)
    }

    fn get(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.entries.get(key)
    }
}

/// Whether a text may have more than one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One.
    One,
    /// Any number.
    Many,
}

/// The problems found so far in a text.
#[derive(Debug)]
pub struct Reader<'s> {
    text: &'s str,
    problems: Vec<Problem>,
}

impl<'s> Reader<'s> {
    /// Nothing found yet.
    pub const fn new(text: &'s str) -> Self {
        Self { text, problems: Vec::new() }
    }

    /// Keeps a problem.
    pub fn tell(&mut self, at: usize, field: String, what: Reason) {
        if self.problems.len() < PROBLEMS_MAX {
            let before = self.text.as_bytes().iter().take(at);
            let line = 1 + before.filter(|byte| **byte == b'\n').count();
            self.problems.push(Problem { line, field, what });
        }
    }

    /// Keeps a problem with the value of a key.
    pub fn tell_key(&mut self, table: &Table<'_>, key: &str, what: Reason) {
        self.tell(table.at_key(key), table.field(key), what);
    }

    /// Every problem, in the order of the lines; nothing when there is none.
    pub fn into_problems(mut self) -> Option<Vec<Problem>> {
        self.problems.sort();
        self.problems.dedup();
        (!self.problems.is_empty()).then_some(self.problems)
    }

    /// Tells every key that means nothing here.
    pub fn only(&mut self, table: &Table<'_>, keys: &[&str]) {
        for (key, _) in table.entries {
            if !keys.contains(&key.get_ref().as_ref()) {
                self.tell(key.span().start, table.field(key.get_ref()), Reason::UnknownKey);
            }
        }
    }

    fn must<'t>(&mut self, table: &Table<'t>, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        let value = table.get(key);
        if value.is_none() {
            self.tell_key(table, key, Reason::Missing);
        }
        value
    }

    fn wrong<T>(&mut self, table: &Table<'_>, key: &str, what: Reason) -> Option<T> {
        self.tell_key(table, key, what);
        None
    }

    /// A text that must be there and says something; without blanks around it.
    pub fn text(&mut self, table: &Table<'_>, key: &str, lines: Lines) -> Option<String> {
        let Some(raw) = self.must(table, key)?.get_ref().as_str() else {
            return self.wrong(table, key, Reason::WrongKind(Wanted::Text));
        };
        match fit_text(raw, lines) {
            Ok(text) => Some(text),
            Err(what) => self.wrong(table, key, what),
        }
    }

    /// `nl` and `en` of a table.
    pub fn words(&mut self, table: &Table<'_>, lines: Lines) -> Option<Words> {
        let (nl, en) = (self.text(table, "nl", lines), self.text(table, "en", lines));
        Some(Words { nl: nl?, en: en? })
    }

    /// A table of `nl` and `en` and nothing else, when the key is there.
    pub fn words_in(&mut self, table: &Table<'_>, key: &str, lines: Lines) -> Option<Words> {
        let inner = self.table(table, key)?;
        self.only(&inner, &["nl", "en"]);
        self.words(&inner, lines)
    }

    /// A table, when the key is there.
    pub fn table<'t>(&mut self, table: &Table<'t>, key: &str) -> Option<Table<'t>> {
        let value = table.get(key)?;
        let Some(entries) = value.get_ref().as_table() else {
            return self.wrong(table, key, Reason::WrongKind(Wanted::Table));
        };
        Some(Table { at: value.span().start, path: table.field(key), entries })
    }

    /// The tables of a list, at most `max`; with one more the reason is told. None without the key.
    pub fn tables<'t>(
        &mut self,
        table: &Table<'t>,
        key: &str,
        (max, too_many): (usize, Reason),
    ) -> Vec<Table<'t>> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.tell_key(table, key, Reason::WrongKind(Wanted::List));
            return Vec::new();
        };
        if list.is_empty() {
            self.tell_key(table, key, Reason::Empty);
        }
        let mut tables = Vec::new();
        for (number, value) in (1..).zip(list.iter()) {
            let (at, path) = (value.span().start, format!("{}[{number}]", table.field(key)));
            if tables.len() == max {
                self.tell(at, path, too_many);
                break;
            }
            match value.get_ref().as_table() {
                Some(entries) => tables.push(Table { at, path, entries }),
                None => self.tell(at, path, Reason::WrongKind(Wanted::Table)),
            }
        }
        tables
    }

    /// A list of texts that are ids, when the key is there; at least one, none twice.
    pub fn ids(&mut self, table: &Table<'_>, key: &str) -> Option<Vec<String>> {
        let Some(list) = table.get(key)?.get_ref().as_array() else {
            return self.wrong(table, key, Reason::WrongKind(Wanted::List));
        };
        let mut ids: Vec<String> = Vec::new();
        for value in list.iter() {
            let what = match value.get_ref().as_str() {
                None => Reason::WrongKind(Wanted::Text),
                Some(id) if !is_id(id) => Reason::BadId,
                Some(id) if ids.iter().any(|known| known == id) => Reason::Twice,
                Some(id) => {
                    ids.push(id.to_owned());
                    continue;
                }
            };
            self.tell(value.span().start, table.field(key), what);
        }
        if list.is_empty() {
            return self.wrong(table, key, Reason::Empty);
        }
        Some(ids)
    }

    /// An id that must be there.
    pub fn id(&mut self, table: &Table<'_>, key: &str) -> Option<String> {
        let Some(raw) = self.must(table, key)?.get_ref().as_str() else {
            return self.wrong(table, key, Reason::WrongKind(Wanted::Text));
        };
        if is_id(raw) { Some(raw.to_owned()) } else { self.wrong(table, key, Reason::BadId) }
    }

    /// One of the words of a closed set, when the key is there.
    pub fn word<'t>(
        &mut self,
        table: &Table<'t>,
        key: &str,
        words: &'static [&'static str],
    ) -> Option<&'t str> {
        let Some(raw) = table.get(key)?.get_ref().as_str() else {
            return self.wrong(table, key, Reason::WrongKind(Wanted::Text));
        };
        if words.contains(&raw) {
            Some(raw)
        } else {
            self.wrong(table, key, Reason::NotOneOf(words))
        }
    }

    /// As [`Self::word`], and missing when the key is not there.
    pub fn word_that_must<'t>(
        &mut self,
        table: &Table<'t>,
        key: &str,
        words: &'static [&'static str],
    ) -> Option<&'t str> {
        self.must(table, key)?;
        self.word(table, key, words)
    }

    /// A flag; `false` without the key.
    pub fn flag(&mut self, table: &Table<'_>, key: &str) -> bool {
        let flag = table.get(key).map(|value| value.get_ref().as_bool());
        if flag == Some(None) {
            self.tell_key(table, key, Reason::WrongKind(Wanted::Flag));
        }
        flag.flatten().unwrap_or(false)
    }

    /// A whole number in a range, when the key is there.
    pub fn number(
        &mut self,
        table: &Table<'_>,
        key: &str,
        range: RangeInclusive<i32>,
    ) -> Option<i32> {
        match whole(table.get(key)?.get_ref()) {
            None => self.wrong(table, key, Reason::WrongKind(Wanted::Number)),
            Some(number) => {
                let fits = number.filter(|number| range.contains(number));
                if fits.is_none() {
                    let (min, max) = (i64::from(*range.start()), i64::from(*range.end()));
                    self.tell_key(table, key, Reason::OutOfRange { min, max });
                }
                fits
            }
        }
    }

    /// As [`Self::number`], and missing when the key is not there.
    pub fn number_that_must(
        &mut self,
        table: &Table<'_>,
        key: &str,
        range: RangeInclusive<i32>,
    ) -> Option<i32> {
        self.must(table, key)?;
        self.number(table, key, range)
    }

    /// A list of exactly two whole numbers, when the key is there.
    pub fn pair(&mut self, table: &Table<'_>, key: &str) -> Option<(i32, i32)> {
        let list = table.get(key)?.get_ref().as_array();
        let numbers: Vec<i32> = list
            .into_iter()
            .flat_map(|list| list.iter().map(|value| whole(value.get_ref()).flatten()))
            .collect::<Option<_>>()
            .unwrap_or_default();
        match numbers.as_slice() {
            [low, high] => Some((*low, *high)),
            _ => self.wrong(table, key, Reason::BadScale),
        }
    }
}

/// A whole number: nothing when it is no number, and nothing inside when it does not fit.
fn whole(value: &DeValue<'_>) -> Option<Option<i32>> {
    let integer = value.as_integer()?;
    Some(i32::from_str_radix(integer.as_str(), integer.radix()).ok())
}

/// Whether a text is an id: 1 to [`ID_CHARS_MAX`] of `a-z 0-9 -`.
fn is_id(text: &str) -> bool {
    let known = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    (1..=ID_CHARS_MAX).contains(&text.len()) && text.bytes().all(known)
}

fn fit_text(raw: &str, lines: Lines) -> Result<String, Reason> {
    let text = raw.trim().replace("\r\n", "\n");
    // Marks that turn the direction of writing would make one text show as another.
    let hidden = |c: char| {
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        turns || (c.is_control() && !(c == '\n' && lines == Lines::Many))
    };
    match () {
        () if text.is_empty() => Err(Reason::Empty),
        () if text.chars().count() > TEXT_CHARS_MAX => Err(Reason::TextTooLong),
        () if text.contains(hidden) => Err(Reason::ControlCharacter),
        () => Ok(text),
    }
}
