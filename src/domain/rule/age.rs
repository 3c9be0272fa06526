//! Ages as far as they are known, from dates that are only partly known.
//!
//! Deliberately absent: guessing. An age that is not certain is no age.

use crate::domain::case::Person;
use crate::domain::person::Birth;
use crate::domain::time::{Day, PartialDate};
use chrono::{Datelike, NaiveDate};

/// From this age on a child is heard (hard rule 36; Rv art. 809), in years.
pub const AGE_HEARD_FROM: i32 = 12;

/// Whether a person is known to have this age or more on a day. With two readings of the birth
/// date one is enough; an age that only may be reached does not count.
#[must_use]
pub fn is_known_to_be(person: &Person, years: i32, today: Day) -> bool {
    person.birth.values().any(|birth| match birth {
        Birth::Born(date) => has_reached(date, years, today),
        Birth::Due(_) => false,
    })
}

fn has_reached(born: &PartialDate, years: i32, today: Day) -> bool {
    youngest(born).and_then(|born| birthday(born, years)).is_some_and(|day| day <= today)
}

/// The last day on which somebody with this birth date can have been born.
fn youngest(date: &PartialDate) -> Option<Day> {
    match date {
        PartialDate::Day(day) => Some(*day),
        PartialDate::Month(year, 12) | PartialDate::Year(year) => {
            NaiveDate::from_ymd_opt(*year, 12, 31)
        }
        PartialDate::Month(year, month) => NaiveDate::from_ymd_opt(*year, month + 1, 1)?.pred_opt(),
        PartialDate::Absent(_) => None,
    }
}

/// The birthday on which somebody reaches an age; 1 March for who was born on a leap day.
fn birthday(born: Day, years: i32) -> Option<Day> {
    let year = born.year().checked_add(years)?;
    born.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twelve(date: &str, today: &str) -> bool {
        let (date, today) = (PartialDate::parse(date), PartialDate::parse(today));
        let (Some(date), Some(PartialDate::Day(today))) = (date, today) else { return false };
        has_reached(&date, 12, today)
    }

    #[test]
    fn an_age_counts_from_the_birthday_and_only_when_it_is_certain() {
        for (born, today, heard) in [
            ("2014-11-24", "2026-11-24", true),
            ("2014-11-25", "2026-11-24", false),
            ("2014-11", "2026-11-29", false),
            ("2014-11", "2026-11-30", true),
            ("2014-12", "2026-12-31", true),
            ("2014", "2026-12-30", false),
            ("2013", "2026-01-01", true),
            ("2012-02-29", "2024-02-29", true),
            ("2008-02-29", "2020-02-28", false),
        ] {
            assert_eq!(twelve(born, today), heard, "{born} on {today}");
        }
    }
}
