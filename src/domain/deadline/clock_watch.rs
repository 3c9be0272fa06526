//! Notices that the machine's clock jumped, so that a person is warned.
//!
//! A jump is only ever told. It reorders nothing, moves no due day and overrides no fact: due days
//! follow from the day of receipt, and countdowns from the clock as it stands. Deliberately absent:
//! the clock, and keeping the last seen moment (the shell stores [`ClockWatch::last_seen`]).

use crate::domain::time::Moment;

/// What the clock did since it was last seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockReading {
    /// Nothing odd.
    Steady,
    /// It stands more than five minutes before the last seen moment, by this many milliseconds.
    JumpedBack {
        /// Always positive.
        millis: i64,
    },
    /// It stands more than 31 days after the last seen moment, by this many milliseconds. A long
    /// absence looks the same, so this is a question, not an accusation.
    JumpedAhead {
        /// Always positive.
        millis: i64,
    },
}

/// Compares each reading of the wall clock with the latest one that was trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClockWatch {
    last_seen: Option<Moment>,
}

impl ClockWatch {
    /// How far back the clock may go unremarked: a time server's correction.
    pub const BACK_MILLIS_MAX: i64 = 5 * 60 * 1_000;
    /// How far ahead the clock may go unremarked: a workstation switched off over a holiday.
    pub const AHEAD_MILLIS_MAX: i64 = 31 * 24 * 60 * 60 * 1_000;

    /// A watch that continues from the moment kept by an earlier run, if there was one.
    #[must_use]
    pub const fn new(last_seen: Option<Moment>) -> Self {
        Self { last_seen }
    }

    /// The latest trusted moment: what the shell keeps for the next run.
    #[must_use]
    pub const fn last_seen(&self) -> Option<Moment> {
        self.last_seen
    }

    /// Reads the clock. After a jump the trusted moment stays where it was, so every reading tells
    /// of the jump until the clock is right again or a person has accepted it.
    pub fn observe(&mut self, now: Moment) -> ClockReading {
        let moved = self.last_seen.map_or(0, |seen| now.millis_since(seen));
        if moved < -Self::BACK_MILLIS_MAX {
            return ClockReading::JumpedBack { millis: moved.saturating_neg() };
        }
        if moved > Self::AHEAD_MILLIS_MAX {
            return ClockReading::JumpedAhead { millis: moved };
        }
        self.last_seen = self.last_seen.max(Some(now));
        ClockReading::Steady
    }

    /// A person says that the clock is right as it stands.
    pub const fn accept(&mut self, now: Moment) {
        self.last_seen = Some(now);
    }
}
