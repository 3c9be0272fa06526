//! The due day, and day by day why it is that day.
//!
//! Deliberately absent: words. A [`Why`] is a closed set of reasons with stable names; what a
//! person reads is worded in `text`.

use super::calendar::{Calendar, Rest};
use super::term::{Clock, Length, Term};
use crate::domain::time::Day;

/// Why a day does or does not count, or why the term runs on to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The day of receipt is not counted.
    DayOfReceipt,
    /// An ordinary day of the term.
    Counts,
    /// Counts, although it is not an ordinary day: on the statutory clock every calendar day
    /// counts; on the working clock a day equated by decree does.
    CountsOn(Rest),
    /// Does not count: nobody works, or the term may not end here.
    Rest(Rest),
    /// The term would have ended on this rest day, and ends here instead (ATW art. 1).
    EndMovedFrom(Rest),
    /// Added so that at least two ordinary days occur in the term (ATW art. 2).
    TwoOrdinaryDays,
}

impl Why {
    /// The reason without its rest day: `day-of-receipt`, `counts`, `counts-on`, `rest`,
    /// `end-moved-from`, `two-ordinary-days`. Each has one text, `why-` before this name.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::DayOfReceipt => "day-of-receipt",
            Self::Counts => "counts",
            Self::CountsOn(_) => "counts-on",
            Self::Rest(_) => "rest",
            Self::EndMovedFrom(_) => "end-moved-from",
            Self::TwoOrdinaryDays => "two-ordinary-days",
        }
    }

    /// The rest day in the reason, if there is one.
    #[must_use]
    pub const fn rest(self) -> Option<Rest> {
        match self {
            Self::CountsOn(rest) | Self::Rest(rest) | Self::EndMovedFrom(rest) => Some(rest),
            Self::DayOfReceipt | Self::Counts | Self::TwoOrdinaryDays => None,
        }
    }

    /// The stable name in JSON: `day-of-receipt`, `counts`, `counts:saturday`, `saturday`,
    /// `holiday:kings-day`, `decreed`, `extended:sunday`, `extended:two-ordinary-days`, …
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::DayOfReceipt | Self::Counts => self.kind().to_owned(),
            Self::CountsOn(rest) => format!("counts:{}", rest.name()),
            Self::Rest(rest) => rest.name(),
            Self::EndMovedFrom(rest) => format!("extended:{}", rest.name()),
            Self::TwoOrdinaryDays => "extended:two-ordinary-days".to_owned(),
        }
    }
}

/// One day of an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExplainedDay {
    /// The day.
    pub day: Day,
    /// Whether it is counted towards the length of the term. Days by which the law extends the
    /// term are not.
    pub counts: bool,
    /// The reason.
    pub why: Why,
}

/// A due day that can be followed by a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The day of receipt (or of the decision from which the term runs).
    pub received: Day,
    /// The term.
    pub term: Term,
    /// The clock by which it was counted.
    pub clock: Clock,
    /// The last day on which one is in time.
    pub due_day: Day,
    /// Every day from `received` to `due_day`, both included.
    pub days: Vec<ExplainedDay>,
    /// The version of the policy under which it was counted.
    pub policy: String,
}

/// The due day of a term of its lawful length ([`Term::length`]). For a term in hours this is the
/// last day on which it can still run; its moment is [`super::act_now_until`].
///
/// ```
/// use beschermd::domain::deadline::{Calendar, Clock, Term, due};
/// use chrono::NaiveDate;
///
/// let calendar = Calendar::new(Vec::new(), "example".to_owned());
/// let tuesday = NaiveDate::from_ymd_opt(2016, 10, 4).unwrap();
/// let answer = due(tuesday, Term::Triage, Clock::Statutory, &calendar);
/// assert_eq!(answer.due_day.to_string(), "2016-10-10");
/// ```
#[must_use]
pub fn due(received: Day, term: Term, clock: Clock, calendar: &Calendar) -> Explanation {
    let days = explain(received, term.length(), clock, calendar);
    explanation(received, (term, clock), days, calendar.policy_version().to_owned())
}

pub(super) fn explanation(
    received: Day,
    (term, clock): (Term, Clock),
    days: Vec<ExplainedDay>,
    policy: String,
) -> Explanation {
    let due_day = days.last().map_or(received, |last| last.day);
    Explanation { received, term, clock, due_day, days, policy }
}

/// The days from receipt to due day. Never empty: it holds at least the day of receipt.
pub(super) fn explain(
    received: Day,
    length: Length,
    clock: Clock,
    calendar: &Calendar,
) -> Vec<ExplainedDay> {
    let mut days = vec![ExplainedDay { day: received, counts: false, why: Why::DayOfReceipt }];
    match (clock, length) {
        (Clock::Working, Length::Days(_) | Length::Weeks(_)) => {
            count_working_days(&mut days, received, length.working_days(), calendar);
        }
        (Clock::Statutory, _) | (Clock::Working, Length::Hours(_)) => {
            count_calendar_days(&mut days, received, length, calendar);
        }
    }
    days
}

fn count_working_days(days: &mut Vec<ExplainedDay>, received: Day, n: u32, calendar: &Calendar) {
    let mut counted = 0;
    for day in days_after(received) {
        if counted == n {
            return;
        }
        let why = match calendar.rest(day) {
            None => Why::Counts,
            Some(rest) if rest.stops_work() => Why::Rest(rest),
            Some(rest) => Why::CountsOn(rest),
        };
        let counts = !matches!(why, Why::Rest(_));
        counted += u32::from(counts);
        days.push(ExplainedDay { day, counts, why });
    }
}

fn count_calendar_days(
    days: &mut Vec<ExplainedDay>,
    received: Day,
    length: Length,
    calendar: &Calendar,
) {
    let (mut counted, mut ordinary) = (0, 0);
    // The rest day on which the term now ends, if it does.
    let mut ends_on = calendar.rest(received);
    // The same, until an ordinary day has taken its place.
    let mut end_to_move = None;
    for day in days_after(received) {
        let runs = counted < length.calendar_days();
        let may_end = ends_on.is_none() && ordinary >= length.ordinary_days_min();
        if !runs && (may_end || !length.is_extended_by_law()) {
            return;
        }
        let rest = calendar.rest(day);
        let why = match (runs, rest) {
            (true, None) => Why::Counts,
            (true, Some(rest)) => Why::CountsOn(rest),
            (false, Some(rest)) => Why::Rest(rest),
            (false, None) => end_to_move.take().map_or(Why::TwoOrdinaryDays, Why::EndMovedFrom),
        };
        if runs {
            counted += 1;
            end_to_move = rest;
        }
        ordinary += u32::from(rest.is_none());
        ends_on = rest;
        days.push(ExplainedDay { day, counts: runs, why });
    }
}

/// The days after this one, to the end of the calendar.
fn days_after(day: Day) -> impl Iterator<Item = Day> {
    std::iter::successors(day.succ_opt(), Day::succ_opt)
}
