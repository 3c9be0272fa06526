//! Opening the workstation for a command: the lock, the passphrase, who it is; and closing it.
//!
//! Deliberately absent: waiting for another process that holds it; it says who does.

use super::exit::{Exit, Stop};
use super::output::{Bar, tell};
use super::{Context, faults};
use crate::domain::id::StaffId;
use crate::domain::time::Moment;
use crate::journal::{Fault, Journal, LockInfo, Locked, Notice, Passphrase, Progress, StaffRef};
use crate::shell::passphrase::{self, Strength, Trouble};
use crate::text::{Key, Text};
use zeroize::Zeroizing;

/// How often a person may type a passphrase before the command gives up.
const TRIES_MAX: usize = 3;

impl Context {
    /// A fault of the journal as the end of this command.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> Stop {
        faults::stop(fault, &self.text)
    }

    /// Stops with the words of a key.
    #[must_use]
    pub fn stop(&self, exit: Exit, key: Key) -> Stop {
        Stop::say(exit, &self.text, key)
    }
}

/// What a second opener is told about us.
#[must_use]
pub fn lock_info(now: Moment) -> LockInfo {
    let name = rustix::termios::ttyname(std::io::stdin(), Vec::new());
    let name = name.or_else(|_| rustix::termios::ttyname(std::io::stderr(), Vec::new()));
    let terminal = name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    LockInfo { owner: user_name(), since: now.rfc3339(), terminal }
}

/// The name of this user to the operating system; the number when it has no name.
fn user_name() -> String {
    let told = |name: &str| std::env::var(name).ok().filter(|name| !name.is_empty());
    let number = || rustix::process::getuid().as_raw().to_string();
    told("USER").or_else(|| told("LOGNAME")).unwrap_or_else(number)
}

/// Opens and unlocks the workstation of `--data`.
///
/// # Errors
/// Everything that keeps it shut, in words.
pub fn open(context: &Context) -> Result<Journal, Stop> {
    open_keeping(context).map(|(journal, _)| journal)
}

/// The same, keeping the passphrase that opened it.
///
/// # Errors
/// As [`open`].
pub fn open_keeping(context: &Context) -> Result<(Journal, Passphrase), Stop> {
    let dir = context.data()?;
    let locked = Locked::open(&dir, &lock_info(context.now));
    let mut locked = locked.map_err(|fault| context.fault(&fault))?;
    let id = context.staff.as_deref().and_then(StaffId::from_hex);
    let typed = context.passphrase_descriptor.is_none();
    for attempt in 1..=TRIES_MAX {
        let passphrase = Passphrase::new(ask(context)?);
        let mut bar = Bar::new();
        let mut show = shown(&mut bar, &context.text);
        match locked.unlock(id.map(StaffRef::Id), &passphrase, &mut show) {
            Ok(journal) => {
                drop(show);
                bar.clear();
                return Ok((checked(context, journal)?, passphrase));
            }
            Err(refused) => {
                drop(show);
                bar.clear();
                let stop = context.fault(&refused.fault);
                let again = matches!(refused.fault, Fault::WrongPassphrase);
                match stop {
                    Stop::Told(_, message) if again && typed && attempt < TRIES_MAX => {
                        tell(&message);
                    }
                    stop => return Err(stop),
                }
                locked = refused.locked;
            }
        }
    }
    Err(context.fault(&Fault::WrongPassphrase))
}

/// Shows a journal's progress on a bar.
pub fn shown<'a>(bar: &'a mut Bar, text: &'a Text) -> impl FnMut(Progress) + use<'a> {
    move |progress| {
        let (key, count) = faults::progress(progress);
        bar.show(text, key, count);
    }
}

/// Tells what was found and healed, and makes sure that it is who `--as` says.
fn checked(context: &Context, mut journal: Journal) -> Result<Journal, Stop> {
    tell_notices(&journal.take_notices(), &context.text);
    let me = journal.me();
    let Some(wanted) = &context.staff else { return Ok(journal) };
    let staff = journal.staff();
    let mine = staff.iter().find(|(id, _, _)| *id == me);
    let fits = me.hex() == *wanted || mine.is_some_and(|(_, name, _)| name == wanted);
    if fits { Ok(journal) } else { Err(context.stop(Exit::Refused, Key::CommandNoSuchStaff)) }
}

/// Tells what was found and healed.
pub fn tell_notices(notices: &[Notice], text: &Text) {
    for notice in notices {
        tell(&faults::notice(notice, text));
    }
}

/// Brings what was recorded into the database. It is saved already; a database that fails now is
/// opened anew or rebuilt, and said so.
///
/// # Errors
/// When the database stays unusable; what was recorded is in the feed.
pub fn settle(context: &Context, journal: &mut Journal) -> Result<(), Stop> {
    if journal.settle().is_ok() {
        return Ok(());
    }
    let mut bar = Bar::new();
    let revived = {
        let mut show = shown(&mut bar, &context.text);
        journal.revive(&mut show).and_then(|()| journal.settle())
    };
    bar.clear();
    tell_notices(&journal.take_notices(), &context.text);
    revived.map_err(|fault| context.fault(&fault))
}

/// The passphrase, from the descriptor or from the person.
fn ask(context: &Context) -> Result<Zeroizing<String>, Stop> {
    let read = match context.passphrase_descriptor {
        Some(descriptor) => passphrase::from_descriptor(descriptor),
        None => passphrase::from_terminal(&question(context, Key::CommandAskPassphrase)),
    };
    read.map_err(|trouble| troubled(context, &trouble))
}

/// A new passphrase: one line from the descriptor, or twice from the person with its strength.
///
/// # Errors
/// Everything that is wrong with it, in words.
pub fn ask_new(context: &Context) -> Result<Passphrase, Stop> {
    ask_new_from(context, context.passphrase_descriptor)
}

/// The same, from a descriptor of its own when one is given.
///
/// # Errors
/// As [`ask_new`].
pub fn ask_new_from(context: &Context, descriptor: Option<u32>) -> Result<Passphrase, Stop> {
    let troubled = |trouble: Trouble| troubled(context, &trouble);
    if let Some(descriptor) = descriptor {
        let given = passphrase::from_descriptor(descriptor).map_err(troubled)?;
        passphrase::check_new(&given).map_err(troubled)?;
        return Ok(Passphrase::new(given));
    }
    tell(context.text.get(Key::CommandNewPassphraseWhat));
    for _ in 0..TRIES_MAX {
        let asked = question(context, Key::CommandAskNewPassphrase);
        let given = passphrase::from_terminal(&asked).map_err(troubled)?;
        if let Err(trouble) = passphrase::check_new(&given) {
            tell(&words(context, &trouble));
            continue;
        }
        tell(context.text.get(match passphrase::strength(&given) {
            Strength::Weak => Key::CommandStrengthWeak,
            Strength::Fair => Key::CommandStrengthFair,
            Strength::Strong => Key::CommandStrengthStrong,
        }));
        let asked = question(context, Key::CommandAskPassphraseAgain);
        let again = passphrase::from_terminal(&asked).map_err(troubled)?;
        if *again == *given {
            return Ok(Passphrase::new(given));
        }
        tell(&words(context, &Trouble::Different));
    }
    Err(troubled(Trouble::Different))
}

fn question(context: &Context, key: Key) -> String {
    format!("{}: ", context.text.get(key))
}

fn troubled(context: &Context, trouble: &Trouble) -> Stop {
    let exit = match trouble {
        Trouble::NotReadable(_) | Trouble::Empty(_) | Trouble::NoTerminal => Exit::Usage,
        Trouble::TooLong | Trouble::NotText | Trouble::Different | Trouble::TooShort => {
            Exit::Refused
        }
    };
    Stop::Told(exit, words(context, trouble))
}

fn words(context: &Context, trouble: &Trouble) -> String {
    let text = &context.text;
    match trouble {
        Trouble::NotReadable(n) | Trouble::Empty(n) => {
            text.with(Key::CommandPassphraseNotRead, &[("n", (*n).into())])
        }
        Trouble::NoTerminal => text.get(Key::CommandPassphraseNoTerminal).to_owned(),
        Trouble::TooLong | Trouble::NotText => text.get(Key::CommandPassphraseOdd).to_owned(),
        Trouble::Different => text.get(Key::CommandPassphraseDifferent).to_owned(),
        Trouble::TooShort => {
            text.count(Key::CommandPassphraseShort, passphrase::PASSPHRASE_CHARS_MIN)
        }
    }
}
