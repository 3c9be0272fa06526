//! The values of a form's fields: opened for the one that has the keys, in few cells for the
//! others. Only rows in sight are made.
//!
//! Deliberately absent: where a field stands (`app`), labels and marks (`view::screens`).

use super::list::{self, first_shown};
use super::{Pen, line_edit};
use crate::app::field::{Picker, Row, Writer, answer_words, row_of};
use crate::app::geometry::Area;
use crate::domain::person::Answer;
use crate::text::{Key as Words, SafeText};
use crate::view::theme::Shade;

/// What of a long form is in sight: the window, and the first row shown.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    /// The window.
    pub area: Area,
    /// The first row of the form shown.
    pub top: usize,
}

impl Sight {
    /// Where a row of the form stands on the screen, when it is in sight.
    #[must_use]
    pub fn y(&self, row: usize) -> Option<u16> {
        let at = u16::try_from(row.checked_sub(self.top)?).ok()?;
        (at < self.area.rows).then(|| self.area.y.saturating_add(at))
    }
}

/// A stretch of columns and the first row of a value.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// The first column.
    pub x: u16,
    /// How many columns.
    pub columns: u16,
    /// The first row, counted in the form.
    pub row: usize,
}

/// A line being written, with its cursor.
pub fn line(pen: &mut Pen<'_>, sight: Sight, spot: Spot, writer: &Writer) {
    let Some(y) = sight.y(spot.row) else { return };
    let (before, behind) = writer.parts();
    // Only what may fit is looked at: a field can hold 64 KiB.
    let behind = start_of(behind, usize::from(spot.columns));
    let parts = (&SafeText::new(before), &SafeText::new(behind));
    line_edit::typed(pen, (spot.x, y), spot.columns, parts, true);
}

/// The beginning of a text, certainly enough for so many cells.
fn start_of(text: &str, columns: usize) -> &str {
    let most = crate::text::FIELD_BYTES_MAX.min(columns.saturating_mul(4 * 8));
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

/// A text being written: the rows from `within` on, with the cursor.
pub fn writing(
    pen: &mut Pen<'_>,
    sight: Sight,
    (spot, rows): (Spot, u16),
    writer: &Writer,
    within: usize,
) {
    let all = writer.rows(usize::from(spot.columns.saturating_sub(1).max(1)));
    let cursor = writer.cursor();
    let here = row_of(&all, cursor);
    for at in 0..usize::from(rows) {
        let Some(y) = sight.y(spot.row + at) else { continue };
        let index = within + at;
        let shown = all.get(index).map(|row| safe_row(writer, *row)).unwrap_or_default();
        let used = pen.text((spot.x, y), spot.columns, &shown, Shade::Field);
        pen.signs((spot.x + used, y), spot.columns.saturating_sub(used), " ", Shade::Field);
        if index == here {
            let from = all.get(here).map_or(0, |row| row.from);
            let before = writer.lines().get(cursor.0).and_then(|line| line.get(from..cursor.1));
            let wide = SafeText::new(before.unwrap_or("")).width();
            let column = u16::try_from(wide).unwrap_or(u16::MAX);
            pen.put_cursor((spot.x + column.min(spot.columns.saturating_sub(1)), y));
        }
    }
}

/// The first rows of a text that is not being written; a longer one ends in `…`.
pub fn reading(pen: &mut Pen<'_>, sight: Sight, (spot, rows): (Spot, u16), writer: &Writer) {
    let columns = usize::from(spot.columns.saturating_sub(1).max(1));
    let shown = usize::from(rows);
    let mut following =
        crate::app::field::rows(writer.lines(), columns).take(shown + 1).enumerate().peekable();
    while let Some((at, row)) = following.next() {
        let Some(y) = sight.y(spot.row + at).filter(|_| at < shown) else { continue };
        let mut words = safe_row(writer, row);
        if at + 1 == shown && following.peek().is_some() {
            words = SafeText::new(&format!("{}…", words.as_str().trim_end()));
        }
        pen.text((spot.x, y), spot.columns, &words, Shade::Plain);
    }
}

fn safe_row(writer: &Writer, row: Row) -> SafeText {
    let line = writer.lines().get(row.line).map_or("", String::as_str);
    SafeText::new(line.get(row.from..row.to).unwrap_or("").trim_end())
}

/// What was typed in a line that does not have the keys.
pub fn typed(pen: &mut Pen<'_>, sight: Sight, spot: Spot, writer: &Writer) {
    let Some(y) = sight.y(spot.row) else { return };
    let line = writer.lines().first().map_or("", String::as_str);
    let words = SafeText::new(start_of(line, usize::from(spot.columns)));
    pen.text((spot.x, y), spot.columns, &words, Shade::Plain);
}

/// A question with its three answers and their keys; the given one is marked by a sign.
pub fn answers(pen: &mut Pen<'_>, sight: Sight, spot: Spot, given: Option<Answer>) {
    let Some(y) = sight.y(spot.row) else { return };
    let [chosen, _] = pen.theme.signs().dots;
    let end = spot.x.saturating_add(spot.columns);
    let mut x = spot.x;
    let first = match pen.words.lang() {
        crate::text::Lang::Nl => "[j]",
        crate::text::Lang::En => "[y]",
    };
    for (answer, key) in [(Answer::Yes, first), (Answer::No, "[n]"), (Answer::Unknown, "[?]")] {
        let is_given = given == Some(answer);
        pen.sign((x, y), if is_given { chosen } else { " " }, Shade::Selected);
        x = x.saturating_add(1);
        x += pen.text((x, y), end.saturating_sub(x), &SafeText::new(key), Shade::Key) + 1;
        let words = pen.say(answer_words(answer));
        let shade = if is_given { Shade::Heading } else { Shade::Plain };
        x += pen.text((x, y), end.saturating_sub(x), &words, shade) + 1;
        if x >= end {
            return;
        }
    }
    pen.put_cursor((spot.x, y));
}

/// Something that is set or not; with its key when it is under the cursor.
pub fn flag(pen: &mut Pen<'_>, sight: Sight, spot: Spot, (is_set, has_keys): (bool, bool)) {
    let Some(y) = sight.y(spot.row) else { return };
    let [full, empty] = pen.theme.signs().dots;
    pen.sign((spot.x, y), if is_set { full } else { empty }, Shade::Selected);
    let words = pen.say(if is_set { Words::Yes } else { Words::No });
    let shade = if is_set { Shade::Heading } else { Shade::Plain };
    let used = 2 + pen.text((spot.x + 2, y), spot.columns.saturating_sub(2), &words, shade);
    if has_keys {
        let words = pen.say(Words::FlagHint);
        let room = spot.columns.saturating_sub(used + 2);
        pen.text((spot.x + used + 2, y), room, &words, Shade::Soft);
        pen.put_cursor((spot.x, y));
    }
}

/// A scale: every step beside the other, the chosen one between brackets; under it how to answer.
pub fn scale(pen: &mut Pen<'_>, sight: Sight, spot: Spot, picker: &Picker) {
    let steps: Vec<(u16, &str, bool, bool)> = picker.matches().collect();
    let count = u16::try_from(steps.len()).unwrap_or(u16::MAX).max(1);
    let wide = (spot.columns / count).clamp(2, 4);
    if let Some(y) = sight.y(spot.row) {
        let mut x = spot.x;
        let end = spot.x.saturating_add(spot.columns);
        for (number, _, is_chosen, is_under) in &steps {
            let words = SafeText::new(&match (is_chosen, wide > 2) {
                (true, _) => format!("[{number}]"),
                (false, true) => format!(" {number} "),
                (false, false) => format!("{number} "),
            });
            let shade = match (is_chosen, is_under) {
                (true, _) => Shade::Selected,
                (false, true) => Shade::Heading,
                (false, false) => Shade::Plain,
            };
            let room = wide.max(u16::try_from(words.width()).unwrap_or(wide));
            pen.text((x, y), room.min(end.saturating_sub(x)), &words, shade);
            if *is_under {
                pen.put_cursor((x.saturating_add(1).min(end.saturating_sub(1)), y));
            }
            x = x.saturating_add(room);
            if x >= end {
                break;
            }
        }
    }
    if let Some(y) = sight.y(spot.row + 1) {
        let words = pen.say(Words::ScaleHint);
        pen.text((spot.x, y), spot.columns, &words, Shade::Soft);
    }
}

/// The words chosen in a list.
pub fn chosen(pen: &mut Pen<'_>, sight: Sight, spot: Spot, lines: &[SafeText]) {
    for (at, words) in lines.iter().enumerate() {
        if let Some(y) = sight.y(spot.row + at) {
            pen.text((spot.x, y), spot.columns, words, Shade::Plain);
        }
    }
}

/// A list that is open: what was typed to narrow it, and the options that are left.
pub fn options(pen: &mut Pen<'_>, sight: Sight, (spot, rows): (Spot, u16), picker: &Picker) {
    let left: Vec<(u16, &str, bool, bool)> = picker.matches().collect();
    let under = left.iter().position(|(.., under)| *under).unwrap_or(0);
    if let Some(y) = sight.y(spot.row) {
        filter(pen, (spot, y), picker, (under, left.len()));
    }
    let from = first_shown(under, rows);
    for (at, (index, option)) in (0..rows).zip(left.iter().enumerate().skip(from)) {
        let Some(y) = sight.y(spot.row + 1 + usize::from(at)) else { continue };
        let (_, words, is_chosen, is_under) = option;
        let [full, empty] = pen.theme.signs().dots;
        let sign = if *is_chosen { full } else { empty };
        let key = picker.key_of(index);
        let digit = key.map_or_else(|| sign.to_owned(), |key| format!("{key} {sign}"));
        let wide = if key.is_some() { 4 } else { 2 };
        let room = spot.columns.saturating_sub(wide + 1);
        let stretches = [
            (wide, SafeText::new(&digit), Shade::Key),
            (room, SafeText::new(words), if *is_under { Shade::Heading } else { Shade::Plain }),
        ];
        list::row(pen, (spot.x, y), spot.columns, *is_under, &stretches);
    }
}

/// `zoek: moe` with the cursor, or how to use the list; at the right which of how many.
fn filter(
    pen: &mut Pen<'_>,
    (spot, y): (Spot, u16),
    picker: &Picker,
    (under, count): (usize, usize),
) {
    let place = SafeText::new(&format!("{}/{count}", if count == 0 { 0 } else { under + 1 }));
    let wide = u16::try_from(place.width()).unwrap_or(0);
    let room = spot.columns.saturating_sub(wide + 1);
    pen.text_right((spot.x + room + 1, y), wide, &place, Shade::Soft);
    if picker.filter().is_empty() {
        let hint = match (picker.has_keys(), picker.takes_many()) {
            (false, _) => Words::ContactPickHint,
            (true, false) => Words::PickKeyHint,
            (true, true) => Words::PickKeysHint,
        };
        let words = pen.say(hint);
        pen.text((spot.x, y), room, &words, Shade::Soft);
        pen.put_cursor((spot.x, y));
        return;
    }
    let typed = SafeText::new(picker.filter());
    let words = pen.say_with(Words::ContactFilter, &[("text", (&typed).into())]);
    let used = pen.text((spot.x, y), room, &words, Shade::Field);
    pen.put_cursor((spot.x + used.min(room.saturating_sub(1)), y));
}
