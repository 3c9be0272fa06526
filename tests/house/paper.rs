//! What goes out on paper: plans and letters, as text, HTML and PDF.

mod canary;
mod desk;
mod goldens;
mod pages;
mod stage;
