//! The first statements of `main`: what the process may not do, and what a panic may not say.
//!
//! Files are made for the owner alone, no core is dumped, no debugger of the same user may look
//! in, no child gains rights. A panic prints its place and never its payload: the payload may be a
//! name or an address.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::ThreadId;

use rustix::fs::Mode;
use rustix::process::{
    DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit, umask,
};

use crate::shell::terminal::restore;

/// Places kept of panics off the main thread; more would be noise.
const PLACES_MAX: usize = 16;

/// Where a panic happened: file, line, column. No payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanicPlace(String);

impl fmt::Display for PanicPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

thread_local! {
    static GUARDS: Cell<u32> = const { Cell::new(0) };
    static LAST: RefCell<Option<PanicPlace>> = const { RefCell::new(None) };
}

static MAIN: OnceLock<ThreadId> = OnceLock::new();
static PLACES: Mutex<Vec<PanicPlace>> = Mutex::new(Vec::new());

/// Call first of all, on the main thread. Does everything it can even if one step fails.
///
/// # Errors
/// The first step the system refused; the others were taken. Worth a warning, no reason to stop.
pub fn begin() -> io::Result<()> {
    umask(Mode::RWXG | Mode::RWXO);
    set_panic_hook();
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let steps = [
        setrlimit(Resource::Core, none),
        set_dumpable_behavior(DumpableBehavior::NotDumpable),
        rustix::thread::set_no_new_privs(true),
    ];
    steps.into_iter().collect::<Result<(), _>>().map_err(io::Error::from)
}

/// Runs `f`; if it panics, tells where. The panic prints nothing and the terminal stays ours.
///
/// # Errors
/// The place of the panic. What `f` was working on may be half done.
pub fn catching<R>(f: impl FnOnce() -> R) -> Result<R, PanicPlace> {
    GUARDS.set(GUARDS.get() + 1);
    let result = catch_unwind(AssertUnwindSafe(f));
    GUARDS.set(GUARDS.get() - 1);
    result.map_err(|payload| {
        // Dropping a payload may itself panic; that one ends the process, which is right.
        drop(payload);
        LAST.take().unwrap_or_else(|| PanicPlace("?".to_owned()))
    })
}

/// The places of panics on other threads since the last call, for the audit log.
pub fn take_places() -> Vec<PanicPlace> {
    std::mem::take(&mut *PLACES.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Replaces the panic hook; the thread that calls this counts as the main thread.
pub fn set_panic_hook() {
    MAIN.get_or_init(|| std::thread::current().id());
    std::panic::set_hook(Box::new(hook));
}

fn hook(info: &PanicHookInfo<'_>) {
    let place = PanicPlace(place_of(info));
    if GUARDS.try_with(Cell::get).unwrap_or(0) > 0 {
        let _thread_ends = LAST.try_with(|last| last.replace(Some(place)));
        return;
    }
    let on_main = MAIN.get() == Some(&std::thread::current().id());
    let mut places = PLACES.lock().unwrap_or_else(PoisonError::into_inner);
    if places.len() < PLACES_MAX {
        places.push(place.clone());
    }
    drop(places);
    // Another thread's panic must not smudge a screen that lives on.
    if on_main || !restore::is_ours() {
        restore::restore();
        use io::Write as _;
        let _no_stderr = writeln!(io::stderr(), "beschermd: panic at {place}");
    }
}

/// The last parts of the file's path (the build machine's directories are nobody's business), the
/// line and the column.
fn place_of(info: &PanicHookInfo<'_>) -> String {
    let Some(location) = info.location() else { return "?".to_owned() };
    let file = location.file();
    let parts: Vec<&str> = file.rsplit(['/', '\\']).take(4).collect();
    let file: Vec<&str> = parts.into_iter().rev().collect();
    format!("{}:{}:{}", file.join("/"), location.line(), location.column())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic, reason = "tests")]
    use super::*;

    #[test]
    fn a_caught_panic_tells_its_place_and_not_its_payload() {
        set_panic_hook();
        let place = catching(|| panic!("Kanarie van Dijk")).expect_err("it panics").to_string();
        assert!(place.contains("harden.rs:") && !place.contains("Kanarie"), "{place}");
        assert_eq!(catching(|| 7), Ok(7));
        assert_eq!(GUARDS.get(), 0);
    }

    #[test]
    fn a_panic_on_another_thread_is_kept_for_the_log() {
        set_panic_hook();
        let worker = std::thread::spawn(|| panic!("Kanarie"));
        assert!(worker.join().is_err());
        assert!(take_places().iter().any(|place| place.to_string().contains("harden.rs:")));
    }
}
