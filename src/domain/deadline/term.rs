//! The terms of the work, their lengths, and the two ways to count them.
//!
//! Deliberately absent: the calendar, and any reading of a file.

/// A term within which something must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// Deciding what happens with a report (NL: triage): 5 days from receipt.
    /// Uitvoeringsbesluit Wmo 2015, art. 4.1.7, first paragraph.
    Triage,
    /// Judging whether there is abuse (NL: onderzoek): 10 weeks from the decision to investigate.
    /// Uitvoeringsbesluit Wmo 2015, art. 4.1.7, second paragraph.
    Investigation,
    /// Telling a person concerned that data about them was recorded: 4 weeks from recording.
    /// Wmo 2015, art. 5.3.1.
    Inform,
    /// Each postponement of telling, with its ground: 2 weeks. Wmo 2015, art. 5.3.1.
    InformExtension,
    /// Doing something about acute unsafety (NL: acute onveiligheid): 24 hours from receipt.
    ActNow,
}

impl Term {
    /// Every term.
    pub const ALL: [Self; 5] =
        [Self::Triage, Self::Investigation, Self::Inform, Self::InformExtension, Self::ActNow];

    /// The stable name, used in files, JSON and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Triage => "triage",
            Self::Investigation => "investigation",
            Self::Inform => "inform",
            Self::InformExtension => "inform-extension",
            Self::ActNow => "act-now",
        }
    }

    /// Reads what [`Self::name`] writes.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|term| term.name() == name)
    }

    /// The length set by law or protocol. A team's policy file may say otherwise
    /// ([`super::DeadlinePolicy`]).
    #[must_use]
    pub const fn length(self) -> Length {
        match self {
            Self::Triage => Length::Days(5),
            Self::Investigation => Length::Weeks(10),
            Self::Inform => Length::Weeks(4),
            Self::InformExtension => Length::Weeks(2),
            Self::ActNow => Length::Hours(24),
        }
    }
}

/// How long a term is, in the unit in which it was set: the law treats the units differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// Clock hours, counted from the moment itself.
    Hours(u32),
    /// Days.
    Days(u32),
    /// Weeks of seven days; on the working clock of five working days.
    Weeks(u32),
}

impl Length {
    /// The longest term we count, in days (ten years); longer lengths are counted as this one.
    pub const DAYS_MAX: u32 = 3_660;

    /// The number of calendar days counted, the day of receipt not included. Hours are rounded up:
    /// by the end of that day the hours have passed, whenever on the day they began.
    #[must_use]
    pub const fn calendar_days(self) -> u32 {
        at_most_days_max(match self {
            Self::Hours(hours) => hours.div_ceil(24),
            Self::Days(days) => days,
            Self::Weeks(weeks) => weeks.saturating_mul(7),
        })
    }

    /// The number of working days counted on the working clock: a week is five of them. Hours run
    /// on every clock alike and stay calendar days.
    #[must_use]
    pub const fn working_days(self) -> u32 {
        at_most_days_max(match self {
            Self::Hours(_) => self.calendar_days(),
            Self::Days(days) => days,
            Self::Weeks(weeks) => weeks.saturating_mul(5),
        })
    }

    /// Whether the end is extended by the ATW: not for terms in hours, in more than 90 days or in
    /// more than twelve weeks (ATW art. 4, under a).
    #[must_use]
    pub const fn is_extended_by_law(self) -> bool {
        match self {
            Self::Hours(_) => false,
            Self::Days(days) => days <= 90,
            Self::Weeks(weeks) => weeks <= 12,
        }
    }

    /// How many ordinary days must occur in the term: two when it is at least three days long
    /// (ATW art. 2) and the ATW applies at all, otherwise none.
    #[must_use]
    pub const fn ordinary_days_min(self) -> u32 {
        if self.is_extended_by_law() && self.calendar_days() >= 3 { 2 } else { 0 }
    }
}

const fn at_most_days_max(days: u32) -> u32 {
    if days > Length::DAYS_MAX { Length::DAYS_MAX } else { days }
}

/// How a term is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clock {
    /// Calendar days, the end extended by the ATW. The default.
    #[default]
    Statutory,
    /// Working days: Monday to Friday, except holidays.
    Working,
}

impl Clock {
    /// Both clocks.
    pub const ALL: [Self; 2] = [Self::Statutory, Self::Working];

    /// The stable name, used in files, JSON and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Statutory => "statutory",
            Self::Working => "working",
        }
    }

    /// Reads what [`Self::name`] writes.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|clock| clock.name() == name)
    }
}
