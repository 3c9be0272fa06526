//! A plan or a letter on paper: which one, in which form, how large, in which language, to which
//! file.
//!
//! The worker writes the file, for nobody else to read and never over one that is there. When it
//! finds on the paper what may not stand there, a person reads that and answers once more, with
//! another key. Deliberately absent: printers, and what stands on the paper (`document`).

pub mod letters;

use self::letters::{LetterKind, Letters};
use super::work::{self, case_in_hand, plan};
use crate::app::chord::{Chord, Key as Press};
use crate::app::effect::{Effect, PaperAsked, PaperForm, PaperTells, PaperWhat};
use crate::app::keymap::Intent;
use crate::app::line::Line;
use crate::app::message::{Unprinted, Weight};
use crate::app::model::{Model, Overlay};
use crate::app::turn::{Fate, Input};
use crate::domain::case::Case;
use crate::domain::fact::Opening;
use crate::domain::id::{CaseId, PlanId};
use crate::text::{Key as Words, Lang, Text};

/// A question of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The adopted version, or the working copy.
    Edition,
    /// Invitation or outcome.
    Letter,
    /// Who gets the letter.
    To,
    /// Text, HTML or PDF.
    Form,
    /// Normal or large letters.
    Size,
    /// Dutch or English.
    Lang,
    /// The file.
    Path,
}

impl Field {
    /// What is asked.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Edition => Words::PrintEdition,
            Self::Letter => Words::PrintLetter,
            Self::To => Words::PrintTo,
            Self::Form => Words::PrintForm,
            Self::Size => Words::PrintSize,
            Self::Lang => Words::PrintLang,
            Self::Path => Words::PrintPath,
        }
    }
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// In our words.
    Words(Words),
    /// A name as recorded (made safe when drawn).
    Name(String),
}

/// What is printed.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A plan.
    Plan {
        /// Which.
        plan: PlanId,
        /// The newest adopted version; none when nothing was adopted.
        version: Option<u16>,
        /// Whether the working copy is printed.
        working: bool,
    },
    /// A letter.
    Letter(Letters),
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being answered.
    Asking,
    /// Being written.
    Writing,
    /// Not written: why, and what to do.
    Refused(Words),
    /// Not written: it tells what it may not. A person reads it and answers once more.
    Found(Vec<PaperTells>),
}

/// The box.
#[derive(Debug)]
pub struct State {
    /// The case.
    pub case: CaseId,
    /// What is printed.
    pub subject: Subject,
    /// In which form.
    pub form: PaperForm,
    /// Whether in large letters.
    pub large: bool,
    /// In which language.
    pub lang: Lang,
    /// To which file.
    pub path: Line,
    /// Place of the question that has the keys.
    pub focus: usize,
    /// How far it is.
    pub stage: Stage,
    /// The number of the case, as it stands in the name of the file.
    number: String,
    is_path_typed: bool,
}

impl State {
    fn new(case: &Case, subject: Subject, words: &Text) -> Self {
        let number = case.number.shown().map_or_else(|| case.id.hex(), |number| number.0.clone());
        // A case number names nobody.
        let of_a_name = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
        let mut state = Self {
            case: case.id,
            subject,
            form: PaperForm::Pdf,
            large: false,
            lang: words.lang(),
            path: Line::default(),
            focus: 0,
            stage: Stage::Asking,
            number: number.chars().filter(of_a_name).collect(),
            is_path_typed: false,
        };
        state.name_file(words);
        state
    }

    /// Every question, in order.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        match self.subject {
            Subject::Plan { .. } => {
                &[Field::Edition, Field::Form, Field::Size, Field::Lang, Field::Path]
            }
            Subject::Letter(_) => {
                &[Field::Letter, Field::To, Field::Form, Field::Size, Field::Lang, Field::Path]
            }
        }
    }

    /// The question that has the keys.
    #[must_use]
    pub fn field(&self) -> Field {
        self.fields().get(self.focus).copied().unwrap_or(Field::Path)
    }

    /// Whether the paper tells what it may not, and a person must answer that.
    #[must_use]
    pub const fn is_found(&self) -> bool {
        matches!(self.stage, Stage::Found(_))
    }

    /// The answers to choose from, each with whether it is chosen; none for the file.
    #[must_use]
    pub fn options(&self, field: Field) -> Vec<(Label, bool)> {
        let said = |words, chosen| (Label::Words(words), chosen);
        match (field, &self.subject) {
            (Field::Edition, Subject::Plan { version, working, .. }) => {
                let version = version.map(|_| said(Words::PrintVersion, !working));
                version.into_iter().chain([said(Words::PrintWorking, *working)]).collect()
            }
            (Field::Letter, Subject::Letter(letters)) => {
                let kinds = LetterKind::ALL.into_iter();
                kinds.map(|kind| said(kind.words(), kind == letters.kind)).collect()
            }
            (Field::To, Subject::Letter(letters)) => {
                letters.names().map(|(name, is)| (Label::Name(name.to_owned()), is)).collect()
            }
            (Field::Form, _) => vec![
                said(Words::PrintPdf, self.form == PaperForm::Pdf),
                said(Words::PrintHtml, self.form == PaperForm::Html),
                said(Words::PrintText, self.form == PaperForm::Text),
            ],
            (Field::Size, _) => {
                vec![said(Words::PrintNormal, !self.large), said(Words::PrintLarge, self.large)]
            }
            (Field::Lang, _) => vec![
                said(Words::LanguageDutch, self.lang == Lang::Nl),
                said(Words::LanguageEnglish, self.lang == Lang::En),
            ],
            (Field::Path | Field::Edition | Field::Letter | Field::To, _) => Vec::new(),
        }
    }

    fn choose(&mut self, place: usize, words: &Text) {
        match (self.field(), &mut self.subject) {
            (Field::Edition, Subject::Plan { version, working, .. }) => {
                *working = version.is_none() || place == 1;
            }
            (Field::Letter, Subject::Letter(letters)) => letters.choose_kind(place),
            (Field::To, Subject::Letter(letters)) => letters.choose(place),
            (Field::Form, _) => {
                self.form = match place {
                    0 => PaperForm::Pdf,
                    1 => PaperForm::Html,
                    _more => PaperForm::Text,
                };
            }
            (Field::Size, _) => self.large = place == 1,
            (Field::Lang, _) => self.lang = if place == 1 { Lang::En } else { Lang::Nl },
            (Field::Path | Field::Edition | Field::Letter | Field::To, _) => {}
        }
        self.stage = Stage::Asking;
        self.name_file(words);
    }

    /// The name that is offered, until another was typed.
    fn name_file(&mut self, words: &Text) {
        if !self.is_path_typed {
            let name = match &self.subject {
                Subject::Plan { .. } => format!("plan-{}", self.number),
                Subject::Letter(letters) => letters.file(words, &self.number),
            };
            self.path = Line::with(&format!("~/{name}.{}", self.form.name()));
        }
    }

    fn turn(&mut self, steps: isize, words: &Text) {
        let options = self.options(self.field());
        let count = options.len();
        let at = options.iter().position(|(_, chosen)| *chosen).unwrap_or(0);
        if count > 0 {
            let to = at.cast_signed().saturating_add(steps).rem_euclid(count.cast_signed());
            self.choose(to.cast_unsigned(), words);
        }
    }

    /// What is asked of the worker; why nothing can be asked.
    fn asked(&self, read: Vec<PaperTells>) -> Result<PaperAsked, Words> {
        let what = match &self.subject {
            Subject::Plan { plan, version, working } => {
                PaperWhat::Plan { plan: *plan, version: version.filter(|_| !working) }
            }
            Subject::Letter(letters) => {
                PaperWhat::Letter(letters.to().ok_or_else(|| letters.nobody())?)
            }
        };
        if self.path.is_blank() {
            return Err(Words::ProblemEmpty);
        }
        let (case, form, large, lang) = (self.case, self.form, self.large, self.lang);
        let path = self.path.text().trim().to_owned();
        Ok(PaperAsked { case, what, form, large, lang, path, read })
    }

    fn submit(&mut self, read: Vec<PaperTells>) -> Vec<Effect> {
        match self.asked(read) {
            Ok(asked) => {
                self.stage = Stage::Writing;
                vec![Effect::Print(Box::new(asked))]
            }
            Err(why) => {
                self.stage = Stage::Refused(why);
                Vec::new()
            }
        }
    }
}

/// Asks how a plan is to be printed.
pub fn open_plan(model: &mut Model, plan: PlanId) {
    let found = case_in_hand(model).and_then(|case| Some((case, case.plans.get(&plan)?)));
    let Some((case, held)) = found else { return };
    let version = held.newest().map(|(number, _)| number);
    let subject = Subject::Plan { plan, version, working: version.is_none() };
    let state = State::new(case, subject, &model.words);
    model.overlays.push(Overlay::Print(Box::new(state)));
}

/// The plan in sight, from its tab.
pub fn open_plan_in_sight(model: &mut Model) {
    match plan::in_sight(model) {
        Some(plan) => open_plan(model, plan),
        None => model.say(Weight::Plain, Words::PlanNone, Vec::new()),
    }
}

/// Asks which letter about the case in hand is to be printed, and how. An advice has no letters.
pub fn open_letter(model: &mut Model) {
    let Some(scene) = work::scene(model) else { return };
    if scene.case.opening_read() == Some(Opening::Advice) {
        model.say(Weight::Plain, Words::TriageNotForAdvice, Vec::new());
        return;
    }
    let subject = Subject::Letter(Letters::of(&scene));
    let state = State::new(scene.case, subject, &model.words);
    model.overlays.push(Overlay::Print(Box::new(state)));
}

/// A key or a paste.
pub fn update(state: &mut State, model: &mut Model, input: &Input) -> (Fate, Vec<Effect>) {
    match &state.stage {
        Stage::Writing => {
            model.quiet = true;
            return (Fate::Stay, Vec::new());
        }
        Stage::Found(told) => {
            let told = told.clone();
            return (Fate::Stay, answer(state, model, input, told));
        }
        Stage::Asking | Stage::Refused(_) => {}
    }
    let count = state.fields().len();
    match input {
        Input::Intent(Intent::NextPane) => state.focus = (state.focus + 1) % count,
        Input::Intent(Intent::PreviousPane) => state.focus = (state.focus + count - 1) % count,
        Input::Intent(Intent::Submit) => return (Fate::Stay, state.submit(Vec::new())),
        Input::Intent(Intent::Back) => return (Fate::Close, Vec::new()),
        Input::Intent(_) => model.quiet = true,
        Input::Chord(chord) => return (Fate::Stay, typed(state, model, *chord)),
        Input::Paste(text) if state.field() == Field::Path => {
            state.path.insert(text, false);
            state.is_path_typed = true;
            state.stage = Stage::Asking;
        }
        Input::Paste(_) => model.quiet = true,
    }
    (Fate::Stay, Vec::new())
}

/// The second answer, about what was found: not by the key that asked for the paper.
fn answer(
    state: &mut State,
    model: &mut Model,
    input: &Input,
    told: Vec<PaperTells>,
) -> Vec<Effect> {
    match input {
        Input::Intent(Intent::Accept) => return state.submit(told),
        Input::Intent(Intent::Reject) => state.stage = Stage::Asking,
        Input::Intent(_) | Input::Chord(_) | Input::Paste(_) => model.quiet = true,
    }
    Vec::new()
}

fn typed(state: &mut State, model: &mut Model, chord: Chord) -> Vec<Effect> {
    let last = state.focus + 1 == state.fields().len();
    if chord == Chord::plain(Press::Enter) {
        if last {
            return state.submit(Vec::new());
        }
        state.focus += 1;
        return Vec::new();
    }
    if state.field() == Field::Path {
        if state.path.key(chord, false) {
            state.is_path_typed = true;
            state.stage = Stage::Asking;
        } else {
            model.quiet = true;
        }
        return Vec::new();
    }
    match chord.key {
        Press::Right | Press::Char(' ') => state.turn(1, &model.words),
        Press::Left => state.turn(-1, &model.words),
        Press::Char(digit) if digit.is_ascii_digit() => {
            let place = digit.to_digit(10).and_then(|d| usize::try_from(d).ok()).unwrap_or(0);
            match place.checked_sub(1) {
                Some(place) if place < state.options(state.field()).len() => {
                    state.choose(place, &model.words);
                }
                Some(_) | None => model.quiet = true,
            }
        }
        _other_key => model.quiet = true,
    }
    Vec::new()
}

/// The worker wrote the file, or says why not.
pub fn answered(model: &mut Model, path: String, problem: Option<Unprinted>) {
    let place = model.overlays.iter().position(|overlay| matches!(overlay, Overlay::Print(_)));
    match (problem, place) {
        (Some(why), Some(place)) => {
            if let Some(Overlay::Print(state)) = model.overlays.get_mut(place) {
                state.stage = match why {
                    Unprinted::Refused(why) => Stage::Refused(why),
                    Unprinted::Tells(told) => Stage::Found(told),
                };
            }
        }
        (Some(Unprinted::Refused(why)), None) => model.say(Weight::Fault, why, Vec::new()),
        (Some(Unprinted::Tells(_)), None) => {
            model.say(Weight::Fault, Words::PrintTells, Vec::new());
        }
        (None, place) => {
            if let Some(place) = place {
                model.overlays.remove(place);
            }
            model.say(Weight::Plain, Words::PaperWritten, vec![("path", path)]);
        }
    }
}
