//! What is measured, and how: none yet.

fn main() {}
