//! `init`: a new workstation, from flags, or by asking what is missing.
//!
//! The recovery code is the one line on standard output, and is shown this once. Deliberately
//! absent: any way to show it again.

use super::exit::{Exit, Stop};
use super::output::{safe, safe_path, tell};
use super::{Context, door, tree};
use crate::domain::fact::StaffRole;
use crate::journal::{Cost, Journal, Setup};
use crate::shell::passphrase;
use crate::text::{Key, Text};
use clap::{ArgMatches, Command};
use std::io::{self, BufRead, Write};

/// The name of the command.
pub const NAME: &str = "init";

const ORGANISATION: &str = "organisation";
const STATION: &str = "station";
const STAFF: &str = "staff";
const ROLE: &str = "role";

/// What a clerk is called. The first member of staff holds all keys, so it cannot be one.
const CLERKS: [&str; 4] = ["clerk", "administrator", "administratie", "administratief medewerker"];

/// The longest name of an organisation or a member of staff, in characters.
const NAME_CHARS_MAX: usize = 120;
/// The longest station code, in characters.
const CODE_CHARS_MAX: usize = 12;

/// Names of roles: the stable ones first, then what people at a desk call themselves.
const ROLES: [(&str, StaffRole); 14] = [
    ("caseworker", StaffRole::Caseworker),
    ("expert", StaffRole::Expert),
    ("manager", StaffRole::Manager),
    ("intake", StaffRole::Caseworker),
    ("investigator", StaffRole::Caseworker),
    ("coordinator", StaffRole::Caseworker),
    ("medewerker", StaffRole::Caseworker),
    ("physician", StaffRole::Expert),
    ("behavioural-expert", StaffRole::Expert),
    ("vertrouwensarts", StaffRole::Expert),
    ("gedragswetenschapper", StaffRole::Expert),
    ("team-lead", StaffRole::Manager),
    ("leidinggevende", StaffRole::Manager),
    ("teamleider", StaffRole::Manager),
];

/// `init [--organisation NAME] [--station CODE] [--staff NAME] [--role ROLE]`.
pub fn command(text: &Text) -> Command {
    tree::command(NAME, text, Key::CommandAboutInit).args([
        tree::option(ORGANISATION, text, Key::CommandArgOrganisation).value_name("NAME"),
        tree::option(STATION, text, Key::CommandArgStation).value_name("CODE"),
        tree::option(STAFF, text, Key::CommandArgStaff).value_name("NAME"),
        tree::option(ROLE, text, Key::CommandArgRole).value_name("ROLE"),
    ])
}

/// Sets the workstation up.
///
/// # Errors
/// An answer that will not do, and faults of the disk; nothing is set up then.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let dir = context.data()?;
    let answer = |name, question| answer(context, given.get_one::<String>(name), question);
    let organisation = name(context, &answer(ORGANISATION, Key::CommandAskOrganisation)?)?;
    let station_code = code(context, &answer(STATION, Key::CommandAskStation)?)?;
    let staff_name = name(context, &answer(STAFF, Key::CommandAskStaff)?)?;
    let role = role(context, &answer(ROLE, Key::CommandAskRole)?)?;
    let setup = Setup {
        organisation,
        station_code,
        staff_name,
        role,
        passphrase: door::ask_new(context)?,
        lang: context.text.lang().code().to_owned(),
        cost: Cost::STANDARD,
    };
    let created = Journal::create(&dir, setup, &door::lock_info(context.now), context.now);
    let (journal, recovery) = created.map_err(|fault| context.fault(&fault))?;
    tell(&context.text.with(Key::CommandInitDone, &[("path", (&safe_path(&dir)).into())]));
    tell(context.text.get(Key::CommandRecoveryWhat));
    context.out.line(&recovery.text())?;
    context.out.flush()?;
    drop(journal.lock());
    Ok(Exit::Done)
}

/// What was given, or what the person answers.
fn answer(context: &Context, given: Option<&String>, question: Key) -> Result<String, Stop> {
    if let Some(given) = given {
        return Ok(given.clone());
    }
    if !passphrase::has_terminal() {
        return Err(context.stop(Exit::Usage, Key::CommandInitMissing));
    }
    let _ = write!(io::stderr().lock(), "{}: ", context.text.get(question));
    let mut line = String::new();
    match io::stdin().lock().read_line(&mut line) {
        Ok(1..) => Ok(line),
        Ok(0) | Err(_) => Err(context.stop(Exit::Usage, Key::CommandInitMissing)),
    }
}

pub(super) fn name(context: &Context, answer: &str) -> Result<String, Stop> {
    let name = answer.trim();
    // A name comes back on every screen, so it must be plain: exactly what the screen shows.
    let plain = safe(name) == name && (1..=NAME_CHARS_MAX).contains(&name.chars().count());
    if plain { Ok(name.to_owned()) } else { Err(context.stop(Exit::Refused, Key::CommandBadName)) }
}

fn code(context: &Context, answer: &str) -> Result<String, Stop> {
    let code = answer.trim().to_ascii_uppercase();
    let plain = code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if plain && (1..=CODE_CHARS_MAX).contains(&code.len()) {
        Ok(code)
    } else {
        Err(context.stop(Exit::Refused, Key::CommandBadCode))
    }
}

pub(super) fn role(context: &Context, answer: &str) -> Result<StaffRole, Stop> {
    let answer = answer.trim().to_lowercase();
    if CLERKS.contains(&answer.as_str()) {
        return Err(context.stop(Exit::Usage, Key::CommandInitClerk));
    }
    let found = ROLES.iter().find(|(name, _)| *name == answer).map(|(_, role)| *role);
    found.ok_or_else(|| context.stop(Exit::Refused, Key::CommandBadRole))
}
