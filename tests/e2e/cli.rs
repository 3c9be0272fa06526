//! The command line, with the real program: what scripts and cron rely on.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_beschermd");
const PASSPHRASE: &str = "fietsbel morgen kaas toren";

/// What a run left behind.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    #[track_caller]
    fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "out: {}\nerr: {}", self.out, self.err);
        self
    }

    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("no JSON: {}", self.out))
    }

    /// One object a line.
    #[track_caller]
    fn lines(&self) -> Vec<Value> {
        let read = |line: &str| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"));
        self.out.lines().map(read).collect()
    }

    #[track_caller]
    fn list(&self) -> Vec<Value> {
        self.json().as_array().unwrap().clone()
    }
}

/// A run of the program, in an empty environment.
struct Run {
    command: Command,
    input: Vec<u8>,
}

impl Run {
    fn new(home: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(PROGRAM);
        command.env_clear().env("HOME", home).current_dir(home).args(arguments);
        Self { command, input: Vec::new() }
    }

    fn with_input(mut self, input: &str) -> Self {
        self.input.extend_from_slice(input.as_bytes());
        self
    }

    fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    fn go(mut self) -> Ran {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap();
        // A program that refuses before reading leaves a closed pipe.
        let _ = child.stdin.take().unwrap().write_all(&self.input);
        let done = child.wait_with_output().unwrap();
        Ran {
            code: done.status.code().unwrap_or(-1),
            out: String::from_utf8(done.stdout).unwrap(),
            err: String::from_utf8(done.stderr).unwrap(),
        }
    }
}

/// A workstation in a home of its own.
struct Desk {
    home: TempDir,
    data: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("data");
        let desk = Self { home, data };
        let code = desk.init().ends(0).out;
        assert_eq!(code.trim().split('-').count(), 14, "the recovery code is the only result");
        desk
    }

    fn init(&self) -> Ran {
        self.run(&[
            "init",
            "--organisation",
            "Veilig Thuis Voorbeeld",
            "--station",
            "ZW1",
            "--staff",
            "An Wielewaal",
            "--role",
            "caseworker",
        ])
    }

    /// Runs a command with the right passphrase.
    fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// The same, with something on standard input after the passphrase.
    fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        self.run_in(&self.data, arguments, &format!("{PASSPHRASE}\n{input}"))
    }

    fn run_in(&self, data: &Path, arguments: &[&str], input: &str) -> Ran {
        let opened = ["--data", data.to_str().unwrap(), "--passphrase-fd", "0"];
        let all: Vec<&str> = opened.iter().chain(arguments).copied().collect();
        Run::new(self.home.path(), &all).with_input(input).go()
    }

    /// Copies samples of the national standard here: what is refused is moved away.
    fn samples(&self) -> PathBuf {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/corv");
        let to = self.home.path().join("samples");
        std::fs::create_dir(&to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|kind| kind == "xml") {
                std::fs::write(to.join(path.file_name().unwrap()), std::fs::read(&path).unwrap())
                    .unwrap();
            }
        }
        to
    }

    fn state_hash(&self, data: &Path) -> String {
        let checked = self.run_in(data, &["check", "--json"], &format!("{PASSPHRASE}\n"));
        let checked = checked.ends(0).json();
        assert_eq!(checked["problems"], Value::Array(Vec::new()));
        checked["state_hash"].as_str().unwrap().to_owned()
    }
}

fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/corv").join(name);
    std::fs::read_to_string(path).unwrap()
}

const S01: &str = "s01_vtMelding_politie_1_kind.xml";

#[test]
fn reports_come_in_stand_in_order_and_survive_the_loss_of_the_database() {
    let desk = Desk::new();
    let samples = desk.samples();
    let taken = desk.run(&["inbox", samples.to_str().unwrap(), "--json"]).ends(3).lines();
    assert_eq!(taken.len(), 13);
    let outcomes = |word: &str| taken.iter().filter(|line| line["outcome"] == word).count();
    assert_eq!(outcomes("rejected"), 4, "two notifications, a request and a feedback come later");
    assert_eq!(outcomes("imported") + outcomes("flagged"), 9);

    let queue = desk.run(&["queue", "--json"]).ends(0).list();
    assert_eq!(queue.len(), 9);
    let days: Vec<&str> = queue.iter().map(|row| row["due_day"].as_str().unwrap()).collect();
    assert!(days.is_sorted(), "{days:?}");
    assert_eq!(days.first(), Some(&"2026-10-12"));
    let first = &queue[0];
    assert_eq!(first["overseer"]["person"], "An Wielewaal");
    for field in ["case", "number", "state", "acute", "received_at", "days_left", "clock"] {
        assert!(!first[field].is_null(), "{field}");
    }

    let number = first["number"].as_str().unwrap();
    let case = desk.run(&["case", "show", number, "--json"]).ends(0).json();
    assert_eq!(case["case"], first["case"]);
    assert_eq!(case["reports"][0]["message_type"], "vtMeldingDi01");
    assert_eq!(case["deadlines"][0]["due_day"], "2026-10-12");

    let found = desk.run(&["find", "veld", "--json"]).ends(0).list();
    assert_eq!(found[0]["name"], "Jan-Peter in 't Veld");
    assert!(desk.run(&["find", "bestaatniet"]).ends(1).out.is_empty());
    assert!(!desk.run(&["due", "--within", "24h"]).ends(1).out.is_empty());

    let before = desk.state_hash(&desk.data);
    std::fs::remove_dir_all(desk.data.join("db")).unwrap();
    desk.run(&["rebuild"]).ends(0);
    assert_eq!(desk.state_hash(&desk.data), before);

    let (backup, again) = (desk.home.path().join("backup"), desk.home.path().join("again"));
    desk.run(&["backup", backup.to_str().unwrap()]).ends(0);
    desk.run_in(&again, &["restore", backup.to_str().unwrap()], "").ends(0);
    assert_eq!(desk.state_hash(&again), before);
}

#[test]
fn one_bad_file_never_stops_the_rest_and_a_follow_up_in_the_same_batch_joins_its_case() {
    let desk = Desk::new();
    let folder = desk.home.path().join("in");
    std::fs::create_dir(&folder).unwrap();
    let put = |name: &str, content: &str| std::fs::write(folder.join(name), content).unwrap();
    let again = sample(S01).replace("7d2a5e8f0101", "7d2a5e8f0199");
    put("1.xml", &sample(S01));
    put("2.xml", "<geen melding");
    put("3.xml", &again);
    put("4.xml", &sample(S01));
    put("5.xml", &again.replace("gebroken stoel", "gebroken tafel"));
    let taken = desk.run(&["inbox", folder.to_str().unwrap(), "--jsonl"]).ends(3);
    let lines = taken.lines();
    let outcomes: Vec<&str> = lines.iter().map(|line| line["outcome"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["imported", "rejected", "imported", "duplicate", "conflict"]);
    assert_eq!(lines[2]["case"], lines[0]["case"], "a follow-up, found within the batch");
    assert_eq!(lines[2]["follow_up"], true);
    assert!(lines[1]["reason"].as_str().unwrap().contains("XML"));
    for refused in [&lines[1], &lines[4]] {
        assert!(Path::new(refused["quarantine"].as_str().unwrap()).exists());
    }
    assert!(!folder.join("2.xml").exists(), "moved");
    assert!(folder.join("1.xml").exists(), "what was taken in stays where the user put it");
    assert_eq!(desk.run(&["queue", "--json"]).ends(0).list().len(), 1);

    let history = desk.run(&["case", "history", "ZW1-26-0001", "--json"]);
    let number = history.ends(0).list().iter().filter(|f| f["what"] == "report_received").count();
    assert_eq!(number, 2);
}

#[test]
fn facts_are_recorded_all_or_not_at_all() {
    let desk = Desk::new();
    let made = desk.run(&["case", "new", "--json"]).ends(0).json();
    let number = made["number"].as_str().unwrap().to_owned();
    let record =
        |facts: &str| desk.run_with(&["case", "record", &number, "--fact", "-", "--json"], facts);
    let note = r#"{"note_written":{"note":"00000000000000000000000000000001",
        "content":{"kind":"internal","text":"gebeld","about":[],"took_place":null}}}"#;
    let nobody = r#"{"overseer_named":{"overseer":
        {"organisation":"","person":"","staff":null}}}"#;
    let refused = record(&format!("[{note},{nobody}]")).ends(3).json();
    assert_eq!(refused["refused"][0]["rule"], "overseer-named");
    let facts =
        |desk: &Desk| desk.run(&["case", "history", &number, "--json"]).ends(0).list().len();
    let before = facts(&desk);
    assert_eq!(before, 2, "nothing of the refused array was stored");
    record(note).ends(0);
    assert_eq!(facts(&desk), before + 1);
}

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let desk = Desk::new();
    let ran = desk.run_in(&desk.data, &["queue", "--json"], "iets heel anders\n").ends(3);
    assert!(ran.out.is_empty());
    assert!(!ran.err.contains("iets heel anders"));
    desk.init().ends(3);
}

#[test]
fn the_passphrase_comes_from_any_inherited_descriptor() {
    let desk = Desk::new();
    let file = desk.home.path().join("passphrase");
    std::fs::write(&file, format!("{PASSPHRASE}\nnot this line\n")).unwrap();
    let script = r#"exec "$0" --data data --passphrase-fd 7 queue --json 7<passphrase"#;
    let mut shell = Command::new("/bin/sh");
    let ran = shell.args(["-c", script, PROGRAM]).current_dir(desk.home.path()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "[]\n");
    assert_eq!(ran.status.code(), Some(0));
}

#[test]
fn no_argument_and_no_variable_holds_a_secret() {
    let home = tempfile::tempdir().unwrap();
    for flag in ["--passphrase", "--password", "--recovery-code", "--passphrase-fd"] {
        let ran = Run::new(home.path(), &["queue", flag, "geheim42"]).go().ends(2);
        assert!(!ran.err.contains("geheim42") && ran.out.is_empty(), "{}", ran.err);
    }
    let ran = Run::new(home.path(), &["queue", "--passphrase=geheim42"]).go().ends(2);
    assert!(!ran.err.contains("geheim42"));
    let desk = Desk::new();
    let data = desk.data.to_str().unwrap();
    Run::new(home.path(), &["--data", data, "queue"])
        .env("PASSPHRASE", PASSPHRASE)
        .env("BESCHERMD_PASSPHRASE", PASSPHRASE)
        .go()
        .ends(2);
}

#[test]
fn what_is_not_understood_ends_with_two() {
    let home = tempfile::tempdir().unwrap();
    let empty = home.path().join("niets");
    for arguments in [
        &["onzin"][..],
        &["case"],
        &["queue", "--onzin"],
        &["deadline"],
        &["deadline", "--received", "2016-02-30"],
        &["--lang", "fr", "man"],
        &["synth", "--cases", "veel"],
        &["--data", empty.to_str().unwrap(), "--passphrase-fd", "0", "queue"],
        &[],
        &["demo"],
    ] {
        let ran = Run::new(home.path(), arguments).with_input("x\n").go().ends(2);
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "{arguments:?}");
    }
    assert!(!empty.exists(), "a look makes nothing");
}

#[test]
fn the_due_day_follows_both_clocks() {
    let home = tempfile::tempdir().unwrap();
    for (received, statutory, working) in [
        ("2016-10-03", "2016-10-10", "2016-10-10"),
        ("2016-10-04", "2016-10-10", "2016-10-11"),
        ("2016-10-05", "2016-10-10", "2016-10-12"),
        ("2017-04-13", "2017-04-19", "2017-04-24"),
    ] {
        for (clock, due_day) in [("statutory", statutory), ("working", working)] {
            let asked = ["deadline", "--received", received, "--clock", clock, "--json"];
            let answer = Run::new(home.path(), &asked).go().ends(0).json();
            assert_eq!(answer["due_day"], due_day, "{received} {clock}");
            assert_eq!(answer["days"][0]["why"], "day-of-receipt");
        }
        let plain = Run::new(home.path(), &["deadline", "--received", received]).go().ends(0);
        assert!(plain.out.lines().count() > 6);
    }
}

#[test]
fn help_manual_and_completions_speak_the_language_asked() {
    let home = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| Run::new(home.path(), arguments).go().ends(0).out;
    assert!(run(&["--help"]).contains("Gebruik:"));
    assert!(run(&["queue", "--help", "--lang", "en"]).contains("Usage:"));
    let manual = run(&["man"]);
    for command in ["inbox", "queue", "case record", "restore"] {
        assert!(manual.contains(&format!("beschermd {command}")), "{command}");
    }
    for shell in ["bash", "zsh", "fish"] {
        assert!(run(&["completions", shell]).contains("passphrase-fd"), "{shell}");
    }
    let speaks = |value| Run::new(home.path(), &["--help"]).env("LANG", value).go().out;
    assert!(speaks("en_GB.UTF-8").contains("Usage:"));
    assert!(speaks("C").contains("Gebruik:"));
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let script = r#""$0" completions zsh 2>err | true; cat err"#;
    let home = tempfile::tempdir().unwrap();
    let mut shell = Command::new("/bin/sh");
    let ran = shell.args(["-c", script, PROGRAM]).current_dir(home.path()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "");
}

#[test]
fn invented_work_is_the_same_for_the_same_number_and_never_added_twice() {
    let desk = Desk::new();
    let fill = ["synth", "--cases", "20", "--seed", "7", "--open", "8"];
    desk.run(&fill).ends(0);
    assert_eq!(desk.run(&["queue", "--json"]).ends(0).list().len(), 8);
    assert_eq!(desk.run(&["queue", "--all", "--json"]).ends(0).list().len(), 20);
    desk.run(&fill).ends(3);
}

#[test]
fn a_colleague_opens_the_workstation_with_a_passphrase_of_their_own() {
    const THEIRS: &str = "molen gracht appel zondag";
    const CHANGED: &str = "wolken brug peper maandag";
    let desk = Desk::new();
    let add = |role| {
        let new = ["--staff", "Bo Kievit", "--role", role, "--new-passphrase-fd", "0"];
        desk.run_with(&[&["staff", "add"][..], &new[..]].concat(), &format!("{THEIRS}\n"))
    };
    add("clerk").ends(2);
    let added = add("manager").ends(0).out;
    let both = desk.run(&["staff", "list", "--json"]).ends(0).list();
    assert_eq!(both.len(), 2);
    let names: Vec<&str> = both.iter().map(|staff| staff["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"An Wielewaal") && names.contains(&"Bo Kievit"));
    assert!(both.iter().any(|staff| staff["staff"] == added.trim()));

    let as_them = |words: &str, arguments: &[&str]| {
        desk.run_in(&desk.data, &[&["--as", "Bo Kievit"], arguments].concat(), words)
    };
    as_them(&format!("{THEIRS}\n"), &["queue", "--json"]).ends(0);
    let change = ["staff", "passphrase", "--new-passphrase-fd", "0"];
    as_them(&format!("{THEIRS}\n{CHANGED}\n"), &change).ends(0);
    as_them(&format!("{THEIRS}\n"), &["queue", "--json"]).ends(3);
    as_them(&format!("{CHANGED}\n"), &["queue", "--json"]).ends(0);
    desk.run(&["queue", "--json"]).ends(0);
}

#[test]
fn a_form_is_checked_with_every_problem_and_a_team_s_own_is_listed() {
    let desk = Desk::new();
    let good =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/house/data/forms/our-check@1.toml");
    let text = std::fs::read_to_string(&good).unwrap();
    let bad = desk.home.path().join("our-check@2.toml");
    std::fs::write(&bad, text.replace("yes-no", "maybe").replace("\"own\"", "7")).unwrap();
    let check = |path: &Path| desk.run(&["--lang", "en", "form", "check", path.to_str().unwrap()]);
    assert!(check(&good).ends(0).out.contains("good; 2 questions"));
    let problems = check(&bad).ends(3).out;
    assert_eq!(problems.lines().count(), 3, "{problems}");
    for told in ["line 1, id:", "line 5, use:", "line 14, section[1].item[1].kind:"] {
        assert!(problems.contains(told), "{told} in {problems}");
    }
    check(Path::new("/nowhere/x@1.toml")).ends(3);
    let forms = desk.data.join("forms");
    std::fs::create_dir(&forms).unwrap();
    std::fs::copy(&good, forms.join("our-check@1.toml")).unwrap();
    let listed = desk.run(&["--lang", "en", "form", "list"]).ends(0).out;
    assert!(listed.contains("our-check@1  own form  of the team  Call back"), "{listed}");
    assert!(listed.contains("risk-assessment@1"));
    std::fs::copy(&bad, forms.join("our-check@2.toml")).unwrap();
    let ran = desk.run(&["--lang", "en", "form", "list"]).ends(3);
    assert!(ran.err.contains("our-check@2.toml"), "{}", ran.err);
}

#[test]
fn a_decision_is_refused_by_rule_and_counts_when_a_colleague_has_signed_it() {
    const THEIRS: &str = "molen gracht appel zondag";
    let desk = Desk::new();
    let new = ["staff", "add", "--staff", "Bo Kievit", "--role", "manager"];
    let new = [&new[..], &["--new-passphrase-fd", "0"]].concat();
    desk.run_with(&new, &format!("{THEIRS}\n")).ends(0);
    let made = desk.run(&["case", "new", "--json"]).ends(0).json();
    let number = made["number"].as_str().unwrap().to_owned();
    let record =
        |facts: &str| desk.run_with(&["case", "record", &number, "--fact", "-", "--json"], facts);
    let show = || desk.run(&["case", "show", &number, "--json"]).ends(0).json();
    let since = std::time::UNIX_EPOCH.elapsed().unwrap().as_millis();
    let now = beschermd::domain::time::Moment(i64::try_from(since).unwrap()).rfc3339();
    let report = "00000000000000000000000000000001";
    let received = format!(
        r#"{{"report_received":{{"report":"{report}","channel":"telephone",
        "received_at":"{now}","message":null,"flags":[]}}}}"#
    );
    record(&received).ends(0);
    let decision = format!(
        r#"{{"triage_decided":{{"decision":{{"outcome":"investigate","reasons":"onduidelijk",
        "receiver":"","reports":["{report}"],"decided_at":"{now}","late_reason":"",
        "policy":"deadlines@2026-1"}}}}}}"#
    );
    let refused = record(&decision).ends(3).json();
    let rules: Vec<&str> = refused["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|refusal| {
            assert!(!refusal["message"].as_str().unwrap().is_empty());
            refusal["rule"].as_str().unwrap()
        })
        .collect();
    assert_eq!(rules, ["urgency-judged", "earlier-checked"]);
    assert_eq!(show()["triage"], Value::Null, "nothing was stored");

    let noted = r#"{"triage_noted":{"aspects":{"urgency":{"urgency":"day","why":"alleen thuis"},
        "earlier":{"found":"no","words":""},"index":null,"family":null,"expertise":null,
        "natures":null,"analysis":null,"reporter_told":null}}}"#;
    let ids = record(&format!("[{noted},{decision}]")).ends(0).json();
    let decided = ids["recorded"][1].as_str().unwrap().to_owned();
    let triage = show()["triage"].clone();
    assert_eq!(triage["decision"], "investigate");
    assert_eq!(triage["urgency"], "24h");
    assert_eq!(triage["in_force"], false);
    let what = |name: &str| {
        let open = desk.run(&["due", "--within", "9w", "--json"]).list();
        open.iter().any(|item| item["what"] == name)
    };
    assert!(what("second-signature") && what("first-action"));

    let short = &decided[..12];
    let own = desk.run(&["case", "sign", &number, "--fact-id", short, "--json"]).ends(3).json();
    assert_eq!(own["refused"][0]["rule"], "second-person");
    let sign = ["--as", "Bo Kievit", "case", "sign", &number, "--fact-id"];
    let as_them = |id: &str| {
        let sign = [&sign[..], &[id]].concat();
        desk.run_in(&desk.data, &sign, &format!("{THEIRS}\n"))
    };
    as_them("ffffffffffff").ends(1);
    as_them(short).ends(0);
    let shown = show();
    assert_eq!((&shown["state"], &shown["triage"]["in_force"]), (&"M3".into(), &true.into()));
    assert_eq!(shown["triage"]["decided_by"].as_array().unwrap().len(), 2);
    assert!(!what("second-signature") && !what("triage"));
    let lines = desk.run(&["--lang", "en", "case", "show", &number]).ends(0).out;
    assert!(lines.contains("decision: investigation") && lines.contains("To do"), "{lines}");
}
