//! Two assessments of the same kind beside each other, question by question.
//!
//! What changed has a sign; the rest stands between, so that one reads the whole. Deliberately
//! absent: any sum, and a judgement whether it went better.

use super::work::content::Scene;
use super::work::risk::{day_words, told};
use crate::app::keymap::Intent;
use crate::app::model::Model;
use crate::app::turn::{Fate, Input};
use crate::domain::case::Sheet;
use crate::domain::id::SheetId;
use crate::domain::sheet::{AnswerPlace, AnswerValue, Given};
use crate::form::{Form, is_answer};
use crate::text::Key as Words;
use std::collections::{BTreeMap, BTreeSet};

/// How many lines a page key goes.
const PAGE_LINES: usize = 10;

/// A line of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of a section.
    Heading(String),
    /// A question with both answers.
    Answers {
        /// The question, with the name of whom it is about.
        question: String,
        /// The answer before; what stands for none when there was none.
        before: String,
        /// The answer now.
        now: String,
        /// Whether they differ.
        changed: bool,
    },
}

/// The comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The title of the form.
    pub title: String,
    /// The days of both.
    pub days: [String; 2],
    /// The lines.
    pub lines: Vec<Line>,
    /// The first visible line.
    pub scroll: usize,
}

impl State {
    /// Compares two sheets; `None` when one of them is not in the case.
    #[must_use]
    pub fn of(scene: &Scene<'_>, earlier: SheetId, later: SheetId) -> Option<Self> {
        let (old, new) = (scene.case.sheets.get(&earlier)?, scene.case.sheets.get(&later)?);
        let form = told::form_of(scene, new).or_else(|| told::form_of(scene, old));
        let title = told::title(scene, new, form);
        let days = [day_words(scene, old), day_words(scene, new)];
        let lines = lines(scene, form, old, new);
        Some(Self { title, days, lines, scroll: 0 })
    }

    /// How many answers differ.
    #[must_use]
    pub fn changed(&self) -> usize {
        let differs = |line: &&Line| matches!(line, Line::Answers { changed: true, .. });
        self.lines.iter().filter(differs).count()
    }
}

/// Every question that either of them answered, in the order of the form; what the form does not
/// know comes last, under its own name.
fn lines(scene: &Scene<'_>, form: Option<&Form>, old: &Sheet, new: &Sheet) -> Vec<Line> {
    let (old, new) = (old.answers_shown(), new.answers_shown());
    let mut left: BTreeSet<&AnswerPlace> = old.keys().chain(new.keys()).collect();
    let compared = Compared { scene, old: &old, new: &new };
    let mut lines = Vec::new();
    for section in form.into_iter().flat_map(|form| &form.sections) {
        let heading = section.title.of(scene.words.lang().code()).to_owned();
        let from = lines.len();
        lines.push(Line::Heading(heading));
        for item in &section.items {
            let places: Vec<&AnswerPlace> =
                left.iter().copied().filter(|place| place.item == item.id).collect();
            for place in places {
                left.remove(place);
                let question = told::question(scene, item, place.subject);
                lines.extend(compared.line(form, place, question));
            }
        }
        if lines.len() == from + 1 {
            lines.truncate(from);
        }
    }
    let rest =
        left.into_iter().filter_map(|place| compared.line(form, place, place.item.0.clone()));
    lines.extend(rest);
    lines
}

struct Compared<'a> {
    scene: &'a Scene<'a>,
    old: &'a BTreeMap<AnswerPlace, Given>,
    new: &'a BTreeMap<AnswerPlace, Given>,
}

impl Compared<'_> {
    fn line(&self, form: Option<&Form>, place: &AnswerPlace, question: String) -> Option<Line> {
        let said = |of: &BTreeMap<AnswerPlace, Given>| {
            of.get(place).filter(|given| is_answer(&given.value)).cloned()
        };
        let (old, new) = (said(self.old), said(self.new));
        if old.is_none() && new.is_none() {
            return None;
        }
        let value = |given: &Option<Given>| given.as_ref().map(|given| given.value.clone());
        let changed = value(&old) != value(&new);
        let item = form.and_then(|form| form.item(&place.item)).map(|(_, item)| item);
        let words = |given: &Option<Given>| {
            let Some(given) = given else { return self.scene.say(Words::CompareNone) };
            let name = match &given.value {
                AnswerValue::Person(id) => self.scene.person(*id),
                AnswerValue::Option(_)
                | AnswerValue::Options(_)
                | AnswerValue::YesNo(_)
                | AnswerValue::Date(_)
                | AnswerValue::Text(_) => String::new(),
            };
            told::answer(self.scene.words, item, given, &name)
        };
        Some(Line::Answers { question, before: words(&old), now: words(&new), changed })
    }
}

/// A key.
pub fn update(state: &mut State, model: &mut Model, input: &Input) -> Fate {
    let last = state.lines.len().saturating_sub(1);
    match input {
        Input::Intent(Intent::MoveUp) => state.scroll = state.scroll.saturating_sub(1),
        Input::Intent(Intent::MoveDown) => state.scroll = (state.scroll + 1).min(last),
        Input::Intent(Intent::PageUp) => state.scroll = state.scroll.saturating_sub(PAGE_LINES),
        Input::Intent(Intent::PageDown) => state.scroll = (state.scroll + PAGE_LINES).min(last),
        Input::Intent(Intent::Top) => state.scroll = 0,
        Input::Intent(Intent::Bottom) => state.scroll = last,
        Input::Intent(Intent::Back) => return Fate::Close,
        Input::Intent(_) | Input::Chord(_) | Input::Paste(_) => model.quiet = true,
    }
    Fate::Stay
}
