//! The steps of which there are several: links, questions, children, events, persons to be told.

use super::{Line, about, row, sign_of};
use crate::app::page::{Tone, Writer};
use crate::app::screens::case_page::link_line;
use crate::app::screens::sheet::Purpose;
use crate::app::screens::work::content::{Action, Call, Row, RowKey, Scene, Sign};
use crate::domain::duty::{Duty, DutyKind, duties};
use crate::domain::fact::Verdict;
use crate::domain::id::PersonId;
use crate::domain::rule::{AGE_HEARD_FROM, is_known_to_be};
use crate::domain::slot::Held;
use crate::domain::triage::{Incident, Inquiry, PersonInforming, Seen};
use crate::text::Key as Words;

/// Other cases that may be about the same people: a person decides, nothing joins itself.
pub(super) fn links(scene: &Scene<'_>) -> Vec<Row> {
    let writer = Writer::new(scene.words, 0);
    let shown = crate::app::screens::links::links(scene.case).into_iter();
    shown
        .filter_map(|(id, link)| {
            let held = scene.case.links.get(&id)?;
            let sign = match link.verdict {
                _ if held.is_disputed() => Sign::Dispute,
                Verdict::Suggested => Sign::Warning,
                Verdict::Confirmed => Sign::Done,
                Verdict::Rejected => Sign::Plain,
            };
            let entry = scene.queue.iter().find(|entry| entry.row.case == link.other);
            let label = match entry {
                Some(entry) => entry.row.number.clone(),
                None => scene.say(Words::LinkClosedCase),
            };
            let made = Row::new(RowKey::Triage(Line::Link(id)), sign, label).indented();
            let made = made.summed(link_line(&writer, link));
            let stamp = held.stamp().map(|stamp| scene.said_by(stamp)).unwrap_or_default();
            let made = made.under(Tone::Soft, stamp);
            Some(made.more(Tone::Soft, scene.say(Words::HelpLink)).does(Action::Links))
        })
        .collect()
}

/// Information asked of others, one row a question, and how to ask more.
pub(super) fn inquiries(scene: &Scene<'_>) -> Vec<Row> {
    let asked: Vec<_> = scene
        .case
        .inquiries
        .iter()
        .filter(|(_, held)| held.values().any(Option::is_some))
        .collect();
    let answered = |held: &Held<Option<Inquiry>>| {
        held.values().flatten().all(|inquiry| inquiry.answered_on.is_some())
    };
    let waiting = asked.iter().filter(|(_, held)| !answered(held)).count();
    let sign = match (asked.len(), waiting) {
        (0, _) => Sign::Plain,
        (_, 0) => Sign::Done,
        _ => Sign::Open,
    };
    let summary = match asked.len() {
        0 => scene.say(Words::InquiriesNone),
        count => {
            let (count, open) = (count.to_string(), waiting.to_string());
            scene.say_with(Words::InquiriesCount, &[("count", &count), ("open", &open)])
        }
    };
    let mut rows = vec![
        row(scene, Line::Inquiries, sign, Words::StepInquiries)
            .summed(summary)
            .more(Tone::Soft, scene.say(Words::HelpInquiries))
            .does(Action::New),
    ];
    rows.extend(asked.into_iter().map(|(id, held)| {
        let sign = match sign_of(held) {
            Sign::Done if !answered(held) => Sign::Open,
            sign => sign,
        };
        let whom = held.values().flatten().next().map(|inquiry| inquiry.whom.clone());
        let key = RowKey::Triage(Line::Inquiry(*id));
        let made = Row::new(key, sign, whom.unwrap_or_default()).indented();
        let action = Action::Form(Call::of(Purpose::Inquiry(*id)));
        about(scene, (made, held), inquiry_words, Words::HelpInquiries).does(action)
    }));
    rows
}

fn inquiry_words(scene: &Scene<'_>, inquiry: &Option<Inquiry>) -> String {
    let Some(inquiry) = inquiry else { return scene.say(Words::TakenAway) };
    let day = scene.day(inquiry.answered_on.unwrap_or(inquiry.asked_on));
    match inquiry.answered_on {
        Some(_) => {
            scene.say_with(Words::InquiryAnswered, &[("day", &day), ("answer", &inquiry.answer)])
        }
        None => {
            scene.say_with(Words::InquiryWaits, &[("day", &day), ("question", &inquiry.question)])
        }
    }
}

/// Each child: seen, spoken with, or why not.
pub(super) fn children(scene: &Scene<'_>) -> Vec<Row> {
    let none = Held::default();
    let children = scene.case.standing_persons().into_iter();
    let ids = scene.case.child_ids();
    children
        .filter(|(id, _)| ids.contains(id))
        .map(|(id, person)| {
            let held = scene.case.seen.get(&id).unwrap_or(&none);
            let heard = is_known_to_be(person, AGE_HEARD_FROM, scene.now.day());
            let key = RowKey::Triage(Line::Child(id));
            let label = scene.say_with(Words::StepChild, &[("who", &scene.person(id))]);
            let made = Row::new(key, child_sign(held, heard), label);
            let help = if heard { Words::HelpChildHeard } else { Words::HelpChild };
            let action =
                Action::Form(Call { person: Some(id), ..Call::at(Purpose::Triage, "children") });
            about(scene, (made, held), seen_words, help).does(action)
        })
        .collect()
}

fn child_sign(held: &Held<Seen>, heard: bool) -> Sign {
    let Some(seen) = held.settled() else { return sign_of(held) };
    let reason = !seen.why_not.trim().is_empty();
    match (seen.seen_on, seen.spoken_on) {
        (_, Some(_)) => Sign::Done,
        (Some(_), None) if !heard || reason => Sign::Done,
        (Some(_), None) => Sign::Open,
        (None, None) if reason => Sign::Warning,
        (None, None) => Sign::Open,
    }
}

fn seen_words(scene: &Scene<'_>, seen: &Seen) -> String {
    let mut parts = Vec::new();
    if let Some(on) = seen.seen_on {
        parts.push(scene.say_with(Words::SeenOn, &[("day", &scene.day(on))]));
    }
    if let Some(on) = seen.spoken_on {
        parts.push(scene.say_with(Words::SpokenOn, &[("day", &scene.day(on))]));
    }
    if !seen.by.is_empty() {
        parts.push(seen.by.clone());
    }
    if !seen.why_not.is_empty() {
        parts.push(scene.say_with(Words::NotSeenBecause, &[("why", &seen.why_not)]));
    }
    if !seen.words.is_empty() {
        parts.push(seen.words.clone());
    }
    parts.join(" · ")
}

/// Significant events: they ask for the risk to be assessed anew.
pub(super) fn incidents(scene: &Scene<'_>) -> Vec<Row> {
    let incidents = scene.case.incidents.iter();
    incidents
        .filter(|(_, held)| held.values().any(Option::is_some))
        .map(|(id, held)| {
            let sign = if held.is_disputed() { Sign::Dispute } else { Sign::Warning };
            let made = row(scene, Line::Incident(*id), sign, Words::StepIncident);
            let action = Action::Form(Call::of(Purpose::Incident(*id)));
            about(scene, (made, held), incident_words, Words::HelpIncident).does(action)
        })
        .collect()
}

fn incident_words(scene: &Scene<'_>, incident: &Option<Incident>) -> String {
    match incident {
        Some(incident) => format!("{} · {}", scene.day(incident.on), incident.what),
        None => scene.say(Words::TakenAway),
    }
}

/// Everybody who must be told what is recorded about them, with the last day for it.
pub(super) fn informed(scene: &Scene<'_>) -> Vec<Row> {
    let policy = (&scene.opened.policy, &scene.opened.calendar);
    let mut due: Vec<(PersonId, Option<Duty>)> = duties(scene.case, policy, scene.now)
        .into_iter()
        .filter(|duty| duty.kind == DutyKind::InformPerson)
        .filter_map(|duty| Some((duty.person?, Some(duty))))
        .collect();
    let known = |id: &PersonId| due.iter().any(|(person, _)| person == id);
    let others: Vec<_> =
        scene.case.informed.keys().filter(|id| !known(id)).map(|id| (*id, None)).collect();
    due.extend(others);
    let order = scene.case.standing_persons();
    due.sort_by_key(|(person, _)| order.iter().position(|(id, _)| id == person));
    due.into_iter().map(|(person, duty)| one_informed(scene, person, duty)).collect()
}

fn one_informed(scene: &Scene<'_>, person: PersonId, duty: Option<Duty>) -> Row {
    let none = Held::default();
    let held = scene.case.informed.get(&person).unwrap_or(&none);
    let open = duty.filter(|duty| duty.met_on.is_none());
    let late = open.is_some_and(|duty| duty.is_overdue(scene.now.day()));
    let sign = match sign_of(held) {
        Sign::Dispute => Sign::Dispute,
        _ if late => Sign::Danger,
        Sign::Done if open.is_some() => Sign::Warning,
        sign => sign,
    };
    let label = scene.say_with(Words::StepInformed, &[("who", &scene.person(person))]);
    let made = Row::new(RowKey::Triage(Line::Informed(person)), sign, label);
    let made = about(scene, (made, held), informing_words, Words::HelpInformed);
    let made = match open.map(|duty| scene.day(duty.due_day)) {
        Some(day) if held.is_empty() => {
            made.summed(scene.say_with(Words::StepOpenUntil, &[("day", &day)]))
        }
        Some(_) | None => made,
    };
    made.does(Action::Form(Call::of(Purpose::Informing(person))))
}

fn informing_words(scene: &Scene<'_>, informing: &PersonInforming) -> String {
    match informing {
        PersonInforming::Told { on, how } => {
            let told = scene.say_with(Words::ToldOn, &[("day", &scene.day(*on))]);
            if how.is_empty() { told } else { format!("{told}: {how}") }
        }
        PersonInforming::Postponed { until, ground } => {
            let values = [("day", &*scene.day(*until)), ("ground", &**ground)];
            scene.say_with(Words::PostponedUntil, &values)
        }
    }
}
