//! How a plan or a letter is to be printed, and what was found on it that may not stand there.

use crate::app::effect::{PaperSecret, PaperTells};
use crate::app::geometry::Area;
use crate::app::keymap::{Context, Intent};
use crate::app::model::Model;
use crate::app::screens::print::{Field, Label, Stage, State, Subject};
use crate::text::{Arg, Key as Words, SafeText};
use crate::view::parts::{Pen, dialog, footer, line_edit};
use crate::view::theme::Shade;

/// Rows kept free under what was found, for the two answers.
const ANSWER_ROWS: u16 = 2;

/// An option with less room than this is not begun: a key without a name says nothing.
const OPTION_CELLS_MIN: u16 = 12;

/// Draws the box; `top` when it has the keys.
pub fn draw(pen: &mut Pen<'_>, model: &Model, state: &State, top: bool) {
    let title = match state.subject {
        Subject::Plan { .. } => Words::PrintTitle,
        Subject::Letter(_) => Words::PrintLetterTitle,
    };
    let title = pen.say(title);
    let questions = u16::try_from(state.fields().len()).unwrap_or(u16::MAX);
    let area = dialog::dialog(pen, (72, questions.saturating_mul(2) + 6), &title);
    let area = Area { x: area.x + 1, columns: area.columns.saturating_sub(2), ..area };
    match &state.stage {
        Stage::Found(told) => found(pen, model, told, area),
        Stage::Asking => asking(pen, state, (area, top), (Words::PrintHint, Shade::Soft)),
        Stage::Writing => asking(pen, state, (area, top), (Words::PrintWriting, Shade::Soft)),
        Stage::Refused(why) => asking(pen, state, (area, top), (*why, Shade::Warning)),
    }
}

/// The questions, and under them how far it is.
fn asking(
    pen: &mut Pen<'_>,
    state: &State,
    (area, top): (Area, bool),
    (words, shade): (Words, Shade),
) {
    let mut row = 0;
    for (place, field) in state.fields().iter().enumerate() {
        if row + 1 >= area.rows {
            return;
        }
        let has_keys = place == state.focus;
        let label = question(pen, state, *field);
        let label_shade = if has_keys { Shade::Heading } else { Shade::Soft };
        pen.text((area.x, area.y + row), area.columns, &label, label_shade);
        let y = area.y + row + 1;
        if *field == Field::Path {
            line_edit::line_edit(pen, (area.x, y), area.columns, &state.path, has_keys && top);
        } else {
            options(pen, state, *field, (Area { y, rows: 1, ..area }, has_keys && top));
        }
        row += 2;
    }
    let words = pen.say(words);
    dialog::sentence(pen, area, row + 1, &words, shade);
}

/// What is asked; with which of how many is chosen where they need not all be in sight.
fn question(pen: &Pen<'_>, state: &State, field: Field) -> SafeText {
    let asked = pen.say(field.words());
    let options = state.options(field);
    match options.iter().position(|(_, chosen)| *chosen) {
        Some(place) if field == Field::To && options.len() > 1 => {
            SafeText::new(&format!("{asked} {}/{}", place + 1, options.len()))
        }
        Some(_) | None => asked,
    }
}

/// The options of a question; the chosen one has a sign, and stands in sight.
fn options(pen: &mut Pen<'_>, state: &State, field: Field, (area, has_keys): (Area, bool)) {
    let [chosen_sign, _] = pen.theme.signs().dots;
    let shown: Vec<(u16, SafeText, bool)> = (1_u16..)
        .zip(state.options(field))
        .map(|(number, (label, chosen))| (number, label_words(pen, state, &label), chosen))
        .collect();
    if let (true, Subject::Letter(letters)) = (shown.is_empty(), &state.subject) {
        let nobody = pen.say(letters.nobody());
        pen.text((area.x, area.y), area.columns, &nobody, Shade::Warning);
    }
    let end = area.x.saturating_add(area.columns);
    let mut x = area.x;
    for (number, words, chosen) in shown.iter().skip(first_shown(&shown, area.columns)) {
        if x > area.x && x.saturating_add(OPTION_CELLS_MIN) > end {
            break;
        }
        pen.sign((x, area.y), if *chosen { chosen_sign } else { " " }, Shade::Selected);
        let key = key_of(*number);
        let room = |x: u16| end.saturating_sub(x);
        x = x.saturating_add(1);
        x += pen.text((x, area.y), room(x), &key, Shade::Key) + 1;
        let shade = if *chosen { Shade::Heading } else { Shade::Plain };
        x += pen.text((x, area.y), room(x), words, shade) + 2;
    }
    if has_keys {
        pen.put_cursor((area.x, area.y));
    }
}

/// How an option is chosen: by its digit; the tenth and later ones only by moving.
fn key_of(number: u16) -> SafeText {
    SafeText::new(&if number < 10 { format!("[{number}]") } else { "[ ]".to_owned() })
}

fn label_words(pen: &Pen<'_>, state: &State, label: &Label) -> SafeText {
    match (label, &state.subject) {
        (Label::Words(words), Subject::Plan { version, .. }) => {
            let args = [("number", Arg::from(u32::from(version.unwrap_or_default())))];
            pen.say_with(*words, &args)
        }
        (Label::Words(words), Subject::Letter(_)) => pen.say(*words),
        (Label::Name(name), _) => SafeText::new(name),
    }
}

/// The first option to show, so that the chosen one is whole.
fn first_shown(options: &[(u16, SafeText, bool)], columns: u16) -> usize {
    let wide = |option: &(u16, SafeText, bool)| option.1.width() + key_of(option.0).width() + 4;
    let chosen = options.iter().position(|(_, _, chosen)| *chosen).unwrap_or(0);
    let upto = options.get(..=chosen).unwrap_or_default();
    (0..chosen)
        .find(|first| upto.iter().skip(*first).map(wide).sum::<usize>() <= usize::from(columns))
        .unwrap_or(chosen)
}

/// What may not stand on the paper and where it does, with the two answers. Never what it says.
fn found(pen: &mut Pen<'_>, model: &Model, told: &[PaperTells], area: Area) {
    let says = Area { rows: area.rows.saturating_sub(ANSWER_ROWS), ..area };
    let words = pen.say(Words::PrintTells);
    let mut row = dialog::sentence(pen, says, 0, &words, Shade::Warning) + 1;
    for secret in [PaperSecret::Reporter, PaperSecret::ShieldedAddress] {
        let Some(words) = told_words(pen, told, secret) else { continue };
        row = dialog::sentence(pen, says, row, &words, Shade::Plain);
    }
    let words = pen.say(Words::PrintReadFirst);
    dialog::sentence(pen, says, row + 1, &words, Shade::Soft);
    let answers =
        [(Intent::Accept, Words::PrintAnyway), (Intent::Reject, Words::PrintBackToQuestions)];
    for (up, (intent, words)) in (1_u16..=ANSWER_ROWS).rev().zip(answers) {
        let key = footer::key_of(model, Context::Confirm, intent);
        let y = area.y + area.rows.saturating_sub(up);
        let x = area.x + pen.text((area.x, y), area.columns, &SafeText::new(&key), Shade::Key) + 1;
        let words = pen.say(words);
        let room = area.columns.saturating_sub(x.saturating_sub(area.x));
        pen.text((x, y), room, &words, Shade::Plain);
    }
}

/// One kind of thing that was found, with the sections in which it stands.
fn told_words(pen: &Pen<'_>, told: &[PaperTells], secret: PaperSecret) -> Option<SafeText> {
    let sections: Vec<&str> =
        told.iter().filter(|told| told.secret == secret).map(|told| &*told.section).collect();
    let nowhere = sections.iter().all(|section| section.is_empty());
    let headings: Vec<&str> = sections.iter().filter(|s| !s.is_empty()).copied().collect();
    let words = match (sections.is_empty(), secret) {
        (true, _) => return None,
        (false, PaperSecret::Reporter) => Words::PrintTellsReporter,
        (false, PaperSecret::ShieldedAddress) => Words::PrintTellsAddress,
    };
    let what = pen.say(words);
    if nowhere {
        return Some(SafeText::new(&format!("- {what}")));
    }
    let section = SafeText::new(&headings.join(" · "));
    let args = [("what", Arg::from(&what)), ("section", Arg::from(&section))];
    let said = pen.say_with(Words::PrintTellsIn, &args);
    Some(SafeText::new(&format!("- {said}")))
}
