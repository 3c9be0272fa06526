//! What the workstation remembers between runs: language, theme, who sat here
//! last, until when the clock was trusted. Nothing of it
//! is secret or about a family; a file that cannot be read counts as empty.

use crate::app::model::ThemeName;
use crate::domain::id::StaffId;
use crate::domain::time::Moment;
use crate::text::Lang;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

const NAME: &str = "settings.toml";
const BYTES_MAX: u64 = 4_096;
const KEYS_BYTES_MAX: u64 = 64 * 1_024;

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Language of the interface.
    pub lang: Option<Lang>,
    /// Theme.
    pub theme: Option<ThemeName>,
    /// Who unlocked last.
    pub last_staff: Option<StaffId>,
    /// The latest moment at which the clock of the machine was trusted.
    pub last_seen: Option<Moment>,
    /// A recovery code was shown, and nobody proved that it was written down.
    pub code_unproved: bool,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    lang: Option<String>,
    theme: Option<String>,
    last_staff: Option<String>,
    last_seen: Option<String>,
    code_unproved: bool,
}

/// What is remembered in this data directory.
#[must_use]
pub fn load(dir: &Path) -> Settings {
    let path = dir.join(NAME);
    let small = fs::symlink_metadata(&path).is_ok_and(|m| m.is_file() && m.len() <= BYTES_MAX);
    let text = if small { fs::read_to_string(&path).unwrap_or_default() } else { String::new() };
    let stored: Stored = toml::from_str(&text).unwrap_or_default();
    let theme = |name: &str| ThemeName::ALL.into_iter().find(|theme| theme.name() == name);
    Settings {
        lang: stored.lang.as_deref().and_then(Lang::from_code),
        theme: stored.theme.as_deref().and_then(theme),
        last_staff: stored.last_staff.as_deref().and_then(StaffId::from_hex),
        last_seen: stored.last_seen.as_deref().and_then(Moment::parse_rfc3339),
        code_unproved: stored.code_unproved,
    }
}

/// A person's own `keys.toml`, as text; empty when there is none.
#[must_use]
pub fn own_keys(dir: &Path) -> String {
    let path = dir.join("keys.toml");
    let small = fs::symlink_metadata(&path).is_ok_and(|m| m.is_file() && m.len() <= KEYS_BYTES_MAX);
    if small { fs::read_to_string(&path).unwrap_or_default() } else { String::new() }
}

/// Remembers. A setting that cannot be kept is no reason to stop, so nothing is reported.
pub fn save(dir: &Path, settings: &Settings) {
    let stored = Stored {
        lang: settings.lang.map(|lang| lang.code().to_owned()),
        theme: settings.theme.map(|theme| theme.name().to_owned()),
        last_staff: settings.last_staff.map(|staff| staff.hex()),
        last_seen: settings.last_seen.map(Moment::rfc3339),
        code_unproved: settings.code_unproved,
    };
    let Ok(text) = toml::to_string(&stored) else { return };
    let temporary = dir.join(format!("{NAME}.tmp"));
    let written = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&temporary)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    if written.is_ok() {
        let _kept = fs::rename(&temporary, dir.join(NAME));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn what_is_remembered_is_read_back_and_rubbish_counts_as_nothing() {
        let home = tempfile::tempdir().unwrap();
        let settings = Settings {
            lang: Some(Lang::En),
            theme: Some(ThemeName::Mono),
            last_staff: Some(StaffId([7; 16])),
            last_seen: Moment::parse_rfc3339("2026-11-24T12:00:00+01:00"),
            code_unproved: true,
        };
        save(home.path(), &settings);
        assert_eq!(load(home.path()), settings);
        fs::write(home.path().join(NAME), b"lang = [").unwrap();
        assert_eq!(load(home.path()), Settings::default());
    }
}
