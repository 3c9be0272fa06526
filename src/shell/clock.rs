//! The clock of the machine: the one place where "now" enters the house.
//!
//! Deliberately absent: any judgement of the reading. A jump is noticed by
//! [`ClockWatch`](crate::domain::deadline::ClockWatch).

use crate::domain::time::Moment;
use std::time::{SystemTime, UNIX_EPOCH};

/// Now, by the clock of the machine.
#[must_use]
pub fn now() -> Moment {
    let millis =
        |duration: std::time::Duration| i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
    Moment(match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => millis(since),
        // A clock set before 1970 still runs.
        Err(before) => -millis(before.duration()),
    })
}

/// Sixteen random bytes from the operating system, for ids.
///
/// # Errors
/// When the operating system gives none; ids must not repeat, so nothing may go on then.
pub fn random_bytes() -> Result<[u8; 16], getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn now_lies_after_the_day_this_was_written() {
        let written = Moment::parse_rfc3339("2026-01-01T00:00:00+01:00");
        assert!(Some(now()) > written);
    }
}
