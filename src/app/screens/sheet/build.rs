//! Which fields stand in a form now, and what is said beside them.

use super::ask::{Ask, Part};
use super::read::{CODE_NO_INFORMATION, code_of, is_scale};
use super::{Scene, SheetForm, Standing};
use crate::app::field::{
    Entry, Field, Need, Picker, Remark, RemarkKind, Wording, Writer, answer_words,
};
use crate::domain::id::PersonId;
use crate::domain::sheet::AnswerValue;
use crate::form::{self, Answers, Asked, Item, Kind, Meaning, Of, Section};
use crate::text::{Key, Text, dates};
use std::collections::BTreeMap;

/// Lists longer than this are narrowed by typing; in shorter ones every option has a key.
const KEYED_OPTIONS_MAX: usize = 20;

/// An answer of a colleague is shown no longer than this.
const SAID_COLUMNS_MAX: usize = 60;

/// The items that together are the conclusion: all of them, or none yet.
pub(super) const CONCLUSION: [Meaning; 5] =
    [Meaning::Safety, Meaning::Risk, Meaning::Reasons, Meaning::Confidence, Meaning::ValidUntil];

impl SheetForm {
    /// Makes the list of fields anew for what was answered. Fields that stay keep their editor,
    /// with its cursor and its undo.
    pub(super) fn rebuild(&mut self, scene: &Scene<'_>) {
        self.made_anew(scene, false);
    }

    /// The same in another language; what was chosen stays chosen.
    pub(super) fn reword(&mut self, scene: &Scene<'_>) {
        self.made_anew(scene, true);
    }

    fn made_anew(&mut self, scene: &Scene<'_>, is_reworded: bool) {
        let focused = self.focused().map(|field| field.ask);
        let mut values = self.values();
        let answers = self.every_answer(&values, scene);
        let old = std::mem::take(&mut self.fields);
        let mut old: BTreeMap<Ask, Field<Ask>> =
            old.into_iter().map(|field| (field.ask, field)).collect();
        let mut fields = Vec::new();
        let maker = Maker::new(self, &answers, scene.words);
        for asked in form::asked(&self.form, &answers, &self.people.subjects) {
            for mut field in maker.fields(&asked) {
                let value = values.remove(&field.ask);
                match old.remove(&field.ask) {
                    Some(before) => take_over(&mut field, before, is_reworded),
                    None => field.set_value(value.as_deref().unwrap_or("")),
                }
                fields.push(field);
            }
        }
        self.standing = standing(self, &answers);
        self.fields = fields;
        // What is left is not asked now.
        self.kept = values;
        self.focus = self.focus.min(self.fields.len().saturating_sub(1));
        if let Some(ask) = focused {
            self.focus_on(ask);
        }
    }
}

/// Keeps the editor and the problem of a field that stays.
fn take_over(field: &mut Field<Ask>, before: Field<Ask>, is_reworded: bool) {
    field.problem = before.problem;
    match before.entry {
        Entry::Pick(picker) if is_reworded => field.set_value(&picker.value()),
        entry => field.entry = entry,
    }
}

fn standing(form: &SheetForm, answers: &Answers) -> Standing {
    let subjects = &form.people.subjects;
    Standing {
        asked: form::can_be_unknown(&form.form, answers, subjects),
        no_information: form::no_information(&form.form, answers, subjects),
        unanswered: form::unanswered(&form.form, answers, subjects),
    }
}

/// Makes fields in one language, for one set of answers.
struct Maker<'a> {
    sheet: &'a SheetForm,
    answers: &'a Answers,
    words: &'a Text,
    /// The place of every item, by its name.
    places: BTreeMap<&'a str, usize>,
    headings: BTreeMap<(&'a str, Option<PersonId>), String>,
    /// Whether any part of the conclusion was filled in.
    concludes: bool,
}

impl<'a> Maker<'a> {
    fn new(sheet: &'a SheetForm, answers: &'a Answers, words: &'a Text) -> Self {
        let items = || sheet.form.items();
        let places = items().enumerate().map(|(at, (_, item))| (item.id.0.as_str(), at)).collect();
        let concludes = items().any(|(_, item)| {
            item.means.is_some_and(|means| CONCLUSION.contains(&means))
                && answers.keys().any(|place| place.item == item.id)
        });
        let mut made = Self { sheet, answers, words, places, headings: BTreeMap::new(), concludes };
        made.headings = made.all_headings();
        made
    }

    fn of(&self, words: &form::Words) -> String {
        words.of(self.words.lang().code()).to_owned()
    }

    /// The headings, all different, so that two people of one name are not taken for one.
    fn all_headings(&self) -> BTreeMap<(&'a str, Option<PersonId>), String> {
        let mut headings = BTreeMap::new();
        let mut met: BTreeMap<String, usize> = BTreeMap::new();
        for section in &self.sheet.form.sections {
            for subject in self.sheet.people.subjects.of(section.of) {
                let heading = self.heading(section, subject);
                let times = met.entry(heading.clone()).or_insert(0);
                *times += 1;
                let heading = match *times {
                    1 => heading,
                    n => {
                        let args = [("heading", heading.as_str().into()), ("n", n.into())];
                        self.words.with(Key::SheetSecond, &args)
                    }
                };
                headings.insert((section.id.as_str(), subject), heading);
            }
        }
        headings
    }

    fn heading(&self, section: &Section, subject: Option<PersonId>) -> String {
        let title = self.of(&section.title);
        let name = match (section.of, subject) {
            (Of::Rater, None) => self.words.get(Key::SheetWorker),
            (_, None) => return title,
            (_, Some(person)) => self.name(person),
        };
        format!("{title} · {name}")
    }

    fn name(&self, person: PersonId) -> &str {
        let name = self.sheet.people.names.get(&person).map_or("", String::as_str);
        if name.trim().is_empty() { self.words.get(Key::SheetNameless) } else { name }
    }

    /// The fields of a question: the answer, and once it is given what stands beside it.
    fn fields(&self, asked: &Asked<'_>) -> Vec<Field<Ask>> {
        let item = asked.item;
        let Some(place) = self.places.get(item.id.0.as_str()) else { return Vec::new() };
        let ask = Ask { item: *place, subject: asked.subject, part: Part::Answer };
        let heading = self.headings.get(&(asked.section.id.as_str(), asked.subject));
        let heading = Wording::Given(heading.cloned().unwrap_or_default());
        let help = item.help.as_ref().or(asked.section.help.as_ref());
        let label = Wording::Given(self.of(&item.ask));
        let mut fields = vec![Field {
            help: help.map(|help| Wording::Given(self.of(help))),
            need: self.need(item),
            remarks: self.remarks(asked),
            ..Field::new(ask, heading.clone(), label, self.entry(item))
        }];
        let Some(given) = self.answers.get(&asked.place()) else { return fields };
        let known = !form::says_nothing(item, &given.value);
        let mut beside = |part: Part, label: Key, entry: Entry| {
            let label = Wording::Ours(label);
            fields.push(Field::new(ask.with(part), heading.clone(), label, entry));
        };
        let line = || Entry::Line(Writer::line(""));
        if item.critical && known {
            beside(Part::Critical, Key::SheetCritical, Entry::Flag(false));
        }
        if item.evidence && known {
            beside(Part::SeenOn, Key::SheetSeenOn, line());
            beside(Part::Source, Key::SheetSource, line());
        }
        if item.note {
            beside(Part::Note, Key::SheetNote, line());
        }
        fields
    }

    /// A conclusion is whole or not there: its items are required once one of them was filled in.
    fn need(&self, item: &Item) -> Need {
        let of_conclusion = item.means.is_some_and(|means| CONCLUSION.contains(&means));
        match item.need {
            form::Need::Required if of_conclusion && !self.concludes => Need::Wanted,
            form::Need::Required => Need::Required,
            form::Need::Wanted => Need::Wanted,
            form::Need::Optional => Need::Optional,
        }
    }

    fn entry(&self, item: &Item) -> Entry {
        match &item.kind {
            Kind::Choice(_) | Kind::Choices(_) => Entry::Pick(self.picker(item)),
            Kind::YesNo(_) => Entry::Answer(None),
            Kind::Date | Kind::Line => Entry::Line(Writer::line("")),
            Kind::Paragraph => Entry::Paragraph(Writer::paragraph("")),
            Kind::Person => {
                let people = self.sheet.people.all();
                let people = people.into_iter().zip(1..);
                let options = people.map(|(id, code)| (code, self.name(id).to_owned())).collect();
                Entry::Pick(Picker::one(options))
            }
        }
    }

    fn picker(&self, item: &Item) -> Picker {
        let choices = item.choices();
        let options: Vec<(u16, String)> = choices
            .iter()
            .enumerate()
            .map(|(place, choice)| (code_of(item, place), self.of(&choice.words)))
            .collect();
        let picker = match &item.kind {
            Kind::Choices(_) => Picker::many(options),
            _one => Picker::one(options),
        };
        if choices.len() > KEYED_OPTIONS_MAX {
            return picker;
        }
        let picker = picker.with_keys(keys(item));
        if is_scale(item) { picker.in_a_row() } else { picker }
    }

    /// An answer in words, short.
    fn said(&self, item: &Item, value: Option<&AnswerValue>) -> String {
        let option =
            |id: &String| item.choice(id).map_or_else(String::new, |choice| self.of(&choice.words));
        let whole = match value {
            None => self.words.get(Key::SheetTakenAway).to_owned(),
            Some(AnswerValue::Option(id)) => option(id),
            Some(AnswerValue::Options(ids)) => {
                ids.iter().map(option).collect::<Vec<_>>().join(", ")
            }
            Some(AnswerValue::YesNo(answer)) => self.words.get(answer_words(*answer)).to_owned(),
            Some(AnswerValue::Date(date)) => dates::partial_date(date, self.words),
            Some(AnswerValue::Text(text)) => text.clone(),
            Some(AnswerValue::Person(person)) => self.name(*person).to_owned(),
        };
        crate::text::SafeText::new(&whole).truncate_to(SAID_COLUMNS_MAX).to_string()
    }

    fn remarks(&self, asked: &Asked<'_>) -> Vec<Remark> {
        let (form, subjects) = (&self.sheet.form, &self.sheet.people.subjects);
        let mut remarks = Vec::new();
        if let Some(values) = self.sheet.disputed.get(&asked.place()) {
            let values: Vec<String> =
                values.iter().map(|value| self.said(asked.item, value.as_ref())).collect();
            let values = values.join(" / ");
            let args = [("values", values.as_str().into())];
            let words = Wording::Given(self.words.with(Key::SheetDisputed, &args));
            remarks.push(Remark { kind: RemarkKind::Warning, words });
        }
        if let Some(warning) = &asked.item.warn {
            let warns = form::warnings(form, self.answers, subjects);
            if warns.iter().any(|(other, _)| other == asked) {
                let words = Wording::Given(self.of(&warning.words));
                remarks.push(Remark { kind: RemarkKind::Warning, words });
            }
        }
        let Some(means) = asked.item.means else { return remarks };
        for proposal in form::proposed(form, self.answers) {
            if proposal.means != means {
                continue;
            }
            let what = asked.item.choice(&proposal.option);
            let what = what.map_or_else(String::new, |choice| self.of(&choice.words));
            let why = self.of(&proposal.words);
            let args = [("what", what.as_str().into()), ("why", why.as_str().into())];
            let words = Wording::Given(self.words.with(Key::SheetProposal, &args));
            remarks.push(Remark { kind: RemarkKind::Proposal, words });
        }
        remarks
    }
}

/// One key an option: its own digit on a scale (`t` for ten), `?` for "no information", else the
/// next digit and then the next letter.
fn keys(item: &Item) -> Vec<char> {
    let mut free = "123456789abcdefghijklmnopqrstuvwxyz".chars();
    let key = |(place, choice): (usize, &form::Choice)| {
        if choice.no_information {
            return '?';
        }
        match code_of(item, place) {
            CODE_NO_INFORMATION => '?',
            10 if is_scale(item) => 't',
            step if is_scale(item) => char::from_digit(u32::from(step), 10).unwrap_or('?'),
            _place => free.next().unwrap_or(' '),
        }
    };
    item.choices().iter().enumerate().map(key).collect()
}
