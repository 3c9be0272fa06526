//! Recognising a family that is known already, also when a contact was written down by hand: the
//! search thread looks for the persons, and what it finds is recorded as a suggestion for a person
//! to confirm or reject. Nothing is merged.

use super::{Ask, Desk, Find};
use crate::app::message::{Message, Notice, Weight};
use crate::document::incoming::IncomingPerson;
use crate::document::links::Suggestion;
use crate::domain::event::Draft;
use crate::domain::fact::{Fact, Link, Verdict};
use crate::domain::id::{CaseId, LinkId, PersonId};
use crate::shell::clock;
use crate::text::Key;

/// The persons of a case that was opened just now.
pub(super) struct Persons {
    case: CaseId,
    ids: Vec<PersonId>,
    told: Vec<IncomingPerson>,
}

/// What was found.
pub(super) struct Found {
    case: CaseId,
    ids: Vec<PersonId>,
    suggestions: Vec<Suggestion>,
}

impl Persons {
    /// The persons that these facts tell of, when they open a case; `None` otherwise.
    pub(super) fn of_new_case(drafts: &[Draft]) -> Option<Self> {
        let opens = |draft: &Draft| matches!(draft.fact, Fact::CaseOpened { .. });
        let case = drafts.iter().find(|draft| opens(draft))?.case?;
        let (mut ids, mut told) = (Vec::new(), Vec::new());
        for draft in drafts {
            if let Fact::PersonDescribed { person, protected_by, aspects } = &draft.fact {
                let protected = protected_by.is_some();
                ids.push(*person);
                let aspects = aspects.as_ref().clone();
                told.push(IncomingPerson { aspects, protected, ..IncomingPerson::default() });
            }
        }
        (!told.is_empty()).then_some(Self { case, ids, told })
    }
}

impl Desk {
    /// Asks the search thread; its answer comes back as a message to the worker.
    pub(super) fn ask_alike(&self, persons: Option<Persons>) {
        let Some(Persons { case, ids, told }) = persons else { return };
        let asks = self.asks.clone();
        let tell = move |suggestions: Vec<Suggestion>| {
            if !suggestions.is_empty() {
                let _ended = asks.send(Ask::Alike(Found { case, ids, suggestions }));
            }
        };
        self.finder.ask(Find::Alike { own: case, persons: told, tell: Box::new(tell) });
    }

    /// Records what was found as suggestions.
    pub(super) fn suggest(&mut self, found: Found) {
        let at = self.now();
        let Found { case, ids, suggestions } = found;
        let mut drafts = Vec::with_capacity(suggestions.len());
        for suggestion in &suggestions {
            let Ok(id) = clock::random_bytes() else { return };
            let link = Link {
                other: suggestion.other,
                kind: suggestion.kind,
                person: suggestion.person.and_then(|place| ids.get(place)).copied(),
                other_person: suggestion.other_person,
                verdict: Verdict::Suggested,
                reason: suggestion.reason.to_owned(),
            };
            drafts.push(Draft::new(case, Fact::LinkRecorded { id: LinkId(id), link }));
        }
        let Some(journal) = self.journal() else { return };
        let me = journal.me();
        if journal.record(me, at, drafts).is_err() {
            // The contact itself is saved; only the hint is missing, and search still finds them.
            return;
        }
        self.settle();
        self.load_queue();
        self.load_case(case);
        let values = vec![("count", suggestions.len().to_string())];
        let key = Key::AlikeFound;
        self.tell(Message::Notice(Notice { at, weight: Weight::Warning, key, values }));
    }
}
