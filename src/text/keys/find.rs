//! Keys of the wording, `find`: searching.
//!
//! One key a line; each has its words under `## find` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ find_keys {
    FindTitle = "find-title",
    FindHint = "find-hint",
    FindNone = "find-none",
    FindCount = "find-count",
    FindByName = "find-by-name",
    FindBySound = "find-by-sound",
    FindByNumber = "find-by-number",
    FindByBirthDate = "find-by-birth-date",
    FindByBsn = "find-by-bsn",
    FindByPostcode = "find-by-postcode",
    FindByPhone = "find-by-phone",
} }
