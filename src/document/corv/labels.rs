//! Labels of the standard's short lists, as data, and what our own lists make of them.
//!
//! Deliberately absent: translation. A label is the sender's word and is kept as such.

use crate::domain::code::Role;
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../../../assets/corv/labels.txt");

static ROWS: LazyLock<Vec<(&str, &str, &str)>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?, columns.next()?))
    };
    SOURCE.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect()
});

/// The label of a code in a list (`relation`, `question`, `area`); the code itself when unknown.
#[must_use]
pub fn label<'a>(list: &str, code: &'a str) -> &'a str {
    let found = ROWS.iter().find(|(of, known, _)| *of == list && *known == code);
    found.map_or(code, |(_, _, label)| label)
}

/// The JZR code of a role, which the standard writes as text.
#[must_use]
pub fn role_of(text: &str) -> Option<Role> {
    let found = ROWS.iter().find(|(of, _, label)| *of == "role" && *label == text);
    found.and_then(|(_, code, _)| code.parse().ok()).map(Role)
}

/// The text of a role code.
#[must_use]
pub fn role_text(role: Role) -> Option<&'static str> {
    let code = role.0.to_string();
    ROWS.iter().find(|(of, known, _)| *of == "role" && **known == code).map(|row| row.2)
}

/// The JZR role that a relation code of the generic report stands for, where there is one.
#[must_use]
pub fn role_of_relation(code: &str) -> Option<Role> {
    let role = match code {
        "003" => 121,
        "011" => 125,
        "015" => 115,
        "027" => 111,
        "038" => 213,
        "039" => 191,
        "001" | "021" | "026" | "031" | "032" | "043" => 139,
        _ => return None,
    };
    Some(Role(role))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_roles_of_the_schema_have_a_code() {
        assert_eq!(ROWS.iter().filter(|(of, _, _)| *of == "role").count(), 23);
        assert_eq!(role_of("jeugdige"), Some(Role::YOUTH));
        assert_eq!(role_of("melder"), Some(Role::REPORTER));
        assert_eq!(role_of("moeder"), None);
        assert_eq!(role_text(Role(112)), Some("ouder met gezag"));
        assert_eq!(label("relation", "027"), "Ouder");
        assert_eq!(label("relation", "999"), "999");
    }
}
