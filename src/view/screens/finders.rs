//! What is found by typing: search, palette, help.

use crate::app::geometry::Area;
use crate::app::keymap::Context;
use crate::app::line::Line;
use crate::app::message::Hit;
use crate::app::model::Model;
use crate::app::screens::palette::Choice;
use crate::app::screens::{help, palette, pick, search};
use crate::domain::time::PartialDate;
use crate::text::{Key as Words, SafeText, dates};
use crate::view::parts::list::{self, Stretch};
use crate::view::parts::{Pen, dialog, footer, line_edit};
use crate::view::theme::Shade;

const KEYS_COLUMNS: u16 = 22;

/// A box with a line to type in; gives what is left for the results.
fn finder(pen: &mut Pen<'_>, title: &SafeText, line: &Line, top: bool) -> Area {
    let window = pen.window();
    let columns = window.columns.saturating_sub(6).min(100);
    let area = dialog::dialog(pen, (columns, window.rows.saturating_sub(4)), title);
    let room = area.columns.saturating_sub(2);
    line_edit::line_edit(pen, (area.x + 1, area.y), room, line, top);
    Area { y: area.y + 2, rows: area.rows.saturating_sub(2), ..area }
}

/// Rows of results around the selected one.
fn results(
    pen: &mut Pen<'_>,
    area: Area,
    selected: usize,
    rows: impl Iterator<Item = Vec<Stretch>>,
) {
    let from = list::first_shown(selected, area.rows);
    for (row, (place, stretches)) in (0..area.rows).zip(rows.enumerate().skip(from)) {
        let is_selected = place == selected;
        list::row(pen, (area.x, area.y + row), area.columns, is_selected, &stretches);
    }
}

/// Find.
pub fn search(pen: &mut Pen<'_>, state: &search::State, top: bool) {
    let title = pen.say(Words::SearchTitle);
    let area = finder(pen, &title, &state.line, top);
    let said = if state.line.is_blank() {
        Some(Words::SearchHint)
    } else if !state.is_current() || !state.complete {
        Some(Words::SearchRunning)
    } else if state.hits.is_empty() {
        Some(Words::SearchNothing)
    } else {
        None
    };
    if let Some(words) = said {
        let words = pen.say(words);
        let room = area.columns.saturating_sub(2);
        pen.text((area.x + 1, area.y - 1), room, &words, Shade::Soft);
    }
    let words = pen.words;
    let rows = state.hits.iter().map(|hit| hit_row(words, hit, area.columns));
    results(pen, area, state.selected, rows);
}

fn hit_row(words: &crate::text::Text, hit: &Hit, columns: u16) -> Vec<Stretch> {
    let why: Vec<&str> = hit.why.iter().map(|key| words.get(*key)).collect();
    let state = if hit.open { String::new() } else { words.get(Words::StateClosed).to_owned() };
    let mut last = why;
    if !state.is_empty() {
        last.push(&state);
    }
    // A date as it is stored is shown as people here write it.
    let date = PartialDate::parse(&hit.detail);
    let detail = date.map_or_else(|| hit.detail.clone(), |date| dates::partial_date(&date, words));
    let rest = columns.saturating_sub(1 + 13);
    vec![
        (13, SafeText::new(&hit.number), Shade::Soft),
        (
            rest / 2,
            SafeText::new(&hit.shown).truncate_to(usize::from(rest / 2).saturating_sub(1)),
            Shade::Plain,
        ),
        (rest / 4, SafeText::new(&detail), Shade::Plain),
        (rest / 4, SafeText::new(&last.join(", ")), Shade::Soft),
    ]
}

/// The palette.
pub fn palette(pen: &mut Pen<'_>, model: &Model, state: &palette::State, top: bool) {
    let title = pen.say(Words::PaletteTitle);
    let area = finder(pen, &title, &state.line, top);
    let keys = |choice: Choice| match choice {
        Choice::Run(intent) => footer::key_of(model, state.context, intent),
        Choice::Case(_) => String::new(),
    };
    let rows = state.shown().map(|row| {
        vec![
            (KEYS_COLUMNS, SafeText::new(&keys(row.choice)), Shade::Key),
            (area.columns.saturating_sub(KEYS_COLUMNS), SafeText::new(&row.shown), Shade::Plain),
        ]
    });
    if state.shown().next().is_none() {
        let words = pen.say(Words::PaletteNothing);
        pen.text((area.x + 1, area.y), area.columns.saturating_sub(2), &words, Shade::Soft);
    }
    results(pen, area, state.selected, rows);
}

/// Help.
pub fn help(pen: &mut Pen<'_>, state: &help::State, top: bool) {
    let place = pen.words.get(state.context.words());
    let title = pen.say_with(Words::HelpOfTitle, &[("place", place.into())]);
    let area = finder(pen, &title, &state.line, top);
    let hint = pen.say(if state.shown().next().is_none() {
        Words::PaletteNothing
    } else {
        Words::HelpHint
    });
    pen.text((area.x + 1, area.y - 1), area.columns.saturating_sub(2), &hint, Shade::Soft);
    let words = pen.words;
    let rows = state.shown().map(|row| {
        let keys: Vec<String> = row.chords.iter().map(|c| footer::chord_words(*c)).collect();
        let shared = row.context == Context::Everywhere;
        let context = if shared { words.get(Words::ContextEverywhere) } else { "" };
        vec![
            (KEYS_COLUMNS, SafeText::new(&keys.join(" ")), Shade::Key),
            (36, SafeText::new(words.get(row.intent.words())), Shade::Plain),
            (14, SafeText::new(context), Shade::Soft),
        ]
    });
    results(pen, area, state.selected, rows);
}

/// One of a list.
pub fn pick(pen: &mut Pen<'_>, state: &pick::State, top: bool) {
    let title = pen.say(state.title);
    let area = finder(pen, &title, &state.line, top);
    if state.shown().next().is_none() {
        let words = pen.say(Words::PickNothing);
        pen.text((area.x + 1, area.y), area.columns.saturating_sub(2), &words, Shade::Soft);
    }
    let wide = (area.columns / 2).min(44);
    let rows = state.shown().map(|row| {
        // Only what can be seen is made safe: a part of a plan can be long.
        let start = |text: &str| -> String { text.chars().take(200).collect() };
        let shown = SafeText::new(&start(&row.shown));
        let shown =
            if row.more.is_empty() { shown } else { shown.truncate_to(usize::from(wide) - 1) };
        let room = if row.more.is_empty() { area.columns } else { wide };
        let rest = area.columns.saturating_sub(wide + 2);
        let more = SafeText::new(&start(&row.more)).truncate_to(usize::from(rest));
        vec![(room, shown, Shade::Plain), (rest, more, Shade::Soft)]
    });
    results(pen, area, state.selected, rows);
}
