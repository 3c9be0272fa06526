//! A terminal of our own around a real program: keys in, screen and bytes out.
//!
//! The terminal answers the cursor question unless it is told to stay mute. Nothing sleeps a fixed
//! time: every wait ends when what is waited for happens, or fails after a generous limit with the
//! screen in the message.

use std::ffi::OsString;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use filedescriptor::FileDescriptor;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, kill_process};

/// No wait lasts longer than this.
pub const LIMIT: Duration = Duration::from_secs(30);

/// How a program is started: clean environment, a home of its own, a size.
#[derive(Debug)]
pub struct Launch {
    program: OsString,
    args: Vec<OsString>,
    env: Vec<(OsString, OsString)>,
    home: PathBuf,
    size: (u16, u16),
    answers: bool,
}

impl Launch {
    /// The product, with `home` as its home; the caller keeps the directory alive.
    pub fn product(home: &Path) -> Launch {
        Launch::program(env!("CARGO_BIN_EXE_beschermd"), home)
    }

    /// Any program, by absolute path.
    pub fn program(program: impl Into<OsString>, home: &Path) -> Launch {
        let (program, home) = (program.into(), home.to_owned());
        Launch { program, args: vec![], env: vec![], home, size: (120, 40), answers: true }
    }

    /// Adds an argument.
    pub fn arg(mut self, arg: impl Into<OsString>) -> Launch {
        self.args.push(arg.into());
        self
    }

    /// Adds arguments.
    pub fn args<T: Into<OsString>>(mut self, args: impl IntoIterator<Item = T>) -> Launch {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    /// Sets an environment variable.
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Launch {
        self.env.push((name.into(), value.into()));
        self
    }

    /// Columns and rows; 120 by 40 unless told.
    pub fn size(mut self, columns: u16, rows: u16) -> Launch {
        self.size = (columns, rows);
        self
    }

    /// A terminal that never answers a question.
    pub fn mute(mut self) -> Launch {
        self.answers = false;
        self
    }

    /// Starts it.
    pub fn start(self) -> Pty {
        let size = pty_size(self.size);
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(&self.program);
        command.args(&self.args);
        command.env_clear();
        command.cwd(&self.home);
        for (name, place) in [
            ("HOME", ""),
            ("XDG_DATA_HOME", ".local/share"),
            ("XDG_CONFIG_HOME", ".config"),
            ("XDG_STATE_HOME", ".local/state"),
            ("XDG_CACHE_HOME", ".cache"),
            ("TMPDIR", "tmp"),
        ] {
            command.env(name, self.home.join(place));
        }
        std::fs::create_dir_all(self.home.join("tmp")).unwrap();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "nl_NL.UTF-8");
        self.env.iter().for_each(|(name, value)| command.env(name, value));
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let raw = pair.master.as_raw_fd().unwrap();
        let line = FileDescriptor::dup(&raw).unwrap().as_file().unwrap();
        let (columns, rows) = self.size;
        let screen = vt100::Parser::new_with_callbacks(
            rows.try_into().unwrap(),
            columns.try_into().unwrap(),
            0,
            Questions::default(),
        );
        let (log, answers) = (Vec::new(), self.answers);
        Pty { master: Some(pair.master), line: Some(line), child, screen, log, answers }
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// Where the cursor was each time the program asked.
#[derive(Default)]
struct Questions(Vec<(u16, u16)>);

impl vt100::Callbacks for Questions {
    fn unhandled_csi(
        &mut self,
        screen: &mut vt100::Screen,
        first: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        action: char,
    ) {
        if first.is_none() && action == 'n' && params == [[6]] {
            self.0.push(screen.cursor_position());
        }
    }
}

/// A running program and the terminal around it. Dropping it kills the program.
pub struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    line: Option<File>,
    child: Box<dyn Child + Send + Sync>,
    screen: vt100::Parser<Questions>,
    log: Vec<u8>,
    answers: bool,
}

impl Pty {
    /// Sends text and named keys: `<ENTER> <ESC> <TAB> <BACKTAB> <SPACE> <BS> <DEL> <UP> <DOWN>
    /// <LEFT> <RIGHT> <HOME> <END> <PGUP> <PGDN> <C-x>`; `<LT>` is `<` itself.
    pub fn send(&mut self, keys: &str) {
        self.send_raw(&key_bytes(keys));
    }

    /// Sends bytes as they are.
    pub fn send_raw(&mut self, bytes: &[u8]) {
        let line = self.line.as_mut().expect("the line was not hung up");
        line.write_all(bytes).unwrap();
    }

    /// Sends text as a bracketed paste, in pieces, so that neither side stops the other.
    pub fn paste(&mut self, text: &str) {
        self.send_raw(b"\x1b[200~");
        for piece in text.as_bytes().chunks(1_000) {
            self.send_raw(piece);
            self.pump(Duration::ZERO);
        }
        self.send_raw(b"\x1b[201~");
    }

    /// Reads until the screen contains this text.
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(&format!("{text:?} on the screen"), |screen| screen.contains(text));
    }

    /// Reads until the screen no longer contains this text.
    pub fn wait_gone(&mut self, text: &str) {
        self.wait_until(&format!("{text:?} gone"), |screen| !screen.contains(text));
    }

    /// Reads until the screen's text satisfies `wanted`.
    pub fn wait_until(&mut self, what: &str, wanted: impl Fn(&str) -> bool) {
        let until = Instant::now() + LIMIT;
        while !wanted(&self.text()) {
            let open = self.pump(Duration::from_millis(100));
            let ended = !open && !wanted(&self.text());
            let late = Instant::now() >= until;
            assert!(!ended && !late, "waited for {what}; the screen shows:\n{}", self.text());
        }
    }

    /// Reads until nothing has come for this long.
    pub fn wait_quiet(&mut self, quiet: Duration) {
        let until = Instant::now() + LIMIT;
        let mut before = usize::MAX;
        while self.log.len() != before && Instant::now() < until {
            before = self.log.len();
            if !self.pump(quiet) {
                return;
            }
        }
    }

    /// The screen as lines of text, trailing blanks cut.
    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// The screen with all it knows (styles, cursor, modes).
    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Every byte the program has written so far.
    pub fn bytes(&self) -> &[u8] {
        &self.log
    }

    /// Gives the terminal another size; the program is told by the kernel.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let (rows_set, columns_set) = (rows.try_into().unwrap(), columns.try_into().unwrap());
        self.screen.set_size(rows_set, columns_set);
        let master = self.master.as_ref().expect("the line was not hung up");
        master.resize(pty_size((columns, rows))).unwrap();
    }

    /// Closes the terminal window: the program loses its line.
    pub fn hang_up(&mut self) {
        self.pump(Duration::ZERO);
        self.line = None;
        self.master = None;
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        let pid = i32::try_from(self.pid()).ok().and_then(Pid::from_raw).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// Kills the program where it stands.
    pub fn kill(&mut self) -> ExitStatus {
        self.signal(Signal::KILL);
        self.wait_exit()
    }

    /// The program's process id.
    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("it was started")
    }

    /// Reads on until the program has ended.
    pub fn wait_exit(&mut self) -> ExitStatus {
        let until = Instant::now() + LIMIT;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                while self.pump(Duration::ZERO) && self.is_ready() {}
                return status;
            }
            self.pump(Duration::from_millis(20));
            assert!(Instant::now() < until, "it does not end; the screen shows:\n{}", self.text());
        }
    }

    /// Processor time the program has used, in milliseconds (steps of ten).
    pub fn cpu_ms(&self) -> u64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid())).unwrap();
        let after_name = stat.rsplit(')').next().unwrap();
        let ticks =
            |index| after_name.split_whitespace().nth(index).unwrap().parse::<u64>().unwrap();
        (ticks(11) + ticks(12)) * 10
    }

    /// How often the program was woken: the voluntary switches of all its threads.
    pub fn wake_ups(&self) -> u64 {
        self.wake_ups_but("no thread is called this")
    }

    /// The same, without the threads whose name begins like this.
    pub fn wake_ups_but(&self, name: &str) -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.pid())).unwrap();
        let folders = tasks.map(|task| task.unwrap().path()).filter(|folder| {
            !std::fs::read_to_string(folder.join("comm")).is_ok_and(|comm| comm.starts_with(name))
        });
        let status = folders.map(|folder| std::fs::read_to_string(folder.join("status")));
        let count = |text: String| {
            let line = text.lines().find(|line| line.starts_with("voluntary_ctxt_switches"));
            line.and_then(|line| line.split_whitespace().last()?.parse::<u64>().ok())
        };
        status.filter_map(|text| count(text.ok()?)).sum()
    }

    fn is_ready(&self) -> bool {
        self.line.as_ref().is_some_and(|line| readable(line, Duration::ZERO))
    }

    /// Reads what is there, waiting at most this long for it; false when the line has ended.
    fn pump(&mut self, wait: Duration) -> bool {
        let Some(line) = self.line.as_mut() else {
            std::thread::yield_now();
            return false;
        };
        if !readable(line, wait) {
            return true;
        }
        let mut buffer = [0_u8; 16 * 1024];
        let count = line.read(&mut buffer).unwrap_or(0); // EIO: the other side is closed
        self.log.extend_from_slice(&buffer[..count]);
        self.screen.process(&buffer[..count]);
        let asked = std::mem::take(&mut self.screen.callbacks_mut().0);
        if self.answers {
            for (row, column) in asked {
                let answer = format!("\x1b[{};{}R", row + 1, column + 1);
                // It may have ended meanwhile: then nobody listens.
                let _gone = line.write_all(answer.as_bytes());
            }
        }
        count > 0
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            let _ended = self.child.kill();
            let _ended = self.child.wait();
        }
    }
}

fn readable(line: &File, wait: Duration) -> bool {
    let wait = Timespec {
        tv_sec: i64::try_from(wait.as_secs()).unwrap(),
        tv_nsec: i64::from(wait.subsec_nanos()),
    };
    matches!(poll(&mut [PollFd::new(line, PollFlags::IN)], Some(&wait)), Ok(1..))
}

fn key_bytes(keys: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = keys;
    while let Some(start) = rest.find('<') {
        bytes.extend_from_slice(&rest.as_bytes()[..start]);
        let (name, after) = rest[start + 1..].split_once('>').expect("<NAME>");
        let sequence: &[u8] = match name {
            "ENTER" => b"\r",
            "ESC" => b"\x1b",
            "TAB" => b"\t",
            "BACKTAB" => b"\x1b[Z",
            "SPACE" => b" ",
            "BS" => b"\x7f",
            "DEL" => b"\x1b[3~",
            "UP" => b"\x1b[A",
            "DOWN" => b"\x1b[B",
            "RIGHT" => b"\x1b[C",
            "LEFT" => b"\x1b[D",
            "HOME" => b"\x1b[H",
            "END" => b"\x1b[F",
            "PGUP" => b"\x1b[5~",
            "PGDN" => b"\x1b[6~",
            "LT" => b"<",
            _ => &[],
        };
        match (sequence, name.strip_prefix("C-")) {
            ([], Some(letter)) => bytes.push(letter.as_bytes()[0] & 0x1f),
            ([], None) => panic!("no key is called <{name}>"),
            _ => bytes.extend_from_slice(sequence),
        }
        rest = after;
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}
