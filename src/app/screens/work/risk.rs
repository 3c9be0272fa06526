//! The tab of the assessments: what was concluded, when it counts until, what must be looked at
//! anew, and the scales of everybody beside each other.
//!
//! Never a total: a number of points decides nothing and is not shown as if it did. Deliberately
//! absent: the instruments themselves (`sheet`), and the comparison of two (`compare`).

pub mod told;

use super::content::{Action, Content, Row, RowKey, Scene, Sign};
use super::sign::{Signed, Waiting};
use super::{case_in_hand, scene};
use crate::app::effect::Effect;
use crate::app::keymap::Intent;
use crate::app::message::Weight;
use crate::app::model::{Model, Overlay};
use crate::app::page::Tone;
use crate::app::screens::{compare, pick};
use crate::app::turn::Turn;
use crate::domain::case::{Case, Sheet, State};
use crate::domain::id::SheetId;
use crate::domain::sheet::{FormRef, Safety, SheetUse};
use crate::form::Use;
use crate::text::Key as Words;

/// Which row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Why the risk must be looked at anew.
    Reassess(told::Reason),
    /// A new one.
    New,
    /// One that was filled in.
    Sheet(SheetId),
    /// Its second reader.
    Second(SheetId),
    /// The scales in it.
    Scales(SheetId),
}

/// What can be picked from a list on this tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The instrument of a new assessment.
    Begin(FormRef, SheetUse),
}

/// Every filled-in form of a case, the latest first: by its conclusion, else by its beginning.
#[must_use]
pub fn in_order(case: &Case) -> Vec<(SheetId, &Sheet)> {
    let when = |sheet: &Sheet| {
        let concluded = sheet.conclusion.stamp().or_else(|| sheet.opened.stamp());
        concluded.map(|stamp| stamp.at)
    };
    let mut sheets: Vec<(SheetId, &Sheet)> = case.sheets.iter().map(|(id, s)| (*id, s)).collect();
    sheets.sort_by_key(|(id, sheet)| std::cmp::Reverse((when(sheet), *id)));
    sheets
}

/// The one before this one that was made with the same form, to compare with.
#[must_use]
pub fn before(case: &Case, sheet: SheetId) -> Option<SheetId> {
    let form = &case.sheets.get(&sheet)?.opened.shown()?.form.id;
    let all = in_order(case);
    let place = all.iter().position(|(id, _)| *id == sheet)?;
    let same = |(_, other): &&(SheetId, &Sheet)| {
        other.opened.shown().is_some_and(|opened| opened.form.id == *form)
    };
    all.iter().skip(place + 1).find(same).map(|(id, _)| *id)
}

/// The rows of this tab.
#[must_use]
pub fn content(scene: &Scene<'_>) -> Content {
    let mut rows: Vec<Row> = told::reasons(scene)
        .into_iter()
        .map(|reason| {
            let label = scene.say(Words::RiskAgain);
            row(Line::Reassess(reason), Sign::Warning, label, told::reason_words(scene, reason))
        })
        .collect();
    for again in &mut rows {
        again.action = Action::Go(RowKey::Risk(Line::New));
    }
    if may_assess(scene.case) {
        let (label, hint) = (scene.say(Words::RiskNew), scene.say(Words::RiskNewHint));
        rows.push(row(Line::New, Sign::Plain, label, hint));
    }
    for (id, sheet) in in_order(scene.case) {
        rows.push(sheet_row(scene, id, sheet));
        rows.extend(second_row(scene, id, sheet));
        rows.extend(scales_row(scene, id, sheet));
    }
    Content { head: vec![told::standing(scene)], rows }
}

/// An advice holds nothing about a family (hard rule 21), so there is nobody to assess.
fn may_assess(case: &Case) -> bool {
    case.state() != State::Advice
}

fn row(line: Line, sign: Sign, label: String, summary: String) -> Row {
    let (key, action) = (RowKey::Risk(line), Action::Own);
    Row { key, sign, indent: false, label, summary, detail: Vec::new(), action }
}

fn sheet_row(scene: &Scene<'_>, id: SheetId, sheet: &Sheet) -> Row {
    let form = told::form_of(scene, sheet);
    let label = told::title(scene, sheet, form);
    let concluded = sheet.conclusion.shown();
    let past = concluded.is_some_and(|told| told.valid_until < scene.now.day());
    let sign = match (sheet.conclusion.is_disputed(), sheet.safety_read()) {
        (true, _) => Sign::Dispute,
        (false, Some(Safety::Unsafe)) => Sign::Danger,
        (false, Some(Safety::Safe | Safety::SafeWithPlan)) if past => Sign::Warning,
        (false, Some(Safety::Safe | Safety::SafeWithPlan)) => Sign::Done,
        (false, None) if sheet.is_assessment() => Sign::Open,
        (false, None) => Sign::Done,
    };
    let summary = told::summary(scene, sheet, form);
    let mut made = row(Line::Sheet(id), sign, label, summary);
    made.detail = told::detail(scene, sheet, form);
    made
}

/// Who read the conclusion beside the one who drew it, or that nobody did.
fn second_row(scene: &Scene<'_>, id: SheetId, sheet: &Sheet) -> Option<Row> {
    let (event, stamp, _) = sheet.conclusion.heads().next()?;
    let readers = scene.case.countersigned.get(event);
    let names: Vec<&str> =
        readers.into_iter().flat_map(|by| by.keys()).map(|id| scene.name_of(*id)).collect();
    let label = scene.say(Words::RiskSecondReader);
    let line = Line::Second(id);
    let mut made = if names.is_empty() {
        let waiting = Waiting { event: *event, author: stamp.author, what: Signed::Conclusion };
        let hint = scene.say(Words::RiskSecondNone);
        Row { action: Action::Sign(waiting), ..row(line, Sign::Open, label, hint) }
    } else {
        Row { action: Action::Nothing, ..row(line, Sign::Done, label, names.join(", ")) }
    };
    made.indent = true;
    Some(made)
}

/// The scales of everybody who gave one, as bars, with how far they are apart.
fn scales_row(scene: &Scene<'_>, id: SheetId, sheet: &Sheet) -> Option<Row> {
    let scales = told::scales(scene, sheet, told::form_of(scene, sheet));
    let first = scales.first()?;
    let label = scene.say(Words::RiskScales);
    let mut made = row(Line::Scales(id), Sign::Plain, label, first.summary(scene));
    for scale in &scales {
        made.detail.push((Tone::Body, String::new()));
        made.detail.push((Tone::Heading, scale.question.clone()));
        made.detail.extend(scale.bars().into_iter().map(|bar| (Tone::Body, bar)));
        made.detail.push((Tone::Soft, scale.summary(scene)));
    }
    made.indent = true;
    made.action = Action::Nothing;
    Some(made)
}

/// Enter on a row of this tab.
pub fn act(model: &mut Model, turn: Turn, line: &Line) -> Vec<Effect> {
    match line {
        Line::New => pick_instrument(model),
        Line::Sheet(sheet) => return super::fill::go_on_sheet(model, turn, *sheet),
        Line::Reassess(_) | Line::Second(_) | Line::Scales(_) => model.quiet = true,
    }
    Vec::new()
}

/// A key that means something of its own here; `None` when it does not.
pub fn intent(model: &mut Model, _turn: Turn, intent: Intent) -> Option<Vec<Effect>> {
    match intent {
        Intent::NewRow => pick_instrument(model),
        Intent::Versions => open_comparison(model),
        Intent::Sign => return sign(model),
        _elsewhere => return None,
    }
    Some(Vec::new())
}

/// What was picked from a list.
pub fn chosen(model: &mut Model, turn: Turn, choice: Choice) -> Vec<Effect> {
    match choice {
        Choice::Begin(form, used_for) => super::fill::begin_sheet(model, turn, &form, used_for),
    }
}

/// The selected sheet; elsewhere on the tab the latest.
fn sheet_in_hand(model: &Model) -> Option<SheetId> {
    let selected = match super::selected_key(model)? {
        RowKey::Risk(Line::Sheet(id) | Line::Second(id) | Line::Scales(id)) => Some(*id),
        RowKey::Risk(Line::New | Line::Reassess(_))
        | RowKey::Triage(_)
        | RowKey::Plan(_)
        | RowKey::Duties(_) => None,
    };
    selected.or_else(|| in_order(case_in_hand(model)?).first().map(|(id, _)| *id))
}

fn sign(model: &mut Model) -> Option<Vec<Effect>> {
    let case = case_in_hand(model)?.id;
    let sheet = sheet_in_hand(model)?;
    super::go_to(model, case, RowKey::Risk(Line::Second(sheet)));
    None
}

fn pick_instrument(model: &mut Model) {
    let Some(scene) = scene(model) else { return };
    if !may_assess(scene.case) {
        return model.say(Weight::Plain, Words::RuleAdviceWithoutFamily, Vec::new());
    }
    let lang = scene.words.lang().code();
    let uses = [
        (Use::Assessment, SheetUse::Assessment),
        (Use::ChildVoice, SheetUse::ChildVoice),
        (Use::Scaling, SheetUse::Scaling),
        (Use::Own, SheetUse::Own),
    ];
    let of_use = |(wanted, used_for): (Use, SheetUse)| {
        scene.forms.of_use(wanted).into_iter().map(move |form| pick::Row {
            choice: pick::Choice::Risk(Choice::Begin(form.name.clone(), used_for)),
            shown: form.title.of(lang).to_owned(),
            more: form.about.as_ref().map(|about| about.of(lang).to_owned()).unwrap_or_default(),
        })
    };
    let rows = uses.into_iter().flat_map(of_use).collect();
    pick::open(model, Words::PickInstrument, rows);
}

/// This one beside the one before it.
fn open_comparison(model: &mut Model) {
    let sheet = sheet_in_hand(model);
    let state = scene(model).zip(sheet).and_then(|(scene, sheet)| {
        let earlier = before(scene.case, sheet)?;
        compare::State::of(&scene, earlier, sheet)
    });
    match state {
        Some(state) => model.overlays.push(Overlay::Compare(Box::new(state))),
        None => model.say(Weight::Plain, Words::SaidNothingToCompare, Vec::new()),
    }
}

/// The day of a sheet, for its label and its column.
#[must_use]
pub fn day_words(scene: &Scene<'_>, sheet: &Sheet) -> String {
    let stamp = sheet.conclusion.stamp().or_else(|| sheet.opened.stamp());
    stamp.map(|stamp| scene.day(stamp.at.day())).unwrap_or_default()
}
