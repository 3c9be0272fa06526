//! From a terminal's key to the house's [`Chord`]. Keys that are never bound (function keys, Alt)
//! have no chord and are dropped here.

use crate::app::chord::{Chord, Key};
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// The chord of a key press; `None` for a release, or a key that is never bound.
#[must_use]
pub fn chord(event: KeyEvent) -> Option<Chord> {
    if event.kind == KeyEventKind::Release || event.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let key = match event.code {
        KeyCode::Char(c) if ctrl => Key::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _never_bound => return None,
    };
    // Ctrl+arrows are the arrows: some terminals send them when Ctrl is held a little long.
    let ctrl = ctrl && matches!(key, Key::Char(_));
    Some(Chord { key, ctrl })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_keep_their_case_and_ctrl_letters_do_not_and_alt_is_nothing() {
        let key = |code, modifiers| chord(KeyEvent::new(code, modifiers));
        assert_eq!(key(KeyCode::Char('N'), KeyModifiers::SHIFT), Some(Chord::char('N')));
        assert_eq!(key(KeyCode::Char('L'), KeyModifiers::CONTROL), Some(Chord::ctrl('l')));
        assert_eq!(key(KeyCode::Char('x'), KeyModifiers::ALT), None);
        assert_eq!(key(KeyCode::F(1), KeyModifiers::NONE), None);
        let back = Some(Chord::plain(Key::BackTab));
        assert_eq!(key(KeyCode::Tab, KeyModifiers::SHIFT), back);
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::SHIFT), back);
    }
}
