//! The forms at hand: those published with the program and those of the team.
//!
//! Published versions are frozen: a case shows its answers with the form they were given to, years
//! later. Deliberately absent: reading files (the shell does that).

use super::load;
use super::shape::{Form, Use};
use crate::domain::sheet::FormRef;
use std::sync::OnceLock;

/// A form's file, taken into the program.
macro_rules! published {
    ($($name:literal),* $(,)?) => {
        /// Name and text of every form that is published with the program.
        pub const PUBLISHED: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../assets/forms/", $name)))),*];
    };
}

published! {
    "acute-follow-up@1.toml",
    "incident@1.toml",
    "informing@1.toml",
    "inquiry@1.toml",
    "my-house@1.toml",
    "plan-about@1.toml",
    "plan-agreement@1.toml",
    "plan-alarm@1.toml",
    "plan-bottom-line@1.toml",
    "plan-child-version@1.toml",
    "plan-danger@1.toml",
    "plan-dissent@1.toml",
    "plan-goal@1.toml",
    "plan-intervention@1.toml",
    "plan-network@1.toml",
    "plan-rule@1.toml",
    "plan-signing@1.toml",
    "plan-words@1.toml",
    "risk-assessment@1.toml",
    "scaling@1.toml",
    "triage-decision@1.toml",
    "triage@1.toml",
}

/// Why a team's form was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClashKind {
    /// Its id is that of a published form.
    PublishedId,
    /// Another form of the team has the same id and version.
    Twice,
    /// It says that it is a form of the work itself, which the program knows by name.
    NotForTeams,
}

/// A team's form that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Which form.
    pub form: FormRef,
    /// Why.
    pub why: ClashKind,
}

/// All forms at hand.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Library {
    forms: Vec<Form>,
    /// How many of them are published; the others are the team's.
    published: usize,
}

impl std::fmt::Debug for Library {
    /// Which forms, not their thousands of words.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.forms.iter().map(|form| &form.name)).finish()
    }
}

impl Library {
    /// The forms published with the program. Each of them reads: a house test sees to it.
    #[must_use]
    pub fn published() -> Self {
        // Read once: a check before each save asks for them.
        static READ: OnceLock<Library> = OnceLock::new();
        let read = |(name, text): &(&str, &str)| load(name, text).ok();
        let read_all = || {
            let forms: Vec<Form> = PUBLISHED.iter().filter_map(read).collect();
            Self { published: forms.len(), forms }
        };
        READ.get_or_init(read_all).clone()
    }

    /// Adds the forms of a team; those that cannot be told from others are left out and named.
    #[must_use]
    pub fn with_own(mut self, own: Vec<Form>) -> (Self, Vec<Clash>) {
        let mut clashes = Vec::new();
        for form in own {
            match self.clash(&form) {
                Some(why) => clashes.push(Clash { form: form.name, why }),
                None => self.forms.push(form),
            }
        }
        (self, clashes)
    }

    fn clash(&self, form: &Form) -> Option<ClashKind> {
        let (published, own) = self.forms.split_at(self.published.min(self.forms.len()));
        let same_id = |other: &Form| other.name.id == form.name.id;
        let same = |other: &Form| same_id(other) && other.name.version == form.name.version;
        match () {
            () if form.used_for == Use::Work => Some(ClashKind::NotForTeams),
            () if published.iter().any(same_id) => Some(ClashKind::PublishedId),
            () if own.iter().any(same) => Some(ClashKind::Twice),
            () => None,
        }
    }

    /// Every form, the published first.
    #[must_use]
    pub fn all(&self) -> &[Form] {
        &self.forms
    }

    /// Whether a form is the team's own.
    #[must_use]
    pub fn is_own(&self, form: &FormRef) -> bool {
        self.forms.iter().skip(self.published).any(|own| own.name == *form)
    }

    /// Exactly this form: id, version and text.
    #[must_use]
    pub fn find(&self, form: &FormRef) -> Option<&Form> {
        self.forms.iter().find(|known| known.name == *form)
    }

    /// This form, or the one with the same id and version whose text was changed since.
    #[must_use]
    pub fn nearest(&self, form: &FormRef) -> Option<&Form> {
        let same = |known: &&Form| known.name.id == form.id && known.name.version == form.version;
        self.find(form).or_else(|| self.forms.iter().find(same))
    }

    /// The newest version of a form.
    #[must_use]
    pub fn newest(&self, id: &str) -> Option<&Form> {
        let versions = self.forms.iter().filter(|form| form.name.id == id);
        versions.max_by_key(|form| form.name.version)
    }

    /// The newest version of each form of this use, in the order of the library.
    #[must_use]
    pub fn of_use(&self, used_for: Use) -> Vec<&Form> {
        let newest = |form: &&Form| {
            form.used_for == used_for
                && self.newest(&form.name.id).is_some_and(|newest| newest.name == form.name)
        };
        self.forms.iter().filter(newest).collect()
    }
}
