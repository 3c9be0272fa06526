//! The vocabulary of facts: reports, persons, relations, duplicates and links, assignment, notes.
//!
//! A fact says what happened, never what a status became. Later work adds facts; it never changes
//! these. Which slots a fact writes is told here, by name, for each one. Deliberately absent: bytes
//! (`wire`), and who may record what.

use super::code::{Capacity, Reason};
use super::id::{CaseId, EventId, LinkId, NoteId, PersonId, RelationId, ReportId, StaffId};
use super::person::{Address, AddressKind, PersonAspect, PersonAspects, Relation};
use super::report::{Channel, Flag, ReportAspect, ReportAspects, ReporterIdentity, SourceMessage};
use super::time::{Day, Moment};

/// The number people use for a case: station code, year, serial: `ZW1-26-0042`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber(pub String);

impl CaseNumber {
    /// Builds the number of the `serial`-th case (from 1) of a station in a year.
    #[must_use]
    pub fn new(station_code: &str, year: i32, serial: u32) -> Self {
        Self(format!("{station_code}-{:02}-{serial:04}", year.rem_euclid(100)))
    }
}

/// Why a case was opened. It decides what may be stored in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opening {
    /// A report (NL: melding).
    Report,
    /// An advice request (NL: adviesvraag): holds no data about the family (hard rule 21).
    Advice,
    /// A question that is neither.
    Question,
    /// Somebody who was at the wrong desk.
    NotForUs,
    /// A neighbourhood team's own case, without a report (NL: SWT).
    Neighbourhood,
}

/// Who watches over the safety of the child now (NL: zicht op veiligheid).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Overseer {
    /// The organisation.
    pub organisation: String,
    /// The named person.
    pub person: String,
    /// The member of our staff, when it is one.
    pub staff: Option<StaffId>,
}

/// What is done at once in acute unsafety: without it, acute cannot be recorded (hard rule 1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImmediateAction {
    /// What is done.
    pub what: String,
    /// By whom.
    pub who: String,
    /// When.
    pub when: Moment,
}

/// Acute unsafety (NL: acute onveiligheid) or its end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Acute {
    /// The child is not safe now.
    Declared(ImmediateAction),
    /// The acute unsafety is over; with the reason.
    Lifted(String),
}

/// Why a case was closed at the desk, before any triage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClosingGround {
    /// Not a report we may take (NL: niet ontvankelijk).
    Inadmissible,
    /// Meant for another organisation (NL: onjuist geadresseerd).
    Misaddressed,
    /// The contact was answered: advice, question, not for us.
    Answered,
    /// Recorded twice; the other case goes on.
    Duplicate,
    /// Concluded in an earlier system or an earlier course of the work.
    Concluded,
}

/// A closing, or its undoing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closing {
    /// Closed.
    Closed {
        /// The ground.
        ground: ClosingGround,
        /// In words.
        reason: String,
        /// How the sender was told; empty when there is no sender to tell.
        sender_told: String,
    },
    /// Opened again, with the reason.
    Reopened(String),
}

/// How two cases belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// The same report number of the same reporter.
    SameReport,
    /// A child that is known in the other case.
    SameChild,
    /// Another person that is known there.
    SamePerson,
    /// The same address.
    SameAddress,
    /// An earlier, closed case of the same family.
    Earlier,
    /// An advice that became this report.
    Advice,
}

/// What a person decided about a suggested link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Not decided yet: the program suggests, with its reasons.
    Suggested,
    /// They belong together.
    Confirmed,
    /// They do not.
    Rejected,
}

/// A link from this case to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// The other case.
    pub other: CaseId,
    /// How they belong together.
    pub kind: LinkKind,
    /// The person here, when it is about one.
    pub person: Option<PersonId>,
    /// The person there.
    pub other_person: Option<PersonId>,
    /// What was decided.
    pub verdict: Verdict,
    /// Why: what matched, or the reason of the person who decided.
    pub reason: String,
}

/// What kind of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// For colleagues only.
    Internal,
    /// Something added to what was reported (NL: aanvulling).
    Addition,
    /// A contact with somebody (NL: contactmoment).
    Contact,
}

/// A note, tagged with the persons it is about: one file, several data subjects.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Note {
    /// Kind.
    pub kind: NoteKind,
    /// The text.
    pub text: String,
    /// The persons it is about.
    pub about: Vec<PersonId>,
    /// When it took place, when that is not when it was written.
    pub took_place: Option<Moment>,
}

/// What an adviser did with an advice request. No field can hold anything about a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AdviceStep {
    /// Talk with the parents first.
    TalkWithParents,
    /// Talk with the child.
    TalkWithChild,
    /// Ask a colleague or specialist.
    ConsultColleague,
    /// Start or ask for help.
    ArrangeHelp,
    /// Report to us.
    Report,
    /// Call the police: danger now.
    CallPolice,
    /// Call again.
    CallAgain,
    /// Use the referral index.
    ReferralIndex,
}

/// An advice (NL: advies): stores nothing about the family, by type (hard rule 21).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Advice {
    /// Capacity of who asked.
    pub capacity: Capacity,
    /// Reasons for contact.
    pub reasons: Vec<Reason>,
    /// What was advised.
    pub steps: Vec<AdviceStep>,
}

/// Where somebody was sent who was not at the right desk, or what a question was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// How we work.
    OurWork,
    /// A report made earlier.
    EarlierReport,
    /// Data, access, complaint.
    Rights,
    /// Neighbourhood team.
    NeighbourhoodTeam,
    /// Police or emergency line.
    Police,
    /// Elder abuse or domestic violence without children.
    AdultViolence,
    /// Health care.
    HealthCare,
    /// Something else.
    Other,
}

/// What a member of staff does here. It decides which keys the keyring slot holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StaffRole {
    /// Takes reports in and does the casework; may see the reporter.
    Caseworker,
    /// Child-abuse physician or behavioural expert; may see the reporter.
    Expert,
    /// Leads the desk; may see the reporter; second signature.
    Manager,
    /// Types and files; may not see the reporter or a shielded address.
    Clerk,
}

impl StaffRole {
    /// Whether this role may see who reported.
    #[must_use]
    pub const fn sees_reporter(self) -> bool {
        !matches!(self, Self::Clerk)
    }
}

/// Everything that can be said to have happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A workstation was set up. Not about a case.
    StationOpened {
        /// Short code in case numbers.
        code: String,
        /// Organisation.
        organisation: String,
    },
    /// A member of staff joined or changed name or role. Not about a case.
    StaffJoined {
        /// Who.
        staff: StaffId,
        /// Name as colleagues see it.
        name: String,
        /// Role.
        role: StaffRole,
    },
    /// A day was decreed equal to a holiday (NL: gelijkgesteld). Not about a case.
    DayDecreed {
        /// The day.
        day: Day,
        /// The decree, in words.
        source: String,
    },
    /// A case was opened.
    CaseOpened {
        /// Its number.
        number: CaseNumber,
        /// Why.
        opening: Opening,
    },
    /// A contact turned out to be of another kind (advice became report, …).
    OpeningChanged {
        /// What it is now.
        opening: Opening,
    },
    /// A report was received.
    ReportReceived {
        /// The report.
        report: ReportId,
        /// By which road.
        channel: Channel,
        /// The moment of receipt, from which deadlines count (hard rule 4).
        received_at: Moment,
        /// The message it was read from.
        message: Option<SourceMessage>,
        /// What needs an eye.
        flags: Vec<Flag>,
    },
    /// Something about a report was told or corrected.
    ReportDescribed {
        /// The report.
        report: ReportId,
        /// The aspects spoken of.
        aspects: Box<ReportAspects>,
    },
    /// Who reported. Sealed under the reporter's own key.
    ReporterIdentified {
        /// The report.
        report: ReportId,
        /// Who.
        identity: ReporterIdentity,
    },
    /// A part of the message as it came, compressed (deflate), so that nothing of it is lost.
    MessageKept {
        /// The report.
        report: ReportId,
        /// Which part, from 0.
        part: u32,
        /// Of how many.
        parts: u32,
        /// The bytes, at most 48 KiB.
        bytes: Vec<u8>,
    },
    /// Something about a person was told or corrected.
    PersonDescribed {
        /// The person.
        person: PersonId,
        /// Set for a reporter or informant: then sealed under that report's own key.
        protected_by: Option<ReportId>,
        /// The aspects spoken of.
        aspects: Box<PersonAspects>,
    },
    /// A shielded address (NL: geheim adres). Sealed under its own key.
    ShieldedAddressRecorded {
        /// The person.
        person: PersonId,
        /// Which address.
        kind: AddressKind,
        /// The address.
        address: Address,
    },
    /// A person was recorded by mistake.
    PersonWithdrawn {
        /// The person.
        person: PersonId,
        /// Why.
        reason: String,
    },
    /// Two records in this case turned out to be one person.
    PersonsJoined {
        /// The record that stays.
        kept: PersonId,
        /// The record that is shown as part of it from now on.
        joined: PersonId,
        /// Why.
        reason: String,
    },
    /// A relation was told or corrected; `None` withdraws it.
    RelationRecorded {
        /// The relation.
        id: RelationId,
        /// What it is.
        relation: Option<Relation>,
    },
    /// A link to another case was suggested, confirmed or rejected.
    LinkRecorded {
        /// The link.
        id: LinkId,
        /// What it is.
        link: Link,
    },
    /// Somebody took over watching over the child's safety.
    OverseerNamed {
        /// Who.
        overseer: Overseer,
    },
    /// A member of staff took the case to work on (NL: oppakken), or laid it down.
    WorkerAssigned {
        /// Who; `None` lays it down.
        staff: Option<StaffId>,
    },
    /// Acute unsafety was found or lifted.
    AcuteJudged {
        /// What.
        acute: Acute,
    },
    /// The case was closed or opened again.
    ClosingDecided {
        /// What.
        closing: Closing,
    },
    /// A note was written or corrected; `None` withdraws it.
    NoteWritten {
        /// The note.
        note: NoteId,
        /// Its content.
        content: Option<Note>,
    },
    /// Advice was given.
    AdviceGiven {
        /// The advice.
        advice: Advice,
    },
    /// A question was answered, or somebody was pointed to the right desk.
    ContactAnswered {
        /// Capacity of who called.
        capacity: Capacity,
        /// About what, or where to.
        topic: Topic,
    },
    /// A fact was recorded by mistake and is taken back; what it had replaced stands again.
    Retracted {
        /// The event taken back.
        event: EventId,
    },
    /// A fact of a kind this version does not know: kept and passed on as bytes.
    Foreign {
        /// Its number in the wire format.
        kind: u16,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

/// A place in a case that holds one value, or several when colleagues disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The number of the case.
    Number,
    /// Why it was opened.
    Opening,
    /// The receipt of a report.
    Receipt(ReportId),
    /// An aspect of a report.
    Report(ReportId, ReportAspect),
    /// Who reported.
    Reporter(ReportId),
    /// A part of a kept message.
    Message(ReportId, u32),
    /// An aspect of a person.
    Person(PersonId, PersonAspect),
    /// A shielded address.
    Shielded(PersonId, AddressKind),
    /// Whether a person record stands (withdrawn, joined to another).
    Standing(PersonId),
    /// A relation.
    Relation(RelationId),
    /// A link to another case.
    Link(LinkId),
    /// Who watches.
    Overseer,
    /// Who works on it.
    Worker,
    /// Acute unsafety.
    Acute,
    /// Closed or open.
    Closing,
    /// A note.
    Note(NoteId),
    /// Advice given.
    Advice,
    /// Contact answered.
    Contact,
}

/// Under which key a fact's payload is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Secrecy {
    /// The workspace's own key: facts that are not about a case.
    Workspace,
    /// The key of the case.
    Case(CaseId),
    /// The key of one report's reporter.
    Reporter(ReportId),
    /// The key of one person's shielded address.
    Address(PersonId),
}

impl Fact {
    /// The slots this fact writes; empty for facts that are not about a case and for retractions.
    #[must_use]
    pub fn slots(&self) -> Vec<Slot> {
        match self {
            Self::StationOpened { .. }
            | Self::StaffJoined { .. }
            | Self::DayDecreed { .. }
            | Self::Retracted { .. }
            | Self::Foreign { .. } => Vec::new(),
            Self::CaseOpened { .. } => vec![Slot::Number, Slot::Opening],
            Self::OpeningChanged { .. } => vec![Slot::Opening],
            Self::ReportReceived { report, .. } => vec![Slot::Receipt(*report)],
            Self::ReportDescribed { report, aspects } => {
                aspects.present().into_iter().map(|a| Slot::Report(*report, a)).collect()
            }
            Self::ReporterIdentified { report, .. } => vec![Slot::Reporter(*report)],
            Self::MessageKept { report, part, .. } => vec![Slot::Message(*report, *part)],
            Self::PersonDescribed { person, aspects, .. } => {
                aspects.present().into_iter().map(|a| Slot::Person(*person, a)).collect()
            }
            Self::ShieldedAddressRecorded { person, kind, .. } => {
                vec![Slot::Shielded(*person, *kind)]
            }
            Self::PersonWithdrawn { person, .. } => vec![Slot::Standing(*person)],
            Self::PersonsJoined { joined, .. } => vec![Slot::Standing(*joined)],
            Self::RelationRecorded { id, .. } => vec![Slot::Relation(*id)],
            Self::LinkRecorded { id, .. } => vec![Slot::Link(*id)],
            Self::OverseerNamed { .. } => vec![Slot::Overseer],
            Self::WorkerAssigned { .. } => vec![Slot::Worker],
            Self::AcuteJudged { .. } => vec![Slot::Acute],
            Self::ClosingDecided { .. } => vec![Slot::Closing],
            Self::NoteWritten { note, .. } => vec![Slot::Note(*note)],
            Self::AdviceGiven { .. } => vec![Slot::Advice],
            Self::ContactAnswered { .. } => vec![Slot::Contact],
        }
    }

    /// Under which key this fact's payload is sealed, when recorded in `case`.
    #[must_use]
    pub fn secrecy(&self, case: Option<CaseId>) -> Secrecy {
        match self {
            Self::ReporterIdentified { report, .. } => Secrecy::Reporter(*report),
            Self::PersonDescribed { protected_by: Some(report), .. } => Secrecy::Reporter(*report),
            // The kept message names the reporter too.
            Self::MessageKept { report, .. } => Secrecy::Reporter(*report),
            Self::ShieldedAddressRecorded { person, .. } => Secrecy::Address(*person),
            Self::StationOpened { .. }
            | Self::StaffJoined { .. }
            | Self::DayDecreed { .. }
            | Self::CaseOpened { .. }
            | Self::OpeningChanged { .. }
            | Self::ReportReceived { .. }
            | Self::ReportDescribed { .. }
            | Self::PersonDescribed { protected_by: None, .. }
            | Self::PersonWithdrawn { .. }
            | Self::PersonsJoined { .. }
            | Self::RelationRecorded { .. }
            | Self::LinkRecorded { .. }
            | Self::OverseerNamed { .. }
            | Self::WorkerAssigned { .. }
            | Self::AcuteJudged { .. }
            | Self::ClosingDecided { .. }
            | Self::NoteWritten { .. }
            | Self::AdviceGiven { .. }
            | Self::ContactAnswered { .. }
            | Self::Retracted { .. }
            | Self::Foreign { .. } => case.map_or(Secrecy::Workspace, Secrecy::Case),
        }
    }
}
