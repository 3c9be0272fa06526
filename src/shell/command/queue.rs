//! `queue` and `due`: what stands open, and what falls due.
//!
//! Deliberately absent: the order (`domain::queue`) and the JSON (`document`).

use super::exit::{Exit, Stop};
use super::output::{Format, safe};
use super::{Context, door, show_work, standing, tree};
use crate::document::list_json::queue_json;
use crate::domain::case::Case;
use crate::domain::deadline::{Calendar, Countdown, DeadlinePolicy, Term};
use crate::domain::duty::{Duty, DutyKind, duties};
use crate::domain::queue::{Entry, counts};
use crate::domain::time::Day;
use crate::shell::in_force::policy_in_force;
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

/// Something that falls due: the case in the queue, and the duty; triage itself stands in the
/// queue.
struct Falls {
    entry: Entry,
    day: Day,
    duty: Option<(Duty, String)>,
}

/// Prints what falls due, earliest first; ends with 1 when something is overdue.
///
/// # Errors
/// A time that is none; faults of the disk.
pub fn due(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let within = given.get_one::<String>(WITHIN).and_then(|within| read_hours(within));
    let hours = within.ok_or_else(|| context.stop(Exit::Usage, Key::CommandBadWithin))?;
    let last_day = context.now.plus_hours(hours).day();
    let today = context.now.day();
    let mut journal = door::open(context)?;
    let policy = policy_in_force(&mut journal).map_err(|fault| context.fault(&fault))?;
    let mut falls = Vec::new();
    for entry in standing::entries(context, &mut journal)? {
        let case = journal.case(entry.row.case).map_err(|fault| context.fault(&fault))?;
        falls.extend(falls_due(context, (&entry, case.as_ref()), (&policy.0, &policy.1)));
    }
    drop(journal.lock());
    // Acute first is the order of the queue; here it is the day that counts.
    falls.retain(|item| item.day <= last_day);
    falls.sort_by_key(|item| (item.day, item.duty.is_some(), item.entry.row.received_at));
    let overdue = falls.iter().any(|item| item.day < today);
    if given.get_flag(tree::JSON) {
        let items: Vec<_> = falls.iter().map(|item| due_json(item, today)).collect();
        context.out.json(&items)?;
    } else {
        for item in &falls {
            let line = match &item.duty {
                Some((_, line)) => format!("   {:<14} {line}", safe(&item.entry.row.number)),
                None => line(&item.entry, &context.text),
            };
            context.out.line(&line)?;
        }
    }
    Ok(if overdue { Exit::No } else { Exit::Done })
}

/// Triage by the clock in force, and every other duty that stands open.
fn falls_due(
    context: &Context,
    (entry, case): (&Entry, Option<&Case>),
    policy: (&DeadlinePolicy, &Calendar),
) -> Vec<Falls> {
    let triage = entry.due_day.map(|day| Falls { entry: entry.clone(), day, duty: None });
    let mut falls: Vec<Falls> = triage.into_iter().collect();
    let Some(case) = case else { return falls };
    let today = context.now.day();
    let open = duties(case, policy, context.now)
        .into_iter()
        .filter(|duty| duty.met_on.is_none() && duty.kind != DutyKind::Triage);
    falls.extend(open.map(|duty| {
        let line = show_work::duty_line(case, (&duty, today), &context.text);
        Falls { entry: entry.clone(), day: duty.due_day, duty: Some((duty, line)) }
    }));
    falls
}

fn due_json(item: &Falls, today: Day) -> serde_json::Value {
    let days_left = item.day.signed_duration_since(today).num_days();
    let duty = item.duty.as_ref().map(|(duty, _)| duty);
    json!({
        "case": item.entry.row.case.hex(),
        "number": item.entry.row.number,
        "what": duty.map_or(DutyKind::Triage, |duty| duty.kind).name(),
        "person": duty.and_then(|duty| duty.person).map(|person| person.hex()),
        "rule": duty.map_or(DutyKind::Triage.rule(), |duty| duty.rule),
        "due_day": item.day.to_string(),
        "days_left": days_left,
        "overdue": days_left < 0,
        "acute": item.entry.row.is_acute(),
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
