//! Half-typed forms, sealed, one file each, so that a dropped line costs a second of typing.
//!
//! Sealed under a key of the member of staff who types: a colleague at the same station cannot
//! open them. Usable from another thread than the journal's, also while saving. Deliberately
//! absent: what is in a form.

use super::bytes::Cursor;
use super::fault::{Fault, Notice, Part};
use super::files::{self, Disk};
use super::seal::{Key, context, pad, random, unpad};
use super::site;
use crate::domain::id::{StaffId, from_hex, to_hex};
use std::path::PathBuf;
use zeroize::Zeroizing;

const MAGIC: &[u8; 4] = b"BVDR";

/// A half-typed form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub [u8; 16]);

impl DraftId {
    /// A new one.
    ///
    /// # Errors
    /// [`Fault::NoRandomness`].
    pub fn random() -> Result<Self, Fault> {
        Ok(Self(random()?))
    }
}

/// A half-typed form and its content.
pub type KeptDraft = (DraftId, Zeroizing<Vec<u8>>);

/// The half-typed forms of one member of staff.
#[derive(Clone)]
pub struct DraftBox {
    pub(super) disk: Disk,
    pub(super) dir: PathBuf,
    pub(super) staff: StaffId,
    pub(super) key: Key,
}

impl DraftBox {
    /// Keeps a form, in place of what was kept of it before. Durable when it returns.
    ///
    /// # Errors
    /// Faults of the device; the earlier version then still stands.
    pub fn save(&self, id: DraftId, content: &[u8]) -> Result<(), Fault> {
        let sealed = self.key.seal(&self.place(id), &pad(content))?;
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&self.staff.0);
        bytes.extend_from_slice(&sealed);
        self.disk.replace(&self.path(id), &bytes)
    }

    /// Throws a form away: it was recorded, or given up.
    ///
    /// # Errors
    /// Faults of the device.
    pub fn remove(&self, id: DraftId) -> Result<(), Fault> {
        self.disk.remove(&self.path(id))?;
        self.disk.sync_dir(&self.dir)
    }

    /// All forms of this member of staff. One that cannot be opened is set aside and named;
    /// those of colleagues are left alone.
    ///
    /// # Errors
    /// Faults of the device.
    pub fn all(&self, notices: &mut Vec<Notice>) -> Result<Vec<KeptDraft>, Fault> {
        let mut found = Vec::new();
        for path in files::list(&self.dir)? {
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            if name.ends_with(".draft.tmp") {
                self.disk.remove(&path)?;
            }
            let Some(id) = name.strip_suffix(".draft").and_then(from_hex::<16>).map(DraftId) else {
                continue;
            };
            let bytes = files::read(&path)?.unwrap_or_default();
            match self.open(id, &bytes) {
                Opened::Ours(content) => found.push((id, content)),
                Opened::Colleague => {}
                Opened::Damaged => {
                    site::set_aside(&self.disk, &path, Part::Draft, notices)?;
                }
            }
        }
        Ok(found)
    }

    fn open(&self, id: DraftId, bytes: &[u8]) -> Opened {
        let mut cursor = Cursor(bytes);
        if cursor.array::<4>().as_ref() != Some(MAGIC) {
            return Opened::Damaged;
        }
        match cursor.array::<16>() {
            None => return Opened::Damaged,
            Some(staff) if staff != self.staff.0 => return Opened::Colleague,
            Some(_) => {}
        }
        match self.key.open(&self.place(id), cursor.0) {
            Some(plain) => match unpad(&plain) {
                Some(content) => Opened::Ours(Zeroizing::new(content.to_vec())),
                None => Opened::Damaged,
            },
            None => Opened::Damaged,
        }
    }

    fn place(&self, id: DraftId) -> Vec<u8> {
        context(&[b"beschermd/draft/1", &self.staff.0, &id.0])
    }

    fn path(&self, id: DraftId) -> PathBuf {
        self.dir.join(format!("{}.draft", to_hex(&id.0)))
    }
}

enum Opened {
    Ours(Zeroizing<Vec<u8>>),
    Colleague,
    Damaged,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;

    #[test]
    fn a_form_comes_back_to_its_typist_only_and_a_damaged_one_is_set_aside() {
        let home = tempfile::tempdir().unwrap();
        let of = |n| DraftBox {
            disk: Disk::Real,
            dir: home.path().to_path_buf(),
            staff: StaffId([n; 16]),
            key: Key::random().unwrap(),
        };
        let (anna, bert) = (of(1), of(2));
        let id = DraftId::random().unwrap();
        anna.save(id, b"half").unwrap();
        anna.save(id, b"half a sentence").unwrap();
        let mut notices = Vec::new();
        let found = anna.all(&mut notices).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1.as_slice(), b"half a sentence");
        assert!(bert.all(&mut notices).unwrap().is_empty());
        assert!(notices.is_empty());
        let mut bytes = std::fs::read(anna.path(id)).unwrap();
        bytes[60] ^= 1;
        Disk::Real.replace(&anna.path(id), &bytes).unwrap();
        assert!(anna.all(&mut notices).unwrap().is_empty());
        assert_eq!(notices.len(), 1);
        anna.remove(id).unwrap();
    }
}
