//! What somebody types, as what to look for. Each word must be found; each may be found in one of
//! several ways.
//!
//! Deliberately absent: operators, quotes, wildcards: nobody at a desk types them.

use super::fold_name::{fold_name, is_prefix, sound, words};
use super::index::Why;
use chrono::NaiveDate;

/// The first letter of a token in the index tells what it is; a name has none.
pub const NAME: u8 = 0;
/// How a name sounds.
pub const SOUND: u8 = b'~';
/// `YYYYMMDD`, as far as known.
pub const BIRTH: u8 = b'@';
/// Digits.
pub const BSN: u8 = b'#';
/// Postcode and number.
pub const ADDRESS: u8 = b'%';
/// Digits.
pub const PHONE: u8 = b'+';
/// Case number, folded.
pub const NUMBER: u8 = b'=';

const BSN_DIGITS_MIN: usize = 4;
const PHONE_DIGITS_MIN: usize = 6;

/// One way in which a word can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// In which kind of token.
    pub tag: u8,
    /// The folded text.
    pub text: String,
    /// Whether the token must begin with it.
    pub at_start: bool,
    /// What to call it.
    pub why: Why,
}

impl Way {
    fn new(tag: u8, text: &str, at_start: bool, why: Why) -> Self {
        Self { tag, text: text.to_owned(), at_start, why }
    }

    /// How well a token fits: 0 whole, 1 its beginning, 2 within; three more for a sound.
    #[must_use]
    pub fn rank(&self, token: &str) -> Option<u8> {
        let first = token.bytes().next().unwrap_or(NAME);
        let tag = if first.is_ascii_punctuation() { first } else { NAME };
        // A name that is written as it sounds has no token for its sound.
        if tag != self.tag && !(self.tag == SOUND && tag == NAME) {
            return None;
        }
        let value = if tag == NAME { token } else { token.get(1..)? };
        let fits = if value == self.text {
            0
        } else if value.starts_with(&self.text) {
            1
        } else if !self.at_start && value.contains(&self.text) {
            2
        } else {
            return None;
        };
        Some(if self.why == Why::Sound { fits + 3 } else { fits })
    }

    /// Whether whatever this way finds, `earlier` finds too.
    fn narrows(&self, earlier: &Self) -> bool {
        self.tag == earlier.tag
            && self.text.starts_with(&earlier.text)
            && (self.at_start || !earlier.at_start)
    }
}

/// The words of a query, each with its ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All must be found.
    pub words: Vec<Vec<Way>>,
}

impl Query {
    /// Reads what was typed.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let typed: Vec<&str> = typed.split_whitespace().collect();
        let mut query = Self::default();
        let mut names: Vec<String> = Vec::new();
        let mut at = 0;
        while let Some(word) = typed.get(at) {
            let rest = typed.get(at + 1..).unwrap_or_default();
            if let Some((address, used)) = postcode(word, rest) {
                query.words.push(vec![Way::new(ADDRESS, &address, true, Why::Address)]);
                at += used;
                continue;
            }
            at += 1;
            if let Some(date) = date(word) {
                query.words.push(vec![Way::new(BIRTH, &date, true, Why::Birth)]);
            } else if word.bytes().any(|b| b.is_ascii_digit()) {
                query.words.push(digits(word));
            } else {
                names.extend(words(word));
            }
        }
        // A prefix is optional beside another word; alone it is what is meant.
        let others = names.iter().filter(|name| !is_prefix(name)).count() + query.words.len();
        for name in names.iter().filter(|name| others == 0 || !is_prefix(name)) {
            query.words.push(name_ways(name));
        }
        query
    }

    /// Whether whatever this query finds was found by `earlier` too.
    #[must_use]
    pub fn narrows(&self, earlier: &Self) -> bool {
        self.words.len() == earlier.words.len()
            && self.words.iter().zip(&earlier.words).all(|(mine, theirs)| {
                mine.iter().all(|way| theirs.iter().any(|earlier| way.narrows(earlier)))
            })
    }
}

fn name_ways(name: &str) -> Vec<Way> {
    let heard = sound(name);
    let mut ways = vec![Way::new(NAME, name, false, Why::Name)];
    if heard.chars().count() > 1 {
        ways.push(Way::new(SOUND, &heard, true, Why::Sound));
    }
    ways
}

fn digits(word: &str) -> Vec<Way> {
    let folded = fold_name(word);
    let only: String = word.chars().filter(char::is_ascii_digit).collect();
    let mut ways = vec![Way::new(NUMBER, &folded, false, Why::Number)];
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '+' | '(' | ')' | '/');
    if word.chars().all(plain) {
        if only.len() >= BSN_DIGITS_MIN {
            ways.push(Way::new(BSN, &only, true, Why::Bsn));
        }
        if only.len() >= PHONE_DIGITS_MIN {
            ways.push(Way::new(PHONE, &only, false, Why::Phone));
        }
        if only.len() == 4 {
            ways.push(Way::new(BIRTH, &only, true, Why::Birth));
            ways.push(Way::new(ADDRESS, &only, true, Why::Address));
        }
    }
    ways
}

/// A postcode at the start of these words, with the house number after it when there is one; and
/// how many words it took.
fn postcode(word: &str, rest: &[&str]) -> Option<(String, usize)> {
    let four = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let two = |word: &str| word.len() == 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
    let (code, used) = match rest.first() {
        _ if word.len() == 6
            && word.get(..4).is_some_and(four)
            && word.get(4..).is_some_and(two) =>
        {
            (word.to_owned(), 1)
        }
        Some(letters) if four(word) && two(letters) => (format!("{word}{letters}"), 2),
        _ => return None,
    };
    let number = rest.get(used - 1).filter(|n| n.starts_with(|c: char| c.is_ascii_digit()));
    let number = number.filter(|number| date(number).is_none());
    Some((address_token(&code, number.unwrap_or(&"")), used + usize::from(number.is_some())))
}

/// An address as it is compared.
#[must_use]
pub fn address_token(postcode: &str, number: &str) -> String {
    let both = postcode.chars().chain(number.chars());
    both.filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// `10-10-2016`, `2016-10-10`, `10-2016`, also with `/` or `.`, as `YYYYMMDD` or `YYYYMM`.
fn date(word: &str) -> Option<String> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let number = |part: &&str| {
        let digits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let numbers: Vec<u32> = parts.iter().map(number).collect::<Option<_>>()?;
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let (year, month, day) = match (numbers.as_slice(), lengths.as_slice()) {
        (&[day, month, year], &[1..=2, 1..=2, 4]) => (year, month, Some(day)),
        (&[year, month, day], &[4, 1..=2, 1..=2]) => (year, month, Some(day)),
        (&[month, year], &[1..=2, 4]) | (&[year, month], &[4, 1..=2]) => (year, month, None),
        _ => return None,
    };
    let exists = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day.unwrap_or(1));
    exists?;
    Some(day.map_or_else(
        || format!("{year:04}{month:02}"),
        |day| format!("{year:04}{month:02}{day:02}"),
    ))
}
