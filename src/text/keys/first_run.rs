//! Keys of the wording, `first-run`: making a workstation.
//!
//! One key a line; each has its words under `## first-run` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ first_run_keys {
    FirstRunTitle = "first-run-title",
    FirstRunIntro = "first-run-intro",
    FirstRunStep = "first-run-step",
    FirstRunLanguage = "first-run-language",
    FirstRunOrganisation = "first-run-organisation",
    FirstRunOrganisationHint = "first-run-organisation-hint",
    FirstRunStation = "first-run-station",
    FirstRunStationHint = "first-run-station-hint",
    FirstRunName = "first-run-name",
    FirstRunRole = "first-run-role",
    FirstRunPassphrase = "first-run-passphrase",
    FirstRunPassphraseHint = "first-run-passphrase-hint",
    FirstRunPassphraseAgain = "first-run-passphrase-again",
    FirstRunPassphraseDiffers = "first-run-passphrase-differs",
    FirstRunPassphraseShort = "first-run-passphrase-short",
    StrengthGood = "strength-good",
    StrengthLabel = "strength-label",
    FirstRunRecovery = "first-run-recovery",
    FirstRunRecoveryWhat = "first-run-recovery-what",
    FirstRunRecoveryConfirm = "first-run-recovery-confirm",
    FirstRunRecoveryWrong = "first-run-recovery-wrong",
    FirstRunMaking = "first-run-making",
    FirstRunDone = "first-run-done",
    FirstRunTour = "first-run-tour",
    FieldRequired = "field-required",
    FieldStationInvalid = "field-station-invalid",
} }
