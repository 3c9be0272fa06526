//! [`SafeText`]: text from outside, made fit for a terminal.
//!
//! A name or a narrative can hold control characters, bidirectional overrides, invisible letters
//! and towers of accents: they deceive the reader, confuse the terminal, or make a widget panic.
//! Here they become *visible signs*; nothing is silently dropped, because staff must see that it
//! was there. The original is kept elsewhere, unchanged; this is only what is shown.
//!
//! The rules: composed form (NFC); controls as control pictures or `⟦9B⟧`; a tab as four spaces; a
//! line break as `⏎` or as a line of its own ([`SafeText::lines`]); format, bidi, tag, filler and
//! other hidden characters as `⟦U+202E⟧`; a joiner only inside an emoji; no grapheme without width;
//! at most [`GRAPHEME_POINTS_MAX`] code points in a grapheme; at most [`FIELD_BYTES_MAX`] bytes.
//!
//! Deliberately absent: tables of our own for what Unicode crates know (emoji, graphemes, widths).

use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The longest field shown, in bytes: just under 64 KiB, so that its width fits sixteen bits.
pub const FIELD_BYTES_MAX: usize = 64 * 1024 - 1;

/// The most code points kept in one grapheme.
pub const GRAPHEME_POINTS_MAX: usize = 8;

/// Stands at the end of a field that was too long.
const CUT_MARK: &str = "⟦…⟧";
const LINE_BREAK: char = '⏎';
const DOTTED_CIRCLE: char = '\u{25CC}';
const JOINER: char = '\u{200D}';
const KEYCAP: char = '\u{20E3}';

/// Text that may be given to a widget: every grapheme has a width, none can deceive.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafeText {
    text: String,
    width: usize,
    hidden: bool,
    cut: bool,
}

impl SafeText {
    /// Makes one line: line breaks become `⏎`.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        Self::build(raw, FIELD_BYTES_MAX)
    }

    /// Makes lines: `\n` and `\r\n` break, nothing else does. Always at least one line; together
    /// they hold at most [`FIELD_BYTES_MAX`] bytes.
    #[must_use]
    pub fn lines(raw: &str) -> Vec<Self> {
        let mut lines: Vec<Self> = Vec::new();
        let mut left = FIELD_BYTES_MAX;
        let mut rest = Some(raw);
        while let Some(now) = rest {
            let line = match now.split_once('\n') {
                Some((line, after)) => {
                    rest = Some(after);
                    line.strip_suffix('\r').unwrap_or(line)
                }
                None => {
                    rest = None;
                    now
                }
            };
            if left < CUT_MARK.len() + 1 {
                if let Some(last) = lines.last_mut() {
                    last.mark_cut(last.text.len().max(CUT_MARK.len()));
                }
                break;
            }
            let made = Self::build(line, left);
            left = left.saturating_sub(made.text.len() + 1);
            let is_cut = made.cut;
            lines.push(made);
            if is_cut {
                break;
            }
        }
        lines
    }

    /// What may be shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether hidden or control characters were made visible (the badge on the screen).
    #[must_use]
    pub const fn hidden(&self) -> bool {
        self.hidden
    }

    /// Whether the text was longer than is shown.
    #[must_use]
    pub const fn is_cut(&self) -> bool {
        self.cut
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Width in terminal cells, as the screen library counts it.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// At most `cells_max` wide; what was longer ends in `…`.
    #[must_use]
    pub fn truncate_to(&self, cells_max: usize) -> Self {
        self.truncate_with(cells_max, '…')
    }

    /// [`Self::truncate_to`] with another sign of one cell, for terminals without `…`.
    #[must_use]
    pub fn truncate_with(&self, cells_max: usize, sign: char) -> Self {
        if self.width <= cells_max {
            return self.clone();
        }
        let mut short = Self { hidden: self.hidden, cut: self.cut, ..Self::default() };
        if cells_max == 0 {
            return short;
        }
        for grapheme in self.text.graphemes(true) {
            let width = cells(grapheme);
            if short.width + width > cells_max - 1 {
                break;
            }
            short.text.push_str(grapheme);
            short.width += width;
        }
        short.text.push(sign);
        short.width += 1;
        short
    }

    /// Exactly `cells_wide` wide: spaces are added at the end, or it is cut with `…`.
    #[must_use]
    pub fn pad(&self, cells_wide: usize) -> Self {
        let mut padded = self.truncate_to(cells_wide);
        while padded.width < cells_wide {
            padded.text.push(' ');
            padded.width += 1;
        }
        padded
    }

    /// Exactly `cells_wide` wide, with the spaces in front (for numbers).
    #[must_use]
    pub fn pad_left(&self, cells_wide: usize) -> Self {
        let mut padded = self.truncate_to(cells_wide);
        let spaces = cells_wide - padded.width;
        padded.text.insert_str(0, &" ".repeat(spaces));
        padded.width = cells_wide;
        padded
    }

    /// Lines of at most `cells_max`, broken between words, or inside a word that is longer than a
    /// line. Always use this rather than the wrapping of the screen library, which can draw past
    /// its edge where wide letters meet. At least one line; none when there is no room at all.
    #[must_use]
    pub fn wrap(&self, cells_max: usize) -> Vec<Self> {
        if cells_max == 0 {
            return Vec::new();
        }
        let mut lines = Vec::new();
        let mut line = Self::default();
        let mut word = Self::default();
        for grapheme in self.text.graphemes(true) {
            if grapheme == " " {
                line.append(&mut word);
                if line.width < cells_max {
                    line.add(" ", 1);
                }
                continue;
            }
            let (grapheme, width) = match cells(grapheme) {
                width if width > cells_max => ("…", 1),
                width => (grapheme, width),
            };
            while line.width + word.width + width > cells_max {
                if line.text.trim_end().is_empty() {
                    line.append(&mut word);
                }
                line.trim_end();
                lines.push(std::mem::take(&mut line));
            }
            word.add(grapheme, width);
        }
        line.append(&mut word);
        lines.push(line);
        lines
    }

    /// Plain ASCII for terminals that do not speak UTF-8: `é` is `e`, `ß` is `ss`, what has no
    /// likeness is `?`.
    #[must_use]
    pub fn ascii(&self) -> String {
        super::safe_ascii::transliterate(&self.text)
    }

    fn build(raw: &str, bytes_max: usize) -> Self {
        if raw.len() <= bytes_max
            && let Some(width) = plain_width(raw)
        {
            return Self { text: raw.to_owned(), width, ..Self::default() };
        }
        let mut taken = raw.len().min(FIELD_BYTES_MAX);
        while !raw.is_char_boundary(taken) {
            taken -= 1;
        }
        let source: Vec<char> = raw.get(..taken).unwrap_or("").nfc().collect();
        let mut shown = String::with_capacity(taken + 16);
        let mut safe = Self::default();
        for (at, c) in source.iter().copied().enumerate() {
            safe.hidden |= show(&source, at, c, &mut shown);
        }
        safe.add_graphemes(&shown, bytes_max);
        if taken < raw.len() {
            safe.mark_cut(bytes_max);
        }
        safe
    }

    /// Adds what [`show`] made, one grapheme at a time: each gets a width and a bound.
    fn add_graphemes(&mut self, shown: &str, bytes_max: usize) {
        for grapheme in shown.graphemes(true) {
            if self.text.len() > bytes_max {
                break;
            }
            let mut kept = bound(grapheme, GRAPHEME_POINTS_MAX);
            if cells(kept) > 0 {
                self.text.push_str(kept);
            } else if sits_on_circle(kept) {
                kept = bound(grapheme, GRAPHEME_POINTS_MAX - 1);
                self.text.push(DOTTED_CIRCLE);
                self.text.push_str(kept);
            } else {
                kept.chars().for_each(|c| push_code(&mut self.text, c));
                self.hidden = true;
            }
            let left_out = grapheme.chars().count() - kept.chars().count();
            if left_out > 0 {
                self.text.push_str(&format!("⟦+{left_out}⟧"));
                self.hidden = true;
            }
        }
        if self.text.len() > bytes_max {
            self.mark_cut(bytes_max);
        } else {
            self.width = cells_of(&self.text);
        }
    }

    fn add(&mut self, grapheme: &str, width: usize) {
        self.text.push_str(grapheme);
        self.width += width;
    }

    fn append(&mut self, other: &mut Self) {
        self.add(&other.text, other.width);
        *other = Self::default();
    }

    fn trim_end(&mut self) {
        let kept = self.text.trim_end_matches(' ').len();
        self.width -= self.text.len() - kept;
        self.text.truncate(kept);
    }

    /// Cuts at a grapheme so that the mark fits, and sets the mark.
    fn mark_cut(&mut self, bytes_max: usize) {
        let room = bytes_max.saturating_sub(CUT_MARK.len());
        let end = self
            .text
            .grapheme_indices(true)
            .map(|(at, grapheme)| at + grapheme.len())
            .take_while(|end| *end <= room)
            .last()
            .unwrap_or(0);
        self.text.truncate(end);
        self.text.push_str(CUT_MARK);
        self.width = cells_of(&self.text);
        self.cut = true;
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Says how much there is, never what: debug output ends up in logs.
impl fmt::Debug for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SafeText({} cells)", self.width)
    }
}

impl AsRef<str> for SafeText {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl From<SafeText> for String {
    fn from(safe: SafeText) -> Self {
        safe.text
    }
}

/// The width of one grapheme in terminal cells, exactly as the screen library counts it: by
/// Unicode, but the half-width sound marks (U+FF9E, U+FF9F) take a cell of their own.
#[must_use]
pub fn cells(grapheme: &str) -> usize {
    if grapheme.len() == 1 {
        return 1;
    }
    let sound_marks = grapheme.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
    grapheme.width() + sound_marks
}

fn cells_of(text: &str) -> usize {
    text.graphemes(true).map(cells).sum()
}

/// Whether a text holds control or hidden characters, which [`SafeText`] shows as signs. Line
/// breaks and tabs are not hidden. Reads the whole text, however long.
#[must_use]
pub fn hidden_characters(raw: &str) -> bool {
    if is_plain_text(raw) {
        return false;
    }
    let source: Vec<char> = raw.nfc().collect();
    let mut shown = String::with_capacity(raw.len());
    let mut hidden = false;
    for (at, c) in source.iter().copied().enumerate() {
        hidden |= show(&source, at, c, &mut shown);
    }
    hidden || {
        let mut rest = SafeText::default();
        rest.add_graphemes(&shown, usize::MAX);
        rest.hidden
    }
}

/// The width of text that needs no work: printable ASCII and composed Latin letters.
fn plain_width(raw: &str) -> Option<usize> {
    if raw.bytes().all(|b| matches!(b, 0x20..=0x7E)) {
        return Some(raw.len());
    }
    let mut width = 0;
    for c in raw.chars() {
        match c {
            ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{17F}' => width += 1,
            _ => return None,
        }
    }
    Some(width)
}

/// Printable ASCII, composed Latin letters, tabs and line breaks, and nothing else.
fn is_plain_text(raw: &str) -> bool {
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\t' | '\n' | ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{17F}' => {}
            '\r' if chars.peek() == Some(&'\n') => {}
            _ => return false,
        }
    }
    true
}

/// The longest beginning of a grapheme that may be kept; never one that ends in a joiner.
fn bound(grapheme: &str, points_max: usize) -> &str {
    let end = grapheme.char_indices().nth(points_max).map(|(at, _)| at);
    match end {
        Some(end) => grapheme.get(..end).unwrap_or("").trim_end_matches(JOINER),
        None => grapheme,
    }
}

/// Whether marks without a base get a width by standing on a dotted circle.
fn sits_on_circle(marks: &str) -> bool {
    let seated = format!("{DOTTED_CIRCLE}{marks}");
    seated.graphemes(true).count() == 1 && cells(&seated) > 0
}

/// Writes the sign of one character, and tells whether it was a hidden one.
fn show(source: &[char], at: usize, c: char, shown: &mut String) -> bool {
    let next = source.get(at + 1).copied();
    match c {
        '\t' => shown.push_str("    "),
        '\r' if next == Some('\n') => {}
        '\n' => shown.push(LINE_BREAK),
        '\0'..='\u{1F}' => {
            shown.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('?'));
            return true;
        }
        '\u{7F}' => {
            shown.push('\u{2421}');
            return true;
        }
        '\u{80}'..='\u{9F}' => {
            shown.push_str(&format!("⟦{:02X}⟧", u32::from(c)));
            return true;
        }
        JOINER if joins_emoji(source, at) => shown.push(c),
        '\u{FE0E}' | '\u{FE0F}' if styles_emoji(source, at) => shown.push(c),
        _ if is_hidden(c) => {
            push_code(shown, c);
            return true;
        }
        _ => shown.push(c),
    }
    false
}

fn push_code(shown: &mut String, c: char) {
    shown.push_str(&format!("⟦U+{:04X}⟧", u32::from(c)));
}

/// A joiner with an emoji right after it and an emoji, with or without modifiers, before it.
fn joins_emoji(source: &[char], at: usize) -> bool {
    let before = source.get(..at).unwrap_or(&[]);
    let base = before.iter().rev().find(|c| !matches!(c, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}'));
    base.is_some_and(|c| is_emoji(*c)) && source.get(at + 1).is_some_and(|c| is_emoji(*c))
}

/// A style selector right after an emoji, or inside a keycap.
fn styles_emoji(source: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| source.get(before)).copied();
    before.is_some_and(|c| {
        is_emoji(c) || (matches!(c, '0'..='9' | '#' | '*') && source.get(at + 1) == Some(&KEYCAP))
    })
}

/// Whether Unicode counts a character as a picture: then a joiner binds it to the next one.
fn is_emoji(c: char) -> bool {
    let probe: String = [c, JOINER, '\u{1F469}'].into_iter().collect();
    probe.graphemes(true).count() == 1
}

/// Characters without a shape of their own, or that change the shape of others: format controls
/// (Cf), default-ignorable code points, separators, fillers, blanks, private use, non-characters,
/// and letters that bind to what follows them (which would swallow our signs).
const fn is_hidden(c: char) -> bool {
    if c as u32 & 0xFFFE == 0xFFFE {
        return true;
    }
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{600}'..='\u{605}'
            | '\u{61C}'
            | '\u{6DD}'
            | '\u{70F}'
            | '\u{890}'..='\u{891}'
            | '\u{8E2}'
            | '\u{D4E}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{E000}'..='\u{F8FF}'
            | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFC}'
            | '\u{110BD}'
            | '\u{110CD}'
            | '\u{111C2}'..='\u{111C3}'
            | '\u{113D1}'
            | '\u{1193F}'
            | '\u{11941}'
            | '\u{11A3A}'
            | '\u{11A84}'..='\u{11A89}'
            | '\u{11D46}'
            | '\u{11F02}'
            | '\u{13430}'..='\u{1345F}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D159}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
            | '\u{F0000}'..='\u{10FFFF}'
    )
}
