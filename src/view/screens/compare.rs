//! Two assessments beside each other: the question, the answer before, the answer now.

use crate::app::geometry::Area;
use crate::app::page::wrap;
use crate::app::screens::compare::{Line, State};
use crate::text::{Key as Words, SafeText};
use crate::view::parts::{Pen, dialog};
use crate::view::theme::Shade;

/// The most lines of one answer; the rest is read in the assessment itself.
const ANSWER_LINES_MAX: usize = 4;

/// Draws the comparison.
pub fn draw(pen: &mut Pen<'_>, state: &State) {
    let window = pen.window();
    let title = SafeText::new(&state.title);
    let title = pen.say_with(Words::CompareTitle, &[("title", (&title).into())]);
    let size = (window.columns.saturating_sub(2).min(160), window.rows.saturating_sub(2));
    let area = dialog::dialog(pen, size, &title);
    let columns = Columns::of(area);
    let said = SafeText::new(&pen.words.count(Words::CompareChanged, state.changed()));
    pen.text((area.x + 1, area.y), area.columns.saturating_sub(1), &said, Shade::Soft);
    let heads = [pen.say(Words::CompareQuestion)];
    let [before, now] = &state.days;
    let (before, now) = (SafeText::new(before), SafeText::new(now));
    let heads = [&heads[0], &before, &now];
    for ((x, wide), head) in columns.0.into_iter().zip(heads) {
        pen.text((x, area.y + 1), wide, head, Shade::Heading);
    }
    let mut row = 2;
    for line in state.lines.iter().skip(state.scroll) {
        if row >= area.rows {
            return;
        }
        row = draw_line(pen, area, &columns, (line, row));
    }
}

/// Where question and answers stand, and how wide.
struct Columns([(u16, u16); 3]);

impl Columns {
    fn of(area: Area) -> Self {
        let question = area.columns.saturating_sub(2) * 2 / 5;
        let answer = area.columns.saturating_sub(question + 4) / 2;
        let first = area.x + 2;
        let second = first + question + 1;
        let third = second + answer + 1;
        Self([(first, question), (second, answer), (third, answer)])
    }
}

/// Draws one line; gives the row below it.
fn draw_line(pen: &mut Pen<'_>, area: Area, columns: &Columns, (line, row): (&Line, u16)) -> u16 {
    let (question, before, now, changed) = match line {
        Line::Heading(heading) => {
            let heading = SafeText::new(heading);
            let room = area.columns.saturating_sub(1);
            pen.text((area.x + 1, area.y + row), room, &heading, Shade::Heading);
            return row + 1;
        }
        Line::Answers { question, before, now, changed } => (question, before, now, *changed),
    };
    let parts = [
        (question, Shade::Plain),
        (before, Shade::Soft),
        (now, if changed { Shade::Warning } else { Shade::Plain }),
    ];
    if changed {
        let sign = pen.theme.signs().selected;
        pen.sign((area.x, area.y + row), sign, Shade::Warning);
    }
    let mut used = 1;
    for ((x, wide), (text, shade)) in columns.0.into_iter().zip(parts) {
        let start: String = text.replace('\n', " ").chars().take(600).collect();
        let lines = wrap(&SafeText::new(&start), usize::from(wide), 0);
        for (at, part) in (0_u16..).zip(lines.iter().take(ANSWER_LINES_MAX)) {
            if row + at < area.rows {
                pen.text((x, area.y + row + at), wide, part, shade);
            }
            used = used.max(at + 1);
        }
    }
    row + used
}
