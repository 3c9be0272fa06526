//! The worker as the workstation sees it: effects in, messages out, on a real data directory.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::{Opening, Worker};
use crate::app::Effect;
use crate::app::effect::Secret;
use crate::app::message::{Found, Message};
use crate::domain::fact::StaffRole;
use crate::domain::time::Moment;
use crate::journal::{Cost, Journal, Passphrase, Setup};
use crate::shell::command::door::lock_info;
use crate::text::{Key, Lang};
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
