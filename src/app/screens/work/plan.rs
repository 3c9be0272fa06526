//! The tab of the plans: why, what and how of a safety plan or family plan, what it lacks, its
//! versions and signatures.
//!
//! A plan can be begun in any state of a case, also before any report. Deliberately absent: the
//! forms of its parts (`sheet`), and rules (`domain`).

pub mod deeds;
mod origin;
mod rows;
pub mod shown;
mod versions;

pub use rows::{content, in_order, review_words};

use super::content::RowKey;
use super::{case_in_hand, fill, go_to, scene};
use crate::app::effect::Effect;
use crate::app::keymap::Intent;
use crate::app::message::Weight;
use crate::app::model::{Model, Overlay, Pending};
use crate::app::screens::{confirm, pick, print};
use crate::app::turn::Turn;
use crate::domain::event::Draft;
use crate::domain::id::{PartId, PersonId, PlanId, SheetId};
use crate::domain::rule::{PlanLack, plan_missing};
use crate::domain::safety_plan::{PlanAspect, PlanKind, PlanPart, PlanSection, Signer};
use crate::domain::sheet::AnswerPlace;
use crate::form::template::plan_templates;
use crate::text::{Key as Words, Lang};

/// Which row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Begins a plan.
    Begin(PlanKind),
    /// Another plan than the first, which is in sight.
    Other(PlanId, PlanId),
    /// Something that is needed before the plan can be adopted.
    Lack(PlanId, PlanLack),
    /// One of its particulars.
    Aspect(PlanId, PlanAspect),
    /// Whether it is for this child.
    Child(PlanId, PersonId),
    /// The safety plan inside it.
    Embedded(PlanId),
    /// A section, with the family's own words.
    Words(PlanId, PlanSection),
    /// A part.
    Part(PlanId, PartId),
    /// A new part of a section.
    New(PlanId, PlanSection),
    /// Adopts it.
    Adopt(PlanId),
    /// What differs from the newest version.
    Changes(PlanId),
    /// A version.
    Version(PlanId, u16),
    /// A signature under the newest version.
    Signature(PlanId, u16, Signer),
}

impl Line {
    /// The plan that is in sight with this row.
    #[must_use]
    pub const fn plan(&self) -> Option<PlanId> {
        match self {
            Self::Begin(_) => None,
            Self::Other(plan, _)
            | Self::Lack(plan, _)
            | Self::Aspect(plan, _)
            | Self::Child(plan, _)
            | Self::Embedded(plan)
            | Self::Words(plan, _)
            | Self::Part(plan, _)
            | Self::New(plan, _)
            | Self::Adopt(plan)
            | Self::Changes(plan)
            | Self::Version(plan, _)
            | Self::Signature(plan, _, _) => Some(*plan),
        }
    }
}

/// What can be picked from a list on this tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The section of a new part.
    Section(PlanId, PlanSection),
    /// With what a new part begins.
    Begin(PlanId, PlanSection, Option<Box<PlanPart>>),
    /// The answer a danger came from.
    Origin(PlanId, PartId, Option<(SheetId, AnswerPlace)>),
}

/// Enter on a row of this tab.
pub fn act(model: &mut Model, turn: Turn, line: &Line) -> Vec<Effect> {
    let Some(case) = case_in_hand(model) else { return Vec::new() };
    match line {
        Line::Begin(kind) => {
            let plan = PlanId(turn.seed.id(1));
            let drafts = deeds::begin(case, plan, *kind);
            super::mark(model, RowKey::Plan(Line::Aspect(plan, PlanAspect::Children)));
            return record(model, drafts, Words::SaidPlanBegun);
        }
        Line::Child(plan, child) => {
            let draft = deeds::turn_child(case, *plan, *child);
            return record(model, draft, Words::SaidPlanSaved);
        }
        Line::Embedded(plan) => {
            let safety = in_order(case)
                .into_iter()
                .find(|(id, held)| held.kind() == Some(PlanKind::Safety) && id != plan);
            let draft = safety.map(|(safety, _)| deeds::embed(case, *plan, safety));
            return record(model, draft, Words::SaidPlanSaved);
        }
        Line::Other(_, other) => {
            let id = case.id;
            go_to(model, id, RowKey::Plan(Line::Aspect(*other, PlanAspect::Children)));
        }
        Line::New(plan, section) => pick_template(model, *plan, *section),
        Line::Adopt(plan) => ask_adopt(model, *plan),
        // These open a form, lead elsewhere, or are there to be read.
        Line::Aspect(..)
        | Line::Words(..)
        | Line::Part(..)
        | Line::Signature(..)
        | Line::Lack(..)
        | Line::Changes(_)
        | Line::Version(..) => {}
    }
    Vec::new()
}

/// A key that means something of its own here; `None` when it does not.
pub fn intent(model: &mut Model, turn: Turn, intent: Intent) -> Option<Vec<Effect>> {
    match intent {
        Intent::NewRow => new_part(model),
        Intent::Duplicate => return Some(duplicate(model, turn)),
        Intent::RowUp => return Some(shift(model, -1)),
        Intent::RowDown => return Some(shift(model, 1)),
        Intent::Remove => ask_remove(model),
        Intent::Origin => pick_origin(model),
        Intent::Versions => to_changes(model),
        Intent::Print => print::open_plan_in_sight(model),
        Intent::Sign => return Some(sign(model, turn)),
        _elsewhere => return None,
    }
    Some(Vec::new())
}

/// What was picked from a list.
pub fn chosen(model: &mut Model, turn: Turn, choice: Choice) -> Vec<Effect> {
    match choice {
        Choice::Section(plan, section) => pick_template(model, plan, section),
        Choice::Begin(plan, section, begun) => {
            fill::new_part(model, turn, (plan, section), begun.as_deref());
        }
        Choice::Origin(plan, part, item) => {
            let draft = case_in_hand(model).and_then(|case| deeds::link(case, (plan, part), item));
            return record(model, draft, Words::SaidPlanSaved);
        }
    }
    Vec::new()
}

/// The selected row, when it is one of this tab.
fn line_in_hand(model: &Model) -> Option<Line> {
    let key = super::selected_key(model)?;
    match key {
        RowKey::Plan(line) => Some(line.clone()),
        RowKey::Triage(_) | RowKey::Risk(_) | RowKey::Duties(_) => None,
    }
}

fn record(model: &mut Model, drafts: impl IntoIterator<Item = Draft>, said: Words) -> Vec<Effect> {
    let drafts: Vec<Draft> = drafts.into_iter().collect();
    if drafts.is_empty() {
        model.quiet = true;
        return Vec::new();
    }
    vec![model.record(drafts, Pending::Said(said))]
}

/// The plan in sight.
#[must_use]
pub fn in_sight(model: &Model) -> Option<PlanId> {
    line_in_hand(model).as_ref().and_then(Line::plan)
}

/// The part under the selection; says so when there is none.
fn part_in_hand(model: &mut Model) -> Option<(PlanId, PartId)> {
    if let Some(Line::Part(plan, part)) = line_in_hand(model) {
        return Some((plan, part));
    }
    model.say(Weight::Plain, Words::SaidNotAPart, Vec::new());
    None
}

fn duplicate(model: &mut Model, turn: Turn) -> Vec<Effect> {
    let Some((plan, part)) = part_in_hand(model) else { return Vec::new() };
    let new = PartId(turn.seed.id(1));
    let drafts = case_in_hand(model).and_then(|case| deeds::duplicate(case, plan, part, new));
    let effects = record(model, drafts.into_iter().flatten(), Words::SaidPlanSaved);
    super::mark(model, RowKey::Plan(Line::Part(plan, new)));
    effects
}

fn shift(model: &mut Model, steps: isize) -> Vec<Effect> {
    let Some((plan, part)) = part_in_hand(model) else { return Vec::new() };
    let draft = case_in_hand(model).and_then(|case| deeds::shift(case, plan, part, steps));
    record(model, draft, Words::SaidPlanSaved)
}

fn ask_remove(model: &mut Model) {
    let Some((plan, part)) = part_in_hand(model) else { return };
    let what = scene(model).and_then(|scene| {
        let now = scene.case.plans.get(&plan)?.now();
        Some(shown::short(&scene, now.part(part)?))
    });
    let Some(what) = what else { return };
    let Some(draft) = case_in_hand(model).map(|case| deeds::remove(case, plan, part)) else {
        return;
    };
    let values = vec![("what", what)];
    let action = confirm::Action::Record(vec![draft], Words::SaidPartRemoved);
    let question = confirm::State { question: Words::ConfirmRemovePart, values, action };
    model.overlays.push(Overlay::Confirm(question));
}

fn ask_adopt(model: &mut Model, plan: PlanId) {
    let Some(case) = case_in_hand(model) else { return };
    let Some(held) = case.plans.get(&plan) else { return };
    let (now, number) = (held.now(), held.next_number());
    let lacks = plan_missing(&now, held.kind().unwrap_or(PlanKind::Safety));
    let same = held.newest().is_some() && held.changes().is_empty();
    if now.disputed > 0 {
        return model.say(Weight::Warning, Words::PlanAdoptDisputed, Vec::new());
    }
    if !lacks.is_empty() {
        return model.say(Weight::Warning, Words::SaidPlanLacks, Vec::new());
    }
    if same {
        model.quiet = true;
        return;
    }
    let draft = deeds::adopt(case, plan, model.now.day());
    let values = vec![("number", number.to_string())];
    let action = confirm::Action::Record(draft.into_iter().collect(), Words::SaidPlanAdopted);
    let question = confirm::State { question: Words::ConfirmAdopt, values, action };
    model.overlays.push(Overlay::Confirm(question));
}

/// A new part of the section of the selected row; elsewhere the section is asked.
fn new_part(model: &mut Model) {
    let line = line_in_hand(model);
    let plan = line.as_ref().and_then(Line::plan);
    let held = plan.and_then(|id| Some((id, case_in_hand(model)?.plans.get(&id)?)));
    let section = match (&line, held) {
        (Some(Line::Words(_, section) | Line::New(_, section)), _) => Some(*section),
        (Some(Line::Lack(_, lack)), _) => lack.section,
        (Some(Line::Part(_, part)), Some((_, held))) => {
            held.now().part(*part).map(PlanPart::section)
        }
        _elsewhere => None,
    };
    let Some((plan, held)) = held else {
        model.say(Weight::Plain, Words::PlanNone, Vec::new());
        return;
    };
    if let Some(section) = section {
        return pick_template(model, plan, section);
    }
    let kind = held.kind().unwrap_or(PlanKind::Safety);
    let sections = shown::sections(kind).iter().map(|section| pick::Row {
        choice: pick::Choice::Plan(Choice::Section(plan, *section)),
        shown: model.words.get(shown::section_words(*section)).to_owned(),
        more: String::new(),
    });
    let rows = sections.collect();
    pick::open(model, Words::PickSection, rows);
}

/// With what the new part begins: empty first, then the templates of its section.
fn pick_template(model: &mut Model, plan: PlanId, section: PlanSection) {
    let lang = model.words.lang();
    let row = |shown: String, begun: Option<PlanPart>, more: String| pick::Row {
        choice: pick::Choice::Plan(Choice::Begin(plan, section, begun.map(Box::new))),
        shown,
        more,
    };
    let mut rows = vec![row(model.words.get(Words::PickEmpty).to_owned(), None, String::new())];
    let scene = scene(model);
    for template in plan_templates(section) {
        let part = match lang {
            Lang::Nl => template.nl,
            Lang::En => template.en,
        };
        let more = scene.map(|scene| shown::short(&scene, &part)).unwrap_or_default();
        rows.push(row(template.title.of(lang.code()).to_owned(), Some(part), more));
    }
    pick::open(model, Words::PickTemplate, rows);
}

fn pick_origin(model: &mut Model) {
    let Some((plan, part)) = part_in_hand(model) else { return };
    let held = case_in_hand(model).and_then(|case| case.plans.get(&plan));
    let danger =
        held.is_some_and(|held| matches!(held.now().part(part), Some(PlanPart::Danger { .. })));
    if !danger {
        return model.say(Weight::Plain, Words::SaidOnlyADanger, Vec::new());
    }
    let rows = scene(model).map(|scene| origin::choices(&scene, (plan, part)));
    match rows.filter(|rows| !rows.is_empty()) {
        Some(rows) => pick::open(model, Words::PickDangerItem, rows),
        None => model.say(Weight::Plain, Words::SaidNoAnswers, Vec::new()),
    }
}

/// To what differs from the newest version.
fn to_changes(model: &mut Model) {
    let plan = line_in_hand(model).as_ref().and_then(Line::plan);
    let found = case_in_hand(model)
        .zip(plan)
        .and_then(|(case, plan)| case.plans.get(&plan)?.newest().map(|_| (case.id, plan)));
    match found {
        Some((case, plan)) => {
            go_to(model, case, RowKey::Plan(Line::Changes(plan)));
            super::read(model);
        }
        None => model.say(Weight::Plain, Words::SaidNoVersion, Vec::new()),
    }
}

/// The signature of the selected row; elsewhere the first that is still to be given.
fn sign(model: &mut Model, turn: Turn) -> Vec<Effect> {
    let line = line_in_hand(model);
    if let Some(Line::Signature(..) | Line::Version(..)) = line {
        return super::act(model, turn);
    }
    let plan = line.as_ref().and_then(Line::plan);
    let open = scene(model).zip(plan).and_then(|(scene, plan)| {
        let open = versions::first_unsigned(&scene, plan)?;
        Some((scene.case.id, open))
    });
    match open {
        Some((case, line)) => go_to(model, case, RowKey::Plan(line)),
        None => model.say(Weight::Plain, Words::SaidNoVersion, Vec::new()),
    }
    Vec::new()
}
