//! Finding: one card per case, normalised once, searched in memory.
//!
//! Cards are decrypted at unlock and wiped at lock. There is no stored blind index. Deliberately
//! absent: the reporter and any shielded address: neither can be found by searching.

use super::id::{CaseId, PersonId};
use super::report::SourceMessage;
use super::time::PartialDate;

/// One person on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardPerson {
    /// The person.
    pub person: PersonId,
    /// The name as shown.
    pub name: String,
    /// Birth date, as far as known.
    pub birth: Option<PartialDate>,
    /// BSN, when given.
    pub bsn: Option<String>,
    /// Whether this is a child the case is about.
    pub child: bool,
    /// `postcode number` of the addresses that are not shielded.
    pub addresses: Vec<String>,
    /// Digits of the telephone numbers.
    pub phones: Vec<String>,
}

/// Enough of a message to recognise it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageKey {
    /// Sending organisation and application, and the reference.
    pub sender: String,
    /// The reference; empty when missing.
    pub reference: String,
    /// Over the content.
    pub content_hash: [u8; 32],
}

impl MessageKey {
    /// The key of a message.
    #[must_use]
    pub fn of(message: &SourceMessage) -> Self {
        Self {
            sender: format!("{} {}", message.organisation, message.application),
            reference: message.reference.clone(),
            content_hash: message.content_hash,
        }
    }
}

/// What can be found of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Whether it is open.
    pub open: bool,
    /// Its persons.
    pub persons: Vec<CardPerson>,
    /// The messages its reports were read from.
    pub messages: Vec<MessageKey>,
    /// The reporters' own numbers of the reports, each with the sender: `sender number`.
    pub report_numbers: Vec<String>,
}
