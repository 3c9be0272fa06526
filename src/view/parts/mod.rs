//! The parts that screens are drawn with. Each takes [`crate::text::SafeText`] only.

pub mod dialog;
pub mod field;
pub mod footer;
pub mod form;
pub mod header;
pub mod line_edit;
pub mod list;
pub mod page;
pub mod pane;
pub mod pen;
pub mod strip;

pub use pen::Pen;
