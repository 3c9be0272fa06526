//! `synth` and `demo`: a workstation full of invented work.
//!
//! Deliberately absent: the inventing (`shell::synth`).

use super::exit::{Exit, Stop};
use super::output::Bar;
use super::workstation;
use super::{Context, door, tree};
use crate::app::effect::Secret;
use crate::domain::fact::StaffRole;
use crate::domain::id::{CaseId, to_hex};
use crate::domain::time::Moment;
use crate::form::{Form, Item, Kind as FieldKind, Library, Of, Section};
use crate::journal::{Cost, Fault, Journal, Passphrase, Save, Setup};
use crate::shell::data_dir::ThrowAway;
use crate::shell::signals;
use crate::shell::station::Opening;
use crate::shell::synth::{self, Chance, Desk, Instrument, Kind};
use crate::text::{Key, Text};
use crate::wire;
use chrono::Datelike;
use clap::{ArgMatches, Command, value_parser};

/// The name of the command that fills the workstation of `--data`.
pub const SYNTH: &str = "synth";
/// The name of the command that opens a throw-away one.
pub const DEMO: &str = "demo";

const CASES: &str = "cases";
const SEED: &str = "seed";
const OPEN: &str = "open";

const DEMO_CASES: &str = "60";
const OPEN_MAX: &str = "500";
const DEMO_SEED: u64 = 2016;
/// The form with which invented cases are assessed.
const INSTRUMENT: &str = "risk-assessment";

/// How often a throw-away place is removed while something may still be written in it.
const TRIES: usize = 1_000;

/// Cases recorded with one sync.
const BATCH_CASES: usize = 100;

/// `synth --cases N [--seed S] [--open M]`.
pub fn synth_command(text: &Text) -> Command {
    tree::command(SYNTH, text, Key::CommandAboutSynth).args([
        tree::option(CASES, text, Key::CommandArgCases)
            .value_name("N")
            .value_parser(value_parser!(u32))
            .required(true),
        tree::option(SEED, text, Key::CommandArgSeed)
            .value_name("S")
            .value_parser(value_parser!(u64)),
        tree::option(OPEN, text, Key::CommandArgOpen)
            .value_name("M")
            .value_parser(value_parser!(u32))
            .default_value(OPEN_MAX),
    ])
}

/// `demo [--cases N]`.
pub fn demo_command(text: &Text) -> Command {
    tree::command(DEMO, text, Key::CommandAboutDemo).arg(
        tree::option(CASES, text, Key::CommandArgCases)
            .value_name("N")
            .value_parser(value_parser!(u32))
            .default_value(DEMO_CASES),
    )
}

/// Fills the workstation of `--data`.
///
/// # Errors
/// A seed used before; faults of the disk: batches already recorded stay.
pub fn synth(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let cases = count(given, CASES);
    let open_max = count(given, OPEN);
    let seed = given.get_one::<u64>(SEED).copied();
    let mut journal = door::open(context)?;
    let seed = seed.map_or_else(|| fresh_seed(context), Ok)?;
    fill(context, &mut journal, (cases, open_max), seed)?;
    drop(journal.lock());
    Ok(Exit::Done)
}

/// Opens a throw-away workstation, and removes it afterwards.
///
/// # Errors
/// Without a terminal; when there is no room for it.
pub fn demo(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    workstation::need_terminal(context)?;
    let place = ThrowAway::new().map_err(|_| context.stop(Exit::Fault, Key::CommandNoPlace))?;
    let path = place.path().to_path_buf();
    let watch = signals::on_end(move |number| {
        // The filling goes on meanwhile and may add a file: then once more.
        let mut removed = (0..TRIES).map(|_| std::fs::remove_dir_all(&path));
        let _left = removed.any(|tried| tried.is_ok() || !path.exists());
        std::process::exit(128 + number);
    });
    let passphrase = Secret::new(to_hex(&random::<16>(context)?));
    let text = &context.text;
    let setup = Setup {
        organisation: text.get(Key::CommandDemoOrganisation).to_owned(),
        station_code: "DEMO".to_owned(),
        staff_name: text.get(Key::CommandDemoStaff).to_owned(),
        role: StaffRole::Manager,
        passphrase: Passphrase::from_text(passphrase.expose()),
        lang: text.lang().code().to_owned(),
        cost: Cost::DEMO,
    };
    let created = Journal::create(place.path(), setup, &door::lock_info(context.now), context.now);
    let (mut journal, _) = created.map_err(|fault| context.fault(&fault))?;
    // The second signature of the demo can be tried out: the name tells the passphrase.
    let colleague = (context.text.get(Key::CommandDemoColleague), StaffRole::Expert);
    let known = Passphrase::from_text(context.text.get(Key::CommandDemoPassphrase));
    let added = journal.add_staff(colleague, &known, context.now);
    added.map_err(|fault| context.fault(&fault))?;
    fill(context, &mut journal, (count(given, CASES), usize::MAX), DEMO_SEED)?;
    if let Ok(watch) = watch {
        watch.close();
    }
    let opening = Opening::Demo { journal: Box::new(journal), passphrase };
    let ended = workstation::hand_over(context, opening);
    drop(place);
    ended
}

fn count(given: &ArgMatches, name: &str) -> usize {
    given.get_one::<u32>(name).and_then(|n| usize::try_from(*n).ok()).unwrap_or_default()
}

fn random<const N: usize>(context: &Context) -> Result<[u8; N], Stop> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| context.stop(Exit::Fault, Key::CommandNoRandomness))?;
    Ok(bytes)
}

fn fresh_seed(context: &Context) -> Result<u64, Stop> {
    random(context).map(u64::from_le_bytes)
}

/// Records `cases` invented cases, at most `open_max` of them open, in batches.
fn fill(
    context: &Context,
    journal: &mut Journal,
    (cases, open_max): (usize, usize),
    seed: u64,
) -> Result<(), Stop> {
    let me = journal.me();
    let desk = desk_of(journal, context.now);
    let policy = wire::policy::builtin().deadlines.version;
    let year = context.now.day().year();
    let mut chance = Chance::new(seed);
    let mut bar = Bar::new();
    let mut batch: Vec<Save> = Vec::with_capacity(BATCH_CASES);
    let mut going_on: Vec<(CaseId, Kind, Moment)> = Vec::new();
    for index in 0..cases {
        let kind = synth::kind_of(index, cases, open_max).at(&desk);
        let made = synth::case(&mut chance, &desk, journal.next_number(year), kind);
        let known = index == 0 && journal.case(made.case).is_ok_and(|case| case.is_some());
        if known {
            return Err(context.stop(Exit::Refused, Key::CommandSeedUsed));
        }
        if kind.goes_on() {
            going_on.push((made.case, kind, made.at));
        }
        batch.push((me, made.at, made.drafts));
        if batch.len() == BATCH_CASES || index + 1 == cases {
            let recorded = journal.record_many(std::mem::take(&mut batch));
            recorded.map_err(|fault| context.fault(&fault))?;
            let went_on = go_on(journal, &desk, std::mem::take(&mut going_on), &policy);
            went_on.map_err(|fault| context.fault(&fault))?;
            door::settle(context, journal)?;
            bar.show(&context.text, Key::CommandSynthProgress, (index + 1, cases));
        }
    }
    Ok(())
}

/// Who the invented work is for, and with which instrument it is assessed.
fn desk_of(journal: &mut Journal, now: Moment) -> Desk {
    let me = journal.me();
    let staff = journal.staff();
    let name = staff.iter().find(|(id, _, _)| *id == me).map(|(_, name, _)| name.clone());
    let colleague = staff.iter().find(|(id, _, _)| *id != me).map(|(id, _, _)| *id);
    let library = Library::published();
    Desk {
        organisation: journal.station().organisation.clone(),
        staff: me,
        staff_name: name.unwrap_or_default(),
        colleague,
        instrument: library.newest(INSTRUMENT).map(instrument),
        now,
    }
}

fn instrument(form: &Form) -> Instrument {
    let about_case = |section: &Section| section.of == Of::Case;
    let is_yes_no = |item: &Item| matches!(item.kind, FieldKind::YesNo(_));
    let items = form.items().filter(|(section, item)| about_case(section) && is_yes_no(item));
    let scale = form.items().find(|(section, item)| {
        section.of == Of::Rater && item.choice("0").is_some() && item.choice("10").is_some()
    });
    Instrument {
        form: form.name.clone(),
        questions: items.map(|(_, item)| item.id.clone()).collect(),
        scale: scale.map(|(_, item)| item.id.clone()),
    }
}

/// The rounds that name earlier facts: decisions, adopted plans, signatures.
fn go_on(
    journal: &mut Journal,
    desk: &Desk,
    cases: Vec<(CaseId, Kind, Moment)>,
    policy: &str,
) -> Result<(), Fault> {
    for round in 1..synth::ROUNDS {
        let mut saves: Vec<Save> = Vec::new();
        for (id, kind, at) in &cases {
            let Some(case) = journal.case(*id)? else { continue };
            let made = synth::next_round((&case, *kind, *at), desk, (round, policy));
            let at = at.plus_hours(70 + i64::from(round));
            saves.extend(made.into_iter().map(|(author, draft)| (author, at, vec![draft])));
        }
        journal.record_many(saves)?;
    }
    Ok(())
}
