//! A desk with one open case, and a driver that feeds the model as the shell does.

use beschermd::app::chord::{Chord, Key};
use beschermd::app::effect::SavedDraft;
use beschermd::app::geometry::Size;
use beschermd::app::message::{Opened, StaffChoice};
use beschermd::app::model::{Place, ThemeName};
use beschermd::app::screens::contact::{ContactForm, State};
use beschermd::app::{Effect, Envelope, Message, Model, Seed, update};
use beschermd::domain::case::State as CaseState;
use beschermd::domain::deadline::Countdown;
use beschermd::domain::fact::StaffRole;
use beschermd::domain::id::{CaseId, StaffId};
use beschermd::domain::queue::{Entry, Row, Urgency};
use beschermd::domain::time::Moment;
use beschermd::text::Lang;
use beschermd::view::theme::Theme;
use beschermd::wire::policy;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

pub const NARROW: Size = Size { columns: 80, rows: 24 };
pub const WIDE: Size = Size { columns: 140, rows: 40 };
pub const CASE: CaseId = CaseId([7; 16]);

/// Monday 10 October 2016, 14:32 in the Netherlands.
pub fn now() -> Moment {
    Moment::parse_rfc3339("2016-10-10T14:32:00+02:00").unwrap()
}

pub fn opened() -> Opened {
    let rules = policy::builtin();
    let me =
        StaffChoice { staff: StaffId([1; 16]), name: "J. de Vries".into(), role: StaffRole::Clerk };
    Opened {
        staff: me.clone(),
        organisation: "Veilig Thuis IJsselland".into(),
        code: "ZW1".into(),
        colleagues: vec![me],
        policy: rules.deadlines,
        calendar: rules.calendar,
        idle_lock_minutes: 5,
        forms: std::sync::Arc::new(beschermd::form::Library::published()),
    }
}

fn entry() -> Entry {
    let row = Row {
        case: CASE,
        number: "ZW1-16-0007".into(),
        state: CaseState::Received,
        acute_since: None,
        received_at: now(),
        triage_due: true,
        judged: None,
        children: 2,
        family: "Fuut".into(),
        overseer: None,
        worker: None,
        disputes: 0,
        flags: 0,
        suggestions: 0,
        reports: 1,
    };
    let due = now().day().succ_opt().unwrap();
    let countdown = Some(Countdown::DaysLeft(1));
    Entry { row, due_day: Some(due), countdown, urgency: Urgency::FiveDays, draft: false }
}

/// The desk, its clock and what it asked of the world.
pub struct Stage {
    pub model: Model,
    pub at: Moment,
    pub asked: Vec<Effect>,
    seed: u8,
}

impl Stage {
    /// An unlocked desk with one case in the queue.
    pub fn new(lang: Lang, size: Size) -> Self {
        let model = Model::new(lang, now(), size, "");
        let mut stage = Self { model, at: now(), asked: Vec::new(), seed: 0 };
        stage.send(Message::Unlocked(Box::new(opened())));
        stage.send(Message::QueueLoaded(vec![entry()]));
        stage
    }

    /// An unlocked desk with an empty contact.
    pub fn calling(lang: Lang, size: Size) -> Self {
        let mut stage = Self::new(lang, size);
        stage.letters("n");
        stage
    }

    /// Sends a message; keeps and gives what was asked.
    pub fn send(&mut self, message: Message) -> Vec<Effect> {
        self.seed = self.seed.wrapping_add(1);
        let mut seed = [0; 16];
        seed[0] = self.seed;
        let asked = update(&mut self.model, Envelope { at: self.at, seed: Seed(seed), message });
        self.asked.extend(asked.iter().cloned());
        asked
    }

    pub fn letters(&mut self, text: &str) -> Vec<Effect> {
        text.chars().flat_map(|c| self.send(Message::Key(Chord::char(c)))).collect()
    }

    pub fn key(&mut self, key: Key) -> Vec<Effect> {
        self.send(Message::Key(Chord::plain(key)))
    }

    pub fn ctrl(&mut self, letter: char) -> Vec<Effect> {
        self.send(Message::Key(Chord::ctrl(letter)))
    }

    pub fn wait(&mut self, millis: i64) -> Vec<Effect> {
        self.at = Moment(self.at.0 + millis);
        self.send(Message::Tick)
    }

    pub fn contact(&self) -> Option<&State> {
        match &self.model.desk()?.place {
            Place::Contact(state) => Some(state),
            Place::Queue | Place::Case(_) | Place::Work(_) | Place::Sheet(_) => None,
        }
    }

    pub fn form(&self) -> &ContactForm {
        &self.contact().expect("the contact form is open").form
    }

    /// Goes with Tab to the question of this name.
    pub fn go_to(&mut self, name: &str) {
        for _ in 0..=self.form().fields.len() {
            if self.form().focused().unwrap().ask.name() == name {
                return;
            }
            let before = self.form().focus;
            self.key(Key::Tab);
            if self.form().focus == before {
                // The last one: start again from the top.
                while self.form().focus > 0 {
                    self.key(Key::BackTab);
                }
            }
        }
        panic!("{name} is not asked");
    }

    /// Goes to a question and types.
    pub fn type_at(&mut self, name: &str, text: &str) {
        self.go_to(name);
        self.letters(text);
    }

    pub fn drawn(&self) -> Buffer {
        let size = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(size.columns, size.rows)).unwrap();
        let theme = Theme::new(ThemeName::Dark, false);
        terminal.draw(|frame| beschermd::view::draw(&self.model, &theme, frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// What can be read on the screen.
    pub fn text(&self) -> String {
        let buffer = self.drawn();
        let columns = usize::from(buffer.area.width);
        let rows = buffer.content.chunks(columns);
        let row = |cells: &[ratatui::buffer::Cell]| cells.iter().map(|c| c.symbol()).collect();
        rows.map(row).collect::<Vec<String>>().join("\n")
    }
}

/// The drafts asked to be kept.
pub fn saved(asked: &[Effect]) -> Vec<&SavedDraft> {
    let saved = asked.iter().filter_map(|effect| match effect {
        Effect::SaveDraft(draft) => Some(draft),
        _ => None,
    });
    saved.collect()
}

/// What a draft holds for a question.
pub fn held<'a>(draft: &'a SavedDraft, name: &str) -> &'a str {
    draft.fields.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str())
}
