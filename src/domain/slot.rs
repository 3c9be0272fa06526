//! A slot as folded: the value that stands, or the values that are in dispute.
//!
//! Two heads are a dispute: both are shown with author and time, and a person decides. There is no
//! last-writer-wins, here or anywhere. Deliberately absent: which events write which slot (`fact`).

use super::id::{EventId, OriginId, StaffId};
use super::time::Moment;
use std::collections::BTreeMap;

/// Who said something, where and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Who.
    pub author: StaffId,
    /// On which station.
    pub origin: OriginId,
    /// When, by that station's clock.
    pub at: Moment,
}

/// The heads of one slot: none, one, or a dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<T> {
    heads: BTreeMap<EventId, (Stamp, T)>,
}

impl<T> Default for Held<T> {
    fn default() -> Self {
        Self { heads: BTreeMap::new() }
    }
}

impl<T> Held<T> {
    /// Adds a head. Which events are heads is decided by the ledger.
    pub fn add(&mut self, event: EventId, stamp: Stamp, value: T) {
        self.heads.insert(event, (stamp, value));
    }

    /// The value, when nobody contradicts it.
    #[must_use]
    pub fn settled(&self) -> Option<&T> {
        match self.heads.len() {
            1 => self.heads.values().next().map(|(_, value)| value),
            _ => None,
        }
    }

    /// A value to show: the settled one, or the first of the disputed ones in a fixed order that
    /// every station shares. The caller marks it as disputed.
    #[must_use]
    pub fn shown(&self) -> Option<&T> {
        self.heads.values().next().map(|(_, value)| value)
    }

    /// Who said the shown value, and when.
    #[must_use]
    pub fn stamp(&self) -> Option<&Stamp> {
        self.heads.values().next().map(|(stamp, _)| stamp)
    }

    /// Whether two or more values stand against each other.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        self.heads.len() > 1
    }

    /// Whether anything is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// The ids a new value must name to replace what stands.
    #[must_use]
    pub fn head_ids(&self) -> Vec<EventId> {
        self.heads.keys().copied().collect()
    }

    /// Every value that stands, with its event and stamp, in a fixed order.
    pub fn heads(&self) -> impl Iterator<Item = (&EventId, &Stamp, &T)> {
        self.heads.iter().map(|(id, (stamp, value))| (id, stamp, value))
    }

    /// Every value that stands.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.heads.values().map(|(_, value)| value)
    }
}
