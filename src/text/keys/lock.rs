//! Keys of the wording, `lock`: locking and unlocking.
//!
//! One key a line; each has its words under `## lock` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ lock_keys {
    UnlockTitle = "unlock-title",
    UnlockWho = "unlock-who",
    UnlockPassphrase = "unlock-passphrase",
    UnlockWorking = "unlock-working",
    UnlockWrong = "unlock-wrong",
    UnlockUseRecovery = "unlock-use-recovery",
    UnlockRecoveryCode = "unlock-recovery-code",
    UnlockRecoveryWrong = "unlock-recovery-wrong",
    RecoveryMistyped = "recovery-mistyped",
    LockNow = "lock-now",
    LockIdle = "lock-idle",
    LockHeld = "lock-held",
    LockTakeOver = "lock-take-over",
    LockStale = "lock-stale",
    ResumeDraft = "resume-draft",
} }
