//! The national message standard (CORV): which message it is, whether it keeps to the schema, and
//! what it says.
//!
//! Deliberately absent: writing messages (feedback, request for investigation): later work.

pub mod check;
pub mod content;
pub mod generic_report;
pub mod labels;
pub mod person;
pub mod reading;
pub mod schema;
pub mod values;
pub mod vt_report;

use crate::document::decode::decode;
use crate::document::incoming::{Gathering, Incoming};
use crate::document::refusal::{Kind, Refusal, plain_name};
use crate::document::xml::{Element, Space, parse, unwrap_envelope};
use crate::domain::report::{Channel, Flag, SourceMessage};
use reading::{moment, present, text};
use vt_report::note_gaps;

/// Reads a file that should hold a report in the national standard.
///
/// # Errors
/// Anything that keeps the file from being taken in, with the place of the first fault. A message
/// of the standard that is not a report is refused as [`Kind::LaterStep`].
pub fn read(bytes: &[u8]) -> Result<Incoming, Refusal> {
    let source = decode(bytes)?;
    let root = unwrap_envelope(parse(&source)?)?;
    let generic = match kind_of(&root) {
        Some(MessageKind::Report) => false,
        Some(MessageKind::GenericReport) => true,
        Some(MessageKind::Later) => {
            let place = plain_name(&root.name).to_owned();
            return Err(Refusal { kind: Kind::LaterStep, place, line: 0 });
        }
        None => return Err(Kind::NotAReport.into()),
    };
    check::check(&root)?;
    let object = reading::child(&root, &Space::Jz, "object").ok_or(Kind::NotAReport)?;
    let mut gathering = Gathering::default();
    let message = message(&root, &mut gathering);
    let content = if generic {
        generic_report::read(object, &mut gathering)
    } else {
        vt_report::read(object, &mut gathering)
    };
    note_gaps(&content, &mut gathering);
    Ok(Incoming {
        channel: Channel::Corv,
        received_at: message.sent_at,
        message: Some(message),
        aspects: content.aspects,
        informed: content.informed,
        reporter: content.reporter,
        persons: content.persons,
        relations: content.relations,
        flags: gathering.flags,
        original: bytes.to_vec(),
    })
}

enum MessageKind {
    Report,
    GenericReport,
    Later,
}

fn kind_of(root: &Element) -> Option<MessageKind> {
    match (&root.space, &*root.name) {
        (Space::Jz, "vtMeldingDi01") => Some(MessageKind::Report),
        (Space::Jz, "meldingGeneriekDi01") => Some(MessageKind::GenericReport),
        (Space::Jz, name) if name.ends_with("Di01") => Some(MessageKind::Later),
        (Space::Stuf, name) if name.ends_with("Bericht") => Some(MessageKind::Later),
        _ => None,
    }
}

fn message(root: &Element, gathering: &mut Gathering) -> SourceMessage {
    let stuf = &Space::Stuf;
    let header = present(root, &Space::Jz, "stuurgegevens");
    let sender = header.and_then(|header| present(header, stuf, "zender"));
    let mut sent =
        |name: &str| sender.map(|found| text(found, (stuf, name), gathering)).unwrap_or_default();
    let (organisation, application) = (sent("organisatie"), sent("applicatie"));
    let mut head =
        |name: &str| header.map(|found| text(found, (stuf, name), gathering)).unwrap_or_default();
    let (reference, stamp) = (head("referentienummer"), head("tijdstipBericht"));
    let sent_at = moment(&stamp);
    if reference.is_empty() {
        gathering.flags.insert(Flag::ReferenceMissing);
    }
    if sent_at.is_none() {
        gathering.flags.insert(Flag::SentAtImplausible);
    }
    SourceMessage {
        message_type: root.name.to_string(),
        organisation,
        application,
        reference,
        content_hash: content::content_hash(root),
        sent_at,
    }
}

#[cfg(test)]
mod tests;
