//! The passphrase, and the blank screen of a lock: no word about any case.

use crate::app::geometry::Area;
use crate::app::keymap::{Context, Intent};
use crate::app::message::{Holder, StaffChoice, UnlockRefusal};
use crate::app::model::Model;
use crate::app::screens::unlock::{Stage, State};
use crate::domain::id::StaffId;
use crate::text::{Key as Words, SafeText, dates};
use crate::view::parts::{Pen, dialog, footer, header, line_edit, list};
use crate::view::theme::Shade;

/// So many members of staff are shown at a time.
const STAFF_ROWS: u16 = 4;

/// Draws the screen.
pub fn draw(pen: &mut Pen<'_>, model: &Model, state: &State) {
    header::header(pen, model);
    footer::footer(pen, model);
    let title = pen.say(Words::UnlockStation);
    let area = dialog::dialog(pen, (64, 14), &title);
    let area = Area { x: area.x + 1, columns: area.columns.saturating_sub(2), ..area };
    let mut row = 1;
    if let Stage::InUse(holder) = &state.stage {
        in_use(pen, area, model, holder);
        return;
    }
    if let Some(reason) = state.locked {
        let words = pen.say(reason);
        row = dialog::sentence(pen, area, row, &words, Shade::Soft) + 1;
    }
    if state.asks_who() {
        let who = pen.say(Words::UnlockWho);
        pen.text((area.x, area.y + row), area.columns, &who, Shade::Soft);
        row = staff(pen, area, row + 1, (&state.staff, state.chosen, state.last)) + 1;
    }
    let label = pen.say(Words::UnlockPassphrase);
    let used = pen.text((area.x, area.y + row), area.columns, &label, Shade::Soft) + 2;
    let room = area.columns.saturating_sub(used);
    let asking = state.stage != Stage::Trying && model.overlays.is_empty();
    line_edit::masked(pen, (area.x + used, area.y + row), room, &state.line, asking);
    row += 2;
    let wrong = matches!(state.stage, Stage::Refused(UnlockRefusal::Wrong));
    let (words, shade) = match &state.stage {
        Stage::Asking | Stage::InUse(_) => return,
        Stage::Trying => (pen.say(Words::UnlockTrying), Shade::Soft),
        Stage::Refused(refusal) => refused(pen, *refusal),
    };
    let row = dialog::sentence(pen, area, row, &words, shade);
    if wrong {
        let key = SafeText::new(&footer::key_of(model, Context::Unlock, Intent::UseRecovery));
        let words = pen.say_with(Words::UnlockUseRecovery, &[("key", (&key).into())]);
        dialog::sentence(pen, area, row, &words, Shade::Soft);
    }
}

/// Why a passphrase was not taken.
pub fn refused(pen: &Pen<'_>, refusal: UnlockRefusal) -> (SafeText, Shade) {
    match refusal {
        UnlockRefusal::Wrong => (pen.say(Words::UnlockWrong), Shade::Warning),
        UnlockRefusal::Wait(seconds) => {
            (pen.say_with(Words::UnlockWait, &[("seconds", seconds.into())]), Shade::Warning)
        }
        UnlockRefusal::Fault(words) => (pen.say(words), Shade::Danger),
    }
}

/// The members of staff to choose from; gives the row below them. Who has no name yet is a number.
pub fn staff(
    pen: &mut Pen<'_>,
    area: Area,
    from: u16,
    (staff, chosen, last): (&[StaffChoice], usize, Option<StaffId>),
) -> u16 {
    let mut row = from;
    let first = list::first_shown(chosen, STAFF_ROWS);
    for (place, choice) in staff.iter().enumerate().skip(first).take(usize::from(STAFF_ROWS)) {
        let known = !choice.name.is_empty();
        let key = if Some(choice.staff) == last { Words::StaffLast } else { Words::StaffNumber };
        let name = if known {
            SafeText::new(&choice.name)
        } else {
            pen.say_with(key, &[("n", (place + 1).into())])
        };
        let selected = place == chosen;
        let shade = if selected { Shade::Selected } else { Shade::Plain };
        let stretches = [(area.columns, name, shade)];
        list::row(pen, (area.x, area.y + row), area.columns, selected, &stretches);
        row += 1;
    }
    row
}

fn in_use(pen: &mut Pen<'_>, area: Area, model: &Model, holder: &Holder) {
    let who = SafeText::new(&holder.who);
    let since = dates::short_moment(holder.since, pen.words);
    let terminal = SafeText::new(&holder.terminal);
    let key = if holder.who.is_empty() { Words::InUseUnknown } else { Words::InUse };
    let args =
        [("who", (&who).into()), ("since", (&since).into()), ("terminal", (&terminal).into())];
    let words = pen.say_with(key, &args);
    let row = dialog::sentence(pen, area, 1, &words, Shade::Plain);
    let key = footer::key_of(model, Context::Setup, Intent::TakeOver);
    let words = pen.say_with(Words::InUseTakeOver, &[("key", (&key).into())]);
    dialog::sentence(pen, area, row + 1, &words, Shade::Plain);
}
