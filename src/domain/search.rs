//! Finding: one card per case, normalised once, searched in memory.
//!
//! Cards are decrypted at unlock and wiped at lock. There is no stored blind index. Deliberately
//! absent: the reporter and any shielded address: neither can be found by searching.

use super::case::{Case, Person, Report};
use super::id::{CaseId, PersonId};
use super::person::{Birth, Name};
use super::report::SourceMessage;
use super::time::PartialDate;
use std::collections::BTreeSet;

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

mod chains;
pub mod fold_name;
pub mod index;
pub mod query;
mod tokens;

pub use fold_name::fold_name;
pub use index::{Hit, Index, Known, Search, Why};

impl Card {
    /// The card of a case: persons that stand, without reporters and informants, without shielded
    /// addresses. A record joined to another is a second card person under the id that stands. A
    /// name in dispute can be found by each of its readings.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let children = case.child_ids();
        let persons = case
            .persons
            .iter()
            .filter(|(_, person)| person.protected_by.is_none())
            .filter_map(|(id, person)| Some((case.standing_for(*id)?, person)))
            .map(|(id, person)| CardPerson::of(id, person, children.contains(&id)))
            .collect();
        let receipts = case.reports.values().flat_map(|report| report.receipt.values());
        let messages = receipts.filter_map(|receipt| receipt.message.as_ref());
        Self {
            case: case.id,
            number: case.number.shown().map(|number| number.0.clone()).unwrap_or_default(),
            open: case.is_open(),
            persons,
            messages: messages.map(MessageKey::of).collect(),
            report_numbers: case.reports.values().flat_map(report_numbers).collect(),
        }
    }
}

/// The reporter's own numbers of a report, each with its sender.
fn report_numbers(report: &Report) -> Vec<String> {
    let messages = report.receipt.values().filter_map(|receipt| receipt.message.as_ref());
    let mut senders: Vec<String> = messages.map(|m| MessageKey::of(m).sender).collect();
    senders.dedup();
    if senders.is_empty() {
        senders.push(String::new());
    }
    let numbers = report.occasion.values().map(|o| o.report_number.trim());
    numbers
        .filter(|number| !number.is_empty())
        .flat_map(|number| senders.iter().map(move |sender| format!("{sender} {number}")))
        .collect()
}

impl CardPerson {
    fn of(id: PersonId, person: &Person, child: bool) -> Self {
        let names: Vec<String> = person.name.values().map(Name::display).collect();
        let birth = person.birth.shown().and_then(|birth| match birth {
            Birth::Born(date) => Some(*date),
            Birth::Due(_) => None,
        });
        // Where an address is shielded, the open one of the same kind may be the same place.
        let open = person.formal_address.values().chain(person.actual_address.values());
        let addresses: BTreeSet<String> = open
            .filter(|_| !person.shielded)
            .filter(|address| !address.postcode.is_empty())
            .map(|address| format!("{} {}", address.postcode, address.number))
            .collect();
        let phones: BTreeSet<String> = person
            .reach
            .values()
            .flat_map(|reach| &reach.phones)
            .map(|phone| phone.chars().filter(char::is_ascii_digit).collect::<String>())
            .filter(|digits| !digits.is_empty())
            .collect();
        Self {
            person: id,
            name: names.join(" / "),
            birth,
            bsn: person.bsn.values().find_map(|bsn| bsn.number()).map(str::to_owned),
            child,
            addresses: addresses.into_iter().collect(),
            phones: phones.into_iter().collect(),
        }
    }
}
