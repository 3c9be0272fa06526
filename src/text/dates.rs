//! Dates and times as people say and type them, in both languages.
//!
//! Pure functions: "today" is an argument, the words come from [`Text`]. Deliberately absent: the
//! counting of terms (`domain::deadline`) and every clock.

use super::{Key, Text};
use crate::domain::deadline::{Holiday, Rest};
use crate::domain::time::{Day, Moment, PartialDate};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, Timelike};

const MINUTES_PER_HOUR: i64 = 60;
const MINUTES_PER_DAY: i64 = 24 * MINUTES_PER_HOUR;
const MILLIS_PER_MINUTE: i64 = 60_000;
/// A date typed without a year lies at most this far from the reference.
const YEARS_AROUND: i32 = 8;
/// A two-digit year means at most this many years after the reference, else the century before.
const YEARS_AHEAD_MAX: i32 = 10;

/// `ma`, `Mon`.
#[must_use]
pub fn weekday_short(day: Day, text: &Text) -> &str {
    nth(text.get(Key::WeekdayNamesShort), day.weekday().num_days_from_monday())
}

/// `maandag`, `Monday`.
#[must_use]
pub fn weekday_long(day: Day, text: &Text) -> &str {
    nth(text.get(Key::WeekdayNamesLong), day.weekday().num_days_from_monday())
}

/// `ma 10 okt`, `Mon 10 Oct`.
#[must_use]
pub fn short_day(day: Day, text: &Text) -> String {
    let month = nth(text.get(Key::MonthNamesShort), day.month0());
    format!("{} {} {month}", weekday_short(day, text), day.day())
}

/// [`short_day`], with the year when it is not this year's: `ma 10 okt 2016`.
#[must_use]
pub fn short_day_year(day: Day, today: Day, text: &Text) -> String {
    let mut short = short_day(day, text);
    if day.year() != today.year() {
        short.push_str(&format!(" {}", day.year()));
    }
    short
}

/// `maandag 10 oktober 2016`, `Monday 10 October 2016`.
#[must_use]
pub fn long_day(day: Day, text: &Text) -> String {
    let month = nth(text.get(Key::MonthNamesLong), day.month0());
    format!("{} {} {month} {}", weekday_long(day, text), day.day(), day.year())
}

/// `10-10-2016` in both languages: the order everyone in this work writes.
#[must_use]
pub fn numeric_day(day: Day) -> String {
    format!("{:02}-{:02}-{:04}", day.day(), day.month(), day.year())
}

/// `12-03-2015`, `03-2015`, `2015`, or the word for why it is absent.
#[must_use]
pub fn partial_date(date: &PartialDate, text: &Text) -> String {
    use crate::domain::time::NoValue;
    match date {
        PartialDate::Day(day) => numeric_day(*day),
        PartialDate::Month(year, month) => format!("{month:02}-{year:04}"),
        PartialDate::Year(year) => format!("{year:04}"),
        PartialDate::Absent(why) => text
            .get(match why {
                None | Some(NoValue::Unknown) => Key::Unknown,
                Some(NoValue::EstablishedUnknown) => Key::EstablishedUnknown,
                Some(NoValue::None) => Key::None,
                Some(NoValue::Withheld) => Key::Withheld,
                Some(NoValue::Unsupported) => Key::Unsupported,
            })
            .to_owned(),
    }
}

/// `14:32`.
#[must_use]
pub fn time_hhmm(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `ma 10 okt 14:32` in Dutch time.
#[must_use]
pub fn short_moment(moment: Moment, text: &Text) -> String {
    let local = moment.local();
    format!("{} {}", short_day(local.date(), text), time_hhmm(local.time()))
}

/// `gisteren`, `vandaag`, `morgen`, else [`short_day_year`].
#[must_use]
pub fn relative_day(day: Day, today: Day, text: &Text) -> String {
    match days_between(today, day) {
        -1 => text.get(Key::Yesterday).to_owned(),
        0 => text.get(Key::Today).to_owned(),
        1 => text.get(Key::Tomorrow).to_owned(),
        _ => short_day_year(day, today, text),
    }
}

/// For a narrow column: `nog 4 d`, `vandaag`, `-1 d`.
#[must_use]
pub fn days_left_short(days_left: i64, text: &Text) -> String {
    match days_left {
        0 => text.get(Key::DueToday).to_owned(),
        1.. => text.with(Key::DaysLeftShort, &[("count", days_left.into())]),
        _ => text.with(Key::DaysOverdueShort, &[("count", days_left.saturating_neg().into())]),
    }
}

/// In words: `nog 4 dagen`, `vandaag`, `1 dag te laat`.
#[must_use]
pub fn days_left(days_left: i64, text: &Text) -> String {
    match days_left {
        0 => text.get(Key::DueToday).to_owned(),
        1.. => text.with(Key::DaysLeft, &[("count", days_left.into())]),
        _ => text.with(Key::DaysOverdue, &[("count", days_left.saturating_neg().into())]),
    }
}

/// From `now` to the moment a term ends: `nog 2 d 6 u`, `nog 3 u 20 min`, `nog 5 min`, and after
/// it `-1 d 2 u` or `-0 u 10 min`. Whole minutes, rounded towards now.
#[must_use]
pub fn time_left(now: Moment, end: Moment, text: &Text) -> String {
    let millis = end.millis_since(now);
    let minutes = (millis / MILLIS_PER_MINUTE).abs();
    let (days, rest) = (minutes / MINUTES_PER_DAY, minutes % MINUTES_PER_DAY);
    let (hours, minutes) = (rest / MINUTES_PER_HOUR, rest % MINUTES_PER_HOUR);
    let key = match (millis < 0, days, hours) {
        (false, 1.., _) => Key::TimeLeftDaysHours,
        (false, _, 1..) => Key::TimeLeftHoursMinutes,
        (false, ..) => Key::TimeLeftMinutes,
        (true, 1.., _) => Key::TimeOverDaysHours,
        (true, ..) => Key::TimeOverHoursMinutes,
    };
    let values = [("days", days.into()), ("hours", hours.into()), ("minutes", minutes.into())];
    text.with(key, &values)
}

/// Why a day is not an ordinary one.
#[must_use]
pub const fn rest_day(rest: Rest) -> Key {
    match rest {
        Rest::Saturday => Key::WhySaturday,
        Rest::Sunday => Key::WhySunday,
        Rest::Decreed => Key::WhyDecreed,
        Rest::Holiday(holiday) => match holiday {
            Holiday::NewYearsDay => Key::WhyNewYear,
            Holiday::GoodFriday => Key::WhyGoodFriday,
            Holiday::EasterMonday => Key::WhyEasterMonday,
            Holiday::KingsDay => Key::WhyKingsDay,
            Holiday::QueensDay => Key::WhyQueensDay,
            Holiday::LiberationDay => Key::WhyLiberationDay,
            Holiday::AscensionDay => Key::WhyAscension,
            Holiday::WhitMonday => Key::WhyWhitMonday,
            Holiday::ChristmasDay => Key::WhyChristmas1,
            Holiday::SecondChristmasDay => Key::WhyChristmas2,
        },
    }
}

/// Calendar days from `from` to `to`; negative when `to` lies before it.
#[must_use]
pub fn days_between(from: Day, to: Day) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// Reads a day as typed: `10-10` (the nearest such day to the reference), `10-10-2026`,
/// `10-10-26`, `10/10`, `10.10`, `10 okt`, `10 oktober 2026`, `2026-10-10`, `vandaag`, `gisteren`,
/// `+5d`, `-2d`, `+2w`. The words of the language of `text` are understood. `None` when it is not
/// a day, or one that does not exist.
#[must_use]
pub fn parse_day(typed: &str, reference: Day, text: &Text) -> Option<Day> {
    let typed = typed.trim().to_lowercase();
    parse_word(&typed, reference, text)
        .or_else(|| parse_offset(&typed, reference))
        .or_else(|| parse_parts(&typed, reference, text))
}

/// Reads a date that may be known in part: all of [`parse_day`], `03-2015`, `mrt 2015`, `2015`,
/// and `?` or the word for unknown.
#[must_use]
pub fn parse_partial_date(typed: &str, reference: Day, text: &Text) -> Option<PartialDate> {
    let typed = typed.trim().to_lowercase();
    if text.get(Key::TypedUnknown).split(' ').any(|word| word == typed) {
        return Some(PartialDate::Absent(Some(crate::domain::time::NoValue::Unknown)));
    }
    let parts = split_parts(&typed);
    let year_of = |part: &str| number(part).filter(|_| part.len() == 4);
    match parts.as_slice() {
        [year] => {
            if let Some(year) = year_of(year) {
                return i32::try_from(year).ok().map(PartialDate::Year);
            }
        }
        [month, year] => {
            if let (Some(month), Some(year)) = (month_number(month, text), year_of(year)) {
                return i32::try_from(year).ok().map(|year| PartialDate::Month(year, month));
            }
        }
        _whole_date => {}
    }
    parse_day(&typed, reference, text).map(PartialDate::Day)
}

/// Reads a time as typed: `14:32`, `14.32`, `14u32`, `1432`, `932`, `14`, `14u`. `None` when it is
/// not a time of the day.
#[must_use]
pub fn parse_time(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim().to_lowercase();
    let (hours, minutes) = if let Some(at) = typed.find([':', '.', 'u', 'h']) {
        let (hours, rest) = typed.split_at_checked(at)?;
        (hours.to_owned(), rest.get(1..)?.trim().to_owned())
    } else if typed.len() > 2 && typed.is_ascii() {
        let (hours, minutes) = typed.split_at_checked(typed.len() - 2)?;
        (hours.to_owned(), minutes.to_owned())
    } else {
        (typed, String::new())
    };
    let minutes = match minutes.len() {
        0 => 0,
        2 => number(&minutes)?,
        _ => return None,
    };
    NaiveTime::from_hms_opt(number(hours.trim()).filter(|_| hours.len() <= 2)?, minutes, 0)
}

fn nth(words: &str, at: u32) -> &str {
    words.split(' ').nth(usize::try_from(at).unwrap_or(usize::MAX)).unwrap_or("")
}

fn number(digits: &str) -> Option<u32> {
    let all_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    all_digits.then(|| digits.parse().ok()).flatten()
}

fn parse_word(typed: &str, reference: Day, text: &Text) -> Option<Day> {
    let words = [
        (Key::TypedToday, 0),
        (Key::TypedYesterday, -1),
        (Key::TypedDayBeforeYesterday, -2),
        (Key::TypedTomorrow, 1),
        (Key::TypedDayAfterTomorrow, 2),
    ];
    let found = words.iter().find(|(key, _)| text.get(*key).split(' ').any(|word| word == typed));
    found.and_then(|(_, days)| shift(reference, *days))
}

fn parse_offset(typed: &str, reference: Day) -> Option<Day> {
    let (sign, rest) = match typed.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, typed.strip_prefix('-')?),
    };
    let rest = rest.trim();
    let (digits, days_each) = match rest.strip_suffix('w') {
        Some(digits) => (digits, 7),
        None => (rest.strip_suffix('d').unwrap_or(rest), 1),
    };
    let count = i64::from(number(digits.trim())?);
    shift(reference, sign * count * days_each)
}

fn shift(day: Day, days: i64) -> Option<Day> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(distance) } else { day.checked_add_days(distance) }
}

fn split_parts(typed: &str) -> Vec<&str> {
    typed.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect()
}

fn parse_parts(typed: &str, reference: Day, text: &Text) -> Option<Day> {
    let parts = split_parts(typed);
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => NaiveDate::from_ymd_opt(
            i32::try_from(number(year)?).ok()?,
            month_number(month, text)?,
            number(day)?,
        ),
        [day, month, year] => NaiveDate::from_ymd_opt(
            full_year(year, reference)?,
            month_number(month, text)?,
            number(day)?,
        ),
        [day, month] => nearest(number(day)?, month_number(month, text)?, reference),
        _ => None,
    }
}

/// A number from 1 to 12, or the name of a month: its short name, or three letters or more of the
/// long one.
fn month_number(part: &str, text: &Text) -> Option<u32> {
    if let Some(month) = number(part) {
        return (1..=12).contains(&month).then_some(month);
    }
    let short = text.get(Key::MonthNamesShort).split(' ');
    let long = text.get(Key::MonthNamesLong).split(' ');
    let at = short.zip(long).position(|(short, long)| {
        short.to_lowercase() == part || (part.len() >= 3 && long.to_lowercase().starts_with(part))
    })?;
    u32::try_from(at + 1).ok()
}

fn full_year(part: &str, reference: Day) -> Option<i32> {
    let typed = i32::try_from(number(part)?).ok()?;
    match part.len() {
        4 => Some(typed),
        2 => {
            let year = reference.year().div_euclid(100) * 100 + typed;
            Some(if year > reference.year() + YEARS_AHEAD_MAX { year - 100 } else { year })
        }
        _ => None,
    }
}

fn nearest(day: u32, month: u32, reference: Day) -> Option<Day> {
    (reference.year() - YEARS_AROUND..=reference.year() + YEARS_AROUND)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .min_by_key(|found| days_between(reference, *found).abs())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::text::Lang;

    fn day(year: i32, month: u32, day: u32) -> Day {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_day_is_said_in_both_languages() {
        let (nl, en) = (Text::new(Lang::Nl), Text::new(Lang::En));
        let monday = day(2016, 10, 10);
        assert_eq!(short_day(monday, &nl), "ma 10 okt");
        assert_eq!(short_day(monday, &en), "Mon 10 Oct");
        assert_eq!(long_day(monday, &nl), "maandag 10 oktober 2016");
        assert_eq!(long_day(day(2017, 1, 1), &en), "Sunday 1 January 2017");
        assert_eq!(relative_day(monday, day(2016, 10, 11), &nl), "gisteren");
        assert_eq!(relative_day(monday, day(2017, 10, 11), &nl), "ma 10 okt 2016");
        assert_eq!(
            short_moment(Moment::from_local(monday.and_hms_opt(14, 32, 59).unwrap()), &nl),
            "ma 10 okt 14:32"
        );
    }

    #[test]
    fn the_countdown_has_a_sign_and_words() {
        let nl = Text::new(Lang::Nl);
        assert_eq!(days_left_short(4, &nl), "nog 4 d");
        assert_eq!(days_left_short(0, &nl), "vandaag");
        assert_eq!(days_left_short(-1, &nl), "-1 d");
        assert_eq!(days_left(1, &nl), "nog 1 dag");
        assert_eq!(days_left(-1, &nl), "1 dag te laat");
        assert_eq!(days_left(-12, &nl), "12 dagen te laat");
        assert!(!days_left(i64::MIN, &Text::new(Lang::En)).is_empty());
        let now = Moment(0);
        assert_eq!(time_left(now, Moment(54 * 3_600_000), &nl), "nog 2 d 6 u");
        assert_eq!(time_left(now, Moment(200 * 60_000), &nl), "nog 3 u 20 min");
        assert_eq!(time_left(now, Moment(59_999), &nl), "nog 0 min");
        assert_eq!(time_left(now, Moment(-26 * 3_600_000), &nl), "-1 d 2 u");
        assert_eq!(time_left(now, Moment(-10 * 60_000), &nl), "-0 u 10 min");
    }

    #[test]
    fn a_typed_day_is_understood_and_an_impossible_one_refused() {
        let nl = Text::new(Lang::Nl);
        let reference = day(2026, 1, 2);
        let read = |typed| parse_day(typed, reference, &nl);
        assert_eq!(read("10-10"), Some(day(2025, 10, 10)));
        assert_eq!(read("3-1"), Some(day(2026, 1, 3)));
        assert_eq!(read("10-10-2026"), Some(day(2026, 10, 10)));
        assert_eq!(read(" 1/2/26 "), Some(day(2026, 2, 1)));
        assert_eq!(read("12.03.85"), Some(day(1985, 3, 12)));
        assert_eq!(read("2016-10-03"), Some(day(2016, 10, 3)));
        assert_eq!(read("3 mrt 2015"), Some(day(2015, 3, 3)));
        assert_eq!(read("3 Maart"), Some(day(2026, 3, 3)));
        assert_eq!(read("29-2"), Some(day(2024, 2, 29)));
        assert_eq!(read("vandaag"), Some(reference));
        assert_eq!(read("Gisteren"), Some(day(2026, 1, 1)));
        assert_eq!(read("eergisteren"), Some(day(2025, 12, 31)));
        assert_eq!(read("+5d"), Some(day(2026, 1, 7)));
        assert_eq!(read("-2w"), Some(day(2025, 12, 19)));
        let refused = [
            "30-2-2026",
            "31-11",
            "",
            "-",
            "+",
            "+d",
            "10",
            "10-13",
            "yesterday",
            "+99999999999d",
            "4294967295-1-1",
            "é",
            "1-1-1-1",
            "10-10-026",
        ];
        for typed in refused {
            assert_eq!(read(typed), None, "{typed}");
        }
        let en = Text::new(Lang::En);
        assert_eq!(parse_day("yesterday", reference, &en), Some(day(2026, 1, 1)));
    }

    #[test]
    fn a_birth_date_may_be_known_in_part() {
        let nl = Text::new(Lang::Nl);
        let read = |typed| parse_partial_date(typed, day(2026, 1, 2), &nl);
        assert_eq!(read("2015"), Some(PartialDate::Year(2015)));
        assert_eq!(read("03-2015"), Some(PartialDate::Month(2015, 3)));
        assert_eq!(read("mrt 2015"), Some(PartialDate::Month(2015, 3)));
        assert_eq!(read("12-03-2015"), Some(PartialDate::Day(day(2015, 3, 12))));
        assert!(matches!(read("?"), Some(PartialDate::Absent(Some(_)))));
        assert_eq!(read("13-2015"), None);
        for shown in ["2015", "03-2015", "12-03-2015"] {
            assert_eq!(partial_date(&read(shown).unwrap(), &nl), shown);
        }
    }

    #[test]
    fn a_typed_time_is_understood_and_an_impossible_one_refused() {
        let cases = [
            ("1432", 14, 32),
            ("14:32", 14, 32),
            ("14.32", 14, 32),
            ("932", 9, 32),
            ("14u32", 14, 32),
            ("14u", 14, 0),
            ("9", 9, 0),
            ("0000", 0, 0),
            (" 23h59 ", 23, 59),
        ];
        for (typed, hour, minute) in cases {
            assert_eq!(parse_time(typed), NaiveTime::from_hms_opt(hour, minute, 0), "{typed}");
        }
        for typed in ["2460", "24", "2400", "12:6", "::", "", "u", "x", "14:320", "123456", "é2é"]
        {
            assert_eq!(parse_time(typed), None, "{typed}");
        }
    }
}
