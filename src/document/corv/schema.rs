//! The structure of the standard's messages, as data read from `assets/corv/reports.schema`.
//!
//! The file is a line-by-line copy of what the published XML schemas demand; its form is explained
//! at its top. Deliberately absent: a general XML Schema processor. What the two report messages do
//! not use is not here.

use super::values::{Base, Facet, Pattern, Simple};
use crate::document::xml::{Element, Space};
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../../../assets/corv/reports.schema");

/// A qualified name of the standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Namespace.
    pub space: Space,
    /// Local name.
    pub local: String,
}

impl Name {
    fn read(text: &str) -> Option<Self> {
        let (prefix, local) = text.split_once(':').unwrap_or(("", text));
        let space = match prefix {
            "" => Space::None,
            "JZ" => Space::Jz,
            "StUF" => Space::Stuf,
            "BG" => Space::Bg,
            "ZKN" => Space::Zkn,
            _ => return None,
        };
        Some(Self { space, local: local.to_owned() })
    }

    /// Whether an element has this name.
    #[must_use]
    pub fn names(&self, element: &Element) -> bool {
        element.is(&self.space, &self.local)
    }

    /// `PREFIX:name`.
    #[must_use]
    pub fn label(&self) -> String {
        match self.space.prefix() {
            "" => self.local.clone(),
            prefix => format!("{prefix}:{}", self.local),
        }
    }
}

/// What an element's type is: a plain value, or a structure with attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeRef {
    /// Index into [`Schema::simples`].
    Simple(usize),
    /// Index into [`Schema::types`].
    Complex(usize),
}

/// An attribute a type may or must have.
#[derive(Clone, Debug)]
pub struct AttributeRule {
    /// Its name.
    pub name: Name,
    /// Index of the type of its value.
    pub simple: usize,
    /// Whether it must be there.
    pub required: bool,
    /// The only value it may have.
    pub fixed: Option<String>,
}

/// An element at its place.
#[derive(Clone, Debug)]
pub struct ElementRule {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub kind: TypeRef,
    /// Whether `xsi:nil` is allowed.
    pub nillable: bool,
}

/// What may stand in what order.
#[derive(Clone, Debug)]
pub enum What {
    /// All of these, in this order.
    Sequence(Vec<Particle>),
    /// One of these.
    Choice(Vec<Particle>),
    /// An element.
    Element(ElementRule),
}

/// [`What`], and how often.
#[derive(Clone, Debug)]
pub struct Particle {
    /// At least.
    pub min: u32,
    /// At most; `None` without end.
    pub max: Option<u32>,
    /// What.
    pub what: What,
}

/// A type with attributes.
#[derive(Clone, Debug, Default)]
pub struct Type {
    /// Index of the type of its text; `None` when it holds elements.
    pub text: Option<usize>,
    /// Attributes.
    pub attributes: Vec<AttributeRule>,
    /// The elements, when it holds any.
    pub content: Option<Particle>,
}

/// All rules.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// The messages and their types.
    pub messages: Vec<ElementRule>,
    /// Types of values.
    pub simples: Vec<Simple>,
    /// Types of elements.
    pub types: Vec<Type>,
    /// Lines that could not be understood: none, held by a test.
    pub misread: usize,
}

/// The rules, read once.
pub static SCHEMA: LazyLock<Schema> = LazyLock::new(|| read(SOURCE));

/// Counts to an index: `s12` or `t3`.
fn kind(text: &str) -> Option<TypeRef> {
    let index = text.get(1..)?.parse().ok()?;
    match text.as_bytes().first()? {
        b's' => Some(TypeRef::Simple(index)),
        b't' => Some(TypeRef::Complex(index)),
        _ => None,
    }
}

fn read(source: &str) -> Schema {
    let mut schema = Schema::default();
    let mut at = 0;
    // The open groups of the type being read, outermost first.
    let mut open: Vec<Particle> = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let depth = line.bytes().take_while(|b| *b == b'.').count();
        if !line.starts_with('.') {
            close(&mut open, 0, schema.types.get_mut(at));
        }
        let mut columns = line.get(depth..).unwrap_or_default().split('\t');
        let words: Vec<&str> = columns.next().unwrap_or_default().split(' ').collect();
        let facets: Vec<(&str, &str)> = columns.filter_map(|c| c.split_once('=')).collect();
        let understood = match words.as_slice() {
            ["message", name, of] => message(&mut schema, name, of),
            ["simple", id, base] => simple(&mut schema, id, base, &facets),
            ["type", id, text @ ..] => {
                let index = id.get(1..).and_then(|digits| digits.parse().ok());
                at = index.unwrap_or(usize::MAX);
                type_line(&mut schema, at, text.first().copied())
            }
            ["attribute", name, of, presence] => {
                attribute(&mut schema, at, (name, of, presence), &facets)
            }
            particle => {
                close(&mut open, depth, schema.types.get_mut(at));
                group(&mut open, particle)
            }
        };
        if understood.is_none() {
            schema.misread += 1;
        }
    }
    close(&mut open, 0, schema.types.get_mut(at));
    schema
}

fn message(schema: &mut Schema, name: &str, of: &str) -> Option<()> {
    let rule = ElementRule { name: Name::read(name)?, kind: kind(of)?, nillable: false };
    schema.messages.push(rule);
    Some(())
}

fn simple(schema: &mut Schema, id: &str, base: &str, facets: &[(&str, &str)]) -> Option<()> {
    let base = match base {
        "string" => Base::Text,
        "token" => Base::Token,
        "boolean" => Base::Boolean,
        "decimal" => Base::Decimal,
        "integer" => Base::Integer,
        "nonNegativeInteger" => Base::NotNegative,
        "positiveInteger" => Base::Positive,
        _ => return None,
    };
    let mut rules = Vec::new();
    for (name, value) in facets {
        rules.push(match *name {
            "enum" => Facet::OneOf(value.split('|').map(str::to_owned).collect()),
            "minLength" => Facet::LengthMin(value.parse().ok()?),
            "maxLength" => Facet::LengthMax(value.parse().ok()?),
            "length" => Facet::Length(value.parse().ok()?),
            "pattern" => Facet::Pattern(Pattern::read(value)?),
            "totalDigits" => Facet::TotalDigits(value.parse().ok()?),
            "fractionDigits" => Facet::FractionDigits(value.parse().ok()?),
            "maxInclusive" => Facet::AtMost(value.parse().ok()?),
            _ => return None,
        });
    }
    if kind(id)? != TypeRef::Simple(schema.simples.len()) {
        return None;
    }
    schema.simples.push(Simple { base, facets: rules });
    Some(())
}

fn type_line(schema: &mut Schema, at: usize, text: Option<&str>) -> Option<()> {
    if at > 10_000 {
        return None;
    }
    if schema.types.len() <= at {
        schema.types.resize_with(at + 1, Type::default);
    }
    if let Some(text) = text {
        let TypeRef::Simple(index) = kind(text)? else { return None };
        schema.types.get_mut(at)?.text = Some(index);
    }
    Some(())
}

fn attribute(
    schema: &mut Schema,
    at: usize,
    (name, of, presence): (&str, &str, &str),
    facets: &[(&str, &str)],
) -> Option<()> {
    let TypeRef::Simple(simple) = kind(of)? else { return None };
    let fixed = facets.iter().find(|(key, _)| *key == "fixed").map(|(_, v)| (*v).to_owned());
    let required = presence == "required";
    let rule = AttributeRule { name: Name::read(name)?, simple, required, fixed };
    schema.types.get_mut(at)?.attributes.push(rule);
    Some(())
}

fn group(open: &mut Vec<Particle>, words: &[&str]) -> Option<()> {
    let bound = |text: &str| match text {
        "*" => Some(None),
        digits => digits.parse().ok().map(Some),
    };
    let (what, min, max) = match words {
        ["sequence", min, max] => (What::Sequence(Vec::new()), min, max),
        ["choice", min, max] => (What::Choice(Vec::new()), min, max),
        ["element", name, of, min, max, rest @ ..] => {
            let nillable = rest.first() == Some(&"nil");
            let rule = ElementRule { name: Name::read(name)?, kind: kind(of)?, nillable };
            (What::Element(rule), min, max)
        }
        _ => return None,
    };
    open.push(Particle { min: min.parse().ok()?, max: bound(max)?, what });
    Some(())
}

/// Puts every open group deeper than `depth` into the one that holds it.
fn close(open: &mut Vec<Particle>, depth: usize, owner: Option<&mut Type>) {
    while open.len() > depth.max(1) {
        if let Some(done) = open.pop() {
            match open.last_mut().map(|parent| &mut parent.what) {
                Some(What::Sequence(parts) | What::Choice(parts)) => parts.push(done),
                Some(What::Element(_)) | None => {}
            }
        }
    }
    if depth == 0
        && let (Some(done), Some(owner)) = (open.pop(), owner)
    {
        owner.content = Some(done);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_structure_is_understood() {
        let schema = &*SCHEMA;
        assert_eq!(schema.misread, 0);
        assert_eq!(schema.messages.len(), 2);
        assert!(schema.simples.len() > 40 && schema.types.len() > 100);
        let elements = SOURCE.lines().filter(|line| line.contains("element ")).count();
        let kept: usize = schema.types.iter().filter_map(|t| t.content.as_ref()).map(count).sum();
        assert_eq!(kept, elements - comments_with_the_word());
    }

    fn comments_with_the_word() -> usize {
        SOURCE.lines().filter(|line| line.starts_with('#') && line.contains("element ")).count()
    }

    fn count(particle: &Particle) -> usize {
        match &particle.what {
            What::Sequence(parts) | What::Choice(parts) => parts.iter().map(count).sum(),
            What::Element(_) => 1,
        }
    }
}
