//! A box in the middle of the window, over what lies below.

use super::{Pen, pane};
use crate::app::geometry::Area;
use crate::text::SafeText;
use crate::view::theme::Shade;

/// Draws an empty box of at most this size and gives what is inside.
pub fn dialog(pen: &mut Pen<'_>, (columns, rows): (u16, u16), title: &SafeText) -> Area {
    let window = pen.window();
    let columns = columns.min(window.columns);
    let rows = rows.min(window.rows.saturating_sub(2));
    let area = Area {
        x: window.x + (window.columns - columns) / 2,
        y: window.y + (window.rows.saturating_sub(rows)) / 2,
        columns,
        rows,
    };
    pen.clear(area);
    pane::pane(pen, area, true, title, &SafeText::default())
}

/// Writes a sentence over as many rows as it needs; gives the row below it.
pub fn sentence(pen: &mut Pen<'_>, area: Area, from: u16, text: &SafeText, shade: Shade) -> u16 {
    let mut row = from;
    for line in crate::app::page::wrap(text, usize::from(area.columns), 0) {
        if row >= area.rows {
            break;
        }
        pen.text((area.x, area.y + row), area.columns, &line, shade);
        row += 1;
    }
    row
}

/// How far long work is, as a bar with a count.
pub fn bar(pen: &mut Pen<'_>, at: (u16, u16), columns: u16, (done, total): (u64, u64)) {
    let [full, empty] = pen.theme.signs().bar;
    let wide = u64::from(columns);
    let filled = wide.saturating_mul(done.min(total)).checked_div(total).unwrap_or(0);
    let filled = u16::try_from(filled).unwrap_or(columns);
    pen.signs(at, filled, full, Shade::Good);
    pen.signs((at.0 + filled, at.1), columns.saturating_sub(filled), empty, Shade::Soft);
}
