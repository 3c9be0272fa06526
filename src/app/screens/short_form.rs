//! Forms of a few lines: a note, acute unsafety in short, a reason.
//!
//! Leaving keeps the draft; nothing is said to be saved before it is on disk. The full forms of
//! later work replace these one by one. Deliberately absent: long texts and choices.

use super::sheet::Purpose;
use super::{case, work};
use crate::app::effect::{DraftId, Effect, SavedDraft};
use crate::app::keymap::Intent;
use crate::app::line::Line;
use crate::app::message::Weight;
use crate::app::model::{Model, Overlay, Pending};
use crate::app::turn::{Fate, Input, Turn};
use crate::domain::event::Draft;
use crate::domain::fact::{Acute, Fact, ImmediateAction, Link, Note, NoteKind, Verdict};
use crate::domain::id::{CaseId, LinkId, NoteId};
use crate::domain::time::Moment;
use crate::text::Key as Words;

/// A draft is saved this long after the first unsaved key.
const SAVE_AFTER_MILLIS: i64 = 800;

/// Which form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A note for colleagues.
    Note,
    /// Acute unsafety: what is done, by whom, when (hard rule 1).
    Acute,
    /// Two cases do not belong together: why.
    RejectLink(LinkId, Box<Link>),
}

impl Kind {
    /// The heading.
    #[must_use]
    pub const fn title(&self) -> Words {
        match self {
            Self::Note => Words::FormNote,
            Self::Acute => Words::FormAcute,
            Self::RejectLink(..) => Words::FormRejectLink,
        }
    }

    /// The name under which its draft is kept; a decision about a link keeps none.
    const fn name(&self) -> Option<&'static str> {
        match self {
            Self::Note => Some("note"),
            Self::Acute => Some("acute"),
            Self::RejectLink(..) => None,
        }
    }

    const fn fields(&self) -> &'static [(&'static str, Words, bool)] {
        match self {
            Self::Note => &[("text", Words::FieldNoteText, true)],
            Self::Acute => &[
                ("what", Words::FieldActionWhat, false),
                ("who", Words::FieldActionWho, false),
                ("when", Words::FieldActionWhenAsked, false),
            ],
            Self::RejectLink(..) => &[("reason", Words::FieldReason, true)],
        }
    }

    const fn said(&self) -> Words {
        match self {
            Self::Note => Words::SaidNote,
            Self::Acute => Words::SaidAcute,
            Self::RejectLink(..) => Words::SaidNotLinked,
        }
    }
}

/// One field.
#[derive(Debug)]
pub struct Field {
    /// Its name in the draft.
    pub name: &'static str,
    /// Its label.
    pub label: Words,
    /// Whether Enter breaks the line instead of going to the next field.
    pub breaks: bool,
    /// What was typed.
    pub line: Line,
    /// What is wrong, when it is.
    pub problem: Option<Words>,
}

/// The form.
#[derive(Debug)]
pub struct State {
    /// Which.
    pub kind: Kind,
    /// The case.
    pub case: CaseId,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Place of the field that has the keys.
    pub focus: usize,
    draft: DraftId,
    unsaved_since: Option<Moment>,
}

impl State {
    /// When the draft must be saved.
    #[must_use]
    pub fn save_at(&self) -> Option<Moment> {
        let since = self.unsaved_since.filter(|_| self.kind.name().is_some())?;
        Some(Moment(since.0.saturating_add(SAVE_AFTER_MILLIS)))
    }

    /// The draft, when something was typed since it was last given.
    pub fn take_draft(&mut self) -> Option<SavedDraft> {
        self.unsaved_since.take()?;
        let content = |field: &Field| (field.name.to_owned(), field.line.text().to_owned());
        Some(SavedDraft {
            id: Some(self.draft),
            case: Some(self.case),
            form: self.kind.name()?.to_owned(),
            fields: self.fields.iter().map(content).collect(),
        })
    }

    /// What was said when it was recorded.
    #[must_use]
    pub const fn said(&self) -> Words {
        self.kind.said()
    }

    /// Its draft, to be removed once recorded.
    #[must_use]
    pub const fn draft(&self) -> DraftId {
        self.draft
    }

    fn text(&self, name: &str) -> &str {
        let field = self.fields.iter().find(|field| field.name == name);
        field.map_or("", |field| field.line.text().trim())
    }
}

/// Opens a form about the case in hand, with the draft that was left of it.
pub fn open(model: &mut Model, turn: Turn, kind: Kind) {
    let Some(desk) = model.desk() else { return };
    let Some(case) = desk.case_in_hand() else {
        model.say(Weight::Plain, Words::SaidChooseCase, Vec::new());
        return;
    };
    // A note can be begun while the case is still being read; the others depend on what it says.
    if desk.beside.case(case).is_none() {
        let missing = desk.beside.missing.filter(|(id, _)| *id == case).map(|(_, why)| why);
        if missing.is_some() || kind != Kind::Note {
            model.say(Weight::Plain, missing.unwrap_or(Words::CaseLoading), Vec::new());
            return;
        }
    }
    let left = desk
        .drafts
        .iter()
        .find(|draft| draft.case == Some(case) && Some(draft.form.as_str()) == kind.name());
    let typed = |name: &str| {
        let mut fields = left.iter().flat_map(|draft| &draft.fields);
        fields.find(|(field, _)| field == name).map_or("", |(_, text)| text.as_str())
    };
    let fields = kind.fields().iter().map(|(name, label, breaks)| Field {
        name,
        label: *label,
        breaks: *breaks,
        line: Line::with(typed(name)),
        problem: None,
    });
    let state = State {
        case,
        fields: fields.collect(),
        focus: 0,
        draft: left.and_then(|draft| draft.id).unwrap_or(DraftId(turn.seed.id(0))),
        unsaved_since: None,
        kind,
    };
    model.overlays.push(Overlay::Form(Box::new(state)));
}

/// Opens the short form in which acute unsafety is declared; when the case is acute already, the
/// form in which somebody looks again.
pub fn open_acute(model: &mut Model, turn: Turn) {
    match work::case_in_hand(model) {
        Some(case) if case.is_acute() => {
            work::open_form(model, turn, work::Call::of(Purpose::AcuteFollowUp));
        }
        Some(_) | None => open(model, turn, Kind::Acute),
    }
}

/// The same about a case that need not have been read yet: it is shown, and the form follows.
pub fn open_acute_of(model: &mut Model, turn: Turn, case: CaseId) {
    case::open(model, case);
    if work::case_in_hand(model).is_some() {
        open_acute(model, turn);
    } else if let Some(desk) = model.desk_mut() {
        desk.acute_wanted = Some(case);
    }
}

/// A case was read: the acute form that waits for it opens.
pub fn case_came(model: &mut Model, turn: Turn) {
    let Some(desk) = model.desk_mut() else { return };
    let wanted = desk.acute_wanted.filter(|case| desk.beside.case(*case).is_some());
    if wanted.is_some() {
        desk.acute_wanted = None;
        if wanted == desk.case_in_hand() {
            open_acute(model, turn);
        }
    }
}

/// A key or a paste.
pub fn update(
    state: &mut State,
    model: &mut Model,
    turn: Turn,
    input: &Input,
) -> (Fate, Vec<Effect>) {
    let count = state.fields.len().max(1);
    match input {
        Input::Intent(Intent::NextPane) => state.focus = (state.focus + 1) % count,
        Input::Intent(Intent::PreviousPane) => state.focus = (state.focus + count - 1) % count,
        Input::Intent(Intent::Submit) => return submit(state, model, turn),
        Input::Intent(Intent::Back) => return (Fate::Close, keep(state, model)),
        Input::Intent(_) => model.quiet = true,
        Input::Chord(chord) => {
            let enter = chord.key == crate::app::chord::Key::Enter && !chord.ctrl;
            let Some(field) = state.fields.get_mut(state.focus) else {
                return (Fate::Stay, Vec::new());
            };
            if enter && !field.breaks {
                // Enter on the last line sends: in danger nobody should look for a key.
                if state.focus + 1 == count {
                    return submit(state, model, turn);
                }
                state.focus += 1;
            } else if field.line.key(*chord, field.breaks) {
                field.problem = None;
                state.unsaved_since.get_or_insert(turn.at);
            } else {
                model.quiet = true;
            }
        }
        Input::Paste(text) => {
            if let Some(field) = state.fields.get_mut(state.focus) {
                field.line.insert(text, field.breaks);
                field.problem = None;
                state.unsaved_since.get_or_insert(turn.at);
            }
        }
    }
    (Fate::Stay, Vec::new())
}

/// Leaves: the draft is kept.
fn keep(state: &mut State, model: &mut Model) -> Vec<Effect> {
    let blank = state.fields.iter().all(|field| field.line.is_blank());
    if blank {
        let kept = model.draft(state.draft).is_some();
        if let Some(desk) = model.desk_mut() {
            desk.drafts.retain(|draft| draft.id != Some(state.draft));
        }
        return if kept { vec![Effect::RemoveDraft(state.draft)] } else { Vec::new() };
    }
    state
        .take_draft()
        .map(|draft| crate::app::update::save_draft(model, draft))
        .into_iter()
        .collect()
}

fn submit(state: &mut State, model: &mut Model, turn: Turn) -> (Fate, Vec<Effect>) {
    check(state, turn);
    let wrong = state.fields.iter().position(|field| field.problem.is_some());
    if let Some(wrong) = wrong {
        state.focus = wrong;
        return (Fate::Stay, Vec::new());
    }
    let Some(draft) = fact_of(state, model, turn) else {
        model.say(Weight::Warning, Words::SaidCaseNotRead, Vec::new());
        return (Fate::Stay, Vec::new());
    };
    let mut effects: Vec<Effect> =
        state.take_draft().map(|d| crate::app::update::save_draft(model, d)).into_iter().collect();
    let empty = State {
        kind: state.kind.clone(),
        case: state.case,
        fields: Vec::new(),
        focus: 0,
        draft: state.draft,
        unsaved_since: None,
    };
    let sent = std::mem::replace(state, empty);
    effects.push(model.record(vec![draft], Pending::Form(Box::new(sent))));
    (Fate::Close, effects)
}

fn check(state: &mut State, turn: Turn) {
    for field in &mut state.fields {
        field.problem = match field.name {
            "when" => {
                moment_of(field.line.text(), turn.at).is_none().then_some(Words::ProblemTimeNow)
            }
            _ => field.line.is_blank().then_some(Words::ProblemEmpty),
        };
    }
}

/// Empty means now; else a clock time of today: `1432` or `14:32`.
#[must_use]
pub fn moment_of(typed: &str, now: Moment) -> Option<Moment> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(now);
    }
    let digits: String = typed.chars().filter(|c| *c != ':' && *c != '.').collect();
    if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = digits.split_at_checked(2)?;
    let (hours, minutes) = (hours.parse().ok()?, minutes.parse().ok()?);
    Some(Moment::from_local(now.day().and_hms_opt(hours, minutes, 0)?))
}

fn fact_of(state: &State, model: &Model, turn: Turn) -> Option<Draft> {
    // A note replaces nothing, so it does not wait until the case has been read.
    let held = model.desk()?.beside.case(state.case);
    let (fact, heads) = match &state.kind {
        Kind::Note => {
            let content = Note {
                kind: NoteKind::Internal,
                text: state.text("text").to_owned(),
                about: Vec::new(),
                took_place: None,
            };
            let note = NoteId(turn.seed.id(1));
            (Fact::NoteWritten { note, content: Some(content) }, Vec::new())
        }
        Kind::Acute => {
            let action = ImmediateAction {
                what: state.text("what").to_owned(),
                who: state.text("who").to_owned(),
                when: moment_of(state.text("when"), turn.at)?,
            };
            (Fact::AcuteJudged { acute: Acute::Declared(action) }, held?.acute.head_ids())
        }
        Kind::RejectLink(id, link) => {
            let link = Link {
                verdict: Verdict::Rejected,
                reason: state.text("reason").to_owned(),
                ..(**link).clone()
            };
            let heads = held?.links.get(id).map(|link| link.head_ids()).unwrap_or_default();
            (Fact::LinkRecorded { id: *id, link }, heads)
        }
    };
    Some(Draft::replacing(state.case, fact, heads))
}
