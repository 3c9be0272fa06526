//! Dividing pieces over pages: a heading stays with what follows it, a card stays whole when it
//! can, a table repeats its head, and white space does not begin a page.

use super::piece::{Laid, Piece};

/// A piece on a page, and how far below the top of the text area it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<'a> {
    /// The piece.
    pub piece: &'a Piece,
    /// Its top.
    pub top: f32,
}

/// The pages; at least one. The first has `first` points of height, the others `height`.
#[must_use]
pub fn divide(laid: &Laid, first: f32, height: f32) -> Vec<Vec<Placed<'_>>> {
    let mut book = Book { laid, height, room: first, pages: vec![Vec::new()], used: 0.0 };
    let mut rest = laid.pieces.as_slice();
    while !rest.is_empty() {
        let kept = rest.iter().take_while(|piece| piece.keep).count();
        let (group, after) = rest.split_at((kept + 1).min(rest.len()));
        book.group(group);
        rest = after;
    }
    book.pages
}

struct Book<'a> {
    laid: &'a Laid,
    height: f32,
    room: f32,
    pages: Vec<Vec<Placed<'a>>>,
    used: f32,
}

impl<'a> Book<'a> {
    fn is_fresh(&self) -> bool {
        self.pages.last().is_none_or(Vec::is_empty)
    }

    fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.room = self.height;
        self.used = 0.0;
    }

    fn group(&mut self, group: &'a [Piece]) {
        if group.iter().any(|piece| piece.breaks) && !self.is_fresh() {
            self.turn();
        }
        let height: f32 = group.iter().map(|piece| piece.height).sum();
        let head = group.first().map_or(0.0, |piece| self.head_height(piece));
        let fits_here = self.used + height <= self.room;
        if !fits_here && height + head <= self.height && !self.is_fresh() {
            self.turn();
        }
        group.iter().for_each(|piece| self.piece(piece));
    }

    fn head_height(&self, piece: &Piece) -> f32 {
        let head = piece.head.and_then(|head| self.laid.heads.get(head));
        head.into_iter().flatten().map(|piece| piece.height).sum()
    }

    fn piece(&mut self, piece: &'a Piece) {
        if self.used + piece.height > self.room && !self.is_fresh() {
            self.turn();
        }
        if self.is_fresh() {
            if piece.blank {
                return;
            }
            if let Some(head) = piece.head.and_then(|head| self.laid.heads.get(head)) {
                head.iter().for_each(|piece| self.place(piece));
            }
        }
        self.place(piece);
    }

    fn place(&mut self, piece: &'a Piece) {
        let top = self.used;
        self.used += piece.height;
        if let Some(page) = self.pages.last_mut() {
            page.push(Placed { piece, top });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(height: f32) -> Piece {
        Piece { height, ..Piece::default() }
    }

    fn counts(laid: &Laid) -> Vec<usize> {
        divide(laid, 100.0, 100.0).iter().map(Vec::len).collect()
    }

    #[test]
    fn a_heading_is_never_the_last_thing_on_a_page() {
        let mut pieces: Vec<Piece> = (0..9).map(|_| piece(10.0)).collect();
        pieces.push(Piece { keep: true, ..piece(10.0) });
        pieces.push(piece(10.0));
        let laid = Laid { pieces, ..Laid::default() };
        assert_eq!(counts(&laid), [9, 2]);
    }

    #[test]
    fn what_is_too_high_for_a_page_is_divided_rather_than_lost() {
        let keep: Vec<Piece> = (0..25).map(|_| Piece { keep: true, ..piece(10.0) }).collect();
        let laid = Laid { pieces: keep, ..Laid::default() };
        assert_eq!(counts(&laid), [10, 10, 5]);
        let high = Laid { pieces: vec![piece(500.0), piece(10.0)], ..Laid::default() };
        assert_eq!(counts(&high), [1, 1]);
    }

    #[test]
    fn a_table_repeats_its_head_and_white_space_begins_no_page() {
        let row = Piece { head: Some(0), ..piece(30.0) };
        let blank = Piece { blank: true, ..piece(10.0) };
        let pieces = vec![piece(20.0), row.clone(), row.clone(), row, blank, piece(95.0)];
        let laid = Laid { pieces, heads: vec![vec![piece(20.0)]], ..Laid::default() };
        // 20 + 30 + 30, then head 20 + row 30 + space 10, then 95 on its own.
        assert_eq!(counts(&laid), [3, 3, 1]);
        let spaced = [piece(95.0), Piece { blank: true, ..piece(10.0) }, piece(95.0)];
        let laid = Laid { pieces: spaced.to_vec(), ..Laid::default() };
        assert_eq!(counts(&laid), [1, 1]);
    }
}
