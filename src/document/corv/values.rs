//! Types of single values: what a text, number or code may look like.
//!
//! Deliberately absent: a regular-expression engine. The standard's patterns are runs of character
//! classes with a count, and that is what [`Pattern`] reads.

use crate::document::refusal::Kind;

/// The kind of value a type starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// Text, spaces kept.
    Text,
    /// Text, runs of spaces made one.
    Token,
    /// `true`, `false`, `1`, `0`.
    Boolean,
    /// A decimal number.
    Decimal,
    /// A whole number.
    Integer,
    /// A whole number from 0.
    NotNegative,
    /// A whole number from 1.
    Positive,
}

/// A limit.
#[derive(Clone, Debug)]
pub enum Facet {
    /// One of these.
    OneOf(Vec<String>),
    /// At least so many characters.
    LengthMin(usize),
    /// At most so many characters.
    LengthMax(usize),
    /// Exactly so many characters.
    Length(usize),
    /// Of this form.
    Pattern(Pattern),
    /// At most so many digits.
    TotalDigits(usize),
    /// At most so many digits behind the point.
    FractionDigits(usize),
    /// Not above.
    AtMost(u64),
}

/// A type of value.
#[derive(Clone, Debug)]
pub struct Simple {
    /// The kind it starts from.
    pub base: Base,
    /// The limits, all of which hold.
    pub facets: Vec<Facet>,
}

impl Simple {
    /// What is wrong with a value; `None` when it is fine.
    #[must_use]
    pub fn fault(&self, raw: &str) -> Option<Kind> {
        let collapsed;
        let value = if self.base == Base::Text {
            raw
        } else {
            collapsed = collapse(raw);
            &collapsed
        };
        if !self.base.takes(value) {
            return Some(Kind::ValueForm);
        }
        self.facets.iter().find_map(|facet| facet.fault(value))
    }
}

fn collapse(raw: &str) -> String {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    raw.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

impl Base {
    fn takes(self, value: &str) -> bool {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let unsigned = value.strip_prefix(['+', '-']).unwrap_or(value);
        let zero = unsigned.bytes().all(|b| b == b'0');
        let negative = value.starts_with('-') && !zero;
        match self {
            Self::Text | Self::Token => true,
            Self::Boolean => matches!(value, "true" | "false" | "1" | "0"),
            Self::Decimal => match unsigned.split_once('.') {
                None => digits(unsigned),
                Some((whole, part)) => {
                    (digits(whole) && (part.is_empty() || digits(part)))
                        || (whole.is_empty() && digits(part))
                }
            },
            Self::Integer => digits(unsigned),
            Self::NotNegative => digits(unsigned) && !negative,
            Self::Positive => digits(unsigned) && !negative && !zero,
        }
    }
}

impl Facet {
    fn fault(&self, value: &str) -> Option<Kind> {
        let length = || value.chars().count();
        let (fine, kind) = match self {
            Self::OneOf(list) => (list.iter().any(|known| known == value), Kind::ValueUnknown),
            Self::LengthMin(least) => (length() >= *least, Kind::ValueLength),
            Self::LengthMax(most) => (length() <= *most, Kind::ValueLength),
            Self::Length(exact) => (length() == *exact, Kind::ValueLength),
            Self::Pattern(pattern) => (pattern.takes(value), Kind::ValueForm),
            Self::TotalDigits(most) => {
                let (whole, part) = digits_of(value);
                (whole.len() + part.len() <= *most, Kind::ValueLength)
            }
            Self::FractionDigits(most) => (digits_of(value).1.len() <= *most, Kind::ValueForm),
            Self::AtMost(most) => {
                let (whole, _) = digits_of(value);
                let number = if whole.is_empty() { Some(0) } else { whole.parse::<u64>().ok() };
                let below = value.starts_with('-') || number.is_some_and(|n| n <= *most);
                (below, Kind::ValueForm)
            }
        };
        (!fine).then_some(kind)
    }
}

/// The digits before and behind the point, without zeros that say nothing.
fn digits_of(value: &str) -> (&str, &str) {
    let unsigned = value.strip_prefix(['+', '-']).unwrap_or(value);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    (whole.trim_start_matches('0'), part.trim_end_matches('0'))
}

/// Runs of character classes, each with a least and a most count.
#[derive(Clone, Debug)]
pub struct Pattern(Vec<Run>);

/// Ranges of characters, and how many at least and at most.
type Run = (Vec<(u8, u8)>, usize, usize);

impl Pattern {
    /// Reads `[A-Za-z0-9]{m,n}` groups.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut groups = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (class, after) = rest.strip_prefix('[')?.split_once(']')?;
            let mut ranges = Vec::new();
            for range in class.as_bytes().chunks(3) {
                let [low, b'-', high] = range else { return None };
                ranges.push((*low, *high));
            }
            rest = after;
            let (mut least, mut most) = (1, 1);
            if let Some((count, after)) = rest.strip_prefix('{').and_then(|r| r.split_once('}')) {
                let (low, high) = count.split_once(',').unwrap_or((count, count));
                (least, most) = (low.parse().ok()?, high.parse().ok()?);
                rest = after;
            }
            groups.push((ranges, least, most));
        }
        Some(Self(groups))
    }

    /// Whether the whole value has this form. Each run takes all it can: in the standard's patterns
    /// neighbouring classes never overlap.
    #[must_use]
    pub fn takes(&self, value: &str) -> bool {
        let mut rest = value.as_bytes();
        for (ranges, least, most) in &self.0 {
            let fits = |b: &u8| ranges.iter().any(|(low, high)| (low..=high).contains(&b));
            let taken = rest.iter().take(*most).take_while(|b| fits(b)).count();
            if taken < *least {
                return false;
            }
            rest = rest.get(taken..).unwrap_or_default();
        }
        rest.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_hold_for_the_whole_value() {
        let postcode = Pattern::read("[1-9][0-9]{3}[A-Z]{0,2}").expect("a pattern");
        for good in ["8099ZX", "8099", "8099Z"] {
            assert!(postcode.takes(good), "{good}");
        }
        for bad in ["0099ZX", "809", "8099zx", "8099 ZX", "8099ZXX", "", "8099Z\u{e9}"] {
            assert!(!postcode.takes(bad), "{bad}");
        }
        assert!(Pattern::read("a+").is_none());
    }

    #[test]
    fn numbers_are_measured_without_empty_zeros() {
        let facets = vec![Facet::TotalDigits(8), Facet::FractionDigits(0)];
        let date = Simple { base: Base::Decimal, facets };
        for good in ["20260230", "0", "-5", " 20261005 ", "0020261005", "20261005.0"] {
            assert_eq!(date.fault(good), None, "{good}");
        }
        for bad in ["", "2026-10-05", "202610051", "2026100.5", ".", "1e5", "+"] {
            assert!(date.fault(bad).is_some(), "{bad}");
        }
    }
}
