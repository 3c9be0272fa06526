//! Routing: which screen a message belongs to. Nothing is decided here but locking and leaving.

use super::chord::Chord;
use super::effect::{DraftId, Effect, SavedDraft, Setting};
use super::geometry::{Layout, Size};
use super::keymap::{Context, Intent, Problem};
use super::message::{
    Envelope, Found, Hit, Message, Opened, Recorded, Standing, UnlockRefusal, Weight,
};
use super::model::{Desk, Model, Overlay, Pending, Place, Screen, Undoable};
use super::screens::{
    case, compare, confirm, contact, drafts, first_run, help, links, notices, palette, pick, print,
    queue, search, sheet, short_form, unlock, why, work,
};
use super::turn::{Fate, Input, Turn};
use crate::domain::event;
use crate::domain::id::CaseId;
use crate::domain::queue::Entry;
use crate::text::{Key as Words, Lang, Text};
use std::sync::Arc;

/// Changes the model by one message and says what is asked of the world outside.
pub fn update(model: &mut Model, envelope: Envelope) -> Vec<Effect> {
    model.quiet = false;
    let turn = Turn { at: envelope.at, seed: envelope.seed };
    let day_before = model.now.day();
    model.now = turn.at;
    // A clock that was set back must not keep the screen open.
    model.last_key_at = model.last_key_at.min(turn.at);
    let mut effects = Vec::new();
    let idle = model.opened().is_some_and(|opened| turn.at >= model.lock_at(opened));
    if idle {
        effects.extend(lock(model, Words::LockedIdle));
    }
    let is_key = matches!(envelope.message, Message::Key(_) | Message::Paste(_));
    if is_key {
        model.last_key_at = turn.at;
    }
    // The key that finds the screen locked wakes it and does nothing else.
    if !(idle && is_key) {
        effects.extend(route(model, turn, envelope.message));
    }
    if model.desk().is_some() && turn.at.day() != day_before {
        effects.push(Effect::LoadQueue);
        model.quiet = false;
    }
    let left_behind = model.desk_mut().and_then(|desk| desk.left_behind.take());
    effects.extend(left_behind.map(|draft| save_draft(model, draft)));
    effects.extend(case::follow(model));
    model.settle();
    effects
}

fn route(model: &mut Model, turn: Turn, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(chord) => return key(model, turn, chord),
        Message::Paste(text) => return dispatch(model, turn, Input::Paste(text)),
        Message::Resize(columns, rows) => resize(model, Size { columns, rows }),
        Message::Tick => return save_due_drafts(model, turn),
        Message::Idle => return lock(model, Words::LockedIdle),
        Message::Found(found) => take_found(model, found),
        Message::Created { recovery_code, opened } => {
            model.work = None;
            if let Screen::FirstRun(state) = &mut model.screen {
                state.take_code(recovery_code, opened, turn);
            }
        }
        Message::CreateFailed(why) => create_failed(model, why),
        Message::RecoveryCodeRead(wrong) => {
            if let Screen::FirstRun(state) = &mut model.screen {
                state.take_reading(wrong);
            }
        }
        Message::Unlocked(opened) => {
            model.work = None;
            return open_desk(model, *opened);
        }
        Message::UnlockRefused(refusal) => {
            model.work = None;
            unlock_refused(model, refusal);
        }
        Message::QueueLoaded(entries) => queue_loaded(model, entries),
        Message::CaseLoaded(loaded) => {
            case::take(model, loaded);
            sheet::case_came(model, turn);
            short_form::case_came(model, turn);
        }
        Message::CaseMissing(id, why) => case::take_missing(model, id, why),
        Message::Recorded(recorded) => return take_recorded(model, recorded),
        Message::RecordFailed { ticket, why } => record_failed(model, ticket, why),
        Message::SignRefused { ticket, refusal } => {
            work::sign::answered(model, ticket, Some(refusal));
        }
        Message::DraftsLoaded(drafts) => drafts_loaded(model, drafts),
        Message::DraftSaved(_, at) => {
            if let Some(desk) = model.desk_mut() {
                desk.draft_saved_at = Some(at);
            }
        }
        Message::DraftFailed(draft, why) => draft_failed(model, turn, draft, why),
        Message::Printed { path, problem } => print::answered(model, path, problem),
        Message::SearchHits { generation, hits, complete } => {
            take_hits(model, generation, &hits, complete);
        }
        Message::Working(progress) => model.work = Some(progress),
        Message::WorkEnded => {
            model.work = None;
            return reload(model);
        }
        Message::Notice(notice) => model.take_notice(notice),
        Message::ClockJumped => model.say(Weight::Warning, Words::ErrorClockJumped, Vec::new()),
        Message::HangUp | Message::Terminate => return leave(model),
        Message::Fault(why) => model.say(Weight::Fault, why, Vec::new()),
    }
    Vec::new()
}

fn queue_loaded(model: &mut Model, entries: Vec<Entry>) {
    let rows = queue::rows(model);
    let Some(desk) = model.desk_mut() else { return };
    let me = desk.opened.staff.staff;
    desk.queue.take(entries, me, rows);
    // A case that was not in the queue when it was opened: going back leads to it.
    let open = match &desk.place {
        Place::Case(open) => Some(open.case),
        Place::Work(open) => Some(open.case),
        Place::Sheet(open) => Some(open.case),
        Place::Queue | Place::Contact(_) => None,
    };
    if let Some(open) = open {
        desk.queue.select(open, me, rows);
    }
    work::lay_out(model);
}

fn take_hits(model: &mut Model, generation: u64, hits: &[Hit], complete: bool) {
    let taken = model.overlays.iter_mut().any(|overlay| match overlay {
        Overlay::Search(state) => state.take(generation, hits.to_vec(), complete),
        Overlay::Palette(_)
        | Overlay::Help(_)
        | Overlay::Notices(_)
        | Overlay::Why(_)
        | Overlay::Links(_)
        | Overlay::Drafts(_)
        | Overlay::Pick(_)
        | Overlay::Compare(_)
        | Overlay::Print(_)
        | Overlay::Form(_)
        | Overlay::Sign(_)
        | Overlay::Confirm(_) => false,
    });
    model.quiet = !taken;
}

fn resize(model: &mut Model, size: Size) {
    model.size = size;
    let rows = queue::rows(model);
    if let Some(desk) = model.desk_mut() {
        desk.queue.keep_in_sight(rows);
    }
    lay_out(model);
}

/// The window, the language or the place changed: pages are wrapped anew.
pub fn lay_out(model: &mut Model) {
    case::lay_out(model);
    work::lay_out(model);
    let Screen::Desk(desk) = &mut model.screen else { return };
    match &mut desk.place {
        Place::Contact(state) => state.lay_out(model.size, &model.words),
        Place::Sheet(state) => {
            state.lay_out(model.size, &sheet::Scene { at: model.now, words: &model.words });
        }
        Place::Queue | Place::Case(_) | Place::Work(_) => {}
    }
}

fn take_found(model: &mut Model, found: Found) {
    model.screen = match found {
        Found::Nothing => Screen::FirstRun(Box::default()),
        Found::Station { organisation, staff, last } => {
            let locked = matches!(&model.screen, Screen::Unlock(s) if s.locked.is_some());
            if locked && !model.openers.is_empty() {
                // Locked here: who may open it is known, with names, and why it was locked is told.
                model.quiet = true;
                return;
            }
            model.organisation = organisation;
            model.openers.clone_from(&staff);
            let mut state = unlock::State::asking(staff, last);
            // A desk that was just locked: the reason stays, and what is being typed already.
            if let Screen::Unlock(before) = &mut model.screen
                && before.locked.is_some()
            {
                state.locked = before.locked;
                state.line = std::mem::take(&mut before.line);
            }
            Screen::Unlock(Box::new(state))
        }
        Found::InUse { organisation, holder } => {
            model.organisation = organisation;
            Screen::Unlock(Box::new(unlock::State::in_use(holder)))
        }
    };
}

fn create_failed(model: &mut Model, why: Words) {
    model.work = None;
    match std::mem::replace(&mut model.screen, Screen::Starting) {
        Screen::FirstRun(state) => first_run::failed(state, model, why),
        other @ (Screen::Starting | Screen::Unlock(_) | Screen::Desk(_) | Screen::Leaving) => {
            model.screen = other;
        }
    }
}

fn unlock_refused(model: &mut Model, refusal: UnlockRefusal) {
    if let Screen::Unlock(state) = &mut model.screen {
        state.stage = unlock::Stage::Refused(refusal);
    }
}

/// The desk of who unlocked, to be filled.
pub fn open_desk(model: &mut Model, opened: Opened) -> Vec<Effect> {
    if model.desk().is_some() {
        return Vec::new();
    }
    model.organisation.clone_from(&opened.organisation);
    model.forms = Arc::clone(&opened.forms).into();
    model.last_key_at = model.now;
    for opener in &mut model.openers {
        let known = opened.colleagues.iter().find(|colleague| colleague.staff == opener.staff);
        if let Some(known) = known {
            opener.clone_from(known);
        }
    }
    if model.openers.iter().all(|opener| opener.staff != opened.staff.staff) {
        model.openers.push(opened.staff.clone());
    }
    model.screen = Screen::Desk(Box::new(Desk::new(opened)));
    tell_key_problems(model);
    vec![Effect::LoadQueue, Effect::LoadDrafts]
}

/// What was wrong with a person's own keys: each clash by name, the rest together.
fn tell_key_problems(model: &mut Model) {
    let problems = std::mem::take(&mut model.key_problems);
    let mut others = false;
    for problem in &problems {
        match problem {
            Problem::Clash { chord, kept, refused, .. } => {
                let words = |intent: &Intent| model.words.get(intent.words()).to_owned();
                let (first, second) = (words(kept), words(refused));
                let values =
                    vec![("chord", chord.to_string()), ("first", first), ("second", second)];
                model.say(Weight::Warning, Words::KeysClash, values);
            }
            Problem::Unreadable
            | Problem::ContextUnknown(_)
            | Problem::IntentUnknown(_)
            | Problem::ChordUnknown(_) => others = true,
        }
    }
    if others {
        model.say(Weight::Warning, Words::SaidKeyProblems, Vec::new());
    }
    model.key_problems = problems;
}

fn drafts_loaded(model: &mut Model, drafts: Vec<SavedDraft>) {
    let count = drafts.len();
    if let Some(desk) = model.desk_mut() {
        desk.drafts = drafts;
    }
    if count > 0 {
        let values = vec![("count", count.to_string())];
        model.say(Weight::Plain, Words::SaidDraftsLeft, values);
    }
}

fn draft_failed(model: &mut Model, turn: Turn, draft: DraftId, why: Words) {
    if let Some(desk) = model.desk_mut() {
        desk.place.not_saved(draft, turn.at);
    }
    model.say(Weight::Fault, why, Vec::new());
}

fn take_recorded(model: &mut Model, recorded: Recorded) -> Vec<Effect> {
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    desk.saved_at = Some(recorded.at);
    let pending = desk.pending.remove(&recorded.ticket);
    let case = recorded.case.as_ref().map(|case| case.id);
    if let Some(case) = case {
        case::forget(desk, case);
        let undone = matches!(pending, Some(Pending::Said(Words::SaidUndone)));
        // What a colleague signed is theirs to take back.
        let theirs = matches!(pending, Some(Pending::Signature));
        if !undone && !theirs && !recorded.events.is_empty() {
            desk.undoable.push(Undoable { case, events: recorded.events.clone() });
        }
    }
    let mut effects = Vec::new();
    match pending {
        Some(Pending::Form(form)) => {
            effects.extend(remove_draft(model, form.draft()));
            model.say(Weight::Plain, form.said(), Vec::new());
        }
        Some(Pending::Contact(draft)) => effects.extend(contact_recorded(model, draft, case)),
        Some(Pending::Signature) => {
            work::sign::answered(model, recorded.ticket, None);
            model.say(Weight::Plain, Words::SaidSigned, Vec::new());
        }
        Some(Pending::Sheet(draft)) => effects.extend(sheet::recorded(model, draft)),
        Some(Pending::Said(words)) => model.say(Weight::Plain, words, Vec::new()),
        None => {}
    }
    // Last, so that the mark of a draft that was just removed goes too.
    effects.push(Effect::LoadQueue);
    if let Some(case) = recorded.case {
        work::sign::ask_after(model, &case, &recorded.events);
        case::take(model, case);
        model.quiet = false;
    }
    effects
}

fn contact_recorded(model: &mut Model, draft: DraftId, case: Option<CaseId>) -> Vec<Effect> {
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    desk.drafts.retain(|kept| kept.id != Some(draft));
    let on_screen = matches!(&desk.place, Place::Contact(state) if state.draft == draft);
    if on_screen {
        desk.place = Place::Queue;
        if let Some(case) = case {
            case::open(model, case);
        }
    }
    model.say(Weight::Plain, Words::SaidContact, Vec::new());
    vec![Effect::RemoveDraft(draft)]
}

/// Forgets a draft, here and on disk.
pub fn remove_draft(model: &mut Model, id: DraftId) -> Option<Effect> {
    let kept = model.draft(id).is_some();
    if let Some(desk) = model.desk_mut() {
        desk.drafts.retain(|draft| draft.id != Some(id));
    }
    kept.then_some(Effect::RemoveDraft(id))
}

/// Nothing was recorded: the form comes back with everything in it.
fn record_failed(model: &mut Model, ticket: super::effect::Ticket, why: Words) {
    let at = model.now;
    let Some(desk) = model.desk_mut() else { return };
    let pending = desk.pending.remove(&ticket);
    match (pending, &mut desk.place) {
        (Some(Pending::Form(form)), _) => model.overlays.push(Overlay::Form(form)),
        (Some(Pending::Contact(draft)), Place::Contact(state)) if state.draft == draft => {
            state.not_recorded(at);
        }
        (Some(Pending::Sheet(draft)), Place::Sheet(state)) if state.draft == draft => {
            state.not_recorded(at);
        }
        (
            Some(Pending::Contact(_) | Pending::Sheet(_) | Pending::Signature | Pending::Said(_))
            | None,
            _,
        ) => {}
    }
    model.say(Weight::Fault, why, Vec::new());
}

fn reload(model: &mut Model) -> Vec<Effect> {
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    if let Some(case) = desk.beside.case.as_deref().map(|case| case.id) {
        case::forget(desk, case);
    }
    vec![Effect::LoadQueue]
}

fn key(model: &mut Model, turn: Turn, chord: Chord) -> Vec<Effect> {
    if model.size.layout() == Layout::TooSmall {
        model.quiet = true;
        return Vec::new();
    }
    model.notice_stands = false;
    let context = model.context();
    match model.keymap.intent(context, chord) {
        Some(intent) => {
            if context == Context::Work {
                model.quiet = true;
                let stops = model.work.is_some_and(|work| work.standing == Standing::Stoppable);
                return if stops { vec![Effect::CancelWork] } else { Vec::new() };
            }
            dispatch_intent(model, turn, context, intent)
        }
        None if context == Context::Work => Vec::new(),
        None => dispatch(model, turn, Input::Chord(chord)),
    }
}

/// Does what an intent means in the place under the overlays: for help and palette, and for the
/// keys of the place itself.
pub fn run(model: &mut Model, turn: Turn, intent: Intent) -> Vec<Effect> {
    let context = model.context_below();
    dispatch_intent(model, turn, context, intent)
}

fn dispatch_intent(model: &mut Model, turn: Turn, context: Context, intent: Intent) -> Vec<Effect> {
    match intent {
        Intent::Repaint => vec![Effect::Repaint],
        Intent::Language => change_language(model),
        Intent::Quit => ask_to_leave(model),
        Intent::Lock => lock(model, Words::LockedByKey),
        Intent::Theme => {
            model.theme = model.theme.next();
            vec![Effect::Remember(Setting::Theme(model.theme))]
        }
        Intent::Help => lay_over(model, context, |m| Overlay::Help(Box::new(help::State::new(m)))),
        Intent::Palette => {
            lay_over(model, context, |m| Overlay::Palette(Box::new(palette::State::new(m))))
        }
        Intent::Find => lay_over(model, context, |_| Overlay::Search(Box::default())),
        Intent::Notices => {
            lay_over(model, context, |_| Overlay::Notices(notices::State::default()))
        }
        other => dispatch(model, turn, Input::Intent(other)),
    }
}

fn lay_over(
    model: &mut Model,
    context: Context,
    overlay: impl FnOnce(&Model) -> Overlay,
) -> Vec<Effect> {
    if context.has_everywhere() && model.desk().is_some() {
        let overlay = overlay(model);
        model.overlays.push(overlay);
    }
    Vec::new()
}

fn change_language(model: &mut Model) -> Vec<Effect> {
    let lang = match model.words.lang() {
        Lang::Nl => Lang::En,
        Lang::En => Lang::Nl,
    };
    model.words = Text::new(lang);
    lay_out(model);
    vec![Effect::Remember(Setting::Lang(lang))]
}

/// Gives an input to what has the keys: the last overlay, or the place below.
fn dispatch(model: &mut Model, turn: Turn, input: Input) -> Vec<Effect> {
    if model.size.layout() == Layout::TooSmall {
        model.quiet = true;
        return Vec::new();
    }
    if let Some(overlay) = model.overlays.pop() {
        return to_overlay(model, turn, &input, overlay);
    }
    match std::mem::replace(&mut model.screen, Screen::Starting) {
        Screen::Unlock(state) if unlock::wants_recovery(&state, &input) => {
            let state = first_run::State::recovering(state);
            model.screen = Screen::FirstRun(Box::new(state));
            Vec::new()
        }
        Screen::Unlock(mut state) => {
            let effects = unlock::update(&mut state, model, &input);
            model.screen = Screen::Unlock(state);
            effects
        }
        Screen::FirstRun(mut state) => {
            let (stays, effects) = first_run::update(&mut state, model, &input);
            if stays {
                model.screen = Screen::FirstRun(state);
            }
            effects
        }
        other @ (Screen::Starting | Screen::Leaving) => {
            model.screen = other;
            model.quiet = true;
            Vec::new()
        }
        desk @ Screen::Desk(_) => {
            model.screen = desk;
            to_place(model, turn, &input)
        }
    }
}

fn to_place(model: &mut Model, turn: Turn, input: &Input) -> Vec<Effect> {
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    match (&desk.place, input) {
        (Place::Contact(_) | Place::Sheet(_), Input::Intent(Intent::Acute)) => {
            acute_while_typing(model, turn)
        }
        (Place::Contact(_) | Place::Sheet(_), _) => to_form(model, turn, input),
        (Place::Queue, Input::Intent(intent)) => queue::intent(model, turn, *intent),
        (Place::Case(_), Input::Intent(intent)) => case::intent(model, turn, *intent),
        (Place::Work(_), Input::Intent(intent)) => work::intent(model, turn, *intent),
        (Place::Queue | Place::Case(_) | Place::Work(_), Input::Chord(_) | Input::Paste(_)) => {
            model.quiet = true;
            Vec::new()
        }
    }
}

/// Danger goes before the form on the screen, whose draft is kept.
fn acute_while_typing(model: &mut Model, turn: Turn) -> Vec<Effect> {
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    let road = match &mut desk.place {
        Place::Contact(state) => state.ask_acute(),
        Place::Sheet(state) => contact::AcuteRoad::Of(state.case),
        Place::Queue | Place::Case(_) | Place::Work(_) => return Vec::new(),
    };
    let draft = desk.place.take_draft();
    let in_sheet = matches!(desk.place, Place::Sheet(_));
    let effects = draft.map(|draft| save_draft(model, draft)).into_iter().collect();
    match road {
        contact::AcuteRoad::Asked => lay_out(model),
        contact::AcuteRoad::Of(_) if in_sheet => short_form::open_acute(model, turn),
        contact::AcuteRoad::Of(case) => short_form::open_acute_of(model, turn, case),
        contact::AcuteRoad::Nowhere => {
            model.say(Weight::Warning, Words::SaidAcuteNeedsReport, Vec::new());
        }
    }
    effects
}

/// Gives an input to a form that was taken out; it goes back to its place unless it closes.
fn to_form(model: &mut Model, turn: Turn, input: &Input) -> Vec<Effect> {
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    let mut place = std::mem::replace(&mut desk.place, Place::Queue);
    let (fate, mut effects) = match &mut place {
        Place::Contact(state) => contact::update(state, model, turn, input),
        Place::Sheet(state) => sheet::update(state, model, turn, input),
        Place::Queue | Place::Case(_) | Place::Work(_) => (Fate::Stay, Vec::new()),
    };
    if fate == Fate::Close {
        effects.extend(place.take_draft().map(|draft| save_draft(model, draft)));
        place = match place {
            Place::Sheet(state) => sheet::behind(*state),
            Place::Contact(_) | Place::Queue => Place::Queue,
            other @ (Place::Case(_) | Place::Work(_)) => other,
        };
    }
    if let Some(desk) = model.desk_mut() {
        desk.place = place;
    }
    if fate == Fate::Close {
        lay_out(model);
    }
    effects
}

/// Gives an input to an overlay that was taken out; it goes back to its place unless it closes.
fn to_overlay(model: &mut Model, turn: Turn, input: &Input, mut overlay: Overlay) -> Vec<Effect> {
    let place = model.overlays.len();
    let (fate, effects) = match &mut overlay {
        Overlay::Search(state) => search::update(state, model, input),
        Overlay::Palette(state) => palette::update(state, model, turn, input),
        Overlay::Help(state) => help::update(state, model, turn, input),
        Overlay::Notices(state) => (notices::update(state, model, input), Vec::new()),
        Overlay::Why(state) => (why::update(state, model, input), Vec::new()),
        Overlay::Links(state) => links::update(state, model, turn, input),
        Overlay::Pick(state) => pick::update(state, model, turn, input),
        Overlay::Print(state) => print::update(state, model, input),
        Overlay::Compare(state) => (compare::update(state, model, input), Vec::new()),
        Overlay::Drafts(state) => drafts::update(state, model, turn, input),
        Overlay::Form(state) => short_form::update(state, model, turn, input),
        Overlay::Sign(state) => work::sign::update(state, model, input),
        Overlay::Confirm(state) => confirm::update(state, model, turn, input),
    };
    let open = model.desk().is_some() || matches!(model.screen, Screen::Unlock(_));
    if fate == Fate::Stay && open {
        let place = place.min(model.overlays.len());
        model.overlays.insert(place, overlay);
    }
    effects
}

/// Keeps a draft in the model and asks for it to be kept on disk.
pub fn save_draft(model: &mut Model, draft: SavedDraft) -> Effect {
    if let Some(desk) = model.desk_mut() {
        match desk.drafts.iter_mut().find(|kept| kept.id == draft.id) {
            Some(kept) => kept.clone_from(&draft),
            None => desk.drafts.push(draft.clone()),
        }
    }
    Effect::SaveDraft(draft)
}

/// Asks for the facts of a form to be recorded. Its draft goes to disk once more: it must outlive a
/// record that fails.
pub fn send(
    model: &mut Model,
    draft: Option<SavedDraft>,
    facts: Vec<event::Draft>,
    pending: Pending,
) -> Vec<Effect> {
    let mut effects: Vec<Effect> =
        draft.map(|draft| save_draft(model, draft)).into_iter().collect();
    effects.push(model.record(facts, pending));
    effects
}

fn save_due_drafts(model: &mut Model, turn: Turn) -> Vec<Effect> {
    take_drafts(model, |save_at| save_at.is_some_and(|at| at <= turn.at))
}

/// Every unsaved draft whose time has come.
fn take_drafts(
    model: &mut Model,
    is_due: impl Fn(Option<crate::domain::time::Moment>) -> bool,
) -> Vec<Effect> {
    let mut drafts = Vec::new();
    for overlay in &mut model.overlays {
        if let Overlay::Form(form) = overlay
            && is_due(form.save_at())
        {
            drafts.extend(form.take_draft());
        }
    }
    if let Some(desk) = model.desk_mut()
        && is_due(desk.place.save_at())
    {
        drafts.extend(desk.place.take_draft());
    }
    drafts.into_iter().map(|draft| save_draft(model, draft)).collect()
}

fn ask_to_leave(model: &mut Model) -> Vec<Effect> {
    let half_done = model.overlays.iter().any(|overlay| matches!(overlay, Overlay::Form(_)))
        || model.desk().is_some_and(|desk| {
            matches!(desk.place, Place::Contact(_) | Place::Sheet(_)) || !desk.pending.is_empty()
        });
    if half_done {
        model.overlays.push(Overlay::Confirm(confirm::State::quit()));
        return Vec::new();
    }
    leave(model)
}

/// Leaves: what was half typed is kept.
pub fn leave(model: &mut Model) -> Vec<Effect> {
    let mut effects = take_drafts(model, |_| true);
    model.overlays.clear();
    model.screen = Screen::Leaving;
    effects.push(Effect::Quit);
    effects
}

/// Locks: what was half typed is kept, everything decrypted is dropped.
fn lock(model: &mut Model, reason: Words) -> Vec<Effect> {
    let Some(me) = model.opened().map(|opened| opened.staff.clone()) else { return Vec::new() };
    let mut effects = take_drafts(model, |_| true);
    if model.openers.is_empty() {
        model.openers.push(me.clone());
    }
    let me = me.staff;
    let mut state = unlock::State::asking(model.openers.clone(), Some(me));
    state.locked = Some(reason);
    // Names of families may stand in what was said and what was being done.
    model.overlays.clear();
    model.notices.clear();
    model.notice_stands = false;
    model.screen = Screen::Unlock(Box::new(state));
    effects.push(Effect::Lock);
    effects
}
