//! Signals: a thread that waits for them and tells the loop, and a watchdog behind it.
//!
//! After a hang-up or a request to end, the draft must be saved even if the loop hangs, and the
//! process must be gone within two seconds. So the receiver is called on the signal thread, and
//! the watchdog starts before it. Ctrl+C and Ctrl+Z are keys in raw mode and do not come here.

use std::io;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::{Handle, Signals};

use crate::shell::terminal::restore::restore_within;

/// After this the process ends, whatever it is doing.
const END_WITHIN: Duration = Duration::from_millis(1_700);
/// Of which giving back the terminal may take this much more.
const RESTORE_WITHIN: Duration = Duration::from_millis(200);

/// What the world outside wants of us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The terminal is gone. Save the draft and end.
    HangUp,
    /// Someone asks us to end. Save the draft and end.
    Terminate,
    /// The terminal has another size.
    Resize,
}

/// The listening thread; ends when this is closed.
#[derive(Debug)]
pub struct Listener {
    handle: Handle,
}

impl Listener {
    /// Stops listening; the signals are ignored from then on.
    pub fn close(&self) {
        self.handle.close();
    }
}

/// Starts listening. `tell` is called on the signal thread and may take its time to save a draft:
/// the watchdog is already running then.
///
/// # Errors
/// When the handlers cannot be installed or the thread cannot be started.
pub fn listen(tell: impl FnMut(Signal) + Send + 'static) -> io::Result<Listener> {
    listen_with(tell, guard_end)
}

/// Before there is a screen: calls `end` on the signal thread when somebody asks the program to
/// end or the terminal goes away, with the number of the signal.
///
/// # Errors
/// When the handlers cannot be installed or the thread cannot be started.
pub fn on_end(mut end: impl FnMut(i32) + Send + 'static) -> io::Result<Listener> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    let handle = signals.handle();
    let wait = move || signals.forever().for_each(&mut end);
    thread::Builder::new().name("signals".to_owned()).spawn(wait)?;
    Ok(Listener { handle })
}

fn listen_with(
    mut tell: impl FnMut(Signal) + Send + 'static,
    mut ending: impl FnMut(i32) + Send + 'static,
) -> io::Result<Listener> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH])?;
    let handle = signals.handle();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let mut ends = false;
        for number in signals.forever() {
            let signal = match number {
                SIGWINCH => Signal::Resize,
                SIGHUP => Signal::HangUp,
                _ => Signal::Terminate,
            };
            if signal != Signal::Resize && !ends {
                ends = true;
                ending(number);
            }
            tell(signal);
        }
    })?;
    Ok(Listener { handle })
}

/// Starts the watchdog: the process ends with 128 + the signal, as a shell would report it.
fn guard_end(number: i32) {
    let end = move || {
        thread::sleep(END_WITHIN);
        restore_within(RESTORE_WITHIN);
        std::process::exit(128 + number);
    };
    if thread::Builder::new().name("watchdog".to_owned()).spawn(end).is_err() {
        // No thread to be had: better to end at once than never.
        std::process::exit(128 + number);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_signal_is_told_and_an_end_is_guarded_once() {
        let (told, tells) = mpsc::channel();
        let (guarded, guards) = mpsc::channel();
        let listener = listen_with(
            move |signal| told.send(signal).unwrap_or_default(),
            move |number| guarded.send(number).unwrap_or_default(),
        )
        .expect("a listener");
        for number in [SIGWINCH, SIGHUP, SIGTERM] {
            signal_hook::low_level::raise(number).expect("raised");
            tells.recv().expect("told");
        }
        listener.close();
        assert_eq!(guards.iter().collect::<Vec<_>>(), [SIGHUP]);
    }
}
