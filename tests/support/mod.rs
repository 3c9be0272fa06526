//! What the end-to-end and crash tests share: a terminal around a program, and a judge of bytes.
//!
//! Included by path from each test binary, so that none of this is part of the product.
#![allow(dead_code, reason = "each test binary uses another part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

pub mod oracle;
pub mod pty;
