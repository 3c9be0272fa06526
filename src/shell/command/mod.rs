//! The command line: everything the workstation can do to data, for scripts, cron and colleagues.
//!
//! One file a command: what it is called, what it takes and what it does. Results go to standard
//! output, words for people to standard error, and every end is one of five exit codes. The
//! language is chosen before anything is parsed, so that help too speaks it. Deliberately absent:
//! secrets in arguments or the environment; there is no flag and no variable for them.

mod case;
mod deadline;
pub mod door;
mod exit;
mod faults;
mod fill;
mod find;
mod form;
mod inbox;
mod init;
mod keep;
mod language;
mod letter;
mod output;
mod paper;
mod papers;
mod plan;
mod queue;
pub mod reasons;
mod record;
mod refused;
mod schema;
mod show;
mod show_work;
mod sign;
mod staff;
mod standing;
mod tree;
mod usage;
mod workstation;

pub use exit::{Exit, Stop};

use crate::domain::time::Moment;
use crate::shell::{clock, data_dir, harden};
use crate::text::{Key, Lang, Text};
use clap::ArgMatches;
use output::{Output, tell};
use std::ffi::OsString;
use std::path::PathBuf;

/// What every command is given.
#[derive(Debug)]
pub struct Context {
    /// The words, in the language chosen.
    pub text: Text,
    /// Now.
    pub now: Moment,
    /// `--data`, or the place of the platform; `None` for a user without a home.
    data: Option<PathBuf>,
    /// `--passphrase-fd`.
    pub passphrase_descriptor: Option<u32>,
    /// `--lang`, when it was given.
    pub lang_given: Option<Lang>,
    /// `--as`: an id or a name.
    pub staff: Option<String>,
    /// Standard output.
    out: Output,
}

impl Context {
    fn new(text: Text, given: &ArgMatches) -> Self {
        let data = given.get_one::<PathBuf>(tree::DATA).cloned();
        Self {
            text,
            now: clock::now(),
            data: data.or_else(data_dir::default_dir),
            passphrase_descriptor: given.get_one::<u32>(tree::PASSPHRASE_FD).copied(),
            lang_given: given
                .try_get_one::<String>(tree::LANG)
                .ok()
                .flatten()
                .and_then(|code| Lang::from_code(code)),
            staff: given.get_one::<String>(tree::AS).cloned(),
            out: Output::default(),
        }
    }

    /// Where the data is.
    ///
    /// # Errors
    /// When this user has no home and `--data` was not given.
    pub fn data(&self) -> Result<PathBuf, Stop> {
        let no_home = || Stop::say(Exit::Fault, &self.text, Key::CommandNoHome);
        self.data.clone().ok_or_else(no_home)
    }
}

/// Runs the command line and tells how it ended. The first argument is the name of the program.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    // What the system refuses of it is no reason to stop.
    let _refused = harden::begin();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let text = Text::new(language::choose(&arguments));
    let given = match tree::tree(&text).try_get_matches_from(arguments) {
        Ok(given) => given,
        Err(error) => return usage::answer(&error, &text),
    };
    let mut context = Context::new(text, &given);
    let ended = dispatch(&mut context, &given);
    let flushed = context.out.flush();
    end(ended.and_then(|exit| flushed.map(|()| exit)), &context.text)
}

/// Tells why a command stopped, when there is something to tell.
fn end(ended: Result<Exit, Stop>, text: &Text) -> Exit {
    match ended {
        Ok(exit) => exit,
        Err(Stop::OutputClosed) => Exit::Done,
        Err(Stop::OutputFailed) => {
            tell(text.get(Key::CommandOutputFailed));
            Exit::Fault
        }
        Err(Stop::Told(exit, message)) => {
            tell(&message);
            exit
        }
    }
}

fn dispatch(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    match given.subcommand() {
        None => workstation::run(context, given),
        Some((init::NAME, given)) => init::run(context, given),
        Some((inbox::INBOX, given)) => inbox::inbox(context, given),
        Some((inbox::REPORT, given)) => inbox::report_new(context, given),
        Some((queue::QUEUE, given)) => queue::queue(context, given),
        Some((queue::DUE, given)) => queue::due(context, given),
        Some((find::NAME, given)) => find::run(context, given),
        Some((case::NAME, given)) => case::run(context, given),
        Some((plan::NAME, given)) => plan::run(context, given),
        Some((letter::NAME, given)) => letter::run(context, given),
        Some((deadline::NAME, given)) => deadline::run(context, given),
        Some((form::NAME, given)) => form::run(context, given),
        Some((keep::CHECK, given)) => keep::check(context, given),
        Some((keep::REBUILD, _)) => keep::rebuild(context),
        Some((keep::BACKUP, given)) => keep::backup(context, given),
        Some((keep::RESTORE, given)) => keep::restore(context, given),
        Some((fill::DEMO, given)) => fill::demo(context, given),
        Some((fill::SYNTH, given)) => fill::synth(context, given),
        Some((schema::NAME, given)) => schema::run(context, given),
        Some((staff::NAME, given)) => staff::run(context, given),
        Some((papers::COMPLETIONS, given)) => papers::completions(context, given),
        Some((papers::MAN, _)) => papers::man(context),
        // The tree and this list stand side by side; a test walks the one through the other.
        Some((_, _)) => Err(Stop::say(Exit::Usage, &context.text, Key::CommandUnknown)),
    }
}
