//! Which places in a case a fact writes, and under which key it is sealed: told by name for each.
//!
//! Deliberately absent: which of several values stands (`ledger`).

use super::super::id::{
    CaseId, EventId, IncidentId, InquiryId, LinkId, NoteId, PartId, PersonId, PlanId, RelationId,
    ReportId, SheetId, StaffId,
};
use super::super::person::{AddressKind, PersonAspect};
use super::super::report::ReportAspect;
use super::super::safety_plan::{PlanAspect, PlanSection, Signer};
use super::super::sheet::AnswerKey;
use super::super::triage::TriageAspect;
use super::Fact;

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
    /// An aspect of the triage.
    Triage(TriageAspect),
    /// Whether a child was seen.
    Seen(PersonId),
    /// A question for information.
    Inquiry(InquiryId),
    /// Whether a person was told.
    Informed(PersonId),
    /// The triage decision.
    TriageDecision,
    /// The signature of a person under a decision.
    Countersignature(EventId, StaffId),
    /// A significant event.
    Incident(IncidentId),
    /// The opening of a filled-in form.
    Sheet(SheetId),
    /// One answer in it.
    Answer(SheetId, AnswerKey),
    /// Its conclusion.
    Conclusion(SheetId),
    /// The opening of a plan.
    Plan(PlanId),
    /// An aspect of it.
    PlanAspect(PlanId, PlanAspect),
    /// The family's own words about a section.
    PlanWords(PlanId, PlanSection),
    /// A part.
    PlanPart(PlanId, PartId),
    /// The order of a section.
    PlanOrder(PlanId, PlanSection),
    /// An adopted version.
    PlanVersion(PlanId, u16),
    /// A signature under a version.
    PlanSignature(PlanId, u16, Signer),
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
            Self::TriageNoted { aspects } => {
                aspects.present().into_iter().map(Slot::Triage).collect()
            }
            Self::ChildSeen { child, .. } => vec![Slot::Seen(*child)],
            Self::InformationAsked { inquiry, .. } => vec![Slot::Inquiry(*inquiry)],
            Self::PersonInformed { person, .. } => vec![Slot::Informed(*person)],
            Self::TriageDecided { .. } => vec![Slot::TriageDecision],
            Self::Countersigned { event, staff } => vec![Slot::Countersignature(*event, *staff)],
            Self::IncidentNoted { incident, .. } => vec![Slot::Incident(*incident)],
            Self::SheetOpened { sheet, .. } => vec![Slot::Sheet(*sheet)],
            Self::SheetAnswered { sheet, answers } => {
                answers.iter().map(|answer| Slot::Answer(*sheet, answer.place.key())).collect()
            }
            Self::SheetConcluded { sheet, .. } => vec![Slot::Conclusion(*sheet)],
            Self::PlanOpened { plan, .. } => vec![Slot::Plan(*plan)],
            Self::PlanDescribed { plan, aspects } => {
                aspects.present().into_iter().map(|a| Slot::PlanAspect(*plan, a)).collect()
            }
            Self::PlanWords { plan, section, .. } => vec![Slot::PlanWords(*plan, *section)],
            Self::PlanPartWritten { plan, part, .. } => vec![Slot::PlanPart(*plan, *part)],
            Self::PlanOrdered { plan, section, .. } => vec![Slot::PlanOrder(*plan, *section)],
            Self::PlanAdopted { plan, number, .. } => vec![Slot::PlanVersion(*plan, *number)],
            Self::PlanSigned { plan, number, signer, .. } => {
                vec![Slot::PlanSignature(*plan, *number, *signer)]
            }
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
            | Self::TriageNoted { .. }
            | Self::ChildSeen { .. }
            | Self::InformationAsked { .. }
            | Self::PersonInformed { .. }
            | Self::TriageDecided { .. }
            | Self::Countersigned { .. }
            | Self::IncidentNoted { .. }
            | Self::SheetOpened { .. }
            | Self::SheetAnswered { .. }
            | Self::SheetConcluded { .. }
            | Self::PlanOpened { .. }
            | Self::PlanDescribed { .. }
            | Self::PlanWords { .. }
            | Self::PlanPartWritten { .. }
            | Self::PlanOrdered { .. }
            | Self::PlanAdopted { .. }
            | Self::PlanSigned { .. }
            | Self::Retracted { .. }
            | Self::Foreign { .. } => case.map_or(Secrecy::Workspace, Secrecy::Case),
        }
    }
}
