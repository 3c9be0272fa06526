//! A page: text wrapped to a width, to be scrolled.
//!
//! Wrapped once, when its content or the window changes, so that drawing costs the visible lines.
//! Deliberately absent: colours (a [`Tone`] says what a line is).

use crate::text::{Arg, Key as Words, SafeText, Text, cells};
use unicode_segmentation::UnicodeSegmentation as _;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Plain text.
    Body,
    /// A heading.
    Heading,
    /// Said softly: labels, who and when.
    Soft,
    /// Needs an eye.
    Warning,
    /// Danger.
    Danger,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLine {
    /// What it is.
    pub tone: Tone,
    /// No wider than the page.
    pub text: SafeText,
}

/// Lines and how far they are scrolled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    lines: Vec<PageLine>,
    scroll: usize,
    rows: usize,
}

impl Page {
    /// The visible lines.
    pub fn visible(&self) -> impl Iterator<Item = &PageLine> {
        self.lines.iter().skip(self.scroll).take(self.rows)
    }

    /// All lines.
    #[must_use]
    pub fn lines(&self) -> &[PageLine] {
        &self.lines
    }

    /// Lines above what is visible, and below.
    #[must_use]
    pub const fn hidden(&self) -> (usize, usize) {
        let below = self.lines.len().saturating_sub(self.scroll + self.rows);
        (self.scroll, below)
    }

    /// How far it is scrolled.
    #[must_use]
    pub const fn scroll(&self) -> usize {
        self.scroll
    }

    /// Scrolls by lines, no further than the last page.
    pub fn scroll_by(&mut self, steps: isize) {
        let last = self.lines.len().saturating_sub(self.rows);
        self.scroll = self.scroll.saturating_add_signed(steps).min(last);
    }

    /// Takes over the scrolling of the page it replaces.
    #[must_use]
    pub fn scrolled_like(mut self, old: &Self) -> Self {
        self.scroll = old.scroll;
        self.scroll_by(0);
        self
    }
}

/// Writes a page.
#[derive(Debug)]
pub struct Writer<'a> {
    /// For labels and sentences.
    pub words: &'a Text,
    width: usize,
    lines: Vec<PageLine>,
}

impl<'a> Writer<'a> {
    /// A page of this many columns.
    #[must_use]
    pub const fn new(words: &'a Text, columns: u16) -> Self {
        Self { words, width: columns as usize, lines: Vec::new() }
    }

    /// The page, to be shown on this many rows.
    #[must_use]
    pub fn page(self, rows: u16) -> Page {
        Page { lines: self.lines, scroll: 0, rows: usize::from(rows) }
    }

    /// A heading, with an empty line before it.
    pub fn heading(&mut self, words: &str) {
        if !self.lines.is_empty() {
            self.blank();
        }
        self.push(Tone::Heading, words, 0);
    }

    /// A sentence of ours.
    pub fn say(&mut self, tone: Tone, key: Words) {
        let words = self.words;
        self.push(tone, words.get(key), 0);
    }

    /// A sentence of ours with values, which are made safe here.
    pub fn say_with(&mut self, tone: Tone, key: Words, values: &[(&str, &str)]) {
        let safe: Vec<(&str, SafeText)> =
            values.iter().map(|(name, value)| (*name, SafeText::new(value))).collect();
        let args: Vec<(&str, Arg<'_>)> = safe.iter().map(|(n, v)| (*n, v.into())).collect();
        let sentence = self.words.with(key, &args);
        self.push(tone, &sentence, 0);
    }

    /// `label: value`; nothing when the value is empty.
    pub fn field(&mut self, label: Words, value: &str) {
        if !value.trim().is_empty() {
            let line = format!("{}: {}", self.words.get(label), value);
            self.push(Tone::Body, &line, 2);
        }
    }

    /// A text of several lines.
    pub fn text(&mut self, tone: Tone, raw: &str) {
        if !raw.is_empty() {
            self.push(tone, raw, 0);
        }
    }

    /// A text under a label of its own; nothing when it is empty.
    pub fn story(&mut self, label: Words, raw: &str) {
        if !raw.trim().is_empty() {
            self.say(Tone::Soft, label);
            self.push(Tone::Body, raw, 0);
        }
    }

    /// How many lines there are so far.
    #[must_use]
    pub const fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.lines.push(PageLine { tone: Tone::Body, text: SafeText::default() });
    }

    /// A line of the given tone; continuation lines are indented by `hang` columns.
    pub fn push(&mut self, tone: Tone, raw: &str, hang: usize) {
        for line in SafeText::lines(raw) {
            let wrapped = wrap(&line, self.width, hang);
            self.lines.extend(wrapped.into_iter().map(|text| PageLine { tone, text }));
        }
    }
}

/// What stays on one line: a word with the signs behind it, or the blanks between words.
fn unbroken(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut before = "";
    for (at, part) in line.split_word_bound_indices() {
        let is_sign = |part: &str| !part.chars().any(|c| c.is_alphanumeric() || c.is_whitespace());
        let opens = before.ends_with(['(', '[', '"', '\u{2018}', '\u{201C}']);
        let follows = is_sign(part) && !before.trim().is_empty();
        if at > from && !opens && !follows {
            parts.extend(line.get(from..at));
            from = at;
        }
        before = part;
    }
    parts.extend(line.get(from..).filter(|rest| !rest.is_empty()));
    parts
}

/// Breaks a safe line into lines of at most `width` columns, at blanks where there are any.
#[must_use]
pub fn wrap(line: &SafeText, width: usize, hang: usize) -> Vec<SafeText> {
    if width == 0 {
        return Vec::new();
    }
    if line.width() <= width {
        return vec![line.clone()];
    }
    let hang = if hang * 2 < width { hang } else { 0 };
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut used = 0;
    for word in unbroken(line.as_str()) {
        let mut word = word;
        let wide: usize = word.graphemes(true).map(cells).sum();
        if used + wide > width {
            if word.trim().is_empty() {
                word = "";
            }
            if used > hang {
                lines.push(SafeText::new(current.trim_end()));
                current = " ".repeat(hang);
                used = hang;
            }
        }
        for grapheme in word.graphemes(true) {
            let wide = cells(grapheme);
            if used + wide > width && used > hang {
                lines.push(SafeText::new(&current));
                current = " ".repeat(hang);
                used = hang;
            }
            current.push_str(grapheme);
            used += wide;
        }
    }
    if used > hang || lines.is_empty() {
        lines.push(SafeText::new(current.trim_end()));
    }
    lines.into_iter().map(|made| made.truncate_to(width)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_begins_with_the_sign_that_ends_a_word() {
        let shown = |text: &str, width| {
            let lines = wrap(&SafeText::new(text), width, 0);
            lines.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(shown("Maakt niet uit. Daarna", 14), ["Maakt niet", "uit. Daarna"]);
        assert_eq!(shown("een (kort) woord", 5), ["een", "(kort", ")", "woord"]);
        assert_eq!(shown("AAAA-BBBB-CCCC", 12), ["AAAA-BBBB-", "CCCC"]);
        assert_eq!(shown("onafgebroken", 5), ["onafg", "ebrok", "en"]);
    }
}
