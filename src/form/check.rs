//! How the items of a form must agree with each other.
//!
//! Only what could be read is checked, so that one mistake is told once. Deliberately absent: what
//! is wrong inside a single value (`read`).

use super::load::{Draft, DraftProposal};
use super::problem::Reason;
use super::read::{Reader, Table};
use super::shape::{Kind, Meaning, NO, NO_INFORMATION, Of, Test, Use, YES};
use std::collections::BTreeMap;

/// What an assessment must ask: without these no conclusion can be written.
const OF_AN_ASSESSMENT: [Meaning; 5] =
    [Meaning::Safety, Meaning::Risk, Meaning::Reasons, Meaning::Confidence, Meaning::ValidUntil];

/// Ids, points, conditions and warnings.
pub fn items(reader: &mut Reader<'_>, drafts: &[Draft<'_>]) {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        let Some(id) = &draft.id else { continue };
        if known.contains_key(id.as_str()) {
            reader.tell_key(&draft.table, "id", Reason::Twice);
        } else {
            known.insert(id, at);
        }
    }
    for (at, draft) in drafts.iter().enumerate() {
        points(reader, draft);
        condition(reader, (at, draft), drafts, &known);
        if let (Some(warn), Some(table)) = (&draft.warn, reader.table(&draft.table, "warn")) {
            answers(reader, &table, ("is", &warn.is), draft);
        }
    }
}

fn points(reader: &mut Reader<'_>, draft: &Draft<'_>) {
    let Some(kind) = &draft.kind else { return };
    let counts = match kind {
        Kind::Choice(choices) | Kind::Choices(choices) => {
            choices.iter().any(|choice| choice.points != 0)
        }
        Kind::YesNo(points) => points.yes != 0 || points.no != 0 || points.no_information != 0,
        Kind::Date | Kind::Line | Kind::Paragraph | Kind::Person => return,
    };
    let key = if draft.table.has("points") { "points" } else { "options" };
    // The steps of a scale are numbers by themselves, and count only when a group is named.
    if counts && !draft.table.has("group") && !draft.table.has("scale") {
        reader.tell_key(&draft.table, key, Reason::PointsWithoutGroup);
    }
    if !counts && draft.table.has("group") {
        reader.tell_key(&draft.table, "group", Reason::GroupWithoutPoints);
    }
}

fn condition(
    reader: &mut Reader<'_>,
    (at, draft): (usize, &Draft<'_>),
    drafts: &[Draft<'_>],
    known: &BTreeMap<&str, usize>,
) {
    let Some(when) = &draft.when else { return };
    let Some(table) = reader.table(&draft.table, "when") else { return };
    let target = known.get(when.item.0.as_str()).and_then(|at| Some((*at, drafts.get(*at)?)));
    let Some((target_at, target)) = target else {
        return reader.tell_key(&table, "item", Reason::NoSuchItem);
    };
    if target_at >= at {
        reader.tell_key(&table, "item", Reason::LooksAhead);
    }
    if let (Some(here), Some(there)) = (draft.of, target.of) {
        let each_of_these = matches!(here, Of::Child | Of::Caregiver) && there == Of::Person;
        if there != Of::Case && there != here && !each_of_these {
            reader.tell_key(&table, "item", Reason::OtherPersons);
        }
    }
    let (key, listed) = match &when.test {
        Test::Is(listed) => ("is", listed),
        Test::Not(listed) => ("not", listed),
    };
    match target.kind_word {
        Some("date" | "line" | "paragraph" | "person") => {
            reader.tell_key(&table, "item", Reason::OpenItem);
        }
        _ => answers(reader, &table, (key, listed), target),
    }
}

/// Whether the answers listed are answers of the item.
fn answers(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    (key, listed): (&str, &[String]),
    target: &Draft<'_>,
) {
    let options: Vec<&str> = match &target.kind {
        Some(Kind::Choice(choices) | Kind::Choices(choices)) => {
            choices.iter().map(|choice| choice.id.as_str()).collect()
        }
        Some(Kind::YesNo(_)) => vec![YES, NO, NO_INFORMATION],
        // Its options could not be read, or it has none: both have been told.
        None | Some(Kind::Date | Kind::Line | Kind::Paragraph | Kind::Person) => return,
    };
    if listed.iter().any(|id| !options.contains(&id.as_str())) {
        reader.tell_key(table, key, Reason::NoSuchOption);
    }
}

/// Which item means what.
pub fn meanings(
    reader: &mut Reader<'_>,
    drafts: &[Draft<'_>],
    root: &Table<'_>,
    used_for: Option<Use>,
) {
    let mut met: Vec<Meaning> = Vec::new();
    for draft in drafts {
        let Some(meaning) = draft.means else { continue };
        if met.contains(&meaning) {
            reader.tell_key(&draft.table, "means", Reason::MeaningTwice);
        }
        met.push(meaning);
        if draft.of.is_some_and(|of| of != Of::Case) {
            reader.tell_key(&draft.table, "means", Reason::MeaningPerPerson);
        }
        let kinds = kinds_of(meaning);
        match (draft.kind_word, &draft.kind) {
            (Some(word), _) if !kinds.contains(&word) => {
                reader.tell_key(&draft.table, "means", Reason::MeaningKind(kinds));
            }
            (_, Some(Kind::Choice(choices))) if !meaning.options().is_empty() => {
                let has = |id: &&str| choices.iter().any(|choice| choice.id == **id);
                let wanted = meaning.options();
                if choices.len() != wanted.len() || !wanted.iter().all(has) {
                    reader.tell_key(&draft.table, "options", Reason::MeaningOptions(wanted));
                }
            }
            (_, _) => {}
        }
    }
    if used_for == Some(Use::Assessment) {
        for meaning in OF_AN_ASSESSMENT.iter().filter(|meaning| !met.contains(meaning)) {
            reader.tell_key(root, "use", Reason::NoMeaning(*meaning));
        }
    }
}

const fn kinds_of(meaning: Meaning) -> &'static [&'static str] {
    match meaning {
        Meaning::Safety | Meaning::Risk | Meaning::Confidence => &["choice"],
        Meaning::Reasons | Meaning::Override => &["paragraph", "line"],
        Meaning::ValidUntil => &["date"],
        Meaning::Trigger | Meaning::Sources => &["choice", "choices", "line", "paragraph"],
    }
}

/// Whether each threshold can be reached and proposes something that can be concluded.
pub fn proposals(reader: &mut Reader<'_>, proposals: &[DraftProposal<'_>], drafts: &[Draft<'_>]) {
    for (at, proposal) in proposals.iter().enumerate() {
        let table = &proposal.table;
        if let Some(means) = proposal.means {
            if !drafts.iter().any(|draft| draft.means == Some(means)) {
                reader.tell_key(table, "means", Reason::NoMeaning(means));
            }
            let option = proposal.option.as_deref();
            if option.is_some_and(|option| !means.options().contains(&option)) {
                reader.tell_key(table, "option", Reason::NoSuchOption);
            }
        }
        if let Some(group) = &proposal.group
            && !drafts.iter().any(|draft| draft.group.as_ref() == Some(group))
        {
            reader.tell_key(table, "group", Reason::NoSuchGroup);
        }
        let hides = |earlier: &DraftProposal<'_>| {
            let lower = earlier.at_least.zip(proposal.at_least).is_some_and(|(a, b)| a <= b);
            earlier.means == proposal.means && earlier.group == proposal.group && lower
        };
        if proposals.iter().take(at).any(hides) {
            reader.tell_key(table, "at-least", Reason::NeverReached);
        }
    }
}
