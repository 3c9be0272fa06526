//! Where every question of a form stands, for any window: read by `app` to keep the cursor in
//! sight, and by `view` to draw, so that the two never differ.
//!
//! Only the question under the cursor is opened; the others take as few rows as tell what was
//! answered. Deliberately absent: colours, and which questions there are.

use super::{Entry, Field, Need, Picker, Wording, Writer, rows};
use crate::app::geometry::{Area, Size};
use crate::text::{SafeText, Text};

/// Columns before a label: the sign of the cursor, the mark, a blank.
pub const MARK_COLUMNS: u16 = 3;
/// Options in sight at once; all of them when a digit answers the list and there is room.
const OPTION_ROWS: u16 = 6;
const OPTION_ROWS_SHORT: u16 = 9;
/// Rows of a text that is being written.
const WRITING_ROWS: (u16, u16) = (3, 8);
/// Rows of an answer that is not being written.
const READING_ROWS: u16 = 3;
/// The widest a line of text gets, also in a wide window.
const COLUMNS_MAX: u16 = 110;
/// From this width on an overview stands beside the form.
const OVERVIEW_FROM: u16 = 120;
const OVERVIEW_COLUMNS: u16 = 27;

/// How the form divides its window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The rows that scroll.
    pub form: Area,
    /// Columns of a label; its value stands one column further.
    pub label_columns: u16,
    /// The row for a word to the user.
    pub hint: Area,
    /// The overview of the sections; empty in a narrow window.
    pub overview: Area,
    /// Whether the help of the question under the cursor is shown under it.
    pub has_help: bool,
}

impl Frame {
    /// The division of this window.
    #[must_use]
    pub fn of(size: Size) -> Self {
        let inside = size.page().inside();
        let beside =
            if size.columns >= OVERVIEW_FROM { OVERVIEW_COLUMNS.saturating_add(2) } else { 0 };
        // The last column stays free, so that a text does not run into the border.
        let columns = inside.columns.saturating_sub(beside.max(1)).min(COLUMNS_MAX);
        let form = Area { columns, rows: inside.rows.saturating_sub(1), ..inside };
        let hint = Area { y: inside.y.saturating_add(form.rows), rows: 1, ..form };
        let label_columns = match columns {
            100.. => 34,
            72.. => 30,
            _ => columns * 2 / 5,
        };
        let overview = Area {
            x: form.x.saturating_add(columns).saturating_add(2),
            columns: beside.saturating_sub(2),
            ..form
        };
        let overview = if beside == 0 { Area::default() } else { overview };
        Self { form, label_columns, hint, overview, has_help: false }
    }

    /// The same, with the help of the question under the cursor when that is wanted.
    #[must_use]
    pub const fn with_help(self, has_help: bool) -> Self {
        Self { has_help, ..self }
    }

    /// Columns of a text under its label.
    #[must_use]
    pub const fn text_columns(&self) -> u16 {
        self.form.columns.saturating_sub(MARK_COLUMNS)
    }

    /// Columns of a value beside its label.
    #[must_use]
    pub const fn value_columns(&self) -> u16 {
        self.form.columns.saturating_sub(MARK_COLUMNS + self.label_columns + 1)
    }

    /// The width at which a text being written breaks: the cursor has a column of its own.
    #[must_use]
    pub fn writing_columns(&self) -> usize {
        usize::from(self.text_columns().saturating_sub(1).max(1))
    }

    fn writing_rows(&self) -> u16 {
        let (least, most) = WRITING_ROWS;
        most.min(self.form.rows.saturating_sub(3)).max(least)
    }
}

/// Where a question stands, in rows from the top of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which field.
    pub field: usize,
    /// Its first row: the heading when it has one, else the label.
    pub top: usize,
    /// Rows of the heading and the blank before it; 0 when it is not the first under its heading.
    pub heading_rows: u16,
    /// Whether the value stands under the label rather than beside it.
    pub stacked: bool,
    /// Rows of the label.
    pub label_rows: u16,
    /// Rows of the value.
    pub value_rows: u16,
    /// Rows of what is wrong with it.
    pub problem_rows: u16,
    /// Rows of its help and of what else is said under it.
    pub remark_rows: u16,
}

impl Placed {
    /// The row of the label.
    #[must_use]
    pub fn label(&self) -> usize {
        self.top + usize::from(self.heading_rows)
    }

    /// The first row of the value.
    #[must_use]
    pub fn value(&self) -> usize {
        self.label() + if self.stacked { usize::from(self.label_rows) } else { 0 }
    }

    /// The first row of what is wrong.
    #[must_use]
    pub fn problem(&self) -> usize {
        let beside = usize::from(self.label_rows.max(self.value_rows));
        let body = usize::from(self.label_rows) + usize::from(self.value_rows);
        self.label() + if self.stacked { body } else { beside }
    }

    /// The first row of its help and of what else is said under it.
    #[must_use]
    pub fn remarks(&self) -> usize {
        self.problem() + usize::from(self.problem_rows)
    }

    /// The first row behind it.
    #[must_use]
    pub fn end(&self) -> usize {
        self.remarks() + usize::from(self.remark_rows)
    }
}

/// Where every question stands.
#[must_use]
pub fn plan<I>(fields: &[Field<I>], focus: usize, frame: &Frame, words: &Text) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::with_capacity(fields.len());
    let mut heading = None;
    for (index, field) in fields.iter().enumerate() {
        let top = placed.last().map_or(0, Placed::end);
        let under = Some(&field.section);
        let heading_rows = match (heading == under, index) {
            (true, _) => 0,
            (false, 0) => 1,
            (false, _) => 2,
        };
        heading = under;
        placed.push(place(field, (index, top, heading_rows), index == focus, (frame, words)));
    }
    placed
}

fn place<I>(
    field: &Field<I>,
    (index, top, heading_rows): (usize, usize, u16),
    has_keys: bool,
    (frame, words): (&Frame, &Text),
) -> Placed {
    let stacked =
        matches!(&field.entry, Entry::Paragraph(writer) if has_keys || !writer.is_blank());
    let label_columns = if stacked { frame.text_columns() } else { frame.label_columns };
    let value_rows = match &field.entry {
        Entry::Line(_) | Entry::Answer(_) | Entry::Flag(_) => 1,
        Entry::Button => 0,
        Entry::Paragraph(writer) if stacked => paragraph_rows(writer, has_keys, frame),
        Entry::Paragraph(_) => 1,
        Entry::Pick(picker) => picker_rows(picker, has_keys, frame),
    };
    let label_rows = match &field.entry {
        Entry::Button => 1,
        Entry::Line(_)
        | Entry::Paragraph(_)
        | Entry::Pick(_)
        | Entry::Answer(_)
        | Entry::Flag(_) => rows_of(words, &field.label, label_columns),
    };
    let below = |said: &Wording| rows_of(words, said, frame.text_columns());
    let problem_rows = field.problem.map_or(0, |key| below(&Wording::Ours(key)));
    let help = shown_help(field, has_keys, frame).map_or(0, below);
    let remark_rows = help + field.remarks.iter().map(|remark| below(&remark.words)).sum::<u16>();
    Placed {
        field: index,
        top,
        heading_rows,
        stacked,
        label_rows,
        value_rows,
        problem_rows,
        remark_rows,
    }
}

/// The help that stands under a question.
#[must_use]
pub fn shown_help<'a, I>(
    field: &'a Field<I>,
    has_keys: bool,
    frame: &Frame,
) -> Option<&'a Wording> {
    field.help.as_ref().filter(|_| has_keys && frame.has_help)
}

fn rows_of(words: &Text, said: &Wording, columns: u16) -> u16 {
    let columns = usize::from(columns);
    let is_short = match said {
        Wording::Ours(key) => words.get(*key).len() <= columns,
        Wording::Numbered(..) => false,
        // Anything but plain letters may become longer when it is made safe.
        Wording::Given(given) => given.len() <= columns && given.chars().all(is_plain),
    };
    if is_short { 1 } else { count(said.shown(words).wrap(columns).len()) }
}

const fn is_plain(c: char) -> bool {
    c == ' ' || c.is_ascii_graphic() || matches!(c, 'À'..='ɏ')
}

fn count(rows: usize) -> u16 {
    u16::try_from(rows).unwrap_or(u16::MAX)
}

fn paragraph_rows(writer: &Writer, has_keys: bool, frame: &Frame) -> u16 {
    let most = if has_keys { frame.writing_rows() } else { READING_ROWS };
    let least = if has_keys { WRITING_ROWS.0 } else { 1 };
    let filled = rows(writer.lines(), frame.writing_columns()).take(usize::from(most)).count();
    count(filled).max(least)
}

/// The chosen words over at most [`READING_ROWS`] rows; in an opened list a row for what is typed
/// and the options. The options keep their rows while the list is narrowed.
fn picker_rows(picker: &Picker, has_keys: bool, frame: &Frame) -> u16 {
    let chosen = count(chosen_lines(picker, usize::from(frame.value_columns())).len());
    if has_keys { chosen + 1 + option_rows(picker, frame) } else { chosen }
}

/// Rows for the options of an opened list; as many when it is narrowed.
#[must_use]
pub fn option_rows(picker: &Picker, frame: &Frame) -> u16 {
    if picker.is_in_a_row() {
        // Its steps stand beside each other, over the row that tells how to answer.
        return 1;
    }
    let all = count(picker.option_count());
    let is_roomy = frame.form.rows >= OPTION_ROWS_SHORT + 6;
    if all <= OPTION_ROWS_SHORT && is_roomy { all } else { all.min(OPTION_ROWS) }
}

/// The words chosen in a list, wrapped; at least one row.
#[must_use]
pub fn chosen_lines(picker: &Picker, columns: usize) -> Vec<SafeText> {
    let words: Vec<&str> = picker.chosen_words().collect();
    if words.is_empty() {
        return vec![SafeText::default()];
    }
    let all = SafeText::new(&words.join(" · "));
    let mut lines = all.wrap(columns);
    if lines.len() > usize::from(READING_ROWS) {
        lines.truncate(usize::from(READING_ROWS));
        if let Some(last) = lines.last_mut() {
            *last = SafeText::new(&format!("{} …", last.as_str())).truncate_to(columns);
        }
    }
    if lines.is_empty() { vec![SafeText::default()] } else { lines }
}

/// How a section stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Something in it is wrong or must come first.
    Problem,
    /// Something that is asked for is empty, or nothing was answered.
    Open,
    /// Answered.
    Answered,
}

/// A section of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// Its heading.
    pub heading: &'a Wording,
    /// How it stands.
    pub standing: Standing,
    /// Whether the cursor is in it.
    pub has_keys: bool,
}

/// The sections in order, and how each stands.
#[must_use]
pub fn sections<I>(fields: &[Field<I>], focus: usize) -> Vec<Section<'_>> {
    let mut from = 0;
    let mut made = Vec::new();
    for fields in fields.chunk_by(|a, b| a.section == b.section) {
        let range = from..from + fields.len();
        from = range.end;
        let Some(first) = fields.first() else { continue };
        let missing = |f: &Field<I>| f.need != Need::Optional && f.is_empty();
        let standing = if fields.iter().any(|field| field.problem.is_some()) {
            Standing::Problem
        } else if fields.iter().any(missing) || fields.iter().all(Field::is_empty) {
            Standing::Open
        } else {
            Standing::Answered
        };
        let heading = &first.section;
        made.push(Section { heading, standing, has_keys: range.contains(&focus) });
    }
    made
}

/// How many answers that are asked for are still empty.
#[must_use]
pub fn still_empty<I>(fields: &[Field<I>]) -> usize {
    fields.iter().filter(|field| field.need != Need::Optional && field.is_empty()).count()
}

/// How far the form is scrolled, and the text being written within its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The first row of the form in sight.
    pub top: usize,
    /// The first row of the text being written in sight.
    pub within: usize,
}

impl Scroll {
    /// Keeps the question under the cursor in sight, moving as little as that takes.
    pub fn follow<I>(&mut self, fields: &[Field<I>], focus: usize, frame: &Frame, words: &Text) {
        let plan = plan(fields, focus, frame, words);
        let Some(placed) = plan.get(focus) else { return };
        let height = usize::from(frame.form.rows).max(1);
        // A row of what follows stays in sight, and the heading when there is room for it.
        let last = plan.last().map_or(0, Placed::end);
        let end = (placed.end() + 1).min(last);
        let from = if end - placed.top <= height { placed.top } else { placed.label() };
        self.top = self.top.max(end.saturating_sub(height)).min(from);
        self.top = self.top.min(last.saturating_sub(height));
        let Some(Entry::Paragraph(writer)) = fields.get(focus).map(|field| &field.entry) else {
            self.within = 0;
            return;
        };
        let all = writer.rows(frame.writing_columns());
        let here = super::row_of(&all, writer.cursor());
        let shown = usize::from(placed.value_rows).max(1);
        self.within = self.within.max((here + 1).saturating_sub(shown)).min(here);
        self.within = self.within.min(all.len().saturating_sub(shown));
    }
}
