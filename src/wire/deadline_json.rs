//! The answer of `beschermd deadline --json`: the due day and, day by day, why.
//!
//! The shape is part of the stable command line. `why` is a stable machine name
//! ([`Why::name`](crate::domain::deadline::Why::name)); words for people are not in it.

use crate::domain::deadline::{ExplainedDay, Explanation};
use crate::domain::time::Day;
use serde::Serialize;

/// An explained due day as JSON. Days are `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeadlineJson {
    /// The day of receipt.
    pub received: String,
    /// The term's name.
    pub term: &'static str,
    /// The clock's name.
    pub clock: &'static str,
    /// The last day on which one is in time.
    pub due_day: String,
    /// Every day from `received` to `due_day`.
    pub days: Vec<DeadlineDayJson>,
    /// The versions of the policy.
    pub policy: String,
}

/// One day of the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeadlineDayJson {
    /// The day.
    pub day: String,
    /// Whether it counts towards the length of the term.
    pub counts: bool,
    /// The name of the reason.
    pub why: String,
}

impl From<&Explanation> for DeadlineJson {
    fn from(explanation: &Explanation) -> Self {
        Self {
            received: iso(explanation.received),
            term: explanation.term.name(),
            clock: explanation.clock.name(),
            due_day: iso(explanation.due_day),
            days: explanation.days.iter().map(DeadlineDayJson::from).collect(),
            policy: explanation.policy.clone(),
        }
    }
}

impl From<&ExplainedDay> for DeadlineDayJson {
    fn from(explained: &ExplainedDay) -> Self {
        Self { day: iso(explained.day), counts: explained.counts, why: explained.why.name() }
    }
}

fn iso(day: Day) -> String {
    day.format("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::domain::deadline::{Calendar, Clock, Term, due};
    use chrono::NaiveDate;

    #[test]
    fn the_answer_has_the_agreed_shape_and_names() {
        let received = NaiveDate::from_ymd_opt(2016, 10, 4).unwrap();
        let calendar = Calendar::new(Vec::new(), "calendar@test".to_owned());
        let answer = due(received, Term::Triage, Clock::Statutory, &calendar);
        let json = serde_json::to_string(&DeadlineJson::from(&answer)).unwrap();
        assert_eq!(
            json,
            concat!(
                r#"{"received":"2016-10-04","term":"triage","clock":"statutory","#,
                r#""due_day":"2016-10-10","days":["#,
                r#"{"day":"2016-10-04","counts":false,"why":"day-of-receipt"},"#,
                r#"{"day":"2016-10-05","counts":true,"why":"counts"},"#,
                r#"{"day":"2016-10-06","counts":true,"why":"counts"},"#,
                r#"{"day":"2016-10-07","counts":true,"why":"counts"},"#,
                r#"{"day":"2016-10-08","counts":true,"why":"counts:saturday"},"#,
                r#"{"day":"2016-10-09","counts":true,"why":"counts:sunday"},"#,
                r#"{"day":"2016-10-10","counts":false,"why":"extended:sunday"}],"#,
                r#""policy":"calendar@test"}"#
            )
        );
    }
}
