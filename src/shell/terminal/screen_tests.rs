//! What the backend and the canvas promise, watched by an independent terminal (`vt100`).
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::time::Instant;

use proptest::prelude::*;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use super::pen::SEEN_ON_BLANK;
use super::*;

/// A canvas and a terminal that reads its bytes.
struct Bench {
    canvas: Canvas<Vec<u8>>,
    terminal: vt100::Parser,
}

impl Bench {
    fn new(columns: u16, rows: u16) -> Bench {
        let canvas = Canvas::new(Vec::new(), columns, rows).unwrap();
        Bench {
            canvas,
            terminal: vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0),
        }
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.canvas.set_size(columns, rows);
    }

    /// Draws a frame and returns the bytes it took, without the question at the end.
    fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> usize {
        self.canvas.pacing = Pacing::default();
        let sink = self.canvas.terminal.backend_mut().sink_mut();
        sink.clear();
        let drawn = self.canvas.draw(Instant::now(), render, |_| {}).unwrap();
        assert_eq!(drawn, Drawn::Whole);
        let sink = self.canvas.terminal.backend().sink();
        self.terminal.process(sink);
        assert_eq!(self.canvas.terminal.backend().dropped(), 0, "the gate had to drop something");
        let count = sink.len().saturating_sub(b"\x1b[6n".len());
        assert!(sink.is_empty() || sink.ends_with(b"\x1b[6n"));
        count
    }

    fn show(&mut self, picture: &Buffer) -> usize {
        self.draw(|frame| frame.buffer_mut().clone_from(picture))
    }

    /// Compares the terminal's screen with a picture, text and style.
    fn assert_shows(&self, picture: &Buffer) -> Result<(), TestCaseError> {
        for y in 0..picture.area.height {
            let mut hidden_until = 0;
            for x in 0..picture.area.width {
                if x < hidden_until {
                    continue;
                }
                let wanted = &picture[(x, y)];
                let found = self.terminal.screen().cell(y, x).unwrap();
                let text = if found.has_contents() { found.contents() } else { " " };
                prop_assert_eq!(text, wanted.symbol(), "text at {},{}", x, y);
                let seen = wanted.symbol() != " " || wanted.modifier.intersects(SEEN_ON_BLANK);
                prop_assert_eq!(found.bgcolor(), colour(wanted.bg), "background at {},{}", x, y);
                let flags = |on: Modifier| wanted.modifier.contains(on);
                if seen {
                    prop_assert_eq!(found.fgcolor(), colour(wanted.fg), "colour at {},{}", x, y);
                    prop_assert_eq!(found.bold(), flags(Modifier::BOLD), "bold at {},{}", x, y);
                    prop_assert_eq!(found.italic(), flags(Modifier::ITALIC), "italic {},{}", x, y);
                }
                prop_assert_eq!(found.underline(), flags(Modifier::UNDERLINED), "line {},{}", x, y);
                prop_assert_eq!(found.inverse(), flags(Modifier::REVERSED), "inverse {},{}", x, y);
                hidden_until = x + if found.is_wide() { 2 } else { 1 };
            }
        }
        Ok(())
    }
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Reset => vt100::Color::Default,
        Color::Red => vt100::Color::Idx(1),
        Color::Gray => vt100::Color::Idx(7),
        Color::DarkGray => vt100::Color::Idx(8),
        Color::White => vt100::Color::Idx(15),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        other => panic!("the tests do not draw with {other}"),
    }
}

/// One change to the picture.
#[derive(Debug, Clone)]
enum Change {
    Write {
        x: u16,
        y: u16,
        text: Vec<&'static str>,
        style: Style,
    },
    Paint {
        area: Rect,
        style: Style,
    },
    Move {
        area: Rect,
        by: u16,
        up: bool,
    },
    /// Every row gets a text of its own, as a list has.
    List {
        area: Rect,
        from: u16,
        style: Style,
    },
    Wipe(Rect),
    Resize(u16, u16),
    Repaint,
}

fn styles() -> impl Strategy<Value = Style> {
    let colours = prop::sample::select(vec![
        Color::Reset,
        Color::Reset,
        Color::Red,
        Color::DarkGray,
        Color::White,
        Color::Indexed(99),
        Color::Rgb(1, 2, 3),
    ]);
    let modifiers = prop::sample::select(vec![
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::ITALIC,
        Modifier::UNDERLINED,
        Modifier::REVERSED,
        Modifier::BOLD.union(Modifier::REVERSED),
    ]);
    (colours.clone(), colours, modifiers)
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

fn areas() -> impl Strategy<Value = Rect> {
    (0_u16..40, 0_u16..14, 1_u16..45, 1_u16..16).prop_map(|(x, y, w, h)| Rect::new(x, y, w, h))
}

fn changes() -> impl Strategy<Value = Change> {
    let signs = vec![
        "a", "Z", "9", " ", " ", "é", "│", "─", "█", "你", "😀", "▌", "e\u{301}", "…", "⚠", "q",
        "x", "-",
    ];
    let text = prop::collection::vec(prop::sample::select(signs), 1..30);
    prop_oneof![
        6 => (0_u16..44, 0_u16..16, text, styles())
            .prop_map(|(x, y, text, style)| Change::Write { x, y, text, style }),
        1 => (areas(), styles()).prop_map(|(area, style)| Change::Paint { area, style }),
        3 => (areas(), 1_u16..5, any::<bool>())
            .prop_map(|(area, by, up)| Change::Move { area, by, up }),
        2 => (1_u16..5, any::<bool>(), 0_u16..8, 4_u16..16).prop_map(|(by, up, y, h)| {
            Change::Move { area: Rect::new(0, y, 200, h), by, up }
        }),
        2 => (areas(), 0_u16..900, styles())
            .prop_map(|(area, from, style)| Change::List { area, from, style }),
        3 => (0_u16..900, styles()).prop_map(|(from, style)| {
            Change::List { area: Rect::new(0, 0, 200, 200), from, style }
        }),
        1 => areas().prop_map(Change::Wipe),
        1 => (1_u16..45, 1_u16..16).prop_map(|(w, h)| Change::Resize(w, h)),
        1 => Just(Change::Repaint),
    ]
}

fn apply(change: &Change, picture: &mut Buffer, bench: &mut Bench) {
    match change {
        Change::Write { x, y, text, style } => {
            if *x < picture.area.width && *y < picture.area.height {
                picture.set_string(*x, *y, text.concat(), *style);
            }
        }
        Change::Paint { area, style } => picture.set_style(area.intersection(picture.area), *style),
        Change::Move { area, by, up } => {
            let area = area.intersection(picture.area);
            let old = picture.clone();
            for y in area.top()..area.bottom() {
                let from = if *up { y + by } else { y.wrapping_sub(*by) };
                for x in area.left()..area.right() {
                    let inside = (area.top()..area.bottom()).contains(&from);
                    picture[(x, y)] =
                        if inside { old[(x, from)].clone() } else { Default::default() };
                }
            }
        }
        Change::List { area, from, style } => {
            let area = area.intersection(picture.area);
            for y in area.top()..area.bottom() {
                let text = format!("{} 你 melding {}", from + y, (from + y) * 7 % 13);
                picture.set_stringn(area.x, y, text, usize::from(area.width), *style);
            }
        }
        Change::Wipe(area) => {
            let area = area.intersection(picture.area);
            area.positions().for_each(|place| picture[place].reset());
        }
        Change::Resize(columns, rows) => {
            picture.resize(Rect::new(0, 0, *columns, *rows));
            picture.reset();
            bench.resize(*columns, *rows);
        }
        Change::Repaint => bench.canvas.repaint().unwrap(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400, failure_persistence: None, ..Default::default()
    })]
    #[test]
    fn the_terminal_always_shows_the_picture(
        frames in prop::collection::vec(prop::collection::vec(changes(), 1..6), 1..12)
    ) {
        let mut bench = Bench::new(44, 16);
        let mut picture = Buffer::empty(Rect::new(0, 0, 44, 16));
        for frame in &frames {
            for change in frame {
                apply(change, &mut picture, &mut bench);
            }
            // Halves of wide signs cut by a move are no picture a widget can draw.
            tidy(&mut picture);
            bench.show(&picture);
            bench.assert_shows(&picture)?;
            prop_assert_eq!(bench.show(&picture), 0, "nothing changed, nothing may be sent");
        }
    }
}

/// A queue as wide as the screen: a marker sign instead of a coloured row, as in the workstation.
fn queue(frame: &mut Frame<'_>, top: usize, selected: usize) {
    let area = frame.area();
    let buffer = frame.buffer_mut();
    buffer.set_string(0, 0, "Beschermd - meldingen", Style::new().add_modifier(Modifier::BOLD));
    for line in 0..usize::from(area.height) - 3 {
        let (at, y) = (top + line, u16::try_from(line).unwrap() + 2);
        let mark = if at == selected { "▌" } else { " " };
        let word = ["kind gezien", "zorg over vader", "school belde", "buurvrouw meldt lawaai"];
        let name = ["Bakker", "De Boer", "Yilmaz", "El Amrani", "Jansen"][at % 5];
        let text = format!(
            "{mark} ZW1-26-{at:06}  {name:<12} {:<36} {:>2} kind.  nog {} d {:>2} u   VT · {}",
            word[at * 7 % 4],
            at * 3 % 6,
            at % 5,
            at * 11 % 24,
            ["J. de Vries", "A. Smit"][at % 2],
        );
        buffer.set_string(0, y, text, Style::new());
    }
    let count = format!("{}/1000", selected + 1);
    buffer.set_string(0, area.height - 1, count, Style::new());
}

#[test]
fn a_key_costs_no_more_bytes_than_promised() {
    let mut bench = Bench::new(120, 40);
    let first = bench.draw(|frame| queue(frame, 0, 0));
    let moved = bench.draw(|frame| queue(frame, 0, 1));
    bench.draw(|frame| queue(frame, 0, 36));
    let scrolled = bench.draw(|frame| queue(frame, 1, 37));
    let back = bench.draw(|frame| queue(frame, 0, 36));
    let page = bench.draw(|frame| queue(frame, 37, 37));
    println!("first {first}, move {moved}, scroll {scrolled} / {back}, page {page}");
    assert!(moved <= 40, "a move took {moved} bytes");
    assert!(scrolled <= 200 && back <= 200, "a scroll took {scrolled} and {back} bytes");
    // Each row of the page shows about 80 signs that changed or stand between such.
    assert!(page <= 3_000, "a page took {page} bytes");
    assert!(first <= 4_000, "the first frame took {first} bytes");
}

#[test]
fn lines_are_never_moved_with_a_coloured_pen() {
    // Terminals fill the row that comes free with the pen's background.
    let mut bench = Bench::new(40, 12);
    let draw = |frame: &mut Frame<'_>, top: u16| {
        for y in 0..11 {
            let text = format!("melding {} van Jansen", top + y);
            frame.buffer_mut().set_string(0, y, text, Style::new());
        }
        frame.buffer_mut().set_string(0, 11, "onderaan", Style::new().bg(Color::Red));
    };
    bench.draw(|frame| draw(frame, 100));
    bench.draw(|frame| draw(frame, 101));
    let bytes = String::from_utf8_lossy(bench.canvas.terminal.backend().sink()).into_owned();
    assert!(bytes.starts_with("\u{1b}[m\u{1b}[1;11r\u{1b}[H\u{1b}[M\u{1b}[r"), "{bytes:?}");
}

#[test]
fn a_list_beside_still_panes_scrolls_for_the_price_of_the_list() {
    // Terminals move whole rows only: moving them back beside the list would cost more than it
    // saves, and the backend must see that.
    let still =
        |y: u16| format!("│ {y} {:<80}│", "Zicht op veiligheid: VT · J. de Vries ".repeat(2));
    let names = ["Bakker, 3 kind.", "De Boer, 1 kind", "Yilmaz, 2 kind.", "El Amrani", "Jansen"];
    let draw = |frame: &mut Frame<'_>, top: usize| {
        let buffer = frame.buffer_mut();
        for y in 1..35_u16 {
            let at = top + usize::from(y);
            let line = format!("│ nog {} d {:<18}│", at * 7 % 5, names[at * 3 % 5]);
            buffer.set_string(0, y, line, Style::new());
            buffer.set_string(30, y, still(y), Style::new());
        }
    };
    let mut bench = Bench::new(120, 36);
    bench.draw(|frame| draw(frame, 0));
    let scrolled = bench.draw(|frame| draw(frame, 1));
    println!("a list beside still panes: {scrolled}");
    assert!(scrolled <= 34 * 27, "a pane took {scrolled} bytes");
}

#[test]
fn the_cursor_costs_nothing_while_it_rests() {
    let mut bench = Bench::new(80, 24);
    let typed = |text: &'static str| {
        move |frame: &mut Frame<'_>| {
            frame.buffer_mut().set_string(0, 3, text, Style::new());
            let column = u16::try_from(text.len()).unwrap();
            frame.set_cursor_position(Position::new(column, 3));
        }
    };
    bench.draw(typed("Jan"));
    assert!(!bench.terminal.screen().hide_cursor());
    assert_eq!(bench.draw(typed("Jan")), 0);
    assert_eq!(bench.draw(typed("Jans")), 1, "the letter and nothing else");
    assert_eq!(bench.terminal.screen().cursor_position(), (3, 4));
    bench.draw(|frame| {
        frame.buffer_mut().set_string(0, 3, "Jans", Style::new());
    });
    assert!(bench.terminal.screen().hide_cursor());
}

#[test]
fn a_sign_the_terminal_finds_wider_or_narrower_shifts_nothing_after_it() {
    // vt100 gives each of these several cells; a family is one sign of two columns to us.
    let mut bench = Bench::new(40, 4);
    bench.draw(|frame| {
        frame.buffer_mut().set_string(
            0,
            1,
            "👨\u{200d}👩\u{200d}👧 slot ⚠\u{fe0f} einde",
            Style::new(),
        );
    });
    let line = bench.terminal.screen().rows(0, 40).nth(1).unwrap();
    assert!(line.contains("slot"), "{line}");
    let at = |x| bench.terminal.screen().cell(1, x).unwrap().contents().to_owned();
    assert_eq!((at(3), at(6), at(11)), ("s".to_owned(), "t".to_owned(), "e".to_owned()));
}

#[test]
fn raw_control_signs_in_a_cell_reach_no_terminal() {
    let mut bench = Bench::new(20, 3);
    bench.draw(|frame| {
        let buffer = frame.buffer_mut();
        buffer[(0, 0)].set_symbol("\u{1b}]52;c;aGFsbG8=\u{7}");
        buffer[(1, 0)].set_char('\u{9b}');
        buffer[(2, 0)].set_char('\u{7}');
        buffer[(3, 0)].set_symbol("");
        buffer[(4, 0)].set_symbol("x");
        buffer[(19, 1)].set_symbol("你");
    });
    assert_eq!(bench.terminal.screen().rows(0, 20).next().unwrap(), "??? x");
}

#[test]
fn a_widget_that_panics_leaves_the_fallback_on_the_screen() {
    crate::shell::harden::set_panic_hook();
    let mut bench = Bench::new(30, 4);
    let now = Instant::now();
    let drawn = bench.canvas.draw(
        now,
        |frame| {
            frame.buffer_mut().set_string(0, 0, "half", Style::new());
            panic!("Kanarie");
        },
        |frame| frame.buffer_mut().set_string(0, 1, "plain", Style::new()),
    );
    let Drawn::Fallback(place) = drawn.unwrap() else { panic!("it was drawn whole") };
    assert!(place.to_string().contains("screen_tests.rs"), "{place}");
    bench.terminal.process(bench.canvas.terminal.backend().sink());
    assert_eq!(bench.terminal.screen().contents().trim(), "plain");
    // And the program lives on, even if the fallback panics as well.
    bench.canvas.terminal.backend_mut().sink_mut().clear();
    bench.canvas.draw(now, |_| panic!("one"), |_| panic!("two")).unwrap();
    bench.terminal.process(bench.canvas.terminal.backend().sink());
    assert_eq!(bench.terminal.screen().contents().trim(), "");
    bench.draw(|frame| frame.buffer_mut().set_string(0, 0, "alive", Style::new()));
    assert_eq!(bench.terminal.screen().contents().trim(), "alive");
}

#[test]
fn a_hundred_thousand_resizes_do_no_harm() {
    let mut canvas = Canvas::new(Vec::new(), 80, 24).unwrap();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for turn in 0..100_000_u32 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let large = turn % 5_000 == 0;
        let (columns, rows) = if large { (501, 201) } else { (24, 10) };
        let size = |bound: u64, bits: u32| u16::try_from((state >> bits) % bound).unwrap();
        canvas.set_size(size(columns, 8), size(rows, 32));
        let draw = |frame: &mut Frame<'_>| {
            let area = frame.area();
            if !area.is_empty() {
                let place = (size(u64::from(area.width), 16), size(u64::from(area.height), 40));
                frame.buffer_mut().set_string(place.0, place.1, "你 Jansen", Style::new());
                frame.set_cursor_position(place);
            }
        };
        assert_eq!(canvas.draw(Instant::now(), draw, |_| {}).unwrap(), Drawn::Whole);
        canvas.terminal.backend_mut().sink_mut().clear();
    }
    assert_eq!(canvas.terminal.backend().dropped(), 0);
}

#[test]
fn a_frame_waits_for_the_answer_to_the_one_before() {
    let mut canvas = Canvas::new(Vec::new(), 20, 3).unwrap();
    let now = Instant::now();
    let text = |text: &'static str| {
        move |frame: &mut Frame<'_>| frame.buffer_mut().set_string(0, 0, text, Style::new())
    };
    assert!(canvas.pacing.may_draw(now), "the first frame waits for nothing");
    canvas.draw(now, text("a"), |_| {}).unwrap();
    assert!(!canvas.pacing.may_draw(now));
    canvas.pacing.answered();
    assert!(canvas.pacing.may_draw(now));
    canvas.draw(now, text("a"), |_| {}).unwrap();
    assert!(canvas.pacing.may_draw(now), "a frame that sent nothing asks nothing");
}
