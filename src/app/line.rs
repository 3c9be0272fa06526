//! A small line editor: a name, a passphrase, a search, a reason.
//!
//! The cursor stands between graphemes. Deliberately absent: undo, selection, wrapping; long texts
//! have an editor of their own in `field`.

use super::chord::{Chord, Key};
use unicode_segmentation::UnicodeSegmentation as _;
use zeroize::Zeroize;

/// A text of this many bytes is long enough for one line.
pub const LINE_BYTES_MAX: usize = 16_000;

/// A text being typed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// Byte offset, always between graphemes.
    cursor: usize,
}

impl std::fmt::Debug for Line {
    /// What people type is not for logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Line").field("bytes", &self.text.len()).finish_non_exhaustive()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

impl Line {
    /// A line with this text, the cursor at its end.
    #[must_use]
    pub fn with(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text, false);
        line
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before and behind the cursor.
    #[must_use]
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""))
    }

    /// Whether nothing but blanks was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Takes a key; whether it meant something here. `breaks` allows Enter to break the line.
    pub fn key(&mut self, chord: Chord, breaks: bool) -> bool {
        if let Some(c) = chord.typed() {
            self.insert(c.encode_utf8(&mut [0; 4]), breaks);
            return true;
        }
        match (chord.key, chord.ctrl) {
            (Key::Backspace, false) | (Key::Char('h'), true) => self.remove_before(),
            (Key::Delete, false) | (Key::Char('d'), true) => self.remove_behind(),
            (Key::Left, false) => self.cursor = self.before(),
            (Key::Right, false) => self.cursor = self.behind(),
            (Key::Home, false) | (Key::Char('a'), true) => self.cursor = 0,
            (Key::End, false) | (Key::Char('e'), true) => self.cursor = self.text.len(),
            (Key::Char('u'), true) => {
                self.text.drain(..self.cursor);
                self.cursor = 0;
            }
            (Key::Char('w'), true) => {
                let (before, _) = self.parts();
                let kept = before.trim_end().rfind(char::is_whitespace).map_or(0, |at| {
                    at + before.get(at..).and_then(|s| s.chars().next()).map_or(1, char::len_utf8)
                });
                self.text.drain(kept..self.cursor);
                self.cursor = kept;
            }
            (Key::Enter, false) if breaks => self.insert("\n", true),
            _ => return false,
        }
        true
    }

    /// Types or pastes a text at the cursor. Control characters other than the line break are left
    /// out; a line break becomes a blank unless `breaks`.
    pub fn insert(&mut self, text: &str, breaks: bool) {
        let room = LINE_BYTES_MAX.saturating_sub(self.text.len());
        let mut taken = String::new();
        for c in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
            let c = match c {
                '\n' if breaks => '\n',
                '\n' | '\t' => ' ',
                c if c.is_control() => continue,
                c => c,
            };
            if taken.len() + c.len_utf8() > room {
                break;
            }
            taken.push(c);
        }
        let at = self.cursor.min(self.text.len());
        self.text.insert_str(at, &taken);
        self.cursor = at + taken.len();
        taken.zeroize();
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        self.text.zeroize();
        self.cursor = 0;
    }

    fn before(&self) -> usize {
        let (before, _) = self.parts();
        before.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn behind(&self) -> usize {
        let (_, behind) = self.parts();
        self.cursor + behind.graphemes(true).next().map_or(0, str::len)
    }

    fn remove_before(&mut self) {
        let from = self.before();
        self.text.drain(from..self.cursor);
        self.cursor = from;
    }

    fn remove_behind(&mut self) {
        let to = self.behind();
        self.text.drain(self.cursor..to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_steps_over_whole_characters() {
        let mut line = Line::with("ae\u{301}👨‍👩‍👧z");
        for _ in 0..2 {
            line.key(Chord::plain(Key::Left), false);
        }
        line.key(Chord::plain(Key::Backspace), false);
        assert_eq!(line.text(), "a👨‍👩‍👧z");
        line.key(Chord::plain(Key::Delete), false);
        assert_eq!(line.text(), "az");
        line.key(Chord::plain(Key::End), false);
        line.key(Chord::ctrl('w'), false);
        assert_eq!(line.text(), "");
    }

    #[test]
    fn a_paste_is_one_line_without_controls_and_has_an_end() {
        let mut line = Line::default();
        line.insert("a\r\nb\x1b[2Jc", false);
        assert_eq!(line.text(), "a b[2Jc");
        line.insert(&"é".repeat(LINE_BYTES_MAX), false);
        assert!(line.text().len() <= LINE_BYTES_MAX);
    }
}
