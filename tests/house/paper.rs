//! What goes out on paper: plans and letters, as text, HTML and PDF.

mod goldens;
mod pages;
mod stage;
