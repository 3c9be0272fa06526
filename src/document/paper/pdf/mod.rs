//! A paper as a PDF: A4, real text, fonts inside, the same bytes for one paper on one day.
//!
//! Deliberately absent: a clock (the day printed is the paper's), names of persons in the
//! description of the file, pictures, and links.

mod face;
mod grid;
mod lay;
mod pages;
mod piece;

use super::model::Paper;
use face::{Faces, Weight};
use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagKind, TagTree,
};
use lay::{Column, FROM, Layer, SMALL, Style, TITLE};
use pages::Placed;
use piece::{ALARM, Area, Colour, Ink, LINE, Laid, Role};
use std::num::NonZeroU16;

const PAGE_WIDTH: f32 = 595.28;
const PAGE_HEIGHT: f32 = 841.89;
const LEFT: f32 = 62.0;
const TOP: f32 = 72.0;
const BOTTOM: f32 = 76.0;
/// Large type is this much larger: running text of about 14 points.
const LARGE: f32 = 1.42;

/// Why no PDF was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfFault {
    /// The fonts of the program cannot be read.
    #[error("the fonts of the program cannot be read")]
    Font,
    /// The file would break a limit of its format.
    #[error("the paper does not fit the format")]
    Limit,
}

/// The paper as the bytes of a PDF file.
///
/// # Errors
/// When the fonts cannot be read or a limit of the format is reached.
pub fn write(paper: &Paper, large: bool) -> Result<Vec<u8>, PdfFault> {
    let faces = Faces::load()?;
    let scale = if large { LARGE } else { 1.0 };
    let mut layer = Layer::new(&faces, scale);
    let column = Column { x: LEFT, width: PAGE_WIDTH - 2.0 * LEFT };
    layer.said(Role::Paragraph, &paper.from, FROM, column);
    layer.hold();
    layer.said(Role::Heading(1), &paper.title, TITLE, column);
    layer.hold();
    layer.gap(10.0);
    layer.blocks(&paper.blocks, column);
    if layer.lacking {
        layer.gap(10.0);
        layer.said(Role::Paragraph, &paper.lacking_words, SMALL, column);
    }
    let height = PAGE_HEIGHT - TOP - BOTTOM;
    let book = pages::divide(&layer.laid, height, height);
    let mut press = Press {
        faces: &faces,
        margin: Style { size: if large { SMALL.size * 1.2 } else { SMALL.size }, ..SMALL },
        laid: &layer.laid,
        tagged: layer.laid.elements.iter().map(|_| Vec::new()).collect(),
    };
    let mut document = Document::new();
    for (at, placed) in book.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or(PdfFault::Limit)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        press.margins(&mut surface, paper, (at + 1, book.len()));
        press.page(&mut surface, placed);
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(press.tree(paper));
    document.set_metadata(described(paper));
    document.finish().map_err(|_| PdfFault::Limit)
}

/// What the file says about itself: the title, the language and the day, and nobody's name.
fn described(paper: &Paper) -> Metadata {
    use chrono::Datelike;
    let number = |n: u32| u8::try_from(n).unwrap_or(1);
    let year = u16::try_from(paper.day.year()).unwrap_or(0);
    let day = DateTime::new(year).month(number(paper.day.month())).day(number(paper.day.day()));
    Metadata::new()
        .title(paper.title.as_str().to_owned())
        .language(paper.lang.code().to_owned())
        .creation_date(day.hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0))
}

struct Press<'a> {
    faces: &'a Faces,
    /// How the head and the foot of a page look.
    margin: Style,
    laid: &'a Laid,
    /// What was drawn of each element.
    tagged: Vec<Vec<Identifier>>,
}

impl Press<'_> {
    /// The head and the foot of a page.
    fn margins(&self, surface: &mut Surface<'_>, paper: &Paper, (page, pages): (usize, usize)) {
        surface
            .start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)));
        if let Some(draft) = &paper.draft {
            let style = Style { colour: ALARM, weight: Weight::Bold, ..self.margin };
            self.margin(surface, draft.as_str(), style, (Edge::Right, 46.0));
        }
        if page > 1 {
            self.margin(surface, paper.title.as_str(), self.margin, (Edge::Left, 46.0));
        }
        let y = PAGE_HEIGHT - BOTTOM + 24.0;
        let width = PAGE_WIDTH - 2.0 * LEFT;
        fill(surface, Area { x: LEFT, y, width, height: 0.7 }, LINE);
        let number = paper.page_words.replace("{page}", &page.to_string());
        let number = number.replace("{pages}", &pages.to_string());
        self.margin(surface, paper.foot.as_str(), self.margin, (Edge::Left, y + 16.0));
        self.margin(surface, &number, self.margin, (Edge::Right, y + 16.0));
        surface.end_tagged();
    }

    /// One line in a margin, cut where it would meet the other side.
    fn margin(&self, surface: &mut Surface<'_>, text: &str, style: Style, at: (Edge, f32)) {
        let (whole, _) = self.faces.fit(text.lines().next().unwrap_or(""));
        let width = |text: &str| self.faces.width(text, style.weight) * style.size;
        let room = (PAGE_WIDTH - 2.0 * LEFT) * 0.72;
        let mut used = 0.0;
        let mut text = String::new();
        for c in whole.chars() {
            used += width(c.encode_utf8(&mut [0; 4]));
            if used > room {
                text.push('…');
                break;
            }
            text.push(c);
        }
        let x = match at.0 {
            Edge::Left => LEFT,
            Edge::Right => PAGE_WIDTH - LEFT - width(&text),
        };
        let Style { size, weight, colour, .. } = style;
        self.letters(surface, &Ink::Letters { x, y: at.1, size, weight, colour, text }, 0.0);
    }

    fn page(&mut self, surface: &mut Surface<'_>, placed: &[Placed<'_>]) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        self.frames(surface, placed);
        for Placed { piece, top } in placed {
            for ink in &piece.ink {
                if let Ink::Fill(area, colour) = ink {
                    fill(surface, Area { y: TOP + top + area.y, ..*area }, *colour);
                }
            }
        }
        surface.end_tagged();
        for Placed { piece, top } in placed {
            let letters = |ink: &&Ink| matches!(ink, Ink::Letters { .. });
            if !piece.ink.iter().any(|ink| letters(&ink)) {
                continue;
            }
            let part = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            for ink in piece.ink.iter().filter(letters) {
                self.letters(surface, ink, TOP + top);
            }
            surface.end_tagged();
            if let Some(parts) = piece.element.and_then(|at| self.tagged.get_mut(at)) {
                parts.push(part);
            }
        }
    }

    /// The grounds of the frames on this page, each from its first piece to its last.
    fn frames(&self, surface: &mut Surface<'_>, placed: &[Placed<'_>]) {
        let mut rest = placed;
        while let Some(first) = rest.first() {
            let frame = first.piece.frame;
            let count = rest.iter().take_while(|placed| placed.piece.frame == frame).count();
            let (part, after) = rest.split_at(count.max(1));
            rest = after;
            let look = frame.and_then(|frame| self.laid.frames.get(frame));
            if let (Some(look), Some(last)) = (look, part.last()) {
                let height = last.top + last.piece.height - first.top;
                let ground = Area { x: look.x, y: TOP + first.top, width: look.width, height };
                fill(surface, ground, look.back);
                fill(surface, Area { width: 3.6, ..ground }, look.edge);
            }
        }
    }

    fn letters(&self, surface: &mut Surface<'_>, ink: &Ink, down: f32) {
        let Ink::Letters { x, y, size, weight, colour, text } = ink else { return };
        if text.is_empty() {
            return;
        }
        let (glyphs, font) = self.faces.glyphs(text, *weight);
        surface.set_fill(Some(painted(*colour)));
        surface.draw_glyphs(Point::from_xy(*x, y + down), &glyphs, font, text, *size, false);
    }

    /// The order in which the paper is read aloud.
    fn tree(&self, paper: &Paper) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(paper.lang.code().to_owned()));
        for (role, parts) in self.laid.elements.iter().zip(&self.tagged) {
            if parts.is_empty() {
                continue;
            }
            let tag: TagKind = match role {
                Role::Heading(level) => {
                    Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), None).into()
                }
                Role::Paragraph => Tag::P.into(),
            };
            let parts = parts.iter().map(|part| (*part).into()).collect();
            tree.push(TagGroup::with_children(tag, parts));
        }
        tree
    }
}

#[derive(Clone, Copy)]
enum Edge {
    Left,
    Right,
}

fn painted(Colour(red, green, blue): Colour) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}

fn fill(surface: &mut Surface<'_>, area: Area, colour: Colour) {
    let Some(rect) = Rect::from_xywh(area.x, area.y, area.width, area.height) else { return };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.set_fill(Some(painted(colour)));
        surface.draw_path(&path);
    }
}
