//! Facts filled with made-up values from a seed: every kind, full or sparse, none about a person
//! who exists.
#![allow(clippy::unwrap_used, reason = "tests")]

use beschermd::domain::code::{Capacity, Nature, Reason, Role};
use beschermd::domain::fact::*;
use beschermd::domain::id::*;
use beschermd::domain::person::*;
use beschermd::domain::report::*;
use beschermd::domain::time::{Moment, NoValue, PartialDate};
use chrono::NaiveDate;

mod work;

/// A little stream of numbers, the same for the same seed.
pub struct Gen(u64);

impl Gen {
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.next() as u8)
    }

    pub fn text(&mut self) -> String {
        const WORDS: [&str; 9] = [
            "",
            "Noor",
            "van den Berg",
            "é ÿ ß",
            "regel\nregel",
            "\u{202e}",
            "'s-Gravenhage",
            "🏠",
            "0",
        ];
        let words: Vec<&str> = (0..self.below(4)).map(|_| WORDS[self.below(9) as usize]).collect();
        words.join(" ")
    }

    fn opt<T>(&mut self, make: impl Fn(&mut Self) -> T) -> Option<T> {
        (self.below(3) > 0).then(|| make(self))
    }

    fn list<T>(&mut self, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.below(4)).map(|_| make(self)).collect()
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize].clone()
    }

    pub fn moment(&mut self) -> Moment {
        let whole = self.below(2) == 0;
        let millis = self.below(253_402_300_799_999 + 62_167_219_200_000) as i64;
        let at = millis - 62_167_219_200_000;
        Moment(if whole { at - at.rem_euclid(1000) } else { at })
    }

    fn day(&mut self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(1 + self.below(3_650_000) as i32).unwrap()
    }

    pub fn date(&mut self) -> PartialDate {
        match self.below(5) {
            0 => PartialDate::Day(self.day()),
            1 => PartialDate::Month(self.below(10_000) as i32, 1 + self.below(12) as u32),
            2 => PartialDate::Year(self.below(10_000) as i32),
            3 => PartialDate::Absent(None),
            _ => PartialDate::Absent(Some(self.pick(&[
                NoValue::Unknown,
                NoValue::EstablishedUnknown,
                NoValue::None,
                NoValue::Withheld,
                NoValue::Unsupported,
            ]))),
        }
    }

    fn answer(&mut self) -> Answer {
        self.pick(&[Answer::Yes, Answer::No, Answer::Unknown])
    }

    fn opening(&mut self) -> Opening {
        self.pick(&[
            Opening::Report,
            Opening::Advice,
            Opening::Question,
            Opening::NotForUs,
            Opening::Neighbourhood,
        ])
    }

    fn address(&mut self) -> Address {
        Address {
            street: self.text(),
            number: self.text(),
            postcode: self.text(),
            city: self.text(),
            foreign_lines: self.list(Self::text),
            country_code: self.text(),
        }
    }

    fn report_aspects(&mut self) -> ReportAspects {
        ReportAspects {
            occasion: self.opt(|g| Occasion {
                report_date: g.date(),
                incident_date: g.date(),
                location: g.text(),
                report_number: g.text(),
            }),
            narrative: self.opt(|g| Narrative {
                incident: g.text(),
                concern: g.text(),
                additional: g.text(),
                request: g.text(),
                questions: g.list(|g| (g.text(), g.text())),
                extras: g.list(|g| (g.text(), g.text())),
            }),
            classification: self.opt(|g| Classification {
                reasons: g.list(|g| Reason(g.next() as u16)),
                natures: g.list(|g| Nature(g.next() as u16)),
                capacity: g.opt(|g| Capacity(g.next() as u16)),
            }),
            circumstances: self.opt(|g| Circumstances {
                weapons: g.opt(Self::answer),
                children_present: g.opt(Self::answer),
                restraining_order: g.text(),
                arrest: g.text(),
                charge: g.text(),
                honour: g.text(),
                existing_help: g.text(),
                earlier_registrations: g.list(Self::text),
                stalking_screened: g.opt(Self::answer),
                stalking_level: g.text(),
                joint_meeting: g.opt(Self::answer),
            }),
            informing: self.opt(|g| Informing {
                general: g.text(),
                persons: g.list(|g| Informed {
                    person: g.opt(|g| PersonId(g.bytes())),
                    name: g.text(),
                    manner: g.text(),
                    reacted: g.answer(),
                    reaction: g.text(),
                    date: g.date(),
                }),
                told_reporter: g.text(),
            }),
            disclosure: self.opt(|g| match g.below(3) {
                0 => Disclosure::Open,
                1 => Disclosure::HiddenToFamily(g.text()),
                _ => Disclosure::NotAsked,
            }),
        }
    }

    fn person_aspects(&mut self) -> PersonAspects {
        PersonAspects {
            name: self.opt(|g| Name { first: g.text(), prefix: g.text(), last: g.text() }),
            sex: self.opt(|g| g.pick(&[Sex::Male, Sex::Female, Sex::Unknown])),
            birth: self.opt(|g| match g.below(2) {
                0 => Birth::Born(g.date()),
                _ => Birth::Due(g.date()),
            }),
            bsn: self.opt(|g| match g.below(5) {
                0 => BsnStatus::Verified("999910012".into()),
                1 => BsnStatus::Unverified(g.text()),
                2 => BsnStatus::None,
                3 => BsnStatus::Unborn,
                _ => BsnStatus::Unknown,
            }),
            involvement: self.opt(|g| Involvement {
                role: g.opt(|g| Role(g.next() as u16)),
                authority: g.answer(),
                part: g.opt(|g| {
                    g.pick(&[
                        Part::Victim,
                        Part::Perpetrator,
                        Part::Witness,
                        Part::Sibling,
                        Part::Other,
                    ])
                }),
            }),
            formal_address: self.opt(Self::address),
            actual_address: self.opt(Self::address),
            reach: self.opt(|g| Reach {
                phones: g.list(Self::text),
                mails: g.list(Self::text),
                safe_to_call: g.text(),
            }),
            background: self.opt(|g| Background {
                nationality: g.text(),
                language: g.text(),
                interpreter: g.opt(Self::answer),
                school: g.text(),
                general_practitioner: g.text(),
                other_numbers: g.list(Self::text),
            }),
            remark: self.opt(Self::text),
            died_on: self.opt(Self::date),
        }
    }

    fn received(&mut self) -> Fact {
        let channels = [
            Channel::Corv,
            Channel::Json,
            Channel::Telephone,
            Channel::InPerson,
            Channel::Written,
            Channel::OwnInitiative,
        ];
        let flags = [
            Flag::BsnInvalid,
            Flag::DateImpossible,
            Flag::ReferenceMissing,
            Flag::ReportNumberMissing,
            Flag::SentAtImplausible,
            Flag::HiddenCharacters,
            Flag::NoChild,
            Flag::PersonUnknown,
            Flag::NarrativeEmpty,
            Flag::TextShortened,
            Flag::FollowUp,
            Flag::StalkingHigh,
        ];
        Fact::ReportReceived {
            report: ReportId(self.bytes()),
            channel: self.pick(&channels),
            received_at: self.moment(),
            message: self.opt(|g| SourceMessage {
                message_type: "vtMeldingDi01".into(),
                organisation: g.text(),
                application: g.text(),
                reference: g.text(),
                content_hash: g.bytes(),
                sent_at: g.opt(Self::moment),
            }),
            flags: self.list(|g| g.pick(&flags)),
        }
    }

    fn relation(&mut self) -> Relation {
        Relation {
            from: PersonId(self.bytes()),
            to: PersonId(self.bytes()),
            text: self.text(),
            role: self.opt(|g| Role(g.next() as u16)),
            authority: self.answer(),
            same_household: self.answer(),
            since: self.opt(Self::day),
            until: self.opt(Self::day),
            source: self.text(),
        }
    }

    fn link(&mut self) -> Link {
        let kinds = [
            LinkKind::SameReport,
            LinkKind::SameChild,
            LinkKind::SamePerson,
            LinkKind::SameAddress,
            LinkKind::Earlier,
            LinkKind::Advice,
        ];
        Link {
            other: CaseId(self.bytes()),
            kind: self.pick(&kinds),
            person: self.opt(|g| PersonId(g.bytes())),
            other_person: self.opt(|g| PersonId(g.bytes())),
            verdict: self.pick(&[Verdict::Suggested, Verdict::Confirmed, Verdict::Rejected]),
            reason: self.text(),
        }
    }

    fn advice(&mut self) -> Advice {
        let steps = [
            AdviceStep::TalkWithParents,
            AdviceStep::TalkWithChild,
            AdviceStep::ConsultColleague,
            AdviceStep::ArrangeHelp,
            AdviceStep::Report,
            AdviceStep::CallPolice,
            AdviceStep::CallAgain,
            AdviceStep::ReferralIndex,
        ];
        Advice {
            capacity: Capacity(self.next() as u16),
            reasons: self.list(|g| Reason(g.next() as u16)),
            steps: self.list(|g| g.pick(&steps)),
        }
    }

    fn topic(&mut self) -> Topic {
        self.pick(&[
            Topic::OurWork,
            Topic::EarlierReport,
            Topic::Rights,
            Topic::NeighbourhoodTeam,
            Topic::Police,
            Topic::AdultViolence,
            Topic::HealthCare,
            Topic::Other,
        ])
    }

    fn closing(&mut self) -> Closing {
        let grounds = [
            ClosingGround::Inadmissible,
            ClosingGround::Misaddressed,
            ClosingGround::Answered,
            ClosingGround::Duplicate,
            ClosingGround::Concluded,
        ];
        match self.below(3) {
            0 => Closing::Reopened(self.text()),
            _ => Closing::Closed {
                ground: self.pick(&grounds),
                reason: self.text(),
                sender_told: self.text(),
            },
        }
    }

    fn overseer(&mut self) -> Overseer {
        Overseer {
            organisation: self.text(),
            person: self.text(),
            staff: self.opt(|g| StaffId(g.bytes())),
        }
    }

    fn acute(&mut self) -> Acute {
        match self.below(2) {
            0 => Acute::Lifted(self.text()),
            _ => Acute::Declared(ImmediateAction {
                what: self.text(),
                who: self.text(),
                when: self.moment(),
            }),
        }
    }

    fn note(&mut self) -> Note {
        Note {
            kind: self.pick(&[NoteKind::Internal, NoteKind::Addition, NoteKind::Contact]),
            text: self.text(),
            about: self.list(|g| PersonId(g.bytes())),
            took_place: self.opt(Self::moment),
        }
    }

    fn role(&mut self) -> StaffRole {
        self.pick(&[StaffRole::Caseworker, StaffRole::Expert, StaffRole::Manager, StaffRole::Clerk])
    }

    fn reporter(&mut self) -> ReporterIdentity {
        ReporterIdentity {
            organisation: self.text(),
            code: self.text(),
            numbers: self.list(Self::text),
            contact_name: self.text(),
            department: self.text(),
            mails: self.list(Self::text),
            phones: self.list(Self::text),
        }
    }

    /// A fact of a kind, by its number in the format.
    pub fn fact(&mut self, kind: u16) -> Fact {
        match kind {
            1 => Fact::StationOpened { code: self.text(), organisation: self.text() },
            2 => Fact::StaffJoined {
                staff: StaffId(self.bytes()),
                name: self.text(),
                role: self.role(),
            },
            3 => Fact::DayDecreed { day: self.day(), source: self.text() },
            10 => Fact::CaseOpened {
                number: CaseNumber::new("ZW1", 2026, self.below(9999) as u32),
                opening: self.opening(),
            },
            11 => Fact::OpeningChanged { opening: self.opening() },
            20 => self.received(),
            21 => Fact::ReportDescribed {
                report: ReportId(self.bytes()),
                aspects: Box::new(self.report_aspects()),
            },
            22 => Fact::ReporterIdentified {
                report: ReportId(self.bytes()),
                identity: self.reporter(),
            },
            23 => Fact::MessageKept {
                report: ReportId(self.bytes()),
                part: self.below(9) as u32,
                parts: 9,
                bytes: self.list(|g| g.next() as u8),
            },
            30 => Fact::PersonDescribed {
                person: PersonId(self.bytes()),
                protected_by: self.opt(|g| ReportId(g.bytes())),
                aspects: Box::new(self.person_aspects()),
            },
            31 => Fact::ShieldedAddressRecorded {
                person: PersonId(self.bytes()),
                kind: self.pick(&[AddressKind::Formal, AddressKind::Actual]),
                address: self.address(),
            },
            32 => Fact::PersonWithdrawn { person: PersonId(self.bytes()), reason: self.text() },
            33 => Fact::PersonsJoined {
                kept: PersonId(self.bytes()),
                joined: PersonId(self.bytes()),
                reason: self.text(),
            },
            40 => Fact::RelationRecorded {
                id: RelationId(self.bytes()),
                relation: self.opt(Self::relation),
            },
            50 => Fact::LinkRecorded { id: LinkId(self.bytes()), link: self.link() },
            60 => Fact::OverseerNamed { overseer: self.overseer() },
            61 => Fact::WorkerAssigned { staff: self.opt(|g| StaffId(g.bytes())) },
            62 => Fact::AcuteJudged { acute: self.acute() },
            63 => Fact::ClosingDecided { closing: self.closing() },
            70 => Fact::NoteWritten { note: NoteId(self.bytes()), content: self.opt(Self::note) },
            80 => Fact::AdviceGiven { advice: self.advice() },
            81 => Fact::ContactAnswered {
                capacity: Capacity(self.next() as u16),
                topic: self.topic(),
            },
            90 => Fact::Retracted { event: EventId(self.bytes()) },
            100..=126 => self.work_fact(kind),
            other => Fact::Foreign { kind: other, bytes: self.foreign_bytes(other) },
        }
    }

    fn foreign_bytes(&mut self, kind: u16) -> Vec<u8> {
        let mut bytes = vec![1];
        bytes.extend_from_slice(&kind.to_le_bytes());
        bytes.extend(self.list(|g| g.next() as u8));
        bytes
    }
}
