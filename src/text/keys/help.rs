//! Keys of the wording, `help`: help and the palette.
//!
//! One key a line; each has its words under `## help` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ help_keys {
    HelpTitle = "help-title",
    HelpSearch = "help-search",
    HelpNone = "help-none",
    PaletteTitle = "palette-title",
    PaletteHint = "palette-hint",
    PaletteNone = "palette-none",
    HelpKeysChanged = "help-keys-changed",
    KeysClash = "keys-clash",
} }
