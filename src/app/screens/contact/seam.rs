//! How the contact form stands in the workstation: opened, resumed, typed in, recorded.
//!
//! Deliberately absent: the questions themselves ([`super::ContactForm`]).

use super::facts::Desk;
use super::{Ask, ContactForm, ContactKind, Once};
use crate::app::effect::{DraftId, Effect, SavedDraft};
use crate::app::field::layout::{Frame, Scroll};
use crate::app::field::{Field, FormIntent, FormOutcome, Hint, Phase};
use crate::app::geometry::Size;
use crate::app::message::Weight;
use crate::app::model::{Desk as Desktop, Model, Pending, Place};
use crate::app::screens::confirm;
use crate::app::turn::{Fate, Input, Turn};
use crate::app::update::{save_draft, send};
use crate::domain::case;
use crate::domain::fact::LinkKind;
use crate::domain::id::CaseId;
use crate::domain::time::Moment;
use crate::text::{Key as Words, Lang, Text};

/// The name of this form in its drafts.
pub const FORM: &str = "contact";

/// The form in the workstation.
#[derive(Debug)]
pub struct State {
    /// Its draft.
    pub draft: DraftId,
    /// The case it adds to, when it does.
    pub case: Option<CaseId>,
    /// The questions and answers.
    pub form: ContactForm,
    /// Typing or sending.
    pub phase: Phase,
    /// How far it is scrolled.
    pub scroll: Scroll,
    /// The language of the words in its lists.
    lang: Lang,
}

impl State {
    fn new(form: ContactForm, lang: Lang) -> Self {
        let case = form.known_case.as_ref().map(|(case, _)| *case);
        let scroll = Scroll::default();
        Self { draft: DraftId(form.draft), case, form, phase: Phase::Typing, scroll, lang }
    }

    /// The draft as it is now; `None` when nothing was typed since it was last given.
    pub fn take_draft(&mut self) -> Option<SavedDraft> {
        self.form.clock.take()?;
        Some(SavedDraft {
            id: Some(self.draft),
            case: self.case,
            form: FORM.to_owned(),
            fields: self.form.draft_lines(),
        })
    }

    /// The window, the language or the form changed: keeps the cursor in sight.
    pub fn lay_out(&mut self, size: Size, words: &Text) {
        let frame = Frame::of(size);
        if self.lang != words.lang() {
            self.lang = words.lang();
            self.form.reword(words);
        }
        self.form.columns = frame.writing_columns();
        self.scroll.follow(&self.form.fields, self.form.focus, &frame, words);
    }

    /// The facts were not recorded: everything typed is still here.
    pub const fn not_recorded(&mut self, at: Moment) {
        self.phase = Phase::Typing;
        self.form.clock.not_written(at);
    }
}

/// Where acute unsafety is told while this form is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcuteRoad {
    /// The form asks it itself; its cursor stands there now.
    Asked,
    /// About the case that the form adds to.
    Of(CaseId),
    /// There is no family here yet.
    Nowhere,
}

impl State {
    /// Goes to the question about acute danger, or tells where else it is asked.
    pub fn ask_acute(&mut self) -> AcuteRoad {
        let question = Ask::Once(Once::Acute);
        if self.form.fields.iter().any(|field| field.ask == question) {
            self.form.focus_on(question);
            return AcuteRoad::Asked;
        }
        let known = self.form.known_case.as_ref();
        known.map_or(AcuteRoad::Nowhere, |(case, _)| AcuteRoad::Of(*case))
    }
}

/// Opens an empty form; `case` when it adds to a known case.
pub fn open(model: &mut Model, turn: Turn, case: Option<CaseId>) {
    let draft = turn.seed.id(0);
    let known = case.and_then(|case| Some((case, number_of(model, case)?)));
    let form = match known {
        Some(known) => ContactForm::addition(draft, turn.at, known, &model.words),
        None => ContactForm::new(draft, ContactKind::Report, turn.at, &model.words),
    };
    show(model, form);
}

/// Opens an addition to the case in hand.
pub fn open_addition(model: &mut Model, turn: Turn) {
    let case = model.desk().and_then(Desktop::case_in_hand);
    match case {
        Some(case) if number_of(model, case).is_some() => open(model, turn, Some(case)),
        Some(_) => model.say(Weight::Plain, Words::CaseLoading, Vec::new()),
        None => model.say(Weight::Plain, Words::SaidChooseCase, Vec::new()),
    }
}

/// Goes on with this draft.
pub fn go_on(model: &mut Model, draft: &SavedDraft) {
    match resumed(draft, &model.words) {
        Some(form) => show(model, form),
        None => model.say(Weight::Warning, Words::SaidNoContactDraft, Vec::new()),
    }
}

/// Throws the contact on the screen away, with its draft.
pub fn discard(model: &mut Model) -> Vec<Effect> {
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    let Place::Contact(state) = &desk.place else { return Vec::new() };
    if state.phase == Phase::Sending {
        return Vec::new();
    }
    let draft = state.draft;
    desk.place = Place::Queue;
    desk.drafts.retain(|kept| kept.id != Some(draft));
    model.say(Weight::Plain, Words::SaidDiscarded, Vec::new());
    vec![Effect::RemoveDraft(draft)]
}

fn resumed(draft: &SavedDraft, words: &Text) -> Option<ContactForm> {
    ContactForm::resume(draft.id?.0, &draft.fields, words)
}

fn show(model: &mut Model, form: ContactForm) {
    let mut state = State::new(form, model.words.lang());
    state.lay_out(model.size, &model.words);
    if let Some(desk) = model.desk_mut() {
        desk.place = Place::Contact(Box::new(state));
    }
}

fn number_of(model: &Model, case: CaseId) -> Option<String> {
    let desk = model.desk()?;
    let row = desk.queue.entries().iter().find(|entry| entry.row.case == case);
    row.map(|entry| entry.row.number.clone()).or_else(|| {
        let beside = desk.beside.case.as_ref().filter(|held| held.id == case)?;
        beside.number.shown().map(|number| number.0.clone())
    })
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
    let outcome = match input {
        Input::Paste(pasted) => {
            state.form.paste(pasted, turn.at, &model.words);
            FormOutcome::Stay
        }
        Input::Chord(chord) => state.form.typed(*chord, turn.at, &model.words),
        Input::Intent(intent) => match FormIntent::of(*intent) {
            Some(FormIntent::Save) => {
                find_known_case(state, model);
                find_linked_case(state, model);
                state.form.intent(FormIntent::Save, turn.at, &model.words)
            }
            Some(intent) => state.form.intent(intent, turn.at, &model.words),
            None => FormOutcome::Stay,
        },
    };
    let writes = matches!(input, Input::Paste(_) | Input::Chord(_));
    if writes && state.form.focused().is_some_and(Field::is_full) {
        state.form.hint = Some(Hint::Said(Words::FieldFull));
    }
    state.lay_out(model.size, &model.words);
    match outcome {
        FormOutcome::Stay => (Fate::Stay, Vec::new()),
        FormOutcome::Leave => leave(state, model),
        FormOutcome::AskDiscard => {
            confirm::ask_discard(model);
            (Fate::Stay, Vec::new())
        }
        FormOutcome::Ready => (Fate::Stay, record(state, model, turn)),
    }
}

/// Leaving keeps the draft; an empty form leaves nothing behind.
fn leave(state: &mut State, model: &mut Model) -> (Fate, Vec<Effect>) {
    if !state.form.has_content() {
        state.form.clock.written();
        if let Some(desk) = model.desk_mut() {
            desk.drafts.retain(|kept| kept.id != Some(state.draft));
        }
        return (Fate::Close, vec![Effect::RemoveDraft(state.draft)]);
    }
    state.form.clock.not_written(state.form.started);
    let draft = state.take_draft().map(|draft| save_draft(model, draft));
    (Fate::Close, draft.into_iter().collect())
}

fn record(state: &mut State, model: &mut Model, turn: Turn) -> Vec<Effect> {
    let Some(desk) = model.desk() else { return Vec::new() };
    let mut ids = turn.ids();
    let opened = &desk.opened;
    let mut at_desk = Desk {
        organisation: &opened.organisation,
        staff: opened.staff.staff,
        staff_name: &opened.staff.name,
        ids: &mut ids,
    };
    let ready = state.form.facts(turn.at, &model.words, &mut at_desk);
    state.phase = Phase::Sending;
    state.form.clock.not_written(turn.at);
    let draft = state.take_draft();
    send(model, draft, ready.drafts, Pending::Contact(state.draft))
}

/// A report may name an open case it belongs to: an earlier report, or the advice it grew from.
fn find_linked_case(state: &mut State, model: &Model) {
    let typed = state.form.words(Ask::Once(Once::LinkedCase)).to_uppercase();
    let Some(desk) = model.desk() else { return };
    let row = desk.queue.entries().iter().find(|entry| entry.row.number == typed);
    state.form.linked_case = row.map(|entry| {
        let is_advice = entry.row.state == case::State::Advice;
        let kind = if is_advice { LinkKind::Advice } else { LinkKind::SameReport };
        (entry.row.case, kind)
    });
}

/// An addition may name its case by number: an open one is found in the queue.
fn find_known_case(state: &mut State, model: &Model) {
    if state.form.kind != ContactKind::Addition || state.form.known_case.is_some() {
        return;
    }
    let typed = state.form.words(Ask::Once(Once::KnownCase)).to_uppercase();
    let Some(desk) = model.desk() else { return };
    let row = desk.queue.entries().iter().find(|entry| entry.row.number == typed);
    state.form.known_case = row.map(|entry| (entry.row.case, entry.row.number.clone()));
    state.case = state.form.known_case.as_ref().map(|(case, _)| *case);
}
