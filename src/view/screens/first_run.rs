//! The questions of the first run, one at a time.

use crate::app::geometry::Area;
use crate::app::keymap::{Context, Intent};
use crate::app::model::Model;
use crate::app::screens::first_run::{Purpose, ROLES, State, Step};
use crate::app::strength::Strength;
use crate::domain::fact::StaffRole;
use crate::text::{Key as Words, Lang, SafeText};
use crate::view::parts::{Pen, dialog, footer, header, line_edit, list};
use crate::view::theme::Shade;

/// Draws the question.
pub fn draw(pen: &mut Pen<'_>, model: &Model, state: &State) {
    header::header(pen, model);
    footer::footer(pen, model);
    let title = state.number().map_or_else(
        || pen.say(Words::AppName),
        |(at, count)| pen.say_with(Words::StepOf, &[("at", at.into()), ("count", count.into())]),
    );
    let area = dialog::dialog(pen, (72, 17), &title);
    let area = Area { x: area.x + 1, columns: area.columns.saturating_sub(2), ..area };
    let question = question(pen, state);
    let row = dialog::sentence(pen, area, 1, &question, Shade::Heading);
    let hint = hint(pen, model, state);
    let row = dialog::sentence(pen, area, row, &hint, Shade::Soft) + 1;
    let row = answer(pen, area, row, model, state);
    if let Some(problem) = state.problem {
        let words = pen.say(problem);
        dialog::sentence(pen, area, row + 1, &words, Shade::Warning);
    }
}

fn question(pen: &Pen<'_>, state: &State) -> SafeText {
    if state.step == Step::Proof {
        return pen.say_with(Words::AskProof, &[("group", state.group_asked().into())]);
    }
    pen.say(state.question())
}

fn hint(pen: &Pen<'_>, model: &Model, state: &State) -> SafeText {
    if state.step != Step::Tour {
        return pen.say(state.hint());
    }
    let key = |intent| footer::key_of(model, Context::Queue, intent);
    let (new, find, help) = (key(Intent::NewContact), key(Intent::Find), key(Intent::Help));
    let args = [("new", (&new).into()), ("find", (&find).into()), ("help", (&help).into())];
    pen.say_with(Words::HintTour, &args)
}

/// The place for the answer; gives the row below it.
fn answer(pen: &mut Pen<'_>, area: Area, row: u16, model: &Model, state: &State) -> u16 {
    match state.step {
        Step::Language => {
            let words = [Words::LanguageDutch, Words::LanguageEnglish];
            let chosen = usize::from(model.words.lang() == Lang::En);
            choices(pen, area, row, &words, chosen)
        }
        Step::Role => choices(pen, area, row, &ROLES.map(role_words), state.role),
        Step::Recovery => {
            let code = state.recovery.as_ref().map_or("", |code| code.expose());
            dialog::sentence(pen, area, row, &SafeText::new(code), Shade::Heading)
        }
        Step::Who => {
            let Purpose::Recover(unlock) = &state.purpose else { return row };
            let chosen = (unlock.staff.as_slice(), unlock.chosen, unlock.last);
            super::unlock::staff(pen, area, row, chosen)
        }
        Step::Making | Step::Tour => row,
        Step::Passphrase | Step::Again => {
            if let Some(line) = state.line() {
                line_edit::masked(pen, (area.x, area.y + row), area.columns, line, true);
            }
            strength(pen, area, row + 1, state);
            row + 2
        }
        Step::Organisation | Step::Code | Step::Name | Step::OldCode | Step::Proof => {
            if let Some(line) = state.line() {
                line_edit::line_edit(pen, (area.x, area.y + row), area.columns, line, true);
            }
            row + 1
        }
    }
}

fn choices(pen: &mut Pen<'_>, area: Area, from: u16, words: &[Words], chosen: usize) -> u16 {
    let mut row = from;
    for (place, key) in words.iter().enumerate() {
        let number = place + 1;
        let text = SafeText::new(&format!("{number} {}", pen.words.get(*key)));
        let selected = place == chosen;
        let shade = if selected { Shade::Selected } else { Shade::Plain };
        let stretches = [(area.columns, text, shade)];
        list::row(pen, (area.x, area.y + row), area.columns, selected, &stretches);
        row += 1;
    }
    row
}

fn strength(pen: &mut Pen<'_>, area: Area, row: u16, state: &State) {
    if state.step != Step::Passphrase || state.passphrase.text().is_empty() {
        return;
    }
    let (words, shade, done) = match state.strength() {
        Strength::Weak => (Words::StrengthWeak, Shade::Warning, 1),
        Strength::Fair => (Words::StrengthFair, Shade::Plain, 2),
        Strength::Strong => (Words::StrengthStrong, Shade::Good, 3),
    };
    dialog::bar(pen, (area.x, area.y + row), 12, (done, 3));
    let words = pen.say(words);
    pen.text((area.x + 13, area.y + row), area.columns.saturating_sub(13), &words, shade);
}

const fn role_words(role: StaffRole) -> Words {
    match role {
        StaffRole::Caseworker => Words::RoleCaseworker,
        StaffRole::Expert => Words::RoleExpert,
        StaffRole::Manager => Words::RoleManager,
        StaffRole::Clerk => Words::RoleClerk,
    }
}
