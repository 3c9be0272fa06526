//! The contact form: headings, a label at the left, its value at the right, the question under the
//! cursor opened. Beside it, in a wide window, how every section stands.
//!
//! Where each row stands is decided in `app` (`field::layout`). Deliberately absent: the questions,
//! which look alike in every form (`view::parts::form`); header, strip and footer, drawn already.

use crate::app::field::Phase;
use crate::app::field::layout::{Frame, still_empty};
use crate::app::geometry::Area;
use crate::app::model::Model;
use crate::app::screens::contact::{ContactForm, ContactKind, State};
use crate::text::{Key as Words, SafeText};
use crate::view::parts::form as parts;
use crate::view::parts::{Pen, pane};
use crate::view::theme::Shade;

/// Draws the form into `area`.
pub fn draw(pen: &mut Pen<'_>, area: Area, model: &Model, state: &State) {
    let form = &state.form;
    let title = title(pen, form);
    let empty = still_empty(&form.fields);
    let count = match empty {
        0 => SafeText::default(),
        _ => pen.say_with(Words::ContactStillEmpty, &[("count", empty.into())]),
    };
    pane::pane(pen, area, true, &title, &count);
    let frame = Frame::of(model.size);
    let within = (state.phase == Phase::Typing).then_some(state.scroll.within);
    parts::questions(pen, (&frame, state.scroll.top), &form.fields, (form.focus, within));
    hint(pen, frame.hint, state);
    parts::overview(pen, frame.overview, &form.fields, form.focus);
}

fn title(pen: &Pen<'_>, form: &ContactForm) -> SafeText {
    let kind = pen.words.get(form.kind.key());
    let contact = pen.words.get(Words::ContactTitle);
    let number = form.known_case.as_ref().filter(|_| form.kind == ContactKind::Addition);
    let number = number.map_or(String::new(), |(_, number)| format!(" · {number}"));
    SafeText::new(&format!("{contact} · {kind}{number}"))
}

/// The last row: what is being done, what the last key did, or what to know of this kind.
fn hint(pen: &mut Pen<'_>, area: Area, state: &State) {
    if !parts::hint(pen, area, state.phase, state.form.hint)
        && state.form.kind == ContactKind::Advice
    {
        let words = pen.say(Words::ContactAdvicePrivacy);
        pen.text((area.x + 1, area.y), area.columns.saturating_sub(1), &words, Shade::Soft);
    }
}
