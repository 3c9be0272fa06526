//! Keys of the wording, `notices`: notices and questions.
//!
//! One key a line; each has its words under `## notices` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ notices_keys {
    NoticeUndone = "notice-undone",
    NoticeRedone = "notice-redone",
    NoticeNothingToUndo = "notice-nothing-to-undo",
    NoticeCopied = "notice-copied",
    NoticeCopyOff = "notice-copy-off",
    Notice24HoursLeft = "notice-24-hours-left",
    Notice4HoursLeft = "notice-4-hours-left",
    NoticeOverdue = "notice-overdue",
    NoticeRebuilding = "notice-rebuilding",
    NoticeRebuilt = "notice-rebuilt",
    AskQuit = "ask-quit",
    AskQuitDraft = "ask-quit-draft",
    AskDiscardDraft = "ask-discard-draft",
    AskConfirmKey = "ask-confirm-key",
} }
