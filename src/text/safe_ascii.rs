//! Plain ASCII for terminals that do not speak UTF-8.
//!
//! What has a likeness in ASCII gets it; anything else is `?`. Deliberately absent: frames, arrows
//! of the layout and other signs of the theme, which choose their own ASCII set.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Only printable ASCII comes out.
pub(super) fn transliterate(text: &str) -> String {
    if text.bytes().all(|b| matches!(b, 0x20..=0x7E)) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd() {
        match c {
            ' '..='~' => out.push(c),
            '\u{2400}'..='\u{241F}' => {
                out.push('^');
                out.push(u8::try_from(u32::from(c) - 0x2400 + 0x40).map_or('?', char::from));
            }
            _ if is_combining_mark(c) || c == '\u{25CC}' => {}
            _ => out.push_str(likeness(c)),
        }
    }
    out
}

const fn likeness(c: char) -> &'static str {
    match c {
        'ß' => "ss",
        'ẞ' => "SS",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'þ' => "th",
        'Þ' => "Th",
        'ı' => "i",
        'ħ' => "h",
        'Ħ' => "H",
        'ŧ' => "t",
        'Ŧ' => "T",
        'ĸ' => "k",
        'ŋ' => "n",
        'Ŋ' => "N",
        'ə' => "e",
        'Ə' => "E",
        '‘' | '’' | '‚' | '‛' | '´' | '′' | 'ʼ' | 'ʹ' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        '•' | '●' | '▪' => "*",
        '·' => ".",
        '€' => "EUR",
        '£' => "GBP",
        '©' => "(c)",
        '®' => "(r)",
        '°' => " gr.",
        '×' => "x",
        '÷' => ":",
        '→' => "->",
        '←' => "<-",
        '↑' => "Up",
        '↓' => "Down",
        '⟦' => "[",
        '⟧' => "]",
        '⏎' => "/",
        '\u{2421}' => "^?",
        _ => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::transliterate;

    #[test]
    fn dutch_and_other_names_stay_readable_in_ascii() {
        assert_eq!(
            transliterate("Zoë Çelik-Łukasz, ĳsvrij, Straße"),
            "Zoe Celik-Lukasz, ijsvrij, Strasse"
        );
        assert_eq!(transliterate("‘s avonds – “ja”…"), "'s avonds - \"ja\"...");
        assert_eq!(transliterate("a␛[31m⟦U+202E⟧"), "a^[[31m[U+202E]");
        assert_eq!(transliterate("日本"), "??");
    }

    #[test]
    fn only_printable_ascii_comes_out() {
        for code in 0..0x11_0000_u32 {
            let Some(c) = char::from_u32(code).filter(|c| !c.is_control()) else { continue };
            let out = transliterate(&c.to_string());
            assert!(out.bytes().all(|b| (0x20..0x7F).contains(&b)), "U+{code:04X}");
        }
    }
}
