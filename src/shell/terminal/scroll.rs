//! Scrolling: finds rows that only moved up or down, and lets the terminal move them.
//!
//! The terminal moves whole rows between two margins; margins left and right are not presumed to
//! exist. Whether moving pays is not guessed: the painter tries both ways and the shorter one is
//! sent. Insert and delete line are used within the margins, because the Linux console knows no
//! other way.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};

use super::paint::{Painter, row};
use super::pen::{Pen, number};

/// Rows `top..=bottom` move by `by` rows; what leaves the region is lost, what enters is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) top: u16,
    pub(super) bottom: u16,
    pub(super) by: u16,
    pub(super) up: bool,
}

impl Shift {
    /// The row of the old screen that stands at `y` after the shift; `None` for an empty row.
    pub(super) fn source(self, y: u16) -> Option<u16> {
        if y < self.top || y > self.bottom {
            return Some(y);
        }
        let from = if self.up { y.checked_add(self.by) } else { y.checked_sub(self.by) }
            .unwrap_or(u16::MAX);
        (self.top..=self.bottom).contains(&from).then_some(from)
    }

    /// Sends the shift. The cursor's place is unknown afterwards.
    pub(super) fn send(self, painter: &mut Painter<'_>) {
        let whole = self.top == 0 && self.bottom + 1 == painter.next.area.height;
        painter.hand.pen.switch(Pen::PLAIN, painter.out);
        let out = &mut *painter.out;
        if !whole {
            out.extend_from_slice(b"\x1b[");
            number(out, self.top + 1);
            out.push(b';');
            number(out, self.bottom + 1);
            out.push(b'r');
        }
        out.extend_from_slice(b"\x1b[");
        if self.top > 0 {
            number(out, self.top + 1);
        }
        out.extend_from_slice(b"H\x1b[");
        if self.by > 1 {
            number(out, self.by);
        }
        out.push(if self.up { b'M' } else { b'L' });
        if !whole {
            out.extend_from_slice(b"\x1b[r");
        }
        painter.hand.at = None;
    }
}

/// The shift that explains most changed rows, looking at the changed columns only; `None` when
/// fewer than three rows moved together.
pub(super) fn find(
    shown: &Buffer,
    next: &Buffer,
    rows: Range<u16>,
    columns: Range<u16>,
) -> Option<Shift> {
    let (first, count) = (rows.start, rows.end.saturating_sub(rows.start));
    if count < 3 {
        return None;
    }
    let hashes = |buffer: &Buffer| -> Vec<u64> {
        rows.clone().map(|y| hash(part(row(buffer, y), &columns))).collect()
    };
    let (old, new) = (hashes(shown), hashes(next));
    let blank = hash(&vec![Cell::EMPTY; usize::from(columns.end - columns.start)]);
    let mut best: Option<(usize, Shift)> = None;
    for by in 1..count {
        for up in [true, false] {
            let found = (0..count).filter_map(|y| {
                let from = if up { y.checked_add(by) } else { y.checked_sub(by) };
                let from = from.filter(|from| *from < count)?;
                let (y_at, from_at) = (usize::from(y), usize::from(from));
                let moved = new[y_at] == old[from_at] && new[y_at] != old[y_at];
                (moved && new[y_at] != blank).then_some(y)
            });
            let (mut gain, mut low, mut high) = (0, count, 0);
            for y in found {
                gain += 1;
                low = low.min(y);
                high = high.max(y);
            }
            if gain >= 3 && best.is_none_or(|(most, _)| gain > most) {
                let (top, bottom) = if up { (low, high + by) } else { (low - by, high) };
                let shift = Shift { top: first + top, bottom: first + bottom, by, up };
                best = Some((gain, shift));
            }
        }
    }
    best.map(|(_, shift)| shift)
}

fn part<'a>(cells: &'a [Cell], columns: &Range<u16>) -> &'a [Cell] {
    cells.get(usize::from(columns.start)..usize::from(columns.end)).unwrap_or(&[])
}

/// A quick hash of a run of cells, of no use against an adversary; equal rows only pay off when
/// painting confirms it, so that a collision costs bytes and never correctness.
fn hash(cells: &[Cell]) -> u64 {
    let mut hash = Quick(0xcbf2_9ce4_8422_2325);
    for cell in cells {
        match cell.symbol().as_bytes() {
            [byte] => hash.mix(u64::from(*byte)),
            bytes => hash.write(bytes),
        }
        let pen = Pen::of(cell);
        if pen != Pen::PLAIN {
            (pen.fg, pen.bg, pen.modifier).hash(&mut hash);
        }
    }
    hash.finish()
}

/// Rotate and multiply: fast on short keys.
struct Quick(u64);

impl Quick {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0_u8; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(word));
        }
    }
}
