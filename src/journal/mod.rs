//! The journal: what is kept on disk, and how it is never lost.
//!
//! Two copies of every fact, each able to rebuild the other: the *feed*, an append-only chain of
//! sealed events that is written and synced first, and the *database*, which holds everything the
//! program reads while working. Beside them the *keyring* (who may unlock) and the *vault* (the
//! keys of cases, reporters and shielded addresses), each in two copies. Deliberately absent:
//! exchange with other stations, rules about facts, the clock.

mod apply;
mod bytes;
mod care;
mod copies;
mod core;
mod desk;
mod drafts;
mod fault;
mod feed;
mod files;
mod frame;
mod heal;
mod keyring;
mod lock;
mod rebuild;
mod recovery;
mod seal;
mod site;
mod station;
mod store;
mod unlock;
mod vault;

pub use care::{CheckReport, FeedReport, Problem};
pub use copies::{CopyReport, restore};
pub use desk::{CardReader, Journal, Save};
pub use drafts::{DraftBox, DraftId, KeptDraft};
pub use fault::{Fault, KeyClass, Notice, Part, Progress, Range};
pub use files::Disk;
pub use keyring::Cost;
pub use lock::LockInfo;
pub use recovery::RecoveryCode;
pub use site::network_disk;
pub use station::Station;
pub use unlock::{Locked, Passphrase, Refused, Setup, StaffRef};
