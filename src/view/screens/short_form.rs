//! Forms of a few lines.

use crate::app::geometry::Area;
use crate::app::line::Line;
use crate::app::screens::short_form::{Field, State};
use crate::text::SafeText;
use crate::view::parts::{Pen, dialog, line_edit};
use crate::view::theme::Shade;

/// Rows of a field in which Enter breaks the line.
const STORY_ROWS: u16 = 6;

/// Draws the form; `top` when it has the keys.
pub fn draw(pen: &mut Pen<'_>, state: &State, top: bool) {
    let rows: u16 = state.fields.iter().map(|field| rows_of(field) + 3).sum();
    let title = pen.say(state.kind.title());
    let area = dialog::dialog(pen, (72, rows.saturating_add(3)), &title);
    let area = Area { x: area.x + 1, columns: area.columns.saturating_sub(2), ..area };
    let mut row = 0;
    for (place, field) in state.fields.iter().enumerate() {
        if row + rows_of(field) >= area.rows {
            return;
        }
        let has_keys = place == state.focus;
        let label = pen.say(field.label);
        let shade = if has_keys { Shade::Heading } else { Shade::Soft };
        pen.text((area.x, area.y + row), area.columns, &label, shade);
        row += 1;
        if field.breaks {
            let box_of = Area { y: area.y + row, rows: STORY_ROWS, ..area };
            story(pen, box_of, &field.line, has_keys && top);
        } else {
            let at = (area.x, area.y + row);
            line_edit::line_edit(pen, at, area.columns, &field.line, has_keys && top);
        }
        row += rows_of(field);
        if let Some(problem) = field.problem {
            let words = pen.say(problem);
            pen.text((area.x, area.y + row), area.columns, &words, Shade::Warning);
        }
        row += 1;
    }
}

const fn rows_of(field: &Field) -> u16 {
    if field.breaks { STORY_ROWS } else { 1 }
}

/// A text of several lines, shown around its cursor.
fn story(pen: &mut Pen<'_>, area: Area, line: &Line, cursor: bool) {
    let columns = usize::from(area.columns.saturating_sub(1));
    let (before, behind) = line.parts();
    let wrap = |text: &str| -> Vec<SafeText> {
        let lines = SafeText::lines(text);
        lines.iter().flat_map(|line| crate::app::page::wrap(line, columns, 0)).collect()
    };
    let cursor_row = wrap(before).len().saturating_sub(1);
    let cursor_column = wrap(before).last().map_or(0, SafeText::width);
    let all = wrap(&format!("{before}{behind}"));
    let from = (cursor_row + 1).saturating_sub(usize::from(area.rows));
    for row in 0..area.rows {
        let y = area.y + row;
        let empty = SafeText::default();
        let text = all.get(from + usize::from(row)).unwrap_or(&empty);
        let used = pen.text((area.x, y), area.columns, text, Shade::Field);
        let rest = area.columns.saturating_sub(used);
        pen.signs((area.x + used, y), rest, " ", Shade::Field);
    }
    if cursor {
        let x = u16::try_from(cursor_column).unwrap_or(0).min(area.columns.saturating_sub(1));
        let y = u16::try_from(cursor_row - from).unwrap_or(0);
        pen.put_cursor((area.x + x, area.y + y));
    }
}
