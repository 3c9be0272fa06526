//! `case sign`: a second person signs a decision, a conclusion or an adopted plan, with their own
//! passphrase.
//!
//! Deliberately absent: what may be signed and by whom (`domain::rule`).

use super::exit::{Exit, Stop};
use super::output::safe;
use super::record::keep;
use super::{Context, case, door, tree};
use crate::domain::fact::Fact;
use crate::domain::id::EventId;
use crate::text::{Arg as Value, Key, Text};
use clap::{ArgMatches, Command};
use serde_json::json;

/// The name of the command.
pub const NAME: &str = "sign";

const FACT_ID: &str = "fact-id";

/// `case sign CASE --fact-id ID`.
pub fn command(text: &Text) -> Command {
    tree::command(NAME, text, Key::CommandAboutCaseSign).args([
        case::case_arg(text),
        tree::option(FACT_ID, text, Key::CommandArgFactId).value_name("ID").required(true),
        tree::json(text),
    ])
}

/// Signs, or says why not.
///
/// # Errors
/// A fact that is not there, or an id that could be several; faults of the disk.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let mut journal = door::open(context)?;
    let id = case::find(context, &mut journal, given)?;
    let events = journal.events(id).map_err(|fault| context.fault(&fault))?;
    let typed = given.get_one::<String>(FACT_ID).map_or("", String::as_str);
    let event = find(typed, events.iter().map(|event| event.id)).map_err(|key| {
        let shown = safe(typed);
        Stop::Told(Exit::No, context.text.with(key, &[("id", Value::from(&shown))]))
    })?;
    let told = vec![(Fact::Countersigned { event, staff: journal.me() }, None)];
    keep(
        context,
        journal,
        (id, told),
        given.get_flag(tree::JSON),
        |ids| json!({ "recorded": ids, "signed": event.hex() }),
    )
}

/// The one event whose id begins so.
fn find(typed: &str, events: impl Iterator<Item = EventId>) -> Result<EventId, Key> {
    let typed = typed.trim().to_ascii_lowercase();
    let plain = !typed.is_empty() && typed.bytes().all(|b| b.is_ascii_hexdigit());
    let mut found = events.filter(|event| plain && event.hex().starts_with(&typed));
    match (found.next(), found.next()) {
        (Some(event), None) => Ok(event),
        (Some(_), Some(_)) => Err(Key::CommandFactIdSeveral),
        (None, _) => Err(Key::CommandFactIdNone),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_found_by_the_beginning_of_its_id_when_that_is_one_fact() {
        let mut other = [0xAB; 32];
        other[1] = 0xCD;
        let events = || [EventId([0xAB; 32]), EventId(other), EventId([0x12; 32])].into_iter();
        assert_eq!(find("12", events()), Ok(EventId([0x12; 32])));
        assert_eq!(find(" ABCD ", events()), Ok(EventId(other)));
        assert_eq!(find(&EventId(other).hex(), events()), Ok(EventId(other)));
        assert_eq!(find("ab", events()), Err(Key::CommandFactIdSeveral));
        for odd in ["", "ac", "zz", "12 ", "é"] {
            let none = odd != "12 ";
            assert_eq!(find(odd, events()).is_err(), none, "{odd}");
        }
    }
}
