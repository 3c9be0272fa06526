//! Draws a model; changes nothing.
//!
//! Only safe text reaches a cell, through [`parts::Pen`]. Deliberately absent: decisions. What a
//! row says is decided in `domain` and `app`; how it looks in `assets/theme.toml`.

pub mod parts;
pub mod screens;
pub mod theme;

use crate::app::geometry::{Area, Layout, SIZE_MIN};
use crate::app::model::{Model, Screen};
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
        Screen::Starting => only(&mut pen, model, Words::StartingUp),
        Screen::Leaving => only(&mut pen, model, Words::LeavingNow),
        Screen::FirstRun(state) => screens::first_run::draw(&mut pen, model, state),
        Screen::Unlock(state) => screens::unlock::draw(&mut pen, model, state),
        Screen::Desk(desk) => screens::desk::draw(&mut pen, model, desk),
    }
    for overlay in &model.overlays {
        screens::overlay::draw(&mut pen, model, overlay);
    }
    if let Some(work) = model.work {
        screens::overlay::work(&mut pen, model, work);
    }
    if let Some(position) = pen.cursor {
        frame.set_cursor_position(position);
    }
}

/// A plain drawing for when [`draw`] failed: a few lines of ASCII that cannot fail.
pub fn fallback(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let mut pen = Pen::new(frame.buffer_mut(), theme, &model.words);
    let window = pen.window();
    pen.clear(window);
    let case = model.desk().and_then(|desk| {
        let entry = desk.queue.entry(desk.case_in_hand()?)?;
        Some(entry.row.number.clone())
    });
    let mut lines = vec![
        SafeText::new(pen.say(Words::AppName).as_str()),
        SafeText::default(),
        pen.say(Words::CannotDraw),
    ];
    if let Some(number) = case {
        let number = SafeText::new(&number);
        lines.push(pen.say_with(Words::CannotDrawCase, &[("number", (&number).into())]));
    }
    let mut row = 0;
    for line in lines {
        let plain = SafeText::new(&line.ascii());
        let area = Area { x: 0, y: 0, columns: window.columns, rows: window.rows };
        row = dialog::sentence(&mut pen, area, row, &plain, Shade::Plain);
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

fn only(pen: &mut Pen<'_>, model: &Model, words: Words) {
    header::header(pen, model);
    let window = pen.window();
    let words = pen.say(words);
    pen.text((2, 2), window.columns.saturating_sub(3), &words, Shade::Plain);
    footer::footer(pen, model);
}
