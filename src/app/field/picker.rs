//! A field that picks one or more from a list: by the key of an option, or by typing a part of the
//! words.

use super::Typed;
use crate::app::chord::{Chord, Key as Press};
use std::collections::BTreeSet;

/// The most options that can be picked by one digit.
const DIGIT_OPTIONS_MAX: usize = 9;

/// A list to pick from.
#[derive(Clone, Debug)]
pub struct Picker {
    options: Vec<(u16, String)>,
    chosen: BTreeSet<u16>,
    many: bool,
    filter: String,
    at: usize,
    /// The keys of the options, in their order, when they have keys of their own.
    keys: Vec<char>,
    in_a_row: bool,
}

impl Picker {
    /// A list of which one can be chosen. Options are (code, words).
    #[must_use]
    pub const fn one(options: Vec<(u16, String)>) -> Self {
        Self {
            options,
            chosen: BTreeSet::new(),
            many: false,
            filter: String::new(),
            at: 0,
            keys: Vec::new(),
            in_a_row: false,
        }
    }

    /// A list of which several can be chosen.
    #[must_use]
    pub const fn many(options: Vec<(u16, String)>) -> Self {
        let mut picker = Self::one(options);
        picker.many = true;
        picker
    }

    /// Gives every option a key of its own, in their order; letters in lower case. Other keys then
    /// narrow nothing.
    #[must_use]
    pub fn with_keys(mut self, keys: Vec<char>) -> Self {
        self.keys = keys;
        self
    }

    /// Whether every option has a key of its own.
    #[must_use]
    pub const fn has_keys(&self) -> bool {
        !self.keys.is_empty()
    }

    /// A scale: its options stand beside each other. Their codes are the steps.
    #[must_use]
    pub const fn in_a_row(mut self) -> Self {
        self.in_a_row = true;
        self
    }

    /// Whether the options stand beside each other.
    #[must_use]
    pub const fn is_in_a_row(&self) -> bool {
        self.in_a_row
    }

    /// Chooses a code beforehand.
    #[must_use]
    pub fn with(mut self, code: u16) -> Self {
        self.chosen.insert(code);
        self
    }

    /// The codes chosen.
    #[must_use]
    pub const fn chosen(&self) -> &BTreeSet<u16> {
        &self.chosen
    }

    /// The one code chosen.
    #[must_use]
    pub fn choice(&self) -> Option<u16> {
        self.chosen.first().copied()
    }

    /// How many options there are in all.
    #[must_use]
    pub const fn option_count(&self) -> usize {
        self.options.len()
    }

    /// Whether several can be chosen.
    #[must_use]
    pub const fn takes_many(&self) -> bool {
        self.many
    }

    /// The key that now picks the option in this place.
    #[must_use]
    pub fn key_of(&self, index: usize) -> Option<char> {
        if let Some(key) = self.keys.get(index) {
            return Some(*key);
        }
        let digit = u32::try_from(index + 1).ok().and_then(|n| char::from_digit(n, 10));
        digit.filter(|_| self.takes_digits())
    }

    const fn takes_digits(&self) -> bool {
        self.keys.is_empty() && self.is_short() && self.filter.is_empty()
    }

    fn place_of(&self, key: char) -> Option<usize> {
        let key = key.to_ascii_lowercase();
        (0..self.options.len()).find(|index| self.key_of(*index) == Some(key))
    }

    /// What was typed to narrow the list.
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// The options that match what was typed: (code, words, chosen, under the cursor).
    pub fn matches(&self) -> impl Iterator<Item = (u16, &str, bool, bool)> {
        let filter = self.filter.to_lowercase();
        self.options
            .iter()
            .filter(move |(code, words)| {
                filter.is_empty()
                    || words.to_lowercase().contains(&filter)
                    || code.to_string().starts_with(filter.trim_start_matches('0'))
                        && filter.bytes().all(|b| b.is_ascii_digit())
            })
            .enumerate()
            .map(|(n, (code, words))| {
                (*code, words.as_str(), self.chosen.contains(code), n == self.at)
            })
    }

    /// The words of the options chosen, in their order.
    pub fn chosen_words(&self) -> impl Iterator<Item = &str> {
        self.options
            .iter()
            .filter(|(code, _)| self.chosen.contains(code))
            .map(|(_, words)| words.as_str())
    }

    /// `3` or `1,6`; empty when nothing is chosen.
    #[must_use]
    pub fn value(&self) -> String {
        self.chosen.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    }

    /// Takes over what [`Self::value`] wrote; unknown codes are left out.
    pub fn set_value(&mut self, value: &str) {
        self.chosen = value
            .split(',')
            .filter_map(|code| code.trim().parse().ok())
            .filter(|code| self.options.iter().any(|(known, _)| known == code))
            .collect();
    }

    /// Applies a key.
    pub fn typed(&mut self, chord: Chord) -> Typed {
        if chord.ctrl {
            return Typed::Ignored;
        }
        match chord.key {
            Press::Char(' ') if self.filter.is_empty() => self.pick_at(),
            Press::Enter => self.pick_at(),
            Press::Char(c)
                if !self.keys.is_empty() || self.takes_digits() && c.is_ascii_digit() =>
            {
                self.pick_by_key(c)
            }
            Press::Char(c) => {
                self.filter.push(c);
                self.at = 0;
                Typed::Moved
            }
            Press::Backspace if !self.filter.is_empty() => {
                self.filter.pop();
                self.at = 0;
                Typed::Moved
            }
            Press::Backspace | Press::Delete => {
                self.chosen.clear();
                Typed::Changed
            }
            Press::Right => self.step(1),
            Press::Left => self.step(-1),
            Press::Esc
            | Press::Tab
            | Press::BackTab
            | Press::Up
            | Press::Down
            | Press::Home
            | Press::End
            | Press::PageUp
            | Press::PageDown => Typed::Ignored,
        }
    }

    const fn is_short(&self) -> bool {
        self.options.len() <= DIGIT_OPTIONS_MAX
    }

    fn step(&mut self, by: isize) -> Typed {
        let count = self.matches().count();
        if count > 0 {
            self.at = self.at.saturating_add_signed(by).min(count - 1);
        }
        Typed::Moved
    }

    fn pick_by_key(&mut self, key: char) -> Typed {
        let found = self.place_of(key);
        let Some((index, (code, _))) = found.and_then(|at| Some((at, self.options.get(at)?)))
        else {
            return Typed::Ignored;
        };
        let code = *code;
        self.at = index;
        self.toggle(code)
    }

    fn pick_at(&mut self) -> Typed {
        let found = self.matches().find(|(.., under)| *under).map(|(code, ..)| code);
        found.map_or(Typed::Answered, |code| {
            self.filter.clear();
            self.at = self.options.iter().position(|(c, _)| *c == code).unwrap_or_default();
            self.toggle(code)
        })
    }

    fn toggle(&mut self, code: u16) -> Typed {
        if self.many {
            if !self.chosen.remove(&code) {
                self.chosen.insert(code);
            }
            return Typed::Changed;
        }
        self.chosen = BTreeSet::from([code]);
        Typed::Answered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(count: u16) -> Vec<(u16, String)> {
        (1..=count).map(|code| (code, format!("keuze {code}"))).collect()
    }

    #[test]
    fn a_short_list_is_answered_by_one_digit() {
        let mut picker = Picker::one(options(5));
        assert_eq!(picker.typed(Chord::char('3')), Typed::Answered);
        assert_eq!(picker.choice(), Some(3));
    }

    #[test]
    fn options_with_keys_of_their_own_are_picked_by_those_alone() {
        let mut picker = Picker::one(options(3)).with_keys(vec!['1', 'b', '?']);
        assert_eq!(picker.typed(Chord::char('B')), Typed::Answered);
        assert_eq!(picker.choice(), Some(2));
        assert_eq!(picker.typed(Chord::char('?')), Typed::Answered);
        assert_eq!(picker.choice(), Some(3));
        assert_eq!(picker.typed(Chord::char('k')), Typed::Ignored);
        assert_eq!((picker.choice(), picker.filter()), (Some(3), ""));
    }

    #[test]
    fn a_long_list_is_narrowed_by_typing_and_picked_by_enter() {
        let mut picker = Picker::one(options(40));
        for c in "34".chars() {
            picker.typed(Chord::char(c));
        }
        assert_eq!(picker.matches().next().map(|(code, ..)| code), Some(34));
        assert_eq!(picker.typed(Chord::plain(Press::Enter)), Typed::Answered);
        assert_eq!(picker.choice(), Some(34));
    }

    #[test]
    fn several_can_be_chosen_and_taken_back_and_are_read_back() {
        let mut picker = Picker::many(options(5));
        for c in ['1', '4', '1', '5'] {
            picker.typed(Chord::char(c));
        }
        assert_eq!(picker.value(), "4,5");
        let mut again = Picker::many(options(5));
        again.set_value("4,5,77,x");
        assert_eq!(again.chosen(), picker.chosen());
    }
}
