//! How a form about a case stands in the workstation: opened, resumed, typed in, recorded.
//!
//! Opening a form that was left goes on where it was left. Leaving leads back to where one came
//! from. Deliberately absent: the questions themselves ([`super::SheetForm`]), the facts
//! (`work::bind`).

use super::people::People;
use super::purpose::Purpose;
use super::{Disputed, Scene, SheetForm};
use crate::app::effect::{DraftId, Effect, SavedDraft};
use crate::app::field::layout::{Frame, Scroll};
use crate::app::field::{Field, FormIntent, FormOutcome, Hint, Phase};
use crate::app::geometry::Size;
use crate::app::keymap::Intent;
use crate::app::message::Weight;
use crate::app::model::{Desk, Model, Pending, Place};
use crate::app::screens::work::bind::filled::{Filled, disputed, facts, prefill, reading};
use crate::app::screens::{case, confirm};
use crate::app::turn::{Fate, Input, Turn};
use crate::app::update::{lay_out, remove_draft, save_draft, send};
use crate::domain::case::Case;
use crate::domain::id::{CaseId, EventId, PersonId};
use crate::domain::time::Moment;
use crate::form::{Answers, Form};
use crate::text::{Key as Words, Lang, Text};

/// What the name of every form of this kind begins with in its drafts.
pub const FORM_PREFIX: &str = "sheet:";

const NEW: &str = "new";
const SEEN: &str = "seen";
const STARTED: &str = "started";

/// Whether a draft is one of a form about a case.
#[must_use]
pub fn is_sheet(draft: &SavedDraft) -> bool {
    draft.form.starts_with(FORM_PREFIX)
}

/// A form to be opened.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The case.
    pub case: CaseId,
    /// The form.
    pub form: Form,
    /// What for.
    pub purpose: Purpose,
    /// The answers that stand now.
    pub answers: Answers,
    /// Answers filled in beforehand that do not stand yet: saving records them.
    pub suggested: Answers,
    /// The people it is asked about.
    pub people: People,
    /// Where colleagues answered differently.
    pub disputed: Disputed,
    /// The section to begin at, by its id.
    pub section: Option<String>,
    /// The person to begin with, where the section is asked about several.
    pub person: Option<PersonId>,
    /// The events whose values these answers are: what a new fact replaces.
    pub heads: Vec<EventId>,
    /// Whether it makes something new: a half-filled one of the same kind is gone on with.
    pub is_new: bool,
}

impl Opening {
    /// A form with what stands in the case; `None` when it is about something the case does not
    /// have (any more).
    #[must_use]
    pub fn of(case: &Case, form: Form, purpose: Purpose) -> Option<Self> {
        let (answers, slots) = prefill(purpose, case)?;
        Some(Self {
            case: case.id,
            form,
            purpose,
            answers,
            suggested: reading(purpose, case),
            people: People::of(case),
            disputed: disputed(purpose, case),
            section: None,
            person: None,
            heads: slots.into_iter().flat_map(|slot| case.head_ids(slot)).collect(),
            is_new: false,
        })
    }

    /// The name of its draft without the thing it is about.
    fn kind(&self) -> String {
        let name = &self.form.name;
        format!("{FORM_PREFIX}{}@{}:{}", name.id, name.version, self.purpose.kind())
    }

    fn form_name(&self) -> String {
        let name = &self.form.name;
        format!("{FORM_PREFIX}{}@{}:{}", name.id, name.version, self.purpose.key())
    }

    /// The draft that was left of it.
    fn left_of<'a>(&self, drafts: &'a [SavedDraft]) -> Option<&'a SavedDraft> {
        let (name, kind) = (self.form_name(), format!("{}:", self.kind()));
        let is_new = |draft: &SavedDraft| draft.fields.iter().any(|(name, _)| name == NEW);
        drafts.iter().rev().filter(|draft| draft.case == Some(self.case)).find(|draft| {
            draft.form == name || (self.is_new && draft.form.starts_with(&kind) && is_new(draft))
        })
    }
}

/// The parts of the name of a draft: id and version of the form, and what for.
#[must_use]
pub fn read_name(form: &str) -> Option<(&str, u16, Purpose)> {
    let (name, key) = form.strip_prefix(FORM_PREFIX)?.split_once(':')?;
    let (id, version) = name.split_once('@')?;
    Some((id, version.parse().ok()?, Purpose::from_key(key)?))
}

/// The form in the workstation.
#[derive(Debug)]
pub struct State {
    /// Its draft.
    pub draft: DraftId,
    /// The case.
    pub case: CaseId,
    /// What for.
    pub purpose: Purpose,
    /// The questions and answers.
    pub form: SheetForm,
    /// Typing or sending.
    pub phase: Phase,
    /// How far it is scrolled.
    pub scroll: Scroll,
    /// Whether the help of the question under the cursor is shown under it.
    pub has_help: bool,
    /// When it was first opened.
    started: Moment,
    before: Answers,
    seen: Vec<EventId>,
    is_new: bool,
    lang: Lang,
    /// Where one came from.
    behind: Box<Place>,
}

impl State {
    fn new(opening: Opening, turn: Turn, words: &Text) -> Self {
        let scene = Scene { at: turn.at, words };
        let about = (opening.form, opening.people);
        let mut form = SheetForm::new(about, &opening.answers, opening.disputed, &scene);
        let before = form.answers(&scene);
        form.suggest(&opening.suggested, &scene);
        if let Some(section) = &opening.section {
            form.focus_on_section(section, opening.person);
        }
        Self {
            draft: DraftId(turn.seed.id(0)),
            case: opening.case,
            purpose: opening.purpose,
            form,
            phase: Phase::Typing,
            scroll: Scroll::default(),
            has_help: false,
            started: turn.at,
            before,
            seen: opening.heads,
            is_new: opening.is_new,
            lang: words.lang(),
            behind: Box::new(Place::Queue),
        }
    }

    /// Takes over what was left in a draft.
    fn resume(&mut self, draft: &SavedDraft, scene: &Scene<'_>) {
        let line = |name: &str| draft.fields.iter().find(|(n, _)| n == name).map(|(_, v)| v);
        self.draft = draft.id.unwrap_or(self.draft);
        if let Some((.., purpose)) = read_name(&draft.form) {
            self.purpose = purpose;
        }
        if let Some(seen) = line(SEEN) {
            self.seen = seen.split(' ').filter_map(EventId::from_hex).collect();
        }
        let started = line(STARTED).and_then(|at| at.parse().ok()).map(Moment);
        self.started = started.unwrap_or(self.started);
        self.is_new = line(NEW).is_some();
        self.form.resume(&draft.fields, scene);
    }

    fn form_name(&self) -> String {
        let name = &self.form.form.name;
        format!("{FORM_PREFIX}{}@{}:{}", name.id, name.version, self.purpose.key())
    }

    /// The draft as it is now; `None` when nothing was typed since it was last given.
    pub fn take_draft(&mut self) -> Option<SavedDraft> {
        self.form.clock.take()?;
        let seen: Vec<String> = self.seen.iter().map(ToString::to_string).collect();
        let mut fields = vec![
            (STARTED.to_owned(), self.started.0.to_string()),
            (SEEN.to_owned(), seen.join(" ")),
        ];
        if self.is_new {
            fields.push((NEW.to_owned(), "yes".to_owned()));
        }
        fields.extend(self.form.draft_lines());
        Some(SavedDraft {
            id: Some(self.draft),
            case: Some(self.case),
            form: self.form_name(),
            fields,
        })
    }

    /// How the window is divided for this form.
    #[must_use]
    pub fn frame(&self, size: Size) -> Frame {
        Frame::of(size).with_help(self.has_help)
    }

    /// The window, the language or the form changed: keeps the cursor in sight.
    pub fn lay_out(&mut self, size: Size, scene: &Scene<'_>) {
        if self.lang != scene.words.lang() {
            self.lang = scene.words.lang();
            self.form.reword(scene);
        }
        let frame = self.frame(size);
        self.form.columns = frame.writing_columns();
        self.scroll.follow(&self.form.fields, self.form.focus, &frame, scene.words);
    }

    /// The facts were not recorded: everything typed is still here.
    pub const fn not_recorded(&mut self, at: Moment) {
        self.phase = Phase::Typing;
        self.form.clock.not_written(at);
    }
}

/// Opens a form, and goes on with what was left of it.
pub fn open(model: &mut Model, turn: Turn, opening: Opening) {
    let Some(desk) = model.desk() else { return };
    let left = opening.left_of(&desk.drafts).cloned();
    let mut state = State::new(opening, turn, &model.words);
    let scene = Scene { at: turn.at, words: &model.words };
    if let Some(draft) = &left {
        state.resume(draft, &scene);
    }
    state.lay_out(model.size, &scene);
    if let Some(desk) = model.desk_mut() {
        let behind = std::mem::replace(&mut desk.place, Place::Queue);
        state.behind = Box::new(leave_behind(desk, behind));
        desk.place = Place::Sheet(Box::new(state));
    }
    if left.is_some() {
        model.say(Weight::Plain, Words::SaidSheetResumed, Vec::new());
    }
}

/// What stays of the place one comes from: never a form, whose last letters are kept.
fn leave_behind(desk: &mut Desk, mut place: Place) -> Place {
    desk.left_behind = place.take_draft().or(desk.left_behind.take());
    match place {
        Place::Sheet(open) => *open.behind,
        Place::Contact(_) => Place::Queue,
        behind @ (Place::Queue | Place::Case(_) | Place::Work(_)) => behind,
    }
}

/// Goes on with this draft; when its case was not read yet, as soon as it was.
pub fn go_on(model: &mut Model, turn: Turn, draft: &SavedDraft) {
    let found = draft.case.zip(read_name(&draft.form));
    let Some((case, (id, version, purpose))) = found else {
        model.say(Weight::Warning, Words::SheetProblemFormGone, Vec::new());
        return;
    };
    let Some(held) = model.desk().and_then(|desk| desk.beside.case(case)) else {
        case::open(model, case);
        if let Some(desk) = model.desk_mut() {
            desk.sheet_to_resume = draft.id;
        }
        model.say(Weight::Plain, Words::SaidSheetReading, Vec::new());
        return;
    };
    let mut forms = model.forms.all().iter();
    let form = forms.find(|form| form.name.id == id && form.name.version == version);
    match form.and_then(|form| Opening::of(held, form.clone(), purpose)) {
        Some(opening) => open(model, turn, opening),
        None => model.say(Weight::Warning, Words::SheetProblemFormGone, Vec::new()),
    }
}

/// A case was read: a form that waits for it opens.
pub fn case_came(model: &mut Model, turn: Turn) {
    let Some(desk) = model.desk_mut() else { return };
    let Some(id) = desk.sheet_to_resume else { return };
    let draft = desk.drafts.iter().find(|draft| draft.id == Some(id)).cloned();
    let is_read = |case: CaseId| desk.beside.case(case).is_some();
    let draft = draft.filter(|draft| draft.case.is_some_and(is_read));
    // Another case was opened meanwhile: nothing opens unasked.
    desk.sheet_to_resume = None;
    if let Some(draft) = draft {
        go_on(model, turn, &draft);
    }
}

/// Closes the form on the screen: back to where one came from.
fn close(model: &mut Model) {
    let Some(desk) = model.desk_mut() else { return };
    match std::mem::replace(&mut desk.place, Place::Queue) {
        Place::Sheet(open) => desk.place = *open.behind,
        other @ (Place::Queue | Place::Case(_) | Place::Work(_) | Place::Contact(_)) => {
            desk.place = other;
        }
    }
    lay_out(model);
}

/// Throws what was filled in away, with its draft. What was recorded before stays.
pub fn discard(model: &mut Model) -> Vec<Effect> {
    let Some(Place::Sheet(state)) = model.desk().map(|desk| &desk.place) else {
        return Vec::new();
    };
    if state.phase == Phase::Sending {
        return Vec::new();
    }
    let draft = state.draft;
    close(model);
    remove_draft(model, draft);
    model.say(Weight::Plain, Words::SaidSheetDiscarded, Vec::new());
    vec![Effect::RemoveDraft(draft)]
}

/// The facts of this draft are on disk.
pub fn recorded(model: &mut Model, draft: DraftId) -> Vec<Effect> {
    let Some(desk) = model.desk() else { return Vec::new() };
    if matches!(&desk.place, Place::Sheet(state) if state.draft == draft) {
        close(model);
    }
    remove_draft(model, draft);
    model.say(Weight::Plain, Words::SaidSheet, Vec::new());
    vec![Effect::RemoveDraft(draft)]
}

/// A key or a paste. The state is out of the model meanwhile and goes back unless it closes.
pub fn update(
    state: &mut State,
    model: &mut Model,
    turn: Turn,
    input: &Input,
) -> (Fate, Vec<Effect>) {
    if state.phase == Phase::Sending {
        model.quiet = true;
        return (Fate::Stay, Vec::new());
    }
    let scene = Scene { at: turn.at, words: &model.words };
    let outcome = match input {
        Input::Paste(pasted) => {
            state.form.paste(pasted, &scene);
            FormOutcome::Stay
        }
        Input::Chord(chord) => {
            state.form.typed(*chord, &scene);
            FormOutcome::Stay
        }
        Input::Intent(Intent::ItemHelp) => {
            state.has_help = !state.has_help;
            FormOutcome::Stay
        }
        Input::Intent(intent) => match FormIntent::of(*intent) {
            Some(intent) => state.form.intent(intent, &scene),
            None => FormOutcome::Stay,
        },
    };
    let writes = matches!(input, Input::Paste(_) | Input::Chord(_));
    if writes && state.form.focused().is_some_and(Field::is_full) {
        state.form.hint = Some(Hint::Said(Words::FieldFull));
    }
    state.lay_out(model.size, &scene);
    match outcome {
        FormOutcome::Stay => (Fate::Stay, Vec::new()),
        FormOutcome::Leave => leave(state, model),
        FormOutcome::AskDiscard => {
            confirm::ask_discard_sheet(model);
            (Fate::Stay, Vec::new())
        }
        FormOutcome::Ready => (Fate::Stay, record(state, model, turn)),
    }
}

/// Where one comes back to; the state is spent by it.
pub fn behind(state: State) -> Place {
    *state.behind
}

/// Leaving keeps the draft; a form in which nothing was changed leaves nothing behind.
fn leave(state: &mut State, model: &mut Model) -> (Fate, Vec<Effect>) {
    if !state.form.has_content() {
        state.form.clock.written();
        return (Fate::Close, remove_draft(model, state.draft).into_iter().collect());
    }
    state.form.clock.not_written(model.now);
    let draft = state.take_draft().map(|draft| save_draft(model, draft));
    (Fate::Close, draft.into_iter().collect())
}

fn record(state: &mut State, model: &mut Model, turn: Turn) -> Vec<Effect> {
    let Some(desk) = model.desk() else { return Vec::new() };
    let Some(case) = desk.beside.case(state.case) else {
        state.form.hint = Some(Hint::Said(Words::SaidCaseNotRead));
        return Vec::new();
    };
    let mut ids = turn.ids();
    let scene = Scene { at: turn.at, words: &model.words };
    let answers = state.form.answers(&scene);
    let filled = Filled {
        purpose: state.purpose,
        form: &state.form.form,
        people: &state.form.people,
        before: &state.before,
        answers: &answers,
        case,
        seen: &state.seen,
        opened: &desk.opened,
        now: turn.at,
        words: &model.words,
    };
    let drafts = match facts(&filled, &mut ids) {
        Ok(drafts) if drafts.is_empty() => {
            state.form.hint = Some(Hint::Said(Words::SheetProblemNothing));
            return Vec::new();
        }
        Ok(drafts) => drafts,
        Err(objections) => {
            state.form.object(&objections);
            state.lay_out(model.size, &scene);
            return Vec::new();
        }
    };
    state.phase = Phase::Sending;
    state.form.clock.not_written(turn.at);
    let draft = state.take_draft();
    send(model, draft, drafts, Pending::Sheet(state.draft))
}
