//! What goes out on paper: the safety plan and the family plan as family and network read them, and
//! letters.
//!
//! A [`Paper`](model::Paper) is a list of blocks. Three writers print it: [`text`], [`html`] and
//! [`pdf`]. What may stand on a paper is decided where it is built ([`plan`], [`letter`]), out of a
//! list of what a reader may see, never out of a whole case.
//!
//! Deliberately absent: the clock (the day comes in), files, and every name of who reported.

pub mod guard;
pub mod html;
pub mod letter;
pub mod model;
pub mod pdf;
pub mod plan;
pub mod text;
mod wrap;
