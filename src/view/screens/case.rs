//! One case, whole.

use crate::app::geometry::Area;
use crate::app::model::Desk;
use crate::app::screens::case::State;
use crate::domain::id::CaseId;
use crate::text::{Key as Words, SafeText};
use crate::view::parts::{Pen, dialog, page, pane};
use crate::view::theme::Shade;

/// Draws the page of a case.
pub fn draw(pen: &mut Pen<'_>, area: Area, desk: &Desk, state: &State) {
    let inside = framed(pen, area, desk, state.case);
    if is_read(pen, (inside, 0), desk, state.case) {
        page::page(pen, inside, &state.page);
    }
}

/// The border of a page about a case, with its number and family; gives what is inside.
pub fn framed(pen: &mut Pen<'_>, area: Area, desk: &Desk, case: CaseId) -> Area {
    let known = desk.beside.case(case);
    let number = known.and_then(|case| case.number.shown()).map(|number| number.0.as_str());
    let queued = || desk.queue.entry(case).map(|entry| entry.row.number.as_str());
    let number = number.or_else(queued).unwrap_or("");
    let family = known.map(|case| case.title_family()).unwrap_or_default();
    let parts: Vec<&str> =
        [number, family.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
    let title = SafeText::new(&parts.join(" · "));
    pane::pane(pen, area, true, &title, &SafeText::default())
}

/// Whether the case was read; if not, says on this row why there is nothing to see yet.
pub fn is_read(pen: &mut Pen<'_>, (inside, row): (Area, u16), desk: &Desk, case: CaseId) -> bool {
    let known = desk.beside.case(case).is_some();
    if !known {
        let missing = desk.beside.missing.filter(|(missing, _)| *missing == case);
        let words = pen.say(missing.map_or(Words::CaseLoading, |(_, why)| why));
        dialog::sentence(pen, inside, row, &words, Shade::Soft);
    }
    known
}
