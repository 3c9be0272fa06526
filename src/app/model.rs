//! What the workstation is at one moment: everything that can be drawn.
//!
//! A locked model holds no case: [`Screen::Desk`] is dropped as a whole. Deliberately absent: keys
//! of any cipher, files, the clock; and how it is drawn.

use super::effect::{DraftId, SavedDraft, Ticket};
use super::geometry::Size;
use super::keymap::{Context, Keymap, Problem};
use super::message::{Notice, Opened, Progress, StaffChoice, Standing, Weight};
use super::screens::{
    case, compare, confirm, contact, drafts, first_run, help, links, notices, palette, pick, print,
    queue, search, sheet, short_form, unlock, why, work,
};
use crate::domain::event;
use crate::domain::id::{CaseId, EventId, StaffId};
use crate::domain::time::Moment;
use crate::form::Library;
use crate::text::{Key as Words, Lang, Text};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// How many notices are remembered.
const NOTICES_MAX: usize = 100;
const MILLIS_PER_MINUTE: i64 = 60_000;

/// The themes a person can choose from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThemeName {
    /// For a dark screen.
    #[default]
    Dark,
    /// For a light screen.
    Light,
    /// Strong contrast.
    HighContrast,
    /// No red against green.
    ColourBlindSafe,
    /// No colour at all.
    Mono,
}

impl ThemeName {
    /// Every theme, in the order in which the key goes through them.
    pub const ALL: [Self; 5] =
        [Self::Dark, Self::Light, Self::HighContrast, Self::ColourBlindSafe, Self::Mono];

    /// The name in the theme file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::ColourBlindSafe => "colour-blind-safe",
            Self::Mono => "mono",
        }
    }

    /// The next one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::HighContrast,
            Self::HighContrast => Self::ColourBlindSafe,
            Self::ColourBlindSafe => Self::Mono,
            Self::Mono => Self::Dark,
        }
    }
}

/// What fills the window.
#[derive(Debug)]
pub enum Screen {
    /// The first frame, before anything was looked at.
    Starting,
    /// The questions of the first run.
    FirstRun(Box<first_run::State>),
    /// The passphrase is asked; nothing of any case is in the model.
    Unlock(Box<unlock::State>),
    /// The desk.
    Desk(Box<Desk>),
    /// The program is ending.
    Leaving,
}

/// What fills the middle of the desk.
#[derive(Debug)]
pub enum Place {
    /// The queue and the panes of the selected case.
    Queue,
    /// One case, whole.
    Case(Box<case::State>),
    /// The work on one case: triage, risk, plan, duties.
    Work(Box<work::State>),
    /// A contact is being written down.
    Contact(Box<contact::State>),
    /// A form about a case is being filled in.
    Sheet(Box<sheet::State>),
}

impl Place {
    /// When the draft of a form here must be saved.
    #[must_use]
    pub fn save_at(&self) -> Option<Moment> {
        match self {
            Self::Contact(state) => state.form.clock.due(),
            Self::Sheet(state) => state.form.clock.due(),
            Self::Queue | Self::Case(_) | Self::Work(_) => None,
        }
    }

    /// The draft of a form here, when something was typed since it was last given.
    pub fn take_draft(&mut self) -> Option<SavedDraft> {
        match self {
            Self::Contact(state) => state.take_draft(),
            Self::Sheet(state) => state.take_draft(),
            Self::Queue | Self::Case(_) | Self::Work(_) => None,
        }
    }

    /// A draft did not reach the disk: the form it belongs to tries again.
    pub fn not_saved(&mut self, draft: DraftId, at: Moment) {
        match self {
            Self::Contact(state) if state.draft == draft => state.form.clock.failed(at),
            Self::Sheet(state) if state.draft == draft => state.form.clock.failed(at),
            Self::Contact(_) | Self::Sheet(_) | Self::Queue | Self::Case(_) | Self::Work(_) => {}
        }
    }
}

/// Something that lies over the screen. The last one has the keys.
#[derive(Debug)]
pub enum Overlay {
    /// Find.
    Search(Box<search::State>),
    /// The palette.
    Palette(Box<palette::State>),
    /// Help.
    Help(Box<help::State>),
    /// What was said.
    Notices(notices::State),
    /// Why this day.
    Why(why::State),
    /// Suggested links.
    Links(links::State),
    /// Half-typed contacts.
    Drafts(drafts::State),
    /// One of a list.
    Pick(Box<pick::State>),
    /// Two assessments beside each other.
    Compare(Box<compare::State>),
    /// How a plan or a letter is to be printed.
    Print(Box<print::State>),
    /// A note, or acute unsafety in short.
    Form(Box<short_form::State>),
    /// A colleague signs.
    Sign(Box<work::sign::State>),
    /// Yes or no.
    Confirm(confirm::State),
}

/// A request that is on its way to disk.
#[derive(Debug)]
pub enum Pending {
    /// A short form: comes back when it fails.
    Form(Box<short_form::State>),
    /// The contact form with this draft: stays on the screen until it is recorded.
    Contact(DraftId),
    /// The signature of a colleague: its box closes when it is recorded.
    Signature,
    /// The form with this draft: stays on the screen until it is recorded.
    Sheet(DraftId),
    /// A single key: said in these words when done.
    Said(Words),
}

/// What can still be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// The case.
    pub case: CaseId,
    /// The events recorded together.
    pub events: Vec<EventId>,
}

/// The unlocked desk: the only part of the model that knows of any case.
#[derive(Debug)]
pub struct Desk {
    /// Who sits here, and the rules for counting days.
    pub opened: Opened,
    /// The queue.
    pub queue: queue::State,
    /// What fills the middle.
    pub place: Place,
    /// The case beside the queue, with its pages.
    pub beside: case::Beside,
    /// The case of which the acute form opens as soon as it was read.
    pub acute_wanted: Option<CaseId>,
    /// Where the work page stood when it was left.
    pub casework: work::Memory,
    /// Half-typed forms of this station.
    pub drafts: Vec<SavedDraft>,
    /// The half-filled form that opens as soon as its case was read.
    pub sheet_to_resume: Option<DraftId>,
    /// The last letters of a contact that another place took the screen from: kept at the end of
    /// the message in hand.
    pub left_behind: Option<SavedDraft>,
    /// On its way to disk.
    pub pending: BTreeMap<Ticket, Pending>,
    /// What this session recorded, latest last.
    pub undoable: Vec<Undoable>,
    /// When something was last saved.
    pub saved_at: Option<Moment>,
    /// When a draft was last saved.
    pub draft_saved_at: Option<Moment>,
}

impl Desk {
    /// A desk that waits for its queue.
    #[must_use]
    pub fn new(opened: Opened) -> Self {
        Self {
            opened,
            queue: queue::State::default(),
            place: Place::Queue,
            beside: case::Beside::default(),
            acute_wanted: None,
            casework: work::Memory::default(),
            drafts: Vec::new(),
            sheet_to_resume: None,
            left_behind: None,
            pending: BTreeMap::new(),
            undoable: Vec::new(),
            saved_at: None,
            draft_saved_at: None,
        }
    }

    /// The name of a colleague, when known.
    #[must_use]
    pub fn name_of(&self, staff: StaffId) -> Option<&str> {
        let found = self.opened.colleagues.iter().find(|colleague| colleague.staff == staff);
        found.map(|colleague| colleague.name.as_str())
    }

    /// The case that keys such as "note" are about: the open one, or the selected one.
    #[must_use]
    pub fn case_in_hand(&self) -> Option<CaseId> {
        match &self.place {
            Place::Case(open) => Some(open.case),
            Place::Work(open) => Some(open.case),
            Place::Sheet(open) => Some(open.case),
            Place::Queue => self.queue.selected().map(|entry| entry.row.case),
            Place::Contact(_) => None,
        }
    }
}

/// The forms at hand, shared. Their wording is no part of what the model shows of itself.
#[derive(Clone)]
pub struct Forms(Arc<Library>);

impl From<Arc<Library>> for Forms {
    fn from(forms: Arc<Library>) -> Self {
        Self(forms)
    }
}

impl Forms {
    /// The published forms, read once.
    fn published() -> Self {
        static PUBLISHED: OnceLock<Arc<Library>> = OnceLock::new();
        Self(Arc::clone(PUBLISHED.get_or_init(|| Arc::new(Library::published()))))
    }
}

impl From<Library> for Forms {
    fn from(library: Library) -> Self {
        Self(Arc::new(library))
    }
}

impl std::ops::Deref for Forms {
    type Target = Library;

    fn deref(&self) -> &Library {
        &self.0
    }
}

impl std::fmt::Debug for Forms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Forms").field("count", &self.0.all().len()).finish()
    }
}

/// The workstation.
#[derive(Debug)]
pub struct Model {
    /// All wording in the language of the interface.
    pub words: Text,
    /// Keys.
    pub keymap: Keymap,
    /// What was wrong with a person's own `keys.toml`.
    pub key_problems: Vec<Problem>,
    /// The forms at hand: the published ones, and those of the team once the shell has read them.
    pub forms: Forms,
    /// The theme chosen by key; the shell may have started with another.
    pub theme: ThemeName,
    /// The window.
    pub size: Size,
    /// The latest moment that came with a message.
    pub now: Moment,
    /// The last key.
    pub last_key_at: Moment,
    /// The organisation, as far as known.
    pub organisation: String,
    /// Who can open this workstation.
    pub openers: Vec<StaffChoice>,
    /// What fills the window.
    pub screen: Screen,
    /// What lies over it.
    pub overlays: Vec<Overlay>,
    /// Long work in hand.
    pub work: Option<Progress>,
    /// What was said, latest last.
    pub notices: Vec<Notice>,
    /// Whether the latest notice still stands in the footer.
    pub notice_stands: bool,
    version: u64,
    pub(super) quiet: bool,
    next_ticket: u64,
}

impl Model {
    /// A workstation that has not looked at anything yet. `own_keys` is the text of a person's own
    /// `keys.toml`, or nothing.
    #[must_use]
    pub fn new(lang: Lang, at: Moment, size: Size, own_keys: &str) -> Self {
        let (keymap, key_problems) = Keymap::with(own_keys);
        Self {
            words: Text::new(lang),
            keymap,
            key_problems,
            forms: Forms::published(),
            theme: ThemeName::default(),
            size,
            now: at,
            last_key_at: at,
            organisation: String::new(),
            openers: Vec::new(),
            screen: Screen::Starting,
            overlays: Vec::new(),
            work: None,
            notices: Vec::new(),
            notice_stands: false,
            version: 0,
            quiet: false,
            next_ticket: 0,
        }
    }

    /// Grows whenever something that may be shown has changed. The shell draws when it grew.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    pub(super) fn settle(&mut self) {
        if !self.quiet {
            self.version += 1;
        }
    }

    /// The desk, when unlocked.
    #[must_use]
    pub fn desk(&self) -> Option<&Desk> {
        match &self.screen {
            Screen::Desk(desk) => Some(desk),
            Screen::Starting | Screen::FirstRun(_) | Screen::Unlock(_) | Screen::Leaving => None,
        }
    }

    /// What is open, also while a recovery code is shown; nothing when it is locked.
    #[must_use]
    pub fn opened(&self) -> Option<&Opened> {
        match &self.screen {
            Screen::Desk(desk) => Some(&desk.opened),
            Screen::FirstRun(state) => state.opened(),
            Screen::Starting | Screen::Unlock(_) | Screen::Leaving => None,
        }
    }

    /// The desk, when unlocked.
    pub fn desk_mut(&mut self) -> Option<&mut Desk> {
        match &mut self.screen {
            Screen::Desk(desk) => Some(desk),
            Screen::Starting | Screen::FirstRun(_) | Screen::Unlock(_) | Screen::Leaving => None,
        }
    }

    /// Where a key is pressed now.
    #[must_use]
    pub fn context(&self) -> Context {
        if self.work.is_some_and(|work| work.standing != Standing::Beside) {
            return Context::Work;
        }
        match self.overlays.last() {
            Some(
                Overlay::Search(_) | Overlay::Palette(_) | Overlay::Help(_) | Overlay::Pick(_),
            ) => Context::Finder,
            Some(Overlay::Notices(_) | Overlay::Why(_) | Overlay::Compare(_)) => Context::Sheet,
            Some(Overlay::Links(_)) => Context::Links,
            Some(Overlay::Drafts(_)) => Context::Drafts,
            Some(Overlay::Print(state)) if state.is_found() => Context::Confirm,
            Some(Overlay::Form(_) | Overlay::Print(_)) => Context::Form,
            Some(Overlay::Confirm(_)) => Context::Confirm,
            Some(Overlay::Sign(_)) => Context::Signing,
            None => self.context_below(),
        }
    }

    /// Where a key would be pressed if nothing lay over the screen.
    #[must_use]
    pub fn context_below(&self) -> Context {
        match &self.screen {
            Screen::Unlock(state) if !matches!(state.stage, unlock::Stage::InUse(_)) => {
                Context::Unlock
            }
            Screen::Starting | Screen::FirstRun(_) | Screen::Unlock(_) | Screen::Leaving => {
                Context::Setup
            }
            Screen::Desk(desk) => match &desk.place {
                Place::Queue => Context::Queue,
                Place::Case(_) => Context::Case,
                Place::Work(_) => Context::Casework,
                Place::Contact(_) => Context::Contact,
                Place::Sheet(_) => Context::SheetForm,
            },
        }
    }

    /// The next moment at which something changes by itself: the minute in the header, the idle
    /// lock, a draft to be saved. `None` when nothing does.
    #[must_use]
    pub fn next_wake(&self) -> Option<Moment> {
        let lock_at = self.lock_at(self.opened()?);
        let Screen::Desk(desk) = &self.screen else { return Some(lock_at) };
        let minute = self.now.0.div_euclid(MILLIS_PER_MINUTE).saturating_add(1);
        let mut next = Moment(minute.saturating_mul(MILLIS_PER_MINUTE)).min(lock_at);
        if let Some(at) = desk.beside.wake_at() {
            next = next.min(at);
        }
        if let Some(at) = desk.place.save_at() {
            next = next.min(at);
        }
        for overlay in &self.overlays {
            if let Overlay::Form(form) = overlay
                && let Some(at) = form.save_at()
            {
                next = next.min(at);
            }
        }
        Some(next)
    }

    /// When the screen locks if no key comes.
    pub(super) fn lock_at(&self, opened: &Opened) -> Moment {
        let minutes = i64::from(opened.idle_lock_minutes.clamp(1, 15));
        Moment(self.last_key_at.0.saturating_add(minutes * MILLIS_PER_MINUTE))
    }

    /// Says something: it stands in the footer and is kept in the list of notices.
    pub fn say(&mut self, weight: Weight, key: Words, values: Vec<(&'static str, String)>) {
        self.take_notice(Notice { at: self.now, weight, key, values });
    }

    /// Takes a notice that was made elsewhere.
    pub fn take_notice(&mut self, notice: Notice) {
        if self.notices.len() >= NOTICES_MAX {
            self.notices.remove(0);
        }
        self.notices.push(notice);
        self.notice_stands = true;
    }

    /// Draws a ticket, remembers what hangs on it, and asks for the facts to be recorded.
    pub fn record(&mut self, drafts: Vec<event::Draft>, pending: Pending) -> super::effect::Effect {
        let ticket = self.expect(pending);
        super::effect::Effect::Record { ticket, drafts }
    }

    /// Draws a ticket and remembers what hangs on it.
    pub fn expect(&mut self, pending: Pending) -> Ticket {
        let ticket = Ticket(self.next_ticket);
        self.next_ticket += 1;
        if let Some(desk) = self.desk_mut() {
            desk.pending.insert(ticket, pending);
        }
        ticket
    }

    /// A draft of this station.
    #[must_use]
    pub fn draft(&self, id: DraftId) -> Option<&SavedDraft> {
        self.desk()?.drafts.iter().find(|draft| draft.id == Some(id))
    }
}
