//! Frozen copies of what stands around facts (the header) and of what is derived from them (the
//! row of the queue, the card of the search).
//!
//! Deliberately absent: the folded case, which is always folded anew.

use super::base::{Id, List, Mirror, Replaces, Text};
use super::date::{At, PartDate};
use super::shape::{Overseer, State, Urgency};
use crate::domain::id::{CaseId, EventId, Incarnation, OriginId, PersonId, ReportId, StaffId};
use crate::domain::{event, fact, queue, search};
use serde::{Deserialize, Serialize};

/// Under which key a payload is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Secrecy {
    /// The workspace's.
    Workspace,
    /// A case's.
    Case(Id<CaseId>),
    /// A reporter's.
    Reporter(Id<ReportId>),
    /// A shielded address's.
    Address(Id<PersonId>),
}

impl Mirror for Secrecy {
    type Domain = fact::Secrecy;
    fn of(domain: &fact::Secrecy) -> Self {
        match domain {
            fact::Secrecy::Workspace => Self::Workspace,
            fact::Secrecy::Case(id) => Self::Case(Id(*id)),
            fact::Secrecy::Reporter(id) => Self::Reporter(Id(*id)),
            fact::Secrecy::Address(id) => Self::Address(Id(*id)),
        }
    }
    fn back(self) -> fact::Secrecy {
        match self {
            Self::Workspace => fact::Secrecy::Workspace,
            Self::Case(id) => fact::Secrecy::Case(id.0),
            Self::Reporter(id) => fact::Secrecy::Reporter(id.0),
            Self::Address(id) => fact::Secrecy::Address(id.0),
        }
    }
}

/// The header of an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    origin: Id<OriginId>,
    incarnation: u32,
    sequence: u64,
    previous: Id<EventId>,
    author: Id<StaffId>,
    at: At,
    case: Option<Id<CaseId>>,
    secrecy: Secrecy,
    replaces: Replaces,
    payload_hash: Id<[u8; 32]>,
}

impl Mirror for Header {
    type Domain = event::Header;
    fn of(domain: &event::Header) -> Self {
        Self {
            origin: Id(domain.place.origin),
            incarnation: domain.place.incarnation.0,
            sequence: domain.place.sequence,
            previous: Id(domain.previous),
            author: Id(domain.author),
            at: At(domain.at),
            case: Mirror::of(&domain.case),
            secrecy: Mirror::of(&domain.secrecy),
            replaces: Mirror::of(&domain.replaces),
            payload_hash: Id(domain.payload_hash),
        }
    }
    fn back(self) -> event::Header {
        event::Header {
            place: event::Place {
                origin: self.origin.0,
                incarnation: Incarnation(self.incarnation),
                sequence: self.sequence,
            },
            previous: self.previous.0,
            author: self.author.0,
            at: self.at.0,
            case: self.case.back(),
            secrecy: self.secrecy.back(),
            replaces: self.replaces.back(),
            payload_hash: self.payload_hash.0,
        }
    }
}

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident = $room:ident { $($field:ident: $type:ty),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub struct $name {
            $($field: $type),+
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

records! {
    /// A row of the queue.
    Row = queue {
        case: Id<CaseId>,
        number: Text,
        state: State,
        acute_since: Option<At>,
        received_at: At,
        triage_due: bool,
        judged: Option<Urgency>,
        children: u16,
        family: Text,
        overseer: Option<Overseer>,
        worker: Option<Id<StaffId>>,
        disputes: u16,
        flags: u16,
        suggestions: u16,
        reports: u16,
    }
    /// A person on a card.
    CardPerson = search {
        person: Id<PersonId>,
        name: Text,
        birth: Option<PartDate>,
        bsn: Option<Text>,
        child: bool,
        addresses: List<Text>,
        phones: List<Text>,
    }
    /// A message on a card.
    MessageKey = search { sender: Text, reference: Text, content_hash: Id<[u8; 32]> }
    /// A card.
    Card = search {
        case: Id<CaseId>,
        number: Text,
        open: bool,
        persons: List<CardPerson>,
        messages: List<MessageKey>,
        report_numbers: List<Text>,
    }
}
