//! Keys of the wording, `case`: the case, its report and persons.
//!
//! One key a line; each has its words under `## case` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ case_keys {
    PaneReport = "pane-report",
    PanePersons = "pane-persons",
    PaneRisk = "pane-risk",
} }
