//! A report in our own JSON: all that `domain.md` C1–C2 asks, for desks whose reporters use no
//! national message.
//!
//! Strict: an unknown field is a problem, and every problem is named with its place. Deliberately
//! absent: defaults that would invent something.

use super::corv::person::{authority_of, note_unknown};
use super::corv::vt_report::{Content, note_gaps, relation};
use super::decode::MESSAGE_BYTES_MAX;
use super::incoming::{Gathering, Incoming, IncomingInformed, IncomingPerson, IncomingRelation};
use super::json_shape::{Field, Problem, Shape, may, must, problems, schema};
use super::refusal::{Kind, Refusal};
use crate::domain::code::{Capacity, Nature, Reason, Role};
use crate::domain::person::{
    Address, Answer, Background, Birth, BsnStatus, Involvement, Name, Part, PersonAspects, Reach,
    Sex, bsn_is_valid,
};
use crate::domain::report::{
    Channel, Circumstances, Classification, Disclosure, Flag, Informed, Informing, Narrative,
    Occasion, ReportAspects, ReporterIdentity, SourceMessage,
};
use crate::domain::time::{Moment, PartialDate};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The word that names this form of file.
pub const FORMAT: &str = "beschermd-report-1";

const TEXTS: Shape = Shape::List(&Shape::Text);
const CODES: Shape = Shape::List(&Shape::Code);
const ANSWER: Shape = Shape::OneOf(&["yes", "no", "unknown"]);

const NAME: &[Field] =
    &[may("first", Shape::Text), may("prefix", Shape::Text), may("last", Shape::Text)];
const ADDRESS: Shape = Shape::Object(&[
    may("street", Shape::Text),
    may("number", Shape::Text),
    may("postcode", Shape::Text),
    may("city", Shape::Text),
    may("foreign_lines", TEXTS),
    may("country_code", Shape::Text),
    may("shielded", Shape::Bool),
]);
const PERSON: Shape = Shape::Object(&[
    must("key", Shape::Text),
    may("name", Shape::Object(NAME)),
    may("bsn", Shape::Text),
    may("bsn_status", Shape::OneOf(&["verified", "unverified", "none", "unborn", "unknown"])),
    may("birth_date", Shape::Date),
    may("due_date", Shape::Date),
    may("sex", Shape::OneOf(&["M", "V", "O"])),
    may("role_code", Shape::Code),
    may("authority", ANSWER),
    may("part", Shape::OneOf(&["victim", "perpetrator", "witness", "sibling", "other"])),
    may("formal_address", ADDRESS),
    may("actual_address", ADDRESS),
    may("phones", TEXTS),
    may("mails", TEXTS),
    may("safe_to_call", Shape::Text),
    may("nationality", Shape::Text),
    may("language", Shape::Text),
    may("interpreter", ANSWER),
    may("school", Shape::Text),
    may("general_practitioner", Shape::Text),
    may("other_numbers", TEXTS),
    may("note", Shape::Text),
    may("died_on", Shape::Date),
]);
const RELATION: Shape = Shape::Object(&[
    must("from", Shape::Text),
    must("to", Shape::Text),
    may("text", Shape::Text),
    may("role_code", Shape::Code),
    may("authority", ANSWER),
    may("same_household", ANSWER),
    may("since", Shape::Day),
    may("until", Shape::Day),
    may("source", Shape::Text),
]);
const INFORMED: Shape = Shape::Object(&[
    may("person", Shape::Text),
    may("name", Shape::Text),
    may("manner", Shape::Text),
    may("reacted", ANSWER),
    may("reaction", Shape::Text),
    may("date", Shape::Date),
]);
const QUESTION: Shape =
    Shape::Object(&[must("question", Shape::Text), must("answer", Shape::Text)]);
const EXTRA: Shape = Shape::Object(&[must("name", Shape::Text), must("value", Shape::Text)]);
const NARRATIVE: Shape = Shape::Object(&[
    must("incident", Shape::Text),
    may("concern", Shape::Text),
    may("additional", Shape::Text),
    may("request", Shape::Text),
    may("questions", Shape::List(&QUESTION)),
    may("extras", Shape::List(&EXTRA)),
]);
const CONTEXT: Shape = Shape::Object(&[
    may("weapons", ANSWER),
    may("children_present", ANSWER),
    may("restraining_order", Shape::Text),
    may("arrest", Shape::Text),
    may("charge", Shape::Text),
    may("honour", Shape::Text),
    may("existing_help", Shape::Text),
    may("earlier_registrations", TEXTS),
    may("stalking_screened", ANSWER),
    may("stalking_level", Shape::OneOf(&["laag", "matig", "hoog", ""])),
    may("joint_meeting", ANSWER),
]);
const REPORTER: Shape = Shape::Object(&[
    may("organisation", Shape::Text),
    may("code", Shape::Text),
    may("numbers", TEXTS),
    may("contact_name", Shape::Text),
    may("department", Shape::Text),
    may("mails", TEXTS),
    may("phones", TEXTS),
    may("disclosure", Shape::OneOf(&["open", "hidden-to-family", "not-asked"])),
    may("disclosure_ground", Shape::Text),
]);
const REPORT: Shape = Shape::Object(&[
    must("format", Shape::OneOf(&[FORMAT])),
    may("source", Shape::Object(&[must("system", Shape::Text), may("reference", Shape::Text)])),
    must("received_at", Shape::Moment),
    may("channel", Shape::OneOf(&["json", "telephone", "in_person", "written", "own_initiative"])),
    may("report_date", Shape::Date),
    may("incident_date", Shape::Date),
    may("location", Shape::Text),
    may("report_number", Shape::Text),
    must("narrative", NARRATIVE),
    may("reasons", CODES),
    may("natures", CODES),
    may("capacity", Shape::Code),
    may("reporter", REPORTER),
    may("context", CONTEXT),
    may(
        "informing",
        Shape::Object(&[
            may("general", Shape::Text),
            may("told_reporter", Shape::Text),
            may("persons", Shape::List(&INFORMED)),
        ]),
    ),
    may("persons", Shape::List(&PERSON)),
    may("relations", Shape::List(&RELATION)),
]);

/// The JSON Schema of such a file (`schema report`).
#[must_use]
pub fn report_schema() -> Value {
    let mut shown = schema(REPORT);
    if let Some(fields) = shown.as_object_mut() {
        let draft = "https://json-schema.org/draft/2020-12/schema";
        fields.insert("$schema".to_owned(), json!(draft));
    }
    shown
}

/// Why a file in our own JSON is not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonRefusal {
    /// Not JSON at all, or too large; with the line.
    Unreadable(Refusal),
    /// JSON, but not of our shape: every problem.
    Problems(Vec<Problem>),
}

impl JsonRefusal {
    /// The first of it, as one refusal.
    #[must_use]
    pub fn first(&self) -> Refusal {
        match self {
            Self::Unreadable(refusal) => refusal.clone(),
            Self::Problems(list) => {
                let place = list.first().map(|problem| problem.path.clone()).unwrap_or_default();
                Refusal::at(Kind::JsonField, place, 0)
            }
        }
    }
}

/// Reads a report in our own JSON.
///
/// # Errors
/// What is wrong with it, all of it where it is JSON.
pub fn read(bytes: &[u8]) -> Result<Incoming, JsonRefusal> {
    let unreadable =
        |kind: Kind, line| JsonRefusal::Unreadable(Refusal::at(kind, String::new(), line));
    if bytes.len() > MESSAGE_BYTES_MAX {
        return Err(unreadable(Kind::TooLarge, 0));
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let value: Value = serde_json::from_slice(text).map_err(|error| {
        unreadable(Kind::NotJson, u32::try_from(error.line()).unwrap_or_default())
    })?;
    let mut found = problems(&value, REPORT);
    keys(&value, &mut found);
    if !found.is_empty() {
        return Err(JsonRefusal::Problems(found));
    }
    Ok(taken(&value, bytes))
}

/// Persons are named by keys: each once, and only such as exist.
fn keys(value: &Value, found: &mut Vec<Problem>) {
    let mut known: Vec<&str> = Vec::new();
    for (at, person) in list(value, "persons").iter().enumerate() {
        let key = word(person, "key").unwrap_or_default();
        if known.contains(&key) {
            let path = format!("persons/{at}/key");
            found.push(Problem { path, wrong: super::json_shape::Wrong::Value });
        }
        known.push(key);
    }
    for (at, told) in list(value, "relations").iter().enumerate() {
        for end in ["from", "to"] {
            if word(told, end).is_some_and(|key| !known.contains(&key)) {
                let path = format!("relations/{at}/{end}");
                found.push(Problem { path, wrong: super::json_shape::Wrong::Value });
            }
        }
    }
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn word<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name).and_then(Value::as_str)
}

fn text(value: &Value, name: &str, gathering: &mut Gathering) -> String {
    word(value, name).map(|text| gathering.text(text)).unwrap_or_default()
}

fn texts(value: &Value, name: &str, gathering: &mut Gathering) -> Vec<String> {
    let found = list(value, name).iter().filter_map(Value::as_str);
    found.map(|text| gathering.text(text)).collect()
}

fn code(value: &Value, name: &str) -> Option<u16> {
    value.get(name).and_then(Value::as_u64).and_then(|code| u16::try_from(code).ok())
}

fn codes(value: &Value, name: &str) -> Vec<u16> {
    let found = list(value, name).iter().filter_map(Value::as_u64);
    found.filter_map(|code| u16::try_from(code).ok()).collect()
}

fn date(value: &Value, name: &str) -> Option<PartialDate> {
    word(value, name).and_then(PartialDate::parse)
}

fn answer(value: &Value, name: &str) -> Option<Answer> {
    word(value, name).map(|word| match word {
        "yes" => Answer::Yes,
        "no" => Answer::No,
        _ => Answer::Unknown,
    })
}

fn pairs(
    value: &Value,
    (name, first, second): (&str, &str, &str),
    gathering: &mut Gathering,
) -> Vec<(String, String)> {
    let found = list(value, name).iter();
    found.map(|pair| (text(pair, first, gathering), text(pair, second, gathering))).collect()
}

fn taken(value: &Value, bytes: &[u8]) -> Incoming {
    let mut gathering = Gathering::default();
    let gathering = &mut gathering;
    let people = list(value, "persons");
    let place = |key: Option<&str>| {
        let key = key?;
        people.iter().position(|person| word(person, "key") == Some(key))
    };
    let mut content = Content::default();
    for told in people {
        content.persons.push(person(told, gathering));
    }
    for told in list(value, "relations") {
        if let (Some(from), Some(to)) = (place(word(told, "from")), place(word(told, "to"))) {
            content.relations.push(relation_of(told, (from, to), gathering));
        }
    }
    let informing = value.get("informing").cloned().unwrap_or_default();
    for told in list(&informing, "persons") {
        let person = place(word(told, "person"));
        content.informed.push(IncomingInformed { person, told: informed(told, gathering) });
    }
    content.aspects = aspects(value, &informing, gathering);
    if let Some(told) = value.get("reporter") {
        content.reporter = reporter(told, gathering);
        content.aspects.disclosure = disclosure(told, gathering);
    }
    note_gaps(&content, gathering);
    // A number of the reporter is a matter of the national message only.
    gathering.flags.remove(&Flag::ReportNumberMissing);
    let received_at = word(value, "received_at").and_then(Moment::parse_rfc3339);
    Incoming {
        channel: channel(word(value, "channel")),
        message: Some(source(value, received_at, gathering)),
        received_at,
        aspects: content.aspects,
        informed: content.informed,
        reporter: content.reporter,
        persons: content.persons,
        relations: content.relations,
        flags: gathering.flags.clone(),
        original: bytes.to_vec(),
    }
}

fn channel(word: Option<&str>) -> Channel {
    match word {
        Some("telephone") => Channel::Telephone,
        Some("in_person") => Channel::InPerson,
        Some("written") => Channel::Written,
        Some("own_initiative") => Channel::OwnInitiative,
        _ => Channel::Json,
    }
}

fn source(value: &Value, sent_at: Option<Moment>, gathering: &mut Gathering) -> SourceMessage {
    let none = Value::Null;
    let from = value.get("source").unwrap_or(&none);
    let mut hasher = Sha256::new();
    hasher.update(b"beschermd report content 1");
    feed(&mut hasher, value);
    SourceMessage {
        message_type: FORMAT.to_owned(),
        organisation: text(from, "system", gathering),
        application: String::new(),
        reference: text(from, "reference", gathering),
        content_hash: hasher.finalize().into(),
        sent_at,
    }
}

/// The content of a value: equal for every spelling of the same JSON.
fn feed(hasher: &mut Sha256, value: &Value) {
    match value {
        Value::Object(map) => {
            let mut names: Vec<&String> = map.keys().collect();
            names.sort();
            hasher.update(b"{");
            for name in names {
                if let Some(inner) = map.get(name).filter(|inner| !inner.is_null()) {
                    feed(hasher, &Value::String(name.clone()));
                    feed(hasher, inner);
                }
            }
            hasher.update(b"}");
        }
        Value::Array(list) => {
            hasher.update(b"[");
            list.iter().for_each(|inner| feed(hasher, inner));
            hasher.update(b"]");
        }
        plain => {
            let text = plain.to_string();
            hasher.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_le_bytes());
            hasher.update(text);
        }
    }
}

fn aspects(value: &Value, informing: &Value, gathering: &mut Gathering) -> ReportAspects {
    let none = Value::Null;
    let told = value.get("narrative").unwrap_or(&none);
    let date = |name: &str| date(value, name).unwrap_or(PartialDate::Absent(None));
    let occasion = Occasion {
        report_date: date("report_date"),
        incident_date: date("incident_date"),
        location: text(value, "location", gathering),
        report_number: text(value, "report_number", gathering),
    };
    let narrative = Narrative {
        incident: text(told, "incident", gathering),
        concern: text(told, "concern", gathering),
        additional: text(told, "additional", gathering),
        request: text(told, "request", gathering),
        questions: pairs(told, ("questions", "question", "answer"), gathering),
        extras: pairs(told, ("extras", "name", "value"), gathering),
    };
    let classification = Classification {
        reasons: codes(value, "reasons").into_iter().map(Reason).collect(),
        natures: codes(value, "natures").into_iter().map(Nature).collect(),
        capacity: code(value, "capacity").map(Capacity),
    };
    let informing = Informing {
        general: text(informing, "general", gathering),
        told_reporter: text(informing, "told_reporter", gathering),
        persons: Vec::new(),
    };
    let around = value.get("context").map(|around| circumstances(around, gathering));
    ReportAspects {
        occasion: Some(occasion),
        narrative: Some(narrative),
        classification: (classification != Classification::default()).then_some(classification),
        circumstances: around,
        informing: (informing != Informing::default()).then_some(informing),
        disclosure: None,
    }
}

fn circumstances(around: &Value, gathering: &mut Gathering) -> Circumstances {
    let stalking_level = text(around, "stalking_level", gathering);
    if stalking_level == "hoog" {
        gathering.flags.insert(Flag::StalkingHigh);
    }
    Circumstances {
        weapons: answer(around, "weapons"),
        children_present: answer(around, "children_present"),
        restraining_order: text(around, "restraining_order", gathering),
        arrest: text(around, "arrest", gathering),
        charge: text(around, "charge", gathering),
        honour: text(around, "honour", gathering),
        existing_help: text(around, "existing_help", gathering),
        earlier_registrations: texts(around, "earlier_registrations", gathering),
        stalking_screened: answer(around, "stalking_screened"),
        stalking_level,
        joint_meeting: answer(around, "joint_meeting"),
    }
}

fn reporter(told: &Value, gathering: &mut Gathering) -> ReporterIdentity {
    ReporterIdentity {
        organisation: text(told, "organisation", gathering),
        code: text(told, "code", gathering),
        numbers: texts(told, "numbers", gathering),
        contact_name: text(told, "contact_name", gathering),
        department: text(told, "department", gathering),
        mails: texts(told, "mails", gathering),
        phones: texts(told, "phones", gathering),
    }
}

fn disclosure(told: &Value, gathering: &mut Gathering) -> Option<Disclosure> {
    Some(match word(told, "disclosure")? {
        "open" => Disclosure::Open,
        "hidden-to-family" => {
            Disclosure::HiddenToFamily(text(told, "disclosure_ground", gathering))
        }
        _ => Disclosure::NotAsked,
    })
}

fn informed(told: &Value, gathering: &mut Gathering) -> Informed {
    Informed {
        person: None,
        name: text(told, "name", gathering),
        manner: text(told, "manner", gathering),
        reacted: answer(told, "reacted").unwrap_or(Answer::Unknown),
        reaction: text(told, "reaction", gathering),
        date: date(told, "date").unwrap_or(PartialDate::Absent(None)),
    }
}

fn relation_of(
    told: &Value,
    (from, to): (usize, usize),
    gathering: &mut Gathering,
) -> IncomingRelation {
    let mut found = relation(from, to, text(told, "text", gathering));
    let day = |name: &str| match date(told, name) {
        Some(PartialDate::Day(day)) => Some(day),
        _ => None,
    };
    found.what.role = code(told, "role_code").map(Role);
    found.what.authority = answer(told, "authority").unwrap_or(Answer::Unknown);
    found.what.same_household = answer(told, "same_household").unwrap_or(Answer::Unknown);
    (found.what.since, found.what.until) = (day("since"), day("until"));
    found.what.source = text(told, "source", gathering);
    found
}

fn bsn(told: &Value, gathering: &mut Gathering) -> Option<BsnStatus> {
    let number = text(told, "bsn", gathering);
    let status = word(told, "bsn_status");
    if number.is_empty() {
        return match status {
            Some("none") => Some(BsnStatus::None),
            Some("unborn") => Some(BsnStatus::Unborn),
            Some(_) => Some(BsnStatus::Unknown),
            None => None,
        };
    }
    if !bsn_is_valid(&number) {
        gathering.flags.insert(Flag::BsnInvalid);
    }
    Some(match status {
        Some("verified") => BsnStatus::Verified(number),
        _ => BsnStatus::Unverified(number),
    })
}

/// An address, and whether it is shielded.
fn address(told: &Value, name: &str, gathering: &mut Gathering) -> (Option<Address>, bool) {
    let Some(told) = told.get(name).filter(|told| told.is_object()) else { return (None, false) };
    let address = Address {
        street: text(told, "street", gathering),
        number: text(told, "number", gathering),
        postcode: text(told, "postcode", gathering),
        city: text(told, "city", gathering),
        foreign_lines: texts(told, "foreign_lines", gathering),
        country_code: text(told, "country_code", gathering),
    };
    let shielded = told.get("shielded").and_then(Value::as_bool).unwrap_or(false);
    ((address != Address::default()).then_some(address), shielded)
}

fn person(told: &Value, gathering: &mut Gathering) -> IncomingPerson {
    let none = Value::Null;
    let named = told.get("name").unwrap_or(&none);
    let name = Name {
        first: text(named, "first", gathering),
        prefix: text(named, "prefix", gathering),
        last: text(named, "last", gathering),
    };
    let role = code(told, "role_code").map(Role);
    let part = word(told, "part").map(|word| match word {
        "victim" => Part::Victim,
        "perpetrator" => Part::Perpetrator,
        "witness" => Part::Witness,
        "sibling" => Part::Sibling,
        _ => Part::Other,
    });
    let authority = answer(told, "authority").unwrap_or_else(|| authority_of(role));
    let due = date(told, "due_date").map(Birth::Due);
    let (formal, formal_shielded) = address(told, "formal_address", gathering);
    let (actual, actual_shielded) = address(told, "actual_address", gathering);
    let reach = Reach {
        phones: texts(told, "phones", gathering),
        mails: texts(told, "mails", gathering),
        safe_to_call: text(told, "safe_to_call", gathering),
    };
    let background = background(told, gathering);
    let remark = text(told, "note", gathering);
    let mut person = IncomingPerson {
        aspects: PersonAspects {
            name: (name != Name::default()).then_some(name),
            sex: word(told, "sex").map(|sex| match sex {
                "M" => Sex::Male,
                "V" => Sex::Female,
                _ => Sex::Unknown,
            }),
            birth: date(told, "birth_date").map(Birth::Born).or(due),
            bsn: bsn(told, gathering),
            involvement: Some(Involvement { role, authority, part }),
            formal_address: formal,
            actual_address: actual,
            reach: (reach != Reach::default()).then_some(reach),
            background: (background != Background::default()).then_some(background),
            remark: (!remark.is_empty()).then_some(remark),
            died_on: date(told, "died_on"),
        },
        protected: role.is_some_and(Role::is_protected_source),
        ..IncomingPerson::default()
    };
    if formal_shielded {
        person.shielded_formal = person.aspects.formal_address.take();
    }
    if actual_shielded {
        person.shielded_actual = person.aspects.actual_address.take();
    }
    note_unknown(&person.aspects, gathering);
    person
}

fn background(told: &Value, gathering: &mut Gathering) -> Background {
    Background {
        nationality: text(told, "nationality", gathering),
        language: text(told, "language", gathering),
        interpreter: answer(told, "interpreter"),
        school: text(told, "school", gathering),
        general_practitioner: text(told, "general_practitioner", gathering),
        other_numbers: texts(told, "other_numbers", gathering),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;
    use crate::document::json_shape::Wrong;

    fn example() -> Value {
        json!({
            "format": FORMAT,
            "source": { "system": "school", "reference": "r-1" },
            "received_at": "2026-10-05T09:00:00+02:00",
            "channel": "telephone",
            "incident_date": "2026-10",
            "narrative": { "incident": "Wat er gebeurde.", "concern": "Waarom zorgen." },
            "reasons": [8], "natures": [3, 8], "capacity": 15,
            "reporter": {
                "contact_name": "J. Hazelaarsma", "phones": ["0523-000318"],
                "disclosure": "hidden-to-family", "disclosure_ground": "vrees voor agressie",
            },
            "context": { "weapons": "no", "children_present": "yes" },
            "persons": [
                { "key": "child", "name": { "first": "Noor", "prefix": "van den",
                  "last": "Rietkamper" }, "bsn": "999910012", "birth_date": "2018",
                  "role_code": 301, "part": "victim",
                  "actual_address": { "postcode": "8099ZX", "number": "914", "shielded": true } },
                { "key": "mother", "name": { "last": "Kwartelaar" }, "role_code": 112 },
            ],
            "relations": [{ "from": "mother", "to": "child", "text": "moeder" }],
            "informing": { "persons": [{ "person": "mother", "reacted": "yes" }] },
        })
    }

    #[test]
    fn a_report_of_our_own_is_read_whole() {
        let report = read(example().to_string().as_bytes()).unwrap();
        assert!(report.flags.is_empty(), "{:?}", report.flags);
        assert_eq!(report.channel, Channel::Telephone);
        let child = &report.persons[0];
        assert_eq!(child.aspects.birth, Some(Birth::Born(PartialDate::Year(2018))));
        assert_eq!(child.aspects.actual_address, None);
        assert_eq!(child.shielded_actual.as_ref().unwrap().postcode, "8099ZX");
        assert_eq!(report.relations[0].from, 1);
        assert_eq!(report.informed[0].person, Some(1));
        let ground = Disclosure::HiddenToFamily("vrees voor agressie".into());
        assert_eq!(report.aspects.disclosure, Some(ground));
        let codes = report.aspects.classification.unwrap();
        assert_eq!(codes.natures, [Nature(3), Nature(8)]);
        assert_eq!(report.message.unwrap().reference, "r-1");
    }

    #[test]
    fn every_problem_is_named_with_its_place() {
        let mut wrong = example();
        wrong["received_at"] = json!("gisteren");
        wrong["narrative"].as_object_mut().unwrap().remove("incident");
        wrong["persons"][0]["birth_date"] = json!("2018-02-30");
        wrong["persons"][0]["colour"] = json!("x");
        wrong["relations"][0]["to"] = json!("nobody");
        wrong["reasons"] = json!("8");
        let Err(JsonRefusal::Problems(found)) = read(wrong.to_string().as_bytes()) else {
            panic!("taken in")
        };
        let found: Vec<_> = found.iter().map(|p| (p.path.as_str(), p.wrong)).collect();
        assert_eq!(
            found,
            [
                ("received_at", Wrong::Value),
                ("narrative/incident", Wrong::Missing),
                ("reasons", Wrong::Kind),
                ("persons/0/birth_date", Wrong::Value),
                ("persons/0/colour", Wrong::Unknown),
                ("relations/0/to", Wrong::Value),
            ]
        );
        let Err(JsonRefusal::Unreadable(refusal)) = read(b"{\n\"a\":") else { panic!() };
        assert_eq!((refusal.kind, refusal.line), (Kind::NotJson, 2));
    }

    #[test]
    fn the_schema_names_every_field_the_reader_knows() {
        let schema = report_schema();
        let fields = schema["properties"].as_object().unwrap();
        for name in example().as_object().unwrap().keys() {
            assert!(fields.contains_key(name), "{name}");
        }
        assert_eq!(schema["additionalProperties"], json!(false));
    }
}
