//! What a page is made of: pieces of a certain height, each with its ink, that a page break may
//! stand between.
//!
//! Deliberately absent: pages; see `pages.rs`.

use super::face::Weight;

/// A colour, in red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Running text.
pub const TEXT: Colour = Colour(29, 35, 39);
/// Labels and asides.
pub const MUTED: Colour = Colour(77, 90, 97);
/// Headings.
pub const ACCENT: Colour = Colour(23, 63, 79);
/// The edge of a card.
pub const EDGE: Colour = Colour(47, 113, 135);
/// Thin lines.
pub const LINE: Colour = Colour(201, 211, 215);
/// Inside a card.
pub const CARD: Colour = Colour(243, 247, 248);
/// What must be found at once, and what is not final.
pub const ALARM: Colour = Colour(155, 44, 29);
/// Behind the alarm route.
pub const ALARM_BACK: Colour = Colour(253, 241, 238);
/// Beside somebody's own words.
pub const OWN: Colour = Colour(201, 138, 27);
/// Behind somebody's own words.
pub const OWN_BACK: Colour = Colour(253, 247, 234);
/// Whose words they are.
pub const OWN_TEXT: Colour = Colour(107, 74, 13);
/// Paper.
pub const WHITE: Colour = Colour(255, 255, 255);

/// Ink, placed from the left of the page and the top of its piece, in points.
#[derive(Clone, Debug, PartialEq)]
pub enum Ink {
    /// A run of letters of one face; `y` is the line they stand on.
    Letters {
        /// Left.
        x: f32,
        /// The line they stand on.
        y: f32,
        /// Type size.
        size: f32,
        /// Face.
        weight: Weight,
        /// Colour.
        colour: Colour,
        /// What it says, fitted to the faces.
        text: String,
    },
    /// A filled rectangle.
    Fill(Area, Colour),
}

/// A rectangle: left, top, width, height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A strip over the whole width that is not divided over pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// Height, in points.
    pub height: f32,
    /// What is drawn.
    pub ink: Vec<Ink>,
    /// Must stand on the page of the piece after it.
    pub keep: bool,
    /// White space: left out at the top of a page.
    pub blank: bool,
    /// Begins a page.
    pub breaks: bool,
    /// Which frame it stands in.
    pub frame: Option<usize>,
    /// Which repeated head must stand above it on a new page.
    pub head: Option<usize>,
    /// Which element of the reading order it belongs to.
    pub element: Option<usize>,
}

/// How a frame looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Left.
    pub x: f32,
    /// Width.
    pub width: f32,
    /// The bar at its left.
    pub edge: Colour,
    /// Its ground.
    pub back: Colour,
}

/// What an element is to somebody who hears the page read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading of this level, 1 to 3.
    Heading(u16),
    /// Anything else.
    Paragraph,
}

/// Everything a paper is made of, in order.
#[derive(Clone, Debug, Default)]
pub struct Laid {
    /// The pieces.
    pub pieces: Vec<Piece>,
    /// The frames pieces stand in.
    pub frames: Vec<Frame>,
    /// The heads that are repeated.
    pub heads: Vec<Vec<Piece>>,
    /// The elements, in reading order.
    pub elements: Vec<Role>,
}
