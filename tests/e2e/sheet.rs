//! What is refused, and what is thrown into a form.
