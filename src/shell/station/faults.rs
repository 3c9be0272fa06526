//! Faults and notices of the journal in words: what happened, what was kept safe, what to do.

use crate::app::message::{Notice, Weight};
use crate::domain::time::Moment;
use crate::journal;
use crate::journal::{Fault, KeyClass, Part};
use crate::text::Key;

/// The words for a fault on a screen.
#[must_use]
pub const fn words(fault: &Fault) -> Key {
    match fault {
        Fault::DiskFull(_) => Key::ErrorDiskFull,
        Fault::ReadOnly(_) | Fault::NoAccess(_) | Fault::Io { .. } => Key::ErrorWrite,
        Fault::InUse { .. } => Key::LockHeldShort,
        Fault::WrongMode { .. } => Key::ErrorWrongModeShort,
        Fault::WrongOwner { .. } | Fault::NotPlain(_) => Key::ErrorWrongOwnerShort,
        Fault::WrongPassphrase | Fault::WhichStaff(_) | Fault::NoSuchStaff => Key::UnlockWrong,
        Fault::CodeMistyped => Key::RecoveryMistyped,
        Fault::MemoryShort { .. } => Key::ErrorMemoryShort,
        Fault::Damaged(Part::Keyring | Part::Vault) => Key::ErrorKeysDamagedShort,
        Fault::Damaged(_) => Key::ErrorDamagedShort,
        Fault::NotSetUp(_) => Key::ErrorNoWorkstationShort,
        Fault::AlreadySetUp(_) => Key::ErrorWorkstationExistsShort,
        Fault::TooNew(_) => Key::ErrorNewerFormat,
        // A new recovery code wraps every key, so only who holds them all can make one.
        Fault::NoKey(KeyClass::Audit) => Key::ErrorNotAllKeys,
        Fault::NoKey(_) => Key::ErrorNoKey,
        Fault::KeyDestroyed => Key::ErrorKeyGone,
        Fault::TooLarge(_) => Key::ErrorTooLarge,
        Fault::NoRandomness | Fault::TooSlow => Key::ErrorUnexpected,
    }
}

/// A notice of the journal as the workstation shows it.
#[must_use]
pub fn notice(found: &journal::Notice, at: Moment) -> Notice {
    let count = |n: u64| vec![("count", n.to_string())];
    let none = Vec::new;
    let (weight, key, values) = match found {
        journal::Notice::Healed { .. } => (Weight::Plain, Key::HealedCopy, none()),
        journal::Notice::SetAside { path, .. } => {
            (Weight::Warning, Key::HealedSetAside, vec![("path", path.display().to_string())])
        }
        journal::Notice::Rebuilt { events } => (Weight::Plain, Key::HealedRebuilt, count(*events)),
        journal::Notice::FeedHealed { events } => (Weight::Plain, Key::HealedFeed, count(*events)),
        journal::Notice::TornTailCut { .. } => (Weight::Plain, Key::HealedTail, none()),
        journal::Notice::Lost(range) => {
            (Weight::Fault, Key::LostEvents, vec![("range", range.to_string())])
        }
        journal::Notice::EndDamaged { path } => {
            (Weight::Fault, Key::LostEnd, vec![("path", path.display().to_string())])
        }
        journal::Notice::KeysLost { count: n } => (Weight::Fault, Key::LostKeys, count(*n)),
        journal::Notice::NewIncarnation(_) => (Weight::Warning, Key::HealedNewLife, none()),
        journal::Notice::ReserveReleased => (Weight::Fault, Key::DiskReserveUsed, none()),
        journal::Notice::NetworkDisk { .. } => (Weight::Warning, Key::DiskOnNetwork, none()),
    };
    Notice { at, weight, key, values }
}
