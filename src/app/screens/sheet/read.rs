//! From what stands in the fields to answers, and back.
//!
//! A value is what a field gives ([`crate::app::field::Field::value`]); in a draft an option stands
//! by its id and a person by theirs, so that a draft outlives a change in the order of a list.
//! Deliberately absent: which answers may be missing (`check`).

use super::ask::{Ask, Part};
use super::{Scene, SheetForm};
use crate::app::field::Entry;
use crate::domain::id::PersonId;
use crate::domain::person::Answer;
use crate::domain::sheet::{AnswerPlace, AnswerValue, Given};
use crate::domain::time::PartialDate;
use crate::form::{Answers, Item, Kind, is_answer};
use crate::text::dates;
use std::collections::BTreeMap;

/// The code of the option that says that nothing is known, in a list whose codes are numbers.
pub const CODE_NO_INFORMATION: u16 = 1_000;

/// What stands in the fields, by field; nothing for empty ones.
pub type Values = BTreeMap<Ask, String>;

/// The code an option has in its list: its number on a scale, else its place from 1.
pub fn code_of(item: &Item, place: usize) -> u16 {
    let choice = item.choices().get(place);
    let number = choice.and_then(|choice| choice.id.parse().ok());
    if !is_scale(item) {
        return u16::try_from(place + 1).unwrap_or(u16::MAX);
    }
    number.unwrap_or(CODE_NO_INFORMATION)
}

/// Whether the options are the steps of a scale of one or two digits, apart from one that says
/// that nothing is known.
pub fn is_scale(item: &Item) -> bool {
    let mut steps = item.choices().iter().filter(|choice| !choice.no_information).peekable();
    steps.peek().is_some()
        && matches!(item.kind, Kind::Choice(_))
        && steps.all(|choice| matches!(choice.id.parse::<u16>(), Ok(0..=10)))
}

fn id_of(item: &Item, code: &str) -> Option<String> {
    let code: u16 = code.parse().ok()?;
    let place = (0..item.choices().len()).find(|place| code_of(item, *place) == code)?;
    item.choices().get(place).map(|choice| choice.id.clone())
}

fn code_of_id(item: &Item, id: &str) -> Option<String> {
    let place = item.choices().iter().position(|choice| choice.id == id)?;
    Some(code_of(item, place).to_string())
}

fn each(value: &str, of: impl Fn(&str) -> Option<String>) -> String {
    value.split(',').filter_map(of).collect::<Vec<_>>().join(",")
}

impl SheetForm {
    /// Everything that was filled in, also what is not asked now.
    pub(super) fn values(&self) -> Values {
        let mut all = self.kept.clone();
        all.extend(self.fields.iter().map(|field| (field.ask, field.value())));
        all.retain(|_, value| !value.is_empty());
        all
    }

    /// The answers as they stand, also to questions that are not asked now.
    pub(super) fn every_answer(&self, values: &Values, scene: &Scene<'_>) -> Answers {
        let given = |(ask, value): (&Ask, &String)| {
            let (_, item) = (ask.part == Part::Answer).then(|| ask.of(&self.form)).flatten()?;
            let value = self.value_of(item, value, scene)?;
            let beside = |part: Part| values.get(&ask.with(part)).map_or("", |value| value.trim());
            let given = Given {
                value,
                critical: item.critical && !beside(Part::Critical).is_empty(),
                observed_on: date_of(beside(Part::SeenOn), scene).filter(|_| item.evidence),
                source: beside(Part::Source).to_owned(),
                note: beside(Part::Note).to_owned(),
            };
            Some((AnswerPlace { item: item.id.clone(), subject: ask.subject }, given))
        };
        values.iter().filter_map(given).collect()
    }

    /// The answers to the questions that are asked now: what is recorded.
    #[must_use]
    pub fn answers(&self, scene: &Scene<'_>) -> Answers {
        let mut answers = self.every_answer(&self.values(), scene);
        let asked: std::collections::BTreeSet<AnswerPlace> =
            self.fields.iter().filter_map(|field| self.place_of(field.ask)).collect();
        answers.retain(|place, _| asked.contains(place));
        answers
    }

    /// Where the answer of a field stands.
    #[must_use]
    pub fn place_of(&self, ask: Ask) -> Option<AnswerPlace> {
        let (_, item) = ask.of(&self.form)?;
        Some(AnswerPlace { item: item.id.clone(), subject: ask.subject })
    }

    fn value_of(&self, item: &Item, value: &str, scene: &Scene<'_>) -> Option<AnswerValue> {
        let answer = match &item.kind {
            Kind::Choice(_) => AnswerValue::Option(id_of(item, value)?),
            Kind::Choices(_) => AnswerValue::Options(
                value.split(',').filter_map(|code| id_of(item, code)).collect(),
            ),
            Kind::YesNo(_) => AnswerValue::YesNo(match value {
                "yes" => Answer::Yes,
                "no" => Answer::No,
                _unknown => Answer::Unknown,
            }),
            Kind::Date => AnswerValue::Date(date_of(value, scene)?),
            Kind::Line | Kind::Paragraph => AnswerValue::Text(value.trim().to_owned()),
            Kind::Person => AnswerValue::Person(self.person_of(value)?),
        };
        is_answer(&answer).then_some(answer)
    }

    fn person_of(&self, code: &str) -> Option<PersonId> {
        let place = code.parse::<usize>().ok()?.checked_sub(1)?;
        self.people.all().get(place).copied()
    }

    /// What would stand in the fields for these answers.
    pub(super) fn values_of(&self, answers: &Answers) -> Values {
        let mut values = Values::new();
        for (place, given) in answers {
            let found = self.form.items().position(|(_, item)| item.id == place.item);
            let Some(item) = found else { continue };
            let ask = Ask { item, subject: place.subject, part: Part::Answer };
            let Some((_, item)) = ask.of(&self.form) else { continue };
            let parts = [
                (Part::Answer, self.written(item, &given.value)),
                (Part::Critical, if given.critical { "yes".into() } else { String::new() }),
                (Part::SeenOn, given.observed_on.as_ref().map_or_else(String::new, typed_date)),
                (Part::Source, given.source.clone()),
                (Part::Note, given.note.clone()),
            ];
            values.extend(parts.map(|(part, value)| (ask.with(part), value)));
        }
        values.retain(|_, value| !value.is_empty());
        values
    }

    fn written(&self, item: &Item, value: &AnswerValue) -> String {
        match value {
            AnswerValue::Option(id) => code_of_id(item, id).unwrap_or_default(),
            AnswerValue::Options(ids) => {
                // As a list gives them: in the order of their codes.
                let mut codes: Vec<u16> =
                    ids.iter().filter_map(|id| code_of_id(item, id)?.parse().ok()).collect();
                codes.sort_unstable();
                codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
            }
            AnswerValue::YesNo(Answer::Yes) => "yes".into(),
            AnswerValue::YesNo(Answer::No) => "no".into(),
            AnswerValue::YesNo(Answer::Unknown) => "unknown".into(),
            AnswerValue::Date(date) => typed_date(date),
            AnswerValue::Text(text) => text.clone(),
            AnswerValue::Person(person) => {
                let place = self.people.all().iter().position(|known| known == person);
                place.map_or_else(String::new, |place| (place + 1).to_string())
            }
        }
    }

    /// A value as it stands in a draft.
    pub(super) fn drafted(&self, ask: Ask, value: &str) -> String {
        let Some((_, item)) = ask.of(&self.form).filter(|_| ask.part == Part::Answer) else {
            return value.to_owned();
        };
        match &item.kind {
            Kind::Choice(_) | Kind::Choices(_) => each(value, |code| id_of(item, code)),
            Kind::Person => self.person_of(value).map_or_else(String::new, |person| person.hex()),
            Kind::YesNo(_) | Kind::Date | Kind::Line | Kind::Paragraph => value.to_owned(),
        }
    }

    /// Reads what [`Self::drafted`] writes.
    pub(super) fn undrafted(&self, ask: Ask, value: &str) -> String {
        let Some((_, item)) = ask.of(&self.form).filter(|_| ask.part == Part::Answer) else {
            return value.to_owned();
        };
        match &item.kind {
            Kind::Choice(_) | Kind::Choices(_) => each(value, |id| code_of_id(item, id)),
            Kind::Person => PersonId::from_hex(value)
                .map_or_else(String::new, |id| self.written(item, &AnswerValue::Person(id))),
            Kind::YesNo(_) | Kind::Date | Kind::Line | Kind::Paragraph => value.to_owned(),
        }
    }

    /// Whether what stands in a field of dates can be read as one; `None` when it is not one.
    pub(super) fn date_in(&self, ask: Ask, scene: &Scene<'_>) -> Option<Result<PartialDate, ()>> {
        let (_, item) = ask.of(&self.form)?;
        let is_date = match ask.part {
            Part::Answer => item.kind == Kind::Date,
            Part::SeenOn => true,
            Part::Critical | Part::Source | Part::Note => false,
        };
        let field = self.fields.iter().find(|field| field.ask == ask && is_date)?;
        let Entry::Line(writer) = &field.entry else { return None };
        let typed = writer.text();
        (!typed.trim().is_empty()).then(|| date_of(&typed, scene).ok_or(()))
    }
}

/// A date as it can be typed, and read again in any language.
pub(super) fn typed_date(date: &PartialDate) -> String {
    match date {
        PartialDate::Day(day) => dates::numeric_day(*day),
        PartialDate::Month(year, month) => format!("{month:02}-{year:04}"),
        PartialDate::Year(year) => format!("{year:04}"),
        PartialDate::Absent(Some(_)) => "?".into(),
        PartialDate::Absent(None) => String::new(),
    }
}

fn date_of(typed: &str, scene: &Scene<'_>) -> Option<PartialDate> {
    let typed = typed.trim();
    let today = scene.at.day();
    (!typed.is_empty()).then(|| dates::parse_partial_date(typed, today, scene.words)).flatten()
}
