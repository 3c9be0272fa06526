//! When the draft of a form must be on disk: at most one second after the first unsaved key.

use crate::domain::time::Moment;

/// A draft is written at most this long after a key, so that little typing is ever lost.
const DRAFT_EVERY_MILLIS: i64 = 1_000;

/// A draft that did not reach the disk is tried again after this long, or with the next key.
const RETRY_MILLIS: i64 = 10_000;

/// What of a form is not on disk yet, and since when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DraftClock {
    unsaved_since: Option<Moment>,
}

impl DraftClock {
    /// When the draft must be written next; `None` when it is on disk as it is.
    #[must_use]
    pub fn due(&self) -> Option<Moment> {
        self.unsaved_since.map(|since| Moment(since.0.saturating_add(DRAFT_EVERY_MILLIS)))
    }

    /// Something was typed. Only the first change not yet written sets the moment.
    pub fn changed(&mut self, at: Moment) {
        self.unsaved_since.get_or_insert(at);
    }

    /// The draft is taken to be written; `None` when it is on disk as it is.
    pub const fn take(&mut self) -> Option<Moment> {
        self.unsaved_since.take()
    }

    /// The draft is on its way to the disk.
    pub const fn written(&mut self) {
        self.unsaved_since = None;
    }

    /// The draft must be written again: it goes with the next one that is due.
    pub const fn not_written(&mut self, at: Moment) {
        self.unsaved_since = Some(at);
    }

    /// The draft did not reach the disk: tried again, not so soon that it becomes a nuisance.
    pub fn failed(&mut self, at: Moment) {
        self.unsaved_since.get_or_insert(Moment(at.0.saturating_add(RETRY_MILLIS)));
    }
}
