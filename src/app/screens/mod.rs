//! The screens: each has its own state, and its own update for what is pressed there.

pub mod case;
pub mod case_page;
pub mod compare;
pub mod confirm;
pub mod contact;
pub mod drafts;
pub mod first_run;
pub mod help;
pub mod links;
pub mod narrow;
pub mod notices;
pub mod palette;
pub mod pick;
pub mod print;
pub mod queue;
pub mod search;
pub mod sheet;
pub mod short_form;
pub mod unlock;
pub mod why;
pub mod work;
