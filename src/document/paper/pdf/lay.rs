//! Turning the blocks of a paper into pieces: type sizes, indents, and what must stay together.
//!
//! Deliberately absent: pages and drawing.

use super::super::model::{Block, Scale, Tone, Words};
use super::super::wrap;
use super::face::{Faces, Weight};
use super::piece::{
    ACCENT, ALARM, ALARM_BACK, Area, CARD, Colour, EDGE, Frame, Ink, LINE, Laid, MUTED, OWN,
    OWN_BACK, OWN_TEXT, Piece, Role, TEXT, WHITE,
};

/// How a run of text looks.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Type size, in points.
    pub size: f32,
    /// From line to line, in type sizes.
    pub leading: f32,
    /// Face.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
}

const fn style(size: f32, leading: f32, weight: Weight, colour: Colour) -> Style {
    Style { size, leading, weight, colour }
}

/// Who made the paper, above the title.
pub const FROM: Style = style(9.0, 1.4, Weight::Regular, MUTED);
/// The title.
pub const TITLE: Style = style(23.0, 1.2, Weight::Bold, ACCENT);
const HEADING: Style = style(14.0, 1.3, Weight::Bold, ACCENT);
const SUBHEADING: Style = style(10.5, 1.4, Weight::Bold, ACCENT);
const BODY: Style = style(9.8, 1.5, Weight::Regular, TEXT);
const STRONG: Style = style(9.8, 1.5, Weight::Bold, TEXT);
const BIG: Style = style(16.0, 1.35, Weight::Bold, TEXT);
pub(super) const SMALL: Style = style(8.4, 1.45, Weight::Regular, MUTED);
const WHOSE: Style = style(8.4, 1.6, Weight::Bold, OWN_TEXT);
const CARD_TITLE: Style = style(10.5, 1.5, Weight::Bold, ACCENT);
const ALARM_TITLE: Style = style(13.0, 1.4, Weight::Bold, ALARM);

/// A card up to this height stays on one page.
const WHOLE_MAX: f32 = 330.0;
/// Rows and cells up to this many lines stay on one page.
const LINES_WHOLE_MAX: usize = 14;

/// Where text stands: from the left of the page, and how wide.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Left.
    pub x: f32,
    /// Width.
    pub width: f32,
}

impl Column {
    /// The same column, narrower at both sides.
    fn inset(self, left: f32, right: f32) -> Self {
        Self { x: self.x + left, width: (self.width - left - right).max(20.0) }
    }
}

/// The lines of one text in one style.
struct Run {
    lines: Vec<String>,
    style: Style,
    x: f32,
}

impl Run {
    fn leading(&self) -> f32 {
        self.style.size * self.style.leading
    }
}

/// Lays blocks out, one under the other.
pub struct Layer<'a> {
    /// The faces.
    pub faces: &'a Faces,
    /// How much larger than usual.
    pub scale: f32,
    /// What was laid.
    pub laid: Laid,
    /// A sign was lacking in the faces.
    pub lacking: bool,
    pub(super) frame: Option<usize>,
}

impl<'a> Layer<'a> {
    /// Nothing laid yet.
    #[must_use]
    pub fn new(faces: &'a Faces, scale: f32) -> Self {
        Self { faces, scale, laid: Laid::default(), lacking: false, frame: None }
    }

    /// Lays blocks in a column.
    pub fn blocks(&mut self, blocks: &[Block], column: Column) {
        for block in blocks {
            self.block(block, column);
        }
    }

    fn block(&mut self, block: &Block, column: Column) {
        match block {
            Block::Heading(words) => self.heading(words, column),
            Block::Subheading(words) => {
                self.gap(9.0);
                self.said(Role::Heading(3), words, SUBHEADING, column);
                self.hold();
            }
            Block::Paragraph(words) => self.paragraph(words, BODY, column),
            Block::Strong(words) => self.paragraph(words, STRONG, column),
            Block::Big(words) => self.paragraph(words, BIG, column),
            Block::Small(words) => self.paragraph(words, SMALL, column),
            Block::Quote { whose, words } => self.quote(whose, words, column),
            Block::Bullets(items) => self.bullets(items, column),
            Block::Rows(rows) => self.rows(rows, column),
            Block::Table(table) => self.table(table, column),
            Block::Scale(scale) => self.steps(scale, column),
            Block::Card { tone, title, inside } => self.card((*tone, title), inside, column),
            Block::Signatures { heads, lines } => self.signatures(heads, lines, column),
            Block::Gap => self.gap(12.0),
            Block::PageBreak => {
                let frame = self.frame;
                self.laid.pieces.push(Piece { breaks: true, frame, ..Piece::default() });
            }
        }
    }

    fn heading(&mut self, words: &Words, column: Column) {
        self.gap(20.0);
        self.said(Role::Heading(2), words, HEADING, column);
        let line = Area { x: column.x, y: 2.0, width: column.width, height: 1.2 };
        self.push(Piece { height: 9.0, ink: vec![Ink::Fill(line, ACCENT)], ..Piece::default() });
        self.hold();
    }

    /// White space, in points before scaling.
    pub(super) fn gap(&mut self, points: f32) {
        self.push(Piece { height: points * self.scale, blank: true, ..Piece::default() });
    }

    pub(super) fn push(&mut self, piece: Piece) {
        let frame = self.frame;
        self.laid.pieces.push(Piece { frame, ..piece });
    }

    /// The whole of what was laid last stays with what follows.
    pub(super) fn hold(&mut self) {
        for piece in self.laid.pieces.iter_mut().rev() {
            if piece.blank || piece.keep {
                break;
            }
            piece.keep = true;
        }
    }

    pub(super) fn element(&mut self, role: Role) -> usize {
        self.laid.elements.push(role);
        self.laid.elements.len() - 1
    }

    /// The lines of a text in a column.
    fn run(&mut self, words: &Words, style: Style, column: Column) -> Run {
        let style = Style { size: style.size * self.scale, ..style };
        let mut lines = Vec::new();
        if words.is_blank() {
            return Run { lines, style, x: column.x };
        }
        for line in words.lines() {
            let (fitted, lacking) = self.faces.fit(line);
            self.lacking |= lacking;
            let wide = |text: &str| self.faces.width(text, style.weight) * style.size;
            lines.extend(wrap::lines(&fitted, column.width, &wide));
        }
        Run { lines, style, x: column.x }
    }

    /// A text as pieces of one line each. Its first two and its last two lines stay together.
    pub(super) fn said(&mut self, role: Role, words: &Words, style: Style, column: Column) {
        let run = self.run(words, style, column);
        let element = self.element(role);
        let last = run.lines.len().saturating_sub(1);
        let leading = run.leading();
        for (at, line) in run.lines.iter().enumerate() {
            let ink = vec![letters(&run, line, 0.0)];
            let keep = last > 0 && at < last && (at == 0 || at + 1 == last);
            let element = Some(element);
            self.push(Piece { height: leading, ink, keep, element, ..Piece::default() });
        }
    }

    fn paragraph(&mut self, words: &Words, style: Style, column: Column) {
        if !words.is_blank() {
            self.said(Role::Paragraph, words, style, column);
            self.gap(5.0);
        }
    }

    fn bullets(&mut self, items: &[Words], column: Column) {
        for item in items {
            let first = self.laid.pieces.len();
            self.said(Role::Paragraph, item, BODY, column.inset(15.0 * self.scale, 0.0));
            let size = BODY.size * self.scale;
            let (x, y) = (column.x + 3.0 * self.scale, size * 0.68);
            let dot = Area { x, y, width: 3.6 * self.scale, height: 3.6 * self.scale };
            if let Some(piece) = self.laid.pieces.get_mut(first) {
                piece.ink.push(Ink::Fill(dot, EDGE));
            }
            self.gap(2.5);
        }
        self.gap(4.0);
    }

    fn quote(&mut self, whose: &Words, words: &Words, column: Column) {
        if words.is_blank() {
            return;
        }
        let look = Frame { x: column.x, width: column.width, edge: OWN, back: OWN_BACK };
        self.framed(look, 8.0, |layer| {
            let inside = column.inset(15.0, 12.0);
            layer.said(Role::Paragraph, whose, WHOSE, inside);
            layer.hold();
            layer.said(Role::Paragraph, words, BODY, inside);
        });
    }

    fn card(&mut self, (tone, title): (Tone, &Words), inside: &[Block], column: Column) {
        let (edge, back, style) = match tone {
            Tone::Calm => (EDGE, CARD, CARD_TITLE),
            Tone::Alarm => (ALARM, ALARM_BACK, ALARM_TITLE),
        };
        let look = Frame { x: column.x, width: column.width, edge, back };
        self.framed(look, 9.0, |layer| {
            let column = column.inset(15.0, 12.0);
            if !title.is_blank() {
                layer.said(Role::Heading(3), title, style, column);
                layer.hold();
            }
            layer.blocks(inside, column);
        });
    }

    /// Lays something in a frame, whole on one page when it is not too high. A frame in a frame is
    /// laid without a ground of its own.
    fn framed(&mut self, look: Frame, padding: f32, inside: impl FnOnce(&mut Self)) {
        let first = self.laid.pieces.len();
        let outer = self.frame;
        if outer.is_none() {
            self.laid.frames.push(look);
            self.frame = Some(self.laid.frames.len() - 1);
        }
        self.push(Piece { height: padding, keep: true, ..Piece::default() });
        inside(self);
        while self.laid.pieces.len() > first + 1 && self.laid.pieces.last().is_some_and(|p| p.blank)
        {
            self.laid.pieces.pop();
        }
        if let Some(last) = self.laid.pieces.last_mut() {
            last.keep = true;
        }
        self.push(Piece { height: padding, ..Piece::default() });
        self.frame = outer;
        let pieces = self.laid.pieces.get_mut(first..).unwrap_or_default();
        if pieces.iter().map(|piece| piece.height).sum::<f32>() <= WHOLE_MAX {
            let last = pieces.len().saturating_sub(1);
            pieces.iter_mut().take(last).for_each(|piece| piece.keep = true);
        }
        self.gap(8.0);
    }

    fn rows(&mut self, rows: &[(Words, Words)], column: Column) {
        let label = column.width * 0.3;
        for (name, value) in rows {
            let left = Column { x: column.x, width: label - 10.0 };
            let right = column.inset(label, 0.0);
            self.side_by_side(&[(name, MUTED_BODY, left), (value, BODY, right)]);
            self.gap(2.5);
        }
        self.gap(3.0);
    }

    /// Texts beside each other, line by line. Kept together while they are not very long.
    pub(super) fn side_by_side(&mut self, cells: &[(&Words, Style, Column)]) {
        let mut runs = Vec::new();
        for (words, style, column) in cells {
            runs.push(self.run(words, *style, *column));
        }
        let leading = runs.iter().map(Run::leading).fold(0.0, f32::max);
        let count = runs.iter().map(|run| run.lines.len()).max().unwrap_or(0);
        let element = Some(self.element(Role::Paragraph));
        for at in 0..count {
            let of_run = |run: &Run| run.lines.get(at).map(|line| letters(run, line, 0.0));
            let ink = runs.iter().filter_map(of_run).collect();
            let keep = at + 1 < count && (count <= LINES_WHOLE_MAX || at == 0 || at + 2 == count);
            self.push(Piece { height: leading, ink, keep, element, ..Piece::default() });
        }
    }

    /// A scale of nought to ten as eleven boxes; now is filled, wanted has a thick edge.
    fn steps(&mut self, scale: &Scale, column: Column) {
        let side = (column.width / 13.0).min(26.0 * self.scale);
        let height = 17.0 * self.scale;
        let mut ink = Vec::new();
        for step in 0..=10_u8 {
            let x = column.x + f32::from(step) * (side + 3.0);
            let outer = Area { x, y: 0.0, width: side, height };
            let (now, wanted) = (scale.now == Some(step), scale.wanted == Some(step));
            let edge = if wanted { 2.2 } else { 0.7 };
            ink.push(Ink::Fill(outer, if wanted || now { ACCENT } else { LINE }));
            if !now {
                ink.push(Ink::Fill(outer.shrunk(edge), WHITE));
            } else if wanted {
                ink.push(Ink::Fill(outer.shrunk(edge), WHITE));
                ink.push(Ink::Fill(outer.shrunk(edge + 1.4), ACCENT));
            }
            let weight = if now || wanted { Weight::Bold } else { Weight::Regular };
            let colour = if now {
                WHITE
            } else if wanted {
                ACCENT
            } else {
                MUTED
            };
            let text = step.to_string();
            let size = 8.5 * self.scale;
            let x = x + (side - self.faces.width(&text, weight) * size) / 2.0;
            let y = height / 2.0 + size * 0.36;
            ink.push(Ink::Letters { x, y, size, weight, colour, text });
        }
        self.gap(2.0);
        let element = Some(self.element(Role::Paragraph));
        let height = height + 3.0;
        self.push(Piece { height, ink, keep: true, element, ..Piece::default() });
        self.paragraph(&scale.told(), SMALL, column);
    }
}

pub(super) const MUTED_BODY: Style = style(9.8, 1.5, Weight::Regular, MUTED);

/// One line of a run as ink, `down` points below the top of its piece.
fn letters(run: &Run, line: &str, down: f32) -> Ink {
    let Style { size, leading, weight, colour } = run.style;
    // The letters stand so that the white above and below them is the same.
    let y = down + size * (leading / 2.0 + 0.36);
    Ink::Letters { x: run.x, y, size, weight, colour, text: line.to_owned() }
}

impl Area {
    fn shrunk(self, edge: f32) -> Self {
        Self {
            x: self.x + edge,
            y: self.y + edge,
            width: self.width - 2.0 * edge,
            height: self.height - 2.0 * edge,
        }
    }
}
