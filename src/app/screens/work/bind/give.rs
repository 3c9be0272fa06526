//! Answers of a form as plain values, and plain values as answers: what every binder needs.
//!
//! An answer of another kind than asked reads as empty: the form is held to its binder by a test.
//! Deliberately absent: any form, any fact.

use crate::domain::id::PersonId;
use crate::domain::person::Answer;
use crate::domain::sheet::{AnswerPlace, AnswerValue, Given};
use crate::domain::time::{Day, PartialDate};
use crate::form::Answers;
use std::collections::BTreeSet;

/// What was answered about one person, as if it was asked about the case.
#[must_use]
pub fn about(answers: &Answers, person: PersonId) -> Answers {
    let theirs = answers.iter().filter(|(place, _)| place.subject == Some(person));
    theirs
        .map(|(place, given)| {
            (AnswerPlace { item: place.item.clone(), subject: None }, given.clone())
        })
        .collect()
}

/// Answers as said about one person: the reverse of [`about`].
#[must_use]
pub fn on(answers: Answers, person: PersonId) -> Answers {
    let place = |item| AnswerPlace { item, subject: Some(person) };
    answers.into_iter().map(|(at, given)| (place(at.item), given)).collect()
}

/// Reads answers about the case.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a>(pub &'a Answers);

impl Reader<'_> {
    fn value(&self, item: &str) -> Option<&AnswerValue> {
        self.0.get(&AnswerPlace::of_case(item)).map(|given| &given.value)
    }

    /// A text without blanks around it; empty when there is none.
    #[must_use]
    pub fn text(&self, item: &str) -> String {
        match self.value(item) {
            Some(AnswerValue::Text(text)) => text.trim().to_owned(),
            Some(_) | None => String::new(),
        }
    }

    /// A whole day; `None` also when only a part of the date is known.
    #[must_use]
    pub fn day(&self, item: &str) -> Option<Day> {
        match self.value(item) {
            Some(AnswerValue::Date(PartialDate::Day(day))) => Some(*day),
            Some(_) | None => None,
        }
    }

    /// The id of the option chosen.
    #[must_use]
    pub fn option(&self, item: &str) -> Option<&str> {
        match self.value(item) {
            Some(AnswerValue::Option(id)) => Some(id),
            Some(_) | None => None,
        }
    }

    /// The value that goes with the option chosen.
    #[must_use]
    pub fn option_of<T: Copy>(&self, item: &str, named: &[(&str, T)]) -> Option<T> {
        let chosen = self.option(item)?;
        named.iter().find(|(name, _)| *name == chosen).map(|(_, value)| *value)
    }

    /// The ids of the options chosen; `None` when the question was not answered.
    #[must_use]
    pub fn options(&self, item: &str) -> Option<&[String]> {
        match self.value(item) {
            Some(AnswerValue::Options(ids)) => Some(ids),
            Some(_) | None => None,
        }
    }

    /// The values that go with the options chosen.
    #[must_use]
    pub fn options_of<T: Copy>(&self, item: &str, named: &[(&str, T)]) -> Option<Vec<T>> {
        let chosen = self.options(item)?;
        let value = |id: &String| named.iter().find(|(name, _)| name == id).map(|(_, v)| *v);
        Some(chosen.iter().filter_map(value).collect())
    }

    /// A number of a scale.
    #[must_use]
    pub fn number(&self, item: &str) -> Option<u8> {
        self.option(item)?.parse().ok()
    }

    /// Yes, no, or no information.
    #[must_use]
    pub fn answer(&self, item: &str) -> Option<Answer> {
        match self.value(item) {
            Some(AnswerValue::YesNo(answer)) => Some(*answer),
            Some(_) | None => None,
        }
    }

    /// A person of the case.
    #[must_use]
    pub fn person(&self, item: &str) -> Option<PersonId> {
        match self.value(item) {
            Some(AnswerValue::Person(person)) => Some(*person),
            Some(_) | None => None,
        }
    }
}

/// Writes answers about the case. What is empty is left out.
#[derive(Clone, Debug, Default)]
pub struct Writer(Answers);

impl Writer {
    /// What was written.
    #[must_use]
    pub fn answers(self) -> Answers {
        self.0
    }

    fn put(&mut self, item: &str, value: AnswerValue) -> &mut Self {
        self.0.insert(AnswerPlace::of_case(item), Given::plain(value));
        self
    }

    /// A text.
    pub fn text(&mut self, item: &str, text: &str) -> &mut Self {
        if text.trim().is_empty() {
            return self;
        }
        self.put(item, AnswerValue::Text(text.to_owned()))
    }

    /// A day.
    pub fn day(&mut self, item: &str, day: Option<Day>) -> &mut Self {
        match day {
            Some(day) => self.put(item, AnswerValue::Date(PartialDate::Day(day))),
            None => self,
        }
    }

    /// An option by its id.
    pub fn option(&mut self, item: &str, id: &str) -> &mut Self {
        self.put(item, AnswerValue::Option(id.to_owned()))
    }

    /// The option that goes with a value.
    pub fn option_of<T: PartialEq>(
        &mut self,
        item: &str,
        value: &T,
        named: &[(&str, T)],
    ) -> &mut Self {
        match named.iter().find(|(_, known)| known == value) {
            Some((name, _)) => self.option(item, name),
            None => self,
        }
    }

    /// Several options by their ids.
    pub fn options(&mut self, item: &str, ids: Vec<String>) -> &mut Self {
        self.put(item, AnswerValue::Options(ids))
    }

    /// The options that go with these values, in the order of the table.
    pub fn options_of<T: Ord>(
        &mut self,
        item: &str,
        values: &BTreeSet<T>,
        named: &[(&str, T)],
    ) -> &mut Self {
        let chosen = named.iter().filter(|(_, value)| values.contains(value));
        self.options(item, chosen.map(|(name, _)| (*name).to_owned()).collect())
    }

    /// A number of a scale.
    pub fn number(&mut self, item: &str, number: Option<u8>) -> &mut Self {
        match number {
            Some(number) => self.option(item, &number.to_string()),
            None => self,
        }
    }

    /// Yes, no, or no information.
    pub fn answer(&mut self, item: &str, answer: Option<Answer>) -> &mut Self {
        match answer {
            Some(answer) => self.put(item, AnswerValue::YesNo(answer)),
            None => self,
        }
    }

    /// A person of the case.
    pub fn person(&mut self, item: &str, person: Option<PersonId>) -> &mut Self {
        match person {
            Some(person) => self.put(item, AnswerValue::Person(person)),
            None => self,
        }
    }
}
