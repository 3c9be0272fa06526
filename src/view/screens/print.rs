//! How a plan is to be printed.

use crate::app::geometry::Area;
use crate::app::screens::print::{Field, Stage, State};
use crate::text::{Arg, Key as Words, SafeText};
use crate::view::parts::{Pen, dialog, line_edit};
use crate::view::theme::Shade;

/// Draws the box; `top` when it has the keys.
pub fn draw(pen: &mut Pen<'_>, state: &State, top: bool) {
    let title = pen.say(Words::PrintTitle);
    let area = dialog::dialog(pen, (72, 16), &title);
    let area = Area { x: area.x + 1, columns: area.columns.saturating_sub(2), ..area };
    let mut row = 0;
    for (place, field) in Field::ALL.into_iter().enumerate() {
        if row + 1 >= area.rows {
            return;
        }
        let has_keys = place == state.focus;
        let label = pen.say(field.words());
        let shade = if has_keys { Shade::Heading } else { Shade::Soft };
        pen.text((area.x, area.y + row), area.columns, &label, shade);
        let y = area.y + row + 1;
        if field == Field::Path {
            line_edit::line_edit(pen, (area.x, y), area.columns, &state.path, has_keys && top);
        } else {
            options(pen, state, field, (Area { y, rows: 1, ..area }, has_keys && top));
        }
        row += 2;
    }
    let (words, shade) = match state.stage {
        Stage::Asking => (Words::PrintHint, Shade::Soft),
        Stage::Writing => (Words::PrintWriting, Shade::Soft),
        Stage::Refused(why) => (why, Shade::Warning),
    };
    let words = pen.say(words);
    dialog::sentence(pen, area, row + 1, &words, shade);
}

/// The options of a question; the chosen one has a sign.
fn options(pen: &mut Pen<'_>, state: &State, field: Field, (area, has_keys): (Area, bool)) {
    let [chosen_sign, _] = pen.theme.signs().dots;
    let end = area.x.saturating_add(area.columns);
    let mut x = area.x;
    for (number, (words, chosen)) in (1_u32..).zip(state.options(field)) {
        let version = state.version.unwrap_or_default();
        let args = [("number", Arg::from(u32::from(version)))];
        let words = pen.say_with(words, &args);
        pen.sign((x, area.y), if chosen { chosen_sign } else { " " }, Shade::Selected);
        let key = SafeText::new(&format!("[{number}]"));
        let room = |x: u16| end.saturating_sub(x);
        x = x.saturating_add(1);
        x += pen.text((x, area.y), room(x), &key, Shade::Key) + 1;
        let shade = if chosen { Shade::Heading } else { Shade::Plain };
        x += pen.text((x, area.y), room(x), &words, shade) + 2;
        if x >= end {
            break;
        }
    }
    if has_keys {
        pen.put_cursor((area.x, area.y));
    }
}
