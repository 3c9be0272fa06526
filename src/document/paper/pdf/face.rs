//! The two faces of a page: which letters they have, and how wide each is.
//!
//! Deliberately absent: shaping. Composed Latin, Greek and Cyrillic need none; a sign that the
//! faces lack is shown as a replacement, and [`Faces::fit`] says so.

use super::PdfFault;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use std::collections::HashMap;
use unicode_segmentation::UnicodeSegmentation;

const REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/DejaVuSans.ttf");
const BOLD: &[u8] = include_bytes!("../../../../assets/fonts/DejaVuSans-Bold.ttf");

/// Stands where the faces lack a sign.
const LACKING: &str = "\u{FFFD}";

/// Regular or bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Headings and what stands out.
    Bold,
}

struct Face {
    font: Font,
    /// Glyph and advance (in parts of the type size) by character.
    glyphs: HashMap<char, (GlyphId, f32)>,
}

impl Face {
    fn load(bytes: &'static [u8]) -> Result<Self, PdfFault> {
        let font = Font::new(bytes.into(), 0).ok_or(PdfFault::Font)?;
        let reader = skrifa::FontRef::new(bytes).map_err(|_| PdfFault::Font)?;
        let metrics = reader.glyph_metrics(Size::unscaled(), LocationRef::default());
        let em = font.units_per_em();
        let glyph = |(point, id): (u32, skrifa::GlyphId)| {
            let advance = metrics.advance_width(id).unwrap_or(em) / em;
            Some((char::from_u32(point)?, (GlyphId::new(id.to_u32()), advance)))
        };
        Ok(Self { font, glyphs: reader.charmap().mappings().filter_map(glyph).collect() })
    }
}

/// Both faces.
pub struct Faces {
    regular: Face,
    bold: Face,
}

impl Faces {
    /// Reads the faces that are part of the program.
    ///
    /// # Errors
    /// When they cannot be read; a test reads them.
    pub fn load() -> Result<Self, PdfFault> {
        Ok(Self { regular: Face::load(REGULAR)?, bold: Face::load(BOLD)? })
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// The text with a replacement for each sign that is lacking, and whether there was one.
    #[must_use]
    pub fn fit(&self, text: &str) -> (String, bool) {
        let has =
            |c: char| self.regular.glyphs.contains_key(&c) && self.bold.glyphs.contains_key(&c);
        if text.chars().all(has) {
            return (text.to_owned(), false);
        }
        let mut fitted = String::with_capacity(text.len());
        let mut lacking = false;
        for grapheme in text.graphemes(true) {
            match grapheme.chars().next() {
                _ if grapheme.chars().all(has) => fitted.push_str(grapheme),
                // A control picture: the number of the control says as much.
                Some(picture @ '\u{2400}'..='\u{2421}') => {
                    let control = u32::from(picture) - 0x2400;
                    fitted.push_str(&format!("⟦{control:02X}⟧"));
                }
                _ => {
                    fitted.push_str(LACKING);
                    lacking = true;
                }
            }
        }
        (fitted, lacking)
    }

    /// How wide fitted text is, in parts of the type size.
    #[must_use]
    pub fn width(&self, text: &str, weight: Weight) -> f32 {
        let glyphs = &self.face(weight).glyphs;
        text.chars().filter_map(|c| glyphs.get(&c)).map(|(_, advance)| advance).sum()
    }

    /// The glyphs of fitted text, and the font they are of.
    #[must_use]
    pub fn glyphs(&self, text: &str, weight: Weight) -> (Vec<KrillaGlyph>, Font) {
        let face = self.face(weight);
        let glyph = |(at, c): (usize, char)| {
            let (id, advance) = *face.glyphs.get(&c)?;
            Some(KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, at..at + c.len_utf8(), None))
        };
        (text.char_indices().filter_map(glyph).collect(), face.font.clone())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_faces_have_every_latin_letter_with_its_marks() {
        let faces = Faces::load().unwrap();
        // U+1EFC..U+1EFF are medieval Welsh and not in DejaVu.
        let ranges = [0x20..=0x7E, 0xA0..=0x24F, 0x1E00..=0x1EFB, 0x2010..=0x2027, 0x2030..=0x205E];
        for point in ranges.into_iter().flatten() {
            let letter = char::from_u32(point).unwrap().to_string();
            assert_eq!(faces.fit(&letter), (letter.clone(), false), "U+{point:04X}");
        }
        assert!(!faces.fit("€ ✓ ☐ ⟦U+202E⟧ ⏎").1);
    }

    #[test]
    fn what_the_faces_lack_is_shown_and_never_dropped() {
        let faces = Faces::load().unwrap();
        assert_eq!(faces.fit("a😀b"), ("a\u{FFFD}b".into(), true));
        assert_eq!(faces.fit("مر"), ("\u{FFFD}\u{FFFD}".into(), true));
        assert_eq!(faces.fit("a\u{241B}b"), ("a⟦1B⟧b".into(), false));
        assert!(faces.width("\u{FFFD}", Weight::Bold) > 0.3);
    }
}
