//! From what was typed to facts: what is missing, and what is recorded.
//!
//! Hard rules block: 1 (acute needs an immediate action), 21 (advice holds nothing of a family, by
//! type), 34 (a BSN passes the eleven-test), 35 (an unborn child has a mother and a due date).
//! Everything else warns once.

use super::ContactForm;
use super::ask::{Ask, ContactKind, OfPerson, OfRelation, Once};
use super::build::answer_of;
use crate::app::field::{Entry, Need};
use crate::domain::code::{Capacity, Nature, Reason, Role};
use crate::domain::event::Draft;
use crate::domain::fact::{
    Acute, Advice, AdviceStep, CaseNumber, Closing, ClosingGround, Fact, ImmediateAction, Note,
    NoteKind, Opening, Overseer, Topic,
};
use crate::domain::id::{CaseId, NoteId, PersonId, RandomBytes, RelationId, ReportId, StaffId};
use crate::domain::person::{
    Address, AddressKind, Answer, Background, Birth, BsnStatus, Involvement, Name, Part,
    PersonAspects, Reach, Relation, Sex, bsn_is_valid,
};
use crate::domain::report::{
    Channel, Circumstances, Classification, Disclosure, Flag, Informing, Narrative, Occasion,
    ReportAspects, ReporterIdentity,
};
use crate::domain::time::{Day, Moment, PartialDate};
use crate::text::{Key, Text, dates};

/// What the form cannot know by itself.
pub struct Desk<'a> {
    /// Our organisation.
    pub organisation: &'a str,
    /// Who is at the desk.
    pub staff: StaffId,
    /// The name of that person.
    pub staff_name: &'a str,
    /// Fresh random ids.
    pub ids: &'a mut dyn FnMut() -> RandomBytes,
}

/// Facts ready to be recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Ready {
    /// The case: a new one, or the known one of an addition.
    pub case: CaseId,
    /// Whether the case is opened by these facts; the journal then fills in its number.
    pub is_new: bool,
    /// The facts.
    pub drafts: Vec<Draft>,
}

/// One problem: the question, how much it matters, and what to do.
pub(super) type Problem = (Ask, Need, Key);

impl ContactForm {
    /// What is missing or cannot be read.
    pub(super) fn problems(&self, now: Moment, text: &Text) -> Vec<Problem> {
        let mut found = Vec::new();
        if !self.has_content() {
            let first = self.fields.get(1).map_or(Ask::Once(Once::Kind), |field| field.ask);
            return vec![(first, Need::Required, Key::ContactProblemEmpty)];
        }
        for field in &self.fields {
            if let Some(key) = self.unreadable(field.ask, now, text) {
                found.push((field.ask, Need::Required, key));
            } else if field.is_empty() && field.need != Need::Optional {
                found.push((field.ask, field.need, missing_key(field.ask)));
            }
        }
        if self.kind == ContactKind::Addition
            && self.known_case.is_none()
            && !self.words(Ask::Once(Once::KnownCase)).is_empty()
        {
            found.push((Ask::Once(Once::KnownCase), Need::Required, Key::ContactProblemCase));
        }
        found.extend(self.unborn_problems());
        found
    }

    fn unreadable(&self, ask: Ask, now: Moment, text: &Text) -> Option<Key> {
        let words = self.words(ask);
        if words.is_empty() {
            return None;
        }
        let today = now.day();
        match ask {
            Ask::Once(Once::Day) => match dates::parse_day(&words, today, text) {
                Some(day) if day > today => Some(Key::ContactProblemFuture),
                Some(_) => None,
                None => Some(Key::ContactProblemDate),
            },
            Ask::Once(Once::IncidentDate | Once::ReportDate)
            | Ask::Person(_, OfPerson::Birth | OfPerson::Died) => {
                dates::parse_partial_date(&words, today, text)
                    .is_none()
                    .then_some(Key::ContactProblemDate)
            }
            Ask::Relation(_, OfRelation::Since | OfRelation::Until) => {
                dates::parse_day(&words, today, text).is_none().then_some(Key::ContactProblemDate)
            }
            Ask::Once(Once::Time | Once::ActionWhen) => {
                dates::parse_time(&words).is_none().then_some(Key::ContactProblemTime)
            }
            Ask::Person(_, OfPerson::Bsn) => {
                (!bsn_is_valid(&digits(&words))).then_some(Key::ContactProblemBsn)
            }
            Ask::Person(_, OfPerson::Postcode) => {
                (!is_postcode(&words)).then_some(Key::ContactProblemPostcode)
            }
            Ask::Relation(_, OfRelation::From | OfRelation::To) => {
                self.person_index(&words).is_none().then_some(Key::ContactProblemPersonNumber)
            }
            Ask::Once(_) | Ask::Person(..) | Ask::Relation(..) => None,
        }
    }

    /// Hard rule 35: an unborn child has a mother in the case and a due date.
    fn unborn_problems(&self) -> Vec<Problem> {
        if self.kind != ContactKind::Report {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mother_known = (0..self.persons).any(|n| {
            self.picked(Ask::Person(n, OfPerson::Sex)) == Some(2)
                && self.picked(Ask::Person(n, OfPerson::Role)) != Some(Role::YOUTH.0)
        });
        for n in (0..self.persons).filter(|n| self.is_unborn(*n)) {
            let birth = Ask::Person(n, OfPerson::Birth);
            if self.words(birth).is_empty() {
                found.push((birth, Need::Required, Key::ContactProblemUnborn));
            }
            if !mother_known {
                let unborn = Ask::Person(n, OfPerson::Unborn);
                found.push((unborn, Need::Required, Key::ContactProblemMother));
            }
        }
        found
    }

    fn is_unborn(&self, n: u8) -> bool {
        self.answer(Ask::Person(n, OfPerson::Unborn)) == Some(Answer::Yes)
    }

    /// The facts to record. Call only after [`super::FormOutcome::Ready`].
    #[must_use]
    pub fn facts(&self, now: Moment, text: &Text, desk: &mut Desk<'_>) -> Ready {
        let known = (self.kind == ContactKind::Addition).then_some(self.known_case.as_ref());
        if let Some(Some((case, _))) = known {
            let note = NoteId((desk.ids)());
            let content = Some(Note {
                kind: NoteKind::Addition,
                text: self.words(Ask::Once(Once::AdditionText)),
                about: Vec::new(),
                took_place: Some(self.started),
            });
            let drafts = vec![Draft::new(*case, Fact::NoteWritten { note, content })];
            return Ready { case: *case, is_new: false, drafts };
        }
        let case = CaseId((desk.ids)());
        let number = CaseNumber(String::new());
        let mut facts = vec![Fact::CaseOpened { number, opening: self.opening() }];
        match self.kind {
            ContactKind::Report | ContactKind::Addition => {
                self.report_facts(now, text, desk, &mut facts);
                facts.push(overseer(desk));
            }
            ContactKind::Advice => {
                facts.push(Fact::AdviceGiven { advice: self.advice() });
                facts.push(overseer(desk));
            }
            ContactKind::Question | ContactKind::NotForUs => {
                facts.push(Fact::ContactAnswered {
                    capacity: Capacity(self.code(Once::Capacity).unwrap_or(41)),
                    topic: topic(self.code(Once::Topic)),
                });
                facts.push(Fact::ClosingDecided {
                    closing: Closing::Closed {
                        ground: ClosingGround::Answered,
                        reason: String::new(),
                        sender_told: String::new(),
                    },
                });
            }
        }
        let drafts = facts.into_iter().map(|fact| Draft::new(case, fact)).collect();
        Ready { case, is_new: true, drafts }
    }

    const fn opening(&self) -> Opening {
        match self.kind {
            ContactKind::Report | ContactKind::Addition => Opening::Report,
            ContactKind::Advice => Opening::Advice,
            ContactKind::Question => Opening::Question,
            ContactKind::NotForUs => Opening::NotForUs,
        }
    }

    fn report_facts(&self, now: Moment, text: &Text, desk: &mut Desk<'_>, facts: &mut Vec<Fact>) {
        let report = ReportId((desk.ids)());
        let received_at = self.received_at(now, text);
        facts.push(Fact::ReportReceived {
            report,
            channel: channel(self.code(Once::Channel)),
            received_at,
            message: None,
            flags: self.flags(),
        });
        let aspects = Box::new(self.report_aspects(now.day(), text));
        facts.push(Fact::ReportDescribed { report, aspects });
        if let Some(identity) = self.reporter() {
            facts.push(Fact::ReporterIdentified { report, identity });
        }
        if self.answer(Ask::Once(Once::Acute)) == Some(Answer::Yes) {
            let when = dates::parse_time(&self.once(Once::ActionWhen))
                .map_or(now, |time| Moment::from_local(now.day().and_time(time)));
            facts.push(Fact::AcuteJudged {
                acute: Acute::Declared(ImmediateAction {
                    what: self.once(Once::ActionWhat),
                    who: self.once(Once::ActionWho),
                    when,
                }),
            });
        }
        self.person_facts(report, now.day(), text, desk, facts);
    }

    fn received_at(&self, now: Moment, text: &Text) -> Moment {
        let day = dates::parse_day(&self.once(Once::Day), now.day(), text);
        let time = dates::parse_time(&self.once(Once::Time));
        match (day, time) {
            (Some(day), Some(time)) => Moment::from_local(day.and_time(time)).min(now),
            (Some(day), None) => Moment::start_of(day).min(now),
            (None, _) => self.started.min(now),
        }
    }

    fn flags(&self) -> Vec<Flag> {
        let no_story = self.once(Once::Incident).is_empty() && self.once(Once::Concern).is_empty();
        let no_child = !(0..self.persons).any(|n| {
            self.is_unborn(n) || self.picked(Ask::Person(n, OfPerson::Role)) == Some(Role::YOUTH.0)
        });
        let high = self.code(Once::StalkingLevel) == Some(3);
        let all = [
            (no_story, Flag::NarrativeEmpty),
            (no_child, Flag::NoChild),
            (high, Flag::StalkingHigh),
        ];
        all.into_iter().filter_map(|(is, flag)| is.then_some(flag)).collect()
    }

    fn report_aspects(&self, today: Day, text: &Text) -> ReportAspects {
        let date = |ask| {
            dates::parse_partial_date(&self.once(ask), today, text)
                .unwrap_or(PartialDate::Absent(None))
        };
        let answer = |ask| self.answer(Ask::Once(ask));
        let level = ["", "laag", "matig", "hoog"];
        let level_at = usize::from(self.code(Once::StalkingLevel).unwrap_or_default());
        ReportAspects {
            occasion: Some(Occasion {
                report_date: date(Once::ReportDate),
                incident_date: date(Once::IncidentDate),
                location: self.once(Once::Place),
                report_number: self.once(Once::ReportNumber),
            }),
            narrative: Some(Narrative {
                incident: self.once(Once::Incident),
                concern: self.once(Once::Concern),
                additional: self.once(Once::Additional),
                request: self.once(Once::Request),
                ..Narrative::default()
            }),
            classification: Some(Classification {
                reasons: self.codes(Once::Reasons).into_iter().map(Reason).collect(),
                natures: self.codes(Once::Natures).into_iter().map(Nature).collect(),
                capacity: self.code(Once::Capacity).map(Capacity),
            }),
            circumstances: Some(Circumstances {
                weapons: answer(Once::Weapons),
                children_present: answer(Once::ChildrenPresent),
                restraining_order: self.once(Once::Restraining),
                arrest: self.once(Once::Arrest),
                charge: self.once(Once::Charge),
                honour: self.once(Once::Honour),
                existing_help: self.once(Once::ExistingHelp),
                earlier_registrations: listed(&self.once(Once::Earlier)),
                stalking_screened: answer(Once::Stalking),
                stalking_level: level.get(level_at).copied().unwrap_or_default().into(),
                joint_meeting: answer(Once::Meeting),
            }),
            informing: Some(Informing {
                general: self.once(Once::ToldFamily),
                persons: Vec::new(),
                told_reporter: self.once(Once::ToldReporter),
            }),
            disclosure: Some(match self.code(Once::Disclosure) {
                Some(1) => Disclosure::Open,
                Some(2) => Disclosure::HiddenToFamily(self.once(Once::DisclosureGround)),
                _ => Disclosure::NotAsked,
            }),
        }
    }

    fn reporter(&self) -> Option<ReporterIdentity> {
        let identity = ReporterIdentity {
            organisation: self.once(Once::ReporterOrganisation),
            contact_name: self.once(Once::ReporterName),
            department: self.once(Once::ReporterDepartment),
            mails: listed(&self.once(Once::ReporterMail)),
            phones: listed(&self.once(Once::ReporterPhone)),
            ..ReporterIdentity::default()
        };
        (identity != ReporterIdentity::default()).then_some(identity)
    }

    fn person_facts(
        &self,
        report: ReportId,
        today: Day,
        text: &Text,
        desk: &mut Desk<'_>,
        facts: &mut Vec<Fact>,
    ) {
        let ids: Vec<PersonId> = (0..self.persons).map(|_| PersonId((desk.ids)())).collect();
        for (n, person) in (0..self.persons).zip(&ids) {
            let Some(aspects) = self.person_aspects(n, today, text) else { continue };
            let is_source = aspects
                .involvement
                .and_then(|involvement| involvement.role)
                .is_some_and(Role::is_protected_source);
            facts.push(Fact::PersonDescribed {
                person: *person,
                protected_by: is_source.then_some(report),
                aspects: Box::new(aspects),
            });
            if self.answer(Ask::Person(n, OfPerson::Shielded)) == Some(Answer::Yes)
                && let Some(address) = self.address(n)
            {
                let kind = self.address_kind(n);
                facts.push(Fact::ShieldedAddressRecorded { person: *person, kind, address });
            }
        }
        for n in 0..self.relations {
            if let Some(relation) = self.relation(n, &ids, today, text) {
                let id = RelationId((desk.ids)());
                facts.push(Fact::RelationRecorded { id, relation: Some(relation) });
            }
        }
    }

    fn person_aspects(&self, n: u8, today: Day, text: &Text) -> Option<PersonAspects> {
        let of = |ask| self.words(Ask::Person(n, ask));
        let answer = |ask| self.answer(Ask::Person(n, ask));
        if !self.person_is_typed(n) {
            return None;
        }
        let name = Name {
            first: of(OfPerson::First),
            prefix: of(OfPerson::Prefix),
            last: of(OfPerson::Last),
        };
        let unborn = self.is_unborn(n);
        let date = dates::parse_partial_date(&of(OfPerson::Birth), today, text);
        let birth = match (unborn, date) {
            (true, date) => Some(Birth::Due(date.unwrap_or(PartialDate::Absent(None)))),
            (false, date) => date.map(Birth::Born),
        };
        let shielded = answer(OfPerson::Shielded) == Some(Answer::Yes);
        let address = self.address(n).filter(|_| !shielded);
        let formal = self.address_kind(n) == AddressKind::Formal;
        let reach = Reach {
            phones: listed(&of(OfPerson::Phone)),
            mails: listed(&of(OfPerson::Mail)),
            safe_to_call: of(OfPerson::SafeToCall),
        };
        let background = Background {
            nationality: of(OfPerson::Nationality),
            language: of(OfPerson::Language),
            interpreter: answer(OfPerson::Interpreter),
            school: of(OfPerson::School),
            general_practitioner: of(OfPerson::Doctor),
            other_numbers: Vec::new(),
        };
        Some(PersonAspects {
            name: (!name.is_empty()).then_some(name),
            sex: sex(self.picked(Ask::Person(n, OfPerson::Sex))),
            birth,
            bsn: self.bsn(n, unborn),
            involvement: Some(Involvement {
                role: self.picked(Ask::Person(n, OfPerson::Role)).map(Role),
                authority: answer(OfPerson::Authority).unwrap_or(Answer::Unknown),
                part: part(self.picked(Ask::Person(n, OfPerson::Part))),
            }),
            formal_address: address.clone().filter(|_| formal),
            actual_address: address.filter(|_| !formal),
            reach: (reach != Reach::default()).then_some(reach),
            background: (background != Background::default()).then_some(background),
            remark: Some(of(OfPerson::Remark)).filter(|words| !words.is_empty()),
            died_on: dates::parse_partial_date(&of(OfPerson::Died), today, text),
        })
    }

    fn person_is_typed(&self, n: u8) -> bool {
        self.fields
            .iter()
            .any(|field| matches!(field.ask, Ask::Person(m, _) if m == n) && !field.is_empty())
    }

    fn bsn(&self, n: u8, unborn: bool) -> Option<BsnStatus> {
        let number = digits(&self.words(Ask::Person(n, OfPerson::Bsn)));
        match self.picked(Ask::Person(n, OfPerson::BsnStatus)) {
            _ if unborn => Some(BsnStatus::Unborn),
            Some(3) => Some(BsnStatus::None),
            Some(1) if !number.is_empty() => Some(BsnStatus::Verified(number)),
            _ if !number.is_empty() => Some(BsnStatus::Unverified(number)),
            _ => None,
        }
    }

    fn address_kind(&self, n: u8) -> AddressKind {
        match self.picked(Ask::Person(n, OfPerson::Stays)) {
            Some(2) => AddressKind::Actual,
            _ => AddressKind::Formal,
        }
    }

    fn address(&self, n: u8) -> Option<Address> {
        let of = |ask| self.words(Ask::Person(n, ask));
        let address = Address {
            street: of(OfPerson::Street),
            number: of(OfPerson::Number),
            postcode: of(OfPerson::Postcode).replace(' ', "").to_uppercase(),
            city: of(OfPerson::City),
            ..Address::default()
        };
        (address != Address::default()).then_some(address)
    }

    fn relation(&self, n: u8, ids: &[PersonId], today: Day, text: &Text) -> Option<Relation> {
        let of = |ask| self.words(Ask::Relation(n, ask));
        let answer = |ask| self.answer(Ask::Relation(n, ask)).unwrap_or(Answer::Unknown);
        let person = |ask| self.person_index(&of(ask)).and_then(|at| ids.get(at)).copied();
        Some(Relation {
            from: person(OfRelation::From)?,
            to: person(OfRelation::To)?,
            text: of(OfRelation::Text),
            role: self.picked(Ask::Relation(n, OfRelation::Role)).map(Role),
            authority: answer(OfRelation::Authority),
            same_household: answer(OfRelation::Household),
            since: dates::parse_day(&of(OfRelation::Since), today, text),
            until: dates::parse_day(&of(OfRelation::Until), today, text),
            source: of(OfRelation::Source),
        })
    }

    fn advice(&self) -> Advice {
        Advice {
            capacity: Capacity(self.code(Once::Capacity).unwrap_or(41)),
            reasons: self.codes(Once::Reasons).into_iter().map(Reason).collect(),
            steps: self.codes(Once::AdviceSteps).into_iter().filter_map(advice_step).collect(),
        }
    }

    /// The index of the person with this number, as typed, from 1.
    fn person_index(&self, words: &str) -> Option<usize> {
        let n: u8 = words.trim().parse().ok()?;
        (1..=self.persons).contains(&n).then(|| usize::from(n) - 1)
    }

    fn once(&self, ask: Once) -> String {
        self.words(Ask::Once(ask))
    }

    fn code(&self, ask: Once) -> Option<u16> {
        self.picked(Ask::Once(ask))
    }

    fn codes(&self, ask: Once) -> Vec<u16> {
        match self.field(Ask::Once(ask)).map(|field| &field.entry) {
            Some(Entry::Pick(picker)) => picker.chosen().iter().copied().collect(),
            Some(Entry::Line(_) | Entry::Paragraph(_) | Entry::Answer(_) | Entry::Button)
            | None => Vec::new(),
        }
    }

    fn answer(&self, ask: Ask) -> Option<Answer> {
        self.field(ask).and_then(answer_of)
    }
}

fn missing_key(ask: Ask) -> Key {
    match ask {
        Ask::Once(Once::Incident) => Key::ContactProblemStory,
        Ask::Once(Once::ActionWhat | Once::ActionWho | Once::ActionWhen) => {
            Key::ContactProblemAction
        }
        Ask::Once(Once::KnownCase) => Key::ContactProblemCase,
        Ask::Once(Once::DisclosureGround) => Key::ContactProblemGround,
        Ask::Once(_) | Ask::Person(..) | Ask::Relation(..) => Key::ContactProblemWanted,
    }
}

fn overseer(desk: &Desk<'_>) -> Fact {
    Fact::OverseerNamed {
        overseer: Overseer {
            organisation: desk.organisation.to_owned(),
            person: desk.staff_name.to_owned(),
            staff: Some(desk.staff),
        },
    }
}

fn digits(words: &str) -> String {
    words.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect()
}

fn is_postcode(words: &str) -> bool {
    let compact: Vec<char> = words.chars().filter(|c| *c != ' ').collect();
    compact.len() == 6
        && compact.iter().take(4).all(char::is_ascii_digit)
        && compact.first() != Some(&'0')
        && compact.iter().skip(4).all(char::is_ascii_alphabetic)
}

/// Several in one line, separated by commas or semicolons.
fn listed(words: &str) -> Vec<String> {
    words
        .split([',', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

const fn channel(code: Option<u16>) -> Channel {
    match code {
        Some(2) => Channel::InPerson,
        Some(3) => Channel::Written,
        Some(4) => Channel::OwnInitiative,
        _ => Channel::Telephone,
    }
}

const fn sex(code: Option<u16>) -> Option<Sex> {
    match code {
        Some(1) => Some(Sex::Male),
        Some(2) => Some(Sex::Female),
        Some(3) => Some(Sex::Unknown),
        _ => None,
    }
}

const fn part(code: Option<u16>) -> Option<Part> {
    match code {
        Some(1) => Some(Part::Victim),
        Some(2) => Some(Part::Perpetrator),
        Some(3) => Some(Part::Witness),
        Some(4) => Some(Part::Sibling),
        Some(5) => Some(Part::Other),
        _ => None,
    }
}

const fn advice_step(code: u16) -> Option<AdviceStep> {
    match code {
        1 => Some(AdviceStep::TalkWithParents),
        2 => Some(AdviceStep::TalkWithChild),
        3 => Some(AdviceStep::ConsultColleague),
        4 => Some(AdviceStep::ArrangeHelp),
        5 => Some(AdviceStep::Report),
        6 => Some(AdviceStep::CallPolice),
        7 => Some(AdviceStep::CallAgain),
        8 => Some(AdviceStep::ReferralIndex),
        _ => None,
    }
}

const fn topic(code: Option<u16>) -> Topic {
    match code {
        Some(1) => Topic::OurWork,
        Some(2) => Topic::EarlierReport,
        Some(3) => Topic::Rights,
        Some(4) => Topic::NeighbourhoodTeam,
        Some(5) => Topic::Police,
        Some(6) => Topic::AdultViolence,
        Some(7) => Topic::HealthCare,
        _ => Topic::Other,
    }
}
