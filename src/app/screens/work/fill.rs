//! Opens the forms of plans and assessments from the rows of the work page.
//!
//! Deliberately absent: the forms themselves (`sheet`), and what they become (`bind`).

use super::content::RowKey;
use super::plan::Line;
use super::bind::plan::{ABOUT, SIGNING, WORDS, form_of, part_answers};
use crate::app::effect::Effect;
use crate::app::message::Weight;
use crate::app::model::Model;
use crate::app::screens::sheet::{self, Opening, Purpose};
use crate::app::turn::Turn;
use crate::domain::id::{PartId, PlanId, SheetId};
use crate::domain::safety_plan::{PlanAspect, PlanPart, PlanSection, Signer};
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

fn newest(model: &Model, id: &str) -> Option<Form> {
    model.forms.newest(id).cloned()
}

/// The particulars of a plan, at the section of this one.
pub fn about(model: &mut Model, turn: Turn, plan: PlanId, at: PlanAspect) {
    let section = match at {
        PlanAspect::Children | PlanAspect::Owner | PlanAspect::Start | PlanAspect::Review => {
            "keeping"
        }
        PlanAspect::MadeWith => "made-with",
        PlanAspect::Situation | PlanAspect::Emergency => "situation",
    };
    let form = newest(model, ABOUT);
    open(model, turn, (form, Purpose::PlanAbout(plan)), |opening| {
        opening.section = Some(section.to_owned());
    });
}

/// The family's own words in a section.
pub fn words(model: &mut Model, turn: Turn, plan: PlanId, section: PlanSection) {
    let form = newest(model, WORDS);
    open(model, turn, (form, Purpose::PlanWords(plan, section)), |_| {});
}

/// A part that stands in the plan.
pub fn part(model: &mut Model, turn: Turn, (plan, part): (PlanId, PartId), section: PlanSection) {
    let form = newest(model, form_of(section));
    open(model, turn, (form, Purpose::PlanPart(plan, part, section)), |_| {});
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
    let form = newest(model, form_of(section));
    open(model, turn, (form, Purpose::PlanPart(plan, part, section)), |opening| {
        opening.is_new = begun.is_none();
        opening.answers = begun.map(part_answers).unwrap_or_default();
    });
}

/// A signature under a version of a plan.
pub fn signing(model: &mut Model, turn: Turn, (plan, number): (PlanId, u16), signer: Signer) {
    let form = newest(model, SIGNING);
    open(model, turn, (form, Purpose::PlanSigning(plan, number, signer)), |_| {});
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
