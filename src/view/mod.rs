//! Draws a model; changes nothing.
//!
//! Only safe text reaches a cell, through [`parts::Pen`]. Deliberately absent: decisions. What a
//! row says is decided in `domain` and `app`; how it looks in `assets/theme.toml`.

pub mod parts;
pub mod screens;
pub mod theme;

use crate::app::geometry::{Area, Layout, SIZE_MIN};
use crate::app::message::{Standing, Weight};
use crate::app::model::{Model, Place, Screen};
use crate::text::{Key as Words, SafeText};
use parts::{Pen, dialog, footer, header};
use ratatui::Frame;
use theme::{Shade, Theme};

/// Draws the whole window.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let mut pen = Pen::new(frame.buffer_mut(), theme, &model.words);
    if model.size.layout() == Layout::TooSmall || is_too_small(&pen) {
        too_small(&mut pen);
        return;
    }
    match &model.screen {
        Screen::Starting => starting(&mut pen, model),
        Screen::Leaving => only(&mut pen, model, Words::LeavingNow),
        Screen::FirstRun(state) => screens::first_run::draw(&mut pen, model, state),
        Screen::Unlock(state) => screens::unlock::draw(&mut pen, model, state),
        Screen::Desk(desk) => screens::desk::draw(&mut pen, model, desk),
    }
    for overlay in &model.overlays {
        screens::overlay::draw(&mut pen, model, overlay);
    }
    if let Some(work) = model.work.filter(|work| work.standing != Standing::Beside) {
        screens::overlay::work(&mut pen, model, work);
    }
    if let Some(position) = pen.cursor {
        frame.set_cursor_position(position);
    }
}

/// A plain drawing for when [`draw`] failed: the text of the case in hand as ASCII, without
/// borders, marks or widgets, so that there is little left that could fail.
pub fn fallback(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let mut pen = Pen::new(frame.buffer_mut(), theme, &model.words);
    let window = pen.window();
    pen.clear(window);
    let mut row = 0;
    let mut line = |pen: &mut Pen<'_>, text: &SafeText| {
        let plain = SafeText::new(&text.ascii());
        row = dialog::sentence(pen, window, row, &plain, Shade::Plain);
    };
    let (name, said) = (pen.say(Words::AppName), pen.say(Words::CannotDraw));
    line(&mut pen, &name);
    line(&mut pen, &said);
    let Some(desk) = model.desk() else { return };
    let Some(case) = desk.case_in_hand() else { return };
    if let Some(entry) = desk.queue.entry(case) {
        let number = SafeText::new(&entry.row.number);
        let number = pen.say_with(Words::CannotDrawCase, &[("number", (&number).into())]);
        line(&mut pen, &number);
    }
    if desk.beside.case(case).is_none() {
        return;
    }
    let pages = match &desk.place {
        Place::Case(state) => vec![&state.page],
        Place::Work(state) => vec![&state.detail],
        Place::Queue | Place::Contact(_) | Place::Sheet(_) => {
            vec![&desk.beside.report, &desk.beside.persons]
        }
    };
    for page in pages {
        for shown in page.lines().iter().skip(page.scroll()) {
            line(&mut pen, &shown.text);
        }
    }
}

fn is_too_small(pen: &Pen<'_>) -> bool {
    let window = pen.window();
    window.columns < SIZE_MIN.columns || window.rows < SIZE_MIN.rows
}

fn too_small(pen: &mut Pen<'_>) {
    let window = pen.window();
    let args = [
        ("columns", u32::from(SIZE_MIN.columns).into()),
        ("rows", u32::from(SIZE_MIN.rows).into()),
    ];
    let words = pen.say_with(Words::ErrorWindowTooSmall, &args);
    dialog::sentence(pen, window, 0, &words, Shade::Warning);
}

/// The first frame; or why there is no second: then the whole sentence, not what fits in a footer.
fn starting(pen: &mut Pen<'_>, model: &Model) {
    let fault = model.notices.iter().rev().find(|notice| notice.weight == Weight::Fault);
    let Some(fault) = fault else { return only(pen, model, Words::StartingUp) };
    header::header(pen, model);
    let words = footer::notice_words(pen, fault);
    let area = Area { x: 2, y: 2, columns: 72, rows: pen.window().rows.saturating_sub(4) };
    let columns = area.columns.min(pen.window().columns.saturating_sub(4));
    dialog::sentence(pen, Area { columns, ..area }, 0, &words, Shade::Danger);
    footer::footer(pen, model);
}

fn only(pen: &mut Pen<'_>, model: &Model, words: Words) {
    header::header(pen, model);
    let window = pen.window();
    let words = pen.say(words);
    pen.text((2, 2), window.columns.saturating_sub(3), &words, Shade::Plain);
    footer::footer(pen, model);
}
