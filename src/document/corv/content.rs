//! One content, one hash: equal for two spellings of one message.
//!
//! What does not count: prefixes, attribute order, comments, CDATA, spaces between elements and at
//! the ends of a value, the encoding, the envelope, the spelling of nil, schema locations.
//! Deliberately absent: knowledge of the schema.

use crate::document::xml::{Element, Space};
use sha2::{Digest, Sha256};

/// SHA-256 over the content of a message.
#[must_use]
pub fn content_hash(root: &Element) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(b"beschermd message content 1");
    feed(&mut hasher, root);
    hasher.finalize().into()
}

fn feed(hasher: &mut Sha256, element: &Element) {
    name(hasher, b'<', &element.space, &element.name);
    let mut attributes: Vec<_> = element.attributes.iter().collect();
    attributes.sort();
    for attribute in attributes {
        let value = match (&attribute.space, &*attribute.name) {
            (Space::Xsi, "nil") if matches!(attribute.value.trim(), "true" | "1") => "true",
            (Space::Xsi, _) => continue,
            _ => attribute.value.trim(),
        };
        name(hasher, b'@', &attribute.space, &attribute.name);
        text(hasher, value);
    }
    text(hasher, element.text.trim());
    for child in &element.children {
        feed(hasher, child);
    }
    hasher.update(b">");
}

fn name(hasher: &mut Sha256, kind: u8, space: &Space, local: &str) {
    hasher.update([kind]);
    match space {
        Space::Other(uri) => text(hasher, uri),
        known => text(hasher, known.prefix()),
    }
    text(hasher, local);
}

fn text(hasher: &mut Sha256, value: &str) {
    // With its length in front, no two contents can run into each other.
    hasher.update(u64::try_from(value.len()).unwrap_or(u64::MAX).to_le_bytes());
    hasher.update(value.as_bytes());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::document::xml::parse;

    fn hash(xml: &str) -> [u8; 32] {
        content_hash(&parse(xml).unwrap())
    }

    #[test]
    fn spelling_does_not_count_and_content_does() {
        let plain = hash(r#"<a:m xmlns:a="u" p="1" q="2"><a:n>x &amp; y</a:n></a:m>"#);
        for same in [
            "<m xmlns='u' q='2' p='1'>\n  <n>x <![CDATA[&]]> y<!-- note --></n>\n</m>",
            "<b:m xmlns:b='u' p='1' q='2'><b:n>x &#38; y</b:n></b:m>",
        ] {
            assert_eq!(plain, hash(same), "{same}");
        }
        for other in [
            "<m xmlns='u' p='1' q='2'><n>x &amp; z</n></m>",
            "<m xmlns='v' p='1' q='2'><n>x &amp; y</n></m>",
            "<m xmlns='u' p='1' q='2'><n>x &amp; y</n><n/></m>",
            "<m xmlns='u' p='1'><n>x &amp; y</n></m>",
        ] {
            assert_ne!(plain, hash(other), "{other}");
        }
    }
}
