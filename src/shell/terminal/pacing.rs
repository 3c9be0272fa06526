//! Pacing: never more than one frame on its way to a terminal at the far end of a slow line.
//!
//! After a frame the terminal is asked for its cursor. Until the answer is in, pending keys change
//! the model but draw nothing; then they are drawn at once, together. A terminal that never
//! answers is asked twice and then left in peace; one whose answers merely come late gets more
//! time. Times are handed in, so that this stays a plain state machine.

use std::time::{Duration, Instant};

/// How long the first answer may take.
pub const PATIENCE_FIRST: Duration = Duration::from_millis(500);
/// No answer is waited for longer than this.
pub const PATIENCE_MAX: Duration = Duration::from_secs(3);
/// After this many answers missing in a row the terminal is no longer asked.
const MISSES_MAX: u32 = 2;

/// Decides when the next frame may be drawn.
#[derive(Debug, Clone)]
pub struct Pacing {
    /// When the question not yet answered was sent; `None`: the line is free.
    waiting_since: Option<Instant>,
    /// Questions given up on whose answers may still come.
    missing: u32,
    patience: Duration,
}

impl Default for Pacing {
    fn default() -> Pacing {
        Pacing { waiting_since: None, missing: 0, patience: PATIENCE_FIRST }
    }
}

impl Pacing {
    /// Whether the next frame should end with the question.
    pub fn asks(&self) -> bool {
        self.missing < MISSES_MAX
    }

    /// A frame that ended with the question was written.
    pub fn asked(&mut self, now: Instant) {
        self.waiting_since = Some(now);
    }

    /// An answer came in.
    pub fn answered(&mut self) {
        if self.missing > 0 {
            // Late, not absent: the oldest question given up on. Wait longer from now on.
            self.missing -= 1;
            self.patience = (self.patience * 2).min(PATIENCE_MAX);
        } else {
            self.waiting_since = None;
        }
    }

    /// Whether a frame may be drawn now; notes an answer as missing when its time is up.
    pub fn may_draw(&mut self, now: Instant) -> bool {
        if let Some(since) = self.waiting_since {
            if now.saturating_duration_since(since) < self.patience {
                return false;
            }
            self.waiting_since = None;
            self.missing += 1;
        }
        true
    }

    /// When to look again if a frame is due and [`Pacing::may_draw`] said no; `None` if it may be
    /// drawn at once.
    pub fn next_look(&self) -> Option<Instant> {
        self.waiting_since.map(|since| since + self.patience)
    }

    /// Whether an answer is still expected: it must not reach the shell after us.
    pub fn expects_answer(&self) -> bool {
        self.waiting_since.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(start: Instant, millis: u64) -> Instant {
        start + Duration::from_millis(millis)
    }

    #[test]
    fn the_first_frame_is_drawn_at_once_and_the_second_waits_for_the_answer() {
        let start = Instant::now();
        let mut pacing = Pacing::default();
        assert!(pacing.may_draw(start) && pacing.asks());
        pacing.asked(start);
        assert!(!pacing.may_draw(at(start, 499)));
        assert_eq!(pacing.next_look(), Some(at(start, 500)));
        pacing.answered();
        assert!(pacing.may_draw(at(start, 160)));
        assert_eq!(pacing.next_look(), None);
    }

    #[test]
    fn a_terminal_that_never_answers_is_asked_twice_and_then_left_in_peace() {
        let start = Instant::now();
        let mut pacing = Pacing::default();
        let mut asked = 0;
        for frame in 0..10 {
            let now = at(start, frame * 600);
            assert!(pacing.may_draw(now), "frame {frame}");
            if pacing.asks() {
                asked += 1;
                pacing.asked(now);
            }
        }
        assert_eq!(asked, 2);
    }

    #[test]
    fn a_terminal_whose_answers_come_late_gets_more_time() {
        let start = Instant::now();
        let mut pacing = Pacing::default();
        pacing.asked(start);
        assert!(pacing.may_draw(at(start, 500)));
        pacing.asked(at(start, 500));
        pacing.answered();
        assert!(pacing.expects_answer(), "that was the answer to the first question");
        assert!(!pacing.may_draw(at(start, 1_400)));
        pacing.answered();
        assert!(pacing.may_draw(at(start, 1_401)) && pacing.asks());
    }
}
