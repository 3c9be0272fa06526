//! The last gate before the terminal: an allow-list of what may be written to it.
//!
//! Every frame is read by a terminal parser and written out again from what was understood, so
//! that nothing passes which the parser did not name: printable text, CR and LF, the cursor and
//! erase sequences the painter uses, four private modes, the question for the cursor. Everything
//! else (OSC and with it the clipboard, DCS, C1, resets, device queries, hidden direction marks)
//! is dropped and counted. In a sound program the count stays 0; the gate is there for the day a
//! record or a widget finds a way around the careful text handling before it.

use vte::{Params, Parser, Perform};

use super::pen::number;

/// The gate; keeps its buffer, so that a frame allocates nothing once the buffer has grown.
#[derive(Default)]
pub struct Filter {
    parser: Parser,
    gate: Gate,
}

impl std::fmt::Debug for Filter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Filter").field("dropped", &self.gate.dropped).finish_non_exhaustive()
    }
}

impl Filter {
    /// Lets BEL pass, for notices at thresholds; off unless a policy asks for it.
    pub fn allow_bell(&mut self, allow: bool) {
        self.gate.bell = allow;
    }

    /// What of these bytes may be written. An unfinished sequence at the end is held back and
    /// joins the next call, as in a terminal.
    pub fn pass(&mut self, bytes: &[u8]) -> &[u8] {
        self.gate.out.clear();
        self.parser.advance(&mut self.gate, bytes);
        &self.gate.out
    }

    /// How many characters and sequences were dropped since the start.
    pub fn dropped(&self) -> u64 {
        self.gate.dropped
    }
}

#[derive(Default)]
struct Gate {
    out: Vec<u8>,
    dropped: u64,
    bell: bool,
}

impl Gate {
    fn drop_one(&mut self) {
        self.dropped = self.dropped.saturating_add(1);
    }

    fn sequence(&mut self, private: bool, params: &Params, action: char) {
        self.out.extend_from_slice(if private { b"\x1b[?" } else { b"\x1b[" });
        let single_zero = params.len() == 1 && params.iter().next() == Some(&[0]);
        if !single_zero {
            for (index, group) in params.iter().enumerate() {
                if index > 0 {
                    self.out.push(b';');
                }
                for (sub_index, value) in group.iter().enumerate() {
                    if sub_index > 0 {
                        self.out.push(b':');
                    }
                    number(&mut self.out, *value);
                }
            }
        }
        let mut letter = [0_u8; 4];
        self.out.extend_from_slice(action.encode_utf8(&mut letter).as_bytes());
    }
}

/// Whether a character may be shown: not one of those that are invisible or turn the reading
/// direction, by which a name could be made to look like another.
fn may_show(c: char) -> bool {
    !matches!(c,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a sequence without a private mark may pass.
fn may_pass(params: &Params, action: char) -> bool {
    let first = params.iter().next().and_then(|group| group.first()).copied().unwrap_or(0);
    match action {
        'H' | 'r' => params.len() <= 2,
        'A' | 'B' | 'C' | 'D' | 'G' | 'd' | 'X' | 'L' | 'M' | 'S' | 'T' => params.len() <= 1,
        'J' | 'K' => params.len() <= 1 && first <= 2,
        'm' => true,
        'n' => params.len() == 1 && first == 6,
        _ => false,
    }
}

impl Perform for Gate {
    fn print(&mut self, c: char) {
        if may_show(c) {
            let mut bytes = [0_u8; 4];
            self.out.extend_from_slice(c.encode_utf8(&mut bytes).as_bytes());
        } else {
            self.drop_one();
        }
    }

    fn execute(&mut self, byte: u8) {
        match byte {
            b'\r' | b'\n' => self.out.push(byte),
            0x07 if self.bell => self.out.push(byte),
            _ => self.drop_one(),
        }
    }

    fn hook(&mut self, _: &Params, _: &[u8], _: bool, _: char) {
        self.drop_one();
    }

    fn osc_dispatch(&mut self, _: &[&[u8]], _: bool) {
        self.drop_one();
    }

    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], ignore: bool, action: char) {
        let private_mode = |group: &[u16]| matches!(group, [25 | 1049 | 2004 | 2026]);
        let allowed = !ignore
            && match intermediates {
                [] => may_pass(params, action),
                [b'?'] => matches!(action, 'h' | 'l') && params.iter().all(private_mode),
                _ => false,
            };
        if allowed {
            self.sequence(!intermediates.is_empty(), params, action);
        } else {
            self.drop_one();
        }
    }

    fn esc_dispatch(&mut self, _: &[u8], _: bool, _: u8) {
        self.drop_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed(bytes: &[u8]) -> (String, u64) {
        let mut filter = Filter::default();
        let out = String::from_utf8_lossy(filter.pass(bytes)).into_owned();
        (out, filter.dropped())
    }

    #[test]
    fn what_the_painter_writes_passes_unchanged() {
        let frame = "\x1b[m\x1b[H\x1b[2J\x1b[3;35r\x1b[2M\x1b[r\
            \x1b[12;40HÉén \u{2502}\x1b[1;31m👨‍👩‍👧\
            \x1b[0;38;5;99m\x1b[12X\x1b[K\r\n\x1b[5C\x1b[D\x1b[7d\x1b[9G\x1b[?25h\x1b[?1049h\
            \x1b[?2004l\x1b[?2026h\x1b[6n";
        assert_eq!(passed(frame.as_bytes()), (frame.to_owned(), 0));
    }

    #[test]
    fn no_hostile_sequence_passes() {
        let hostile: [&[u8]; 19] = [
            b"\x1b]52;c;aGFsbG8=\x07",
            b"\x1b]0;title\x1b\\",
            b"\x1bP+q544e\x1b\\",
            b"\x1b_Gf=100;AAAA\x1b\\",
            b"\x1b^private\x1b\\",
            b"\x1bXstring\x1b\\",
            b"\x1bc",
            b"\x1b7\x1b8",
            b"\x1b(0",
            b"\x1b[5n",
            b"\x1b[c\x1b[>c\x1b[=c",
            b"\x1b[?1000h\x1b[?25;1003h",
            b"\x1b[21t",
            b"\x1b[!p",
            b"\x1b[4h\x1b[20l",
            b"\x1b[3J",
            b"\x07\x08\x0b\x0c\x0e\x0f\x00\x7f",
            b"\x9b31m\x9d52;c;x\x9c",
            "\u{9b}\u{85}\u{202e}\u{2066}\u{200b}\u{feff}\u{e0041}\u{2028}".as_bytes(),
        ];
        for bytes in hostile {
            let (out, dropped) = passed(bytes);
            let rest: String = out.chars().filter(|c| !c.is_ascii_graphic()).collect();
            assert!(rest.chars().all(|c| c == '\u{fffd}'), "{bytes:?} let through {out:?}");
            assert!(!out.contains('\u{1b}'), "{bytes:?} let through {out:?}");
            assert!(dropped > 0, "{bytes:?} was not counted");
        }
    }

    #[test]
    fn a_sequence_cut_in_two_is_still_judged_as_one() {
        let mut filter = Filter::default();
        let first = filter.pass(b"a\x1b]52;c").to_vec();
        let second = filter.pass(b";aGFsbG8=\x07b").to_vec();
        assert_eq!((first.as_slice(), second.as_slice()), (b"a".as_slice(), b"b".as_slice()));
    }

    proptest::proptest! {
        #[test]
        fn what_came_through_once_comes_through_again(
            bytes in proptest::collection::vec(
                proptest::prop_oneof![
                    3 => proptest::sample::select(
                        b"\x1b\x1b\x1b[[]?;:0129mHJKnhlcPX_^\\\x07\x9b\x9d".to_vec(),
                    ),
                    1 => proptest::prelude::any::<u8>(),
                ],
                0..120,
            )
        ) {
            let once = Filter::default().pass(&bytes).to_vec();
            let mut again = Filter::default();
            proptest::prop_assert_eq!(again.pass(&once), once.as_slice());
            proptest::prop_assert_eq!(again.dropped(), 0);
        }
    }

    #[test]
    fn the_bell_rings_only_when_asked_for() {
        let mut filter = Filter::default();
        assert_eq!(filter.pass(b"\x07"), b"");
        filter.allow_bell(true);
        assert_eq!(filter.pass(b"\x07"), b"\x07");
    }
}
