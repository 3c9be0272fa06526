//! Suggested links of the case in hand: a person confirms or rejects each; nothing merges itself.

use super::short_form;
use crate::app::effect::Effect;
use crate::app::keymap::Intent;
use crate::app::message::Weight;
use crate::app::model::{Model, Overlay, Pending};
use crate::app::turn::{Fate, Input, Turn};
use crate::domain::case::Case;
use crate::domain::event::Draft;
use crate::domain::fact::{Fact, Link, Verdict};
use crate::domain::id::{CaseId, LinkId};
use crate::text::Key as Words;

/// Which link is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The case.
    pub case: CaseId,
    /// Place of the selected link.
    pub selected: usize,
}

/// The links of a case, those that wait for a decision first.
#[must_use]
pub fn links(case: &Case) -> Vec<(LinkId, &Link)> {
    let shown = case.links.iter().filter_map(|(id, held)| Some((*id, held.shown()?)));
    let mut links: Vec<(LinkId, &Link)> = shown.collect();
    links.sort_by_key(|(id, link)| (link.verdict != Verdict::Suggested, *id));
    links
}

/// Opens the list, when there is anything in it.
pub fn open(model: &mut Model) {
    open_at(model, None);
}

/// The same, with this link selected.
pub fn open_at(model: &mut Model, link: Option<LinkId>) {
    let case = model.desk().and_then(|desk| desk.beside.case(desk.case_in_hand()?));
    let found = case.filter(|case| !case.links.is_empty()).map(|case| {
        let place = links(case).iter().position(|(id, _)| Some(*id) == link);
        State { case: case.id, selected: place.unwrap_or(0) }
    });
    match found {
        Some(state) => model.overlays.push(Overlay::Links(state)),
        None => model.say(Weight::Plain, Words::SaidNoLinks, Vec::new()),
    }
}

/// A key.
pub fn update(
    state: &mut State,
    model: &mut Model,
    turn: Turn,
    input: &Input,
) -> (Fate, Vec<Effect>) {
    let case = model.desk().and_then(|desk| desk.beside.case(state.case));
    let Some(case) = case else { return (Fate::Close, Vec::new()) };
    let list = links(case);
    let last = list.len().saturating_sub(1);
    state.selected = state.selected.min(last);
    let chosen = list.get(state.selected).map(|(id, link)| (*id, (*link).clone()));
    let Input::Intent(intent) = input else {
        model.quiet = true;
        return (Fate::Stay, Vec::new());
    };
    match (intent, chosen) {
        (Intent::MoveUp, _) => state.selected = state.selected.saturating_sub(1),
        (Intent::MoveDown, _) => state.selected = (state.selected + 1).min(last),
        (Intent::Top, _) => state.selected = 0,
        (Intent::Bottom, _) => state.selected = last,
        (Intent::Accept, Some((id, link))) => {
            return (Fate::Stay, decide(model, state.case, id, link));
        }
        (Intent::Reject, Some((id, link))) => {
            // A rejection is a judgement about two families: it asks for its reason.
            let kind = short_form::Kind::RejectLink(id, Box::new(link));
            short_form::open(model, turn, kind);
        }
        (Intent::Open, Some((_, link))) => {
            super::case::open(model, link.other);
            return (Fate::Close, Vec::new());
        }
        (Intent::Back, _) => return (Fate::Close, Vec::new()),
        _ => model.quiet = true,
    }
    (Fate::Stay, Vec::new())
}

fn decide(model: &mut Model, case: CaseId, id: LinkId, link: Link) -> Vec<Effect> {
    let loaded = model.desk().and_then(|desk| desk.beside.case(case));
    let Some(held) = loaded.and_then(|case| case.links.get(&id)) else { return Vec::new() };
    let heads = held.head_ids();
    let link = Link { verdict: Verdict::Confirmed, ..link };
    let drafts = vec![Draft::replacing(case, Fact::LinkRecorded { id, link }, heads)];
    vec![model.record(drafts, Pending::Said(Words::SaidLinked))]
}
