//! The program ends in the middle of a form, by a kill or a closed window: everything typed is
//! there again.
