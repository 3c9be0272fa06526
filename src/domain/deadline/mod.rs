//! Time left until a due day. The clocks themselves follow in this folder.

/// Time left, in whole days on the Dutch calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Countdown {
    /// So many days are left after today.
    DaysLeft(u32),
    /// Today is the last day.
    DueToday,
    /// The last day lies so many days back.
    Overdue(u32),
}
