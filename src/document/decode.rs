//! Bytes to text: byte-order marks, the declared encoding, and nothing guessed.
//!
//! Known: UTF-8, UTF-16 (both orders), ISO-8859-1 and -15, windows-1252 and US-ASCII (in
//! ISO-8859-1 too, bytes 80 to 9F are read as windows-1252, which is what such files hold).
//! Anything else, and any byte that its encoding does not know, is a refusal. Deliberately absent:
//! guessing from content.

use super::refusal::{Kind, Refusal};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The most a message may weigh, in bytes (source: the standard's own limit of 35 MB).
pub const MESSAGE_BYTES_MAX: usize = 35 * 1024 * 1024;

/// How far into a file a declaration may reach.
const DECLARATION_BYTES: usize = 256;

/// The text of an XML file, without its byte-order mark.
///
/// # Errors
/// Too large, an encoding we do not know, or bytes that the encoding does not know.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    if bytes.len() > MESSAGE_BYTES_MAX {
        return Err(Kind::TooLarge.into());
    }
    let (encoding, skip) = encoding_of(bytes)?;
    let body = bytes.get(skip..).unwrap_or_default();
    if encoding == UTF_8 {
        return std::str::from_utf8(body).map(Cow::Borrowed).map_err(|_| Kind::Encoding.into());
    }
    if encoding == UTF_16LE || encoding == UTF_16BE {
        if body.len() % 2 != 0 {
            return Err(Kind::Encoding.into());
        }
        let (text, broken) = encoding.decode_without_bom_handling(body);
        return if broken { Err(Kind::Encoding.into()) } else { Ok(text) };
    }
    let (text, broken) = encoding.decode_without_bom_handling(body);
    if broken { Err(Kind::Encoding.into()) } else { Ok(text) }
}

fn encoding_of(bytes: &[u8]) -> Result<(&'static Encoding, usize), Refusal> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return Ok((encoding, length));
    }
    if bytes.starts_with(b"<\0") {
        return Ok((UTF_16LE, 0));
    }
    if bytes.starts_with(b"\0<") {
        return Ok((UTF_16BE, 0));
    }
    let Some(label) = declared(bytes) else { return Ok((UTF_8, 0)) };
    let encoding = Encoding::for_label(&label).ok_or(Kind::Encoding)?;
    // A file that says UTF-16 in single bytes contradicts itself.
    let known = ["UTF-8", "windows-1252", "ISO-8859-15"];
    if known.contains(&encoding.name()) { Ok((encoding, 0)) } else { Err(Kind::Encoding.into()) }
}

/// The label after `encoding=` in the declaration, when there is one.
fn declared(bytes: &[u8]) -> Option<Vec<u8>> {
    let head = bytes.get(..bytes.len().min(DECLARATION_BYTES))?;
    if !head.starts_with(b"<?xml") {
        return None;
    }
    let end = head.windows(2).position(|pair| pair == b"?>")?;
    let declaration = head.get(..end)?;
    let at = declaration.windows(8).position(|word| word == b"encoding")?;
    let mut rest = declaration.get(at + 8..)?.trim_ascii_start();
    rest = rest.strip_prefix(b"=")?.trim_ascii_start();
    let quote = *rest.first()?;
    let value = rest.get(1..)?;
    let length = value.iter().position(|byte| *byte == quote)?;
    value.get(..length).map(<[u8]>::to_vec)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "<?xml version=\"1.0\"?><a>é</a>";

    #[test]
    fn every_known_encoding_gives_the_same_text() {
        let utf16 = |order: fn(u16) -> [u8; 2], bom: bool| {
            let text = if bom { format!("\u{feff}{TEXT}") } else { TEXT.to_owned() };
            text.encode_utf16().flat_map(order).collect::<Vec<u8>>()
        };
        let files = [
            TEXT.as_bytes().to_vec(),
            [b"\xef\xbb\xbf".as_slice(), TEXT.as_bytes()].concat(),
            utf16(u16::to_le_bytes, true),
            utf16(u16::to_be_bytes, true),
            utf16(u16::to_le_bytes, false),
            utf16(u16::to_be_bytes, false),
        ];
        for file in files {
            assert_eq!(decode(&file).ok().as_deref(), Some(TEXT));
        }
        let latin = b"<?xml version='1.0' encoding = 'iso-8859-1'?><a>\xe9</a>";
        assert!(decode(latin).is_ok_and(|text| text.ends_with("<a>é</a>")));
    }

    #[test]
    fn broken_or_unknown_encodings_are_refused() {
        let files: [&[u8]; 5] = [
            b"<a>\xe9</a>",
            b"<?xml version='1.0' encoding='utf-16'?><a/>",
            b"<?xml version='1.0' encoding='klingon'?><a/>",
            b"\xff\xfe<\x00a",
            b"\xff\xfe\x00\xd8\x3c\x00",
        ];
        for file in files {
            assert_eq!(decode(file).err().map(|r| r.kind), Some(Kind::Encoding), "{file:?}");
        }
        let large = vec![b' '; MESSAGE_BYTES_MAX + 1];
        assert_eq!(decode(&large).err().map(|r| r.kind), Some(Kind::TooLarge));
    }
}
