//! A text field: the one place that knows the text editor of the commissioner's choice
//! (`tui_textarea`), so that it can be exchanged.

use super::Typed;
use super::rows::{Row, row_of, rows};
use crate::app::chord::{Chord, Key as Press};
use crate::text::{FIELD_BYTES_MAX, SafeText, cells};
use tui_textarea::{CursorMove, DataCursor, Input, Key, TextArea};
use unicode_segmentation::UnicodeSegmentation as _;

/// The longest character.
const SIGN_BYTES_MAX: usize = 4;

/// How many changes can be undone.
const UNDO_MAX: usize = 1_000;

/// Text being edited: one line, or many.
#[derive(Clone, Debug)]
pub struct Writer {
    area: TextArea<'static>,
    many_lines: bool,
    bytes: usize,
}

impl Writer {
    /// A field of one line.
    #[must_use]
    pub fn line(text: &str) -> Self {
        Self::new(text, false)
    }

    /// A field of many lines, wrapped at the edge of its window.
    #[must_use]
    pub fn paragraph(text: &str) -> Self {
        Self::new(text, true)
    }

    fn new(text: &str, many_lines: bool) -> Self {
        let lines = safe_lines(text, many_lines);
        let bytes = lines.iter().map(|line| line.len() + 1).sum();
        let mut area = TextArea::new(lines);
        area.set_max_histories(UNDO_MAX);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, many_lines, bytes }
    }

    /// What was typed, lines joined by line feeds.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The lines.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// Whether not every sign would fit any more.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.bytes + SIGN_BYTES_MAX > FIELD_BYTES_MAX
    }

    /// Whether nothing but blanks was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Where the cursor stands: the line, and the byte in it.
    #[must_use]
    pub fn cursor(&self) -> (usize, usize) {
        let DataCursor(line, column) = self.area.cursor();
        let text = self.area.lines().get(line).map_or("", String::as_str);
        (line, text.char_indices().nth(column).map_or(text.len(), |(byte, _)| byte))
    }

    /// What stands before and behind the cursor in its line.
    #[must_use]
    pub fn parts(&self) -> (&str, &str) {
        let (line, byte) = self.cursor();
        self.area.lines().get(line).and_then(|text| text.split_at_checked(byte)).unwrap_or_default()
    }

    /// The rows the text fills at this width.
    #[must_use]
    pub fn rows(&self, columns: usize) -> Vec<Row> {
        rows(self.area.lines(), columns).collect()
    }

    /// Moves the cursor a row up or down; `false` when there is none.
    pub fn step_row(&mut self, up: bool, columns: usize) -> bool {
        let all = self.rows(columns);
        let (line, byte) = self.cursor();
        let here = row_of(&all, (line, byte));
        let target = if up { here.checked_sub(1) } else { here.checked_add(1) };
        let Some(target) = target.and_then(|target| Some((target, *all.get(target)?))) else {
            return false;
        };
        let from = all.get(here).map_or(0, |row| row.from);
        let before = self.stretch(line, from, byte);
        let column: usize = before.graphemes(true).map(cells).sum();
        let (index, row) = target;
        // The end of a row that goes on below is the start of the next one.
        let goes_on = all.get(index + 1).is_some_and(|next| next.line == row.line);
        let mut byte = row.from;
        let mut used = 0;
        for grapheme in self.stretch(row.line, row.from, row.to).graphemes(true) {
            let end = byte + grapheme.len();
            used += cells(grapheme);
            if used > column || (goes_on && end >= row.to) {
                break;
            }
            byte = end;
        }
        let chars = self.stretch(row.line, 0, byte).chars().count();
        // A field is shorter than 64 KiB, so both numbers fit.
        let number = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(number(row.line), number(chars)));
        true
    }

    fn stretch(&self, line: usize, from: usize, to: usize) -> &str {
        self.area.lines().get(line).and_then(|text| text.get(from..to)).unwrap_or("")
    }

    /// Replaces the text.
    pub fn set(&mut self, text: &str) {
        *self = Self::new(text, self.many_lines);
    }

    /// Inserts pasted text at the cursor, made visible; cut where the field is full.
    pub fn paste(&mut self, text: &str) {
        let joined = safe_lines(text, self.many_lines).join("\n");
        let room = FIELD_BYTES_MAX.saturating_sub(self.bytes);
        let cut = floor_char_boundary(&joined, room);
        self.area.insert_str(&joined[..cut]);
        self.bytes += cut;
    }

    /// Applies a key.
    pub fn typed(&mut self, chord: Chord) -> Typed {
        if let Press::Char(c) = chord.key
            && !chord.ctrl
        {
            return self.insert(c);
        }
        let Some(input) = self.input_for(chord) else { return Typed::Ignored };
        let changed = self.area.input(input);
        if changed {
            // Deleting is rare and the text is bounded: count anew rather than guess.
            self.bytes = self.area.lines().iter().map(|line| line.len() + 1).sum();
            Typed::Changed
        } else {
            Typed::Moved
        }
    }

    fn insert(&mut self, c: char) -> Typed {
        if self.bytes + c.len_utf8() > FIELD_BYTES_MAX {
            return Typed::Ignored;
        }
        if c.is_ascii_graphic() || c == ' ' || c.is_alphanumeric() {
            self.area.insert_char(c);
            self.bytes += c.len_utf8();
        } else {
            // Combining marks stay joined to their letter; what is hidden becomes visible.
            let mut buffer = [0; 4];
            let typed: &str = c.encode_utf8(&mut buffer);
            let visible =
                if is_combining(c) { typed.to_owned() } else { SafeText::new(typed).to_string() };
            self.area.insert_str(&visible);
            self.bytes += visible.len();
        }
        Typed::Changed
    }

    fn input_for(&self, chord: Chord) -> Option<Input> {
        let key = match chord.key {
            Press::Enter if self.many_lines => Key::Enter,
            Press::Backspace => Key::Backspace,
            Press::Delete => Key::Delete,
            Press::Left => Key::Left,
            Press::Right => Key::Right,
            Press::Home => Key::Home,
            Press::End => Key::End,
            // Undo, redo, delete word, start and end of the line, as editors have them.
            Press::Char(c @ ('u' | 'r' | 'w' | 'a' | 'e' | 'k')) if chord.ctrl => Key::Char(c),
            Press::Char(_)
            | Press::Enter
            | Press::Up
            | Press::Down
            | Press::Esc
            | Press::Tab
            | Press::BackTab
            | Press::PageUp
            | Press::PageDown => return None,
        };
        Some(Input { key, ctrl: chord.ctrl, alt: false, shift: false })
    }
}

/// Combining marks (U+0300–U+036F) as some keyboards send them after the letter.
const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn safe_lines(text: &str, many_lines: bool) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = if many_lines { text } else { text.replace('\n', " ") };
    let lines: Vec<String> = text.split('\n').map(|line| SafeText::new(line).to_string()).collect();
    if lines.is_empty() { vec![String::new()] } else { lines }
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut cut = at.min(text.len());
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_is_kept_and_nothing_in_it_is_hidden() {
        let mut writer = Writer::paragraph("");
        writer.paste("een\r\ntwee\u{202e}drie\u{1b}[31m");
        assert_eq!(writer.lines().len(), 2);
        assert!(!crate::text::hidden_characters(&writer.text()));
        assert!(writer.text().contains("twee") && writer.text().contains("drie"));
    }

    #[test]
    fn a_line_stays_one_line_and_a_field_has_an_end() {
        let mut line = Writer::line("");
        line.paste("een\ntwee");
        assert_eq!(line.text(), "een twee");
        let mut long = Writer::paragraph("");
        long.paste(&"a".repeat(2 * FIELD_BYTES_MAX));
        while long.typed(Chord::char('a')) == Typed::Changed {}
        assert_eq!(long.typed(Chord::char('a')), Typed::Ignored);
        assert!(long.text().len() <= FIELD_BYTES_MAX && long.is_full());
        long.typed(Chord::plain(Press::Backspace));
        for _ in 0..SIGN_BYTES_MAX {
            long.typed(Chord::plain(Press::Backspace));
        }
        assert!(!long.is_full());
    }

    #[test]
    fn the_cursor_goes_up_and_down_by_the_rows_that_are_shown() {
        let mut writer = Writer::paragraph("een kind huilt\nhard");
        assert!(!writer.step_row(false, 9));
        assert!(writer.step_row(true, 9));
        assert_eq!(writer.cursor(), (0, 13));
        assert!(writer.step_row(true, 9));
        assert_eq!(writer.cursor(), (0, 4));
        assert!(!writer.step_row(true, 9));
        assert!(writer.step_row(false, 9) && writer.step_row(false, 9));
        assert_eq!(writer.cursor(), (1, 4));
    }

    #[test]
    fn typing_can_be_undone() {
        let mut writer = Writer::line("");
        for c in "noor".chars() {
            assert_eq!(writer.typed(Chord::char(c)), Typed::Changed);
        }
        while writer.typed(Chord::ctrl('u')) == Typed::Changed && !writer.is_blank() {}
        assert!(writer.is_blank());
    }
}
