//! Keys of the wording, `why`: the deadline explained day by day.
//!
//! One key a line; each has its words under `## why` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ why_keys {
    WhyDayOfReceipt = "why-day-of-receipt",
    WhyCounts = "why-counts",
    WhySaturday = "why-saturday",
    WhySunday = "why-sunday",
    WhyNewYear = "why-new-year",
    WhyGoodFriday = "why-good-friday",
    WhyEasterMonday = "why-easter-monday",
    WhyKingsDay = "why-kings-day",
    WhyQueensDay = "why-queens-day",
    WhyLiberationDay = "why-liberation-day",
    WhyAscension = "why-ascension",
    WhyWhitMonday = "why-whit-monday",
    WhyChristmas1 = "why-christmas-1",
    WhyChristmas2 = "why-christmas-2",
    WhyDecreed = "why-decreed",
    WhyEndMoved = "why-end-moved",
    WhyNeedsTwoOrdinaryDays = "why-needs-two-ordinary-days",
    ClockStatutoryShort = "clock-statutory-short",
    ClockWorkingShort = "clock-working-short",
    DeadlineAnswer = "deadline-answer",
    DeadlinePolicy = "deadline-policy",
} }
