//! The search thread: an index in memory, a query answered in slices, a newer query first.
//!
//! The main thread never waits for a search and a search never delays a save. The index holds
//! search words only; what is shown of a hit is read from its card. Deliberately absent: writing.

use crate::app::message::{Hit, Message, found_by};
use crate::document::incoming::IncomingPerson;
use crate::document::links::{Suggestion, alike};
use crate::domain::id::CaseId;
use crate::domain::search::{self, Card, Index, Search};
use crate::journal::CardReader;
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

/// The most results shown.
const HITS_MAX: usize = 50;
/// Lines looked at before a newer letter is looked for: a few milliseconds.
const LINES_AT_A_TIME: usize = 50_000;

/// What the search thread is told.
pub enum Ask {
    /// Where cards are read from, for showing hits. Comes with every unlock.
    Shelf(CardReader),
    /// A card, new or changed.
    Put(Box<Card>),
    /// Many cards, at unlock.
    PutMany(Vec<Card>),
    /// All cards are in.
    Complete,
    /// Find this.
    Find {
        /// Of which search.
        generation: u64,
        /// As typed.
        query: String,
    },
    /// Which other cases may these persons be in?
    Alike {
        /// The case they are in.
        own: CaseId,
        /// The persons.
        persons: Vec<IncomingPerson>,
        /// Takes the answer.
        tell: Box<dyn FnOnce(Vec<Suggestion>) + Send>,
    },
    /// Forget everything: the workstation locks. Answered when it is done.
    Wipe(Sender<()>),
    /// End.
    End,
}

/// A handle on the search thread.
pub struct Finder {
    asks: Sender<Ask>,
    thread: Option<JoinHandle<()>>,
}

impl Finder {
    /// Starts the thread; answers go to `answer`.
    ///
    /// # Errors
    /// When no thread can be made.
    pub fn start(answer: impl Fn(Message) + Send + 'static) -> std::io::Result<Self> {
        let (asks, incoming) = channel();
        let thread = std::thread::Builder::new().name("search".to_owned()).spawn(move || {
            Desk::new(answer).serve(&incoming);
        })?;
        Ok(Self { asks, thread: Some(thread) })
    }

    /// Tells the thread something. After the thread has ended nothing happens.
    pub fn ask(&self, ask: Ask) {
        let _ended = self.asks.send(ask);
    }

    /// Wipes everything and waits until that is done.
    pub fn wipe(&self) {
        let (done, wiped) = channel();
        self.ask(Ask::Wipe(done));
        let _ended = wiped.recv();
    }
}

impl Drop for Finder {
    fn drop(&mut self) {
        self.ask(Ask::End);
        if let Some(thread) = self.thread.take() {
            let _panicked = thread.join();
        }
    }
}

/// The thread's own side.
struct Desk<A: Fn(Message)> {
    answer: A,
    index: Index,
    shelf: Option<CardReader>,
    /// Cards put since the unlock: they may not be in the database yet.
    fresh: BTreeMap<CaseId, Card>,
    complete: bool,
    earlier: Option<Search>,
    last: Option<(u64, String)>,
}

impl<A: Fn(Message)> Desk<A> {
    fn new(answer: A) -> Self {
        Self {
            answer,
            index: Index::new(),
            shelf: None,
            fresh: BTreeMap::new(),
            complete: false,
            earlier: None,
            last: None,
        }
    }

    fn serve(&mut self, incoming: &Receiver<Ask>) {
        let mut waiting: Option<Ask> = None;
        while let Some(ask) = waiting.take().or_else(|| incoming.recv().ok()) {
            let mut find = false;
            let mut next = Some(ask);
            while let Some(ask) = next.take() {
                match ask {
                    Ask::End => return,
                    other => find |= self.take(other),
                }
                next = incoming.try_recv().ok();
            }
            if find {
                waiting = self.find(incoming);
            }
        }
    }

    /// Takes what was told; true when there is something to find.
    fn take(&mut self, ask: Ask) -> bool {
        match ask {
            Ask::Shelf(reader) => self.shelf = Some(reader),
            Ask::Put(card) => {
                self.index.insert(&card);
                self.fresh.insert(card.case, *card);
            }
            // Cards that were on their way when the workstation locked are not taken in.
            Ask::PutMany(cards) if self.shelf.is_some() => {
                cards.iter().for_each(|card| self.index.insert(card));
            }
            Ask::PutMany(_) => {}
            Ask::Find { generation, query } => {
                self.last = Some((generation, query));
                return true;
            }
            Ask::Complete => {
                self.complete = true;
                self.index.trim();
                // A search typed while cards were still coming in is answered once more.
                return self.last.is_some();
            }
            Ask::Alike { own, persons, tell } => tell(alike(&persons, &self.index, own)),
            Ask::Wipe(done) => {
                self.index = Index::new();
                self.shelf = None;
                self.fresh.clear();
                self.complete = false;
                self.earlier = None;
                self.last = None;
                let _gone = done.send(());
            }
            Ask::End => {}
        }
        false
    }

    /// Searches until done, or until something else is asked, which is given back.
    fn find(&mut self, incoming: &Receiver<Ask>) -> Option<Ask> {
        let (generation, query) = self.last.clone()?;
        let mut search = match &self.earlier {
            Some(earlier) => self.index.begin_within(earlier, &query),
            None => self.index.begin(&query),
        };
        while !self.index.find_chunk(&mut search, LINES_AT_A_TIME) {
            if let Ok(ask) = incoming.try_recv() {
                return Some(ask);
            }
        }
        let hits = self.index.hits(&search, HITS_MAX);
        let hits = hits.iter().filter_map(|hit| self.shown(hit)).collect();
        self.earlier = Some(search);
        (self.answer)(Message::SearchHits { generation, hits, complete: self.complete });
        None
    }

    fn shown(&self, hit: &search::Hit) -> Option<Hit> {
        let read = || self.shelf.as_ref()?.card(hit.case).ok().flatten();
        let card = self.fresh.get(&hit.case).cloned().or_else(read)?;
        let person = card.persons.iter().find(|person| Some(person.person) == hit.person);
        let birth = person.and_then(|person| person.birth.as_ref()).and_then(|birth| birth.value());
        Some(Hit {
            case: hit.case,
            shown: person.map_or_else(|| card.number.clone(), |person| person.name.clone()),
            number: card.number,
            detail: birth.unwrap_or_default(),
            why: vec![found_by(hit.why)],
            open: card.open,
        })
    }
}
