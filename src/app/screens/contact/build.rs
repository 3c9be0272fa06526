//! Which questions are asked for which kind of contact, and how each is answered.

use super::ask::{Ask, ContactKind, OfPerson, OfRelation, Once};
use super::{ContactForm, PERSONS_MAX, RELATIONS_MAX};
use crate::app::field::{Entry, Field, Need, Picker, Wording, Writer};
use crate::domain::person::Answer;
use crate::text::codes::{self, CodeList};
use crate::text::{Key, Text};

const REPORT: &[Once] = &[
    Once::Kind,
    Once::Acute,
    Once::ActionWhat,
    Once::ActionWho,
    Once::ActionWhen,
    Once::Incident,
    Once::Concern,
    Once::Request,
    Once::Additional,
    Once::Place,
    Once::IncidentDate,
];
const REPORT_AFTER_PERSONS: &[Once] = &[
    Once::ReporterName,
    Once::ReporterOrganisation,
    Once::ReporterDepartment,
    Once::ReporterPhone,
    Once::ReporterMail,
    Once::Capacity,
    Once::Disclosure,
    Once::DisclosureGround,
    Once::ToldFamily,
    Once::ToldReporter,
    Once::Reasons,
    Once::Natures,
    Once::Weapons,
    Once::ChildrenPresent,
    Once::ExistingHelp,
    Once::Earlier,
    Once::Restraining,
    Once::Arrest,
    Once::Charge,
    Once::Honour,
    Once::Stalking,
    Once::StalkingLevel,
    Once::Meeting,
    Once::Day,
    Once::Time,
    Once::Channel,
    Once::ReportDate,
    Once::ReportNumber,
    Once::LinkedCase,
];
const ADVICE: &[Once] =
    &[Once::Kind, Once::Capacity, Once::Reasons, Once::AdviceSteps, Once::Day, Once::Time];
const ADDITION: &[Once] = &[Once::Kind, Once::KnownCase, Once::AdditionText];
const QUESTION: &[Once] = &[Once::Kind, Once::Capacity, Once::Topic];

/// Codes of the channels that can be picked by hand.
pub(super) const CHANNELS: [(u16, Key); 4] = [
    (1, Key::ContactChannelTelephone),
    (2, Key::ContactChannelInPerson),
    (3, Key::ContactChannelWritten),
    (4, Key::ContactChannelOwn),
];
/// Codes of the answers on disclosure.
pub(super) const DISCLOSURES: [(u16, Key); 3] = [
    (1, Key::ContactDisclosureOpen),
    (2, Key::ContactDisclosureHidden),
    (3, Key::ContactDisclosureNotAsked),
];
/// Codes of the levels of the stalking screening.
pub(super) const STALKING_LEVELS: [(u16, Key); 3] =
    [(1, Key::ContactStalkingLow), (2, Key::ContactStalkingMedium), (3, Key::ContactStalkingHigh)];
const SEXES: [(u16, Key); 3] =
    [(1, Key::PersonSexMale), (2, Key::PersonSexFemale), (3, Key::PersonSexUnknown)];
const BSN_STATUSES: [(u16, Key); 3] =
    [(1, Key::PersonBsnVerified), (2, Key::PersonBsnUnverified), (3, Key::PersonBsnNone)];
const PARTS: [(u16, Key); 5] = [
    (1, Key::PersonPartVictim),
    (2, Key::PersonPartPerpetrator),
    (3, Key::PersonPartWitness),
    (4, Key::PersonPartSibling),
    (5, Key::PersonPartOther),
];
const STAYS: [(u16, Key); 2] = [(1, Key::PersonStaysFormal), (2, Key::PersonStaysActual)];
const ADVICE_STEPS: [(u16, Key); 8] = [
    (1, Key::AdviceTalkParents),
    (2, Key::AdviceTalkChild),
    (3, Key::AdviceConsult),
    (4, Key::AdviceHelp),
    (5, Key::AdviceReport),
    (6, Key::AdvicePolice),
    (7, Key::AdviceCallAgain),
    (8, Key::AdviceIndex),
];
const TOPICS: [(u16, Key); 8] = [
    (1, Key::TopicOurWork),
    (2, Key::TopicEarlierReport),
    (3, Key::TopicRights),
    (4, Key::TopicNeighbourhood),
    (5, Key::TopicPolice),
    (6, Key::TopicAdult),
    (7, Key::TopicHealth),
    (8, Key::TopicOther),
];

impl ContactForm {
    /// Turns the form into another kind; everything typed stays with the form.
    pub(super) fn turn(&mut self, kind: ContactKind, text: &Text) {
        self.kind = kind;
        self.warned = false;
        self.rebuild(text);
        self.focus = 1.min(self.fields.len().saturating_sub(1));
    }

    pub(super) fn add_person(&mut self, text: &Text) {
        if self.persons < PERSONS_MAX && self.kind == ContactKind::Report {
            self.persons += 1;
            self.rebuild(text);
            self.focus_on(Ask::Person(self.persons - 1, OfPerson::Role));
        }
    }

    pub(super) fn add_relation(&mut self, text: &Text) {
        if self.relations < RELATIONS_MAX && self.kind == ContactKind::Report {
            self.relations += 1;
            self.rebuild(text);
            self.focus_on(Ask::Relation(self.relations - 1, OfRelation::From));
        }
    }

    /// Makes the list of fields anew for the kind and the answers that decide what is asked.
    /// Fields that stay keep their editor, with its cursor and its undo.
    pub(super) fn rebuild(&mut self, text: &Text) {
        let focused = self.fields.get(self.focus).map(|field| field.ask);
        let mut old: Vec<Field<Ask>> = std::mem::take(&mut self.fields);
        for field in &old {
            self.kept.insert(field.ask, field.value());
        }
        self.kept.insert(Ask::Once(Once::Kind), self.kind.code().to_string());
        for ask in self.questions() {
            if ask != Ask::Once(Once::Kind)
                && let Some(at) = old.iter().position(|field| field.ask == ask)
            {
                let field = old.swap_remove(at);
                self.kept.remove(&ask);
                self.fields.push(field);
                continue;
            }
            let mut field = make(ask, self, text);
            if let Some(value) = self.kept.remove(&ask) {
                field.set_value(&value);
            }
            self.fields.push(field);
        }
        if let Some(ask) = focused {
            self.focus = self.focus.min(self.fields.len().saturating_sub(1));
            self.focus_on(ask);
        }
    }

    /// The words of the lists in another language; what was chosen stays chosen.
    pub(super) fn reword(&mut self, text: &Text) {
        let anew: Vec<Field<Ask>> = self.fields.iter().map(|f| make(f.ask, self, text)).collect();
        for (field, mut new) in self.fields.iter_mut().zip(anew) {
            if matches!(field.entry, Entry::Pick(_)) {
                new.set_value(&field.value());
                field.entry = new.entry;
            }
        }
    }

    fn questions(&self) -> Vec<Ask> {
        let mut asks = Vec::new();
        let mut once = |list: &[Once]| {
            asks.extend(list.iter().filter(|ask| self.is_asked(**ask)).map(|ask| Ask::Once(*ask)));
        };
        match self.kind {
            ContactKind::Advice => once(ADVICE),
            ContactKind::Addition => once(ADDITION),
            ContactKind::Question | ContactKind::NotForUs => once(QUESTION),
            ContactKind::Report => {
                once(REPORT);
                for n in 0..self.persons {
                    asks.extend(OfPerson::ALL.iter().map(|ask| Ask::Person(n, *ask)));
                }
                asks.push(Ask::Once(Once::AddPerson));
                for n in 0..self.relations {
                    asks.extend(OfRelation::ALL.iter().map(|ask| Ask::Relation(n, *ask)));
                }
                asks.push(Ask::Once(Once::AddRelation));
                let after = REPORT_AFTER_PERSONS.iter().filter(|ask| self.is_asked(**ask));
                asks.extend(after.map(|ask| Ask::Once(*ask)));
            }
        }
        asks
    }

    fn is_asked(&self, ask: Once) -> bool {
        let kept = |ask: Once| self.kept.get(&Ask::Once(ask)).map_or("", String::as_str);
        match ask {
            Once::ActionWhat | Once::ActionWho | Once::ActionWhen => kept(Once::Acute) == "yes",
            Once::DisclosureGround => kept(Once::Disclosure) == "2",
            Once::StalkingLevel => kept(Once::Stalking) == "yes",
            _other => true,
        }
    }
}

fn make(ask: Ask, form: &ContactForm, text: &Text) -> Field<Ask> {
    let entry = match ask {
        Ask::Once(once) => entry_once(once, form, text),
        Ask::Person(_, of) => entry_person(of, text),
        Ask::Relation(_, of) => entry_relation(of, text),
    };
    Field { need: need(ask), ..Field::new(ask, ask.section(), Wording::Ours(ask.label()), entry) }
}

const fn need(ask: Ask) -> Need {
    match ask {
        Ask::Once(
            Once::ActionWhat
            | Once::ActionWho
            | Once::ActionWhen
            | Once::KnownCase
            | Once::AdditionText,
        ) => Need::Required,
        Ask::Once(
            Once::Incident
            | Once::Concern
            | Once::Capacity
            | Once::Reasons
            | Once::Natures
            | Once::Disclosure
            | Once::Day
            | Once::Time
            | Once::Channel
            | Once::AdviceSteps
            | Once::Topic
            | Once::Acute,
        )
        | Ask::Person(_, OfPerson::Role) => Need::Wanted,
        Ask::Once(_) | Ask::Person(..) | Ask::Relation(..) => Need::Optional,
    }
}

fn entry_once(ask: Once, form: &ContactForm, text: &Text) -> Entry {
    use Once as Q;
    match ask {
        Q::Kind => {
            let options = ContactKind::ALL.map(|kind| (kind.code(), kind.key()));
            Entry::Pick(Picker::one(worded(text, &options)).with(form.kind.code()))
        }
        Q::Incident | Q::Concern | Q::Additional | Q::AdditionText => {
            Entry::Paragraph(Writer::paragraph(""))
        }
        Q::Acute | Q::Weapons | Q::ChildrenPresent | Q::Stalking | Q::Meeting => {
            Entry::Answer(None)
        }
        Q::Reasons => Entry::Pick(Picker::many(listed(text, CodeList::Reason))),
        Q::Natures => Entry::Pick(Picker::many(listed(text, CodeList::Nature))),
        Q::Capacity => Entry::Pick(Picker::one(listed(text, CodeList::Capacity))),
        Q::Disclosure => Entry::Pick(Picker::one(worded(text, &DISCLOSURES)).with(3)),
        Q::StalkingLevel => Entry::Pick(Picker::one(worded(text, &STALKING_LEVELS))),
        Q::Channel => Entry::Pick(Picker::one(worded(text, &CHANNELS)).with(1)),
        Q::AdviceSteps => Entry::Pick(Picker::many(worded(text, &ADVICE_STEPS))),
        Q::Topic => Entry::Pick(Picker::one(worded(text, &TOPICS))),
        Q::Day => Entry::Line(Writer::line(&form.started.local().format("%d-%m-%Y").to_string())),
        Q::Time | Q::ActionWhen => {
            Entry::Line(Writer::line(&form.started.local().format("%H:%M").to_string()))
        }
        Q::AddPerson | Q::AddRelation => Entry::Button,
        Q::ActionWhat
        | Q::ActionWho
        | Q::Request
        | Q::Place
        | Q::IncidentDate
        | Q::ReporterName
        | Q::ReporterOrganisation
        | Q::ReporterDepartment
        | Q::ReporterPhone
        | Q::ReporterMail
        | Q::DisclosureGround
        | Q::ToldFamily
        | Q::ToldReporter
        | Q::ExistingHelp
        | Q::Earlier
        | Q::Restraining
        | Q::Arrest
        | Q::Charge
        | Q::Honour
        | Q::ReportDate
        | Q::ReportNumber
        | Q::LinkedCase
        | Q::KnownCase => Entry::Line(Writer::line("")),
    }
}

fn entry_person(ask: OfPerson, text: &Text) -> Entry {
    match ask {
        OfPerson::Role => Entry::Pick(Picker::one(listed(text, CodeList::Role))),
        OfPerson::Sex => Entry::Pick(Picker::one(worded(text, &SEXES))),
        OfPerson::BsnStatus => Entry::Pick(Picker::one(worded(text, &BSN_STATUSES))),
        OfPerson::Part => Entry::Pick(Picker::one(worded(text, &PARTS))),
        OfPerson::Stays => Entry::Pick(Picker::one(worded(text, &STAYS))),
        OfPerson::Unborn | OfPerson::Authority | OfPerson::Shielded | OfPerson::Interpreter => {
            Entry::Answer(None)
        }
        OfPerson::Remark => Entry::Paragraph(Writer::paragraph("")),
        OfPerson::First
        | OfPerson::Prefix
        | OfPerson::Last
        | OfPerson::Birth
        | OfPerson::Bsn
        | OfPerson::Street
        | OfPerson::Number
        | OfPerson::Postcode
        | OfPerson::City
        | OfPerson::Phone
        | OfPerson::Mail
        | OfPerson::SafeToCall
        | OfPerson::School
        | OfPerson::Doctor
        | OfPerson::Language
        | OfPerson::Nationality
        | OfPerson::Died => Entry::Line(Writer::line("")),
    }
}

fn entry_relation(ask: OfRelation, text: &Text) -> Entry {
    match ask {
        OfRelation::Role => Entry::Pick(Picker::one(listed(text, CodeList::Role))),
        OfRelation::Authority | OfRelation::Household => Entry::Answer(None),
        OfRelation::From
        | OfRelation::To
        | OfRelation::Text
        | OfRelation::Since
        | OfRelation::Until
        | OfRelation::Source => Entry::Line(Writer::line("")),
    }
}

fn worded(text: &Text, options: &[(u16, Key)]) -> Vec<(u16, String)> {
    options.iter().map(|(code, key)| (*code, text.get(*key).to_owned())).collect()
}

fn listed(text: &Text, list: CodeList) -> Vec<(u16, String)> {
    codes::all(text.lang(), list).map(|(code, words)| (code, words.to_owned())).collect()
}

/// The answer to a yes/no question, when one was given.
pub(super) fn answer_of(field: &Field<Ask>) -> Option<Answer> {
    match field.entry {
        Entry::Answer(answer) => answer,
        Entry::Line(_) | Entry::Paragraph(_) | Entry::Pick(_) | Entry::Flag(_) | Entry::Button => {
            None
        }
    }
}
