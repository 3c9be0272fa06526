//! The worker: the one thread that owns the journal. It carries out effects in order and answers
//! with messages; it says *recorded* when the feed is on disk, and fills the database after that.
//!
//! Deliberately absent: decisions about the work, and the terminal.

mod alike;
mod inbox;
mod open;
mod print;
mod record;
mod sign;
mod takeover;
#[cfg(test)]
mod tests;

use super::finder::{Ask as Find, Finder};
use crate::app::Effect;
use crate::app::effect::Secret;
use crate::app::message::Message;
use crate::domain::time::Moment;
use crate::journal::{Journal, Locked};
use crate::shell::clock;
use crate::shell::forms::LeftOut;
use crate::text::{Lang, Text};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How the workstation is opened.
pub enum Opening {
    /// What lies in this directory, by whoever knows the passphrase; or the first run.
    Data {
        /// The data directory.
        dir: PathBuf,
        /// A drop folder to watch instead of `inbox/` in it.
        inbox: Option<PathBuf>,
    },
    /// A workstation that is unlocked already, to be thrown away afterwards.
    Demo {
        /// It.
        journal: Box<Journal>,
        /// What opens it. Nobody knows it, so after a lock any words do: there is nothing to guard.
        passphrase: Secret,
    },
}

/// What the worker is asked.
enum Ask {
    Effect(Effect),
    /// Until when the clock of the machine was trusted.
    Seen(Moment),
    /// Something was put in a drop folder.
    LookInInbox,
    /// Other cases that the persons of this one may be in.
    Alike(alike::Found),
    End,
}

/// A handle on the worker.
pub struct Worker {
    asks: Sender<Ask>,
    thread: Option<JoinHandle<()>>,
    cancel: Arc<AtomicBool>,
}

impl Worker {
    /// Starts the thread; it looks at the data directory at once and tells what it found.
    ///
    /// # Errors
    /// When no thread can be made.
    pub fn start(
        opening: Opening,
        lang: Lang,
        answer: impl Fn(Message) + Send + Clone + 'static,
    ) -> io::Result<Self> {
        let (asks, incoming) = channel();
        let cancel = Arc::new(AtomicBool::new(false));
        let finder = Finder::start(answer.clone())?;
        let shared = Arc::clone(&cancel);
        let own_asks = asks.clone();
        let thread = std::thread::Builder::new().name("worker".to_owned()).spawn(move || {
            let mut desk = Desk {
                data: None,
                answer: Box::new(answer),
                finder: Arc::new(finder),
                cancel: shared,
                state: State::Nothing,
                refused: 0,
                retry_at: None,
                inbox: inbox::Inbox::default(),
                drop_folder: None,
                opens_demo: None,
                asks: own_asks,
                text: Text::new(lang),
                left_out: Vec::new(),
            };
            desk.begin(opening);
            desk.serve(&incoming);
        })?;
        Ok(Self { asks, thread: Some(thread), cancel })
    }

    /// Hands over an effect. Stopping long work does not wait its turn.
    pub fn ask(&self, effect: Effect) {
        if effect == Effect::CancelWork {
            self.cancel.store(true, Ordering::Relaxed);
            return;
        }
        let _ended = self.asks.send(Ask::Effect(effect));
    }

    /// Keeps the latest moment at which the clock was trusted, for the next run.
    pub fn seen(&self, at: Moment) {
        let _ended = self.asks.send(Ask::Seen(at));
    }

    /// Lets everything asked so far be done, then ends; waits at most `within`.
    pub fn finish(&mut self, within: Duration) {
        self.cancel.store(true, Ordering::Relaxed);
        let _ended = self.asks.send(Ask::End);
        let until = Instant::now() + within;
        let Some(thread) = self.thread.take() else { return };
        while !thread.is_finished() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(2));
        }
        if thread.is_finished() {
            let _panicked = thread.join();
        }
    }
}

/// What the worker holds.
enum State {
    Nothing,
    Locked(Box<Locked>),
    Open(Box<Journal>),
}

/// The worker's own side.
struct Desk {
    data: Option<PathBuf>,
    answer: Box<dyn Fn(Message) + Send>,
    finder: Arc<Finder>,
    cancel: Arc<AtomicBool>,
    state: State,
    refused: u32,
    retry_at: Option<Instant>,
    inbox: inbox::Inbox,
    drop_folder: Option<PathBuf>,
    opens_demo: Option<Secret>,
    asks: Sender<Ask>,
    text: Text,
    /// Forms of the team that are not used and were not told yet.
    left_out: Vec<LeftOut>,
}

impl Desk {
    fn serve(&mut self, incoming: &Receiver<Ask>) {
        loop {
            let next = match self.inbox_wait() {
                Some(wait) => incoming.recv_timeout(wait),
                None => incoming.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match next {
                Ok(Ask::Effect(effect)) => self.carry_out(effect),
                Ok(Ask::Seen(at)) => self.change_settings(|kept| kept.last_seen = Some(at)),
                Ok(Ask::LookInInbox) | Err(RecvTimeoutError::Timeout) => self.look_in_inbox(),
                Ok(Ask::Alike(found)) => self.suggest(found),
                Ok(Ask::End) | Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.lock();
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Create(new) => self.create(*new),
            Effect::Unlock { staff, passphrase } => self.unlock(staff, &passphrase),
            Effect::ReadRecoveryCode(code) => self.read_recovery_code(&code),
            Effect::Recover { staff, code, passphrase } => {
                self.recover(staff, &code, &passphrase);
            }
            Effect::RenewRecoveryCode => self.renew_recovery_code(),
            Effect::TakeOver => self.take_over(),
            Effect::Lock => {
                self.lock();
                self.tell_found();
            }
            Effect::LoadQueue => self.load_queue(),
            Effect::LoadCase(case) => self.load_case(case),
            Effect::LoadDrafts => self.load_drafts(),
            Effect::Record { ticket, drafts } => self.record(ticket, drafts),
            Effect::Countersign { ticket, case, event, staff, passphrase } => {
                self.countersign(ticket, (case, event), staff, &passphrase);
            }
            Effect::Print(asked) => self.print(&asked),
            Effect::SaveDraft(draft) => self.save_draft(&draft),
            Effect::RemoveDraft(id) => self.remove_draft(id),
            Effect::Search { generation, query } => {
                self.finder.ask(Find::Find { generation, query });
            }
            Effect::Remember(setting) => self.remember(setting),
            // Handled before they reach the worker.
            Effect::CancelWork | Effect::Repaint | Effect::Quit => {}
        }
    }

    fn tell(&self, message: Message) {
        (self.answer)(message);
    }

    fn now(&self) -> Moment {
        clock::now()
    }

    fn journal(&mut self) -> Option<&mut Journal> {
        match &mut self.state {
            State::Open(journal) => Some(journal),
            State::Nothing | State::Locked(_) => None,
        }
    }

    fn lock(&mut self) {
        // The shelf holds keys: it goes before the journal locks.
        self.finder.wipe();
        self.state = match std::mem::replace(&mut self.state, State::Nothing) {
            State::Open(journal) => State::Locked(Box::new(journal.lock())),
            other @ (State::Nothing | State::Locked(_)) => other,
        };
    }

    /// Says what the journal found and healed since it was last asked.
    fn tell_notices(&mut self) {
        let found = match &mut self.state {
            State::Open(journal) => journal.take_notices(),
            State::Locked(locked) => locked.take_notices(),
            State::Nothing => Vec::new(),
        };
        let at = self.now();
        for notice in found {
            self.tell(Message::Notice(super::faults::notice(&notice, at)));
        }
    }
}
