//! The terminal: taking it, drawing on it, reading from it, giving it back.
//!
//! [`Screen`] is the one way to draw. Every frame is drawn in a guard (a record that makes a
//! widget panic shows a plain fallback and the program lives on), painted by our own backend,
//! filtered, and paced by the terminal's answers. Nothing is asked of the terminal at the start.
//! What to draw, and what to do in a window too small, is the view's business.

pub mod backend;
pub mod filter;
pub mod input;
pub mod pacing;
mod paint;
mod pen;
pub mod restore;
mod scroll;

#[cfg(test)]
mod screen_tests;

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::time::{Duration, Instant};

use ratatui::{Frame, Terminal};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use rustix::termios::{OptionalActions, tcgetattr, tcgetwinsize, tcsetattr};

use self::backend::{Backend, tidy};
use self::pacing::Pacing;
use crate::shell::harden::{PanicPlace, catching};

/// Used when the terminal does not tell its size.
const SIZE_UNTOLD: (u16, u16) = (80, 24);
/// How long leaving waits for an answer that is still on its way.
const ANSWER_WAIT: Duration = Duration::from_millis(150);

/// What became of a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawn {
    /// It was drawn as asked.
    Whole,
    /// Drawing panicked at this place; the fallback was drawn instead. Worth noting down.
    Fallback(PanicPlace),
}

/// The screen, from taking the terminal until giving it back.
#[derive(Debug)]
pub struct Screen {
    canvas: Canvas<File>,
    tty: File,
}

impl Screen {
    /// Takes the terminal of this process: raw mode, the other screen, bracketed paste, no cursor.
    /// It is given back by [`Screen::leave`], when the screen is dropped, on a panic that is not
    /// caught, and by the watchdog of [`crate::shell::signals`].
    ///
    /// # Errors
    /// When the process has no terminal or it cannot be put into raw mode; nothing has changed
    /// then.
    pub fn enter() -> io::Result<Screen> {
        let flags = i32::try_from(OFlags::NOCTTY.bits()).unwrap_or(0);
        let tty = OpenOptions::new().read(true).write(true).custom_flags(flags).open("/dev/tty")?;
        let found = tcgetattr(&tty)?;
        let (columns, rows) = size_of(&tty).unwrap_or(SIZE_UNTOLD);
        let (mut sink, kept) = (tty.try_clone()?, tty.try_clone()?);
        let mut raw = found.clone();
        raw.make_raw();
        restore::remember(kept, found);
        let taken = tcsetattr(&tty, OptionalActions::Now, &raw)
            .map_err(io::Error::from)
            .and_then(|()| sink.write_all(restore::ENTER))
            .and_then(|()| Canvas::new(sink, columns, rows));
        match taken {
            Ok(canvas) => Ok(Screen { canvas, tty }),
            Err(error) => {
                restore::restore();
                Err(error)
            }
        }
    }

    /// A second handle on the terminal, for [`input::Reader::start`].
    ///
    /// # Errors
    /// When the process has no file descriptor left.
    pub fn input(&self) -> io::Result<File> {
        self.tty.try_clone()
    }

    /// Reads the terminal's size again, after [`crate::shell::signals::Signal::Resize`] or whenever
    /// in doubt. If it changed, the next frame is sent whole. A terminal that no longer tells its
    /// size keeps the one it had. Returns columns and rows as they are drawn.
    pub fn resized(&mut self) -> (u16, u16) {
        if let Some((columns, rows)) = size_of(&self.tty) {
            self.canvas.set_size(columns, rows);
        }
        self.canvas.terminal.backend().columns_rows()
    }

    /// The next frame is sent whole, over a wiped screen (Ctrl+L).
    ///
    /// # Errors
    /// Never in practice: nothing is sent here.
    pub fn repaint(&mut self) -> io::Result<()> {
        self.canvas.repaint()
    }

    /// Brackets large frames with `?2026`; only for a terminal known to understand it.
    pub fn synchronise(&mut self, on: bool) {
        self.canvas.terminal.backend_mut().synchronise(on);
    }

    /// Draws a frame. Does not look at [`Screen::may_draw`]: the loop does, so that it can put
    /// first frames and farewells through.
    ///
    /// # Errors
    /// When the terminal takes no bytes any more: treat it as a hang-up, it may be noticed here
    /// first. Save the draft and end.
    pub fn draw(
        &mut self,
        now: Instant,
        render: impl FnOnce(&mut Frame<'_>),
        fallback: impl FnOnce(&mut Frame<'_>),
    ) -> io::Result<Drawn> {
        self.canvas.draw(now, render, fallback)
    }

    /// Whether the last frame has arrived, so that another may be sent.
    pub fn may_draw(&mut self, now: Instant) -> bool {
        self.canvas.pacing.may_draw(now)
    }

    /// [`input::InputEvent::Answer`] came in.
    pub fn answered(&mut self) {
        self.canvas.pacing.answered();
    }

    /// When a frame that is due but may not be drawn yet should be tried again at the latest.
    pub fn next_look(&self) -> Option<Instant> {
        self.canvas.pacing.next_look()
    }

    /// Bytes the last frame wrote, and what the allow-list dropped since the start.
    pub fn figures(&self) -> (usize, u64) {
        let backend = self.canvas.terminal.backend();
        (backend.sent_bytes(), backend.dropped())
    }

    /// Gives the terminal back. Stop the [`input::Reader`] first: an answer still on its way is
    /// then read here instead of landing in the shell.
    pub fn leave(mut self) {
        if self.canvas.pacing.expects_answer() {
            self.take_last_answer();
        }
        drop(self);
    }

    fn take_last_answer(&mut self) {
        let until = Instant::now() + ANSWER_WAIT;
        let mut buffer = [0_u8; 256];
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let wait = Timespec { tv_sec: 0, tv_nsec: i64::from(left.subsec_nanos()) };
            let ready = poll(&mut [PollFd::new(&self.tty, PollFlags::IN)], Some(&wait));
            if !matches!(ready, Ok(1..)) {
                return;
            }
            match self.tty.read(&mut buffer) {
                Ok(count) if count > 0 && !buffer[..count].contains(&b'R') => {}
                _ => return,
            }
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore::restore();
    }
}

/// Columns and rows as the kernel knows them; `None` if it does not, or the terminal is gone.
fn size_of(tty: &File) -> Option<(u16, u16)> {
    let size = tcgetwinsize(tty).ok()?;
    (size.ws_col > 0 && size.ws_row > 0).then_some((size.ws_col, size.ws_row))
}

/// Frames over any sink: what [`Screen`] does without a terminal, so that tests can watch it.
#[derive(Debug)]
struct Canvas<W: Write> {
    terminal: Terminal<Backend<W>>,
    pacing: Pacing,
}

impl<W: Write> Canvas<W> {
    fn new(sink: W, columns: u16, rows: u16) -> io::Result<Canvas<W>> {
        let terminal = Terminal::new(Backend::new(sink, columns, rows))?;
        Ok(Canvas { terminal, pacing: Pacing::default() })
    }

    fn set_size(&mut self, columns: u16, rows: u16) {
        self.terminal.backend_mut().set_size(columns, rows);
    }

    fn repaint(&mut self) -> io::Result<()> {
        self.terminal.clear()
    }

    fn draw(
        &mut self,
        now: Instant,
        render: impl FnOnce(&mut Frame<'_>),
        fallback: impl FnOnce(&mut Frame<'_>),
    ) -> io::Result<Drawn> {
        let asks = self.pacing.asks();
        self.terminal.backend_mut().ask_after_frame(asks);
        let mut drawn = Drawn::Whole;
        self.terminal.draw(|frame| {
            if let Err(place) = catching(|| render(frame)) {
                drawn = Drawn::Fallback(place);
                frame.buffer_mut().reset();
                if catching(|| fallback(frame)).is_err() {
                    frame.buffer_mut().reset();
                }
            }
            tidy(frame.buffer_mut());
        })?;
        if asks && self.terminal.backend().sent_bytes() > 0 {
            self.pacing.asked(now);
        }
        Ok(drawn)
    }
}
