//! Version 1 of the bytes: frozen at release, held by the fixtures under
//! `tests/house/data/wire-v1`, which are never edited.
//!
//! The rules (each was learnt from a measured failure of the format): a limit on every decode;
//! bytes left over are refused; an explicit kind number selects the struct, never the index of an
//! enum; what is hashed is the stored bytes, never a re-encoding. A payload is
//!
//! ```text
//! salt[16] ‖ version u8 ‖ kind u16 little-endian ‖ why ‖ fields
//! ```
//!
//! and its first nineteen bytes keep their meaning in every version to come. Deliberately absent:
//! sealing (`journal`).

mod base;
mod date;
mod fact;
mod plan;
mod record;
mod shape;
mod work;

pub(super) use base::{Mirror, Text};
pub(super) use fact::FactV1;

use crate::domain::event::{Body, Header};
use crate::domain::fact::Fact;
use crate::domain::id::EventId;
use crate::domain::queue::Row;
use crate::domain::search::Card;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// Why bytes are not what they should be, or a value cannot become bytes. Holds no values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// Fewer bytes than the frame has.
    #[error("wire: {0} bytes are too few")]
    TooShort(usize),
    /// More than [`EVENT_BYTES_MAX`].
    #[error("wire: too large")]
    TooLarge,
    /// A version this program does not know, where it must.
    #[error("wire: version {0} is unknown")]
    UnknownVersion(u8),
    /// Bytes that are not this record.
    #[error("wire: kind {0} cannot be read")]
    Malformed(u16),
    /// Bytes are left over after the record.
    #[error("wire: kind {0} has bytes left over")]
    Trailing(u16),
    /// A text or list of the value is longer than its cap.
    #[error("wire: kind {0} holds a text or list over its cap")]
    OverCap(u16),
}

/// The most bytes of a header or payload.
pub const EVENT_BYTES_MAX: usize = 256 * 1024;
/// The most bytes of one text.
pub const TEXT_BYTES_MAX: usize = 64 * 1024;
/// The most entries of one list.
pub const LIST_MAX: usize = 4_096;
/// The most heads one event can replace.
pub const REPLACES_MAX: usize = 64;

/// The version of the bytes.
const VERSION: u8 = 1;
/// The version of a row, which is derived and made anew when it changes.
const ROW_VERSION: u8 = 2;
const SALT_BYTES: usize = 16;
const HEADER: (u8, u16) = (VERSION, 0);
const ROW: (u8, u16) = (ROW_VERSION, 0);
const CARD: (u8, u16) = (VERSION, 0);

const CONFIG: bincode::config::Configuration<
    bincode::config::LittleEndian,
    bincode::config::Varint,
    bincode::config::Limit<EVENT_BYTES_MAX>,
> = bincode::config::standard().with_limit::<EVENT_BYTES_MAX>();

fn encode<T: Serialize>(kind: u16, value: &T) -> Result<Vec<u8>, WireError> {
    let bytes =
        bincode::serde::encode_to_vec(value, CONFIG).map_err(|_| WireError::OverCap(kind))?;
    if bytes.len() > EVENT_BYTES_MAX { Err(WireError::TooLarge) } else { Ok(bytes) }
}

fn decode<T: DeserializeOwned>(kind: u16, bytes: &[u8]) -> Result<T, WireError> {
    if bytes.len() > EVENT_BYTES_MAX {
        return Err(WireError::TooLarge);
    }
    let (value, used) =
        bincode::serde::decode_from_slice(bytes, CONFIG).map_err(|_| WireError::Malformed(kind))?;
    if used == bytes.len() { Ok(value) } else { Err(WireError::Trailing(kind)) }
}

/// The bytes of a payload. A foreign fact is written back exactly as it came.
///
/// # Errors
/// [`WireError::OverCap`], [`WireError::TooLarge`].
pub fn payload_bytes(salt: [u8; SALT_BYTES], body: &Body) -> Result<Vec<u8>, WireError> {
    let mut bytes = salt.to_vec();
    match (&body.fact, FactV1::of(&body.fact)) {
        (Fact::Foreign { bytes: kept, .. }, _) => bytes.extend_from_slice(kept),
        (_, Some(fact)) => {
            bytes.push(VERSION);
            bytes.extend_from_slice(&fact.kind().to_le_bytes());
            bytes.extend_from_slice(&fact.encode(&Option::of(&body.why))?);
        }
        (_, None) => return Err(WireError::Malformed(0)),
    }
    if bytes.len() > EVENT_BYTES_MAX { Err(WireError::TooLarge) } else { Ok(bytes) }
}

/// Reads a payload. A kind or version this program does not know becomes [`Fact::Foreign`], which
/// holds everything behind the salt; its reason is among those bytes, so `why` is `None`.
///
/// # Errors
/// Bytes that are cut off, malformed, over a cap or left over.
pub fn read_payload(bytes: &[u8]) -> Result<Body, WireError> {
    if bytes.len() > EVENT_BYTES_MAX {
        return Err(WireError::TooLarge);
    }
    let short = WireError::TooShort(bytes.len());
    let framed = bytes.get(SALT_BYTES..).ok_or(short)?;
    let [version, low, high, rest @ ..] = framed else { return Err(short) };
    let kind = u16::from_le_bytes([*low, *high]);
    let known = if *version == VERSION { FactV1::decode(kind, rest) } else { None };
    match known {
        Some(read) => {
            let (why, fact) = read?;
            Ok(Body { fact: fact.back(), why: why.back() })
        }
        None => Ok(Body { fact: Fact::Foreign { kind, bytes: framed.to_vec() }, why: None }),
    }
}

/// SHA-256 over payload bytes, salt included.
#[must_use]
pub fn payload_hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A record that is not a fact: its version, then its fields.
fn framed<T: Mirror + Serialize>(
    (version, kind): (u8, u16),
    value: &T::Domain,
) -> Result<Vec<u8>, WireError> {
    let mut bytes = vec![version];
    bytes.extend_from_slice(&encode(kind, &T::of(value))?);
    if bytes.len() > EVENT_BYTES_MAX { Err(WireError::TooLarge) } else { Ok(bytes) }
}

fn unframed<T: Mirror + DeserializeOwned>(
    (known, kind): (u8, u16),
    bytes: &[u8],
) -> Result<T::Domain, WireError> {
    match bytes {
        [] => Err(WireError::TooShort(0)),
        [version, rest @ ..] if *version == known => decode::<T>(kind, rest).map(T::back),
        [version, ..] => Err(WireError::UnknownVersion(*version)),
    }
}

/// The bytes of a header.
///
/// # Errors
/// [`WireError::OverCap`] when it replaces more than [`REPLACES_MAX`] heads, or its moment lies
/// outside the years 0–9999.
pub fn header_bytes(header: &Header) -> Result<Vec<u8>, WireError> {
    framed::<record::Header>(HEADER, header)
}

/// Reads a header.
///
/// # Errors
/// Bytes that are cut off, malformed, left over, or of another version.
pub fn read_header(bytes: &[u8]) -> Result<Header, WireError> {
    unframed::<record::Header>(HEADER, bytes)
}

/// The id of the event with these header bytes: SHA-256 under a name of its own, so that no hash
/// of anything else can pass for an event.
#[must_use]
pub fn event_id(header_bytes: &[u8]) -> EventId {
    let hash = Sha256::new().chain_update(b"beschermd event v1\0").chain_update(header_bytes);
    EventId(hash.finalize().into())
}

/// The hash of a set of events: equal exactly when the sets are. Ids must come sorted, each once,
/// as [`crate::domain::ledger::EventSet::ids`] gives them.
#[must_use]
pub fn state_hash<'a>(sorted_ids: impl Iterator<Item = &'a EventId>) -> [u8; 32] {
    let mut hash = Sha256::new_with_prefix(b"beschermd state v1\0");
    for id in sorted_ids {
        hash.update(id.0);
    }
    hash.finalize().into()
}

/// The bytes of a row.
///
/// # Errors
/// [`WireError::OverCap`], [`WireError::TooLarge`].
pub fn row_bytes(row: &Row) -> Result<Vec<u8>, WireError> {
    framed::<record::Row>(ROW, row)
}

/// Reads a row.
///
/// # Errors
/// Bytes that are not exactly a row of this version.
pub fn read_row(bytes: &[u8]) -> Result<Row, WireError> {
    unframed::<record::Row>(ROW, bytes)
}

/// The bytes of a card.
///
/// # Errors
/// [`WireError::OverCap`], [`WireError::TooLarge`].
pub fn card_bytes(card: &Card) -> Result<Vec<u8>, WireError> {
    framed::<record::Card>(CARD, card)
}

/// Reads a card.
///
/// # Errors
/// Bytes that are not exactly a card of this version.
pub fn read_card(bytes: &[u8]) -> Result<Card, WireError> {
    unframed::<record::Card>(CARD, bytes)
}

/// The kind numbers of this version with their names in JSON.
#[must_use]
pub const fn kinds() -> &'static [(u16, &'static str)] {
    FactV1::KINDS
}
