//! A desk with a real fold behind it: what is recorded becomes an event, and the case is read anew.

use crate::screens::sample::{self, Desk, ME};
use beschermd::app::chord::{Chord, Key};
use beschermd::app::message::Recorded;
use beschermd::app::{Effect, Message};
use beschermd::domain::case::Case;
use beschermd::domain::code::Role;
use beschermd::domain::event::{Body, Draft, Event, Header, Place};
use beschermd::domain::fact::{CaseNumber, Fact, Opening, StaffRole};
use beschermd::domain::id::{
    CaseId, EventId, Incarnation, OriginId, PartId, PersonId, PlanId, ReportId, SheetId, StaffId,
};
use beschermd::domain::person::{Answer, Birth, Involvement, Name, PersonAspects};
use beschermd::domain::queue::{Entry, Row};
use beschermd::domain::report::Channel;
use beschermd::domain::safety_plan::{MadeWith, PlanAspects, PlanPart, PlanReview, PlanSection};
use beschermd::domain::sheet::{
    AnswerPlace, AnswerValue, Conclusion, Confidence, FormRef, Given, ItemAnswer, Risk, Safety,
    SheetUse,
};
use beschermd::domain::time::{Day, Moment, PartialDate};
use beschermd::text::Lang;
use std::collections::BTreeSet;

/// The case that `sample::queue` puts on top.
pub const CASE: CaseId = CaseId([7; 16]);
pub const PLAN: PlanId = PlanId([21; 16]);
pub const FAMILY: PlanId = PlanId([22; 16]);
pub const MOTHER: PersonId = PersonId([3; 16]);
pub const CHILDREN: [PersonId; 2] = [PersonId([1; 16]), PersonId([2; 16])];

pub fn day(text: &str) -> Day {
    match PartialDate::parse(text) {
        Some(PartialDate::Day(day)) => day,
        other => panic!("{other:?}"),
    }
}

/// The events of a case on one station.
#[derive(Clone)]
pub struct Story {
    pub events: Vec<Event>,
    origin: u8,
    author: StaffId,
    pub at: Moment,
}

impl Story {
    /// A case with two children and their mother.
    pub fn new(opening: Opening) -> Self {
        let at = Moment::parse_rfc3339("2016-10-10T09:05:00+02:00").unwrap();
        let mut story = Self { events: Vec::new(), origin: 1, author: ME, at };
        let number = CaseNumber("ZW1-16-0007".into());
        story.say(Fact::CaseOpened { number, opening });
        if opening == Opening::Report {
            story.say(Fact::ReportReceived {
                report: ReportId([1; 16]),
                channel: Channel::Telephone,
                received_at: at,
                message: None,
                flags: Vec::new(),
            });
        }
        story.person(CHILDREN[0], "Noor", Role::YOUTH, Some("2011-03-12"));
        story.person(CHILDREN[1], "Sam", Role::YOUTH, Some("2014-08-02"));
        story.person(MOTHER, "Eva", Role(112), None);
        story
    }

    fn person(&mut self, person: PersonId, first: &str, role: Role, born: Option<&str>) {
        let name = Name { first: first.into(), last: "Bakker".into(), ..Name::default() };
        let involved = Involvement { role: Some(role), authority: Answer::Yes, part: None };
        let born = born.and_then(PartialDate::parse).map(Birth::Born);
        let aspects = PersonAspects {
            name: Some(name),
            involvement: Some(involved),
            birth: born,
            ..PersonAspects::default()
        };
        let aspects = Box::new(aspects);
        self.say(Fact::PersonDescribed { person, protected_by: None, aspects });
    }

    /// The same story on another station, by somebody else.
    pub fn copied(&self, origin: u8, author: StaffId) -> Self {
        Self { events: self.events.clone(), origin, author, at: self.at }
    }

    /// What both stations know together.
    pub fn with(&self, other: &Self) -> Self {
        let mut all = self.clone();
        let known: BTreeSet<EventId> = all.events.iter().map(|event| event.id).collect();
        all.events.extend(other.events.iter().filter(|e| !known.contains(&e.id)).cloned());
        all
    }

    pub fn case(&self) -> Case {
        Case::fold(CASE, self.events.iter())
    }

    /// Records a fact over what stands.
    pub fn say(&mut self, fact: Fact) -> EventId {
        let replaces = self.case().heads_for(&fact);
        self.record(Draft::replacing(CASE, fact, replaces))
    }

    /// Records a fact as the worker would.
    pub fn record(&mut self, draft: Draft) -> EventId {
        let sequence = self.events.len() as u64 + 1;
        let mut id = [self.origin; 32];
        id[..8].copy_from_slice(&sequence.to_be_bytes());
        let place =
            Place { origin: OriginId([self.origin; 16]), incarnation: Incarnation(1), sequence };
        let secrecy = draft.fact.secrecy(draft.case);
        let header = Header {
            place,
            previous: EventId::NONE,
            author: self.author,
            at: self.at,
            case: draft.case,
            secrecy,
            replaces: draft.replaces,
            payload_hash: [0; 32],
        };
        let body = Some(Body { fact: draft.fact, why: draft.why });
        self.events.push(Event { id: EventId(id), header, body });
        EventId(id)
    }

    pub fn part(&mut self, part: u8, content: PlanPart) {
        let content = Some(Box::new(content));
        self.say(Fact::PlanPartWritten { plan: PLAN, part: PartId([part; 16]), content });
    }

    /// A safety plan to which nothing is lacking, by every kind of part.
    pub fn whole_plan(&mut self) {
        let (plan, kind) = (PLAN, beschermd::domain::safety_plan::PlanKind::Safety);
        self.say(Fact::PlanOpened { plan, kind, embeds: None });
        let aspects = PlanAspects {
            children: Some(CHILDREN.into()),
            start: Some(day("2016-10-11")),
            review: Some(PlanReview { day: day("2016-10-24"), who: "moeder, oma en wij".into() }),
            made_with: Some(MadeWith {
                parents: Answer::Yes,
                network: Answer::Yes,
                why_not: String::new(),
            }),
            situation: Some("Vader sloeg moeder toen de kinderen erbij waren.".into()),
            emergency: Some("Bel 112. Daarna oma.".into()),
            owner: Some("A. Öztürk".into()),
        };
        self.say(Fact::PlanDescribed { plan, aspects: Box::new(aspects) });
        self.say(Fact::PlanWords {
            plan,
            section: PlanSection::Dangers,
            words: "We willen geen ruzie meer waar de kinderen bij zijn.".into(),
        });
        self.part(1, danger("Vader slaat moeder weer en Noor komt ertussen."));
        self.part(2, bottom_line("Vader woont bij zijn broer tot 24 oktober."));
        self.part(
            3,
            PlanPart::Agreement {
                what: "Oma komt elke avond langs.".into(),
                who: "oma".into(),
                when: "elke dag om zeven uur".into(),
                checked_by: "wijkteam".into(),
            },
        );
        self.part(
            4,
            PlanPart::NetworkMember {
                name: "Oma Bakker".into(),
                role: "oma; vangt de kinderen op".into(),
                phone: "06-00000000".into(),
                consents: Some(Answer::Yes),
            },
        );
        self.part(
            5,
            PlanPart::AlarmStep {
                sign: "Vader staat voor de deur.".into(),
                caller: "moeder".into(),
                called: "politie".into(),
                number: "112".into(),
            },
        );
    }

    /// Adopts what stands.
    pub fn adopt(&mut self) -> EventId {
        let case = self.case();
        let plan = &case.plans[&PLAN];
        let (number, events) = (plan.next_number(), plan.standing_events());
        self.say(Fact::PlanAdopted { plan: PLAN, number, on: day("2016-10-11"), events })
    }

    /// An assessment with its conclusion.
    pub fn assessment(&mut self, sheet: u8, form: &FormRef, answers: &[(&str, AnswerValue)]) {
        let sheet = SheetId([sheet; 16]);
        let (form, used_for) = (form.clone(), SheetUse::Assessment);
        self.say(Fact::SheetOpened { sheet, form, used_for, trigger: "melding".into() });
        let answers = answers.iter().map(|(item, value)| ItemAnswer {
            place: AnswerPlace::of_case(item),
            given: Some(Given::plain(value.clone())),
        });
        self.say(Fact::SheetAnswered { sheet, answers: answers.collect() });
    }

    pub fn conclude(&mut self, sheet: u8, safety: Safety, risk: Risk, until: &str) {
        let conclusion = Conclusion {
            safety,
            risk,
            reasons: "Geweld in huis, en vader is weg tot 24 oktober.".into(),
            confidence: Confidence::Medium,
            proposed_safety: Some(Safety::Unsafe),
            proposed_risk: None,
            override_reason: "Vader woont bij zijn broer.".into(),
            valid_until: day(until),
            no_information: 4,
            unanswered: 2,
            concluded_at: self.at,
        };
        let sheet = SheetId([sheet; 16]);
        self.say(Fact::SheetConcluded { sheet, conclusion: Box::new(conclusion) });
    }
}

pub fn danger(text: &str) -> PlanPart {
    PlanPart::Danger {
        text: text.into(),
        goal: "Ruzies lopen zonder geweld af.".into(),
        scale_now: Some(2),
        scale_wanted: Some(7),
        item: None,
    }
}

pub fn bottom_line(text: &str) -> PlanPart {
    PlanPart::BottomLine {
        text: text.into(),
        minimum: "Geen enkele nacht.".into(),
        check: "Oma belt elke avond.".into(),
        consequence: "Dan bellen we de politie.".into(),
    }
}

/// A desk at which this story is told further.
pub struct Stage {
    pub desk: Desk,
    pub story: Story,
}

impl Stage {
    pub fn new(lang: Lang, size: (u16, u16), story: Story) -> Self {
        Self::by(StaffRole::Caseworker, lang, size, story)
    }

    /// The same by somebody in another role.
    pub fn by(role: StaffRole, lang: Lang, size: (u16, u16), story: Story) -> Self {
        let row = Row::of(&story.case());
        let entries: Vec<Entry> = vec![sample::entry(row, sample::now(), false)];
        let desk = Desk::unlocked_as(role, sample::now(), lang, size, entries);
        let mut stage = Self { desk, story };
        let case = stage.story.case();
        stage.desk.send(Message::CaseLoaded(Box::new(case)));
        stage
    }

    pub fn send(&mut self, message: Message) -> Vec<Effect> {
        let effects = self.desk.send(message);
        for effect in &effects {
            match effect {
                Effect::LoadCase(_) => {
                    let case = Box::new(self.story.case());
                    self.send(Message::CaseLoaded(case));
                }
                Effect::Record { ticket, drafts } => {
                    self.story.at = self.desk.at;
                    let events =
                        drafts.iter().map(|draft| self.story.record(draft.clone())).collect();
                    let case = Some(Box::new(self.story.case()));
                    let answer = Recorded { ticket: *ticket, at: self.desk.at, events, case };
                    self.send(Message::Recorded(answer));
                }
                _other => {}
            }
        }
        effects
    }

    pub fn key(&mut self, chord: Chord) -> Vec<Effect> {
        self.send(Message::Key(chord))
    }

    pub fn types(&mut self, text: &str) {
        for c in text.chars() {
            let chord = match c {
                '\n' => Chord::plain(Key::Enter),
                '\t' => Chord::plain(Key::Tab),
                c => Chord::char(c),
            };
            self.key(chord);
        }
    }

    /// Empties the line under the cursor.
    pub fn clear(&mut self) {
        for _ in 0..40 {
            self.key(Chord::plain(Key::Backspace));
        }
    }

    /// Moves until the selected row holds these words.
    pub fn to(&mut self, words: &str) {
        self.key(Chord::plain(Key::Home));
        for _ in 0..200 {
            if self.selected().contains(words) {
                return;
            }
            self.types("j");
        }
        panic!("no row with {words:?}:\n{}", self.desk.text());
    }

    /// Label and summary of the selected row.
    pub fn selected(&self) -> String {
        let desk = self.desk.model.desk().unwrap();
        match &desk.place {
            beschermd::app::model::Place::Work(state) => {
                state.selected().map(|r| format!("{} {}", r.label, r.summary)).unwrap_or_default()
            }
            _other => String::new(),
        }
    }

    /// The label and summary of every row.
    pub fn rows(&self) -> Vec<String> {
        let desk = self.desk.model.desk().unwrap();
        match &desk.place {
            beschermd::app::model::Place::Work(state) => {
                let rows = state.content.rows.iter();
                rows.map(|row| format!("{} {}", row.label, row.summary)).collect()
            }
            _other => Vec::new(),
        }
    }
}
