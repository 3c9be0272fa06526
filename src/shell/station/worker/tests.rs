//! The worker as the workstation sees it: effects in, messages out, on a real data directory.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::{Opening, Worker};
use crate::app::Effect;
use crate::app::effect::{
    LetterTo, PaperAsked, PaperForm, PaperSecret, PaperTells, PaperWhat, Secret, Ticket,
};
use crate::app::message::{Found, Message, UnlockRefusal, Unprinted};
use crate::domain::case::State;
use crate::domain::event::Draft;
use crate::domain::fact::{CaseNumber, Fact, Opening as Reason, StaffRole};
use crate::domain::id::{CaseId, EventId, PartId, PersonId, PlanId, ReportId, StaffId};
use crate::domain::person::{Name, PersonAspects};
use crate::domain::report::{Channel, ReporterIdentity};
use crate::domain::safety_plan::{PlanKind, PlanPart};
use crate::domain::time::Moment;
use crate::domain::triage::{TriageDecision, TriageOutcome};
use crate::journal::{Cost, Journal, Passphrase, Setup};
use crate::shell::command::door::lock_info;
use crate::text::{Key, Lang};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const AT: Moment = Moment(1_791_000_000_000);

fn start(dir: &Path) -> (Worker, Receiver<Message>) {
    let (sender, messages) = channel();
    let opening = Opening::Data { dir: dir.to_path_buf(), inbox: None };
    let worker = Worker::start(opening, Lang::Nl, move |message| {
        let _ended = sender.send(message);
    });
    (worker.unwrap(), messages)
}

/// The first message that `pick` wants.
fn next<T>(messages: &Receiver<Message>, pick: impl Fn(Message) -> Option<T>) -> T {
    loop {
        let message = messages.recv_timeout(Duration::from_secs(60)).unwrap();
        if let Some(wanted) = pick(message) {
            return wanted;
        }
    }
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

#[test]
fn the_recovery_code_opens_once_and_the_next_code_opens_after_it() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let setup = Setup {
        organisation: "Veilig Thuis IJsselland".into(),
        station_code: "ZW1".into(),
        staff_name: "J. de Vries".into(),
        role: StaffRole::Caseworker,
        passphrase: Passphrase::from_text("vergeten"),
        lang: "nl".into(),
        cost: Cost::DEMO,
    };
    let (journal, code) = Journal::create(&dir, setup, &lock_info(AT), AT).unwrap();
    drop(journal);
    let first = code.text().to_string();

    let (mut worker, messages) = start(&dir);
    let staff = next(&messages, |message| match message {
        Message::Found(Found::Station { staff, .. }) => Some(staff[0].staff),
        _ => None,
    });
    let read = |message| match message {
        Message::RecoveryCodeRead(wrong) => Some(wrong),
        _ => None,
    };
    worker.ask(Effect::ReadRecoveryCode(secret(&first[1..])));
    assert_eq!(next(&messages, read), Some(Key::RecoveryMistyped));
    worker.ask(Effect::ReadRecoveryCode(secret(&first.to_lowercase())));
    assert_eq!(next(&messages, read), None);

    let created = |message| match message {
        Message::Created { recovery_code, opened } => {
            assert_eq!(opened.staff.name, "J. de Vries");
            Some(Ok(recovery_code.expose().to_owned()))
        }
        Message::CreateFailed(why) => Some(Err(why)),
        _ => None,
    };
    let recover = |code: &str| Effect::Recover {
        staff,
        code: secret(code),
        passphrase: secret("paard gieter lantaarn"),
    };
    worker.ask(recover(&first));
    let second = next(&messages, created).unwrap();
    assert_ne!(second, first);
    worker.ask(Effect::RenewRecoveryCode);
    let third = next(&messages, created).unwrap();
    worker.ask(Effect::Lock);
    for spent in [&first, &second] {
        worker.ask(recover(spent));
        assert_eq!(next(&messages, created), Err(Key::UnlockRecoveryWrong));
    }
    let passphrase = secret("paard gieter lantaarn");
    worker.ask(Effect::Unlock { staff: None, passphrase });
    next(&messages, |message| matches!(message, Message::Unlocked(_)).then_some(()));
    worker.ask(Effect::Lock);
    worker.ask(recover(&third));
    next(&messages, created).unwrap();
    worker.finish(Duration::from_secs(5));
}

/// A case with a triage decision by `author`; gives the case and the event of the decision.
fn decided(journal: &mut Journal, author: StaffId) -> (CaseId, EventId) {
    let (case, report) = (CaseId([7; 16]), ReportId([8; 16]));
    let decision = TriageDecision {
        outcome: TriageOutcome::Investigate,
        reasons: "Onduidelijk.".into(),
        receiver: String::new(),
        reports: BTreeSet::from([report]),
        decided_at: AT,
        late_reason: String::new(),
        policy: String::new(),
    };
    let facts = [
        Fact::CaseOpened { number: CaseNumber("ZW1-26-0001".into()), opening: Reason::Report },
        Fact::ReportReceived {
            report,
            channel: Channel::Telephone,
            received_at: AT,
            message: None,
            flags: Vec::new(),
        },
        Fact::TriageDecided { decision: Box::new(decision) },
    ];
    let drafts = facts.into_iter().map(|fact| Draft::new(case, fact)).collect();
    let events = journal.record(author, AT, drafts).unwrap();
    (case, events[2].id)
}

#[test]
fn a_colleague_signs_with_their_own_passphrase_and_who_sits_here_stays() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let setup = Setup {
        organisation: "Veilig Thuis IJsselland".into(),
        station_code: "ZW1".into(),
        staff_name: "J. de Vries".into(),
        role: StaffRole::Caseworker,
        passphrase: Passphrase::from_text("paard gieter"),
        lang: "nl".into(),
        cost: Cost::DEMO,
    };
    let (mut journal, _) = Journal::create(&dir, setup, &lock_info(AT), AT).unwrap();
    let me = journal.me();
    let theirs = Passphrase::from_text("lantaarn moeras");
    let colleague = journal.add_staff(("A. Öztürk", StaffRole::Expert), &theirs, AT).unwrap();
    let (case, event) = decided(&mut journal, me);
    journal.settle().unwrap();
    drop(journal);

    let (mut worker, messages) = start(&dir);
    let mine = Effect::Unlock { staff: Some(me), passphrase: secret("paard gieter") };
    worker.ask(mine);
    next(&messages, |message| matches!(message, Message::Unlocked(_)).then_some(()));
    let ask = |n: u64, staff, words: &str| Effect::Countersign {
        ticket: Ticket(n),
        case,
        event,
        staff,
        passphrase: secret(words),
    };
    let answer = |message| match message {
        Message::SignRefused { ticket, refusal } => Some((ticket, Err(refusal))),
        Message::Recorded(recorded) => Some((recorded.ticket, Ok(recorded.case.unwrap()))),
        _ => None,
    };
    worker.ask(ask(1, colleague, "paard gieter"));
    assert_eq!(next(&messages, answer), (Ticket(1), Err(UnlockRefusal::Wrong)));
    // The right passphrase of who decided is no second person.
    worker.ask(ask(2, me, "paard gieter"));
    let refused = UnlockRefusal::Fault(Key::RuleSecondPerson);
    assert_eq!(next(&messages, answer), (Ticket(2), Err(refused)));
    worker.ask(ask(3, colleague, "lantaarn moeras"));
    let (ticket, signed) = next(&messages, answer);
    let signed = signed.unwrap();
    assert_eq!(ticket, Ticket(3));
    assert_eq!(signed.state(), State::Investigation);
    assert_eq!(signed.countersigned[&event][&colleague].author, colleague);
    // Who sits here goes on as before.
    let staff = Some(me);
    let drafts = vec![Draft::new(case, Fact::WorkerAssigned { staff })];
    worker.ask(Effect::Record { ticket: Ticket(4), drafts });
    let (_, after) = next(&messages, answer);
    assert_eq!(after.unwrap().worker.stamp().unwrap().author, me);
    // Guessing is slowed down as at the door.
    for n in 5..8 {
        worker.ask(ask(n, colleague, "geraden"));
        assert_eq!(next(&messages, answer).1, Err(UnlockRefusal::Wrong));
    }
    worker.ask(ask(8, colleague, "geraden"));
    assert_eq!(next(&messages, answer).1, Err(UnlockRefusal::Wrong));
    worker.ask(ask(9, colleague, "lantaarn moeras"));
    assert!(matches!(next(&messages, answer).1, Err(UnlockRefusal::Wait(_))));
    worker.finish(Duration::from_secs(5));
}

/// A plan about a case with a decision, and a mother; nobody may know who reported.
fn papers(journal: &mut Journal) -> (CaseId, EventId) {
    let me = journal.me();
    let (case, decision) = decided(journal, me);
    let content = |text: &str| {
        let (text, empty) = (text.to_owned(), String::new);
        let (minimum, check, consequence) = (empty(), empty(), empty());
        Some(Box::new(PlanPart::BottomLine { text, minimum, check, consequence }))
    };
    let identity = ReporterIdentity { contact_name: REPORTER.into(), ..Default::default() };
    let name = Name { first: "Eva".into(), last: "Bakker".into(), ..Name::default() };
    let aspects = Box::new(PersonAspects { name: Some(name), ..PersonAspects::default() });
    let (plan, kind) = (PLAN, PlanKind::Safety);
    let facts = [
        Fact::ReporterIdentified { report: ReportId([8; 16]), identity },
        Fact::PersonDescribed { person: MOTHER, protected_by: None, aspects },
        Fact::PlanOpened { plan, kind, embeds: None },
        Fact::PlanPartWritten { plan, part: PART, content: content("Vader woont bij zijn broer.") },
        Fact::PlanOpened { plan: TELLING, kind, embeds: None },
        Fact::PlanPartWritten {
            plan: TELLING,
            part: PART,
            content: content("Bel sterre\nwielewaal van school."),
        },
    ];
    let drafts = facts.into_iter().map(|fact| Draft::new(case, fact)).collect();
    journal.record(me, AT, drafts).unwrap();
    (case, decision)
}

const REPORTER: &str = "Sterre Wielewaal";
const MOTHER: PersonId = PersonId([5; 16]);
const PLAN: PlanId = PlanId([3; 16]);
const TELLING: PlanId = PlanId([6; 16]);
const PART: PartId = PartId([4; 16]);

/// A workstation with [`papers`], opened; `signed` when the decision has its second signature.
fn printer(home: &Path, signed: bool) -> (Worker, Receiver<Message>) {
    let dir = home.join("data");
    let setup = Setup {
        organisation: "Veilig Thuis IJsselland".into(),
        station_code: "ZW1".into(),
        staff_name: "J. de Vries".into(),
        role: StaffRole::Caseworker,
        passphrase: Passphrase::from_text("paard gieter"),
        lang: "nl".into(),
        cost: Cost::DEMO,
    };
    let (mut journal, _) = Journal::create(&dir, setup, &lock_info(AT), AT).unwrap();
    let me = journal.me();
    let (case, event) = papers(&mut journal);
    if signed {
        let theirs = Passphrase::from_text("lantaarn moeras");
        let staff = journal.add_staff(("A. Öztürk", StaffRole::Expert), &theirs, AT).unwrap();
        let fact = Fact::Countersigned { event, staff };
        journal.record(staff, AT, vec![Draft::new(case, fact)]).unwrap();
    }
    journal.settle().unwrap();
    drop(journal);
    let (worker, messages) = start(&dir);
    worker.ask(Effect::Unlock { staff: Some(me), passphrase: secret("paard gieter") });
    next(&messages, |message| matches!(message, Message::Unlocked(_)).then_some(()));
    (worker, messages)
}

fn asked(home: &Path, what: PaperWhat) -> PaperAsked {
    let path = home.join("paper.txt").to_string_lossy().into_owned();
    let (form, lang, large, read) = (PaperForm::Text, Lang::Nl, false, Vec::new());
    PaperAsked { case: CaseId([7; 16]), what, form, large, lang, path, read }
}

/// What the worker says to this, and what is in the file then.
fn printed(
    (worker, messages): &(Worker, Receiver<Message>),
    asked: &PaperAsked,
) -> (Option<Unprinted>, Option<String>) {
    worker.ask(Effect::Print(Box::new(asked.clone())));
    let (path, problem) = next(messages, |message| match message {
        Message::Printed { path, problem } => Some((path, problem)),
        _ => None,
    });
    assert_eq!(path, asked.path, "told with its path");
    (problem, std::fs::read_to_string(&asked.path).ok())
}

fn refused(why: Key) -> Option<Unprinted> {
    Some(Unprinted::Refused(why))
}

#[test]
fn a_paper_is_written_for_this_person_alone_and_never_over_a_file_that_is_there() {
    use std::os::unix::fs::PermissionsExt;
    let plan = PaperWhat::Plan { plan: PLAN, version: None };
    let invitation = PaperWhat::Letter(LetterTo::Invitation(MOTHER));
    for (what, says) in [(plan, "Vader woont bij zijn broer."), (invitation, "Eva Bakker")] {
        let home = tempfile::tempdir().unwrap();
        let mut desk = printer(home.path(), false);
        let asked = asked(home.path(), what);
        let (problem, written) = printed(&desk, &asked);
        let written = written.unwrap();
        assert_eq!(problem, None);
        assert!(written.contains(says) && written.contains("Veilig Thuis IJsselland"), "{written}");
        assert!(!written.contains("Sterre") && !written.contains("Wielewaal"), "{written}");
        let mode = std::fs::metadata(&asked.path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(printed(&desk, &asked), (refused(Key::PrintFileExists), Some(written)));
        desk.0.finish(Duration::from_secs(5));
    }
}

#[test]
fn an_outcome_waits_for_the_second_signature_and_goes_to_nobody_else() {
    let home = tempfile::tempdir().unwrap();
    let outcome = LetterTo::OutcomeParents(MOTHER);
    let to_reporter = LetterTo::OutcomeReporter(ReportId([8; 16]));
    let mut desk = printer(home.path(), false);
    for to in [outcome, to_reporter] {
        let answer = printed(&desk, &asked(home.path(), PaperWhat::Letter(to)));
        assert_eq!(answer, (refused(Key::PaperNotDecided), None));
    }
    desk.0.finish(Duration::from_secs(5));
    let home = tempfile::tempdir().unwrap();
    let mut desk = printer(home.path(), true);
    let (problem, written) = printed(&desk, &asked(home.path(), PaperWhat::Letter(outcome)));
    let written = written.unwrap();
    assert!(problem.is_none() && !written.contains("Wielewaal"), "{written}");
    assert!(written.contains("J. de Vries"), "{written}");
    let mut other = asked(home.path(), PaperWhat::Letter(to_reporter));
    other.path.push('2');
    let (problem, written) = printed(&desk, &other);
    let written = written.unwrap();
    assert!(problem.is_none() && written.contains(REPORTER), "{written}");
    assert!(!written.contains("Bakker"), "nothing of the family: {written}");
    let nobody = PaperWhat::Letter(LetterTo::Invitation(PersonId([99; 16])));
    let answer = printed(&desk, &PaperAsked { what: nobody, path: other.path + "3", ..other });
    assert_eq!(answer, (refused(Key::PrintNoPerson), None));
    desk.0.finish(Duration::from_secs(5));
}

#[test]
fn a_paper_that_tells_who_reported_is_written_only_after_a_person_read_that_section() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = printer(home.path(), false);
    let mut asked = asked(home.path(), PaperWhat::Plan { plan: TELLING, version: None });
    let (problem, written) = printed(&desk, &asked);
    let Some(Unprinted::Tells(told)) = problem else { panic!("{problem:?}") };
    assert_eq!(written, None);
    let section = "Wat moet er altijd gebeuren?".to_owned();
    let found = PaperTells { secret: PaperSecret::Reporter, section };
    assert!(told.contains(&found), "{told:?}");
    let shown = format!("{told:?}").to_lowercase();
    assert!(!shown.contains("sterre") && !shown.contains("wielewaal"), "{shown}");
    // Another section, or another kind of thing, was read: this one was not.
    let address = PaperTells { secret: PaperSecret::ShieldedAddress, ..found };
    asked.read =
        vec![address, PaperTells { section: "Waarom dit plan?".into(), ..told[0].clone() }];
    assert_eq!(printed(&desk, &asked), (Some(Unprinted::Tells(told.clone())), None));
    asked.read = told;
    let (problem, written) = printed(&desk, &asked);
    assert_eq!(problem, None);
    assert!(written.unwrap().contains("wielewaal"));
    desk.0.finish(Duration::from_secs(5));
}
