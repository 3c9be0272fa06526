//! Every fact with its kind number. The number selects the struct; a number is never used twice.
//!
//! Never edited after release: a new field, variant or cap is a new struct under a new number.
//! Deliberately absent: the frame around it (`mod.rs`).

use super::base::{Bytes, Capacity, Id, List, Mirror, Text, required};
use super::date::{At, OnDay};
use super::plan::{PlanAspects, PlanKind, PlanPart, PlanSection, Signer, Signing};
use super::shape::{
    Acute, Address, AddressKind, Advice, Channel, Closing, Flag, Link, Note, Opening, Overseer,
    PersonAspects, Relation, ReportAspects, ReporterIdentity, SourceMessage, StaffRole, Topic,
};
use super::work::{
    Conclusion, FormRef, Incident, Inquiry, ItemAnswer, PersonInforming, Seen, SheetUse,
    TriageAspects, TriageDecision,
};
use super::{WireError, decode, encode};
use crate::domain::fact;
use crate::domain::id::{
    EventId, IncidentId, InquiryId, LinkId, NoteId, PartId, PersonId, PlanId, RelationId, ReportId,
    SheetId, StaffId,
};
use schemars::JsonSchema;
use serde::de::MapAccess;
use serde::{Deserialize, Serialize};

macro_rules! facts {
    ($($(#[doc = $doc:literal])+ $kind:literal $json:literal $name:ident {
        $($(#[$field_attr:meta])* $field:ident: $type:ty),+ $(,)?
    })+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
            #[serde(deny_unknown_fields)]
            pub struct $name {
                $($(#[$field_attr])* #[doc = stringify!($field)] pub $field: $type),+
            }
        )+

        /// Any fact this version knows.
        #[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
        pub enum FactV1 {
            $($(#[doc = $doc])+ #[serde(rename = $json)] $name(Box<$name>)),+
        }

        impl FactV1 {
            /// All kind numbers with their names in JSON.
            pub const KINDS: &'static [(u16, &'static str)] = &[$(($kind, $json)),+];

            /// The copy of a fact; `None` for a foreign one, which is bytes already.
            pub fn of(domain: &fact::Fact) -> Option<Self> {
                match domain {
                    $(fact::Fact::$name { $($field),+ } => Some(Self::$name(Box::new(
                        $name { $($field: Mirror::of($field)),+ }
                    ))),)+
                    fact::Fact::Foreign { .. } => None,
                }
            }

            /// The fact of a copy.
            pub fn back(self) -> fact::Fact {
                match self {
                    $(Self::$name(inner) => {
                        let $name { $($field),+ } = *inner;
                        fact::Fact::$name { $($field: $field.back()),+ }
                    })+
                }
            }

            /// The kind number.
            pub const fn kind(&self) -> u16 {
                match self {
                    $(Self::$name(_) => $kind),+
                }
            }

            /// Why and fields, as bytes.
            pub fn encode(&self, why: &Option<Text>) -> Result<Vec<u8>, WireError> {
                match self {
                    $(Self::$name(inner) => encode($kind, &(why, inner))),+
                }
            }

            /// Why and fields of this kind; `None` for an unknown kind.
            pub fn decode(
                kind: u16,
                bytes: &[u8],
            ) -> Option<Result<(Option<Text>, Self), WireError>> {
                match kind {
                    $($kind => Some(decode::<(Option<Text>, $name)>(kind, bytes)
                        .map(|(why, inner)| (why, Self::$name(Box::new(inner))))),)+
                    _ => None,
                }
            }

            /// The value of a JSON object under this key; `None` for an unknown key.
            pub fn next_value<'de, A: MapAccess<'de>>(
                key: &str,
                map: &mut A,
            ) -> Option<Result<Self, A::Error>> {
                match key {
                    $($json => Some(
                        map.next_value().map(|inner| Self::$name(Box::new(inner)))
                    ),)+
                    _ => None,
                }
            }
        }
    };
}

facts! {
    /// A workstation was set up. Not about a case.
    1 "station_opened" StationOpened { code: Text, organisation: Text }
    /// A member of staff joined or changed name or role. Not about a case.
    2 "staff_joined" StaffJoined { staff: Id<StaffId>, name: Text, role: StaffRole }
    /// A day was decreed equal to a holiday. Not about a case.
    3 "day_decreed" DayDecreed { day: OnDay, source: Text }
    /// A case was opened.
    10 "case_opened" CaseOpened { number: CaseNumber, opening: Opening }
    /// A contact turned out to be of another kind.
    11 "opening_changed" OpeningChanged { opening: Opening }
    /// A report was received; deadlines count from received_at.
    20 "report_received" ReportReceived {
        report: Id<ReportId>,
        channel: Channel,
        received_at: At,
        message: Option<SourceMessage>,
        #[serde(default)]
        flags: List<Flag>,
    }
    /// Something about a report was told or corrected; only the aspects spoken of.
    21 "report_described" ReportDescribed {
        report: Id<ReportId>,
        aspects: Box<ReportAspects>,
    }
    /// Who reported. Sealed under the reporter's own key.
    22 "reporter_identified" ReporterIdentified {
        report: Id<ReportId>,
        identity: ReporterIdentity,
    }
    /// A part of the message as it came, compressed.
    23 "message_kept" MessageKept {
        report: Id<ReportId>,
        part: u32,
        parts: u32,
        bytes: Bytes,
    }
    /// Something about a person was told or corrected; only the aspects spoken of.
    30 "person_described" PersonDescribed {
        person: Id<PersonId>,
        protected_by: Option<Id<ReportId>>,
        aspects: Box<PersonAspects>,
    }
    /// A shielded address. Sealed under its own key.
    31 "shielded_address_recorded" ShieldedAddressRecorded {
        person: Id<PersonId>,
        kind: AddressKind,
        address: Address,
    }
    /// A person was recorded by mistake.
    32 "person_withdrawn" PersonWithdrawn { person: Id<PersonId>, reason: Text }
    /// Two records in this case turned out to be one person.
    33 "persons_joined" PersonsJoined {
        kept: Id<PersonId>,
        joined: Id<PersonId>,
        reason: Text,
    }
    /// A relation was told or corrected; null withdraws it.
    40 "relation_recorded" RelationRecorded {
        id: Id<RelationId>,
        #[serde(deserialize_with = "required")]
        relation: Option<Relation>,
    }
    /// A link to another case was suggested, confirmed or rejected.
    50 "link_recorded" LinkRecorded { id: Id<LinkId>, link: Link }
    /// Somebody took over watching over the child's safety.
    60 "overseer_named" OverseerNamed { overseer: Overseer }
    /// A member of staff took the case to work on; null lays it down.
    61 "worker_assigned" WorkerAssigned {
        #[serde(deserialize_with = "required")]
        staff: Option<Id<StaffId>>,
    }
    /// Acute unsafety was found or lifted.
    62 "acute_judged" AcuteJudged { acute: Acute }
    /// The case was closed or opened again.
    63 "closing_decided" ClosingDecided { closing: Closing }
    /// A note was written or corrected; null withdraws it.
    70 "note_written" NoteWritten {
        note: Id<NoteId>,
        #[serde(deserialize_with = "required")]
        content: Option<Note>,
    }
    /// Advice was given. No field can hold anything about a family.
    80 "advice_given" AdviceGiven { advice: Advice }
    /// A question was answered, or somebody was pointed to the right desk.
    81 "contact_answered" ContactAnswered { capacity: Capacity, topic: Topic }
    /// A fact was recorded by mistake and is taken back.
    90 "retracted" Retracted { event: Id<EventId> }
    /// Something about the triage was noted or corrected; only the aspects spoken of.
    100 "triage_noted" TriageNoted { aspects: Box<TriageAspects> }
    /// A child was seen or spoken with, or why not.
    101 "child_seen" ChildSeen { child: Id<PersonId>, seen: Seen }
    /// Information was asked of somebody, or answered; null withdraws the question.
    102 "information_asked" InformationAsked {
        inquiry: Id<InquiryId>,
        #[serde(deserialize_with = "required")]
        content: Option<Inquiry>,
    }
    /// A person concerned was told what is recorded, or telling was put off.
    103 "person_informed" PersonInformed { person: Id<PersonId>, informing: PersonInforming }
    /// The triage was decided; in force when a second person signed it.
    104 "triage_decided" TriageDecided { decision: Box<TriageDecision> }
    /// A second person signs a decision; staff is who records it.
    105 "countersigned" Countersigned { event: Id<EventId>, staff: Id<StaffId> }
    /// Something significant happened; null withdraws it.
    106 "incident_noted" IncidentNoted {
        incident: Id<IncidentId>,
        #[serde(deserialize_with = "required")]
        content: Option<Incident>,
    }
    /// A form was begun.
    110 "sheet_opened" SheetOpened {
        sheet: Id<SheetId>,
        form: FormRef,
        used_for: SheetUse,
        #[serde(default)]
        trigger: Text,
    }
    /// Items of a form were answered or corrected; given null takes an answer away.
    111 "sheet_answered" SheetAnswered { sheet: Id<SheetId>, answers: List<ItemAnswer> }
    /// A person concluded from a filled-in form.
    112 "sheet_concluded" SheetConcluded { sheet: Id<SheetId>, conclusion: Box<Conclusion> }
    /// A plan was begun.
    120 "plan_opened" PlanOpened {
        plan: Id<PlanId>,
        kind: PlanKind,
        embeds: Option<Id<PlanId>>,
    }
    /// Something about a plan as a whole was told or corrected; only the aspects spoken of.
    121 "plan_described" PlanDescribed { plan: Id<PlanId>, aspects: Box<PlanAspects> }
    /// The family's own words about a section of a plan.
    122 "plan_words" PlanWords { plan: Id<PlanId>, section: PlanSection, words: Text }
    /// A part of a plan was written or corrected; null removes it.
    123 "plan_part_written" PlanPartWritten {
        plan: Id<PlanId>,
        part: Id<PartId>,
        #[serde(deserialize_with = "required")]
        content: Option<Box<PlanPart>>,
    }
    /// The parts of a section of a plan were put in order.
    124 "plan_ordered" PlanOrdered {
        plan: Id<PlanId>,
        section: PlanSection,
        order: List<Id<PartId>>,
    }
    /// A version of a plan was adopted: what the named events say.
    125 "plan_adopted" PlanAdopted {
        plan: Id<PlanId>,
        number: u16,
        on: OnDay,
        events: List<Id<EventId>>,
    }
    /// Somebody signed a version of a plan, or refused, or received a copy.
    126 "plan_signed" PlanSigned {
        plan: Id<PlanId>,
        number: u16,
        signer: Signer,
        signing: Signing,
    }
}

/// The number of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct CaseNumber(pub Text);

impl Mirror for CaseNumber {
    type Domain = fact::CaseNumber;
    fn of(domain: &fact::CaseNumber) -> Self {
        Self(Mirror::of(&domain.0))
    }
    fn back(self) -> fact::CaseNumber {
        fact::CaseNumber(self.0.back())
    }
}
