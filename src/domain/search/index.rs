//! The index: all cards as one text in memory, scanned from front to back, and tables for exact
//! look-ups.
//!
//! A line of the text is a person (or a case, for its number): tokens between spaces, the first
//! letter of each telling what it is. A plain scan of such a text beats an inverted index in
//! memory and keeps no second copy of a name; while somebody types on, only what was found before
//! is looked at again. Deliberately absent: threads. A scan can be cut in chunks and dropped
//! between them.

use super::super::id::{CaseId, PersonId};
use super::super::time::PartialDate;
use super::Card;
use super::chains::Chains;
use super::fold_name::{fold_name, is_prefix, words};
use super::query::{ADDRESS, BIRTH, BSN, NUMBER, Query, Way, address_token};
use super::tokens::{only_digits, person_tokens, tagged};
use std::collections::HashSet;
use zeroize::Zeroize;

/// By what something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The case number.
    Number,
    /// The name.
    Name,
    /// The birth date.
    Birth,
    /// The BSN.
    Bsn,
    /// The address.
    Address,
    /// The telephone number.
    Phone,
    /// A name that sounds like it.
    Sound,
}

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The case.
    pub case: CaseId,
    /// The person, when it is about one.
    pub person: Option<PersonId>,
    /// How well it fits: 0 is best.
    pub rank: u8,
    /// By what it was found (the weakest word of the query).
    pub why: Why,
}

/// A person or case known already, found by an exact look-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    /// The case.
    pub case: CaseId,
    /// The person, when it is about one.
    pub person: Option<PersonId>,
    /// Whether the case is open.
    pub open: bool,
    /// Whether the person is a child the case is about.
    pub child: bool,
    /// The hash over the content of the message, for look-ups by message.
    pub content_hash: Option<[u8; 32]>,
}

/// A search under way, or finished: the words asked, how far it is, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Search {
    query: Query,
    /// The lines to look at; `None` for all.
    within: Option<Vec<u32>>,
    next: usize,
    done: bool,
    found: Vec<Found>,
    /// How many lines there were when it was done.
    lines: usize,
    generation: u64,
}

#[derive(Clone, Copy, Debug)]
struct Found {
    rank: u8,
    why: Why,
    line: u32,
}

impl Search {
    /// Whether all was looked at.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.done
    }

    /// How many lines were found so far.
    #[must_use]
    pub const fn found(&self) -> usize {
        self.found.len()
    }
}

struct Line {
    /// Where it begins in the text.
    start: u32,
    /// Index in `cases`.
    case: u32,
    person: Option<PersonId>,
    child: bool,
}

struct Kept {
    case: CaseId,
    open: bool,
    /// Whether a later card took its place, or it was taken out.
    gone: bool,
}

/// A key of a report or message, with the case it is in.
struct Reference {
    case: u32,
    /// Index in `senders`: there are few of them.
    sender: u32,
    value: Box<str>,
    content_hash: Option<[u8; 32]>,
}

/// All cards, in memory.
#[derive(Default)]
pub struct Index {
    text: String,
    lines: Vec<Line>,
    cases: Vec<Kept>,
    references: Vec<Reference>,
    senders: Vec<String>,
    by_case: Chains,
    by_token: Chains,
    by_reference: Chains,
    living: usize,
    /// Changes when lines get other numbers; lines that are added or go do not disturb a search.
    generation: u64,
}

/// So many lines are swept at once.
const BLOCK_LINES: usize = 64;
/// Below so many cases it is not worth tidying.
const TIDY_CASES_MIN: usize = 1024;

impl Index {
    /// An empty index.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many cases.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.living
    }

    /// Whether it is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.living == 0
    }

    /// Adds a card, in place of the one of the same case.
    pub fn insert(&mut self, card: &Card) {
        self.remove(card.case);
        let case = index(self.cases.len());
        self.cases.push(Kept { case: card.case, open: card.open, gone: false });
        self.by_case.add(&card.case, case);
        self.living += 1;
        self.add_line(case, None, false, &tagged(NUMBER, &fold_name(&card.number)));
        for person in &card.persons {
            self.add_line(case, Some(person.person), person.child, &person_tokens(person));
        }
        for message in &card.messages {
            let sender = self.sender(&message.sender);
            let value = message.reference.as_str().into();
            let content_hash = Some(message.content_hash);
            self.add_reference(Reference { case, sender, value, content_hash });
        }
        for number in &card.report_numbers {
            let (sender, value) = (self.sender(""), number.as_str().into());
            self.add_reference(Reference { case, sender, value, content_hash: None });
        }
    }

    /// Takes a case out.
    pub fn remove(&mut self, case: CaseId) {
        let known = self.case_at(case);
        if let Some(kept) = known.and_then(|at| self.cases.get_mut(at as usize)) {
            kept.gone = true;
            self.living -= 1;
            if self.cases.len() > TIDY_CASES_MIN && self.living < self.cases.len() / 2 {
                self.tidy();
            }
        }
    }

    /// Gives back the room kept for growth: for once, after all cards are in.
    pub fn trim(&mut self) {
        self.text.shrink_to_fit();
        self.lines.shrink_to_fit();
        self.cases.shrink_to_fit();
        self.references.shrink_to_fit();
        for table in [&mut self.by_case, &mut self.by_token, &mut self.by_reference] {
            table.trim();
        }
    }

    /// Finds at once.
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        let mut search = self.begin(query);
        while !self.find_chunk(&mut search, usize::MAX) {}
        self.hits(&search, limit)
    }

    /// Begins a search.
    #[must_use]
    pub fn begin(&self, query: &str) -> Search {
        let query = Query::parse(query);
        let done = query.words.is_empty();
        Search { query, done, generation: self.generation, ..Search::default() }
    }

    /// Begins a search within what an earlier, finished one found, where the new query can only
    /// find less and nothing changed in between; else a search of everything.
    #[must_use]
    pub fn begin_within(&self, earlier: &Search, query: &str) -> Search {
        let mut search = self.begin(query);
        let same = earlier.generation == self.generation && earlier.lines == self.lines.len();
        let asked = !earlier.query.words.is_empty();
        if same && asked && earlier.done && search.query.narrows(&earlier.query) {
            search.within = Some(earlier.found.iter().map(|found| found.line).collect());
        }
        search
    }

    /// Looks at the next so many lines; `true` when done. Cards may come and go between two
    /// chunks; a search that began before the index was tidied begins again.
    pub fn find_chunk(&self, search: &mut Search, lines: usize) -> bool {
        if search.generation != self.generation {
            search.generation = self.generation;
            (search.within, search.next) = (None, 0);
            search.found.clear();
            search.done = search.query.words.is_empty();
        }
        if search.done {
            return true;
        }
        let all = search.within.as_ref().map_or(self.lines.len(), Vec::len);
        let until = search.next.saturating_add(lines.max(1)).min(all);
        match &search.within {
            Some(within) => {
                let lines = within.get(search.next..until).unwrap_or_default();
                let found = lines.iter().filter_map(|line| self.look(&search.query, *line));
                search.found.extend(found);
            }
            None => {
                for from in (search.next..until).step_by(BLOCK_LINES) {
                    let to = until.min(from + BLOCK_LINES);
                    // Most blocks hold a word of the query nowhere: told in one sweep.
                    if may_hold(&search.query, self.text_between(from, to)) {
                        let lines = (from..to).map(index);
                        let found = lines.filter_map(|line| self.look(&search.query, line));
                        search.found.extend(found);
                    }
                }
            }
        }
        search.next = until;
        search.done = until == all;
        search.lines = self.lines.len();
        search.done
    }

    /// The best of what was found, best first: how well it fits, open cases before closed,
    /// children before others, in the order in which they came. A person shows once.
    #[must_use]
    pub fn hits(&self, search: &Search, limit: usize) -> Vec<Hit> {
        if search.generation != self.generation {
            return Vec::new();
        }
        let mut best = search.found.clone();
        let key = |found: &Found| {
            let line = self.lines.get(found.line as usize);
            let open = line.and_then(|line| self.kept(line.case)).is_some_and(|kept| kept.open);
            (found.rank, !open, line.is_none_or(|line| !line.child), found.line)
        };
        // One person may stand on a few lines: some more than asked are put in order.
        let enough = limit.saturating_mul(2).saturating_add(16);
        if best.len() > enough {
            best.select_nth_unstable_by_key(enough, key);
            best.truncate(enough);
        }
        best.sort_unstable_by_key(key);
        let mut shown = HashSet::new();
        best.iter()
            .filter_map(|found| {
                let line = self.lines.get(found.line as usize)?;
                let case = self.kept(line.case)?.case;
                let hit = Hit { case, person: line.person, rank: found.rank, why: found.why };
                shown.insert((case, line.person)).then_some(hit)
            })
            .take(limit)
            .collect()
    }

    /// Messages with this sender (as [`super::MessageKey`] writes it) and reference.
    #[must_use]
    pub fn by_message(&self, sender: &str, reference: &str) -> Vec<Known> {
        self.by_key(sender, reference, true)
    }

    /// Reports with this number of this sender.
    #[must_use]
    pub fn by_report_number(&self, sender: &str, number: &str) -> Vec<Known> {
        self.by_key("", &format!("{sender} {}", number.trim()), false)
    }

    /// Persons with this BSN.
    #[must_use]
    pub fn by_bsn(&self, bsn: &str) -> Vec<Known> {
        self.by_token(&tagged(BSN, &only_digits(bsn)), &[])
    }

    /// Persons born on this date whose name has all these words; prefixes may be missing. A date
    /// of which nothing is known finds nobody.
    #[must_use]
    pub fn by_name_and_birth(&self, name: &str, birth: PartialDate) -> Vec<Known> {
        let Some(birth) = birth.value() else { return Vec::new() };
        let names: Vec<String> = words(name).filter(|word| !is_prefix(word)).collect();
        if names.is_empty() {
            return Vec::new();
        }
        self.by_token(&tagged(BIRTH, &only_digits(&birth)), &names)
    }

    /// Persons at this address. Without a postcode or number nobody is found.
    #[must_use]
    pub fn by_address(&self, postcode: &str, number: &str) -> Vec<Known> {
        if postcode.trim().is_empty() || number.trim().is_empty() {
            return Vec::new();
        }
        self.by_token(&tagged(ADDRESS, &address_token(postcode, number)), &[])
    }

    fn add_line(&mut self, case: u32, person: Option<PersonId>, child: bool, tokens: &str) {
        let line = index(self.lines.len());
        self.lines.push(Line { start: index(self.text.len()), case, person, child });
        self.text.push(' ');
        self.text.push_str(tokens);
        self.text.push_str(" \n");
        self.hash_line(line, tokens);
    }

    fn hash_line(&mut self, line: u32, tokens: &str) {
        for token in tokens.split(' ') {
            if matches!(token.as_bytes().first(), Some(&(BIRTH | BSN | ADDRESS))) {
                self.by_token.add(&token, line);
            }
        }
    }

    fn add_reference(&mut self, reference: Reference) {
        let key = (reference.sender, &*reference.value, reference.content_hash.is_some());
        self.by_reference.add(&key, index(self.references.len()));
        self.references.push(reference);
    }

    fn sender(&mut self, sender: &str) -> u32 {
        let known = self.senders.iter().position(|known| known == sender);
        index(known.unwrap_or_else(|| {
            self.senders.push(sender.to_owned());
            self.senders.len() - 1
        }))
    }

    fn kept(&self, case: u32) -> Option<&Kept> {
        self.cases.get(case as usize).filter(|kept| !kept.gone)
    }

    fn case_at(&self, case: CaseId) -> Option<u32> {
        let mut found = self.by_case.with(&case);
        found.find(|at| self.kept(*at).is_some_and(|kept| kept.case == case))
    }

    fn line_text(&self, line: u32) -> &str {
        self.text_between(line as usize, line as usize + 1)
    }

    fn text_between(&self, from: usize, to: usize) -> &str {
        let start =
            |at: usize| self.lines.get(at).map_or(self.text.len(), |line| line.start as usize);
        self.text.get(start(from)..start(to)).unwrap_or_default()
    }

    /// Whether a line has every word of the query, and how well.
    fn look(&self, query: &Query, line: u32) -> Option<Found> {
        let text = self.line_text(line);
        let mut found = Found { rank: 0, why: Why::Number, line };
        for (nth, ways) in query.words.iter().enumerate() {
            let (rank, why) = ways.iter().filter_map(|way| best(way, text)).min()?;
            if nth == 0 || rank > found.rank {
                (found.rank, found.why) = (rank, why);
            }
        }
        self.kept(self.lines.get(line as usize)?.case)?;
        Some(found)
    }

    fn by_token(&self, token: &str, names: &[String]) -> Vec<Known> {
        let whole = |word: &str| format!(" {word} ");
        let (exact, names) = (whole(token), names.iter().map(|name| whole(name)));
        let names: Vec<String> = names.collect();
        let has = |line: u32, word: &String| self.line_text(line).contains(word.as_str());
        let mut known: Vec<Known> = self
            .by_token
            .with(&token)
            .filter(|line| token.len() > 1 && has(*line, &exact))
            .filter(|line| names.iter().all(|name| has(*line, name)))
            .filter_map(|line| {
                let line = self.lines.get(line as usize)?;
                let kept = self.kept(line.case)?;
                let (case, person, child) = (kept.case, line.person, line.child);
                Some(Known { case, person, open: kept.open, child, content_hash: None })
            })
            .collect();
        known.sort_unstable();
        known.dedup();
        known
    }

    fn by_key(&self, sender: &str, value: &str, message: bool) -> Vec<Known> {
        let Some(sender) = self.senders.iter().position(|known| known == sender).map(index) else {
            return Vec::new();
        };
        let mut known: Vec<Known> = self
            .by_reference
            .with(&(sender, value, message))
            .filter_map(|at| self.references.get(at as usize))
            .filter(|r| r.sender == sender && &*r.value == value)
            .filter(|r| r.content_hash.is_some() == message)
            .filter_map(|reference| {
                let kept = self.kept(reference.case)?;
                let content_hash = reference.content_hash;
                let (case, open) = (kept.case, kept.open);
                Some(Known { case, person: None, open, child: false, content_hash })
            })
            .collect();
        known.sort_unstable();
        known.dedup();
        known
    }

    /// Writes the index anew without what is gone.
    fn tidy(&mut self) {
        let mut fresh = Self::new();
        let mut moved = vec![None; self.cases.len()];
        for (kept, moved) in self.cases.iter().zip(&mut moved).filter(|(kept, _)| !kept.gone) {
            let at = index(fresh.cases.len());
            *moved = Some(at);
            fresh.cases.push(Kept { case: kept.case, open: kept.open, gone: false });
            fresh.by_case.add(&kept.case, at);
        }
        let to = |case: u32| moved.get(case as usize).copied().flatten();
        for (at, line) in self.lines.iter().enumerate() {
            if let Some(case) = to(line.case) {
                let tokens = self.line_text(index(at)).trim();
                fresh.add_line(case, line.person, line.child, tokens);
            }
        }
        fresh.senders = std::mem::take(&mut self.senders);
        for mut reference in std::mem::take(&mut self.references) {
            if let Some(case) = to(reference.case) {
                reference.case = case;
                fresh.add_reference(reference);
            }
        }
        fresh.living = self.living;
        fresh.generation += self.generation + 1;
        *self = fresh;
    }
}

impl Drop for Index {
    fn drop(&mut self) {
        self.text.zeroize();
        for reference in &mut self.references {
            reference.value.zeroize();
        }
    }
}

/// Positions are four bytes: a text of four gigabytes would be some forty million persons.
fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn may_hold(query: &Query, text: &str) -> bool {
    query.words.iter().all(|ways| ways.iter().any(|way| text.contains(way.text.as_str())))
}

fn best(way: &Way, line: &str) -> Option<(u8, Why)> {
    // Most lines hold it nowhere: that is told without taking the line apart.
    if !line.contains(way.text.as_str()) {
        return None;
    }
    line.split_ascii_whitespace().filter_map(|token| way.rank(token)).min().map(|r| (r, way.why))
}
