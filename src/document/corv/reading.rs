//! Single values of a message: text, dates as far as they are known, moments, yes and no.
//!
//! A filler of an incomplete date is never kept. An impossible date is flagged and absent.
//! Deliberately absent: structure (`check` has held it already).

use super::check::is_nil;
use crate::document::incoming::Gathering;
use crate::document::xml::{Element, Space};
use crate::domain::person::Answer;
use crate::domain::report::Flag;
use crate::domain::time::{Day, Moment, NoValue, PartialDate};
use chrono::NaiveTime;

/// What stands in an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given<'a> {
    /// A value.
    Value(&'a str),
    /// Marked as having no value, perhaps with the reason.
    Nil(Option<NoValue>),
    /// No such element, or an empty one.
    Absent,
}

/// The first child with this name.
#[must_use]
pub fn child<'a>(parent: &'a Element, space: &Space, name: &str) -> Option<&'a Element> {
    parent.children.iter().find(|element| element.is(space, name))
}

/// The child with this name that is there and not nil.
#[must_use]
pub fn present<'a>(parent: &'a Element, space: &Space, name: &str) -> Option<&'a Element> {
    child(parent, space, name).filter(|element| !is_nil(element))
}

/// All children with this name that are not nil.
pub fn all<'a>(
    parent: &'a Element,
    space: &'a Space,
    name: &'a str,
) -> impl Iterator<Item = &'a Element> {
    parent.children.iter().filter(move |element| element.is(space, name) && !is_nil(element))
}

/// What an element gives.
#[must_use]
pub fn given(element: Option<&Element>) -> Given<'_> {
    let Some(element) = element else { return Given::Absent };
    let why = no_value(element);
    if is_nil(element) || (element.text.is_empty() && why.is_some()) {
        Given::Nil(why)
    } else if element.text.trim().is_empty() {
        Given::Absent
    } else {
        Given::Value(&element.text)
    }
}

/// Why an element has no value: the attribute with or without its namespace.
#[must_use]
pub fn no_value(element: &Element) -> Option<NoValue> {
    let name = element
        .attribute(&Space::Stuf, "noValue")
        .or_else(|| element.attribute(&Space::None, "noValue"))?;
    let all = [
        NoValue::Unknown,
        NoValue::EstablishedUnknown,
        NoValue::None,
        NoValue::Withheld,
        NoValue::Unsupported,
    ];
    all.into_iter().find(|known| known.name() == name)
}

/// A text as it was given, line breaks and all; empty when there is none.
pub fn long_text(
    parent: &Element,
    (space, name): (&Space, &str),
    gathering: &mut Gathering,
) -> String {
    match given(child(parent, space, name)) {
        Given::Value(text) => gathering.text(text),
        Given::Nil(_) | Given::Absent => String::new(),
    }
}

/// A short text, without spaces at its ends.
pub fn text(parent: &Element, at: (&Space, &str), gathering: &mut Gathering) -> String {
    long_text(parent, at, gathering).trim().to_owned()
}

/// Short texts of all children with this name.
pub fn texts(parent: &Element, at: (&Space, &str), gathering: &mut Gathering) -> Vec<String> {
    let found = all(parent, at.0, at.1).map(|element| element.text.trim());
    let found: Vec<&str> = found.filter(|text| !text.is_empty()).collect();
    found.into_iter().map(|text| gathering.text(text)).collect()
}

/// `Ja`, `Nee` (or `J`, `N`), or no answer; `None` when the element is not there.
#[must_use]
pub fn answer(parent: &Element, space: &Space, name: &str) -> Option<Answer> {
    match given(child(parent, space, name)) {
        Given::Value(text) if matches!(text.trim(), "Ja" | "J") => Some(Answer::Yes),
        Given::Value(text) if matches!(text.trim(), "Nee" | "N") => Some(Answer::No),
        Given::Value(_) | Given::Nil(_) => Some(Answer::Unknown),
        Given::Absent => None,
    }
}

/// The named extras below an element.
pub fn extras(parent: &Element, gathering: &mut Gathering) -> Vec<(String, String)> {
    let Some(list) = present(parent, &Space::Stuf, "extraElementen") else { return Vec::new() };
    let mut found = Vec::new();
    for extra in all(list, &Space::Stuf, "extraElement") {
        let name = extra.attribute(&Space::None, "naam").unwrap_or_default();
        let value = extra.text.trim();
        if !name.is_empty() || !value.is_empty() {
            found.push((gathering.text(name), gathering.text(value)));
        }
    }
    found
}

/// A date as far as it is known.
pub fn date(element: Option<&Element>, gathering: &mut Gathering) -> PartialDate {
    let (found, digits) = match (element, given(element)) {
        (Some(found), Given::Value(digits)) => (found, digits.trim()),
        (_, Given::Nil(why)) => return PartialDate::Absent(why),
        _ => return PartialDate::Absent(None),
    };
    let known = found.attribute(&Space::Stuf, "indOnvolledigeDatum").unwrap_or("V");
    if known == "J" || digits.bytes().all(|b| b == b'0') {
        return PartialDate::Absent(no_value(found).or(Some(NoValue::Unknown)));
    }
    match date_of(digits, known) {
        Some(date) => date,
        None => {
            gathering.flags.insert(Flag::DateImpossible);
            PartialDate::Absent(Some(NoValue::Unknown))
        }
    }
}

/// `YYYYMMDD`, of which the part behind what is known is filler. A month or day of zero is filler
/// too, whatever the indicator says.
fn date_of(digits: &str, known: &str) -> Option<PartialDate> {
    if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number = |range| digits.get(range).and_then(|part: &str| part.parse::<u32>().ok());
    let (year, month, day) = (number(0..4)?, number(4..6)?, number(6..8)?);
    let year = i32::try_from(year).ok().filter(|year| (1800..=2200).contains(year))?;
    if known == "M" || month == 0 {
        return Some(PartialDate::Year(year));
    }
    if known == "D" || day == 0 {
        return (month <= 12).then_some(PartialDate::Month(year, month));
    }
    Day::from_ymd_opt(year, month, day).map(PartialDate::Day)
}

/// `YYYYMMDD[HH[MM[SS[mmm]]]]` as Dutch local time; `None` when it does not exist.
#[must_use]
pub fn moment(stamp: &str) -> Option<Moment> {
    let stamp = stamp.trim();
    if !stamp.bytes().all(|b| b.is_ascii_digit()) || !matches!(stamp.len(), 8 | 10 | 12 | 14..=17) {
        return None;
    }
    let part = |from: usize, to: usize| match stamp.get(from..to.min(stamp.len())) {
        Some(digits) if !digits.is_empty() => digits.parse::<u32>().ok(),
        _ => Some(0),
    };
    let PartialDate::Day(day) = date_of(stamp.get(..8)?, "V")? else { return None };
    let millis = match stamp.len() {
        15 => part(14, 15)? * 100,
        16 => part(14, 16)? * 10,
        _ => part(14, 17)?,
    };
    let (hour, minute, second) = (part(8, 10)?, part(10, 12)?, part(12, 14)?);
    let time = NaiveTime::from_hms_milli_opt(hour, minute, second, millis)?;
    Some(Moment::from_local(day.and_time(time)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::document::xml::parse;

    const STUF: &str = "http://www.egem.nl/StUF/StUF0301";
    const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

    fn read(attributes: &str, digits: &str) -> (PartialDate, bool) {
        let xml = format!("<d xmlns:S='{STUF}' xmlns:i='{XSI}' {attributes}>{digits}</d>");
        let element = parse(&xml).unwrap();
        let mut gathering = Gathering::default();
        let date = date(Some(&element), &mut gathering);
        (date, gathering.flags.contains(&Flag::DateImpossible))
    }

    #[test]
    fn a_filler_is_never_kept() {
        let cases = [
            ("S:indOnvolledigeDatum='M'", "20150101", Some("2015")),
            ("S:indOnvolledigeDatum='M'", "20150000", Some("2015")),
            ("S:indOnvolledigeDatum='D'", "20261001", Some("2026-10")),
            ("S:indOnvolledigeDatum='D'", "19860500", Some("1986-05")),
            ("S:indOnvolledigeDatum='J'", "20150101", None),
            ("", "00000000", None),
            ("", "20150000", Some("2015")),
            ("", "20190405<!--input: 2019-04-05-->", Some("2019-04-05")),
            ("i:nil='1' S:noValue='geenWaarde'", "", None),
            ("noValue='geenWaarde'", "", None),
        ];
        for (attributes, digits, expected) in cases {
            let (date, flagged) = read(attributes, digits);
            assert_eq!(date.value().as_deref(), expected, "{attributes} {digits}");
            assert!(!flagged, "{attributes} {digits}");
        }
    }

    #[test]
    fn an_impossible_date_is_flagged_and_absent() {
        for digits in ["20260230", "-5", "20261301", "99999999", "2026"] {
            assert_eq!(read("", digits), (PartialDate::Absent(Some(NoValue::Unknown)), true));
        }
    }

    #[test]
    fn both_spellings_of_no_value_are_read() {
        for attributes in [
            "i:nil='true' S:noValue='vastgesteldOnbekend'",
            "i:nil='1' noValue='vastgesteldOnbekend'",
            "S:noValue='vastgesteldOnbekend'",
        ] {
            let (date, _) = read(attributes, "");
            assert_eq!(date, PartialDate::Absent(Some(NoValue::EstablishedUnknown)));
        }
    }

    #[test]
    fn a_stamp_is_dutch_local_time_of_any_precision() {
        let cases = [
            ("20261021", Some("2026-10-21T00:00:00+02:00")),
            ("2026102107", Some("2026-10-21T07:00:00+02:00")),
            ("202610052241", Some("2026-10-05T22:41:00+02:00")),
            ("20261106101233", Some("2026-11-06T10:12:33+01:00")),
            ("20261106101233456", Some("2026-11-06T10:12:33+01:00")),
            ("99999999999999999", None),
            ("20260230", None),
            ("202610210", None),
            ("20261021256100", None),
        ];
        for (stamp, expected) in cases {
            assert_eq!(moment(stamp).map(Moment::rfc3339).as_deref(), expected, "{stamp}");
        }
    }
}
