//! Promises of the deadline clock.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::calendar::easter_sunday;
use super::*;
use crate::domain::time::{Day, Moment};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use std::slice::from_ref;

fn day(text: &str) -> Day {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn at(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}

const DECREED: [&str; 7] = [
    "2017-04-28",
    "2017-05-26",
    "2018-05-11",
    "2018-12-24",
    "2018-12-31",
    "2019-05-31",
    "2019-12-27",
];

fn calendar() -> Calendar {
    let decreed = DECREED.map(|text| DecreedDay { day: day(text), source: "test".to_owned() });
    Calendar::new(decreed.to_vec(), "calendar@test".to_owned())
}

fn all_days() -> impl Iterator<Item = Day> {
    day("2000-01-01").iter_days().take_while(|d| d.year() <= 2100)
}

/// A second way to the same answers, sharing no code with the first.
mod oracle {
    use super::*;

    /// Easter by the anonymous algorithm of Meeus, Jones and Butcher.
    pub fn easter(year: i32) -> Day {
        let (a, b, c) = (year % 19, year / 100, year % 100);
        let (d, e) = (b / 4, b % 4);
        let g = (b - (b + 8) / 25 + 1) / 3;
        let h = (19 * a + b - d - g + 15) % 30;
        let (i, k) = (c / 4, c % 4);
        let l = (32 + 2 * e + 2 * i - h - k) % 7;
        let m = (a + 11 * h + 22 * l) / 451;
        let n = h + l - 7 * m + 114;
        let (month, day_of_month) = (n / 31, n % 31 + 1);
        NaiveDate::from_ymd_opt(year, month as u32, day_of_month as u32).unwrap()
    }

    pub fn holidays(year: i32) -> Vec<Day> {
        let ymd = |m, d| NaiveDate::from_ymd_opt(year, m, d).unwrap();
        let easter = easter(year);
        let mut days = vec![
            ymd(1, 1),
            easter - Days::new(2),
            easter + Days::new(1),
            easter + Days::new(39),
            easter + Days::new(50),
            ymd(5, 5),
            ymd(12, 25),
            ymd(12, 26),
        ];
        days.push(match year {
            2000 | 2006 => ymd(4, 29),
            ..=2013 => ymd(4, 30),
            2014 | 2025 | 2031 | 2036 | 2042 | 2053 | 2059 | 2064 | 2070 | 2081 | 2087 | 2092
            | 2098 => ymd(4, 26),
            _ => ymd(4, 27),
        });
        days
    }

    pub fn is_weekend_or_holiday(day: Day) -> bool {
        day.weekday().number_from_monday() > 5 || holidays(day.year()).contains(&day)
    }

    pub fn is_ordinary(day: Day) -> bool {
        !is_weekend_or_holiday(day) && !DECREED.contains(&day.to_string().as_str())
    }

    /// The first ordinary day, at least `n` days after receipt, by which two have occurred.
    pub fn statutory(received: Day, n: u64) -> Day {
        let may_end = |end: &Day| {
            let inside = received.iter_days().skip(1).take_while(|d| d <= end);
            is_ordinary(*end) && inside.filter(|d| is_ordinary(*d)).count() >= 2
        };
        (received + Days::new(n)).iter_days().find(may_end).unwrap()
    }

    pub fn working(received: Day, n: usize) -> Day {
        let mut worked = received.iter_days().skip(1).filter(|d| !is_weekend_or_holiday(*d));
        worked.nth(n - 1).unwrap()
    }
}

#[test]
fn easter_agrees_with_a_second_algorithm_and_with_known_years() {
    for year in 1583..=4099 {
        assert_eq!(easter_sunday(year), Some(oracle::easter(year)), "{year}");
    }
    for known in ["2000-04-23", "2008-03-23", "2016-03-27", "2038-04-25", "2076-04-19"] {
        assert_eq!(easter_sunday(day(known).year()), Some(day(known)));
    }
}

#[test]
fn the_holidays_of_2000_to_2100_are_exactly_those_of_the_law() {
    for day in all_days() {
        let wanted = oracle::holidays(day.year()).contains(&day);
        assert_eq!(Holiday::on(day).is_some(), wanted, "{day}");
    }
}

#[test]
fn the_monarchs_birthday_moves_off_sunday_and_changed_in_2014() {
    let table = [
        ("2000-04-29", Some(Holiday::QueensDay)),
        ("2006-04-29", Some(Holiday::QueensDay)),
        ("2006-04-30", None),
        ("2013-04-30", Some(Holiday::QueensDay)),
        ("2013-04-27", None),
        ("2014-04-26", Some(Holiday::KingsDay)),
        ("2014-04-27", None),
        ("2014-04-30", None),
        ("2015-04-27", Some(Holiday::KingsDay)),
        ("2025-04-26", Some(Holiday::KingsDay)),
        ("2031-04-26", Some(Holiday::KingsDay)),
    ];
    for (text, holiday) in table {
        assert_eq!(Holiday::on(day(text)), holiday, "{text}");
    }
}

#[test]
fn five_may_is_a_holiday_every_year_and_ascension_is_named_when_they_meet() {
    for year in 2000..=2100 {
        assert!(Holiday::on(NaiveDate::from_ymd_opt(year, 5, 5).unwrap()).is_some(), "{year}");
    }
    assert_eq!(Holiday::on(day("2017-05-05")), Some(Holiday::LiberationDay));
    assert_eq!(Holiday::on(day("2016-05-05")), Some(Holiday::AscensionDay));
}

#[test]
fn the_five_days_of_triage_end_on_these_days_on_both_clocks() {
    let table = [
        ("2016-10-03", "2016-10-10", "2016-10-10"),
        ("2016-10-04", "2016-10-10", "2016-10-11"),
        ("2016-10-05", "2016-10-10", "2016-10-12"),
        ("2017-04-13", "2017-04-19", "2017-04-24"), // Easter
        ("2016-12-21", "2016-12-27", "2016-12-29"), // ends on second Christmas day
        ("2016-12-22", "2016-12-27", "2016-12-30"), // Christmas inside
        ("2016-12-23", "2016-12-28", "2017-01-02"),
        ("2016-12-31", "2017-01-05", "2017-01-06"), // year end
        ("2016-02-25", "2016-03-01", "2016-03-03"), // 29 February exists
        ("2015-02-25", "2015-03-02", "2015-03-04"), // and here it does not
        ("2013-04-29", "2013-05-06", "2013-05-07"), // Queen's Day
        ("2014-04-22", "2014-04-28", "2014-04-29"), // King's Day on Saturday, ends on Sunday
        ("2016-05-04", "2016-05-09", "2016-05-12"), // Ascension on 5 May
        ("2017-04-25", "2017-05-01", "2017-05-03"), // King's Day, then a decreed Friday
        ("2017-04-26", "2017-05-02", "2017-05-04"), // the same, and two ordinary days wanted
        ("2018-12-21", "2018-12-28", "2019-01-02"), // both rules at once, decreed days worked
    ];
    for (received, statutory, working) in table {
        let due = |clock| due(day(received), Term::Triage, clock, &calendar()).due_day;
        assert_eq!(due(Clock::Statutory), day(statutory), "{received} statutory");
        assert_eq!(due(Clock::Working), day(working), "{received} working");
    }
}

#[test]
fn the_terms_in_weeks_end_on_these_days() {
    let table = [
        (Term::Investigation, "2016-10-03", "2016-12-12"),
        (Term::Investigation, "2016-10-17", "2016-12-27"),
        (Term::Inform, "2017-03-17", "2017-04-18"), // Good Friday to the Tuesday after Easter
        (Term::InformExtension, "2017-04-14", "2017-05-01"), // a decreed Friday
        (Term::InformExtension, "2016-02-15", "2016-02-29"),
    ];
    for (term, received, wanted) in table {
        let answer = due(day(received), term, Clock::Statutory, &calendar());
        assert_eq!(answer.due_day, day(wanted), "{} {received}", term.name());
    }
}

#[test]
fn both_clocks_agree_with_the_oracle_on_every_day_of_2000_to_2100() {
    let calendar = calendar();
    for received in all_days() {
        let due = |term, clock| due(received, term, clock, &calendar).due_day;
        let statutory = |n| oracle::statutory(received, n);
        assert_eq!(due(Term::Triage, Clock::Statutory), statutory(5), "{received}");
        assert_eq!(due(Term::Triage, Clock::Working), oracle::working(received, 5), "{received}");
        if received.day() % 9 == 0 {
            let working = oracle::working(received, 50);
            assert_eq!(due(Term::Investigation, Clock::Working), working, "{received}");
            assert_eq!(due(Term::Investigation, Clock::Statutory), statutory(70), "{received}");
            assert_eq!(due(Term::Inform, Clock::Statutory), statutory(28), "{received}");
            assert_eq!(due(Term::InformExtension, Clock::Statutory), statutory(14), "{received}");
        }
    }
}

#[test]
fn the_explanation_can_be_counted_along_and_says_why() {
    let why = |received: &str, clock| -> Vec<String> {
        let answer = due(day(received), Term::Triage, clock, &calendar());
        answer.days.iter().map(|d| format!("{} {}", d.why.name(), u8::from(d.counts))).collect()
    };
    assert_eq!(
        why("2017-04-13", Clock::Statutory),
        [
            "day-of-receipt 0",
            "counts:holiday:good-friday 1",
            "counts:saturday 1",
            "counts:sunday 1",
            "counts:holiday:easter-monday 1",
            "counts 1",
            "extended:two-ordinary-days 0",
        ]
    );
    assert_eq!(
        why("2018-12-21", Clock::Statutory),
        [
            "day-of-receipt 0",
            "counts:saturday 1",
            "counts:sunday 1",
            "counts:decreed 1",
            "counts:holiday:christmas-day 1",
            "counts:holiday:second-christmas-day 1",
            "extended:holiday:second-christmas-day 0",
            "extended:two-ordinary-days 0",
        ]
    );
    assert_eq!(
        why("2016-10-03", Clock::Statutory)[5..],
        ["counts:saturday 1", "sunday 0", "extended:saturday 0"]
    );
    assert_eq!(
        why("2017-04-26", Clock::Working),
        [
            "day-of-receipt 0",
            "holiday:kings-day 0",
            "counts:decreed 1",
            "saturday 0",
            "sunday 0",
            "counts 1",
            "counts 1",
            "counts 1",
            "counts 1",
        ]
    );
}

#[test]
fn the_law_extends_only_the_terms_it_speaks_of() {
    let table = [
        (Length::Hours(72), false, 0),
        (Length::Days(1), true, 0),
        (Length::Days(2), true, 0),
        (Length::Days(3), true, 2),
        (Length::Days(90), true, 2),
        (Length::Days(91), false, 0),
        (Length::Weeks(1), true, 2),
        (Length::Weeks(12), true, 2),
        (Length::Weeks(13), false, 0),
    ];
    for (length, extended, ordinary_days_min) in table {
        assert_eq!(length.is_extended_by_law(), extended, "{length:?}");
        assert_eq!(length.ordinary_days_min(), ordinary_days_min, "{length:?}");
    }
    let end = |length| explain::explain(day("2016-10-07"), length, Clock::Statutory, &calendar());
    let last = |length| end(length).last().unwrap().day;
    assert_eq!(last(Length::Days(1)), day("2016-10-10"), "Saturday to Monday");
    assert_eq!(last(Length::Days(91)), day("2017-01-06"));
    assert_eq!(last(Length::Days(92)), day("2017-01-07"), "a Saturday, and it stays one");
    assert_eq!(last(Length::Hours(24)), day("2016-10-08"), "acute waits for no weekend");
    assert_eq!(last(Length::Hours(25)), day("2016-10-09"));
}

#[test]
fn the_end_of_the_calendar_ends_every_count() {
    for clock in Clock::ALL {
        let answer = due(Day::MAX, Term::Investigation, clock, &calendar());
        assert_eq!((answer.due_day, answer.days.len()), (Day::MAX, 1));
        let early = due(Day::MIN, Term::Triage, clock, &calendar());
        assert_eq!(early.days.last().map(|d| d.day), Some(early.due_day));
    }
    assert_eq!(Length::Weeks(u32::MAX).calendar_days(), Length::DAYS_MAX);
    let now = at("2026-01-01T00:00:00Z");
    assert!(matches!(countdown(Day::MIN, now), Countdown::Overdue(days) if days > 90_000_000));
    assert!(matches!(countdown(Day::MAX, now), Countdown::DaysLeft(days) if days > 90_000_000));
    assert!(time_left_millis(Day::MAX, now) > 0);
}

#[test]
fn names_read_back() {
    for term in Term::ALL {
        assert_eq!(Term::from_name(term.name()), Some(term));
    }
    for clock in Clock::ALL {
        assert_eq!(Clock::from_name(clock.name()), Some(clock));
    }
    assert_eq!(Term::from_name("Triage"), None);
    assert_eq!(Clock::default(), Clock::Statutory);
}

#[test]
fn the_countdown_changes_at_the_dutch_midnight() {
    let due_day = day("2016-10-10");
    let table = [
        ("2016-10-04T12:00:00+02:00", Countdown::DaysLeft(6)),
        ("2016-10-09T23:59:59+02:00", Countdown::DaysLeft(1)),
        ("2016-10-09T22:00:00Z", Countdown::DueToday),
        ("2016-10-10T23:59:59+02:00", Countdown::DueToday),
        ("2016-10-10T22:00:00Z", Countdown::Overdue(1)),
        ("2017-01-01T00:00:00+01:00", Countdown::Overdue(83)),
    ];
    for (now, wanted) in table {
        assert_eq!(countdown(due_day, at(now)), wanted, "{now}");
        let in_time = !matches!(wanted, Countdown::Overdue(_));
        assert_eq!(time_left_millis(due_day, at(now)) > 0, in_time, "{now}");
    }
}

#[test]
fn a_day_of_23_or_25_hours_is_one_day() {
    const HOUR: i64 = 3_600_000;
    for (due_day, hours) in [("2026-03-29", 23), ("2026-10-25", 25), ("2026-07-01", 24)] {
        let due_day = day(due_day);
        let (start, eve) = (Moment::start_of(due_day), Moment::start_of(due_day).plus_hours(-1));
        assert_eq!(time_left_millis(due_day, start), hours * HOUR);
        assert_eq!(countdown(due_day, start), Countdown::DueToday);
        assert_eq!(countdown(due_day, eve), Countdown::DaysLeft(1));
        assert_eq!(next_midnight(start).millis_since(start), hours * HOUR);
        assert_eq!(countdown(due_day, next_midnight(start)), Countdown::Overdue(1));
    }
}

#[test]
fn acute_is_24_real_hours_across_the_change_of_the_clocks() {
    let spring = act_now_until(at("2026-03-28T12:00:00+01:00"));
    assert_eq!(spring.rfc3339(), "2026-03-29T13:00:00+02:00");
    let autumn = act_now_until(at("2026-10-24T12:00:00+02:00"));
    assert_eq!(autumn.rfc3339(), "2026-10-25T11:00:00+01:00");
    let new_year = act_now_until(at("2026-12-31T15:30:00+01:00"));
    assert_eq!(new_year.rfc3339(), "2027-01-01T15:30:00+01:00");
}

#[test]
fn summer_time_is_known_to_the_end_of_the_century() {
    for year in [2000, 2037, 2038, 2060, 2099] {
        let now = Moment::start_of(NaiveDate::from_ymd_opt(year, 7, 1).unwrap());
        assert!(now.rfc3339().ends_with("+02:00"), "{}", now.rfc3339());
    }
}

#[test]
fn the_day_of_the_term_runs_from_zero_past_the_due_day() {
    let (received, due_day) = (day("2016-12-28"), day("2017-01-02"));
    let number = |now: &str| {
        let DayOfTerm { day, of } = day_of_term(received, due_day, at(now));
        (day, of)
    };
    assert_eq!(number("2016-12-27T12:00:00+01:00"), (0, 5), "a clock set back");
    assert_eq!(number("2016-12-28T12:00:00+01:00"), (0, 5));
    assert_eq!(number("2016-12-31T23:00:00Z"), (4, 5));
    assert_eq!(number("2017-01-04T12:00:00+01:00"), (7, 5));
}

#[test]
fn a_clock_that_jumps_is_told_until_it_is_right_or_accepted() {
    let start = at("2026-03-29T00:59:59Z");
    let mut watch = ClockWatch::new(None);
    assert_eq!(watch.observe(start), ClockReading::Steady);
    let back = Moment(start.0 - ClockWatch::BACK_MILLIS_MAX);
    assert_eq!(watch.observe(back), ClockReading::Steady, "a time server's correction");
    assert_eq!(watch.last_seen(), Some(start), "the latest moment is kept");
    let further = Moment(back.0 - 1);
    for _ in 0..2 {
        let told = ClockReading::JumpedBack { millis: ClockWatch::BACK_MILLIS_MAX + 1 };
        assert_eq!(watch.observe(further), told);
    }
    assert_eq!(watch.observe(start.plus_hours(1)), ClockReading::Steady, "summer time is no jump");
    let ten_years = 10 * 365 * 24;
    let ahead = start.plus_hours(ten_years);
    assert!(matches!(watch.observe(ahead), ClockReading::JumpedAhead { millis } if millis > 0));
    assert_eq!(watch.last_seen(), Some(start.plus_hours(1)), "a doubtful moment is not kept");
    watch.accept(ahead);
    assert_eq!(watch.observe(ahead), ClockReading::Steady);
    let back_again = watch.observe(start);
    assert_eq!(back_again, ClockReading::JumpedBack { millis: ten_years * 3_600_000 });
    let mut continued = ClockWatch::new(Some(Moment(i64::MAX)));
    assert_eq!(
        continued.observe(Moment(i64::MIN)),
        ClockReading::JumpedBack { millis: i64::MAX },
        "no clock is too wrong"
    );
}

#[test]
fn decreed_days_from_facts_count_like_those_of_the_file_in_any_order() {
    let decreed = |text| DecreedDay { day: day(text), source: "fact".to_owned() };
    let (one, two) = (decreed("2021-05-14"), decreed("2021-12-27"));
    let bare = || Calendar::new(Vec::new(), "calendar@test".to_owned());
    let calendar = bare().with_decreed(from_ref(&one)).with_decreed(from_ref(&two));
    assert_eq!(calendar, bare().with_decreed(&[two, one.clone(), one]));
    let due =
        |calendar: &Calendar, clock| due(day("2021-05-09"), Term::Triage, clock, calendar).due_day;
    assert_eq!(due(&bare(), Clock::Statutory), day("2021-05-14"));
    assert_eq!(due(&calendar, Clock::Statutory), day("2021-05-17"));
    assert_eq!(due(&calendar, Clock::Working), due(&bare(), Clock::Working));
}

fn any_day() -> impl Strategy<Value = Day> {
    (0_u64..36_800).prop_map(|n| day("2000-01-01") + Days::new(n))
}

/// A calendar with decreed days thickly sown around a day.
fn any_calendar(around: Day) -> impl Strategy<Value = Calendar> {
    proptest::collection::vec(0_u64..40, 0..12).prop_map(move |offsets| {
        let days = offsets.into_iter().map(|n| around + Days::new(n));
        let decreed = days.map(|day| DecreedDay { day, source: "random".to_owned() }).collect();
        Calendar::new(decreed, "calendar@random".to_owned())
    })
}

fn any_case() -> impl Strategy<Value = (Day, Term, Calendar)> {
    (any_day(), proptest::sample::select(Term::ALL.to_vec()))
        .prop_flat_map(|(day, term)| (Just(day), Just(term), any_calendar(day)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_explanation_runs_day_by_day_to_the_due_day((received, term, calendar) in any_case()) {
        for clock in Clock::ALL {
            let answer = due(received, term, clock, &calendar);
            let days: Vec<_> = answer.days.iter().map(|d| d.day).collect();
            let wanted: Vec<_> = received.iter_days().take(days.len()).collect();
            prop_assert_eq!(&days, &wanted);
            prop_assert_eq!(days.last(), Some(&answer.due_day));
            prop_assert!(!answer.days[0].counts);
            let counted = answer.days.iter().filter(|d| d.counts).count();
            let length = term.length();
            let n = match clock {
                Clock::Statutory => length.calendar_days(),
                Clock::Working => length.working_days(),
            };
            prop_assert_eq!(counted, n as usize);
        }
    }

    #[test]
    fn a_statutory_term_ends_on_an_ordinary_day_and_holds_two(
        (received, term, calendar) in any_case()
    ) {
        let answer = due(received, term, Clock::Statutory, &calendar);
        let ordinary = |d: &Day| calendar.rest(*d).is_none();
        if term.length().is_extended_by_law() {
            prop_assert!(ordinary(&answer.due_day));
            let inside = answer.days.iter().skip(1).filter(|d| ordinary(&d.day)).count();
            prop_assert!(inside >= 2);
        }
        // And not a day longer than that: whatever was added before the last day did not suffice.
        let added: Vec<_> = answer.days.iter().skip(1).filter(|d| !d.counts).collect();
        for (n, early) in added.iter().enumerate() {
            let end = early.day.pred_opt().unwrap();
            let inside = received.iter_days().skip(1).take_while(|d| *d <= end);
            prop_assert!(!ordinary(&end) || inside.filter(ordinary).count() < 2, "{} {}", n, end);
        }
    }

    #[test]
    fn a_later_receipt_is_never_due_earlier((received, term, calendar) in any_case()) {
        for clock in Clock::ALL {
            let next = received.succ_opt().unwrap();
            let first = due(received, term, clock, &calendar).due_day;
            prop_assert!(first <= due(next, term, clock, &calendar).due_day);
        }
    }

    #[test]
    fn a_working_term_ends_on_a_working_day_no_sooner_than_its_days_in_a_row(
        (received, term, calendar) in any_case()
    ) {
        let answer = due(received, term, Clock::Working, &calendar);
        let n = u64::from(term.length().working_days());
        prop_assert!(answer.due_day >= received + Days::new(n));
        if term != Term::ActNow {
            prop_assert!(calendar.is_working_day(answer.due_day));
            prop_assert!(!matches!(answer.due_day.weekday(), Weekday::Sat | Weekday::Sun));
        }
    }
}
