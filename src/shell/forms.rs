//! The forms at hand: those of the program and those that the team put in `<data>/forms`.
//!
//! A form of the team is read at every start, so that it can be changed without building anything.
//! One with a problem is left out and told; the others can be used. Deliberately absent: what a
//! form may look like (`form`), and writing one.

use crate::document::quarantine::read_file;
use crate::form::{
    Clash, ClashKind, FORM_BYTES_MAX, Form, ID_CHARS_MAX, ITEMS_MAX, Library, OPTIONS_MAX, Problem,
    Reason, TEXT_CHARS_MAX, Wanted, load_bytes,
};
use crate::text::{Arg, Key, SafeText, Text};
use std::path::{Path, PathBuf};

/// The folder in the data directory.
const FOLDER: &str = "forms";
/// The most forms read from it.
const FORMS_MAX: usize = 100;

/// Why a form of the team is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// The file cannot be read: gone, a link, no access.
    Unreadable {
        /// Its name.
        file: String,
    },
    /// There are problems in it.
    Refused {
        /// Its name.
        file: String,
        /// All of them.
        problems: Vec<Problem>,
    },
    /// It cannot be told from another form.
    Clash(Clash),
    /// There are more than `FORMS_MAX`.
    TooMany,
}

impl LeftOut {
    /// What to say about it, with the values of the sentence. The values come from outside.
    #[must_use]
    pub fn words(&self) -> (Key, Vec<(&'static str, String)>) {
        match self {
            Self::Unreadable { file } => (Key::FormLeftOutUnreadable, vec![("file", file.clone())]),
            Self::Refused { file, problems } => {
                let values = vec![("file", file.clone()), ("count", problems.len().to_string())];
                (Key::FormLeftOutRefused, values)
            }
            Self::Clash(clash) => {
                let name = format!("{}@{}.toml", clash.form.id, clash.form.version);
                (clash_words(clash.why), vec![("file", name)])
            }
            Self::TooMany => (Key::FormLeftOutTooMany, vec![("count", FORMS_MAX.to_string())]),
        }
    }
}

const fn clash_words(why: ClashKind) -> Key {
    match why {
        ClashKind::PublishedId => Key::FormLeftOutPublishedId,
        ClashKind::Twice => Key::FormLeftOutTwice,
        ClashKind::NotForTeams => Key::FormLeftOutWork,
    }
}

/// All forms at hand, and what was left out. Without a data directory only the program's own.
#[must_use]
pub fn at_hand(data: Option<&Path>) -> (Library, Vec<LeftOut>) {
    let (mut own, mut left_out) = (Vec::new(), Vec::new());
    let files = data.map(|data| in_folder(&data.join(FOLDER))).unwrap_or_default();
    if files.len() > FORMS_MAX {
        left_out.push(LeftOut::TooMany);
    }
    for path in files.iter().take(FORMS_MAX) {
        match read(path) {
            Ok(form) => own.push(form),
            Err(why) => left_out.push(why),
        }
    }
    let (library, clashes) = Library::published().with_own(own);
    left_out.extend(clashes.into_iter().map(LeftOut::Clash));
    (library, left_out)
}

/// The files of forms in a folder, in the order of their names; none when there is no folder.
fn in_folder(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_form = |path: &PathBuf| path.extension().is_some_and(|end| end == "toml");
    let mut files: Vec<PathBuf> = paths.filter(is_form).collect();
    files.sort();
    files
}

/// Reads one file.
///
/// # Errors
/// When it cannot be read, or has problems.
pub fn read(path: &Path) -> Result<Form, LeftOut> {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let Ok(read) = read_file(path) else { return Err(LeftOut::Unreadable { file }) };
    load_bytes(&file, &read.bytes).map_err(|problems| LeftOut::Refused { file, problems })
}

/// A problem in words: line, field, what is wrong and what to do. Fit for a terminal.
#[must_use]
pub fn problem_words(problem: &Problem, text: &Text) -> String {
    let what = reason_words(&problem.what, text);
    let field = SafeText::new(&problem.field);
    let values = [
        ("line", Arg::from(problem.line)),
        ("field", Arg::from(&field)),
        ("what", Arg::from(&what)),
    ];
    let [line, _, said] = values;
    if problem.field.is_empty() {
        text.with(Key::FormProblemAt, &[line, said])
    } else {
        text.with(Key::FormProblemIn, &values)
    }
}

fn reason_words(reason: &Reason, text: &Text) -> String {
    let most = |key, max: usize| text.with(key, &[("max", Arg::from(max))]);
    let listed = |key, words: &[&str]| {
        let words = words.join(", ");
        text.with(key, &[("words", Arg::from(&words))])
    };
    match reason {
        Reason::FileTooLong => most(Key::FormProblemFileTooLong, FORM_BYTES_MAX / 1024),
        Reason::NotToml(said) => {
            let said = SafeText::new(said);
            text.with(Key::FormProblemNotToml, &[("what", Arg::from(&said))])
        }
        Reason::WrongKind(wanted) => {
            let wanted = text.get(wanted_words(*wanted));
            text.with(Key::FormProblemWrongKind, &[("wanted", Arg::from(wanted))])
        }
        Reason::OutOfRange { min, max } => {
            let values = [("min", Arg::from(*min)), ("max", Arg::from(*max))];
            text.with(Key::FormProblemOutOfRange, &values)
        }
        Reason::BadId => most(Key::FormProblemBadId, ID_CHARS_MAX),
        Reason::TextTooLong => most(Key::FormProblemTextTooLong, TEXT_CHARS_MAX),
        Reason::TooManyItems => most(Key::FormProblemTooManyItems, ITEMS_MAX),
        Reason::TooManyOptions => most(Key::FormProblemTooManyOptions, OPTIONS_MAX),
        Reason::BadScale => most(Key::FormProblemBadScale, OPTIONS_MAX),
        Reason::NotOneOf(words) => listed(Key::FormProblemNotOneOf, words),
        Reason::MeaningKind(words) => listed(Key::FormProblemMeaningKind, words),
        Reason::MeaningOptions(words) => listed(Key::FormProblemMeaningOptions, words),
        Reason::NoMeaning(meaning) => listed(Key::FormProblemNoMeaning, &[meaning.word()]),
        plain => text.get(plain_words(plain)).to_owned(),
    }
}

/// The words of a reason that needs no value; those of the others without theirs.
const fn plain_words(reason: &Reason) -> Key {
    match reason {
        Reason::FileTooLong => Key::FormProblemFileTooLong,
        Reason::NotText => Key::FormProblemNotText,
        Reason::NotToml(_) => Key::FormProblemNotToml,
        Reason::FileName => Key::FormProblemFileName,
        Reason::UnknownKey => Key::FormProblemUnknownKey,
        Reason::Missing => Key::FormProblemMissing,
        Reason::WrongKind(_) => Key::FormProblemWrongKind,
        Reason::BadId => Key::FormProblemBadId,
        Reason::Twice => Key::FormProblemTwice,
        Reason::OutOfRange { .. } => Key::FormProblemOutOfRange,
        Reason::NotOneOf(_) => Key::FormProblemNotOneOf,
        Reason::Empty => Key::FormProblemEmpty,
        Reason::TextTooLong => Key::FormProblemTextTooLong,
        Reason::ControlCharacter => Key::FormProblemControl,
        Reason::TooManyItems => Key::FormProblemTooManyItems,
        Reason::TooManyOptions => Key::FormProblemTooManyOptions,
        Reason::TooFewOptions => Key::FormProblemTooFewOptions,
        Reason::NotForKind => Key::FormProblemNotForKind,
        Reason::OptionsAndScale => Key::FormProblemOptionsAndScale,
        Reason::BadScale => Key::FormProblemBadScale,
        Reason::PointsWithoutGroup => Key::FormProblemPointsWithoutGroup,
        Reason::GroupWithoutPoints => Key::FormProblemGroupWithoutPoints,
        Reason::OneTest => Key::FormProblemOneTest,
        Reason::NoSuchItem => Key::FormProblemNoSuchItem,
        Reason::LooksAhead => Key::FormProblemLooksAhead,
        Reason::OtherPersons => Key::FormProblemOtherPersons,
        Reason::OpenItem => Key::FormProblemOpenItem,
        Reason::NoSuchOption => Key::FormProblemNoSuchOption,
        Reason::MeaningTwice => Key::FormProblemMeaningTwice,
        Reason::MeaningKind(_) => Key::FormProblemMeaningKind,
        Reason::MeaningOptions(_) => Key::FormProblemMeaningOptions,
        Reason::MeaningPerPerson => Key::FormProblemMeaningPerPerson,
        Reason::NoMeaning(_) => Key::FormProblemNoMeaning,
        Reason::NoSuchGroup => Key::FormProblemNoSuchGroup,
        Reason::NeverReached => Key::FormProblemNeverReached,
    }
}

const fn wanted_words(wanted: Wanted) -> Key {
    match wanted {
        Wanted::Text => Key::FormWantedText,
        Wanted::Number => Key::FormWantedNumber,
        Wanted::Flag => Key::FormWantedFlag,
        Wanted::List => Key::FormWantedList,
        Wanted::Table => Key::FormWantedTable,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

    use super::*;
    use crate::form::{Meaning, Use};
    use crate::text::Lang;
    use std::fs;

    const OURS: &str = include_str!("../../tests/house/data/forms/our-check@1.toml");

    fn data_with(files: &[(&str, &str)]) -> tempfile::TempDir {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join(FOLDER);
        fs::create_dir(&folder).unwrap();
        for (name, text) in files {
            fs::write(folder.join(name), text).unwrap();
        }
        data
    }

    #[test]
    fn a_form_of_the_team_is_used_beside_those_of_the_program() {
        let data = data_with(&[("our-check@1.toml", OURS), ("readme.txt", "not a form")]);
        let (library, left_out) = at_hand(Some(data.path()));
        assert_eq!(left_out, []);
        let ours = library.newest("our-check").unwrap();
        assert!(library.is_own(&ours.name));
        assert_eq!(library.of_use(Use::Own).len(), 1);
        assert_eq!(library.all().len(), 1 + Library::published().all().len());
    }

    #[test]
    fn a_bad_form_is_left_out_and_told_and_the_good_ones_are_used() {
        let taken = OURS.replace("our-check", "risk-assessment");
        let work = OURS.replace("our-check", "own-work").replace("\"own\"", "\"work\"");
        let data = data_with(&[
            ("our-check@1.toml", OURS),
            ("broken@1.toml", "id = 4\nthis is no form"),
            ("own-work@1.toml", &work),
            ("risk-assessment@1.toml", &taken),
        ]);
        fs::create_dir(data.path().join(FOLDER).join("folder@1.toml")).unwrap();
        let (library, left_out) = at_hand(Some(data.path()));
        assert!(library.newest("our-check").is_some());
        assert_eq!(library.all().len(), 1 + Library::published().all().len());
        let told: Vec<Key> = left_out.iter().map(|why| why.words().0).collect();
        assert_eq!(
            told,
            [
                Key::FormLeftOutRefused,
                Key::FormLeftOutUnreadable,
                Key::FormLeftOutWork,
                Key::FormLeftOutPublishedId,
            ]
        );
        let (_, values) = left_out[0].words();
        assert_eq!(values[0], ("file", "broken@1.toml".to_owned()));
    }

    #[test]
    fn without_a_folder_there_are_the_forms_of_the_program() {
        let data = tempfile::tempdir().unwrap();
        for place in [None, Some(data.path())] {
            assert_eq!(at_hand(place), (Library::published(), Vec::new()));
        }
    }

    #[test]
    fn every_reason_says_its_line_its_field_and_its_values() {
        let reasons = [
            Reason::FileTooLong,
            Reason::NotToml("\u{1b}[31mred".to_owned()),
            Reason::WrongKind(Wanted::Table),
            Reason::OutOfRange { min: 1, max: 9 },
            Reason::NotOneOf(&["one", "two"]),
            Reason::NoMeaning(Meaning::Risk),
            Reason::BadScale,
            Reason::Missing,
        ];
        for lang in Lang::ALL {
            let text = Text::new(lang);
            for what in reasons.clone() {
                let problem = Problem { line: 12, field: "section[1].nl".to_owned(), what };
                let said = problem_words(&problem, &text);
                assert!(said.contains("12") && said.contains("section[1].nl"), "{said}");
                // A value that was not given would stand between braces.
                assert!(!said.contains(['{', '\u{1b}']), "{said}");
            }
        }
    }
}
