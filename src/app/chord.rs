//! A key press as the house knows it: a key and whether Ctrl was held. Nothing is ever bound to
//! function keys, Alt or dead keys, so those cannot be expressed.

use std::fmt;

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A character as typed: letters keep their case.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift+Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// Whether Ctrl was held.
    pub ctrl: bool,
}

impl Chord {
    /// A key without Ctrl.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false }
    }

    /// A letter, digit or sign without Ctrl.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::plain(Key::Char(c))
    }

    /// A letter with Ctrl.
    #[must_use]
    pub const fn ctrl(c: char) -> Self {
        Self { key: Key::Char(c), ctrl: true }
    }

    /// Reads what [`fmt::Display`] writes; `None` for anything that can not be a chord here:
    /// function keys, Alt, more than one character, Ctrl with anything but a letter.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(letter) = text.strip_prefix("Ctrl+") {
            let mut chars = letter.chars();
            let c = chars.next().filter(char::is_ascii_lowercase)?;
            return chars.next().is_none().then_some(Self::ctrl(c));
        }
        let key = match text {
            "Space" => Key::Char(' '),
            "Enter" => Key::Enter,
            "Esc" => Key::Esc,
            "Tab" => Key::Tab,
            "BackTab" => Key::BackTab,
            "Backspace" => Key::Backspace,
            "Delete" => Key::Delete,
            "Up" => Key::Up,
            "Down" => Key::Down,
            "Left" => Key::Left,
            "Right" => Key::Right,
            "Home" => Key::Home,
            "End" => Key::End,
            "PageUp" => Key::PageUp,
            "PageDown" => Key::PageDown,
            other => {
                let mut chars = other.chars();
                let c = chars.next().filter(|c| !c.is_control() && *c != ' ')?;
                if chars.next().is_some() {
                    return None;
                }
                Key::Char(c)
            }
        };
        Some(Self::plain(key))
    }

    /// The character this chord types, if it types one.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Chord {
    /// As written in `keys.toml` and shown in the footer: `a`, `Enter`, `Ctrl+l`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl+")?;
        }
        match self.key {
            Key::Char(' ') => f.write_str("Space"),
            Key::Char(c) => write!(f, "{c}"),
            other @ (Key::Enter
            | Key::Esc
            | Key::Tab
            | Key::BackTab
            | Key::Backspace
            | Key::Delete
            | Key::Up
            | Key::Down
            | Key::Left
            | Key::Right
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown) => write!(f, "{other:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_reads_back_what_it_shows_and_nothing_that_keyboards_lack() {
        for text in ["a", "L", "Ctrl+l", "Enter", "Space", "PageDown", "?", ":", "/", "BackTab"] {
            assert_eq!(Chord::parse(text).map(|chord| chord.to_string()).as_deref(), Some(text));
        }
        for text in ["F1", "Alt+a", "Ctrl+L", "Ctrl+", "ab", "", " ", "Ctrl+ab", "Ctrl+1"] {
            assert_eq!(Chord::parse(text), None, "{text}");
        }
    }
}
