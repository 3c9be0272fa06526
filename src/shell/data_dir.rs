//! Where a workstation keeps its data, and a throw-away place for the demonstration.
//!
//! Deliberately absent: checking who owns the place and who may read it (`journal` does).

use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};

/// The place used when none is given: the platform's directory for data of programs. `None` when
/// this user has no home.
#[must_use]
pub fn default_dir() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "beschermd").map(|dirs| dirs.data_dir().to_path_buf())
}

/// A directory that only this user can enter and that is removed when this value is dropped.
#[derive(Debug)]
pub struct ThrowAway {
    path: PathBuf,
}

impl ThrowAway {
    /// Makes one, in memory (`XDG_RUNTIME_DIR`) where the machine offers that.
    ///
    /// # Errors
    /// Of the operating system: no chance, no room, no access.
    pub fn new() -> io::Result<Self> {
        let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
        let places = runtime.filter(|dir| dir.is_dir()).into_iter().chain([std::env::temp_dir()]);
        let mut last = io::Error::from(io::ErrorKind::NotFound);
        for place in places {
            match Self::inside(&place) {
                Ok(made) => return Ok(made),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    fn inside(place: &Path) -> io::Result<Self> {
        let mut name = [0; 8];
        getrandom::fill(&mut name).map_err(|_| io::Error::other("no chance"))?;
        let path = place.join(format!("beschermd-{}", crate::domain::id::to_hex(&name)));
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        Ok(Self { path })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for ThrowAway {
    fn drop(&mut self) {
        // Nobody is left to tell; what stays behind is encrypted under a key nobody has.
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_throw_away_place_is_for_its_user_alone_and_gone_afterwards() {
        use std::os::unix::fs::PermissionsExt;
        let place = ThrowAway::new().unwrap();
        let path = place.path().to_path_buf();
        std::fs::write(path.join("file"), b"x").unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
        drop(place);
        assert!(!path.exists());
    }
}
