//! Keeps each fact of a report within what an event may weigh (256 KiB), whatever came in.
//!
//! A list that is too long and a text that does not fit any more are cut and flagged; the kept
//! original has all. Deliberately absent: refusal. Size below the file's own cap is no reason.

use super::incoming::{Incoming, IncomingInformed};
use crate::domain::person::{Address, PersonAspects};
use crate::domain::report::{Circumstances, Flag, Narrative, Occasion, ReporterIdentity};

/// What the texts of one fact may weigh together, in bytes.
const FACT_TEXT_BYTES_MAX: usize = 180 * 1024;
/// What the texts about one person may weigh together, in bytes.
const PERSON_TEXT_BYTES_MAX: usize = 120 * 1024;
/// Entries of one list.
const LIST_MAX: usize = 200;
/// Hidden cost of a list entry beside its text, in bytes.
const ENTRY_BYTES: usize = 128;

/// Cuts what does not fit, with [`Flag::TextShortened`].
pub fn shorten(incoming: &mut Incoming) {
    let mut cut = false;
    let aspects = &mut incoming.aspects;
    let mut rest = Room::new(FACT_TEXT_BYTES_MAX);
    if let Some(occasion) = &mut aspects.occasion {
        occasion_of(occasion, &mut rest);
    }
    if let Some(circumstances) = &mut aspects.circumstances {
        circumstances_of(circumstances, &mut rest);
    }
    cut |= rest.cut;
    if let Some(narrative) = &mut aspects.narrative {
        cut |= narrative_of(narrative);
    }
    let mut told = Room::new(FACT_TEXT_BYTES_MAX);
    if let Some(informing) = &mut aspects.informing {
        told.text(&mut informing.general);
        told.text(&mut informing.told_reporter);
    }
    informed_of(&mut incoming.informed, &mut told);
    cut |= told.cut;
    cut |= reporter_of(&mut incoming.reporter);
    for person in &mut incoming.persons {
        cut |= person_of(&mut person.aspects);
        for address in [&mut person.shielded_formal, &mut person.shielded_actual] {
            let mut room = Room::new(PERSON_TEXT_BYTES_MAX);
            if let Some(address) = address {
                address_of(address, &mut room);
            }
            cut |= room.cut;
        }
    }
    for relation in &mut incoming.relations {
        let mut room = Room::new(PERSON_TEXT_BYTES_MAX);
        room.text(&mut relation.what.text);
        room.text(&mut relation.what.source);
        cut |= room.cut;
    }
    if let Some(message) = &mut incoming.message {
        let mut room = Room::new(PERSON_TEXT_BYTES_MAX);
        room.text(&mut message.organisation);
        room.text(&mut message.application);
        room.text(&mut message.reference);
        cut |= room.cut;
    }
    if cut {
        incoming.flags.insert(Flag::TextShortened);
    }
}

struct Room {
    left: usize,
    cut: bool,
}

impl Room {
    const fn new(left: usize) -> Self {
        Self { left, cut: false }
    }

    fn text(&mut self, text: &mut String) {
        let most = self.left.min(super::incoming::TEXT_BYTES_MAX);
        if text.len() > most {
            text.truncate(text.floor_char_boundary(most));
            self.cut = true;
        }
        self.left = self.left.saturating_sub(text.len());
    }

    fn texts(&mut self, list: &mut Vec<String>) {
        self.list(list.len(), |most| list.truncate(most));
        for text in list {
            self.text(text);
            self.left = self.left.saturating_sub(ENTRY_BYTES);
        }
    }

    fn pairs(&mut self, list: &mut Vec<(String, String)>) {
        self.list(list.len(), |most| list.truncate(most));
        for (name, value) in list {
            self.text(name);
            self.text(value);
            self.left = self.left.saturating_sub(ENTRY_BYTES);
        }
    }

    fn list(&mut self, length: usize, truncate: impl FnOnce(usize)) {
        if length > LIST_MAX {
            truncate(LIST_MAX);
            self.cut = true;
        }
    }
}

fn occasion_of(occasion: &mut Occasion, room: &mut Room) {
    room.text(&mut occasion.report_number);
    room.text(&mut occasion.location);
}

fn circumstances_of(circumstances: &mut Circumstances, room: &mut Room) {
    room.text(&mut circumstances.restraining_order);
    room.text(&mut circumstances.arrest);
    room.text(&mut circumstances.charge);
    room.text(&mut circumstances.honour);
    room.text(&mut circumstances.stalking_level);
    room.text(&mut circumstances.existing_help);
    room.texts(&mut circumstances.earlier_registrations);
}

fn narrative_of(narrative: &mut Narrative) -> bool {
    let mut room = Room::new(FACT_TEXT_BYTES_MAX);
    room.text(&mut narrative.incident);
    room.text(&mut narrative.concern);
    room.text(&mut narrative.request);
    room.text(&mut narrative.additional);
    room.pairs(&mut narrative.questions);
    room.pairs(&mut narrative.extras);
    room.cut
}

fn informed_of(informed: &mut Vec<IncomingInformed>, room: &mut Room) {
    room.list(informed.len(), |most| informed.truncate(most));
    for entry in informed {
        room.text(&mut entry.told.name);
        room.text(&mut entry.told.manner);
        room.text(&mut entry.told.reaction);
        room.left = room.left.saturating_sub(ENTRY_BYTES);
    }
}

fn reporter_of(reporter: &mut ReporterIdentity) -> bool {
    let mut room = Room::new(FACT_TEXT_BYTES_MAX);
    room.text(&mut reporter.organisation);
    room.text(&mut reporter.code);
    room.text(&mut reporter.contact_name);
    room.text(&mut reporter.department);
    room.texts(&mut reporter.numbers);
    room.texts(&mut reporter.mails);
    room.texts(&mut reporter.phones);
    room.cut
}

fn person_of(aspects: &mut PersonAspects) -> bool {
    let mut room = Room::new(PERSON_TEXT_BYTES_MAX);
    if let Some(name) = &mut aspects.name {
        room.text(&mut name.first);
        room.text(&mut name.prefix);
        room.text(&mut name.last);
    }
    let addresses = [&mut aspects.formal_address, &mut aspects.actual_address];
    for address in addresses.into_iter().flatten() {
        address_of(address, &mut room);
    }
    if let Some(reach) = &mut aspects.reach {
        room.texts(&mut reach.phones);
        room.texts(&mut reach.mails);
        room.text(&mut reach.safe_to_call);
    }
    if let Some(background) = &mut aspects.background {
        room.text(&mut background.nationality);
        room.text(&mut background.language);
        room.text(&mut background.school);
        room.text(&mut background.general_practitioner);
        room.texts(&mut background.other_numbers);
    }
    if let Some(remark) = &mut aspects.remark {
        room.text(remark);
    }
    room.cut
}

fn address_of(address: &mut Address, room: &mut Room) {
    room.text(&mut address.street);
    room.text(&mut address.number);
    room.text(&mut address.postcode);
    room.text(&mut address.city);
    room.text(&mut address.country_code);
    room.texts(&mut address.foreign_lines);
}
