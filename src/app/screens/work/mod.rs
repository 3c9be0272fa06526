//! The work on a case: triage, risk, plan and duties, each a list of rows with a sign.
//!
//! One page for all four: a tab gives rows ([`content`]), Enter does what the selected row says.
//! The page is made anew from the case whenever it was read, and the selection stays on its row.
//! Deliberately absent: the forms that rows open (`sheet`), and what they mean for the case
//! ([`bind`]).

pub mod bind;
pub mod content;
pub mod duties;
pub mod fill;
pub mod layout;
pub mod plan;
pub mod risk;
pub mod sign;
pub mod triage;

pub use content::{Action, Call, Content, Row, RowKey, Scene, Sign, Tab};
pub use layout::{Frame, Laid};

use super::sheet::Purpose;
use super::{case, links, queue, sheet, short_form};
use crate::app::effect::Effect;
use crate::app::geometry::{Layout, Pane};
use crate::app::keymap::Intent;
use crate::app::message::Weight;
use crate::app::model::{Desk, Model, Place, Screen};
use crate::app::page::Page;
use crate::app::turn::Turn;
use crate::domain::case::Case;
use crate::domain::id::{CaseId, IncidentId};
use crate::text::Key as Words;

/// Where Esc leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// To the queue.
    Queue,
    /// To the page of the case.
    Case,
}

/// What stays known of the page after it was left, so that one comes back to the same row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    case: Option<CaseId>,
    marks: [Option<RowKey>; Tab::ALL.len()],
}

/// The page.
#[derive(Debug)]
pub struct State {
    /// The case.
    pub case: CaseId,
    /// The tab in sight.
    pub tab: Tab,
    /// Where Esc leads.
    pub from: From,
    /// The rows of this tab.
    pub content: Content,
    /// The same, wrapped.
    pub laid: Laid,
    /// Lines of the list above the first visible one.
    pub top: usize,
    /// The whole text of the selected row.
    pub detail: Page,
    /// Whether the keys scroll that text instead of moving in the list.
    pub reading: bool,
    selected: usize,
    marks: [Option<RowKey>; Tab::ALL.len()],
    /// A row that is not there yet: it is selected when it comes.
    awaited: Option<RowKey>,
}

impl State {
    /// The selected row.
    #[must_use]
    pub fn selected(&self) -> Option<&Row> {
        self.content.rows.get(self.selected)
    }

    /// Its place among the rows.
    #[must_use]
    pub const fn selected_place(&self) -> usize {
        self.selected
    }

    fn memory(&self) -> Memory {
        Memory { case: Some(self.case), marks: self.marks.clone() }
    }

    fn mark(&mut self) {
        let key = self.selected().map(|row| row.key.clone());
        if let Some(mark) = self.marks.get_mut(self.tab.place()) {
            *mark = key.or_else(|| mark.take());
        }
    }

    /// Keeps the selected row whole inside what is visible.
    fn keep_in_sight(&mut self) {
        let (first, count) = self.laid.place_of(self.selected);
        let rows = self.laid.rows;
        self.top = self.top.clamp((first + count).saturating_sub(rows).min(first), first);
        self.top = self.top.min(self.laid.lines.len().saturating_sub(rows));
    }
}

/// Opens a tab of the case in hand.
pub fn open_in_hand(model: &mut Model, tab: Tab) {
    let case = model.desk().and_then(Desk::case_in_hand);
    match case {
        Some(case) => open(model, case, tab),
        None => model.say(Weight::Plain, Words::SaidChooseCase, Vec::new()),
    }
}

/// Opens a tab of a case; the selection is where it was left.
pub fn open(model: &mut Model, case: CaseId, tab: Tab) {
    let rows = queue::rows(model);
    let Some(desk) = model.desk_mut() else { return };
    let me = desk.opened.staff.staff;
    desk.queue.select(case, me, rows);
    let from = match &desk.place {
        Place::Case(_) => From::Case,
        Place::Work(open) => open.from,
        Place::Queue | Place::Contact(_) | Place::Sheet(_) => From::Queue,
    };
    desk.left_behind = desk.place.take_draft().or(desk.left_behind.take());
    remember(desk);
    let known = Some(&desk.casework).filter(|memory| memory.case == Some(case));
    let marks = known.map(|memory| memory.marks.clone()).unwrap_or_default();
    let state = State {
        case,
        tab,
        from,
        content: Content::default(),
        laid: Laid::default(),
        top: 0,
        detail: Page::default(),
        reading: false,
        selected: 0,
        marks,
        awaited: None,
    };
    desk.place = Place::Work(Box::new(state));
    lay_out(model);
}

/// Opens the tab of a row, with that row selected.
pub fn go_to(model: &mut Model, case: CaseId, key: RowKey) {
    let tab = match &key {
        RowKey::Triage(_) => Tab::Triage,
        RowKey::Risk(_) => Tab::Risk,
        RowKey::Plan(_) => Tab::Plan,
        RowKey::Duties(_) => Tab::Duties,
    };
    open(model, case, tab);
    mark(model, key);
    lay_out(model);
}

/// Selects a row of the tab in sight, when it is there.
pub fn select(model: &mut Model, key: &RowKey) {
    let Screen::Desk(desk) = &mut model.screen else { return };
    let Place::Work(state) = &mut desk.place else { return };
    if let Some(place) = state.content.rows.iter().position(|row| row.key == *key) {
        state.selected = place;
        state.mark();
        state.keep_in_sight();
        state.detail = layout::detail(state.selected(), model.size, &model.words);
    }
}

/// Keeps where the page stands, when it is on the screen.
pub fn remember(desk: &mut Desk) {
    if let Place::Work(open) = &desk.place {
        desk.casework = open.memory();
    }
}

/// Makes the page anew: the case, the day, the window or the language changed.
pub fn lay_out(model: &mut Model) {
    let (size, words, now) = (model.size, &model.words, model.now);
    let Screen::Desk(desk) = &mut model.screen else { return };
    let Place::Work(state) = &mut desk.place else { return };
    let Some(case) = desk.beside.case(state.case) else { return };
    let queue = desk.queue.entries();
    let forms = &*model.forms;
    let scene = Scene { case, opened: &desk.opened, queue, forms, now, words };
    let marked = state.marks.get(state.tab.place()).cloned().flatten();
    let wanted = state.awaited.clone().or_else(|| marked.clone());
    state.content = match state.tab {
        Tab::Triage => triage::content(&scene),
        Tab::Risk => risk::content(&scene),
        Tab::Plan => plan::content(&scene, wanted.as_ref().and_then(RowKey::plan)),
        Tab::Duties => duties::content(&scene),
    };
    let rows = &state.content.rows;
    let place_of = |key: &RowKey| rows.iter().position(|row| row.key == *key);
    let came = state.awaited.as_ref().and_then(place_of);
    if came.is_some() {
        state.awaited = None;
    }
    let place = came.or_else(|| marked.as_ref().and_then(place_of));
    let last = rows.len().saturating_sub(1);
    state.selected = place.unwrap_or(state.selected).min(last);
    state.laid = Laid::of(&state.content, size, words);
    state.mark();
    state.keep_in_sight();
    let detail = layout::detail(state.selected(), size, words);
    state.detail = detail.scrolled_like(&state.detail);
}

/// A key on the page.
pub fn intent(model: &mut Model, turn: Turn, intent: Intent) -> Vec<Effect> {
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    let Place::Work(state) = &mut desk.place else { return Vec::new() };
    let page = state.laid.rows.cast_signed().saturating_sub(1).max(1);
    let (case, from, reading) = (state.case, state.from, state.reading);
    match intent {
        Intent::MoveUp => go(model, -1),
        Intent::MoveDown => go(model, 1),
        Intent::PageUp if reading => go(model, -page),
        Intent::PageDown if reading => go(model, page),
        Intent::PageUp => go(model, -(page / 2).max(1)),
        Intent::PageDown => go(model, (page / 2).max(1)),
        Intent::Top => go(model, isize::MIN),
        Intent::Bottom => go(model, isize::MAX),
        Intent::NextPane => turn_tab(model, 1),
        Intent::PreviousPane => turn_tab(model, -1),
        Intent::Triage => open(model, case, Tab::Triage),
        Intent::Risk => open(model, case, Tab::Risk),
        Intent::Plan => open(model, case, Tab::Plan),
        Intent::Duties => open(model, case, Tab::Duties),
        Intent::Read => state.reading = !reading && state.selected().is_some(),
        Intent::Back if reading => state.reading = false,
        Intent::Back => leave(model, case, from),
        Intent::Open => return act(model, turn),
        other => return tab_intent(model, turn, other),
    }
    Vec::new()
}

/// A key that means something else on each tab; what a tab does not know is about the case.
fn tab_intent(model: &mut Model, turn: Turn, intent: Intent) -> Vec<Effect> {
    let Some(Place::Work(state)) = model.desk().map(|desk| &desk.place) else {
        return Vec::new();
    };
    let tab = state.tab;
    if case_in_hand(model).is_none() && is_about_rows(intent) {
        model.say(Weight::Plain, Words::CaseLoading, Vec::new());
        return Vec::new();
    }
    let done = match tab {
        Tab::Triage => triage::intent(model, turn, intent),
        Tab::Risk => risk::intent(model, turn, intent),
        Tab::Plan => plan::intent(model, turn, intent),
        Tab::Duties => duties::intent(model, turn, intent),
    };
    done.unwrap_or_else(|| match intent {
        // Something happened: whatever one is looking at.
        Intent::Incident => {
            let purpose = Purpose::Incident(IncidentId(turn.seed.id(1)));
            open_form(model, turn, Call::new(purpose));
            Vec::new()
        }
        other => queue::case_intent(model, turn, other),
    })
}

/// Whether a key needs the rows, which are there once the case was read.
const fn is_about_rows(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::NewRow
            | Intent::Duplicate
            | Intent::RowUp
            | Intent::RowDown
            | Intent::Remove
            | Intent::Versions
            | Intent::Origin
            | Intent::Print
            | Intent::Sign
            | Intent::Incident
    )
}

/// Does what the selected row says.
pub fn act(model: &mut Model, turn: Turn) -> Vec<Effect> {
    let Some(Place::Work(state)) = model.desk().map(|desk| &desk.place) else {
        return Vec::new();
    };
    let case = state.case;
    let link = match state.selected().map(|row| &row.key) {
        Some(RowKey::Triage(triage::Line::Link(link))) => Some(*link),
        Some(_) | None => None,
    };
    match state.selected().map(|row| row.action.clone()) {
        Some(Action::Links) => links::open_at(model, link),
        Some(Action::Sign(waiting)) => sign::begin(model, case, waiting),
        Some(Action::Acute) => short_form::open_acute(model, turn),
        Some(Action::Go(key)) => go_to(model, case, key),
        Some(Action::Own) => return act_own(model, turn),
        Some(Action::Tab(tab)) => open(model, case, tab),
        Some(Action::Form(call)) => open_form(model, turn, call),
        Some(Action::New) => return tab_intent(model, turn, Intent::NewRow),
        Some(Action::Nothing) | None => {
            // There is more to read, when there is no room for it beside the list.
            if model.size.layout() == Layout::Panes {
                model.quiet = true;
            } else if let Some(desk) = model.desk_mut()
                && let Place::Work(state) = &mut desk.place
            {
                state.reading = state.selected().is_some();
            }
        }
    }
    Vec::new()
}

/// Does what only the tab of the selected row knows.
fn act_own(model: &mut Model, turn: Turn) -> Vec<Effect> {
    match selected_key(model).cloned() {
        Some(RowKey::Plan(line)) => plan::act(model, turn, &line),
        Some(RowKey::Risk(line)) => risk::act(model, turn, &line),
        Some(RowKey::Triage(_) | RowKey::Duties(_)) | None => Vec::new(),
    }
}

/// The key of the selected row.
#[must_use]
pub fn selected_key(model: &Model) -> Option<&RowKey> {
    let Place::Work(state) = &model.desk()?.place else { return None };
    state.selected().map(|row| &row.key)
}

/// The case of the page, as read.
#[must_use]
pub fn case_in_hand(model: &Model) -> Option<&Case> {
    let desk = model.desk()?;
    desk.beside.case(desk.case_in_hand()?)
}

/// From what the tabs are made now.
#[must_use]
pub fn scene(model: &Model) -> Option<Scene<'_>> {
    let (desk, case) = (model.desk()?, case_in_hand(model)?);
    let (queue, forms) = (desk.queue.entries(), &*model.forms);
    let (opened, words) = (&desk.opened, &model.words);
    Some(Scene { case, opened, queue, forms, now: model.now, words })
}

/// Selects this row as soon as it is there.
pub fn mark(model: &mut Model, key: RowKey) {
    let Some(desk) = model.desk_mut() else { return };
    let Place::Work(state) = &mut desk.place else { return };
    state.awaited = Some(key);
}

/// Lets the keys scroll the whole text of the selected row.
pub fn read(model: &mut Model) {
    let Some(desk) = model.desk_mut() else { return };
    let Place::Work(state) = &mut desk.place else { return };
    state.reading = state.selected().is_some();
}

/// Opens the form of a row, at its section.
pub fn open_form(model: &mut Model, turn: Turn, call: Call) {
    let Some(case) = case_in_hand(model) else {
        model.say(Weight::Warning, Words::SaidCaseNotRead, Vec::new());
        return;
    };
    let form = bind::form_of(call.purpose).and_then(|id| model.forms.newest(id));
    let opening = form.and_then(|form| sheet::Opening::of(case, form.clone(), call.purpose));
    match opening {
        Some(mut opening) => {
            opening.section = (!call.section.is_empty()).then(|| call.section.to_owned());
            opening.person = call.person;
            opening.is_new = call.is_new;
            sheet::open(model, turn, opening);
        }
        None => model.say(Weight::Warning, Words::SheetProblemFormGone, Vec::new()),
    }
}

fn go(model: &mut Model, steps: isize) {
    let (size, words) = (model.size, &model.words);
    let Screen::Desk(desk) = &mut model.screen else { return };
    let Place::Work(state) = &mut desk.place else { return };
    if state.reading {
        state.detail.scroll_by(steps);
        return;
    }
    let last = state.content.rows.len().saturating_sub(1);
    state.selected = state.selected.saturating_add_signed(steps).min(last);
    state.mark();
    state.keep_in_sight();
    state.detail = layout::detail(state.selected(), size, words);
}

fn turn_tab(model: &mut Model, steps: isize) {
    let Some(Place::Work(state)) = model.desk().map(|desk| &desk.place) else { return };
    let (case, tab) = (state.case, state.tab.step(steps));
    open(model, case, tab);
}

fn leave(model: &mut Model, to: CaseId, from: From) {
    if let Some(desk) = model.desk_mut() {
        remember(desk);
        desk.place = Place::Queue;
        desk.queue.focus = Pane::Queue;
    }
    if from == From::Case {
        case::open(model, to);
    }
}
