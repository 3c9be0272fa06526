//! The drop folder: reports put there are taken in while the workstation is open.
//!
//! The folder is looked at every minute, which works on any file system, and at once where the
//! kernel tells of changes. A file is read when it was seen twice without change; it is removed
//! only after its facts, and the message itself, are in the feed. Deliberately absent: what a
//! report becomes (`document::intake`).

use super::{Ask, Desk, Find, State};
use crate::app::message::{Message, Notice, Progress, Standing, Weight};
use crate::document::folder::{self, Watch};
use crate::document::quarantine::{ReadFile, keep_aside, read_file, remove_taken};
use crate::document::recognise::{self, Refused};
use crate::domain::id::CaseId;
use crate::domain::search::Card;
use crate::shell::command::reasons;
use crate::shell::intake::Intake;
use crate::shell::station::faults;
use crate::text::Key;
use rustix::fs::inotify;
use std::collections::BTreeSet;
use std::mem::MaybeUninit;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// Files saved with one sync.
const BATCH_FILES: usize = 100;
/// Bytes of files held in memory at a time, but for one file larger than this.
const BATCH_BYTES: usize = 32 * 1024 * 1024;
/// A file seen for the first time is looked at again after this long.
const SETTLE: Duration = Duration::from_millis(1_000);
const MILLIS_PER_MINUTE: i64 = 60_000;

/// The folders that are watched.
#[derive(Default)]
pub(super) struct Inbox {
    folders: Vec<(PathBuf, Watch)>,
    unsettled: bool,
}

impl Inbox {
    /// Watches these folders from now on.
    pub(super) fn watch(&mut self, folders: impl IntoIterator<Item = PathBuf>, asks: &Sender<Ask>) {
        if !self.folders.is_empty() {
            return;
        }
        self.folders = folders.into_iter().map(|folder| (folder, Watch::new())).collect();
        for (folder, _) in &self.folders {
            listen(folder, asks.clone());
        }
    }
}

/// What became of the files of one look.
#[derive(Default)]
struct Tally {
    taken: usize,
    aside: usize,
    cases: BTreeSet<CaseId>,
}

impl Desk {
    /// How long until the folders are looked at again; `None` while there is nothing to look at.
    pub(super) fn inbox_wait(&self) -> Option<Duration> {
        if self.inbox.folders.is_empty() || !matches!(self.state, State::Open(_)) {
            return None;
        }
        if self.inbox.unsettled {
            return Some(SETTLE);
        }
        // With the minute in the header, so that the machine wakes once for both.
        let into = self.now().0.rem_euclid(MILLIS_PER_MINUTE);
        u64::try_from(MILLIS_PER_MINUTE - into).ok().map(Duration::from_millis)
    }

    /// Looks at the folders and takes in what is ready.
    pub(super) fn look_in_inbox(&mut self) {
        if !matches!(self.state, State::Open(_)) {
            return;
        }
        let mut ready = Vec::new();
        self.inbox.unsettled = false;
        for (folder, watch) in &mut self.inbox.folders {
            // A folder that cannot be read now is looked at again at the next minute.
            let listed = folder::list(folder).unwrap_or_default();
            let names = watch.look(&listed, std::time::Instant::now());
            self.inbox.unsettled |= watch.is_unsettled();
            ready.extend(names.into_iter().map(|name| folder.join(name)));
        }
        if !ready.is_empty() {
            self.take_files(&ready);
        }
    }

    fn take_files(&mut self, files: &[PathBuf]) {
        self.cancel.store(false, Ordering::Relaxed);
        let mut tally = Tally::default();
        let total = u64::try_from(files.len()).unwrap_or(u64::MAX);
        let mut done = 0;
        let Some(journal) = self.journal() else { return };
        let intake = Intake::new(journal);
        let mut intake = match intake {
            Ok(intake) => intake,
            Err(fault) => return self.tell(Message::Fault(faults::words(&fault))),
        };
        while done < files.len() && !self.cancel.load(Ordering::Relaxed) {
            let count = self.take_batch(&mut intake, &files[done..], &mut tally);
            if count == 0 {
                break;
            }
            done += count;
            self.tell(Message::Working(Progress {
                what: Key::WorkInbox,
                done: u64::try_from(done).unwrap_or(u64::MAX),
                total,
                standing: Standing::Beside,
            }));
        }
        for left in &files[done..] {
            self.look_again(left);
        }
        self.tell_taken(&tally);
    }

    /// Takes in some of the files; gives how many, 0 when it cannot go on.
    fn take_batch(&mut self, intake: &mut Intake, files: &[PathBuf], tally: &mut Tally) -> usize {
        let now = self.now();
        let (mut items, mut reports, mut bytes) = (Vec::new(), Vec::new(), 0);
        for path in files.iter().take(BATCH_FILES) {
            if bytes >= BATCH_BYTES {
                break;
            }
            let read = read_file(path).ok();
            bytes += read.as_ref().map_or(0, |read| read.bytes.len());
            let report = read.as_ref().map(|read| recognise::read(&read.bytes));
            let refused = match report {
                Some(Ok(report)) => {
                    reports.push(report);
                    None
                }
                Some(Err(refused)) => Some(refused),
                None => None,
            };
            items.push((path, read, refused));
        }
        let Some(journal) = self.journal() else { return 0 };
        let plans = match intake.take(journal, now, reports) {
            Ok(plans) => plans,
            Err(fault) => {
                self.tell(Message::Fault(faults::words(&fault)));
                return 0;
            }
        };
        self.settle();
        let mut plans = plans.into_iter();
        let count = items.len();
        for (path, read, refused) in items {
            let Some(read) = read else {
                tally.aside += 1;
                continue;
            };
            let plan = if refused.is_some() { None } else { plans.next() };
            let kept = plan.as_ref().filter(|plan| !plan.outcome.keeps_aside());
            match kept {
                Some(plan) => {
                    tally.taken += 1;
                    tally.cases.extend(plan.case);
                    // A file that changed meanwhile stays, and is looked at again.
                    let _changed = remove_taken(path, &read);
                }
                None => {
                    tally.aside += 1;
                    self.put_aside(path, &read, refused.as_ref());
                }
            }
        }
        count
    }

    fn put_aside(&mut self, path: &Path, read: &ReadFile, refused: Option<&Refused>) {
        let Some(data) = &self.data else { return };
        let reason = match refused {
            Some(refused) => reasons::words(&refused.refusal, &self.text),
            None => self.text.get(Key::InboxConflict).to_owned(),
        };
        let folder = data.join("quarantine");
        if keep_aside(&folder, (path, read), &reason).is_err() {
            return self.look_again(path);
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (at, key) = (self.now(), Key::InboxAside);
        let values = vec![("file", name), ("reason", reason)];
        self.tell(Message::Notice(Notice { at, weight: Weight::Warning, key, values }));
    }

    fn look_again(&mut self, path: &Path) {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
        for (watched, watch) in &mut self.inbox.folders {
            if watched == folder {
                watch.again(name);
            }
        }
    }

    fn tell_taken(&mut self, tally: &Tally) {
        for case in &tally.cases {
            let folded = self.journal().and_then(|journal| journal.case(*case).ok().flatten());
            if let Some(folded) = folded {
                self.finder.ask(Find::Put(Box::new(Card::of(&folded))));
            }
        }
        let at = self.now();
        let values = vec![("count", tally.taken.to_string()), ("aside", tally.aside.to_string())];
        let weight = if tally.aside > 0 { Weight::Warning } else { Weight::Plain };
        self.tell(Message::WorkEnded);
        self.tell(Message::Notice(Notice { at, weight, key: Key::InboxTaken, values }));
    }
}

/// Tells the worker at once when something is put in a folder. Where the kernel cannot tell
/// (a network disk), nothing is lost but the haste.
fn listen(folder: &Path, asks: Sender<Ask>) {
    let Ok(watcher) = inotify::init(inotify::CreateFlags::CLOEXEC) else { return };
    let told = inotify::WatchFlags::CLOSE_WRITE | inotify::WatchFlags::MOVED_TO;
    if inotify::add_watch(&watcher, folder, told).is_err() {
        return;
    }
    let listen = move || {
        let mut room = [MaybeUninit::uninit(); 4_096];
        let mut reader = inotify::Reader::new(&watcher, &mut room);
        while reader.next().is_ok() {
            if asks.send(Ask::LookInInbox).is_err() {
                return;
            }
        }
    };
    let _no_thread = std::thread::Builder::new().name("inbox".to_owned()).spawn(listen);
}
