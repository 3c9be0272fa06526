//! The vault: the random keys of cases, reporters and shielded addresses, wrapped, in two copies.
//!
//! A small append-only file. The header holds one wrapping key per class, itself sealed under that
//! class's key; forgetting keys rewrites both copies under new wrapping keys, so that what is left
//! of the old file opens nothing. Both copies are durable before any event that needs the key.
//! Deliberately absent: which role holds which class (`keyring`).

use super::bytes::{Cursor, checked, close_with_crc};
use super::fault::{Fault, KeyClass, Notice, Part};
use super::files::{self, Disk};
use super::keyring::Keys;
use super::seal::{Key, context};
use crate::domain::fact::Secrecy;
use crate::domain::id::WorkspaceId;
use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

const MAGIC: &[u8; 4] = b"BVVT";
const FORMAT: u16 = 1;
const WRAPPED_BYTES: usize = 24 + 32 + 16;
const HEADER_BYTES: usize = 4 + 2 + 16 + 4 + 3 * (1 + WRAPPED_BYTES) + 4;
const ENTRY_BYTES: usize = 1 + 16 + WRAPPED_BYTES + 4;
const FORGOTTEN: u8 = 0x80;
const OPENED_KEYS_MAX: usize = 512;
const GONE: u32 = u32::MAX;

/// What a key in the vault is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct KeyName {
    kind: u8,
    id: [u8; 16],
}

const CLASSES: [KeyClass; 3] = [KeyClass::Case, KeyClass::Reporter, KeyClass::Address];

impl KeyName {
    /// The name of the key that seals a payload; `None` for the workspace's own key.
    pub fn of(secrecy: Secrecy) -> Option<Self> {
        match secrecy {
            Secrecy::Workspace => None,
            Secrecy::Case(id) => Some(Self { kind: 0, id: id.0 }),
            Secrecy::Reporter(id) => Some(Self { kind: 1, id: id.0 }),
            Secrecy::Address(id) => Some(Self { kind: 2, id: id.0 }),
        }
    }

    fn class(self) -> KeyClass {
        CLASSES.get(usize::from(self.kind)).copied().unwrap_or(KeyClass::Case)
    }
}

/// What the vault knows of a key.
#[derive(Clone)]
pub(super) enum Lookup {
    /// Here it is.
    Open(Key),
    /// It exists, but the reader's slot lacks its class.
    NotOurs,
    /// It was destroyed on purpose.
    Forgotten,
    /// There is no such key.
    Absent,
}

type Entry = (KeyName, bool, [u8; WRAPPED_BYTES]);

/// The vault of a workstation.
pub(super) struct Vault {
    disk: Disk,
    dir: PathBuf,
    workspace: WorkspaceId,
    generation: u32,
    wraps: [Vec<u8>; 3],
    wrap_keys: [Option<Key>; 3],
    /// Where a key's entry stands, counted from 0; [`GONE`] for a destroyed one.
    entries: HashMap<KeyName, u32>,
    count: u32,
    files: Option<[File; 2]>,
    length: u64,
    opened: HashMap<KeyName, Key>,
}

struct Copy {
    generation: u32,
    wraps: [Vec<u8>; 3],
    entries: Vec<Option<Entry>>,
    torn: bool,
}

impl Vault {
    /// Makes an empty vault in both copies.
    pub fn create(
        disk: &Disk,
        dir: &Path,
        workspace: WorkspaceId,
        keys: &Keys,
    ) -> Result<Self, Fault> {
        let mut vault = Self::empty(disk, dir, workspace);
        vault.renew(keys)?;
        vault.rewrite(&[])?;
        Ok(vault)
    }

    fn empty(disk: &Disk, dir: &Path, workspace: WorkspaceId) -> Self {
        Self {
            disk: disk.clone(),
            dir: dir.to_path_buf(),
            workspace,
            generation: 0,
            wraps: Default::default(),
            wrap_keys: Default::default(),
            entries: HashMap::new(),
            count: 0,
            files: None,
            length: 0,
            opened: HashMap::new(),
        }
    }

    /// Opens both copies; a damaged, short or older one is written anew from the other and named;
    /// keys that neither copy holds are named too.
    ///
    /// # Errors
    /// [`Fault::Damaged`] when neither header can be read; [`Fault::TooNew`].
    pub fn open(
        disk: &Disk,
        dir: &Path,
        (workspace, keys): (WorkspaceId, &Keys),
        notices: &mut Vec<Notice>,
    ) -> Result<Self, Fault> {
        let mut copies = Vec::new();
        for path in copy_paths(dir) {
            let bytes = files::read(&path)?.unwrap_or_default();
            copies.push((path, bytes));
        }
        if let [(_, first), (_, second)] = copies.as_slice()
            && first == second
        {
            // The ordinary case, without a second picture of it in memory.
            copies.truncate(1);
        }
        let mut parsed = Vec::new();
        for (path, bytes) in copies {
            let copy = parse(&bytes, workspace)?;
            parsed.push((path, bytes, copy));
        }
        let whole = |c: &Copy| !c.torn && c.entries.iter().all(Option::is_some);
        if let [(_, bytes, Some(copy))] = parsed.as_slice()
            && whole(copy)
        {
            let mut vault = Self::empty(disk, dir, workspace);
            vault.generation = copy.generation;
            vault.wraps = copy.wraps.clone();
            vault.open_wraps(keys)?;
            copy.entries.iter().flatten().for_each(|entry| vault.note(entry));
            vault.length = bytes.len() as u64;
            return Ok(vault);
        }
        Self::mend(disk, dir, (workspace, keys), notices)
    }

    /// The long road of [`Self::open`].
    fn mend(
        disk: &Disk,
        dir: &Path,
        (workspace, keys): (WorkspaceId, &Keys),
        notices: &mut Vec<Notice>,
    ) -> Result<Self, Fault> {
        let mut copies = Vec::new();
        for path in copy_paths(dir) {
            let bytes = files::read(&path)?.unwrap_or_default();
            let parsed = parse(&bytes, workspace)?;
            copies.push((path, bytes, parsed));
        }
        let generation = copies.iter().filter_map(|(_, _, c)| Some(c.as_ref()?.generation)).max();
        let generation = generation.ok_or(Fault::Damaged(Part::Vault))?;
        let current: Vec<&Copy> = copies
            .iter()
            .filter_map(|(_, _, c)| c.as_ref().filter(|c| c.generation == generation))
            .collect();
        let mut vault = Self::empty(disk, dir, workspace);
        vault.generation = generation;
        let (order, lost) = unite(&current);
        vault.wraps = current.first().map(|c| c.wraps.clone()).unwrap_or_default();
        vault.open_wraps(keys)?;
        order.iter().for_each(|entry| vault.note(entry));
        let whole = vault.image(&order)?;
        let mut healed = false;
        for (path, bytes, _) in &copies {
            if bytes != &whole {
                disk.replace(path, &whole)?;
                notices.push(Notice::Healed { part: Part::Vault, path: path.clone() });
                healed = true;
            }
        }
        if lost > 0 && healed {
            notices.push(Notice::KeysLost { count: lost });
        }
        vault.length = whole.len() as u64;
        Ok(vault)
    }

    /// Takes note of where the next entry stands.
    fn note(&mut self, (name, forgotten, _): &Entry) {
        self.entries.insert(*name, if *forgotten { GONE } else { self.count });
        self.count += 1;
    }

    /// Reads the wrapped key of an entry, from the first copy that gives it whole.
    fn wrapped(&self, name: KeyName, at: u32) -> Result<[u8; WRAPPED_BYTES], Fault> {
        let place = HEADER_BYTES as u64 + u64::from(at) * ENTRY_BYTES as u64;
        for path in copy_paths(&self.dir) {
            let mut bytes = [0; ENTRY_BYTES];
            let read = File::open(&path).and_then(|file| file.read_exact_at(&mut bytes, place));
            let entry = parse_entry(&bytes).filter(|(found, _, _)| read.is_ok() && *found == name);
            if let Some((_, _, wrapped)) = entry {
                return Ok(wrapped);
            }
        }
        Err(Fault::Damaged(Part::Vault))
    }

    fn open_wraps(&mut self, keys: &Keys) -> Result<(), Fault> {
        for (at, class) in CLASSES.into_iter().enumerate() {
            let Some(key) = class_key(keys, class) else { continue };
            let place = self.header_place(class);
            let wrap = self.wraps.get(at).map(Vec::as_slice).unwrap_or_default();
            let plain = key.open(&place, wrap).ok_or(Fault::Damaged(Part::Vault))?;
            if let Some(slot) = self.wrap_keys.get_mut(at) {
                *slot = Key::from_bytes(&plain);
            }
        }
        Ok(())
    }

    /// Draws new wrapping keys: a new generation.
    fn renew(&mut self, keys: &Keys) -> Result<(), Fault> {
        self.generation += 1;
        for (at, class) in CLASSES.into_iter().enumerate() {
            let key = class_key(keys, class).ok_or(Fault::NoKey(class))?;
            let fresh = Key::random()?;
            let wrapped = key.seal(&self.header_place(class), fresh.bytes())?;
            if let (Some(wrap), Some(slot)) = (self.wraps.get_mut(at), self.wrap_keys.get_mut(at)) {
                *wrap = wrapped;
                *slot = Some(fresh);
            }
        }
        Ok(())
    }

    /// Looks a key up.
    pub fn lookup(&mut self, name: KeyName) -> Result<Lookup, Fault> {
        if let Some(key) = self.opened.get(&name) {
            return Ok(Lookup::Open(key.clone()));
        }
        let at = match self.entries.get(&name) {
            None => return Ok(Lookup::Absent),
            Some(&GONE) => return Ok(Lookup::Forgotten),
            Some(at) => *at,
        };
        let Some(wrap_key) = self.wrap_key(name) else { return Ok(Lookup::NotOurs) };
        let wrapped = self.wrapped(name, at)?;
        let plain =
            wrap_key.open(&self.entry_place(name), &wrapped).ok_or(Fault::Damaged(Part::Vault))?;
        let key = Key::from_bytes(&plain).ok_or(Fault::Damaged(Part::Vault))?;
        self.remember(name, &key);
        Ok(Lookup::Open(key))
    }

    /// How often keys were destroyed, counted from 1.
    pub const fn generation(&self) -> u32 {
        self.generation
    }

    /// Whether a key was destroyed on purpose.
    pub fn is_forgotten(&self, name: KeyName) -> bool {
        self.entries.get(&name) == Some(&GONE)
    }

    /// Makes keys for these names, where there are none, durable in both copies before it returns.
    ///
    /// # Errors
    /// [`Fault::NoKey`] when the class is not ours; [`Fault::KeyDestroyed`].
    pub fn ensure(&mut self, names: &[KeyName]) -> Result<(), Fault> {
        let mut fresh: BTreeMap<KeyName, (Key, [u8; WRAPPED_BYTES])> = BTreeMap::new();
        for name in names {
            match self.entries.get(name) {
                Some(&GONE) => return Err(Fault::KeyDestroyed),
                Some(_) => {
                    if self.wrap_key(*name).is_none() {
                        return Err(Fault::NoKey(name.class()));
                    }
                }
                None if fresh.contains_key(name) => {}
                None => {
                    let wrap_key = self.wrap_key(*name).ok_or(Fault::NoKey(name.class()))?;
                    let key = Key::random()?;
                    let wrapped = wrap_key.seal(&self.entry_place(*name), key.bytes())?;
                    let wrapped = wrapped.try_into().map_err(|_| Fault::Damaged(Part::Vault))?;
                    fresh.insert(*name, (key, wrapped));
                }
            }
        }
        if fresh.is_empty() {
            return Ok(());
        }
        let bytes: Vec<u8> =
            fresh.iter().flat_map(|(n, (_, w))| entry_bytes(&(*n, false, *w))).collect();
        if let Err(fault) = self.append(&bytes) {
            // The copies are cut back to what was acknowledged before anything else is written.
            self.files = None;
            return Err(fault);
        }
        self.length += bytes.len() as u64;
        for (name, (key, wrapped)) in fresh {
            self.note(&(name, false, wrapped));
            self.remember(name, &key);
        }
        Ok(())
    }

    /// Destroys keys: both copies are rewritten under new wrapping keys. A crash at any point
    /// leaves the old vault or the new one.
    ///
    /// # Errors
    /// [`Fault::NoKey`] unless all classes are ours.
    pub fn forget(&mut self, names: &[KeyName], keys: &Keys) -> Result<(), Fault> {
        let mut next = Self::empty(&self.disk, &self.dir, self.workspace);
        next.generation = self.generation;
        next.renew(keys)?;
        let mut all: Vec<KeyName> = self.entries.keys().copied().collect();
        all.sort_unstable();
        let mut order: Vec<Entry> = Vec::new();
        for name in all {
            match self.lookup(name)? {
                Lookup::Open(key) if !names.contains(&name) => {
                    let wrap_key = next.wrap_key(name).ok_or(Fault::NoKey(name.class()))?;
                    let wrapped = wrap_key.seal(&next.entry_place(name), key.bytes())?;
                    let wrapped = wrapped.try_into().map_err(|_| Fault::Damaged(Part::Vault))?;
                    order.push((name, false, wrapped));
                }
                Lookup::NotOurs => return Err(Fault::NoKey(name.class())),
                Lookup::Open(_) | Lookup::Forgotten | Lookup::Absent => {
                    order.push((name, true, [0; WRAPPED_BYTES]));
                }
            }
        }
        let unknown = names.iter().filter(|name| !self.entries.contains_key(name));
        order.extend(unknown.map(|name| (*name, true, [0; WRAPPED_BYTES])));
        next.rewrite(&order)?;
        *self = next;
        Ok(())
    }

    /// Whether both copies on disk are whole and the same.
    pub fn is_whole(&self) -> Result<bool, Fault> {
        let [first, second] = copy_paths(&self.dir);
        let (first, second) = (files::read(&first)?, files::read(&second)?);
        let whole = match &first {
            Some(bytes) => parse(bytes, self.workspace)?
                .is_some_and(|c| !c.torn && c.entries.iter().all(Option::is_some)),
            None => false,
        };
        Ok(whole && first == second && self.length == first.map_or(0, |b| b.len() as u64))
    }

    fn remember(&mut self, name: KeyName, key: &Key) {
        if self.opened.len() >= OPENED_KEYS_MAX {
            self.opened.clear();
        }
        self.opened.insert(name, key.clone());
    }

    fn wrap_key(&self, name: KeyName) -> Option<&Key> {
        self.wrap_keys.get(usize::from(name.kind)).and_then(Option::as_ref)
    }

    /// Writes both copies whole: both under temporary names first, then both renamed.
    fn rewrite(&mut self, order: &[Entry]) -> Result<(), Fault> {
        let whole = self.image(order)?;
        let paths = copy_paths(&self.dir);
        let mut ready = Vec::new();
        for path in &paths {
            ready.push(self.disk.write_beside(path, &whole)?);
        }
        for (from, to) in ready.iter().zip(&paths) {
            self.disk.rename(from, to)?;
        }
        self.files = None;
        self.length = whole.len() as u64;
        (self.entries, self.count) = (HashMap::new(), 0);
        order.iter().for_each(|entry| self.note(entry));
        Ok(())
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let paths = copy_paths(&self.dir);
        if self.files.is_none() {
            let open = |path: &Path| -> Result<File, Fault> {
                let mut file = self.disk.open_file(path)?;
                if files::length(path) != self.length {
                    self.disk.set_len(&file, path, self.length)?;
                    self.disk.sync(&file, path)?;
                }
                file.seek(SeekFrom::Start(self.length)).map_err(|e| Fault::io(path, &e))?;
                Ok(file)
            };
            let [first, second] = &paths;
            self.files = Some([open(first)?, open(second)?]);
        }
        for (file, path) in self.files.iter_mut().flatten().zip(&paths) {
            self.disk.write(file, path, bytes)?;
            self.disk.sync(file, path)?;
        }
        Ok(())
    }

    fn image(&self, order: &[Entry]) -> Result<Vec<u8>, Fault> {
        let mut out = Vec::with_capacity(HEADER_BYTES + order.len() * ENTRY_BYTES);
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&FORMAT.to_be_bytes());
        out.extend_from_slice(&self.workspace.0);
        out.extend_from_slice(&self.generation.to_be_bytes());
        for (kind, wrap) in (0_u8..).zip(&self.wraps) {
            if wrap.len() != WRAPPED_BYTES {
                return Err(Fault::Damaged(Part::Vault));
            }
            out.push(kind);
            out.extend_from_slice(wrap);
        }
        close_with_crc(&mut out);
        for entry in order {
            out.extend_from_slice(&entry_bytes(entry));
        }
        Ok(out)
    }

    fn header_place(&self, class: KeyClass) -> Vec<u8> {
        let name = format!("{class:?}");
        let generation = self.generation.to_be_bytes();
        context(&[b"beschermd/vault/1", &self.workspace.0, &generation, name.as_bytes()])
    }

    fn entry_place(&self, name: KeyName) -> Vec<u8> {
        let generation = self.generation.to_be_bytes();
        context(&[b"beschermd/vault/1/key", &self.workspace.0, &generation, &[name.kind], &name.id])
    }
}

/// The two copies, the first one first.
pub(super) fn copy_paths(dir: &Path) -> [PathBuf; 2] {
    [dir.join("vault"), dir.join("vault.2")]
}

fn class_key(keys: &Keys, class: KeyClass) -> Option<&Key> {
    match class {
        KeyClass::Case => Some(&keys.case),
        KeyClass::Reporter => keys.reporter.as_ref(),
        KeyClass::Address => keys.address.as_ref(),
        KeyClass::Audit => keys.audit.as_ref(),
    }
}

fn entry_bytes((name, forgotten, wrapped): &Entry) -> Vec<u8> {
    let mut out = vec![name.kind | if *forgotten { FORGOTTEN } else { 0 }];
    out.extend_from_slice(&name.id);
    out.extend_from_slice(wrapped);
    close_with_crc(&mut out);
    out
}

/// What the readable copies hold together: entry by entry, the one that is whole; and how many are
/// whole in none.
fn unite(copies: &[&Copy]) -> (Vec<Entry>, u64) {
    let mut order = Vec::new();
    let mut lost = 0;
    let longest = copies.iter().map(|c| c.entries.len()).max().unwrap_or(0);
    for at in 0..longest {
        match copies.iter().find_map(|c| c.entries.get(at).and_then(Option::as_ref)) {
            Some(entry) => order.push(*entry),
            None => lost += 1,
        }
    }
    (order, lost)
}

fn parse_entry(bytes: &[u8]) -> Option<Entry> {
    let mut cursor = Cursor(checked(bytes)?);
    let kind = cursor.u8()?;
    let name = KeyName { kind: kind & !FORGOTTEN, id: cursor.array()? };
    (usize::from(name.kind) < CLASSES.len()).then_some(())?;
    Some((name, kind & FORGOTTEN != 0, cursor.array()?))
}

/// `None` when the header cannot be read.
fn parse(bytes: &[u8], workspace: WorkspaceId) -> Result<Option<Copy>, Fault> {
    let Some((header, rest)) = bytes.split_at_checked(HEADER_BYTES) else { return Ok(None) };
    let Some(content) = checked(header) else { return Ok(None) };
    let mut cursor = Cursor(content);
    let (magic, format) = (cursor.array::<4>(), cursor.u16().unwrap_or(0));
    if magic.as_ref() != Some(MAGIC) || cursor.array::<16>() != Some(workspace.0) {
        return Ok(None);
    }
    if format != FORMAT {
        return Err(Fault::TooNew(u32::from(format)));
    }
    let generation = cursor.u32().unwrap_or(0);
    let mut wraps: [Vec<u8>; 3] = Default::default();
    for wrap in &mut wraps {
        cursor.u8();
        *wrap = cursor.take(WRAPPED_BYTES).unwrap_or_default().to_vec();
    }
    let whole = rest.chunks_exact(ENTRY_BYTES);
    let torn = !whole.remainder().is_empty();
    Ok(Some(Copy { generation, wraps, entries: whole.map(parse_entry).collect(), torn }))
}

#[cfg(test)]
mod tests;
