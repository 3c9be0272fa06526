//! What the disk can do to us: kills, torn writes, flipped bits, full disks, lost files.
//!
//! The children that are killed are this test binary itself, started again with a role in its
//! environment. The long variants are ignored by default and run before a release.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests: a broken promise ends the test"
)]

mod basics;
mod canary;
mod care;
mod child;
mod full;
mod kills;
mod rot;
mod speed;
mod support;
mod torn;
