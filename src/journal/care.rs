//! Looking after what is kept: checking both copies, rebuilding, destroying keys.
//!
//! A check reads everything and changes nothing; it names what it finds. Deliberately absent:
//! deciding what may be destroyed and when (retention is policy).

use super::desk::Journal;
use super::fault::{Fault, Part, Progress, Range};
use super::feed;
use super::files;
use super::frame;
use super::heal::gaps;
use super::store::Tree;
use super::vault::{KeyName, Lookup};
use crate::domain::fact::Secrecy;
use crate::domain::id::{EventId, OriginId};
use crate::wire::v1;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What a check found of one feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedReport {
    /// The station.
    pub origin: OriginId,
    /// Whole events.
    pub events: u64,
    /// Events that must have been there and are not.
    pub missing: Vec<Range>,
    /// Damaged stretches: file, first byte, byte after.
    pub damaged: Vec<(PathBuf, u64, u64)>,
    /// Events that do not name the one before them.
    pub chain_breaks: u64,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Events are missing from a feed.
    Missing(Range),
    /// A stretch of a feed is damaged.
    FeedDamaged {
        /// The file.
        path: PathBuf,
        /// First damaged byte.
        from: u64,
        /// The byte after the last.
        to: u64,
    },
    /// The chain of a feed does not close.
    ChainBroken {
        /// The station.
        origin: OriginId,
        /// In how many places.
        places: u64,
    },
    /// The database cannot be read to its end.
    DatabaseDamaged,
    /// The database lacks events that a feed holds.
    DatabaseLacks {
        /// How many.
        events: u64,
    },
    /// The feeds lack events that the database holds.
    FeedLacks {
        /// How many.
        events: u64,
    },
    /// One of the copies is not whole.
    CopyDamaged(Part),
    /// Keys are lost: payloads nobody can open, though no key was destroyed.
    KeysLost {
        /// How many payloads.
        events: u64,
    },
    /// Payloads that do not open with their key.
    PayloadsDamaged {
        /// How many.
        events: u64,
    },
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// By station.
    pub feeds: Vec<FeedReport>,
    /// Events in the database.
    pub database_events: u64,
    /// Payloads this reader's keys do not open.
    pub not_ours: u64,
    /// Payloads whose key was destroyed on purpose.
    pub destroyed: u64,
    /// The hash of the set of all events: equal on two stations exactly when they hold the same.
    pub state_hash: [u8; 32],
    /// Everything that is not as it should be; empty when all is well.
    pub problems: Vec<Problem>,
}

#[derive(Default)]
struct Payloads {
    not_ours: u64,
    destroyed: u64,
    lost: u64,
    damaged: u64,
}

impl Journal {
    /// Reads and verifies feeds, database, keyring and vault.
    ///
    /// # Errors
    /// Faults of the device. Damage is no error here but a [`Problem`].
    pub fn check(&mut self, tell: &mut dyn FnMut(Progress)) -> Result<CheckReport, Fault> {
        let mut ids: BTreeSet<EventId> = BTreeSet::new();
        let mut payloads = Payloads::default();
        let mut feeds = Vec::new();
        for origin in feed::origins(&self.core.site.dir)? {
            feeds.push(self.check_feed(origin, (&mut ids, &mut payloads), tell)?);
        }
        let mut problems: Vec<Problem> = feeds.iter().flat_map(problems_of).collect();
        let in_feeds = ids.clone();
        let (stored, whole) = self.check_store(&mut ids)?;
        if !whole {
            problems.push(Problem::DatabaseDamaged);
        }
        let waiting: BTreeSet<EventId> = self.core.pending.iter().map(|p| p.event.id).collect();
        let lacks = in_feeds.iter().filter(|id| !stored.contains(id) && !waiting.contains(id));
        let more = stored.iter().filter(|id| !in_feeds.contains(id)).count() as u64;
        let lacks = lacks.count() as u64;
        let counted = [
            (lacks, Problem::DatabaseLacks { events: lacks }),
            (more, Problem::FeedLacks { events: more }),
            (payloads.lost, Problem::KeysLost { events: payloads.lost }),
            (payloads.damaged, Problem::PayloadsDamaged { events: payloads.damaged }),
            (u64::from(!self.keyring.is_whole()?), Problem::CopyDamaged(Part::Keyring)),
            (u64::from(!self.core.opener.vault.is_whole()?), Problem::CopyDamaged(Part::Vault)),
        ];
        problems.extend(counted.into_iter().filter(|(n, _)| *n > 0).map(|(_, p)| p));
        Ok(CheckReport {
            feeds,
            database_events: stored.len() as u64,
            not_ours: payloads.not_ours,
            destroyed: payloads.destroyed,
            state_hash: v1::state_hash(ids.iter()),
            problems,
        })
    }

    fn check_feed(
        &mut self,
        origin: OriginId,
        (ids, payloads): (&mut BTreeSet<EventId>, &mut Payloads),
        tell: &mut dyn FnMut(Progress),
    ) -> Result<FeedReport, Fault> {
        let dir = feed::dir_of(&self.core.site.dir, origin);
        let mut present: BTreeSet<(u32, u64)> = BTreeSet::new();
        let mut chain_breaks = 0;
        let mut last: Option<feed::Head> = None;
        let sealer = self.core.opener.sealer.clone();
        let opener = &mut self.core.opener;
        let reading = feed::read(&sealer, &dir, None, &mut |met| {
            let head = met.marker.head;
            let next = |l: feed::Head| {
                l.incarnation == head.incarnation && l.sequence + 1 == head.sequence
            };
            if last.is_some_and(|l| next(l) && l.id != met.opened.header.previous) {
                chain_breaks += 1;
            }
            last = Some(head);
            present.insert((head.incarnation.0, head.sequence));
            ids.insert(met.opened.id);
            let key = KeyName::of(met.opened.header.secrecy).map(|n| opener.vault.lookup(n));
            match key {
                Some(Ok(Lookup::NotOurs)) => payloads.not_ours += 1,
                Some(Ok(Lookup::Forgotten)) => payloads.destroyed += 1,
                Some(Ok(Lookup::Absent)) | Some(Err(_)) => payloads.lost += 1,
                Some(Ok(Lookup::Open(_))) | None => {
                    let body = opener.event(&met.raw, met.opened).body;
                    payloads.damaged += u64::from(body.is_none());
                }
            }
            if ids.len() % 5_000 == 0 {
                tell(Progress::Checking(ids.len() as u64, 0));
            }
            Ok(())
        })?;
        let mut missing = gaps(origin, present.iter().copied());
        missing.extend(self.behind_seen(origin, last)?);
        let mut damaged = reading.damaged;
        damaged.extend(reading.torn.map(|(path, at)| {
            let end = files::length(&path);
            (path, at, end)
        }));
        let events = present.len() as u64;
        Ok(FeedReport { origin, events, missing, damaged, chain_breaks })
    }

    /// What our own feed lacks of what we know to have written.
    fn behind_seen(
        &self,
        origin: OriginId,
        last: Option<feed::Head>,
    ) -> Result<Option<Range>, Fault> {
        let own = origin == self.core.site.station.origin;
        let Some(seen) = self.core.site.seen()?.filter(|s| own && s.sequence > 0) else {
            return Ok(None);
        };
        let same = last.filter(|l| l.incarnation == seen.incarnation);
        let first = same.map_or(1, |l| l.sequence + 1);
        let behind = last.is_none_or(|l| l.is_behind(&seen));
        let (incarnation, last) = (seen.incarnation, seen.sequence);
        Ok(behind.then_some(Range { origin, incarnation, first, last }))
    }

    /// The events the database gives, and whether it could be read to its end and its counts fit.
    fn check_store(
        &mut self,
        ids: &mut BTreeSet<EventId>,
    ) -> Result<(BTreeSet<EventId>, bool), Fault> {
        let Some(store) = self.core.store.as_ref().map(Arc::clone) else {
            return Ok((BTreeSet::new(), false));
        };
        let mut stored = BTreeSet::new();
        let sealer = &self.core.opener.sealer;
        let mut whole = !store.has_blobs()?;
        let done = store.each_stream(Tree::Frames, &mut |_, stream| {
            for raw in frame::each(stream) {
                match raw.and_then(|raw| sealer.open_header(&raw)) {
                    Some(opened) => {
                        ids.insert(opened.id);
                        stored.insert(opened.id);
                    }
                    None => whole = false,
                }
            }
            Ok(())
        });
        match done {
            Ok(()) => {}
            Err(Fault::Damaged(_)) => return Ok((stored, false)),
            Err(fault) => return Err(fault),
        }
        let cards = match self.card_reader().and_then(|reader| reader.read(&mut |_| {})) {
            Ok(()) => true,
            Err(Fault::Damaged(_)) => false,
            Err(fault) => return Err(fault),
        };
        let mut rows = 0;
        let counted = store.each_stream(Tree::Rows, &mut |_, _| {
            rows += 1;
            Ok(())
        });
        whole &= cards && counted.is_ok() && rows == self.core.book.open;
        Ok((stored, whole))
    }

    /// Heals the feeds from the database, and builds the database anew from the feeds.
    ///
    /// # Errors
    /// Faults of the device.
    pub fn rebuild(&mut self, tell: &mut dyn FnMut(Progress)) -> Result<(), Fault> {
        self.core.mend(tell)
    }

    /// Destroys the keys of cases, reporters or addresses. What they seal can never be read again
    /// here; the chain still verifies. The vault is rewritten, the database is built anew without
    /// what had been folded from it, and damaged databases that were set aside are removed.
    ///
    /// # Errors
    /// [`Fault::NoKey`] unless who unlocked it holds all classes; faults of the device. After a
    /// fault in the middle the keys are either all there or all destroyed.
    pub fn forget_keys(
        &mut self,
        of: &[Secrecy],
        tell: &mut dyn FnMut(Progress),
    ) -> Result<(), Fault> {
        self.settle()?;
        let names: Vec<KeyName> = of.iter().filter_map(|s| KeyName::of(*s)).collect();
        for path in files::list(&self.core.site.dir)? {
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            if name.starts_with("db.damaged-") {
                std::fs::remove_dir_all(&path).map_err(|e| Fault::io(&path, &e))?;
            }
        }
        self.core.opener.vault.forget(&names, &self.core.keys)?;
        self.core.rebuild_store(tell)?;
        self.core.load()
    }
}

fn problems_of(feed: &FeedReport) -> Vec<Problem> {
    let mut found: Vec<Problem> = feed.missing.iter().map(|r| Problem::Missing(*r)).collect();
    found.extend(feed.damaged.iter().map(|(path, from, to)| Problem::FeedDamaged {
        path: path.clone(),
        from: *from,
        to: *to,
    }));
    if feed.chain_breaks > 0 {
        let (origin, places) = (feed.origin, feed.chain_breaks);
        found.push(Problem::ChainBroken { origin, places });
    }
    found
}
