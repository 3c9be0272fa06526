//! A pane: a border with a title and, at its right, a count. The pane that has the keys is marked
//! by a heavier border, not by colour alone.

use super::Pen;
use crate::app::geometry::Area;
use crate::text::SafeText;
use crate::view::theme::Shade;

/// Draws the border and gives what is inside.
pub fn pane(
    pen: &mut Pen<'_>,
    area: Area,
    focus: bool,
    title: &SafeText,
    count: &SafeText,
) -> Area {
    if area.columns < 2 || area.rows < 2 {
        return Area::default();
    }
    let shade = if focus { Shade::BorderFocus } else { Shade::Border };
    let signs = pen.theme.signs();
    let heavy = usize::from(focus);
    let (across, down) = (signs.across[heavy], signs.down[heavy]);
    let [top_left, top_right, bottom_left, bottom_right] = signs.corners[heavy];
    let right = area.x.saturating_add(area.columns - 1);
    let bottom = area.y.saturating_add(area.rows - 1);
    let between = area.columns - 2;
    pen.sign((area.x, area.y), top_left, shade);
    pen.signs((area.x + 1, area.y), between, across, shade);
    pen.sign((right, area.y), top_right, shade);
    for row in 1..area.rows - 1 {
        pen.sign((area.x, area.y + row), down, shade);
        pen.sign((right, area.y + row), down, shade);
    }
    pen.sign((area.x, bottom), bottom_left, shade);
    pen.signs((area.x + 1, bottom), between, across, shade);
    pen.sign((right, bottom), bottom_right, shade);
    let room = between.saturating_sub(2);
    let title_shade = if focus { Shade::Heading } else { Shade::Plain };
    titled(pen, (area.x + 1, area.y), room, title, title_shade);
    let wide = u16::try_from(count.width()).unwrap_or(u16::MAX);
    if !count.is_empty() && wide.saturating_add(2) < room.saturating_sub(6) {
        titled(pen, (right - wide - 3, area.y), wide, count, Shade::Plain);
    }
    area.inside()
}

fn titled(pen: &mut Pen<'_>, at: (u16, u16), room: u16, text: &SafeText, shade: Shade) {
    if text.is_empty() || room == 0 {
        return;
    }
    pen.sign(at, " ", shade);
    let used = pen.text((at.0 + 1, at.1), room, text, shade);
    pen.sign((at.0 + 1 + used, at.1), " ", shade);
}
