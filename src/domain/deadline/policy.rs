//! The terms as a team's dated policy sets them: lengths, and the clock used unless told otherwise.
//!
//! Deliberately absent: the file it comes from (`wire::policy`), and the holidays ([`Calendar`]).

use super::calendar::Calendar;
use super::explain::{Explanation, explain, explanation};
use super::term::{Clock, Length, Term};
use crate::domain::time::{Day, Moment};

/// How one term is counted under a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How long it is.
    pub length: Length,
    /// The clock by which it is counted unless another is asked for.
    pub clock: Clock,
    /// Where the rule comes from: the article of law or the protocol.
    pub source: String,
}

/// The five terms under one version of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlinePolicy {
    /// The version, remembered by every case decided under it.
    pub version: String,
    /// The day on which this version was drawn up.
    pub dated: Day,
    /// [`Term::Triage`].
    pub triage: Rule,
    /// [`Term::Investigation`].
    pub investigation: Rule,
    /// [`Term::Inform`].
    pub inform: Rule,
    /// [`Term::InformExtension`].
    pub inform_extension: Rule,
    /// [`Term::ActNow`].
    pub act_now: Rule,
}

impl DeadlinePolicy {
    /// The rule for this term.
    #[must_use]
    pub const fn rule(&self, term: Term) -> &Rule {
        match term {
            Term::Triage => &self.triage,
            Term::Investigation => &self.investigation,
            Term::Inform => &self.inform,
            Term::InformExtension => &self.inform_extension,
            Term::ActNow => &self.act_now,
        }
    }

    /// The due day under this policy, by the rule's own clock unless one is given. The explanation
    /// names both versions: `deadlines@2026-1 calendar@2026-1`.
    #[must_use]
    pub fn due(
        &self,
        received: Day,
        term: Term,
        clock: Option<Clock>,
        calendar: &Calendar,
    ) -> Explanation {
        let rule = self.rule(term);
        let clock = clock.unwrap_or(rule.clock);
        let days = explain(received, rule.length, clock, calendar);
        let policy = format!("{} {}", self.version, calendar.policy_version());
        explanation(received, (term, clock), days, policy)
    }

    /// The moment by which something must have been done about acute unsafety. A rule set in days
    /// or weeks is taken as that many times 24 hours: acute waits for no weekend.
    #[must_use]
    pub fn act_now_until(&self, received: Moment) -> Moment {
        let hours = match self.act_now.length {
            Length::Hours(hours) => i64::from(hours),
            Length::Days(_) | Length::Weeks(_) => {
                i64::from(self.act_now.length.calendar_days()) * 24
            }
        };
        received.plus_hours(hours)
    }
}
