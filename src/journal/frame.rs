//! One event as it stands in a feed and in the database: a sealed header and a sealed payload.
//!
//! A frame begins with a prefix that can be recognised and checked by itself, so that reading can
//! go on after a damaged stretch, and ends with a checksum over all of it. The header is sealed
//! under the workspace's feed key; the payload under the key its header names, so that destroying
//! that key leaves a chain that still verifies. Deliberately absent: files.

use super::bytes::{Cursor, length32};
use super::fault::Fault;
use super::seal::{Key, context};
use crate::domain::event::Header;
use crate::domain::id::{EventId, WorkspaceId};
use crate::wire::v1;

const MAGIC: &[u8; 3] = b"\xB5VF";
/// The length of a prefix.
pub(super) const PREFIX_BYTES: usize = 16;
const CRC_BYTES: usize = 4;
/// No frame is longer: an event holds at most 256 KiB.
pub(super) const FRAME_BYTES_MAX: usize = 300 * 1024;

/// Seals and opens frames of one workspace.
#[derive(Clone)]
pub(super) struct Sealer {
    workspace: WorkspaceId,
    header_key: Key,
    workspace_key: Key,
}

/// What stands at a place in a stream of frames.
pub(super) enum Parsed<'a> {
    /// A frame whose checksum fits.
    Whole(Raw<'a>),
    /// The bytes end before the frame does.
    Cut,
    /// Not a frame, or a damaged one; where to look on, counted from here.
    Damaged(usize),
}

/// A frame that is not opened yet.
#[derive(Clone, Copy)]
pub(super) struct Raw<'a> {
    /// All of its bytes.
    pub bytes: &'a [u8],
    /// The sealed header.
    header: &'a [u8],
    /// The sealed payload.
    pub payload: &'a [u8],
    /// Whether a save ends with this frame.
    pub last: bool,
}

/// A frame whose header is opened.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    /// The hash of the header's bytes.
    pub id: EventId,
    /// The header.
    pub header: Header,
}

impl Sealer {
    /// The sealer that goes with the station key of a workspace.
    pub fn new(workspace: WorkspaceId, station: &Key) -> Self {
        Self {
            workspace,
            header_key: station.derive(&[b"feed header"]),
            workspace_key: station.derive(&[b"workspace facts"]),
        }
    }

    /// The key of facts that are not about a case.
    pub const fn workspace_key(&self) -> &Key {
        &self.workspace_key
    }

    /// Seals an event: its header's bytes, its payload under `key`.
    pub fn seal(
        &self,
        (id, header): (EventId, &[u8]),
        payload: &[u8],
        key: &Key,
        last: bool,
    ) -> Result<Vec<u8>, Fault> {
        let header = self.header_key.seal(&self.header_place(), header)?;
        let payload = key.seal(&self.payload_place(id), payload)?;
        let mut out = Vec::with_capacity(PREFIX_BYTES + header.len() + payload.len() + CRC_BYTES);
        out.extend_from_slice(MAGIC);
        out.push(u8::from(last));
        out.extend_from_slice(&length32(header.len()));
        out.extend_from_slice(&length32(payload.len()));
        super::bytes::close_with_crc(&mut out);
        out.extend_from_slice(&header);
        out.extend_from_slice(&payload);
        super::bytes::close_with_crc(&mut out);
        if out.len() > FRAME_BYTES_MAX {
            return Err(Fault::TooLarge(out.len()));
        }
        Ok(out)
    }

    /// Opens the header of a frame; `None` when it is not of this workspace or was tampered with.
    pub fn open_header(&self, raw: &Raw<'_>) -> Option<Opened> {
        let bytes = self.header_key.open(&self.header_place(), raw.header)?;
        let header = v1::read_header(&bytes).ok()?;
        Some(Opened { id: v1::event_id(&bytes), header })
    }

    /// Opens the payload of an event under its key and holds it against the header's hash.
    pub fn open_payload(&self, opened: &Opened, sealed: &[u8], key: &Key) -> Option<Vec<u8>> {
        let plain = key.open(&self.payload_place(opened.id), sealed)?;
        (v1::payload_hash(&plain) == opened.header.payload_hash).then(|| plain.to_vec())
    }

    fn header_place(&self) -> Vec<u8> {
        context(&[b"beschermd/feed/1/header", &self.workspace.0])
    }

    fn payload_place(&self, id: EventId) -> Vec<u8> {
        context(&[b"beschermd/feed/1/payload", &self.workspace.0, &id.0])
    }
}

/// Reads what stands at the front of `bytes`.
pub(super) fn parse(bytes: &[u8]) -> Parsed<'_> {
    if bytes.len() < PREFIX_BYTES {
        let known = MAGIC.len().min(bytes.len());
        let fits = bytes.get(..known) == MAGIC.get(..known);
        return if fits { Parsed::Cut } else { Parsed::Damaged(resync(bytes)) };
    }
    let Some((last, header, payload)) = read_prefix(bytes) else {
        // A file system may leave zeros where a write never arrived.
        let never_written = bytes.iter().all(|b| *b == 0);
        return if never_written { Parsed::Cut } else { Parsed::Damaged(resync(bytes)) };
    };
    let whole = PREFIX_BYTES + header + payload + CRC_BYTES;
    let Some(frame) = bytes.get(..whole) else { return Parsed::Cut };
    if super::bytes::checked(frame).is_none() {
        return Parsed::Damaged(resync(bytes));
    }
    let mut cursor = Cursor(frame);
    cursor.take(PREFIX_BYTES);
    match (cursor.take(header), cursor.take(payload)) {
        (Some(header), Some(payload)) => Parsed::Whole(Raw { bytes: frame, header, payload, last }),
        _ => Parsed::Damaged(whole),
    }
}

/// All frames in a stretch of bytes, damaged parts skipped; `None` in their place.
pub(super) fn each(bytes: &[u8]) -> impl Iterator<Item = Option<Raw<'_>>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (item, step) = match parse(rest) {
            Parsed::Whole(raw) => (Some(raw), raw.bytes.len()),
            Parsed::Cut => (None, rest.len()),
            Parsed::Damaged(step) => (None, step),
        };
        rest = rest.get(step..).unwrap_or_default();
        Some(item)
    })
}

/// Whether a save ends with this frame, and the two lengths.
fn read_prefix(bytes: &[u8]) -> Option<(bool, usize, usize)> {
    let mut cursor = Cursor(super::bytes::checked(bytes.get(..PREFIX_BYTES)?)?);
    (cursor.array::<3>()? == *MAGIC).then_some(())?;
    let last = cursor.u8()? == 1;
    let header = usize::try_from(cursor.u32()?).ok()?;
    let payload = usize::try_from(cursor.u32()?).ok()?;
    (header < FRAME_BYTES_MAX && payload < FRAME_BYTES_MAX).then_some((last, header, payload))
}

/// How far to the next recognisable prefix; to the end when there is none.
fn resync(bytes: &[u8]) -> usize {
    let begins = |at: &usize| {
        let rest = bytes.get(*at..).unwrap_or_default();
        rest.starts_with(MAGIC) && read_prefix(rest).is_some()
    };
    (1..bytes.len()).find(begins).unwrap_or(bytes.len())
}
