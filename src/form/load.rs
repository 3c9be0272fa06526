//! Reading the file of a form: strict, and with every problem at once.
//!
//! One problem refuses the whole file, since half a form would ask half its questions without a
//! word. Text that is no TOML is told as such and not read further: what its pieces were meant to
//! be would be a guess. Deliberately absent: how items must agree with each other (`check`).

use super::check;
use super::problem::{FORM_BYTES_MAX, ITEMS_MAX, OPTIONS_MAX, POINTS_MAX, Problem, Reason};
use super::read::{Lines, Reader, Table};
use super::shape::{
    Choice, Condition, Form, Item, Kind, Meaning, NO, NO_INFORMATION, Need, Of, Proposal, Section,
    Test, Use, Warning, Words, YES, YesNoPoints,
};
use crate::domain::sheet::{FormRef, ItemName};
use sha2::{Digest, Sha256};
use std::ops::RangeInclusive;
use toml::de::DeTable;

const POINTS: RangeInclusive<i32> = -POINTS_MAX..=POINTS_MAX;
/// The most points a group can come to, and so the highest threshold.
const SUM_MAX: i32 = 1_000_000;

/// An item as far as it could be read, with its place in the file, so that other items can be
/// checked against it though it has problems of its own.
#[derive(Debug)]
pub struct Draft<'t> {
    pub table: Table<'t>,
    pub of: Option<Of>,
    pub id: Option<String>,
    /// The word of its kind.
    pub kind_word: Option<&'static str>,
    /// The kind with its options.
    pub kind: Option<Kind>,
    pub means: Option<Meaning>,
    pub group: Option<String>,
    pub when: Option<Condition>,
    pub warn: Option<Warning>,
    /// The item, when nothing of it is missing.
    pub item: Option<Item>,
}

/// A threshold as far as it could be read.
#[derive(Debug)]
pub struct DraftProposal<'t> {
    pub table: Table<'t>,
    pub means: Option<Meaning>,
    pub option: Option<String>,
    pub group: Option<String>,
    pub at_least: Option<i32>,
    words: Option<Words>,
}

/// A section as far as it could be read.
struct DraftSection {
    id: Option<String>,
    title: Option<Words>,
    help: Option<Words>,
    of: Option<Of>,
    /// Where its items begin and end among all items.
    items: std::ops::Range<usize>,
}

/// Reads the file of a form. The name is that of the file alone, without a folder.
///
/// # Errors
/// Every problem found, in the order of the lines.
pub fn load(file_name: &str, text: &str) -> Result<Form, Vec<Problem>> {
    let mut reader = Reader::new(text);
    if text.len() > FORM_BYTES_MAX {
        reader.tell(0, String::new(), Reason::FileTooLong);
        return Err(reader.into_problems().unwrap_or_default());
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        reader.tell(at, String::new(), Reason::NotToml(error.message().to_owned()));
    }
    if let Some(problems) = reader.into_problems() {
        return Err(problems);
    }
    let mut reader = Reader::new(text);
    let root = Table::root(root.get_ref());
    let form = read_form(&mut reader, &root, file_name, text);
    match (reader.into_problems(), form) {
        (None, Some(form)) => Ok(form),
        (problems, _) => Err(problems.unwrap_or_default()),
    }
}

/// Reads the file of a form from its bytes.
///
/// # Errors
/// As [`load`], and when the bytes are no text.
pub fn load_bytes(file_name: &str, bytes: &[u8]) -> Result<Form, Vec<Problem>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => load(file_name, text),
        Err(error) => {
            let before = bytes.iter().take(error.valid_up_to());
            let line = 1 + before.filter(|byte| **byte == b'\n').count();
            Err(vec![Problem { line, field: String::new(), what: Reason::NotText }])
        }
    }
}

fn read_form(reader: &mut Reader<'_>, root: &Table<'_>, name: &str, text: &str) -> Option<Form> {
    reader.only(root, &["id", "version", "nl", "en", "about", "use", "section", "propose"]);
    let id = reader.id(root, "id");
    let version = reader.number_that_must(root, "version", 1..=i32::from(u16::MAX));
    let title = reader.words(root, Lines::One);
    let about = reader.words_in(root, "about", Lines::Many);
    let used_for = reader.word_that_must(root, "use", Use::WORDS).and_then(Use::from_word);
    if let (Some(id), Some(version)) = (&id, version)
        && name != format!("{id}@{version}.toml")
    {
        reader.tell_key(root, "id", Reason::FileName);
    }
    let (sections, mut items) = read_sections(reader, root);
    let proposals = read_proposals(reader, root);
    check::items(reader, &items);
    check::meanings(reader, &items, root, used_for);
    check::proposals(reader, &proposals, &items);

    let mut whole: Vec<Option<Item>> = items.iter_mut().map(|draft| draft.item.take()).collect();
    let section = |draft: DraftSection| {
        let items = whole.get_mut(draft.items)?.iter_mut().map(Option::take);
        Some(Section {
            id: draft.id?,
            title: draft.title?,
            help: draft.help,
            of: draft.of?,
            items: items.collect::<Option<_>>()?,
        })
    };
    let proposal = |draft: DraftProposal<'_>| {
        Some(Proposal {
            means: draft.means?,
            option: draft.option?,
            group: draft.group?,
            at_least: draft.at_least?,
            words: draft.words?,
        })
    };
    Some(Form {
        sections: sections.into_iter().map(section).collect::<Option<_>>()?,
        proposals: proposals.into_iter().map(proposal).collect::<Option<_>>()?,
        name: FormRef {
            id: id?,
            version: u16::try_from(version?).ok()?,
            hash: Sha256::digest(text.as_bytes()).into(),
        },
        title: title?,
        about,
        used_for: used_for?,
    })
}

fn read_sections<'t>(
    reader: &mut Reader<'_>,
    root: &Table<'t>,
) -> (Vec<DraftSection>, Vec<Draft<'t>>) {
    let (mut sections, mut items) = (Vec::<DraftSection>::new(), Vec::new());
    if !root.has("section") {
        reader.tell_key(root, "section", Reason::Missing);
    }
    for table in reader.tables(root, "section", (ITEMS_MAX, Reason::TooManyItems)) {
        reader.only(&table, &["id", "nl", "en", "help", "for", "item"]);
        let id = reader.id(&table, "id");
        if id.is_some() && sections.iter().any(|other| other.id == id) {
            reader.tell_key(&table, "id", Reason::Twice);
        }
        let title = reader.words(&table, Lines::One);
        let help = reader.words_in(&table, "help", Lines::Many);
        let of = match table.has("for") {
            true => reader.word(&table, "for", Of::WORDS).and_then(Of::from_word),
            false => Some(Of::Case),
        };
        let first = items.len();
        let left = (ITEMS_MAX.saturating_sub(first), Reason::TooManyItems);
        for item in reader.tables(&table, "item", left) {
            items.push(read_item(reader, item, of));
        }
        if !table.has("item") {
            reader.tell_key(&table, "item", Reason::Missing);
        }
        sections.push(DraftSection { id, title, help, of, items: first..items.len() });
    }
    (sections, items)
}

const ITEM_KEYS: &[&str] = &[
    "id", "kind", "nl", "en", "help", "need", "evidence", "critical", "note", "means", "options",
    "scale", "low", "high", "points", "group", "when", "warn",
];

fn read_item<'t>(reader: &mut Reader<'_>, table: Table<'t>, of: Option<Of>) -> Draft<'t> {
    reader.only(&table, ITEM_KEYS);
    let id = reader.id(&table, "id");
    let kind_word = reader
        .word_that_must(&table, "kind", Kind::WORDS)
        .and_then(|word| Kind::WORDS.iter().copied().find(|known| *known == word));
    let kind = kind_word.and_then(|word| read_kind(reader, &table, word));
    let ask = reader.words(&table, Lines::One);
    let help = reader.words_in(&table, "help", Lines::Many);
    let need = match table.has("need") {
        true => reader.word(&table, "need", Need::WORDS).and_then(Need::from_word),
        false => Some(Need::Optional),
    };
    let evidence = reader.flag(&table, "evidence");
    let critical = reader.flag(&table, "critical");
    let note = reader.flag(&table, "note");
    let means = reader.word(&table, "means", Meaning::WORDS).and_then(Meaning::from_word);
    let group = if table.has("group") { reader.id(&table, "group") } else { None };
    let when = read_condition(reader, &table);
    let warn = read_warning(reader, &table);
    let item = (|| {
        Some(Item {
            id: ItemName(id.clone()?),
            kind: kind.clone()?,
            ask: ask?,
            help,
            need: need?,
            evidence,
            critical,
            note,
            means,
            group: group.clone(),
            when: when.clone(),
            warn: warn.clone(),
        })
    })();
    Draft { table, of, id, kind_word, kind, means, group, when, warn, item }
}

/// Keys of an item that only some kinds have, and which.
const ONLY_FOR: &[(&str, &[&str])] = &[
    ("options", &["choice", "choices"]),
    ("scale", &["choice"]),
    ("low", &["choice"]),
    ("high", &["choice"]),
    ("points", &["yes-no"]),
    ("group", &["choice", "choices", "yes-no"]),
    ("warn", &["choice", "choices", "yes-no"]),
];

fn read_kind(reader: &mut Reader<'_>, table: &Table<'_>, word: &str) -> Option<Kind> {
    for (key, kinds) in ONLY_FOR {
        let labels_nothing = matches!(*key, "low" | "high") && !table.has("scale");
        if table.has(key) && (!kinds.contains(&word) || labels_nothing) {
            reader.tell_key(table, key, Reason::NotForKind);
        }
    }
    match word {
        "choice" => match (table.has("options"), table.has("scale")) {
            (true, true) => {
                reader.tell_key(table, "scale", Reason::OptionsAndScale);
                None
            }
            (false, true) => read_scale(reader, table).map(Kind::Choice),
            (true | false, false) => read_options(reader, table, 2).map(Kind::Choice),
        },
        "choices" => read_options(reader, table, 1).map(Kind::Choices),
        "yes-no" => read_yes_no_points(reader, table).map(Kind::YesNo),
        "date" => Some(Kind::Date),
        "line" => Some(Kind::Line),
        "paragraph" => Some(Kind::Paragraph),
        "person" => Some(Kind::Person),
        _ => None,
    }
}

fn read_yes_no_points(reader: &mut Reader<'_>, table: &Table<'_>) -> Option<YesNoPoints> {
    if !table.has("points") {
        return Some(YesNoPoints::default());
    }
    let points = reader.table(table, "points")?;
    reader.only(&points, &[YES, NO, NO_INFORMATION]);
    let [yes, no, no_information] =
        [YES, NO, NO_INFORMATION].map(|answer| read_points(reader, &points, answer));
    Some(YesNoPoints { yes: yes?, no: no?, no_information: no_information? })
}

/// The points of an answer; none without the key.
fn read_points(reader: &mut Reader<'_>, table: &Table<'_>, key: &str) -> Option<i32> {
    if table.has(key) { reader.number(table, key, POINTS) } else { Some(0) }
}

fn read_options(reader: &mut Reader<'_>, table: &Table<'_>, least: usize) -> Option<Vec<Choice>> {
    if !table.has("options") {
        reader.tell_key(table, "options", Reason::Missing);
        return None;
    }
    let tables = reader.tables(table, "options", (OPTIONS_MAX, Reason::TooManyOptions));
    if !tables.is_empty() && tables.len() < least {
        reader.tell_key(table, "options", Reason::TooFewOptions);
    }
    let (mut choices, mut whole) = (Vec::<Choice>::new(), true);
    for option in tables {
        reader.only(&option, &["id", "nl", "en", "points", "no-information"]);
        let id = reader.id(&option, "id");
        let words = reader.words(&option, Lines::One);
        let points = read_points(reader, &option, "points");
        let no_information = reader.flag(&option, "no-information");
        if choices.iter().any(|choice| Some(&choice.id) == id.as_ref()) {
            reader.tell_key(&option, "id", Reason::Twice);
        }
        whole &= id.is_some() && points.is_some();
        // The words of an option matter to no other item: without them its id still counts.
        let (words, points) = (words.unwrap_or_default(), points.unwrap_or(0));
        choices.extend(id.map(|id| Choice { id, words, points, no_information }));
    }
    whole.then_some(choices)
}

fn read_scale(reader: &mut Reader<'_>, table: &Table<'_>) -> Option<Vec<Choice>> {
    let low_words = reader.words_in(table, "low", Lines::One);
    let high_words = reader.words_in(table, "high", Lines::One);
    let (low, high) = reader.pair(table, "scale")?;
    let steps = i32::try_from(OPTIONS_MAX).unwrap_or(i32::MAX);
    if !(0 <= low && low < high && high <= POINTS_MAX && high - low < steps) {
        reader.tell_key(table, "scale", Reason::BadScale);
        return None;
    }
    let choice = |number: i32| {
        let end = match number {
            number if number == low => low_words.as_ref(),
            number if number == high => high_words.as_ref(),
            _ => None,
        };
        let shown = |words: &str| format!("{number}: {words}");
        let words = end.map_or_else(
            || Words { nl: number.to_string(), en: number.to_string() },
            |end| Words { nl: shown(&end.nl), en: shown(&end.en) },
        );
        Choice { id: number.to_string(), words, points: number, no_information: false }
    };
    Some((low..=high).map(choice).collect())
}

fn read_condition(reader: &mut Reader<'_>, table: &Table<'_>) -> Option<Condition> {
    let when = reader.table(table, "when")?;
    reader.only(&when, &["item", "is", "not"]);
    let item = reader.id(&when, "item");
    let (is, not) = (reader.ids(&when, "is"), reader.ids(&when, "not"));
    if when.has("is") == when.has("not") {
        reader.tell(when.at, when.path.clone(), Reason::OneTest);
    }
    let test = is.map(Test::Is).or_else(|| not.map(Test::Not))?;
    Some(Condition { item: ItemName(item?), test })
}

fn read_warning(reader: &mut Reader<'_>, table: &Table<'_>) -> Option<Warning> {
    let warn = reader.table(table, "warn")?;
    reader.only(&warn, &["is", "nl", "en"]);
    if !warn.has("is") {
        reader.tell_key(&warn, "is", Reason::Missing);
    }
    let (is, words) = (reader.ids(&warn, "is"), reader.words(&warn, Lines::Many));
    Some(Warning { is: is?, words: words? })
}

fn read_proposals<'t>(reader: &mut Reader<'_>, root: &Table<'t>) -> Vec<DraftProposal<'t>> {
    let mut proposals = Vec::new();
    for table in reader.tables(root, "propose", (ITEMS_MAX, Reason::TooManyItems)) {
        reader.only(&table, &["means", "option", "group", "at-least", "nl", "en"]);
        let means = reader.word_that_must(&table, "means", &["safety", "risk"]);
        proposals.push(DraftProposal {
            means: means.and_then(Meaning::from_word),
            option: reader.id(&table, "option"),
            group: reader.id(&table, "group"),
            at_least: reader.number_that_must(&table, "at-least", -SUM_MAX..=SUM_MAX),
            words: reader.words(&table, Lines::Many),
            table,
        });
    }
    proposals
}
