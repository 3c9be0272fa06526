//! The pen: what colours and attributes the terminal is writing with now, and the shortest
//! sequence to the next ones.
//!
//! Colours are the sixteen of the system unless a theme asks for more. Whether colour is used at
//! all (`NO_COLOR`, mono) is the theme's decision and not made here.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Attributes that can be seen on an empty cell.
pub(super) const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// Each attribute with the code that sets it and the code that ends it.
const ATTRIBUTES: [(Modifier, u16, u16); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Colours and attributes of what is written next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    pub(super) fg: Color,
    pub(super) bg: Color,
    pub(super) modifier: Modifier,
}

impl Pen {
    /// The pen after `ESC[m`.
    pub(super) const PLAIN: Pen =
        Pen { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    /// The pen a cell asks for.
    pub(super) fn of(cell: &Cell) -> Pen {
        Pen { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether a space written with this pen looks like an erased cell.
    pub(super) fn erases(self) -> bool {
        self.bg == Color::Reset && !self.modifier.intersects(SEEN_ON_BLANK)
    }

    /// Appends the shortest sequence that turns this pen into `to`; nothing if they are equal.
    pub(super) fn switch(&mut self, to: Pen, out: &mut Vec<u8>) {
        if *self == to {
            return;
        }
        let start = out.len();
        self.change(to, out);
        let middle = out.len();
        Pen::afresh(to, out);
        if out.len() - middle < middle - start {
            out.drain(start..middle);
        } else {
            out.truncate(middle);
        }
        *self = to;
    }

    /// Only what differs.
    fn change(self, to: Pen, out: &mut Vec<u8>) {
        let mut codes = Codes::open(out);
        let gone = self.modifier.difference(to.modifier);
        let mut kept = self.modifier;
        for (attribute, _, end) in ATTRIBUTES {
            // One code ends two attributes (bold and dim, the two blinks): what it ends by the way
            // is set again below.
            if gone.contains(attribute) && kept.contains(attribute) {
                codes.add(end);
                for (other, _, other_end) in ATTRIBUTES {
                    if other_end == end {
                        kept.remove(other);
                    }
                }
            }
        }
        for (attribute, set, _) in ATTRIBUTES {
            if to.modifier.contains(attribute) && !kept.contains(attribute) {
                codes.add(set);
            }
        }
        if self.fg != to.fg {
            codes.colour(to.fg, 30);
        }
        if self.bg != to.bg {
            codes.colour(to.bg, 40);
        }
        codes.close();
    }

    /// From nothing: a reset and then everything.
    fn afresh(to: Pen, out: &mut Vec<u8>) {
        if to == Pen::PLAIN {
            out.extend_from_slice(b"\x1b[m");
            return;
        }
        let mut codes = Codes::open(out);
        codes.add(0);
        for (attribute, set, _) in ATTRIBUTES {
            if to.modifier.contains(attribute) {
                codes.add(set);
            }
        }
        if to.fg != Color::Reset {
            codes.colour(to.fg, 30);
        }
        if to.bg != Color::Reset {
            codes.colour(to.bg, 40);
        }
        codes.close();
    }
}

/// One `ESC[…m` being written.
struct Codes<'a> {
    out: &'a mut Vec<u8>,
    first: bool,
}

impl<'a> Codes<'a> {
    fn open(out: &'a mut Vec<u8>) -> Codes<'a> {
        out.extend_from_slice(b"\x1b[");
        Codes { out, first: true }
    }

    fn add(&mut self, code: u16) {
        if !self.first {
            self.out.push(b';');
        }
        self.first = false;
        number(self.out, code);
    }

    /// `base` is 30 for the foreground and 40 for the background.
    fn colour(&mut self, colour: Color, base: u16) {
        let code = match colour {
            Color::Reset => base + 9,
            Color::Black => base,
            Color::Red => base + 1,
            Color::Green => base + 2,
            Color::Yellow => base + 3,
            Color::Blue => base + 4,
            Color::Magenta => base + 5,
            Color::Cyan => base + 6,
            Color::Gray => base + 7,
            Color::DarkGray => base + 60,
            Color::LightRed => base + 61,
            Color::LightGreen => base + 62,
            Color::LightYellow => base + 63,
            Color::LightBlue => base + 64,
            Color::LightMagenta => base + 65,
            Color::LightCyan => base + 66,
            Color::White => base + 67,
            Color::Indexed(index) => {
                self.add(base + 8);
                self.add(5);
                u16::from(index)
            }
            Color::Rgb(red, green, blue) => {
                self.add(base + 8);
                self.add(2);
                self.add(u16::from(red));
                self.add(u16::from(green));
                u16::from(blue)
            }
        };
        self.add(code);
    }

    fn close(self) {
        self.out.push(b'm');
    }
}

/// Appends a number in decimal digits.
pub(super) fn number(out: &mut Vec<u8>, value: u16) {
    let mut digits = [0_u8; 5];
    let mut at = digits.len();
    let mut rest = value;
    loop {
        at -= 1;
        // The remainder of a division by ten fits in a byte.
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn switched(from: Pen, to: Pen) -> String {
        let mut out = Vec::new();
        let mut pen = from;
        pen.switch(to, &mut out);
        assert_eq!(pen, to);
        String::from_utf8_lossy(&out).into_owned()
    }

    fn pen(fg: Color, modifier: Modifier) -> Pen {
        Pen { fg, bg: Color::Reset, modifier }
    }

    #[test]
    fn only_what_changes_is_sent() {
        let red = pen(Color::Red, Modifier::BOLD);
        assert_eq!(switched(red, red), "");
        assert_eq!(switched(red, pen(Color::LightBlue, Modifier::BOLD)), "\x1b[94m");
        assert_eq!(switched(red, Pen::PLAIN), "\x1b[m");
        assert_eq!(switched(Pen::PLAIN, red), "\x1b[1;31m");
    }

    #[test]
    fn ending_bold_keeps_dim() {
        let both = pen(Color::Reset, Modifier::BOLD | Modifier::DIM);
        let dim = pen(Color::Reset, Modifier::DIM);
        assert_eq!(switched(both, dim), "\x1b[0;2m");
        let both = pen(Color::Indexed(99), Modifier::BOLD | Modifier::DIM);
        let dim = pen(Color::Indexed(99), Modifier::DIM);
        assert_eq!(switched(both, dim), "\x1b[22;2m");
    }

    #[test]
    fn numbers_are_written_in_full() {
        for value in [0, 7, 10, 120, u16::MAX] {
            let mut out = Vec::new();
            number(&mut out, value);
            assert_eq!(String::from_utf8_lossy(&out), value.to_string());
        }
    }
}
