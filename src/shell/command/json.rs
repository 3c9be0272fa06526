//! The small JSON shapes of the command line that no other room has.
//!
//! Deliberately absent: the large ones: a case, its history (`document`).

use crate::domain::deadline::{Clock, Countdown, Term};
use crate::domain::queue::{Entry, Urgency};
use serde_json::{Value, json};

/// Days left, negative when late; and whether it is late.
#[must_use]
pub fn days_left(countdown: Option<Countdown>) -> (Option<i64>, bool) {
    match countdown {
        None => (None, false),
        Some(Countdown::DaysLeft(days)) => (Some(i64::from(days)), false),
        Some(Countdown::DueToday) => (Some(0), false),
        Some(Countdown::Overdue(days)) => (Some(-i64::from(days)), true),
    }
}

/// One line of the queue.
#[must_use]
pub fn queue_entry(entry: &Entry, clock: Clock) -> Value {
    let row = &entry.row;
    let (days_left, _) = days_left(entry.countdown);
    let due_day = entry.due_day.map(|day| day.to_string());
    let overseer = row.overseer.as_ref().map(
        |overseer| json!({ "organisation": overseer.organisation, "person": overseer.person }),
    );
    json!({
        "case": row.case.hex(),
        "number": row.number,
        "state": row.state.code(),
        "acute": row.acute,
        "received_at": row.received_at.rfc3339(),
        "due_day": due_day,
        "days_left": days_left,
        "clock": due_day.as_ref().map(|_| clock.name()),
        "urgency": urgency(entry.urgency),
        "children": row.children,
        "title": row.family,
        "overseer": overseer,
        "next_due": due_day.as_ref().map(|day| json!({ "what": Term::Triage.name(), "day": day })),
        "disputes": row.disputes,
        "draft": entry.draft,
    })
}

const fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Acute => "acute",
        Urgency::Day => "24-hours",
        Urgency::FiveDays => "5-days",
    }
}
