//! What can reach the workstation: keys, the passing of time, and answers of the worker.
//!
//! Deliberately absent: who sends it. Every message travels in an [`Envelope`] with the time and a
//! seed, so that `update` needs neither a clock nor chance.

use super::chord::Chord;
use super::effect::{DraftId, PaperTells, SavedDraft, Secret, Ticket};
use crate::domain::case::Case;
use crate::domain::deadline::{Calendar, DeadlinePolicy};
use crate::domain::fact::StaffRole;
use crate::domain::id::{CaseId, EventId, StaffId};
use crate::domain::queue::Entry;
use crate::domain::search::Why;
use crate::domain::time::Moment;
use crate::form::Library;
use crate::text::Key as Words;
use std::sync::Arc;

/// Sixteen random bytes from which the ids made by one message are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(pub [u8; 16]);

impl Seed {
    /// The `n`-th id of this message. Different for every `n`; random because the seed is.
    #[must_use]
    pub fn id(self, n: u32) -> [u8; 16] {
        u128::from_be_bytes(self.0).wrapping_add(u128::from(n)).to_be_bytes()
    }
}

/// A message with the moment at which it came and a fresh seed.
#[derive(Clone, Debug)]
pub struct Envelope {
    /// Now.
    pub at: Moment,
    /// Fresh random bytes.
    pub seed: Seed,
    /// What came.
    pub message: Message,
}

/// A member of staff who can open this workstation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffChoice {
    /// Who.
    pub staff: StaffId,
    /// The name as colleagues see it.
    pub name: String,
    /// What this person does here.
    pub role: StaffRole,
}

/// Who holds the workstation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The name; empty when it could not be read.
    pub who: String,
    /// Since when.
    pub since: Moment,
    /// From which terminal.
    pub terminal: String,
}

/// What was found in the data directory, without opening anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing yet: the first-run questions follow.
    Nothing,
    /// A workstation.
    Station {
        /// Organisation, from the public station file.
        organisation: String,
        /// Who may open it.
        staff: Vec<StaffChoice>,
        /// Who opened it last.
        last: Option<StaffId>,
    },
    /// A workstation that another session holds.
    InUse {
        /// Organisation, from the public station file.
        organisation: String,
        /// Who holds it.
        holder: Holder,
    },
}

/// What an unlocked workstation is: who sits here, and by which rules days are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Who unlocked.
    pub staff: StaffChoice,
    /// The organisation.
    pub organisation: String,
    /// The station code in case numbers.
    pub code: String,
    /// All members of staff known here.
    pub colleagues: Vec<StaffChoice>,
    /// The terms.
    pub policy: DeadlinePolicy,
    /// Holidays and decreed days.
    pub calendar: Calendar,
    /// Minutes without a key before the screen locks, 1–15.
    pub idle_lock_minutes: u8,
    /// The forms at hand: the program's and the team's.
    pub forms: Arc<Library>,
}

/// Why a passphrase did not open the workstation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnlockRefusal {
    /// The passphrase is not right.
    Wrong,
    /// Too many attempts: wait this many seconds.
    Wait(u32),
    /// Something else, in words.
    Fault(Words),
}

/// One result of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// The person or case as shown.
    pub shown: String,
    /// Birth date or other detail, as shown; may be empty.
    pub detail: String,
    /// Why it was found: words of the reasons, strongest first.
    pub why: Vec<Words>,
    /// Whether the case is open.
    pub open: bool,
}

/// Where long work is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Over the screen: the person asked for it and waits; a key stops it.
    Stoppable,
    /// Over the screen: nothing can be done before it is done, and it cannot be stopped.
    Over,
    /// In the footer: it came by itself and nobody is kept from typing.
    Beside,
}

/// How far long work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub what: Words,
    /// Units done.
    pub done: u64,
    /// Units in all; 0 while unknown.
    pub total: u64,
    /// Where it is shown, and whether a key stops it.
    pub standing: Standing,
}

/// The words for why something was found.
#[must_use]
pub const fn found_by(why: Why) -> Words {
    match why {
        Why::Number => Words::FoundByNumber,
        Why::Name => Words::FoundByName,
        Why::Birth => Words::FoundByBirth,
        Why::Bsn => Words::FoundByBsn,
        Why::Address => Words::FoundByAddress,
        Why::Phone => Words::FoundByPhone,
        Why::Sound => Words::FoundBySound,
    }
}

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Good to know.
    Plain,
    /// Needs an eye.
    Warning,
    /// Something failed.
    Fault,
}

/// Something said to the person at the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// When.
    pub at: Moment,
    /// How much it matters.
    pub weight: Weight,
    /// The sentence.
    pub key: Words,
    /// Its values, made safe before they are shown.
    pub values: Vec<(&'static str, String)>,
}

/// What was recorded, and how things stand now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Which request.
    pub ticket: Ticket,
    /// When it was on disk.
    pub at: Moment,
    /// The events, in the order of the drafts.
    pub events: Vec<EventId>,
    /// The case as it is now, when the facts were about one.
    pub case: Option<Box<Case>>,
}

/// Why a paper was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unprinted {
    /// In words, with what to do.
    Refused(Words),
    /// It tells what it may not: a person must read it first.
    Tells(Vec<PaperTells>),
}

/// Everything that can happen to the workstation.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key.
    Key(Chord),
    /// Text pasted in one go.
    Paste(String),
    /// The window has this many columns and rows now.
    Resize(u16, u16),
    /// A moment came that the model had asked to be woken for.
    Tick,
    /// Nobody pressed a key for as long as the desk may stay open, by a clock that cannot be set.
    Idle,
    /// What is in the data directory.
    Found(Found),
    /// The workstation was made, or opened with the recovery code, or has a new one: the recovery
    /// code, shown once.
    Created {
        /// The recovery code, in groups separated by `-`.
        recovery_code: Secret,
        /// It, unlocked.
        opened: Box<Opened>,
    },
    /// The workstation could not be made, or not opened, or has no new code.
    CreateFailed(Words),
    /// What is wrong with the recovery code as typed; nothing when its check group fits.
    RecoveryCodeRead(Option<Words>),
    /// The workstation is open.
    Unlocked(Box<Opened>),
    /// It stays closed.
    UnlockRefused(UnlockRefusal),
    /// The queue, in the order of the screen.
    QueueLoaded(Vec<Entry>),
    /// A case.
    CaseLoaded(Box<Case>),
    /// A case that could not be read; with the reason.
    CaseMissing(CaseId, Words),
    /// Facts are safe on disk.
    Recorded(Recorded),
    /// Facts were not recorded; nothing of them was.
    RecordFailed {
        /// Which request.
        ticket: Ticket,
        /// What happened, what was kept safe, what to do.
        why: Words,
    },
    /// A colleague's signature was not taken; nothing was recorded.
    SignRefused {
        /// Which request.
        ticket: Ticket,
        /// Why.
        refusal: UnlockRefusal,
    },
    /// The drafts of this station.
    DraftsLoaded(Vec<SavedDraft>),
    /// A draft is safe on disk.
    DraftSaved(DraftId, Moment),
    /// A draft could not be kept.
    DraftFailed(DraftId, Words),
    /// A plan or a letter was written to a file, or not.
    Printed {
        /// The file.
        path: String,
        /// Why not; nothing when it was.
        problem: Option<Unprinted>,
    },
    /// Results of a search.
    SearchHits {
        /// Of which search.
        generation: u64,
        /// Best first.
        hits: Vec<Hit>,
        /// Whether all was searched.
        complete: bool,
    },
    /// Long work goes on.
    Working(Progress),
    /// Long work ended.
    WorkEnded,
    /// Something to say.
    Notice(Notice),
    /// The machine's clock jumped.
    ClockJumped,
    /// The terminal went away.
    HangUp,
    /// The system asks the program to end.
    Terminate,
    /// The worker cannot go on; in words.
    Fault(Words),
}
