//! One case: beside the queue, and whole on a page of its own.
//!
//! The case is read from disk when it is selected. While one read is on its way no second is asked,
//! and while a key is held the read waits until the selection rests, so that a slow line carries
//! the rows one passes and not every report. Deliberately absent: what the pages say (`case_page`).

use super::case_page;
use super::queue;
use super::work;
use crate::app::effect::Effect;
use crate::app::geometry::Pane;
use crate::app::keymap::Intent;
use crate::app::model::{Desk, Model, Place};
use crate::app::page::{Page, Writer};
use crate::app::turn::Turn;
use crate::domain::case::Case;
use crate::domain::id::CaseId;
use crate::domain::time::Moment;
use crate::text::Key as Words;

/// Longer lines are hard to read.
const TEXT_COLUMNS_MAX: u16 = 110;
/// While the selection moves faster than this, reading waits until it rests.
const REST_MILLIS: i64 = 150;

/// The case in hand, as read from disk, with the pages made of it.
#[derive(Debug, Default)]
pub struct Beside {
    /// The case that was read last.
    pub case: Option<Box<Case>>,
    /// The read on its way.
    asked: Option<CaseId>,
    /// The case that was in hand last, and since when.
    in_hand: Option<(CaseId, Moment)>,
    /// When it may be read.
    read_at: Option<Moment>,
    /// A case that cannot be read, and why.
    pub missing: Option<(CaseId, Words)>,
    /// Its report.
    pub report: Page,
    /// Its persons.
    pub persons: Page,
    /// Its plans.
    pub plan: Page,
    /// Its risk.
    pub risk: Page,
}

impl Beside {
    /// The case, if it is this one.
    #[must_use]
    pub fn case(&self, id: CaseId) -> Option<&Case> {
        self.case.as_deref().filter(|case| case.id == id)
    }

    /// When a read that waits for the selection to rest is due.
    #[must_use]
    pub const fn wake_at(&self) -> Option<Moment> {
        if self.asked.is_some() { None } else { self.read_at }
    }

    /// Whether a case that just came in hand may be read at `now`.
    fn rests(&mut self, wanted: CaseId, now: Moment) -> bool {
        if self.in_hand.is_none_or(|(case, _)| case != wanted) {
            let quick = self
                .in_hand
                .is_some_and(|(_, since)| (0..REST_MILLIS).contains(&now.millis_since(since)));
            let wait = if quick { REST_MILLIS } else { 0 };
            self.in_hand = Some((wanted, now));
            self.read_at = Some(Moment(now.0.saturating_add(wait)));
        }
        self.read_at.is_none_or(|at| at <= now)
    }
}

/// A case on a page of its own.
#[derive(Debug)]
pub struct State {
    /// Which.
    pub case: CaseId,
    /// All of it.
    pub page: Page,
    /// Where its headings stand, for the key that jumps from part to part.
    pub parts: Vec<usize>,
}

/// Opens a case on a page of its own.
pub fn open(model: &mut Model, case: CaseId) {
    let rows = queue::rows(model);
    if let Some(desk) = model.desk_mut() {
        let me = desk.opened.staff.staff;
        desk.queue.select(case, me, rows);
        let state = State { case, page: Page::default(), parts: Vec::new() };
        desk.left_behind = desk.place.take_draft().or(desk.left_behind.take());
        work::remember(desk);
        desk.place = Place::Case(Box::new(state));
    }
    lay_out(model);
}

/// A key on the page of a case.
pub fn intent(model: &mut Model, turn: Turn, intent: Intent) -> Vec<Effect> {
    let page_rows = isize::try_from(model.size.page().rows).unwrap_or(1).saturating_sub(3).max(1);
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    let Place::Case(state) = &mut desk.place else { return Vec::new() };
    match intent {
        Intent::MoveUp => state.page.scroll_by(-1),
        Intent::MoveDown => state.page.scroll_by(1),
        Intent::PageUp => state.page.scroll_by(-page_rows),
        Intent::PageDown => state.page.scroll_by(page_rows),
        Intent::Top => state.page.scroll_by(isize::MIN),
        Intent::Bottom => state.page.scroll_by(isize::MAX),
        Intent::NextPane => jump(state, true),
        Intent::PreviousPane => jump(state, false),
        Intent::Back => {
            desk.place = Place::Queue;
            desk.queue.focus = Pane::Queue;
        }
        other => return queue::case_intent(model, turn, other),
    }
    Vec::new()
}

/// To the next or previous heading.
fn jump(state: &mut State, forward: bool) {
    let at = state.page.scroll();
    let mut parts = state.parts.iter().copied();
    let target =
        if forward { parts.find(|part| *part > at) } else { parts.rev().find(|part| *part < at) };
    let target = target.unwrap_or(if forward { at } else { 0 });
    let steps = target.cast_signed().saturating_sub(at.cast_signed());
    state.page.scroll_by(steps);
}

/// Asks for the case in hand when it is not the one that was read. Called after every message.
pub fn follow(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    let Some(wanted) = desk.case_in_hand() else { return Vec::new() };
    let rests = desk.beside.rests(wanted, now) || !matches!(desk.place, Place::Queue);
    let known = desk.beside.case(wanted).is_some();
    let missing = desk.beside.missing.is_some_and(|(case, _)| case == wanted);
    if known || missing {
        desk.beside.read_at = None;
        return Vec::new();
    }
    if desk.beside.asked.is_some() || !rests {
        return Vec::new();
    }
    desk.beside.read_at = None;
    desk.beside.asked = Some(wanted);
    vec![Effect::LoadCase(wanted)]
}

/// A case came from disk.
pub fn take(model: &mut Model, case: Box<Case>) {
    let Some(desk) = model.desk_mut() else { return };
    if desk.beside.asked == Some(case.id) {
        desk.beside.asked = None;
    }
    let wanted = desk.case_in_hand();
    if wanted.is_some() && wanted != Some(case.id) {
        model.quiet = true;
        return;
    }
    desk.beside.missing = None;
    desk.beside.case = Some(case);
    lay_out(model);
    work::lay_out(model);
}

/// A case could not be read.
pub fn take_missing(model: &mut Model, case: CaseId, why: Words) {
    let Some(desk) = model.desk_mut() else { return };
    if desk.beside.asked == Some(case) {
        desk.beside.asked = None;
    }
    desk.beside.missing = Some((case, why));
}

/// Forgets what was read of a case, so that it is read again.
pub fn forget(desk: &mut Desk, case: CaseId) {
    if desk.beside.case.as_deref().is_some_and(|known| known.id == case) {
        desk.beside.case = None;
    }
    desk.beside.missing = None;
}

/// Makes the pages anew: the case, the window or the language changed.
pub fn lay_out(model: &mut Model) {
    let size = model.size;
    let words = &model.words;
    let crate::app::model::Screen::Desk(desk) = &mut model.screen else { return };
    let Some(case) = desk.beside.case.as_deref() else { return };
    let (queue, forms) = (desk.queue.entries(), &*model.forms);
    let scene = work::Scene { case, opened: &desk.opened, queue, forms, now: model.now, words };
    let reader = case_page::Reader { opened: &desk.opened };
    let beside = |pane: Pane| size.pane(pane, pane).inside();
    let area = beside(Pane::Report);
    let mut writer = Writer::new(words, area.columns);
    case_page::reports(&mut writer, &reader, case);
    let report = writer.page(area.rows);
    let area = beside(Pane::Persons);
    let mut writer = Writer::new(words, area.columns);
    case_page::persons(&mut writer, &reader, case);
    let persons = writer.page(area.rows);
    let area = beside(Pane::Plan);
    let mut writer = Writer::new(words, area.columns);
    case_page::plan_beside(&mut writer, &scene);
    let plan = writer.page(area.rows);
    let area = beside(Pane::Risk);
    let mut writer = Writer::new(words, area.columns);
    case_page::risk_beside(&mut writer, &scene);
    let risk = writer.page(area.rows);
    if let Place::Case(state) = &mut desk.place
        && state.case == case.id
    {
        let area = size.page().inside();
        let mut writer = Writer::new(words, area.columns.min(TEXT_COLUMNS_MAX));
        state.parts = case_page::whole(&mut writer, &reader, &scene);
        state.page = writer.page(area.rows).scrolled_like(&state.page);
    }
    desk.beside.report = report.scrolled_like(&desk.beside.report);
    desk.beside.persons = persons.scrolled_like(&desk.beside.persons);
    desk.beside.plan = plan.scrolled_like(&desk.beside.plan);
    desk.beside.risk = risk.scrolled_like(&desk.beside.risk);
}
