//! `staff`: who shares this workstation. Each has a slot of their own in the keyring.
//!
//! Deliberately absent: taking somebody's slot away (that goes with a new vault key, and belongs to
//! the roster), and any secret in an argument.

use super::exit::{Exit, Stop};
use super::output::{safe, tell};
use super::{Context, door, init, tree};
use crate::domain::fact::StaffRole;
use crate::text::{Key, Text};
use clap::{ArgMatches, Command, value_parser};
use serde_json::json;

/// The name of the command.
pub const NAME: &str = "staff";

const LIST: &str = "list";
const ADD: &str = "add";
const PASSPHRASE: &str = "passphrase";
const STAFF: &str = "staff";
const ROLE: &str = "role";
const NEW_FD: &str = "new-passphrase-fd";

/// `staff list|add|passphrase`.
pub fn command(text: &Text) -> Command {
    let new_fd = || {
        tree::option(NEW_FD, text, Key::CommandArgNewPassphraseFd)
            .value_name("N")
            .value_parser(value_parser!(u32))
    };
    tree::group(NAME, text, Key::CommandAboutStaff).subcommands([
        tree::command(LIST, text, Key::CommandAboutStaffList).arg(tree::json(text)),
        tree::command(ADD, text, Key::CommandAboutStaffAdd).args([
            tree::option(STAFF, text, Key::CommandArgStaff).value_name("NAME").required(true),
            tree::option(ROLE, text, Key::CommandArgRole).value_name("ROLE").required(true),
            new_fd(),
        ]),
        tree::command(PASSPHRASE, text, Key::CommandAboutStaffPassphrase).arg(new_fd()),
    ])
}

/// Lists, adds, or changes a passphrase.
///
/// # Errors
/// An answer that will not do; faults of the disk: then nothing has changed.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    match given.subcommand() {
        Some((LIST, given)) => list(context, given),
        Some((ADD, given)) => add(context, given),
        Some((PASSPHRASE, given)) => change(context, given),
        Some((_, _)) | None => Err(context.stop(Exit::Usage, Key::CommandMissing)),
    }
}

fn list(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let journal = door::open(context)?;
    let staff = journal.staff();
    drop(journal.lock());
    if given.get_flag(tree::JSON) {
        let all: Vec<_> = staff
            .iter()
            .map(|(id, name, role)| {
                json!({ "staff": id.hex(), "name": name, "role": role_name(*role) })
            })
            .collect();
        context.out.json(&json!(all))?;
        return Ok(Exit::Done);
    }
    for (id, name, role) in staff {
        let line = [safe(&name), role_name(role).to_owned(), id.hex()].join("  ");
        context.out.line(&line)?;
    }
    Ok(Exit::Done)
}

fn add(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let asked = |name: &str| given.get_one::<String>(name).cloned().unwrap_or_default();
    let name = init::name(context, &asked(STAFF))?;
    let role = init::role(context, &asked(ROLE))?;
    let mut journal = door::open(context)?;
    let passphrase = door::ask_new_from(context, given.get_one::<u32>(NEW_FD).copied())?;
    let added = journal.add_staff((&name, role), &passphrase, context.now);
    let staff = added.map_err(|fault| context.fault(&fault))?;
    door::settle(context, &mut journal)?;
    drop(journal.lock());
    tell(context.text.get(Key::CommandStaffAdded));
    context.out.line(&staff.hex())?;
    Ok(Exit::Done)
}

fn change(context: &Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let (mut journal, old) = door::open_keeping(context)?;
    let new = door::ask_new_from(context, given.get_one::<u32>(NEW_FD).copied())?;
    let changed = journal.change_passphrase(&old, &new);
    drop(journal.lock());
    changed.map_err(|fault| context.fault(&fault))?;
    tell(context.text.get(Key::CommandPassphraseChanged));
    Ok(Exit::Done)
}

const fn role_name(role: StaffRole) -> &'static str {
    match role {
        StaffRole::Caseworker => "caseworker",
        StaffRole::Expert => "expert",
        StaffRole::Manager => "manager",
        StaffRole::Clerk => "clerk",
    }
}
