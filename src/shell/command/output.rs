//! Where results and messages go: results to standard output, words for people to standard error.
//!
//! A closed pipe ends a command quietly. Text from outside passes [`SafeText`] before it is
//! printed as a line; JSON carries the original, escaped. Deliberately absent: colours.

use super::exit::Stop;
use crate::text::{Arg, Key, SafeText, Text};
use serde::Serialize;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// How a list is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines for people.
    Lines,
    /// One JSON document.
    Json,
    /// One JSON object a line.
    JsonLines,
}

/// Standard output, buffered.
#[derive(Debug)]
pub struct Output {
    out: io::BufWriter<io::Stdout>,
    /// Items printed of the list that is being printed.
    items: usize,
}

impl Default for Output {
    fn default() -> Self {
        Self { out: io::BufWriter::with_capacity(32 * 1024, io::stdout()), items: 0 }
    }
}

impl Output {
    /// Prints bytes as they are: a completion script, a manual page.
    ///
    /// # Errors
    /// When nobody reads any more, or the disk behind it is full.
    pub fn raw(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        self.out.write_all(bytes).map_err(|error| stop(&error))
    }

    /// Prints a line of our own words and values already made safe.
    ///
    /// # Errors
    /// See [`Self::raw`].
    pub fn line(&mut self, line: &str) -> Result<(), Stop> {
        self.raw(line.as_bytes())?;
        self.raw(b"\n")
    }

    /// Prints a JSON document, indented.
    ///
    /// # Errors
    /// See [`Self::raw`].
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Stop> {
        serde_json::to_writer_pretty(&mut self.out, value)
            .map_err(|error| stop(&io::Error::from(error)))?;
        self.raw(b"\n")
    }

    /// Prints one item of a list: a line of its own, or an element of an array that
    /// [`Self::end_list`] closes. Lines for people are printed by the caller.
    ///
    /// # Errors
    /// See [`Self::raw`].
    pub fn item(&mut self, format: Format, value: &impl Serialize) -> Result<(), Stop> {
        let before: &[u8] = match (format, self.items) {
            (Format::Lines, _) => return Ok(()),
            (Format::JsonLines, _) => b"",
            (Format::Json, 0) => b"[\n  ",
            (Format::Json, _) => b",\n  ",
        };
        self.raw(before)?;
        serde_json::to_writer(&mut self.out, value)
            .map_err(|error| stop(&io::Error::from(error)))?;
        self.items += 1;
        if format == Format::JsonLines { self.raw(b"\n") } else { Ok(()) }
    }

    /// Ends a list begun with [`Self::item`]; an empty list is `[]`.
    ///
    /// # Errors
    /// See [`Self::raw`].
    pub fn end_list(&mut self, format: Format) -> Result<(), Stop> {
        let items = std::mem::take(&mut self.items);
        match (format, items) {
            (Format::Lines | Format::JsonLines, _) => Ok(()),
            (Format::Json, 0) => self.raw(b"[]\n"),
            (Format::Json, _) => self.raw(b"\n]\n"),
        }
    }

    /// Hands everything over. Must be called: a full disk may only show here.
    ///
    /// # Errors
    /// See [`Self::raw`].
    pub fn flush(&mut self) -> Result<(), Stop> {
        self.out.flush().map_err(|error| stop(&error))
    }
}

fn stop(error: &io::Error) -> Stop {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Stop::OutputClosed,
        _ => Stop::OutputFailed,
    }
}

/// Tells a person something on standard error. Nobody reading it is no reason to fail.
pub fn tell(message: &str) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}

/// Text from outside, fit for a terminal, on one line.
#[must_use]
pub fn safe(raw: &str) -> String {
    SafeText::new(raw).as_str().to_owned()
}

/// A path, fit for a terminal.
#[must_use]
pub fn safe_path(path: &Path) -> String {
    safe(&path.to_string_lossy())
}

/// One line on standard error that is redrawn in place; nothing when that is no terminal.
#[derive(Debug)]
pub struct Bar {
    shown: bool,
    last: Option<Instant>,
}

impl Bar {
    const REDRAW: Duration = Duration::from_millis(100);

    /// A bar that shows itself only on a terminal.
    #[must_use]
    pub fn new() -> Self {
        Self { shown: io::stderr().is_terminal(), last: None }
    }

    /// Shows how far it is: the words of `key` with `done` and `count`.
    pub fn show(&mut self, text: &Text, key: Key, (done, count): (usize, usize)) {
        let soon = self.last.is_some_and(|last| last.elapsed() < Self::REDRAW);
        if !self.shown || (soon && done < count) {
            return;
        }
        self.last = Some(Instant::now());
        let words = text.with(key, &[("done", Arg::from(done)), ("count", Arg::from(count))]);
        let filled = (done.min(count) * 20).checked_div(count).unwrap_or(0);
        let bar: String = (0..20).map(|at| if at < filled { '#' } else { '.' }).collect();
        let _ = write!(io::stderr().lock(), "\r[{bar}] {words}\u{1b}[K");
    }

    /// Takes the line away.
    pub fn clear(&mut self) {
        if self.last.take().is_some() {
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K");
        }
    }
}

impl Default for Bar {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.clear();
    }
}
