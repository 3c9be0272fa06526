//! Code lists: what the registrations and the national message standard call things.
//!
//! The lists are dated data (`assets/policy/codes.toml`) with their labels in both languages; a
//! code keeps its meaning for ever, so a later version adds codes or ends them. Deliberately
//! absent: rules about codes (which goes with which), which live in the domain.

use super::Lang;
use serde::Deserialize;
use std::sync::OnceLock;

const SOURCE: &str = include_str!("../../assets/policy/codes.toml");

/// A list of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeList {
    /// Why someone contacts us (NL: aanleiding).
    Reason,
    /// The nature of the abuse (NL: aard).
    Nature,
    /// In what capacity someone reports (NL: hoedanigheid).
    Capacity,
    /// A person's role in a report (NL: jeugdzorgrol, JZR).
    Role,
    /// What comes after triage (NL: vervolg na melding).
    FollowUp,
    /// The outcome of an investigation (NL: uitkomst onderzoek).
    InvestigationOutcome,
    /// What comes after an investigation (NL: vervolg onderzoek).
    InvestigationFollowUp,
    /// Generic report: how someone is involved (NL: betrokkenheidRelatie).
    GenericRelation,
    /// Generic report: capacity of the main person (NL: hoedanigheid).
    GenericCapacity,
    /// Generic report: area of life (NL: leefgebied).
    LifeArea,
    /// Generic report: kind of address (NL: soortadres).
    AddressKind,
}

impl CodeList {
    /// Every list.
    pub const ALL: [Self; 11] = [
        Self::Reason,
        Self::Nature,
        Self::Capacity,
        Self::Role,
        Self::FollowUp,
        Self::InvestigationOutcome,
        Self::InvestigationFollowUp,
        Self::GenericRelation,
        Self::GenericCapacity,
        Self::LifeArea,
        Self::AddressKind,
    ];

    /// The name in the policy file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::Nature => "nature",
            Self::Capacity => "capacity",
            Self::Role => "role",
            Self::FollowUp => "follow-up",
            Self::InvestigationOutcome => "investigation-outcome",
            Self::InvestigationFollowUp => "investigation-follow-up",
            Self::GenericRelation => "generic-relation",
            Self::GenericCapacity => "generic-capacity",
            Self::LifeArea => "life-area",
            Self::AddressKind => "address-kind",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u32,
    list: Vec<List>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    name: String,
    version: String,
    /// How many digits the code has outside the program.
    digits: usize,
    codes: Vec<Code>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Code {
    code: u16,
    nl: String,
    en: String,
    /// The exact text in the messages of the national standard, where it has one.
    corv: Option<String>,
}

/// Read once; never changes while the program runs.
fn file() -> &'static File {
    static FILE: OnceLock<File> = OnceLock::new();
    FILE.get_or_init(|| {
        // The file is part of the program and a test reads it: an empty set is never seen.
        toml::from_str(SOURCE).unwrap_or(File { format: 0, list: Vec::new() })
    })
}

fn list(list: CodeList) -> Option<&'static List> {
    debug_assert_eq!(file().format, 1, "codes.toml is read as its only format");
    file().list.iter().find(|found| found.name == list.name())
}

fn find(in_list: CodeList, code: u16) -> Option<&'static Code> {
    list(in_list)?.codes.iter().find(|found| found.code == code)
}

/// What a code means, in words; `None` for a code that is not on the list.
#[must_use]
pub fn label(lang: Lang, list: CodeList, code: u16) -> Option<&'static str> {
    let found = find(list, code)?;
    Some(match lang {
        Lang::Nl => &found.nl,
        Lang::En => &found.en,
    })
}

/// Every code of a list with its words, in the order of the list.
pub fn all(lang: Lang, list_asked: CodeList) -> impl Iterator<Item = (u16, &'static str)> {
    list(list_asked).into_iter().flat_map(|list| &list.codes).map(move |code| {
        let words = match lang {
            Lang::Nl => &code.nl,
            Lang::En => &code.en,
        };
        (code.code, words.as_str())
    })
}

/// The code for a text of the national standard (exact, as its schema asks), or for the digits of
/// a code.
#[must_use]
pub fn from_corv(list_asked: CodeList, text: &str) -> Option<u16> {
    let list = list(list_asked)?;
    let by_text = list.codes.iter().find(|code| code.corv.as_deref() == Some(text));
    let by_digits = || {
        let exact = text.len() == list.digits && text.bytes().all(|b| b.is_ascii_digit());
        let number: u16 = exact.then(|| text.parse().ok()).flatten()?;
        list.codes.iter().find(|code| code.code == number)
    };
    by_text.or_else(by_digits).map(|code| code.code)
}

/// The exact text of the national standard for a code; for lists without texts, its digits.
#[must_use]
pub fn corv_text(list_asked: CodeList, code: u16) -> Option<String> {
    let found = find(list_asked, code)?;
    found.corv.clone().or_else(|| digits(list_asked, code))
}

/// A code with its leading zeros, as the registrations write it: `06`, `115`, `003`.
#[must_use]
pub fn digits(list_asked: CodeList, code: u16) -> Option<String> {
    let width = list(list_asked)?.digits;
    Some(format!("{code:0width$}"))
}

/// Which version of a list this is, to be remembered beside a decision.
#[must_use]
pub fn version(list_asked: CodeList) -> &'static str {
    list(list_asked).map_or("", |list| &list.version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The role texts of the standard's schema, each with its code.
    const ROLES: [(&str, u16); 23] = [
        ("broer of zus", 121),
        ("contactpersoon", 393),
        ("grootouder", 125),
        ("halfbroer of -zus", 122),
        ("hulpverlener", 411),
        ("informant", 392),
        ("jeugdige", 301),
        ("kind", 115),
        ("melder", 391),
        ("onderwijsgevende", 413),
        ("opvoeder/verzorger", 213),
        ("ouder met gezag", 112),
        ("ouder zonder gezag", 113),
        ("ouder, gezag niet benoemd", 111),
        ("ouder, niet juridisch", 114),
        ("overige professional", 491),
        ("overige verwant", 139),
        ("pleegbroer of -zus", 222),
        ("pleegouder", 211),
        ("stiefbroer of -zus", 221),
        ("stiefouder", 212),
        ("verpleegkundige, arts of medisch specialist", 412),
        ("voogd", 191),
    ];

    #[test]
    fn the_file_is_read_and_every_list_is_complete() {
        assert_eq!(toml::from_str::<File>(SOURCE).map(|f| f.format).ok(), Some(1));
        let counts = [9, 11, 29, 23, 4, 8, 11, 43, 5, 12, 22];
        for (list, count) in CodeList::ALL.into_iter().zip(counts) {
            assert_eq!(all(Lang::Nl, list).count(), count, "{}", list.name());
            assert_eq!(version(list).len(), "2015-01-01".len(), "{}", list.name());
        }
        assert_eq!(file().list.len(), CodeList::ALL.len());
    }

    #[test]
    fn a_code_and_its_words_are_unique_within_a_list() {
        for list in CodeList::ALL {
            let codes: BTreeSet<u16> = all(Lang::Nl, list).map(|(code, _)| code).collect();
            assert_eq!(codes.len(), all(Lang::Nl, list).count(), "{}", list.name());
            for lang in Lang::ALL {
                let words: BTreeSet<&str> = all(lang, list).map(|(_, words)| words).collect();
                assert_eq!(words.len(), codes.len(), "{} {}", list.name(), lang.code());
                assert!(words.iter().all(|words| !words.trim().is_empty()));
            }
        }
    }

    #[test]
    fn every_role_text_of_the_standard_goes_in_and_out_unchanged() {
        for (text, code) in ROLES {
            assert_eq!(from_corv(CodeList::Role, text), Some(code), "{text}");
            assert_eq!(corv_text(CodeList::Role, code).as_deref(), Some(text));
        }
        for text in ["moeder", "Kind", " kind", "", "999", "0115"] {
            assert_eq!(from_corv(CodeList::Role, text), None, "{text}");
        }
    }

    #[test]
    fn codes_of_the_generic_report_keep_their_digits() {
        assert_eq!(from_corv(CodeList::GenericRelation, "027"), Some(27));
        assert_eq!(from_corv(CodeList::GenericRelation, "27"), None);
        assert_eq!(corv_text(CodeList::GenericRelation, 27).as_deref(), Some("027"));
        assert_eq!(label(Lang::Nl, CodeList::GenericRelation, 27), Some("ouder"));
        assert_eq!(digits(CodeList::Reason, 6).as_deref(), Some("06"));
        assert_eq!(label(Lang::En, CodeList::Reason, 10), None);
    }
}
