//! Version 1 of the bytes.

use crate::domain::event::{Body, Header};
use crate::domain::id::EventId;
use crate::domain::queue::Row;
use crate::domain::search::Card;

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

/// The bytes of a payload: `salt[16] ‖ version u8 ‖ kind u16 LE ‖ why ‖ fields`.
///
/// # Errors
/// [`WireError::OverCap`], [`WireError::TooLarge`].
pub fn payload_bytes(_salt: [u8; 16], _body: &Body) -> Result<Vec<u8>, WireError> {
    Err(WireError::TooLarge)
}

/// Reads a payload. A kind or version that is not known becomes [`crate::domain::fact::Fact::Foreign`].
///
/// # Errors
/// Bytes that are cut off, malformed or left over.
pub fn read_payload(_bytes: &[u8]) -> Result<Body, WireError> {
    Err(WireError::TooLarge)
}

/// SHA-256 over payload bytes, salt included.
#[must_use]
pub fn payload_hash(_bytes: &[u8]) -> [u8; 32] {
    [0; 32]
}

/// The bytes of a header.
///
/// # Errors
/// [`WireError::OverCap`] when it replaces more than [`REPLACES_MAX`] heads.
pub fn header_bytes(_header: &Header) -> Result<Vec<u8>, WireError> {
    Err(WireError::TooLarge)
}

/// Reads a header.
///
/// # Errors
/// Bytes that are cut off, malformed, left over, or of another version.
pub fn read_header(_bytes: &[u8]) -> Result<Header, WireError> {
    Err(WireError::TooLarge)
}

/// The id of the event with these header bytes.
#[must_use]
pub fn event_id(_header_bytes: &[u8]) -> EventId {
    EventId::NONE
}

/// The hash of a set of events: equal exactly when the sets are. Ids must come sorted, each once.
#[must_use]
pub fn state_hash<'a>(_sorted_ids: impl Iterator<Item = &'a EventId>) -> [u8; 32] {
    [0; 32]
}

/// The bytes of a row.
///
/// # Errors
/// [`WireError::OverCap`], [`WireError::TooLarge`].
pub fn row_bytes(_row: &Row) -> Result<Vec<u8>, WireError> {
    Err(WireError::TooLarge)
}

/// Reads a row.
///
/// # Errors
/// Bytes that are not exactly a row of this version.
pub fn read_row(_bytes: &[u8]) -> Result<Row, WireError> {
    Err(WireError::TooLarge)
}

/// The bytes of a card.
///
/// # Errors
/// [`WireError::OverCap`], [`WireError::TooLarge`].
pub fn card_bytes(_card: &Card) -> Result<Vec<u8>, WireError> {
    Err(WireError::TooLarge)
}

/// Reads a card.
///
/// # Errors
/// Bytes that are not exactly a card of this version.
pub fn read_card(_bytes: &[u8]) -> Result<Card, WireError> {
    Err(WireError::TooLarge)
}
