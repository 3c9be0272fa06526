//! The feed: append-only segment files per station, the first copy of every fact.
//!
//! Appending writes, syncs, and only then moves the acknowledged end. After any failure the feed
//! stops: it is opened again and cut back to the acknowledged end before anything else is written.
//! Deliberately absent: what to do about damage (`unlock`, `heal`), and payload keys.

use super::bytes::{Cursor, checked, close_with_crc};
use super::fault::{Fault, Part};
use super::files::{self, Disk};
use super::frame::{self, FRAME_BYTES_MAX, Opened, Parsed, Raw, Sealer};
use crate::domain::id::{EventId, Incarnation, OriginId};
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

const SEGMENT_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// The end of a chain: the last event of an incarnation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Head {
    /// Which life.
    pub incarnation: Incarnation,
    /// Its sequence number; 0 when there is none yet.
    pub sequence: u64,
    /// Its id.
    pub id: EventId,
}

impl Head {
    /// Before the first event of an incarnation.
    pub const fn start(incarnation: Incarnation) -> Self {
        Self { incarnation, sequence: 0, id: EventId::NONE }
    }

    /// Whether this head stands before another.
    pub fn is_behind(&self, other: &Self) -> bool {
        (self.incarnation, self.sequence) < (other.incarnation, other.sequence)
    }

    /// As stored in the high-water file.
    pub fn to_bytes(self) -> Vec<u8> {
        let mut out = b"BVHW".to_vec();
        out.extend_from_slice(&self.incarnation.0.to_be_bytes());
        out.extend_from_slice(&self.sequence.to_be_bytes());
        out.extend_from_slice(&self.id.0);
        close_with_crc(&mut out);
        out
    }

    /// Reads what [`Self::to_bytes`] writes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut cursor = Cursor(checked(bytes)?);
        (cursor.array::<4>()? == *b"BVHW").then_some(())?;
        let incarnation = Incarnation(cursor.u32()?);
        Some(Self { incarnation, sequence: cursor.u64()?, id: EventId(cursor.array()?) })
    }
}

/// Up to which event, and where in which file, a feed has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// The last event read.
    pub head: Head,
    /// The segment it stands in: incarnation and first sequence number.
    pub segment: (u32, u64),
    /// Where its frame begins.
    pub start: u64,
    /// Where its frame ends.
    pub end: u64,
    /// The bytes of all earlier segments together.
    pub before: u64,
}

impl Marker {
    /// As stored in the database.
    pub fn to_bytes(self) -> Vec<u8> {
        let mut out = self.head.to_bytes();
        out.extend_from_slice(&self.segment.0.to_be_bytes());
        for number in [self.segment.1, self.start, self.end, self.before] {
            out.extend_from_slice(&number.to_be_bytes());
        }
        out
    }

    /// Reads what [`Self::to_bytes`] writes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (head, rest) = bytes.split_at_checked(bytes.len().checked_sub(36)?)?;
        let mut cursor = Cursor(rest);
        Some(Self {
            head: Head::from_bytes(head)?,
            segment: (cursor.u32()?, cursor.u64()?),
            start: cursor.u64()?,
            end: cursor.u64()?,
            before: cursor.u64()?,
        })
    }
}

/// A segment file.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// Incarnation and first sequence number.
    pub name: (u32, u64),
    /// Where it is.
    pub path: PathBuf,
    /// Its length in bytes.
    pub length: u64,
}

/// The directory of a station's feed.
pub(super) fn dir_of(data: &Path, origin: OriginId) -> PathBuf {
    data.join("feeds").join(origin.hex())
}

/// The stations whose feeds are here.
pub(super) fn origins(data: &Path) -> Result<Vec<OriginId>, Fault> {
    let paths = files::list(&data.join("feeds"))?;
    Ok(paths.iter().filter_map(|p| OriginId::from_hex(p.file_name()?.to_str()?)).collect())
}

/// The segments of a feed in their order.
pub(super) fn segments(dir: &Path) -> Result<Vec<Segment>, Fault> {
    let mut found = Vec::new();
    for path in files::list(dir)? {
        let name = path.file_name().and_then(|n| n.to_str()).and_then(|n| n.strip_suffix(".seg"));
        let parts = name.and_then(|n| n.split_once('-'));
        let Some((Ok(incarnation), Ok(first))) = parts.map(|(i, f)| (i.parse(), f.parse())) else {
            continue;
        };
        files::check_plain(&path, false)?;
        let length = files::length(&path);
        found.push(Segment { name: (incarnation, first), path, length });
    }
    found.sort_by_key(|s| s.name);
    Ok(found)
}

fn segment_path(dir: &Path, name: (u32, u64)) -> PathBuf {
    dir.join(format!("{:04}-{:012}.seg", name.0, name.1))
}

/// A frame as it is met while reading.
pub(super) struct Met<'a> {
    /// The frame.
    pub raw: Raw<'a>,
    /// Its header.
    pub opened: Opened,
    /// The place right after it.
    pub marker: Marker,
}

/// How a reading ended.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Damaged stretches: file, first byte, byte after.
    pub damaged: Vec<(PathBuf, u64, u64)>,
    /// The newest segment ends in a frame that is not all there: file and where it begins.
    pub torn: Option<(PathBuf, u64)>,
    /// Whether the last stretch of the newest segment is damaged, so that its events are unknown.
    pub end_damaged: bool,
    /// Bytes in all segments.
    pub bytes: u64,
}

/// Whether the feed still holds the marked event where the marker says.
pub(super) fn holds(sealer: &Sealer, dir: &Path, marker: &Marker) -> Result<bool, Fault> {
    let segments = segments(dir)?;
    let before: u64 = segments.iter().filter(|s| s.name < marker.segment).map(|s| s.length).sum();
    let Some(segment) = segments.iter().find(|s| s.name == marker.segment) else {
        return Ok(false);
    };
    let length = marker.end.saturating_sub(marker.start);
    let Ok(length) = usize::try_from(length) else { return Ok(false) };
    if before != marker.before || segment.length < marker.end || length > FRAME_BYTES_MAX {
        return Ok(false);
    }
    let mut bytes = vec![0; length];
    let read =
        File::open(&segment.path).and_then(|file| file.read_exact_at(&mut bytes, marker.start));
    if read.is_err() {
        return Ok(false);
    }
    let Parsed::Whole(raw) = frame::parse(&bytes) else { return Ok(false) };
    Ok(sealer.open_header(&raw).is_some_and(|o| o.id == marker.head.id))
}

/// Reads a feed, from a marker that holds or from the start, and tells each frame met.
pub(super) fn read(
    sealer: &Sealer,
    dir: &Path,
    from: Option<&Marker>,
    each: &mut dyn FnMut(Met<'_>) -> Result<(), Fault>,
) -> Result<Reading, Fault> {
    let segments = segments(dir)?;
    let mut reading = Reading::default();
    let mut before = 0;
    for (at, segment) in segments.iter().enumerate() {
        let skip = from.filter(|m| m.segment >= segment.name);
        let start = skip.map_or(0, |m| if m.segment == segment.name { m.end } else { u64::MAX });
        if start < segment.length {
            let newest = at + 1 == segments.len();
            let place = (segment, before, start);
            read_segment(sealer, place, newest, (&mut reading, &mut *each))?;
        }
        before += segment.length;
    }
    reading.bytes = before;
    Ok(reading)
}

type Sink<'a, 'b> = (&'a mut Reading, &'a mut (dyn FnMut(Met<'_>) -> Result<(), Fault> + 'b));

fn read_segment(
    sealer: &Sealer,
    (segment, before, start): (&Segment, u64, u64),
    newest: bool,
    (reading, each): Sink<'_, '_>,
) -> Result<(), Fault> {
    let bytes = files::read(&segment.path)?.ok_or(Fault::Damaged(Part::Feed))?;
    let mut at = usize::try_from(start).map_err(|_| Fault::Damaged(Part::Feed))?;
    let mut bad: Option<usize> = None;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let (step, frame) = match frame::parse(rest) {
            Parsed::Whole(raw) => (raw.bytes.len(), sealer.open_header(&raw).map(|o| (raw, o))),
            Parsed::Cut if newest && bad.is_none() => {
                reading.torn = Some((segment.path.clone(), at as u64));
                break;
            }
            // A frame that seems longer than what follows: its length itself is the damage, or
            // the file was cut. Look on behind its first byte.
            Parsed::Cut => (1 + next_frame(rest), None),
            Parsed::Damaged(step) => (step, None),
        };
        match frame {
            Some((raw, opened)) => {
                if let Some(from) = bad.take() {
                    reading.damaged.push((segment.path.clone(), from as u64, at as u64));
                }
                let place = &opened.header.place;
                let head = Head {
                    incarnation: place.incarnation,
                    sequence: place.sequence,
                    id: opened.id,
                };
                let (start, end) = (at as u64, (at + step) as u64);
                let marker = Marker { head, segment: segment.name, start, end, before };
                each(Met { raw, opened, marker })?;
            }
            None => bad = bad.or(Some(at)),
        }
        at += step;
    }
    if let Some(from) = bad {
        reading.damaged.push((segment.path.clone(), from as u64, bytes.len() as u64));
        reading.end_damaged = newest;
    }
    Ok(())
}

/// From the second byte on: how far to the next frame that can be recognised.
fn next_frame(rest: &[u8]) -> usize {
    let tail = rest.get(1..).unwrap_or_default();
    match frame::parse(tail) {
        Parsed::Damaged(step) => step,
        Parsed::Whole(_) | Parsed::Cut => 0,
    }
}

/// The feed of this station, open for appending.
pub(super) struct Feed {
    disk: Disk,
    dir: PathBuf,
    head: Head,
    segment: Option<(u32, u64)>,
    file: Option<File>,
    length: u64,
    before: u64,
}

impl Feed {
    /// A feed that goes on after `marker`, or at the start of an incarnation.
    pub fn after(
        disk: &Disk,
        dir: &Path,
        head: Head,
        marker: Option<&Marker>,
    ) -> Result<Self, Fault> {
        let same = marker.filter(|m| m.head == head);
        let total: u64 = segments(dir)?.iter().map(|s| s.length).sum();
        Ok(Self {
            disk: disk.clone(),
            dir: dir.to_path_buf(),
            head,
            segment: same.map(|m| m.segment),
            file: None,
            length: same.map_or(0, |m| m.end),
            before: same.map_or(total, |m| m.before),
        })
    }

    /// The last acknowledged event.
    pub const fn head(&self) -> Head {
        self.head
    }

    /// Whether the next append goes to the file that the last one went to.
    fn place(&self) -> ((u32, u64), bool) {
        match self.segment {
            Some(name) if self.length < SEGMENT_BYTES_MAX => (name, false),
            _ => ((self.head.incarnation.0, self.head.sequence + 1), true),
        }
    }

    /// Appends frames, one after the other in `bytes`, and makes them durable; returns the marker
    /// of the last one, which is `last` bytes long and leads to `head`. When this fails, nothing
    /// is acknowledged, and the next call first cuts the file back.
    pub fn append(&mut self, bytes: &[u8], head: Head, last: usize) -> Result<Marker, Fault> {
        let (name, new) = self.place();
        let path = segment_path(&self.dir, name);
        let base = if new { 0 } else { self.length };
        let kept = self.file.take().filter(|_| !new);
        let mut file = match kept {
            Some(file) => file,
            None => self.reopen(&path, base)?,
        };
        self.disk.write(&mut file, &path, bytes)?;
        self.disk.sync(&file, &path)?;
        if new {
            self.disk.sync_dir(&self.dir)?;
            self.before += self.length;
        }
        self.file = Some(file);
        self.segment = Some(name);
        self.length = base + bytes.len() as u64;
        self.head = head;
        let start = self.length - last as u64;
        let before = self.before;
        Ok(Marker { head, segment: name, start, end: self.length, before })
    }

    /// Opens the segment and cuts it back to its acknowledged end.
    fn reopen(&self, path: &Path, end: u64) -> Result<File, Fault> {
        let mut file =
            if path.exists() { self.disk.open_file(path)? } else { self.disk.create_file(path)? };
        if files::length(path) != end {
            self.disk.set_len(&file, path, end)?;
            self.disk.sync(&file, path)?;
        }
        file.seek(SeekFrom::Start(end)).map_err(|e| Fault::io(path, &e))?;
        Ok(file)
    }
}

/// Writes a feed anew from frames that come in order, one segment after the other.
pub(super) struct Rewriter {
    disk: Disk,
    dir: PathBuf,
    file: Option<(File, PathBuf)>,
    length: u64,
    incarnation: u32,
}

impl Rewriter {
    /// Into a new, empty directory.
    pub fn new(disk: &Disk, dir: &Path) -> Result<Self, Fault> {
        if dir.exists() {
            std::fs::remove_dir_all(dir).map_err(|e| Fault::io(dir, &e))?;
        }
        disk.create_dir(dir)?;
        let (disk, dir) = (disk.clone(), dir.to_path_buf());
        Ok(Self { disk, dir, file: None, length: 0, incarnation: 0 })
    }

    /// Adds a frame.
    pub fn push(&mut self, head: Head, bytes: &[u8]) -> Result<(), Fault> {
        if self.length >= SEGMENT_BYTES_MAX || self.incarnation != head.incarnation.0 {
            self.close()?;
        }
        let (mut file, path) = match self.file.take() {
            Some(open) => open,
            None => {
                let path = segment_path(&self.dir, (head.incarnation.0, head.sequence));
                (self.disk.create_file(&path)?, path)
            }
        };
        self.disk.write(&mut file, &path, bytes)?;
        self.file = Some((file, path));
        self.length += bytes.len() as u64;
        self.incarnation = head.incarnation.0;
        Ok(())
    }

    fn close(&mut self) -> Result<(), Fault> {
        if let Some((file, path)) = self.file.take() {
            self.disk.sync(&file, &path)?;
        }
        self.length = 0;
        Ok(())
    }

    /// Makes all of it durable.
    pub fn finish(mut self) -> Result<(), Fault> {
        self.close()?;
        self.disk.sync_dir(&self.dir)
    }
}
