//! The outside of a workstation: setting it up, opening it locked, unlocking it.
//!
//! A locked workstation holds its lock file and its public data, no key, and no open database: the
//! first frame needs nothing more. Deliberately absent: asking for a passphrase.

use super::core::{Core, Tell};
use super::desk::Journal;
use super::fault::{Fault, Notice, Progress};
use super::feed::{self, Head};
use super::files::{self, Disk};
use super::keyring::{Cost, Keyring, Keys, Owner};
use super::lock::{self, Lock, LockInfo};
use super::recovery::RecoveryCode;
use super::seal::random;
use super::site::{Site, close_umask, network_disk};
use super::station::Station;
use super::vault::Vault;
use crate::domain::event::Draft;
use crate::domain::fact::{Fact, StaffRole};
use crate::domain::id::{Incarnation, OriginId, StaffId, WorkspaceId};
use crate::domain::time::Moment;
use std::path::Path;
use zeroize::Zeroizing;

const SLOTS_TRIED_MAX: usize = 4;

/// A passphrase, wiped when dropped.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes it over.
    #[must_use]
    pub const fn new(text: Zeroizing<String>) -> Self {
        Self(text)
    }

    /// From a copy.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Who unlocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffRef {
    /// By id.
    Id(StaffId),
    /// By the number of the slot, from 0, in the order of [`Locked::staff`].
    Slot(usize),
}

/// What a new workstation needs to know.
pub struct Setup {
    /// The organisation.
    pub organisation: String,
    /// Short code in case numbers.
    pub station_code: String,
    /// The first member of staff.
    pub staff_name: String,
    /// Whose role this is.
    pub role: StaffRole,
    /// And passphrase.
    pub passphrase: Passphrase,
    /// `nl` or `en`.
    pub lang: String,
    /// What trying a passphrase costs.
    pub cost: Cost,
}

/// A workstation that is opened and locked.
pub struct Locked {
    pub(super) lock: Lock,
    pub(super) site: Site,
    pub(super) keyring: Keyring,
    pub(super) notices: Vec<Notice>,
}

/// A workstation that did not unlock, and why.
pub struct Refused {
    /// The workstation, locked as before.
    pub locked: Locked,
    /// Why.
    pub fault: Fault,
}

impl Journal {
    /// Sets a workstation up in a directory that is empty or not there, and unlocks it. The
    /// recovery code is to be shown once.
    ///
    /// # Errors
    /// [`Fault::AlreadySetUp`], [`Fault::MemoryShort`], faults of the device. What was written
    /// before a fault is cleared away by the next attempt.
    pub fn create(
        dir: &Path,
        setup: Setup,
        info: &LockInfo,
        at: Moment,
    ) -> Result<(Self, RecoveryCode), Fault> {
        Self::create_on(&Disk::Real, dir, (setup, info), at)
    }

    /// The same on a device that may fail on purpose.
    ///
    /// # Errors
    /// As [`Self::create`].
    pub fn create_on(
        disk: &Disk,
        dir: &Path,
        (setup, info): (Setup, &LockInfo),
        at: Moment,
    ) -> Result<(Self, RecoveryCode), Fault> {
        close_umask();
        prepare_dir(disk, dir)?;
        let lock = lock::take(disk, dir, info)?;
        clear_unfinished(dir)?;
        let (origin, workspace) = (OriginId(random()?), WorkspaceId(random()?));
        let me = StaffId(random()?);
        let keys = Keys::random()?;
        let code = RecoveryCode::random()?;
        let mut keyring = Keyring::new(disk, dir, workspace);
        keyring.set(Owner::Staff(me), setup.passphrase.bytes(), &keys, setup.cost)?;
        keyring.set(Owner::Recovery, code.secret(), &keys, Cost::DEMO)?;
        Vault::create(disk, dir, workspace, &keys)?;
        let station = Station {
            origin,
            workspace,
            code: setup.station_code.clone(),
            organisation: setup.organisation.clone(),
            lang: setup.lang,
        };
        let site = Site { dir: dir.to_path_buf(), disk: disk.clone(), station };
        for name in ["feeds", "drafts", "inbox", "quarantine", "outbox"] {
            disk.create_dir(&dir.join(name))?;
        }
        disk.create_dir(&feed::dir_of(dir, origin))?;
        site.set_seen(Head::start(Incarnation(1)))?;
        let core = Core::start(&site, keys, me, &mut |_| {})?;
        let mut journal = Self { lock, keyring, core, cost: setup.cost };
        let opened =
            Fact::StationOpened { code: setup.station_code, organisation: setup.organisation };
        let joined = Fact::StaffJoined { staff: me, name: setup.staff_name, role: setup.role };
        let drafts = [opened, joined].map(workspace_draft);
        journal.record(me, at, drafts.into())?;
        journal.settle()?;
        // Only now it is a workstation.
        site.station.save(disk, dir)?;
        Ok((journal, code))
    }
}

pub(super) const fn workspace_draft(fact: Fact) -> Draft {
    Draft { case: None, fact, replaces: Vec::new(), why: None }
}

impl Locked {
    /// Opens a workstation: checks modes, takes the lock, reads what is public. No key is derived
    /// and no database opened.
    ///
    /// # Errors
    /// [`Fault::NotSetUp`], [`Fault::InUse`], [`Fault::WrongMode`], [`Fault::WrongOwner`],
    /// [`Fault::NotPlain`], [`Fault::TooNew`], [`Fault::Damaged`] and faults of the device.
    pub fn open(dir: &Path, info: &LockInfo) -> Result<Self, Fault> {
        Self::open_on(&Disk::Real, dir, info)
    }

    /// The same on a device that may fail on purpose.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_on(disk: &Disk, dir: &Path, info: &LockInfo) -> Result<Self, Fault> {
        close_umask();
        if dir.symlink_metadata().is_err() {
            return Err(Fault::NotSetUp(dir.to_path_buf()));
        }
        files::check_plain(dir, true)?;
        let station = Station::load(dir)?;
        let lock = lock::take(disk, dir, info)?;
        Site::check_modes(dir)?;
        let mut notices = Vec::new();
        if let Some(kind) = network_disk(dir) {
            notices.push(Notice::NetworkDisk { kind });
        }
        let keyring = Keyring::load(disk, dir, station.workspace, &mut notices)?;
        let site = Site { dir: dir.to_path_buf(), disk: disk.clone(), station };
        Ok(Self { lock, site, keyring, notices })
    }

    /// What is public about the workstation.
    #[must_use]
    pub const fn station(&self) -> &Station {
        &self.site.station
    }

    /// The staff that can unlock it, by id: names need a key.
    #[must_use]
    pub fn staff(&self) -> Vec<StaffId> {
        self.keyring.staff()
    }

    /// What was found and healed so far.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Unlocks with a passphrase. Without a name up to four slots are tried.
    ///
    /// # Errors
    /// [`Fault::WrongPassphrase`], [`Fault::WhichStaff`], [`Fault::MemoryShort`],
    /// [`Fault::Damaged`] and faults of the device, with the workstation as it was.
    pub fn unlock(
        self,
        who: Option<StaffRef>,
        passphrase: &Passphrase,
        tell: &mut dyn FnMut(Progress),
    ) -> Result<Journal, Box<Refused>> {
        tell(Progress::Unlocking);
        match self.keys_for(who, passphrase) {
            Ok((me, keys)) => self.start(keys, me, tell),
            Err(fault) => Err(Box::new(Refused { locked: self, fault })),
        }
    }

    /// Unlocks with the recovery code, as this member of staff, who gets a new passphrase. The code
    /// is spent: the one that comes back, to be shown once, takes its place.
    ///
    /// # Errors
    /// As [`Self::unlock`]; [`Fault::NoSuchStaff`]. The code is not spent then.
    pub fn recover(
        mut self,
        code: &RecoveryCode,
        (who, new): (StaffId, &Passphrase),
        cost: Cost,
        tell: &mut dyn FnMut(Progress),
    ) -> Result<(Journal, RecoveryCode), Box<Refused>> {
        tell(Progress::Unlocking);
        let (all, keys) = match self.reset(code, (who, new), cost, tell) {
            Ok(keys) => keys,
            Err(fault) => return Err(Box::new(Refused { locked: self, fault })),
        };
        let mut journal = self.start(keys, who, tell)?;
        let spent = RecoveryCode::random().and_then(|fresh| {
            journal.keyring.set(Owner::Recovery, fresh.secret(), &all, Cost::DEMO)?;
            Ok(fresh)
        });
        match spent {
            Ok(fresh) => Ok((journal, fresh)),
            Err(fault) => Err(Box::new(Refused { locked: journal.lock(), fault })),
        }
    }

    /// Gives a member of staff a new slot with the keys of their role, which is a fact inside. Who
    /// is alone keeps all keys, as on the first day: nobody else could give them back. Gives all
    /// keys and those of the slot.
    fn reset(
        &mut self,
        code: &RecoveryCode,
        (who, new): (StaffId, &Passphrase),
        cost: Cost,
        tell: Tell<'_>,
    ) -> Result<(Keys, Keys), Fault> {
        let all = self.keyring.open(Owner::Recovery, code.secret())?;
        if !self.keyring.staff().contains(&who) {
            return Err(Fault::NoSuchStaff);
        }
        let mut core = Core::start(&self.site, all.clone(), who, tell)?;
        self.notices.append(&mut core.notices);
        let role = core.staff.get(&who).map_or(StaffRole::Clerk, |(_, role)| *role);
        core.close_store();
        let alone = self.keyring.staff().len() == 1;
        let role = if alone { StaffRole::Manager } else { role };
        let keys = all.for_role(role)?;
        self.keyring.set(Owner::Staff(who), new.bytes(), &keys, cost)?;
        Ok((all, keys))
    }

    fn keys_for(
        &self,
        who: Option<StaffRef>,
        passphrase: &Passphrase,
    ) -> Result<(StaffId, Keys), Fault> {
        let staff = self.keyring.staff();
        let tried = match who {
            Some(StaffRef::Id(id)) => vec![id],
            Some(StaffRef::Slot(at)) => {
                vec![staff.get(at).copied().ok_or(Fault::WrongPassphrase)?]
            }
            None if staff.len() > SLOTS_TRIED_MAX => return Err(Fault::WhichStaff(staff.len())),
            None => staff,
        };
        for id in tried {
            match self.keyring.open(Owner::Staff(id), passphrase.bytes()) {
                Err(Fault::WrongPassphrase) => {}
                Ok(keys) => return Ok((id, keys)),
                Err(fault) => return Err(fault),
            }
        }
        Err(Fault::WrongPassphrase)
    }

    fn start(mut self, keys: Keys, me: StaffId, tell: Tell<'_>) -> Result<Journal, Box<Refused>> {
        match Core::start(&self.site, keys, me, tell) {
            Ok(mut core) => {
                let mut notices = std::mem::take(&mut self.notices);
                notices.append(&mut core.notices);
                core.notices = notices;
                let cost = self.keyring.cost_of(me);
                Ok(Journal { lock: self.lock, keyring: self.keyring, core, cost })
            }
            Err(fault) => Err(Box::new(Refused { locked: self, fault })),
        }
    }
}

/// Makes the data directory, or accepts an empty one.
fn prepare_dir(disk: &Disk, dir: &Path) -> Result<(), Fault> {
    if dir.symlink_metadata().is_err() {
        if let Some(parent) = dir.parent().filter(|p| !p.as_os_str().is_empty()) {
            std::fs::create_dir_all(parent).map_err(|e| Fault::io(parent, &e))?;
        }
        return disk.create_dir(dir);
    }
    files::check_plain(dir, true)
}

/// Clears away what an earlier, unfinished attempt to set up left: never facts.
fn clear_unfinished(dir: &Path) -> Result<(), Fault> {
    const OURS: [&str; 10] = [
        "keyring",
        "keyring.2",
        "vault",
        "vault.2",
        "feeds",
        "drafts",
        "inbox",
        "quarantine",
        "outbox",
        "seen",
    ];
    const ALSO: [&str; 6] =
        ["db", "lock", "reserve", "station.toml.tmp", "keyring.tmp", "vault.tmp"];
    let full = || Fault::AlreadySetUp(dir.to_path_buf());
    for path in files::list(dir)? {
        let name = path.file_name().and_then(|n| n.to_str()).ok_or_else(full)?;
        if !OURS.contains(&name) && !ALSO.contains(&name) && !name.ends_with(".2.tmp") {
            return Err(full());
        }
    }
    for origin in feed::origins(dir)? {
        if feed::segments(&feed::dir_of(dir, origin))?.iter().any(|s| s.length > 4096) {
            return Err(full());
        }
    }
    for path in files::list(dir)?.into_iter().filter(|p| !p.ends_with("lock")) {
        let gone = if path.is_dir() {
            std::fs::remove_dir_all(&path)
        } else {
            std::fs::remove_file(&path)
        };
        gone.map_err(|e| Fault::io(&path, &e))?;
    }
    Ok(())
}
