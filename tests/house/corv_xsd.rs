//! Our structural check against the published XML schemas: over thousands of damaged samples the
//! verdict must be the one `xmllint` gives. Runs where the schemas are: `BESCHERMD_CORV_SCHEMAS`
//! names the folder that holds `vt/` and `gm/`; else it has nothing to compare with and passes.

use beschermd::document::corv::check::check;
use beschermd::document::xml::{Attribute, Element, Space, parse};
use beschermd::shell::synth::{Chance, corv_message};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

const REPORTS: [(&str, &str); 9] = [
    ("vt", include_str!("../data/corv/s01_vtMelding_politie_1_kind.xml")),
    ("vt", include_str!("../data/corv/s02_vtMelding_politie_4_kinderen.xml")),
    ("vt", include_str!("../data/corv/s03_vtMelding_arts_ongeboren_kind.xml")),
    ("vt", include_str!("../data/corv/s04_vtMelding_school_bsn_onbekend.xml")),
    ("vt", include_str!("../data/corv/s05_vtMelding_politie_6000_tekens.xml")),
    ("vt", include_str!("../data/corv/s06_vtMelding_huisarts_tussenvoegsels.xml")),
    ("vt", include_str!("../data/corv/s07_vtMelding_politie_sash_hoog.xml")),
    ("vt", include_str!("../data/corv/s08_vtMelding_minimaal_nil.xml")),
    ("gm", include_str!("../data/corv/s11_meldingGeneriek.xml")),
];

const SCHEMAS: [(&str, &str); 2] = [
    ("vt", "vt/jz0100_msg_vtberichten_resolved2025.xsd"),
    ("gm", "gm/jz0100_msg_gmberichten_resolved2025.xsd"),
];

/// Values put in place of every value: wrong ones, odd ones, and some that are right somewhere.
const VALUES: [&str; 24] = [
    "",
    " ",
    "Ja",
    "Nee",
    "J",
    "N",
    "jeugdige",
    "moeder",
    "hoog",
    "20260230",
    " 20260230 ",
    "0",
    "-5",
    "+5",
    "99999",
    "100000",
    "8099ZX",
    "8099zx",
    "12345678",
    "123456789012",
    "000020181401",
    "20181401.0",
    "2018.5",
    "e-mail",
];

/// Every way in which one place of a message is damaged.
const DAMAGES: usize = 12;

#[test]
fn our_verdict_on_damaged_messages_is_the_schemas() {
    let Some(folder) = std::env::var_os("BESCHERMD_CORV_SCHEMAS") else { return };
    let work = tempfile::tempdir().unwrap();
    for (set, schema) in SCHEMAS {
        let schema = Path::new(&folder).join(schema);
        let mut cases = Vec::new();
        for (_, text) in REPORTS.iter().filter(|(of, _)| *of == set) {
            variants(&parse(text).unwrap(), &mut cases);
        }
        // Samples repeat themselves; one case of a kind and place is enough.
        let mut seen = std::collections::HashSet::new();
        cases.retain(|(what, _)| seen.insert(what.clone()));
        assert!(cases.len() > 500, "{} cases", cases.len());
        let mut wrong = Vec::new();
        for chunk in cases.chunks(4000) {
            wrong.extend(compare(chunk, &schema, work.path()));
        }
        assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    }
}

#[test]
fn invented_messages_are_valid_and_are_read() {
    let at = beschermd::domain::time::Moment(1_791_900_000_000);
    let messages: Vec<(String, String)> = (0..200)
        .map(|seed| {
            let text = corv_message(&mut Chance::new(seed), at);
            assert!(beschermd::document::recognise::read(text.as_bytes()).is_ok(), "seed {seed}");
            (format!("seed {seed}"), text)
        })
        .collect();
    let Some(folder) = std::env::var_os("BESCHERMD_CORV_SCHEMAS") else { return };
    let work = tempfile::tempdir().unwrap();
    let (_, schema) = SCHEMAS[0];
    let wrong = compare(&messages, &Path::new(&folder).join(schema), work.path());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn compare(cases: &[(String, String)], schema: &Path, work: &Path) -> Vec<String> {
    let paths: Vec<_> = (0..cases.len()).map(|n| work.join(format!("{n}.xml"))).collect();
    for ((_, xml), path) in cases.iter().zip(&paths) {
        std::fs::write(path, xml).unwrap();
    }
    let output = Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .arg(schema)
        .args(&paths)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let valid: std::collections::HashSet<&str> =
        said.lines().filter_map(|line| line.strip_suffix(" validates")).collect();
    let mut wrong = Vec::new();
    for ((what, xml), path) in cases.iter().zip(&paths) {
        let ours = check(&parse(xml).unwrap());
        let theirs = valid.contains(&*path.to_string_lossy());
        if ours.is_ok() != theirs {
            let name = format!("{}:", path.display());
            let error = said.lines().find(|line| line.starts_with(&name)).unwrap_or("valid");
            let error = error.strip_prefix(&*work.to_string_lossy()).unwrap_or(error);
            wrong.push(format!("{what}: ours {ours:?}; theirs {error}"));
        }
    }
    wrong
}

/// Damages a message in every place in every way, once each.
fn variants(root: &Element, cases: &mut Vec<(String, String)>) {
    cases.push(("as it is".into(), write(root)));
    let mut places = Vec::new();
    collect(root, &mut Vec::new(), &mut places);
    for place in places {
        for damage in 0..DAMAGES + VALUES.len() {
            let mut copy = root.clone();
            if let Some(what) = apply(&mut copy, &place, damage) {
                cases.push((what, write(&copy)));
            }
        }
    }
}

fn collect(element: &Element, path: &mut Vec<usize>, places: &mut Vec<Vec<usize>>) {
    for (at, child) in element.children.iter().enumerate() {
        path.push(at);
        places.push(path.clone());
        collect(child, path, places);
        path.pop();
    }
}

fn apply(root: &mut Element, place: &[usize], damage: usize) -> Option<String> {
    let (at, above) = place.split_last()?;
    let mut parent = root;
    let mut name = String::new();
    for step in above {
        parent = parent.children.get_mut(*step)?;
        name = format!("{name}{}/", parent.label());
    }
    name.push_str(&parent.children.get(*at)?.label());
    let what = if damage < 4 {
        order(&mut parent.children, *at, damage)?
    } else if damage < DAMAGES {
        inside(parent.children.get_mut(*at)?, damage)?
    } else {
        let child = parent.children.get_mut(*at)?;
        child.children.is_empty().then_some(())?;
        let value = VALUES.get(damage - DAMAGES)?;
        child.text = (*value).into();
        child.attributes.retain(|a| a.space != Space::Xsi);
        return Some(format!("{name} with value {value:?}"));
    };
    Some(format!("{name} {what}"))
}

fn order(children: &mut Vec<Element>, at: usize, damage: usize) -> Option<&'static str> {
    Some(match damage {
        0 => {
            children.remove(at);
            "without"
        }
        1 => {
            let copy = children.get(at)?.clone();
            children.insert(at, copy);
            "twice"
        }
        2 => {
            children.get_mut(at)?.name = "anders".into();
            "renamed"
        }
        _ => {
            (at + 1 < children.len()).then(|| children.swap(at, at + 1))?;
            "after its neighbour"
        }
    })
}

fn inside(child: &mut Element, damage: usize) -> Option<&'static str> {
    let attribute = |space, name: &str, value: &str| Attribute {
        space,
        name: name.into(),
        value: value.into(),
    };
    let nil = attribute(Space::Xsi, "nil", "1");
    Some(match damage {
        4 | 5 => {
            child.children.clear();
            child.text.clear();
            child.attributes.push(nil);
            let space = if damage == 4 { Space::Stuf } else { Space::None };
            child.attributes.push(attribute(space, "noValue", "geenWaarde"));
            if damage == 4 { "nil with StUF:noValue" } else { "nil with noValue" }
        }
        6 => {
            child.attributes.push(nil);
            "nil and filled"
        }
        7 => {
            (!child.attributes.is_empty()).then(|| child.attributes.clear())?;
            "without attributes"
        }
        8 => {
            child.space = Space::Zkn;
            "in another namespace"
        }
        9 => {
            child.attributes.push(attribute(Space::Stuf, "indOnvolledigeDatum", "M"));
            "with a date's attribute"
        }
        10 => {
            (!child.children.is_empty()).then(|| child.text.push('x'))?;
            "with text between elements"
        }
        _ => {
            child.attributes.push(attribute(Space::Xsi, "nil", "false"));
            "not nil, and says so"
        }
    })
}

fn write(root: &Element) -> String {
    let mut out = String::new();
    element(root, true, &mut out);
    out
}

fn element(element_: &Element, root: bool, out: &mut String) {
    let label = element_.label();
    write!(out, "<{label}").unwrap();
    if root {
        for (prefix, uri) in [
            ("JZ", "http://www.stufstandaarden.nl/koppelvlak/jz0100"),
            ("StUF", "http://www.egem.nl/StUF/StUF0301"),
            ("BG", "http://www.egem.nl/StUF/sector/bg/0310"),
            ("ZKN", "http://www.egem.nl/StUF/sector/zkn/0310"),
            ("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ] {
            write!(out, " xmlns:{prefix}='{uri}'").unwrap();
        }
    }
    let mut seen = Vec::new();
    for attribute in &element_.attributes {
        let prefix = attribute.space.prefix();
        let name = if prefix.is_empty() {
            attribute.name.to_string()
        } else {
            format!("{prefix}:{}", attribute.name)
        };
        if !seen.contains(&name) {
            write!(out, " {name}='{}'", escape(&attribute.value)).unwrap();
            seen.push(name);
        }
    }
    out.push('>');
    // What stood between elements was only white space; what was put there is shown.
    if element_.children.is_empty() || !element_.text.trim().is_empty() {
        out.push_str(&escape(&element_.text));
    }
    for child in &element_.children {
        element(child, false, out);
    }
    write!(out, "</{label}>").unwrap();
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&apos;")
}
