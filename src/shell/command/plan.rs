//! `plan`: the plans of a case: a list, and one on paper for family and network.
//!
//! Deliberately absent: making or adopting a plan (the workstation, or `case record`).

use super::exit::{Exit, Stop};
use super::output::{safe, tell};
use super::{Context, case, door, paper, tree};
use crate::document::paper::plan::{self, Asked, PlanFault, Wanted};
use crate::domain::case::{Case, Plan};
use crate::domain::id::PlanId;
use crate::domain::safety_plan::PlanKind;
use crate::text::{Key, Text};
use clap::{ArgMatches, Command};
use serde_json::json;

/// The name of the command.
pub const NAME: &str = "plan";

const LIST: &str = "list";
const PRINT: &str = "print";
const PLAN: &str = "plan";
const EDITION: &str = "version";
/// The name of the working copy, where a version is asked for.
const DRAFT: &str = "draft";

/// The shortest beginning of an id that is looked for.
const ID_LETTERS_MIN: usize = 4;

/// `plan list|print`.
pub fn command(text: &Text) -> Command {
    tree::group(NAME, text, Key::PaperCommandAboutPlan).subcommands([
        tree::command(LIST, text, Key::PaperCommandAboutPlanList)
            .args([case::case_arg(text), tree::json(text)]),
        tree::command(PRINT, text, Key::PaperCommandAboutPlanPrint)
            .arg(case::case_arg(text))
            .args([
                tree::option(PLAN, text, Key::PaperCommandArgPlan).value_name("ID"),
                tree::option(EDITION, text, Key::PaperCommandArgEdition)
                    .value_name("N|draft")
                    .value_parser(edition),
            ])
            .args(paper::arguments(text)),
    ])
}

fn edition(typed: &str) -> Result<Wanted, &'static str> {
    match typed.parse::<u16>() {
        Ok(number) => Ok(Wanted::Version(number)),
        Err(_) if typed == DRAFT => Ok(Wanted::Working),
        Err(_) => Err("N|draft"),
    }
}

/// Lists or prints.
///
/// # Errors
/// When there is no such case or plan; faults of the disk.
pub fn run(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    match given.subcommand() {
        Some((LIST, given)) => list(context, given),
        Some((PRINT, given)) => print(context, given),
        Some((_, _)) | None => Err(context.stop(Exit::Usage, Key::CommandMissing)),
    }
}

const fn kind_name(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::Safety => "safety",
        PlanKind::Family => "family",
    }
}

fn list(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let mut journal = door::open(context)?;
    let id = case::find(context, &mut journal, given)?;
    let found = journal.case(id).map_err(|fault| context.fault(&fault))?;
    drop(journal.lock());
    let found = found.unwrap_or_else(|| Case::unknown(id));
    let plans = found.plans.iter().map(|(id, plan)| (*id, plan, plan.now()));
    if given.get_flag(tree::JSON) {
        let all: Vec<_> = plans
            .map(|(id, plan, now)| {
                let versions: Vec<u16> = plan.versions.keys().copied().collect();
                json!({ "plan": id.hex(), "kind": now.kind.map(kind_name), "versions": versions })
            })
            .collect();
        context.out.json(&json!(all))?;
        return Ok(Exit::Done);
    }
    for (id, plan, now) in plans {
        let kind = match now.kind {
            Some(PlanKind::Safety) => context.text.get(Key::PaperSafetyPlan),
            Some(PlanKind::Family) => context.text.get(Key::PaperFamilyPlan),
            None => context.text.get(Key::Unknown),
        };
        let versions = match plan.versions.len() {
            0 => context.text.get(Key::PaperWorkingCopy).to_owned(),
            count => context.text.count(Key::PaperPlanAdopted, count),
        };
        let line = [id.hex(), kind.to_owned(), versions].join("  ");
        context.out.line(&line)?;
    }
    Ok(Exit::Done)
}

fn print(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let mut journal = door::open(context)?;
    let id = case::find(context, &mut journal, given)?;
    let found = journal.case(id).map_err(|fault| context.fault(&fault))?;
    let from = journal.station().organisation.clone();
    drop(journal.lock());
    let found = found.unwrap_or_else(|| Case::unknown(id));
    let typed = given.get_one::<String>(PLAN).map(String::as_str);
    let (id, wished) = choose(context, &found, typed)?;
    let wanted = given.get_one::<Wanted>(EDITION).copied().unwrap_or(Wanted::Newest);
    let day = context.now.day();
    let asked = Asked { plan: id, wanted, from: &from, day };
    let reading = plan::reading(&found, asked, &context.text);
    let reading = reading.map_err(|fault| refused(context, fault))?;
    let disputed = wished.now().disputed;
    if reading.is_draft() && disputed > 0 {
        tell(&context.text.count(Key::PaperDisputedValues, disputed));
    }
    let printed = plan::paper(&reading, day, &context.text);
    paper::look(context, &printed, &found, given)?;
    paper::deliver(context, &printed, given)
}

/// The plan asked for; or the only one, or the only safety plan.
fn choose<'a>(
    context: &Context,
    case: &'a Case,
    typed: Option<&str>,
) -> Result<(PlanId, &'a Plan), Stop> {
    let plans: Vec<(PlanId, &Plan)> = case.plans.iter().map(|(id, plan)| (*id, plan)).collect();
    let fits: Vec<(PlanId, &Plan)> = match typed.map(|typed| safe(typed).to_ascii_lowercase()) {
        Some(typed) if typed.len() >= ID_LETTERS_MIN => {
            plans.into_iter().filter(|(id, _)| id.hex().starts_with(&typed)).collect()
        }
        Some(_) => Vec::new(),
        None if plans.len() <= 1 => plans,
        None => {
            let safety = |(_, plan): &(PlanId, &Plan)| {
                plan.opened.shown().is_some_and(|opened| opened.kind == PlanKind::Safety)
            };
            let safe: Vec<(PlanId, &Plan)> =
                plans.iter().filter(|plan| safety(plan)).copied().collect();
            if safe.len() == 1 { safe } else { plans }
        }
    };
    match fits.as_slice() {
        [one] => Ok(*one),
        [] => Err(context.stop(Exit::No, Key::PaperNoPlan)),
        [_, _, ..] => Err(context.stop(Exit::Usage, Key::PaperSeveralPlans)),
    }
}

fn refused(context: &Context, fault: PlanFault) -> Stop {
    let (exit, key) = match fault {
        PlanFault::NoPlan => (Exit::No, Key::PaperNoPlan),
        PlanFault::NoVersion => (Exit::No, Key::PaperNoVersion),
        PlanFault::Disputed => (Exit::Refused, Key::PaperVersionDisputed),
        PlanFault::NotWhole => (Exit::Refused, Key::PaperNotWhole),
    };
    context.stop(exit, key)
}
