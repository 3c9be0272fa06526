//! What the workstation asks of the world outside: the closed set of effects.
//!
//! `update` returns these; the shell carries them out on its worker and answers with a message.
//! Deliberately absent: how any of it is done, and callbacks.

use crate::domain::event;
use crate::domain::fact::StaffRole;
use crate::domain::id::{CaseId, EventId, PersonId, PlanId, ReportId, StaffId};
use crate::text::Lang;
use zeroize::Zeroize;

/// Words that are wiped from memory when dropped: a passphrase, a recovery code.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes the words over.
    #[must_use]
    pub const fn new(words: String) -> Self {
        Self(words)
    }

    /// The words themselves, for the one who must use them.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Which request an answer belongs to. Drawn by the model, unique within a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// A half-typed form on this station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub [u8; 16]);

/// The content of a half-typed form: named fields, in order. The form that wrote it reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedDraft {
    /// Which draft; `None` only before it was first given one.
    pub id: Option<DraftId>,
    /// The case it is about, if it is about one.
    pub case: Option<CaseId>,
    /// Which form: the form's own name.
    pub form: String,
    /// Name → content.
    pub fields: Vec<(String, String)>,
}

/// What the first-run questions gathered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStation {
    /// Language of the interface.
    pub lang: Lang,
    /// Organisation.
    pub organisation: String,
    /// Station code in case numbers.
    pub code: String,
    /// Name of the first member of staff.
    pub staff_name: String,
    /// Role of the first member of staff.
    pub role: StaffRole,
    /// The passphrase.
    pub passphrase: Secret,
}

/// Something the shell remembers between runs (not secret, not about persons).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The language of the interface.
    Lang(Lang),
    /// The theme.
    Theme(super::model::ThemeName),
    /// The recovery code was written down, and that was proved.
    CodeProved,
}

/// The form of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperForm {
    /// Text.
    Text,
    /// HTML.
    Html,
    /// PDF.
    Pdf,
}

impl PaperForm {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Text, Self::Html, Self::Pdf];

    /// The end of the name of its file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Html => "html",
            Self::Pdf => "pdf",
        }
    }
}

/// A letter, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterTo {
    /// An invitation to this person.
    Invitation(PersonId),
    /// What was decided, to this person.
    OutcomeParents(PersonId),
    /// What was decided, to who made this report.
    OutcomeReporter(ReportId),
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperWhat {
    /// A plan.
    Plan {
        /// Which.
        plan: PlanId,
        /// The version; none for the working copy.
        version: Option<u16>,
    },
    /// A letter.
    Letter(LetterTo),
}

/// What may not stand on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperSecret {
    /// Name, telephone number or mail address of a reporter whom the family may not know.
    Reporter,
    /// A shielded address.
    ShieldedAddress,
}

/// Where a paper tells it. Never what it says there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PaperTells {
    /// What.
    pub secret: PaperSecret,
    /// The heading under which it stands, as on the paper; empty when under none.
    pub section: String,
}

/// A plan or a letter to be written to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperAsked {
    /// The case.
    pub case: CaseId,
    /// What is printed.
    pub what: PaperWhat,
    /// In which form.
    pub form: PaperForm,
    /// Whether in large letters.
    pub large: bool,
    /// In which language.
    pub lang: Lang,
    /// The file, as typed.
    pub path: String,
    /// What a person was told that stands on it, read it and says that it may. What else is found
    /// still stops it.
    pub read: Vec<PaperTells>,
}

/// What is asked of the shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Make a workstation. Answered by `Created` or `CreateFailed`.
    Create(Box<NewStation>),
    /// Open with a passphrase. Answered by `Unlocked` or `UnlockRefused`.
    Unlock {
        /// Who; `None` when nobody had to choose: every slot is tried.
        staff: Option<StaffId>,
        /// The passphrase.
        passphrase: Secret,
    },
    /// Look whether a recovery code is typed right: its check group fits. Answered by
    /// `RecoveryCodeRead`.
    ReadRecoveryCode(Secret),
    /// Open with the recovery code, which is spent by it. Answered by `Created`, with the next
    /// code, or `CreateFailed`.
    Recover {
        /// Who gets a new passphrase.
        staff: StaffId,
        /// The recovery code.
        code: Secret,
        /// The new passphrase.
        passphrase: Secret,
    },
    /// Make a new recovery code; the old one opens nothing any more. Answered by `Created` or
    /// `CreateFailed`.
    RenewRecoveryCode,
    /// Ask the session that holds the workstation to save its draft and end. Answered by `Found`.
    TakeOver,
    /// Forget every key and everything decrypted. No answer is awaited.
    Lock,
    /// Read the queue. Answered by `QueueLoaded`.
    LoadQueue,
    /// Read a case. Answered by `CaseLoaded` or `CaseMissing`.
    LoadCase(CaseId),
    /// Read the drafts of this station. Answered by `DraftsLoaded`.
    LoadDrafts,
    /// Record facts, all or nothing. A `CaseOpened` without a number gets the next one of the
    /// station and year: only the worker knows which numbers were given out meanwhile. Answered by
    /// `Recorded` or `RecordFailed`.
    Record {
        /// Comes back with the answer.
        ticket: Ticket,
        /// The facts.
        drafts: Vec<event::Draft>,
    },
    /// Record the signature of a colleague who does not sit here, after checking their passphrase.
    /// Answered by `Recorded` or `SignRefused`.
    Countersign {
        /// Comes back with the answer.
        ticket: Ticket,
        /// The case.
        case: CaseId,
        /// What is signed.
        event: EventId,
        /// Who signs.
        staff: StaffId,
        /// Their passphrase.
        passphrase: Secret,
    },
    /// Keep a half-typed form (encrypted, replaced whole). Answered by `DraftSaved`/`DraftFailed`.
    SaveDraft(SavedDraft),
    /// The form was sent or thrown away.
    RemoveDraft(DraftId),
    /// Find. Answered by `SearchHits` with the same generation; older searches may be dropped.
    Search {
        /// Grows with every letter.
        generation: u64,
        /// As typed.
        query: String,
    },
    /// Write a plan or a letter to a file of its own, never over one that is there. Answered by
    /// `Printed`.
    Print(Box<PaperAsked>),
    /// Stop the long work in hand; what is done stays done.
    CancelWork,
    /// Remember a setting.
    Remember(Setting),
    /// Draw every cell anew.
    Repaint,
    /// End the program.
    Quit,
}
