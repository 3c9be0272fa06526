//! Golden screens.

use super::sample::{self, Desk};
use crate::golden::screen;
use beschermd::app::chord::{Chord, Key};
use beschermd::app::effect::Secret;
use beschermd::app::message::{Found, Holder, Progress, StaffChoice, Standing, UnlockRefusal};
use beschermd::app::model::{Screen, ThemeName};
use beschermd::app::{Effect, Message};
use beschermd::domain::fact::StaffRole;
use beschermd::domain::id::StaffId;
use beschermd::text::{Key as Words, Lang};
use beschermd::view::theme::Theme;

const SIZES: [(u16, u16); 2] = [(80, 24), (140, 40)];

fn each(mut draw: impl FnMut(Lang, (u16, u16), &str)) {
    for lang in Lang::ALL {
        for (columns, rows) in SIZES {
            draw(lang, (columns, rows), &format!("{}-{columns}x{rows}", lang.code()));
        }
    }
}

fn full(lang: Lang, size: (u16, u16)) -> Desk {
    let mut desk = Desk::unlocked(lang, size, sample::queue(&str::to_owned));
    // The first read was asked with the queue; the case beside it comes now.
    let case = sample::case(beschermd::domain::id::CaseId([7; 16]), "ZW1-16-0007", &str::to_owned);
    desk.send(Message::CaseLoaded(Box::new(case)));
    desk
}

#[test]
fn the_first_run_one_question_at_a_time() {
    each(|lang, (columns, rows), name| {
        let mut desk = Desk::new(lang, columns, rows);
        screen(&format!("starting-{name}"), &desk.draw());
        desk.send(Message::Found(Found::Nothing));
        let shot = |desk: &mut Desk, step: &str| {
            screen(&format!("first-run-{step}-{name}"), &desk.draw());
        };
        shot(&mut desk, "language");
        desk.types("\n");
        desk.types("Veilig Thuis IJsselland");
        shot(&mut desk, "organisation");
        desk.types("\nte lang!\n");
        shot(&mut desk, "code");
        desk.key(Chord::ctrl('u'));
        desk.types("zw1\nJ. de Vries\n2");
        shot(&mut desk, "role");
        desk.types("\nwelkom123456\n");
        shot(&mut desk, "passphrase-weak");
        desk.key(Chord::ctrl('u'));
        desk.types("paard gieter lantaarn moeras");
        shot(&mut desk, "passphrase-strong");
        let effects = desk.types("\npaard gieter lantaarn moeras\n");
        assert!(matches!(effects.as_slice(), [beschermd::app::Effect::Create(_)]));
        shot(&mut desk, "making");
        desk.send(Message::Created {
            recovery_code: Secret::new("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF".into()),
            opened: Box::new(sample::opened(StaffRole::Caseworker)),
        });
        shot(&mut desk, "recovery");
        desk.types("\nfout\n");
        shot(&mut desk, "proof");
    });
}

#[test]
fn unlock_in_use_and_lock() {
    each(|lang, (columns, rows), name| {
        let mut desk = Desk::new(lang, columns, rows);
        let organisation = "Veilig Thuis IJsselland".to_owned();
        let staff = sample::staff(StaffRole::Caseworker);
        let last = Some(StaffId([2; 16]));
        desk.send(Message::Found(Found::Station {
            organisation: organisation.clone(),
            staff,
            last,
        }));
        desk.types("geheim");
        screen(&format!("unlock-{name}"), &desk.draw());
        let unnamed = |count: u8| {
            let one = |n| StaffChoice {
                staff: StaffId([n; 16]),
                name: String::new(),
                role: StaffRole::Caseworker,
            };
            (1..=count).map(one).collect::<Vec<_>>()
        };
        for (count, shot) in [(2, "unlock-unnamed"), (6, "unlock-many")] {
            let mut desk = Desk::new(lang, columns, rows);
            let organisation = organisation.clone();
            desk.send(Message::Found(Found::Station { organisation, staff: unnamed(count), last }));
            desk.types("geheim");
            screen(&format!("{shot}-{name}"), &desk.draw());
            let [Effect::Unlock { staff, .. }] = &desk.types("\n")[..] else { panic!("{shot}") };
            assert_eq!(*staff, last.filter(|_| count > 4), "{shot}");
        }
        desk.types("\n");
        desk.send(Message::UnlockRefused(UnlockRefusal::Wrong));
        screen(&format!("unlock-wrong-{name}"), &desk.draw());
        let holder =
            Holder { who: "A. Öztürk".into(), since: sample::now(), terminal: "pts/3".into() };
        let organisation = "Veilig Thuis IJsselland".to_owned();
        desk.send(Message::Found(Found::InUse { organisation, holder }));
        screen(&format!("in-use-{name}"), &desk.draw());
        let mut desk = full(lang, (columns, rows));
        desk.types("L");
        screen(&format!("locked-{name}"), &desk.draw());
    });
}

#[test]
fn the_recovery_code_opens_the_workstation_and_a_new_one_takes_its_place() {
    let code = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF";
    let made = || Message::Created {
        recovery_code: Secret::new(code.into()),
        opened: Box::new(sample::opened(StaffRole::Caseworker)),
    };
    each(|lang, (columns, rows), name| {
        let mut desk = Desk::new(lang, columns, rows);
        let organisation = "Veilig Thuis IJsselland".to_owned();
        let staff = sample::staff(StaffRole::Caseworker);
        let second = staff[1].staff;
        desk.send(Message::Found(Found::Station { organisation, staff, last: None }));
        desk.key(Chord::ctrl('r'));
        desk.key(Chord::plain(Key::Down));
        screen(&format!("recover-who-{name}"), &desk.draw());
        let effects = desk.types("\noude code\n");
        assert_eq!(effects, [Effect::ReadRecoveryCode(Secret::new("oude code".into()))]);
        desk.send(Message::RecoveryCodeRead(Some(Words::RecoveryMistyped)));
        screen(&format!("recover-mistyped-{name}"), &desk.draw());
        desk.types("!\n");
        desk.send(Message::RecoveryCodeRead(None));
        let effects = desk.types("paard gieter lantaarn\npaard gieter lantaarn\n");
        let [Effect::Recover { staff, code: typed, passphrase }] = &effects[..] else {
            panic!("{effects:?}")
        };
        assert_eq!((*staff, typed.expose()), (second, "oude code!"));
        assert_eq!(passphrase.expose(), "paard gieter lantaarn");
        screen(&format!("recover-making-{name}"), &desk.draw());
        desk.send(Message::CreateFailed(Words::UnlockRecoveryWrong));
        screen(&format!("recover-wrong-{name}"), &desk.draw());
        desk.send(made());
        screen(&format!("recover-new-code-{name}"), &desk.draw());
        desk.types("\n");
        assert!(desk.model.desk().is_none(), "not before the code is proved");
        prove(&mut desk, code);
        assert!(desk.model.desk().is_some());

        let mut desk = full(lang, (columns, rows));
        desk.types("H");
        screen(&format!("confirm-new-code-{name}"), &desk.draw());
        assert_eq!(desk.types("y"), [Effect::RenewRecoveryCode]);
        desk.send(made());
        desk.types("\n");
        prove(&mut desk, code);
        let here = desk.model.desk().expect("the desk that was laid aside");
        assert!(here.beside.case.is_some());
    });
}

/// Types the groups that are asked.
fn prove(desk: &mut Desk, code: &str) {
    let groups: Vec<&str> = code.split('-').collect();
    while let Screen::FirstRun(state) = &desk.model.screen {
        let group = groups[state.group_asked() - 1];
        desk.types(&format!("{group}\n"));
    }
}

#[test]
fn a_recovery_code_on_the_screen_is_hidden_when_nobody_is_there() {
    let mut desk = full(Lang::Nl, (80, 24));
    desk.types("Hy");
    desk.send(Message::Created {
        recovery_code: Secret::new("AAAA-BBBB".into()),
        opened: Box::new(sample::opened(StaffRole::Caseworker)),
    });
    assert!(desk.text().contains("AAAA-BBBB"));
    assert!(desk.model.next_wake().is_some());
    assert_eq!(desk.minutes_later(5), [Effect::Lock]);
    assert!(!desk.text().contains("AAAA"));
    assert!(!format!("{:?}", desk.model).contains("Bakker"));
}

#[test]
fn the_queue_empty_and_full() {
    each(|lang, size, name| {
        let mut desk = Desk::unlocked(lang, size, Vec::new());
        screen(&format!("queue-empty-{name}"), &desk.draw());
        let mut desk = full(lang, size);
        screen(&format!("queue-{name}"), &desk.draw());
    });
    let mut desk = full(Lang::Nl, (200, 50));
    screen("queue-nl-200x50", &desk.draw());
    let mut desk = full(Lang::Nl, (80, 24));
    desk.theme = Theme::new(ThemeName::Mono, true);
    screen("queue-nl-80x24-ascii-mono", &desk.draw());
    desk.key(Chord::plain(Key::Tab));
    screen("page-report-nl-80x24", &desk.draw());
    desk.key(Chord::plain(Key::Tab));
    screen("page-persons-nl-80x24", &desk.draw());
    desk.key(Chord::plain(Key::Tab));
    screen("page-plan-nl-80x24", &desk.draw());
}

#[test]
fn the_page_of_a_case() {
    each(|lang, size, name| {
        let mut desk = full(lang, size);
        desk.types("\n");
        screen(&format!("case-{name}"), &desk.draw());
        desk.types("G");
        screen(&format!("case-end-{name}"), &desk.draw());
    });
}

#[test]
fn search_palette_and_help() {
    each(|lang, size, name| {
        let mut desk = full(lang, size);
        desk.types("/bakk");
        let hits = vec![beschermd::app::message::Hit {
            case: beschermd::domain::id::CaseId([7; 16]),
            number: "ZW1-16-0007".into(),
            shown: "Noor Bakker".into(),
            detail: "12-03-2011".into(),
            why: vec![Words::FoundByName],
            open: true,
        }];
        desk.send(Message::SearchHits { generation: 4, hits, complete: true });
        screen(&format!("search-{name}"), &desk.draw());
        desk.key(Chord::plain(Key::Esc));
        desk.types(":yil");
        screen(&format!("palette-{name}"), &desk.draw());
        desk.key(Chord::plain(Key::Esc));
        desk.types("?");
        screen(&format!("help-{name}"), &desk.draw());
    });
}

#[test]
fn forms_questions_and_sheets() {
    each(|lang, size, name| {
        let mut desk = full(lang, size);
        desk.types("aPolitie haalt het kind op");
        desk.key(Chord::ctrl('s'));
        screen(&format!("acute-{name}"), &desk.draw());
        desk.key(Chord::ctrl('q'));
        screen(&format!("confirm-quit-{name}"), &desk.draw());
        desk.types("n");
        desk.key(Chord::plain(Key::Esc));
        desk.types("jw");
        screen(&format!("why-{name}"), &desk.draw());
        desk.key(Chord::plain(Key::Esc));
        desk.types("x");
        screen(&format!("links-{name}"), &desk.draw());
        desk.key(Chord::plain(Key::Esc));
        let work = Progress {
            what: Words::WorkInbox,
            done: 412,
            total: 1000,
            standing: Standing::Stoppable,
        };
        desk.send(Message::Working(work));
        screen(&format!("work-{name}"), &desk.draw());
    });
}

#[test]
fn a_window_that_is_too_small_and_a_screen_that_cannot_be_drawn() {
    for lang in Lang::ALL {
        let mut desk = full(lang, (80, 24));
        desk.resize(59, 14);
        screen(&format!("too-small-{}", lang.code()), &desk.draw());
        desk.resize(80, 24);
        screen(&format!("fallback-{}", lang.code()), &desk.fallback());
    }
}

#[test]
fn the_picture_in_the_readme_is_the_queue_as_it_is() {
    let mut desk = full(Lang::Nl, (140, 40));
    let picture = crate::svg::svg(&desk.draw(), "Beschermd");
    crate::golden::file("docs/screen.svg", &picture);
}
