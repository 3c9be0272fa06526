//! A judge of the bytes a program wrote to its terminal, independent of the program's own gate.

use vte::{Params, Parser, Perform};

/// What was written that may never be written; empty if all is well.
pub fn violations(bytes: &[u8]) -> Vec<String> {
    let mut judge = Judge::default();
    Parser::new().advance(&mut judge, bytes);
    judge.found
}

/// Panics with the first violations, if there are any.
pub fn assert_clean(bytes: &[u8]) {
    let found = violations(bytes);
    assert!(
        found.is_empty(),
        "{} forbidden sequences: {:?}",
        found.len(),
        &found[..found.len().min(5)]
    );
}

#[derive(Default)]
struct Judge {
    found: Vec<String>,
}

impl Perform for Judge {
    fn print(&mut self, c: char) {
        let hidden = matches!(c, '\u{7f}'..='\u{9f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}');
        if hidden {
            self.found.push(format!("U+{:04X}", u32::from(c)));
        }
    }

    fn execute(&mut self, byte: u8) {
        if byte != b'\r' && byte != b'\n' {
            self.found.push(format!("control {byte:#04x}"));
        }
    }

    fn hook(&mut self, _: &Params, _: &[u8], _: bool, action: char) {
        self.found.push(format!("DCS {action}"));
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _: bool) {
        let number = params.first().map(|p| String::from_utf8_lossy(p).into_owned());
        self.found.push(format!("OSC {}", number.unwrap_or_default()));
    }

    fn csi_dispatch(&mut self, params: &Params, marks: &[u8], _: bool, action: char) {
        let values: Vec<u16> = params.iter().flatten().copied().collect();
        let fine = match marks {
            [] => "HABCDGdmJKXLMSTr".contains(action) || (action == 'n' && values == [6]),
            [b'?'] => {
                matches!(action, 'h' | 'l')
                    && values.iter().all(|mode| [25, 1049, 2004, 2026].contains(mode))
            }
            _ => false,
        };
        if !fine {
            self.found.push(format!("CSI {} {values:?} {action}", String::from_utf8_lossy(marks)));
        }
    }

    fn esc_dispatch(&mut self, marks: &[u8], _: bool, byte: u8) {
        self.found.push(format!("ESC {marks:?} {}", char::from(byte)));
    }
}
