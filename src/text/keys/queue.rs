//! Keys of the wording, `queue`: the queue pane and the header.
//!
//! One key a line; each has its words under `## queue` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ queue_keys {
    QueueTitle = "queue-title",
    QueueEmpty = "queue-empty",
    QueueLoading = "queue-loading",
    QueueCountAcute = "queue-count-acute",
    QueueCountToday = "queue-count-today",
    QueueCountOverdue = "queue-count-overdue",
    QueueMarked = "queue-marked",
    QueueAll = "queue-all",
    QueueOpen = "queue-open",
    QueueMine = "queue-mine",
    QueueNoName = "queue-no-name",
    StatusSaved = "status-saved",
    StatusExchange = "status-exchange",
    StatusExchangeMissing = "status-exchange-missing",
    StatusExchangeOff = "status-exchange-off",
    StatusInbox = "status-inbox",
} }
