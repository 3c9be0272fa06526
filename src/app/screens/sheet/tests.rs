//! What a person who fills in a form can count on.
