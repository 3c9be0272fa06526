//! The loop of the workstation: one channel in, `update`, effects out, a frame when something
//! shown has changed.
//!
//! All pending input is applied before a frame. Nothing runs while nothing happens: the wait ends
//! with an event, or at the moment the model or the pacing asked to be woken. Deliberately absent:
//! the disk (the worker) and what things mean (the app).

use super::keys::chord;
use super::vigil::Vigil;
use super::worker::{Opening, Worker};
use crate::app::message::{Envelope, Message, Seed};
use crate::app::model::{Model, ThemeName};
use crate::app::{Effect, update};
use crate::domain::time::Moment;
use crate::shell::clock;
use crate::shell::settings;
use crate::shell::signals::{self, Signal};
use crate::shell::terminal::Screen;
use crate::shell::terminal::input::{InputEvent, Reader};
use crate::text::Lang;
use crate::view;
use crate::view::theme::Theme;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// No wait is longer, so that a clock that was set back is noticed within the hour.
const WAIT_MAX: Duration = Duration::from_secs(3_600);
/// How much later the idle limit is held by the clock that cannot be set.
const IDLE_SLACK: Duration = Duration::from_millis(500);
/// How long the farewell waits for the last draft to reach the disk.
const FAREWELL: Duration = Duration::from_millis(1_500);

/// What comes in on the one channel.
#[derive(Debug)]
pub enum Incoming {
    /// From the terminal.
    Input(InputEvent),
    /// From the system.
    Signal(Signal),
    /// From the worker.
    Answer(Box<Message>),
}

/// How the workstation is started.
pub struct Options {
    /// What is opened.
    pub opening: Opening,
    /// Language of the interface.
    pub lang: Lang,
    /// Text of a person's own `keys.toml`; empty for none.
    pub own_keys: String,
    /// How to draw.
    pub look: Look,
}

/// What this terminal can show, and the theme its user chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The theme.
    pub theme: ThemeName,
    /// No colours at all, whatever the theme (`NO_COLOR`).
    pub mono: bool,
    /// No signs outside ASCII: UTF-8 is not spoken.
    pub ascii: bool,
}

impl Look {
    /// What the environment tells of this terminal.
    #[must_use]
    pub fn of_this_terminal(theme: Option<ThemeName>) -> Self {
        let told = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(told);
        let speaks_utf8 = locale.is_some_and(|locale| {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        let vt = told("TERM").is_some_and(|term| matches!(term.as_str(), "vt100" | "vt220"));
        Self {
            theme: theme.unwrap_or_default(),
            mono: told("NO_COLOR").is_some() || vt,
            ascii: !speaks_utf8,
        }
    }

    fn theme_named(self, chosen: ThemeName) -> Theme {
        Theme::new(if self.mono { ThemeName::Mono } else { chosen }, self.ascii)
    }
}

/// Runs the workstation until the user ends it or the terminal goes away.
///
/// # Errors
/// When there is no terminal, or a thread cannot be made.
pub fn run(options: Options) -> io::Result<()> {
    let mut screen = Screen::enter()?;
    let (sender, incoming) = channel();
    let reader = start_reader(&screen, &sender)?;
    let listener = start_signals(&sender)?;
    let answers = sender.clone();
    let last_seen = match &options.opening {
        Opening::Data { dir, .. } => settings::load(dir).last_seen,
        Opening::Demo { .. } => None,
    };
    let worker = Worker::start(options.opening, options.lang, move |message| {
        let _ended = answers.send(Incoming::Answer(Box::new(message)));
    })?;
    let size = screen.resized();
    let size = crate::app::geometry::Size { columns: size.0, rows: size.1 };
    let look = options.look;
    let mut model = Model::new(options.lang, clock::now(), size, &options.own_keys);
    model.theme = look.theme;
    let theme = (look.theme, look.theme_named(look.theme));
    let vigil = Vigil::new(last_seen, Instant::now());
    let mut station =
        Station { model, worker, vigil, drawn: None, look, theme, quits: false, gone: false };
    station.draw(&mut screen)?;
    let ended = station.serve(&mut screen, &incoming);
    listener.close();
    station.keep_last_seen();
    station.worker.finish(FAREWELL);
    if station.gone {
        drop(screen);
        return Ok(());
    }
    reader.stop();
    screen.leave();
    ended
}

fn start_reader(screen: &Screen, sender: &Sender<Incoming>) -> io::Result<Reader> {
    let sender = sender.clone();
    Reader::start(screen.input()?, move |event| sender.send(Incoming::Input(event)).is_ok())
}

fn start_signals(sender: &Sender<Incoming>) -> io::Result<signals::Listener> {
    let sender = sender.clone();
    signals::listen(move |signal| {
        let _ended = sender.send(Incoming::Signal(signal));
    })
}

struct Station {
    model: Model,
    worker: Worker,
    vigil: Vigil,
    drawn: Option<u64>,
    look: Look,
    theme: (ThemeName, Theme),
    quits: bool,
    gone: bool,
}

impl Station {
    fn serve(&mut self, screen: &mut Screen, incoming: &Receiver<Incoming>) -> io::Result<()> {
        while !self.quits {
            match incoming.recv_timeout(self.wait(screen)) {
                Ok(first) => {
                    self.take(first, screen)?;
                    while let Ok(next) = incoming.try_recv() {
                        self.take(next, screen)?;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
            self.wake_if_due();
            if !self.gone {
                self.draw(screen)?;
            }
        }
        Ok(())
    }

    /// How long nothing can happen by itself.
    fn wait(&self, screen: &Screen) -> Duration {
        let by_model = self.model.next_wake().map_or(WAIT_MAX, |at| {
            let millis = at.millis_since(clock::now()).max(0);
            Duration::from_millis(u64::try_from(millis).unwrap_or_default())
        });
        let waits_for_terminal = self.drawn != Some(self.model.version());
        let by_screen = match screen.next_look() {
            Some(at) if waits_for_terminal => at.saturating_duration_since(Instant::now()),
            Some(_) | None => WAIT_MAX,
        };
        let by_idleness = self.idle_at().map_or(WAIT_MAX, |at| {
            // A little later than the app would lock by the wall clock: one of the two is enough.
            at.saturating_duration_since(Instant::now()).saturating_add(IDLE_SLACK)
        });
        by_model.min(by_screen).min(by_idleness)
    }

    fn take(&mut self, incoming: Incoming, screen: &mut Screen) -> io::Result<()> {
        let message = match incoming {
            Incoming::Input(InputEvent::Key(event)) => match chord(event) {
                Some(chord) => Message::Key(chord),
                None => return Ok(()),
            },
            Incoming::Input(InputEvent::Paste { text, .. }) => Message::Paste(text),
            Incoming::Input(InputEvent::Answer { .. }) => {
                screen.answered();
                return Ok(());
            }
            Incoming::Input(InputEvent::HangUp) | Incoming::Signal(Signal::HangUp) => {
                self.gone = true;
                self.quits = true;
                Message::HangUp
            }
            Incoming::Signal(Signal::Terminate) => {
                self.quits = true;
                Message::Terminate
            }
            Incoming::Signal(Signal::Resize) => {
                let (columns, rows) = screen.resized();
                Message::Resize(columns, rows)
            }
            Incoming::Answer(message) => *message,
        };
        self.apply(message, screen)
    }

    fn wake_if_due(&mut self) {
        let now = clock::now();
        let set_back = self.model.desk().is_some() && now < self.model.now;
        if set_back || self.model.next_wake().is_some_and(|at| at <= now) {
            self.turn(Message::Tick, now);
        }
        if self.idle_at().is_some_and(|at| at <= Instant::now()) {
            self.turn(Message::Idle, now);
        }
        self.watch_clock(now);
    }

    fn watch_clock(&mut self, now: Moment) {
        if self.vigil.jumped(now, self.model.desk().is_some()) {
            self.turn(Message::ClockJumped, now);
        }
    }

    /// When the desk locks by the clock that cannot be set; `None` while none is open.
    fn idle_at(&self) -> Option<Instant> {
        self.model.desk().map(|desk| self.vigil.locks_at(desk.opened.idle_lock_minutes))
    }

    fn keep_last_seen(&self) {
        if let Some(at) = self.vigil.last_seen() {
            self.worker.seen(at);
        }
    }

    fn apply(&mut self, message: Message, screen: &mut Screen) -> io::Result<()> {
        let now = clock::now();
        if matches!(message, Message::Key(_) | Message::Paste(_) | Message::Unlocked(_)) {
            self.vigil.key(Instant::now());
        }
        let opens = matches!(message, Message::Unlocked(_) | Message::Created { .. });
        if self.turn(message, now) {
            screen.repaint()?;
            self.drawn = None;
        }
        if opens {
            self.watch_clock(now);
            self.keep_last_seen();
        }
        Ok(())
    }

    /// One step of the model; true when everything is to be drawn anew.
    fn turn(&mut self, message: Message, at: Moment) -> bool {
        let Ok(random) = clock::random_bytes() else {
            // Ids must not repeat: without chance nothing new may be made.
            self.quits = true;
            return false;
        };
        let seed = Seed(random);
        let mut repaint = false;
        for effect in update(&mut self.model, Envelope { at, seed, message }) {
            match effect {
                Effect::Repaint => repaint = true,
                Effect::Quit => self.quits = true,
                Effect::Lock => {
                    self.worker.ask(Effect::Lock);
                    self.keep_last_seen();
                }
                other => self.worker.ask(other),
            }
        }
        repaint
    }

    fn draw(&mut self, screen: &mut Screen) -> io::Result<()> {
        let version = self.model.version();
        let now = Instant::now();
        if self.drawn == Some(version) || !screen.may_draw(now) {
            return Ok(());
        }
        if self.theme.0 != self.model.theme {
            self.theme = (self.model.theme, self.look.theme_named(self.model.theme));
        }
        let (model, theme) = (&self.model, &self.theme.1);
        screen.draw(
            now,
            |frame| view::draw(model, theme, frame),
            |frame| view::fallback(model, theme, frame),
        )?;
        self.drawn = Some(version);
        Ok(())
    }
}
