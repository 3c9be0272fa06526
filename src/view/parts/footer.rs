//! The last line: what was said last or when was saved last, and the keys that matter now.

use super::Pen;
use crate::app::chord::{Chord, Key};
use crate::app::geometry::Area;
use crate::app::keymap::{Context, Intent};
use crate::app::message::{Standing, Weight};
use crate::app::model::Model;
use crate::text::{Arg, Key as Words, SafeText, dates};
use crate::view::theme::Shade;

/// The most rows a sentence takes at the bottom of the window.
const NOTICE_ROWS_MAX: u16 = 4;

/// A key as people call it.
#[must_use]
pub fn chord_words(chord: Chord) -> String {
    match (chord.key, chord.ctrl) {
        (Key::Up, false) => "↑".to_owned(),
        (Key::Down, false) => "↓".to_owned(),
        (Key::Left, false) => "←".to_owned(),
        (Key::Right, false) => "→".to_owned(),
        (Key::PageUp, false) => "PgUp".to_owned(),
        (Key::PageDown, false) => "PgDn".to_owned(),
        (Key::BackTab, false) => "Shift+Tab".to_owned(),
        _ => chord.to_string(),
    }
}

/// The first key of an intent here, as shown; empty when it has none.
#[must_use]
pub fn key_of(model: &Model, context: Context, intent: Intent) -> String {
    let chord = model.keymap.chords(context, intent).first();
    chord.map(|chord| chord_words(*chord)).unwrap_or_default()
}

/// Draws the footer.
pub fn footer(pen: &mut Pen<'_>, model: &Model) {
    let window = pen.window();
    let y = window.rows.saturating_sub(1);
    let (said, shade) = said(pen, model);
    let standing = model.notice_stands && !model.notices.is_empty();
    let columns = window.columns.saturating_sub(2);
    if standing {
        notice(pen, columns, &said, shade);
        return;
    }
    let used = pen.text((1, y), columns / 2, &said, shade);
    let context = model.context();
    let room = columns.saturating_sub(used + 2);
    let keys: Vec<(SafeText, SafeText)> = model
        .keymap
        .footer(context)
        .iter()
        .map(|intent| {
            let key = SafeText::new(&key_of(model, context, *intent));
            (key, pen.say(intent.words()))
        })
        .collect();
    // As many as fit, from the front; help last and always, when it is there.
    let wide = |(key, what): &(SafeText, SafeText)| {
        u16::try_from(key.width() + 1 + what.width() + 2).unwrap_or(u16::MAX)
    };
    let mut kept = keys.as_slice();
    let mut total: u16 = kept.iter().map(wide).fold(0, u16::saturating_add);
    let last = kept.last().cloned();
    while total > room.saturating_add(2) && kept.len() > 1 {
        kept = kept.get(..kept.len() - 1).unwrap_or(&[]);
        let ending = last.as_ref().map_or(0, wide);
        total = kept.iter().map(wide).fold(ending, u16::saturating_add);
    }
    let shortened = kept.len() < keys.len();
    let mut x = (1 + columns).saturating_sub(total.saturating_sub(2).min(room));
    for (key, what) in kept.iter().chain(last.iter().filter(|_| shortened)) {
        let end = 1 + columns;
        x += pen.text((x, y), end.saturating_sub(x), key, Shade::Key) + 1;
        x += pen.text((x, y), end.saturating_sub(x), what, Shade::Plain) + 2;
    }
}

/// What was said, whole: a long sentence takes the rows above for as long as it stands, because
/// what was kept safe and what to do come last in it.
fn notice(pen: &mut Pen<'_>, columns: u16, said: &SafeText, shade: Shade) {
    let window = pen.window();
    let lines = said.wrap(usize::from(columns.max(1)));
    let count = u16::try_from(lines.len()).unwrap_or(u16::MAX).clamp(1, NOTICE_ROWS_MAX);
    let top = window.rows.saturating_sub(count);
    if count > 1 {
        pen.clear(Area { x: 0, y: top, columns: window.columns, rows: count });
    }
    for (row, line) in (top..window.rows).zip(&lines) {
        pen.text((1, row), columns, line, shade);
    }
}

fn said(pen: &Pen<'_>, model: &Model) -> (SafeText, Shade) {
    if model.notice_stands
        && let Some(notice) = model.notices.last()
    {
        let shade = match notice.weight {
            Weight::Plain => Shade::Good,
            Weight::Warning => Shade::Warning,
            Weight::Fault => Shade::Danger,
        };
        return (notice_words(pen, notice), shade);
    }
    let Some(desk) = model.desk() else { return (SafeText::default(), Shade::Plain) };
    if let Some(work) = model.work.filter(|work| work.standing == Standing::Beside) {
        let (done, total) = (work.done.to_string(), work.total.to_string());
        let args = [("done", (&done).into()), ("count", (&total).into())];
        let count = pen.words.with(Words::Progress, &args);
        let words = [pen.words.get(work.what), &count].join(" ");
        return (SafeText::new(&words), Shade::Soft);
    }
    if !desk.pending.is_empty() {
        return (pen.say(Words::Saving), Shade::Warning);
    }
    let time = |at: crate::domain::time::Moment| dates::time_hhmm(at.local().time());
    let newer_draft =
        desk.draft_saved_at.filter(|at| desk.saved_at.is_none_or(|saved| saved < *at));
    let words = match (newer_draft, desk.saved_at) {
        (Some(at), _) => pen.say_with(Words::DraftSavedAt, &[("time", (&time(at)).into())]),
        (None, Some(at)) => pen.say_with(Words::SavedAt, &[("time", (&time(at)).into())]),
        (None, None) => SafeText::default(),
    };
    (words, Shade::Soft)
}

/// A notice in words; its values are made safe here.
#[must_use]
pub fn notice_words(pen: &Pen<'_>, notice: &crate::app::message::Notice) -> SafeText {
    let values: Vec<(&str, SafeText)> =
        notice.values.iter().map(|(name, value)| (*name, SafeText::new(value))).collect();
    let args: Vec<(&str, Arg<'_>)> = values
        .iter()
        .map(|(name, value)| match value.as_str().parse::<i64>() {
            // Counts decide between singular and plural.
            Ok(number) if *name == "count" => (*name, Arg::Number(number)),
            _ => (*name, value.into()),
        })
        .collect();
    pen.say_with(notice.key, &args)
}
