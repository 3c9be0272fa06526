//! The first run: a few questions, a passphrase, a recovery code that is written down and proved.
//! The same questions, fewer of them, open a workstation with the recovery code or make a new one.
//!
//! One question at a time; Tab and Esc go back without losing what was typed. Deliberately absent:
//! making anything (the shell does, once, on the last answer).

use crate::app::effect::{Effect, NewStation, Secret, Setting};
use crate::app::keymap::Intent;
use crate::app::line::Line;
use crate::app::message::{Opened, Weight};
use crate::app::model::{Desk, Model, Screen};
use crate::app::screens::unlock;
use crate::app::strength::{Strength, strength};
use crate::app::turn::{Input, Turn};
use crate::domain::fact::StaffRole;
use crate::text::{Key as Words, Lang, Text};

/// The roles in the order of the question. Not a clerk: the first member of staff holds all keys,
/// and a clerk may not see who reported.
pub const ROLES: [StaffRole; ROLE_COUNT] =
    [StaffRole::Caseworker, StaffRole::Expert, StaffRole::Manager];
const ROLE_COUNT: usize = 3;
/// How many groups of the recovery code are asked back.
pub const GROUPS_ASKED: usize = 2;
/// A station code has at most this many letters and digits.
pub const CODE_LENGTH_MAX: usize = 6;

/// Which question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Dutch or English.
    Language,
    /// The organisation.
    Organisation,
    /// The code in case numbers.
    Code,
    /// The name.
    Name,
    /// The role.
    Role,
    /// Who it is that lost a passphrase.
    Who,
    /// The recovery code, from paper.
    OldCode,
    /// The passphrase.
    Passphrase,
    /// The passphrase again.
    Again,
    /// It is being made.
    Making,
    /// The recovery code is shown.
    Recovery,
    /// Two of its groups are asked.
    Proof,
    /// All done: what to do first.
    Tour,
}

impl Step {
    /// The question in words.
    #[must_use]
    pub const fn question(self) -> Words {
        match self {
            Self::Language => Words::AskLanguage,
            Self::Organisation => Words::AskOrganisation,
            Self::Code => Words::AskCode,
            Self::Name => Words::AskName,
            Self::Role => Words::AskRole,
            Self::Who => Words::UnlockWho,
            Self::OldCode => Words::AskOldCode,
            Self::Passphrase => Words::AskPassphrase,
            Self::Again => Words::AskAgain,
            Self::Making => Words::AskMaking,
            Self::Recovery => Words::AskRecovery,
            Self::Proof => Words::AskProof,
            Self::Tour => Words::AskTour,
        }
    }

    /// What helps to answer it.
    #[must_use]
    pub const fn hint(self) -> Words {
        match self {
            Self::Language => Words::HintLanguage,
            Self::Organisation => Words::HintOrganisation,
            Self::Code => Words::HintCode,
            Self::Name => Words::HintName,
            Self::Role => Words::HintRole,
            Self::Who => Words::HintWho,
            Self::OldCode => Words::HintOldCode,
            Self::Passphrase => Words::HintPassphrase,
            Self::Again => Words::HintAgain,
            Self::Making => Words::HintMaking,
            Self::Recovery => Words::HintRecovery,
            Self::Proof => Words::HintProof,
            Self::Tour => Words::HintTour,
        }
    }

    /// The number of the question of a first run, and of how many, for those that are counted.
    const fn number(self) -> Option<(usize, usize)> {
        let number = match self {
            Self::Language => 1,
            Self::Organisation => 2,
            Self::Code => 3,
            Self::Name => 4,
            Self::Role => 5,
            Self::Passphrase | Self::Again => 6,
            Self::Recovery | Self::Proof => 7,
            Self::Who | Self::OldCode | Self::Making | Self::Tour => return None,
        };
        Some((number, 7))
    }

    const fn back(self) -> Self {
        match self {
            Self::Language | Self::Organisation => Self::Language,
            Self::Code => Self::Organisation,
            Self::Name => Self::Code,
            Self::Role => Self::Name,
            Self::Passphrase => Self::Role,
            Self::Again => Self::Passphrase,
            Self::Proof => Self::Recovery,
            Self::OldCode => Self::Who,
            Self::Who | Self::Making | Self::Recovery | Self::Tour => self,
        }
    }
}

/// What the questions are for.
#[derive(Debug, Default)]
pub enum Purpose {
    /// A new workstation.
    #[default]
    NewStation,
    /// To open with the recovery code, with the screen to go back to.
    Recover(Box<unlock::State>),
    /// A new recovery code for an open desk, with the desk to go back to.
    NewCode(Box<Desk>),
}

/// The answers so far.
#[derive(Debug)]
pub struct State {
    /// What for.
    pub purpose: Purpose,
    /// The question on the screen.
    pub step: Step,
    /// The organisation.
    pub organisation: Line,
    /// The station code.
    pub code: Line,
    /// The name.
    pub name: Line,
    /// Place of the role in [`ROLES`].
    pub role: usize,
    /// The recovery code from paper.
    pub old_code: Line,
    /// The passphrase.
    pub passphrase: Line,
    /// The passphrase again.
    pub again: Line,
    /// The recovery code, once made.
    pub recovery: Option<Secret>,
    /// Which groups of it are asked, from 0.
    pub asked: [usize; GROUPS_ASKED],
    /// The group being typed.
    pub proof: Line,
    /// How many groups were right.
    pub proved: usize,
    /// What is wrong with the answer, when it is.
    pub problem: Option<Words>,
    opened: Option<Box<Opened>>,
}

impl State {
    /// The first question.
    #[must_use]
    pub fn new() -> Self {
        Self {
            purpose: Purpose::NewStation,
            step: Step::Language,
            organisation: Line::default(),
            code: Line::default(),
            name: Line::default(),
            role: 0,
            old_code: Line::default(),
            passphrase: Line::default(),
            again: Line::default(),
            recovery: None,
            asked: [0; GROUPS_ASKED],
            proof: Line::default(),
            proved: 0,
            problem: None,
            opened: None,
        }
    }

    /// Asks for the recovery code, and first who it is when there are several.
    #[must_use]
    pub fn recovering(unlock: Box<unlock::State>) -> Self {
        let step = if unlock.staff.len() > 1 { Step::Who } else { Step::OldCode };
        Self { purpose: Purpose::Recover(unlock), step, ..Self::new() }
    }

    /// Waits for a new recovery code, the desk meanwhile laid aside.
    #[must_use]
    pub fn renewing(desk: Box<Desk>) -> Self {
        Self { purpose: Purpose::NewCode(desk), step: Step::Making, ..Self::new() }
    }

    /// What is open behind the questions: nothing before the last answer.
    #[must_use]
    pub fn opened(&self) -> Option<&Opened> {
        match &self.purpose {
            Purpose::NewCode(desk) => Some(&desk.opened),
            Purpose::NewStation | Purpose::Recover(_) => self.opened.as_deref(),
        }
    }

    /// The number of the question and of how many, for those that are counted.
    #[must_use]
    pub const fn number(&self) -> Option<(usize, usize)> {
        match (&self.purpose, self.step) {
            (Purpose::NewStation, step) => step.number(),
            (Purpose::Recover(_), Step::Who | Step::OldCode) => Some((1, 3)),
            (Purpose::Recover(_), Step::Passphrase | Step::Again) => Some((2, 3)),
            (Purpose::Recover(_), Step::Recovery | Step::Proof) => Some((3, 3)),
            (Purpose::Recover(_) | Purpose::NewCode(_), _) => None,
        }
    }

    /// The question in words.
    #[must_use]
    pub const fn question(&self) -> Words {
        match (&self.purpose, self.step) {
            (Purpose::Recover(_), Step::Making) => Words::UnlockWorking,
            (Purpose::NewCode(_), Step::Making) => Words::AskNewCode,
            (Purpose::Recover(_) | Purpose::NewCode(_), Step::Recovery) => Words::AskNewRecovery,
            (_, step) => step.question(),
        }
    }

    /// What helps to answer it.
    #[must_use]
    pub const fn hint(&self) -> Words {
        match (&self.purpose, self.step) {
            (Purpose::NewCode(_), Step::Making) => Words::HintNewCode,
            (_, step) => step.hint(),
        }
    }

    /// The recovery code as typed has this wrong with it, or nothing.
    pub fn take_reading(&mut self, wrong: Option<Words>) {
        if self.step == Step::OldCode {
            self.problem = wrong;
            self.step = if wrong.is_none() { Step::Passphrase } else { Step::OldCode };
        }
    }

    /// The recovery code is here.
    pub fn take_code(&mut self, code: Secret, opened: Box<Opened>, turn: Turn) {
        let groups = code.expose().split('-').count().max(1);
        let [first, second, ..] = turn.seed.0;
        let first = usize::from(first) % groups;
        let step = if groups > 1 { 1 + usize::from(second) % (groups - 1) } else { 0 };
        self.asked = [first, (first + step) % groups];
        self.recovery = Some(code);
        self.opened = Some(opened);
        self.old_code.clear();
        self.passphrase.clear();
        self.again.clear();
        self.problem = None;
        self.step = Step::Recovery;
    }

    /// The group asked now, from 1.
    #[must_use]
    pub fn group_asked(&self) -> usize {
        self.asked.get(self.proved).map_or(0, |at| at + 1)
    }

    /// How strong the passphrase is so far.
    #[must_use]
    pub fn strength(&self) -> Strength {
        strength(self.passphrase.text())
    }

    /// The line being typed, when the question is answered by typing.
    #[must_use]
    pub const fn line(&self) -> Option<&Line> {
        match self.step {
            Step::Organisation => Some(&self.organisation),
            Step::Code => Some(&self.code),
            Step::Name => Some(&self.name),
            Step::OldCode => Some(&self.old_code),
            Step::Passphrase => Some(&self.passphrase),
            Step::Again => Some(&self.again),
            Step::Proof => Some(&self.proof),
            Step::Language
            | Step::Role
            | Step::Who
            | Step::Making
            | Step::Recovery
            | Step::Tour => None,
        }
    }

    const fn line_mut(&mut self) -> Option<&mut Line> {
        match self.step {
            Step::Organisation => Some(&mut self.organisation),
            Step::Code => Some(&mut self.code),
            Step::Name => Some(&mut self.name),
            Step::OldCode => Some(&mut self.old_code),
            Step::Passphrase => Some(&mut self.passphrase),
            Step::Again => Some(&mut self.again),
            Step::Proof => Some(&mut self.proof),
            Step::Language
            | Step::Role
            | Step::Who
            | Step::Making
            | Step::Recovery
            | Step::Tour => None,
        }
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}

/// A key or a paste. The state is out of the model meanwhile; whether it goes back.
pub fn update(state: &mut State, model: &mut Model, input: &Input) -> (bool, Vec<Effect>) {
    match input {
        Input::Intent(Intent::Next) => return next(state, model),
        Input::Intent(Intent::Back) => {
            state.problem = None;
            return (!back(state, model), Vec::new());
        }
        Input::Intent(Intent::MoveUp | Intent::MoveDown) => {
            return (true, choose(state, model, input));
        }
        Input::Intent(_) => model.quiet = true,
        Input::Chord(chord) => {
            state.problem = None;
            if let Some(line) = state.line_mut() {
                line.key(*chord, false);
            } else if let Some(digit) = chord.typed().and_then(|c| c.to_digit(10)) {
                return (true, choose_number(state, model, digit as usize));
            }
        }
        Input::Paste(text) => {
            if let Some(line) = state.line_mut() {
                line.insert(text.trim_end_matches(['\r', '\n']), false);
            }
        }
    }
    (true, Vec::new())
}

/// One question back; whether that was back to the passphrase.
fn back(state: &mut State, model: &mut Model) -> bool {
    let Purpose::Recover(unlock) = &mut state.purpose else {
        state.step = state.step.back();
        return false;
    };
    let first = if unlock.staff.len() > 1 { Step::Who } else { Step::OldCode };
    if state.step == first {
        let asking = unlock::State::asking(std::mem::take(&mut unlock.staff), unlock.last);
        model.screen = Screen::Unlock(Box::new(asking));
        return true;
    }
    let before = if state.step == Step::Passphrase { Step::OldCode } else { state.step.back() };
    state.step = before;
    false
}

fn choose(state: &mut State, model: &mut Model, input: &Input) -> Vec<Effect> {
    let down = *input == Input::Intent(Intent::MoveDown);
    match state.step {
        Step::Language => set_language(model, if down { Lang::En } else { Lang::Nl }),
        Step::Role => {
            let last = ROLES.len() - 1;
            state.role =
                if down { (state.role + 1).min(last) } else { state.role.saturating_sub(1) };
            Vec::new()
        }
        Step::Who => {
            if let Purpose::Recover(unlock) = &mut state.purpose {
                unlock.step(if down { 1 } else { -1 });
            }
            Vec::new()
        }
        Step::Organisation
        | Step::Code
        | Step::Name
        | Step::OldCode
        | Step::Passphrase
        | Step::Again
        | Step::Making
        | Step::Recovery
        | Step::Proof
        | Step::Tour => Vec::new(),
    }
}

fn choose_number(state: &mut State, model: &mut Model, number: usize) -> Vec<Effect> {
    match (state.step, number) {
        (Step::Language, 1) => set_language(model, Lang::Nl),
        (Step::Language, 2) => set_language(model, Lang::En),
        (Step::Role, 1..=ROLE_COUNT) => {
            state.role = number - 1;
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn set_language(model: &mut Model, lang: Lang) -> Vec<Effect> {
    model.words = Text::new(lang);
    vec![Effect::Remember(Setting::Lang(lang))]
}

fn next(state: &mut State, model: &mut Model) -> (bool, Vec<Effect>) {
    state.problem = problem(state);
    if state.problem.is_some() {
        if state.step == Step::Again {
            state.again.clear();
        }
        return (true, Vec::new());
    }
    state.step = match state.step {
        Step::Language => Step::Organisation,
        Step::Organisation => Step::Code,
        Step::Code => Step::Name,
        Step::Name => Step::Role,
        Step::Role => Step::Passphrase,
        Step::Who => Step::OldCode,
        Step::OldCode => {
            // On when the answer comes.
            let code = Secret::new(state.old_code.text().to_owned());
            return (true, vec![Effect::ReadRecoveryCode(code)]);
        }
        Step::Passphrase => Step::Again,
        Step::Again => {
            state.step = Step::Making;
            return (true, vec![make(state, model)]);
        }
        Step::Making => Step::Making,
        Step::Recovery => Step::Proof,
        Step::Proof => {
            state.proved += 1;
            state.proof.clear();
            if state.proved < GROUPS_ASKED {
                state.step = Step::Proof;
                return (true, Vec::new());
            }
            return proved(state, model);
        }
        Step::Tour => return finish(state, model),
    };
    (true, Vec::new())
}

/// The code was written down: it goes from the screen, and nobody is reminded of it any more.
fn proved(state: &mut State, model: &mut Model) -> (bool, Vec<Effect>) {
    let remember = Effect::Remember(Setting::CodeProved);
    state.recovery = None;
    if matches!(state.purpose, Purpose::NewStation) {
        state.step = Step::Tour;
        return (true, vec![remember]);
    }
    let (stays, mut effects) = finish(state, model);
    effects.insert(0, remember);
    (stays, effects)
}

fn finish(state: &mut State, model: &mut Model) -> (bool, Vec<Effect>) {
    let Some(opened) = state.opened.take() else { return (true, Vec::new()) };
    match std::mem::take(&mut state.purpose) {
        Purpose::NewStation | Purpose::Recover(_) => {
            (false, crate::app::update::open_desk(model, *opened))
        }
        Purpose::NewCode(desk) => {
            model.screen = Screen::Desk(desk);
            model.say(Weight::Plain, Words::SaidNewCode, Vec::new());
            (false, vec![Effect::LoadQueue])
        }
    }
}

/// It was not done, for this reason; the answers stay.
pub fn failed(mut state: Box<State>, model: &mut Model, why: Words) {
    match std::mem::take(&mut state.purpose) {
        Purpose::NewCode(desk) => {
            model.screen = Screen::Desk(desk);
            model.say(Weight::Fault, why, Vec::new());
            return;
        }
        Purpose::NewStation => state.step = Step::Passphrase,
        Purpose::Recover(unlock) => {
            state.purpose = Purpose::Recover(unlock);
            state.step = Step::OldCode;
        }
    }
    state.problem = Some(why);
    model.screen = Screen::FirstRun(state);
}

/// What the last answer asks for.
fn make(state: &State, model: &Model) -> Effect {
    let chosen = match &state.purpose {
        Purpose::Recover(unlock) => unlock.staff.get(unlock.chosen),
        Purpose::NewStation | Purpose::NewCode(_) => None,
    };
    match chosen {
        Some(choice) => Effect::Recover {
            staff: choice.staff,
            code: Secret::new(state.old_code.text().to_owned()),
            passphrase: Secret::new(state.passphrase.text().to_owned()),
        },
        None => Effect::Create(Box::new(station(state, model))),
    }
}

fn station(state: &State, model: &Model) -> NewStation {
    NewStation {
        lang: model.words.lang(),
        organisation: state.organisation.text().trim().to_owned(),
        code: state.code.text().trim().to_uppercase(),
        staff_name: state.name.text().trim().to_owned(),
        role: ROLES.get(state.role).copied().unwrap_or(StaffRole::Caseworker),
        passphrase: Secret::new(state.passphrase.text().to_owned()),
    }
}

fn problem(state: &State) -> Option<Words> {
    match state.step {
        Step::Organisation => state.organisation.is_blank().then_some(Words::ProblemEmpty),
        Step::Name => state.name.is_blank().then_some(Words::ProblemEmpty),
        Step::OldCode => state.old_code.is_blank().then_some(Words::ProblemEmpty),
        Step::Code => {
            let code = state.code.text().trim();
            let fits = (1..=CODE_LENGTH_MAX).contains(&code.len())
                && code.bytes().all(|b| b.is_ascii_alphanumeric());
            (!fits).then_some(Words::ProblemCode)
        }
        Step::Passphrase => (state.strength() == Strength::Weak).then_some(Words::ProblemWeak),
        Step::Again => {
            let same = state.again.text() == state.passphrase.text();
            (!same).then_some(Words::ProblemNotSame)
        }
        Step::Proof => {
            let asked = state.asked.get(state.proved).copied().unwrap_or(0);
            let code = state.recovery.as_ref().map_or("", Secret::expose);
            let group = code.split('-').nth(asked).unwrap_or_default();
            let same = state.proof.text().trim().eq_ignore_ascii_case(group.trim());
            (!same).then_some(Words::ProblemGroup)
        }
        Step::Language | Step::Role | Step::Who | Step::Making | Step::Recovery | Step::Tour => {
            None
        }
    }
}
