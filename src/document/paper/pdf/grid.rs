//! Tables and lines to sign on.
//!
//! Deliberately absent: cells over several columns.

use super::super::model::{Signature, Table, Words};
use super::face::Weight;
use super::lay::{Column, Layer, MUTED_BODY, SMALL, Style};
use super::piece::{ACCENT, Area, Ink, LINE, MUTED, Piece, Role, TEXT};

const HEAD: Style = Style { size: 8.8, leading: 1.45, weight: Weight::Bold, colour: ACCENT };
const CELL: Style = Style { size: 9.2, leading: 1.45, weight: Weight::Regular, colour: TEXT };
const NAME: Style = Style { size: 9.8, leading: 1.4, weight: Weight::Bold, colour: TEXT };

/// Between columns, in points.
const GUTTER: f32 = 10.0;

impl Layer<'_> {
    /// A table. Its head is repeated on each page it runs over.
    pub(super) fn table(&mut self, table: &Table, column: Column) {
        let columns = divided(&table.parts, column);
        let first = self.laid.pieces.len();
        self.line_of_cells(&table.heads, HEAD, &columns);
        self.rule(column, ACCENT, 1.0);
        let head = self.laid.pieces.split_off(first);
        let index = self.laid.heads.len();
        let shown = head.iter().map(|piece| Piece { keep: true, ..piece.clone() });
        self.laid.pieces.extend(shown);
        self.laid.heads.push(head);
        for row in &table.rows {
            let first = self.laid.pieces.len();
            self.line_of_cells(row, CELL, &columns);
            self.hold();
            self.rule(column, LINE, 0.6);
            let row = self.laid.pieces.get_mut(first..).unwrap_or_default();
            row.iter_mut().for_each(|piece| piece.head = Some(index));
        }
        self.gap(8.0);
    }

    fn line_of_cells(&mut self, cells: &[Words], style: Style, columns: &[Column]) {
        let cells = cells.iter().zip(columns);
        let cells: Vec<(&Words, Style, Column)> =
            cells.map(|(words, column)| (words, style, *column)).collect();
        self.side_by_side(&cells);
    }

    fn rule(&mut self, column: Column, colour: super::piece::Colour, height: f32) {
        let line = Area { x: column.x, y: 2.5, width: column.width, height };
        let ink = vec![Ink::Fill(line, colour)];
        self.push(Piece { height: 6.5, ink, ..Piece::default() });
    }

    /// Lines to sign on: who, the day, the signature.
    pub(super) fn signatures(&mut self, heads: &[Words; 3], lines: &[Signature], column: Column) {
        let columns = divided(&[8, 5, 8], column);
        self.gap(4.0);
        let heads: Vec<Words> = heads.to_vec();
        self.line_of_cells(&heads, HEAD, &columns);
        self.hold();
        for line in lines {
            self.signature(line, &columns);
        }
        self.gap(8.0);
    }

    fn signature(&mut self, line: &Signature, columns: &[Column]) {
        let first = self.laid.pieces.len();
        let open = line.day.is_blank() && line.instead.is_blank();
        let above = if open { 20.0 } else { 8.0 };
        let height = above * self.scale;
        self.push(Piece { height, keep: true, ..Piece::default() });
        let told = [line.name.clone(), line.day.clone(), line.mark()];
        let styles = [NAME, MUTED_BODY, if line.instead.is_blank() { MUTED_BODY } else { SMALL }];
        let cells = told.iter().zip(styles).zip(columns);
        let cells: Vec<(&Words, Style, Column)> =
            cells.map(|((words, style), column)| (words, style, *column)).collect();
        self.side_by_side(&cells);
        let line_at = |column: &Column| {
            let area = Area { x: column.x, y: 1.5, width: column.width, height: 0.7 };
            Ink::Fill(area, MUTED)
        };
        let ink = columns.iter().map(line_at).collect();
        self.push(Piece { height: 4.0, ink, ..Piece::default() });
        if let Some(column) = columns.first() {
            self.said(Role::Paragraph, &line.role, SMALL, *column);
        }
        let pieces = self.laid.pieces.get_mut(first..).unwrap_or_default();
        let last = pieces.len().saturating_sub(1);
        pieces.iter_mut().take(last).for_each(|piece| piece.keep = true);
        self.gap(3.0);
    }
}

/// A column divided in parts, with a gutter between them.
fn divided(parts: &[u16], column: Column) -> Vec<Column> {
    let total: f32 = parts.iter().copied().map(f32::from).sum::<f32>().max(1.0);
    let mut x = column.x;
    let mut columns = Vec::new();
    for part in parts {
        let wide = column.width * f32::from(*part) / total;
        columns.push(Column { x, width: (wide - GUTTER).max(20.0) });
        x += wide;
    }
    columns
}
