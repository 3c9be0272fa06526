//! What a fold did not like. The fold is total: it goes on, and says so here.
//!
//! Deliberately absent: words. What an anomaly means to a person is told in `assets/text`.

use super::id::{EventId, PersonId};

/// What the fold did not like, and why it went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anomaly {
    /// The event names heads of slots that it does not write.
    ReplacesUnrelated(EventId),
    /// The event takes back an event that is not known here (yet).
    RetractsUnknown(EventId),
    /// A retraction was itself taken back, which has no meaning.
    RetractsRetraction(EventId),
    /// Events exist about a case that nobody opened (yet).
    NeverOpened,
    /// A person points to a record that is not there, or the joins run in a circle.
    JoinedNowhere(PersonId),
    /// An advice case holds facts about a family (hard rule 21): kept, shown as a problem.
    FamilyInAdvice(EventId),
    /// A second signature that does not count: given by the one who decided, or recorded by
    /// another than the person it names (hard rule 14).
    SignatureUnfit(EventId),
}
