//! From the terminal's bytes to keys, and the thread that waits for them.
//!
//! Our own parser, because crossterm keeps the terminal's answer to the cursor question (by which
//! frames are paced) to itself and spins when the terminal is gone. Its key types are used as the
//! vocabulary. [`Parser`] is pure; [`Reader`] is a thread that sleeps until a byte comes and wakes
//! for nothing else. There is no mouse, and focus reports are swallowed.

use std::fs::File;
use std::io::{self, Write};
use std::thread::JoinHandle;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

/// What is kept of one paste; the rest is dropped and said to be.
pub const PASTE_BYTES_MAX: usize = 4 * 1024 * 1024;
/// How long a lone ESC may be the beginning of a longer sequence.
pub const ESCAPE_WAIT: Duration = Duration::from_millis(50);
/// Longest sequence that is looked at; no terminal sends one half as long.
const SEQUENCE_BYTES_MAX: usize = 64;
/// What ends a bracketed paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// What came in from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputEvent {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted in one go; line ends are `\n`.
    Paste {
        /// The text, not yet made safe.
        text: String,
        /// Whether it is only the beginning: more than [`PASTE_BYTES_MAX`], or the line dropped.
        cut: bool,
    },
    /// The terminal told where its cursor is (from 1): the answer to our question.
    Answer {
        /// Row from 1.
        row: u16,
        /// Column from 1.
        column: u16,
    },
    /// The terminal is gone. Comes once and last.
    HangUp,
}

/// Turns bytes into events; keeps what is not complete yet.
#[derive(Debug, Default)]
pub struct Parser {
    pending: Vec<u8>,
    paste: Option<Paste>,
}

#[derive(Debug, Default)]
struct Paste {
    text: Vec<u8>,
    matched: usize,
    cut: bool,
}

/// What the pending bytes amount to.
enum Step {
    /// Not complete.
    More,
    /// A whole sequence of this many bytes, meaning this (or nothing).
    Done(usize, Option<InputEvent>),
}

impl Parser {
    /// Reads bytes and appends what they mean.
    pub fn feed(&mut self, bytes: &[u8], events: &mut Vec<InputEvent>) {
        for &byte in bytes {
            if let Some(paste) = &mut self.paste {
                if paste.push(byte) {
                    let paste = self.paste.take().unwrap_or_default();
                    events.push(paste.event());
                }
                continue;
            }
            self.pending.push(byte);
            self.drain(events);
        }
    }

    /// Whether something is pending that means something else if nothing follows soon.
    pub fn waits(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Nothing followed in [`ESCAPE_WAIT`]: a lone ESC is the Esc key.
    pub fn expire(&mut self, events: &mut Vec<InputEvent>) {
        let pending = std::mem::take(&mut self.pending);
        let event = match pending.as_slice() {
            [] => None,
            [0x1b] => Some(key(KeyCode::Esc)),
            [0x1b, letter @ (b'[' | b'O')] => Some(alt(char::from(*letter))),
            [0x1b, ..] => None,
            _ => Some(character('\u{fffd}')),
        };
        events.extend(event);
    }

    /// The terminal is gone: what was half pasted is handed over.
    pub fn finish(&mut self, events: &mut Vec<InputEvent>) {
        self.pending.clear();
        if let Some(mut paste) = self.paste.take() {
            paste.cut = true;
            events.push(paste.event());
        }
        events.push(InputEvent::HangUp);
    }

    fn drain(&mut self, events: &mut Vec<InputEvent>) {
        while !self.pending.is_empty() {
            if self.pending == b"\x1b[200~" {
                self.pending.clear();
                self.paste = Some(Paste::default());
                return;
            }
            match step(&self.pending) {
                Step::More => return,
                Step::Done(used, event) => {
                    self.pending.drain(..used.max(1));
                    events.extend(event);
                }
            }
        }
    }
}

impl Paste {
    /// Takes a byte; true when the paste is complete.
    fn push(&mut self, byte: u8) -> bool {
        if PASTE_END.get(self.matched) == Some(&byte) {
            self.matched += 1;
            return self.matched == PASTE_END.len();
        }
        let (matched, again) = (self.matched, byte == 0x1b);
        self.matched = usize::from(again);
        self.keep(&PASTE_END[..matched]);
        if !again {
            self.keep(&[byte]);
        }
        false
    }

    fn keep(&mut self, bytes: &[u8]) {
        if self.text.len() + bytes.len() > PASTE_BYTES_MAX {
            self.cut = true;
        } else if !self.cut {
            self.text.extend_from_slice(bytes);
        }
    }

    fn event(self) -> InputEvent {
        let text = String::from_utf8_lossy(&self.text).replace("\r\n", "\n").replace('\r', "\n");
        InputEvent::Paste { text, cut: self.cut }
    }
}

fn step(bytes: &[u8]) -> Step {
    match bytes {
        [0x1b] => Step::More,
        [0x1b, 0x1b, ..] => Step::Done(1, Some(key(KeyCode::Esc))),
        [0x1b, b'[', rest @ ..] => control_sequence(rest),
        [0x1b, b'O', rest @ ..] => match rest.first() {
            None => Step::More,
            Some(letter) => Step::Done(3, single_shift(*letter)),
        },
        [0x1b, rest @ ..] => match plain(rest) {
            Step::Done(used, Some(InputEvent::Key(mut event))) => {
                event.modifiers |= KeyModifiers::ALT;
                Step::Done(used + 1, Some(InputEvent::Key(event)))
            }
            Step::Done(used, other) => Step::Done(used + 1, other),
            Step::More => Step::More,
        },
        _ => plain(bytes),
    }
}

/// A key without ESC before it: a control key or a character in UTF-8.
fn plain(bytes: &[u8]) -> Step {
    let Some(&first) = bytes.first() else { return Step::More };
    let event = match first {
        b'\r' => key(KeyCode::Enter),
        b'\t' => key(KeyCode::Tab),
        0x08 | 0x7f => key(KeyCode::Backspace),
        0x00 => control(' '),
        0x01..=0x1a => control(char::from(first - 1 + b'a')),
        0x1b..=0x1f => control(char::from(first - 0x1c + b'4')),
        0x20..=0x7e => character(char::from(first)),
        _ => return utf8(bytes, first),
    };
    Step::Done(1, Some(event))
}

fn utf8(bytes: &[u8], first: u8) -> Step {
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Step::Done(1, Some(character('\u{fffd}'))),
    };
    let have = &bytes[..bytes.len().min(length)];
    match std::str::from_utf8(have) {
        Ok(text) => {
            let event = text.chars().next().filter(|c| !c.is_control()).map(character);
            Step::Done(length, event)
        }
        Err(error) if error.error_len().is_none() => Step::More,
        // The bad byte may begin something else: only what went before it is used up.
        Err(error) => {
            let used = error.valid_up_to() + error.error_len().unwrap_or(1);
            Step::Done(used, Some(character('\u{fffd}')))
        }
    }
}

/// What follows `ESC [`.
fn control_sequence(rest: &[u8]) -> Step {
    if let [b'[', tail @ ..] = rest {
        // The Linux console: ESC [ [ A is F1.
        return match tail.first() {
            None => Step::More,
            Some(letter @ b'A'..=b'E') => Step::Done(4, Some(function(letter - b'A' + 1))),
            Some(_) => Step::Done(3, None),
        };
    }
    let body = rest.iter().take_while(|byte| (0x20..=0x3f).contains(*byte)).count();
    match rest.get(body) {
        None if body < SEQUENCE_BYTES_MAX => Step::More,
        None => Step::Done(2 + body, None),
        Some(last @ 0x40..=0x7e) => Step::Done(3 + body, sequence_meaning(&rest[..body], *last)),
        // A control byte breaks the sequence off and is read for itself.
        Some(_) => Step::Done(2 + body, None),
    }
}

fn sequence_meaning(body: &[u8], last: u8) -> Option<InputEvent> {
    let text = std::str::from_utf8(body).ok()?;
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b';' || byte == b':') {
        return None;
    }
    let mut fields = text.split(';').map(|field| {
        let mut parts = field.split(':').map(|part| part.parse::<u32>().unwrap_or(0));
        (parts.next().unwrap_or(0), parts.next().unwrap_or(1))
    });
    let (first, _) = fields.next().unwrap_or((0, 1));
    let second = fields.next();
    let third = fields.next().map(|(value, _)| value);
    let (mask, kind) = second.unwrap_or((1, 1));
    if kind == 3 {
        return None; // A key let go, from a terminal told by someone else to report it.
    }
    let held = modifiers(mask);
    let with = |code: KeyCode| Some(InputEvent::Key(KeyEvent::new(code, held)));
    match last {
        b'A' => with(KeyCode::Up),
        b'B' => with(KeyCode::Down),
        b'C' => with(KeyCode::Right),
        b'D' => with(KeyCode::Left),
        b'H' => with(KeyCode::Home),
        b'F' => with(KeyCode::End),
        b'Z' => Some(InputEvent::Key(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT))),
        b'P' => with(KeyCode::F(1)),
        b'Q' => with(KeyCode::F(2)),
        b'S' => with(KeyCode::F(4)),
        b'R' if second.is_none() => with(KeyCode::F(3)),
        b'R' => {
            let (row, column) = (u16::try_from(first).ok()?, u16::try_from(mask).ok()?);
            Some(InputEvent::Answer { row, column })
        }
        b'~' if first == 27 => coded(third?, held),
        b'~' => with(numbered(first)?),
        b'u' => coded(first, held),
        _ => None,
    }
}

/// `ESC [ n ~`.
fn numbered(number: u32) -> Option<KeyCode> {
    let number = u8::try_from(number).ok()?;
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23 | 24 => KeyCode::F(number - 12),
        _ => return None,
    })
}

/// A key given by its code point (`CSI u`, `modifyOtherKeys`).
fn coded(code: u32, held: KeyModifiers) -> Option<InputEvent> {
    let code = match char::from_u32(code)? {
        '\r' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        '\u{1b}' => KeyCode::Esc,
        '\u{8}' | '\u{7f}' => KeyCode::Backspace,
        c if c.is_control() || ('\u{e000}'..='\u{f8ff}').contains(&c) => return None,
        c => KeyCode::Char(c),
    };
    Some(InputEvent::Key(KeyEvent::new(code, held)))
}

/// `ESC O x`: cursor keys and the numeric keypad in application mode.
fn single_shift(letter: u8) -> Option<InputEvent> {
    Some(match letter {
        b'A' => key(KeyCode::Up),
        b'B' => key(KeyCode::Down),
        b'C' => key(KeyCode::Right),
        b'D' => key(KeyCode::Left),
        b'H' => key(KeyCode::Home),
        b'F' => key(KeyCode::End),
        b'I' => key(KeyCode::Tab),
        b'M' => key(KeyCode::Enter),
        b'P'..=b'S' => function(letter - b'P' + 1),
        b'X' => character('='),
        b'j'..=b'y' => character(char::from(letter - b'j' + b'*')),
        _ => return None,
    })
}

fn modifiers(mask: u32) -> KeyModifiers {
    let bits = mask.saturating_sub(1);
    let mut held = KeyModifiers::NONE;
    for (bit, modifier) in
        [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)]
    {
        held.set(modifier, bits & bit != 0);
    }
    held
}

fn key(code: KeyCode) -> InputEvent {
    InputEvent::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn function(number: u8) -> InputEvent {
    key(KeyCode::F(number))
}

fn control(c: char) -> InputEvent {
    InputEvent::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL))
}

fn alt(c: char) -> InputEvent {
    InputEvent::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT))
}

fn character(c: char) -> InputEvent {
    let held = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    InputEvent::Key(KeyEvent::new(KeyCode::Char(c), held))
}

/// The input thread. It ends by itself after [`InputEvent::HangUp`].
#[derive(Debug)]
pub struct Reader {
    stop: io::PipeWriter,
    thread: JoinHandle<()>,
}

impl Reader {
    /// Starts reading. `send` is called for every event, on the input thread; when it returns
    /// false, the thread ends.
    ///
    /// # Errors
    /// When no pipe or no thread can be made.
    pub fn start(
        tty: File,
        send: impl FnMut(InputEvent) -> bool + Send + 'static,
    ) -> io::Result<Reader> {
        let (stopped, stop) = io::pipe()?;
        let thread = std::thread::Builder::new()
            .name("input".to_owned())
            .spawn(move || read_until_gone(&tty, &stopped, send))?;
        Ok(Reader { stop, thread })
    }

    /// Wakes the thread and waits until it has ended.
    pub fn stop(mut self) {
        // A thread that has already ended has closed its side: nothing to wake then.
        let _gone = self.stop.write_all(b"x");
        let _panicked = self.thread.join();
    }
}

fn read_until_gone(tty: &File, stopped: &io::PipeReader, mut send: impl FnMut(InputEvent) -> bool) {
    let mut parser = Parser::default();
    let mut events = Vec::new();
    let mut buffer = vec![0_u8; 64 * 1024];
    let wait = Timespec { tv_sec: 0, tv_nsec: i64::from(ESCAPE_WAIT.subsec_nanos()) };
    loop {
        let ready = {
            let mut sources =
                [PollFd::new(tty, PollFlags::IN), PollFd::new(stopped, PollFlags::IN)];
            let count = poll(&mut sources, parser.waits().then_some(&wait));
            match count {
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(_) => PollFlags::HUP,
                Ok(0) => PollFlags::empty(),
                Ok(_) if !sources[1].revents().is_empty() => return,
                Ok(_) => sources[0].revents(),
            }
        };
        if ready.is_empty() {
            parser.expire(&mut events);
        } else if ready.contains(PollFlags::IN) {
            match rustix::io::read(tty, &mut buffer) {
                Ok(0) => parser.finish(&mut events),
                Ok(count) => parser.feed(&buffer[..count], &mut events),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => parser.finish(&mut events),
            }
        } else {
            parser.finish(&mut events);
        }
        for event in events.drain(..) {
            let last = event == InputEvent::HangUp;
            if !send(event) || last {
                return;
            }
        }
    }
}

#[cfg(test)]
#[path = "input_tests.rs"]
mod tests;
