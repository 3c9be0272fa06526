//! Promises of safe text, held over many random strings and every code point there is.
//!
//! The randomness is a plain generator with a fixed seed: a failure comes back the next time.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::safe::GRAPHEME_POINTS_MAX;
use super::{FIELD_BYTES_MAX, SafeText, cells, hidden_characters};
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Widget, Wrap};
use std::ops::RangeInclusive;
use unicode_normalization::is_nfc;
use unicode_segmentation::UnicodeSegmentation;

const STRINGS: usize = 200_000;

/// Kinds of characters that have caused trouble, each as often as any other.
const KINDS: [RangeInclusive<u32>; 27] = [
    0x20..=0x7E,
    0x00..=0x1F,
    0x7F..=0xFF,
    0x100..=0x2FF,
    0x300..=0x36F,
    0x590..=0x8FF,
    0x900..=0xDFF,
    0x1100..=0x11FF,
    0x1780..=0x180F,
    0x2000..=0x206F,
    0x20D0..=0x20F0,
    0x2600..=0x27BF,
    0x2800..=0x2801,
    0x3000..=0x30FF,
    0x3131..=0x3190,
    0x4E00..=0x9FFF,
    0xAC00..=0xD7FF,
    0xE000..=0xF8FF,
    0xFB50..=0xFDFF,
    0xFE00..=0xFE0F,
    0xFEFF..=0xFFFF,
    0x11000..=0x11FFF,
    0x1D150..=0x1D190,
    0x1F1E6..=0x1F1FF,
    0x1F300..=0x1FAFF,
    0xE0000..=0xE01FF,
    0x0..=0x10_FFFF,
];

/// Characters that matter most next to one another.
const PIECES: [&str; 16] = [
    "\u{200D}",
    "\u{FE0F}",
    "\u{FE0E}",
    "👩",
    "👨\u{200D}👩\u{200D}👧",
    "\u{1F3FD}",
    "1",
    "\u{20E3}",
    " ",
    "\n",
    "\t",
    "\u{1B}[31m",
    "\u{202E}",
    "\u{FEFF}",
    "e\u{301}",
    "\u{FF9E}",
];

struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    fn string(&mut self) -> String {
        let mut out = String::new();
        for _ in 0..self.below(14) {
            if self.below(3) == 0 {
                out.push_str(PIECES[usize::try_from(self.below(16)).unwrap()]);
                continue;
            }
            let kind = &KINDS[usize::try_from(self.below(27)).unwrap()];
            let span = u64::from(kind.end() - kind.start()) + 1;
            let code = kind.start() + u32::try_from(self.below(span)).unwrap();
            if let Some(c) = char::from_u32(code) {
                let times = if self.below(40) == 0 { 12 } else { 1 };
                out.extend(std::iter::repeat_n(c, times));
            }
        }
        out
    }
}

/// Written apart from the code under test, from the Unicode lists of Cf, Cc, Zl, Zp and
/// default-ignorable code points.
fn may_never_be_shown(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' | '\u{70F}'
            | '\u{890}' | '\u{891}' | '\u{8E2}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0D}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

fn hold_the_promises(raw: &str) {
    let safe = SafeText::new(raw);
    let shown = safe.as_str();
    assert!(!shown.chars().any(may_never_be_shown), "{raw:?} shows {shown:?}");
    assert!(shown.len() <= FIELD_BYTES_MAX);
    assert!(is_nfc(shown), "{raw:?}");
    let mut width = 0;
    for grapheme in shown.graphemes(true) {
        assert!(grapheme.cell_width() > 0, "{raw:?} has {grapheme:?} without width");
        assert_eq!(cells(grapheme), usize::from(grapheme.cell_width()), "{grapheme:?}");
        assert!(grapheme.chars().count() <= GRAPHEME_POINTS_MAX, "{raw:?} has {grapheme:?}");
        assert!(!grapheme.ends_with('\u{200D}') && !grapheme.starts_with('\u{200D}'), "{raw:?}");
        width += cells(grapheme);
    }
    assert_eq!(safe.width(), width, "{raw:?}");
    assert_eq!(SafeText::new(shown).as_str(), shown, "{raw:?}: twice is not once");
    assert_eq!(hidden_characters(raw), safe.hidden(), "{raw:?}");
}

fn hold_when_cut_and_padded(raw: &str) {
    let safe = SafeText::new(raw);
    let lines = SafeText::lines(raw);
    assert!(lines.iter().all(|line| !line.as_str().chars().any(may_never_be_shown)));
    for room in [0, 1, 2, 5, 9] {
        let short = safe.truncate_to(room);
        assert!(short.width() <= room && short.width() <= safe.width());
        assert_eq!(short.as_str().graphemes(true).map(cells).sum::<usize>(), short.width());
        assert_eq!(safe.pad(room).width(), room);
        assert_eq!(safe.pad_left(room).width(), room);
        assert_eq!(safe.pad(room).as_str().graphemes(true).map(cells).sum::<usize>(), room);
    }
    assert!(safe.ascii().bytes().all(|b| matches!(b, 0x20..=0x7E)));
}

#[test]
fn nothing_hidden_and_nothing_without_width_gets_through() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for turn in 0..STRINGS {
        let raw = random.string();
        hold_the_promises(&raw);
        if turn % 16 == 0 {
            hold_when_cut_and_padded(&raw);
        }
    }
}

#[test]
fn every_code_point_is_safe_alone_before_and_after_a_letter() {
    for code in 0..=0x10_FFFF {
        // The planes that hold nothing yet are only sampled.
        if (0x4_0000..0xE_0000).contains(&code) && code % 257 != 0 {
            continue;
        }
        let Some(c) = char::from_u32(code) else { continue };
        let safe = SafeText::new(&format!("{c}a{c}"));
        let shown = safe.as_str();
        assert!(!shown.chars().any(may_never_be_shown), "U+{code:04X}");
        assert!(shown.graphemes(true).all(|grapheme| grapheme.cell_width() > 0), "U+{code:04X}");
        assert_eq!(SafeText::new(shown).as_str(), shown, "U+{code:04X}");
        // Nothing may bind to the sign that follows it.
        let before_sign = SafeText::new(&format!("{c}\u{202E}"));
        assert!(
            before_sign.as_str().graphemes(true).any(|grapheme| grapheme == "⟦"),
            "U+{code:04X}"
        );
    }
}

#[test]
fn the_signs_are_as_described() {
    let shown = |raw: &str| SafeText::new(raw).as_str().to_owned();
    assert_eq!(shown("\u{1B}[31mrood\u{7F}\u{9B}"), "␛[31mrood␡⟦9B⟧");
    assert_eq!(shown("a\tb\r\nc\nd\re"), "a    b⏎c⏎d␍e");
    assert_eq!(shown("\u{202E}nee\u{202C} \u{AD}\u{2028}"), "⟦U+202E⟧nee⟦U+202C⟧ ⟦U+00AD⟧⟦U+2028⟧");
    assert_eq!(shown("e\u{301}"), "é");
    assert_eq!(shown("\u{301}e"), "\u{25CC}\u{301}e");
    assert_eq!(shown("👩\u{200D}👧 a\u{200D}b"), "👩\u{200D}👧 a⟦U+200D⟧b");
    assert_eq!(shown("1\u{FE0F}\u{20E3} 1\u{FE0F}"), "1\u{FE0F}\u{20E3} 1⟦U+FE0F⟧");
    assert_eq!(shown("\u{1F3F4}\u{E0067}"), "\u{1F3F4}⟦U+E0067⟧");
    assert_eq!(
        shown("a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}"),
        "à\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}⟦+2⟧"
    );
    for plain in ["Zoë in ’t Veld", "Łukasz", "", "محمد", "李小龙", "Ærø"] {
        assert_eq!(shown(plain), plain);
        assert!(!hidden_characters(plain) && !SafeText::new(plain).hidden());
    }
}

#[test]
fn the_badge_is_for_hidden_characters_not_for_lines_and_tabs() {
    for plain in ["een\ntwee\r\ndrie\tvier", "👩\u{200D}👧", "é", "\n"] {
        assert!(!hidden_characters(plain), "{plain:?}");
    }
    for hidden in ["\u{0}", "a\rb", "\u{202E}", "a\u{200D}b", "\u{E0041}", "\u{FEFF}x", "\u{3164}"]
    {
        assert!(hidden_characters(hidden) && SafeText::new(hidden).hidden(), "{hidden:?}");
    }
    let late = format!("{}\u{202E}", "x".repeat(3 * FIELD_BYTES_MAX));
    assert!(hidden_characters(&late), "also beyond what is shown");
}

#[test]
fn lines_break_where_the_writer_broke_them() {
    let lines =
        |raw: &str| -> Vec<String> { SafeText::lines(raw).into_iter().map(String::from).collect() };
    assert_eq!(lines("een\r\ntwee\n\ndrie"), ["een", "twee", "", "drie"]);
    assert_eq!(lines(""), [""]);
    assert_eq!(lines("a\u{2028}b\u{85}c"), ["a⟦U+2028⟧b⟦85⟧c"]);
}

#[test]
fn a_field_is_bounded_however_long_it_is() {
    let family = "👩\u{200D}👧";
    for unit in ["x", "é", "e\u{301}", "\u{202E}", "李", family, "a\n", "\n", "\u{1161}", "\u{301}"]
    {
        for count in [FIELD_BYTES_MAX / unit.len(), FIELD_BYTES_MAX / unit.len() + 1, 300_000] {
            let raw = unit.repeat(count);
            let safe = SafeText::new(&raw);
            assert!(safe.as_str().len() <= FIELD_BYTES_MAX, "{unit:?}");
            assert!(safe.width() <= usize::from(u16::MAX), "{unit:?}");
            assert_eq!(safe.is_cut(), safe.as_str().ends_with("⟦…⟧"), "{unit:?}");
            assert_eq!(SafeText::new(safe.as_str()).as_str(), safe.as_str(), "{unit:?}");
            let lines = SafeText::lines(&raw);
            let bytes: usize = lines.iter().map(|line| line.as_str().len() + 1).sum();
            assert!(bytes <= FIELD_BYTES_MAX + 1, "{unit:?}: {bytes}");
            let is_long = raw.len() > FIELD_BYTES_MAX + 1;
            assert!(!is_long || lines.last().unwrap().is_cut(), "{unit:?} × {count}");
        }
    }
    assert!(!SafeText::new(&"x".repeat(FIELD_BYTES_MAX)).is_cut());
    assert!(SafeText::new(&"x".repeat(FIELD_BYTES_MAX + 1)).is_cut());
}

fn draw(lines: Vec<SafeText>, width: u16, wrap: Option<Wrap>) {
    let area = Rect::new(0, 0, width, 12);
    let lines: Vec<Line> = lines.into_iter().map(|line| Line::from(String::from(line))).collect();
    let paragraph = Paragraph::new(lines);
    let paragraph = match wrap {
        Some(wrap) => paragraph.wrap(wrap),
        None => paragraph,
    };
    paragraph.render(area, &mut Buffer::empty(area));
}

#[test]
fn the_string_that_makes_a_wrapped_paragraph_panic_is_drawn() {
    let poison = [
        "\u{feff} 😢😢😢😢😢😢".to_owned(),
        format!("\u{feff} {}", "😢".repeat(60)),
        format!("\u{301} {}", "😢".repeat(60)),
        format!("\u{1161} {}", "李".repeat(60)),
    ];
    for raw in poison {
        for width in [10, 80] {
            draw(SafeText::lines(&raw), width, Some(Wrap { trim: true }));
            draw(SafeText::lines(&raw), width, Some(Wrap { trim: false }));
        }
    }
}

#[test]
fn wrapped_lines_fit_and_hold_every_word() {
    let wrapped = |raw: &str, room: usize| -> Vec<String> {
        SafeText::new(raw).wrap(room).into_iter().map(String::from).collect()
    };
    assert_eq!(wrapped("Vader komt niet in huis.", 10), ["Vader komt", "niet in", "huis."]);
    assert_eq!(wrapped("  ingesprongen tekst", 8), ["  ingesp", "rongen", "tekst"]);
    assert_eq!(wrapped("a 😢😢😢", 5), ["a", "😢😢", "😢"]);
    assert_eq!(wrapped("", 5), [""]);
    assert_eq!(wrapped("李a", 1), ["…", "a"]);
    assert!(wrapped("tekst", 0).is_empty());
    let mut random = Random(7);
    for _ in 0..20_000 {
        let safe = SafeText::new(&random.string());
        for room in [1, 2, 3, 10, 80] {
            let lines = safe.wrap(room);
            let solid = |text: &str| text.replace(' ', "");
            let together: String = lines.iter().map(|line| solid(line.as_str())).collect();
            let fits = safe.as_str().graphemes(true).all(|grapheme| cells(grapheme) <= room);
            assert!(!fits || together == solid(safe.as_str()), "{safe} at {room}");
            for line in &lines {
                let width: usize = line.as_str().graphemes(true).map(cells).sum();
                assert!(width == line.width() && width <= room, "{safe} at {room}");
            }
            draw(lines, u16::try_from(room).unwrap(), None);
        }
    }
}

#[test]
fn debug_output_never_tells_what_it_holds() {
    assert_eq!(format!("{:?}", SafeText::new("Bakker")), "SafeText(6 cells)");
}
