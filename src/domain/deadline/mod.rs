//! The Dutch deadline clock: when something must be done, and why that day and no other.
//!
//! Two clocks. The *statutory* clock counts calendar days and extends the end by the Algemene
//! termijnenwet (ATW, BWBR0002448); it is the default. The *working* clock counts working days,
//! as some desks read the five days of triage. Every answer is an [`Explanation`]: day by day from
//! receipt to the due day, so that a person can count along.
//!
//! - [`Term`], [`Length`], [`Clock`]: what is counted, how long, and how.
//! - [`Calendar`]: which days are holidays; the moving ones computed, the decreed ones told.
//! - [`due`], [`DeadlinePolicy::due`]: the due day with its explanation.
//! - [`countdown`], [`time_left_millis`], [`day_of_term`]: where `now` stands.
//! - [`ClockWatch`]: notices that the machine's clock jumped.
//!
//! Deliberately absent: "now" (an argument), files (the policy is parsed in `wire`), words for
//! people (the names here are looked up in `text`), and terms counted back from a date, to which
//! the ATW does not apply (art. 1, second paragraph).

mod calendar;
mod clock_watch;
mod countdown;
mod explain;
mod policy;
mod term;

pub use calendar::{Calendar, DecreedDay, Holiday, Rest};
pub use clock_watch::{ClockReading, ClockWatch};
pub use countdown::{
    Countdown, DayOfTerm, act_now_until, countdown, day_of_term, next_midnight, time_left_millis,
};
pub use explain::{ExplainedDay, Explanation, Why, due};
pub use policy::{DeadlinePolicy, Rule};
pub use term::{Clock, Length, Term};

#[cfg(test)]
mod tests;
