//! Golden screens: a `Buffer` as text that a person can read in a diff, held against a file.
//!
//! A changed letter, colour or weight fails and prints what changed; `BLESS=1 cargo test` writes
//! the files anew, and the reader of the commit judges. Deliberately absent: tolerance.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr as _;

/// Holds a screen against `tests/house/golden/<name>.txt`.
#[track_caller]
pub fn screen(name: &str, buffer: &Buffer) {
    file(&format!("tests/house/golden/{name}.txt"), &written(buffer));
}

/// Holds a text against a file of the repository; `path` starts at its root.
#[track_caller]
pub fn file(path: &str, actual: &str) {
    let bless = std::env::var_os("BLESS").is_some_and(|value| value == "1");
    let full = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    if let Err(said) = hold(&full, actual, bless) {
        panic!("{path} {said}\nIf this is meant: BLESS=1 cargo test, and look at the difference.");
    }
}

/// Compares, or writes when blessed. The error says what differs.
fn hold(path: &Path, actual: &str, bless: bool) -> Result<(), String> {
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    if bless {
        let folder = path.parent().ok_or("has no folder")?;
        return std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(path, actual))
            .map_err(|fault| format!("cannot be written: {fault}"));
    }
    if expected.is_empty() {
        return Err(format!("does not exist yet; it would read:\n{actual}"));
    }
    Err(format!("differs (- expected, + seen):\n{}", difference(&expected, actual)))
}

/// A screen as text: its size, its rows between bars, then for each row the stretches that are
/// not plain, as `first-last foreground/background modifiers`.
pub fn written(buffer: &Buffer) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), buffer.area.height);
    let mut text = format!("{columns}x{rows}\n");
    let mut styles = String::from("styles\n");
    for (row, cells) in buffer.content.chunks(columns.max(1)).enumerate() {
        let mut column = 0;
        text.push('|');
        while let Some(cell) = cells.get(column) {
            text.push_str(cell.symbol());
            column += cell.symbol().width().max(1);
        }
        text.push_str("|\n");
        let runs = runs_of(cells);
        if !runs.is_empty() {
            let _ = writeln!(styles, "{row:>3}: {}", runs.join(", "));
        }
    }
    text + &styles
}

fn runs_of(cells: &[Cell]) -> Vec<String> {
    let style = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
    let plain = (Color::Reset, Color::Reset, Modifier::empty());
    let mut runs = Vec::new();
    let mut from = 0;
    while let Some(first) = cells.get(from) {
        let same = cells[from..].iter().take_while(|cell| style(cell) == style(first)).count();
        let (fg, bg, modifier) = style(first);
        if style(first) != plain {
            let mut run = format!("{from}-{} {}/{}", from + same - 1, name(fg), name(bg));
            if !modifier.is_empty() {
                let _ = write!(run, " {modifier:?}");
            }
            runs.push(run);
        }
        from += same;
    }
    runs
}

fn name(colour: Color) -> String {
    if colour == Color::Reset { "-".into() } else { colour.to_string() }
}

/// The lines that differ, each with its sign, in order; the longest common part is left out.
fn difference(expected: &str, actual: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    // common[i][j]: lines in common from i and j on.
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] = if old[i] == new[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = String::new();
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            let _ = writeln!(out, "-{}", old[i]);
            i += 1;
        } else {
            let _ = writeln!(out, "+{}", new[j]);
            j += 1;
        }
    }
    if out.is_empty() { "only in line ends".into() } else { out }
}

mod tests {
    use super::super::svg::svg;
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn sample(overdue: Style) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 25, 3));
        buffer.set_string(0, 0, "┌ Meldingen ───────── 2 ┐", Style::new());
        buffer.set_string(0, 1, "│ ! -1 d  Vermeer       │", Style::new());
        buffer.set_string(2, 1, "! -1 d", overdue);
        buffer.set_string(0, 2, "└───────────────────────┘", Style::new());
        buffer
    }

    #[test]
    fn a_screen_and_its_picture_are_held_by_their_files() {
        let buffer = sample(Style::new().fg(Color::Red).bold());
        screen("sample", &buffer);
        file("tests/house/golden/sample.svg", &svg(&buffer, "Two reports"));
    }

    #[test]
    fn a_changed_colour_fails_and_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/screen.txt");
        let (red, blue) = (Style::new().fg(Color::Red), Style::new().fg(Color::Blue));
        let absent = hold(&path, &written(&sample(red)), false).unwrap_err();
        assert!(absent.starts_with("does not exist yet"), "{absent}");
        hold(&path, &written(&sample(red)), true).unwrap();
        hold(&path, &written(&sample(red)), false).unwrap();
        let said = hold(&path, &written(&sample(blue)), false).unwrap_err();
        let lines: Vec<&str> = said.lines().skip(1).collect();
        assert_eq!(lines, ["-  1: 2-7 Red/-", "+  1: 2-7 Blue/-"]);
        hold(&path, &written(&sample(blue)), true).unwrap();
        hold(&path, &written(&sample(blue)), false).unwrap();
    }

    #[test]
    fn an_inserted_line_shows_as_one_line() {
        assert_eq!(difference("a\nb\nc\n", "a\nx\nb\nc\n"), "+x\n");
        assert_eq!(difference("a\nb\n", "a\n"), "-b\n");
    }
}
