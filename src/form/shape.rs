//! What a form is once it has been read: sections, items, answers to choose from.
//!
//! Everything here is as the file says it; nothing refers to a case. Deliberately absent: reading
//! (`load`), asking (`ask`), and any knowledge of a particular form.

use crate::domain::sheet::{FormRef, ItemName};

/// A sentence in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The words in the language with this code; Dutch for any code but `en`.
    #[must_use]
    pub fn of(&self, language_code: &str) -> &str {
        if language_code == "en" { &self.en } else { &self.nl }
    }
}

/// A form (NL: formulier), in one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Id, version and hash of its text.
    pub name: FormRef,
    /// Title.
    pub title: Words,
    /// What it is for, shown under the title.
    pub about: Option<Words>,
    /// What kind of work it serves.
    pub used_for: Use,
    /// Its sections, in order; at least one.
    pub sections: Vec<Section>,
    /// Thresholds that propose a conclusion, in order. They never decide.
    pub proposals: Vec<Proposal>,
}

impl Form {
    /// Every item with its section, in order.
    pub fn items(&self) -> impl Iterator<Item = (&Section, &Item)> {
        self.sections
            .iter()
            .flat_map(|section| section.items.iter().map(move |item| (section, item)))
    }

    /// The item with this name and its section.
    #[must_use]
    pub fn item(&self, name: &ItemName) -> Option<(&Section, &Item)> {
        self.items().find(|(_, item)| item.id == *name)
    }

    /// The item that carries this meaning.
    #[must_use]
    pub fn meaning(&self, meaning: Meaning) -> Option<&Item> {
        self.items().map(|(_, item)| item).find(|item| item.means == Some(meaning))
    }
}

/// Defines a closed set of words of the file format.
macro_rules! format_words {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$of:meta])* $variant:ident = $word:literal),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$of])* $variant),+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The words of the file format, in order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word of the file format.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The one with this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    };
}

format_words! {
    /// What kind of work a form serves.
    Use {
        /// A risk assessment (NL: risicotaxatie), with a conclusion.
        Assessment = "assessment",
        /// What a child itself says.
        ChildVoice = "child-voice",
        /// A number from nought to ten, by several people.
        Scaling = "scaling",
        /// A form of the work itself, such as triage or a part of a plan.
        Work = "work",
        /// A form of a team of its own.
        Own = "own",
    }
}

format_words! {
    /// About whom a section is asked; once for each.
    Of {
        /// The case as a whole.
        Case = "case",
        /// Each child.
        Child = "child",
        /// Each caregiver (NL: opvoeder).
        Caregiver = "caregiver",
        /// Each child, each caregiver, and the worker, who is nobody in particular.
        Rater = "rater",
        /// Each person.
        Person = "person",
    }
}

format_words! {
    /// How much an answer is needed.
    Need {
        /// May stay empty.
        Optional = "optional",
        /// Empty is told.
        Wanted = "wanted",
        /// The sheet cannot be concluded without.
        Required = "required",
    }
}

format_words! {
    /// What an answer means outside its form.
    Meaning {
        /// Why the sheet was begun now.
        Trigger = "trigger",
        /// Where the knowledge comes from.
        Sources = "sources",
        /// The conclusion on safety (NL: veiligheid): `safe`, `safe-with-plan` or `unsafe`.
        Safety = "safety",
        /// The conclusion on risk (NL: risico): `low`, `medium` or `high`.
        Risk = "risk",
        /// The reasons of the conclusion.
        Reasons = "reasons",
        /// How sure the person is: `low`, `medium` or `high`.
        Confidence = "confidence",
        /// Why the conclusion differs from the proposal.
        Override = "override",
        /// Until when the conclusion holds.
        ValidUntil = "valid-until",
    }
}

impl Meaning {
    /// The options an item with this meaning must have, in order; empty when it may be anything.
    #[must_use]
    pub const fn options(self) -> &'static [&'static str] {
        match self {
            Self::Safety => &["safe", "safe-with-plan", "unsafe"],
            Self::Risk | Self::Confidence => &["low", "medium", "high"],
            Self::Trigger | Self::Sources | Self::Reasons | Self::Override | Self::ValidUntil => {
                &[]
            }
        }
    }
}

/// A section: some items under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Unique in the form.
    pub id: String,
    /// Heading.
    pub title: Words,
    /// Help.
    pub help: Option<Words>,
    /// About whom it is asked.
    pub of: Of,
    /// Its items, in order; at least one.
    pub items: Vec<Item>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Unique in the form.
    pub id: ItemName,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The question.
    pub ask: Words,
    /// Help.
    pub help: Option<Words>,
    /// How much an answer is needed.
    pub need: Need,
    /// Whether the date on which it was seen and the source are asked with it.
    pub evidence: bool,
    /// Whether the answer may be marked as critical.
    pub critical: bool,
    /// Whether there is a line of explanation beside the answer.
    pub note: bool,
    /// What the answer means outside the form.
    pub means: Option<Meaning>,
    /// In which group its points count.
    pub group: Option<String>,
    /// When it is asked; always, without one.
    pub when: Option<Condition>,
    /// A warning that belongs to some of its answers.
    pub warn: Option<Warning>,
}

impl Item {
    /// The options to choose from; empty for a kind without options.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice(choices) | Kind::Choices(choices) => choices,
            Kind::YesNo(_) | Kind::Date | Kind::Line | Kind::Paragraph | Kind::Person => &[],
        }
    }

    /// The option with this id.
    #[must_use]
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices().iter().find(|choice| choice.id == id)
    }

    /// The lowest and highest number when the options are a scale of whole numbers.
    #[must_use]
    pub fn scale(&self) -> Option<(u16, u16)> {
        let Kind::Choice(choices) = &self.kind else { return None };
        let number = |choice: &Choice| {
            let number = choice.id.parse::<u16>().ok()?;
            (number.to_string() == choice.id).then_some(number)
        };
        let numbers: Vec<u16> = choices.iter().map(number).collect::<Option<_>>()?;
        let steps = numbers.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]));
        numbers.first().copied().zip(numbers.last().copied()).filter(|_| steps)
    }
}

/// What kind of answer an item takes: these seven and no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of several options.
    Choice(Vec<Choice>),
    /// Any number of options.
    Choices(Vec<Choice>),
    /// Yes, no or no information.
    YesNo(YesNoPoints),
    /// A date as far as it is known.
    Date,
    /// One line.
    Line,
    /// Any number of lines.
    Paragraph,
    /// A person in the case.
    Person,
}

impl Kind {
    /// The words of the file format.
    pub const WORDS: &'static [&'static str] =
        &["choice", "choices", "yes-no", "date", "line", "paragraph", "person"];

    /// The word of the file format.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::YesNo(_) => "yes-no",
            Self::Date => "date",
            Self::Line => "line",
            Self::Paragraph => "paragraph",
            Self::Person => "person",
        }
    }
}

/// An option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Unique in the item.
    pub id: String,
    /// As shown.
    pub words: Words,
    /// Points it counts for in the group of its item.
    pub points: i32,
    /// Whether choosing it says that nothing is known.
    pub no_information: bool,
}

/// The built-in answers of a yes-no item, as conditions and warnings name them.
pub const YES: &str = "yes";
/// See [`YES`].
pub const NO: &str = "no";
/// See [`YES`].
pub const NO_INFORMATION: &str = "no-information";

/// Points of the three answers of a yes-no item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YesNoPoints {
    /// Yes.
    pub yes: i32,
    /// No.
    pub no: i32,
    /// No information.
    pub no_information: i32,
}

/// When an item is asked: the one shape of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// An earlier item, about the same person or about the case.
    pub item: ItemName,
    /// What its answer must be. Without an answer the condition is not met.
    pub test: Test,
}

/// What an answer must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// One of these.
    Is(Vec<String>),
    /// Given, and none of these.
    Not(Vec<String>),
}

/// A warning that belongs to some answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The answers.
    pub is: Vec<String>,
    /// What is shown.
    pub words: Words,
}

/// A threshold that proposes a conclusion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Which conclusion.
    pub means: Meaning,
    /// Which of its options.
    pub option: String,
    /// The group whose points are summed.
    pub group: String,
    /// From how many points.
    pub at_least: i32,
    /// Why, as shown.
    pub words: Words,
}
