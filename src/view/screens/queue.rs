//! The list of open work: sign, words, title, marks; only the visible rows are built.

use crate::app::geometry::{Area, COLUMNS_WIDE, Pane};
use crate::app::keymap::{Context, Intent};
use crate::app::model::{Desk, Model};
use crate::domain::deadline::Countdown;
use crate::domain::queue::Entry;
use crate::text::{Key as Words, SafeText, dates};
use crate::view::parts::list::{self, Stretch};
use crate::view::parts::{Pen, dialog, footer, pane, strip};
use crate::view::theme::Shade;

const SIGN_COLUMNS: u16 = 3;
const LEFT_COLUMNS: u16 = 10;

/// Draws the queue pane.
pub fn draw(pen: &mut Pen<'_>, area: Area, model: &Model, desk: &Desk) {
    let queue = &desk.queue;
    let focus = queue.focus == Pane::Queue;
    let title = SafeText::new(&format!(
        "{} · {}",
        pen.words.get(Words::PaneQueue),
        pen.words.get(queue.filter.words())
    ));
    let count = if queue.loaded {
        let at = queue.selected_number().to_string();
        let all = queue.shown_count().to_string();
        SafeText::new(&format!("{at}/{all}"))
    } else {
        SafeText::default()
    };
    let inside = pane::pane(pen, area, focus, &title, &count);
    if queue.shown_count() == 0 {
        empty(pen, inside, model, desk);
    }
    for (row, (selected, entry)) in (0..inside.rows).zip(queue.visible(usize::from(inside.rows))) {
        let stretches = stretches(pen, desk, entry, inside.columns.saturating_sub(1));
        list::row(pen, (inside.x, inside.y + row), inside.columns, selected, &stretches);
    }
    if !desk.drafts.is_empty() && area.rows > 3 && area.columns > 6 {
        let key = footer::key_of(model, Context::Queue, Intent::ResumeDraft);
        let args = [("count", desk.drafts.len().into()), ("key", (&key).into())];
        let words = pen.say_with(Words::QueueDrafts, &args);
        let at = (area.x + 2, area.y + area.rows - 1);
        pen.text(at, area.columns.saturating_sub(4), &words, Shade::Warning);
    }
}

fn empty(pen: &mut Pen<'_>, area: Area, model: &Model, desk: &Desk) {
    let (words, intent) = if !desk.queue.loaded {
        (Words::QueueLoading, Intent::Help)
    } else if desk.queue.entries().is_empty() {
        (Words::QueueEmpty, Intent::NewContact)
    } else {
        (Words::QueueEmptyFilter, Intent::Filter)
    };
    let key = footer::key_of(model, Context::Queue, intent);
    let words = pen.say_with(words, &[("key", (&key).into())]);
    dialog::sentence(pen, area, 1, &words, Shade::Plain);
}

fn stretches(pen: &Pen<'_>, desk: &Desk, entry: &Entry, columns: u16) -> Vec<Stretch> {
    let shade = strip::shade(entry);
    let row = &entry.row;
    let sign = match (row.acute, entry.countdown) {
        (true, _) => "!!",
        (false, Some(Countdown::Overdue(_))) => " !",
        (false, Some(Countdown::DueToday | Countdown::DaysLeft(_)) | None) => "",
    };
    let mut stretches =
        vec![(SIGN_COLUMNS, SafeText::new(sign), shade), (LEFT_COLUMNS, left(pen, entry), shade)];
    let rest = columns.saturating_sub(SIGN_COLUMNS + LEFT_COLUMNS);
    let marks = marks(pen, desk, entry);
    let marks_wide = u16::try_from(marks.width()).unwrap_or(u16::MAX);
    let title = title(pen, entry);
    let overseer = row.overseer.as_ref().map_or("", |overseer| overseer.person.as_str());
    let worker = row.worker.and_then(|staff| desk.name_of(staff)).unwrap_or("");
    let is_wide = rest + SIGN_COLUMNS + LEFT_COLUMNS > COLUMNS_WIDE * 2 / 5 - 4;
    if is_wide {
        let received = dates::short_day(row.received_at.day(), pen.words);
        stretches.extend([
            (rest.saturating_sub(50), title, Shade::Plain),
            (12, SafeText::new(&row.number), Shade::Soft),
            (12, SafeText::new(&received), Shade::Soft),
            (13, SafeText::new(if worker.is_empty() { overseer } else { worker }), Shade::Soft),
            (13, marks, Shade::Warning),
        ]);
        return stretches;
    }
    let who = SafeText::new(if worker.is_empty() { overseer } else { worker });
    let title_wide = u16::try_from(title.width()).unwrap_or(u16::MAX);
    let room = rest.saturating_sub(marks_wide.min(rest / 2).saturating_add(1));
    let used = title_wide.min(room);
    stretches.push((used + 1, title.truncate_to(usize::from(used)), Shade::Plain));
    let after = rest.saturating_sub(used + 1);
    if marks_wide > 0 {
        let wide = marks_wide.min(after);
        stretches.push((
            wide.saturating_add(1),
            marks.truncate_to(usize::from(wide)),
            Shade::Warning,
        ));
    }
    let last = after.saturating_sub(if marks_wide > 0 { marks_wide + 1 } else { 0 });
    if last >= 6 {
        stretches.push((last, who.truncate_to(usize::from(last)), Shade::Soft));
    }
    stretches
}

/// What is left, in words: `ACUUT`, `vandaag`, `nog 2 d`, `-1 d`.
fn left(pen: &Pen<'_>, entry: &Entry) -> SafeText {
    if entry.row.acute {
        return pen.say(Words::AcuteSign);
    }
    match entry.countdown {
        Some(Countdown::Overdue(days)) => {
            pen.say_with(Words::DaysOverdueShort, &[("count", days.into())])
        }
        Some(Countdown::DueToday) => pen.say(Words::DueToday),
        Some(Countdown::DaysLeft(days)) => {
            pen.say_with(Words::DaysLeftShort, &[("count", days.into())])
        }
        None => pen.say(match entry.row.state {
            crate::domain::case::State::Advice => Words::StateAdvice,
            crate::domain::case::State::Received => Words::StateReceived,
            crate::domain::case::State::Local => Words::StateLocalVoluntary,
            crate::domain::case::State::Closed => Words::StateClosed,
        }),
    }
}

/// No more than it must show: the family name and how many children.
fn title(pen: &Pen<'_>, entry: &Entry) -> SafeText {
    let row = &entry.row;
    let family = if row.family.trim().is_empty() {
        pen.words.get(Words::NameUnknown)
    } else {
        row.family.as_str()
    };
    let children = pen.words.count(Words::ChildrenShort, usize::from(row.children));
    SafeText::new(&format!("{family}, {children}"))
}

fn marks(pen: &Pen<'_>, desk: &Desk, entry: &Entry) -> SafeText {
    let row = &entry.row;
    // What was left just now is not in the rows yet.
    let draft = entry.draft || desk.drafts.iter().any(|draft| draft.case == Some(row.case));
    let all = [
        (draft, Words::MarkDraft),
        (row.disputes > 0, Words::MarkDispute),
        (row.suggestions > 0, Words::MarkSuggestion),
        (row.flags > 0, Words::MarkFlag),
    ];
    let shown: Vec<&str> =
        all.into_iter().filter(|(is, _)| *is).map(|(_, words)| pen.words.get(words)).collect();
    SafeText::new(&shown.join("·"))
}
