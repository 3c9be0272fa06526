//! Where everything of the work page stands, and the rows wrapped to it.
//!
//! Wrapped once, when the case, the window, the language or the selection's tab changes; drawing
//! costs the visible lines. Deliberately absent: colours, and what the rows say.

use super::content::{Content, Row, Sign};
use crate::app::geometry::{Area, Layout, Size};
use crate::app::page::{Page, PageLine, Tone, Writer, wrap};
use crate::text::{SafeText, Text};

/// Rows of the list never take more lines than this; the rest is read beside it.
const ROW_LINES_MAX: usize = 3;
/// The most lines above the list, in a small window and in a large one.
const HEAD_LINES_MAX: [usize; 2] = [3, 6];
/// Texts beside the list are no wider than this.
const DETAIL_COLUMNS_MAX: u16 = 100;
const LABEL_COLUMNS_MAX: u16 = 32;

/// Where the parts of the page stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The tabs: one line.
    pub tabs: Area,
    /// Clocks, urgency, who watches: one line.
    pub facts: Area,
    /// Everything below: head and list.
    pub list: Area,
    /// The whole text of the selected row; empty in a small window, where it takes the place of
    /// the list when it is read.
    pub detail: Area,
}

impl Frame {
    /// The frame in this window.
    #[must_use]
    pub fn of(size: Size) -> Self {
        let inside = size.page().inside();
        let row = |n: u16| Area { y: inside.y + n, rows: 1.min(inside.rows), ..inside };
        let below = Area { y: inside.y + 2, rows: inside.rows.saturating_sub(2), ..inside };
        if size.layout() != Layout::Panes {
            return Self { tabs: row(0), facts: row(1), list: below, detail: Area::default() };
        }
        let list = Area { columns: below.columns * 11 / 20, ..below };
        let used = list.columns + 2;
        let columns = below.columns.saturating_sub(used);
        let detail = Area { x: below.x + used, columns, ..below };
        Self { tabs: row(0), facts: row(1), list, detail }
    }

    /// Where the whole text of a row is read.
    #[must_use]
    pub const fn reading(&self) -> Area {
        if self.detail.rows == 0 { self.list } else { self.detail }
    }
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListLine {
    /// Which row it belongs to.
    pub row: usize,
    /// On the first line of a row.
    pub sign: Option<Sign>,
    /// Whether the row belongs to the one above it.
    pub indent: bool,
    /// A part of the label.
    pub label: SafeText,
    /// A part of the summary.
    pub summary: SafeText,
}

/// The page, wrapped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// Above the list.
    pub head: Vec<PageLine>,
    /// The list.
    pub lines: Vec<ListLine>,
    /// Columns for the label.
    pub label_columns: u16,
    /// How many lines of the list are in sight.
    pub rows: usize,
}

impl Laid {
    /// Wraps a tab for this window.
    #[must_use]
    pub fn of(content: &Content, size: Size, words: &Text) -> Self {
        let frame = Frame::of(size);
        let columns = frame.list.columns;
        // It stands one column from the border.
        let head_columns = columns.saturating_sub(1);
        let mut writer = Writer::new(words, head_columns);
        for (tone, line) in &content.head {
            writer.push(*tone, line, 2);
        }
        let head = writer.page(u16::MAX);
        let most = HEAD_LINES_MAX.get(usize::from(frame.detail.rows > 0)).copied().unwrap_or(3);
        let head = shortened(head.lines().to_vec(), most, usize::from(head_columns));
        let label_columns = (columns * 2 / 5).min(LABEL_COLUMNS_MAX);
        let mut lines = Vec::new();
        for (place, row) in content.rows.iter().enumerate() {
            lines.extend(row_lines(place, row, columns, label_columns));
        }
        let rows = usize::from(frame.list.rows).saturating_sub(head.len()).max(1);
        Self { head, lines, label_columns, rows }
    }

    /// The first line and the number of lines of a row.
    #[must_use]
    pub fn place_of(&self, row: usize) -> (usize, usize) {
        let first = self.lines.iter().position(|line| line.row == row).unwrap_or(0);
        let count = self.lines.iter().filter(|line| line.row == row).count();
        (first, count)
    }
}

fn shortened(mut head: Vec<PageLine>, most: usize, columns: usize) -> Vec<PageLine> {
    if head.len() > most {
        head.truncate(most);
        if let Some(last) = head.last_mut() {
            last.text = SafeText::new(&format!("{} …", last.text.as_str())).truncate_to(columns);
        }
    }
    head
}

fn row_lines(place: usize, row: &Row, columns: u16, label_columns: u16) -> Vec<ListLine> {
    let margin = if row.indent { 4 } else { 2 };
    let label_room = usize::from(label_columns.saturating_sub(margin + 1)).max(1);
    let room = usize::from(columns.saturating_sub(label_columns + 2)).max(1);
    let label = wrap(&SafeText::new(&row.label), label_room, 0);
    let flat = row.summary.replace('\n', " ");
    let mut summary = wrap(&SafeText::new(&flat), room, 0);
    if summary.len() > ROW_LINES_MAX {
        summary.truncate(ROW_LINES_MAX);
        if let Some(last) = summary.last_mut() {
            let kept = last.truncate_to(room.saturating_sub(2));
            *last = SafeText::new(&format!("{} …", kept.as_str().trim_end_matches('…').trim_end()));
        }
    }
    let count = label.len().min(ROW_LINES_MAX).max(summary.len()).max(1);
    let part = |of: &[SafeText], n: usize| of.get(n).cloned().unwrap_or_default();
    let line = |n: usize| ListLine {
        row: place,
        sign: (n == 0).then_some(row.sign),
        indent: row.indent,
        label: part(&label, n),
        summary: part(&summary, n),
    };
    (0..count).map(line).collect()
}

/// The whole text of a row.
#[must_use]
pub fn detail(row: Option<&Row>, size: Size, words: &Text) -> Page {
    let area = Frame::of(size).reading();
    let mut writer = Writer::new(words, area.columns.min(DETAIL_COLUMNS_MAX));
    if let Some(row) = row {
        writer.push(Tone::Heading, &row.label, 0);
        writer.text(Tone::Body, &row.summary);
        for (tone, line) in &row.detail {
            if line.is_empty() {
                writer.blank();
            } else {
                writer.push(*tone, line, 0);
            }
        }
    }
    writer.page(area.rows.saturating_sub(1))
}
