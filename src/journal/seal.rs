//! Keys and sealing: XChaCha20-Poly1305 with random nonces, HKDF-SHA-256 for keys from keys.
//!
//! Every seal is bound to where it stands by its context (associated data): format, workspace,
//! and what the caller adds. Deliberately absent: passphrases (`keyring`) and where keys live.

use super::fault::Fault;
use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{KeyInit, Tag, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Bytes that sealing adds: nonce and tag.
pub(super) const SEAL_OVERHEAD_BYTES: usize = NONCE_BYTES + TAG_BYTES;
const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;
const PAD_STEP_BYTES: usize = 256;

/// A secret key of 32 bytes, wiped when dropped.
#[derive(Clone)]
pub(super) struct Key(Zeroizing<[u8; 32]>);

/// What a seal is bound to: named parts, each with its length, so that no two lists of parts
/// give the same bytes.
pub(super) fn context(parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::with_capacity(parts.iter().map(|p| p.len() + 4).sum());
    for part in parts {
        out.extend_from_slice(&super::bytes::length32(part.len()));
        out.extend_from_slice(part);
    }
    out
}

/// `N` random bytes from the operating system.
pub(super) fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut out = [0; N];
    getrandom::fill(&mut out).map_err(|_| Fault::NoRandomness)?;
    Ok(out)
}

impl Key {
    /// A new random key.
    pub fn random() -> Result<Self, Fault> {
        let mut key = Self(Zeroizing::new([0; 32]));
        getrandom::fill(key.0.as_mut_slice()).map_err(|_| Fault::NoRandomness)?;
        Ok(key)
    }

    /// A key from its bytes; `None` unless there are 32.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut key = Self(Zeroizing::new([0; 32]));
        (bytes.len() == 32).then(|| key.0.copy_from_slice(bytes))?;
        Some(key)
    }

    /// The bytes of the key, to be wrapped.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Another key that follows from this one and a name.
    pub fn derive(&self, name: &[&[u8]]) -> Self {
        let mut out = Self(Zeroizing::new([0; 32]));
        // Expanding to 32 bytes cannot fail: the limit of HKDF-SHA-256 is 255 * 32.
        let done = Hkdf::<Sha256>::new(None, self.0.as_slice())
            .expand(&context(name), out.0.as_mut_slice());
        debug_assert!(done.is_ok());
        out
    }

    /// Seals: nonce, ciphertext, tag.
    pub fn seal(&self, context: &[u8], plain: &[u8]) -> Result<Vec<u8>, Fault> {
        let nonce = random::<NONCE_BYTES>()?;
        let mut out = Vec::with_capacity(plain.len() + SEAL_OVERHEAD_BYTES);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(plain);
        let body = out.get_mut(NONCE_BYTES..).unwrap_or_default();
        let tag = XChaCha20Poly1305::new(self.0.as_slice().into())
            .encrypt_in_place_detached(XNonce::from_slice(&nonce), context, body)
            .map_err(|_| Fault::TooLarge(plain.len()))?;
        out.extend_from_slice(&tag);
        Ok(out)
    }

    /// Opens what [`Self::seal`] made in the same context; `None` for anything else.
    pub fn open(&self, context: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, rest) = sealed.split_at_checked(NONCE_BYTES)?;
        let (body, tag) = rest.split_at_checked(rest.len().checked_sub(TAG_BYTES)?)?;
        let mut plain = Zeroizing::new(body.to_vec());
        XChaCha20Poly1305::new(self.0.as_slice().into())
            .decrypt_in_place_detached(
                XNonce::from_slice(nonce),
                context,
                &mut plain,
                Tag::from_slice(tag),
            )
            .ok()?;
        Some(plain)
    }
}

/// The bytes with their length in front, filled up to a multiple of 256, so that a sealed value
/// tells little about its content.
pub(super) fn pad(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    let full = (bytes.len() + 4).next_multiple_of(PAD_STEP_BYTES);
    let mut out = Zeroizing::new(Vec::with_capacity(full));
    out.extend_from_slice(&super::bytes::length32(bytes.len()));
    out.extend_from_slice(bytes);
    out.resize(full, 0);
    out
}

/// What [`pad`] was given.
pub(super) fn unpad(bytes: &[u8]) -> Option<&[u8]> {
    let mut cursor = super::bytes::Cursor(bytes);
    let length = usize::try_from(cursor.u32()?).ok()?;
    cursor.take(length)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;

    #[test]
    fn a_seal_opens_only_with_its_key_in_its_place_and_unchanged() {
        let key = Key::random().unwrap();
        let place = context(&[b"a", b"b"]);
        let sealed = key.seal(&place, b"secret").unwrap();
        assert_eq!(key.open(&place, &sealed).unwrap().as_slice(), b"secret");
        assert!(key.open(&context(&[b"ab", b""]), &sealed).is_none());
        assert!(Key::random().unwrap().open(&place, &sealed).is_none());
        for at in 0..sealed.len() {
            let mut other = sealed.clone();
            other[at] ^= 1;
            assert!(key.open(&place, &other).is_none(), "byte {at}");
        }
        assert!(key.open(&place, &sealed[..10]).is_none());
    }

    #[test]
    fn padding_hides_the_length_and_is_read_back() {
        for length in [0, 1, 251, 252, 253, 600] {
            let padded = pad(&vec![7; length]);
            assert_eq!(padded.len() % 256, 0);
            assert_eq!(unpad(&padded).unwrap(), vec![7; length]);
        }
        assert!(unpad(&[0, 0, 1, 0]).is_none());
    }
}
