//! A small table from the hash of a key to the entries that have it. It holds no keys: who looks
//! up compares with what the entry itself says.
//!
//! Deliberately absent: removal (entries that died are skipped by who looks up) and ordering.

use std::hash::{DefaultHasher, Hash, Hasher};

const END: u32 = u32::MAX;

#[derive(Clone, Copy)]
struct Link {
    hash: u32,
    entry: u32,
    next: u32,
}

/// The table.
#[derive(Default)]
pub struct Chains {
    /// The newest link of each bucket; a power of two, or none.
    buckets: Vec<u32>,
    links: Vec<Link>,
}

fn hash_of(key: &impl Hash) -> u32 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    let wide = hasher.finish();
    u32::try_from((wide ^ (wide >> 32)) & u64::from(u32::MAX)).unwrap_or(0)
}

impl Chains {
    /// Adds an entry under a key.
    pub fn add(&mut self, key: &impl Hash, entry: u32) {
        if self.links.len() >= self.buckets.len() {
            self.grow();
        }
        let hash = hash_of(key);
        self.links.push(Link { hash, entry, next: END });
        self.hang(self.links.len() - 1);
    }

    /// The entries that may have this key.
    pub fn with<'a>(&'a self, key: &impl Hash) -> impl Iterator<Item = u32> + 'a {
        let hash = hash_of(key);
        let mut at = self.bucket(hash).map_or(END, |bucket| self.buckets[bucket]);
        std::iter::from_fn(move || {
            loop {
                let link = self.links.get(at as usize)?;
                at = link.next;
                if link.hash == hash {
                    return Some(link.entry);
                }
            }
        })
    }

    /// Gives back the room kept for growth.
    pub fn trim(&mut self) {
        self.links.shrink_to_fit();
    }

    fn bucket(&self, hash: u32) -> Option<usize> {
        (!self.buckets.is_empty()).then(|| hash as usize & (self.buckets.len() - 1))
    }

    fn hang(&mut self, at: usize) {
        let Some(bucket) = self.links.get(at).and_then(|link| self.bucket(link.hash)) else {
            return;
        };
        if let Some(link) = self.links.get_mut(at) {
            link.next = self.buckets[bucket];
            self.buckets[bucket] = u32::try_from(at).unwrap_or(END);
        }
    }

    fn grow(&mut self) {
        let size = (self.buckets.len() * 2).max(64);
        self.buckets = vec![END; size];
        for at in 0..self.links.len() {
            self.hang(at);
        }
    }
}
