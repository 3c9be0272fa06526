//! What comes in and what goes out: the national message standard (CORV), our own JSON, and how a
//! file becomes facts or is set aside.
//!
//! Everything here treats a file as hostile until it has been read whole. Deliberately absent: the
//! journal (a plan is handed over, never stored here) and words for people (kinds, not sentences).

pub mod case_json;
pub mod corv;
pub mod decode;
pub mod folder;
pub mod follow_up;
pub mod incoming;
pub mod intake;
pub mod json_report;
pub mod json_shape;
pub mod kept;
pub mod limits;
pub mod links;
pub mod list_json;
pub mod paper;
pub mod quarantine;
pub mod recognise;
pub mod refusal;
pub mod reuse;
pub mod xml;
