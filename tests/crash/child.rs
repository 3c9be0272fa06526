//! The child that is killed, timed or raced: this test binary, started again with a role.

use crate::support::{self, AT, new_case, open};
use beschermd::journal::{Fault, Locked, Notice};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const ROLE: &str = "BESCHERMD_CRASH_ROLE";
const DIR: &str = "BESCHERMD_CRASH_DIR";
const FIRST: &str = "BESCHERMD_CRASH_FIRST";

/// What a child does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Records case after case, now and then many at once, and says which are acknowledged.
    Record,
    /// Opens, checks, and says what it found.
    Examine,
    /// Tries to take the lock, and says whether it has it.
    Race,
    /// Unlocks with as many MiB of memory to spare as its number, and says how that went.
    Starve,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Examine => "examine",
            Self::Race => "race",
            Self::Starve => "starve",
        }
    }
}

/// Starts a child.
pub fn spawn(role: Role, dir: &Path, first: u64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child::plays_its_role", "--nocapture", "--test-threads=1"])
        .env(ROLE, role.name())
        .env(DIR, dir)
        .env(FIRST, first.to_string())
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The words a child said, one line each, without the test harness's own.
pub fn said(child: &mut Child) -> Vec<String> {
    let out = child.stdout.take().unwrap();
    let lines = BufReader::new(out).split(b'\n').map_while(Result::ok);
    let text = lines.map(|line| String::from_utf8_lossy(&line).into_owned());
    text.filter_map(|line| line.split_once('@').map(|(_, said)| said.to_owned())).collect()
}

/// The first words a child said.
pub fn first_words(child: &mut Child) -> String {
    let out = child.stdout.as_mut().unwrap();
    let mut lines = BufReader::new(out).lines().map_while(Result::ok);
    let found = lines.find_map(|line| line.split_once('@').map(|(_, said)| said.to_owned()));
    found.unwrap_or_default()
}

/// Waits for a child's end, at most so long; `None` when it hangs (it is then killed).
pub fn wait(child: &mut Child, at_most: Duration) -> Option<bool> {
    let begun = Instant::now();
    while begun.elapsed() < at_most {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status.success());
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    None
}

fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("@{text}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

#[test]
fn plays_its_role() {
    let Ok(role) = std::env::var(ROLE) else { return };
    let dir = std::path::PathBuf::from(std::env::var(DIR).unwrap());
    let first: u64 = std::env::var(FIRST).unwrap().parse().unwrap();
    match role.as_str() {
        "record" => record(&dir, first),
        "examine" => examine(&dir),
        "race" => race(&dir),
        "starve" => starve(&dir, first),
        other => panic!("no role {other}"),
    }
}

fn record(dir: &Path, first: u64) {
    let mut journal = open(dir).unwrap();
    say("ready");
    let me = journal.me();
    let mut n = first;
    loop {
        let count = if n.is_multiple_of(3) { 5 } else { 1 };
        let saves = (n..n + count).map(|n| (me, AT, new_case(&mut journal, n, "proef"))).collect();
        journal.record_many(saves).unwrap();
        for saved in n..n + count {
            say(&format!("ack {saved}"));
        }
        if n.is_multiple_of(2) {
            journal.settle().unwrap();
        }
        n += count;
    }
}

/// Says `hash …` and `named …` (how much it found wrong or healed), or `refused …`.
fn examine(dir: &Path) {
    let mut journal = match open(dir) {
        Ok(journal) => journal,
        Err(fault) => return say(&format!("refused {fault:?}")),
    };
    let report = match journal.check(&mut |_| {}) {
        Ok(report) => report,
        Err(fault) => return say(&format!("refused {fault:?}")),
    };
    // Whatever it read: no case may fail to open without the fault being named.
    let rows = journal.queue();
    let queue = rows.as_ref().map_or(0, Vec::len);
    let unread = rows.map_or(1, |rows| {
        rows.iter().filter(|r| !matches!(journal.case(r.case), Ok(Some(_)))).count()
    });
    let notices = journal.take_notices();
    let lost = notices.iter().any(|n| {
        matches!(n, Notice::Lost(_) | Notice::EndDamaged { .. } | Notice::KeysLost { .. })
    });
    for problem in &report.problems {
        say(&format!("problem {problem:?}"));
    }
    for notice in &notices {
        say(&format!("notice {notice:?}"));
    }
    let named = lost || !report.problems.is_empty();
    say(&format!("hash {}", beschermd::domain::id::to_hex(&report.state_hash)));
    say(&format!("named {named}"));
    say(&format!("queue {queue} {unread}"));
}

fn race(dir: &Path) {
    match Locked::open(dir, &support::info()) {
        Ok(locked) => {
            say("mine");
            // Until the parent has heard both.
            let _ = std::io::stdin().read_line(&mut String::new());
            drop(locked);
        }
        Err(Fault::InUse { .. }) => say("in use"),
        Err(fault) => say(&format!("fault {fault:?}")),
    }
}

fn starve(dir: &Path, mebibytes: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let locked = Locked::open(dir, &support::info()).unwrap();
    let status = std::fs::read_to_string("/proc/self/statm").unwrap();
    let pages: u64 = status.split(' ').next().unwrap().parse().unwrap();
    let limit = Some(pages * 4096 + mebibytes * 1024 * 1024);
    setrlimit(Resource::As, Rlimit { current: limit, maximum: limit }).unwrap();
    let word = beschermd::journal::Passphrase::from_text(support::WORD);
    match locked.unlock(None, &word, &mut |_| {}) {
        Ok(_) => say("unlocked"),
        Err(refused) => match refused.fault {
            Fault::MemoryShort { mebibytes: 64 } => say("memory short"),
            fault => say(&format!("fault {fault:?}")),
        },
    }
}
