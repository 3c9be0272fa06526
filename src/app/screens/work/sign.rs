//! The second signature: under a decision, under a conclusion, under an adopted plan.
//!
//! Two different persons decide (hard rule 14). A colleague signs here with their own passphrase,
//! without the desk changing hands; or signs on their own station, or after unlocking this one.
//! Deliberately absent: checking the passphrase (the worker), and what a signature sets in motion
//! (the fold).

use crate::app::effect::{Effect, Secret, Ticket};
use crate::app::keymap::Intent;
use crate::app::line::Line;
use crate::app::message::{StaffChoice, UnlockRefusal, Weight};
use crate::app::model::{Model, Overlay, Pending};
use crate::app::screens::confirm;
use crate::app::turn::{Fate, Input};
use crate::domain::case::Case;
use crate::domain::event::Draft;
use crate::domain::fact::Fact;
use crate::domain::id::{CaseId, EventId, StaffId};
use crate::text::Key as Words;

/// What is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signed {
    /// A triage decision.
    Decision,
    /// The conclusion of an assessment (second reader).
    Conclusion,
    /// An adopted plan.
    Plan,
}

impl Signed {
    /// What it is called over the passphrase.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Decision => Words::SignDecision,
            Self::Conclusion => Words::SignConclusion,
            Self::Plan => Words::SignPlan,
        }
    }
}

/// Something to be signed by somebody else than its author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Waiting {
    /// The event that is signed.
    pub event: EventId,
    /// Who recorded it.
    pub author: StaffId,
    /// What it is.
    pub what: Signed,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Waiting for the passphrase.
    Asking,
    /// It is being tried.
    Trying(Ticket),
    /// It was not right, or must wait.
    Refused(UnlockRefusal),
}

/// A colleague signs on this station.
#[derive(Debug)]
pub struct State {
    /// The case.
    pub case: CaseId,
    /// What is signed.
    pub waiting: Waiting,
    /// What it says, so that the colleague can read it here; may be empty.
    pub says: String,
    /// Who can sign here: everybody with a passphrase of their own but the author.
    pub staff: Vec<StaffChoice>,
    /// Place of the one chosen.
    pub chosen: usize,
    /// What was typed.
    pub line: Line,
    /// How far it is.
    pub stage: Stage,
}

/// Everything in a case that waits for a second person.
#[must_use]
pub fn all_waiting(case: &Case) -> Vec<Waiting> {
    let mut found = Vec::new();
    let mut add = |event: EventId, author: StaffId, what: Signed| {
        let signed = case.countersigned.get(&event).is_some_and(|by| !by.is_empty());
        if !signed {
            found.push(Waiting { event, author, what });
        }
    };
    for (event, stamp, _) in case.triage_decision.heads() {
        add(*event, stamp.author, Signed::Decision);
    }
    for sheet in case.sheets.values() {
        for (event, stamp, _) in sheet.conclusion.heads() {
            add(*event, stamp.author, Signed::Conclusion);
        }
    }
    for plan in case.plans.values() {
        let latest = plan.versions.last_key_value();
        for (event, stamp, _) in latest.into_iter().flat_map(|(_, version)| version.heads()) {
            add(*event, stamp.author, Signed::Plan);
        }
    }
    found
}

/// Enter on what waits: its author hands the keyboard to a colleague, anybody else signs.
pub fn begin(model: &mut Model, case: CaseId, waiting: Waiting) {
    let Some(desk) = model.desk() else { return };
    if desk.opened.staff.staff != waiting.author {
        return sign_myself(model, case, waiting);
    }
    let others = model.openers.iter().filter(|opener| opener.staff != waiting.author);
    let staff: Vec<StaffChoice> = others.cloned().collect();
    if staff.is_empty() {
        model.say(Weight::Plain, Words::SaidNobodyToSign, Vec::new());
        return;
    }
    let says = says(model, waiting);
    let (line, stage) = (Line::default(), Stage::Asking);
    let state = State { case, waiting, says, staff, chosen: 0, line, stage };
    model.overlays.push(Overlay::Sign(Box::new(state)));
}

/// What is signed, as it stands.
fn says(model: &Model, waiting: Waiting) -> String {
    let Some(scene) = super::scene(model) else { return String::new() };
    let case = scene.case;
    let decided = case.triage_decision.heads().find(|(event, ..)| **event == waiting.event);
    if let Some((_, _, decision)) = decided {
        return super::triage::decision::decision_words(&scene, decision);
    }
    let concluded = case.sheets.values().flat_map(|sheet| sheet.conclusion.heads());
    let mut concluded = concluded.filter(|(event, ..)| **event == waiting.event);
    concluded.next().map(|(_, _, conclusion)| conclusion.reasons.clone()).unwrap_or_default()
}

/// The key to sign: never for the author.
pub fn sign_myself(model: &mut Model, case: CaseId, waiting: Waiting) {
    let Some(desk) = model.desk() else { return };
    if desk.opened.staff.staff == waiting.author {
        model.say(Weight::Warning, Words::SaidSignNotOwn, Vec::new());
        return;
    }
    let (me, author) = (desk.opened.staff.staff, desk.name_of(waiting.author));
    let values = vec![("who", author.unwrap_or_default().to_owned())];
    let fact = Fact::Countersigned { event: waiting.event, staff: me };
    let action = confirm::Action::Record(vec![Draft::new(case, fact)], Words::SaidSigned);
    let state = confirm::State { question: Words::ConfirmSign, values, action };
    model.overlays.push(Overlay::Confirm(state));
}

/// What was just recorded waits for a colleague, who may be standing here: ask at once.
pub fn ask_after(model: &mut Model, case: &Case, events: &[EventId]) {
    let just = all_waiting(case)
        .into_iter()
        .find(|waiting| waiting.what == Signed::Decision && events.contains(&waiting.event));
    let me = model.desk().map(|desk| desk.opened.staff.staff);
    if let Some(waiting) = just.filter(|waiting| Some(waiting.author) == me) {
        begin(model, case.id, waiting);
    }
}

/// A key or a paste.
pub fn update(state: &mut State, model: &mut Model, input: &Input) -> (Fate, Vec<Effect>) {
    if let Stage::Trying(_) = state.stage {
        model.quiet = true;
        return (Fate::Stay, Vec::new());
    }
    let last = state.staff.len().saturating_sub(1);
    match input {
        Input::Intent(Intent::MoveUp) => state.chosen = state.chosen.saturating_sub(1),
        Input::Intent(Intent::MoveDown) => state.chosen = (state.chosen + 1).min(last),
        Input::Intent(Intent::Next) => return (Fate::Stay, submit(state, model)),
        Input::Intent(Intent::Back) => {
            state.line.clear();
            return (Fate::Close, Vec::new());
        }
        Input::Intent(_) => model.quiet = true,
        Input::Chord(chord) => {
            if state.line.key(*chord, false) {
                state.stage = Stage::Asking;
            } else {
                model.quiet = true;
            }
        }
        Input::Paste(text) => state.line.insert(text.trim_end_matches(['\r', '\n']), false),
    }
    (Fate::Stay, Vec::new())
}

fn submit(state: &mut State, model: &mut Model) -> Vec<Effect> {
    let Some(staff) = state.staff.get(state.chosen).map(|choice| choice.staff) else {
        return Vec::new();
    };
    if state.line.text().is_empty() {
        return Vec::new();
    }
    let passphrase = Secret::new(state.line.text().to_owned());
    state.line.clear();
    let ticket = model.expect(Pending::Signature);
    state.stage = Stage::Trying(ticket);
    let (case, event) = (state.case, state.waiting.event);
    vec![Effect::Countersign { ticket, case, event, staff, passphrase }]
}

/// The signature is on disk, or was not given: the box closes, or says why.
pub fn answered(model: &mut Model, ticket: Ticket, refusal: Option<UnlockRefusal>) {
    if let Some(desk) = model.desk_mut() {
        desk.pending.remove(&ticket);
    }
    let waits = |overlay: &Overlay| match overlay {
        Overlay::Sign(state) => state.stage == Stage::Trying(ticket),
        Overlay::Search(_)
        | Overlay::Palette(_)
        | Overlay::Help(_)
        | Overlay::Notices(_)
        | Overlay::Why(_)
        | Overlay::Links(_)
        | Overlay::Drafts(_)
        | Overlay::Pick(_)
        | Overlay::Compare(_)
        | Overlay::Print(_)
        | Overlay::Form(_)
        | Overlay::Confirm(_) => false,
    };
    let Some(place) = model.overlays.iter().position(waits) else { return };
    match (refusal, model.overlays.get_mut(place)) {
        (Some(refusal), Some(Overlay::Sign(state))) => state.stage = Stage::Refused(refusal),
        (Some(_), _) => {}
        (None, _) => {
            model.overlays.remove(place);
        }
    }
}
