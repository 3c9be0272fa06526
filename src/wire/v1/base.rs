//! The smallest mirrors: texts and lists with their caps, ids and codes.
//!
//! Each knows two spellings: bytes, and JSON for people. A cap holds in both directions, so that
//! nothing is written that cannot be read back. Deliberately absent: serde attributes that need a
//! self-describing format.

use super::{LIST_MAX, REPLACES_MAX, TEXT_BYTES_MAX};
use crate::domain::code;
use crate::domain::id::{self, EventId, from_hex, to_hex};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error as _, SeqAccess, Visitor};
use serde::ser::{Error as _, SerializeSeq, SerializeTuple};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;

/// A frozen copy of a domain type.
pub trait Mirror: Sized {
    /// What it mirrors.
    type Domain;
    /// The copy of a value.
    fn of(domain: &Self::Domain) -> Self;
    /// The value of a copy. Whatever could be wrong was refused while reading.
    fn back(self) -> Self::Domain;
}

impl<T: Mirror> Mirror for Option<T> {
    type Domain = Option<T::Domain>;
    fn of(domain: &Self::Domain) -> Self {
        domain.as_ref().map(T::of)
    }
    fn back(self) -> Self::Domain {
        self.map(T::back)
    }
}

impl<T: Mirror> Mirror for Box<T> {
    type Domain = Box<T::Domain>;
    fn of(domain: &Self::Domain) -> Self {
        Self::new(T::of(domain))
    }
    fn back(self) -> Self::Domain {
        Box::new(T::back(*self))
    }
}

impl<A: Mirror, B: Mirror> Mirror for (A, B) {
    type Domain = (A::Domain, B::Domain);
    fn of(domain: &Self::Domain) -> Self {
        (A::of(&domain.0), B::of(&domain.1))
    }
    fn back(self) -> Self::Domain {
        (self.0.back(), self.1.back())
    }
}

macro_rules! plain {
    ($($name:ty),+) => {$(
        impl Mirror for $name {
            type Domain = Self;
            fn of(domain: &Self) -> Self {
                *domain
            }
            fn back(self) -> Self {
                self
            }
        }
    )+};
}

plain!(bool, u8, u16, u32, u64);

/// A text of at most [`TEXT_BYTES_MAX`] bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub String);

impl Mirror for Text {
    type Domain = String;
    fn of(domain: &String) -> Self {
        Self(domain.clone())
    }
    fn back(self) -> String {
        self.0
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.len() > TEXT_BYTES_MAX {
            return Err(S::Error::custom("text over its cap"));
        }
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.len() > TEXT_BYTES_MAX {
            return Err(D::Error::custom("expected a text of at most 65536 bytes"));
        }
        Ok(Self(text))
    }
}

/// A JSON Schema that stands where it is used.
macro_rules! inline_schema {
    ($name:expr, $schema:tt) => {
        fn schema_name() -> Cow<'static, str> {
            Cow::Borrowed($name)
        }
        fn inline_schema() -> bool {
            true
        }
        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!($schema)
        }
    };
}

pub(super) use inline_schema;

impl JsonSchema for Text {
    inline_schema!("Text", { "type": "string" });
}

/// A list of at most `MAX` entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T, const MAX: usize = LIST_MAX>(pub Vec<T>);

/// The heads an event replaces.
pub type Replaces = List<Id<EventId>, REPLACES_MAX>;

impl<T, const MAX: usize> Default for List<T, MAX> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Mirror, const MAX: usize> Mirror for List<T, MAX> {
    type Domain = Vec<T::Domain>;
    fn of(domain: &Self::Domain) -> Self {
        Self(domain.iter().map(T::of).collect())
    }
    fn back(self) -> Self::Domain {
        self.0.into_iter().map(T::back).collect()
    }
}

impl<T: Serialize, const MAX: usize> Serialize for List<T, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.len() > MAX {
            return Err(S::Error::custom("list over its cap"));
        }
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for entry in &self.0 {
            list.serialize_element(entry)?;
        }
        list.end()
    }
}

struct ListVisitor<T, const MAX: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MAX: usize> Visitor<'de> for ListVisitor<T, MAX> {
    type Value = List<T, MAX>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a list of at most {MAX}")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        // The length a stranger claims is not believed: no room is made for it beforehand.
        if seq.size_hint().is_some_and(|claimed| claimed > MAX) {
            return Err(A::Error::custom("expected a shorter list"));
        }
        let mut list = Vec::new();
        while let Some(entry) = seq.next_element()? {
            if list.len() == MAX {
                return Err(A::Error::custom("expected a shorter list"));
            }
            list.push(entry);
        }
        Ok(List(list))
    }
}

impl<'de, T: Deserialize<'de>, const MAX: usize> Deserialize<'de> for List<T, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

impl<T: JsonSchema, const MAX: usize> JsonSchema for List<T, MAX> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("List_of_{}", T::schema_name()))
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let items = generator.subschema_for::<T>();
        json_schema!({ "type": "array", "maxItems": MAX, "items": items })
    }
}

/// A set, written as a sorted list of at most [`LIST_MAX`] entries; read in any order, and what
/// comes twice counts once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent, bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de>"))]
pub struct Set<T>(pub List<T>);

impl<T> Mirror for Set<T>
where
    T: Mirror,
    T::Domain: Ord,
{
    type Domain = BTreeSet<T::Domain>;
    fn of(domain: &Self::Domain) -> Self {
        Self(List(domain.iter().map(T::of).collect()))
    }
    fn back(self) -> Self::Domain {
        self.0.0.into_iter().map(T::back).collect()
    }
}

/// Bytes: as they are, or as hexadecimal digits in JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl Mirror for Bytes {
    type Domain = Vec<u8>;
    fn of(domain: &Vec<u8>) -> Self {
        Self(domain.clone())
    }
    fn back(self) -> Vec<u8> {
        self.0
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.len() > TEXT_BYTES_MAX {
            return Err(S::Error::custom("bytes over their cap"));
        }
        if serializer.is_human_readable() {
            serializer.serialize_str(&to_hex(&self.0))
        } else {
            serializer.serialize_bytes(&self.0)
        }
    }
}

struct BytesVisitor;

impl Visitor<'_> for BytesVisitor {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_vec())
    }

    fn visit_byte_buf<E: serde::de::Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
        Ok(bytes)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = if deserializer.is_human_readable() {
            let digits = String::deserialize(deserializer)?;
            unhex(&digits).ok_or_else(|| D::Error::custom("expected hexadecimal digits"))?
        } else {
            deserializer.deserialize_byte_buf(BytesVisitor)?
        };
        if bytes.len() > TEXT_BYTES_MAX {
            return Err(D::Error::custom("expected at most 65536 bytes"));
        }
        Ok(Self(bytes))
    }
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| Some(from_hex::<1>(std::str::from_utf8(pair).ok()?)?[0])).collect()
}

impl JsonSchema for Bytes {
    inline_schema!("Bytes", { "type": "string", "pattern": "^([0-9a-f]{2})*$" });
}

/// What has a fixed number of bytes.
pub trait Fixed: Copy {
    /// How many.
    const LEN: usize;
    /// The bytes.
    fn bytes(&self) -> &[u8];
    /// From exactly so many bytes.
    fn from_bytes(bytes: &[u8]) -> Option<Self>;
}

macro_rules! fixed {
    ($($name:ty: $len:literal),+ $(,)?) => {$(
        impl Fixed for $name {
            const LEN: usize = $len;
            fn bytes(&self) -> &[u8] {
                &self.0
            }
            fn from_bytes(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }
        }
    )+};
}

fixed! {
    id::OriginId: 16, id::StaffId: 16, id::CaseId: 16, id::ReportId: 16, id::PersonId: 16,
    id::RelationId: 16, id::LinkId: 16, id::NoteId: 16, id::InquiryId: 16, id::SheetId: 16,
    id::PlanId: 16, id::PartId: 16, id::IncidentId: 16, EventId: 32,
}

impl Fixed for [u8; 32] {
    const LEN: usize = 32;
    fn bytes(&self) -> &[u8] {
        self
    }
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok()
    }
}

/// An id or a hash: its bytes without a length, or hexadecimal digits in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id<T>(pub T);

impl<T: Fixed> Mirror for Id<T> {
    type Domain = T;
    fn of(domain: &T) -> Self {
        Self(*domain)
    }
    fn back(self) -> T {
        self.0
    }
}

impl<T: Fixed> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.serialize_str(&to_hex(self.0.bytes()));
        }
        let mut tuple = serializer.serialize_tuple(T::LEN)?;
        for byte in self.0.bytes() {
            tuple.serialize_element(byte)?;
        }
        tuple.end()
    }
}

struct IdVisitor<T>(PhantomData<T>);

impl<'de, T: Fixed> Visitor<'de> for IdVisitor<T> {
    type Value = Id<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} hexadecimal digits", 2 * T::LEN)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().take(T::LEN).enumerate() {
            *byte = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(at, &self))?;
        }
        let id = bytes.get(..T::LEN).and_then(T::from_bytes);
        id.map(Id).ok_or_else(|| A::Error::invalid_length(0, &self))
    }

    fn visit_str<E: serde::de::Error>(self, digits: &str) -> Result<Self::Value, E> {
        let wrong = || E::custom(format_args!("expected {} hexadecimal digits", 2 * T::LEN));
        let bytes = unhex(digits).ok_or_else(wrong)?;
        T::from_bytes(&bytes).map(Id).ok_or_else(wrong)
    }
}

impl<'de, T: Fixed> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(IdVisitor(PhantomData))
        } else {
            deserializer.deserialize_tuple(T::LEN, IdVisitor(PhantomData))
        }
    }
}

impl<T: Fixed> JsonSchema for Id<T> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("Hex{}", T::LEN))
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": format!("^[0-9a-f]{{{}}}$", 2 * T::LEN) })
    }
}

macro_rules! codes {
    ($($name:ident),+) => {$(
        /// A code of a national list, as a number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub u16);

        impl Mirror for $name {
            type Domain = code::$name;
            fn of(domain: &code::$name) -> Self {
                Self(domain.0)
            }
            fn back(self) -> code::$name {
                code::$name(self.0)
            }
        }
    )+};
}

codes!(Reason, Nature, Capacity, Role);

/// A field whose absence is a statement of its own (it withdraws something): it must be written,
/// if only as `null`.
pub fn required<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer)
}
