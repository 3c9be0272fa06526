//! A row of a list: selected by a sign in front, in few cells, so that a move sends few bytes.

use super::Pen;
use crate::text::SafeText;
use crate::view::theme::Shade;

/// A stretch of a row: how wide at most, what, and how.
pub type Stretch = (u16, SafeText, Shade);

/// Draws a row: the sign when selected, then its stretches, each padded to its width but the last.
pub fn row(pen: &mut Pen<'_>, at: (u16, u16), columns: u16, selected: bool, row: &[Stretch]) {
    if columns == 0 {
        return;
    }
    let sign = if selected { pen.theme.signs().selected } else { " " };
    pen.sign(at, sign, Shade::Selected);
    let end = at.0.saturating_add(columns);
    let mut x = at.0.saturating_add(1);
    for (wide, text, shade) in row {
        if x >= end {
            break;
        }
        let room = (*wide).min(end - x);
        pen.text((x, at.1), room, text, *shade);
        x = x.saturating_add(*wide);
    }
}

/// The first row to show so that the selected one is in sight.
#[must_use]
pub const fn first_shown(selected: usize, rows: u16) -> usize {
    let rows = if rows == 0 { 1 } else { rows as usize };
    (selected + 1).saturating_sub(rows)
}
