//! The pen: the only way from text to cells. It takes safe text, stays inside the window, and
//! writes ASCII where UTF-8 is not spoken.

use crate::app::geometry::Area;
use crate::text::{Arg, Key as Words, SafeText, Text};
use crate::view::theme::{Shade, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;

/// Writes into one frame.
#[derive(Debug)]
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    /// How things look.
    pub theme: &'a Theme,
    /// The wording.
    pub words: &'a Text,
    /// Where the cursor stands, when one types.
    pub cursor: Option<Position>,
}

impl<'a> Pen<'a> {
    /// A pen for this frame.
    #[must_use]
    pub const fn new(buffer: &'a mut Buffer, theme: &'a Theme, words: &'a Text) -> Self {
        Self { buffer, theme, words, cursor: None }
    }

    /// The whole window.
    #[must_use]
    pub const fn window(&self) -> Area {
        let area = self.buffer.area;
        Area { x: area.x, y: area.y, columns: area.width, rows: area.height }
    }

    /// Our own words, which need no values.
    #[must_use]
    pub fn say(&self, key: Words) -> SafeText {
        SafeText::new(self.words.get(key))
    }

    /// Our own words with values.
    #[must_use]
    pub fn say_with(&self, key: Words, args: &[(&str, Arg<'_>)]) -> SafeText {
        SafeText::new(&self.words.with(key, args))
    }

    /// Writes at most `columns` cells; gives how many were used.
    pub fn text(&mut self, at: (u16, u16), columns: u16, text: &SafeText, shade: Shade) -> u16 {
        self.raw(at, columns, &self.shown(text, columns), shade)
    }

    /// Writes the end of a text at the end of `columns` cells.
    pub fn text_right(&mut self, at: (u16, u16), columns: u16, text: &SafeText, shade: Shade) {
        let short = text.truncate_to(usize::from(columns));
        let wide = u16::try_from(short.width()).unwrap_or(columns).min(columns);
        self.text((at.0 + (columns - wide), at.1), wide, &short, shade);
    }

    /// A sign of ours.
    pub fn sign(&mut self, at: (u16, u16), sign: &'static str, shade: Shade) {
        self.raw(at, 1, sign, shade);
    }

    /// A row of the same sign.
    pub fn signs(&mut self, at: (u16, u16), columns: u16, sign: &'static str, shade: Shade) {
        let row = sign.repeat(usize::from(columns.min(self.buffer.area.width)));
        self.raw(at, columns, &row, shade);
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Area) {
        for row in 0..area.rows {
            self.signs((area.x, area.y.saturating_add(row)), area.columns, " ", Shade::Plain);
        }
    }

    /// Puts the cursor here, when that is inside the window.
    pub fn put_cursor(&mut self, at: (u16, u16)) {
        let position = Position::new(at.0, at.1);
        if self.buffer.area.contains(position) {
            self.cursor = Some(position);
        }
    }

    fn shown(&self, text: &SafeText, columns: u16) -> String {
        let columns = usize::from(columns);
        if self.theme.is_ascii() {
            return SafeText::new(&text.ascii()).truncate_with(columns, '~').ascii();
        }
        text.truncate_to(columns).as_str().to_owned()
    }

    fn raw(&mut self, (x, y): (u16, u16), columns: u16, text: &str, shade: Shade) -> u16 {
        if !self.buffer.area.contains(Position::new(x, y)) {
            return 0;
        }
        // What lay below must not shine through: a cell keeps colours it is not told to change.
        let style = Style::reset().patch(self.theme.style(shade));
        let (end, _) = self.buffer.set_stringn(x, y, text, usize::from(columns), style);
        end.saturating_sub(x)
    }
}
