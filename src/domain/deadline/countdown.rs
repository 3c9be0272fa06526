//! Where `now` stands against a due day.
//!
//! Days are days on the Dutch calendar, so a day of 23 or 25 hours is one day; only
//! [`time_left_millis`] and [`act_now_until`] measure real time. Deliberately absent: "now" itself,
//! and any judgement on how urgent a number of days is.

use super::term::{Length, Term};
use crate::domain::time::{Day, Moment};

/// What stands in the queue beside a report. It has no order of its own: sort by the due day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Countdown {
    /// Late, by this many days (1 on the day after the due day).
    Overdue(u32),
    /// Today is the last day on which one is in time.
    DueToday,
    /// In time, with this many days left (1 on the day before the due day).
    DaysLeft(u32),
}

/// The countdown to a due day.
#[must_use]
pub fn countdown(due_day: Day, now: Moment) -> Countdown {
    let left = due_day.signed_duration_since(now.day()).num_days();
    let days = u32::try_from(left.unsigned_abs()).unwrap_or(u32::MAX);
    match left.signum() {
        1 => Countdown::DaysLeft(days),
        0 => Countdown::DueToday,
        _ => Countdown::Overdue(days),
    }
}

/// Milliseconds until the due day is over, that is until the Dutch midnight that ends it; zero or
/// negative when it is over.
#[must_use]
pub fn time_left_millis(due_day: Day, now: Moment) -> i64 {
    end_of(due_day).millis_since(now)
}

/// The first Dutch midnight after `now`: the next moment at which a countdown changes by itself.
#[must_use]
pub fn next_midnight(now: Moment) -> Moment {
    end_of(now.day())
}

/// The moment by which something must have been done about acute unsafety: 24 clock hours after
/// receipt, whatever the calendar or the season does ([`Term::ActNow`]).
#[must_use]
pub const fn act_now_until(received: Moment) -> Moment {
    match Term::ActNow.length() {
        Length::Hours(hours) => received.plus_hours(hours as i64),
        Length::Days(_) | Length::Weeks(_) => {
            received.plus_hours(Term::ActNow.length().calendar_days() as i64 * 24)
        }
    }
}

/// How far a term has run, in calendar days on either clock: "day 3 of 6".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DayOfTerm {
    /// Today's number: 0 on the day of receipt, above `of` when overdue. Never below 0.
    pub day: u32,
    /// The number of the due day, extensions included.
    pub of: u32,
}

/// The number of today in a term that runs from `received` to `due_day`.
#[must_use]
pub fn day_of_term(received: Day, due_day: Day, now: Moment) -> DayOfTerm {
    let number = |day: Day| {
        let days = day.signed_duration_since(received).num_days().max(0);
        u32::try_from(days).unwrap_or(u32::MAX)
    };
    DayOfTerm { day: number(now.day()), of: number(due_day) }
}

fn end_of(day: Day) -> Moment {
    day.succ_opt().map_or(Moment(i64::MAX), Moment::start_of)
}
