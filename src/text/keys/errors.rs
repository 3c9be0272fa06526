//! Keys of the wording, `errors`: what happened, what was kept safe, what to do.
//!
//! One key a line; each has its words under `## errors` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ errors_keys {
    ErrorDiskFull = "error-disk-full",
    ErrorDiskFullDraftToo = "error-disk-full-draft-too",
    ErrorWrite = "error-write",
    ErrorBothDamaged = "error-both-damaged",
    ErrorWrongOwner = "error-wrong-owner",
    ErrorWrongMode = "error-wrong-mode",
    ErrorNoWorkstation = "error-no-workstation",
    ErrorNewerFormat = "error-newer-format",
    ErrorMemoryShort = "error-memory-short",
    ErrorKeyGone = "error-key-gone",
    ErrorNoKey = "error-no-key",
    ErrorNotAllKeys = "error-not-all-keys",
    ErrorUnexpected = "error-unexpected",
    ErrorClockJumped = "error-clock-jumped",
    ErrorCaseUnknown = "error-case-unknown",
    ErrorFileMissing = "error-file-missing",
    ErrorTerminal = "error-terminal",
    ErrorWindowTooSmall = "error-window-too-small",
} }
