//! The vocabulary of facts: reports, persons, relations, duplicates and links, assignment, notes;
//! triage, filled-in forms and plans.
//!
//! A fact says what happened, never what a status became. Later work adds facts; it never changes
//! these. Which slots a fact writes is told in `slot`, by name, for each one. Deliberately absent:
//! bytes (`wire`), and who may record what.

use super::code::Capacity;
use super::id::{
    EventId, IncidentId, InquiryId, LinkId, NoteId, PartId, PersonId, PlanId, RelationId, ReportId,
    SheetId, StaffId,
};
use super::person::{Address, AddressKind, PersonAspects, Relation};
use super::report::{Channel, Flag, ReportAspects, ReporterIdentity, SourceMessage};
use super::safety_plan::{PlanAspects, PlanKind, PlanPart, PlanSection, Signer, Signing};
use super::sheet::{Conclusion, FormRef, ItemAnswer, SheetUse};
use super::time::{Day, Moment};
use super::triage::{Incident, Inquiry, PersonInforming, Seen, TriageAspects, TriageDecision};

mod slot;
mod values;

pub use slot::{Secrecy, Slot};
pub use values::{
    Acute, Advice, AdviceStep, CaseNumber, Closing, ClosingGround, ImmediateAction, Link, LinkKind,
    Note, NoteKind, Opening, Overseer, StaffRole, Topic, Verdict,
};

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
    /// Something about the triage was noted or corrected.
    TriageNoted {
        /// The aspects spoken of.
        aspects: Box<TriageAspects>,
    },
    /// A child was seen or spoken with, or why not.
    ChildSeen {
        /// The child.
        child: PersonId,
        /// What.
        seen: Seen,
    },
    /// Information was asked of somebody, or answered; `None` withdraws the question.
    InformationAsked {
        /// The question.
        inquiry: InquiryId,
        /// Its content.
        content: Option<Inquiry>,
    },
    /// A person concerned was told what is recorded, or telling was put off.
    PersonInformed {
        /// The person.
        person: PersonId,
        /// What.
        informing: PersonInforming,
    },
    /// The triage was decided. In force when a second person signed it ([`Self::Countersigned`]).
    TriageDecided {
        /// The decision.
        decision: Box<TriageDecision>,
    },
    /// A second person signs a decision (hard rule 14). Counts when recorded by that person, who
    /// is not the one who decided.
    Countersigned {
        /// The event that is signed.
        event: EventId,
        /// Who signs: the author of this fact.
        staff: StaffId,
    },
    /// Something significant happened (hard rule 16); `None` withdraws it.
    IncidentNoted {
        /// The significant event.
        incident: IncidentId,
        /// What.
        content: Option<Incident>,
    },
    /// A form was begun.
    SheetOpened {
        /// The filled-in form.
        sheet: SheetId,
        /// The form it was made with.
        form: FormRef,
        /// What for.
        used_for: SheetUse,
        /// Why now: what happened, in words.
        trigger: String,
    },
    /// Items of a form were answered or corrected.
    SheetAnswered {
        /// The filled-in form.
        sheet: SheetId,
        /// The answers, each a slot of its own.
        answers: Vec<ItemAnswer>,
    },
    /// A person concluded from a filled-in form (hard rule 15).
    SheetConcluded {
        /// The filled-in form.
        sheet: SheetId,
        /// The conclusion.
        conclusion: Box<Conclusion>,
    },
    /// A plan was begun.
    PlanOpened {
        /// The plan.
        plan: PlanId,
        /// What kind.
        kind: PlanKind,
        /// The safety plan inside this family plan.
        embeds: Option<PlanId>,
    },
    /// Something about a plan as a whole was told or corrected.
    PlanDescribed {
        /// The plan.
        plan: PlanId,
        /// The aspects spoken of.
        aspects: Box<PlanAspects>,
    },
    /// The family's own words about a section: printed first, never rewritten by us.
    PlanWords {
        /// The plan.
        plan: PlanId,
        /// The section.
        section: PlanSection,
        /// Their words.
        words: String,
    },
    /// A part of a plan was written or corrected; `None` removes it.
    PlanPartWritten {
        /// The plan.
        plan: PlanId,
        /// The part.
        part: PartId,
        /// Its content.
        content: Option<Box<PlanPart>>,
    },
    /// The parts of a section were put in order.
    PlanOrdered {
        /// The plan.
        plan: PlanId,
        /// The section.
        section: PlanSection,
        /// The parts, first to last; a part not named follows in a fixed order.
        order: Vec<PartId>,
    },
    /// A version of a plan was adopted: exactly what the named events say, whatever is edited
    /// later.
    PlanAdopted {
        /// The plan.
        plan: PlanId,
        /// The number of the version, from 1.
        number: u16,
        /// From which day it holds.
        on: Day,
        /// The events that stood when it was adopted.
        events: Vec<EventId>,
    },
    /// Somebody signed a version of a plan, or refused, or received a copy.
    PlanSigned {
        /// The plan.
        plan: PlanId,
        /// The version.
        number: u16,
        /// Who.
        signer: Signer,
        /// What.
        signing: Signing,
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
