//! The mirrors of moments, days and partly known dates, all within the years 0–9999: what lies
//! outside cannot be written in JSON and is nobody's birthday.
//!
//! Deliberately absent: any filling in of what is not known.

use super::base::{Mirror, inline_schema};
use crate::domain::time::{self, Day, Moment};
use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat};
use chrono_tz::Europe::Amsterdam;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

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
