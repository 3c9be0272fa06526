//! The questions of a form: headings, a label at the left, its value at the right, the question
//! under the cursor opened. Beside them, in a wide window, how every section stands.
//!
//! Every form looks like this, whatever its questions are about. Where each row stands is decided
//! in `app` ([`layout`]). Deliberately absent: the border, and the word under the form.

use super::field::{self, Sight, Spot};
use super::{Pen, list};
use crate::app::field::layout::{self, Frame, MARK_COLUMNS, Placed, Standing};
use crate::app::field::{
    Entry, Field, Hint, Need, Phase, Picker, RemarkKind, Wording, answer_words,
};
use crate::app::geometry::Area;
use crate::text::{Key as Words, SafeText};
use crate::view::theme::Shade;

/// The first row shown of the text being written, when the form takes keys.
pub type Within = Option<usize>;

/// Draws the questions in sight. `focus` is the question under the cursor.
pub fn questions<I>(
    pen: &mut Pen<'_>,
    (frame, top): (&Frame, usize),
    fields: &[Field<I>],
    (focus, within): (usize, Within),
) {
    let sight = Sight { area: frame.form, top };
    let behind = top + usize::from(frame.form.rows);
    for placed in layout::plan(fields, focus, frame, pen.words) {
        if placed.end() <= top {
            continue;
        }
        if placed.top >= behind {
            break;
        }
        let Some(shown) = fields.get(placed.field) else { continue };
        let within = within.filter(|_| placed.field == focus);
        question(pen, (sight, frame), &placed, shown, within);
    }
}

/// One question: its heading when it is the first under it, mark, label, value and what is said.
fn question<I>(
    pen: &mut Pen<'_>,
    (sight, frame): (Sight, &Frame),
    placed: &Placed,
    shown: &Field<I>,
    within: Within,
) {
    let area = sight.area;
    if placed.heading_rows > 0
        && let Some(y) = sight.y(placed.label() - 1)
    {
        let words = shown.section.shown(pen.words);
        pen.text((area.x + 1, y), area.columns.saturating_sub(1), &words, Shade::Heading);
    }
    let is_missing = shown.need != Need::Optional && shown.is_empty();
    if let Some(y) = sight.y(placed.label()) {
        if within.is_some() {
            pen.sign((area.x, y), pen.theme.signs().selected, Shade::Selected);
        }
        match (shown.problem, is_missing) {
            (Some(_), _) => pen.sign((area.x + 1, y), "!", Shade::Danger),
            (None, true) => pen.sign((area.x + 1, y), "*", Shade::Warning),
            (None, false) => {}
        }
    }
    label(pen, (sight, frame), placed, shown, within.is_some());
    value(pen, (sight, frame), placed, shown, within);
    said(pen, (sight, frame), placed, shown, within.is_some());
}

fn label<I>(
    pen: &mut Pen<'_>,
    (sight, frame): (Sight, &Frame),
    placed: &Placed,
    shown: &Field<I>,
    has_keys: bool,
) {
    let x = sight.area.x + MARK_COLUMNS;
    let label = shown.label.shown(pen.words);
    if matches!(shown.entry, Entry::Button) {
        let Some(y) = sight.y(placed.label()) else { return };
        let words = SafeText::new(&format!("[ {} ]", label.as_str()));
        let shade = if has_keys { Shade::Heading } else { Shade::Key };
        pen.text((x, y), frame.text_columns(), &words, shade);
        if has_keys {
            pen.put_cursor((x, y));
        }
        return;
    }
    let columns = if placed.stacked { frame.text_columns() } else { frame.label_columns };
    let shade = if has_keys { Shade::Heading } else { Shade::Soft };
    wrapped(pen, sight, Spot { x, columns, row: placed.label() }, (&label, shade));
}

/// Writes a text over as many rows as it takes; gives the row behind it.
fn wrapped(
    pen: &mut Pen<'_>,
    sight: Sight,
    spot: Spot,
    (words, shade): (&SafeText, Shade),
) -> usize {
    let lines = words.wrap(usize::from(spot.columns));
    for (row, words) in lines.iter().enumerate() {
        if let Some(y) = sight.y(spot.row + row) {
            pen.text((spot.x, y), spot.columns, words, shade);
        }
    }
    spot.row + lines.len().max(1)
}

fn value<I>(
    pen: &mut Pen<'_>,
    (sight, frame): (Sight, &Frame),
    placed: &Placed,
    shown: &Field<I>,
    within: Within,
) {
    let x = sight.area.x + MARK_COLUMNS;
    let row = placed.value();
    let beside = Spot { x: x + frame.label_columns + 1, columns: frame.value_columns(), row };
    let below = Spot { x, columns: frame.text_columns(), row };
    match (&shown.entry, within) {
        (Entry::Button, _) => {}
        (Entry::Line(writer), Some(_)) => field::line(pen, sight, beside, writer),
        (Entry::Paragraph(writer), Some(within)) => {
            field::writing(pen, sight, (below, placed.value_rows), writer, within);
        }
        (Entry::Answer(given), Some(_)) => field::answers(pen, sight, beside, *given),
        (Entry::Flag(is_set), _) => field::flag(pen, sight, beside, (*is_set, within.is_some())),
        (Entry::Pick(picker), Some(_)) => opened(pen, (sight, frame), beside, (picker, shown.need)),
        (_, None) if shown.is_empty() => nothing(pen, sight, beside, shown.need),
        (Entry::Line(writer), None) => field::typed(pen, sight, beside, writer),
        (Entry::Paragraph(writer), None) => {
            field::reading(pen, sight, (below, placed.value_rows), writer);
        }
        (Entry::Answer(given), None) => {
            let words = given.map(|given| pen.say(answer_words(given)));
            field::chosen(pen, sight, beside, words.as_slice());
        }
        (Entry::Pick(picker), None) => {
            let lines = layout::chosen_lines(picker, usize::from(beside.columns));
            field::chosen(pen, sight, beside, &lines);
        }
    }
}

/// A list under the cursor: what is chosen, and the options.
fn opened(
    pen: &mut Pen<'_>,
    (sight, frame): (Sight, &Frame),
    spot: Spot,
    (picker, need): (&Picker, Need),
) {
    let lines = layout::chosen_lines(picker, usize::from(spot.columns));
    if picker.chosen().is_empty() {
        nothing(pen, sight, spot, need);
    }
    field::chosen(pen, sight, spot, &lines);
    let list = Spot { row: spot.row + lines.len(), ..spot };
    if picker.is_in_a_row() {
        field::scale(pen, sight, list, picker);
    } else {
        field::options(pen, sight, (list, layout::option_rows(picker, frame)), picker);
    }
}

/// The sign for nothing answered; in words where nothing is recorded without an answer.
fn nothing(pen: &mut Pen<'_>, sight: Sight, spot: Spot, need: Need) {
    let words = match need {
        Need::Required => Words::ContactRequired,
        Need::Optional | Need::Wanted => Words::ContactEmpty,
    };
    let words = pen.say(words);
    field::chosen(pen, sight, spot, &[words]);
}

/// What is wrong, what may help, what is proposed and what is warned of.
fn said<I>(
    pen: &mut Pen<'_>,
    (sight, frame): (Sight, &Frame),
    placed: &Placed,
    shown: &Field<I>,
    has_keys: bool,
) {
    let x = sight.area.x + MARK_COLUMNS;
    let mut spot = Spot { x, columns: frame.text_columns(), row: placed.problem() };
    let mut say = |pen: &mut Pen<'_>, words: &Wording, shade: Shade| {
        let words = words.shown(pen.words);
        spot.row = wrapped(pen, sight, spot, (&words, shade));
    };
    if let Some(problem) = shown.problem {
        let shade = if shown.need == Need::Wanted { Shade::Warning } else { Shade::Danger };
        say(pen, &Wording::Ours(problem), shade);
    }
    if let Some(help) = layout::shown_help(shown, has_keys, frame) {
        say(pen, help, Shade::Soft);
    }
    for remark in &shown.remarks {
        let shade = match remark.kind {
            RemarkKind::Proposal => Shade::Key,
            RemarkKind::Warning => Shade::Warning,
        };
        say(pen, &remark.words, shade);
    }
}

/// The last row of a form: that it is on its way to disk, or what the last key did. A longer word
/// takes rows of the form above it, until the next key. `false` when there is nothing to say.
pub fn hint(pen: &mut Pen<'_>, area: Area, phase: Phase, hint: Option<Hint>) -> bool {
    let (words, shade) = match (phase, hint) {
        (Phase::Sending, _) => (pen.say(Words::Saving), Shade::Warning),
        (Phase::Typing, Some(Hint::StillEmpty(count))) => {
            (pen.say_with(Words::ContactHintAgain, &[("count", count.into())]), Shade::Warning)
        }
        (Phase::Typing, Some(Hint::Blocked)) => (pen.say(Words::ContactHintBlocked), Shade::Danger),
        (Phase::Typing, Some(Hint::Turned(kind))) => {
            let kind = pen.words.get(kind);
            (pen.say_with(Words::ContactTurned, &[("kind", kind.into())]), Shade::Good)
        }
        (Phase::Typing, Some(Hint::Said(words))) => (pen.say(words), Shade::Warning),
        (Phase::Typing, None) => return false,
    };
    let columns = area.columns.saturating_sub(1);
    let lines = words.wrap(usize::from(columns));
    let count = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.y);
    let above = count.saturating_sub(1);
    if above > 0 {
        pen.clear(Area { y: area.y - above, rows: count, ..area });
    }
    for (row, line) in (0..count).zip(&lines) {
        pen.text((area.x + 1, area.y - above + row), columns, line, shade);
    }
    true
}

/// How every section stands; gives how many rows that took.
pub fn overview<I>(pen: &mut Pen<'_>, area: Area, fields: &[Field<I>], focus: usize) -> u16 {
    if area.rows == 0 || area.columns < 6 {
        return 0;
    }
    let sections = layout::sections(fields, focus);
    let under = sections.iter().position(|section| section.has_keys).unwrap_or(0);
    let from = list::first_shown(under, area.rows);
    let [full, empty] = pen.theme.signs().dots;
    let mut used = 0;
    for (row, section) in (0..area.rows).zip(sections.iter().skip(from)) {
        let y = area.y + row;
        let (sign, shade) = match section.standing {
            Standing::Problem => ("!", Shade::Danger),
            Standing::Open => (empty, Shade::Soft),
            Standing::Answered => (full, Shade::Good),
        };
        let words = section.heading.shown(pen.words);
        if section.has_keys {
            pen.sign((area.x, y), pen.theme.signs().selected, Shade::Selected);
        }
        pen.sign((area.x + 1, y), sign, shade);
        let shade = if section.has_keys { Shade::Heading } else { Shade::Plain };
        pen.text((area.x + 3, y), area.columns - 3, &words, shade);
        used = row + 1;
    }
    used
}
