//! That every kind of problem is found, with its line, and all of them at once.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use super::Reason as R;
use super::*;
use crate::domain::sheet::ItemName;
use proptest::prelude::*;

/// A form with something of everything, and nothing wrong.
pub const GOOD: &str = r#"id = "small"
version = 2
nl = "Kleine lijst"
en = "Small form"
about = { nl = "Waarvoor", en = "What for" }
use = "own"

[[section]]
id = "now"
nl = "Nu"
en = "Now"

[[section.item]]
id = "hurt"
kind = "yes-no"
nl = "Pijn?"
en = "Hurt?"
help = { nl = "Kijk goed.", en = "Look well." }
need = "required"
evidence = true
critical = true
note = true
points = { yes = 2, no = -1 }
group = "threat"
warn = { is = ["yes"], nl = "Handel nu.", en = "Act now." }

[[section.item]]
id = "where"
kind = "choices"
nl = "Waar?"
en = "Where?"
options = [
  { id = "home", nl = "thuis", en = "home", points = 1 },
  { id = "school", nl = "school", en = "school" },
  { id = "unknown", nl = "geen informatie", en = "no information", no-information = true },
]
group = "threat"
when = { item = "hurt", is = ["yes"] }

[[section.item]]
id = "told"
kind = "line"
nl = "Verteld?"
en = "Told?"
need = "wanted"
when = { item = "where", not = ["unknown"] }

[[section]]
id = "each"
nl = "Per kind"
en = "Each child"
for = "child"

[[section.item]]
id = "how"
kind = "choice"
nl = "Hoe gaat het?"
en = "How are things?"
scale = [0, 10]
low = { nl = "slecht", en = "bad" }
high = { nl = "goed", en = "good" }
when = { item = "hurt", not = ["no"] }

[[section]]
id = "end"
nl = "Besluit"
en = "Conclusion"

[[section.item]]
id = "safe"
kind = "choice"
nl = "Veilig?"
en = "Safe?"
means = "safety"
options = [
  { id = "safe", nl = "ja", en = "yes" },
  { id = "safe-with-plan", nl = "met plan", en = "with a plan" },
  { id = "unsafe", nl = "nee", en = "no" },
]

[[propose]]
means = "safety"
option = "unsafe"
group = "threat"
at-least = 2
nl = "Er is pijn."
en = "There is hurt."

[[propose]]
means = "safety"
option = "safe-with-plan"
group = "threat"
at-least = 1
nl = "Er is iets."
en = "There is something."
"#;

fn load_small(text: &str) -> Result<Form, Vec<Problem>> {
    load("small@2.toml", text)
}

/// The good form.
pub fn good() -> Form {
    load_small(GOOD).unwrap()
}

fn bad(from: &str, to: &str) -> Vec<Problem> {
    assert_eq!(GOOD.matches(from).count(), 1, "{from:?} stands once in the form");
    load_small(&GOOD.replacen(from, to, 1)).expect_err("the form is refused")
}

#[test]
fn a_good_form_reads_as_it_is_written() {
    let form = good();
    assert_eq!((form.name.id.as_str(), form.name.version), ("small", 2));
    assert_eq!(form.used_for, Use::Own);
    let ids: Vec<&str> = form.items().map(|(_, item)| item.id.0.as_str()).collect();
    assert_eq!(ids, ["hurt", "where", "told", "how", "safe"]);
    let (section, how) = form.item(&ItemName("how".into())).unwrap();
    assert_eq!((section.of, how.scale()), (Of::Child, Some((0, 10))));
    assert_eq!(how.choice("0").unwrap().words.en, "0: bad");
    assert_eq!(how.choice("5").unwrap().words.nl, "5");
    let (_, hurt) = form.item(&ItemName("hurt".into())).unwrap();
    assert_eq!(hurt.kind, Kind::YesNo(YesNoPoints { yes: 2, no: -1, no_information: 0 }));
    assert!(hurt.evidence && hurt.critical && hurt.note && hurt.need == Need::Required);
    let (_, place) = form.item(&ItemName("where".into())).unwrap();
    assert!(place.choice("unknown").unwrap().no_information && place.scale().is_none());
    assert_eq!(form.meaning(Meaning::Safety).unwrap().id.0, "safe");
    assert_eq!(form.proposals.len(), 2);
}

#[test]
fn another_text_is_another_form() {
    let other = load_small(&GOOD.replace("Pijn?", "Zeer?")).unwrap();
    assert_ne!(good().name.hash, other.name.hash);
}

/// What is replaced, by what, in which field, and the one problem that follows.
type Row = (&'static str, &'static str, &'static str, Reason);

const HURT_POINTS: &str = "points = { yes = 2, no = -1 }";
const SAFETY: &[&str] = &["safe", "safe-with-plan", "unsafe"];

const fn out_of(min: i64, max: i64) -> Reason {
    R::OutOfRange { min, max }
}

const VALUES: &[Row] = &[
    ("id = \"small\"", "id = \"large\"", "id", R::FileName),
    ("use = \"own\"", "use = \"own\"\ncolour = 1", "colour", R::UnknownKey),
    (
        "[[propose]]\nmeans = \"safety\"\noption = \"unsafe\"",
        "[[propose]]\nmeans = \"safety\"",
        "propose[1].option",
        R::Missing,
    ),
    ("id = \"now\"\nnl = \"Nu\"", "id = \"now\"", "section[1].nl", R::Missing),
    ("version = 2", "version = \"2\"", "version", R::WrongKind(Wanted::Number)),
    ("version = 2", "version = 70000", "version", out_of(1, 65_535)),
    ("version = 2", "version = 99999999999", "version", out_of(1, 65_535)),
    ("nl = \"Nu\"", "nl = 4", "section[1].nl", R::WrongKind(Wanted::Text)),
    ("evidence = true", "evidence = 1", "section[1].item[1].evidence", R::WrongKind(Wanted::Flag)),
    (HURT_POINTS, "points = 3", "section[1].item[1].points", R::WrongKind(Wanted::Table)),
    (
        "is = [\"yes\"] }",
        "is = \"yes\" }",
        "section[1].item[2].when.is",
        R::WrongKind(Wanted::List),
    ),
    ("id = \"told\"", "id = \"Told\"", "section[1].item[3].id", R::BadId),
    ("id = \"told\"", "id = \"where\"", "section[1].item[3].id", R::Twice),
    ("id = \"each\"", "id = \"now\"", "section[2].id", R::Twice),
    ("{ id = \"school\"", "{ id = \"home\"", "section[1].item[2].options[2].id", R::Twice),
    ("use = \"own\"", "use = \"fun\"", "use", R::NotOneOf(Use::WORDS)),
    ("kind = \"line\"", "kind = \"lines\"", "section[1].item[3].kind", R::NotOneOf(Kind::WORDS)),
    ("for = \"child\"", "for = \"dog\"", "section[2].for", R::NotOneOf(Of::WORDS)),
    ("need = \"wanted\"", "need = \"very\"", "section[1].item[3].need", R::NotOneOf(Need::WORDS)),
    ("nl = \"Pijn?\"", "nl = \"  \"", "section[1].item[1].nl", R::Empty),
    ("nl = \"Pijn?\"", "nl = \"a\\nb\"", "section[1].item[1].nl", R::ControlCharacter),
    ("nl = \"Pijn?\"", "nl = \"\\u202ea\"", "section[1].item[1].nl", R::ControlCharacter),
    ("nl = \"Kijk goed.\"", "nl = \"a\\u0007\"", "section[1].item[1].help.nl", R::ControlCharacter),
    (
        HURT_POINTS,
        "points = { yes = 5000 }",
        "section[1].item[1].points.yes",
        out_of(-1_000, 1_000),
    ),
    (
        HURT_POINTS,
        "points = { maybe = 1, no = 1 }",
        "section[1].item[1].points.maybe",
        R::UnknownKey,
    ),
];

const AGREEMENTS: &[Row] = &[
    ("need = \"wanted\"", "points = { yes = 1 }", "section[1].item[3].points", R::NotForKind),
    ("need = \"wanted\"", "scale = [1, 2]", "section[1].item[3].scale", R::NotForKind),
    (
        "need = \"wanted\"",
        "warn = { is = [\"x\"], nl = \"a\", en = \"b\" }",
        "section[1].item[3].warn",
        R::NotForKind,
    ),
    (
        "scale = [0, 10]",
        "scale = [0, 10]\noptions = [{ id = \"a\", nl = \"a\", en = \"a\" }]",
        "section[2].item[1].scale",
        R::OptionsAndScale,
    ),
    ("scale = [0, 10]", "scale = [10, 0]", "section[2].item[1].scale", R::BadScale),
    ("scale = [0, 10]", "scale = [0, 100]", "section[2].item[1].scale", R::BadScale),
    ("scale = [0, 10]", "scale = [0, 5, 10]", "section[2].item[1].scale", R::BadScale),
    ("group = \"threat\"\nwarn", "warn", "section[1].item[1].points", R::PointsWithoutGroup),
    (", points = 1 }", " }", "section[1].item[2].group", R::GroupWithoutPoints),
    ("item = \"hurt\", is = [\"yes\"]", "item = \"hurt\"", "section[1].item[2].when", R::OneTest),
    (
        "item = \"hurt\", is = [\"yes\"]",
        "item = \"hurt\", is = [\"yes\"], not = [\"no\"]",
        "section[1].item[2].when",
        R::OneTest,
    ),
    (
        "item = \"hurt\", is = [\"yes\"]",
        "item = \"hurt\", is = []",
        "section[1].item[2].when.is",
        R::Empty,
    ),
    (
        "item = \"hurt\", is = [\"yes\"]",
        "item = \"hurt\", is = [\"yes\", \"yes\"]",
        "section[1].item[2].when.is",
        R::Twice,
    ),
    (
        "item = \"hurt\", is = [\"yes\"]",
        "item = \"hurt\", is = [\"yse\"]",
        "section[1].item[2].when.is",
        R::NoSuchOption,
    ),
    (
        "item = \"hurt\", is = [\"yes\"]",
        "item = \"hart\", is = [\"yes\"]",
        "section[1].item[2].when.item",
        R::NoSuchItem,
    ),
    (
        "item = \"hurt\", is = [\"yes\"]",
        "item = \"safe\", is = [\"unsafe\"]",
        "section[1].item[2].when.item",
        R::LooksAhead,
    ),
    (
        "item = \"hurt\", is = [\"yes\"]",
        "item = \"where\", is = [\"home\"]",
        "section[1].item[2].when.item",
        R::LooksAhead,
    ),
    (
        "item = \"hurt\", not = [\"no\"]",
        "item = \"told\", not = [\"no\"]",
        "section[2].item[1].when.item",
        R::OpenItem,
    ),
    (
        "warn = { is = [\"yes\"]",
        "warn = { is = [\"ja\"]",
        "section[1].item[1].warn.is",
        R::NoSuchOption,
    ),
    (
        "means = \"safety\"\noptions",
        "means = \"safety\"\nwhen = { item = \"how\", is = [\"3\"] }\noptions",
        "section[3].item[1].when.item",
        R::OtherPersons,
    ),
    (
        "need = \"wanted\"",
        "means = \"valid-until\"",
        "section[1].item[3].means",
        R::MeaningKind(&["date"]),
    ),
    (
        "{ id = \"unsafe\"",
        "{ id = \"not-safe\"",
        "section[3].item[1].options",
        R::MeaningOptions(SAFETY),
    ),
    ("at-least = 2", "at-least = 1", "propose[2].at-least", R::NeverReached),
    ("option = \"unsafe\"", "option = \"danger\"", "propose[1].option", R::NoSuchOption),
    (
        "option = \"unsafe\"\ngroup = \"threat\"",
        "option = \"unsafe\"\ngroup = \"thread\"",
        "propose[1].group",
        R::NoSuchGroup,
    ),
    (
        "[[propose]]\nmeans = \"safety\"\noption = \"unsafe\"",
        "[[propose]]\nmeans = \"risk\"\noption = \"high\"",
        "propose[1].means",
        R::NoMeaning(Meaning::Risk),
    ),
    (
        "[[propose]]\nmeans = \"safety\"\noption = \"unsafe\"",
        "[[propose]]\nmeans = \"reasons\"\noption = \"high\"",
        "propose[1].means",
        R::NotOneOf(&["safety", "risk"]),
    ),
    (
        "for = \"child\"",
        "for = \"child\"\nitem = []\n[[section]]\nid = \"more\"\nnl = \"M\"\nen = \"M\"",
        "section[2].item",
        R::Empty,
    ),
];

#[test]
fn each_kind_of_problem_is_found_where_it_is_and_told_once() {
    for &(from, to, field, ref what) in VALUES.iter().chain(AGREEMENTS) {
        let problems = bad(from, to);
        let line = 1 + GOOD.find(from).map_or(0, |at| GOOD[..at].matches('\n').count());
        let [problem] = problems.as_slice() else { panic!("{to:?}: {problems:?}") };
        assert_eq!((problem.field.as_str(), &problem.what), (field, what), "{to:?}");
        let far = problem.line.abs_diff(line);
        // The meaning of a form, and a threshold that hides another, stand a little further on.
        assert!(far <= 10, "{to:?}: line {} for {line}", problem.line);
    }
}

#[test]
fn the_line_is_that_of_the_value() {
    let problems = bad("nl = \"Verteld?\"", "nl = 7");
    let line = 1 + GOOD[..GOOD.find("nl = \"Verteld?\"").unwrap()].matches('\n').count();
    assert_eq!(problems[0].line, line);
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_lines() {
    let text = GOOD
        .replace("version = 2", "version = 0")
        .replace("kind = \"line\"", "kind = \"sentence\"")
        .replace("for = \"child\"", "for = \"cat\"")
        .replace("at-least = 1", "at-least = \"one\"");
    let problems = load_small(&text).unwrap_err();
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(
        fields,
        ["version", "section[1].item[3].kind", "section[2].for", "propose[2].at-least"]
    );
    assert!(problems.is_sorted_by_key(|problem| problem.line));
}

#[test]
fn an_assessment_asks_for_a_whole_conclusion() {
    let problems = bad("use = \"own\"", "use = \"assessment\"");
    let lacking: Vec<&Reason> = problems.iter().map(|problem| &problem.what).collect();
    let wanted = [Meaning::Risk, Meaning::Reasons, Meaning::Confidence, Meaning::ValidUntil];
    assert_eq!(lacking.len(), wanted.len());
    assert!(wanted.iter().all(|meaning| lacking.contains(&&Reason::NoMeaning(*meaning))));
}

#[test]
fn a_meaning_is_given_once_and_about_the_case() {
    let end = GOOD.find("[[section]]\nid = \"end\"").unwrap();
    let first = GOOD[end..].find("[[section.item]]").unwrap() + end;
    let last = GOOD.find("[[propose]]").unwrap();
    let again = GOOD[first..last].replace("id = \"safe\"\nkind", "id = \"again\"\nkind");
    let text = format!("{}{again}{}", &GOOD[..last], &GOOD[last..]);
    let problems = load_small(&text).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].what, Reason::MeaningTwice);
    let problems = bad("id = \"end\"", "id = \"end\"\nfor = \"child\"");
    assert_eq!(problems[0].what, Reason::MeaningPerPerson);
}

#[test]
fn too_much_is_refused() {
    let long = "a".repeat(TEXT_CHARS_MAX + 1);
    assert_eq!(bad("Kijk goed.", &long)[0].what, Reason::TextTooLong);
    let option = |at: usize| format!("{{ id = \"o{at}\", nl = \"a\", en = \"a\" }},");
    let options: String = (0..=OPTIONS_MAX).map(option).collect();
    let problems = bad("  { id = \"school\"", &format!("{options}  {{ id = \"school\""));
    assert_eq!(problems[0].what, Reason::TooManyOptions);
    let one = "options = [ { id = \"a\", nl = \"a\", en = \"a\" } ]\nwhen = { item = \"hurt\", not";
    let scale =
        GOOD.find("scale = [").unwrap()..GOOD.find("when = { item = \"hurt\", not").unwrap();
    let text = GOOD.replace(&GOOD[scale], "").replace("when = { item = \"hurt\", not", one);
    assert_eq!(load_small(&text).unwrap_err()[0].what, Reason::TooFewOptions);
    let item = |at: usize| {
        format!("[[section.item]]\nid = \"i{at}\"\nkind = \"date\"\nnl = \"a\"\nen = \"a\"\n")
    };
    let items: String = (0..ITEMS_MAX).map(item).collect();
    let problems = bad("[[section]]\nid = \"each\"", &format!("{items}[[section]]\nid = \"each\""));
    assert!(problems.iter().any(|problem| problem.what == Reason::TooManyItems));
    let huge = format!("{GOOD}#{}", "a".repeat(FORM_BYTES_MAX));
    assert_eq!(load_small(&huge).unwrap_err()[0].what, Reason::FileTooLong);
}

#[test]
fn sixty_kibibytes_of_garbage_are_refused_with_a_line() {
    for piece in ["[[section", "\u{1f9f8}=\"", "\n= = =", "a.b.c.d.", "'''", "{[", "\0"] {
        let garbage = piece.repeat(60 * 1024 / piece.len());
        let problems = load_small(&garbage).unwrap_err();
        assert!((1..=PROBLEMS_MAX).contains(&problems.len()), "{piece:?}");
        assert!(problems.iter().all(|problem| problem.line >= 1));
        assert!(problems.iter().any(|problem| matches!(problem.what, Reason::NotToml(_))));
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_line() {
    let problems = load_bytes("small@2.toml", b"id = \"small\"\nnl = \"\xff\"").unwrap_err();
    let told: Vec<(usize, &Reason)> = problems.iter().map(|one| (one.line, &one.what)).collect();
    assert_eq!(told, [(2, &R::NotText)]);
    assert_eq!(load_bytes("small@2.toml", GOOD.as_bytes()).unwrap(), good());
}

#[test]
fn an_empty_file_is_told_everything_it_lacks() {
    let problems = load_small("").unwrap_err();
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["en", "id", "nl", "section", "use", "version"]);
}

/// Values that a form might have, in places where it should not.
fn value() -> impl Strategy<Value = toml::Value> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(toml::Value::Integer),
        any::<bool>().prop_map(toml::Value::Boolean),
        any::<f64>().prop_map(toml::Value::Float),
        "[a-z\\-]{0,50}".prop_map(toml::Value::String),
        any::<String>().prop_map(toml::Value::String),
        Just(toml::Value::String("yes-no".into())),
        Just(toml::Value::String("choice".into())),
        Just(toml::Value::String("hurt".into())),
    ];
    let key = prop_oneof![
        prop::sample::select(vec![
            "id", "version", "nl", "en", "about", "use", "section", "propose", "item", "kind",
            "options", "scale", "low", "high", "points", "group", "when", "warn", "is", "not",
            "means", "option", "at-least", "for", "help", "need", "evidence",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    leaf.prop_recursive(5, 200, 12, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(toml::Value::Array),
            prop::collection::btree_map(key.clone(), inner, 0..12)
                .prop_map(|map| toml::Value::Table(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let _ = load("small@2.toml", &text);
    }

    #[test]
    fn no_toml_makes_it_panic(tables in prop::collection::vec(value(), 1..8)) {
        let mut root = toml::Table::new();
        let keys = ["section", "propose", "about", "id", "use", "version", "nl", "en"];
        for (key, value) in keys.into_iter().zip(tables) {
            root.insert(key.into(), value);
        }
        let text = toml::to_string(&root).unwrap();
        let problems = load("small@2.toml", &text);
        prop_assert!(problems.is_err());
    }

    #[test]
    fn a_good_form_with_a_piece_cut_out_never_makes_it_panic(
        from in 0..GOOD.len(), length in 1..400_usize,
    ) {
        let until = GOOD.len().min(from + length);
        let text = format!("{}{}", &GOOD[..from], &GOOD[until..]);
        if let Err(problems) = load("small@2.toml", &text) {
            let lines = 1 + text.matches('\n').count();
            prop_assert!(!problems.is_empty());
            prop_assert!(problems.iter().all(|problem| (1..=lines).contains(&problem.line)));
        }
    }
}
