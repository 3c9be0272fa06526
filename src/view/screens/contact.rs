//! The contact form: headings, a label at the left, its value at the right, the question under the
//! cursor opened. Beside it, in a wide window, how every section stands.
//!
//! Where each row stands is decided in `app` ([`layout`]). Deliberately absent: header, strip and
//! footer, which are drawn already.

use crate::app::field::{Entry, Field, Need};
use crate::app::geometry::Area;
use crate::app::model::Model;
use crate::app::screens::contact::layout::{self, Frame, MARK_COLUMNS, Placed, Standing};
use crate::app::screens::contact::{Ask, ContactForm, ContactKind, Hint, Phase, State};
use crate::text::{Key as Words, SafeText};
use crate::view::parts::field::{self, Sight, Spot};
use crate::view::parts::{Pen, pane};
use crate::view::theme::Shade;

/// Draws the form into `area`.
pub fn draw(pen: &mut Pen<'_>, area: Area, model: &Model, state: &State) {
    let form = &state.form;
    let title = title(pen, form);
    let empty = layout::still_empty(form);
    let count = match empty {
        0 => SafeText::default(),
        _ => pen.say_with(Words::ContactStillEmpty, &[("count", empty.into())]),
    };
    pane::pane(pen, area, true, &title, &count);
    let frame = Frame::of(model.size);
    let sight = Sight { area: frame.form, top: state.scroll.top };
    let behind = sight.top + usize::from(frame.form.rows);
    for placed in layout::plan(form, &frame, pen.words) {
        if placed.end() <= sight.top {
            continue;
        }
        if placed.top >= behind {
            break;
        }
        let Some(shown) = form.fields.get(placed.field) else { continue };
        let has_keys = placed.field == form.focus && state.phase == Phase::Typing;
        question(pen, (sight, &frame), &placed, shown, has_keys.then_some(state));
    }
    hint(pen, frame.hint, state);
    overview(pen, frame.overview, form);
}

fn title(pen: &Pen<'_>, form: &ContactForm) -> SafeText {
    let kind = pen.words.get(form.kind.key());
    let contact = pen.words.get(Words::ContactTitle);
    let number = form.known_case.as_ref().filter(|_| form.kind == ContactKind::Addition);
    let number = number.map_or(String::new(), |(_, number)| format!(" · {number}"));
    SafeText::new(&format!("{contact} · {kind}{number}"))
}

fn heading(pen: &Pen<'_>, heading: Words, ordinal: Option<usize>) -> SafeText {
    let Some(n) = ordinal else { return pen.say(heading) };
    let key = match heading {
        Words::ContactSectionRelation => Words::ContactRelationN,
        _ => Words::ContactPersonN,
    };
    pen.say_with(key, &[("n", n.into())])
}

/// One question: its heading when it is the first under it, mark, label, value and problem.
fn question(
    pen: &mut Pen<'_>,
    (sight, frame): (Sight, &Frame),
    placed: &Placed,
    shown: &Field<Ask>,
    has_keys: Option<&State>,
) {
    let area = sight.area;
    if placed.heading_rows > 0
        && let Some(y) = sight.y(placed.label() - 1)
    {
        let words = heading(pen, shown.section, shown.ordinal);
        pen.text((area.x + 1, y), area.columns.saturating_sub(1), &words, Shade::Heading);
    }
    let is_missing = shown.need != Need::Optional && shown.is_empty();
    if let Some(y) = sight.y(placed.label()) {
        if has_keys.is_some() {
            pen.sign((area.x, y), pen.theme.signs().selected, Shade::Selected);
        }
        match (shown.problem, is_missing) {
            (Some(_), _) => pen.sign((area.x + 1, y), "!", Shade::Danger),
            (None, true) => pen.sign((area.x + 1, y), "*", Shade::Warning),
            (None, false) => {}
        }
    }
    label(pen, (sight, frame), placed, shown, has_keys.is_some());
    value(pen, (sight, frame), placed, shown, has_keys);
    if let Some(problem) = shown.problem {
        let shade = if shown.need == Need::Wanted { Shade::Warning } else { Shade::Danger };
        let lines = pen.say(problem).wrap(usize::from(frame.text_columns()));
        for (row, words) in lines.iter().enumerate() {
            if let Some(y) = sight.y(placed.problem() + row) {
                pen.text((area.x + MARK_COLUMNS, y), frame.text_columns(), words, shade);
            }
        }
    }
}

fn label(
    pen: &mut Pen<'_>,
    (sight, frame): (Sight, &Frame),
    placed: &Placed,
    shown: &Field<Ask>,
    has_keys: bool,
) {
    let x = sight.area.x + MARK_COLUMNS;
    if matches!(shown.entry, Entry::Button) {
        let Some(y) = sight.y(placed.label()) else { return };
        let words = SafeText::new(&format!("[ {} ]", pen.words.get(shown.label)));
        let shade = if has_keys { Shade::Heading } else { Shade::Key };
        pen.text((x, y), frame.text_columns(), &words, shade);
        if has_keys {
            pen.put_cursor((x, y));
        }
        return;
    }
    let columns = if placed.stacked { frame.text_columns() } else { frame.label_columns };
    let shade = if has_keys { Shade::Heading } else { Shade::Soft };
    let lines = pen.say(shown.label).wrap(usize::from(columns));
    for (row, words) in lines.iter().enumerate() {
        if let Some(y) = sight.y(placed.label() + row) {
            pen.text((x, y), columns, words, shade);
        }
    }
}

fn value(
    pen: &mut Pen<'_>,
    (sight, frame): (Sight, &Frame),
    placed: &Placed,
    shown: &Field<Ask>,
    has_keys: Option<&State>,
) {
    let x = sight.area.x + MARK_COLUMNS;
    let row = placed.value();
    let beside = Spot { x: x + frame.label_columns + 1, columns: frame.value_columns(), row };
    let below = Spot { x, columns: frame.text_columns(), row };
    let chosen_at = |columns: u16| match &shown.entry {
        Entry::Pick(picker) => layout::chosen_lines(picker, usize::from(columns)),
        Entry::Line(_) | Entry::Paragraph(_) | Entry::Answer(_) | Entry::Button => Vec::new(),
    };
    match (&shown.entry, has_keys) {
        (Entry::Button, _) => {}
        (Entry::Line(writer), Some(_)) => field::line(pen, sight, beside, writer),
        (Entry::Paragraph(writer), Some(state)) => {
            field::writing(pen, sight, (below, placed.value_rows), writer, state.scroll.within);
        }
        (Entry::Answer(given), Some(_)) => field::answers(pen, sight, beside, *given),
        (Entry::Pick(picker), Some(_)) => {
            let lines = chosen_at(beside.columns);
            if picker.chosen().is_empty() {
                nothing(pen, sight, beside, shown.need);
            }
            field::chosen(pen, sight, beside, &lines);
            let list = Spot { row: row + lines.len(), ..beside };
            let rows = layout::option_rows(picker, frame);
            field::options(pen, sight, (list, rows), picker);
        }
        (_, None) if shown.is_empty() => nothing(pen, sight, beside, shown.need),
        (Entry::Line(writer), None) => field::typed(pen, sight, beside, writer),
        (Entry::Paragraph(writer), None) => {
            field::reading(pen, sight, (below, placed.value_rows), writer);
        }
        (Entry::Answer(given), None) => {
            let words = given.map(|given| pen.say(field::answer_words(given)));
            field::chosen(pen, sight, beside, words.as_slice());
        }
        (Entry::Pick(_), None) => field::chosen(pen, sight, beside, &chosen_at(beside.columns)),
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

/// The last row: what is being done, what the last key did, or what to know of this kind.
fn hint(pen: &mut Pen<'_>, area: Area, state: &State) {
    let form = &state.form;
    let (words, shade) = match (state.phase, form.hint) {
        (Phase::Sending, _) => (pen.say(Words::Saving), Shade::Warning),
        (Phase::Typing, Some(Hint::StillEmpty(count))) => {
            (pen.say_with(Words::ContactHintAgain, &[("count", count.into())]), Shade::Warning)
        }
        (Phase::Typing, Some(Hint::Blocked)) => (pen.say(Words::ContactHintBlocked), Shade::Danger),
        (Phase::Typing, Some(Hint::Turned(kind))) => {
            let kind = pen.words.get(kind.key());
            (pen.say_with(Words::ContactTurned, &[("kind", kind.into())]), Shade::Good)
        }
        (Phase::Typing, None) if form.kind == ContactKind::Advice => {
            (pen.say(Words::ContactAdvicePrivacy), Shade::Soft)
        }
        (Phase::Typing, None) => return,
    };
    pen.text((area.x + 1, area.y), area.columns.saturating_sub(1), &words, shade);
}

/// How every section stands.
fn overview(pen: &mut Pen<'_>, area: Area, form: &ContactForm) {
    if area.rows == 0 || area.columns < 6 {
        return;
    }
    let sections = layout::sections(form);
    let under = sections.iter().position(|section| section.has_keys).unwrap_or(0);
    let from = crate::view::parts::list::first_shown(under, area.rows);
    let [full, empty] = pen.theme.signs().dots;
    for (row, section) in (0..area.rows).zip(sections.iter().skip(from)) {
        let y = area.y + row;
        let (sign, shade) = match section.standing {
            Standing::Problem => ("!", Shade::Danger),
            Standing::Open => (empty, Shade::Soft),
            Standing::Answered => (full, Shade::Good),
        };
        let words = heading(pen, section.heading, section.ordinal);
        if section.has_keys {
            pen.sign((area.x, y), pen.theme.signs().selected, Shade::Selected);
        }
        pen.sign((area.x + 1, y), sign, shade);
        let shade = if section.has_keys { Shade::Heading } else { Shade::Plain };
        pen.text((area.x + 3, y), area.columns - 3, &words, shade);
    }
}
