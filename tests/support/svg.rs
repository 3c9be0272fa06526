//! A picture of a screen: a ratatui `Buffer` as an SVG that looks the same in every viewer.
//!
//! Lines and blocks are drawn as shapes, because fonts leave gaps between them; text is stretched
//! to its cells. Deliberately absent: blinking, the cursor, and any colour beyond the sixteen
//! and plain RGB: an indexed colour above 15 is drawn as the default.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// Pixels of a cell.
const WIDE: usize = 9;
const HIGH: usize = 18;
/// Pixels around the screen.
const EDGE: usize = 12;

const PAPER: &str = "#16181d";
const INK: &str = "#d6d9df";

/// The sixteen colours, in the order of a terminal's palette.
const PALETTE: [&str; 16] = [
    "#16181d", "#d0565b", "#7fae5e", "#d1a24a", "#5f8fd3", "#b07cc6", "#4fa9a9", "#c3c7ce",
    "#737a86", "#f0787c", "#9ccf7a", "#f0c36a", "#83b0f2", "#cf9be3", "#70cccc", "#ffffff",
];

/// How a cell is drawn once reversal and dimming are settled.
#[derive(Clone, PartialEq, Eq)]
struct Look {
    ink: String,
    paper: String,
    modifier: Modifier,
}

/// A rectangle in pixels, and its opacity in percent.
struct Shape {
    left: usize,
    top: usize,
    wide: usize,
    high: usize,
    percent: usize,
}

/// The picture of a screen; `title` is what a screen reader says of it.
pub fn svg(buffer: &Buffer, title: &str) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (wide, high) = (columns * WIDE + 2 * EDGE, rows * HIGH + 2 * EDGE);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" \
         width=\"{wide}\" height=\"{high}\" role=\"img\">\n<title>{}</title>\n\
         <rect width=\"{wide}\" height=\"{high}\" rx=\"8\" fill=\"{PAPER}\"/>\n\
         <g font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace\" \
         font-size=\"15\" style=\"white-space:pre\">\n",
        escaped(title)
    );
    for (row, cells) in buffer.content.chunks(columns.max(1)).enumerate() {
        draw_row(&mut out, row, cells);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn draw_row(out: &mut String, row: usize, cells: &[Cell]) {
    let top = EDGE + row * HIGH;
    let mut column = 0;
    while column < cells.len() {
        let look = look_of(&cells[column]);
        let mut end = column + 1;
        while end < cells.len() && look_of(&cells[end]) == look {
            end += 1;
        }
        if look.paper != PAPER {
            let (left, wide) = (EDGE + column * WIDE, (end - column) * WIDE);
            let _ = writeln!(
                out,
                "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{HIGH}\" fill=\"{}\"/>",
                look.paper
            );
        }
        if !look.modifier.contains(Modifier::HIDDEN) {
            draw_run(out, top, column, &cells[column..end], &look);
        }
        column = end;
    }
}

/// Draws cells of one look: shapes as shapes, the rest as stretches of text.
fn draw_run(out: &mut String, top: usize, first: usize, cells: &[Cell], look: &Look) {
    let mut text = String::new();
    let mut shapes: Vec<Shape> = Vec::new();
    let mut from = first;
    let mut at = 0;
    while let Some(cell) = cells.get(at) {
        let symbol = cell.symbol();
        let taken = symbol.width().max(1);
        let drawn = shapes_of(symbol, EDGE + (first + at) * WIDE, top);
        if !drawn.is_empty() || taken > 1 {
            draw_text(out, top, from, &mut text, look);
            if taken > 1 {
                text.push_str(symbol);
                draw_text(out, top, first + at, &mut text, look);
            }
            drawn.into_iter().for_each(|shape| join(&mut shapes, shape));
            from = first + at + taken;
        } else {
            text.push_str(symbol);
        }
        at += taken;
    }
    draw_text(out, top, from, &mut text, look);
    let dim = if look.modifier.contains(Modifier::DIM) { 60 } else { 100 };
    for Shape { left, top, wide, high, percent } in shapes {
        let _ = write!(
            out,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"{}\"",
            look.ink
        );
        match percent * dim / 100 {
            100 => out.push_str("/>\n"),
            part => {
                let _ = writeln!(out, " fill-opacity=\"0.{part:02}\"/>");
            }
        }
    }
}

/// Adds a shape, or lengthens the one of the same height that it touches.
fn join(shapes: &mut Vec<Shape>, shape: Shape) {
    let touches = |before: &&mut Shape| {
        (before.top, before.high, before.percent) == (shape.top, shape.high, shape.percent)
            && before.left + before.wide >= shape.left
    };
    match shapes.iter_mut().rev().take(4).find(touches) {
        Some(before) => before.wide = shape.left + shape.wide - before.left,
        None => shapes.push(shape),
    }
}

/// Writes out a stretch of text that starts at a column, and empties it.
fn draw_text(out: &mut String, top: usize, column: usize, text: &mut String, look: &Look) {
    let lined = look.modifier.intersects(Modifier::UNDERLINED | Modifier::CROSSED_OUT);
    let skipped = if lined { 0 } else { text.len() - text.trim_start_matches(' ').len() };
    let shown = if lined { text.as_str() } else { text.trim_matches(' ') };
    if !shown.is_empty() {
        let (left, base) = (EDGE + (column + skipped) * WIDE, top + 14);
        let wide = shown.width() * WIDE;
        let mut more = String::new();
        for (modifier, attribute) in [
            (Modifier::BOLD, " font-weight=\"bold\""),
            (Modifier::ITALIC, " font-style=\"italic\""),
            (Modifier::UNDERLINED, " text-decoration=\"underline\""),
            (Modifier::CROSSED_OUT, " text-decoration=\"line-through\""),
            (Modifier::DIM, " fill-opacity=\"0.6\""),
        ] {
            if look.modifier.contains(modifier) {
                more.push_str(attribute);
            }
        }
        let _ = writeln!(
            out,
            "<text x=\"{left}\" y=\"{base}\" textLength=\"{wide}\" \
             lengthAdjust=\"spacingAndGlyphs\" fill=\"{}\"{more}>{}</text>",
            look.ink,
            escaped(shown)
        );
    }
    text.clear();
}

/// The rectangles of a line or block sign whose cell begins at `left` and `top`.
fn shapes_of(symbol: &str, left: usize, top: usize) -> Vec<Shape> {
    let block = |x, y, wide, high, percent| {
        vec![Shape { left: left + x, top: top + y, wide, high, percent }]
    };
    match symbol {
        "█" => return block(0, 0, WIDE, HIGH, 100),
        "▓" => return block(0, 0, WIDE, HIGH, 75),
        "▒" => return block(0, 0, WIDE, HIGH, 50),
        "░" => return block(0, 0, WIDE, HIGH, 25),
        "▌" => return block(0, 0, WIDE / 2, HIGH, 100),
        "▐" => return block(WIDE - WIDE / 2, 0, WIDE / 2, HIGH, 100),
        "▀" => return block(0, 0, WIDE, HIGH / 2, 100),
        "▄" => return block(0, HIGH / 2, WIDE, HIGH / 2, 100),
        "▎" | "▏" => return block(0, 0, 2, HIGH, 100),
        _ => (),
    }
    let Some((arms, thick)) = arms_of(symbol) else { return Vec::new() };
    let (middle, centre) = (WIDE / 2, HIGH / 2);
    let mut found = Vec::new();
    for arm in arms.chars() {
        found.extend(match arm {
            'l' => block(0, centre, middle + thick, thick, 100),
            'r' => block(middle, centre, WIDE - middle, thick, 100),
            'v' => block(middle, 0, thick, HIGH, 100),
            'u' => block(middle, 0, thick, centre + thick, 100),
            _ => block(middle, centre, thick, HIGH - centre, 100),
        });
    }
    found
}

/// Which way a line sign runs (left, right, up, down, or vertical all through) and its thickness
/// in pixels.
fn arms_of(symbol: &str) -> Option<(&'static str, usize)> {
    Some(match symbol {
        "─" => ("lr", 1),
        "│" => ("v", 1),
        "┌" | "╭" => ("rd", 1),
        "┐" | "╮" => ("ld", 1),
        "└" | "╰" => ("ru", 1),
        "┘" | "╯" => ("lu", 1),
        "├" => ("rv", 1),
        "┤" => ("lv", 1),
        "┬" => ("lrd", 1),
        "┴" => ("lru", 1),
        "┼" => ("lrv", 1),
        "━" | "═" => ("lr", 2),
        "┃" | "║" => ("v", 2),
        "┏" | "╔" => ("rd", 2),
        "┓" | "╗" => ("ld", 2),
        "┗" | "╚" => ("ru", 2),
        "┛" | "╝" => ("lu", 2),
        "┣" | "╠" => ("rv", 2),
        "┫" | "╣" => ("lv", 2),
        "┳" | "╦" => ("lrd", 2),
        "┻" | "╩" => ("lru", 2),
        "╋" | "╬" => ("lrv", 2),
        _ => return None,
    })
}

fn look_of(cell: &Cell) -> Look {
    let ink = colour(cell.fg).unwrap_or_else(|| INK.into());
    let paper = colour(cell.bg).unwrap_or_else(|| PAPER.into());
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (ink, paper) = if reversed { (paper, ink) } else { (ink, paper) };
    Look { ink, paper, modifier: cell.modifier }
}

fn colour(colour: Color) -> Option<String> {
    let place = match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(place) => usize::from(place),
        Color::Rgb(r, g, b) => return Some(format!("#{r:02x}{g:02x}{b:02x}")),
        Color::Reset => return None,
    };
    PALETTE.get(place).map(ToString::to_string)
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn picture(style: Style, text: &str) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(1, 0, text, style);
        svg(&buffer, "a < b")
    }

    #[test]
    fn a_word_stands_at_its_cell_and_fills_its_cells() {
        let made = picture(Style::new(), "te laat");
        assert!(made.contains("x=\"21\" y=\"26\" textLength=\"63\""), "{made}");
        assert!(made.contains(">te laat</text>") && made.contains("<title>a &lt; b</title>"));
        assert_eq!(made.matches("<text").count(), 1);
    }

    #[test]
    fn colour_weight_and_reversal_change_the_picture() {
        let plain = picture(Style::new(), "acuut");
        let red = picture(Style::new().fg(Color::Red), "acuut");
        let bold = picture(Style::new().bold(), "acuut");
        let reversed = picture(Style::new().reversed(), "acuut");
        assert!(red.contains(PALETTE[1]) && !plain.contains(PALETTE[1]));
        assert!(bold.contains("font-weight") && !plain.contains("font-weight"));
        assert!(reversed.contains(&format!("height=\"18\" fill=\"{INK}\"")), "{reversed}");
        assert!(reversed.contains(&format!("fill=\"{PAPER}\">acuut")), "{reversed}");
    }

    #[test]
    fn lines_are_shapes_and_signs_of_markup_are_escaped() {
        let made = picture(Style::new(), "┌─<&\"");
        // The paper, the upright of the corner, and one line from its middle on.
        assert_eq!(made.matches("<rect").count(), 3, "{made}");
        assert!(made.contains("x=\"25\" y=\"21\" width=\"14\" height=\"1\""), "{made}");
        assert!(made.contains(">&lt;&amp;&quot;</text>"), "{made}");
    }

    #[test]
    fn a_wide_sign_takes_two_cells_and_what_follows_stays_in_place() {
        let made = picture(Style::new(), "日x");
        assert!(made.contains("x=\"21\" y=\"26\" textLength=\"18\""), "{made}");
        assert!(made.contains("x=\"39\" y=\"26\" textLength=\"9\""), "{made}");
    }
}
