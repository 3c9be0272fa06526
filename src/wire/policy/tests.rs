//! Promises of the policy reader.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::*;
use crate::domain::time::Moment;

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd_opt(y, m, d).unwrap()
}

#[test]
fn the_builtin_policy_reads_and_holds_the_lawful_terms() {
    let Builtin { deadlines, calendar } = builtin();
    for term in Term::ALL {
        assert_eq!(deadlines.rule(term).length, term.length(), "{}", term.name());
        assert_eq!(deadlines.rule(term).clock, Clock::Statutory, "{}", term.name());
    }
    assert_eq!(calendar.decreed().count(), 17);
    assert!(calendar.knows_decrees_of(2017) && calendar.knows_decrees_of(2028));
    assert!(!calendar.knows_decrees_of(2016) && !calendar.knows_decrees_of(2021));
    let answer = deadlines.due(day(2016, 10, 4), Term::Triage, None, &calendar);
    assert_eq!(answer.due_day, day(2016, 10, 10));
    assert_eq!(answer.policy, "deadlines@2026-1 calendar@2026-1");
}

#[test]
fn every_builtin_decreed_day_is_a_weekday_that_is_no_holiday() {
    for (day, source) in builtin().calendar.decreed() {
        assert_eq!(
            builtin().calendar.rest(day),
            Some(crate::domain::deadline::Rest::Decreed),
            "{day} {source}"
        );
    }
}

#[test]
fn acute_runs_as_many_hours_as_the_policy_says() {
    let received = Moment::parse_rfc3339("2026-03-28T12:00:00+01:00").unwrap();
    let until = |text: &str| parse_deadlines(text).unwrap().act_now_until(received).rfc3339();
    assert_eq!(until(DEADLINES), "2026-03-29T13:00:00+02:00");
    assert_eq!(until(&DEADLINES.replace("hours = 24", "hours = 4")), "2026-03-28T16:00:00+01:00");
}

#[test]
fn a_decreed_day_names_its_source_in_full() {
    let calendar = builtin().calendar;
    let sources: BTreeSet<_> = calendar.decreed().map(|(_, source)| source).collect();
    assert_eq!(sources, BTreeSet::from(["sterfgeval.nl, 70745", "uitvaart.nl, 50535"]));
}

#[test]
fn a_length_of_nothing_or_beyond_ten_years_is_refused() {
    let with = |length: &str| parse_deadlines(&DEADLINES.replace("weeks = 10", length));
    for length in ["weeks = 522", "days = 3660", "days = 1"] {
        assert!(with(length).is_ok(), "{length}");
    }
    for length in ["weeks = 523", "days = 3661", "days = 0", "days = -5", "days = 99999999999"] {
        let found = with(length).unwrap_err();
        assert_eq!(found.len(), 1, "{length}");
        assert_eq!(found[0].reason, Reason::LengthOutOfRange, "{length}");
    }
}

#[test]
fn a_team_may_set_triage_to_the_working_clock() {
    let text = DEADLINES.replacen("clock = \"statutory\"", "clock = \"working\"", 1);
    let policy = parse_deadlines(&text).unwrap();
    let calendar = builtin().calendar;
    let answer = policy.due(day(2016, 10, 4), Term::Triage, None, &calendar);
    assert_eq!((answer.clock, answer.due_day), (Clock::Working, day(2016, 10, 11)));
    let asked = policy.due(day(2016, 10, 4), Term::Triage, Some(Clock::Statutory), &calendar);
    assert_eq!(asked.due_day, day(2016, 10, 10));
}

#[test]
fn all_problems_of_the_terms_are_told_with_their_lines() {
    let text = "version = \"Ünversion\"\n\
        dated = 2026-11-24T10:00:00\n\
        [triage]\n\
        days = 5\n\
        weeks = 1\n\
        clock = \"lunar\"\n\
        source = \"x\"\n\
        [investigation]\n\
        weeks = 0\n\
        source = \" \"\n\
        [inform]\n\
        hours = 4\n\
        clock = \"statutory\"\n\
        source = \"x\"\n\
        [act-now]\n\
        hours = \"many\"\n\
        colour = 1\n\
        source = \"x\"\n\
        [extra]\n";
    let found = parse_deadlines(text).unwrap_err();
    let kind = |key: &str, expected| Reason::WrongKind { key: key.to_owned(), expected };
    let wanted = [
        (1, Reason::BadVersion),
        (1, Reason::Missing("inform-extension")),
        (2, kind("dated", "a day such as 2026-01-31")),
        (3, Reason::LengthsFound(2)),
        (6, Reason::UnknownClock("lunar".to_owned())),
        (8, Reason::Missing("clock")),
        (9, Reason::LengthOutOfRange),
        (10, kind("source", "a text")),
        (12, Reason::WrongUnit),
        (13, Reason::ClockForHours),
        (16, kind("hours", "a whole number")),
        (17, Reason::UnknownKey("colour".to_owned())),
        (19, Reason::UnknownKey("extra".to_owned())),
    ];
    let wanted = wanted.map(|(line, reason)| Problem { line, reason });
    assert_eq!(found, wanted);
}

#[test]
fn all_problems_of_the_calendar_are_told_with_their_lines() {
    let text = "version = \"calendar@x\"\n\
        dated = 2026-11-24\n\
        [sources]\n\
        A = \"a decree\"\n\
        [[equated]]\n\
        day = 2027-05-07\n\
        source = \"A\"\n\
        [[equated]]\n\
        day = 2027-05-07\n\
        source = \"B\"\n\
        [[equated]]\n\
        day = \"2027-05-08\"\n\
        name = \"x\"\n";
    let found = parse_calendar(text).unwrap_err();
    let wanted = [
        (9, Reason::DuplicateDay(day(2027, 5, 7))),
        (10, Reason::UnknownSource("B".to_owned())),
        (11, Reason::Missing("source")),
        (12, Reason::WrongKind { key: "day".to_owned(), expected: "a day such as 2026-01-31" }),
        (13, Reason::UnknownKey("name".to_owned())),
    ];
    assert_eq!(found, wanted.map(|(line, reason)| Problem { line, reason }));
}

#[test]
fn text_that_is_not_toml_is_refused_with_every_broken_line() {
    let found = parse_calendar("version = \ndated = 2026-13-40\nx\n").unwrap_err();
    let lines: Vec<_> = found.iter().map(|problem| problem.line).collect();
    assert!(lines.contains(&1) && lines.contains(&3), "{found:?}");
    assert!(found.iter().all(|problem| matches!(problem.reason, Reason::Syntax(_))));
    let long = " ".repeat(POLICY_BYTES_MAX + 1);
    assert_eq!(parse_calendar(&long).unwrap_err()[0].reason, Reason::TooLong);
}

#[test]
fn deeply_nested_text_is_refused_not_followed_to_the_end_of_the_stack() {
    for open in ["[", "{a=", "a."] {
        let text = format!("a = {}", open.repeat(POLICY_BYTES_MAX / open.len() - 8));
        assert!(parse_deadlines(&text).is_err());
        assert!(parse_calendar(&text[4..]).is_err());
    }
}

#[test]
fn no_text_makes_the_reader_panic() {
    // Every prefix of the real files, and every byte of them replaced once.
    for text in [DEADLINES, CALENDAR] {
        for end in 0..=text.len() {
            if let Some(prefix) = text.get(..end) {
                let _ = parse_deadlines(prefix);
                let _ = parse_calendar(prefix);
            }
        }
        for (at, _) in text.char_indices().step_by(3) {
            for with in ["\"", "[", "=", "\n", "é", "9"] {
                let mut broken = text.to_owned();
                broken.replace_range(at..=at, with);
                let _ = parse_deadlines(&broken);
                let _ = parse_calendar(&broken);
            }
        }
    }
}
