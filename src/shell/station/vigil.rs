//! What is watched besides the work: that the machine's clock runs on, and that somebody is there.
//!
//! The idle limit is counted twice: by the wall clock (in the app, so that sleep of the machine
//! counts too) and here by the clock that cannot be set, so that setting the wall clock back does
//! not keep a screen open. Deliberately absent: reading a clock.

use crate::domain::deadline::{ClockReading, ClockWatch};
use crate::domain::time::Moment;
use std::time::{Duration, Instant};

const SECONDS_PER_MINUTE: u64 = 60;

/// The watch of one run.
pub struct Vigil {
    clock: ClockWatch,
    told: bool,
    last_key: Instant,
}

impl Vigil {
    /// A watch that goes on from the moment an earlier run kept, if there was one.
    #[must_use]
    pub const fn new(last_seen: Option<Moment>, now: Instant) -> Self {
        Self { clock: ClockWatch::new(last_seen), told: false, last_key: now }
    }

    /// Somebody pressed a key.
    pub const fn key(&mut self, now: Instant) {
        self.last_key = now;
    }

    /// Reads the wall clock; true when it jumped and nobody was told yet. While nobody can be told
    /// (`can_tell`), the telling waits.
    pub fn jumped(&mut self, now: Moment, can_tell: bool) -> bool {
        let reading = self.clock.observe(now);
        if reading == ClockReading::Steady {
            self.told = false;
            return false;
        }
        if self.told || !can_tell {
            return false;
        }
        match reading {
            // A long absence looks the same: once told, the days run on from here.
            ClockReading::JumpedAhead { .. } => self.clock.accept(now),
            ClockReading::JumpedBack { .. } | ClockReading::Steady => self.told = true,
        }
        true
    }

    /// The latest trusted moment, to be kept for the next run.
    #[must_use]
    pub const fn last_seen(&self) -> Option<Moment> {
        self.clock.last_seen()
    }

    /// When a desk with this idle limit locks, if no key comes.
    #[must_use]
    pub fn locks_at(&self, idle_minutes: u8) -> Instant {
        let seconds = u64::from(idle_minutes.clamp(1, 15)) * SECONDS_PER_MINUTE;
        self.last_key + Duration::from_secs(seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;
    const AT: Moment = Moment(1_790_000_000_000);

    #[test]
    fn a_jump_is_told_once_and_once_more_after_the_clock_was_right() {
        let mut vigil = Vigil::new(Some(AT), Instant::now());
        assert!(!vigil.jumped(Moment(AT.0 + 1), true));
        let back = Moment(AT.0 - HOUR);
        assert!(!vigil.jumped(back, false), "nobody is there to be told");
        assert!(vigil.jumped(back, true));
        assert!(!vigil.jumped(back, true));
        assert!(!vigil.jumped(Moment(AT.0 + 2), true));
        assert!(vigil.jumped(back, true));
        assert_eq!(vigil.last_seen(), Some(Moment(AT.0 + 2)), "what was trusted stays");
    }

    #[test]
    fn a_long_absence_is_told_once_and_not_at_every_start() {
        let mut vigil = Vigil::new(Some(AT), Instant::now());
        let later = Moment(AT.0 + 40 * 24 * HOUR);
        assert!(vigil.jumped(later, true));
        assert!(!vigil.jumped(later, true));
        let mut next = Vigil::new(vigil.last_seen(), Instant::now());
        assert!(!next.jumped(Moment(later.0 + HOUR), true));
    }

    #[test]
    fn the_idle_limit_runs_from_the_last_key_whatever_the_wall_clock_says() {
        let start = Instant::now();
        let mut vigil = Vigil::new(None, start);
        assert_eq!(vigil.locks_at(5), start + Duration::from_secs(300));
        vigil.key(start + Duration::from_secs(10));
        vigil.jumped(Moment(AT.0 - HOUR), true);
        assert_eq!(vigil.locks_at(5), start + Duration::from_secs(310));
        assert_eq!(vigil.locks_at(0), start + Duration::from_secs(70), "never without a limit");
    }
}
