//! A form that was filled in: its answers, one by one, and what a person concluded from them.
//!
//! The answers stand beside the form they were made with ([`FormRef`]), so that an old case shows
//! with its own form. Deliberately absent: the forms themselves (`form`), and any total that
//! decides: a conclusion is a person's (hard rule 15).

use super::id::PersonId;
use super::person::Answer;
use super::time::{Day, Moment, PartialDate};
use sha2::{Digest, Sha256};

/// The name of an item in a form, unique in it: `[a-z0-9-]{1,40}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemName(pub String);

/// Which form, exactly.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormRef {
    /// Its name: `[a-z0-9-]{1,40}`.
    pub id: String,
    /// Its version, from 1.
    pub version: u16,
    /// SHA-256 over its file.
    pub hash: [u8; 32],
}

/// The answer to one item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnswerValue {
    /// One of the options, by its id.
    Option(String),
    /// Several of the options, by their ids.
    Options(Vec<String>),
    /// Yes, no, or no information.
    YesNo(Answer),
    /// A date, as far as known.
    Date(PartialDate),
    /// Words.
    Text(String),
    /// A person in the case.
    Person(PersonId),
}

/// Where in a form an answer stands: the item, and about whom it was asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerPlace {
    /// The item.
    pub item: ItemName,
    /// The person it was asked about or who answered; `None` when it is about the case.
    pub subject: Option<PersonId>,
}

/// A place in a form as a key of fixed size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerKey(pub [u8; 16]);

impl AnswerPlace {
    /// The place of an item that is about the case.
    #[must_use]
    pub fn of_case(item: &str) -> Self {
        Self { item: ItemName(item.to_owned()), subject: None }
    }

    /// The place of an item asked about one person.
    #[must_use]
    pub fn of_person(item: &str, subject: PersonId) -> Self {
        Self { item: ItemName(item.to_owned()), subject: Some(subject) }
    }

    /// The first sixteen bytes of SHA-256 over the item, a zero byte and the subject's bytes.
    #[must_use]
    pub fn key(&self) -> AnswerKey {
        let mut hash = Sha256::new_with_prefix(self.item.0.as_bytes());
        hash.update([0]);
        if let Some(PersonId(bytes)) = self.subject {
            hash.update(bytes);
        }
        let mut key = [0; 16];
        key.iter_mut().zip(hash.finalize()).for_each(|(to, from)| *to = from);
        AnswerKey(key)
    }
}

/// An answer as given, with what makes it checkable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Given {
    /// The answer.
    pub value: AnswerValue,
    /// The person who answers calls it critical.
    pub critical: bool,
    /// When it was seen.
    pub observed_on: Option<PartialDate>,
    /// Where it was heard or seen; empty when not told.
    pub source: String,
    /// A line of explanation; empty when there is none.
    pub note: String,
}

impl Given {
    /// An answer with nothing beside it.
    #[must_use]
    pub const fn plain(value: AnswerValue) -> Self {
        Self {
            value,
            critical: false,
            observed_on: None,
            source: String::new(),
            note: String::new(),
        }
    }
}

/// One answer in a fact; `given` is `None` when the answer is taken away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemAnswer {
    /// Where.
    pub place: AnswerPlace,
    /// What.
    pub given: Option<Given>,
}

/// What a form was filled in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetUse {
    /// A risk assessment (NL: risicotaxatie).
    Assessment,
    /// The child's own voice, in plain words.
    ChildVoice,
    /// Scales only.
    Scaling,
    /// A form of the team's own.
    Own,
}

/// How safe the child is now. A greater value is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// Safe.
    Safe,
    /// Safe while a plan is kept.
    SafeWithPlan,
    /// Not safe.
    Unsafe,
}

/// The risk in the time to come. A greater value is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Risk {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
}

/// How sure the person is who concludes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Little.
    Low,
    /// Fairly.
    Medium,
    /// Very.
    High,
}

/// What a person concluded (hard rule 15).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Conclusion {
    /// Safety now.
    pub safety: Safety,
    /// Risk to come.
    pub risk: Risk,
    /// The reasons.
    pub reasons: String,
    /// How sure.
    pub confidence: Confidence,
    /// What the form proposed for safety, if anything.
    pub proposed_safety: Option<Safety>,
    /// What the form proposed for risk, if anything.
    pub proposed_risk: Option<Risk>,
    /// Why it differs from what was proposed; empty when it does not.
    pub override_reason: String,
    /// The last day on which it counts.
    pub valid_until: Day,
    /// How many items were answered "no information".
    pub no_information: u16,
    /// How many items that were asked have no answer.
    pub unanswered: u16,
    /// When it was concluded.
    pub concluded_at: Moment,
}
