//! The plan for one incoming report: which case it belongs to, and the facts that say so.
//!
//! Pure: what is known already is looked up through [`Known`], ids and case numbers are drawn
//! outside. The rules, strongest first:
//!
//! 1. Same sender, reference and content: a duplicate, nothing is stored. Other content: a
//!    conflict, kept aside for a person. Without a reference the content alone decides.
//! 2. Same sender and report number as an open case, or a child of an open case with the same valid
//!    BSN and an agreeing birth date or family name: a follow-up in that case (hard rule 37).
//! 3. Anything weaker opens a case of its own, with suggested links. Nothing is merged silently.
//!
//! What a follow-up says differently about a known person stands beside what was known, as a
//! dispute: it never replaces. Deliberately absent: recording, and files.

use super::follow_up::{Follow, follow_up};
use super::incoming::{Incoming, IncomingPerson};
use super::kept::parts_of;
use super::limits::shorten;
use super::links::{Suggestion, suggestions};
use super::reuse::{differing, same_person};
use crate::domain::case::Case;
use crate::domain::event::Draft;
use crate::domain::fact::{
    CaseNumber, Fact, Link, LinkKind, Note, NoteKind, Opening, Overseer, Verdict,
};
use crate::domain::id::{CaseId, LinkId, NoteId, PersonId, RelationId, ReportId, StaffId};
use crate::domain::person::AddressKind;
use crate::domain::report::{Flag, Informing, ReportAspects, ReporterIdentity};
use crate::domain::search::{Index, MessageKey};
use crate::domain::time::{Day, Moment};

/// How far the sender's clock may run ahead of ours, in milliseconds.
const CLOCK_AHEAD_MILLIS_MAX: i64 = 10 * 60 * 1000;

/// The first year in which the standard was in use.
const FIRST_YEAR: i32 = 2015;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Taken in.
    Imported,
    /// Taken in; something needs a person's eye.
    Flagged,
    /// Taken in; it carried hidden characters, the original is kept.
    Cleaned,
    /// Known already: nothing stored.
    Duplicate,
    /// Same sender and reference, other content: kept aside.
    Conflict,
    /// Not taken in: kept aside with the reason.
    Rejected,
}

impl Outcome {
    /// The word in our JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Imported => "imported",
            Self::Flagged => "flagged",
            Self::Cleaned => "cleaned",
            Self::Duplicate => "duplicate",
            Self::Conflict => "conflict",
            Self::Rejected => "rejected",
        }
    }

    /// Whether the file itself must be kept aside.
    #[must_use]
    pub const fn keeps_aside(self) -> bool {
        matches!(self, Self::Conflict | Self::Rejected)
    }
}

/// What is known already.
pub struct Known<'a> {
    /// Cards of all cases, open and closed.
    pub index: &'a Index,
    /// A case as folded, for the few that are looked at closely.
    pub case: &'a dyn Fn(CaseId) -> Option<Case>,
}

/// What a plan needs from outside.
pub struct Context<'a> {
    /// The moment of arrival.
    pub now: Moment,
    /// Our organisation.
    pub organisation: String,
    /// The member of staff on duty: he or she watches until somebody else takes over.
    pub staff: StaffId,
    /// The name of that member.
    pub staff_name: String,
    /// Draws the next case number, for a receipt on that day.
    pub next_number: &'a mut dyn FnMut(Day) -> CaseNumber,
    /// Draws random bytes for a new id.
    pub next_id: &'a mut dyn FnMut() -> [u8; 16],
}

/// What to do with one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What becomes of it.
    pub outcome: Outcome,
    /// The case it is, or would have been, in.
    pub case: Option<CaseId>,
    /// The number of that case.
    pub number: Option<CaseNumber>,
    /// Why the report goes to a case that was there already.
    pub follow_up: Option<LinkKind>,
    /// What needs an eye.
    pub flags: Vec<Flag>,
    /// The facts to record, in order. All or none.
    pub drafts: Vec<Draft>,
}

/// Plans one report. Record the drafts, and let the index know the case, before planning the next.
#[must_use]
pub fn plan(mut incoming: Incoming, known: &Known<'_>, context: &mut Context<'_>) -> Plan {
    if let Some((outcome, case)) = seen_before(&incoming, known) {
        return Plan {
            outcome,
            case: Some(case),
            number: number_of(case, known),
            follow_up: None,
            flags: Vec::new(),
            drafts: Vec::new(),
        };
    }
    shorten(&mut incoming);
    let received_at = receipt(&mut incoming, context.now);
    let found = follow_up(&incoming, known);
    if found.is_some() {
        incoming.flags.insert(Flag::FollowUp);
    }
    let target = found.as_ref().and_then(|follow| (known.case)(follow.case));
    let (case, number) = match &target {
        Some(case) => (case.id, case.number.shown().cloned()),
        None => {
            let case = CaseId((context.next_id)());
            (case, Some((context.next_number)(received_at.day())))
        }
    };
    let links = suggestions(&incoming, known, case);
    let mut writer = Writer { case, report: ReportId((context.next_id)()), drafts: Vec::new() };
    if target.is_none() {
        let number = number.clone().unwrap_or(CaseNumber(String::new()));
        writer.add(Fact::CaseOpened { number, opening: Opening::Report });
    }
    writer.report(&incoming, received_at);
    let persons = writer.persons(&incoming.persons, target.as_ref(), context);
    writer.described(&incoming, &persons);
    writer.relations(&incoming, &persons, target.as_ref(), context);
    let news = links.into_iter().filter(|link| !already_linked(link.other, target.as_ref()));
    writer.links(news.collect(), &persons, context);
    if target.is_none() {
        writer.add(Fact::OverseerNamed { overseer: overseer(context) });
    }
    writer.original(&incoming.original);
    Plan {
        outcome: outcome_of(&incoming),
        case: Some(case),
        number,
        follow_up: found.filter(|_| target.is_some()).map(|Follow { kind, .. }| kind),
        flags: incoming.flags.into_iter().collect(),
        drafts: writer.drafts,
    }
}

fn already_linked(other: CaseId, target: Option<&Case>) -> bool {
    target.is_some_and(|case| {
        case.links.values().flat_map(|held| held.values()).any(|link| link.other == other)
    })
}

fn overseer(context: &Context<'_>) -> Overseer {
    Overseer {
        organisation: context.organisation.clone(),
        person: context.staff_name.clone(),
        staff: Some(context.staff),
    }
}

fn outcome_of(incoming: &Incoming) -> Outcome {
    let needs_eye = |flag: &&Flag| !matches!(flag, Flag::HiddenCharacters | Flag::FollowUp);
    if incoming.flags.iter().any(|flag| needs_eye(&flag)) {
        Outcome::Flagged
    } else if incoming.flags.contains(&Flag::HiddenCharacters) {
        Outcome::Cleaned
    } else {
        Outcome::Imported
    }
}

fn number_of(case: CaseId, known: &Known<'_>) -> Option<CaseNumber> {
    (known.case)(case).and_then(|case| case.number.shown().cloned())
}

fn seen_before(incoming: &Incoming, known: &Known<'_>) -> Option<(Outcome, CaseId)> {
    let message = incoming.message.as_ref()?;
    let key = MessageKey::of(message);
    let same_key = known.index.by_message(&key.sender, &key.reference);
    let same = same_key.iter().find(|found| found.content_hash == Some(key.content_hash));
    if let Some(same) = same {
        return Some((Outcome::Duplicate, same.case));
    }
    let other = same_key.first().filter(|_| !key.reference.is_empty())?;
    Some((Outcome::Conflict, other.case))
}

/// The moment of receipt: the sender's, where it can be true; else that of arrival, with a flag.
fn receipt(incoming: &mut Incoming, now: Moment) -> Moment {
    use chrono::Datelike;
    let Some(sent) = incoming.received_at else { return now };
    let ahead = sent.millis_since(now) > CLOCK_AHEAD_MILLIS_MAX;
    if ahead || sent.day().year() < FIRST_YEAR {
        incoming.flags.insert(Flag::SentAtImplausible);
        return now;
    }
    sent
}

struct Writer {
    case: CaseId,
    report: ReportId,
    drafts: Vec<Draft>,
}

impl Writer {
    fn add(&mut self, fact: Fact) {
        self.drafts.push(Draft::new(self.case, fact));
    }

    fn report(&mut self, incoming: &Incoming, received_at: Moment) {
        self.add(Fact::ReportReceived {
            report: self.report,
            channel: incoming.channel,
            received_at,
            message: incoming.message.clone(),
            flags: incoming.flags.iter().copied().collect(),
        });
        if incoming.reporter != ReporterIdentity::default() {
            let identity = incoming.reporter.clone();
            self.add(Fact::ReporterIdentified { report: self.report, identity });
        }
    }

    /// One fact for the narrative and one for the informing, which may be long; one for the rest.
    fn described(&mut self, incoming: &Incoming, persons: &[PersonId]) {
        let told = &incoming.aspects;
        let narrative =
            ReportAspects { narrative: told.narrative.clone(), ..ReportAspects::default() };
        let rest = ReportAspects { narrative: None, informing: None, ..told.clone() };
        let mut informing = told.informing.clone().unwrap_or_default();
        for entry in &incoming.informed {
            let mut told = entry.told.clone();
            told.person = entry.person.and_then(|place| persons.get(place)).copied();
            informing.persons.push(told);
        }
        let spoken = informing != Informing::default();
        let informing =
            ReportAspects { informing: spoken.then_some(informing), ..ReportAspects::default() };
        for aspects in [rest, narrative, informing] {
            if !aspects.present().is_empty() {
                let aspects = Box::new(aspects);
                self.add(Fact::ReportDescribed { report: self.report, aspects });
            }
        }
    }

    fn persons(
        &mut self,
        persons: &[IncomingPerson],
        target: Option<&Case>,
        context: &mut Context<'_>,
    ) -> Vec<PersonId> {
        let mut ids: Vec<PersonId> = Vec::new();
        for person in persons {
            let known = target.and_then(|case| same_person(person, case));
            let known = known.filter(|(id, _)| !ids.contains(id));
            let (id, aspects, remark) = match known {
                Some((id, held)) => {
                    let (aspects, remark) = differing(&person.aspects, held);
                    (id, aspects, remark)
                }
                None => (PersonId((context.next_id)()), person.aspects.clone(), None),
            };
            ids.push(id);
            if let Some(text) = remark {
                let (kind, about) = (NoteKind::Addition, vec![id]);
                let content = Some(Note { kind, text, about, took_place: None });
                self.add(Fact::NoteWritten { note: NoteId((context.next_id)()), content });
            }
            if !aspects.present().is_empty() {
                let protected_by = person.protected.then_some(self.report);
                let aspects = Box::new(aspects);
                self.add(Fact::PersonDescribed { person: id, protected_by, aspects });
            }
            let shielded = [
                (AddressKind::Formal, &person.shielded_formal),
                (AddressKind::Actual, &person.shielded_actual),
            ];
            for (kind, address) in shielded {
                if let Some(address) = address.clone() {
                    self.add(Fact::ShieldedAddressRecorded { person: id, kind, address });
                }
            }
        }
        ids
    }

    fn relations(
        &mut self,
        incoming: &Incoming,
        persons: &[PersonId],
        target: Option<&Case>,
        context: &mut Context<'_>,
    ) {
        for told in &incoming.relations {
            let (Some(from), Some(to)) = (persons.get(told.from), persons.get(told.to)) else {
                continue;
            };
            let mut relation = told.what.clone();
            (relation.from, relation.to) = (*from, *to);
            let stands = target.is_some_and(|case| {
                let held = case.relations.values().flat_map(|held| held.values());
                held.flatten().any(|known| {
                    (known.from, known.to) == (relation.from, relation.to)
                        && known.text == relation.text
                })
            });
            if !stands {
                let id = RelationId((context.next_id)());
                self.add(Fact::RelationRecorded { id, relation: Some(relation) });
            }
        }
    }

    fn links(
        &mut self,
        suggestions: Vec<Suggestion>,
        persons: &[PersonId],
        context: &mut Context<'_>,
    ) {
        for found in suggestions {
            let link = Link {
                other: found.other,
                kind: found.kind,
                person: found.person.and_then(|place| persons.get(place)).copied(),
                other_person: found.other_person,
                verdict: Verdict::Suggested,
                reason: found.reason.to_owned(),
            };
            self.add(Fact::LinkRecorded { id: LinkId((context.next_id)()), link });
        }
    }

    fn original(&mut self, bytes: &[u8]) {
        let parts = parts_of(bytes);
        let count = u32::try_from(parts.len()).unwrap_or(u32::MAX);
        for (part, bytes) in (0..).zip(parts) {
            let report = self.report;
            self.add(Fact::MessageKept { report, part, parts: count, bytes });
        }
    }
}
