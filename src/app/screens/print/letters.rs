//! Which letter, and to whom: the persons of the case that can get one, and who reported.
//!
//! Deliberately absent: whether the letter can be written now (the worker answers that), and what
//! stands on it (`document`).

use crate::app::effect::LetterTo;
use crate::app::screens::case_page::role;
use crate::app::screens::work::Scene;
use crate::domain::case::Report;
use crate::domain::id::{PersonId, ReportId};
use crate::text::{Key as Words, Text};

/// Which letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterKind {
    /// To the family, before the first talk.
    Invitation,
    /// To parents: what was decided.
    OutcomeParents,
    /// To who reported: that something was done with it.
    OutcomeReporter,
}

impl LetterKind {
    /// All of them, in the order of the question.
    pub const ALL: [Self; 3] = [Self::Invitation, Self::OutcomeParents, Self::OutcomeReporter];

    /// As an answer.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Invitation => Words::PrintInvitation,
            Self::OutcomeParents => Words::PrintOutcomeParents,
            Self::OutcomeReporter => Words::PrintOutcomeReporter,
        }
    }

    /// The beginning of the name of its file.
    const fn file_words(self) -> Words {
        match self {
            Self::Invitation => Words::PrintFileInvitation,
            Self::OutcomeParents => Words::PrintFileOutcomeParents,
            Self::OutcomeReporter => Words::PrintFileOutcomeReporter,
        }
    }
}

/// What is asked of a letter.
#[derive(Clone, Debug)]
pub struct Letters {
    /// Which.
    pub kind: LetterKind,
    family: Vec<(PersonId, String)>,
    reporters: Vec<(ReportId, String)>,
    place: usize,
}

impl Letters {
    /// The letters of a case: grown-ups first, then children. Who reported only for a reader who
    /// may see that.
    #[must_use]
    pub fn of(scene: &Scene<'_>) -> Self {
        let case = scene.case;
        let children = case.child_ids();
        let persons = case.standing_persons().into_iter();
        let mut persons: Vec<_> = persons
            .filter(|(_, person)| !person.is_protected_source() && person.died_on.is_empty())
            .collect();
        persons.sort_by_key(|(id, _)| children.contains(id));
        let family = persons.into_iter().map(|(id, person)| {
            let name = scene.person(id);
            let involved = person.involvement.shown();
            let said = involved.and_then(|involved| role(scene.words, involved));
            (id, said.map_or_else(|| name.clone(), |role| format!("{name} · {role}")))
        });
        let sees = scene.opened.staff.role.sees_reporter();
        let reports = case.reports.iter().filter(|_| sees);
        let reporters = reports.filter_map(|(id, report)| Some((*id, reporter(scene, report)?)));
        Self {
            kind: LetterKind::Invitation,
            family: family.collect(),
            reporters: reporters.collect(),
            place: 0,
        }
    }

    /// Who can get the letter, each with whether they are chosen.
    pub fn names(&self) -> impl Iterator<Item = (&str, bool)> {
        let family = self.family.iter().map(|(_, name)| &**name);
        let reporters = self.reporters.iter().map(|(_, name)| &**name);
        let (to_reporter, place) = (self.kind == LetterKind::OutcomeReporter, self.place);
        let family = family.filter(move |_| !to_reporter);
        let names = family.chain(reporters.filter(move |_| to_reporter));
        names.enumerate().map(move |(at, name)| (name, at == place))
    }

    /// Why nobody can get it.
    #[must_use]
    pub const fn nobody(&self) -> Words {
        match self.kind {
            LetterKind::Invitation | LetterKind::OutcomeParents => Words::PrintNobody,
            LetterKind::OutcomeReporter => Words::PrintReporterUnknown,
        }
    }

    /// The letter asked for; nothing when nobody can get it.
    #[must_use]
    pub fn to(&self) -> Option<LetterTo> {
        let person = self.family.get(self.place).map(|(id, _)| *id);
        match self.kind {
            LetterKind::Invitation => person.map(LetterTo::Invitation),
            LetterKind::OutcomeParents => person.map(LetterTo::OutcomeParents),
            LetterKind::OutcomeReporter => {
                let report = self.reporters.get(self.place).map(|(id, _)| *id);
                report.map(LetterTo::OutcomeReporter)
            }
        }
    }

    /// Chooses another letter; the first that can get it is chosen.
    pub(super) fn choose_kind(&mut self, place: usize) {
        if let Some(kind) = LetterKind::ALL.get(place) {
            let family = |kind| kind != LetterKind::OutcomeReporter;
            if family(*kind) != family(self.kind) {
                self.place = 0;
            }
            self.kind = *kind;
        }
    }

    /// Chooses another person.
    pub(super) fn choose(&mut self, place: usize) {
        if place < self.names().count() {
            self.place = place;
        }
    }

    /// What its file is called, without the case: nobody's name, a number for the second and later
    /// of those who can get it.
    pub(super) fn file(&self, words: &Text, number: &str) -> String {
        let name = format!("{}-{number}", words.get(self.kind.file_words()));
        if self.place == 0 { name } else { format!("{name}-{}", self.place + 1) }
    }
}

/// Who made a report, and when it came in; nothing when that is not known here.
fn reporter(scene: &Scene<'_>, report: &Report) -> Option<String> {
    let reporter = report.reporter.shown()?;
    let names = [&reporter.contact_name, &reporter.organisation];
    let name = names.into_iter().find(|name| !name.trim().is_empty())?;
    let day = report.receipt.shown().map(|receipt| scene.day(receipt.received_at.day()));
    Some(day.map_or_else(|| name.clone(), |day| format!("{name} · {day}")))
}
