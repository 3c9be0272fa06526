//! Which kind of file it is, and its reading.
//!
//! Deliberately absent: names of files. Content alone decides.

use super::corv;
use super::decode::MESSAGE_BYTES_MAX;
use super::incoming::Incoming;
use super::json_report::{self, JsonRefusal};
use super::json_shape::Problem;
use super::refusal::{Kind, Refusal};

/// Why a file is not taken in, and for our own JSON every problem in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The first of it.
    pub refusal: Refusal,
    /// All of it, for our own JSON.
    pub problems: Vec<Problem>,
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self { refusal, problems: Vec::new() }
    }
}

impl From<JsonRefusal> for Refused {
    fn from(found: JsonRefusal) -> Self {
        let refusal = found.first();
        match found {
            JsonRefusal::Unreadable(_) => Self { refusal, problems: Vec::new() },
            JsonRefusal::Problems(problems) => Self { refusal, problems },
        }
    }
}

/// Reads a report of any kind we know.
///
/// # Errors
/// What keeps it from being taken in.
pub fn read(bytes: &[u8]) -> Result<Incoming, Refused> {
    if bytes.len() > MESSAGE_BYTES_MAX {
        return Err(Refusal::from(Kind::TooLarge).into());
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    match text.first() {
        None => Err(Refusal::from(Kind::Empty).into()),
        Some(b'{') => Ok(json_report::read(bytes)?),
        Some(_) => Ok(corv::read(bytes)?),
    }
}
