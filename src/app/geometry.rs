//! How the window is divided: which panes stand where, for any size.
//!
//! Both rooms that need it (`app` to wrap pages and turn them, `view` to draw) read it here, so a
//! page is never scrolled further than it is drawn. Deliberately absent: colours and content.

/// The window in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

/// Below this no key acts.
pub const SIZE_MIN: Size = Size { columns: 60, rows: 15 };
/// From here on the panes stand together.
pub const SIZE_PANES: Size = Size { columns: 120, rows: 36 };
/// Wider than this: more columns.
pub const COLUMNS_WIDE: u16 = 160;

/// A rectangle in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// From the left.
    pub x: u16,
    /// From the top.
    pub y: u16,
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

impl Area {
    /// What is left inside a border of one cell.
    #[must_use]
    pub const fn inside(self) -> Self {
        Self {
            x: self.x.saturating_add(1),
            y: self.y.saturating_add(1),
            columns: self.columns.saturating_sub(2),
            rows: self.rows.saturating_sub(2),
        }
    }
}

/// The panes of the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pane {
    /// The queue (NL: meldingen).
    #[default]
    Queue,
    /// The report of the selected case.
    Report,
    /// Its persons.
    Persons,
    /// The safety plan (NL: veiligheidsplan).
    Plan,
    /// The risk assessment (NL: risicotaxatie).
    Risk,
}

impl Pane {
    /// Every pane, in the order of the key.
    pub const ALL: [Self; 5] = [Self::Queue, Self::Report, Self::Persons, Self::Plan, Self::Risk];

    /// The pane `steps` further, around.
    #[must_use]
    pub fn step(self, steps: isize) -> Self {
        let at = Self::ALL.iter().position(|pane| *pane == self).unwrap_or(0);
        let count = Self::ALL.len();
        let next = at.cast_signed().saturating_add(steps).rem_euclid(count.cast_signed());
        Self::ALL.get(next.cast_unsigned()).copied().unwrap_or_default()
    }
}

/// How the desk is laid out in this window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The window is too small; no key acts.
    TooSmall,
    /// One pane at a time, with the strip above it.
    Pages,
    /// The panes together.
    Panes,
}

impl Size {
    /// The layout for this window.
    #[must_use]
    pub const fn layout(self) -> Layout {
        if self.columns < SIZE_MIN.columns || self.rows < SIZE_MIN.rows {
            Layout::TooSmall
        } else if self.columns >= SIZE_PANES.columns && self.rows >= SIZE_PANES.rows {
            Layout::Panes
        } else {
            Layout::Pages
        }
    }

    /// The middle: without header, strip and footer.
    #[must_use]
    pub const fn body(self) -> Area {
        let above = if matches!(self.layout(), Layout::Panes) { 1 } else { 2 };
        Area { x: 0, y: above, columns: self.columns, rows: self.rows.saturating_sub(above + 1) }
    }

    /// The middle of the case page and the contact form: the strip always stands above it.
    #[must_use]
    pub const fn page(self) -> Area {
        Area { x: 0, y: 2, columns: self.columns, rows: self.rows.saturating_sub(3) }
    }

    /// Where a pane stands, border included; empty when it is not shown beside the focused one.
    #[must_use]
    pub fn pane(self, pane: Pane, focus: Pane) -> Area {
        match self.layout() {
            Layout::TooSmall => Area::default(),
            Layout::Pages if pane == focus => self.body(),
            Layout::Pages => Area::default(),
            Layout::Panes => self.pane_beside(pane),
        }
    }

    /// Where the countdown and the overseer stand when the panes stand together.
    #[must_use]
    pub fn triage(self) -> Area {
        let body = self.body();
        let (left, middle, _) = self.columns_of();
        Area { x: left, y: body.y, columns: middle, rows: TRIAGE_ROWS.min(body.rows) }
    }

    const fn columns_of(self) -> (u16, u16, u16) {
        // Wider windows give the queue its extra columns; the texts stay readable.
        let left =
            if self.columns > COLUMNS_WIDE { self.columns / 2 } else { self.columns * 3 / 10 };
        let middle = (self.columns - left) * 11 / 20;
        (left, middle, self.columns - left - middle)
    }

    fn pane_beside(self, pane: Pane) -> Area {
        let body = self.body();
        let (left, middle, right) = self.columns_of();
        let foot = |rows: u16| body.y + body.rows.saturating_sub(rows);
        let area = |x, y, columns, rows| Area { x, y, columns, rows };
        match pane {
            Pane::Queue => area(0, body.y, left, body.rows),
            Pane::Report => {
                let rows = body.rows.saturating_sub(TRIAGE_ROWS + PLAN_ROWS);
                area(left, body.y + TRIAGE_ROWS, middle, rows)
            }
            Pane::Plan => area(left, foot(PLAN_ROWS), middle, PLAN_ROWS),
            Pane::Persons => {
                area(left + middle, body.y, right, body.rows.saturating_sub(RISK_ROWS))
            }
            Pane::Risk => area(left + middle, foot(RISK_ROWS), right, RISK_ROWS),
        }
    }
}

const TRIAGE_ROWS: u16 = 6;
const PLAN_ROWS: u16 = 8;
const RISK_ROWS: u16 = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_panes_fill_the_body_and_never_overlap() {
        for columns in [120, 121, 140, 160, 161, 200, 300] {
            for rows in [36, 40, 41, 100] {
                let size = Size { columns, rows };
                let mut cells = vec![0_u8; usize::from(columns) * usize::from(rows)];
                let mut areas: Vec<Area> =
                    Pane::ALL.iter().map(|pane| size.pane(*pane, Pane::Queue)).collect();
                areas.push(size.triage());
                for area in areas {
                    for y in area.y..area.y + area.rows {
                        for x in area.x..area.x + area.columns {
                            cells[usize::from(y) * usize::from(columns) + usize::from(x)] += 1;
                        }
                    }
                }
                let body = size.body();
                let from = usize::from(body.y) * usize::from(columns);
                let to = from + usize::from(body.rows) * usize::from(columns);
                assert!(cells[from..to].iter().all(|count| *count == 1), "{columns}x{rows}");
            }
        }
    }

    #[test]
    fn the_edges_of_the_layouts_are_where_the_design_puts_them() {
        let layout = |columns, rows| Size { columns, rows }.layout();
        assert_eq!(layout(59, 15), Layout::TooSmall);
        assert_eq!(layout(60, 14), Layout::TooSmall);
        assert_eq!(layout(60, 15), Layout::Pages);
        assert_eq!(layout(119, 36), Layout::Pages);
        assert_eq!(layout(120, 35), Layout::Pages);
        assert_eq!(layout(120, 36), Layout::Panes);
    }
}
