//! A text broken into the rows it fills on the screen.
//!
//! Both rooms that need it read it here: `app` to move the cursor by rows, `view` to draw the rows
//! in sight. Rows are found one after another, so looking at the first few of a long text costs
//! those few. Blanks at the end of a row hang over its edge: a row never begins with the blank that
//! ended the one before. Deliberately absent: colours, and text that is not [`crate::text`]-safe
//! already (whatever is typed or pasted was made visible on its way in).

use crate::text::cells;
use unicode_segmentation::UnicodeSegmentation as _;

/// One row: a stretch of bytes of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which line of the text.
    pub line: usize,
    /// First byte in that line.
    pub from: usize,
    /// First byte behind the row.
    pub to: usize,
}

/// The rows of a text, each at most `columns` cells wide but for the blanks at its end. An empty
/// line is a row too.
pub fn rows(lines: &[String], columns: usize) -> impl Iterator<Item = Row> {
    lines.iter().enumerate().flat_map(move |(line, text)| {
        let mut from = Some(0);
        std::iter::from_fn(move || {
            let start = from?;
            let rest = text.get(start..)?;
            let to = start + row_end(rest, columns.max(1));
            from = (to < text.len()).then_some(to);
            Some(Row { line, from: start, to })
        })
    })
}

/// Which row a place in the text stands in.
#[must_use]
pub fn row_of(rows: &[Row], (line, byte): (usize, usize)) -> usize {
    let from = rows.partition_point(|row| (row.line, row.from) <= (line, byte));
    from.saturating_sub(1)
}

/// The size in bytes and the width of the grapheme at the start of a text.
fn first_grapheme(text: &str) -> (usize, usize) {
    let bytes = text.as_bytes();
    if bytes.first().is_some_and(u8::is_ascii) && bytes.get(1).is_none_or(u8::is_ascii) {
        return (1, 1);
    }
    text.graphemes(true).next().map_or((1, 1), |grapheme| (grapheme.len(), cells(grapheme)))
}

/// Where the first row of a text ends.
fn row_end(text: &str, columns: usize) -> usize {
    let (mut at, mut used, mut behind_blank) = (0, 0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (size, wide) = first_grapheme(rest);
        if size == 1 && rest.starts_with(' ') {
            at += 1;
            used = (used + 1).min(columns);
            behind_blank = at;
            continue;
        }
        if used + wide > columns {
            return [behind_blank, at].into_iter().find(|end| *end > 0).unwrap_or(size);
        }
        used += wide;
        at += size;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn shown(text: &str, columns: usize) -> Vec<String> {
        let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        rows(&lines, columns).map(|row| lines[row.line][row.from..row.to].to_owned()).collect()
    }

    #[test]
    fn rows_break_between_words_and_long_words_break_inside() {
        assert_eq!(shown("een kind huilt", 9), ["een kind ", "huilt"]);
        assert_eq!(shown("aaaaaaaaaaaa", 5), ["aaaaa", "aaaaa", "aa"]);
        assert_eq!(shown("a\n\nb", 5), ["a", "", "b"]);
        assert_eq!(shown("een     twee", 4), ["een     ", "twee"]);
        assert_eq!(shown("", 4), [""]);
    }

    #[test]
    fn wide_letters_never_stand_over_the_edge_and_stay_whole() {
        for text in ["漢字漢字漢字", "👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦", "é́é́é́é́é́", "ab漢cd字ef"]
        {
            for columns in 2..7 {
                let made = shown(text, columns);
                assert_eq!(made.concat(), text);
                for row in made {
                    let wide: usize = row.trim_end().graphemes(true).map(cells).sum();
                    assert!(wide <= columns, "{row:?} in {columns}");
                }
            }
        }
    }

    #[test]
    fn a_place_at_a_break_belongs_to_the_row_that_begins_there() {
        let lines = vec!["een kind huilt".to_owned(), String::new(), "b".to_owned()];
        let all: Vec<Row> = rows(&lines, 9).collect();
        let places =
            [((0, 0), 0), ((0, 8), 0), ((0, 9), 1), ((0, 14), 1), ((1, 0), 2), ((2, 1), 3)];
        for (place, row) in places {
            assert_eq!(row_of(&all, place), row, "{place:?}");
        }
    }
}
