//! Promises of safe text, over many strings.
