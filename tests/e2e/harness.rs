//! The terminal around the tests, tested itself: a test that cannot see cannot fail.

use std::time::Instant;

use crate::support::oracle;
use crate::support::pty::Launch;

fn shell(script: &str, home: &tempfile::TempDir) -> Launch {
    Launch::program("/bin/sh", home.path()).args(["-c", script])
}

#[test]
fn keys_go_in_and_the_screen_comes_out() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = shell("read line; echo \"got $line\"; exit 3", &home).start();
    pty.send("hallo <LT>b><ENTER>");
    pty.wait_for("got hallo <b>");
    assert_eq!(pty.wait_exit().exit_code(), 3);
}

#[test]
fn the_environment_is_clean_and_the_home_is_ours() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = shell("echo \"user=$USER home=$HOME.\"", &home).size(200, 10).start();
    pty.wait_for(&format!("user= home={}", home.path().display()));
}

#[test]
fn the_size_and_a_new_size_are_known_to_the_program() {
    let home = tempfile::tempdir().unwrap();
    let script = "trap 'echo changed; exit' WINCH; echo ready; while :; do read line; done";
    let mut pty = shell(script, &home).size(90, 30).start();
    pty.wait_for("ready");
    pty.resize(70, 20);
    pty.send("<ENTER>");
    pty.wait_for("changed");
}

#[test]
fn a_hang_up_reaches_the_program() {
    let home = tempfile::tempdir().unwrap();
    let mark = home.path().join("mark");
    let script = format!(
        "trap 'echo x > {}; exit 7' HUP; echo ready; while :; do read line || :; done",
        mark.display()
    );
    let mut pty = shell(&script, &home).start();
    pty.wait_for("ready");
    let started = Instant::now();
    pty.hang_up();
    assert_eq!(pty.wait_exit().exit_code(), 7);
    assert!(mark.exists() && started.elapsed() < crate::support::pty::LIMIT);
}

#[test]
fn a_kill_is_a_kill() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = shell("echo ready; read line", &home).start();
    pty.wait_for("ready");
    assert!(pty.kill().signal().is_some());
}

#[test]
fn the_judge_finds_what_is_planted() {
    for bytes in [
        b"\x1b]52;c;aGFsbG8=\x07".as_slice(),
        b"\x1bc",
        b"\x1b[?1000h",
        b"\x1b[c",
        b"\x07",
        b"\x1bP1q\x1b\\",
        "\u{202e}".as_bytes(),
        "\u{9b}".as_bytes(),
    ] {
        assert!(!oracle::violations(bytes).is_empty(), "{bytes:?}");
    }
    oracle::assert_clean("\x1b[?1049h\x1b[1;31mJansen\x1b[m\r\n\x1b[6n\x1b[?25l".as_bytes());
}
