//! Our own ratatui backend: a shadow of the screen, the cheapest way to the next one, one write.
//!
//! ratatui hands over changed cells; they are gathered in `next` and nothing is sent before
//! `flush`. Then the rows that changed are painted, with and without letting the terminal scroll,
//! and the shorter of the two goes through the allow-list into one `write`. A frame in which
//! nothing changed writes no byte. The terminal is never asked for its size or its cursor here:
//! the size is told by [`Backend::set_size`], the cursor is known because nobody else writes.

use std::io::{self, Write};

use ratatui::backend::{ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect, Size};

use super::filter::Filter;
use super::paint::{Hand, Painter, row};
use super::pen::Pen;
use super::scroll::{self, Shift};

/// Widest screen that is drawn; a terminal that claims more gets this.
pub const COLUMNS_MAX: u16 = 1_000;
/// Highest screen that is drawn.
pub const ROWS_MAX: u16 = 500;
/// From this size on a frame is bracketed by `?2026`, if the terminal was found to know it.
const SYNCHRONISED_BYTES_MIN: usize = 512;
/// From this size on a visible cursor is hidden while the frame is painted.
const HIDE_CURSOR_BYTES_MIN: usize = 200;
/// Below this size no scroll is looked for: it could not win.
const SCROLL_BYTES_MIN: usize = 40;

/// The question for the cursor's place, by which frames are paced.
const ASK: &[u8] = b"\x1b[6n";

/// The backend over any sink: the terminal in production, a `Vec` in tests.
#[derive(Debug)]
pub struct Backend<W: Write> {
    sink: W,
    size: Size,
    /// What the terminal shows.
    shown: Buffer,
    /// What it is to show.
    next: Buffer,
    dirty: Dirty,
    /// The terminal must be wiped before the next frame.
    wipe: bool,
    hand: Hand,
    cursor_shown: bool,
    cursor_wanted: Option<Position>,
    cursor_last: Position,
    ask: bool,
    synchronised: bool,
    filter: Filter,
    plain: Vec<u8>,
    scrolled: Vec<u8>,
    frame: Vec<u8>,
    sent_bytes: usize,
}

impl<W: Write> Backend<W> {
    /// A backend for a screen of this many columns and rows, whose content is unknown: the first
    /// frame wipes it. The terminal's cursor is taken to be hidden.
    pub fn new(sink: W, columns: u16, rows: u16) -> Backend<W> {
        let mut backend = Backend {
            sink,
            size: Size::ZERO,
            shown: Buffer::default(),
            next: Buffer::default(),
            dirty: Dirty::default(),
            wipe: true,
            hand: Hand::LOST,
            cursor_shown: false,
            cursor_wanted: None,
            cursor_last: Position::ORIGIN,
            ask: false,
            synchronised: false,
            filter: Filter::default(),
            plain: Vec::new(),
            scrolled: Vec::new(),
            frame: Vec::new(),
            sent_bytes: 0,
        };
        backend.set_size(columns, rows);
        backend
    }

    /// Tells the size of the terminal; it is held within [`COLUMNS_MAX`] and [`ROWS_MAX`].
    pub fn set_size(&mut self, columns: u16, rows: u16) {
        let size = Size::new(columns.min(COLUMNS_MAX), rows.min(ROWS_MAX));
        if size != self.size {
            self.size = size;
            self.forget();
        }
    }

    /// Columns and rows that are drawn.
    pub fn columns_rows(&self) -> (u16, u16) {
        (self.size.width, self.size.height)
    }

    /// Forgets what the terminal shows: the next frame wipes it and sends everything.
    pub fn forget(&mut self) {
        let area = Rect::new(0, 0, self.size.width, self.size.height);
        self.next = Buffer::empty(area);
        self.shown = Buffer::empty(area);
        self.dirty.fit(self.size);
        self.wipe = true;
    }

    /// Whether a frame that writes something ends with the question for the cursor.
    pub fn ask_after_frame(&mut self, ask: bool) {
        self.ask = ask;
    }

    /// Whether large frames are bracketed as one (`?2026`); off unless switched on.
    pub fn synchronise(&mut self, on: bool) {
        self.synchronised = on;
    }

    /// Bytes the last frame wrote; 0 if nothing had changed.
    pub fn sent_bytes(&self) -> usize {
        self.sent_bytes
    }

    /// How often the allow-list had to drop something since the start; 0 in a sound program.
    pub fn dropped(&self) -> u64 {
        self.filter.dropped()
    }

    /// The sink, for tests.
    pub fn sink(&self) -> &W {
        &self.sink
    }

    /// The sink, for tests that empty it between frames.
    pub fn sink_mut(&mut self) -> &mut W {
        &mut self.sink
    }

    fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        if x >= self.size.width || y >= self.size.height {
            return;
        }
        let left = self.size.width - x;
        let clean = sound(cell, left);
        let cell = clean.as_ref().unwrap_or(cell);
        let at = usize::from(y) * usize::from(self.size.width) + usize::from(x);
        // ratatui hands over what changed; comparing here again would only cost time.
        self.next.content[at].clone_from(cell);
        self.dirty.mark(x, y);
        let wide = width(cell);
        for hidden in 1..usize::from(wide) {
            if self.next.content[at + hidden] != Cell::EMPTY {
                self.next.content[at + hidden].reset();
            }
            self.dirty.mark(x + u16::try_from(hidden).unwrap_or(0), y);
        }
    }

    /// Paints the changed rows into `plain` or `scrolled`; returns the hand afterwards.
    fn paint(&mut self, shift: Option<Shift>) -> Hand {
        let out = if shift.is_some() { &mut self.scrolled } else { &mut self.plain };
        out.clear();
        let mut painter = Painter { out, hand: self.hand, next: &self.next };
        if let Some(shift) = shift {
            shift.send(&mut painter);
        }
        for y in 0..self.size.height {
            let moved = shift.filter(|shift| (shift.top..=shift.bottom).contains(&y));
            if let Some(shift) = moved {
                painter.row(y, shift.source(y).map(|from| row(&self.shown, from)));
            } else if self.dirty.has(y) {
                painter.row(y, Some(row(&self.shown, y)));
            }
        }
        painter.hand
    }

    /// The painted bytes of this frame, into `plain`.
    fn compose(&mut self) {
        let unshifted = self.paint(None);
        let mut hand = unshifted;
        if !self.wipe && self.plain.len() > SCROLL_BYTES_MIN {
            let (rows, columns) = self.dirty.span();
            if let Some(shift) = scroll::find(&self.shown, &self.next, rows, columns) {
                let shifted = self.paint(Some(shift));
                if self.scrolled.len() < self.plain.len() {
                    std::mem::swap(&mut self.scrolled, &mut self.plain);
                    hand = shifted;
                }
            }
        }
        self.hand = hand;
    }

    /// What was painted is shown now.
    fn settle(&mut self) {
        let width = usize::from(self.size.width);
        for y in 0..self.size.height {
            if self.dirty.has(y) {
                let cells = usize::from(y) * width..(usize::from(y) + 1) * width;
                self.shown.content[cells.clone()].clone_from_slice(&self.next.content[cells]);
            }
        }
        self.dirty.fit(self.size);
    }

    /// Puts the frame together around what was painted.
    fn assemble(&mut self) {
        self.frame.clear();
        let bracket = self.synchronised && self.plain.len() >= SYNCHRONISED_BYTES_MIN;
        if bracket {
            self.frame.extend_from_slice(b"\x1b[?2026h");
        }
        let unwanted = self.cursor_wanted.is_none() || self.plain.len() >= HIDE_CURSOR_BYTES_MIN;
        if self.cursor_shown && unwanted {
            self.frame.extend_from_slice(b"\x1b[?25l");
            self.cursor_shown = false;
        }
        if self.wipe {
            self.frame.extend_from_slice(b"\x1b[m\x1b[H\x1b[2J");
        }
        self.frame.extend_from_slice(&self.plain);
        if let Some(place) = self.cursor_wanted {
            let x = place.x.min(self.size.width.saturating_sub(1));
            let y = place.y.min(self.size.height.saturating_sub(1));
            let mut painter = Painter { out: &mut self.frame, hand: self.hand, next: &self.next };
            painter.go(usize::from(x), y);
            self.hand = painter.hand;
            if !self.cursor_shown {
                self.frame.extend_from_slice(b"\x1b[?25h");
                self.cursor_shown = true;
            }
        }
        if bracket {
            self.frame.extend_from_slice(b"\x1b[?2026l");
        }
        if self.ask && !self.frame.is_empty() {
            self.frame.extend_from_slice(ASK);
        }
    }
}

impl<W: Write> ratatui::backend::Backend for Backend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.put(x, y, cell);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor_wanted = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor_wanted.get_or_insert(self.cursor_last);
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor_last)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor_last = position.into();
        if self.cursor_wanted.is_some() {
            self.cursor_wanted = Some(self.cursor_last);
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.forget();
        Ok(())
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        let (width, area) = (usize::from(self.size.width), self.next.content.len());
        let at = usize::from(self.cursor_last.y) * width + usize::from(self.cursor_last.x);
        let line = usize::from(self.cursor_last.y) * width;
        let cells = match clear_type {
            ClearType::All => {
                self.forget();
                return Ok(());
            }
            ClearType::AfterCursor => at..area,
            ClearType::BeforeCursor => 0..at,
            ClearType::CurrentLine => line..line + width,
            ClearType::UntilNewLine => at..line + width,
        };
        for index in cells.filter(|index| *index < area) {
            let (x, y) = (index % width, index / width);
            let to = |value: usize| u16::try_from(value).unwrap_or(u16::MAX);
            self.put(to(x), to(y), &Cell::EMPTY);
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    /// Sends the frame: at most one write, none if nothing changed. After an error it is not
    /// known what the terminal shows; the next frame would repaint everything.
    fn flush(&mut self) -> io::Result<()> {
        if self.wipe {
            self.hand = Hand { at: Some((0, 0)), pen: Pen::PLAIN };
        }
        self.compose();
        self.assemble();
        self.sent_bytes = 0;
        if !self.frame.is_empty() {
            let clean = self.filter.pass(&self.frame);
            let sent = self.sink.write_all(clean).and_then(|()| self.sink.flush());
            self.sent_bytes = clean.len();
            if sent.is_err() {
                self.shown.reset();
                self.dirty.rows.fill(true);
                self.wipe = true;
                return sent;
            }
        }
        self.wipe = false;
        self.settle();
        Ok(())
    }
}

/// Makes a drawn buffer fit for comparison with the next one: no control characters, no sign
/// wider than the room left, and nothing behind the first half of a wide sign. ratatui compares
/// buffers cell by cell and would otherwise keep silent about what a vanished wide sign uncovers.
pub(super) fn tidy(buffer: &mut Buffer) {
    let columns = usize::from(buffer.area.width);
    if columns == 0 {
        return;
    }
    for cells in buffer.content.chunks_mut(columns) {
        let mut x = 0;
        while x < columns {
            let left = u16::try_from(columns - x).unwrap_or(u16::MAX);
            if let Some(clean) = sound(&cells[x], left) {
                cells[x] = clean;
            }
            let wide = usize::from(width(&cells[x]));
            cells[x + 1..x + wide].iter_mut().for_each(Cell::reset);
            x += wide;
        }
    }
}

/// A replacement for a cell that must not be written as it is; `None` if it may.
fn sound(cell: &Cell, left: u16) -> Option<Cell> {
    let symbol = cell.symbol();
    if let [byte] = symbol.as_bytes() {
        return (!(b' '..=b'~').contains(byte)).then(|| replaced(cell, "?"));
    }
    if symbol.chars().any(char::is_control) {
        return Some(replaced(cell, "?"));
    }
    let wide = cell.cell_width();
    (wide == 0 || wide > left).then(|| replaced(cell, " "))
}

fn replaced(cell: &Cell, symbol: &str) -> Cell {
    let mut other = cell.clone();
    other.set_symbol(symbol);
    other.set_diff_option(ratatui::buffer::CellDiffOption::None);
    other
}

/// Columns of a sound cell.
fn width(cell: &Cell) -> u16 {
    if cell.symbol().len() == 1 { 1 } else { cell.cell_width().max(1) }
}

/// Which rows changed since the last frame, and between which columns.
#[derive(Debug, Default)]
struct Dirty {
    rows: Vec<bool>,
    left: u16,
    right: u16,
}

impl Dirty {
    fn fit(&mut self, size: Size) {
        self.rows.clear();
        self.rows.resize(usize::from(size.height), false);
        (self.left, self.right) = (u16::MAX, 0);
    }

    fn mark(&mut self, x: u16, y: u16) {
        if let Some(row) = self.rows.get_mut(usize::from(y)) {
            *row = true;
        }
        self.left = self.left.min(x);
        self.right = self.right.max(x.saturating_add(1));
    }

    fn has(&self, y: u16) -> bool {
        self.rows.get(usize::from(y)).copied().unwrap_or(false)
    }

    /// From the first changed row to the last, from the first changed column to the last.
    fn span(&self) -> (std::ops::Range<u16>, std::ops::Range<u16>) {
        let to = |index: usize| u16::try_from(index).unwrap_or(u16::MAX);
        let first = self.rows.iter().position(|dirty| *dirty).map_or(0, to);
        let last = self.rows.iter().rposition(|dirty| *dirty).map_or(0, |y| to(y) + 1);
        (first..last, self.left.min(self.right)..self.right)
    }
}
