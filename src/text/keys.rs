//! [`Key`]: the closed set of everything the program can say.
//!
//! Each section of the wording has a file of its own under `keys/`, so that two people adding
//! words seldom touch the same lines. To add words: a line `Name = "its-name",` in the section's
//! file, and `its-name = …` under the same heading in `assets/text/nl.ftl` and `en.ftl`, in the
//! same order. To add a section: a file like the others, a `mod` line and a name in the list below.
//! Tests hold all three together.
//!
//! Deliberately absent: any wording.

/// Defines a macro that adds the keys of one section and hands over to the next section. The first
/// token is a dollar sign, which a macro that writes a macro must be given.
macro_rules! keys_section {
    ($d:tt $section:ident { $($variant:ident = $name:literal,)* }) => {
        macro_rules! $section {
            ([$d($d done:tt)*] $d next:ident $d($d rest:ident)*) => {
                $d next! { [$d($d done)* $($variant = $name,)*] $d($d rest)* }
            };
        }
    };
}

macro_rules! define_keys {
    ([$($variant:ident = $name:literal,)*]) => {
        /// Something the program can say. The name tells where it is said.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum Key {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Key {
            /// Every key, in the order of its number.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the wording files.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The key with this name, for names that are data (such as `why-saturday`).
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

#[macro_use]
mod common;
#[macro_use]
mod units;
#[macro_use]
mod why;
#[macro_use]
mod states;
#[macro_use]
mod errors;
#[macro_use]
mod import;
#[macro_use]
mod first_run;
#[macro_use]
mod lock;
#[macro_use]
mod queue;
#[macro_use]
mod case;
#[macro_use]
mod command;
#[macro_use]
mod rule;
#[macro_use]
mod form;
#[macro_use]
mod forms;
#[macro_use]
mod help;
#[macro_use]
mod telephone;
#[macro_use]
mod station;
#[macro_use]
mod plan;
#[macro_use]
mod casework;
#[macro_use]
mod sheet;
#[macro_use]
mod app;
#[macro_use]
mod paper;

common_keys! {
    []
    units_keys
    why_keys
    states_keys
    errors_keys
    import_keys
    first_run_keys
    lock_keys
    queue_keys
    case_keys
    command_keys
    rule_keys
    form_keys
    forms_keys
    help_keys
    telephone_keys
    station_keys
    plan_keys
    casework_keys
    sheet_keys
    app_keys
    paper_keys
    define_keys
}
