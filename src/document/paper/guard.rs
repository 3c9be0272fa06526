//! A last look at a finished paper: does it tell who reported, or where somebody may not be found?
//!
//! A paper is built without those facts, but the words of a plan are free: a name or a street can
//! be typed into an agreement. Deliberately absent: a promise to find everything. A nickname, or
//! what this reader may not see, is not found.

use super::model::{Block, Paper, Words};
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

/// Where a paper tells it. Never what it says there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it tells.
    pub leak: Leak,
    /// The heading under which it stands. Blank when it stands under none, or when the heading
    /// itself tells it.
    pub section: Words,
}

/// What this paper tells that it may not; empty when nothing was found.
#[must_use]
pub fn leaks(paper: &Paper, case: &Case) -> Vec<Leak> {
    told(&text::write(paper), &secrets(case))
}

/// The same, with where it stands: each kind at least once, in the order of the paper.
#[must_use]
pub fn found(paper: &Paper, case: &Case) -> Vec<Found> {
    let secrets = secrets(case);
    let sections = sections(paper);
    let mut found = Vec::new();
    for leak in told(&text::write(paper), &secrets) {
        let before = found.len();
        for (section, part) in &sections {
            if !told(&text::write(part), &secrets).contains(&leak) {
                continue;
            }
            let may_be_shown = told(section.as_str(), &secrets).is_empty();
            let section = if may_be_shown { section.clone() } else { Words::default() };
            found.push(Found { leak, section });
        }
        if found.len() == before {
            found.push(Found { leak, section: Words::default() });
        }
    }
    found
}

/// The paper in pieces, each under its heading; what stands around the sections comes first.
fn sections(paper: &Paper) -> Vec<(Words, Paper)> {
    let around = Paper { blocks: Vec::new(), ..paper.clone() };
    let bare = Paper {
        from: Words::default(),
        title: Words::default(),
        draft: None,
        foot: Words::default(),
        ..around.clone()
    };
    let mut sections = vec![(Words::default(), around)];
    for block in &paper.blocks {
        if let Block::Heading(heading) = block {
            sections.push((heading.clone(), bare.clone()));
        }
        if let Some((_, part)) = sections.last_mut() {
            part.blocks.push(block.clone());
        }
    }
    sections
}

/// What may not stand on a paper about this case, by kind, in the order of [`Leak`].
fn secrets(case: &Case) -> [(Leak, Vec<String>); 2] {
    let shielded = case
        .persons
        .values()
        .flat_map(|person| person.shielded_formal.values().chain(person.shielded_actual.values()));
    [
        (Leak::Reporter, case.reports.values().flat_map(reporter).collect()),
        (Leak::ShieldedAddress, shielded.flat_map(address).collect()),
    ]
}

/// Which secrets stand in these words.
fn told(words: &str, secrets: &[(Leak, Vec<String>)]) -> Vec<Leak> {
    // Without spaces and signs, so that a line break or a hyphen hides nothing.
    let written = bare(words);
    let tells = |kind: &&(Leak, Vec<String>)| kind.1.iter().any(|secret| written.contains(secret));
    secrets.iter().filter(tells).map(|(leak, _)| *leak).collect()
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
