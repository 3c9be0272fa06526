//! The desk: header, strip, what fills the middle, footer.

use super::{case, contact, queue, sheet, work};
use crate::app::geometry::{Area, Layout, Pane};
use crate::app::model::{Desk, Model, Place};
use crate::domain::queue::Entry;
use crate::text::{Key as Words, SafeText};
use crate::view::parts::{Pen, dialog, footer, header, page, pane, strip};
use crate::view::theme::Shade;

/// Draws the desk.
pub fn draw(pen: &mut Pen<'_>, model: &Model, desk: &Desk) {
    header::header(pen, model);
    let entry = desk.case_in_hand().and_then(|case| desk.queue.entry(case));
    let has_strip = model.size.layout() == Layout::Pages || !matches!(desk.place, Place::Queue);
    if has_strip {
        let line = Area { x: 0, y: 1, columns: model.size.columns, rows: 1 };
        match entry {
            Some(entry) => strip::strip(pen, line, model, entry),
            None if matches!(desk.place, Place::Queue) && !desk.queue.entries().is_empty() => {
                let words = pen.say(Words::NoCaseChosen);
                pen.text((1, 1), line.columns, &words, Shade::Soft);
            }
            None => {}
        }
    }
    match &desk.place {
        Place::Queue => panes(pen, model, desk, entry),
        Place::Case(state) => case::draw(pen, model.size.page(), desk, state),
        Place::Work(state) => work::draw(pen, model.size.page(), model, state),
        Place::Contact(state) => contact::draw(pen, model.size.page(), model, state),
        Place::Sheet(state) => sheet::draw(pen, model.size.page(), model, state),
    }
    footer::footer(pen, model);
}

fn panes(pen: &mut Pen<'_>, model: &Model, desk: &Desk, entry: Option<&Entry>) {
    let size = model.size;
    let focus = desk.queue.focus;
    for shown in Pane::ALL {
        let area = size.pane(shown, focus);
        if area.rows == 0 {
            continue;
        }
        match shown {
            Pane::Queue => queue::draw(pen, area, model, desk),
            Pane::Report | Pane::Persons | Pane::Plan | Pane::Risk => {
                beside(pen, area, desk, shown);
            }
        }
    }
    if size.layout() == Layout::Panes {
        triage(pen, size.triage(), model, entry);
    }
}

fn beside(pen: &mut Pen<'_>, area: Area, desk: &Desk, shown: Pane) {
    let pages = &desk.beside;
    let (title, shown_page) = match shown {
        Pane::Queue | Pane::Report => (Words::PaneReport, &pages.report),
        Pane::Persons => (Words::PanePersons, &pages.persons),
        Pane::Plan => (Words::PanePlan, &pages.plan),
        Pane::Risk => (Words::PaneRisk, &pages.risk),
    };
    let title = pen.say(title);
    // Until the selected case is read the one before it stands here, under its own number.
    let shown_case = desk.beside.case.as_deref().and_then(|case| case.number.shown());
    let number = shown_case.map_or_else(SafeText::default, |number| SafeText::new(&number.0));
    let focus = desk.queue.focus == shown;
    let inside = pane::pane(pen, area, focus, &title, &number);
    let Some(wanted) = desk.case_in_hand() else {
        let words = pen.say(Words::NoCaseChosen);
        dialog::sentence(pen, inside, 0, &words, Shade::Soft);
        return;
    };
    let missing = desk.beside.missing.filter(|(case, _)| *case == wanted);
    if missing.is_some() || desk.beside.case.is_none() {
        let words = pen.say(missing.map_or(Words::CaseLoading, |(_, why)| why));
        dialog::sentence(pen, inside, 0, &words, Shade::Soft);
        return;
    }
    page::page(pen, inside, shown_page);
}

fn triage(pen: &mut Pen<'_>, area: Area, model: &Model, entry: Option<&Entry>) {
    let number = entry.map_or_else(SafeText::default, |entry| SafeText::new(&entry.row.number));
    let title = pen.say_with(Words::TriageOf, &[("number", (&number).into())]);
    let inside = pane::pane(pen, area, false, &title, &SafeText::default());
    let Some(entry) = entry else {
        let words = pen.say(Words::NoCaseChosen);
        dialog::sentence(pen, inside, 0, &words, Shade::Soft);
        return;
    };
    let row = strip::block(pen, inside, model, entry);
    let (overseer, shade) = overseer(pen, entry);
    pen.text((inside.x, inside.y + row), inside.columns, &overseer, shade);
    let desk = model.desk();
    let worker = entry.row.worker.and_then(|staff| desk?.name_of(staff));
    let worker = match worker {
        Some(name) => {
            let name = SafeText::new(name);
            pen.say_with(Words::AssignedTo, &[("who", (&name).into())])
        }
        None => pen.say(Words::NotAssigned),
    };
    pen.text((inside.x, inside.y + row + 1), inside.columns, &worker, Shade::Plain);
}

/// Who watches over the child's safety; that nobody does, is a warning.
pub(super) fn overseer(pen: &Pen<'_>, entry: &Entry) -> (SafeText, Shade) {
    let Some(overseer) = &entry.row.overseer else {
        return (pen.say(Words::OverseerNone), Shade::Danger);
    };
    let parts = [overseer.organisation.as_str(), overseer.person.as_str()];
    let full: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let who = SafeText::new(&full.join(" · "));
    (pen.say_with(Words::OverseerIs, &[("who", (&who).into())]), Shade::Plain)
}
