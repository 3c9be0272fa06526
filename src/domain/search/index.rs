//! The index: cards as one text in memory, scanned from front to back.

use super::super::id::{CaseId, PersonId};
use super::super::time::PartialDate;
use super::Card;

/// By what something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The case number.
    Number,
    /// The name.
    Name,
    /// The birth date.
    Birth,
    /// The BSN.
    Bsn,
    /// The address.
    Address,
    /// The telephone number.
    Phone,
    /// A name that sounds like it.
    Sound,
}

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The case.
    pub case: CaseId,
    /// The person, when it is about one.
    pub person: Option<PersonId>,
    /// How well it fits: 0 is best.
    pub rank: u8,
    /// By what it was found (the weakest part of the query).
    pub why: Why,
}

/// A person or case known already, found by an exact look-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    /// The case.
    pub case: CaseId,
    /// The person, when it is about one.
    pub person: Option<PersonId>,
    /// Whether the case is open.
    pub open: bool,
    /// Whether the person is a child the case is about.
    pub child: bool,
    /// The hash over the content of the message, for look-ups by message.
    pub content_hash: Option<[u8; 32]>,
}

/// A search under way, or finished: the words asked, how far it is, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Search {}

impl Search {
    /// Whether all was looked at.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        true
    }
}

/// All cards, in memory.
#[derive(Default)]
pub struct Index {}

impl Index {
    /// An empty index.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// How many cases.
    #[must_use]
    pub fn len(&self) -> usize {
        0
    }
    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        true
    }
    /// Adds a card, in place of the one of the same case.
    pub fn insert(&mut self, _card: &Card) {}
    /// Takes a case out.
    pub fn remove(&mut self, _case: CaseId) {}
    /// Finds at once.
    #[must_use]
    pub fn find(&self, _query: &str, _limit: usize) -> Vec<Hit> {
        Vec::new()
    }
    /// Begins a search.
    #[must_use]
    pub fn begin(&self, _query: &str) -> Search {
        Search::default()
    }
    /// Begins a search within what an earlier one found, where the new query only adds to the
    /// old; else a search of everything.
    #[must_use]
    pub fn begin_within(&self, _earlier: &Search, _query: &str) -> Search {
        Search::default()
    }
    /// Looks at the next so many entries; `true` when done.
    pub fn find_chunk(&self, _search: &mut Search, _entries: usize) -> bool {
        true
    }
    /// The best of what was found, best first.
    #[must_use]
    pub fn hits(&self, _search: &Search, _limit: usize) -> Vec<Hit> {
        Vec::new()
    }
    /// Messages with this sender (`organisation application`) and reference.
    #[must_use]
    pub fn by_message(&self, _sender: &str, _reference: &str) -> Vec<Known> {
        Vec::new()
    }
    /// Reports with this number of this sender.
    #[must_use]
    pub fn by_report_number(&self, _sender: &str, _number: &str) -> Vec<Known> {
        Vec::new()
    }
    /// Persons with this BSN.
    #[must_use]
    pub fn by_bsn(&self, _bsn: &str) -> Vec<Known> {
        Vec::new()
    }
    /// Persons with this name (compared as folded) and birth date.
    #[must_use]
    pub fn by_name_and_birth(&self, _name: &str, _birth: PartialDate) -> Vec<Known> {
        Vec::new()
    }
    /// Persons at this address.
    #[must_use]
    pub fn by_address(&self, _postcode: &str, _number: &str) -> Vec<Known> {
        Vec::new()
    }
}
