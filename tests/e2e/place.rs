//! A workstation in a home of its own, and somebody who sits at it.

use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::oracle;
use crate::support::pty::{LIMIT, Launch, Pty};

/// What opens every workstation of these tests.
pub const PASSPHRASE: &str = "fietsbel morgen kaas toren";
/// The colleague who signs, and what opens the workstation for them.
pub const COLLEAGUE: (&str, &str) = ("Bo Kievit", "molen gracht appel zondag");
/// A screen that asks for it.
pub const ASKS: &str = "Wachtzin";
/// A word of the header that only an open desk has.
pub const OPEN: &str = "te laat";

/// A home with a place for the data.
pub struct Place {
    home: TempDir,
    /// The data directory.
    pub data: PathBuf,
}

impl Place {
    /// A home in which nothing was done yet.
    pub fn empty() -> Self {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("data");
        Self { home, data }
    }

    /// A workstation, made by the command line.
    pub fn made() -> Self {
        let place = Self::empty();
        place.init();
        place
    }

    /// Makes the workstation, in the data directory as it is now.
    pub fn init(&self) {
        let given = ["--organisation", "Veilig Thuis Voorbeeld", "--station", "ZW1"];
        let staff = ["--staff", "An Wielewaal", "--role", "caseworker"];
        self.run(&[&["init"], &given[..], &staff[..]].concat());
    }

    /// The same with a colleague who has a passphrase of their own.
    pub fn shared() -> Self {
        let place = Self::made();
        let (name, passphrase) = COLLEAGUE;
        let add = ["staff", "add", "--staff", name, "--role", "manager"];
        let add = [&add[..], &["--new-passphrase-fd", "0"]].concat();
        place.run_with(&add, &format!("{passphrase}\n"));
        place
    }

    /// The same with some invented cases.
    pub fn with_cases(count: u32) -> Self {
        let place = Self::made();
        place.run(&["synth", "--cases", &count.to_string(), "--seed", "7"]);
        place
    }

    /// The home.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Runs a command of the command line, with the passphrase; gives what it printed.
    pub fn run(&self, arguments: &[&str]) -> String {
        self.run_with(arguments, "")
    }

    /// The same, with more on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> String {
        let done = self.done(arguments, input);
        let told = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{arguments:?}: {told}");
        String::from_utf8(done.stdout).unwrap()
    }

    /// Runs a command, whatever it comes to.
    pub fn done(&self, arguments: &[&str], input: &str) -> Output {
        use std::io::Write;
        let mut command = Command::new(env!("CARGO_BIN_EXE_beschermd"));
        command.env_clear().env("HOME", self.home()).env("TMPDIR", self.home().join("tmp"));
        command.arg("--data").arg(&self.data).args(["--passphrase-fd", "0"]).args(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let words = format!("{PASSPHRASE}\n{input}");
        child.stdin.take().unwrap().write_all(words.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    /// The workstation, ready to be started.
    pub fn launch(&self) -> Launch {
        Launch::product(self.home()).arg("--data").arg(&self.data)
    }

    /// Started, up to the question for the passphrase.
    pub fn start(&self) -> Seat {
        let mut seat = Seat(self.launch().start());
        seat.wait_for(ASKS);
        seat
    }

    /// Started and unlocked.
    pub fn open(&self) -> Seat {
        let mut seat = self.start();
        seat.unlock();
        seat
    }

    /// Puts the samples of the national standard in the drop folder, those with these names.
    pub fn drop_samples(&self, wanted: impl Fn(&str) -> bool) {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/corv");
        for entry in std::fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if name.ends_with(".xml") && wanted(name) {
                std::fs::copy(&path, self.data.join("inbox").join(name)).unwrap();
            }
        }
    }

    /// How many half-typed forms lie on disk.
    pub fn drafts(&self) -> usize {
        std::fs::read_dir(self.data.join("drafts")).map_or(0, |entries| {
            let names = entries.map(|entry| entry.unwrap().file_name());
            names.filter(|name| !name.to_string_lossy().contains("tmp")).count()
        })
    }
}

/// A program in its terminal, whose bytes are judged at the end.
pub struct Seat(pub Pty);

impl Deref for Seat {
    type Target = Pty;

    fn deref(&self) -> &Pty {
        &self.0
    }
}

impl DerefMut for Seat {
    fn deref_mut(&mut self) -> &mut Pty {
        &mut self.0
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            oracle::assert_clean(self.0.bytes());
        }
    }
}

impl Seat {
    /// Types the passphrase.
    pub fn unlock(&mut self) {
        self.send(PASSPHRASE);
        self.send("<ENTER>");
        self.wait_for(OPEN);
    }

    /// Leaves by key; the terminal must be given back.
    pub fn quit(&mut self) {
        self.send("<C-q>");
        assert!(self.wait_exit().success());
        self.assert_given_back();
    }

    /// Nothing of the screen is left over.
    pub fn assert_given_back(&self) {
        let screen = self.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    }

    /// The row with the cursor of a list or form.
    pub fn row_in_hand(&self) -> String {
        let text = self.text();
        let found = text.lines().find(|line| line.contains("┃▌"));
        found.unwrap_or_default().to_owned()
    }

    /// Goes on by Tab until the question with these words is in hand.
    pub fn go_to(&mut self, label: &str) {
        for _ in 0..120 {
            let row = self.row_in_hand();
            if row.contains(label) {
                return;
            }
            self.send("<TAB>");
            let begun = Instant::now();
            // Two questions may look alike; then one goes on after a while.
            while self.row_in_hand() == row && begun.elapsed() < Duration::from_millis(500) {
                self.wait_quiet(Duration::from_millis(20));
            }
        }
        panic!("no question {label:?}; the screen shows:\n{}", self.text());
    }

    /// Answers the question with these words.
    pub fn answer(&mut self, label: &str, answer: &str) {
        self.go_to(label);
        self.send(answer);
        self.wait_quiet(Duration::from_millis(50));
    }

    /// Opens the case in hand and reads all of its page, from top to bottom.
    pub fn read_case(&mut self) -> String {
        let goes_on = |screen: &str| screen.contains("regels┛") || screen.contains("regel┛");
        self.send("<ENTER>");
        self.wait_until("the page of the case", |screen| {
            screen.contains("Zicht op veiligheid:")
                && !screen.contains("Meldingen ·")
                && (goes_on(screen) || screen.contains("Aantekeningen"))
        });
        self.wait_quiet(Duration::from_millis(300));
        let mut read = self.text();
        while goes_on(&self.text()) {
            let before = self.text();
            self.send("<PGDN>");
            self.wait_until("the next page", |screen| screen != before);
            // A page may come in several writes.
            self.wait_quiet(Duration::from_millis(100));
            read.push_str(&self.text());
        }
        read
    }

    /// Opens a new contact in which no child is in danger, with the cursor in the story.
    pub fn call(&mut self) {
        self.send("n");
        self.wait_for("Is een kind nu in gevaar");
        self.send("n");
        self.wait_until("the story in hand", |screen| {
            screen.lines().any(|line| line.contains("┃▌") && line.contains("Wat is er gebeurd"))
        });
    }

    /// Saves the contact, though questions are left open.
    pub fn save_contact(&mut self) {
        self.send("<C-s>");
        self.wait_until("saved or asked", |screen| {
            screen.contains("Opgeslagen: contact") || screen.contains("Nog een keer opslaan")
        });
        if !self.text().contains("Opgeslagen: contact") {
            self.send("<C-s>");
            self.wait_for("Opgeslagen: contact");
        }
    }

    /// Back to the queue, from the page of a case.
    pub fn back(&mut self) {
        self.send("<ESC>");
        self.wait_for("Meldingen ·");
    }

    /// Reads on until the draft stands on disk.
    pub fn wait_draft(&mut self, place: &Place) {
        let until = Instant::now() + LIMIT;
        while place.drafts() == 0 {
            assert!(Instant::now() < until, "no draft; the screen shows:\n{}", self.text());
            self.wait_quiet(Duration::from_millis(50));
        }
    }
}
