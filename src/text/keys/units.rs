//! Keys of the wording, `units`: days, hours and dates.
//!
//! One key a line; each has its words under `## units` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ units_keys {
    DaysLeft = "days-left",
    DaysLeftShort = "days-left-short",
    DaysOverdue = "days-overdue",
    DaysOverdueShort = "days-overdue-short",
    DueToday = "due-today",
    TimeLeftDaysHours = "time-left-days-hours",
    TimeLeftHoursMinutes = "time-left-hours-minutes",
    TimeLeftMinutes = "time-left-minutes",
    TimeOverDaysHours = "time-over-days-hours",
    TimeOverHoursMinutes = "time-over-hours-minutes",
    DayOfTerm = "day-of-term",
    DueBy = "due-by",
    ReceivedOn = "received-on",
    Today = "today",
    Yesterday = "yesterday",
    Tomorrow = "tomorrow",
    WeekdayNamesShort = "weekday-names-short",
    WeekdayNamesLong = "weekday-names-long",
    MonthNamesShort = "month-names-short",
    MonthNamesLong = "month-names-long",
    TypedToday = "typed-today",
    TypedYesterday = "typed-yesterday",
    TypedDayBeforeYesterday = "typed-day-before-yesterday",
    TypedTomorrow = "typed-tomorrow",
    TypedDayAfterTomorrow = "typed-day-after-tomorrow",
    TypedUnknown = "typed-unknown",
} }
