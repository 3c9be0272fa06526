//! What a key can mean, and where.
//!
//! Closed sets with stable names: `keys.toml` is written in these. Deliberately absent: keys.

use crate::text::Key as Words;

macro_rules! intents {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $words:ident;)*) => {
        /// What a person wants with a key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Intent { $($(#[$doc])* $variant,)* }

        impl Intent {
            /// Every intent, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in `keys.toml`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it is called on the screen.
            #[must_use]
            pub const fn words(self) -> Words {
                match self { $(Self::$variant => Words::$words,)* }
            }
        }
    };
}

intents! {
    /// One row up.
    MoveUp = "move-up", IntentMoveUp;
    /// One row down.
    MoveDown = "move-down", IntentMoveDown;
    /// One page up.
    PageUp = "page-up", IntentPageUp;
    /// One page down.
    PageDown = "page-down", IntentPageDown;
    /// To the first.
    Top = "top", IntentTop;
    /// To the last.
    Bottom = "bottom", IntentBottom;
    /// Open what is selected.
    Open = "open", IntentOpen;
    /// On with the next question.
    Next = "next", IntentNext;
    /// Back; never loses text.
    Back = "back", IntentBack;
    /// The next pane or field.
    NextPane = "next-pane", IntentNextPane;
    /// The previous pane or field.
    PreviousPane = "previous-pane", IntentPreviousPane;
    /// A new contact: somebody calls, writes or stands at the desk.
    NewContact = "new-contact", IntentNewContact;
    /// Go on with a half-typed contact.
    ResumeDraft = "resume-draft", IntentResumeDraft;
    /// Write down an addition to the case in hand.
    AddToCase = "add-to-case", IntentAddToCase;
    /// Acute unsafety, or its end.
    Acute = "acute", IntentAcute;
    /// Take the case to work on, or lay it down.
    Assign = "assign", IntentAssign;
    /// Watch over the child's safety from now on.
    Oversee = "oversee", IntentOversee;
    /// Write a note.
    Note = "note", IntentNote;
    /// Look at suggested links and decide.
    Links = "links", IntentLinks;
    /// The triage of the case in hand.
    Triage = "triage", IntentTriage;
    /// Its risk assessments.
    Risk = "risk", IntentRisk;
    /// Its plans.
    Plan = "plan", IntentPlan;
    /// What is due in it.
    Duties = "duties", IntentDuties;
    /// Read all of the selected row.
    Read = "read", IntentRead;
    /// Something new in this list.
    NewRow = "new-row", IntentNewRow;
    /// The same once more, to be changed.
    Duplicate = "duplicate", IntentDuplicate;
    /// Move the row down.
    RowDown = "row-down", IntentRowDown;
    /// Move the row up.
    RowUp = "row-up", IntentRowUp;
    /// Take the row away, after a question.
    Remove = "remove", IntentRemove;
    /// Versions, and what differs between them.
    Versions = "versions", IntentVersions;
    /// Print.
    Print = "print", IntentPrint;
    /// Sign what a colleague decided.
    Sign = "sign", IntentSign;
    /// The answer of an assessment that a danger came from.
    Origin = "origin", IntentOrigin;
    /// Something happened that can change the safety.
    Incident = "incident", IntentIncident;
    /// Yes: do it.
    Accept = "accept", IntentAccept;
    /// No: do not.
    Reject = "reject", IntentReject;
    /// All, mine, or overdue.
    Filter = "filter", IntentFilter;
    /// Find.
    Find = "find", IntentFind;
    /// Why this day.
    Why = "why", IntentWhy;
    /// Take back what was recorded last.
    Undo = "undo", IntentUndo;
    /// The palette.
    Palette = "palette", IntentPalette;
    /// Help.
    Help = "help", IntentHelp;
    /// What was said before.
    Notices = "notices", IntentNotices;
    /// Send the form.
    Submit = "submit", IntentSubmit;
    /// Turn the contact into another kind.
    Turn = "turn", IntentTurn;
    /// Add a person to the contact.
    AddPerson = "add-person", IntentAddPerson;
    /// Throw the draft away, after a question.
    Discard = "discard", IntentDiscard;
    /// Help with the question under the cursor.
    ItemHelp = "item-help", IntentItemHelp;
    /// The other language.
    Language = "language", IntentLanguage;
    /// The next theme.
    Theme = "theme", IntentTheme;
    /// Draw everything anew.
    Repaint = "repaint", IntentRepaint;
    /// Lock.
    Lock = "lock", IntentLock;
    /// End the session that holds the workstation and go on here.
    TakeOver = "take-over", IntentTakeOver;
    /// The passphrase is lost: open with the recovery code.
    UseRecovery = "use-recovery", IntentUseRecovery;
    /// Make a new recovery code, after a question.
    NewRecoveryCode = "new-recovery-code", IntentNewRecoveryCode;
    /// Leave the program.
    Quit = "quit", IntentQuit;
}

impl Intent {
    /// The intent with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|intent| intent.name() == name)
    }
}

macro_rules! contexts {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $words:ident, $typing:literal;)*) => {
        /// Where a key is pressed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Context { $($(#[$doc])* $variant,)* }

        impl Context {
            /// Every context.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in `keys.toml`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it is called in the help.
            #[must_use]
            pub const fn words(self) -> Words {
                match self { $(Self::$variant => Words::$words,)* }
            }

            /// Whether letters are typed here rather than obeyed.
            #[must_use]
            pub const fn is_typing(self) -> bool {
                match self { $(Self::$variant => $typing,)* }
            }
        }
    };
}

contexts! {
    /// Everywhere a desk is open; the other contexts come first.
    Everywhere = "everywhere", ContextEverywhere, false;
    /// The queue and its panes.
    Queue = "queue", ContextQueue, false;
    /// The page of a case.
    Case = "case", ContextCase, false;
    /// The work on a case: triage, risk, plan, duties.
    Casework = "casework", ContextCasework, false;
    /// A sheet to read: why this day, notices, links.
    Sheet = "sheet", ContextSheet, false;
    /// The list of links.
    Links = "links", ContextLinks, false;
    /// The list of half-typed contacts.
    Drafts = "drafts", ContextDrafts, false;
    /// A question that asks yes or no.
    Confirm = "confirm", ContextConfirm, false;
    /// Long work in hand.
    Work = "work", ContextWork, false;
    /// Something to find by typing: search, palette, help.
    Finder = "finder", ContextFinder, true;
    /// A colleague signs with their own passphrase.
    Signing = "signing", ContextSigning, true;
    /// A short form.
    Form = "form", ContextForm, true;
    /// The contact form.
    Contact = "contact", ContextContact, true;
    /// A form about a case.
    SheetForm = "sheet-form", ContextSheetForm, true;
    /// First run, and a workstation that another session holds.
    Setup = "setup", ContextSetup, true;
    /// The passphrase.
    Unlock = "unlock", ContextUnlock, true;
}

impl Context {
    /// The context with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|context| context.name() == name)
    }

    /// Whether the keys of [`Self::Everywhere`] work here too.
    #[must_use]
    pub const fn has_everywhere(self) -> bool {
        !matches!(self, Self::Setup | Self::Unlock | Self::Signing | Self::Confirm | Self::Work)
    }
}
