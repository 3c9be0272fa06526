//! Keys of the wording, `form`: fields of a report and of a person.
//!
//! One key a line; each has its words under `## form` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ form_keys {
    ChannelCorv = "channel-corv",
    ChannelOwnInitiative = "channel-own-initiative",
    BsnVerified = "bsn-verified",
    BsnUnverified = "bsn-unverified",
    PartVictim = "part-victim",
    PartWitness = "part-witness",
    PartSibling = "part-sibling",
    PartOther = "part-other",
} }
