//! Keys of the wording, `station`: what the workstation found, healed or could not do.
//!
//! One key a line; each has its words under `## station` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ station_keys {
    LockHeldShort = "lock-held-short",
    ErrorWrongModeShort = "error-wrong-mode-short",
    ErrorWrongOwnerShort = "error-wrong-owner-short",
    ErrorKeysDamagedShort = "error-keys-damaged-short",
    ErrorDamagedShort = "error-damaged-short",
    ErrorNoWorkstationShort = "error-no-workstation-short",
    ErrorWorkstationExistsShort = "error-workstation-exists-short",
    ErrorTooLarge = "error-too-large",
    HealedCopy = "healed-copy",
    HealedSetAside = "healed-set-aside",
    HealedRebuilt = "healed-rebuilt",
    HealedFeed = "healed-feed",
    HealedTail = "healed-tail",
    HealedNewLife = "healed-new-life",
    LostEvents = "lost-events",
    LostEnd = "lost-end",
    LostKeys = "lost-keys",
    DiskReserveUsed = "disk-reserve-used",
    DiskOnNetwork = "disk-on-network",
    ErrorCaseGone = "error-case-gone",
    WorkInbox = "work-inbox",
    InboxConflict = "inbox-conflict",
    InboxTaken = "inbox-taken",
} }
