//! One case, whole.

use crate::app::geometry::Area;
use crate::app::model::Desk;
use crate::app::screens::case::State;
use crate::text::{Key as Words, SafeText};
use crate::view::parts::{Pen, dialog, page, pane};
use crate::view::theme::Shade;

/// Draws the page of a case.
pub fn draw(pen: &mut Pen<'_>, area: Area, desk: &Desk, state: &State) {
    let entry = desk.queue.entry(state.case);
    let known = desk.beside.case(state.case);
    let number = known.and_then(|case| case.number.shown()).map(|number| number.0.as_str());
    let number = number.or_else(|| entry.map(|entry| entry.row.number.as_str())).unwrap_or("");
    let family = known.map(|case| case.title_family()).unwrap_or_default();
    let parts: Vec<&str> =
        [number, family.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
    let title = SafeText::new(&parts.join(" · "));
    let inside = pane::pane(pen, area, true, &title, &SafeText::default());
    if known.is_none() {
        let missing = desk.beside.missing.filter(|(case, _)| *case == state.case);
        let words = pen.say(missing.map_or(Words::CaseLoading, |(_, why)| why));
        dialog::sentence(pen, inside, 0, &words, Shade::Soft);
        return;
    }
    page::page(pen, inside, &state.page);
}
