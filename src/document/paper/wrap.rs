//! Breaking a line to a width, for cells of a terminal and for points of a page alike.
//!
//! Deliberately absent: hyphenation; a word longer than a line is broken where the line ends.

use unicode_segmentation::UnicodeSegmentation;

/// The parts of one line, none wider than `room` unless a single letter is. At least one part. Only
/// the spaces at a break are left out.
pub fn lines(line: &str, room: f32, width: &dyn Fn(&str) -> f32) -> Vec<String> {
    let mut broken = Broken { room, width, done: Vec::new(), line: String::new(), used: 0.0 };
    let indent = line.len() - line.trim_start_matches(' ').len();
    words(line).for_each(|word| broken.add(word));
    if indent == line.len() || !broken.line.is_empty() || broken.done.is_empty() {
        let last = broken.line.trim_end().to_owned();
        broken.done.push(last);
    }
    broken.done
}

/// The parts between which a line may break: after spaces, and after a hyphen or slash between
/// letters. A date or a telephone number stays whole.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let mut chars = rest.char_indices().peekable();
        let mut before = ' ';
        while let Some((at, c)) = chars.next() {
            let after = chars.peek().map_or(' ', |(_, next)| *next);
            let joint = matches!(c, '-' | '/') && before.is_alphabetic() && after.is_alphabetic();
            if joint || (c == ' ' && after != ' ') {
                let (word, left) = rest.split_at(at + c.len_utf8());
                rest = left;
                return Some(word);
            }
            before = c;
        }
        (!rest.is_empty()).then(|| std::mem::take(&mut rest))
    })
}

struct Broken<'a> {
    room: f32,
    width: &'a dyn Fn(&str) -> f32,
    done: Vec<String>,
    line: String,
    used: f32,
}

impl Broken<'_> {
    fn measure(&self, text: &str) -> f32 {
        text.graphemes(true).map(|grapheme| (self.width)(grapheme)).sum()
    }

    fn add(&mut self, word: &str) {
        let kept = self.measure(word.trim_end_matches(' '));
        let whole = self.measure(word);
        if self.used + kept <= self.room {
            self.line.push_str(word);
            self.used += whole;
        } else if kept <= self.room {
            self.end_line();
            self.line.push_str(word);
            self.used = whole;
        } else {
            self.add_letters(word);
        }
    }

    /// A word wider than a line.
    fn add_letters(&mut self, word: &str) {
        if !self.line.is_empty() && self.used > self.room / 2.0 {
            self.end_line();
        }
        for grapheme in word.graphemes(true) {
            let wide = (self.width)(grapheme);
            if self.used + wide > self.room && !self.line.is_empty() {
                self.end_line();
            }
            if grapheme == " " && self.line.is_empty() {
                continue;
            }
            self.line.push_str(grapheme);
            self.used += wide;
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.used = 0.0;
        self.done.push(line.trim_end().to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(line: &str, room: f32) -> Vec<String> {
        lines(line, room, &|_| 1.0)
    }

    #[test]
    fn a_line_breaks_between_words_and_inside_a_long_one() {
        assert_eq!(broken("een twee drie", 8.0), ["een twee", "drie"]);
        assert_eq!(broken("onafscheidelijk", 6.0), ["onafsc", "heidel", "ijk"]);
        assert_eq!(broken("ja-nee", 4.0), ["ja-", "nee"]);
        assert_eq!(broken("op 24-11-2026", 8.0), ["op 24-11", "-2026"]);
        assert_eq!(broken("op 24-11-2026", 11.0), ["op", "24-11-2026"]);
        assert_eq!(broken("", 4.0), [""]);
        assert_eq!(broken("   ", 2.0), [""]);
    }

    #[test]
    fn no_letter_is_lost_whatever_the_width() {
        let line = "Zij belt oma – en oma komt; daarna: huisarts/wijkteam, 038-000 00 00.";
        let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        for room in 1_u8..80 {
            let parts = broken(line, f32::from(room));
            assert_eq!(letters(&parts.concat()), letters(line), "{room}");
            let widest = parts.iter().map(|part| part.chars().count()).max();
            assert!(widest.is_some_and(|widest| widest <= usize::from(room)), "{room}");
        }
    }
}
