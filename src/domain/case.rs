//! A case: the fold of its events.
//!
//! The fold is total: it never fails on a fact it dislikes, it records an [`Anomaly`]. It depends
//! on the set of events alone, not on their order. Deliberately absent: deadlines (they need a
//! calendar and today) and words.

use super::code::Capacity;
use super::fact::{Acute, Advice, CaseNumber, Closing, Link, Note, Opening, Overseer, Slot, Topic};
use super::id::{
    CaseId, EventId, IncidentId, InquiryId, LinkId, NoteId, PersonId, PlanId, RelationId, ReportId,
    SheetId, StaffId,
};
use super::person::{
    Address, Background, Birth, BsnStatus, Involvement, Name, Reach, Relation, Sex,
};
use super::report::{
    Channel, Circumstances, Classification, Disclosure, Flag, Informing, Narrative, Occasion,
    ReporterIdentity, SourceMessage,
};
use super::slot::{Held, Stamp};
use super::time::{Moment, PartialDate};
use super::triage::{Incident, Inquiry, PersonInforming, Seen, TriageDecision};
use std::collections::{BTreeMap, BTreeSet};

pub use super::anomaly::Anomaly;
pub use plan::{Change, Plan, PlanContent, PlanOpening, PlanVersion};
pub use work::{ReassessReason, Sheet, SheetOpening, Triage};

mod course;
mod fold;
mod heads;
mod plan;
mod reading;
mod work;

/// The receipt of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// By which road.
    pub channel: Channel,
    /// From which deadlines count.
    pub received_at: Moment,
    /// The message it was read from.
    pub message: Option<SourceMessage>,
    /// What needs an eye.
    pub flags: Vec<Flag>,
}

/// A report as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Its receipt.
    pub receipt: Held<Receipt>,
    /// When and where.
    pub occasion: Held<Occasion>,
    /// What was told.
    pub narrative: Held<Narrative>,
    /// In codes.
    pub classification: Held<Classification>,
    /// Circumstances that matter for safety.
    pub circumstances: Held<Circumstances>,
    /// Who was told what.
    pub informing: Held<Informing>,
    /// May the family know who reported?
    pub disclosure: Held<Disclosure>,
    /// Who reported: empty for a reader without the key.
    pub reporter: Held<ReporterIdentity>,
    /// Whether somebody is recorded as reporter, even when this reader may not see who.
    pub reporter_sealed: bool,
    /// Kept parts of the message: part → (parts, bytes).
    pub message_parts: BTreeMap<u32, Held<(u32, Vec<u8>)>>,
}

/// Whether a person record stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Recorded by mistake.
    Withdrawn {
        /// Why.
        reason: String,
    },
    /// Part of another record.
    JoinedTo {
        /// The record that stays.
        kept: PersonId,
        /// Why.
        reason: String,
    },
}

/// A person as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: Held<Name>,
    /// The sex.
    pub sex: Held<Sex>,
    /// Birth or due date.
    pub birth: Held<Birth>,
    /// BSN.
    pub bsn: Held<BsnStatus>,
    /// Role, authority and part.
    pub involvement: Held<Involvement>,
    /// Registered address.
    pub formal_address: Held<Address>,
    /// Actual address.
    pub actual_address: Held<Address>,
    /// Shielded registered address: empty for a reader without the key.
    pub shielded_formal: Held<Address>,
    /// Shielded actual address: empty for a reader without the key.
    pub shielded_actual: Held<Address>,
    /// Whether a shielded address is recorded, even when this reader may not see it.
    pub shielded: bool,
    /// Telephone and mail.
    pub reach: Held<Reach>,
    /// Language, school, doctor.
    pub background: Held<Background>,
    /// A remark.
    pub remark: Held<String>,
    /// Day of death.
    pub died_on: Held<PartialDate>,
    /// Withdrawn or joined; empty while the record simply stands.
    pub standing: Held<Standing>,
    /// Set for a reporter or informant, whose details are sealed.
    pub protected_by: Option<ReportId>,
}

/// A case as folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The case.
    pub id: CaseId,
    /// Its number.
    pub number: Held<CaseNumber>,
    /// Why it was opened.
    pub opening: Held<Opening>,
    /// Its reports.
    pub reports: BTreeMap<ReportId, Report>,
    /// Its persons, the withdrawn and joined ones included.
    pub persons: BTreeMap<PersonId, Person>,
    /// Relations; a settled `None` is a withdrawn one.
    pub relations: BTreeMap<RelationId, Held<Option<Relation>>>,
    /// Links to other cases.
    pub links: BTreeMap<LinkId, Held<Link>>,
    /// Notes; a settled `None` is a withdrawn one.
    pub notes: BTreeMap<NoteId, Held<Option<Note>>>,
    /// Who watches over the child's safety.
    pub overseer: Held<Overseer>,
    /// Who works on it.
    pub worker: Held<Option<StaffId>>,
    /// Acute unsafety.
    pub acute: Held<Acute>,
    /// Closed or open.
    pub closing: Held<Closing>,
    /// Advice given.
    pub advice: Held<Advice>,
    /// A question answered, or the right desk pointed to.
    pub contact: Held<(Capacity, Topic)>,
    /// The triage, aspect by aspect.
    pub triage: Triage,
    /// Whether each child was seen.
    pub seen: BTreeMap<PersonId, Held<Seen>>,
    /// Questions for information; a settled `None` is a withdrawn one.
    pub inquiries: BTreeMap<InquiryId, Held<Option<Inquiry>>>,
    /// Whether each person concerned was told.
    pub informed: BTreeMap<PersonId, Held<PersonInforming>>,
    /// The triage decision. See [`Case::triage_in_force`].
    pub triage_decision: Held<TriageDecision>,
    /// Second signatures that count: by the person named, who did not record the signed event.
    pub countersigned: BTreeMap<EventId, BTreeMap<StaffId, Stamp>>,
    /// All second signatures that stand, also those that do not count.
    signatures: BTreeMap<(EventId, StaffId), Held<()>>,
    /// Significant events; a settled `None` is a withdrawn one.
    pub incidents: BTreeMap<IncidentId, Held<Option<Incident>>>,
    /// Filled-in forms.
    pub sheets: BTreeMap<SheetId, Sheet>,
    /// Plans.
    pub plans: BTreeMap<PlanId, Plan>,
    /// Slots in dispute.
    pub disputes: BTreeSet<Slot>,
    /// What the fold did not like.
    pub anomalies: BTreeSet<Anomaly>,
    /// Facts of kinds this version does not know.
    pub foreign: usize,
    /// Facts whose payload this reader cannot open.
    pub sealed: usize,
    /// All events of the case.
    pub events: usize,
    /// The earliest moment any of its events was recorded.
    pub opened_at: Option<Moment>,
}

/// The main state of a case (domain.md B). Later work adds states; these never change meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// A0: advice.
    Advice,
    /// M1: received.
    Received,
    /// L1: with the neighbourhood team, without a report.
    Local,
    /// Z: closed.
    Closed,
    /// M2: triage was begun, or its decision waits for the second signature.
    Triage,
    /// M3: we investigate (NL: onderzoek).
    Investigation,
    /// M4: follow-up without investigation (NL: vervolg inzetten).
    FollowUp,
}

impl State {
    /// The code of `domain.md` B, as in our JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Advice => "A0",
            Self::Received => "M1",
            Self::Local => "L1",
            Self::Closed => "Z",
            Self::Triage => "M2",
            Self::Investigation => "M3",
            Self::FollowUp => "M4",
        }
    }
}
