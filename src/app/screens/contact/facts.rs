//! From what was typed to facts: what is missing, and what is recorded.
//!
//! Hard rules block: 1 (acute needs an immediate action), 21 (advice holds nothing of a family, by
//! type), 34 (a BSN passes the eleven-test), 35 (an unborn child has a mother and a due date).
//! Everything else warns once.

use super::ContactForm;
use super::ask::{Ask, ContactKind, OfPerson, Once};
use super::build::answer_of;
use crate::app::field::Entry;
use crate::domain::code::{Capacity, Nature, Reason, Role};
use crate::domain::event::Draft;
use crate::domain::fact::{
    Acute, Advice, AdviceStep, CaseNumber, Closing, ClosingGround, Fact, ImmediateAction, Link,
    Note, NoteKind, Opening, Overseer, Topic, Verdict,
};
use crate::domain::id::{CaseId, LinkId, NoteId, RandomBytes, ReportId, StaffId};
use crate::domain::person::Answer;
use crate::domain::report::{
    Channel, Circumstances, Classification, Disclosure, Flag, Informing, Narrative, Occasion,
    ReportAspects, ReporterIdentity,
};
use crate::domain::time::{Day, Moment, PartialDate};
use crate::text::{Text, dates};

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

impl ContactForm {
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
        if let Some((other, kind)) = self.linked_case {
            let link = Link {
                other,
                kind,
                person: None,
                other_person: None,
                verdict: Verdict::Confirmed,
                reason: String::new(),
            };
            facts.push(Fact::LinkRecorded { id: LinkId((desk.ids)()), link });
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

    fn advice(&self) -> Advice {
        Advice {
            capacity: Capacity(self.code(Once::Capacity).unwrap_or(41)),
            reasons: self.codes(Once::Reasons).into_iter().map(Reason).collect(),
            steps: self.codes(Once::AdviceSteps).into_iter().filter_map(advice_step).collect(),
        }
    }

    /// The index of the person with this number, as typed, from 1.
    pub(super) fn person_index(&self, words: &str) -> Option<usize> {
        let n: u8 = words.trim().parse().ok()?;
        (1..=self.persons).contains(&n).then(|| usize::from(n) - 1)
    }

    pub(super) fn once(&self, ask: Once) -> String {
        self.words(Ask::Once(ask))
    }

    pub(super) fn code(&self, ask: Once) -> Option<u16> {
        self.picked(Ask::Once(ask))
    }

    pub(super) fn codes(&self, ask: Once) -> Vec<u16> {
        match self.field(Ask::Once(ask)).map(|field| &field.entry) {
            Some(Entry::Pick(picker)) => picker.chosen().iter().copied().collect(),
            Some(
                Entry::Line(_)
                | Entry::Paragraph(_)
                | Entry::Answer(_)
                | Entry::Flag(_)
                | Entry::Button,
            )
            | None => Vec::new(),
        }
    }

    pub(super) fn answer(&self, ask: Ask) -> Option<Answer> {
        self.field(ask).and_then(answer_of)
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

/// Several in one line, separated by commas or semicolons.
pub(super) fn listed(words: &str) -> Vec<String> {
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
