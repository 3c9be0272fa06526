//! `queue` and `due`: what stands open, and what falls due.
//!
//! Deliberately absent: the order (`domain::queue`) and the JSON (`document`).

use super::exit::{Exit, Stop};
use super::output::{Format, safe};
use super::{Context, door, standing, tree};
use crate::document::list_json::{days_left, queue_json};
use crate::domain::deadline::{Countdown, Term};
use crate::domain::queue::{Entry, counts};
use crate::domain::time::Moment;
use crate::text::{Arg as Value, Key, Text};
use crate::wire::policy;
use clap::{ArgMatches, Command};
use serde_json::json;

/// The name of the first command.
pub const QUEUE: &str = "queue";
/// The name of the second.
pub const DUE: &str = "due";

const ALL: &str = "all";
const WITHIN: &str = "within";
const WITHIN_HOURS: &str = "24h";

/// `queue [--all] [--json|--jsonl]`.
pub fn queue_command(text: &Text) -> Command {
    tree::command(QUEUE, text, Key::CommandAboutQueue).args([
        tree::flag(ALL, text, Key::CommandArgAll),
        tree::json(text),
        tree::json_lines(text),
    ])
}

/// `due [--within TIME] [--json]`.
pub fn due_command(text: &Text) -> Command {
    tree::command(DUE, text, Key::CommandAboutDue).args([
        tree::option(WITHIN, text, Key::CommandArgWithin)
            .value_name("TIME")
            .default_value(WITHIN_HOURS),
        tree::json(text),
    ])
}

/// Prints the queue, most urgent first.
///
/// # Errors
/// Faults of the disk.
pub fn queue(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let mut journal = door::open(context)?;
    let entries = if given.get_flag(ALL) {
        standing::all_entries(context, &mut journal)?
    } else {
        standing::entries(context, &mut journal)?
    };
    drop(journal.lock());
    let format = tree::format(given);
    let clock = policy::builtin().deadlines.rule(Term::Triage).clock;
    let shown = queue_json(&entries, clock.name());
    let items = shown.as_array().map(Vec::as_slice).unwrap_or_default();
    for (entry, item) in entries.iter().zip(items) {
        context.out.item(format, item)?;
        if format == Format::Lines {
            let line = line(entry, &context.text);
            context.out.line(&line)?;
        }
    }
    context.out.end_list(format)?;
    if format == Format::Lines {
        let counts = counts(&entries);
        let values = [
            ("count", Value::from(entries.len())),
            ("acute", counts.acute.into()),
            ("today", counts.today.into()),
            ("overdue", counts.overdue.into()),
        ];
        let line = context.text.with(Key::CommandQueueCounts, &values);
        context.out.line(&line)?;
    }
    Ok(Exit::Done)
}

/// A line of the queue: sign, number, time left, children, name, overseer.
fn line(entry: &Entry, text: &Text) -> String {
    let row = &entry.row;
    let sign = if row.is_acute() { text.get(Key::AcuteSign) } else { " " };
    let left = match entry.countdown {
        Some(countdown) => time_left(countdown, text),
        None => String::from("-"),
    };
    let children = text.count(Key::Children, usize::from(row.children));
    let overseer = match &row.overseer {
        Some(overseer) => safe(&format!("{}, {}", overseer.person, overseer.organisation)),
        None => text.get(Key::OverseerNone).to_owned(),
    };
    let day = entry.due_day.map_or_else(|| String::from("-"), |day| day.to_string());
    let (number, family) = (safe(&row.number), safe(&row.family));
    format!("{sign:<2} {number:<14} {day:<10} {left:<16} {children:<11} {family:<20} {overseer}")
}

fn time_left(countdown: Countdown, text: &Text) -> String {
    let days = |days: u32| usize::try_from(days).unwrap_or(usize::MAX);
    match countdown {
        Countdown::Overdue(late) => text.count(Key::DaysOverdue, days(late)),
        Countdown::DueToday => text.get(Key::DueToday).to_owned(),
        Countdown::DaysLeft(left) => text.count(Key::DaysLeft, days(left)),
    }
}

/// Prints what falls due, earliest first; ends with 1 when something is overdue.
///
/// # Errors
/// A time that is none; faults of the disk.
pub fn due(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let within = given.get_one::<String>(WITHIN).and_then(|within| read_hours(within));
    let hours = within.ok_or_else(|| context.stop(Exit::Usage, Key::CommandBadWithin))?;
    let last_day = context.now.plus_hours(hours).day();
    let mut journal = door::open(context)?;
    let mut entries = standing::entries(context, &mut journal)?;
    drop(journal.lock());
    // Acute first is the order of the queue; here it is the day that counts.
    entries.retain(|entry| entry.due_day.is_some_and(|day| day <= last_day));
    entries.sort_by_key(|entry| (entry.due_day, entry.row.received_at));
    let overdue = entries.iter().any(|entry| is_overdue(entry, context.now));
    if given.get_flag(tree::JSON) {
        let items: Vec<_> = entries.iter().map(due_json).collect();
        context.out.json(&items)?;
    } else {
        for entry in &entries {
            let line = line(entry, &context.text);
            context.out.line(&line)?;
        }
    }
    Ok(if overdue { Exit::No } else { Exit::Done })
}

fn is_overdue(entry: &Entry, now: Moment) -> bool {
    entry.due_day.is_some_and(|day| day < now.day())
}

fn due_json(entry: &Entry) -> serde_json::Value {
    let days_left = entry.countdown.map(days_left);
    json!({
        "case": entry.row.case.hex(),
        "number": entry.row.number,
        "what": Term::Triage.name(),
        "due_day": entry.due_day.map(|day| day.to_string()),
        "days_left": days_left,
        "overdue": days_left.is_some_and(|days| days < 0),
        "acute": entry.row.is_acute(),
    })
}

/// `24h`, `3d`, `2w` in hours.
fn read_hours(text: &str) -> Option<i64> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let hours: i64 = match unit {
        "h" | "u" => 1,
        "d" => 24,
        "w" => 24 * 7,
        _ => return None,
    };
    let number: u16 = number.parse().ok()?;
    Some(i64::from(number) * hours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_number_and_a_unit() {
        assert_eq!(read_hours("24h"), Some(24));
        assert_eq!(read_hours("3d"), Some(72));
        assert_eq!(read_hours("2w"), Some(336));
        for odd in ["", "h", "24", "-1h", "1é", "99999d", "1.5h"] {
            assert_eq!(read_hours(odd), None, "{odd}");
        }
    }
}
