//! A last look at a finished paper: does it tell who reported, or where somebody may not be found?
//!
//! A paper is built without those facts, but the words of a plan are free: a name or a street can
//! be typed into an agreement. Deliberately absent: a promise to find everything. A nickname, or
//! what this reader may not see, is not found.

use super::model::Paper;
use super::text;
use crate::domain::case::{Case, Report};
use crate::domain::person::Address;
use crate::domain::report::Disclosure;

/// A name shorter than this many letters is found everywhere, and says nothing.
const NAME_LETTERS_MIN: usize = 4;
/// A telephone number shorter than this is not looked for.
const DIGITS_MIN: usize = 8;

/// What a paper tells that it may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leak {
    /// Name, telephone number or mail address of a reporter whom the family may not know.
    Reporter,
    /// A shielded address.
    ShieldedAddress,
}

/// What this paper tells that it may not; empty when nothing was found.
#[must_use]
pub fn leaks(paper: &Paper, case: &Case) -> Vec<Leak> {
    // Without spaces and signs, so that a line break or a hyphen hides nothing.
    let written = bare(&text::write(paper));
    let tells = |secrets: Vec<String>| secrets.iter().any(|secret| written.contains(secret));
    let mut found = Vec::new();
    if tells(case.reports.values().flat_map(reporter).collect()) {
        found.push(Leak::Reporter);
    }
    let shielded = case
        .persons
        .values()
        .flat_map(|person| person.shielded_formal.values().chain(person.shielded_actual.values()));
    if tells(shielded.flat_map(address).collect()) {
        found.push(Leak::ShieldedAddress);
    }
    found
}

/// Letters and digits, small.
fn bare(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn reporter(report: &Report) -> Vec<String> {
    if report.disclosure.settled() == Some(&Disclosure::Open) {
        return Vec::new();
    }
    let mut secrets = Vec::new();
    for reporter in report.reporter.values() {
        let name = bare(&reporter.contact_name);
        secrets.extend((name.chars().count() >= NAME_LETTERS_MIN).then_some(name));
        secrets.extend(reporter.mails.iter().map(|mail| bare(mail)));
        let phones = reporter.phones.iter().map(|phone| bare(phone));
        secrets.extend(phones.filter(|phone| phone.len() >= DIGITS_MIN));
    }
    secrets.retain(|secret| !secret.is_empty());
    secrets
}

fn address(address: &Address) -> Vec<String> {
    let Address { street, number, postcode, .. } = address;
    let (street, number, postcode) = (bare(street), bare(number), bare(postcode));
    let mut secrets = Vec::new();
    if !street.is_empty() && !number.is_empty() {
        secrets.push(format!("{street}{number}"));
    }
    if !postcode.is_empty() {
        secrets.push(postcode);
    }
    secrets.extend(address.foreign_lines.iter().map(|line| bare(line)));
    secrets.retain(|secret| secret.chars().count() >= NAME_LETTERS_MIN);
    secrets
}
