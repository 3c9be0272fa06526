//! Giving the terminal back as it was found, from wherever that becomes necessary.
//!
//! The screen's own end, a panic and the watchdog after a hang-up all come here; whoever is first
//! restores, the others find nothing left to do. This is the only global state of the shell: a
//! panic hook cannot be handed anything.

use std::fs::File;
use std::io::Write;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rustix::termios::{OptionalActions, Termios, tcsetattr};

/// To the other screen, paste in brackets, no cursor.
pub(super) const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l";
/// The way back: plain pen, whole screen scrolls, then the modes in reverse order.
pub(super) const LEAVE: &[u8] = b"\x1b[m\x1b[r\x1b[?25h\x1b[?2004l\x1b[?1049l";

struct Found {
    tty: File,
    modes: Termios,
}

static FOUND: Mutex<Option<Found>> = Mutex::new(None);

/// Remembers how the terminal was found.
pub(super) fn remember(tty: File, modes: Termios) {
    *FOUND.lock().unwrap_or_else(PoisonError::into_inner) = Some(Found { tty, modes });
}

/// Whether the terminal is ours at this moment.
pub fn is_ours() -> bool {
    FOUND.lock().unwrap_or_else(PoisonError::into_inner).is_some()
}

/// Gives the terminal back: leaves the other screen, shows the cursor, ends raw mode and throws
/// away unread input (a late answer must not land in the shell). Does nothing the second time.
/// A terminal that is gone is no error: there is nobody left to tell.
pub fn restore() {
    let found = FOUND.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(mut found) = found {
        let _gone = found.tty.write_all(LEAVE);
        let _gone = tcsetattr(&found.tty, OptionalActions::Flush, &found.modes);
    }
}

/// As [`restore`], but gives up after `limit`: a terminal that was stopped with Ctrl+S takes no
/// bytes and would hold us for ever.
pub fn restore_within(limit: Duration) {
    let (done, waiting) = std::sync::mpsc::channel();
    let started = std::thread::Builder::new().name("restore".to_owned()).spawn(move || {
        restore();
        let _nobody_waits = done.send(());
    });
    if started.is_ok() {
        let _out_of_time = waiting.recv_timeout(limit);
    }
}
