//! Painting: from what the terminal shows and what it should show to the fewest bytes between.
//!
//! Runs of empty cells are erased rather than overwritten, the cursor goes the cheapest way, and
//! after every cell whose width terminals may judge differently it is addressed anew, so that one
//! strange sign cannot shift the rest of a line. Nothing here knows of sinks or threads.

use ratatui::buffer::{Buffer, Cell, CellWidth};

use super::pen::{Pen, SEEN_ON_BLANK, number};

/// Where the terminal's cursor stands and what it writes with, as far as we know.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hand {
    /// Column and row from 0; `None` when not known for certain.
    pub(super) at: Option<(u16, u16)>,
    /// The pen; always known, because we are the only writer.
    pub(super) pen: Pen,
}

impl Hand {
    /// After a reset of everything.
    pub(super) const LOST: Hand = Hand { at: None, pen: Pen::PLAIN };
}

/// One attempt at a frame: bytes and the hand that writes them.
pub(super) struct Painter<'a> {
    pub(super) out: &'a mut Vec<u8>,
    pub(super) hand: Hand,
    pub(super) next: &'a Buffer,
}

/// Whether a cell shows nothing but the terminal's own background.
fn is_clear(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::of(cell).erases()
}

/// Whether two cells look the same. Two blanks may differ in what cannot be seen on them.
fn looks_like(old: &Cell, new: &Cell) -> bool {
    old == new
        || (old.symbol() == " "
            && new.symbol() == " "
            && old.bg == new.bg
            && !old.modifier.intersects(SEEN_ON_BLANK)
            && !new.modifier.intersects(SEEN_ON_BLANK))
}

/// Whether every terminal gives this symbol one column: ASCII, Latin letters, common punctuation,
/// lines and blocks. Anything else is followed by a fresh cursor address.
fn is_sure(symbol: &str) -> bool {
    if symbol.len() == 1 {
        return true;
    }
    let mut chars = symbol.chars();
    let (Some(only), None) = (chars.next(), chars.next()) else { return false };
    matches!(only,
        '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{2010}'..='\u{2027}' | '\u{20ac}'
        | '\u{2190}'..='\u{2193}' | '\u{2500}'..='\u{259f}')
}

/// The columns a cell takes, never beyond the row's end.
fn columns(cell: &Cell, left: usize) -> usize {
    if cell.symbol().len() == 1 { 1 } else { usize::from(cell.cell_width()).clamp(1, left.max(1)) }
}

/// The cells of one row.
pub(super) fn row(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    let start = usize::from(y) * width;
    buffer.content.get(start..start + width).unwrap_or(&[])
}

/// Walks along what a row shows now: which columns begin a sign and which are its second half.
struct Old<'a> {
    cells: Option<&'a [Cell]>,
    lead: usize,
    after: usize,
}

impl Old<'_> {
    /// Whether column `x` now shows just what `new` would show.
    fn shows(&mut self, x: usize, new: &Cell) -> bool {
        let Some(cells) = self.cells else { return is_clear(new) };
        while self.after <= x && self.after < cells.len() {
            self.lead = self.after;
            self.after += columns(&cells[self.lead], cells.len() - self.lead);
        }
        self.lead == x && x < cells.len() && looks_like(&cells[x], new)
    }
}

impl Painter<'_> {
    /// Makes row `y` show `next`; `old` is what it shows now, `None` an empty row.
    pub(super) fn row(&mut self, y: u16, old: Option<&[Cell]>) {
        let next = self.next;
        let new = row(next, y);
        let tail = new.iter().rposition(|cell| !is_clear(cell)).map_or(0, |last| last + 1);
        let mut old = Old { cells: old, lead: 0, after: 0 };
        let mut x = 0;
        while x < new.len() {
            let cell = &new[x];
            let wide = columns(cell, new.len() - x);
            if old.shows(x, cell) {
                x += wide;
            } else if x >= tail {
                self.clear_tail(x, y, &mut old);
                return;
            } else if is_clear(cell) {
                x = self.clear_run(x, y, &mut old);
            } else {
                self.write(x, y, cell, wide);
                x += wide;
            }
        }
    }

    /// From `x` to the end of the row everything must become empty.
    fn clear_tail(&mut self, x: usize, y: u16, old: &mut Old<'_>) {
        let new = row(self.next, y);
        let last = (x..new.len()).rev().find(|&at| !Self::shown(old.cells, at));
        let count = last.map_or(1, |last| last + 1 - x);
        self.go(x, y);
        if count <= 3 && self.hand.pen.erases() && x + count < new.len() {
            self.spaces(x, y, count);
        } else {
            self.hand.pen.switch(Pen::PLAIN, self.out);
            self.out.extend_from_slice(b"\x1b[K");
        }
    }

    /// Whether a column is already empty, judged without regard to halves of wide signs before it:
    /// too few columns are never counted as empty, at worst too many are cleared.
    fn shown(old: Option<&[Cell]>, x: usize) -> bool {
        old.is_none_or(|cells| {
            cells.get(x).is_none_or(is_clear)
                && (x == 0 || columns(&cells[x - 1], cells.len() - x + 1) == 1)
        })
    }

    /// Clears a run of columns within the row; returns the first column after what was looked at.
    fn clear_run(&mut self, x: usize, y: u16, old: &mut Old<'_>) -> usize {
        let new = row(self.next, y);
        let end = (x..new.len()).find(|&at| !is_clear(&new[at])).unwrap_or(new.len());
        let last = (x..end).rev().find(|&at| !Self::shown(old.cells, at)).unwrap_or(x);
        let count = last + 1 - x;
        self.go(x, y);
        if count > 9 {
            self.hand.pen.switch(Pen::PLAIN, self.out);
            self.out.extend_from_slice(b"\x1b[");
            number(self.out, u16::try_from(count).unwrap_or(u16::MAX));
            self.out.push(b'X');
        } else {
            if !self.hand.pen.erases() {
                self.hand.pen.switch(Pen::PLAIN, self.out);
            }
            self.spaces(x, y, count);
        }
        last + 1
    }

    fn spaces(&mut self, x: usize, y: u16, count: usize) {
        self.out.resize(self.out.len() + count, b' ');
        self.moved(x + count, y);
    }

    fn write(&mut self, x: usize, y: u16, cell: &Cell, wide: usize) {
        self.go(x, y);
        let unseen = cell.symbol() == " "
            && cell.bg == self.hand.pen.bg
            && !cell.modifier.intersects(SEEN_ON_BLANK)
            && !self.hand.pen.modifier.intersects(SEEN_ON_BLANK);
        if !unseen {
            self.hand.pen.switch(Pen::of(cell), self.out);
        }
        self.out.extend_from_slice(cell.symbol().as_bytes());
        if wide == 1 && is_sure(cell.symbol()) {
            self.moved(x + 1, y);
        } else {
            self.hand.at = None;
        }
    }

    /// The cursor advanced to column `x`; in the last column it hangs between two rows.
    fn moved(&mut self, x: usize, y: u16) {
        let width = usize::from(self.next.area.width);
        self.hand.at = (x < width).then(|| (u16::try_from(x).unwrap_or(u16::MAX), y));
    }

    /// Brings the cursor to a column and row by the fewest bytes.
    pub(super) fn go(&mut self, x: usize, y: u16) {
        let column = u16::try_from(x).unwrap_or(u16::MAX);
        let target = (column, y);
        if self.hand.at == Some(target) {
            return;
        }
        let start = self.out.len();
        if let Some(from) = self.hand.at {
            self.walk(from, target);
        }
        let walked = self.out.len() - start;
        self.address(column, y);
        let addressed = self.out.len() - start - walked;
        if self.hand.at.is_some() && walked <= addressed {
            self.out.truncate(start + walked);
        } else {
            self.out.drain(start..start + walked);
        }
        self.hand.at = Some(target);
    }

    /// Goes there step by step: down or up, then along the row.
    fn walk(&mut self, (from, from_y): (u16, u16), (column, y): (u16, u16)) {
        match y.checked_sub(from_y) {
            Some(0) => {}
            // Raw mode: a line feed keeps the column. It never scrolls, the row exists.
            Some(down @ 1..=3) => self.out.resize(self.out.len() + usize::from(down), b'\n'),
            Some(down) => self.sequence(down, b'B'),
            None => self.sequence(from_y - y, b'A'),
        }
        if column > from {
            if !self.rewrite(usize::from(from), usize::from(column), y) {
                self.sequence(column - from, b'C');
            }
        } else if column < from {
            let start = self.out.len();
            self.out.push(b'\r');
            if column > 0 && !self.rewrite(0, usize::from(column), y) {
                self.out.truncate(start);
                self.sequence(from - column, b'D');
            }
        }
    }

    /// Steps over a short gap by writing again what stands there, if that is no longer than a move.
    fn rewrite(&mut self, from: usize, to: usize, y: u16) -> bool {
        let cost = if to - from == 1 { 3 } else { 4 };
        let cells = row(self.next, y);
        let gap = cells.get(from..to).unwrap_or(&[]);
        // The cursor may stand on the second half of a wide sign: that is no cell to write again.
        if from > 0 && cells.get(from - 1).is_some_and(|before| columns(before, 2) > 1) {
            return false;
        }
        let pen = self.hand.pen;
        let mut bytes = 0;
        for cell in gap {
            bytes += cell.symbol().len();
            if bytes > cost || Pen::of(cell) != pen || !is_sure(cell.symbol()) {
                return false;
            }
        }
        gap.iter().for_each(|cell| self.out.extend_from_slice(cell.symbol().as_bytes()));
        true
    }

    fn address(&mut self, column: u16, y: u16) {
        self.out.extend_from_slice(b"\x1b[");
        if y > 0 || column > 0 {
            number(self.out, y + 1);
        }
        if column > 0 {
            self.out.push(b';');
            number(self.out, column + 1);
        }
        self.out.push(b'H');
    }

    fn sequence(&mut self, count: u16, letter: u8) {
        self.out.extend_from_slice(b"\x1b[");
        if count > 1 {
            number(self.out, count);
        }
        self.out.push(letter);
    }
}
