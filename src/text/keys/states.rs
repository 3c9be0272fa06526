//! Keys of the wording, `states`: the state of a case, its flags and the tracks.
//!
//! One key a line; each has its words under `## states` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ states_keys {
    StateAdvice = "state-advice",
    StateReceived = "state-received",
    StateLocalVoluntary = "state-local-voluntary",
    StateTriage = "state-triage",
    StateInvestigation = "state-investigation",
    StateFollowUp = "state-follow-up",
    StateClosed = "state-closed",
    Acute = "acute",
    AcuteSign = "acute-sign",
    Overseer = "overseer",
    OverseerIs = "overseer-is",
    OverseerNone = "overseer-none",
    AssignedTo = "assigned-to",
    NotAssigned = "not-assigned",
    FollowUpReport = "follow-up-report",
    Dispute = "dispute",
    Disputes = "disputes",
    DisputeStricterUsed = "dispute-stricter-used",
    UnknownFact = "unknown-fact",
} }
