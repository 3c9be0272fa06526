//! Frozen copies of the values inside facts: persons, reports, links, notes.
//!
//! Never edited after release: another shape is another kind of fact. The order of fields and of
//! variants *is* the format. Deliberately absent: anything a fact does not hold.

use super::base::{Capacity, Id, List, Mirror, Nature, Reason, Role, Text};
use super::date::{At, OnDay, PartDate};
use crate::domain::id::{CaseId, PersonId, StaffId};
use crate::domain::{case, fact, person, queue, report};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! mirror_enums {
    ($($name:ident = $domain:ty { $($variant:ident),+ $(,)? })+) => {$(
        /// The frozen copy of the domain type of this name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $(#[doc = stringify!($variant)] $variant),+
        }

        impl Mirror for $name {
            type Domain = $domain;
            fn of(domain: &$domain) -> Self {
                match domain {
                    $(<$domain>::$variant => Self::$variant),+
                }
            }
            fn back(self) -> $domain {
                match self {
                    $(Self::$variant => <$domain>::$variant),+
                }
            }
        }
    )+};
}

pub(super) use mirror_enums;

mirror_enums! {
    Opening = fact::Opening { Report, Advice, Question, NotForUs, Neighbourhood }
    ClosingGround = fact::ClosingGround {
        Inadmissible, Misaddressed, Answered, Duplicate, Concluded
    }
    LinkKind = fact::LinkKind {
        SameReport, SameChild, SamePerson, SameAddress, Earlier, Advice
    }
    Verdict = fact::Verdict { Suggested, Confirmed, Rejected }
    NoteKind = fact::NoteKind { Internal, Addition, Contact }
    AdviceStep = fact::AdviceStep {
        TalkWithParents, TalkWithChild, ConsultColleague, ArrangeHelp, Report, CallPolice,
        CallAgain, ReferralIndex
    }
    Topic = fact::Topic {
        OurWork, EarlierReport, Rights, NeighbourhoodTeam, Police, AdultViolence, HealthCare,
        Other
    }
    StaffRole = fact::StaffRole { Caseworker, Expert, Manager, Clerk }
    State = case::State {
        Advice, Received, Local, Closed, Triage, Investigation, FollowUp
    }
    Urgency = queue::Urgency { Acute, Day, FiveDays }
    Sex = person::Sex { Male, Female, Unknown }
    AddressKind = person::AddressKind { Formal, Actual }
    Answer = person::Answer { Yes, No, Unknown }
    Part = person::Part { Victim, Perpetrator, Witness, Sibling, Other }
    Channel = report::Channel { Corv, Json, Telephone, InPerson, Written, OwnInitiative }
    Flag = report::Flag {
        BsnInvalid, DateImpossible, ReferenceMissing, ReportNumberMissing, SentAtImplausible,
        HiddenCharacters, NoChild, PersonUnknown, NarrativeEmpty, TextShortened, FollowUp,
        StalkingHigh
    }
}

macro_rules! mirror_structs {
    ($($(#[$attr:meta])* $name:ident = $room:ident {
        $($(#[$field_attr:meta])* $field:ident: $type:ty),+ $(,)?
    })+) => {$(
        /// The frozen copy of the domain type of this name.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        $(#[$attr])*
        pub struct $name {
            $($(#[$field_attr])* #[doc = stringify!($field)] pub $field: $type),+
        }

        impl Mirror for $name {
            type Domain = $room::$name;
            fn of(domain: &$room::$name) -> Self {
                Self { $($field: Mirror::of(&domain.$field)),+ }
            }
            fn back(self) -> $room::$name {
                $room::$name { $($field: self.$field.back()),+ }
            }
        }
    )+};
}

pub(super) use mirror_structs;

mirror_structs! {
    Overseer = fact { organisation: Text, person: Text, staff: Option<Id<StaffId>> }
    ImmediateAction = fact { what: Text, who: Text, when: At }
    Link = fact {
        other: Id<CaseId>,
        kind: LinkKind,
        person: Option<Id<PersonId>>,
        other_person: Option<Id<PersonId>>,
        verdict: Verdict,
        reason: Text,
    }
    Note = fact {
        kind: NoteKind,
        text: Text,
        #[serde(default)]
        about: List<Id<PersonId>>,
        took_place: Option<At>,
    }
    Advice = fact { capacity: Capacity, reasons: List<Reason>, steps: List<AdviceStep> }
    #[derive(Default)]
    #[serde(default)]
    Name = person { first: Text, prefix: Text, last: Text }
    #[derive(Default)]
    #[serde(default)]
    Address = person {
        street: Text,
        number: Text,
        postcode: Text,
        city: Text,
        foreign_lines: List<Text>,
        country_code: Text,
    }
    Involvement = person { role: Option<Role>, authority: Answer, part: Option<Part> }
    #[derive(Default)]
    #[serde(default)]
    Reach = person { phones: List<Text>, mails: List<Text>, safe_to_call: Text }
    #[derive(Default)]
    #[serde(default)]
    Background = person {
        nationality: Text,
        language: Text,
        interpreter: Option<Answer>,
        school: Text,
        general_practitioner: Text,
        other_numbers: List<Text>,
    }
    PersonAspects = person {
        name: Option<Name>,
        sex: Option<Sex>,
        birth: Option<Birth>,
        bsn: Option<BsnStatus>,
        involvement: Option<Involvement>,
        formal_address: Option<Address>,
        actual_address: Option<Address>,
        reach: Option<Reach>,
        background: Option<Background>,
        remark: Option<Text>,
        died_on: Option<PartDate>,
    }
    Relation = person {
        from: Id<PersonId>,
        to: Id<PersonId>,
        text: Text,
        role: Option<Role>,
        authority: Answer,
        same_household: Answer,
        since: Option<OnDay>,
        until: Option<OnDay>,
        #[serde(default)]
        source: Text,
    }
    SourceMessage = report {
        message_type: Text,
        organisation: Text,
        application: Text,
        reference: Text,
        content_hash: Id<[u8; 32]>,
        sent_at: Option<At>,
    }
    Occasion = report {
        report_date: PartDate,
        incident_date: PartDate,
        location: Text,
        report_number: Text,
    }
    #[derive(Default)]
    #[serde(default)]
    Narrative = report {
        incident: Text,
        concern: Text,
        additional: Text,
        request: Text,
        questions: List<(Text, Text)>,
        extras: List<(Text, Text)>,
    }
    #[derive(Default)]
    #[serde(default)]
    Classification = report {
        reasons: List<Reason>,
        natures: List<Nature>,
        capacity: Option<Capacity>,
    }
    #[derive(Default)]
    #[serde(default)]
    Circumstances = report {
        weapons: Option<Answer>,
        children_present: Option<Answer>,
        restraining_order: Text,
        arrest: Text,
        charge: Text,
        honour: Text,
        existing_help: Text,
        earlier_registrations: List<Text>,
        stalking_screened: Option<Answer>,
        stalking_level: Text,
        joint_meeting: Option<Answer>,
    }
    Informed = report {
        person: Option<Id<PersonId>>,
        name: Text,
        manner: Text,
        reacted: Answer,
        reaction: Text,
        date: PartDate,
    }
    #[derive(Default)]
    #[serde(default)]
    Informing = report { general: Text, persons: List<Informed>, told_reporter: Text }
    ReportAspects = report {
        occasion: Option<Occasion>,
        narrative: Option<Narrative>,
        classification: Option<Classification>,
        circumstances: Option<Circumstances>,
        informing: Option<Informing>,
        disclosure: Option<Disclosure>,
    }
    #[derive(Default)]
    #[serde(default)]
    ReporterIdentity = report {
        organisation: Text,
        code: Text,
        numbers: List<Text>,
        contact_name: Text,
        department: Text,
        mails: List<Text>,
        phones: List<Text>,
    }
}

/// Acute unsafety or its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Acute {
    /// The child is not safe now; what is done at once.
    Declared(ImmediateAction),
    /// Over, with the reason.
    Lifted(Text),
}

impl Mirror for Acute {
    type Domain = fact::Acute;
    fn of(domain: &fact::Acute) -> Self {
        match domain {
            fact::Acute::Declared(action) => Self::Declared(Mirror::of(action)),
            fact::Acute::Lifted(reason) => Self::Lifted(Mirror::of(reason)),
        }
    }
    fn back(self) -> fact::Acute {
        match self {
            Self::Declared(action) => fact::Acute::Declared(action.back()),
            Self::Lifted(reason) => fact::Acute::Lifted(reason.back()),
        }
    }
}

/// A closing, or its undoing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Closing {
    /// Closed.
    Closed {
        /// The ground.
        ground: ClosingGround,
        /// In words.
        reason: Text,
        /// How the sender was told; empty when there is nobody to tell.
        sender_told: Text,
    },
    /// Opened again, with the reason.
    Reopened(Text),
}

impl Mirror for Closing {
    type Domain = fact::Closing;
    fn of(domain: &fact::Closing) -> Self {
        match domain {
            fact::Closing::Closed { ground, reason, sender_told } => Self::Closed {
                ground: Mirror::of(ground),
                reason: Mirror::of(reason),
                sender_told: Mirror::of(sender_told),
            },
            fact::Closing::Reopened(reason) => Self::Reopened(Mirror::of(reason)),
        }
    }
    fn back(self) -> fact::Closing {
        match self {
            Self::Closed { ground, reason, sender_told } => fact::Closing::Closed {
                ground: ground.back(),
                reason: reason.back(),
                sender_told: sender_told.back(),
            },
            Self::Reopened(reason) => fact::Closing::Reopened(reason.back()),
        }
    }
}

/// A BSN and how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BsnStatus {
    /// Checked against the register by a person.
    Verified(Text),
    /// Given, not checked.
    Unverified(Text),
    /// There is none.
    None,
    /// An unborn child.
    Unborn,
    /// Unknown to us.
    Unknown,
}

impl Mirror for BsnStatus {
    type Domain = person::BsnStatus;
    fn of(domain: &person::BsnStatus) -> Self {
        match domain {
            person::BsnStatus::Verified(number) => Self::Verified(Mirror::of(number)),
            person::BsnStatus::Unverified(number) => Self::Unverified(Mirror::of(number)),
            person::BsnStatus::None => Self::None,
            person::BsnStatus::Unborn => Self::Unborn,
            person::BsnStatus::Unknown => Self::Unknown,
        }
    }
    fn back(self) -> person::BsnStatus {
        match self {
            Self::Verified(number) => person::BsnStatus::Verified(number.back()),
            Self::Unverified(number) => person::BsnStatus::Unverified(number.back()),
            Self::None => person::BsnStatus::None,
            Self::Unborn => person::BsnStatus::Unborn,
            Self::Unknown => person::BsnStatus::Unknown,
        }
    }
}

/// A birth date, or the date an unborn child is expected.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Birth {
    /// Born on.
    Born(PartDate),
    /// Due on.
    Due(PartDate),
}

impl Mirror for Birth {
    type Domain = person::Birth;
    fn of(domain: &person::Birth) -> Self {
        match domain {
            person::Birth::Born(date) => Self::Born(Mirror::of(date)),
            person::Birth::Due(date) => Self::Due(Mirror::of(date)),
        }
    }
    fn back(self) -> person::Birth {
        match self {
            Self::Born(date) => person::Birth::Born(date.back()),
            Self::Due(date) => person::Birth::Due(date.back()),
        }
    }
}

/// May the family know who reported?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Disclosure {
    /// Yes: the reporter agreed.
    Open,
    /// No; the ground in words.
    HiddenToFamily(Text),
    /// Not asked yet: treated as hidden.
    NotAsked,
}

impl Mirror for Disclosure {
    type Domain = report::Disclosure;
    fn of(domain: &report::Disclosure) -> Self {
        match domain {
            report::Disclosure::Open => Self::Open,
            report::Disclosure::HiddenToFamily(ground) => Self::HiddenToFamily(Mirror::of(ground)),
            report::Disclosure::NotAsked => Self::NotAsked,
        }
    }
    fn back(self) -> report::Disclosure {
        match self {
            Self::Open => report::Disclosure::Open,
            Self::HiddenToFamily(ground) => report::Disclosure::HiddenToFamily(ground.back()),
            Self::NotAsked => report::Disclosure::NotAsked,
        }
    }
}
