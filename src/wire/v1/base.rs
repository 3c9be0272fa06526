//! The smallest mirrors: texts and lists with their caps, ids, moments and dates.
//!
//! Each knows two spellings: bytes, and JSON for people. A cap holds in both directions, so that
//! nothing is written that cannot be read back. Deliberately absent: serde attributes that need a
//! self-describing format.

use super::{LIST_MAX, REPLACES_MAX, TEXT_BYTES_MAX};
use crate::domain::code;
use crate::domain::id::{self, EventId, from_hex, to_hex};
use crate::domain::time::{self, Day, Moment};
use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat};
use chrono_tz::Europe::Amsterdam;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error as _, SeqAccess, Visitor};
use serde::ser::{Error as _, SerializeSeq, SerializeTuple};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
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

plain!(bool, u16, u32, u64);

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
    id::RelationId: 16, id::LinkId: 16, id::NoteId: 16, EventId: 32,
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

/// A moment in the years 0–9999: milliseconds since 1970, or RFC 3339 in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At(pub Moment);

const FIRST_MILLI: i64 = -62_167_219_200_000;
const LAST_MILLI: i64 = 253_402_300_799_999;
// Before 1940 Dutch clocks differed from others by odd seconds, which RFC 3339 cannot write.
const WHOLE_OFFSETS_SINCE_MILLI: i64 = -946_771_200_000;

impl Mirror for At {
    type Domain = Moment;
    fn of(domain: &Moment) -> Self {
        Self(*domain)
    }
    fn back(self) -> Moment {
        self.0
    }
}

impl Serialize for At {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let millis = self.0.0;
        let utc = DateTime::from_timestamp_millis(millis)
            .filter(|_| (FIRST_MILLI..=LAST_MILLI).contains(&millis))
            .ok_or_else(|| S::Error::custom("moment outside the years 0-9999"))?;
        if !serializer.is_human_readable() {
            return serializer.serialize_i64(millis);
        }
        let whole = millis.rem_euclid(1000) == 0;
        let digits = if whole { SecondsFormat::Secs } else { SecondsFormat::Millis };
        // At the very end of the last year a Dutch clock already shows the year 10000.
        let dutch = (WHOLE_OFFSETS_SINCE_MILLI..LAST_MILLI - 86_400_000).contains(&millis);
        serializer.serialize_str(&if dutch {
            utc.with_timezone(&Amsterdam).to_rfc3339_opts(digits, false)
        } else {
            utc.to_rfc3339_opts(digits, false)
        })
    }
}

impl<'de> Deserialize<'de> for At {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let moment = if deserializer.is_human_readable() {
            Moment::parse_rfc3339(&String::deserialize(deserializer)?)
        } else {
            Some(Moment(i64::deserialize(deserializer)?))
        };
        let moment = moment.filter(|moment| (FIRST_MILLI..=LAST_MILLI).contains(&moment.0));
        moment.map(Self).ok_or_else(|| D::Error::custom("expected a moment as RFC 3339"))
    }
}

impl JsonSchema for At {
    inline_schema!("Moment", { "type": "string", "format": "date-time" });
}

/// A day in the years 0–9999: days since 31 December of the year 0, or `YYYY-MM-DD` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnDay(pub Day);

impl Mirror for OnDay {
    type Domain = Day;
    fn of(domain: &Day) -> Self {
        Self(*domain)
    }
    fn back(self) -> Day {
        self.0
    }
}

fn year_is_plain(year: i32) -> bool {
    (0..=9999).contains(&year)
}

impl Serialize for OnDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !year_is_plain(self.0.year()) {
            return Err(S::Error::custom("day outside the years 0-9999"));
        }
        if serializer.is_human_readable() {
            serializer.serialize_str(&self.0.format("%Y-%m-%d").to_string())
        } else {
            serializer.serialize_i32(self.0.num_days_from_ce())
        }
    }
}

impl<'de> Deserialize<'de> for OnDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let day = if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()
        } else {
            NaiveDate::from_num_days_from_ce_opt(i32::deserialize(deserializer)?)
        };
        let day = day.filter(|day| year_is_plain(day.year()));
        day.map(Self).ok_or_else(|| D::Error::custom("expected a day as YYYY-MM-DD"))
    }
}

impl JsonSchema for OnDay {
    inline_schema!("Day", { "type": "string", "format": "date" });
}

/// A date as far as known. In JSON: `"2016-10-05"`, `"2016-10"`, `"2016"`, or, when absent,
/// `{"no_value": "waardeOnbekend"}` (`null` there when nobody said why).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartDate(pub time::PartialDate);

impl Mirror for PartDate {
    type Domain = time::PartialDate;
    fn of(domain: &time::PartialDate) -> Self {
        Self(*domain)
    }
    fn back(self) -> time::PartialDate {
        self.0
    }
}

/// Why a date is absent, by its name in the national standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
enum Absent {
    #[serde(rename = "waardeOnbekend")]
    Unknown,
    #[serde(rename = "vastgesteldOnbekend")]
    EstablishedUnknown,
    #[serde(rename = "geenWaarde")]
    None,
    #[serde(rename = "nietGeautoriseerd")]
    Withheld,
    #[serde(rename = "nietOndersteund")]
    Unsupported,
}

impl Mirror for Absent {
    type Domain = time::NoValue;
    fn of(domain: &time::NoValue) -> Self {
        match domain {
            time::NoValue::Unknown => Self::Unknown,
            time::NoValue::EstablishedUnknown => Self::EstablishedUnknown,
            time::NoValue::None => Self::None,
            time::NoValue::Withheld => Self::Withheld,
            time::NoValue::Unsupported => Self::Unsupported,
        }
    }
    fn back(self) -> time::NoValue {
        match self {
            Self::Unknown => time::NoValue::Unknown,
            Self::EstablishedUnknown => time::NoValue::EstablishedUnknown,
            Self::None => time::NoValue::None,
            Self::Withheld => time::NoValue::Withheld,
            Self::Unsupported => time::NoValue::Unsupported,
        }
    }
}

/// A partial date in bytes.
#[derive(Serialize, Deserialize)]
enum PartBytes {
    Day(OnDay),
    Month(i32, u32),
    Year(i32),
    Absent(Option<Absent>),
}

/// A partial date in JSON that is not there.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NoDate {
    no_value: Option<Absent>,
}

impl Serialize for PartDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.year().is_some_and(|year| !year_is_plain(year)) {
            return Err(S::Error::custom("date outside the years 0-9999"));
        }
        if serializer.is_human_readable() {
            return match self.0 {
                time::PartialDate::Absent(why) => {
                    NoDate { no_value: Option::of(&why) }.serialize(serializer)
                }
                known => serializer.serialize_str(&known.value().unwrap_or_default()),
            };
        }
        let bytes = match self.0 {
            time::PartialDate::Day(day) => PartBytes::Day(OnDay(day)),
            time::PartialDate::Month(year, month) => PartBytes::Month(year, month),
            time::PartialDate::Year(year) => PartBytes::Year(year),
            time::PartialDate::Absent(why) => PartBytes::Absent(Option::of(&why)),
        };
        bytes.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for PartDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let date = if deserializer.is_human_readable() {
            match serde_json::Value::deserialize(deserializer)? {
                serde_json::Value::Null => Some(time::PartialDate::Absent(None)),
                serde_json::Value::String(text) => time::PartialDate::parse(&text),
                other => serde_json::from_value::<NoDate>(other)
                    .ok()
                    .map(|no| time::PartialDate::Absent(no.no_value.back())),
            }
        } else {
            Some(match PartBytes::deserialize(deserializer)? {
                PartBytes::Day(day) => time::PartialDate::Day(day.back()),
                PartBytes::Month(year, month) => time::PartialDate::Month(year, month),
                PartBytes::Year(year) => time::PartialDate::Year(year),
                PartBytes::Absent(why) => time::PartialDate::Absent(why.back()),
            })
        };
        date.filter(|date| match date {
            time::PartialDate::Month(year, month) => {
                year_is_plain(*year) && (1..=12).contains(month)
            }
            other => other.year().is_none_or(year_is_plain),
        })
        .map(Self)
        .ok_or_else(|| D::Error::custom("expected a date as YYYY-MM-DD, YYYY-MM, YYYY or null"))
    }
}

impl JsonSchema for PartDate {
    inline_schema!("PartialDate", {
        "anyOf": [
            { "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" },
            { "type": "null" },
            { "type": "object", "required": ["no_value"], "additionalProperties": false,
              "properties": { "no_value": { "enum": ["waardeOnbekend", "vastgesteldOnbekend",
                  "geenWaarde", "nietGeautoriseerd", "nietOndersteund", null] } } }
        ]
    });
}

/// A field whose absence is a statement of its own (it withdraws something): it must be written,
/// if only as `null`.
pub fn required<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer)
}
