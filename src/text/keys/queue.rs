//! Keys of the wording, `queue`: the queue pane and the header.
//!
//! One key a line; each has its words under `## queue` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ queue_keys {
    QueueLoading = "queue-loading",
} }
