//! The screens, drawn: the same names as in `app::screens`.

pub mod case;
pub mod compare;
pub mod contact;
pub mod desk;
pub mod finders;
pub mod first_run;
pub mod overlay;
pub mod print;
pub mod queue;
pub mod sheet;
pub mod short_form;
pub mod unlock;
pub mod work;
