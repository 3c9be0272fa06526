//! A workstation to torment, and synthetic saves to put into it.

use beschermd::domain::event::Draft;
use beschermd::domain::fact::{Fact, Note, NoteKind, Opening, Overseer, StaffRole};
use beschermd::domain::id::{CaseId, NoteId, PersonId, ReportId, StaffId};
use beschermd::domain::person::{Address, AddressKind, BsnStatus, Name, PersonAspects};
use beschermd::domain::report::{Channel, Narrative, ReportAspects, ReporterIdentity};
use beschermd::domain::time::Moment;
use beschermd::journal::{Cost, Fault, Journal, LockInfo, Locked, Passphrase, Setup};
use std::path::Path;

/// The passphrase of every test workstation.
pub const WORD: &str = "vier paarse fietsen";
/// When everything happens.
pub const AT: Moment = Moment(1_791_180_000_000);

pub fn info() -> LockInfo {
    LockInfo {
        owner: "desk".into(),
        since: "2026-10-05T09:00:00+02:00".into(),
        terminal: "pts/0".into(),
    }
}

pub fn setup() -> Setup {
    Setup {
        organisation: "Veilig Thuis Proefstad".into(),
        station_code: "ZW1".into(),
        staff_name: "Anna Proef".into(),
        role: StaffRole::Caseworker,
        passphrase: Passphrase::from_text(WORD),
        lang: "nl".into(),
        cost: Cost::DEMO,
    }
}

pub fn create(dir: &Path) -> Journal {
    Journal::create(dir, setup(), &info(), AT).unwrap().0
}

pub fn open(dir: &Path) -> Result<Journal, Fault> {
    open_as(dir, WORD)
}

pub fn open_as(dir: &Path, word: &str) -> Result<Journal, Fault> {
    let locked = Locked::open(dir, &info())?;
    locked.unlock(None, &Passphrase::from_text(word), &mut |_| {}).map_err(|refused| refused.fault)
}

/// An id that follows from a number.
pub fn id(kind: u8, n: u64) -> [u8; 16] {
    let mut bytes = [kind; 16];
    bytes[..8].copy_from_slice(&n.to_be_bytes());
    bytes
}

pub fn case_id(n: u64) -> CaseId {
    CaseId(id(1, n))
}

/// One new case: twelve facts, among them a reporter, a kept message and a shielded address.
/// Every text holds `mark`.
pub fn new_case(journal: &mut Journal, n: u64, mark: &str) -> Vec<Draft> {
    let number = journal.next_number(2026);
    let (case, report) = (case_id(n), ReportId(id(2, n)));
    let text = |what: &str| format!("{mark} {what} {n}");
    let narrative = Narrative {
        incident: text("gebeurtenis ").repeat(8),
        concern: text("zorg ").repeat(8),
        ..Narrative::default()
    };
    let aspects = ReportAspects { narrative: Some(narrative), ..ReportAspects::default() };
    let identity = ReporterIdentity { contact_name: text("melder"), ..ReporterIdentity::default() };
    let mut facts = vec![
        Fact::CaseOpened { number, opening: Opening::Report },
        Fact::ReportReceived {
            report,
            channel: Channel::Corv,
            received_at: AT,
            message: None,
            flags: Vec::new(),
        },
        Fact::ReportDescribed { report, aspects: Box::new(aspects) },
        Fact::ReporterIdentified { report, identity },
        Fact::MessageKept {
            report,
            part: 0,
            parts: 1,
            bytes: text("<bericht>").repeat(40).into_bytes(),
        },
        Fact::OverseerNamed {
            overseer: Overseer { organisation: text("VT"), person: text("wacht"), staff: None },
        },
        Fact::NoteWritten {
            note: NoteId(id(4, n)),
            content: Some(Note {
                kind: NoteKind::Internal,
                text: text("notitie"),
                about: Vec::new(),
                took_place: None,
            }),
        },
    ];
    for person in 0..4 {
        facts.push(person_fact(n * 8 + person, &text("naam")));
    }
    facts.push(Fact::ShieldedAddressRecorded {
        person: PersonId(id(3, n * 8)),
        kind: AddressKind::Actual,
        address: Address { street: text("Geheimstraat"), ..Address::default() },
    });
    facts.into_iter().map(|fact| Draft::new(case, fact)).collect()
}

fn person_fact(n: u64, text: &str) -> Fact {
    let name = Name { first: text.into(), prefix: "van den".into(), last: text.into() };
    let aspects = PersonAspects {
        name: Some(name),
        bsn: Some(BsnStatus::Unverified(format!("999{:06}", n % 1_000_000))),
        remark: Some(text.into()),
        ..PersonAspects::default()
    };
    let person = PersonId(id(3, n));
    Fact::PersonDescribed { person, protected_by: None, aspects: Box::new(aspects) }
}

/// Records a new case.
pub fn record_case(journal: &mut Journal, n: u64) -> Result<(), Fault> {
    let drafts = new_case(journal, n, "proef");
    let me: StaffId = journal.me();
    journal.record(me, AT, drafts).map(|_| ())
}
