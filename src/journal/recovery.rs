//! The recovery code: 256 random bits, shown once, written down, typed over when all passphrases
//! are lost.
//!
//! Sixteen letters and digits would be too few; these are fourteen groups of four in an alphabet
//! without I, L, O and U. The last group checks the others. Deliberately absent: what it opens.

use super::fault::Fault;
use super::seal::Key;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DATA_SIGNS: usize = 52;
const CHECK_SIGNS: usize = 4;
const GROUP_SIGNS: usize = 4;

/// The code that opens the recovery slot. Show it once; it is wiped when dropped.
pub struct RecoveryCode(Key);

impl RecoveryCode {
    pub(super) fn random() -> Result<Self, Fault> {
        Ok(Self(Key::random()?))
    }

    pub(super) fn secret(&self) -> &[u8; 32] {
        self.0.bytes()
    }

    /// The groups as shown: fourteen of four signs, with a hyphen between.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let mut signs = signs_of(self.0.bytes(), DATA_SIGNS);
        signs.extend(check_signs(self.0.bytes()));
        let mut out = Zeroizing::new(String::with_capacity(80));
        for (at, sign) in signs.iter().enumerate() {
            if at > 0 && at % GROUP_SIGNS == 0 {
                out.push('-');
            }
            out.push(char::from(*sign));
        }
        signs.zeroize();
        out
    }

    /// Reads a typed code: spaces, hyphens and case do not matter; I and L count as 1, O as 0.
    ///
    /// # Errors
    /// [`Fault::CodeMistyped`] when signs are missing, unknown, or the check group does not fit.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let mut values = Zeroizing::new(Vec::with_capacity(DATA_SIGNS + CHECK_SIGNS));
        for sign in text.bytes().filter(|b| !b.is_ascii_whitespace() && *b != b'-') {
            let sign = match sign.to_ascii_uppercase() {
                b'I' | b'L' => b'1',
                b'O' => b'0',
                other => other,
            };
            let value = ALPHABET.iter().position(|a| *a == sign).ok_or(Fault::CodeMistyped)?;
            values.push(u8::try_from(value).unwrap_or(0));
        }
        let (data, check) = values.split_at_checked(DATA_SIGNS).ok_or(Fault::CodeMistyped)?;
        let mut bytes = Zeroizing::new([0_u8; 33]);
        for (at, value) in data.iter().enumerate() {
            for bit in 0..5 {
                if value >> (4 - bit) & 1 == 1 {
                    let position = at * 5 + bit;
                    if let Some(byte) = bytes.get_mut(position / 8) {
                        *byte |= 1 << (7 - position % 8);
                    }
                }
            }
        }
        let key = Key::from_bytes(bytes.get(..32).unwrap_or_default());
        let key = key.filter(|_| bytes.last() == Some(&0)).ok_or(Fault::CodeMistyped)?;
        let typed: Vec<u8> =
            check.iter().filter_map(|v| ALPHABET.get(usize::from(*v)).copied()).collect();
        if typed != check_signs(key.bytes()) {
            return Err(Fault::CodeMistyped);
        }
        Ok(Self(key))
    }
}

/// The first `count` signs of the bits of `bytes`; past the end the bits are zero.
fn signs_of(bytes: &[u8], count: usize) -> Vec<u8> {
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |b| b >> (7 - at % 8) & 1);
    (0..count)
        .map(|sign| (0..5).fold(0, |value, at| value << 1 | bit(sign * 5 + at)))
        .filter_map(|value| ALPHABET.get(usize::from(value)).copied())
        .collect()
}

fn check_signs(secret: &[u8; 32]) -> Vec<u8> {
    let hash = Sha256::new_with_prefix(b"beschermd recovery check").chain_update(secret).finalize();
    signs_of(&hash, CHECK_SIGNS)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;

    #[test]
    fn a_code_typed_over_sloppily_is_the_same_code() {
        let code = RecoveryCode::random().unwrap();
        let text = code.text();
        assert_eq!(text.len(), 56 + 13);
        let sloppy = text.to_lowercase().replace('-', " ").replace('1', "l").replace('0', "o");
        assert_eq!(RecoveryCode::parse(&sloppy).unwrap().secret(), code.secret());
    }

    #[test]
    fn one_wrong_or_missing_sign_is_noticed() {
        let text = RecoveryCode::random().unwrap().text();
        for at in 0..text.len() {
            let mut other = text.to_string().into_bytes();
            if other[at] == b'-' {
                continue;
            }
            other[at] = if other[at] == b'7' { b'8' } else { b'7' };
            let other = String::from_utf8(other).unwrap();
            assert!(matches!(RecoveryCode::parse(&other), Err(Fault::CodeMistyped)));
        }
        assert!(RecoveryCode::parse(&text[..text.len() - 1]).is_err());
        assert!(RecoveryCode::parse("").is_err());
        assert!(RecoveryCode::parse(&format!("{}é", text.as_str())).is_err());
    }
}
