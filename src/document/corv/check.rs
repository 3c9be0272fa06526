//! Whether a message keeps to the structure of the standard, as strictly as its XML schema.
//!
//! The first thing that is wrong is named by its place. The schema's content models are
//! deterministic, so one look at the next element decides. Deliberately absent: what a value means
//! (an impossible date keeps to the schema), and `xsi:type`, which is passed over: the declared
//! type holds.

use super::schema::{AttributeRule, ElementRule, Particle, SCHEMA, Schema, Type, TypeRef, What};
use crate::document::refusal::{Kind, Refusal, plain_name};
use crate::document::xml::{Attribute, Element, Space};

/// Checks a message from its root.
///
/// # Errors
/// The first fault, with its place.
pub fn check(root: &Element) -> Result<(), Refusal> {
    let schema = &*SCHEMA;
    let rule = schema.messages.iter().find(|rule| rule.name.names(root));
    let rule = rule.ok_or(Kind::NotAReport)?;
    let mut checker = Checker { schema, path: Vec::new() };
    checker.element(root, rule)
}

/// Whether an element is marked as having no value.
#[must_use]
pub fn is_nil(element: &Element) -> bool {
    let nil = element.attribute(&Space::Xsi, "nil");
    nil.is_some_and(|value| matches!(value.trim(), "true" | "1"))
}

struct Checker<'a> {
    schema: &'a Schema,
    path: Vec<&'a Element>,
}

impl<'a> Checker<'a> {
    fn refuse(&self, kind: Kind, last: &str, line: u32) -> Refusal {
        let labels = self.path.iter().map(|element| element.label());
        let last = (!last.is_empty()).then(|| last.to_owned());
        Refusal::at(kind, labels.chain(last).collect::<Vec<_>>().join("/"), line)
    }

    fn element(&mut self, element: &'a Element, rule: &'a ElementRule) -> Result<(), Refusal> {
        self.path.push(element);
        let kind = match rule.kind {
            TypeRef::Simple(_) => None,
            TypeRef::Complex(index) => self.schema.types.get(index),
        };
        self.attributes(element, kind.map_or(&[], |found| &found.attributes))?;
        if element.attribute(&Space::Xsi, "nil").is_some() && !rule.nillable {
            return Err(self.refuse(Kind::NilUnexpected, "", element.line));
        }
        if is_nil(element) {
            if !element.children.is_empty() || !element.text.is_empty() {
                return Err(self.refuse(Kind::NilUnexpected, "", element.line));
            }
        } else {
            match (rule.kind, kind) {
                (TypeRef::Simple(index), _) => self.value(element, index)?,
                (_, Some(Type { text: Some(index), .. })) => self.value(element, *index)?,
                (_, Some(kind)) => self.elements(element, kind.content.as_ref())?,
                (_, None) => return Err(self.refuse(Kind::NotAReport, "", element.line)),
            }
        }
        self.path.pop();
        Ok(())
    }

    fn attributes(&self, element: &Element, rules: &[AttributeRule]) -> Result<(), Refusal> {
        for attribute in &element.attributes {
            let last = format!("@{}", attribute_label(attribute));
            if attribute.space == Space::Xsi {
                let fine = match &*attribute.name {
                    "nil" => matches!(attribute.value.trim(), "true" | "false" | "1" | "0"),
                    "type" | "schemaLocation" | "noNamespaceSchemaLocation" => true,
                    _ => return Err(self.refuse(Kind::AttributeUnexpected, &last, element.line)),
                };
                if !fine {
                    return Err(self.refuse(Kind::ValueUnknown, &last, element.line));
                }
                continue;
            }
            let same = |rule: &&AttributeRule| {
                rule.name.space == attribute.space && *rule.name.local == *attribute.name
            };
            let Some(rule) = rules.iter().find(same) else {
                return Err(self.refuse(Kind::AttributeUnexpected, &last, element.line));
            };
            let simple = self.schema.simples.get(rule.simple);
            let fault = simple.and_then(|simple| simple.fault(&attribute.value));
            let other = rule.fixed.as_ref().is_some_and(|fixed| **fixed != *attribute.value);
            if let Some(kind) = fault.or(other.then_some(Kind::ValueUnknown)) {
                return Err(self.refuse(kind, &last, element.line));
            }
        }
        for rule in rules.iter().filter(|rule| rule.required) {
            if element.attribute(&rule.name.space, &rule.name.local).is_none() {
                let last = format!("@{}", rule.name.label());
                return Err(self.refuse(Kind::AttributeMissing, &last, element.line));
            }
        }
        Ok(())
    }

    fn value(&self, element: &Element, index: usize) -> Result<(), Refusal> {
        if let Some(child) = element.children.first() {
            return Err(self.refuse(Kind::ElementUnexpected, &child.label(), child.line));
        }
        let fault = self.schema.simples.get(index).and_then(|simple| simple.fault(&element.text));
        fault.map_or(Ok(()), |kind| Err(self.refuse(kind, "", element.line)))
    }

    fn elements(
        &mut self,
        element: &'a Element,
        content: Option<&'a Particle>,
    ) -> Result<(), Refusal> {
        let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
        // A type without any content allows no spaces either; none of ours is such a type.
        if !element.text.chars().all(blank) {
            return Err(self.refuse(Kind::TextUnexpected, "", element.line));
        }
        let mut walk = Walk { children: &element.children, at: 0, found: Vec::new() };
        let end = content.map_or(Ok(()), |particle| walk.particle(particle));
        let found = walk.found;
        let next = element.children.get(walk.at);
        match (end, next) {
            (Err(_) | Ok(()), Some(child)) if !knows(content, child) => {
                return Err(self.refuse(Kind::ElementUnexpected, &child.label(), child.line));
            }
            (Err(missing), next) => {
                let line = next.map_or(element.line, |child| child.line);
                return Err(self.refuse(Kind::ElementMissing, &missing, line));
            }
            (Ok(()), Some(child)) => {
                return Err(self.refuse(Kind::ElementUnexpected, &child.label(), child.line));
            }
            (Ok(()), None) => {}
        }
        for (child, rule) in element.children.iter().zip(found) {
            self.element(child, rule)?;
        }
        Ok(())
    }
}

fn attribute_label(attribute: &Attribute) -> String {
    let name = plain_name(&attribute.name);
    match attribute.space.prefix() {
        "" => name.to_owned(),
        prefix => format!("{prefix}:{name}"),
    }
}

fn knows(content: Option<&Particle>, child: &Element) -> bool {
    content.is_some_and(|particle| match &particle.what {
        What::Element(rule) => rule.name.names(child),
        What::Sequence(parts) | What::Choice(parts) => {
            parts.iter().any(|part| knows(Some(part), child))
        }
    })
}

/// A walk over the children of one element.
struct Walk<'a> {
    children: &'a [Element],
    at: usize,
    found: Vec<&'a ElementRule>,
}

impl<'a> Walk<'a> {
    fn next_starts(&self, particle: &Particle) -> bool {
        self.children.get(self.at).is_some_and(|child| starts(particle, child))
    }

    /// Takes what belongs to `particle`; the error is the name of what is missing.
    fn particle(&mut self, particle: &'a Particle) -> Result<(), String> {
        let mut times = 0;
        while particle.max.is_none_or(|max| times < max) {
            if !self.next_starts(particle) {
                if times >= particle.min || nothing_will_do(particle) {
                    return Ok(());
                }
                return Err(first_needed(particle));
            }
            match &particle.what {
                What::Element(rule) => {
                    self.found.push(rule);
                    self.at += 1;
                }
                What::Sequence(parts) => {
                    for part in parts {
                        self.particle(part)?;
                    }
                }
                What::Choice(parts) => {
                    let chosen = parts.iter().find(|part| self.next_starts(part));
                    if let Some(part) = chosen {
                        self.particle(part)?;
                    }
                }
            }
            times += 1;
        }
        Ok(())
    }
}

/// Whether `child` may be the first element of `particle`.
fn starts(particle: &Particle, child: &Element) -> bool {
    match &particle.what {
        What::Element(rule) => rule.name.names(child),
        What::Choice(parts) => parts.iter().any(|part| starts(part, child)),
        What::Sequence(parts) => {
            for part in parts {
                if starts(part, child) {
                    return true;
                }
                if !nothing_will_do(part) {
                    return false;
                }
            }
            false
        }
    }
}

/// Whether `particle` is satisfied by no element at all.
fn nothing_will_do(particle: &Particle) -> bool {
    particle.min == 0
        || match &particle.what {
            What::Element(_) => false,
            What::Sequence(parts) => parts.iter().all(nothing_will_do),
            What::Choice(parts) => parts.iter().any(nothing_will_do),
        }
}

fn first_needed(particle: &Particle) -> String {
    match &particle.what {
        What::Element(rule) => rule.name.label(),
        What::Sequence(parts) | What::Choice(parts) => {
            let needed = parts.iter().find(|part| !nothing_will_do(part)).or(parts.first());
            needed.map(first_needed).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::document::xml::parse;

    const S01: &str = include_str!("../../../tests/data/corv/s01_vtMelding_politie_1_kind.xml");

    fn fault(text: &str) -> Option<(Kind, String)> {
        check(&parse(text).unwrap()).err().map(|r| (r.kind, r.place))
    }

    #[test]
    fn a_missing_or_wrong_element_is_named() {
        assert_eq!(fault(S01), None);
        let cut = S01.replace("<JZ:datumMelding>20261005</JZ:datumMelding>", "");
        let place = "JZ:vtMeldingDi01/JZ:object/JZ:datumMelding";
        assert_eq!(fault(&cut), Some((Kind::ElementMissing, place.into())));
        let role = S01.replace(">jeugdige<", ">moeder<");
        let (kind, place) = fault(&role).unwrap();
        assert_eq!(kind, Kind::ValueUnknown);
        assert!(place.ends_with("/JZ:heeftBetrokken/JZ:jeugzorgrol"), "{place}");
        let added = S01.replace("<JZ:locatieIncident>", "<JZ:geheim/><JZ:locatieIncident>");
        let place = "JZ:vtMeldingDi01/JZ:object/JZ:geheim";
        assert_eq!(fault(&added), Some((Kind::ElementUnexpected, place.into())));
        let bare = S01.replace(r#"<JZ:object StUF:entiteittype="VTM">"#, "<JZ:object>");
        let place = "JZ:vtMeldingDi01/JZ:object/@StUF:entiteittype";
        assert_eq!(fault(&bare), Some((Kind::AttributeMissing, place.into())));
    }
}
