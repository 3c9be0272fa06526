//! The queue, the history of a case and what was found, as the command line prints them.
//!
//! Deliberately absent: order (the lists come ordered) and words for people.

use crate::domain::deadline::Countdown;
use crate::domain::event::Event;
use crate::domain::id::{CaseId, PersonId, StaffId};
use crate::domain::queue::{Entry, Urgency};
use crate::domain::search::Why;
use crate::wire::json::fact_to_json;
use serde_json::{Value, json};

/// The queue (`queue --json`). `clock` is the name of the clock in force.
#[must_use]
pub fn queue_json(entries: &[Entry], clock: &str) -> Value {
    entries.iter().map(|entry| entry_json(entry, clock)).collect()
}

fn entry_json(entry: &Entry, clock: &str) -> Value {
    let row = &entry.row;
    let due = entry.due_day.map(|day| day.to_string());
    json!({
        "case": row.case.hex(),
        "number": row.number,
        "state": row.state.code(),
        "acute": row.is_acute(),
        "received_at": row.received_at.rfc3339(),
        "due_day": due,
        "days_left": entry.countdown.map(days_left),
        "clock": clock,
        "urgency": match entry.urgency {
            Urgency::Acute => "acute",
            Urgency::Day => "24h",
            Urgency::FiveDays => "5days",
        },
        "children": row.children,
        "title": row.family,
        "overseer": row.overseer.as_ref().map(|overseer| {
            json!({ "organisation": overseer.organisation, "person": overseer.person })
        }),
        "next_due": due.as_ref().map(|day| json!({ "what": "triage", "day": day })),
        "disputes": row.disputes,
        "draft": entry.draft,
    })
}

/// Days left; 0 on the last day, negative when late.
#[must_use]
pub fn days_left(countdown: Countdown) -> i64 {
    match countdown {
        Countdown::DaysLeft(days) => i64::from(days),
        Countdown::DueToday => 0,
        Countdown::Overdue(days) => -i64::from(days),
    }
}

/// Every fact of a case (`case history --json`), in the order given. `name` tells who a member of
/// staff is.
#[must_use]
pub fn history_json(events: &[Event], name: &dyn Fn(StaffId) -> Option<String>) -> Value {
    events.iter().map(|event| event_json(event, name)).collect()
}

fn event_json(event: &Event, name: &dyn Fn(StaffId) -> Option<String>) -> Value {
    let header = &event.header;
    let body = event.body.as_ref();
    let what = body.and_then(|body| kind(&fact_to_json(&body.fact, None)));
    json!({
        "id": event.id.hex(),
        "when": header.at.rfc3339(),
        "who": { "staff": header.author.hex(), "name": name(header.author) },
        "station": header.place.origin.hex(),
        "what": what.unwrap_or_else(|| "sealed".to_owned()),
        "why": body.and_then(|body| body.why.clone()),
        "replaces": header.replaces.iter().map(|id| id.hex()).collect::<Vec<_>>(),
    })
}

/// The one key of a fact in JSON that is not `why`.
fn kind(fact: &Value) -> Option<String> {
    fact.as_object()?.keys().find(|key| *key != "why").cloned()
}

/// Something found, with what is shown of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundLine {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Whether it is open.
    pub open: bool,
    /// The person, when it is about one.
    pub person: Option<PersonId>,
    /// The name of the person.
    pub name: String,
    /// Birth date as far as known.
    pub birth: Option<String>,
    /// How well it fits: 0 is best.
    pub rank: u8,
    /// By what it was found.
    pub why: Why,
}

/// What was found (`find --json`), in the order given.
#[must_use]
pub fn find_json(found: &[FoundLine]) -> Value {
    let line = |line: &FoundLine| {
        json!({
            "case": line.case.hex(),
            "number": line.number,
            "open": line.open,
            "person": line.person.map(|person| person.hex()),
            "name": line.name,
            "birth_date": line.birth,
            "rank": line.rank,
            "why": match line.why {
                Why::Number => "number",
                Why::Name => "name",
                Why::Birth => "birth",
                Why::Bsn => "bsn",
                Why::Address => "address",
                Why::Phone => "phone",
                Why::Sound => "sound",
            },
        })
    };
    found.iter().map(line).collect()
}
