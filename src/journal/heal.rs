//! Healing a feed: what it lacks is taken from the database; what neither copy holds is named.
//!
//! A healed feed is written whole beside the old one and takes its place by renaming; the old one
//! is set aside, never thrown away. Deliberately absent: the database's own healing (`rebuild`).

use super::apply::markers;
use super::core::{Core, Tail, Tell};
use super::fault::{Fault, Notice, Part, Progress, Range};
use super::feed::{self, Head, Marker, Rewriter};
use super::frame;
use super::site;
use super::store::Tree;
use crate::domain::id::{Incarnation, OriginId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const WINDOW_EVENTS: usize = 100_000;

type Key = (u32, u64);

/// What a full reading of a feed found.
struct Survey {
    present: BTreeSet<Key>,
    head: Option<Head>,
    marker: Option<Marker>,
    damaged: bool,
    end_damaged: bool,
    tail: Tail,
    torn: Option<(std::path::PathBuf, u64)>,
}

impl Core {
    /// Heals every feed as far as the database can, and opens our own for appending.
    pub fn heal_feeds(&mut self, tell: Tell<'_>) -> Result<(), Fault> {
        let marks = match &self.store {
            Some(store) => markers(store).unwrap_or_default(),
            None => BTreeMap::new(),
        };
        let mut origins: BTreeSet<OriginId> = feed::origins(&self.site.dir)?.into_iter().collect();
        origins.extend(marks.keys());
        let own = self.site.station.origin;
        origins.insert(own);
        for origin in origins {
            let floor = marks.get(&origin).map(|m| m.head);
            self.heal_feed(origin, floor, tell)?;
        }
        Ok(())
    }

    fn heal_feed(
        &mut self,
        origin: OriginId,
        marked: Option<Head>,
        tell: Tell<'_>,
    ) -> Result<(), Fault> {
        let own = origin == self.site.station.origin;
        let mut survey = self.survey(origin, tell)?;
        let missing = self.missing(origin, &survey.present, tell)?;
        let mut healed = 0;
        if !missing.is_empty() || survey.damaged {
            healed = missing.len() as u64;
            self.rewrite(origin, &missing, &survey, tell)?;
            let end_damaged = survey.end_damaged;
            survey = self.survey(origin, tell)?;
            survey.end_damaged = end_damaged && missing.is_empty();
        }
        if healed > 0 {
            self.notices.push(Notice::FeedHealed { events: healed });
        }
        if own && !survey.tail.open.is_empty() | survey.torn.is_some() {
            let torn = survey.torn.take();
            if !self.cut_tail(&mut survey.tail, torn)? {
                // Acknowledged, as far as we know, and no more of it can be had: keep the frames.
                survey.tail.close();
            }
            survey.head = survey.tail.done.last().map(|p| p.head()).or(survey.head);
        }
        self.name_gaps(origin, &survey);
        if own { self.settle_life(marked, &survey) } else { Ok(()) }
    }

    /// Decides in which life our feed goes on: the same one when nothing of it is in doubt.
    fn settle_life(&mut self, marked: Option<Head>, survey: &Survey) -> Result<(), Fault> {
        let seen = self.site.seen()?;
        let head = survey.head.unwrap_or(Head::start(Incarnation(1)));
        let known = [seen, marked].into_iter().flatten().max();
        let behind = known.filter(|k| k.sequence > 0 && head.is_behind(k));
        if let Some(known) = behind {
            let same = head.incarnation == known.incarnation;
            let first = if same { head.sequence + 1 } else { 1 };
            let (incarnation, last) = (known.incarnation, known.sequence);
            let origin = self.site.station.origin;
            self.notices.push(Notice::Lost(Range { origin, incarnation, first, last }));
        }
        if survey.end_damaged && behind.is_none() {
            self.notices.push(Notice::EndDamaged { path: self.site.own_feed() });
        }
        let unknown = seen.is_none() && head.sequence > 0;
        let mut next = seen;
        if behind.is_some() || survey.end_damaged || unknown {
            let newest = known.map_or(head.incarnation, |k| k.incarnation.max(head.incarnation));
            let life = Incarnation(newest.0 + 1);
            self.notices.push(Notice::NewIncarnation(life));
            next = Some(Head::start(life));
        }
        let marker = survey.marker.filter(|m| m.head == head);
        self.open_feed(head, marker.as_ref(), next)
    }

    /// Reads a feed whole. Only the last save is kept in memory.
    fn survey(&mut self, origin: OriginId, tell: Tell<'_>) -> Result<Survey, Fault> {
        let dir = feed::dir_of(&self.site.dir, origin);
        let mut present = BTreeSet::new();
        let (mut tail, mut head, mut last) = (Tail::default(), None, None);
        let sealer = self.opener.sealer.clone();
        let reading = feed::read(&sealer, &dir, None, &mut |met| {
            let place = met.marker.head;
            present.insert((place.incarnation.0, place.sequence));
            head = head.max(Some(place));
            last = Some(met.marker);
            tail.take_sealed(met);
            let keep = tail.done.len().saturating_sub(1);
            tail.done.drain(..keep);
            if present.len() % 10_000 == 0 {
                tell(Progress::Reading(present.len() as u64, 0));
            }
            Ok(())
        })?;
        Ok(Survey {
            present,
            head,
            marker: last,
            damaged: !reading.damaged.is_empty(),
            end_damaged: reading.end_damaged,
            tail,
            torn: reading.torn,
        })
    }

    /// Which events of a station the database holds and the feed does not.
    fn missing(
        &mut self,
        origin: OriginId,
        present: &BTreeSet<Key>,
        tell: Tell<'_>,
    ) -> Result<BTreeSet<Key>, Fault> {
        let mut found = BTreeSet::new();
        self.each_stored(origin, &mut |key, _| {
            if !present.contains(&key) {
                found.insert(key);
            }
        })?;
        tell(Progress::Reading(found.len() as u64, found.len() as u64));
        Ok(found)
    }

    /// Tells the frames of a station that the database still gives. It may be damaged itself:
    /// then what could be read is told.
    fn each_stored(&self, origin: OriginId, each: &mut dyn FnMut(Key, &[u8])) -> Result<(), Fault> {
        let Some(store) = self.store.as_ref().map(Arc::clone) else { return Ok(()) };
        let sealer = &self.opener.sealer;
        let done = store.each_stream(Tree::Frames, &mut |_, stream| {
            for raw in frame::each(stream).flatten() {
                let Some(opened) = sealer.open_header(&raw) else { continue };
                let place = opened.header.place;
                if place.origin == origin {
                    each((place.incarnation.0, place.sequence), raw.bytes);
                }
            }
            Ok(())
        });
        match done {
            Err(Fault::Damaged(Part::Database)) | Ok(()) => Ok(()),
            Err(fault) => Err(fault),
        }
    }

    /// Writes a feed anew: its own frames and the missing ones, in order, and swaps it in.
    fn rewrite(
        &mut self,
        origin: OriginId,
        missing: &BTreeSet<Key>,
        survey: &Survey,
        tell: Tell<'_>,
    ) -> Result<(), Fault> {
        let dir = feed::dir_of(&self.site.dir, origin);
        let fresh = dir.with_extension("new");
        let mut writer = Rewriter::new(&self.site.disk, &fresh)?;
        let all: BTreeSet<Key> = survey.present.union(missing).copied().collect();
        let order: Vec<Key> = all.into_iter().collect();
        let total = order.len() as u64;
        for (round, window) in order.chunks(WINDOW_EVENTS).enumerate() {
            let (Some(first), Some(last)) = (window.first(), window.last()) else { continue };
            let wanted = *first..=*last;
            let mut frames: BTreeMap<Key, (Head, Vec<u8>)> = BTreeMap::new();
            let sealer = self.opener.sealer.clone();
            feed::read(&sealer, &dir, None, &mut |met| {
                let head = met.marker.head;
                let key = (head.incarnation.0, head.sequence);
                if wanted.contains(&key) {
                    frames.entry(key).or_insert((head, met.raw.bytes.to_vec()));
                }
                Ok(())
            })?;
            if missing.range(wanted.clone()).next().is_some() {
                self.each_stored(origin, &mut |key, bytes| {
                    if wanted.contains(&key) {
                        let incarnation = Incarnation(key.0);
                        let head = Head { sequence: key.1, ..Head::start(incarnation) };
                        frames.entry(key).or_insert((head, bytes.to_vec()));
                    }
                })?;
            }
            for (head, bytes) in frames.values() {
                writer.push(*head, bytes)?;
            }
            let done = (round * WINDOW_EVENTS + window.len()) as u64;
            tell(Progress::Rebuilding(done, total));
        }
        writer.finish()?;
        if dir.exists() {
            site::set_aside(&self.site.disk, &dir, Part::Feed, &mut self.notices)?;
        }
        self.site.disk.rename(&fresh, &dir)
    }

    /// Names the numbers that are missing between others.
    fn name_gaps(&mut self, origin: OriginId, survey: &Survey) {
        for range in gaps(origin, survey.present.iter().copied()) {
            self.notices.push(Notice::Lost(range));
        }
    }
}

/// The numbers missing before and between these.
pub(super) fn gaps(origin: OriginId, present: impl Iterator<Item = Key>) -> Vec<Range> {
    let mut found = Vec::new();
    let mut before: Key = (0, 0);
    for (incarnation, sequence) in present {
        let expected = if incarnation == before.0 { before.1 + 1 } else { 1 };
        if sequence > expected {
            let incarnation = Incarnation(incarnation);
            found.push(Range { origin, incarnation, first: expected, last: sequence - 1 });
        }
        before = (incarnation, sequence);
    }
    found
}
