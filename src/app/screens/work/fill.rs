//! Opens the forms of plans and assessments from the rows of the work page.
//!
//! Deliberately absent: the forms themselves (`sheet`), and what they become (`bind`).

use super::bind::plan::{form_of, part_answers};
use super::content::RowKey;
use super::plan::Line;
use crate::app::effect::Effect;
use crate::app::message::Weight;
use crate::app::model::Model;
use crate::app::screens::sheet::{self, Opening, Purpose};
use crate::app::turn::Turn;
use crate::domain::id::{PartId, PlanId, SheetId};
use crate::domain::safety_plan::{PlanPart, PlanSection};
use crate::domain::sheet::{FormRef, SheetUse};
use crate::form::Form;
use crate::text::Key as Words;

/// Opens a form about the case in hand with what stands; `change` may begin it otherwise.
fn open(
    model: &mut Model,
    turn: Turn,
    (form, purpose): (Option<Form>, Purpose),
    change: impl FnOnce(&mut Opening),
) {
    let case = super::case_in_hand(model);
    let opening = case.zip(form).and_then(|(case, form)| Opening::of(case, form, purpose));
    match opening {
        Some(mut opening) => {
            change(&mut opening);
            sheet::open(model, turn, opening);
        }
        None => model.say(Weight::Warning, Words::SheetProblemFormGone, Vec::new()),
    }
}

/// A new part, empty or with what a template says.
pub fn new_part(
    model: &mut Model,
    turn: Turn,
    (plan, section): (PlanId, PlanSection),
    begun: Option<&PlanPart>,
) {
    let part = PartId(turn.seed.id(1));
    super::mark(model, RowKey::Plan(Line::Part(plan, part)));
    let form = model.forms.newest(form_of(section)).cloned();
    open(model, turn, (form, Purpose::PlanPart(plan, part, section)), |opening| {
        opening.is_new = begun.is_none();
        opening.suggested = begun.map(part_answers).unwrap_or_default();
    });
}

/// A new assessment with this instrument.
pub fn begin_sheet(
    model: &mut Model,
    turn: Turn,
    form: &FormRef,
    used_for: SheetUse,
) -> Vec<Effect> {
    let purpose = Purpose::Assessment(SheetId(turn.seed.id(1)), used_for);
    let form = model.forms.find(form).cloned();
    open(model, turn, (form, purpose), |opening| opening.is_new = true);
    Vec::new()
}

/// Goes on with an assessment, or corrects it, with the form it was made with.
pub fn go_on_sheet(model: &mut Model, turn: Turn, sheet: SheetId) -> Vec<Effect> {
    let held = super::case_in_hand(model).and_then(|case| case.sheets.get(&sheet));
    let Some(opened) = held.and_then(|held| held.opened.shown()) else {
        model.say(Weight::Warning, Words::SheetProblemFormGone, Vec::new());
        return Vec::new();
    };
    let (form, used_for) = (opened.form.clone(), opened.used_for);
    let form = model.forms.find(&form).cloned();
    open(model, turn, (form, Purpose::Assessment(sheet, used_for)), |_| {});
    Vec::new()
}
