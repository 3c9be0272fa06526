//! The telephone: one form for every contact, typed as report, advice, addition, question or not
//! for us, each with only the fields it needs and one key to turn it into another.
//!
//! What was typed is kept when the kind is turned, and goes into the draft. What is *recorded* is
//! decided by the kind: advice has no fact that could hold anything about a family (hard rule 21).
//! Deliberately absent: layout (`view`), the disk, the clock.

mod ask;
mod build;
mod check;
mod facts;
mod persons;
mod seam;
#[cfg(test)]
mod tests;

pub use ask::{Ask, ContactKind, OfPerson, OfRelation, Once};
pub use facts::{Desk, Ready};
pub use seam::{AcuteRoad, FORM, State, discard, go_on, open, open_addition, update};

use crate::app::chord::{Chord, Key as Press};
use crate::app::field::{
    DraftClock, Entry, Field, FormIntent, FormOutcome, Hint, Typed, judge, stepped, stepped_section,
};
use crate::domain::fact::LinkKind;
use crate::domain::id::CaseId;
use crate::domain::time::Moment;
use crate::text::Text;
use std::collections::BTreeMap;

/// The most persons in one form. More can be added to the case later.
pub const PERSONS_MAX: u8 = 20;
/// The most relations in one form.
pub const RELATIONS_MAX: u8 = 40;
/// The width of texts until the window is known.
const COLUMNS_AT_FIRST: usize = 72;

/// Answered beforehand, so no sign that anything was typed.
const GIVEN: [Once; 6] =
    [Once::Kind, Once::Day, Once::Time, Once::Channel, Once::Disclosure, Once::ActionWhen];

/// The state of the form.
#[derive(Clone, Debug)]
pub struct ContactForm {
    /// The id of its draft.
    pub draft: [u8; 16],
    /// When the contact began: the default moment of receipt.
    pub started: Moment,
    /// What kind of contact.
    pub kind: ContactKind,
    /// The fields now asked, in order.
    pub fields: Vec<Field<Ask>>,
    /// The field under the cursor.
    pub focus: usize,
    /// A word to the user, under the form.
    pub hint: Option<Hint>,
    /// The case an addition belongs to, when it was opened from that case.
    pub known_case: Option<(CaseId, String)>,
    /// The case a report was said to belong to, found by its number; and how.
    pub linked_case: Option<(CaseId, LinkKind)>,
    /// The width at which texts are written, for the keys that move by rows.
    pub columns: usize,
    kept: BTreeMap<Ask, String>,
    persons: u8,
    relations: u8,
    warned: bool,
    /// When its draft is due.
    pub clock: DraftClock,
}

impl ContactForm {
    /// A new, empty form for a contact that begins at `started`.
    #[must_use]
    pub fn new(draft: [u8; 16], kind: ContactKind, started: Moment, text: &Text) -> Self {
        let mut form = Self {
            draft,
            started,
            kind,
            fields: Vec::new(),
            focus: 0,
            hint: None,
            known_case: None,
            linked_case: None,
            columns: COLUMNS_AT_FIRST,
            kept: BTreeMap::new(),
            persons: 1,
            relations: 0,
            warned: false,
            clock: DraftClock::default(),
        };
        form.rebuild(text);
        form.focus = 1.min(form.fields.len().saturating_sub(1));
        form
    }

    /// An addition to a case that is known already.
    #[must_use]
    pub fn addition(draft: [u8; 16], started: Moment, case: (CaseId, String), text: &Text) -> Self {
        let mut form = Self::new(draft, ContactKind::Addition, started, text);
        form.kept.insert(Ask::Once(Once::KnownCase), case.1.clone());
        form.known_case = Some(case);
        form.fields.clear();
        form.rebuild(text);
        form.focus_on(Ask::Once(Once::AdditionText));
        form
    }

    /// Goes on with a draft written by [`Self::draft_lines`].
    #[must_use]
    pub fn resume(draft: [u8; 16], lines: &[(String, String)], text: &Text) -> Option<Self> {
        let find = |name: &str| lines.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
        let started = Moment(find("started")?.parse().ok()?);
        let kind = ContactKind::from_code(find("kind")?.parse().ok()?)?;
        let mut form = Self::new(draft, kind, started, text);
        for (name, value) in lines {
            match Ask::from_name(name) {
                Some(ask @ Ask::Person(n, _)) if n < PERSONS_MAX => {
                    form.persons = form.persons.max(n + 1);
                    form.kept.insert(ask, value.clone());
                }
                Some(ask @ Ask::Relation(n, _)) if n < RELATIONS_MAX => {
                    form.relations = form.relations.max(n + 1);
                    form.kept.insert(ask, value.clone());
                }
                Some(ask @ Ask::Once(_)) => {
                    form.kept.insert(ask, value.clone());
                }
                Some(Ask::Person(..) | Ask::Relation(..)) | None => {}
            }
        }
        if let (Some(id), Some(number)) = (find("known-case-id"), find("known-case")) {
            form.known_case = CaseId::from_hex(id).map(|id| (id, number.to_owned()));
        }
        // The empty fields made above would be taken for what was typed.
        form.fields.clear();
        form.rebuild(text);
        if let Some(ask) = find("focus").and_then(Ask::from_name) {
            form.focus_on(ask);
        }
        Some(form)
    }

    /// Everything typed, as lines of name and value: the draft.
    #[must_use]
    pub fn draft_lines(&self) -> Vec<(String, String)> {
        let mut lines = vec![("started".to_owned(), self.started.0.to_string())];
        if let Some((id, _)) = &self.known_case {
            lines.push(("known-case-id".into(), id.hex()));
        }
        if let Some(field) = self.fields.get(self.focus) {
            lines.push(("focus".into(), field.ask.name()));
        }
        let mut all = self.kept.clone();
        all.extend(self.fields.iter().map(|field| (field.ask, field.value())));
        all.insert(Ask::Once(Once::Kind), self.kind.code().to_string());
        lines
            .extend(all.into_iter().filter(|(_, v)| !v.is_empty()).map(|(ask, v)| (ask.name(), v)));
        lines
    }

    /// Whether anything was typed that is worth keeping.
    #[must_use]
    pub fn has_content(&self) -> bool {
        let is_given = |ask: &Ask| matches!(ask, Ask::Once(once) if GIVEN.contains(once));
        let typed = |field: &Field<Ask>| !is_given(&field.ask) && !field.is_empty();
        let kept = |(ask, value): (&Ask, &String)| !is_given(ask) && !value.is_empty();
        self.fields.iter().any(typed) || self.kept.iter().any(kept)
    }

    /// The field under the cursor.
    #[must_use]
    pub fn focused(&self) -> Option<&Field<Ask>> {
        self.fields.get(self.focus)
    }

    /// Applies an intent of the form as a whole.
    pub fn intent(&mut self, intent: FormIntent, at: Moment, text: &Text) -> FormOutcome {
        self.hint = None;
        match intent {
            FormIntent::Next => self.step(1),
            FormIntent::Previous => self.step(-1),
            FormIntent::NextSection => self.step_section(true),
            FormIntent::PreviousSection => self.step_section(false),
            FormIntent::Turn => {
                self.turn(self.kind.next(), text);
                self.clock.changed(at);
                self.hint = Some(Hint::Turned(self.kind.key()));
            }
            FormIntent::AddPerson => {
                self.add_person(text);
                self.clock.changed(at);
            }
            FormIntent::Leave => return FormOutcome::Leave,
            FormIntent::Discard => return FormOutcome::AskDiscard,
            FormIntent::Save => return self.try_save(at, text),
        }
        FormOutcome::Stay
    }

    /// Applies any other key. `at` is when it was pressed.
    pub fn typed(&mut self, chord: Chord, at: Moment, text: &Text) -> FormOutcome {
        let up = chord.key == Press::Up;
        let Some(field) = self.fields.get_mut(self.focus) else { return FormOutcome::Stay };
        if matches!(chord.key, Press::Up | Press::Down) {
            if !field.step_row(up, self.columns) {
                self.step(if up { -1 } else { 1 });
            }
            return FormOutcome::Stay;
        }
        if chord.key == Press::Enter && !field.takes_enter() {
            self.step(1);
            return FormOutcome::Stay;
        }
        let ask = field.ask;
        match field.typed(chord) {
            Typed::Changed => self.after_change(ask, at, text),
            Typed::Answered => {
                self.after_change(ask, at, text);
                // Another kind of contact begins at its first question.
                if ask != Ask::Once(Once::Kind) {
                    self.step(1);
                }
            }
            Typed::Pressed => {
                match ask {
                    Ask::Once(Once::AddPerson) => self.add_person(text),
                    Ask::Once(Once::AddRelation) => self.add_relation(text),
                    Ask::Once(_) | Ask::Person(..) | Ask::Relation(..) => {}
                }
                self.clock.changed(at);
            }
            Typed::Moved | Typed::Ignored => {}
        }
        FormOutcome::Stay
    }

    /// Inserts pasted text in the field under the cursor.
    pub fn paste(&mut self, pasted: &str, at: Moment, text: &Text) {
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        let ask = field.ask;
        if field.paste(pasted) == Typed::Changed {
            self.after_change(ask, at, text);
        }
    }

    fn after_change(&mut self, ask: Ask, at: Moment, text: &Text) {
        self.warned = false;
        self.clock.changed(at);
        match ask {
            Ask::Once(Once::Kind) => {
                let code = self.picked(ask).unwrap_or_default();
                if let Some(kind) = ContactKind::from_code(code) {
                    self.turn(kind, text);
                }
            }
            // These decide which other questions are asked.
            Ask::Once(Once::Acute | Once::Disclosure | Once::Stalking)
            | Ask::Person(_, OfPerson::Unborn) => self.rebuild(text),
            Ask::Once(_) | Ask::Person(..) | Ask::Relation(..) => {}
        }
    }

    fn try_save(&mut self, at: Moment, text: &Text) -> FormOutcome {
        let problems = self.problems(at, text);
        let Some((first, hint)) = judge(&mut self.fields, &problems, &mut self.warned) else {
            return FormOutcome::Ready;
        };
        self.hint = Some(hint);
        self.focus_on(first);
        FormOutcome::Stay
    }

    fn step(&mut self, by: isize) {
        self.focus = stepped(&self.fields, self.focus, by);
    }

    fn step_section(&mut self, forward: bool) {
        self.focus = stepped_section(&self.fields, self.focus, forward);
    }

    /// Moves the cursor to a question, when it is asked.
    pub fn focus_on(&mut self, ask: Ask) {
        if let Some(index) = self.fields.iter().position(|field| field.ask == ask) {
            self.focus = index;
        }
    }

    fn field(&self, ask: Ask) -> Option<&Field<Ask>> {
        self.fields.iter().find(|field| field.ask == ask)
    }

    fn words(&self, ask: Ask) -> String {
        self.field(ask).map(|field| field.value().trim().to_owned()).unwrap_or_default()
    }

    fn picked(&self, ask: Ask) -> Option<u16> {
        match &self.field(ask)?.entry {
            Entry::Pick(picker) => picker.choice(),
            Entry::Line(_)
            | Entry::Paragraph(_)
            | Entry::Answer(_)
            | Entry::Flag(_)
            | Entry::Button => None,
        }
    }
}
