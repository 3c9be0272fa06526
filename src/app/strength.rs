//! How strong a passphrase is: a careful guess, not a promise.
//!
//! Counts what a guesser must try: characters by their classes, less for repeats, rows and words
//! everyone uses. Deliberately absent: a word list of size; the advice is four words of your own.

/// What everyone tries first (parts of a passphrase, lower case).
const COMMON: [&str; 26] = [
    "welkom",
    "wachtwoord",
    "password",
    "qwerty",
    "azerty",
    "asdf",
    "zxcv",
    "123",
    "321",
    "abc",
    "letmein",
    "admin",
    "geheim",
    "nederland",
    "amsterdam",
    "lente",
    "zomer",
    "herfst",
    "winter",
    "voorjaar",
    "najaar",
    "januari",
    "ajax",
    "feyenoord",
    "veiligthuis",
    "beschermd",
];

/// Fewer characters than this are never enough.
pub const LENGTH_MIN: usize = 12;

/// How strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Too short or guessed at once: not accepted.
    Weak,
    /// Holds for a while.
    Fair,
    /// Holds.
    Strong,
}

/// Judges a passphrase.
#[must_use]
pub fn strength(passphrase: &str) -> Strength {
    let lower = passphrase.to_lowercase();
    let chars: Vec<char> = passphrase.chars().collect();
    // Two neighbours that are equal or follow each other add little.
    let rows = chars.windows(2).filter(|pair| match pair {
        [a, b] => (i64::from(u32::from(*a)) - i64::from(u32::from(*b))).abs() <= 1,
        _ => false,
    });
    let common: usize =
        COMMON.iter().map(|word| lower.matches(word).count() * word.chars().count()).sum();
    let useful = chars.len().saturating_sub(rows.count()).saturating_sub(common);
    let words = passphrase.split_whitespace().filter(|word| word.chars().count() >= 3).count();
    let mut kinds: Vec<char> = lower.chars().collect();
    kinds.sort_unstable();
    kinds.dedup();
    let classes = [
        chars.iter().any(|c| c.is_lowercase()),
        chars.iter().any(|c| c.is_uppercase()),
        chars.iter().any(|c| c.is_ascii_digit()),
        chars.iter().any(|c| !c.is_alphanumeric()),
    ];
    let classes = classes.into_iter().filter(|has| *has).count();
    if chars.len() < LENGTH_MIN || useful < 8 || kinds.len() < 6 {
        Strength::Weak
    } else if useful >= 18 && (words >= 4 || classes >= 3) {
        Strength::Strong
    } else {
        Strength::Fair
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everyone_tries_is_weak_however_long() {
        for weak in [
            "",
            "kort",
            "aaaaaaaaaaaaaaaaaaaa",
            "welkom123welkom",
            "1234567890123456",
            "abcdefghijklmnop",
            "Wachtwoord123456",
            "abababababababab",
        ] {
            assert_eq!(strength(weak), Strength::Weak, "{weak}");
        }
    }

    #[test]
    fn four_words_of_your_own_are_strong() {
        assert_eq!(strength("paard gieter lantaarn moeras"), Strength::Strong);
        assert_eq!(strength("gieterlantaarn"), Strength::Fair);
    }
}
