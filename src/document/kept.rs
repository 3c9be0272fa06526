//! The message as it came, compressed and cut into parts that a fact can hold, and back.
//!
//! Deliberately absent: which key seals the parts (that of the reporter, whom the message names).

use super::decode::MESSAGE_BYTES_MAX;
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use std::io::Read;

/// The most one part holds, in bytes.
pub const PART_BYTES_MAX: usize = 48 * 1024;

/// The parts of a message, in order. Empty for an empty message.
#[must_use]
pub fn parts_of(message: &[u8]) -> Vec<Vec<u8>> {
    let mut packed = Vec::new();
    // Reading from memory into memory cannot fail; were it to, the bytes are kept as they are not.
    if DeflateEncoder::new(message, Compression::fast()).read_to_end(&mut packed).is_err() {
        return Vec::new();
    }
    if message.is_empty() {
        return Vec::new();
    }
    packed.chunks(PART_BYTES_MAX).map(<[u8]>::to_vec).collect()
}

/// The message from its parts, in order; `None` when they are not whole or claim to be larger than
/// any message may be.
#[must_use]
pub fn message_of(parts: &[&[u8]]) -> Option<Vec<u8>> {
    let packed = parts.concat();
    let limit = u64::try_from(MESSAGE_BYTES_MAX).ok()?;
    let mut message = Vec::new();
    let mut reader = DeflateDecoder::new(packed.as_slice()).take(limit + 1);
    reader.read_to_end(&mut message).ok()?;
    (message.len() <= MESSAGE_BYTES_MAX).then_some(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_put_together_again_byte_for_byte() {
        let noise: Vec<u8> =
            (0u32..200_000).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
        for message in [noise.as_slice(), b"<a/>", &[0xff, 0xfe, 0, 1]] {
            let parts = parts_of(message);
            assert!(parts.iter().all(|part| part.len() <= PART_BYTES_MAX));
            let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
            assert_eq!(message_of(&parts).as_deref(), Some(message));
        }
        assert_eq!(message_of(&[b"\xff\xff"]), None);
    }

    #[test]
    fn a_bomb_does_not_unfold() {
        let parts = parts_of(&vec![0; MESSAGE_BYTES_MAX + 1]);
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        assert_eq!(message_of(&parts), None);
    }
}
