//! The contact form: the seam for its drawing.

use crate::app::geometry::Area;
use crate::app::model::Model;
use crate::app::screens::contact::State;
use crate::text::{Key as Words, SafeText};
use crate::view::parts::{Pen, pane};

/// Draws the form into `area` (header, strip and footer are drawn already).
pub fn draw(pen: &mut Pen<'_>, area: Area, _model: &Model, _state: &State) {
    let title = pen.say(Words::IntentNewContact);
    pane::pane(pen, area, true, &title, &SafeText::default());
}
