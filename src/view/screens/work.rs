//! The work on a case: tabs, clocks, what is missing, the rows; wide, the selected row whole.

use super::case;
use super::desk::overseer;
use crate::app::geometry::Area;
use crate::app::model::Model;
use crate::app::page::Tone;
use crate::app::screens::work::layout::ListLine;
use crate::app::screens::work::{Frame, Sign, State, Tab};
use crate::domain::deadline::{Clock, Term};
use crate::domain::queue::{Entry, Urgency};
use crate::text::{Key as Words, SafeText, dates};
use crate::view::parts::{Pen, page};
use crate::view::theme::Shade;

/// Draws the page.
pub fn draw(pen: &mut Pen<'_>, area: Area, model: &Model, state: &State) {
    let Some(desk) = model.desk() else { return };
    let entry = desk.queue.entry(state.case);
    let inside = case::framed(pen, area, desk, state.case);
    let frame = Frame::of(model.size);
    tabs(pen, frame.tabs, state.tab);
    let other = entry.and_then(|entry| other_clock(pen, model, entry));
    if let Some(words) = other {
        let wide = u16::try_from(words.width()).unwrap_or(u16::MAX).min(frame.tabs.columns / 2);
        let end = frame.tabs.x + frame.tabs.columns;
        pen.text_right((end - wide - 1, frame.tabs.y), wide, &words, Shade::Soft);
    }
    if !case::is_read(pen, (inside, 2), desk, state.case) {
        return;
    }
    if let Some(entry) = entry {
        facts(pen, frame.facts, entry);
    }
    let beside = frame.detail.rows > 0;
    if state.reading && !beside {
        page::page(pen, shorter(frame.list), &state.detail);
        return;
    }
    list(pen, frame.list, state);
    if beside {
        let shade = if state.reading { Shade::BorderFocus } else { Shade::Border };
        let down = pen.theme.signs().down.get(usize::from(state.reading)).copied().unwrap_or("|");
        for row in 0..frame.detail.rows {
            pen.sign((frame.detail.x.saturating_sub(2), frame.detail.y + row), down, shade);
        }
        page::page(pen, shorter(frame.detail), &state.detail);
    }
}

/// The last row tells how much follows.
const fn shorter(area: Area) -> Area {
    Area { rows: area.rows.saturating_sub(1), ..area }
}

fn tabs(pen: &mut Pen<'_>, area: Area, at: Tab) {
    let end = area.x + area.columns;
    let mut x = area.x + 1;
    for tab in Tab::ALL {
        let words = pen.say(tab.words());
        let (shade, around) =
            if tab == at { (Shade::Heading, ["[", "]"]) } else { (Shade::Soft, [" ", " "]) };
        pen.sign((x, area.y), around[0], shade);
        let used = pen.text((x + 1, area.y), end.saturating_sub(x + 2), &words, shade);
        pen.sign((x + 1 + used, area.y), around[1], shade);
        x += used + 3;
    }
}

/// How soon, and who watches.
fn facts(pen: &mut Pen<'_>, area: Area, entry: &Entry) {
    let urgency = match entry.urgency {
        Urgency::Acute => (Words::UrgencyAcute, Shade::Danger),
        Urgency::Day => (Words::UrgencyDay, Shade::Warning),
        Urgency::FiveDays => (Words::UrgencyFiveDays, Shade::Plain),
    };
    let end = area.x + area.columns;
    let mut x = area.x + 1;
    let (watches, shade) = overseer(pen, entry);
    let parts = [(pen.say(urgency.0), urgency.1), (watches, shade)];
    for (n, (words, shade)) in parts.into_iter().enumerate() {
        if n > 0 {
            let dot = SafeText::new(" · ");
            x += pen.text((x, area.y), end.saturating_sub(x), &dot, Shade::Soft);
        }
        x += pen.text((x, area.y), end.saturating_sub(x), &words, shade);
    }
}

/// The due day by the clock that is not in force, where it is another day.
fn other_clock(pen: &Pen<'_>, model: &Model, entry: &Entry) -> Option<SafeText> {
    let due = entry.due_day?;
    let opened = &model.desk()?.opened;
    let (clock, words) = match opened.policy.triage.clock {
        Clock::Statutory => (Clock::Working, Words::OtherClockWorking),
        Clock::Working => (Clock::Statutory, Words::OtherClockStatutory),
    };
    let received = entry.row.received_at.day();
    let other = opened.policy.due(received, Term::Triage, Some(clock), &opened.calendar).due_day;
    let day = dates::short_day(other, pen.words);
    (other != due).then(|| pen.say_with(words, &[("day", (&day).into())]))
}

fn list(pen: &mut Pen<'_>, area: Area, state: &State) {
    let mut y = 0;
    for line in state.laid.head.iter().take(usize::from(area.rows)) {
        let shade = match line.tone {
            Tone::Body => Shade::Plain,
            Tone::Heading => Shade::Heading,
            Tone::Soft => Shade::Soft,
            Tone::Warning => Shade::Warning,
            Tone::Danger => Shade::Danger,
        };
        pen.text((area.x + 1, area.y + y), area.columns.saturating_sub(1), &line.text, shade);
        y += 1;
    }
    let lines = state.laid.lines.iter().skip(state.top);
    for (row, line) in (y..area.rows).zip(lines) {
        let selected = line.row == state.selected_place();
        one(pen, Area { y: area.y + row, rows: 1, ..area }, state, (line, selected));
    }
    let shown = usize::from(area.rows.saturating_sub(y));
    let below = state.laid.lines.len().saturating_sub(state.top + shown);
    if below > 0 {
        let more = pen.say_with(Words::MoreBelow, &[("count", below.into())]);
        let wide = u16::try_from(more.width()).unwrap_or(area.columns).min(area.columns);
        pen.text((area.x + area.columns - wide, area.y + area.rows), wide, &more, Shade::Soft);
    }
}

fn one(pen: &mut Pen<'_>, area: Area, state: &State, (line, selected): (&ListLine, bool)) {
    if selected {
        pen.sign((area.x, area.y), pen.theme.signs().selected, Shade::Selected);
    }
    let from = area.x + if line.indent { 3 } else { 1 };
    if let Some(sign) = line.sign {
        let (sign, shade) = sign_of(pen, sign);
        pen.sign((from, area.y), sign, shade);
    }
    let label_end = area.x + state.laid.label_columns;
    let shade = if selected { Shade::Heading } else { Shade::Plain };
    pen.text((from + 2, area.y), label_end.saturating_sub(from + 3), &line.label, shade);
    let room = area.columns.saturating_sub(state.laid.label_columns + 1);
    pen.text((label_end, area.y), room, &line.summary, Shade::Plain);
}

/// The sign of a row, and how it looks.
fn sign_of(pen: &Pen<'_>, sign: Sign) -> (&'static str, Shade) {
    let (place, shade) = match sign {
        Sign::Done => (0, Shade::Good),
        Sign::Open => (1, Shade::Plain),
        Sign::Warning => (2, Shade::Warning),
        Sign::Danger => (3, Shade::Danger),
        Sign::Dispute => (4, Shade::Warning),
        Sign::Plain => (5, Shade::Soft),
    };
    (pen.theme.signs().rows.get(place).copied().unwrap_or(" "), shade)
}
