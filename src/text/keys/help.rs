//! Keys of the wording, `help`: help and the palette.
//!
//! One key a line; each has its words under `## help` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ help_keys {
    PaletteTitle = "palette-title",
    KeysClash = "keys-clash",
} }
