//! The visible lines of a page.

use super::Pen;
use crate::app::geometry::Area;
use crate::app::page::{Page, Tone};
use crate::text::Key as Words;
use crate::view::theme::Shade;

/// Draws the visible lines, and on the last row how many follow.
pub fn page(pen: &mut Pen<'_>, area: Area, page: &Page) {
    for (row, line) in (0..area.rows).zip(page.visible()) {
        let shade = match line.tone {
            Tone::Body => Shade::Plain,
            Tone::Heading => Shade::Heading,
            Tone::Soft => Shade::Soft,
            Tone::Warning => Shade::Warning,
            Tone::Danger => Shade::Danger,
        };
        pen.text((area.x, area.y + row), area.columns, &line.text, shade);
    }
    let (_, below) = page.hidden();
    if below > 0 && area.rows > 0 && area.columns > 0 {
        let more = pen.say_with(Words::MoreBelow, &[("count", below.into())]);
        let wide = u16::try_from(more.width()).unwrap_or(area.columns).min(area.columns);
        let y = area.y + area.rows;
        pen.text((area.x + area.columns - wide, y), wide, &more, Shade::Soft);
    }
}
