//! A form about a case: its title, how much of it is not known and not answered, its questions, and
//! beside them, in a wide window, how every section stands and the help of the question at hand.
//!
//! Questions look alike in every form (`view::parts::form`). Deliberately absent: header, strip and
//! footer, which are drawn already.

use crate::app::field::Phase;
use crate::app::geometry::Area;
use crate::app::model::Model;
use crate::app::screens::sheet::{SheetForm, State};
use crate::text::{Key as Words, SafeText};
use crate::view::parts::form as parts;
use crate::view::parts::{Pen, dialog, pane};
use crate::view::theme::Shade;

/// Draws the form into `area`.
pub fn draw(pen: &mut Pen<'_>, area: Area, model: &Model, state: &State) {
    let form = &state.form;
    let title = SafeText::new(form.form.title.of(pen.words.lang().code()));
    let count = standing(pen, form);
    pane::pane(pen, area, true, &title, &count);
    let frame = state.frame(model.size);
    let within = (state.phase == Phase::Typing).then_some(state.scroll.within);
    parts::questions(pen, (&frame, state.scroll.top), &form.fields, (form.focus, within));
    hint(pen, frame.hint, state);
    let used = parts::overview(pen, frame.overview, &form.fields, form.focus);
    help(pen, frame.overview, used, form);
}

/// What is not known and what was not answered: always in sight, and never a score.
fn standing(pen: &Pen<'_>, form: &SheetForm) -> SafeText {
    let standing = form.standing;
    let args = [("count", standing.no_information.into()), ("asked", standing.asked.into())];
    let unknown = pen.say_with(Words::SheetNoInformation, &args);
    let empty = pen.say_with(Words::SheetStillEmpty, &[("count", standing.unanswered.into())]);
    if standing.asked == 0 {
        return empty;
    }
    SafeText::new(&format!("{} · {}", unknown.as_str(), empty.as_str()))
}

/// The last row: what is being done, what the last key did, or what the form is for.
fn hint(pen: &mut Pen<'_>, area: Area, state: &State) {
    if parts::hint(pen, area, state.phase, state.form.hint) {
        return;
    }
    let Some(about) = &state.form.form.about else { return };
    let about = SafeText::new(about.of(pen.words.lang().code()));
    pen.text((area.x + 1, area.y), area.columns.saturating_sub(1), &about, Shade::Soft);
}

/// The help of the question under the cursor, below the overview.
fn help(pen: &mut Pen<'_>, area: Area, used: u16, form: &SheetForm) {
    let Some(help) = form.focused().and_then(|field| field.help.as_ref()) else { return };
    let rows = area.rows.saturating_sub(used + 1);
    if rows < 4 {
        return;
    }
    let words = help.shown(pen.words);
    let area = Area { y: area.y + used + 1, rows, ..area };
    dialog::sentence(pen, area, 0, &words, Shade::Soft);
}
