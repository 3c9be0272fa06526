//! How roles look: colours and weights from `assets/theme.toml`, and the signs for borders and
//! bars, which have an ASCII form where UTF-8 is not spoken.
//!
//! Deliberately absent: which terminal this is. The shell decides on mono and ASCII.

use crate::app::model::ThemeName;
use ratatui::style::{Color, Modifier, Style};

const SOURCE: &str = include_str!("../../assets/theme.toml");

/// What a stretch of text is, as far as its looks go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shade {
    /// Plain text.
    Plain,
    /// A heading.
    Heading,
    /// Said softly.
    Soft,
    /// Needs an eye.
    Warning,
    /// Danger.
    Danger,
    /// Well.
    Good,
    /// The selected row's sign and title.
    Selected,
    /// A border.
    Border,
    /// The border of the pane that has the keys.
    BorderFocus,
    /// A key in the footer.
    Key,
    /// A text field.
    Field,
}

impl Shade {
    const ALL: [Self; 11] = [
        Self::Plain,
        Self::Heading,
        Self::Soft,
        Self::Warning,
        Self::Danger,
        Self::Good,
        Self::Selected,
        Self::Border,
        Self::BorderFocus,
        Self::Key,
        Self::Field,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Heading => "heading",
            Self::Soft => "soft",
            Self::Warning => "warning",
            Self::Danger => "danger",
            Self::Good => "good",
            Self::Selected => "selected",
            Self::Border => "border",
            Self::BorderFocus => "border-focus",
            Self::Key => "key",
            Self::Field => "field",
        }
    }
}

/// Signs drawn by us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// Corners: top left, top right, bottom left, bottom right; then those of the pane that has
    /// the keys.
    pub corners: [[&'static str; 4]; 2],
    /// A horizontal stroke, and one of the pane that has the keys.
    pub across: [&'static str; 2],
    /// A vertical stroke, and one of the pane that has the keys.
    pub down: [&'static str; 2],
    /// Full and empty part of a bar.
    pub bar: [&'static str; 2],
    /// Before the selected row.
    pub selected: &'static str,
    /// In place of a letter of a passphrase.
    pub mask: &'static str,
    /// Chosen or filled, and not.
    pub dots: [&'static str; 2],
    /// How a row stands: done, open, needs an eye, danger, disputed, neither.
    pub rows: [&'static str; 6],
}

const UTF8: Signs = Signs {
    corners: [["┌", "┐", "└", "┘"], ["┏", "┓", "┗", "┛"]],
    across: ["─", "━"],
    down: ["│", "┃"],
    bar: ["█", "░"],
    selected: "▌",
    mask: "•",
    dots: ["●", "○"],
    rows: ["√", "○", "!", "!", "≠", "·"],
};

const ASCII: Signs = Signs {
    corners: [["+"; 4], ["#"; 4]],
    across: ["-", "="],
    down: ["|", "#"],
    bar: ["#", "."],
    selected: ">",
    mask: "*",
    dots: ["x", "."],
    rows: ["v", "o", "!", "!", "#", "."],
};

/// Looks for one terminal. Read once; made anew when the person changes the theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    name: ThemeName,
    ascii: bool,
    styles: [Style; Shade::ALL.len()],
}

impl Theme {
    /// A theme; `ascii` when the terminal does not speak UTF-8.
    #[must_use]
    pub fn new(name: ThemeName, ascii: bool) -> Self {
        // A test holds the file to its form; should it ever be broken, all is plain text.
        let file = SOURCE.parse::<toml::Table>().unwrap_or_default();
        let rows = file.get(name.name()).and_then(toml::Value::as_table);
        let style = |shade: Shade| {
            let words = rows.and_then(|rows| rows.get(shade.name())?.as_str()).unwrap_or("");
            read(words).unwrap_or_default()
        };
        Self { name, ascii, styles: Shade::ALL.map(style) }
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> ThemeName {
        self.name
    }

    /// Whether only ASCII may be shown.
    #[must_use]
    pub const fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// How a role looks.
    #[must_use]
    pub fn style(&self, shade: Shade) -> Style {
        self.styles.get(shade as usize).copied().unwrap_or_default()
    }

    /// The signs.
    #[must_use]
    pub const fn signs(&self) -> &'static Signs {
        if self.ascii { &ASCII } else { &UTF8 }
    }
}

fn read(words: &str) -> Option<Style> {
    let mut style = Style::new();
    for word in words.split_whitespace() {
        style = match word {
            "bold" => style.add_modifier(Modifier::BOLD),
            "reversed" => style.add_modifier(Modifier::REVERSED),
            "underlined" => style.add_modifier(Modifier::UNDERLINED),
            colour => style.fg(colour.parse::<Color>().ok()?),
        };
    }
    Some(style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_says_how_every_role_looks() {
        let file = SOURCE.parse::<toml::Table>().expect("the theme file is TOML");
        for name in ThemeName::ALL {
            let rows = file.get(name.name()).and_then(toml::Value::as_table).expect("a theme");
            for shade in Shade::ALL {
                let words = rows.get(shade.name()).and_then(toml::Value::as_str);
                assert!(words.and_then(read).is_some(), "{name:?} {shade:?}");
            }
            assert_eq!(rows.len(), Shade::ALL.len(), "{name:?} has a row too many");
        }
    }

    #[test]
    fn mono_has_no_colour() {
        let mono = Theme::new(ThemeName::Mono, false);
        assert!(mono.styles.iter().all(|style| style.fg.is_none() && style.bg.is_none()));
    }
}
