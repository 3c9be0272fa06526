//! The list of open work: sign, words, title, marks; only the visible rows are built.

use crate::app::geometry::{Area, Pane};
use crate::app::keymap::{Context, Intent};
use crate::app::model::{Desk, Model};
use crate::app::screens::contact;
use crate::domain::deadline::Countdown;
use crate::domain::queue::Entry;
use crate::text::{Key as Words, SafeText, dates};
use crate::view::parts::list::{self, Stretch};
use crate::view::parts::{Pen, dialog, footer, pane, strip};
use crate::view::theme::Shade;

const SIGN_COLUMNS: u16 = 3;
const LEFT_COLUMNS: u16 = 9;
const MARKS_COLUMNS: u16 = 18;
const WORKER_COLUMNS: u16 = 14;
const NUMBER_COLUMNS: u16 = 15;
const RECEIVED_COLUMNS: u16 = 11;
/// From here on every row has columns of its own for marks and worker; wider, for more.
const ROOMY_COLUMNS: u16 = 62;

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
        // The first number keeps its place, so that a move sends a digit and not the border.
        let (at, all) = (queue.selected_number(), queue.shown_count());
        let digits = all.to_string().len();
        SafeText::new(&format!("{at:>digits$}/{all}"))
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
    let contacts = desk.drafts.iter().filter(|draft| draft.form == contact::FORM).count();
    if contacts > 0 && area.rows > 3 && area.columns > 6 {
        let key = footer::key_of(model, Context::Queue, Intent::ResumeDraft);
        let args = [("count", contacts.into()), ("key", (&key).into())];
        let words = pen.say_with(Words::QueueDrafts, &args);
        let at = (area.x + 2, area.y + area.rows - 1);
        pen.text(at, area.columns.saturating_sub(4), &words, Shade::Warning);
    }
}

fn empty(pen: &mut Pen<'_>, area: Area, model: &Model, desk: &Desk) {
    let (words, intent) = if !desk.queue.loaded {
        (Words::QueueLoading, Intent::Help)
    } else if desk.queue.entries().is_empty() {
        (Words::QueueEmptyNow, Intent::NewContact)
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
    let sign = match (row.is_acute(), entry.countdown) {
        (true, _) => "!!",
        (false, Some(Countdown::Overdue(_))) => " !",
        (false, Some(Countdown::DueToday | Countdown::DaysLeft(_)) | None) => "",
    };
    let overseer = row.overseer.as_ref().map_or("", |overseer| overseer.person.as_str());
    let worker = row.worker.and_then(|staff| desk.name_of(staff)).unwrap_or(overseer);
    let mut stretches = vec![
        (SIGN_COLUMNS, SafeText::new(sign), shade),
        (LEFT_COLUMNS, left(pen, entry).truncate_to(usize::from(LEFT_COLUMNS) - 1), shade),
    ];
    let rest = columns.saturating_sub(SIGN_COLUMNS + LEFT_COLUMNS);
    if rest < ROOMY_COLUMNS {
        narrow(pen, desk, entry, rest, &mut stretches);
        return stretches;
    }
    let number = if rest < ROOMY_COLUMNS + 12 { 0 } else { NUMBER_COLUMNS };
    let received = if rest < ROOMY_COLUMNS + 12 + RECEIVED_COLUMNS { 0 } else { RECEIVED_COLUMNS };
    let title_wide = rest - MARKS_COLUMNS - WORKER_COLUMNS - number - received;
    let cell = |wide: u16, text: SafeText, shade| {
        (wide, text.truncate_to(usize::from(wide.saturating_sub(1))), shade)
    };
    let marks = marks(pen, desk, entry, usize::from(MARKS_COLUMNS));
    let worker = SafeText::new(worker);
    // The title takes the room of what has nothing to say.
    let marks_wide = if marks.width() == 0 { 0 } else { MARKS_COLUMNS };
    let worker_wide =
        if marks_wide + u16::from(worker.width() > 0) == 0 { 0 } else { WORKER_COLUMNS };
    let title_wide = title_wide + (MARKS_COLUMNS - marks_wide) + (WORKER_COLUMNS - worker_wide);
    stretches.extend([
        cell(title_wide, title(pen, entry), Shade::Plain),
        cell(marks_wide, marks, Shade::Warning),
        cell(worker_wide, worker, Shade::Soft),
    ]);
    if number > 0 {
        stretches.push(cell(number, SafeText::new(&row.number), Shade::Soft));
    }
    if received > 0 {
        let day = dates::short_day(row.received_at.day(), pen.words);
        stretches.push(cell(received, SafeText::new(&day), Shade::Soft));
    }
    stretches
}

/// Title and marks; who works on it only when there is room left.
fn narrow(pen: &Pen<'_>, desk: &Desk, entry: &Entry, rest: u16, stretches: &mut Vec<Stretch>) {
    let title = title(pen, entry);
    let title_wide = u16::try_from(title.width()).unwrap_or(u16::MAX).min(rest);
    let marks = marks(pen, desk, entry, usize::from(rest.saturating_sub(title_wide + 1)).max(12));
    let marks_wide = u16::try_from(marks.width()).unwrap_or(u16::MAX);
    let title_wide = title_wide.min(rest.saturating_sub(marks_wide.saturating_add(1)));
    stretches.push((title_wide + 1, title.truncate_to(usize::from(title_wide)), Shade::Plain));
    stretches.push((marks_wide.saturating_add(1), marks, Shade::Warning));
    let used = title_wide.saturating_add(marks_wide).saturating_add(2);
    let worker = entry.row.worker.and_then(|staff| desk.name_of(staff));
    if let Some(worker) = worker
        && rest.saturating_sub(used) >= 6
    {
        let wide = rest - used;
        let who = SafeText::new(worker).truncate_to(usize::from(wide));
        stretches.push((wide, who, Shade::Soft));
    }
}

/// What is left, in words: `ACUUT`, `vandaag`, `nog 2 d`, `-1 d`.
fn left(pen: &Pen<'_>, entry: &Entry) -> SafeText {
    if entry.row.is_acute() {
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
            crate::domain::case::State::Triage => Words::StateTriage,
            crate::domain::case::State::Investigation => Words::StateInvestigation,
            crate::domain::case::State::FollowUp => Words::StateFollowUp,
        }),
    }
}

/// No more than it must show: the family name and how many children.
fn title(pen: &Pen<'_>, entry: &Entry) -> SafeText {
    let row = &entry.row;
    let family = row.family.trim();
    let family = if family.is_empty() { pen.words.get(Words::NameUnknown) } else { family };
    let children = pen.words.count(Words::ChildrenShort, usize::from(row.children));
    SafeText::new(&[family, &children].join(", "))
}

/// The marks in words; when they do not fit, the first and how many more.
fn marks(pen: &Pen<'_>, desk: &Desk, entry: &Entry, columns: usize) -> SafeText {
    let row = &entry.row;
    let draft = entry.draft || desk.drafts.iter().any(|draft| draft.case == Some(row.case));
    let all = [
        (draft, Words::MarkDraft),
        (row.disputes > 0, Words::MarkDispute),
        (row.suggestions > 0, Words::MarkSuggestion),
        (row.flags > 0, Words::MarkFlag),
    ];
    let shown: Vec<&str> =
        all.into_iter().filter(|(is, _)| *is).map(|(_, words)| pen.words.get(words)).collect();
    let words = SafeText::new(&shown.join("·"));
    match shown.first() {
        Some(first) if words.width() > columns => {
            SafeText::new(&format!("{first} +{}", shown.len() - 1))
        }
        _ => words,
    }
}
