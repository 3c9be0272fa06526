//! `station.toml`: what is public about a workstation. Its ids, name, code, organisation, language.
//!
//! Readable without any key, so that the first frame can be drawn. Deliberately absent: staff.

use super::fault::{Fault, Part};
use super::files::{self, Disk};
use crate::domain::id::{OriginId, WorkspaceId};
use serde::{Deserialize, Serialize};
use std::path::Path;

const FORMAT: u32 = 1;
const NAME: &str = "station.toml";

/// What is public about a workstation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    /// The station: the origin of what is recorded here.
    pub origin: OriginId,
    /// The group of stations it belongs to.
    pub workspace: WorkspaceId,
    /// Short code in case numbers.
    pub code: String,
    /// The organisation.
    pub organisation: String,
    /// `nl` or `en`.
    pub lang: String,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    format: u32,
    station: String,
    workspace: String,
    code: String,
    organisation: String,
    lang: String,
}

impl Station {
    /// Reads it from a data directory.
    ///
    /// # Errors
    /// [`Fault::NotSetUp`] when it is not there; [`Fault::TooNew`]; [`Fault::Damaged`].
    pub fn load(dir: &Path) -> Result<Self, Fault> {
        let bytes =
            files::read(&dir.join(NAME))?.ok_or_else(|| Fault::NotSetUp(dir.to_path_buf()))?;
        let damaged = || Fault::Damaged(Part::Station);
        let text = String::from_utf8(bytes).map_err(|_| damaged())?;
        let stored: Stored = toml::from_str(&text).map_err(|_| damaged())?;
        if stored.format != FORMAT {
            return Err(Fault::TooNew(stored.format));
        }
        Ok(Self {
            origin: OriginId::from_hex(&stored.station).ok_or_else(damaged)?,
            workspace: WorkspaceId::from_hex(&stored.workspace).ok_or_else(damaged)?,
            code: stored.code,
            organisation: stored.organisation,
            lang: stored.lang,
        })
    }

    /// Writes it.
    pub(super) fn save(&self, disk: &Disk, dir: &Path) -> Result<(), Fault> {
        let stored = Stored {
            format: FORMAT,
            station: self.origin.hex(),
            workspace: self.workspace.hex(),
            code: self.code.clone(),
            organisation: self.organisation.clone(),
            lang: self.lang.clone(),
        };
        let text = toml::to_string(&stored).map_err(|_| Fault::Damaged(Part::Station))?;
        disk.replace(&dir.join(NAME), text.as_bytes())
    }
}
