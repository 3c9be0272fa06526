//! From frames to what the database holds: streams by case, rows, cards, numbers, counts, markers.
//!
//! Everything here can be made again from the feeds. Deliberately absent: when this happens.

use super::bytes::{Cursor, length32};
use super::fault::{Fault, Part};
use super::feed::{Head, Marker};
use super::frame::{self, Opened, Raw, Sealer};
use super::seal::Key;
use super::store::{CHUNK_DATA_BYTES, Store, Tree, Write, cut};
use super::vault::{KeyName, Lookup, Vault};
use crate::domain::case::{Case, State};
use crate::domain::event::Event;
use crate::domain::fact::{CaseNumber, Fact, Secrecy};
use crate::domain::id::{CaseId, OriginId};
use crate::domain::queue::Row;
use crate::domain::search::Card;
use crate::wire::v1;
use std::collections::{BTreeMap, BTreeSet};
use zeroize::Zeroizing;

/// The id under which facts that are not about a case are kept.
pub(super) const NO_CASE: [u8; 16] = [0; 16];

/// An event with its frame, on its way into the database.
#[derive(Clone)]
pub(super) struct Pending {
    /// The event, opened as far as our keys go.
    pub event: Event,
    /// Its frame.
    pub frame: Vec<u8>,
}

impl Pending {
    /// The id of the stream it belongs to.
    pub fn stream(&self) -> [u8; 16] {
        self.event.header.case.map_or(NO_CASE, |case| case.0)
    }

    /// Its place in its chain.
    pub fn head(&self) -> Head {
        let place = &self.event.header.place;
        let (incarnation, sequence) = (place.incarnation, place.sequence);
        Head { incarnation, sequence, id: self.event.id }
    }
}

/// Opens events: header keys and the vault.
pub(super) struct Opener {
    /// Headers and workspace facts.
    pub sealer: Sealer,
    /// Keys of payloads.
    pub vault: Vault,
}

impl Opener {
    /// The event of a frame; its body only when the key is there and opens it.
    pub fn event(&mut self, raw: &Raw<'_>, opened: Opened) -> Event {
        let key = match KeyName::of(opened.header.secrecy) {
            None => Some(self.sealer.workspace_key().clone()),
            Some(name) => match self.vault.lookup(name) {
                Ok(Lookup::Open(key)) => Some(key),
                Ok(Lookup::NotOurs | Lookup::Forgotten | Lookup::Absent) | Err(_) => None,
            },
        };
        let plain = key.and_then(|key| self.sealer.open_payload(&opened, raw.payload, &key));
        let body = plain.map(Zeroizing::new).and_then(|bytes| v1::read_payload(&bytes).ok());
        Event { id: opened.id, header: opened.header, body }
    }

    /// The events of a stream of the database.
    ///
    /// # Errors
    /// [`Fault::Damaged`] when any frame is.
    pub fn events(&mut self, stream: &[u8]) -> Result<Vec<Event>, Fault> {
        let mut events = Vec::new();
        for raw in frame::each(stream) {
            let raw = raw.ok_or(Fault::Damaged(Part::Database))?;
            let opened = self.sealer.open_header(&raw).ok_or(Fault::Damaged(Part::Database))?;
            events.push(self.event(&raw, opened));
        }
        Ok(events)
    }
}

/// What is counted and numbered; a few bytes, rewritten with every change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Book {
    /// Cases.
    pub cases: u64,
    /// Cases that have a row.
    pub open: u64,
    /// Events about cases.
    pub events: u64,
    /// Events that are not about a case.
    pub workspace: u64,
    /// Under which generation of the vault it was written: an older one still holds what was
    /// destroyed since.
    pub generation: u32,
    /// The latest moment at which anything was recorded here, in milliseconds; 0 for never.
    pub latest: i64,
    /// Year modulo 100 → the highest serial in a case number of this station.
    pub serials: BTreeMap<u8, u32>,
}

const BOOK_KEY: &[u8] = b"b";
const MARKER_PREFIX: &[u8] = b"m";

impl Book {
    fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for number in [self.cases, self.open, self.events, self.workspace] {
            out.extend_from_slice(&number.to_be_bytes());
        }
        out.extend_from_slice(&self.generation.to_be_bytes());
        out.extend_from_slice(&self.latest.to_be_bytes());
        for (year, serial) in &self.serials {
            out.push(*year);
            out.extend_from_slice(&serial.to_be_bytes());
        }
        out
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut cursor = Cursor(bytes);
        let mut book = Self {
            cases: cursor.u64()?,
            open: cursor.u64()?,
            events: cursor.u64()?,
            workspace: cursor.u64()?,
            generation: cursor.u32()?,
            latest: i64::from_be_bytes(cursor.array()?),
            serials: BTreeMap::new(),
        };
        while !cursor.0.is_empty() {
            book.serials.insert(cursor.u8()?, cursor.u32()?);
        }
        Some(book)
    }

    /// Reads it; an empty one when the database is new.
    pub fn load(store: &Store) -> Result<Self, Fault> {
        match store.get(Tree::Meta, BOOK_KEY)? {
            Some(bytes) => Self::from_bytes(&bytes).ok_or(Fault::Damaged(Part::Database)),
            None => Ok(Self::default()),
        }
    }

    /// The write that stores it.
    pub fn write(&self) -> Write {
        let value = Some(Zeroizing::new(self.to_bytes()));
        Write { tree: Tree::Meta, key: BOOK_KEY.to_vec(), value }
    }

    /// Takes note of a case number, when it is one of this station's.
    fn note(&mut self, code: &str, number: &CaseNumber) {
        let rest = number.0.strip_prefix(code).and_then(|r| r.strip_prefix('-'));
        let parts = rest.and_then(|r| r.split_once('-'));
        if let Some((Ok(year), Ok(serial))) = parts.map(|(y, s)| (y.parse(), s.parse::<u32>())) {
            let highest = self.serials.entry(year).or_insert(0);
            *highest = serial.max(*highest);
        }
    }
}

/// The markers, by station.
pub(super) fn markers(store: &Store) -> Result<BTreeMap<OriginId, Marker>, Fault> {
    let mut found = BTreeMap::new();
    store.each(Tree::Meta, MARKER_PREFIX, &mut |key, value| {
        let id = key.get(1..).and_then(|id| id.try_into().ok());
        match (id, Marker::from_bytes(value)) {
            (Some(id), Some(marker)) => {
                found.insert(OriginId(id), marker);
                Ok(())
            }
            _ => Err(Fault::Damaged(Part::Database)),
        }
    })?;
    Ok(found)
}

/// The write that stores a marker.
pub(super) fn marker_write(origin: OriginId, marker: &Marker) -> Write {
    let mut key = MARKER_PREFIX.to_vec();
    key.extend_from_slice(&origin.0);
    Write { tree: Tree::Meta, key, value: Some(Zeroizing::new(marker.to_bytes())) }
}

/// Under which key a case number is found: a keyed hash, so that the file tells no number.
pub(super) fn number_key(key: &Key, number: &str) -> Vec<u8> {
    key.derive(&[b"case number", number.as_bytes()]).bytes().iter().take(16).copied().collect()
}

/// A row or card as stored: the number of events it was folded from, then its bytes.
fn counted(events: usize, bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut out = Zeroizing::new(length32(events).to_vec());
    out.extend_from_slice(bytes);
    out
}

/// The number of events and the bytes of a stored row or card.
pub(super) fn uncount(value: &[u8]) -> Result<(u32, &[u8]), Fault> {
    let mut cursor = Cursor(value);
    let count = cursor.u32().ok_or(Fault::Damaged(Part::Database))?;
    Ok((count, cursor.0))
}

/// Writes gathered for one commit, and what they change in memory.
pub(super) struct Change {
    /// To the database.
    pub writes: Vec<Write>,
    /// The counts afterwards.
    pub book: Book,
    /// Rows afterwards: `None` for a case that is closed.
    pub rows: BTreeMap<CaseId, Option<Row>>,
}

/// What every change needs to know.
pub(super) struct Context<'a> {
    /// The database.
    pub store: &'a Store,
    /// Opens events.
    pub opener: &'a mut Opener,
    /// The key of case-number hashes.
    pub number_key: &'a Key,
    /// This station's code in case numbers.
    pub code: &'a str,
}

impl Change {
    /// A change that begins with these counts.
    pub const fn new(book: Book) -> Self {
        Self { writes: Vec::new(), book, rows: BTreeMap::new() }
    }

    /// Adds frames to a stream. `old` is what the stream holds now.
    pub fn append(&mut self, id: [u8; 16], old: &[u8], frames: &[&Pending]) {
        let full = old.len().saturating_sub(1) / CHUNK_DATA_BYTES;
        let tail = old.get(full * CHUNK_DATA_BYTES..).unwrap_or_default();
        self.append_behind((id, u32::try_from(full).unwrap_or(u32::MAX), tail), frames);
    }

    /// The same, when the number and content of the stream's last chunk are known.
    pub fn append_behind(
        &mut self,
        (id, number, tail): ([u8; 16], u32, &[u8]),
        frames: &[&Pending],
    ) {
        let mut bytes = tail.to_vec();
        for pending in frames {
            bytes.extend_from_slice(&pending.frame);
        }
        self.writes.extend(cut(Tree::Frames, &id, number, &bytes));
        let moments = frames.iter().map(|p| p.event.header.at.0);
        self.book.latest = moments.fold(self.book.latest, i64::max);
        let count = frames.len() as u64;
        if id == NO_CASE {
            self.book.workspace += count;
        } else {
            self.book.events += count;
        }
    }

    /// Puts the row, card and numbers of a case as folded from all its events. `known` tells
    /// whether the database holds the case already, and whether with a row.
    pub fn fold(
        &mut self,
        context: &Context<'_>,
        (case_id, known, had_row): (CaseId, bool, bool),
        events: &[Event],
    ) -> Result<(), Fault> {
        let case = Case::fold(case_id, events.iter());
        let row = Row::of(&case);
        // Of a case whose key was destroyed nothing is left to work on.
        let gone = KeyName::of(Secrecy::Case(case_id))
            .is_some_and(|name| context.opener.vault.is_forgotten(name));
        let row = (row.state != State::Closed && !gone).then_some(row);
        let card = card_bytes(Card::of(&case))?;
        let card = counted(events.len(), &card);
        let row_value = match &row {
            Some(row) => counted(events.len(), &row_bytes(row)?),
            None => Zeroizing::new(Vec::new()),
        };
        let store = context.store;
        for (tree, value) in [(Tree::Cards, &card), (Tree::Rows, &row_value)] {
            if known {
                self.writes.extend(store.replacing(tree, &case_id.0, value)?);
            } else {
                self.writes.extend(cut(tree, &case_id.0, 0, value));
            }
        }
        for number in case.number.values() {
            self.book.note(context.code, number);
            self.writes.push(Write {
                tree: Tree::Numbers,
                key: number_key(context.number_key, &number.0),
                value: Some(Zeroizing::new(case_id.0.to_vec())),
            });
        }
        self.book.cases += u64::from(!known);
        let open = self.book.open + u64::from(row.is_some());
        self.book.open = open.saturating_sub(u64::from(had_row));
        self.rows.insert(case_id, row);
        Ok(())
    }
}

/// The bytes of a card. One that is over a cap of its format loses what made it so: what is
/// stored to be found may never stand in the way of what is stored.
fn card_bytes(card: Card) -> Result<Vec<u8>, Fault> {
    v1::card_bytes(&card).or_else(|_| {
        let (persons, messages, report_numbers) = (Vec::new(), Vec::new(), Vec::new());
        let bare = Card { persons, messages, report_numbers, ..card };
        v1::card_bytes(&bare).map_err(|_| Fault::TooLarge(v1::EVENT_BYTES_MAX))
    })
}

/// The bytes of a row, in the same way.
fn row_bytes(row: &Row) -> Result<Vec<u8>, Fault> {
    v1::row_bytes(row).or_else(|_| {
        let bare = Row { family: String::new(), overseer: None, ..row.clone() };
        v1::row_bytes(&bare).map_err(|_| Fault::TooLarge(v1::EVENT_BYTES_MAX))
    })
}

/// The change that a batch of events makes.
pub(super) fn change(
    context: &mut Context<'_>,
    book: Book,
    open: &BTreeMap<CaseId, Row>,
    batch: &[Pending],
) -> Result<Change, Fault> {
    let mut change = Change::new(book);
    change.book.generation = context.opener.vault.generation();
    let streams: BTreeSet<[u8; 16]> = batch.iter().map(Pending::stream).collect();
    let mut by_stream: BTreeMap<[u8; 16], Vec<&Pending>> = BTreeMap::new();
    for pending in batch {
        by_stream.entry(pending.stream()).or_default().push(pending);
    }
    for id in streams {
        let frames = by_stream.remove(&id).unwrap_or_default();
        let old = context.store.stream(Tree::Frames, &id)?;
        change.append(id, &old, &frames);
        if id != NO_CASE {
            let mut events = context.opener.events(&old)?;
            events.extend(frames.iter().map(|p| p.event.clone()));
            let case = CaseId(id);
            let known = (case, !old.is_empty(), open.contains_key(&case));
            change.fold(context, known, &events)?;
        }
    }
    Ok(change)
}

/// What a member of staff is called and does, by the workspace's facts; later facts win in the
/// order of their chain.
pub(super) fn staff_of(
    events: &[Event],
) -> BTreeMap<crate::domain::id::StaffId, (String, crate::domain::fact::StaffRole)> {
    let mut found = BTreeMap::new();
    for event in events {
        if let Some(Fact::StaffJoined { staff, name, role }) = event.body.as_ref().map(|b| &b.fact)
        {
            found.insert(*staff, (name.clone(), *role));
        }
    }
    found
}
