//! A synthetic desk, and a driver that feeds a model as the shell does.

use beschermd::app::chord::{Chord, Key};
use beschermd::app::geometry::Size;
use beschermd::app::message::{Found, Opened, Recorded, StaffChoice};
use beschermd::app::model::ThemeName;
use beschermd::app::{Effect, Envelope, Message, Model, Seed, update};
use beschermd::domain::case::{Case, Receipt, Report};
use beschermd::domain::code::{Reason, Role};
use beschermd::domain::deadline::{Term, countdown};
use beschermd::domain::fact::{
    Acute, CaseNumber, ImmediateAction, Link, LinkKind, Note, NoteKind, Opening, Overseer,
    StaffRole, Verdict,
};
use beschermd::domain::id::{
    CaseId, EventId, LinkId, NoteId, OriginId, PersonId, ReportId, StaffId,
};
use beschermd::domain::person::{Address, Answer, Birth, BsnStatus, Involvement, Name, Reach, Sex};
use beschermd::domain::queue::{Entry, Row, order};
use beschermd::domain::report::{
    Channel, Classification, Disclosure, Flag, Narrative, Occasion, ReporterIdentity,
};
use beschermd::domain::slot::{Held, Stamp};
use beschermd::domain::time::{Moment, PartialDate};
use beschermd::text::Lang;
use beschermd::view::theme::Theme;
use beschermd::wire::policy;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use std::collections::BTreeMap;

/// Monday 10 October 2016, 14:32 in the Netherlands.
pub fn now() -> Moment {
    Moment::parse_rfc3339("2016-10-10T14:32:00+02:00").unwrap()
}

fn at(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}

pub const ME: StaffId = StaffId([1; 16]);
pub const COLLEAGUE: StaffId = StaffId([2; 16]);

pub fn staff(role: StaffRole) -> Vec<StaffChoice> {
    vec![
        StaffChoice { staff: ME, name: "J. de Vries".into(), role },
        StaffChoice { staff: COLLEAGUE, name: "A. Öztürk".into(), role: StaffRole::Clerk },
    ]
}

pub fn opened(role: StaffRole) -> Opened {
    let rules = policy::builtin();
    Opened {
        staff: staff(role).remove(0),
        organisation: "Veilig Thuis IJsselland".into(),
        code: "ZW1".into(),
        colleagues: staff(role),
        policy: rules.deadlines,
        calendar: rules.calendar,
        idle_lock_minutes: 5,
        forms: std::sync::Arc::new(beschermd::form::Library::published()),
    }
}

fn event(n: u8) -> EventId {
    EventId([n; 32])
}

pub fn held<T>(n: u8, value: T) -> Held<T> {
    let mut held = Held::default();
    let stamp =
        Stamp { author: ME, origin: OriginId([9; 16]), at: at("2016-10-05T09:10:00+02:00") };
    held.add(event(n), stamp, value);
    held
}

pub fn disputed<T>(n: u8, one: T, other: T) -> Held<T> {
    let mut held = held(n, one);
    let later = at("2016-10-06T16:20:00+02:00");
    let stamp = Stamp { author: COLLEAGUE, origin: OriginId([8; 16]), at: later };
    held.add(event(n + 1), stamp, other);
    held
}

/// Every text of a case is made by `say`, so that a test can put anything anywhere.
pub fn case(id: CaseId, number: &str, say: &dyn Fn(&str) -> String) -> Case {
    let mut case = Case::fold(id, std::iter::empty());
    case.number = held(1, CaseNumber(say(number)));
    case.opening = held(1, Opening::Report);
    case.overseer = held(
        2,
        Overseer {
            organisation: say("Veilig Thuis IJsselland"),
            person: say("J. de Vries"),
            staff: Some(ME),
        },
    );
    case.worker = held(3, None);
    case.reports = BTreeMap::from([(ReportId([1; 16]), report(say))]);
    case.persons = persons(say);
    case.links = BTreeMap::from([(
        LinkId([1; 16]),
        held(
            40,
            Link {
                other: CaseId([2; 16]),
                kind: LinkKind::SameChild,
                person: None,
                other_person: None,
                verdict: Verdict::Suggested,
                reason: say("zelfde BSN en geboortedatum"),
            },
        ),
    )]);
    case.notes = BTreeMap::from([(
        NoteId([1; 16]),
        held(
            41,
            Some(Note {
                kind: NoteKind::Internal,
                text: say("School gebeld; mentor is tot half vijf bereikbaar."),
                about: Vec::new(),
                took_place: None,
            }),
        ),
    )]);
    case
}

fn report(say: &dyn Fn(&str) -> String) -> Report {
    Report {
        receipt: held(
            10,
            Receipt {
                channel: Channel::Corv,
                received_at: at("2016-10-05T09:05:00+02:00"),
                message: None,
                flags: vec![Flag::BsnInvalid],
            },
        ),
        occasion: held(
            11,
            Occasion {
                report_date: PartialDate::parse("2016-10-05").unwrap(),
                incident_date: PartialDate::parse("2016-10").unwrap(),
                location: say("thuis, Zwolle"),
                report_number: say("2016-123456"),
            },
        ),
        narrative: disputed(
            12,
            Narrative {
                incident: say("De buurvrouw hoorde om half elf geschreeuw en een klap. \
                     Daarna huilde een kind langere tijd. De politie trof vader aan in \
                     de woonkamer.\nMoeder had een rode plek op haar wang."),
                concern: say("Dit is de derde keer dit jaar."),
                ..Narrative::default()
            },
            Narrative {
                incident: say("Volgens moeder viel er een kast om."),
                ..Narrative::default()
            },
        ),
        classification: held(14, Classification { reasons: vec![Reason(1)], ..Default::default() }),
        disclosure: held(15, Disclosure::NotAsked),
        reporter: held(
            16,
            ReporterIdentity {
                organisation: say("Politie Oost-Nederland"),
                contact_name: say("B. Agent"),
                ..ReporterIdentity::default()
            },
        ),
        reporter_sealed: true,
        ..Report::default()
    }
}

fn persons(say: &dyn Fn(&str) -> String) -> BTreeMap<PersonId, beschermd::domain::case::Person> {
    use beschermd::domain::case::Person;
    let child = Person {
        name: held(20, Name { first: say("Noor"), prefix: String::new(), last: say("Bakker") }),
        sex: held(21, Sex::Female),
        birth: held(22, Birth::Born(PartialDate::parse("2011-03-12").unwrap())),
        bsn: held(23, BsnStatus::Unverified(say("999910012"))),
        involvement: held(
            24,
            Involvement { role: Some(Role::YOUTH), authority: Answer::Unknown, part: None },
        ),
        formal_address: held(
            25,
            Address {
                street: say("Verzonnenlaan"),
                number: say("12"),
                postcode: say("8011AB"),
                city: say("Zwolle"),
                ..Address::default()
            },
        ),
        remark: held(26, say("Slaapt vaak bij oma.")),
        ..Person::default()
    };
    let mother = Person {
        name: disputed(
            30,
            Name { first: say("Eva"), prefix: say("de"), last: say("Wit") },
            Name { first: say("Eva"), prefix: String::new(), last: say("Bakker") },
        ),
        reach: held(
            32,
            Reach {
                phones: vec![say("06-00000000")],
                mails: Vec::new(),
                safe_to_call: say("alleen overdag"),
            },
        ),
        shielded: true,
        ..Person::default()
    };
    BTreeMap::from([(PersonId([1; 16]), child), (PersonId([2; 16]), mother)])
}

/// A row: case byte, family, children, day of receipt.
pub fn row(n: u8, family: &str, children: u16, received: &str) -> Row {
    Row {
        case: CaseId([n; 16]),
        number: format!("ZW1-16-{n:04}"),
        state: beschermd::domain::case::State::Received,
        acute_since: None,
        received_at: at(received),
        triage_due: true,
        judged: None,
        children,
        family: family.to_owned(),
        overseer: None,
        worker: None,
        disputes: 0,
        flags: 0,
        suggestions: 0,
        reports: 1,
    }
}

pub fn entry(row: Row, at: Moment, draft: bool) -> Entry {
    let rules = policy::builtin();
    let day = row.received_at.day();
    let due = rules.deadlines.due(day, Term::Triage, None, &rules.calendar).due_day;
    Entry::new(row, Some(due), Some(countdown(due, at)), draft)
}

pub fn queue(say: &dyn Fn(&str) -> String) -> Vec<Entry> {
    let overseer = Overseer {
        organisation: say("Veilig Thuis IJsselland"),
        person: say("J. de Vries"),
        staff: Some(ME),
    };
    let rows = [
        Row {
            acute_since: Some(at("2016-10-10T12:05:00+02:00")),
            ..row(7, &say("Bakker"), 3, "2016-10-10T09:05:00+02:00")
        },
        Row { disputes: 1, flags: 1, ..row(1, &say("de Boer"), 1, "2016-10-03T08:00:00+02:00") },
        Row {
            overseer: Some(overseer),
            worker: Some(ME),
            ..row(3, &say("Yılmaz"), 2, "2016-10-05T12:00:00+02:00")
        },
        Row { suggestions: 1, ..row(4, &say("el Amrani"), 1, "2016-10-07T16:59:00+02:00") },
        row(5, &say("Jansen"), 4, "2016-10-10T10:00:00+02:00"),
        row(6, "", 0, "2016-10-10T11:00:00+02:00"),
    ];
    let mut entries: Vec<Entry> = rows
        .into_iter()
        .map(|row| {
            let draft = row.case == CaseId([4; 16]);
            entry(row, now(), draft)
        })
        .collect();
    order(&mut entries);
    entries
}

/// A model with a clock and a terminal.
pub struct Desk {
    pub model: Model,
    pub theme: Theme,
    pub at: Moment,
    seed: u8,
    terminal: Terminal<TestBackend>,
}

impl Desk {
    pub fn new(lang: Lang, columns: u16, rows: u16) -> Self {
        let model = Model::new(lang, now(), Size { columns, rows }, "");
        let terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let theme = Theme::new(ThemeName::Dark, false);
        Self { model, theme, at: now(), seed: 1, terminal }
    }

    /// Unlocked, with this queue.
    pub fn unlocked(lang: Lang, size: (u16, u16), entries: Vec<Entry>) -> Self {
        Self::unlocked_at(now(), lang, size, entries)
    }

    /// The same at another moment.
    pub fn unlocked_at(at: Moment, lang: Lang, size: (u16, u16), entries: Vec<Entry>) -> Self {
        Self::unlocked_as(StaffRole::Caseworker, at, lang, size, entries)
    }

    /// The same by somebody in another role.
    pub fn unlocked_as(
        role: StaffRole,
        at: Moment,
        lang: Lang,
        (columns, rows): (u16, u16),
        entries: Vec<Entry>,
    ) -> Self {
        let mut desk = Self::new(lang, columns, rows);
        desk.at = at;
        desk.send(Message::Found(Found::Station {
            organisation: "Veilig Thuis IJsselland".into(),
            staff: staff(role),
            last: Some(ME),
        }));
        desk.send(Message::Unlocked(Box::new(opened(role))));
        desk.send(Message::QueueLoaded(entries));
        desk
    }

    pub fn send(&mut self, message: Message) -> Vec<Effect> {
        self.seed = self.seed.wrapping_add(1);
        let seed = Seed([self.seed; 16]);
        update(&mut self.model, Envelope { at: self.at, seed, message })
    }

    /// Sends a message and answers every read, as the worker would.
    pub fn answered(&mut self, message: Message) -> Vec<Effect> {
        let effects = self.send(message);
        for effect in &effects {
            if let Effect::LoadCase(id) = effect {
                let loaded = case(*id, "ZW1-16-0007", &str::to_owned);
                self.send(Message::CaseLoaded(Box::new(loaded)));
            }
        }
        effects
    }

    pub fn key(&mut self, chord: Chord) -> Vec<Effect> {
        self.answered(Message::Key(chord))
    }

    /// Types text, `\n` for Enter.
    pub fn types(&mut self, text: &str) -> Vec<Effect> {
        let key = |c| if c == '\n' { Chord::plain(Key::Enter) } else { Chord::char(c) };
        text.chars().flat_map(|c| self.key(key(c))).collect()
    }

    pub fn minutes_later(&mut self, minutes: i64) -> Vec<Effect> {
        self.at = Moment(self.at.0 + minutes * 60_000);
        self.send(Message::Tick)
    }

    /// Answers a request to record, with the case as it would be then.
    pub fn recorded(&mut self, effects: &[Effect], changed: impl FnOnce(&mut Case)) -> bool {
        let mut change = Some(changed);
        for effect in effects {
            if let Effect::Record { ticket, drafts } = effect {
                let id = drafts[0].case.unwrap();
                let mut after = case(id, "ZW1-16-0007", &str::to_owned);
                if let Some(change) = change.take() {
                    change(&mut after);
                }
                let events = vec![event(99); drafts.len()];
                let answer =
                    Recorded { ticket: *ticket, at: self.at, events, case: Some(Box::new(after)) };
                self.send(Message::Recorded(answer));
                return true;
            }
        }
        false
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.backend_mut().resize(columns, rows);
        self.terminal.resize(ratatui::layout::Rect::new(0, 0, columns, rows)).unwrap();
        self.send(Message::Resize(columns, rows));
    }

    pub fn draw(&mut self) -> Buffer {
        let (model, theme) = (&self.model, &self.theme);
        self.terminal.draw(|frame| beschermd::view::draw(model, theme, frame)).unwrap();
        self.terminal.backend().buffer().clone()
    }

    pub fn fallback(&mut self) -> Buffer {
        let (model, theme) = (&self.model, &self.theme);
        self.terminal.draw(|frame| beschermd::view::fallback(model, theme, frame)).unwrap();
        self.terminal.backend().buffer().clone()
    }

    pub fn text(&mut self) -> String {
        let buffer = self.draw();
        let columns = usize::from(buffer.area.width).max(1);
        let rows = buffer.content.chunks(columns);
        rows.map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>() + "\n").collect()
    }
}

pub fn acute() -> Acute {
    Acute::Declared(ImmediateAction {
        what: "Politie haalt het kind op".into(),
        who: "politie".into(),
        when: now(),
    })
}
