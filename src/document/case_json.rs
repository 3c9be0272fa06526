//! A case as the command line prints it (`case show --json`): keys that scripts rely on, added to
//! but never renamed.
//!
//! Text is the stored original. What a reader may not see is named as withheld, not left out.
//! Fields of later work stand there as `null` or empty lists. Deliberately absent: the kept
//! message, and words for people.

mod plan;
mod work;

pub use work::{NameOf, duty_json, outcome_code, risk_code, safety_code};

use super::corv::labels::role_text;
use crate::domain::case::{Case, Person, Report};
use crate::domain::code::Role;
use crate::domain::duty::Duty;
use crate::domain::fact::{Note, NoteKind, Slot};
use crate::domain::id::{PersonId, RelationId};
use crate::domain::person::{Address, Answer, Birth, BsnStatus, Involvement, bsn_is_valid};
use crate::domain::report::{
    Channel, Circumstances, Classification, Disclosure, Flag, Informed, Informing, Narrative,
    ReporterIdentity,
};
use crate::domain::slot::Held;
use crate::domain::time::{Day, Moment, PartialDate};
use serde_json::{Value, json};

/// What the one who reads may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Who reported.
    pub may_see_reporter: bool,
    /// Shielded addresses.
    pub may_see_shielded: bool,
}

/// One deadline, as counted outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineLine {
    /// Which: `triage`, …
    pub what: String,
    /// The last day.
    pub due_day: Day,
    /// By which clock: `statutory` or `working`.
    pub clock: String,
    /// Days left; negative when late.
    pub days_left: i64,
    /// The day it was met, when it was.
    pub met_on: Option<Day>,
}

/// What is known around a case.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Its deadlines.
    pub deadlines: &'a [DeadlineLine],
    /// What must be done, and what of it was.
    pub duties: &'a [Duty],
    /// Today.
    pub today: Day,
    /// Who a member of staff is.
    pub name: NameOf<'a>,
}

/// The whole case.
#[must_use]
pub fn case_json(case: &Case, around: &Around<'_>, reader: Reader) -> Value {
    let Around { deadlines, duties, today, name } = *around;
    let overseer = case.overseer_read().map(|overseer| {
        let since = case.overseer.heads().find(|(_, _, value)| *value == overseer);
        json!({
            "organisation": overseer.organisation,
            "person": overseer.person,
            "since": since.map(|(_, stamp, _)| stamp.at.rfc3339()),
        })
    });
    let reports: Vec<Value> =
        ordered(case).map(|report| report_json(case, report, reader)).collect();
    let persons: Vec<Value> = case
        .standing_persons()
        .into_iter()
        .map(|(id, person)| person_json(case, id, person, reader))
        .collect();
    json!({
        "case": case.id.hex(),
        "number": case.number.shown().map(|number| number.0.clone()),
        "state": case.state().code(),
        "acute": case.is_acute(),
        "overseer": overseer,
        "retention": { "until": null, "policy": null },
        "reports": reports,
        "persons": persons,
        "deadlines": deadlines.iter().map(deadline_json).collect::<Vec<_>>(),
        "triage": work::triage_json(case, name),
        "assessments": work::assessments_json(case, name),
        "reassess": work::reassess_json(case, today),
        "incidents": work::incidents_json(case),
        "safety_plans": plan::plans_json(case, name),
        "tracks": [],
        "investigations": [],
        "handovers": [],
        "board": null,
        "requests": [],
        "measures": [],
        "signals": [],
        "duties": duties.iter().map(|duty| duty_json(duty, today)).collect::<Vec<_>>(),
        "notes": case.notes.values().flat_map(note_json).collect::<Vec<_>>(),
        "disputes": case.disputes.iter().map(dispute_json).collect::<Vec<_>>(),
    })
}

/// Reports by their moment of receipt.
fn ordered(case: &Case) -> impl Iterator<Item = &Report> {
    let mut reports: Vec<_> = case.reports.iter().collect();
    reports.sort_by_key(|(id, report)| (report.receipt.shown().map(|r| r.received_at), **id));
    reports.into_iter().map(|(_, report)| report)
}

/// The readings of one note; a withdrawn one has none.
fn note_json(held: &Held<Option<Note>>) -> Vec<Value> {
    let readings = held.heads().filter_map(|(_, stamp, note)| {
        let note = note.as_ref()?;
        let kind = match note.kind {
            NoteKind::Internal => "internal",
            NoteKind::Addition => "addition",
            NoteKind::Contact => "contact",
        };
        Some(json!({
            "kind": kind,
            "text": note.text,
            "about": note.about.iter().map(|person| person.hex()).collect::<Vec<_>>(),
            "took_place": note.took_place.map(|at| at.rfc3339()),
            "written_at": stamp.at.rfc3339(),
            "written_by": stamp.author.hex(),
        }))
    });
    readings.collect()
}

fn deadline_json(line: &DeadlineLine) -> Value {
    json!({
        "what": line.what,
        "due_day": line.due_day.to_string(),
        "clock": line.clock,
        "days_left": line.days_left,
        "met_on": line.met_on.map(|day| day.to_string()),
    })
}

/// A date as far as it is known.
#[must_use]
pub fn date_json(date: Option<&PartialDate>) -> Value {
    let date = date.copied().unwrap_or(PartialDate::Absent(None));
    let why = match date {
        PartialDate::Absent(why) => why.map(|why| why.name()),
        PartialDate::Day(_) | PartialDate::Month(..) | PartialDate::Year(_) => None,
    };
    json!({ "value": date.value(), "precision": date.precision(), "no_value": why })
}

fn report_json(case: &Case, report: &Report, reader: Reader) -> Value {
    let receipt = report.receipt.shown();
    let message = receipt.and_then(|receipt| receipt.message.as_ref());
    let occasion = report.occasion.shown();
    let informing = report.informing.shown();
    let told: Option<Vec<Value>> =
        informing.map(|informing| informing.persons.iter().map(informed_json).collect());
    json!({
        "message_type": message.map(|m| m.message_type.clone()),
        "channel": receipt.map(|receipt| channel_code(receipt.channel)),
        "sender": message.map(|m| {
            json!({ "organisation": m.organisation, "application": m.application })
        }),
        "reference": message.map(|m| m.reference.clone()),
        "report_id": occasion.map(|o| o.report_number.clone()),
        "sent_at": message.and_then(|m| m.sent_at).map(Moment::rfc3339),
        "received_at": receipt.map(|receipt| receipt.received_at.rfc3339()),
        "report_date": date_json(occasion.map(|o| &o.report_date)),
        "incident_date": date_json(occasion.map(|o| &o.incident_date)),
        "location": occasion.map(|o| o.location.clone()),
        "reporter": reporter_json(report, reader),
        "children_count": case.children(),
        "narrative": report.narrative.shown().map(narrative_json),
        "informed": told.unwrap_or_default(),
        "informing": informing.map(informing_json),
        "context": context_json(report.circumstances.shown(), report.classification.shown()),
        "flags": receipt
            .map(|receipt| receipt.flags.iter().map(|flag| flag_code(*flag)).collect::<Vec<_>>())
            .unwrap_or_default(),
    })
}

fn reporter_json(report: &Report, reader: Reader) -> Value {
    if !report.reporter_sealed && report.reporter.is_empty() {
        return Value::Null;
    }
    if !reader.may_see_reporter {
        return json!({ "withheld": "role" });
    }
    let Some(identity) = report.reporter.shown() else { return json!({ "withheld": "key" }) };
    let ReporterIdentity { organisation, code, numbers, .. } = identity;
    json!({
        "organisation": organisation,
        "code": code,
        "numbers": numbers,
        "contact": {
            "name": identity.contact_name,
            "department": identity.department,
            "mail": identity.mails,
            "phone": identity.phones,
        },
        "disclosure": disclosure_json(report.disclosure.shown()),
    })
}

fn disclosure_json(disclosure: Option<&Disclosure>) -> Value {
    match disclosure {
        Some(Disclosure::Open) => json!({ "kind": "open", "ground": null }),
        Some(Disclosure::HiddenToFamily(ground)) => {
            json!({ "kind": "hidden-to-family", "ground": ground })
        }
        Some(Disclosure::NotAsked) | None => json!({ "kind": "not-asked", "ground": null }),
    }
}

fn narrative_json(told: &Narrative) -> Value {
    let pairs = |list: &[(String, String)], (first, second): (&str, &str)| -> Vec<Value> {
        list.iter().map(|(name, value)| json!({ first: name, second: value })).collect()
    };
    json!({
        "incident": told.incident,
        "concern": told.concern,
        "additional": told.additional,
        "request": told.request,
        "questions": pairs(&told.questions, ("question", "answer")),
        "extras": pairs(&told.extras, ("name", "value")),
    })
}

fn informing_json(told: &Informing) -> Value {
    json!({ "general": told.general, "told_reporter": told.told_reporter })
}

fn informed_json(told: &Informed) -> Value {
    json!({
        "person": told.person.map(|person| person.hex()),
        "name": told.name,
        "manner": told.manner,
        "reacted": answer_code(told.reacted),
        "reaction": told.reaction,
        "date": date_json(Some(&told.date)),
    })
}

fn context_json(around: Option<&Circumstances>, codes: Option<&Classification>) -> Value {
    let none = Circumstances::default();
    let around = around.unwrap_or(&none);
    let answer = |answer: Option<Answer>| answer.map(answer_code);
    json!({
        "weapons": answer(around.weapons),
        "children_present": answer(around.children_present),
        "restraining_order": around.restraining_order,
        "arrest": around.arrest,
        "charge": around.charge,
        "honour": around.honour,
        "existing_help": around.existing_help,
        "earlier_registrations": around.earlier_registrations,
        "stalking_screened": answer(around.stalking_screened),
        "stalking_level": around.stalking_level,
        "joint_meeting": answer(around.joint_meeting),
        "reasons": codes.map(|c| c.reasons.iter().map(|r| r.0).collect::<Vec<_>>()),
        "natures": codes.map(|c| c.natures.iter().map(|n| n.0).collect::<Vec<_>>()),
        "capacity": codes.and_then(|c| c.capacity).map(|capacity| capacity.0),
    })
}

fn person_json(case: &Case, id: PersonId, person: &Person, reader: Reader) -> Value {
    if person.protected_by.is_some() && !reader.may_see_reporter {
        return json!({ "id": id.hex(), "withheld": "reporter" });
    }
    let name = person.name.shown().cloned().unwrap_or_default();
    let bsn = person.bsn.shown().and_then(BsnStatus::number);
    let birth = person.birth.shown();
    let born = match birth {
        Some(Birth::Born(date)) => Some(date),
        Some(Birth::Due(_)) | None => None,
    };
    let due = match birth {
        Some(Birth::Due(date)) => Some(date),
        Some(Birth::Born(_)) | None => None,
    };
    let involved: Option<&Involvement> = person.involvement.shown();
    let role: Option<Role> = involved.and_then(|involved| involved.role);
    let background = person.background.shown();
    let unknown = name.is_empty() && bsn.is_none() && birth.is_none();
    let relations: Vec<Value> = relations_of(case, id);
    let formal = (&person.formal_address, &person.shielded_formal);
    let actual = (&person.actual_address, &person.shielded_actual);
    json!({
        "id": id.hex(),
        "name": {
            "first": name.first,
            "prefix": name.prefix,
            "last": name.last,
            "display": name.display(),
        },
        "bsn": bsn,
        "bsn_valid": bsn.map(bsn_is_valid),
        "birth_date": date_json(born),
        "due_date": due.map(|date| date_json(Some(date))),
        "died_on": person.died_on.shown().map(|date| date_json(Some(date))),
        "sex": person.sex.shown().map(|sex| sex.letter()),
        "role": role.map(|role| role_text(role).map_or_else(|| role.0.to_string(), str::to_owned)),
        "role_code": role.map(|role| role.0),
        "authority": involved.map(|involved| answer_code(involved.authority)),
        "note": person.remark.shown(),
        "formal_address": address_json(person, formal, reader),
        "actual_address": address_json(person, actual, reader),
        "phones": person.reach.shown().map(|reach| reach.phones.clone()).unwrap_or_default(),
        "mails": person.reach.shown().map(|reach| reach.mails.clone()).unwrap_or_default(),
        "language": background.map(|b| b.language.clone()),
        "nationality": background.map(|b| b.nationality.clone()),
        "other_numbers": background.map(|b| b.other_numbers.clone()).unwrap_or_default(),
        "relations": relations,
        "unknown_person": unknown,
    })
}

fn relations_of(case: &Case, id: PersonId) -> Vec<Value> {
    let shown = |held: (&RelationId, &Held<_>)| held.1.shown().cloned().flatten();
    case.relations
        .iter()
        .filter_map(shown)
        .filter(|relation: &crate::domain::person::Relation| relation.from == id)
        .map(|relation| json!({ "to": relation.to.hex(), "text": relation.text }))
        .collect()
}

fn address_json(
    person: &Person,
    (open, shielded): (&Held<Address>, &Held<Address>),
    reader: Reader,
) -> Value {
    if person.shielded && !reader.may_see_shielded {
        return json!({ "withheld": "shielded" });
    }
    let Some(address) = shielded.shown().or_else(|| open.shown()) else { return Value::Null };
    let mut shown = json!({
        "street": address.street,
        "number": address.number,
        "postcode": address.postcode,
        "city": address.city,
    });
    if let Some(fields) = shown.as_object_mut()
        && !(address.foreign_lines.is_empty() && address.country_code.is_empty())
    {
        fields.insert("foreign_lines".to_owned(), json!(address.foreign_lines));
        fields.insert("country_code".to_owned(), json!(address.country_code));
    }
    shown
}

fn dispute_json(slot: &Slot) -> Value {
    let (what, about) = match slot {
        Slot::Number => ("number", None),
        Slot::Opening => ("opening", None),
        Slot::Receipt(id) => ("receipt", Some(id.hex())),
        Slot::Report(id, _) => ("report", Some(id.hex())),
        Slot::Reporter(id) => ("reporter", Some(id.hex())),
        Slot::Message(id, _) => ("message", Some(id.hex())),
        Slot::Person(id, _) => ("person", Some(id.hex())),
        Slot::Shielded(id, _) => ("shielded", Some(id.hex())),
        Slot::Standing(id) => ("standing", Some(id.hex())),
        Slot::Relation(id) => ("relation", Some(id.hex())),
        Slot::Link(id) => ("link", Some(id.hex())),
        Slot::Overseer => ("overseer", None),
        Slot::Worker => ("worker", None),
        Slot::Acute => ("acute", None),
        Slot::Closing => ("closing", None),
        Slot::Note(id) => ("note", Some(id.hex())),
        Slot::Advice => ("advice", None),
        Slot::Contact => ("contact", None),
        Slot::Triage(_) => ("triage", None),
        Slot::Seen(id) => ("seen", Some(id.hex())),
        Slot::Inquiry(id) => ("inquiry", Some(id.hex())),
        Slot::Informed(id) => ("informed", Some(id.hex())),
        Slot::TriageDecision => ("triage_decision", None),
        Slot::Countersignature(id, _) => ("countersignature", Some(id.hex())),
        Slot::Incident(id) => ("incident", Some(id.hex())),
        Slot::Sheet(id) => ("sheet", Some(id.hex())),
        Slot::Answer(id, _) => ("answer", Some(id.hex())),
        Slot::Conclusion(id) => ("conclusion", Some(id.hex())),
        Slot::Plan(id) => ("plan", Some(id.hex())),
        Slot::PlanAspect(id, _) => ("plan_aspect", Some(id.hex())),
        Slot::PlanWords(id, _) => ("plan_words", Some(id.hex())),
        Slot::PlanPart(id, _) => ("plan_part", Some(id.hex())),
        Slot::PlanOrder(id, _) => ("plan_order", Some(id.hex())),
        Slot::PlanVersion(id, _) => ("plan_version", Some(id.hex())),
        Slot::PlanSignature(id, ..) => ("plan_signature", Some(id.hex())),
    };
    let aspect = if let Slot::Report(_, aspect) = slot {
        Some(format!("{aspect:?}").to_lowercase())
    } else if let Slot::Person(_, aspect) = slot {
        Some(format!("{aspect:?}").to_lowercase())
    } else if let Slot::Triage(aspect) = slot {
        Some(format!("{aspect:?}").to_lowercase())
    } else if let Slot::PlanAspect(_, aspect) = slot {
        Some(format!("{aspect:?}").to_lowercase())
    } else {
        None
    };
    json!({ "what": what, "about": about, "aspect": aspect })
}

/// The word for an answer.
#[must_use]
pub const fn answer_code(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Unknown => "unknown",
    }
}

/// The word for a road.
#[must_use]
pub const fn channel_code(channel: Channel) -> &'static str {
    match channel {
        Channel::Corv => "corv",
        Channel::Json => "json",
        Channel::Telephone => "telephone",
        Channel::InPerson => "in_person",
        Channel::Written => "written",
        Channel::OwnInitiative => "own_initiative",
    }
}

/// The word for a flag.
#[must_use]
pub const fn flag_code(flag: Flag) -> &'static str {
    match flag {
        Flag::BsnInvalid => "bsn_invalid",
        Flag::DateImpossible => "date_impossible",
        Flag::ReferenceMissing => "reference_missing",
        Flag::ReportNumberMissing => "report_number_missing",
        Flag::SentAtImplausible => "sent_at_implausible",
        Flag::HiddenCharacters => "hidden_characters",
        Flag::NoChild => "no_child",
        Flag::PersonUnknown => "person_unknown",
        Flag::NarrativeEmpty => "narrative_empty",
        Flag::TextShortened => "text_shortened",
        Flag::FollowUp => "follow_up",
        Flag::StalkingHigh => "stalking_high",
    }
}
