//! `case show`: one case, as JSON or as lines for people.
//!
//! Deliberately absent: the JSON itself (`document::case_json`). Who reported and a shielded
//! address show only to who holds their keys.

use super::exit::{Exit, Stop};
use super::output::safe;
use super::{Context, case, door, show_work, tree};
use crate::document::case_json::{Around, DeadlineLine, Reader, case_json};
use crate::document::list_json::days_left;
use crate::domain::case::{Case, Person, Report, State};
use crate::domain::deadline::{Calendar, DeadlinePolicy, Term, countdown};
use crate::domain::duty::{DutyKind, duties};
use crate::domain::person::{Address, Birth, BsnStatus};
use crate::domain::queue::{Entry, Row};
use crate::domain::time::{Day, Moment};
use crate::shell::in_force;
use crate::text::codes::{CodeList, label};
use crate::text::{Arg as Value, Key, SafeText, Text, dates};
use clap::ArgMatches;

/// Prints a case.
///
/// # Errors
/// When there is none; faults of the disk.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let mut journal = door::open(context)?;
    let id = case::find(context, &mut journal, given)?;
    let case = journal.case(id).map_err(|fault| context.fault(&fault))?;
    let case = case.unwrap_or_else(|| Case::unknown(id));
    let sees = journal.sees_reporter();
    let policy = in_force::policy_in_force(&mut journal);
    let policy = policy.map_err(|fault| context.fault(&fault))?;
    let staff = journal.staff();
    drop(journal.lock());
    let (now, today) = (context.now, context.now.day());
    let deadlines = deadlines(&case, (&policy.0, &policy.1), now);
    let duties = duties(&case, (&policy.0, &policy.1), now);
    if given.get_flag(tree::JSON) {
        let reader = Reader { may_see_reporter: sees, may_see_shielded: sees };
        let name = |id| staff.iter().find(|(known, _, _)| *known == id).map(|(_, n, _)| n.clone());
        let around = Around { deadlines: &deadlines, duties: &duties, today, name: &name };
        context.out.json(&case_json(&case, &around, reader))?;
    } else {
        let work = show_work::lines(&case, (&duties, today), &context.text);
        for line in lines(&case, &deadlines, &context.text).into_iter().chain(work) {
            context.out.line(&line)?;
        }
    }
    Ok(Exit::Done)
}

/// The term for triage: when it ends, or the day it was met.
fn deadlines(case: &Case, policy: (&DeadlinePolicy, &Calendar), now: Moment) -> Vec<DeadlineLine> {
    let entry: Entry = in_force::entry(Row::of(case), policy, now, false);
    let waiting = entry.due_day.map(|due_day| (due_day, None));
    let met = duties(case, policy, now).into_iter().find(|duty| duty.kind == DutyKind::Triage);
    let met = met.filter(|duty| duty.met_on.is_some()).map(|duty| (duty.due_day, duty.met_on));
    let line = |(due_day, met_on): (Day, Option<Day>)| DeadlineLine {
        what: Term::Triage.name().to_owned(),
        due_day,
        clock: policy.0.rule(Term::Triage).clock.name().to_owned(),
        days_left: days_left(countdown(due_day, now)),
        met_on,
    };
    waiting.or(met).map(line).into_iter().collect()
}

fn lines(case: &Case, deadlines: &[DeadlineLine], text: &Text) -> Vec<String> {
    let number = case.number.shown().map(|number| safe(&number.0)).unwrap_or_default();
    let state = text.get(match case.state() {
        State::Advice => Key::StateAdvice,
        State::Received => Key::StateReceived,
        State::Local => Key::StateLocalVoluntary,
        State::Closed => Key::StateClosed,
        State::Triage => Key::StateTriage,
        State::Investigation => Key::StateInvestigation,
        State::FollowUp => Key::StateFollowUp,
    });
    let mut lines = vec![format!("{number}  {state}")];
    if case.is_acute() {
        lines.push(text.get(Key::Acute).to_owned());
    }
    lines.push(match case.overseer_read() {
        Some(overseer) => {
            let who = safe(&format!("{}, {}", overseer.person, overseer.organisation));
            format!("{}: {who}", text.get(Key::Overseer))
        }
        None => text.get(Key::OverseerNone).to_owned(),
    });
    for deadline in deadlines.iter().filter(|deadline| deadline.met_on.is_none()) {
        let day = dates::long_day(deadline.due_day, text);
        let left = dates::days_left(deadline.days_left, text);
        let due = text.with(Key::DueBy, &[("day", Value::from(&day))]);
        lines.push(format!("{due} ({left})"));
    }
    for report in case.reports.values() {
        lines.push(String::new());
        lines.extend(report_lines(report, text));
    }
    for (_, person) in case.standing_persons() {
        lines.push(String::new());
        lines.extend(person_lines(person, text));
    }
    lines
}

fn report_lines(report: &Report, text: &Text) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(receipt) = report.receipt.shown() {
        let at = dates::short_moment(receipt.received_at, text);
        lines.push(text.with(Key::ReceivedOn, &[("day", Value::from(&at))]));
    }
    if let Some(reporter) = report.reporter.shown() {
        let parts = [&reporter.organisation, &reporter.department, &reporter.contact_name];
        lines.push(joined(parts.map(String::as_str)));
    }
    if let Some(told) = report.narrative.shown() {
        for part in [&told.incident, &told.concern, &told.additional, &told.request] {
            lines.extend(SafeText::lines(part).iter().map(|line| line.as_str().to_owned()));
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

fn person_lines(person: &Person, text: &Text) -> Vec<String> {
    let name = person.name.shown().map(|name| safe(&name.display())).unwrap_or_default();
    let name = if name.trim().is_empty() { text.get(Key::UnknownPerson).to_owned() } else { name };
    let birth = match person.birth.shown() {
        Some(Birth::Born(date)) => dates::partial_date(date, text),
        Some(Birth::Due(date)) => {
            let date = dates::partial_date(date, text);
            text.with(Key::Expected, &[("date", Value::from(&date))])
        }
        None => String::new(),
    };
    let role = person.involvement.shown().and_then(|involved| involved.role);
    let role = role.and_then(|role| label(text.lang(), CodeList::Role, role.0));
    let bsn = person.bsn.shown().and_then(BsnStatus::number).map(safe);
    let mut lines =
        vec![joined([&name, &birth, role.unwrap_or_default(), &bsn.unwrap_or_default()])];
    let address = person.actual_address.shown().or_else(|| person.formal_address.shown());
    lines.extend(address.map(address_line));
    lines.extend(person.reach.shown().map(|reach| safe(&reach.phones.join(", "))));
    lines.retain(|line| !line.trim().is_empty());
    lines
}

fn address_line(address: &Address) -> String {
    let Address { street, number, postcode, city, .. } = address;
    let (street, city) = (format!("{street} {number}"), format!("{postcode} {city}"));
    joined([street.trim(), city.trim()])
}

/// The parts that say something, with a comma between.
fn joined<const N: usize>(parts: [&str; N]) -> String {
    let parts: Vec<String> =
        parts.into_iter().filter(|part| !part.trim().is_empty()).map(safe).collect();
    parts.join(", ")
}
