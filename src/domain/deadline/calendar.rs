//! Which days are not ordinary days: weekends, the recognised holidays, and days equated by decree.
//!
//! The recognised holidays (NL: algemeen erkende feestdagen) follow ATW art. 3 and are computed:
//! New Year's Day, Easter Monday, the King's birthday as celebrated, 5 May of every year, Ascension
//! Day, Whit Monday, both Christmas days (first paragraph) and Good Friday (second paragraph).
//! Days equated by royal decree (NL: gelijkgestelde dagen, third paragraph) cannot be computed:
//! they come from the policy file or from facts.
//!
//! The rules are right for the years 2000 to 2100. Outside them the nearest rule is used.
//! Deliberately absent: regional holidays, and what a desk itself chooses to close on.

use crate::domain::time::Day;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// A recognised holiday of ATW art. 3, first and second paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// 1 January (NL: Nieuwjaarsdag).
    NewYearsDay,
    /// The Friday before Easter (NL: Goede Vrijdag). Equated by the law itself, every year; it
    /// counts on neither clock, unlike a day equated by decree, on which offices simply work.
    GoodFriday,
    /// The day after Easter (NL: tweede paasdag).
    EasterMonday,
    /// From 2014: 27 April, or 26 April when the 27th is a Sunday (NL: Koningsdag).
    KingsDay,
    /// Until 2013: 30 April, or 29 April when the 30th is a Sunday (NL: Koninginnedag).
    QueensDay,
    /// 5 May (NL: Bevrijdingsdag). For the law a holiday every year, not once in five.
    LiberationDay,
    /// The 39th day after Easter (NL: Hemelvaartsdag).
    AscensionDay,
    /// The 50th day after Easter (NL: tweede pinksterdag).
    WhitMonday,
    /// 25 December (NL: eerste kerstdag).
    ChristmasDay,
    /// 26 December (NL: tweede kerstdag).
    SecondChristmasDay,
}

impl Holiday {
    /// Every holiday, in the order of the year.
    pub const ALL: [Self; 10] = [
        Self::NewYearsDay,
        Self::GoodFriday,
        Self::EasterMonday,
        Self::KingsDay,
        Self::QueensDay,
        Self::LiberationDay,
        Self::AscensionDay,
        Self::WhitMonday,
        Self::ChristmasDay,
        Self::SecondChristmasDay,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NewYearsDay => "new-years-day",
            Self::GoodFriday => "good-friday",
            Self::EasterMonday => "easter-monday",
            Self::KingsDay => "kings-day",
            Self::QueensDay => "queens-day",
            Self::LiberationDay => "liberation-day",
            Self::AscensionDay => "ascension-day",
            Self::WhitMonday => "whit-monday",
            Self::ChristmasDay => "christmas-day",
            Self::SecondChristmasDay => "second-christmas-day",
        }
    }

    /// The holiday that falls on this day. Where two fall together (5 May 2016 was also Ascension
    /// Day) the moving one is named.
    #[must_use]
    pub fn on(day: Day) -> Option<Self> {
        moving_holiday(day).or_else(|| fixed_holiday(day))
    }
}

/// Why a day is not an ordinary day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rest {
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
    /// A recognised holiday.
    Holiday(Holiday),
    /// Equated with a holiday by decree.
    Decreed,
}

impl Rest {
    /// The stable name: `saturday`, `sunday`, `decreed`, `holiday:kings-day`, …
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Saturday => "saturday".to_owned(),
            Self::Sunday => "sunday".to_owned(),
            Self::Holiday(holiday) => format!("holiday:{}", holiday.name()),
            Self::Decreed => "decreed".to_owned(),
        }
    }

    /// Whether nobody is expected at work. A day equated by decree lengthens statutory terms, but
    /// is an ordinary working day.
    #[must_use]
    pub const fn stops_work(self) -> bool {
        match self {
            Self::Saturday | Self::Sunday | Self::Holiday(_) => true,
            Self::Decreed => false,
        }
    }
}

/// A day equated with a holiday by decree (ATW art. 3, third paragraph).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecreedDay {
    /// The day.
    pub day: Day,
    /// Where it was found: a decree or another named source.
    pub source: String,
}

/// The days that are not ordinary days, for every year, under one version of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    decreed: BTreeMap<Day, String>,
    policy_version: String,
}

impl Calendar {
    /// A calendar with these decreed days. Days told twice keep their first source.
    #[must_use]
    pub fn new(decreed: Vec<DecreedDay>, policy_version: String) -> Self {
        let empty = Self { decreed: BTreeMap::new(), policy_version };
        empty.with_decreed(&decreed)
    }

    /// This calendar with more decreed days, such as those that arrived as facts. The order in
    /// which they are added changes no day.
    #[must_use]
    pub fn with_decreed(mut self, more: &[DecreedDay]) -> Self {
        for decreed in more {
            self.decreed.entry(decreed.day).or_insert_with(|| decreed.source.clone());
        }
        self
    }

    /// The version of the policy file this calendar came from.
    #[must_use]
    pub fn policy_version(&self) -> &str {
        &self.policy_version
    }

    /// The decreed days, in order.
    pub fn decreed(&self) -> impl Iterator<Item = (Day, &str)> {
        self.decreed.iter().map(|(day, source)| (*day, source.as_str()))
    }

    /// Whether a decree for this year is known. If not, a statutory term in it may in truth end a
    /// day later than computed here; never earlier.
    #[must_use]
    pub fn knows_decrees_of(&self, year: i32) -> bool {
        self.decreed.keys().any(|day| day.year() == year)
    }

    /// Why this day is not an ordinary day; `None` when it is. A holiday is named before the
    /// weekend it falls in, and both before a decree.
    #[must_use]
    pub fn rest(&self, day: Day) -> Option<Rest> {
        if let Some(holiday) = Holiday::on(day) {
            return Some(Rest::Holiday(holiday));
        }
        match day.weekday() {
            Weekday::Sat => Some(Rest::Saturday),
            Weekday::Sun => Some(Rest::Sunday),
            Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => {
                self.decreed.contains_key(&day).then_some(Rest::Decreed)
            }
        }
    }

    /// Whether people are expected at work on this day.
    #[must_use]
    pub fn is_working_day(&self, day: Day) -> bool {
        !self.rest(day).is_some_and(Rest::stops_work)
    }
}

/// Holidays that move with Easter.
fn moving_holiday(day: Day) -> Option<Holiday> {
    let easter = easter_sunday(day.year())?;
    match day.signed_duration_since(easter).num_days() {
        -2 => Some(Holiday::GoodFriday),
        1 => Some(Holiday::EasterMonday),
        39 => Some(Holiday::AscensionDay),
        50 => Some(Holiday::WhitMonday),
        _ => None,
    }
}

/// Holidays with a date of their own.
fn fixed_holiday(day: Day) -> Option<Holiday> {
    match (day.month(), day.day()) {
        (1, 1) => Some(Holiday::NewYearsDay),
        (5, 5) => Some(Holiday::LiberationDay),
        (12, 25) => Some(Holiday::ChristmasDay),
        (12, 26) => Some(Holiday::SecondChristmasDay),
        (4, _) => {
            let (holiday, birthday) = monarchs_day(day.year());
            (celebrated_on(birthday?) == day).then_some(holiday)
        }
        _ => None,
    }
}

/// The monarch's official birthday: 30 April under queens Juliana and Beatrix, 27 April since the
/// accession of king Willem-Alexander (30 April 2013).
fn monarchs_day(year: i32) -> (Holiday, Option<Day>) {
    if year >= 2014 {
        (Holiday::KingsDay, NaiveDate::from_ymd_opt(year, 4, 27))
    } else {
        (Holiday::QueensDay, NaiveDate::from_ymd_opt(year, 4, 30))
    }
}

/// Since 1980 a birthday on a Sunday is celebrated on the Saturday before it.
fn celebrated_on(birthday: Day) -> Day {
    match birthday.weekday() {
        Weekday::Sun => birthday.pred_opt().unwrap_or(birthday),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri | Weekday::Sat => {
            birthday
        }
    }
}

/// Easter Sunday of the Gregorian calendar: the Paschal full moon from golden number and epact,
/// then the Sunday after it. `None` only outside the years a [`Day`] can hold.
pub(super) fn easter_sunday(year: i32) -> Option<Day> {
    let century = year.div_euclid(100);
    let skipped_leap_days = century - century.div_euclid(4) - 12;
    let moon_correction = (8 * (century + 1) + 5).div_euclid(25) - 5;
    let golden = year.rem_euclid(19) + 1;
    let raw = (11 * golden + 20 + moon_correction - skipped_leap_days).rem_euclid(30);
    // Two epacts are moved by a day, so that no two full moons of a cycle fall together.
    let epact = if raw == 24 || (raw == 25 && golden > 11) { raw + 1 } else { raw };
    let days_after_21_march = if epact > 23 { 53 - epact } else { 23 - epact };
    let full_moon = NaiveDate::from_ymd_opt(year, 3, 21)?
        .checked_add_days(Days::new(u64::try_from(days_after_21_march).ok()?))?;
    let days_to_sunday = 7 - u64::from(full_moon.weekday().num_days_from_sunday());
    full_moon.checked_add_days(Days::new(days_to_sunday))
}
