//! A reader of hostile XML: a small tree, or a refusal.
//!
//! Caps stand before allocation; there is no DTD, no entity but the five of XML and the numeric
//! ones, no network, no recursion. Text around comments and CDATA is joined. Namespaces are
//! resolved, so prefixes do not matter. Deliberately absent: mixed content as such (text of an
//! element is one string) and everything the standard's messages do not use.

use super::refusal::{Kind, Refusal, plain_name};
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// Nesting a message may have; the deepest of the standard has 14, an envelope adds 2.
pub const DEPTH_MAX: usize = 64;
/// Elements a message may have.
pub const ELEMENTS_MAX: usize = 200_000;
/// Attributes (namespace declarations included) one element may have.
pub const ATTRIBUTES_MAX: usize = 64;

/// A namespace we know, or another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Space {
    /// No namespace.
    None,
    /// `…/koppelvlak/jz0100`.
    Jz,
    /// `…/StUF/StUF0301`.
    Stuf,
    /// `…/sector/bg/0310`.
    Bg,
    /// `…/sector/zkn/0310`.
    Zkn,
    /// XML Schema instance (`xsi`).
    Xsi,
    /// The `xml` prefix.
    Xml,
    /// SOAP envelope, 1.1 or 1.2.
    Soap,
    /// Another one.
    Other(Box<str>),
}

impl Space {
    fn of(uri: &str) -> Self {
        match uri {
            "" => Self::None,
            "http://www.stufstandaarden.nl/koppelvlak/jz0100" => Self::Jz,
            "http://www.egem.nl/StUF/StUF0301" => Self::Stuf,
            "http://www.egem.nl/StUF/sector/bg/0310" => Self::Bg,
            "http://www.egem.nl/StUF/sector/zkn/0310" => Self::Zkn,
            "http://www.w3.org/2001/XMLSchema-instance" => Self::Xsi,
            "http://www.w3.org/XML/1998/namespace" => Self::Xml,
            "http://schemas.xmlsoap.org/soap/envelope/"
            | "http://www.w3.org/2003/05/soap-envelope" => Self::Soap,
            other => Self::Other(other.into()),
        }
    }

    /// The prefix we use for it: empty for no namespace, `?` for one we do not know.
    #[must_use]
    pub const fn prefix(&self) -> &'static str {
        match self {
            Self::None => "",
            Self::Jz => "JZ",
            Self::Stuf => "StUF",
            Self::Bg => "BG",
            Self::Zkn => "ZKN",
            Self::Xsi => "xsi",
            Self::Xml => "xml",
            Self::Soap => "soap",
            Self::Other(_) => "?",
        }
    }
}

/// An attribute, its namespace resolved.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attribute {
    /// Namespace.
    pub space: Space,
    /// Local name.
    pub name: Box<str>,
    /// Value, references resolved.
    pub value: Box<str>,
}

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Namespace.
    pub space: Space,
    /// Local name.
    pub name: Box<str>,
    /// Attributes, namespace declarations left out.
    pub attributes: Vec<Attribute>,
    /// Child elements in order.
    pub children: Vec<Element>,
    /// All text directly inside, joined.
    pub text: String,
    /// Line of the start tag, from 1.
    pub line: u32,
}

impl Element {
    /// Whether it is `name` in namespace `space`.
    #[must_use]
    pub fn is(&self, space: &Space, name: &str) -> bool {
        self.space == *space && &*self.name == name
    }

    /// `PREFIX:name`, fit to be shown.
    #[must_use]
    pub fn label(&self) -> String {
        let name = plain_name(&self.name);
        match self.space.prefix() {
            "" => name.to_owned(),
            prefix => format!("{prefix}:{name}"),
        }
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, space: &Space, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|a| a.space == *space && &*a.name == name);
        found.map(|a| &*a.value)
    }
}

/// Reads a text into a tree.
///
/// # Errors
/// Anything that is not plain, well-formed, bounded XML.
pub fn parse(text: &str) -> Result<Element, Refusal> {
    let mut builder = Builder::new(text);
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = false;
    reader.config_mut().check_comments = true;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        builder.count_lines_to(at);
        let event = reader.read_event().map_err(|_| builder.refuse(Kind::NotXml))?;
        match event {
            Event::Start(start) => builder.open(&start)?,
            Event::Empty(start) => {
                builder.open(&start)?;
                builder.close()?;
            }
            Event::End(_) => builder.close()?,
            Event::Text(text) => builder.text(&text, true)?,
            Event::CData(data) => builder.text(&data, false)?,
            Event::GeneralRef(reference) => builder.reference(&reference)?,
            Event::DocType(_) => return Err(builder.refuse(Kind::DocumentType)),
            Event::Comment(inside) => builder.aside(&inside)?,
            Event::PI(inside) => builder.instruction(inside.target(), &inside)?,
            Event::Decl(inside) => builder.declaration(at, &inside)?,
            Event::Eof => break,
        }
    }
    builder.finish()
}

/// The message in an envelope: the only child of `Body`; without an envelope the root itself.
///
/// # Errors
/// An envelope with no body, or with none or several children in it.
pub fn unwrap_envelope(root: Element) -> Result<Element, Refusal> {
    if !root.is(&Space::Soap, "Envelope") {
        return Ok(root);
    }
    let body = root.children.into_iter().find(|child| child.is(&Space::Soap, "Body"));
    let mut inside = body.ok_or(Kind::NotAReport)?.children.into_iter();
    match (inside.next(), inside.next()) {
        (Some(message), None) => Ok(message),
        _ => Err(Kind::NotAReport.into()),
    }
}

struct Builder<'t> {
    source: &'t str,
    counted: usize,
    line: u32,
    elements: usize,
    stack: Vec<Element>,
    /// Raw names of the open elements' start tags are checked by the reader; here: scopes.
    bindings: Vec<(String, Space)>,
    scopes: Vec<usize>,
    root: Option<Element>,
}

impl<'t> Builder<'t> {
    fn new(source: &'t str) -> Self {
        Self {
            source,
            counted: 0,
            line: 1,
            elements: 0,
            stack: Vec::new(),
            bindings: vec![("xml".to_owned(), Space::Xml)],
            scopes: Vec::new(),
            root: None,
        }
    }

    fn count_lines_to(&mut self, at: usize) {
        let part = self.source.as_bytes().get(self.counted..at).unwrap_or_default();
        let lines = part.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.counted = self.counted.max(at);
    }

    fn refuse(&self, kind: Kind) -> Refusal {
        let place = self.stack.iter().map(Element::label).collect::<Vec<_>>().join("/");
        Refusal::at(kind, place, self.line)
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), Refusal> {
        self.elements += 1;
        if self.stack.len() >= DEPTH_MAX {
            return Err(self.refuse(Kind::TooDeep));
        }
        if self.elements > ELEMENTS_MAX {
            return Err(self.refuse(Kind::TooMany));
        }
        if self.root.is_some() {
            return Err(self.refuse(Kind::NotXml));
        }
        let raw = self.raw_attributes(start)?;
        self.scopes.push(self.bindings.len());
        for (name, value) in &raw {
            self.declare(name, value)?;
        }
        let mut attributes = Vec::with_capacity(raw.len());
        for (name, value) in raw {
            if name == "xmlns" || name.starts_with("xmlns:") {
                continue;
            }
            let (space, name) = self.resolve(&name, false)?;
            let attribute = Attribute { space, name, value: value.into() };
            let same = |a: &Attribute| a.space == attribute.space && a.name == attribute.name;
            if attributes.iter().any(same) {
                return Err(self.refuse(Kind::NotXml));
            }
            attributes.push(attribute);
        }
        let (space, name) = self.resolve(start.name().as_ref(), true)?;
        let line = self.line;
        let (children, text) = (Vec::new(), String::new());
        self.stack.push(Element { space, name, attributes, children, text, line });
        Ok(())
    }

    fn raw_attributes(&self, start: &BytesStart<'_>) -> Result<Vec<(String, String)>, Refusal> {
        let mut raw = Vec::new();
        if !separated(start.attributes_raw()) {
            return Err(self.refuse(Kind::NotXml));
        }
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| self.refuse(Kind::NotXml))?;
            if raw.len() >= ATTRIBUTES_MAX {
                return Err(self.refuse(Kind::TooMany));
            }
            let value: &str = &attribute.value;
            if value.contains('<') || !value.chars().all(is_xml_char) {
                return Err(self.refuse(Kind::NotXml));
            }
            // Line ends and tabs in a value are spaces; a numeric reference to one stays.
            let flat = value.replace("\r\n", " ").replace(['\t', '\n', '\r'], " ");
            let value = unescape(&flat).map_err(|_| self.refuse(Kind::Entity))?.into_owned();
            if !value.chars().all(is_xml_char) {
                return Err(self.refuse(Kind::NotXml));
            }
            raw.push((attribute.key.as_ref().to_owned(), value));
        }
        Ok(raw)
    }

    fn declare(&mut self, name: &str, value: &str) -> Result<(), Refusal> {
        if name == "xmlns" {
            self.bindings.push((String::new(), Space::of(value)));
        } else if let Some(prefix) = name.strip_prefix("xmlns:") {
            if value.is_empty() || prefix == "xml" || prefix == "xmlns" || !is_name(prefix) {
                return Err(self.refuse(Kind::NotXml));
            }
            self.bindings.push((prefix.to_owned(), Space::of(value)));
        }
        Ok(())
    }

    fn resolve(&self, raw: &str, element: bool) -> Result<(Space, Box<str>), Refusal> {
        let (prefix, local) = raw.split_once(':').unwrap_or(("", raw));
        if !is_name(local) || (raw.contains(':') && !is_name(prefix)) {
            return Err(self.refuse(Kind::NotXml));
        }
        if prefix.is_empty() && !element {
            return Ok((Space::None, local.into()));
        }
        let bound = self.bindings.iter().rev().find(|(name, _)| name == prefix);
        match bound {
            Some((_, space)) => Ok((space.clone(), local.into())),
            None if prefix.is_empty() => Ok((Space::None, local.into())),
            None => Err(self.refuse(Kind::NotXml)),
        }
    }

    fn close(&mut self) -> Result<(), Refusal> {
        let done = self.stack.pop().ok_or_else(|| self.refuse(Kind::NotXml))?;
        self.bindings.truncate(self.scopes.pop().unwrap_or_default());
        match self.stack.last_mut() {
            Some(parent) => parent.children.push(done),
            None => self.root = Some(done),
        }
        Ok(())
    }

    fn text(&mut self, text: &str, markup: bool) -> Result<(), Refusal> {
        let wrong = !text.chars().all(is_xml_char) || (markup && text.contains("]]>"));
        if wrong {
            return Err(self.refuse(Kind::NotXml));
        }
        match self.stack.last_mut() {
            Some(element) if text.contains('\r') => {
                element.text.push_str(&text.replace("\r\n", "\n").replace('\r', "\n"));
            }
            Some(element) => element.text.push_str(text),
            None if markup && text.bytes().all(|b| b.is_ascii_whitespace()) => {}
            None => return Err(self.refuse(Kind::NotXml)),
        }
        Ok(())
    }

    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<(), Refusal> {
        let name: &str = reference;
        let character = reference.resolve_char_ref().map_err(|_| self.refuse(Kind::NotXml))?;
        let resolved = match character {
            Some(character) if is_xml_char(character) => character.to_string(),
            Some(_) => return Err(self.refuse(Kind::NotXml)),
            None => {
                let known = resolve_xml_entity(name).ok_or_else(|| self.refuse(Kind::Entity))?;
                known.to_owned()
            }
        };
        let Some(element) = self.stack.last_mut() else { return Err(self.refuse(Kind::NotXml)) };
        element.text.push_str(&resolved);
        Ok(())
    }

    fn aside(&self, inside: &str) -> Result<(), Refusal> {
        let fine = inside.chars().all(is_xml_char);
        if fine { Ok(()) } else { Err(self.refuse(Kind::NotXml)) }
    }

    fn instruction(&self, target: &str, inside: &str) -> Result<(), Refusal> {
        if !is_name(target) || target.eq_ignore_ascii_case("xml") {
            return Err(self.refuse(Kind::NotXml));
        }
        self.aside(inside)
    }

    fn declaration(&self, at: usize, inside: &str) -> Result<(), Refusal> {
        // A declaration stands at the very start or nowhere.
        if at != 0 || !inside.contains("version") {
            return Err(self.refuse(Kind::NotXml));
        }
        self.aside(inside)
    }

    fn finish(self) -> Result<Element, Refusal> {
        if !self.stack.is_empty() {
            return Err(self.refuse(Kind::NotXml));
        }
        let empty = self.elements == 0;
        self.root.ok_or_else(|| if empty { Kind::Empty.into() } else { Kind::NotXml.into() })
    }
}

/// Characters XML 1.0 allows.
const fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// A name without a colon. Letters beyond ASCII are taken as they are.
fn is_name(name: &str) -> bool {
    let first = |c: char| c == '_' || c.is_alphabetic();
    let later = |c: char| first(c) || c.is_numeric() || matches!(c, '-' | '.' | '·');
    name.chars().next().is_some_and(first) && name.chars().skip(1).all(later)
}

/// Whether every attribute has a space in front of it.
fn separated(raw: &str) -> bool {
    let mut quote = None;
    let mut closed = false;
    for byte in raw.bytes() {
        match quote {
            Some(open) if byte == open => {
                quote = None;
                closed = true;
            }
            Some(_) => {}
            None if closed && !byte.is_ascii_whitespace() => return false,
            None => {
                closed = false;
                if byte == b'"' || byte == b'\'' {
                    quote = Some(byte);
                }
            }
        }
    }
    true
}
