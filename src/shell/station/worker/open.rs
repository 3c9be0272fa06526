//! Opening: what lies in the data directory, first run, unlocking, and getting search ready.

use super::{Desk, Find, Opening, State};
use crate::app::effect::{NewStation, Secret, Setting};
use crate::app::message::{
    Found, Holder, Message, Notice, Opened, Progress, StaffChoice, Standing, UnlockRefusal, Weight,
};
use crate::domain::fact::StaffRole;
use crate::domain::id::StaffId;
use crate::domain::time::Moment;
use crate::journal::{
    self, Cost, Fault, Journal, Locked, Passphrase, RecoveryCode, Setup, StaffRef,
};
use crate::shell::command::door::lock_info;
use crate::shell::forms;
use crate::shell::in_force::policy_in_force;
use crate::shell::settings;
use crate::shell::station::faults;
use crate::text::{Key, Text};
use crate::wire::policy;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Cards handed to the search thread at a time.
const CARDS_AT_A_TIME: usize = 2_000;
/// Wrong passphrases before there is a pause.
const FREE_TRIES: u32 = 3;
/// The longest pause between two tries.
const PAUSE_SECONDS_MAX: u32 = 60;
/// Minutes without a key before the screen locks, when policy says nothing else.
const IDLE_LOCK_MINUTES: u8 = 5;

impl Desk {
    /// Looks at the data directory and says what is there; a demo opens at once.
    pub(super) fn begin(&mut self, opening: Opening) {
        match opening {
            Opening::Data { dir, inbox } => {
                self.data = Some(dir);
                self.drop_folder = inbox;
                self.tell_found();
            }
            Opening::Demo { journal, passphrase } => {
                self.opens_demo = Some(passphrase);
                self.come_in(*journal);
            }
        }
    }

    pub(super) fn tell_found(&mut self) {
        if let (State::Nothing, Some(dir)) = (&self.state, &self.data) {
            match Locked::open(dir, &lock_info(self.now())) {
                Ok(locked) => self.state = State::Locked(Box::new(locked)),
                Err(fault) => return self.tell_not_opened(dir, &fault),
            }
        }
        self.tell_notices();
        let State::Locked(locked) = &self.state else { return };
        let last = self.data.as_deref().and_then(|dir| settings::load(dir).last_staff);
        let staff = locked.staff().into_iter().map(|staff| StaffChoice {
            staff,
            // Names are sealed until somebody unlocks.
            name: String::new(),
            role: StaffRole::Caseworker,
        });
        self.tell(Message::Found(Found::Station {
            organisation: locked.station().organisation.clone(),
            staff: staff.collect(),
            last,
        }));
    }

    fn tell_not_opened(&self, dir: &Path, fault: &Fault) {
        match fault {
            Fault::NotSetUp(_) => self.tell(Message::Found(Found::Nothing)),
            Fault::InUse { owner, since, terminal, .. } => {
                let organisation = journal::Station::load(dir)
                    .map(|station| station.organisation)
                    .unwrap_or_default();
                let since = Moment::parse_rfc3339(since).unwrap_or_else(|| self.now());
                let holder = Holder { who: owner.clone(), since, terminal: terminal.clone() };
                self.tell(Message::Found(Found::InUse { organisation, holder }));
            }
            other => self.tell(Message::Fault(faults::words(other))),
        }
    }

    pub(super) fn create(&mut self, new: NewStation) {
        let at = self.now();
        let Some(dir) = self.data.clone() else { return };
        let setup = Setup {
            organisation: new.organisation.clone(),
            station_code: new.code.clone(),
            staff_name: new.staff_name.clone(),
            role: new.role,
            passphrase: Passphrase::from_text(new.passphrase.expose()),
            lang: new.lang.code().to_owned(),
            cost: Cost::STANDARD,
        };
        match Journal::create(&dir, setup, &lock_info(at), at) {
            Ok((journal, code)) => {
                self.state = State::Open(Box::new(journal));
                self.tell_code(&code);
                self.settle_in();
                // Chosen before there was a place to remember it.
                self.remember(Setting::Lang(new.lang));
            }
            Err(fault) => self.tell(Message::CreateFailed(faults::words(&fault))),
        }
    }

    /// Shows the recovery code, this once.
    fn tell_code(&mut self, code: &RecoveryCode) {
        self.change_settings(|kept| kept.code_unproved = true);
        let recovery_code = Secret::new(code.text().to_string());
        if let Some(opened) = self.opened() {
            self.tell(Message::Created { recovery_code, opened: Box::new(opened) });
        }
    }

    pub(super) fn read_recovery_code(&self, code: &Secret) {
        let wrong = RecoveryCode::parse(code.expose()).err();
        self.tell(Message::RecoveryCodeRead(wrong.as_ref().map(faults::words)));
    }

    pub(super) fn recover(&mut self, staff: StaffId, code: &Secret, passphrase: &Secret) {
        let code = match RecoveryCode::parse(code.expose()) {
            Ok(code) => code,
            Err(fault) => return self.tell(Message::CreateFailed(faults::words(&fault))),
        };
        let State::Locked(locked) = std::mem::replace(&mut self.state, State::Nothing) else {
            return;
        };
        let passphrase = Passphrase::from_text(passphrase.expose());
        let recovered = {
            let mut tell = |progress| self.tell_progress(progress);
            locked.recover(&code, (staff, &passphrase), Cost::STANDARD, &mut tell)
        };
        match recovered {
            Ok((journal, fresh)) => {
                self.state = State::Open(Box::new(journal));
                self.forgive();
                self.tell_code(&fresh);
                self.tell_notices();
                self.settle_in();
            }
            Err(refused) => {
                self.state = State::Locked(Box::new(refused.locked));
                let words = match &refused.fault {
                    Fault::WrongPassphrase => Key::UnlockRecoveryWrong,
                    other => faults::words(other),
                };
                self.tell(Message::CreateFailed(words));
            }
        }
    }

    pub(super) fn renew_recovery_code(&mut self) {
        let Some(journal) = self.journal() else { return };
        match journal.renew_recovery_code() {
            Ok(code) => self.tell_code(&code),
            Err(fault) => self.tell(Message::CreateFailed(faults::words(&fault))),
        }
    }

    fn settle_in(&mut self) {
        self.tell_left_out();
        self.remember_staff();
        self.fill_finder();
        self.watch_inbox();
    }

    pub(super) fn unlock(&mut self, staff: Option<StaffId>, passphrase: &Secret) {
        if let Some(wait) = self.must_wait() {
            return self.tell(Message::UnlockRefused(UnlockRefusal::Wait(wait)));
        }
        let State::Locked(locked) = std::mem::replace(&mut self.state, State::Nothing) else {
            return;
        };
        let passphrase = self.opens_demo.as_ref().unwrap_or(passphrase);
        let passphrase = Passphrase::from_text(passphrase.expose());
        let who = staff.filter(|staff| locked.staff().contains(staff)).map(StaffRef::Id);
        let unlocked = {
            let mut tell = |progress| self.tell_progress(progress);
            locked.unlock(who, &passphrase, &mut tell)
        };
        match unlocked {
            Ok(journal) => self.come_in(journal),
            Err(refused) => {
                self.state = State::Locked(Box::new(refused.locked));
                self.refuse(&refused.fault);
            }
        }
    }

    fn refuse(&mut self, fault: &Fault) {
        if !matches!(fault, Fault::WrongPassphrase) {
            let refusal = UnlockRefusal::Fault(faults::words(fault));
            return self.tell(Message::UnlockRefused(refusal));
        }
        self.count_wrong();
        self.tell(Message::UnlockRefused(UnlockRefusal::Wrong));
    }

    /// A wrong passphrase, at the door or under a signature: after a few there is a pause.
    pub(super) fn count_wrong(&mut self) {
        self.refused += 1;
        if self.refused > FREE_TRIES {
            let seconds = 2_u32.saturating_pow(self.refused - FREE_TRIES).min(PAUSE_SECONDS_MAX);
            self.retry_at = Some(Instant::now() + Duration::from_secs(u64::from(seconds)));
        }
    }

    /// A right one: earlier mistakes are forgotten.
    pub(super) const fn forgive(&mut self) {
        self.refused = 0;
        self.retry_at = None;
    }

    /// Seconds before another try is taken.
    pub(super) fn must_wait(&self) -> Option<u32> {
        let left = self.retry_at?.saturating_duration_since(Instant::now());
        let seconds = u32::try_from(left.as_millis().div_ceil(1_000)).unwrap_or(PAUSE_SECONDS_MAX);
        (seconds > 0).then_some(seconds)
    }

    pub(super) fn come_in(&mut self, journal: Journal) {
        self.state = State::Open(Box::new(journal));
        self.forgive();
        if let Some(opened) = self.opened() {
            self.tell(Message::Unlocked(Box::new(opened)));
        }
        self.tell(Message::WorkEnded);
        self.tell_notices();
        self.remind_of_code();
        self.settle_in();
    }

    /// A window that closed while the recovery code was on it leaves a workstation without one.
    fn remind_of_code(&self) {
        if self.data.as_deref().is_some_and(|dir| settings::load(dir).code_unproved) {
            let (at, key) = (self.now(), Key::CodeUnproved);
            let notice = Notice { at, weight: Weight::Warning, key, values: Vec::new() };
            self.tell(Message::Notice(notice));
        }
    }

    /// Tells which forms of the team are not used, and why.
    fn tell_left_out(&mut self) {
        let at = self.now();
        for why in std::mem::take(&mut self.left_out) {
            let (key, values) = why.words();
            self.tell(Message::Notice(Notice { at, weight: Weight::Warning, key, values }));
        }
    }

    fn watch_inbox(&mut self) {
        let Some(data) = &self.data else { return };
        let folder = self.drop_folder.clone().unwrap_or_else(|| data.join("inbox"));
        self.inbox.watch([folder], &self.asks);
        self.look_in_inbox();
    }

    fn remember_staff(&mut self) {
        let Some(me) = self.journal().map(|journal| journal.me()) else { return };
        self.change_settings(|kept| kept.last_staff = Some(me));
    }

    pub(super) fn remember(&mut self, setting: Setting) {
        if let Setting::Lang(lang) = setting {
            self.text = Text::new(lang);
        }
        self.change_settings(|kept| match setting {
            Setting::Lang(lang) => kept.lang = Some(lang),
            Setting::Theme(theme) => kept.theme = Some(theme),
            Setting::CodeProved => kept.code_unproved = false,
        });
    }

    /// A demo remembers nothing, nor does a place without a workstation. A setting that cannot be
    /// kept is no reason to stop.
    pub(super) fn change_settings(&self, change: impl FnOnce(&mut settings::Settings)) {
        let Some(dir) = self.data.as_ref().filter(|dir| journal::Station::load(dir).is_ok()) else {
            return;
        };
        let mut kept = settings::load(dir);
        change(&mut kept);
        settings::save(dir, &kept);
    }

    fn opened(&mut self) -> Option<Opened> {
        let journal = self.journal()?;
        let me = journal.me();
        let colleagues: Vec<StaffChoice> = journal
            .staff()
            .into_iter()
            .map(|(staff, name, role)| StaffChoice { staff, name, role })
            .collect();
        let staff = colleagues.iter().find(|choice| choice.staff == me).cloned()?;
        // A database that cannot be read is mended at the first reading; the terms then follow.
        let in_force = policy_in_force(journal);
        let (policy, calendar) = in_force.unwrap_or_else(|_| {
            let builtin = policy::builtin();
            (builtin.deadlines, builtin.calendar)
        });
        let organisation = journal.station().organisation.clone();
        let code = journal.station().code.clone();
        let (forms, left_out) = forms::at_hand(self.data.as_deref());
        self.left_out = left_out;
        Some(Opened {
            staff,
            organisation,
            code,
            colleagues,
            policy,
            calendar,
            idle_lock_minutes: IDLE_LOCK_MINUTES,
            forms: Arc::new(forms),
        })
    }

    /// Reads the search cards on a thread of their own, so that the desk can work meanwhile.
    fn fill_finder(&mut self) {
        let finder = Arc::clone(&self.finder);
        let Some(journal) = self.journal() else { return };
        let (Ok(reader), Ok(shelf)) = (journal.card_reader(), journal.card_reader()) else {
            return;
        };
        finder.ask(Find::Shelf(shelf));
        let fill = move || {
            let mut cards = Vec::with_capacity(CARDS_AT_A_TIME);
            let read = reader.read(&mut |card| {
                cards.push(card);
                if cards.len() == CARDS_AT_A_TIME {
                    finder.ask(Find::PutMany(std::mem::take(&mut cards)));
                }
            });
            finder.ask(Find::PutMany(cards));
            if read.is_ok() {
                finder.ask(Find::Complete);
            }
        };
        // Without a thread the cards are not read: searching then says that it is not complete.
        let _no_thread = std::thread::Builder::new().name("cards".to_owned()).spawn(fill);
    }

    fn tell_progress(&self, progress: journal::Progress) {
        let (what, done, total) = match progress {
            journal::Progress::Unlocking | journal::Progress::Opening => return,
            journal::Progress::Reading(done, total) => (Key::WorkRebuild, done, total),
            journal::Progress::Rebuilding(done, total) => (Key::WorkRebuild, done, total),
            journal::Progress::Checking(done, total) => (Key::WorkRebuild, done, total),
        };
        let progress = Progress { what, done, total, standing: Standing::Over };
        self.tell(Message::Working(progress));
    }
}
