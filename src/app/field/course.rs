//! How the cursor goes through the fields of a form: one by one, or heading by heading.

use super::Field;

/// The place `by` fields further, no further than the first and the last.
#[must_use]
pub fn stepped<I>(fields: &[Field<I>], focus: usize, by: isize) -> usize {
    focus.saturating_add_signed(by).min(fields.len().saturating_sub(1))
}

/// The first field under the next heading, or under the previous one. Behind the last heading
/// stands the last field, before the first one the first.
#[must_use]
pub fn stepped_section<I>(fields: &[Field<I>], focus: usize, forward: bool) -> usize {
    let heading = |index: usize| fields.get(index).map(|field| &field.section);
    let here = heading(focus);
    let count = fields.len();
    let found = if forward {
        (focus..count).find(|i| heading(*i) != here)
    } else {
        let start = (0..=focus).rev().find(|i| heading(*i) != here);
        start.and_then(|end| (0..=end).rev().take_while(|i| heading(*i) == heading(end)).last())
    };
    found.unwrap_or(if forward { count.saturating_sub(1) } else { 0 })
}
