//! The queue: which rows are shown, which is selected, what stands in the header.
//!
//! The order is the order in which the rows came (`Entry::order`). Deliberately absent: sorting,
//! and anything that costs more than the visible rows on a key.

use crate::app::effect::Effect;
use crate::app::geometry::{Layout, Pane};
use crate::app::keymap::Intent;
use crate::app::message::Weight;
use crate::app::model::{Desk, Model, Overlay, Pending};
use crate::app::screens::{case, confirm, contact, drafts, links, short_form, why, work};
use crate::app::turn::Turn;
use crate::domain::deadline::Countdown;
use crate::domain::event::Draft;
use crate::domain::fact::{Fact, Overseer};
use crate::domain::id::{CaseId, StaffId};
use crate::domain::queue::{Counts, Entry, counts};
use crate::text::Key as Words;
use std::cmp::Ordering;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All open work.
    #[default]
    All,
    /// What I work on.
    Mine,
    /// What is late.
    Overdue,
}

impl Filter {
    /// Its name on the screen.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::All => Words::FilterAll,
            Self::Mine => Words::FilterMine,
            Self::Overdue => Words::FilterOverdue,
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::All => Self::Mine,
            Self::Mine => Self::Overdue,
            Self::Overdue => Self::All,
        }
    }

    fn shows(self, entry: &Entry, me: StaffId) -> bool {
        match self {
            Self::All => true,
            Self::Mine => entry.row.worker == Some(me),
            Self::Overdue => is_overdue(entry),
        }
    }
}

/// The queue.
#[derive(Clone, Debug, Default)]
pub struct State {
    entries: Vec<Entry>,
    /// Indexes of the rows shown.
    shown: Vec<usize>,
    /// Place of the selected row in `shown`.
    selected: usize,
    /// Place of the first visible row in `shown`.
    top: usize,
    /// Whether the queue has come from disk yet.
    pub loaded: bool,
    /// Which rows are shown.
    pub filter: Filter,
    /// Which pane has the keys.
    pub focus: Pane,
    /// For the header.
    pub counts: Counts,
}

impl State {
    /// All open work, in order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many rows are shown.
    #[must_use]
    pub const fn shown_count(&self) -> usize {
        self.shown.len()
    }

    /// The rows from `top` on, with whether each is selected; at most `rows`.
    pub fn visible(&self, rows: usize) -> impl Iterator<Item = (bool, &Entry)> {
        let indexes = self.shown.iter().enumerate().skip(self.top).take(rows);
        indexes
            .filter_map(|(place, index)| Some((place == self.selected, self.entries.get(*index)?)))
    }

    /// The selected row.
    #[must_use]
    pub fn selected(&self) -> Option<&Entry> {
        self.entries.get(*self.shown.get(self.selected)?)
    }

    /// Place of the selected row among those shown, from 1; 0 when there is none.
    #[must_use]
    pub fn selected_number(&self) -> usize {
        if self.shown.is_empty() { 0 } else { self.selected + 1 }
    }

    /// The row of a case.
    #[must_use]
    pub fn entry(&self, case: CaseId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.row.case == case)
    }

    /// Takes a queue from disk; the selection stays on its case, or on its place when that is gone.
    pub fn take(&mut self, entries: Vec<Entry>, me: StaffId, rows: usize) {
        let kept = self.selected().map(|entry| entry.row.case);
        self.entries = entries;
        self.loaded = true;
        self.counts = counts(&self.entries);
        self.show(me, kept, rows);
    }

    /// Selects a case; when the filter hides it, all are shown.
    pub fn select(&mut self, case: CaseId, me: StaffId, rows: usize) {
        self.show(me, Some(case), rows);
        if self.selected().map(|entry| entry.row.case) != Some(case) && self.entry(case).is_some() {
            self.filter = Filter::All;
            self.show(me, Some(case), rows);
        }
    }

    fn show(&mut self, me: StaffId, select: Option<CaseId>, rows: usize) {
        let all = self.entries.iter().enumerate();
        let filter = self.filter;
        self.shown = all.filter(|(_, e)| filter.shows(e, me)).map(|(index, _)| index).collect();
        let place = select.and_then(|case| {
            let is = |index: &usize| self.entries.get(*index).is_some_and(|e| e.row.case == case);
            self.shown.iter().position(is)
        });
        self.selected = place.unwrap_or(self.selected);
        self.keep_in_sight(rows);
    }

    fn move_by(&mut self, steps: isize, rows: usize) {
        self.selected = self.selected.saturating_add_signed(steps);
        self.keep_in_sight(rows);
    }

    /// After a step past the edge: shows half a page more, so that the next steps move only the
    /// sign. Between other panes a list cannot be scrolled by the terminal, and a row at a time
    /// would send the whole list anew for each key.
    fn turn_half_a_page(&mut self, top_before: usize, rows: usize) {
        let half = rows / 2;
        match self.top.cmp(&top_before) {
            Ordering::Greater => self.top += half,
            Ordering::Less => self.top = self.top.saturating_sub(half),
            Ordering::Equal => {}
        }
        self.keep_in_sight(rows);
    }

    /// Keeps the selected row inside what `rows` rows show.
    pub fn keep_in_sight(&mut self, rows: usize) {
        let last = self.shown.len().saturating_sub(1);
        self.selected = self.selected.min(last);
        let rows = rows.max(1);
        self.top = self.top.clamp((self.selected + 1).saturating_sub(rows), self.selected);
        self.top = self.top.min(self.shown.len().saturating_sub(rows));
    }
}

fn is_overdue(entry: &Entry) -> bool {
    matches!(entry.countdown, Some(Countdown::Overdue(_)))
}

/// How many rows the list has in this window.
#[must_use]
pub fn rows(model: &Model) -> usize {
    usize::from(model.size.pane(Pane::Queue, Pane::Queue).inside().rows)
}

/// A key in the queue or the panes beside it.
pub fn intent(model: &mut Model, turn: Turn, intent: Intent) -> Vec<Effect> {
    let rows = rows(model);
    let page = isize::try_from(rows).unwrap_or(isize::MAX).saturating_sub(1).max(1);
    let beside_others = model.size.layout() == Layout::Panes;
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    match intent {
        Intent::MoveUp | Intent::MoveDown => {
            let top_before = desk.queue.top;
            go(desk, if intent == Intent::MoveUp { -1 } else { 1 }, rows);
            if beside_others {
                desk.queue.turn_half_a_page(top_before, rows);
            }
        }
        Intent::PageUp => go(desk, -page, rows),
        Intent::PageDown => go(desk, page, rows),
        Intent::Top => go(desk, isize::MIN, rows),
        Intent::Bottom => go(desk, isize::MAX, rows),
        Intent::NextPane => desk.queue.focus = desk.queue.focus.step(1),
        Intent::PreviousPane => desk.queue.focus = desk.queue.focus.step(-1),
        Intent::Back => desk.queue.focus = Pane::Queue,
        Intent::Filter => {
            let selected = desk.queue.selected().map(|entry| entry.row.case);
            desk.queue.filter = desk.queue.filter.next();
            let me = desk.opened.staff.staff;
            desk.queue.show(me, selected, rows);
        }
        Intent::Open => {
            if let Some(case) = desk.case_in_hand() {
                case::open(model, case);
            }
        }
        other => return case_intent(model, turn, other),
    }
    Vec::new()
}

fn go(desk: &mut Desk, steps: isize, rows: usize) {
    match desk.queue.focus {
        Pane::Queue => desk.queue.move_by(steps, rows),
        Pane::Report => desk.beside.report.scroll_by(steps),
        Pane::Persons => desk.beside.persons.scroll_by(steps),
        Pane::Plan => desk.beside.plan.scroll_by(steps),
        Pane::Risk => desk.beside.risk.scroll_by(steps),
    }
}

/// A key about the case in hand: the same in the queue and on the page of a case.
pub fn case_intent(model: &mut Model, turn: Turn, intent: Intent) -> Vec<Effect> {
    match intent {
        Intent::NewContact => contact::open(model, turn, None),
        Intent::ResumeDraft => drafts::resume(model, turn),
        Intent::AddToCase => contact::open_addition(model, turn),
        Intent::Note => short_form::open(model, turn, short_form::Kind::Note),
        Intent::Acute => short_form::open_acute(model, turn),
        Intent::Assign => return assign(model),
        Intent::Oversee => return oversee(model),
        Intent::Links => links::open(model),
        Intent::Triage => work::open_in_hand(model, work::Tab::Triage),
        Intent::Risk => work::open_in_hand(model, work::Tab::Risk),
        Intent::Plan => work::open_in_hand(model, work::Tab::Plan),
        Intent::Duties => work::open_in_hand(model, work::Tab::Duties),
        Intent::Why => why::open(model),
        Intent::Undo => confirm::ask_undo(model),
        Intent::NewRecoveryCode => confirm::ask_new_code(model),
        // These mean something elsewhere: on a form, in a list, at the passphrase, everywhere.
        Intent::MoveUp
        | Intent::MoveDown
        | Intent::PageUp
        | Intent::PageDown
        | Intent::Top
        | Intent::Bottom
        | Intent::Open
        | Intent::Next
        | Intent::Back
        | Intent::NextPane
        | Intent::PreviousPane
        | Intent::Read
        | Intent::NewRow
        | Intent::Duplicate
        | Intent::RowDown
        | Intent::RowUp
        | Intent::Remove
        | Intent::Versions
        | Intent::Print
        | Intent::Origin
        | Intent::Sign
        | Intent::Incident
        | Intent::Accept
        | Intent::Reject
        | Intent::Filter
        | Intent::Find
        | Intent::Palette
        | Intent::Help
        | Intent::Notices
        | Intent::Submit
        | Intent::Turn
        | Intent::AddPerson
        | Intent::ItemHelp
        | Intent::Discard
        | Intent::Language
        | Intent::Theme
        | Intent::Repaint
        | Intent::Lock
        | Intent::TakeOver
        | Intent::UseRecovery
        | Intent::Quit => model.quiet = true,
    }
    Vec::new()
}

/// Takes the case, or lays it down when it is mine. A colleague's case is asked about first.
fn assign(model: &mut Model) -> Vec<Effect> {
    let Some(desk) = model.desk() else { return Vec::new() };
    let me = desk.opened.staff.staff;
    let Some(case) = desk.case_in_hand() else { return Vec::new() };
    let worker = worker_of(desk, case);
    match worker {
        Some(colleague) if colleague != me => {
            let name = desk.name_of(colleague).unwrap_or_default().to_owned();
            model.overlays.push(Overlay::Confirm(confirm::State::take_from(case, name)));
            Vec::new()
        }
        Some(_) => record_worker(model, case, None),
        None => record_worker(model, case, Some(me)),
    }
}

fn worker_of(desk: &Desk, case: CaseId) -> Option<StaffId> {
    match desk.beside.case.as_deref() {
        Some(loaded) if loaded.id == case => loaded.worker.shown().copied().flatten(),
        _ => desk.queue.entry(case).and_then(|entry| entry.row.worker),
    }
}

/// Asks for the worker of a case to be recorded.
pub fn record_worker(model: &mut Model, case: CaseId, staff: Option<StaffId>) -> Vec<Effect> {
    let Some(loaded) = model.desk().and_then(|desk| desk.beside.case.as_deref()) else {
        model.quiet = true;
        return Vec::new();
    };
    if loaded.id != case {
        return Vec::new();
    }
    let heads = loaded.worker.head_ids();
    let said = if staff.is_some() { Words::SaidTaken } else { Words::SaidLaidDown };
    let fact = Fact::WorkerAssigned { staff };
    let drafts = vec![Draft::replacing(case, fact, heads)];
    vec![model.record(drafts, Pending::Said(said))]
}

/// Takes over watching. Nobody can be made to watch here: a colleague takes it over in person.
fn oversee(model: &mut Model) -> Vec<Effect> {
    let Some(desk) = model.desk() else { return Vec::new() };
    let me = desk.opened.staff.staff;
    let Some(case) = desk.case_in_hand().and_then(|case| desk.beside.case(case)) else {
        model.quiet = true;
        return Vec::new();
    };
    let id = case.id;
    match case.overseer_read() {
        Some(overseer) if overseer.staff == Some(me) && !case.overseer.is_disputed() => {
            model.say(Weight::Plain, Words::SaidOverseeAlready, Vec::new());
            Vec::new()
        }
        Some(overseer) => {
            let question = confirm::State::oversee_from(id, overseer.person.clone());
            model.overlays.push(Overlay::Confirm(question));
            Vec::new()
        }
        None => record_overseer(model, id),
    }
}

/// Asks for me to be recorded as the one who watches.
pub fn record_overseer(model: &mut Model, case: CaseId) -> Vec<Effect> {
    let Some(desk) = model.desk() else { return Vec::new() };
    let Some(loaded) = desk.beside.case(case) else { return Vec::new() };
    let overseer = Overseer {
        organisation: desk.opened.organisation.clone(),
        person: desk.opened.staff.name.clone(),
        staff: Some(desk.opened.staff.staff),
    };
    let heads = loaded.overseer.head_ids();
    let drafts = vec![Draft::replacing(case, Fact::OverseerNamed { overseer }, heads)];
    vec![model.record(drafts, Pending::Said(Words::SaidOversee))]
}
