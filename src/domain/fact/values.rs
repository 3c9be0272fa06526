//! The values inside the facts of intake: why a case exists, who watches, what is done at once,
//! how it was closed, links, notes, advice.
//!
//! Deliberately absent: persons, reports, triage, forms and plans, which have files of their own.

use super::super::code::{Capacity, Reason};
use super::super::id::{CaseId, PersonId, StaffId};
use super::super::time::Moment;

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
