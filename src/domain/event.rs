//! An event: a fact, with who recorded it, where, when, and what it replaces.
//!
//! An event is a *header* and a *payload*. The header holds the hash of the payload, the payload
//! holds a random salt, and the event's id is the hash of the header's bytes. So the chain of ids
//! can be checked after the key of a payload was destroyed, and the id tells nothing about a short
//! payload. Deliberately absent: the bytes themselves (`wire`) and their sealing (`journal`).

use super::fact::{Fact, Secrecy};
use super::id::{CaseId, EventId, Incarnation, OriginId, StaffId};
use super::time::Moment;

/// Where in the writings of a station an event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The station.
    pub origin: OriginId,
    /// Which life of that station.
    pub incarnation: Incarnation,
    /// From 1, without holes.
    pub sequence: u64,
}

/// What is known of an event without opening its payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Where it stands.
    pub place: Place,
    /// The id of the event before it in this incarnation; [`EventId::NONE`] for the first.
    pub previous: EventId,
    /// Who recorded it.
    pub author: StaffId,
    /// When, by the clock of that station. Shown to people, never used to order anything.
    pub at: Moment,
    /// The case it is about, if any.
    pub case: Option<CaseId>,
    /// Under which key the payload is sealed.
    pub secrecy: Secrecy,
    /// The heads it replaces, sorted.
    pub replaces: Vec<EventId>,
    /// SHA-256 over the payload bytes, which begin with a random salt.
    pub payload_hash: [u8; 32],
}

/// What an event says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The fact.
    pub fact: Fact,
    /// Why it was recorded, where a rule or a correction asks a reason.
    pub why: Option<String>,
}

/// An event whose payload could be opened, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The hash of the header's bytes.
    pub id: EventId,
    /// The header.
    pub header: Header,
    /// What it says; `None` when its key is not ours or was destroyed.
    pub body: Option<Body>,
}

/// A fact on its way to be recorded: everything the journal cannot know by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The case it is about, if any.
    pub case: Option<CaseId>,
    /// The fact.
    pub fact: Fact,
    /// The heads it replaces.
    pub replaces: Vec<EventId>,
    /// Why, where a reason is asked.
    pub why: Option<String>,
}

impl Draft {
    /// A fact about a case that replaces nothing.
    #[must_use]
    pub const fn new(case: CaseId, fact: Fact) -> Self {
        Self { case: Some(case), fact, replaces: Vec::new(), why: None }
    }

    /// The same, naming the heads it replaces.
    #[must_use]
    pub fn replacing(case: CaseId, fact: Fact, replaces: Vec<EventId>) -> Self {
        Self { case: Some(case), fact, replaces, why: None }
    }
}
