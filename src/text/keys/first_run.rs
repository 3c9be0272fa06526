//! Keys of the wording, `first-run`: making a workstation.
//!
//! One key a line; each has its words under `## first-run` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ first_run_keys {
    StrengthWeak = "strength-weak",
    StrengthFair = "strength-fair",
    StrengthStrong = "strength-strong",
} }
