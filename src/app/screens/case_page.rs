//! What the pages of a case say: its report, its persons, all of it.
//!
//! Who reported is told only to a reader who may know; a shielded address never stands on a page.
//! Disputes show every value with its author and time. Deliberately absent: colours, wrapping.

mod casework;
mod persons;
mod reports;

pub use casework::{casework, plan_beside, risk_beside};
pub use persons::{persons, role};
pub use reports::reports;

use crate::app::message::Opened;
use crate::app::page::{Tone, Writer};
use crate::app::screens::work::content::Scene;
use crate::domain::case::Case;
use crate::domain::fact::{Acute, Link, LinkKind, Note, NoteKind, Verdict};
use crate::domain::slot::{Held, Stamp};
use crate::text::{Key as Words, dates};

/// Who reads.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The desk's people, and who sits here.
    pub opened: &'a Opened,
}

impl Reader<'_> {
    /// Whether this reader may know who reported.
    #[must_use]
    pub const fn sees_reporter(&self) -> bool {
        self.opened.staff.role.sees_reporter()
    }

    fn author<'b>(&'b self, writer: &'b Writer<'_>, stamp: &Stamp) -> &'b str {
        let colleagues = &self.opened.colleagues;
        let found = colleagues.iter().find(|colleague| colleague.staff == stamp.author);
        found.map_or_else(|| writer.words.get(Words::UnknownPerson), |c| c.name.as_str())
    }
}

/// All of a case. Gives the lines at which its parts begin.
pub fn whole(writer: &mut Writer<'_>, reader: &Reader<'_>, scene: &Scene<'_>) -> Vec<usize> {
    let case = scene.case;
    let mut parts = vec![writer.line_count()];
    overview(writer, reader, case);
    parts.push(writer.line_count() + 1);
    reports(writer, reader, case);
    parts.push(writer.line_count() + 1);
    let heading = writer.words.get(Words::PartPersons).to_owned();
    writer.heading(&heading);
    persons(writer, reader, case);
    parts.extend(casework(writer, scene));
    parts.push(writer.line_count() + 1);
    links(writer, reader, case);
    parts.push(writer.line_count() + 1);
    notes(writer, reader, case);
    parts
}

fn overview(writer: &mut Writer<'_>, reader: &Reader<'_>, case: &Case) {
    acute(writer, reader, case);
    held(writer, reader, Words::LabelOverseer, &case.overseer, |_, overseer| {
        let parts = [overseer.organisation.as_str(), overseer.person.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    held(writer, reader, Words::LabelWorker, &case.worker, |writer, staff| {
        let colleagues = &reader.opened.colleagues;
        let found = colleagues.iter().find(|colleague| Some(colleague.staff) == *staff);
        let nobody = writer.words.get(Words::NotAssigned);
        found.map_or_else(|| nobody.to_owned(), |colleague| colleague.name.clone())
    });
    if !case.disputes.is_empty() {
        let count = writer.words.count(Words::Disputes, case.disputes.len());
        writer.push(Tone::Warning, &count, 2);
        writer.say(Tone::Soft, Words::DisputeStricterUsed);
    }
    if !case.anomalies.is_empty() {
        let count = writer.words.count(Words::CaseAnomalies, case.anomalies.len());
        writer.push(Tone::Warning, &count, 2);
    }
    if case.sealed > 0 {
        let count = writer.words.count(Words::CaseSealed, case.sealed);
        writer.push(Tone::Soft, &count, 2);
    }
    if case.foreign > 0 {
        writer.say(Tone::Soft, Words::UnknownFact);
    }
}

fn acute(writer: &mut Writer<'_>, reader: &Reader<'_>, case: &Case) {
    for (_, stamp, value) in case.acute.heads() {
        let who = reader.author(writer, stamp).to_owned();
        let when = dates::short_moment(stamp.at, writer.words);
        match value {
            Acute::Declared(action) => {
                writer.say(Tone::Danger, Words::CaseAcute);
                writer.field(Words::FieldActionWhat, &action.what);
                writer.field(Words::FieldActionWho, &action.who);
                let at = dates::short_moment(action.when, writer.words);
                writer.field(Words::FieldActionWhen, &at);
            }
            Acute::Lifted(reason) => {
                writer.say_with(Tone::Body, Words::CaseAcuteOver, &[("reason", reason)]);
            }
        }
        writer.say_with(Tone::Soft, Words::SaidBy, &[("who", &who), ("when", &when)]);
    }
}

/// A value under its label; when in dispute, each value with its author and time.
pub(super) fn held<T>(
    writer: &mut Writer<'_>,
    reader: &Reader<'_>,
    label: Words,
    value: &Held<T>,
    shown: impl Fn(&Writer<'_>, &T) -> String,
) {
    if let Some(settled) = value.settled() {
        let line = shown(writer, settled);
        writer.field(label, &line);
        return;
    }
    disputed(writer, reader, label, value, |writer, value| {
        let line = shown(writer, value);
        writer.push(Tone::Warning, &line, 2);
    });
}

/// Every value of a dispute, each followed by who said it and when.
pub(super) fn disputed<T>(
    writer: &mut Writer<'_>,
    reader: &Reader<'_>,
    label: Words,
    value: &Held<T>,
    mut shown: impl FnMut(&mut Writer<'_>, &T),
) {
    if !value.is_disputed() {
        return;
    }
    let line = format!("{}: {}", writer.words.get(label), writer.words.get(Words::Dispute));
    writer.push(Tone::Warning, &line, 2);
    for (_, stamp, value) in value.heads() {
        shown(writer, value);
        let who = reader.author(writer, stamp).to_owned();
        let when = dates::short_moment(stamp.at, writer.words);
        writer.say_with(Tone::Soft, Words::SaidBy, &[("who", &who), ("when", &when)]);
    }
}

fn links(writer: &mut Writer<'_>, reader: &Reader<'_>, case: &Case) {
    let heading = writer.words.get(Words::PartLinks).to_owned();
    writer.heading(&heading);
    if case.links.is_empty() {
        writer.say(Tone::Soft, Words::NothingHere);
    }
    for held in case.links.values() {
        for (_, stamp, link) in held.heads() {
            let line = link_line(writer, link);
            let open = link.verdict == Verdict::Suggested;
            writer.push(if open { Tone::Warning } else { Tone::Body }, &line, 2);
            let who = reader.author(writer, stamp).to_owned();
            let when = dates::short_moment(stamp.at, writer.words);
            writer.say_with(Tone::Soft, Words::SaidBy, &[("who", &who), ("when", &when)]);
        }
    }
}

/// What a link says: its kind, what was decided, and why.
#[must_use]
pub fn link_line(writer: &Writer<'_>, link: &Link) -> String {
    let words = writer.words;
    let kind = words.get(link_kind(link.kind));
    let verdict = words.get(match link.verdict {
        Verdict::Suggested => Words::VerdictSuggested,
        Verdict::Confirmed => Words::VerdictConfirmed,
        Verdict::Rejected => Words::VerdictRejected,
    });
    let reason = link_reason(&link.reason).map_or(link.reason.as_str(), |key| words.get(key));
    let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
    format!("{kind} · {verdict}{reason}")
}

/// What the program itself gave as reason; words of a person have none.
fn link_reason(code: &str) -> Option<Words> {
    match code {
        "report-number" => Some(Words::AlikeReportNumber),
        "bsn" => Some(Words::AlikeBsn),
        "name-birth" => Some(Words::AlikeNameBirth),
        "address" => Some(Words::AlikeAddress),
        _words_of_a_person => None,
    }
}

const fn link_kind(kind: LinkKind) -> Words {
    match kind {
        LinkKind::SameReport => Words::LinkKindSameReport,
        LinkKind::SameChild => Words::LinkKindSameChild,
        LinkKind::SamePerson => Words::LinkKindSamePerson,
        LinkKind::SameAddress => Words::LinkKindSameAddress,
        LinkKind::Earlier => Words::LinkKindEarlier,
        LinkKind::Advice => Words::LinkKindAdvice,
    }
}

fn notes(writer: &mut Writer<'_>, reader: &Reader<'_>, case: &Case) {
    let heading = writer.words.get(Words::PartNotes).to_owned();
    writer.heading(&heading);
    let mut written: Vec<(&Stamp, &Note)> = case
        .notes
        .values()
        .flat_map(Held::heads)
        .filter_map(|(_, stamp, note)| Some((stamp, note.as_ref()?)))
        .collect();
    written.sort_by_key(|(stamp, _)| std::cmp::Reverse(stamp.at));
    if written.is_empty() {
        writer.say(Tone::Soft, Words::NothingHere);
    }
    for (stamp, note) in written {
        let kind = match note.kind {
            NoteKind::Internal => Words::NoteInternal,
            NoteKind::Addition => Words::NoteAddition,
            NoteKind::Contact => Words::NoteContact,
        };
        let who = reader.author(writer, stamp).to_owned();
        let when = dates::short_moment(note.took_place.unwrap_or(stamp.at), writer.words);
        let kind = writer.words.get(kind).to_owned();
        writer.say_with(
            Tone::Soft,
            Words::NoteBy,
            &[("kind", &kind), ("who", &who), ("when", &when)],
        );
        writer.text(Tone::Body, &note.text);
    }
}
