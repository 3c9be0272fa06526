//! Keys are data: (context, chord) → intent. Help, footer and palette are printed from this table,
//! the same that is executed, so they cannot lie.
//!
//! The table is read from `assets/keys.toml`; a person's own `keys.toml` changes single rows and
//! every clash is reported. Deliberately absent: what an intent does.

mod intent;

pub use intent::{Context, Intent};

use super::chord::Chord;
use std::collections::BTreeMap;

const BUILT_IN: &str = include_str!("../../../assets/keys.toml");

/// Something in a `keys.toml` that was not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file is not TOML, or not of the expected shape; nothing of it was used.
    Unreadable,
    /// There is no such context.
    ContextUnknown(String),
    /// There is no such intent.
    IntentUnknown(String),
    /// This is not a key that every keyboard and terminal has.
    ChordUnknown(String),
    /// One key, two meanings: the row of the file was not used.
    Clash {
        /// Where.
        context: Context,
        /// The key.
        chord: Chord,
        /// What it already means there.
        kept: Intent,
        /// What the file wanted.
        refused: Intent,
    },
}

/// The table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    rows: BTreeMap<(Context, Intent), Vec<Chord>>,
    meanings: BTreeMap<(Context, Chord), Intent>,
    footers: BTreeMap<Context, Vec<Intent>>,
}

impl Keymap {
    /// The table that is part of the program.
    #[must_use]
    pub fn built_in() -> Self {
        let mut keymap = Self::default();
        // A test holds the file free of problems.
        let _ = keymap.apply(BUILT_IN);
        keymap
    }

    /// The built-in table with a person's own changes, and what was wrong with those.
    #[must_use]
    pub fn with(own: &str) -> (Self, Vec<Problem>) {
        let mut keymap = Self::built_in();
        let problems = keymap.apply(own);
        (keymap, problems)
    }

    /// What a chord means here.
    #[must_use]
    pub fn intent(&self, context: Context, chord: Chord) -> Option<Intent> {
        if !Self::acts(context, chord) {
            return None;
        }
        let own = self.meanings.get(&(context, chord));
        let shared = || {
            let everywhere = context.has_everywhere();
            everywhere.then(|| self.meanings.get(&(Context::Everywhere, chord))).flatten()
        };
        own.or_else(shared).copied()
    }

    /// The chords of an intent here, its own before those that work everywhere.
    #[must_use]
    pub fn chords(&self, context: Context, intent: Intent) -> &[Chord] {
        let own = self.rows.get(&(context, intent));
        let shared = || self.rows.get(&(Context::Everywhere, intent));
        own.or_else(shared).map_or(&[], Vec::as_slice)
    }

    /// Every intent with a key here, in the order of the help.
    pub fn intents(&self, context: Context) -> impl Iterator<Item = (Intent, &[Chord])> {
        Intent::ALL.iter().filter_map(move |intent| {
            let row = self.rows.get(&(context, *intent))?;
            Some((*intent, row.as_slice()))
        })
    }

    /// Whether a chord acts here: where one types, what can be typed is typed.
    #[must_use]
    pub fn acts(context: Context, chord: Chord) -> bool {
        !context.is_typing() || chord.typed().is_none()
    }

    /// The intents the footer shows here, in order.
    #[must_use]
    pub fn footer(&self, context: Context) -> &[Intent] {
        self.footers.get(&context).map_or(&[], Vec::as_slice)
    }

    fn apply(&mut self, source: &str) -> Vec<Problem> {
        let Ok(file) = source.parse::<toml::Table>() else { return vec![Problem::Unreadable] };
        let mut problems = Vec::new();
        for (section, rows) in &file {
            let Some(rows) = rows.as_table() else {
                problems.push(Problem::Unreadable);
                continue;
            };
            for (name, value) in rows {
                let Some(words) = strings(value) else {
                    problems.push(Problem::Unreadable);
                    continue;
                };
                if section == "footer" {
                    self.apply_footer(name, &words, &mut problems);
                } else {
                    self.apply_row(section, name, &words, &mut problems);
                }
            }
        }
        problems
    }

    fn apply_footer(&mut self, name: &str, words: &[&str], problems: &mut Vec<Problem>) {
        let Some(context) = Context::from_name(name) else {
            problems.push(Problem::ContextUnknown(name.to_owned()));
            return;
        };
        let mut shown = Vec::new();
        for word in words {
            match Intent::from_name(word) {
                Some(intent) => shown.push(intent),
                None => problems.push(Problem::IntentUnknown((*word).to_owned())),
            }
        }
        self.footers.insert(context, shown);
    }

    fn apply_row(
        &mut self,
        section: &str,
        name: &str,
        words: &[&str],
        problems: &mut Vec<Problem>,
    ) {
        let Some(context) = Context::from_name(section) else {
            problems.push(Problem::ContextUnknown(section.to_owned()));
            return;
        };
        let Some(intent) = Intent::from_name(name) else {
            problems.push(Problem::IntentUnknown(name.to_owned()));
            return;
        };
        let mut chords = Vec::new();
        for word in words {
            match Chord::parse(word) {
                Some(chord) => chords.push(chord),
                None => problems.push(Problem::ChordUnknown((*word).to_owned())),
            }
        }
        let clash = chords.iter().find_map(|chord| {
            let kept = *self.meanings.get(&(context, *chord))?;
            (kept != intent).then_some((*chord, kept))
        });
        if let Some((chord, kept)) = clash {
            problems.push(Problem::Clash { context, chord, kept, refused: intent });
            return;
        }
        for old in self.rows.remove(&(context, intent)).unwrap_or_default() {
            self.meanings.remove(&(context, old));
        }
        self.meanings.extend(chords.iter().map(|chord| ((context, *chord), intent)));
        self.rows.insert((context, intent), chords);
    }
}

fn strings(value: &toml::Value) -> Option<Vec<&str>> {
    value.as_array()?.iter().map(toml::Value::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_table_has_no_problem_and_a_key_for_every_intent() {
        assert_eq!(Keymap::default().apply(BUILT_IN), Vec::new());
        let keymap = Keymap::built_in();
        for intent in Intent::ALL {
            let reachable = Context::ALL
                .iter()
                .any(|c| keymap.rows.get(&(*c, *intent)).is_some_and(|row| !row.is_empty()));
            assert!(reachable, "{intent:?} has no key");
        }
    }

    #[test]
    fn no_key_needs_what_some_keyboards_lack() {
        for (_, chord) in Keymap::built_in().meanings.keys() {
            if let crate::app::chord::Key::Char(c) = chord.key {
                assert!(!"'\"~^`[]{}".contains(c), "{chord} is a dead key or a bracket");
            }
        }
    }

    #[test]
    fn every_intent_of_a_footer_has_a_key_there() {
        let keymap = Keymap::built_in();
        for context in Context::ALL {
            for intent in keymap.footer(*context) {
                assert!(!keymap.chords(*context, *intent).is_empty(), "{context:?} {intent:?}");
            }
        }
    }

    #[test]
    fn an_own_key_replaces_ours_and_a_clash_is_told_and_changes_nothing() {
        let (keymap, problems) = Keymap::with("[queue]\nnew-contact = [\"b\"]\n");
        assert_eq!(problems, Vec::new());
        assert_eq!(keymap.intent(Context::Queue, Chord::char('b')), Some(Intent::NewContact));
        assert_eq!(keymap.intent(Context::Queue, Chord::char('n')), None);

        let (keymap, problems) = Keymap::with("[queue]\nnew-contact = [\"j\"]\n");
        assert!(matches!(problems.as_slice(), [Problem::Clash { kept: Intent::MoveDown, .. }]));
        assert_eq!(keymap, Keymap::built_in());
    }

    #[test]
    fn a_broken_file_is_named_and_leaves_the_table_whole() {
        for (own, problem) in [
            ("[queue", Problem::Unreadable),
            ("queue = 1", Problem::Unreadable),
            ("[queue]\nopen = 1", Problem::Unreadable),
            ("[nowhere]\nopen = [\"o\"]", Problem::ContextUnknown("nowhere".into())),
            ("[queue]\nfly = [\"f\"]", Problem::IntentUnknown("fly".into())),
        ] {
            let (keymap, problems) = Keymap::with(own);
            assert_eq!(problems, vec![problem], "{own}");
            assert_eq!(keymap, Keymap::built_in());
        }
        let (_, problems) = Keymap::with("[queue]\nopen = [\"F5\"]");
        assert_eq!(problems, vec![Problem::ChordUnknown("F5".into())]);
    }

    #[test]
    fn letters_are_typed_where_one_types() {
        let keymap = Keymap::built_in();
        assert_eq!(keymap.intent(Context::Finder, Chord::char('?')), None);
        assert_eq!(keymap.intent(Context::Form, Chord::ctrl('l')), Some(Intent::Repaint));
    }
}
