//! How somebody works on a case by keyboard alone: rows of a tab, questions of a form.
//!
//! Every step waits for what it changes on the screen. Deliberately absent: what is worked on (the
//! stories beside this file).

use std::time::Duration;

use crate::place::{ASKS, COLLEAGUE, OPEN, Place, Seat};

/// The police report about one child; it is due sooner.
pub const ONE_CHILD: &str = "s01";
/// The police report about four children.
pub const FOUR_CHILDREN: &str = "s02";

impl Place {
    /// Opened in the smallest common window.
    pub fn open_small(&self) -> Seat {
        let mut seat = Seat(self.launch().size(80, 24).start());
        seat.wait_for(ASKS);
        seat.unlock();
        seat
    }
}

impl Seat {
    /// The screen between the header, which counts minutes, and the last line, which tells what was
    /// saved.
    pub fn body(&self) -> Vec<String> {
        let text = self.text();
        let rows = usize::from(self.screen().size().0.get());
        text.lines().take(rows - 1).skip(2).map(str::to_owned).collect()
    }

    /// Sends keys of which the screen must show something.
    pub fn press(&mut self, keys: &str) {
        let before = self.body();
        self.send(keys);
        let until = std::time::Instant::now() + crate::support::pty::LIMIT;
        while self.body() == before {
            assert!(std::time::Instant::now() < until, "{keys:?} does nothing:\n{}", self.text());
            self.wait_quiet(Duration::from_millis(10));
        }
        // One picture may come in several writes.
        self.wait_quiet(Duration::from_millis(10));
    }

    /// Sends a key and waits for these words.
    pub fn press_for(&mut self, keys: &str, words: &str) {
        self.send(keys);
        self.wait_for(words);
        self.wait_quiet(Duration::from_millis(10));
    }

    /// To the first row of a list: the help over it shows that the key before was obeyed.
    pub fn top(&mut self) {
        self.send("g?");
        self.wait_for("Hulp bij");
        self.send("<ESC>");
        self.wait_gone("Hulp bij");
    }

    /// Goes down a list to the row with these words.
    pub fn select(&mut self, label: &str) {
        self.top();
        while !self.row_in_hand().contains(label) {
            self.press("j");
        }
    }

    /// Opens the row with these words.
    pub fn open_row(&mut self, label: &str, shows: &str) {
        self.select(label);
        self.press_for("<ENTER>", shows);
    }

    /// The question in hand of a form, its label whole.
    pub fn question(&self) -> String {
        let body = self.body();
        let at = body.iter().position(|line| line.starts_with("┃▌")).unwrap_or_default();
        let label = |line: &String| line.chars().skip(4).take(30).collect::<String>();
        let more = |line: &&String| line.starts_with("┃   ") && !line.starts_with("┃    ");
        let first = body.get(at).map(label).unwrap_or_default();
        let rest = body.iter().skip(at + 1).take_while(more).map(label);
        std::iter::once(first).chain(rest).map(|part| part.trim().to_owned() + " ").collect()
    }

    /// Goes on by Tab to the question that begins like this.
    pub fn tab_to(&mut self, label: &str) {
        for _ in 0..220 {
            if self.question().trim_start().starts_with(label) {
                return;
            }
            self.press("<TAB>");
        }
        panic!("no question {label:?}; the screen shows:\n{}", self.text());
    }

    /// Types an answer in words.
    pub fn write(&mut self, label: &str, words: &str) {
        self.tab_to(label);
        self.send(words);
        let seen: String = words.chars().take(20).collect();
        self.wait_for(&seen);
        self.wait_quiet(Duration::from_millis(20));
    }

    /// Picks by one key; the form goes on to the next question.
    pub fn choose(&mut self, label: &str, key: &str) {
        self.tab_to(label);
        self.press(key);
    }

    /// Picks several.
    pub fn choose_all(&mut self, label: &str, keys: &[&str]) {
        self.tab_to(label);
        keys.iter().for_each(|key| self.press(key));
    }

    /// Saves a form, though something that is asked for is left open.
    pub fn save_sheet(&mut self) {
        self.send("<C-s>");
        self.wait_until("saved or asked", |screen| {
            screen.contains("Het formulier is opgeslagen")
                || screen.contains("Nog een keer opslaan")
        });
        if screen_asks(self) {
            self.send("<C-s>");
            self.wait_for("Het formulier is opgeslagen");
        }
        self.wait_quiet(Duration::from_millis(20));
    }

    /// Judges how soon, and looks back: what a decision needs first.
    pub fn judge_urgency(&mut self) {
        self.press_for("t", "[Triage]");
        self.open_row("Hoe snel", "Hoe snel moet er iets");
        self.choose("Hoe snel moet", "1");
        self.write("Waarom?", "Moeder was niet wakker te krijgen.");
        self.choose("Was dit gezin eerder", "n");
    }

    /// Says of every child of twelve or older that it was spoken with.
    pub fn child_heard(&mut self, words: &str) {
        self.write("Wanneer heeft iemand", "gisteren");
        self.write("Wanneer is met dit kind", "gisteren");
        self.write("Door wie?", "Anne de Wit, wijkteam");
        self.write("Wat zei of liet", words);
    }

    /// Reads on until the last key is in the draft on disk, which is due within a second.
    pub fn wait_draft_told(&mut self) {
        self.wait_for("concept bewaard");
        self.wait_quiet(Duration::from_millis(1_500));
    }

    /// A colleague signs in the box that is open.
    pub fn colleague_signs(&mut self) {
        let (name, passphrase) = COLLEAGUE;
        self.wait_for("Een collega tekent");
        assert!(self.text().contains(name), "{}", self.text());
        self.send(passphrase);
        self.send("<ENTER>");
        self.wait_gone("Een collega tekent");
        assert!(self.text().contains(OPEN));
    }

    /// Begins a new part of the plan with nothing filled in.
    pub fn new_part(&mut self, row: &str, question: &str) {
        self.open_row(row, "Kies een begin");
        self.press_for("<ENTER>", question);
    }
}

fn screen_asks(seat: &Seat) -> bool {
    seat.text().contains("Nog een keer opslaan")
}
