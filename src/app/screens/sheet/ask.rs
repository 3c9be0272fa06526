//! The fields of a form about a case: an answer, and what may stand beside it.

use crate::domain::id::PersonId;
use crate::form::{Form, Item, Section};

/// Which part of an answer a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The answer itself.
    Answer,
    /// Whether it is critical.
    Critical,
    /// When it was seen.
    SeenOn,
    /// Where it was heard or seen.
    Source,
    /// A line of explanation.
    Note,
}

impl Part {
    /// Every part, in the order of the form.
    pub const ALL: [Self; 5] =
        [Self::Answer, Self::Critical, Self::SeenOn, Self::Source, Self::Note];

    /// The name in a draft.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Critical => "critical",
            Self::SeenOn => "seen-on",
            Self::Source => "source",
            Self::Note => "note",
        }
    }
}

/// A field: the item by its place among the items of the form, about whom, and which part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ask {
    /// The place of the item in the form, from 0.
    pub item: usize,
    /// About whom, or by whom.
    pub subject: Option<PersonId>,
    /// Which part.
    pub part: Part,
}

impl Ask {
    /// The field of another part of the same answer.
    #[must_use]
    pub const fn with(self, part: Part) -> Self {
        Self { part, ..self }
    }

    /// The section and the item.
    #[must_use]
    pub fn of(self, form: &Form) -> Option<(&Section, &Item)> {
        form.items().nth(self.item)
    }

    /// The name in a draft: `source:threat:-`.
    #[must_use]
    pub fn name(self, form: &Form) -> String {
        let item = self.of(form).map_or("", |(_, item)| item.id.0.as_str());
        let subject = self.subject.map_or_else(|| "-".to_owned(), |person| person.hex());
        format!("{}:{item}:{subject}", self.part.name())
    }

    /// Reads what [`Self::name`] writes; `None` when the form has no such item.
    #[must_use]
    pub fn from_name(name: &str, form: &Form) -> Option<Self> {
        let mut words = name.split(':');
        let (part, item, subject) = (words.next()?, words.next()?, words.next()?);
        let part = Part::ALL.into_iter().find(|known| known.name() == part)?;
        let item = form.items().position(|(_, known)| known.id.0 == item)?;
        let subject = match subject {
            "-" => None,
            hex => Some(PersonId::from_hex(hex)?),
        };
        words.next().is_none().then_some(Self { item, subject, part })
    }
}
