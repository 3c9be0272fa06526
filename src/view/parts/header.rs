//! The first line: product and organisation, the counts, who sits here and what time it is.

use super::Pen;
use crate::app::model::Model;
use crate::text::{Key as Words, SafeText, dates};
use crate::view::theme::Shade;

/// Draws the header.
pub fn header(pen: &mut Pen<'_>, model: &Model) {
    let window = pen.window();
    let parts = [pen.words.get(Words::AppName), model.organisation.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let product = SafeText::new(&parts.join(" · "));
    let time = dates::short_moment(model.now, pen.words);
    let Some(desk) = model.desk() else {
        pen.text((1, 0), window.columns.saturating_sub(2), &product, Shade::Heading);
        return;
    };
    let counts = desk.queue.counts;
    let args = [
        ("acute", counts.acute.into()),
        ("today", counts.today.into()),
        ("overdue", counts.overdue.into()),
    ];
    let counts_words = pen.say_with(Words::HeaderCounts, &args);
    let wide = window.columns >= 110;
    let who = if wide {
        SafeText::new(&format!("{} · {time}", desk.opened.staff.name))
    } else {
        SafeText::new(&time)
    };
    let columns = usize::from(window.columns);
    let right = who.truncate_to(columns / 2);
    let right_wide = u16::try_from(right.width()).unwrap_or(0);
    let middle_wide = u16::try_from(counts_words.width()).unwrap_or(0);
    let left_room = window.columns.saturating_sub(right_wide + middle_wide + 6);
    let used = pen.text((1, 0), left_room, &product, Shade::Heading);
    let from = 1 + used + 2;
    let until = window.columns.saturating_sub(right_wide + 2);
    let room = until.saturating_sub(from);
    let shade = match (counts.acute, counts.overdue) {
        (0, 0) => Shade::Plain,
        (0, _) => Shade::Warning,
        _ => Shade::Danger,
    };
    let at = from + room.saturating_sub(middle_wide) / 2;
    pen.text((at, 0), room, &counts_words, shade);
    pen.text_right(
        (window.columns.saturating_sub(right_wide + 1), 0),
        right_wide,
        &right,
        Shade::Plain,
    );
}
