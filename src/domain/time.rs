//! Moments, days and dates that are only partly known.
//!
//! A [`Moment`] is a point in time; a [`Day`] is a day on the Dutch calendar; a [`PartialDate`] is
//! what a person said about a date. Deliberately absent: "now". Time enters by the door.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Amsterdam;
use std::fmt;

/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// A calendar day in the Netherlands.
pub type Day = NaiveDate;

const MILLIS_PER_HOUR: i64 = 3_600_000;

impl Moment {
    /// The Dutch calendar day and clock time of this moment (CET or CEST).
    #[must_use]
    pub fn local(self) -> NaiveDateTime {
        self.utc().with_timezone(&Amsterdam).naive_local()
    }

    /// The Dutch calendar day of this moment.
    #[must_use]
    pub fn day(self) -> Day {
        self.local().date()
    }

    /// The moment at which a Dutch clock shows this day and time. In the hour that occurs twice
    /// the first is meant; in the hour that is skipped, the moment the clock jumped.
    #[must_use]
    pub fn from_local(local: NaiveDateTime) -> Self {
        let found = Amsterdam.from_local_datetime(&local);
        let exact = found.earliest().or_else(|| {
            Amsterdam.from_local_datetime(&(local + chrono::TimeDelta::hours(1))).earliest()
        });
        Self(exact.map_or_else(|| local.and_utc().timestamp_millis(), |at| at.timestamp_millis()))
    }

    /// The start of a Dutch calendar day.
    #[must_use]
    pub fn start_of(day: Day) -> Self {
        Self::from_local(day.and_time(NaiveTime::MIN))
    }

    /// This moment plus a number of hours.
    #[must_use]
    pub const fn plus_hours(self, hours: i64) -> Self {
        Self(self.0.saturating_add(hours.saturating_mul(MILLIS_PER_HOUR)))
    }

    /// Milliseconds from `earlier` to this moment; negative when this moment lies before it.
    #[must_use]
    pub const fn millis_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// RFC 3339 in Dutch time with its offset, to the second.
    #[must_use]
    pub fn rfc3339(self) -> String {
        self.utc().with_timezone(&Amsterdam).to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }

    /// Reads RFC 3339 with any offset.
    #[must_use]
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|at| Self(at.timestamp_millis()))
    }

    fn utc(self) -> DateTime<Utc> {
        // Outside chrono's years (±262,000) there is nothing sensible to show: clamp to its edges.
        DateTime::from_timestamp_millis(self.0).unwrap_or(if self.0 < 0 {
            DateTime::<Utc>::MIN_UTC
        } else {
            DateTime::<Utc>::MAX_UTC
        })
    }
}

/// Why a value is absent, as the national message standard tells it (StUF `noValue`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoValue {
    /// The sender does not know it (NL: waardeOnbekend).
    Unknown,
    /// It was established that nobody knows it (NL: vastgesteldOnbekend).
    EstablishedUnknown,
    /// There is no value (NL: geenWaarde).
    None,
    /// The sender may not give it (NL: nietGeautoriseerd).
    Withheld,
    /// The sender cannot give it (NL: nietOndersteund).
    Unsupported,
}

impl NoValue {
    /// The name in the standard, also used in our JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "waardeOnbekend",
            Self::EstablishedUnknown => "vastgesteldOnbekend",
            Self::None => "geenWaarde",
            Self::Withheld => "nietGeautoriseerd",
            Self::Unsupported => "nietOndersteund",
        }
    }
}

/// A date as far as it is known. The unknown parts are not stored, so no filler can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// Fully known.
    Day(Day),
    /// Year and month (1–12) are known.
    Month(i32, u32),
    /// Only the year is known.
    Year(i32),
    /// Nothing is known, and perhaps why.
    Absent(Option<NoValue>),
}

impl PartialDate {
    /// `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or `None` when absent.
    #[must_use]
    pub fn value(&self) -> Option<String> {
        match self {
            Self::Day(day) => Some(day.format("%Y-%m-%d").to_string()),
            Self::Month(year, month) => Some(format!("{year:04}-{month:02}")),
            Self::Year(year) => Some(format!("{year:04}")),
            Self::Absent(_) => None,
        }
    }

    /// Reads what [`Self::value`] writes; `None` for anything that is not a date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            return Some(Self::Day(day));
        }
        let number = |part: &str| {
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i32>().ok()).flatten()
        };
        match text.split_once('-') {
            Some((year, month)) if year.len() == 4 && month.len() == 2 => {
                let month = u32::try_from(number(month)?).ok()?;
                (1..=12).contains(&month).then_some(Self::Month(number(year)?, month))
            }
            None if text.len() == 4 => Some(Self::Year(number(text)?)),
            _ => None,
        }
    }

    /// `day`, `month`, `year` or `none`.
    #[must_use]
    pub const fn precision(&self) -> &'static str {
        match self {
            Self::Day(_) => "day",
            Self::Month(..) => "month",
            Self::Year(_) => "year",
            Self::Absent(_) => "none",
        }
    }

    /// The year, when known.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::Day(day) => Some(day.year()),
            Self::Month(year, _) | Self::Year(year) => Some(*year),
            Self::Absent(_) => None,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.value().as_deref().unwrap_or("?"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Day {
        NaiveDate::from_ymd_opt(y, m, d).expect("a day of the calendar")
    }

    #[test]
    fn a_dutch_day_starts_at_the_dutch_midnight_in_winter_and_summer() {
        assert_eq!(Moment::start_of(day(2026, 1, 1)).rfc3339(), "2026-01-01T00:00:00+01:00");
        assert_eq!(Moment::start_of(day(2026, 7, 1)).rfc3339(), "2026-07-01T00:00:00+02:00");
    }

    #[test]
    fn the_skipped_hour_is_the_jump_and_the_doubled_hour_its_first() {
        let skipped = day(2026, 3, 29).and_hms_opt(2, 30, 0).expect("a time");
        assert_eq!(
            Moment::from_local(skipped).local().time(),
            NaiveTime::from_hms_opt(3, 30, 0).unwrap_or_default()
        );
        let doubled = day(2026, 10, 25).and_hms_opt(2, 30, 0).expect("a time");
        assert_eq!(Moment::from_local(doubled).rfc3339(), "2026-10-25T02:30:00+02:00");
    }

    #[test]
    fn a_partial_date_reads_back_what_it_shows_and_nothing_else() {
        for text in ["2026-10-05", "2026-10", "2026"] {
            assert_eq!(PartialDate::parse(text).and_then(|d| d.value()).as_deref(), Some(text));
        }
        for text in ["2026-02-30", "2026-13", "26", "-026", "2026-1", "", "20é6"] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }
}
