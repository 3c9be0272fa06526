//! Synthetic work of every state: for tests, benchmarks, courses and the demo.
//!
//! Everything here is invented: family names are bird names, the postcodes 8099 ZX and further are
//! not given out, telephone numbers start with `06-0000`, and every BSN lies in the test range
//! 999xxxxxx. The same seed gives the same work. Deliberately absent: the clock and real chance.

mod casework;
mod chance;
mod corv;
mod people;
mod story;

pub use casework::{ROUNDS, next_round};
pub use chance::Chance;
pub use corv::corv_message;
pub use people::{Family, Member, family};

use crate::domain::code::{Capacity, Nature, Reason, Role};
use crate::domain::event::Draft;
use crate::domain::fact::{
    Acute, Advice, AdviceStep, CaseNumber, Closing, ClosingGround, Fact, ImmediateAction, Note,
    NoteKind, Opening, Overseer, Topic,
};
use crate::domain::id::{CaseId, NoteId, PersonId, RelationId, ReportId, StaffId};
use crate::domain::person::{
    Address, Answer, Background, Birth, BsnStatus, Involvement, Part, PersonAspects, Reach,
    Relation,
};
use crate::domain::report::{
    Channel, Circumstances, Classification, Disclosure, Informing, Narrative, Occasion,
    ReportAspects, ReporterIdentity, SourceMessage,
};
use crate::domain::sheet::{FormRef, ItemName};
use crate::domain::time::{Moment, PartialDate};

/// What a synthetic case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A report that waits for triage.
    Open,
    /// The same, with acute unsafety and an immediate action.
    Acute,
    /// The same, received so long ago that triage is late.
    Overdue,
    /// Decided by one person; the second has not signed yet.
    Waiting,
    /// Being investigated, with an adopted safety plan beside it.
    Investigation,
    /// Followed up by the local field, with an adopted safety plan.
    FollowUp,
    /// An advice request, still open.
    Advice,
    /// A neighbourhood team's own case.
    Neighbourhood,
    /// A question or a wrong desk.
    Contact,
    /// A case that was closed some time ago.
    Closed,
}

impl Kind {
    /// Whether a case of this kind stands in the queue.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Contact | Self::Closed)
    }

    /// What a desk can make of it: alone nobody can decide, so the report still waits.
    #[must_use]
    pub const fn at(self, desk: &Desk) -> Self {
        match self {
            Self::Investigation | Self::FollowUp if desk.colleague.is_none() => Self::Open,
            kind => kind,
        }
    }

    /// Whether it has facts that name earlier ones ([`next_round`]).
    #[must_use]
    pub const fn goes_on(self) -> bool {
        matches!(self, Self::Waiting | Self::Investigation | Self::FollowUp)
    }
}

/// For whom the work is made.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Organisation.
    pub organisation: String,
    /// Who takes the reports in.
    pub staff: StaffId,
    /// The name of that member of staff.
    pub staff_name: String,
    /// The colleague who signs as second person; nobody signs without one.
    pub colleague: Option<StaffId>,
    /// The instrument that is filled in, with the items that are asked about the case as yes or
    /// no, and the scale that everybody is asked; none is filled in without it.
    pub instrument: Option<Instrument>,
    /// The moment that counts as now.
    pub now: Moment,
}

/// What of a form is filled in.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// The form.
    pub form: FormRef,
    /// Its yes-no items about the case.
    pub questions: Vec<ItemName>,
    /// Its scale, asked of every rater.
    pub scale: Option<ItemName>,
}

/// One synthetic case, ready to be recorded.
#[derive(Clone, Debug)]
pub struct SynthCase {
    /// The case.
    pub case: CaseId,
    /// When it was recorded.
    pub at: Moment,
    /// Its facts.
    pub drafts: Vec<Draft>,
}

/// Picks the kind of the `index`-th of `cases` cases so that at most `open_max` are open, and that
/// in every ten open ones one is acute and two are late.
#[must_use]
pub const fn kind_of(index: usize, cases: usize, open_max: usize) -> Kind {
    let open = if cases < open_max { cases } else { open_max };
    // The open ones are spread evenly over the archive, as in real life.
    let is_open = cases > 0 && (index * open) / cases != ((index + 1) * open) / cases;
    if !is_open {
        return if index % 7 == 3 { Kind::Contact } else { Kind::Closed };
    }
    match ((index * open) / cases) % 10 {
        1 => Kind::Acute,
        2 => Kind::Investigation,
        3 | 7 => Kind::Overdue,
        4 => Kind::Waiting,
        5 => Kind::Advice,
        6 => Kind::FollowUp,
        8 => Kind::Neighbourhood,
        _ => Kind::Open,
    }
}

/// Makes a case of a kind.
#[must_use]
pub fn case(chance: &mut Chance, desk: &Desk, number: CaseNumber, kind: Kind) -> SynthCase {
    let id = CaseId(chance.bytes());
    let at = received_at(chance, desk.now, kind);
    let mut drafts = Vec::with_capacity(16);
    let mut say = |fact| drafts.push(Draft::new(id, fact));
    match kind {
        Kind::Advice => {
            say(Fact::CaseOpened { number, opening: Opening::Advice });
            say(Fact::AdviceGiven { advice: advice(chance) });
            say(overseer(desk));
        }
        Kind::Contact => {
            let opening = if chance.one_in(2) { Opening::Question } else { Opening::NotForUs };
            let topics = [Topic::OurWork, Topic::Rights, Topic::Police, Topic::HealthCare];
            say(Fact::CaseOpened { number, opening });
            say(Fact::ContactAnswered {
                capacity: Capacity(chance.pick(&[15, 35, 40])),
                topic: chance.pick(&topics),
            });
        }
        Kind::Neighbourhood => {
            say(Fact::CaseOpened { number, opening: Opening::Neighbourhood });
            say(overseer(desk));
            let family = persons(chance, at, &mut say);
            casework::begin((&mut *chance, desk), (kind, at), &family, &mut say);
            say(note(chance));
        }
        Kind::Open
        | Kind::Acute
        | Kind::Overdue
        | Kind::Waiting
        | Kind::Investigation
        | Kind::FollowUp
        | Kind::Closed => {
            say(Fact::CaseOpened { number, opening: Opening::Report });
            report(chance, at, &mut say);
            let family = persons(chance, at, &mut say);
            say(overseer(desk));
            casework::begin((&mut *chance, desk), (kind, at), &family, &mut say);
            ending(chance, desk, kind, at, &mut say);
        }
    }
    SynthCase { case: id, at, drafts }
}

fn ending(chance: &mut Chance, desk: &Desk, kind: Kind, at: Moment, say: &mut impl FnMut(Fact)) {
    match kind {
        Kind::Acute => say(Fact::AcuteJudged {
            acute: Acute::Declared(ImmediateAction {
                what: story::ACTIONS[chance.below(story::ACTIONS.len())].into(),
                who: desk.staff_name.clone(),
                when: at.plus_hours(1),
            }),
        }),
        Kind::Closed => {
            say(Fact::ClosingDecided {
                closing: Closing::Closed {
                    ground: ClosingGround::Concluded,
                    reason: story::CLOSINGS[chance.below(story::CLOSINGS.len())].into(),
                    sender_told: "per brief".into(),
                },
            });
        }
        Kind::Waiting | Kind::Investigation | Kind::FollowUp => {
            say(Fact::WorkerAssigned { staff: Some(desk.staff) });
        }
        Kind::Open | Kind::Overdue => {
            if chance.one_in(3) {
                say(Fact::WorkerAssigned { staff: Some(desk.staff) });
            }
            if chance.one_in(4) {
                say(note(chance));
            }
        }
        Kind::Advice | Kind::Neighbourhood | Kind::Contact => {}
    }
}

fn received_at(chance: &mut Chance, now: Moment, kind: Kind) -> Moment {
    let hours_ago = match kind {
        Kind::Acute => chance.below(20),
        Kind::Open | Kind::Advice => chance.below(4 * 24),
        Kind::Waiting => 3 * 24 + chance.below(24),
        Kind::Investigation | Kind::FollowUp => 6 * 24 + chance.below(30 * 24),
        Kind::Overdue => 9 * 24 + chance.below(5 * 24),
        Kind::Neighbourhood => chance.below(40 * 24),
        Kind::Contact | Kind::Closed => 30 * 24 + chance.below(900 * 24),
    };
    let minutes = i64::try_from(chance.below(60)).unwrap_or_default();
    let hours = i64::try_from(hours_ago).unwrap_or_default();
    Moment(now.plus_hours(-hours).0 - minutes * 60_000)
}

fn overseer(desk: &Desk) -> Fact {
    Fact::OverseerNamed {
        overseer: Overseer {
            organisation: desk.organisation.clone(),
            person: desk.staff_name.clone(),
            staff: Some(desk.staff),
        },
    }
}

fn advice(chance: &mut Chance) -> Advice {
    Advice {
        capacity: Capacity(chance.pick(&[2, 3, 8, 15, 18])),
        reasons: vec![Reason(chance.pick(&[1, 6, 7, 8]))],
        steps: vec![AdviceStep::TalkWithParents, AdviceStep::CallAgain],
    }
}

fn note(chance: &mut Chance) -> Fact {
    Fact::NoteWritten {
        note: NoteId(chance.bytes()),
        content: Some(Note {
            kind: chance.pick(&[NoteKind::Internal, NoteKind::Addition, NoteKind::Contact]),
            text: story::NOTES[chance.below(story::NOTES.len())].into(),
            about: Vec::new(),
            took_place: None,
        }),
    }
}

fn report(chance: &mut Chance, at: Moment, say: &mut impl FnMut(Fact)) {
    let report = ReportId(chance.bytes());
    let by_message = !chance.one_in(3);
    let number = format!("PL0699-{}", 2_026_000_000 + chance.below(999_999));
    let message = by_message.then(|| SourceMessage {
        message_type: "vtMeldingDi01".into(),
        organisation: "00000001999990421000".into(),
        application: "Politie-applicatie".into(),
        reference: crate::domain::id::to_hex(&chance.bytes()),
        content_hash: chance.hash(),
        sent_at: Some(at),
    });
    let channel = if by_message { Channel::Corv } else { Channel::Telephone };
    say(Fact::ReportReceived { report, channel, received_at: at, message, flags: Vec::new() });
    let capacity = if by_message { 1 } else { chance.pick(&[2, 15, 18, 34, 35]) };
    say(Fact::ReportDescribed {
        report,
        aspects: Box::new(ReportAspects {
            occasion: Some(Occasion {
                report_date: PartialDate::Day(at.day()),
                incident_date: PartialDate::Day(at.day()),
                location: format!("{}, Zwolle", people::street(chance)),
                report_number: if by_message { number } else { String::new() },
            }),
            narrative: Some(Narrative {
                incident: story::incident(chance),
                concern: story::CONCERNS[chance.below(story::CONCERNS.len())].into(),
                ..Narrative::default()
            }),
            classification: Some(Classification {
                reasons: vec![Reason(chance.pick(&[1, 6, 7, 8]))],
                natures: vec![Nature(chance.pick(&[1, 2, 3, 4, 8]))],
                capacity: Some(Capacity(capacity)),
            }),
            circumstances: Some(Circumstances {
                children_present: Some(Answer::Yes),
                stalking_screened: Some(Answer::No),
                existing_help: story::HELP[chance.below(story::HELP.len())].into(),
                ..Circumstances::default()
            }),
            informing: Some(Informing {
                general: "De ouders weten van deze melding.".into(),
                ..Informing::default()
            }),
            disclosure: Some(if by_message { Disclosure::Open } else { Disclosure::NotAsked }),
        }),
    });
    say(Fact::ReporterIdentified {
        report,
        identity: ReporterIdentity {
            organisation: if by_message { "Politie Oost-Nederland".into() } else { String::new() },
            contact_name: people::full_name(chance),
            phones: vec![people::phone(chance)],
            ..ReporterIdentity::default()
        },
    });
}

fn persons(chance: &mut Chance, at: Moment, say: &mut impl FnMut(Fact)) -> casework::Family {
    let family = family(chance, at.day());
    let ids: Vec<PersonId> = family.members.iter().map(|_| PersonId(chance.bytes())).collect();
    for (member, person) in family.members.iter().zip(&ids) {
        say(Fact::PersonDescribed {
            person: *person,
            protected_by: None,
            aspects: Box::new(aspects(member, &family.address)),
        });
    }
    let youths = || family.members.iter().zip(&ids).filter(|(m, _)| m.role == Role::YOUTH);
    for (parent, parent_id) in
        family.members.iter().zip(&ids).filter(|(m, _)| m.role != Role::YOUTH)
    {
        for (_, child_id) in youths() {
            say(Fact::RelationRecorded {
                id: RelationId(chance.bytes()),
                relation: Some(Relation {
                    from: *parent_id,
                    to: *child_id,
                    text: parent.relation.into(),
                    role: Some(parent.role),
                    authority: parent.authority,
                    same_household: Answer::Yes,
                    since: None,
                    until: None,
                    source: "melding".into(),
                }),
            });
        }
    }
    let (children, caregivers): (Vec<_>, Vec<_>) =
        family.members.iter().zip(ids).partition(|(member, _)| member.role == Role::YOUTH);
    let only = |pairs: Vec<(&Member, PersonId)>| pairs.into_iter().map(|(_, id)| id).collect();
    casework::Family { children: only(children), caregivers: only(caregivers) }
}

fn aspects(member: &Member, address: &Address) -> PersonAspects {
    let is_child = member.role == Role::YOUTH;
    PersonAspects {
        name: Some(member.name.clone()),
        sex: Some(member.sex),
        birth: Some(Birth::Born(PartialDate::Day(member.birth))),
        bsn: Some(BsnStatus::Unverified(member.bsn.clone())),
        involvement: Some(Involvement {
            role: Some(member.role),
            authority: member.authority,
            part: is_child.then_some(Part::Witness),
        }),
        formal_address: Some(address.clone()),
        reach: (!is_child)
            .then(|| Reach { phones: vec![member.phone.clone()], ..Reach::default() }),
        background: is_child.then(|| Background {
            school: "Basisschool De Watertoren".into(),
            ..Background::default()
        }),
        ..PersonAspects::default()
    }
}
