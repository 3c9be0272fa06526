//! Long values in short pieces: a stream of bytes under one id, cut into numbered chunks.
//!
//! No value of the database may exceed 4 KiB. Deliberately absent: what the bytes are.

use super::{EachStream, Store, Tree, Write};
use crate::journal::fault::Fault;
use zeroize::Zeroizing;

/// What fits in one chunk: with its length, padding, nonce and tag it stays below 4 KiB.
pub(in crate::journal) const CHUNK_DATA_BYTES: usize = 15 * 256 - 4;

/// The key of a chunk: the id, then its number.
pub(in crate::journal) fn chunk_key(id: &[u8; 16], number: u32) -> Vec<u8> {
    let mut key = id.to_vec();
    key.extend_from_slice(&number.to_be_bytes());
    key
}

/// The number in a chunk's key.
fn chunk_number(key: &[u8]) -> u32 {
    key.get(16..20).and_then(|n| n.try_into().ok()).map_or(0, u32::from_be_bytes)
}

/// Writes that put `bytes` as chunks from number `first` on.
pub(in crate::journal) fn cut(tree: Tree, id: &[u8; 16], first: u32, bytes: &[u8]) -> Vec<Write> {
    let pieces = bytes.chunks(CHUNK_DATA_BYTES);
    (first..)
        .zip(pieces)
        .map(|(number, piece)| Write {
            tree,
            key: chunk_key(id, number),
            value: Some(Zeroizing::new(piece.to_vec())),
        })
        .collect()
}

impl Store {
    /// All bytes of a stream; empty when there is none.
    pub fn stream(&self, tree: Tree, id: &[u8; 16]) -> Result<Zeroizing<Vec<u8>>, Fault> {
        let mut out = Zeroizing::new(Vec::new());
        let mut expected = 0;
        self.each(tree, id, &mut |key, piece| {
            if chunk_number(key) != expected {
                return Err(Fault::Damaged(super::Part::Database));
            }
            expected += 1;
            out.extend_from_slice(piece);
            Ok(())
        })?;
        Ok(out)
    }

    /// The number and content of the last chunk of a stream, to append to.
    pub fn tail(&self, tree: Tree, id: &[u8; 16]) -> Result<(u32, Zeroizing<Vec<u8>>), Fault> {
        Ok(match self.last(tree, id)? {
            Some((key, piece)) => (chunk_number(&key), piece),
            None => (0, Zeroizing::new(Vec::new())),
        })
    }

    /// Tells every stream of a tree, in the order of the ids, one at a time in memory.
    pub fn each_stream(&self, tree: Tree, each: EachStream<'_>) -> Result<(), Fault> {
        let mut current: Option<([u8; 16], u32, Zeroizing<Vec<u8>>)> = None;
        self.each(tree, &[], &mut |key, piece| {
            let id: Option<[u8; 16]> = key.get(..16).and_then(|id| id.try_into().ok());
            let id = id.ok_or(Fault::Damaged(super::Part::Database))?;
            let number = chunk_number(key);
            match &mut current {
                Some((open, next, bytes)) if *open == id && *next == number => {
                    bytes.extend_from_slice(piece);
                    *next += 1;
                    return Ok(());
                }
                Some((open, _, bytes)) if *open != id && number == 0 => each(*open, bytes)?,
                None if number == 0 => {}
                Some(_) | None => return Err(Fault::Damaged(super::Part::Database)),
            }
            current = Some((id, 1, Zeroizing::new(piece.to_vec())));
            Ok(())
        })?;
        match current {
            Some((id, _, bytes)) => each(id, &bytes),
            None => Ok(()),
        }
    }

    /// Writes that put `bytes` as a whole value and take away what is left of a longer one.
    pub fn replacing(&self, tree: Tree, id: &[u8; 16], bytes: &[u8]) -> Result<Vec<Write>, Fault> {
        let mut writes = cut(tree, id, 0, bytes);
        let (last, old) = self.tail(tree, id)?;
        let from = u32::try_from(writes.len()).unwrap_or(u32::MAX);
        if !old.is_empty() {
            writes.extend((from..=last).map(|number| Write {
                tree,
                key: chunk_key(id, number),
                value: None,
            }));
        }
        Ok(writes)
    }
}
