//! Keys of the wording, `lock`: locking and unlocking.
//!
//! One key a line; each has its words under `## lock` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ lock_keys {
    UnlockWho = "unlock-who",
    UnlockPassphrase = "unlock-passphrase",
    UnlockWorking = "unlock-working",
    UnlockWrong = "unlock-wrong",
    UnlockUseRecovery = "unlock-use-recovery",
    UnlockRecoveryWrong = "unlock-recovery-wrong",
    RecoveryMistyped = "recovery-mistyped",
    ResumeDraft = "resume-draft",
} }
