//! How a passphrase enters: from the terminal, unseen, or from an inherited descriptor.
//!
//! Never from an argument or the environment: other users can read the first and the second
//! survives in child processes. Deliberately absent: what a passphrase opens (`journal`), and the
//! words with which it is asked.

use std::io::{self, BufRead, IsTerminal, Read};
use zeroize::Zeroizing;

/// The longest passphrase, in bytes. More is a wrong descriptor rather than a passphrase.
pub const PASSPHRASE_BYTES_MAX: usize = 1024;

/// The shortest new passphrase, in characters.
pub const PASSPHRASE_CHARS_MIN: usize = 8;

/// Why no passphrase came in. Holds nothing of what did.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The descriptor is not open, or not for reading.
    #[error("descriptor {0} cannot be read")]
    NotReadable(u32),
    /// Nothing but an empty line.
    #[error("no passphrase on descriptor {0}")]
    Empty(u32),
    /// Longer than [`PASSPHRASE_BYTES_MAX`].
    #[error("more than {PASSPHRASE_BYTES_MAX} bytes in one line")]
    TooLong,
    /// Not UTF-8.
    #[error("not UTF-8")]
    NotText,
    /// There is no terminal to ask on.
    #[error("no terminal")]
    NoTerminal,
    /// The two times it was typed differ.
    #[error("typed differently")]
    Different,
    /// Shorter than [`PASSPHRASE_CHARS_MIN`].
    #[error("too short")]
    TooShort,
}

/// One line from an inherited descriptor. Standard input (0) is read through the buffer that the
/// rest of the program uses, so what follows the line is still there.
///
/// # Errors
/// See [`Trouble`].
pub fn from_descriptor(descriptor: u32) -> Result<Zeroizing<String>, Trouble> {
    let unreadable = |_: io::Error| Trouble::NotReadable(descriptor);
    let mut line = Zeroizing::new(Vec::with_capacity(PASSPHRASE_BYTES_MAX + 2));
    let bytes_max = u64::try_from(PASSPHRASE_BYTES_MAX + 2).unwrap_or(u64::MAX);
    if descriptor == 0 {
        io::stdin().lock().take(bytes_max).read_until(b'\n', &mut line).map_err(unreadable)?;
    } else {
        // The descriptor is opened anew by its name, which needs no unsafe code. One byte at a
        // time: the rest of the descriptor is not ours, and no copy stays in a buffer.
        let mut file = std::fs::File::open(format!("/dev/fd/{descriptor}")).map_err(unreadable)?;
        let mut byte = Zeroizing::new([0]);
        while line.len() < PASSPHRASE_BYTES_MAX + 2 && line.last() != Some(&b'\n') {
            if file.read(&mut *byte).map_err(unreadable)? == 0 {
                break;
            }
            line.extend_from_slice(&*byte);
        }
    }
    cut_line(&line, descriptor)
}

fn cut_line(line: &[u8], descriptor: u32) -> Result<Zeroizing<String>, Trouble> {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if line.is_empty() {
        return Err(Trouble::Empty(descriptor));
    }
    if line.len() > PASSPHRASE_BYTES_MAX {
        return Err(Trouble::TooLong);
    }
    let text = std::str::from_utf8(line).map_err(|_| Trouble::NotText)?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// Asks on the terminal itself, without showing what is typed.
///
/// # Errors
/// [`Trouble::NoTerminal`] when there is none.
pub fn from_terminal(question: &str) -> Result<Zeroizing<String>, Trouble> {
    rpassword::prompt_password(question).map(Zeroizing::new).map_err(|_| Trouble::NoTerminal)
}

/// Whether a new passphrase is long enough to be taken.
///
/// # Errors
/// [`Trouble::TooShort`].
pub fn check_new(passphrase: &str) -> Result<(), Trouble> {
    if passphrase.chars().count() < PASSPHRASE_CHARS_MIN {
        return Err(Trouble::TooShort);
    }
    Ok(())
}

/// How hard a passphrase is to guess. A rough measure, to advise with: never a guarantee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// A program guesses it within days.
    Weak,
    /// It holds for a while.
    Fair,
    /// It holds.
    Strong,
}

/// The strength of a passphrase, by its length without what repeats or runs on ("aaaa", "1234").
#[must_use]
pub fn strength(passphrase: &str) -> Strength {
    let mut length = 0_usize;
    let mut before: Option<char> = None;
    for sign in passphrase.chars() {
        let runs_on = before.is_some_and(|last| (u32::from(sign)).abs_diff(u32::from(last)) <= 1);
        length += usize::from(!runs_on);
        before = Some(sign);
    }
    let words = passphrase.split_whitespace().filter(|word| word.chars().count() > 2).count();
    match (length, words) {
        (18.., 4..) | (24.., _) => Strength::Strong,
        (11.., _) => Strength::Fair,
        (..11, _) => Strength::Weak,
    }
}

/// Whether anybody can be asked something: both ends are a terminal.
#[must_use]
pub fn has_terminal() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_line_ends_where_the_line_ends() {
        assert_eq!(cut_line(b"een zin\r\n", 3).unwrap().as_str(), "een zin");
        assert_eq!(cut_line(b"een zin ", 3).unwrap().as_str(), "een zin ");
        assert!(matches!(cut_line(b"\n", 3), Err(Trouble::Empty(3))));
        assert!(matches!(cut_line(&[0xff], 3), Err(Trouble::NotText)));
        assert!(matches!(cut_line(&[b'a'; 1025], 3), Err(Trouble::TooLong)));
    }

    #[test]
    fn repetition_does_not_make_a_passphrase_strong() {
        assert_eq!(strength("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), Strength::Weak);
        assert_eq!(strength("123456789012345"), Strength::Weak);
        assert_eq!(strength("fietsbel morgen"), Strength::Fair);
        assert_eq!(strength("fietsbel morgen kaas toren"), Strength::Strong);
    }
}
