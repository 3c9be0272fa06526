//! The fields of a form: what is typed, picked or answered, one field at a time.
//!
//! A field knows its entry and its problem, not what it means: that is the form's. Whatever is
//! typed or pasted is made visible on the way in ([`crate::text::SafeText`]), so a field never
//! holds a hidden or control character. Every form is made of the same parts: fields, the way the
//! cursor goes through them, where they stand in the window, and when their draft is due.
//! Deliberately absent: colours (`view`), facts (`screens`).

mod conduct;
mod course;
mod draft_clock;
pub mod layout;
mod picker;
mod rows;
mod writer;

pub use conduct::{FormIntent, FormOutcome, Hint, Phase, Problem, judge};
pub use course::{stepped, stepped_section};
pub use draft_clock::DraftClock;
pub use picker::Picker;
pub use rows::{Row, row_of, rows};
pub use writer::Writer;

use crate::app::chord::{Chord, Key as Press};
use crate::domain::person::Answer;
use crate::text::{Key, SafeText, Text};

/// A label or a heading: words of ours, or words that came with a form file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    /// Words of ours.
    Ours(Key),
    /// Words of ours with a number `n` in them, from 1: the second person, the third relation.
    Numbered(Key, usize),
    /// Words of a form file or of the case; made safe when shown.
    Given(String),
}

impl Wording {
    /// The words, safe to show.
    #[must_use]
    pub fn shown(&self, words: &Text) -> SafeText {
        match self {
            Self::Ours(key) => SafeText::new(words.get(*key)),
            Self::Numbered(key, n) => SafeText::new(&words.with(*key, &[("n", (*n).into())])),
            Self::Given(given) => SafeText::new(given),
        }
    }
}

/// How much a remark matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// A proposal: a person decides.
    Proposal,
    /// A warning.
    Warning,
}

/// Something said under a field that is not a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How much it matters.
    pub kind: RemarkKind,
    /// The words.
    pub words: Wording,
}

/// How much an answer matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// May stay empty.
    Optional,
    /// Asked for; saving without it is possible after a warning.
    Wanted,
    /// A hard rule: without it nothing is recorded.
    Required,
}

/// What a field holds.
#[derive(Clone, Debug)]
pub enum Entry {
    /// One line of text.
    Line(Writer),
    /// Text of any length.
    Paragraph(Writer),
    /// One or more from a list.
    Pick(Picker),
    /// Yes, no, or no information; `None` is not asked yet.
    Answer(Option<Answer>),
    /// Set or not.
    Flag(bool),
    /// Something to do: Enter does it.
    Button,
}

/// A field in a form. `I` is the form's closed set of questions.
#[derive(Clone, Debug)]
pub struct Field<I> {
    /// Which question.
    pub ask: I,
    /// The heading it stands under.
    pub section: Wording,
    /// The question in words.
    pub label: Wording,
    /// What may help to answer it.
    pub help: Option<Wording>,
    /// How much it matters.
    pub need: Need,
    /// What it holds.
    pub entry: Entry,
    /// What is wrong with it.
    pub problem: Option<Key>,
    /// What else is said under it.
    pub remarks: Vec<Remark>,
}

/// What a key did to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The value changed.
    Changed,
    /// The value changed and the answer is complete: go on to the next field.
    Answered,
    /// Only the cursor or the list moved.
    Moved,
    /// A button was pressed.
    Pressed,
    /// Not a key for this field.
    Ignored,
}

impl<I> Field<I> {
    /// An optional field with nothing said about it.
    #[must_use]
    pub const fn new(ask: I, section: Wording, label: Wording, entry: Entry) -> Self {
        Self {
            ask,
            section,
            label,
            help: None,
            need: Need::Optional,
            entry,
            problem: None,
            remarks: Vec::new(),
        }
    }

    /// Applies a key that is not a key of the form itself.
    pub fn typed(&mut self, chord: Chord) -> Typed {
        let done = match &mut self.entry {
            Entry::Line(writer) | Entry::Paragraph(writer) => writer.typed(chord),
            Entry::Pick(picker) => picker.typed(chord),
            Entry::Answer(answer) => type_answer(answer, chord),
            Entry::Flag(is_set) => type_flag(is_set, chord),
            Entry::Button if chord == Chord::plain(Press::Enter) => Typed::Pressed,
            Entry::Button => Typed::Ignored,
        };
        if matches!(done, Typed::Changed | Typed::Answered) {
            self.problem = None;
        }
        done
    }

    /// Inserts pasted text; other fields than text fields ignore it.
    pub fn paste(&mut self, text: &str) -> Typed {
        match &mut self.entry {
            Entry::Line(writer) | Entry::Paragraph(writer) => {
                writer.paste(text);
                self.problem = None;
                Typed::Changed
            }
            Entry::Pick(_) | Entry::Answer(_) | Entry::Flag(_) | Entry::Button => Typed::Ignored,
        }
    }

    /// The value as text, for the draft; empty when nothing was answered.
    #[must_use]
    pub fn value(&self) -> String {
        match &self.entry {
            Entry::Line(writer) | Entry::Paragraph(writer) => writer.text(),
            Entry::Pick(picker) => picker.value(),
            Entry::Answer(answer) => answer.map_or("", answer_name).into(),
            Entry::Flag(is_set) => if *is_set { SET } else { "" }.into(),
            Entry::Button => String::new(),
        }
    }

    /// Takes over a value written by [`Self::value`]; what it cannot read it leaves empty.
    pub fn set_value(&mut self, value: &str) {
        match &mut self.entry {
            Entry::Line(writer) | Entry::Paragraph(writer) => writer.set(value),
            Entry::Pick(picker) => picker.set_value(value),
            Entry::Answer(answer) => *answer = answer_from(value),
            Entry::Flag(is_set) => *is_set = value == SET,
            Entry::Button => {}
        }
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.entry {
            Entry::Line(writer) | Entry::Paragraph(writer) => writer.is_blank(),
            Entry::Pick(picker) => picker.chosen().is_empty(),
            Entry::Answer(answer) => answer.is_none(),
            Entry::Flag(is_set) => !*is_set,
            Entry::Button => true,
        }
    }

    /// Whether no more can be typed: what was pasted beyond that is gone.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        match &self.entry {
            Entry::Line(writer) | Entry::Paragraph(writer) => writer.is_full(),
            Entry::Pick(_) | Entry::Answer(_) | Entry::Flag(_) | Entry::Button => false,
        }
    }

    /// Whether Enter writes a new line here instead of going on.
    #[must_use]
    pub const fn takes_enter(&self) -> bool {
        matches!(self.entry, Entry::Paragraph(_) | Entry::Button | Entry::Pick(_))
    }

    /// Moves the cursor a row up or down inside the field; `false` when it is at its edge or the
    /// field has no rows. `columns` is the width at which the text is shown.
    pub fn step_row(&mut self, up: bool, columns: usize) -> bool {
        match &mut self.entry {
            Entry::Paragraph(writer) => writer.step_row(up, columns),
            Entry::Line(_) | Entry::Pick(_) | Entry::Answer(_) | Entry::Flag(_) | Entry::Button => {
                false
            }
        }
    }
}

/// The value of a flag that is set.
const SET: &str = "yes";

fn type_flag(is_set: &mut bool, chord: Chord) -> Typed {
    *is_set = match (chord.typed(), chord.key) {
        (Some(' '), _) | (None, Press::Right) => !*is_set,
        (Some('j' | 'J' | 'y' | 'Y' | '1'), _) => true,
        (Some('n' | 'N' | '2'), _) | (None, Press::Backspace | Press::Delete) => false,
        _not_for_a_flag => return Typed::Ignored,
    };
    Typed::Changed
}

fn type_answer(answer: &mut Option<Answer>, chord: Chord) -> Typed {
    if chord.ctrl {
        return Typed::Ignored;
    }
    let new = match chord.key {
        Press::Char('j' | 'J' | 'y' | 'Y' | '1') => Some(Answer::Yes),
        Press::Char('n' | 'N' | '2') => Some(Answer::No),
        Press::Char('?' | 'o' | 'O' | 'u' | 'U' | '3') => Some(Answer::Unknown),
        Press::Backspace | Press::Delete => None,
        Press::Char(' ') | Press::Right => {
            *answer = match *answer {
                None => Some(Answer::Yes),
                Some(Answer::Yes) => Some(Answer::No),
                Some(Answer::No) => Some(Answer::Unknown),
                Some(Answer::Unknown) => None,
            };
            return Typed::Changed;
        }
        Press::Char(_)
        | Press::Enter
        | Press::Esc
        | Press::Tab
        | Press::BackTab
        | Press::Up
        | Press::Down
        | Press::Left
        | Press::Home
        | Press::End
        | Press::PageUp
        | Press::PageDown => return Typed::Ignored,
    };
    *answer = new;
    if new.is_some() { Typed::Answered } else { Typed::Changed }
}

/// The words of an answer.
#[must_use]
pub const fn answer_words(answer: Answer) -> Key {
    match answer {
        Answer::Yes => Key::Yes,
        Answer::No => Key::No,
        Answer::Unknown => Key::NoInformation,
    }
}

const fn answer_name(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Unknown => "unknown",
    }
}

fn answer_from(name: &str) -> Option<Answer> {
    [Answer::Yes, Answer::No, Answer::Unknown].into_iter().find(|a| answer_name(*a) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_answers_a_question_and_no_information_is_an_answer() {
        for (key, expected) in [('j', Answer::Yes), ('n', Answer::No), ('?', Answer::Unknown)] {
            let mut answer = None;
            assert_eq!(type_answer(&mut answer, Chord::char(key)), Typed::Answered);
            assert_eq!(answer, Some(expected));
        }
        let mut answer = Some(Answer::Yes);
        assert_eq!(type_answer(&mut answer, Chord::char('x')), Typed::Ignored);
        assert_eq!(answer, Some(Answer::Yes));
    }
}
