//! The countdown of one case: how far its term is, what is left, by when, and why.

use super::{Pen, dialog};
use crate::app::geometry::Area;
use crate::app::keymap::{Context, Intent};
use crate::app::model::Model;
use crate::domain::deadline::{Countdown, act_now_until, day_of_term, time_left_millis};
use crate::domain::queue::Entry;
use crate::domain::time::Moment;
use crate::text::{Key as Words, SafeText, dates};
use crate::view::theme::Shade;

/// Every part has a place of its own, so that from case to case only what differs is sent.
const NUMBER_COLUMNS: u16 = 11;
const DAY_COLUMNS: u16 = 13;
const LEFT_COLUMNS: u16 = 16;

/// The shade of a countdown.
#[must_use]
pub const fn shade(entry: &Entry) -> Shade {
    match (entry.row.is_acute(), entry.countdown) {
        (true, _) | (false, Some(Countdown::Overdue(_))) => Shade::Danger,
        (false, Some(Countdown::DueToday)) => Shade::Warning,
        (false, Some(Countdown::DaysLeft(_)) | None) => Shade::Plain,
    }
}

/// What is left, in words: `nog 2 d 6 u`, `-1 d 3 u`.
fn left(pen: &Pen<'_>, entry: &Entry, now: Moment) -> SafeText {
    if let Some(since) = entry.row.acute_since {
        let end = act_now_until(since);
        return SafeText::new(&dates::time_left(now, end, pen.words));
    }
    entry.due_day.map_or_else(
        || pen.say(Words::NoDueDay),
        |due| {
            let end = Moment(now.0.saturating_add(time_left_millis(due, now)));
            SafeText::new(&dates::time_left(now, end, pen.words))
        },
    )
}

fn day_words(pen: &Pen<'_>, entry: &Entry, now: Moment) -> (SafeText, (u64, u64)) {
    if let Some(since) = entry.row.acute_since {
        // Of the 24 hours in which something must be done.
        let end = act_now_until(since);
        let minutes = end.millis_since(since) / 60_000;
        let run = now.millis_since(since) / 60_000;
        let part = |minutes: i64| u64::try_from(minutes).unwrap_or(0);
        return (pen.say(Words::AcuteSign), (part(run), part(minutes)));
    }
    let Some(due) = entry.due_day else { return (SafeText::default(), (0, 1)) };
    let at = day_of_term(entry.row.received_at.day(), due, now);
    let args = [("at", at.day.into()), ("count", at.of.into())];
    (pen.say_with(Words::DayOfTerm, &args), (u64::from(at.day), u64::from(at.of)))
}

fn due_words(pen: &Pen<'_>, model: &Model, entry: &Entry) -> SafeText {
    let Some(due) = entry.due_day else { return SafeText::default() };
    let day = dates::short_day_year(due, model.now.day(), pen.words);
    if matches!(entry.countdown, Some(Countdown::Overdue(_))) {
        let key = why_key(model);
        return pen
            .say_with(Words::OverdueSince, &[("day", (&day).into()), ("key", (&key).into())]);
    }
    let Some(desk) = model.desk() else { return SafeText::default() };
    let clock = match desk.opened.policy.triage.clock {
        crate::domain::deadline::Clock::Statutory => Words::ClockStatutoryShort,
        crate::domain::deadline::Clock::Working => Words::ClockWorkingShort,
    };
    let clock = pen.words.get(clock);
    let key = why_key(model);
    let args = [("day", (&day).into()), ("clock", clock.into()), ("key", (&key).into())];
    pen.say_with(Words::DueByWhy, &args)
}

/// One line above a page: number, day, bar, time left, due day.
pub fn strip(pen: &mut Pen<'_>, area: Area, model: &Model, entry: &Entry) {
    let (day, progress) = day_words(pen, entry, model.now);
    let number = SafeText::new(&entry.row.number);
    let (x, y, end) = (area.x + 1, area.y, area.x.saturating_add(area.columns));
    let mut at = x;
    let room = |at: u16| end.saturating_sub(at);
    at += pen.text((at, y), room(at), &number, Shade::Heading).max(NUMBER_COLUMNS) + 2;
    at += pen.text((at, y), room(at), &day, shade(entry)).max(DAY_COLUMNS) + 1;
    let bar = if area.columns >= 100 { 20 } else { 10 };
    if entry.due_day.is_some() && room(at) > bar {
        dialog::bar(pen, (at, y), bar, progress);
        at += bar + 1;
    }
    let left = left(pen, entry, model.now);
    at += pen.text((at, y), room(at), &left, shade(entry)).max(LEFT_COLUMNS) + 2;
    let due = due_words(pen, model, entry);
    let fits = due.width() <= usize::from(room(at));
    let due = if fits { due } else { due_short(pen, model, entry) };
    pen.text((at, y), room(at), &due, Shade::Plain);
}

fn due_short(pen: &Pen<'_>, model: &Model, entry: &Entry) -> SafeText {
    let Some(due) = entry.due_day else { return SafeText::default() };
    let day = dates::short_day(due, pen.words);
    let key = why_key(model);
    pen.say_with(Words::DueByShort, &[("day", (&day).into()), ("key", (&key).into())])
}

fn why_key(model: &Model) -> String {
    let key = model.keymap.chords(Context::Queue, Intent::Why).first();
    key.map(ToString::to_string).unwrap_or_default()
}

/// The same over three rows, for the pane beside the queue.
pub fn block(pen: &mut Pen<'_>, area: Area, model: &Model, entry: &Entry) -> u16 {
    let (day, progress) = day_words(pen, entry, model.now);
    let left = left(pen, entry, model.now);
    let used = pen.text((area.x, area.y), area.columns, &day, shade(entry)).max(DAY_COLUMNS) + 1;
    let wide = u16::try_from(left.width()).unwrap_or(u16::MAX).max(LEFT_COLUMNS).saturating_add(2);
    let bar = area.columns.saturating_sub(used.saturating_add(wide)).min(24);
    if entry.due_day.is_some() && bar >= 4 {
        dialog::bar(pen, (area.x + used, area.y), bar, progress);
    }
    let at = area.x + used + bar + 2;
    let room = (area.x + area.columns).saturating_sub(at);
    pen.text((at, area.y), room, &left, shade(entry));
    let due = due_words(pen, model, entry);
    pen.text((area.x, area.y + 1), area.columns, &due, Shade::Plain);
    2
}
