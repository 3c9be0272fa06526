//! `deadline`: the due day of a term and, day by day, why. Needs no workstation.
//!
//! Deliberately absent: the counting itself (`domain::deadline`).

use super::exit::{Exit, Stop};
use super::{Context, tree};
use crate::domain::deadline::{Clock, Explanation, Term, Why};
use crate::domain::time::Day;
use crate::text::{Arg as Value, Key, Text, dates};
use crate::wire::deadline_json::DeadlineJson;
use crate::wire::policy;
use chrono::Datelike;
use clap::{ArgMatches, Command, builder::PossibleValuesParser};

/// The name of the command.
pub const NAME: &str = "deadline";

const RECEIVED: &str = "received";
const TERM: &str = "term";
const CLOCK: &str = "clock";

/// `deadline --received DAY [--term TERM] [--clock CLOCK] [--json]`.
pub fn command(text: &Text) -> Command {
    tree::command(NAME, text, Key::CommandAboutDeadline).args([
        tree::option(RECEIVED, text, Key::CommandArgReceived).value_name("DAY").required(true),
        tree::option(TERM, text, Key::CommandArgTerm)
            .value_name("TERM")
            .value_parser(PossibleValuesParser::new(Term::ALL.map(Term::name)))
            .default_value(Term::Triage.name()),
        tree::option(CLOCK, text, Key::CommandArgClock)
            .value_name("CLOCK")
            .value_parser(PossibleValuesParser::new(Clock::ALL.map(Clock::name))),
        tree::json(text),
    ])
}

/// Counts and explains.
///
/// # Errors
/// When the day of receipt is no day.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let received = given.get_one::<String>(RECEIVED).and_then(|day| read_day(day));
    let bad_day = || Stop::say(Exit::Usage, &context.text, Key::CommandBadDay);
    let received = received.ok_or_else(bad_day)?;
    let term = given.get_one::<String>(TERM).and_then(|name| Term::from_name(name));
    let clock = given.get_one::<String>(CLOCK).and_then(|name| Clock::from_name(name));
    let policy = policy::builtin();
    let term = term.unwrap_or(Term::Triage);
    let answer = policy.deadlines.due(received, term, clock, &policy.calendar);
    if given.get_flag(tree::JSON) {
        context.out.json(&DeadlineJson::from(&answer))?;
    } else {
        print(context, &answer)?;
    }
    Ok(Exit::Done)
}

/// A day as `YYYY-MM-DD`, in the years for which holidays can be computed.
fn read_day(text: &str) -> Option<Day> {
    let day = Day::parse_from_str(text, "%Y-%m-%d").ok()?;
    (text.len() == 10 && (1900..=2199).contains(&day.year())).then_some(day)
}

fn print(context: &mut Context, answer: &Explanation) -> Result<(), Stop> {
    let text = &context.text;
    let due_day = dates::long_day(answer.due_day, text);
    let mut lines =
        vec![text.with(Key::DeadlineAnswer, &[("day", Value::from(&due_day))]), String::new()];
    for explained in &answer.days {
        let counts = if explained.counts { Key::Yes } else { Key::No };
        let day = format!(
            "{} {}",
            dates::weekday_short(explained.day, text),
            explained.day.format("%Y-%m-%d")
        );
        lines.push(format!("{day}  {:<4} {}", text.get(counts), why(explained.why, text)));
    }
    lines.push(String::new());
    lines.push(text.with(Key::DeadlinePolicy, &[("policy", Value::from(&answer.policy))]));
    for line in lines {
        context.out.line(&line)?;
    }
    Ok(())
}

/// The reason of a day in words.
fn why(why: Why, text: &Text) -> String {
    let words = match why {
        Why::DayOfReceipt => Some(Key::WhyDayOfReceipt),
        Why::Counts | Why::CountsOn(_) => Some(Key::WhyCounts),
        // The column beside it already says that it does not count.
        Why::Rest(_) => None,
        Why::EndMovedFrom(_) => Some(Key::WhyEndMoved),
        Why::TwoOrdinaryDays => Some(Key::WhyNeedsTwoOrdinaryDays),
    };
    let rest = match why {
        Why::CountsOn(rest) | Why::Rest(rest) => Some(dates::rest_day(rest)),
        // The day itself is an ordinary one.
        Why::DayOfReceipt | Why::Counts | Why::EndMovedFrom(_) | Why::TwoOrdinaryDays => None,
    };
    let keys: Vec<&str> = rest.into_iter().chain(words).map(|key| text.get(key)).collect();
    keys.join(", ")
}
