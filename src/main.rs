//! Beschermd.
fn main() {}
