//! Taking over from another session of the same user: it is asked to end, saves its draft, and the
//! workstation opens here.

use super::{Desk, State};
use crate::journal::{Fault, Locked};
use crate::shell::command::door::lock_info;
use std::time::{Duration, Instant};

/// How long the other session gets to save its draft and end: it must manage in two seconds.
const PATIENCE: Duration = Duration::from_secs(4);
const LOOK_EVERY: Duration = Duration::from_millis(50);

impl Desk {
    pub(super) fn take_over(&mut self) {
        let (State::Nothing, Some(dir)) = (&self.state, self.data.clone()) else {
            return self.tell_found();
        };
        let info = lock_info(self.now());
        let asked = match Locked::open(&dir, &info) {
            Err(Fault::InUse { pid, .. }) => ask_to_end(pid),
            Ok(locked) => {
                self.state = State::Locked(Box::new(locked));
                false
            }
            Err(_) => false,
        };
        let until = Instant::now() + PATIENCE;
        while asked && Instant::now() < until {
            if let Ok(locked) = Locked::open(&dir, &info) {
                self.state = State::Locked(Box::new(locked));
                break;
            }
            std::thread::sleep(LOOK_EVERY);
        }
        self.tell_found();
    }
}

/// Sends SIGTERM, which makes a session save its draft and leave. The kernel refuses it for
/// processes of other users.
fn ask_to_end(pid: u32) -> bool {
    let pid = i32::try_from(pid).ok().and_then(rustix::process::Pid::from_raw);
    pid.is_some_and(|pid| rustix::process::kill_process(pid, rustix::process::Signal::TERM).is_ok())
}
