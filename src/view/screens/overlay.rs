//! What lies over the screen: lists to read, a question, long work.

use super::{compare, finders, print, short_form, unlock};
use crate::app::geometry::Area;
use crate::app::keymap::{Context, Intent};
use crate::app::message::{Progress, Standing, Weight};
use crate::app::model::{Model, Overlay};
use crate::app::page::Writer;
use crate::app::screens::work::sign;
use crate::app::screens::{case_page, confirm, drafts, links, notices, why};
use crate::domain::deadline::{ExplainedDay, Rest, Why};
use crate::domain::fact::Verdict;
use crate::text::{Arg, Key as Words, SafeText, Text, dates};
use crate::view::parts::{Pen, dialog, footer, line_edit, list};
use crate::view::theme::Shade;

/// The most rows of what is signed in the box of the signature.
const SAYS_ROWS: u16 = 3;

/// Draws one overlay. Only the last one has the keys, and the cursor.
pub fn draw(pen: &mut Pen<'_>, model: &Model, overlay: &Overlay) {
    let top = model.overlays.last().is_some_and(|last| std::ptr::eq(last, overlay));
    if top {
        pen.cursor = None;
    }
    match overlay {
        Overlay::Search(state) => finders::search(pen, state, top),
        Overlay::Palette(state) => finders::palette(pen, model, state, top),
        Overlay::Help(state) => finders::help(pen, state, top),
        Overlay::Notices(state) => notices(pen, model, *state),
        Overlay::Why(state) => why(pen, state),
        Overlay::Links(state) => links(pen, model, *state),
        Overlay::Drafts(state) => drafts(pen, model, *state),
        Overlay::Pick(state) => finders::pick(pen, state, top),
        Overlay::Compare(state) => compare::draw(pen, state),
        Overlay::Print(state) => print::draw(pen, model, state, top),
        Overlay::Form(state) => short_form::draw(pen, state, top),
        Overlay::Sign(state) => sign(pen, model, state),
        Overlay::Confirm(state) => confirm(pen, model, state),
    }
}

fn sheet(pen: &mut Pen<'_>, title: Words) -> Area {
    let window = pen.window();
    let title = pen.say(title);
    let columns = window.columns.saturating_sub(6).min(90);
    dialog::dialog(pen, (columns, window.rows.saturating_sub(4)), &title)
}

fn notices(pen: &mut Pen<'_>, model: &Model, state: notices::State) {
    let area = sheet(pen, Words::NoticesTitle);
    if model.notices.is_empty() {
        let words = pen.say(Words::NoticesNone);
        dialog::sentence(pen, area, 0, &words, Shade::Soft);
    }
    let mut row = 0;
    for notice in model.notices.iter().rev().skip(state.scroll) {
        if row >= area.rows {
            return;
        }
        let shade = match notice.weight {
            Weight::Plain => Shade::Plain,
            Weight::Warning => Shade::Warning,
            Weight::Fault => Shade::Danger,
        };
        let time = dates::time_hhmm(notice.at.local().time());
        let words = footer::notice_words(pen, notice);
        let line = SafeText::new(&format!("{time}  {}", words.as_str()));
        row = dialog::sentence(pen, area, row, &line, shade);
    }
}

fn why(pen: &mut Pen<'_>, state: &why::State) {
    let area = sheet(pen, Words::WhyTitle);
    let explanation = &state.explanation;
    let day = dates::long_day(explanation.due_day, pen.words);
    let answer = pen.say_with(Words::DeadlineAnswer, &[("day", (&day).into())]);
    let mut row = dialog::sentence(pen, area, 0, &answer, Shade::Heading);
    if let Some(sooner) = state.sooner {
        let day = dates::long_day(sooner, pen.words);
        let judged = pen.say_with(Words::WhyJudged, &[("day", (&day).into())]);
        row = dialog::sentence(pen, area, row, &judged, Shade::Warning);
    }
    let policy =
        pen.say_with(Words::DeadlinePolicy, &[("policy", Arg::Words(explanation.policy.as_str()))]);
    let row = dialog::sentence(pen, area, row, &policy, Shade::Soft) + 1;
    let rows = area.rows.saturating_sub(row);
    for (at, explained) in (0..rows).zip(explanation.days.iter().skip(state.scroll)) {
        let y = area.y + row + at;
        let day = SafeText::new(&dates::short_day(explained.day, pen.words));
        let counts = pen.say(if explained.counts { Words::Yes } else { Words::No });
        let due = explained.day == explanation.due_day;
        let shade = if due { Shade::Heading } else { Shade::Plain };
        let because = because(pen.words, explained);
        let stretches = [
            (12, day, shade),
            (6, counts, shade),
            (area.columns.saturating_sub(19), SafeText::new(&because), shade),
        ];
        list::row(pen, (area.x, y), area.columns, due, &stretches);
    }
}

/// Why a day counts or not, in words.
fn because(words: &Text, explained: &ExplainedDay) -> String {
    let rest_words = |rest: Rest| words.get(dates::rest_day(rest));
    match explained.why {
        Why::DayOfReceipt => words.get(Words::WhyDayOfReceipt).to_owned(),
        Why::Counts => words.get(Words::WhyCounts).to_owned(),
        Why::CountsOn(rest) => {
            format!("{} · {}", words.get(Words::WhyCounts), rest_words(rest))
        }
        Why::Rest(rest) => rest_words(rest).to_owned(),
        Why::EndMovedFrom(rest) => {
            format!("{} · {}", words.get(Words::WhyEndMoved), rest_words(rest))
        }
        Why::TwoOrdinaryDays => words.get(Words::WhyNeedsTwoOrdinaryDays).to_owned(),
    }
}

fn links(pen: &mut Pen<'_>, model: &Model, state: links::State) {
    let area = sheet(pen, Words::LinksTitle);
    let Some(case) = model.desk().and_then(|desk| desk.beside.case(state.case)) else { return };
    let writer = Writer::new(pen.words, area.columns);
    let from = list::first_shown(state.selected, area.rows);
    let shown = links::links(case);
    for (row, (place, (_, link))) in (0..area.rows).zip(shown.iter().enumerate().skip(from)) {
        let number = model.desk().and_then(|desk| desk.queue.entry(link.other));
        let number = number.map_or("", |entry| entry.row.number.as_str());
        let waits = link.verdict == Verdict::Suggested;
        let shade = if waits { Shade::Warning } else { Shade::Plain };
        let line = SafeText::new(&case_page::link_line(&writer, link));
        let stretches = [
            (13, SafeText::new(number), Shade::Soft),
            (area.columns.saturating_sub(14), line, shade),
        ];
        let selected = place == state.selected;
        list::row(pen, (area.x, area.y + row), area.columns, selected, &stretches);
    }
}

fn drafts(pen: &mut Pen<'_>, model: &Model, state: drafts::State) {
    let Some(desk) = model.desk() else { return };
    let shown = drafts::list(desk);
    let title = pen.say(Words::DraftsTitle);
    let rows = u16::try_from(shown.len()).unwrap_or(u16::MAX).clamp(3, 12).saturating_add(2);
    let columns = pen.window().columns.saturating_sub(6).min(90);
    let area = dialog::dialog(pen, (columns, rows), &title);
    let from = list::first_shown(state.selected, area.rows);
    for (row, (place, draft)) in (0..area.rows).zip(shown.iter().enumerate().skip(from)) {
        let line = drafts::line(draft);
        let kind = draft_kind(pen, model, line.kind);
        let time = SafeText::new(&dates::short_moment(line.started, pen.words));
        let time = pen.say_with(Words::DraftsLine, &[("time", (&time).into())]);
        // Only the beginning is made safe: a story can be long.
        let words: String = line.first_words.chars().take(200).collect();
        let entry = draft.case.and_then(|case| desk.queue.entry(case));
        let words = match (words.is_empty(), entry) {
            (false, _) => SafeText::new(&words),
            (true, Some(entry)) => {
                SafeText::new(&format!("{} {}", entry.row.number, entry.row.family))
            }
            (true, None) => pen.say(Words::DraftsNoWords),
        };
        let stretches = [
            (17, kind.truncate_to(16), Shade::Heading),
            (26, time, Shade::Soft),
            (area.columns.saturating_sub(44), words, Shade::Plain),
        ];
        let selected = place == state.selected;
        list::row(pen, (area.x, area.y + row), area.columns, selected, &stretches);
    }
}

fn draft_kind(pen: &Pen<'_>, model: &Model, kind: drafts::Kind<'_>) -> SafeText {
    match kind {
        drafts::Kind::Contact(kind) => {
            kind.map_or_else(SafeText::default, |kind| pen.say(kind.key()))
        }
        drafts::Kind::Sheet(id, version) => {
            let mut forms = model.forms.all().iter();
            let form = forms.find(|form| form.name.id == id && form.name.version == version);
            form.map_or_else(SafeText::default, |form| {
                SafeText::new(form.title.of(pen.words.lang().code()))
            })
        }
    }
}

fn confirm(pen: &mut Pen<'_>, model: &Model, state: &confirm::State) {
    let title = pen.say(Words::ConfirmTitle);
    let area = dialog::dialog(pen, (60, 9), &title);
    let area = Area { x: area.x + 1, columns: area.columns.saturating_sub(2), ..area };
    let values: Vec<(&str, SafeText)> =
        state.values.iter().map(|(name, value)| (*name, SafeText::new(value))).collect();
    let args: Vec<(&str, Arg<'_>)> = values.iter().map(|(n, v)| (*n, v.into())).collect();
    let question = pen.say_with(state.question, &args);
    let row = dialog::sentence(pen, area, 1, &question, Shade::Plain) + 1;
    let key = |intent| footer::key_of(model, Context::Confirm, intent);
    let yes = format!("{} {}", key(Intent::Accept), pen.words.get(Words::Yes));
    let no = format!("{} {}", key(Intent::Reject), pen.words.get(Words::No));
    let line = SafeText::new(&[yes, no].join("    "));
    if row < area.rows {
        pen.text((area.x, area.y + row), area.columns, &line, Shade::Key);
    }
}

/// A colleague signs: what, who, the passphrase; who sits here stays.
fn sign(pen: &mut Pen<'_>, model: &Model, state: &sign::State) {
    let title = pen.say(Words::SignTitle);
    let area = dialog::dialog(pen, (68, 20), &title);
    let area = Area { x: area.x + 1, columns: area.columns.saturating_sub(2), ..area };
    let what = pen.say(state.waiting.what.words());
    let row = dialog::sentence(pen, area, 0, &what, Shade::Heading);
    // Its beginning; all of it stands on the page below.
    let says: String = state.says.chars().take(400).collect();
    let lines = Area { rows: (row + SAYS_ROWS).min(area.rows), ..area };
    let row = dialog::sentence(pen, lines, row, &SafeText::new(&says), Shade::Plain) + 1;
    let explained = pen.say(Words::SignExplained);
    let row = dialog::sentence(pen, area, row, &explained, Shade::Plain) + 1;
    let who = pen.say(Words::SignWho);
    pen.text((area.x, area.y + row), area.columns, &who, Shade::Soft);
    let row = unlock::staff(pen, area, row + 1, (&state.staff, state.chosen, None)) + 1;
    let label = pen.say(Words::UnlockPassphrase);
    let used = pen.text((area.x, area.y + row), area.columns, &label, Shade::Soft) + 2;
    let room = area.columns.saturating_sub(used);
    let trying = matches!(state.stage, sign::Stage::Trying(_));
    let top = matches!(model.overlays.last(), Some(Overlay::Sign(_)));
    line_edit::masked(pen, (area.x + used, area.y + row), room, &state.line, top && !trying);
    let (words, shade) = match state.stage {
        sign::Stage::Asking => (pen.say(Words::SignElsewhere), Shade::Soft),
        sign::Stage::Trying(_) => (pen.say(Words::UnlockTrying), Shade::Soft),
        sign::Stage::Refused(refusal) => unlock::refused(pen, refusal),
    };
    dialog::sentence(pen, area, row + 2, &words, shade);
}

/// Long work: what, how far, how to stop it.
pub fn work(pen: &mut Pen<'_>, model: &Model, work: Progress) {
    let title = pen.say(Words::WorkTitle);
    let area = dialog::dialog(pen, (56, 7), &title);
    let area = Area { x: area.x + 1, columns: area.columns.saturating_sub(2), ..area };
    let what = pen.say(work.what);
    pen.text((area.x, area.y), area.columns, &what, Shade::Plain);
    dialog::bar(pen, (area.x, area.y + 1), area.columns, (work.done, work.total));
    let (done, total) = (work.done.to_string(), work.total.to_string());
    let args = [("done", (&done).into()), ("count", (&total).into())];
    let count = pen.say_with(Words::Progress, &args);
    pen.text((area.x, area.y + 2), area.columns, &count, Shade::Plain);
    if work.standing != Standing::Stoppable {
        return;
    }
    let key = footer::key_of(model, Context::Work, Intent::Back);
    let words = pen.say_with(Words::WorkCancel, &[("key", (&key).into())]);
    pen.text((area.x, area.y + 3), area.columns, &words, Shade::Soft);
}
