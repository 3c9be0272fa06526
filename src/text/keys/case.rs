//! Keys of the wording, `case`: the case, its report and persons.
//!
//! One key a line; each has its words under `## case` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ case_keys {
    CaseTitle = "case-title",
    CaseNoneChosen = "case-none-chosen",
    PaneReport = "pane-report",
    PanePersons = "pane-persons",
    PaneHistory = "pane-history",
    PaneNotes = "pane-notes",
    PaneTriage = "pane-triage",
    PaneRisk = "pane-risk",
    PaneSafetyPlan = "pane-safety-plan",
    PaneTriageLater = "pane-triage-later",
    PaneRiskLater = "pane-risk-later",
    PaneSafetyPlanLater = "pane-safety-plan-later",
    CaseReportFrom = "case-report-from",
    CaseReporterWithheld = "case-reporter-withheld",
    CaseNoPersons = "case-no-persons",
    CaseNoNotes = "case-no-notes",
    CaseFlags = "case-flags",
    NoteText = "note-text",
    NoteAbout = "note-about",
    NoteSaved = "note-saved",
    AssignTitle = "assign-title",
    AssignTo = "assign-to",
    AssignDone = "assign-done",
    LinkTitle = "link-title",
    LinkSameChild = "link-same-child",
    LinkReason = "link-reason",
    LinkDone = "link-done",
    LinkRefused = "link-refused",
} }
