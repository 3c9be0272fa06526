//! A form and its answers together: what is asked, what is missing, what is proposed.
//!
//! An answer counts only while its item is asked: one that a condition has since hidden is kept by
//! whoever holds the answers, but has no points, no warning and no say in other conditions.
//! Deliberately absent: any decision. Points propose; a person concludes.

use super::shape::{
    Condition, Form, Item, Kind, Meaning, NO, NO_INFORMATION, Need, Of, Proposal, Section, Test,
    Warning, YES,
};
use crate::domain::id::PersonId;
use crate::domain::person::Answer;
use crate::domain::sheet::{AnswerPlace, AnswerValue, Given, ItemName};
use crate::domain::time::PartialDate;
use std::collections::{BTreeMap, BTreeSet};

/// The answers of one sheet.
pub type Answers = BTreeMap<AnswerPlace, Given>;

/// The persons in a case, by the place they have for a form, each in the order of the case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subjects {
    /// The children.
    pub children: Vec<PersonId>,
    /// The caregivers (NL: opvoeders).
    pub caregivers: Vec<PersonId>,
    /// All others.
    pub others: Vec<PersonId>,
}

impl Subjects {
    /// About whom a section is asked, in order. Nobody stands for the case, or for the worker.
    #[must_use]
    pub fn of(&self, of: Of) -> Vec<Option<PersonId>> {
        let some = |persons: &[PersonId]| persons.iter().copied().map(Some).collect::<Vec<_>>();
        match of {
            Of::Case => vec![None],
            Of::Child => some(&self.children),
            Of::Caregiver => some(&self.caregivers),
            Of::Rater => [some(&self.children), some(&self.caregivers), vec![None]].concat(),
            Of::Person => {
                [some(&self.children), some(&self.caregivers), some(&self.others)].concat()
            }
        }
    }
}

/// A question as it is put: an item of a section, about somebody or about the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'f> {
    /// The section.
    pub section: &'f Section,
    /// The item.
    pub item: &'f Item,
    /// About whom; nobody for the case, and for the worker who rates.
    pub subject: Option<PersonId>,
}

impl Asked<'_> {
    /// Where the answer stands.
    #[must_use]
    pub fn place(&self) -> AnswerPlace {
        AnswerPlace { item: self.item.id.clone(), subject: self.subject }
    }
}

/// Every question to put now, section by section, within a section person by person.
#[must_use]
pub fn asked<'f>(form: &'f Form, answers: &Answers, subjects: &Subjects) -> Vec<Asked<'f>> {
    let view = View::new(form, answers);
    let mut all = Vec::new();
    for section in &form.sections {
        for subject in subjects.of(section.of) {
            let open = section.items.iter().filter(|item| view.is_open(item, subject));
            all.extend(open.map(|item| Asked { section, item, subject }));
        }
    }
    all
}

/// The questions without an answer that want or require one, in order.
#[must_use]
pub fn missing<'f>(
    form: &'f Form,
    answers: &Answers,
    subjects: &Subjects,
) -> Vec<(Asked<'f>, Need)> {
    let wants = |asked: Asked<'f>| {
        let missing = asked.item.need != Need::Optional && answer(answers, &asked).is_none();
        missing.then_some((asked, asked.item.need))
    };
    self::asked(form, answers, subjects).into_iter().filter_map(wants).collect()
}

/// How many questions were answered with "no information".
#[must_use]
pub fn no_information(form: &Form, answers: &Answers, subjects: &Subjects) -> usize {
    let unknown = |asked: &Asked<'_>| {
        answer(answers, asked).is_some_and(|given| says_nothing(asked.item, &given.value))
    };
    asked(form, answers, subjects).iter().filter(|asked| unknown(asked)).count()
}

/// How many questions are put that can be answered with "no information".
#[must_use]
pub fn can_be_unknown(form: &Form, answers: &Answers, subjects: &Subjects) -> usize {
    let can = |asked: &Asked<'_>| {
        matches!(asked.item.kind, Kind::YesNo(_))
            || asked.item.choices().iter().any(|choice| choice.no_information)
    };
    asked(form, answers, subjects).iter().filter(|asked| can(asked)).count()
}

/// How many questions have no answer. The conclusion itself, and open fields that may stay empty,
/// are not counted: leaving those empty leaves no question open.
#[must_use]
pub fn unanswered(form: &Form, answers: &Answers, subjects: &Subjects) -> usize {
    let counts = |item: &Item| {
        let closed = matches!(item.kind, Kind::Choice(_) | Kind::Choices(_) | Kind::YesNo(_));
        item.means.is_none() && (closed || item.need != Need::Optional)
    };
    let open = |asked: &&Asked<'_>| counts(asked.item) && answer(answers, asked).is_none();
    asked(form, answers, subjects).iter().filter(open).count()
}

/// Answers that ask for evidence and lack the date on which it was seen or the source.
#[must_use]
pub fn without_evidence<'f>(
    form: &'f Form,
    answers: &Answers,
    subjects: &Subjects,
) -> Vec<Asked<'f>> {
    let lacks = |given: &Given| given.observed_on.is_none() || given.source.trim().is_empty();
    let bare = |asked: &Asked<'_>| {
        let given = answer(answers, asked).filter(|given| !says_nothing(asked.item, &given.value));
        asked.item.evidence && given.is_some_and(lacks)
    };
    asked(form, answers, subjects).into_iter().filter(bare).collect()
}

/// The points of a group, over all persons. A number to propose with, never a score of a family.
#[must_use]
pub fn points(form: &Form, answers: &Answers, group: &str) -> i32 {
    counted(form, answers, group).map(|(item, value)| points_of(item, value)).sum()
}

/// What the thresholds propose: for each conclusion the first that is reached, in the order of the
/// form. A threshold says nothing before a question of its group was answered with something
/// other than "no information".
#[must_use]
pub fn proposed<'f>(form: &'f Form, answers: &Answers) -> Vec<&'f Proposal> {
    let reached = |proposal: &&Proposal| {
        let known =
            counted(form, answers, &proposal.group).any(|(item, value)| !says_nothing(item, value));
        known && points(form, answers, &proposal.group) >= proposal.at_least
    };
    let mut proposed_for: BTreeSet<Meaning> = BTreeSet::new();
    let first = |proposal: &&Proposal| proposed_for.insert(proposal.means);
    form.proposals.iter().filter(reached).filter(first).collect()
}

/// The warnings of the answers given, in order.
#[must_use]
pub fn warnings<'f>(
    form: &'f Form,
    answers: &Answers,
    subjects: &Subjects,
) -> Vec<(Asked<'f>, &'f Warning)> {
    let warns = |asked: Asked<'f>| {
        let warning = asked.item.warn.as_ref()?;
        let given = answer(answers, &asked)?;
        ids(&given.value)
            .iter()
            .any(|id| warning.is.iter().any(|is| is == id))
            .then_some((asked, warning))
    };
    self::asked(form, answers, subjects).into_iter().filter_map(warns).collect()
}

/// Whether an answer belongs to its item: the kind is right and the options are the item's own. A
/// line has no line break; several options are at least one and none twice.
#[must_use]
pub fn fits(item: &Item, value: &AnswerValue) -> bool {
    match (&item.kind, value) {
        (Kind::Choice(_), AnswerValue::Option(id)) => item.choice(id).is_some(),
        (Kind::Choices(_), AnswerValue::Options(ids)) => {
            let different: BTreeSet<&String> = ids.iter().collect();
            let known = ids.iter().all(|id| item.choice(id).is_some());
            known && !ids.is_empty() && different.len() == ids.len()
        }
        (Kind::Line, AnswerValue::Text(text)) => !text.contains(['\n', '\r']),
        (Kind::YesNo(_), AnswerValue::YesNo(_))
        | (Kind::Date, AnswerValue::Date(_))
        | (Kind::Paragraph, AnswerValue::Text(_))
        | (Kind::Person, AnswerValue::Person(_)) => true,
        (
            Kind::Choice(_)
            | Kind::Choices(_)
            | Kind::YesNo(_)
            | Kind::Date
            | Kind::Line
            | Kind::Paragraph
            | Kind::Person,
            _,
        ) => false,
    }
}

/// Whether a value says anything at all: blank text, no options and an absent date do not.
#[must_use]
pub fn is_answer(value: &AnswerValue) -> bool {
    match value {
        AnswerValue::Text(text) => !text.trim().is_empty(),
        AnswerValue::Options(ids) => !ids.is_empty(),
        AnswerValue::Date(date) => *date != PartialDate::Absent(None),
        AnswerValue::Option(_) | AnswerValue::YesNo(_) | AnswerValue::Person(_) => true,
    }
}

/// Whether the answer to this item is "no information".
#[must_use]
pub fn says_nothing(item: &Item, value: &AnswerValue) -> bool {
    let unknown = |id: &String| item.choice(id).is_some_and(|choice| choice.no_information);
    match value {
        AnswerValue::Option(id) => unknown(id),
        AnswerValue::Options(ids) => !ids.is_empty() && ids.iter().all(unknown),
        AnswerValue::YesNo(answer) => *answer == Answer::Unknown,
        AnswerValue::Date(date) => matches!(date, PartialDate::Absent(Some(_))),
        AnswerValue::Text(_) | AnswerValue::Person(_) => false,
    }
}

/// The answer to a question, when it says anything.
fn answer<'a>(answers: &'a Answers, asked: &Asked<'_>) -> Option<&'a Given> {
    answers.get(&asked.place()).filter(|given| is_answer(&given.value))
}

/// The answers that count in a group: of its items, in the right place, and still asked.
fn counted<'a>(
    form: &'a Form,
    answers: &'a Answers,
    group: &'a str,
) -> impl Iterator<Item = (&'a Item, &'a AnswerValue)> {
    let view = View::new(form, answers);
    answers.iter().filter_map(move |(place, given)| {
        let (section, item) = form.item(&place.item)?;
        let placed = match section.of {
            Of::Case => place.subject.is_none(),
            Of::Child | Of::Caregiver | Of::Person => place.subject.is_some(),
            Of::Rater => true,
        };
        let counts = item.group.as_deref() == Some(group) && placed;
        (counts && fits(item, &given.value) && view.is_open(item, place.subject))
            .then_some((item, &given.value))
    })
}

/// The points of one answer.
#[must_use]
pub fn points_of(item: &Item, value: &AnswerValue) -> i32 {
    let of = |id: &String| item.choice(id).map_or(0, |choice| choice.points);
    match (&item.kind, value) {
        (Kind::YesNo(points), AnswerValue::YesNo(answer)) => match answer {
            Answer::Yes => points.yes,
            Answer::No => points.no,
            Answer::Unknown => points.no_information,
        },
        (_, AnswerValue::Option(id)) => of(id),
        (_, AnswerValue::Options(ids)) => ids.iter().map(of).sum(),
        (
            _,
            AnswerValue::YesNo(_)
            | AnswerValue::Date(_)
            | AnswerValue::Text(_)
            | AnswerValue::Person(_),
        ) => 0,
    }
}

/// The ids by which conditions and warnings name an answer.
fn ids(value: &AnswerValue) -> Vec<&str> {
    match value {
        AnswerValue::Option(id) => vec![id],
        AnswerValue::Options(ids) => ids.iter().map(String::as_str).collect(),
        AnswerValue::YesNo(Answer::Yes) => vec![YES],
        AnswerValue::YesNo(Answer::No) => vec![NO],
        AnswerValue::YesNo(Answer::Unknown) => vec![NO_INFORMATION],
        AnswerValue::Date(_) | AnswerValue::Text(_) | AnswerValue::Person(_) => Vec::new(),
    }
}

/// A form with its answers and an index of its items, to follow conditions.
struct View<'v> {
    answers: &'v Answers,
    /// Item name to its number in the form, the reach of its section, and itself.
    index: BTreeMap<&'v ItemName, (usize, Of, &'v Item)>,
}

impl<'v> View<'v> {
    fn new(form: &'v Form, answers: &'v Answers) -> Self {
        let numbered = form.items().enumerate();
        let index =
            numbered.map(|(at, (section, item))| (&item.id, (at, section.of, item))).collect();
        Self { answers, index }
    }

    /// Whether an item is asked about this subject. Conditions only look back, so that following
    /// them ends.
    fn is_open(&self, item: &Item, subject: Option<PersonId>) -> bool {
        let Some(condition) = &item.when else { return true };
        let here = self.index.get(&item.id).map_or(0, |(at, _, _)| *at);
        let Some(&(at, of, target)) = self.index.get(&condition.item) else { return false };
        let subject = if of == Of::Case { None } else { subject };
        at < here && self.is_open(target, subject) && self.is_met(condition, subject)
    }

    fn is_met(&self, condition: &Condition, subject: Option<PersonId>) -> bool {
        let place = AnswerPlace { item: condition.item.clone(), subject };
        let given = self.answers.get(&place).filter(|given| is_answer(&given.value));
        let Some(given) = given else { return false };
        let ids = ids(&given.value);
        let any = |listed: &[String]| listed.iter().any(|one| ids.contains(&one.as_str()));
        match &condition.test {
            Test::Is(listed) => any(listed),
            Test::Not(listed) => !any(listed),
        }
    }
}
