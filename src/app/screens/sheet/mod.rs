//! The one screen for every form about a case: triage, an instrument, a part of a plan.
//!
//! What is asked stands in a form file (`form`), and is shown section by section, once for each
//! person it is about. What was typed is kept when a condition hides a question, and goes into the
//! draft. Points propose; a person concludes. Deliberately absent: what the answers mean for the
//! case (`work::bind`), layout (`app::field`), the disk, the clock.

mod ask;
mod build;
mod check;
mod people;
mod purpose;
mod read;
mod seam;
#[cfg(test)]
mod tests;

pub use ask::{Ask, Part};
pub use people::People;
pub use purpose::Purpose;
pub use seam::{
    FORM_PREFIX, Opening, State, behind, case_came, discard, go_on, is_sheet, open, read_name,
    recorded, update,
};

use crate::app::chord::{Chord, Key as Press};
use crate::app::field::{
    DraftClock, Entry, Field, FormIntent, FormOutcome, Hint, Typed, stepped, stepped_section,
};
use crate::domain::id::PersonId;
use crate::domain::sheet::{AnswerPlace, AnswerValue};
use crate::domain::time::Moment;
use crate::form::{Answers, Form};
use crate::text::{Key as Words, Text};
use read::Values;
use std::collections::BTreeMap;

/// The width of texts until the window is known.
const COLUMNS_AT_FIRST: usize = 72;

/// What a form cannot know by itself: the moment, and the wording.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Now.
    pub at: Moment,
    /// The wording.
    pub words: &'a Text,
}

/// How much of a form was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Questions that can be answered with "no information".
    pub asked: usize,
    /// Those that were.
    pub no_information: usize,
    /// Questions without an answer.
    pub unanswered: usize,
}

/// An answer that cannot be recorded as it is, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// At which answer; `None` when it is about the form as a whole.
    pub place: Option<AnswerPlace>,
    /// What is wrong and what to do.
    pub words: Words,
}

/// Where colleagues answered differently, and what; nothing for an answer taken away.
pub type Disputed = BTreeMap<AnswerPlace, Vec<Option<AnswerValue>>>;

/// A form being filled in.
#[derive(Clone, Debug)]
pub struct SheetForm {
    /// What is asked.
    pub form: Form,
    /// The people it is asked about.
    pub people: People,
    /// The fields now asked, in order.
    pub fields: Vec<Field<Ask>>,
    /// The field under the cursor.
    pub focus: usize,
    /// A word to the user, under the form.
    pub hint: Option<Hint>,
    /// How much was answered.
    pub standing: Standing,
    /// The width at which texts are written, for the keys that move by rows.
    pub columns: usize,
    /// When its draft is due.
    pub clock: DraftClock,
    /// Where colleagues answered differently, and what.
    disputed: Disputed,
    /// What was recorded before, field by field.
    before: Values,
    /// What was typed in fields that are not asked now.
    kept: Values,
    warned: bool,
}

impl SheetForm {
    /// A form with the answers that were recorded before. Where colleagues answered differently it
    /// begins empty: a person says what holds.
    #[must_use]
    pub fn new(
        (form, people): (Form, People),
        answers: &Answers,
        disputed: Disputed,
        scene: &Scene<'_>,
    ) -> Self {
        let mut made = Self {
            form,
            people,
            fields: Vec::new(),
            focus: 0,
            hint: None,
            standing: Standing::default(),
            columns: COLUMNS_AT_FIRST,
            clock: DraftClock::default(),
            disputed,
            before: Values::new(),
            kept: Values::new(),
            warned: false,
        };
        let mut known = made.values_of(answers);
        known.retain(|ask, _| !made.is_disputed(*ask));
        made.kept = known;
        made.rebuild(scene);
        // As the fields give it, so that only what a person changes counts as changed.
        made.before = made.values();
        made
    }

    fn is_disputed(&self, ask: Ask) -> bool {
        self.place_of(ask).is_some_and(|place| self.disputed.contains_key(&place))
    }

    /// Whether anything differs from what was recorded before.
    #[must_use]
    pub fn has_content(&self) -> bool {
        self.values() != self.before
    }

    /// What differs from what was recorded before, as lines of name and value; an answer taken away
    /// is a line without a value.
    #[must_use]
    pub fn draft_lines(&self) -> Vec<(String, String)> {
        let now = self.values();
        let mut lines = Vec::new();
        if let Some(field) = self.focused() {
            lines.push(("focus".to_owned(), field.ask.name(&self.form)));
        }
        let gone = self.before.keys().filter(|ask| !now.contains_key(ask));
        lines.extend(gone.map(|ask| (ask.name(&self.form), String::new())));
        let changed = now.iter().filter(|(ask, value)| self.before.get(ask) != Some(value));
        lines.extend(changed.map(|(ask, v)| (ask.name(&self.form), self.drafted(*ask, v))));
        lines
    }

    /// Goes on with what [`Self::draft_lines`] wrote; what the form does not know is left out.
    pub fn resume(&mut self, lines: &[(String, String)], scene: &Scene<'_>) {
        let mut values = self.values();
        for (name, value) in lines {
            let Some(ask) = Ask::from_name(name, &self.form) else { continue };
            match self.undrafted(ask, value) {
                empty if empty.is_empty() => drop(values.remove(&ask)),
                value => drop(values.insert(ask, value)),
            }
        }
        self.fields.clear();
        self.kept = values;
        self.rebuild(scene);
        let focus = lines.iter().find(|(name, _)| name == "focus");
        if let Some(ask) = focus.and_then(|(_, name)| Ask::from_name(name, &self.form)) {
            self.focus_on(ask);
        }
    }

    /// Fills answers in that do not stand yet, as if they were typed.
    pub fn suggest(&mut self, answers: &Answers, scene: &Scene<'_>) {
        if answers.is_empty() {
            return;
        }
        let mut values = self.values();
        values.extend(self.values_of(answers));
        self.fields.clear();
        self.kept = values;
        self.rebuild(scene);
    }

    /// The field under the cursor.
    #[must_use]
    pub fn focused(&self) -> Option<&Field<Ask>> {
        self.fields.get(self.focus)
    }

    /// Applies an intent of the form as a whole.
    pub fn intent(&mut self, intent: FormIntent, scene: &Scene<'_>) -> FormOutcome {
        self.hint = None;
        self.settle_date(scene);
        match intent {
            FormIntent::Next => self.step(1),
            FormIntent::Previous => self.step(-1),
            FormIntent::NextSection => self.step_section(true),
            FormIntent::PreviousSection => self.step_section(false),
            // Keys of the contact form alone.
            FormIntent::Turn | FormIntent::AddPerson => {}
            FormIntent::Leave => return FormOutcome::Leave,
            FormIntent::Discard => return FormOutcome::AskDiscard,
            FormIntent::Save => return self.try_save(scene),
        }
        FormOutcome::Stay
    }

    /// Applies any other key.
    pub fn typed(&mut self, chord: Chord, scene: &Scene<'_>) {
        let up = chord.key == Press::Up;
        let columns = self.columns;
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        if matches!(chord.key, Press::Up | Press::Down) {
            if !field.step_row(up, columns) {
                self.settle_date(scene);
                self.step(if up { -1 } else { 1 });
            }
            return;
        }
        if chord.key == Press::Enter && !field.takes_enter() {
            self.settle_date(scene);
            self.step(1);
            return;
        }
        let was_empty = field.is_empty();
        match field.typed(chord) {
            Typed::Changed => self.after_change(was_empty, scene),
            Typed::Answered => {
                self.after_change(was_empty, scene);
                self.step_to_question();
            }
            Typed::Pressed | Typed::Moved | Typed::Ignored => {}
        }
    }

    /// Inserts pasted text in the field under the cursor.
    pub fn paste(&mut self, pasted: &str, scene: &Scene<'_>) {
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        let was_empty = field.is_empty();
        if field.paste(pasted) == Typed::Changed {
            self.after_change(was_empty, scene);
        }
    }

    /// Something was answered: other questions may be asked now, and what is proposed may change.
    /// While one writes, only a text that begins or ends does.
    fn after_change(&mut self, was_empty: bool, scene: &Scene<'_>) {
        self.hint = None;
        self.warned = false;
        self.clock.changed(scene.at);
        let Some(field) = self.focused() else { return };
        let writes = matches!(field.entry, Entry::Line(_) | Entry::Paragraph(_));
        if !writes || field.is_empty() != was_empty {
            self.rebuild(scene);
        }
    }

    /// A date typed as `gisteren` or `+5d` stays the day that was meant.
    fn settle_date(&mut self, scene: &Scene<'_>) {
        let Some(ask) = self.focused().map(|field| field.ask) else { return };
        let Some(Ok(date)) = self.date_in(ask, scene) else { return };
        let settled = read::typed_date(&date);
        if let Some(field) = self.fields.get_mut(self.focus)
            && field.value() != settled
        {
            field.set_value(&settled);
        }
    }

    fn step(&mut self, by: isize) {
        self.focus = stepped(&self.fields, self.focus, by);
    }

    /// To the next question, past what stands beside the answer just given: one key a question.
    fn step_to_question(&mut self) {
        let next = (self.focus + 1..self.fields.len())
            .find(|at| self.fields.get(*at).is_some_and(|field| field.ask.part == Part::Answer));
        self.focus = next.unwrap_or_else(|| stepped(&self.fields, self.focus, 1));
    }

    fn step_section(&mut self, forward: bool) {
        self.focus = stepped_section(&self.fields, self.focus, forward);
    }

    /// Moves the cursor to a field, when it is asked.
    pub fn focus_on(&mut self, ask: Ask) {
        if let Some(index) = self.fields.iter().position(|field| field.ask == ask) {
            self.focus = index;
        }
    }

    /// Moves the cursor to the first question of a section, when it is asked; to the first about a
    /// person, when one is named.
    pub fn focus_on_section(&mut self, section: &str, person: Option<PersonId>) {
        let found = self.fields.iter().position(|field| {
            let here = field.ask.of(&self.form).is_some_and(|(of, _)| of.id == section);
            here && (person.is_none() || field.ask.subject == person)
        });
        self.focus = found.unwrap_or(self.focus);
    }
}
