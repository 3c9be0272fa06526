//! A desk with one case of three people, and a driver that records as the worker does.

use crate::contact::stage::{CASE, Stage, now};
use beschermd::app::Message;
use beschermd::app::chord::Key;
use beschermd::app::effect::{Effect, SavedDraft};
use beschermd::app::geometry::Size;
use beschermd::app::message::{Recorded, Seed};
use beschermd::app::model::Place;
use beschermd::app::screens::sheet::{Opening, Purpose, SheetForm, State, open};
use beschermd::app::turn::Turn;
use beschermd::domain::case::Case;
use beschermd::domain::code::Role;
use beschermd::domain::event::{Body, Draft, Event, Header, Place as At};
use beschermd::domain::fact::{CaseNumber, Fact, Opening as Opened};
use beschermd::domain::id::{EventId, Incarnation, OriginId, PersonId, SheetId, StaffId};
use beschermd::domain::person::{Answer, Involvement, Name, PersonAspects};
use beschermd::domain::sheet::{AnswerPlace, AnswerValue, Given, ItemAnswer, SheetUse};
use beschermd::text::Lang;
use std::ops::{Deref, DerefMut};

pub const NOOR: PersonId = PersonId([1; 16]);
pub const SIEBE: PersonId = PersonId([2; 16]);
pub const EVA: PersonId = PersonId([3; 16]);
pub const SHEET: SheetId = SheetId([4; 16]);

fn person(id: PersonId, (first, last): (&str, &str), role: Role) -> Fact {
    let name = Name { first: first.into(), prefix: String::new(), last: last.into() };
    let involvement = Involvement { role: Some(role), authority: Answer::Unknown, part: None };
    let aspects = PersonAspects {
        name: Some(name),
        involvement: Some(involvement),
        ..PersonAspects::default()
    };
    Fact::PersonDescribed { person: id, protected_by: None, aspects: Box::new(aspects) }
}

/// The desk; it is also the [`Stage`] it stands on.
pub struct Filling {
    pub stage: Stage,
    pub events: Vec<Event>,
}

impl Deref for Filling {
    type Target = Stage;

    fn deref(&self) -> &Stage {
        &self.stage
    }
}

impl DerefMut for Filling {
    fn deref_mut(&mut self) -> &mut Stage {
        &mut self.stage
    }
}

impl Filling {
    /// A desk whose case was read.
    pub fn new(lang: Lang, size: Size) -> Self {
        let mut filling = Self { stage: Stage::new(lang, size), events: Vec::new() };
        let number = CaseNumber("ZW1-16-0007".into());
        let facts = [
            Fact::CaseOpened { number, opening: Opened::Report },
            person(NOOR, ("Noor", "Fuut"), Role::YOUTH),
            person(SIEBE, ("Siebe", "Fuut"), Role::YOUTH),
            person(EVA, ("Eva", "Merel"), Role(112)),
        ];
        for fact in facts {
            filling.write(Draft::new(CASE, fact));
        }
        filling.read_case();
        filling
    }

    /// A desk with the newest version of this form open, about nothing in particular.
    pub fn of(lang: Lang, size: Size, form: &str, used_for: SheetUse) -> Self {
        let mut filling = Self::new(lang, size);
        filling.open(form, Purpose::Assessment(SHEET, used_for));
        filling
    }

    /// A desk with the risk assessment open.
    pub fn assessing(lang: Lang, size: Size) -> Self {
        Self::of(lang, size, "risk-assessment", SheetUse::Assessment)
    }

    pub fn case(&self) -> Case {
        Case::fold(CASE, self.events.iter())
    }

    fn write(&mut self, draft: Draft) -> EventId {
        let nth = u8::try_from(self.events.len() + 1).unwrap();
        let id = EventId([nth; 32]);
        let place =
            At { origin: OriginId([1; 16]), incarnation: Incarnation(1), sequence: u64::from(nth) };
        let header = Header {
            place,
            previous: EventId::NONE,
            author: StaffId([1; 16]),
            at: self.stage.at,
            case: draft.case,
            secrecy: draft.fact.secrecy(draft.case),
            replaces: draft.replaces,
            payload_hash: [0; 32],
        };
        let body = Some(Body { fact: draft.fact, why: draft.why });
        self.events.push(Event { id, header, body });
        id
    }

    /// A colleague answered on another copy, not knowing what was answered here.
    pub fn elsewhere(&mut self, item: &str, value: AnswerValue) {
        let place = AnswerPlace::of_case(item);
        let answers = vec![ItemAnswer { place, given: Some(Given::plain(value)) }];
        self.write(Draft::new(CASE, Fact::SheetAnswered { sheet: SHEET, answers }));
        self.read_case();
    }

    /// A desk whose assessment was answered here and, otherwise, elsewhere.
    pub fn disputed(lang: Lang, size: Size) -> Self {
        let mut filling = Self::assessing(lang, size);
        filling.type_at("answer:trigger:-", "1");
        filling.type_at("answer:sources:-", "1");
        filling.type_at("answer:hurt-recently:-", "j");
        filling.save();
        filling.elsewhere("hurt-recently", AnswerValue::YesNo(Answer::No));
        filling.open("risk-assessment", Purpose::Assessment(SHEET, SheetUse::Assessment));
        filling
    }

    /// Puts the case on the desk as it is on disk.
    pub fn read_case(&mut self) {
        let case = Box::new(self.case());
        self.stage.send(Message::CaseLoaded(case));
    }

    /// Opens the newest version of a form with what stands in the case.
    pub fn open(&mut self, form: &str, purpose: Purpose) {
        let form = self.stage.model.forms.newest(form).expect("is published").clone();
        let mut opening = Opening::of(&self.case(), form, purpose).unwrap();
        opening.is_new = true;
        let turn = Turn { at: self.stage.at, seed: Seed([200; 16]) };
        open(&mut self.stage.model, turn, opening);
    }

    pub fn sheet(&self) -> Option<&State> {
        match &self.stage.model.desk()?.place {
            Place::Sheet(state) => Some(state),
            Place::Queue | Place::Case(_) | Place::Work(_) | Place::Contact(_) => None,
        }
    }

    pub fn form(&self) -> &SheetForm {
        &self.sheet().unwrap_or_else(|| panic!("no form is open\n{}", self.text())).form
    }

    /// The name of the field under the cursor.
    pub fn at(&self) -> String {
        let form = self.form();
        form.focused().unwrap().ask.name(&form.form)
    }

    /// What stands in a field that is asked.
    pub fn value(&self, name: &str) -> Option<String> {
        let form = self.form();
        form.fields.iter().find(|field| field.ask.name(&form.form) == name).map(|f| f.value())
    }

    /// Goes with Tab to the field of this name: `answer:threat-of-harm:-`.
    pub fn go_to(&mut self, name: &str) {
        while self.form().focus > 0 {
            self.key(Key::BackTab);
        }
        for _ in 0..=self.form().fields.len() {
            if self.at() == name {
                return;
            }
            self.key(Key::Tab);
        }
        panic!("{name} is not asked");
    }

    pub fn type_at(&mut self, name: &str, text: &str) {
        self.go_to(name);
        self.letters(text);
    }

    /// Answers a request to record as the worker does; gives the facts.
    pub fn record(&mut self, asked: &[Effect]) -> Vec<Fact> {
        let Some(Effect::Record { ticket, drafts }) =
            asked.iter().find(|effect| matches!(effect, Effect::Record { .. }))
        else {
            panic!("nothing to record\n{}", self.text());
        };
        let facts = drafts.iter().map(|draft| draft.fact.clone()).collect();
        let events = drafts.iter().map(|draft| self.write(draft.clone())).collect();
        let (at, case) = (self.stage.at, Some(Box::new(self.case())));
        self.stage.send(Message::Recorded(Recorded { ticket: *ticket, at, events, case }));
        facts
    }

    /// Saves, also what is not complete, and records it.
    pub fn save(&mut self) -> Vec<Fact> {
        self.ctrl('s');
        let asked = self.ctrl('s');
        self.record(&asked)
    }

    /// Tries to save, also what is not complete; nothing is recorded.
    pub fn is_not_recorded(&mut self) {
        self.ctrl('s');
        let asked = self.ctrl('s');
        assert!(!asked.iter().any(|effect| matches!(effect, Effect::Record { .. })), "{asked:?}");
    }

    /// Everything that must be there to conclude, with keys alone.
    pub fn conclude(&mut self) {
        self.type_at("answer:trigger:-", "1");
        self.type_at("answer:sources:-", "1");
        self.type_at("answer:safety:-", "2");
        self.letters("2");
        self.letters("De buurvrouw past nu op.");
        self.type_at("answer:confidence:-", "2");
        self.type_at("answer:valid-until:-", "+2w");
    }
}

/// The draft asked to be kept last.
pub fn saved_last(asked: &[Effect]) -> Option<SavedDraft> {
    crate::contact::stage::saved(asked).last().map(|draft| (*draft).clone())
}

/// The moment of the stage, for what is compared with it.
pub fn today() -> beschermd::domain::time::Day {
    now().day()
}
