//! The tab of the triage: its steps in order, each with how it stands, and above them what is
//! missing for a decision.
//!
//! What blocks a decision is asked of the rules themselves, with the decision that could be made
//! now. Deliberately absent: the decision. Suggestions are shown with their source, tick nothing.

pub mod decision;
mod people;
mod steps;

use super::content::{Action, Call, Content, Row, RowKey, Scene, Sign};
use super::sign;
use crate::app::effect::Effect;
use crate::app::keymap::Intent;
use crate::app::message::Weight;
use crate::app::model::{Model, Overlay, Place};
use crate::app::page::Tone;
use crate::app::screens::sheet::Purpose;
use crate::app::screens::{confirm, links, print};
use crate::app::turn::Turn;
use crate::domain::event::Draft;
use crate::domain::fact::{Fact, Opening};
use crate::domain::id::{IncidentId, InquiryId, LinkId, PersonId};
use crate::domain::slot::Held;
use crate::domain::suggestion::Suggestion;
use crate::text::Key as Words;

/// Which row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Acute unsafety.
    Acute,
    /// How soon something must happen.
    Urgency,
    /// Earlier involvement.
    Earlier,
    /// A link to another case.
    Link(LinkId),
    /// The referral index.
    Index,
    /// Information asked of others.
    Inquiries,
    /// One question.
    Inquiry(InquiryId),
    /// Contact with the family.
    Family,
    /// A child, seen or not.
    Child(PersonId),
    /// Who looks along.
    Expertise,
    /// The nature of it.
    Natures,
    /// What it comes to.
    Analysis,
    /// A significant event.
    Incident(IncidentId),
    /// What the protocol suggests.
    Suggested(Suggestion),
    /// A person who must be told.
    Informed(PersonId),
    /// The reporter.
    Reporter,
    /// The decision.
    Decision,
    /// Its second signature.
    Signature,
}

/// The rows of this tab.
#[must_use]
pub fn content(scene: &Scene<'_>) -> Content {
    if scene.case.opening_read() == Some(Opening::Advice) {
        return Content {
            head: vec![(Tone::Soft, scene.say(Words::TriageNotForAdvice))],
            rows: vec![],
        };
    }
    let mut rows = steps::acute(scene);
    rows.push(steps::urgency(scene));
    rows.push(steps::earlier(scene));
    rows.extend(people::links(scene));
    rows.push(steps::index(scene));
    rows.extend(people::inquiries(scene));
    rows.push(steps::family(scene));
    rows.extend(people::children(scene));
    rows.push(steps::expertise(scene));
    rows.push(steps::natures(scene));
    rows.push(steps::analysis(scene));
    rows.extend(people::incidents(scene));
    rows.extend(steps::suggestions(scene));
    rows.extend(people::informed(scene));
    rows.push(steps::reporter(scene));
    rows.extend(decision::rows(scene));
    Content { head: decision::head(scene, &rows), rows }
}

/// A key that means something of its own here; `None` when it does not.
pub fn intent(model: &mut Model, turn: Turn, intent: Intent) -> Option<Vec<Effect>> {
    let desk = model.desk()?;
    let Place::Work(state) = &desk.place else { return None };
    let (case, key) = (state.case, state.selected().map(|row| row.key.clone()));
    match intent {
        Intent::NewRow => {
            let purpose = Purpose::Inquiry(InquiryId(turn.seed.id(1)));
            super::open_form(model, turn, Call::new(purpose));
            Some(Vec::new())
        }
        Intent::Remove => {
            remove(model, key);
            Some(Vec::new())
        }
        Intent::Print => {
            print::open_letter(model);
            Some(Vec::new())
        }
        Intent::Sign => {
            let waiting = desk.beside.case(case).and_then(|held| {
                let mut all = sign::all_waiting(held).into_iter();
                all.find(|waiting| waiting.what == sign::Signed::Decision)
            });
            match waiting {
                Some(waiting) => sign::sign_myself(model, case, waiting),
                None => model.say(Weight::Plain, Words::SaidNothingToSign, Vec::new()),
            }
            Some(Vec::new())
        }
        _ => None,
    }
}

/// Links are decided; a question or an event is taken away after being asked about.
fn remove(model: &mut Model, key: Option<RowKey>) {
    let fact = match key {
        Some(RowKey::Triage(Line::Inquiry(inquiry))) => {
            Some(Fact::InformationAsked { inquiry, content: None })
        }
        Some(RowKey::Triage(Line::Incident(incident))) => {
            Some(Fact::IncidentNoted { incident, content: None })
        }
        _ => None,
    };
    match (fact, super::case_in_hand(model)) {
        (Some(fact), Some(case)) => {
            let heads = case.heads_for(&fact);
            let draft = Draft::replacing(case.id, fact, heads);
            let action = confirm::Action::Record(vec![draft], Words::SaidTakenAway);
            let (question, values) = (Words::ConfirmTakeAway, Vec::new());
            model.overlays.push(Overlay::Confirm(confirm::State { question, values, action }));
        }
        (Some(_) | None, _) => links::open(model),
    }
}

fn row(scene: &Scene<'_>, line: Line, sign: Sign, label: Words) -> Row {
    Row::new(RowKey::Triage(line), sign, scene.say(label))
}

/// A step of the triage form.
const fn step(section: &'static str) -> Action {
    Action::Form(Call::at(Purpose::Triage, section))
}

/// How a value stands: not there, one, or several against each other.
pub(super) fn sign_of<T>(held: &Held<T>) -> Sign {
    if held.is_disputed() {
        Sign::Dispute
    } else if held.is_empty() {
        Sign::Open
    } else {
        Sign::Done
    }
}

/// A row about one value, with every reading of it in sight when colleagues contradict each other.
fn about<T>(
    scene: &Scene<'_>,
    (row, held): (Row, &Held<T>),
    shown: impl Fn(&Scene<'_>, &T) -> String,
    help: Words,
) -> Row {
    let readings: Vec<String> = held.values().map(|value| shown(scene, value)).collect();
    let summary = match readings.as_slice() {
        [] => scene.say(Words::StepOpen),
        [only] => only.clone(),
        several => format!("{}: {}", scene.say(Words::Dispute), several.join(" ≠ ")),
    };
    let mut row = row.summed(summary);
    let disputed = held.is_disputed();
    for (_, stamp, value) in held.heads() {
        if disputed {
            row = row.more(Tone::Warning, shown(scene, value));
        }
        row = row.under(Tone::Soft, scene.said_by(stamp));
    }
    if disputed {
        row = row.more(Tone::Warning, scene.say(Words::StepDisputed));
    }
    row.more(Tone::Soft, scene.say(help))
}
