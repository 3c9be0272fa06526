//! A case full of marks: every text in it is a word that stands nowhere else, so that one can see
//! which of them comes out on which paper.

use super::stage::day;
use beschermd::domain::case::Case;
use beschermd::domain::code::{Capacity, Role};
use beschermd::domain::event::{Body, Event, Header, Place};
use beschermd::domain::fact::*;
use beschermd::domain::id::*;
use beschermd::domain::person::*;
use beschermd::domain::queue::Urgency;
use beschermd::domain::report::*;
use beschermd::domain::safety_plan::*;
use beschermd::domain::sheet::*;
use beschermd::domain::time::{Moment, PartialDate};
use beschermd::domain::triage::*;
use std::collections::BTreeSet;

pub const CASE: CaseId = CaseId([1; 16]);
pub const REPORT: ReportId = ReportId([2; 16]);
pub const PLAN: PlanId = PlanId([3; 16]);
pub const FAMILY_PLAN: PlanId = PlanId([4; 16]);
pub const CHILD: PersonId = PersonId([11; 16]);
pub const MOTHER: PersonId = PersonId([12; 16]);
pub const FATHER: PersonId = PersonId([13; 16]);
pub const SOURCE: PersonId = PersonId([14; 16]);
pub const INFORMANT: PersonId = PersonId([15; 16]);

/// Marks, and the case they stand in.
#[derive(Default)]
pub struct Desk {
    events: Vec<Event>,
    /// What may never come on a paper.
    pub secrets: Vec<String>,
    /// What must stand on the paper of the plan.
    pub planned: Vec<String>,
    /// Who reported: only on the letter to that person.
    pub reporter: Vec<String>,
}

impl Desk {
    fn secret(&mut self) -> String {
        self.secrets.push(format!("geheimq{}q", 1000 + self.secrets.len()));
        self.secrets.last().unwrap().clone()
    }

    fn planned(&mut self) -> String {
        self.planned.push(format!("planw{}w", 1000 + self.planned.len()));
        self.planned.last().unwrap().clone()
    }

    pub fn add(&mut self, fact: Fact, author: u8) -> EventId {
        let replaces = self.case().heads_for(&fact);
        self.record(fact, replaces, author)
    }

    /// By a colleague who did not know what stands.
    pub fn beside(&mut self, fact: Fact, author: u8) -> EventId {
        self.record(fact, Vec::new(), author)
    }

    fn record(&mut self, fact: Fact, replaces: Vec<EventId>, author: u8) -> EventId {
        let nth = self.events.len() as u64 + 1;
        let mut id = [0; 32];
        id[..8].copy_from_slice(&nth.to_be_bytes());
        self.events.push(Event {
            id: EventId(id),
            header: Header {
                place: Place {
                    origin: OriginId([1; 16]),
                    incarnation: Incarnation(1),
                    sequence: nth,
                },
                previous: EventId::NONE,
                author: StaffId([author; 16]),
                at: Moment(1_795_000_000_000 + nth as i64),
                case: Some(CASE),
                secrecy: fact.secrecy(Some(CASE)),
                replaces,
                payload_hash: [0; 32],
            },
            body: Some(Body { fact, why: None }),
        });
        EventId(id)
    }

    pub fn case(&self) -> Case {
        Case::fold(CASE, self.events.iter())
    }

    fn address(&mut self) -> Address {
        let street = self.secret();
        Address {
            street,
            number: "17".into(),
            postcode: self.secret(),
            city: self.secret(),
            ..Address::default()
        }
    }

    /// A person, all of whom but the name is secret; the name too for a reporter or informant.
    fn person(&mut self, id: PersonId, (role, first, last): (Role, &str, &str), born: i32) {
        let source = role.is_protected_source();
        let name = Name { first: first.into(), prefix: String::new(), last: last.into() };
        let aspects = PersonAspects {
            name: Some(name),
            birth: Some(Birth::Born(PartialDate::Day(day(born, 3, 2)))),
            bsn: Some(BsnStatus::Unverified(self.secret())),
            involvement: Some(Involvement {
                role: Some(role),
                authority: Answer::Unknown,
                part: None,
            }),
            formal_address: Some(self.address()),
            reach: Some(Reach {
                phones: vec![self.secret()],
                mails: vec![self.secret()],
                safe_to_call: self.secret(),
            }),
            background: Some(Background {
                nationality: self.secret(),
                language: self.secret(),
                school: self.secret(),
                general_practitioner: self.secret(),
                ..Background::default()
            }),
            remark: Some(self.secret()),
            ..PersonAspects::default()
        };
        let protected_by = source.then_some(REPORT);
        self.add(Fact::PersonDescribed { person: id, protected_by, aspects: Box::new(aspects) }, 1);
    }

    fn report(&mut self) {
        let number = CaseNumber::new("ZW1", 2026, 42);
        self.add(Fact::CaseOpened { number, opening: Opening::Report }, 1);
        let received = Fact::ReportReceived {
            report: REPORT,
            channel: Channel::Corv,
            received_at: Moment(1_795_000_000_000),
            message: None,
            flags: Vec::new(),
        };
        self.add(received, 1);
        let aspects = ReportAspects {
            occasion: Some(Occasion {
                report_date: PartialDate::Day(day(2026, 11, 20)),
                incident_date: PartialDate::Day(day(2026, 11, 19)),
                location: self.secret(),
                report_number: self.secret(),
            }),
            narrative: Some(Narrative {
                incident: self.secret(),
                concern: self.secret(),
                additional: self.secret(),
                request: self.secret(),
                questions: vec![(self.secret(), self.secret())],
                extras: vec![(self.secret(), self.secret())],
            }),
            classification: Some(Classification {
                capacity: Some(Capacity(15)),
                ..Classification::default()
            }),
            disclosure: Some(Disclosure::HiddenToFamily(self.secret())),
            ..ReportAspects::default()
        };
        self.add(Fact::ReportDescribed { report: REPORT, aspects: Box::new(aspects) }, 1);
        let identity = ReporterIdentity {
            organisation: "melderz1z".into(),
            code: self.secret(),
            numbers: vec![self.secret()],
            contact_name: "melderz2z".into(),
            department: "melderz3z".into(),
            mails: vec![self.secret()],
            phones: vec![self.secret()],
        };
        self.reporter = ["melderz1z", "melderz2z", "melderz3z"].map(String::from).to_vec();
        self.add(Fact::ReporterIdentified { report: REPORT, identity }, 1);
    }

    fn work(&mut self) {
        let note = Note {
            kind: NoteKind::Internal,
            text: self.secret(),
            about: vec![MOTHER],
            took_place: None,
        };
        self.add(Fact::NoteWritten { note: NoteId([1; 16]), content: Some(note) }, 1);
        let aspects = TriageAspects {
            urgency: Some(UrgencyJudged { urgency: Urgency::Day, why: self.secret() }),
            earlier: Some(Check { found: Answer::Yes, words: self.secret() }),
            family: Some(FamilyContact {
                on: None,
                with: self.secret(),
                outcome: None,
                why_not: self.secret(),
            }),
            analysis: Some(self.secret()),
            ..TriageAspects::default()
        };
        self.add(Fact::TriageNoted { aspects: Box::new(aspects) }, 1);
        let inquiry = Inquiry {
            whom: self.secret(),
            basis: InquiryBasis::Necessary,
            question: self.secret(),
            asked_on: day(2026, 11, 21),
            answered_on: None,
            answer: self.secret(),
        };
        let inquiry =
            Fact::InformationAsked { inquiry: InquiryId([1; 16]), content: Some(inquiry) };
        self.add(inquiry, 1);
        let incident = Incident { what: self.secret(), on: day(2026, 11, 22) };
        let incident =
            Fact::IncidentNoted { incident: IncidentId([1; 16]), content: Some(incident) };
        self.add(incident, 1);
        let form = FormRef { id: "risk-assessment".into(), version: 1, hash: [0; 32] };
        let sheet = SheetId([1; 16]);
        let trigger = self.secret();
        let used_for = SheetUse::Assessment;
        self.add(Fact::SheetOpened { sheet, form, used_for, trigger }, 1);
        let given = Given {
            value: AnswerValue::Text(self.secret()),
            critical: true,
            observed_on: None,
            source: self.secret(),
            note: self.secret(),
        };
        let answer = ItemAnswer { place: AnswerPlace::of_case("item"), given: Some(given) };
        self.add(Fact::SheetAnswered { sheet, answers: vec![answer] }, 1);
    }

    /// A decision with the signature of a second person.
    fn decide(&mut self, outcome: TriageOutcome, receiver: &str) {
        let decision = TriageDecision {
            outcome,
            reasons: self.secret(),
            receiver: receiver.into(),
            reports: BTreeSet::from([REPORT]),
            decided_at: Moment(1_795_100_000_000),
            late_reason: self.secret(),
            policy: self.secret(),
        };
        let event = self.add(Fact::TriageDecided { decision: Box::new(decision) }, 1);
        self.add(Fact::Countersigned { event, staff: StaffId([2; 16]) }, 2);
    }

    fn part(&mut self, plan: PlanId, number: u8, part: PlanPart) {
        let part_id = PartId([number; 16]);
        let content = Some(Box::new(part));
        self.add(Fact::PlanPartWritten { plan, part: part_id, content }, 1);
    }

    fn plan(&mut self) {
        let kind = PlanKind::Safety;
        self.add(Fact::PlanOpened { plan: PLAN, kind, embeds: None }, 1);
        let aspects = PlanAspects {
            children: Some(BTreeSet::from([CHILD, INFORMANT])),
            start: Some(day(2026, 11, 24)),
            review: Some(PlanReview { day: day(2026, 12, 8), who: self.planned() }),
            made_with: Some(MadeWith {
                parents: Answer::Yes,
                network: Answer::No,
                why_not: self.planned(),
            }),
            situation: Some(self.planned()),
            emergency: Some(self.planned()),
            owner: Some(self.planned()),
        };
        self.add(Fact::PlanDescribed { plan: PLAN, aspects: Box::new(aspects) }, 1);
        for section in PlanSection::ALL {
            let words = self.planned();
            self.add(Fact::PlanWords { plan: PLAN, section, words }, 1);
        }
        for (number, part) in self.parts().into_iter().enumerate() {
            self.part(PLAN, number as u8 + 1, part);
        }
    }

    fn parts(&mut self) -> Vec<PlanPart> {
        vec![
            PlanPart::Danger {
                text: self.planned(),
                goal: self.planned(),
                scale_now: Some(3),
                scale_wanted: Some(7),
                item: Some((SheetId([1; 16]), AnswerPlace::of_case(&self.secret()))),
            },
            PlanPart::BottomLine {
                text: self.planned(),
                minimum: self.planned(),
                check: self.planned(),
                consequence: self.planned(),
            },
            PlanPart::Agreement {
                what: self.planned(),
                who: self.planned(),
                when: self.planned(),
                checked_by: self.planned(),
            },
            PlanPart::Intervention {
                what: self.planned(),
                provider: self.planned(),
                start: Some(day(2026, 11, 25)),
                end: None,
                urgency: InterventionUrgency::Emergency,
            },
            PlanPart::NetworkMember {
                name: self.planned(),
                role: self.planned(),
                phone: self.planned(),
                consents: Some(Answer::Yes),
            },
            PlanPart::AlarmStep {
                sign: self.planned(),
                caller: self.planned(),
                called: self.planned(),
                number: self.planned(),
            },
            PlanPart::Rule { kind: RuleKind::Contact, text: self.planned() },
            PlanPart::Rule { kind: RuleKind::Residence, text: self.planned() },
            PlanPart::ChildVersion { child: Some(CHILD), text: self.planned() },
            PlanPart::Dissent { who: self.planned(), text: self.planned() },
            PlanPart::Goal {
                area: LifeArea::Money,
                phase: Phase::Causes,
                now: self.planned(),
                goal: self.planned(),
                action: self.planned(),
                who: self.planned(),
                when: self.planned(),
                checked_by: self.planned(),
            },
        ]
    }

    fn adopt(&mut self, number: u16) {
        let events = self.case().plans[&PLAN].standing_events();
        self.add(Fact::PlanAdopted { plan: PLAN, number, on: day(2026, 11, 24), events }, 1);
        let refused = self.planned();
        let signing = Signing { refused, ..Signing::default() };
        let signer = Signer::Person(MOTHER);
        self.add(Fact::PlanSigned { plan: PLAN, number, signer, signing }, 1);
        let signed_on = Some(day(2026, 11, 24));
        for source in [SOURCE, INFORMANT] {
            let signing = Signing { signed_on, ..Signing::default() };
            let signer = Signer::Person(source);
            self.add(Fact::PlanSigned { plan: PLAN, number, signer, signing }, 1);
        }
    }

    /// The whole case, decided as asked.
    pub fn full(outcome: TriageOutcome, receiver: &str) -> Self {
        let mut desk = Self::default();
        desk.report();
        desk.person(CHILD, (Role::YOUTH, "kindv1v", "naamv1v"), 2012);
        desk.person(MOTHER, (Role(112), "moederv2v", "naamv2v"), 1985);
        desk.person(FATHER, (Role(112), "vaderv3v", "naamv3v"), 1984);
        let (first, last) = (desk.secret(), desk.secret());
        desk.person(SOURCE, (Role::REPORTER, &first, &last), 1970);
        let (first, last) = (desk.secret(), desk.secret());
        desk.person(INFORMANT, (Role::INFORMANT, &first, &last), 1970);
        for kind in [AddressKind::Formal, AddressKind::Actual] {
            let address = desk.address();
            desk.add(Fact::ShieldedAddressRecorded { person: MOTHER, kind, address }, 1);
        }
        desk.work();
        desk.decide(outcome, receiver);
        desk.plan();
        desk.adopt(1);
        let kind = PlanKind::Family;
        desk.add(Fact::PlanOpened { plan: FAMILY_PLAN, kind, embeds: Some(PLAN) }, 1);
        desk
    }
}
