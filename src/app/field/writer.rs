//! A text field: the one place that knows the text editor of the commissioner's choice
//! (`tui_textarea`), so that it can be exchanged.

use super::Typed;
use crate::app::chord::{Chord, Key as Press};
use crate::text::{FIELD_BYTES_MAX, SafeText};
use tui_textarea::{CursorMove, Input, Key, TextArea, WrapMode};

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
        // The editor underlines the line of the cursor by default: many bytes on a slow line.
        area.set_cursor_line_style(Default::default());
        if many_lines {
            area.set_wrap_mode(WrapMode::WordOrGlyph);
        }
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, many_lines, bytes }
    }

    /// The editor, for drawing.
    #[must_use]
    pub const fn area(&self) -> &TextArea<'static> {
        &self.area
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

    /// Whether nothing but blanks was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Whether the cursor stands in the first (up) or last (down) line.
    #[must_use]
    pub fn at_edge(&self, up: bool) -> bool {
        let row = self.area.cursor().0;
        if up { row == 0 } else { row + 1 >= self.area.lines().len() }
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
            Press::Up if self.many_lines => Key::Up,
            Press::Down if self.many_lines => Key::Down,
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
        assert!(long.text().len() <= FIELD_BYTES_MAX);
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
