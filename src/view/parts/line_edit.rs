//! A line being typed, with its cursor; long lines are shown around the cursor.

use super::Pen;
use crate::app::line::Line;
use crate::text::SafeText;
use crate::view::theme::Shade;

/// Draws the line; `cursor` when it has the keys.
pub fn line_edit(pen: &mut Pen<'_>, at: (u16, u16), columns: u16, line: &Line, cursor: bool) {
    let (before, behind) = line.parts();
    typed(pen, at, columns, (&SafeText::new(before), &SafeText::new(behind)), cursor);
}

/// Draws a line of which every character is hidden.
pub fn masked(pen: &mut Pen<'_>, at: (u16, u16), columns: u16, line: &Line, cursor: bool) {
    let (before, behind) = line.parts();
    let mask = pen.theme.signs().mask;
    let hide = |text: &str| SafeText::new(&mask.repeat(text.chars().count().min(1_000)));
    typed(pen, at, columns, (&hide(before), &hide(behind)), cursor);
}

/// Draws what stands before and behind the cursor.
pub fn typed(
    pen: &mut Pen<'_>,
    at: (u16, u16),
    columns: u16,
    (before, behind): (&SafeText, &SafeText),
    cursor: bool,
) {
    if columns < 2 {
        return;
    }
    let room = usize::from(columns - 1);
    let shown = end_of(before, room);
    let used = pen.text(at, columns - 1, &shown, Shade::Field);
    let rest = columns - used;
    let written = pen.text((at.0 + used, at.1), rest, behind, Shade::Field);
    pen.signs((at.0 + used + written, at.1), rest.saturating_sub(written), " ", Shade::Field);
    if cursor {
        pen.put_cursor((at.0 + used, at.1));
    }
}

/// The last part of a text that fits.
fn end_of(text: &SafeText, columns: usize) -> SafeText {
    use unicode_segmentation::UnicodeSegmentation as _;
    if text.width() <= columns {
        return text.clone();
    }
    let mut wide = 0;
    let mut from = text.as_str().len();
    for (at, grapheme) in text.as_str().grapheme_indices(true).rev() {
        wide += crate::text::cells(grapheme);
        if wide > columns {
            break;
        }
        from = at;
    }
    SafeText::new(text.as_str().get(from..).unwrap_or(""))
}
