//! The shell's terminal in a real terminal: taken, drawn on, given back, whatever happens.
//!
//! The program under test is this test binary itself, started again with a role; so these tests
//! need nothing of the product but `shell::terminal`.

use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};

use beschermd::shell::harden;
use beschermd::shell::signals::{Signal, listen};
use beschermd::shell::terminal::Screen;
use beschermd::shell::terminal::input::{InputEvent, Reader};
use crossterm::event::KeyCode;
use ratatui::style::Style;
use rustix::process::{DumpableBehavior, Signal as Kill, dumpable_behavior};

use crate::support::oracle;
use crate::support::pty::{Launch, Pty};

const ROLE: &str = "BESCHERMD_TEST_ROLE";
const ENTERED: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l";
const LEFT: &[u8] = b"\x1b[m\x1b[r\x1b[?25h\x1b[?2004l\x1b[?1049l";

enum Event {
    Input(InputEvent),
    Signal(Signal),
}

/// Not a test but the program the tests start; without a role it does nothing.
#[test]
#[ignore = "runs as long as the tests of this file that start it"]
fn program() {
    let Ok(role) = std::env::var(ROLE) else { return };
    let thread = std::thread::spawn(move || run(&role));
    std::process::exit(if thread.join().is_ok() { 0 } else { 101 });
}

fn run(role: &str) {
    harden::begin().unwrap();
    assert_eq!(dumpable_behavior(), Ok(DumpableBehavior::NotDumpable));
    let (sender, events) = channel();
    let mut screen = Screen::enter().unwrap();
    let reader = start_reader(&screen, sender.clone());
    let hangs = role == "hangs";
    let told = sender.clone();
    let _listener = listen(move |signal| {
        std::fs::write("draft", "saved").unwrap();
        let _gone = told.send(Event::Signal(signal));
    })
    .unwrap();
    let (mut keys, mut pasted) = (0, 0);
    loop {
        let (columns, rows) = screen.resized();
        let line = format!("keys {keys} pasted {pasted} size {columns}x{rows}");
        let now = Instant::now();
        if screen.may_draw(now) {
            let poisoned = keys == 3 && role == "poison";
            let drawn = screen.draw(
                now,
                |frame| {
                    frame.buffer_mut().set_string(1, 1, &line, Style::new());
                    assert!(!poisoned, "Kanarie van Dijk");
                },
                |frame| frame.buffer_mut().set_string(1, 1, "plain words", Style::new()),
            );
            if drawn.is_err() {
                // The line is gone, and drawing noticed it first.
                std::fs::write("draft", "saved").unwrap();
                break;
            }
        }
        let wait = screen.next_look().map(|at| at.saturating_duration_since(now));
        let event = match wait {
            Some(wait) => events.recv_timeout(wait).ok(),
            None => events.recv().ok(),
        };
        match event {
            Some(Event::Input(InputEvent::Key(key))) if key.code == KeyCode::Char('q') => break,
            Some(Event::Input(InputEvent::Key(key))) if key.code == KeyCode::Char('!') => {
                panic!("Kanarie van Dijk")
            }
            Some(Event::Input(InputEvent::Key(_))) => keys += 1,
            Some(Event::Input(InputEvent::Paste { text, .. })) => pasted += text.len(),
            Some(Event::Input(InputEvent::Answer { .. })) => screen.answered(),
            Some(Event::Signal(Signal::Resize)) | None => {}
            Some(Event::Input(InputEvent::HangUp) | Event::Signal(_)) if hangs => {
                std::thread::sleep(Duration::from_secs(600));
            }
            // Whichever notices first saves: the input thread may be ahead of the signal.
            Some(Event::Input(InputEvent::HangUp) | Event::Signal(_)) => {
                std::fs::write("draft", "saved").unwrap();
                break;
            }
        }
    }
    reader.stop();
    screen.leave();
}

fn start_reader(screen: &Screen, sender: Sender<Event>) -> Reader {
    let tty = screen.input().unwrap();
    Reader::start(tty, move |event| sender.send(Event::Input(event)).is_ok()).unwrap()
}

fn launch(role: &str, home: &Path) -> Launch {
    let this = std::env::current_exe().unwrap();
    Launch::program(this, home)
        .args(["--exact", "terminal::program", "--ignored", "--nocapture", "--color", "never"])
        .env(ROLE, role)
}

fn started(role: &str, home: &Path) -> Pty {
    let mut pty = launch(role, home).start();
    pty.wait_for("keys 0");
    pty
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Everything allowed, taken once, given back exactly.
fn assert_given_back(pty: &Pty) {
    oracle::assert_clean(pty.bytes());
    assert!(contains(pty.bytes(), ENTERED));
    let times = pty.bytes().windows(LEFT.len()).filter(|window| *window == LEFT).count();
    assert_eq!(times, 1, "given back once");
    assert!(!pty.screen().alternate_screen() && !pty.screen().hide_cursor());
    assert!(!pty.screen().bracketed_paste());
}

#[test]
fn keys_pastes_and_sizes_arrive_and_the_terminal_is_given_back() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = started("plain", home.path());
    pty.send("jj<UP><ESC>");
    pty.wait_for("keys 4");
    pty.paste(&"regel\n".repeat(10_000));
    pty.wait_for("pasted 60000");
    pty.resize(70, 20);
    pty.wait_for("size 70x20");
    pty.send("q");
    assert!(pty.wait_exit().success());
    assert_given_back(&pty);
}

#[test]
fn a_terminal_that_never_answers_is_drawn_on_all_the_same() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = launch("plain", home.path()).mute().start();
    for count in 1..=6 {
        pty.send("j");
        pty.wait_for(&format!("keys {count}"));
    }
    let asked = pty.bytes().windows(4).filter(|window| window == b"\x1b[6n").count();
    assert_eq!(asked, 2);
    pty.send("q");
    assert!(pty.wait_exit().success());
    assert_given_back(&pty);
}

#[test]
fn an_idle_screen_sends_nothing_and_wakes_for_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = started("plain", home.path());
    // An answer may still be on its way at first; a still second after that must come.
    let still = (0..10).any(|_| {
        let before = (pty.bytes().len(), pty.wake_ups(), pty.cpu_ms());
        pty.wait_quiet(Duration::from_secs(1));
        before == (pty.bytes().len(), pty.wake_ups(), pty.cpu_ms())
    });
    assert!(still, "it never rests");
    pty.send("q");
    pty.wait_exit();
}

#[test]
fn a_closed_window_saves_the_draft_and_ends_the_program() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = started("plain", home.path());
    pty.send("jjj");
    pty.wait_for("keys 3");
    pty.hang_up();
    pty.wait_exit();
    assert!(home.path().join("draft").exists());
}

#[test]
fn a_request_to_end_gives_the_terminal_back() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = started("plain", home.path());
    pty.signal(Kill::TERM);
    assert!(pty.wait_exit().success());
    assert_given_back(&pty);
    assert!(home.path().join("draft").exists());
}

#[test]
fn a_loop_that_hangs_is_ended_within_two_seconds() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = started("hangs", home.path());
    let asked = Instant::now();
    pty.signal(Kill::TERM);
    let status = pty.wait_exit();
    // The watchdog's own bound; the margin is for a busy machine.
    assert!(asked.elapsed() < Duration::from_secs(10));
    assert_eq!(status.exit_code(), 128 + 15);
    assert_given_back(&pty);
}

#[test]
fn a_hanging_loop_without_a_terminal_ends_without_spinning() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = started("hangs", home.path());
    let before = pty.cpu_ms();
    pty.hang_up();
    std::thread::sleep(Duration::from_millis(800));
    assert!(pty.cpu_ms() - before <= 100, "it spins");
    pty.wait_exit();
    assert!(home.path().join("draft").exists());
}

#[test]
fn a_poisoned_record_shows_the_fallback_and_the_program_lives_on() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = started("poison", home.path());
    pty.send("jjj");
    pty.wait_for("plain words");
    pty.send("j");
    pty.wait_for("keys 4");
    pty.send("q");
    assert!(pty.wait_exit().success());
    assert_given_back(&pty);
    assert!(!contains(pty.bytes(), b"Kanarie"), "the payload was shown");
}

#[test]
fn a_panic_gives_the_terminal_back_and_names_its_place_only() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = started("plain", home.path());
    pty.send("!");
    assert_eq!(pty.wait_exit().exit_code(), 101);
    assert_given_back(&pty);
    assert!(pty.text().contains("terminal.rs:"), "{}", pty.text());
    assert!(!contains(pty.bytes(), b"Kanarie"), "the payload was shown");
}

#[test]
fn the_process_is_closed_to_others() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = started("plain", home.path());
    // The right to gain rights is given up per thread, and inherited by threads started after.
    let tasks = std::fs::read_dir(format!("/proc/{}/task", pty.pid())).unwrap();
    let mut status = tasks.map(|task| std::fs::read_to_string(task.unwrap().path().join("status")));
    assert!(status.any(|text| text.unwrap().contains("NoNewPrivs:\t1")));
    let status = std::fs::read_to_string(format!("/proc/{}/status", pty.pid())).unwrap();
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", pty.pid())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().nth(4), Some("0"), "{core}");
    let umask = status.lines().find(|line| line.starts_with("Umask:")).unwrap();
    assert!(umask.ends_with("0077"), "{umask}");
    pty.send("q");
    pty.wait_exit();
}
