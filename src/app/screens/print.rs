//! A plan on paper: which edition, in which form, how large, in which language, to which file.
//!
//! The worker writes the file, for nobody else to read and never over one that is there.
//! Deliberately absent: printers, and what stands on the paper (`document`).

use super::work::{case_in_hand, plan};
use crate::app::chord::{Chord, Key as Press};
use crate::app::effect::{Effect, PaperAsked, PaperForm};
use crate::app::keymap::Intent;
use crate::app::line::Line;
use crate::app::message::Weight;
use crate::app::model::{Model, Overlay};
use crate::app::turn::{Fate, Input};
use crate::domain::id::{CaseId, PlanId};
use crate::text::{Key as Words, Lang};

/// A question of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The adopted version, or the working copy.
    Edition,
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
    /// Every question, in order.
    pub const ALL: [Self; 5] = [Self::Edition, Self::Form, Self::Size, Self::Lang, Self::Path];

    /// What is asked.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Edition => Words::PrintEdition,
            Self::Form => Words::PrintForm,
            Self::Size => Words::PrintSize,
            Self::Lang => Words::PrintLang,
            Self::Path => Words::PrintPath,
        }
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being answered.
    Asking,
    /// Being written.
    Writing,
    /// Not written: why, and what to do.
    Refused(Words),
}

/// The box.
#[derive(Debug)]
pub struct State {
    /// The case.
    pub case: CaseId,
    /// The plan.
    pub plan: PlanId,
    /// The newest adopted version; none when nothing was adopted.
    pub version: Option<u16>,
    /// Whether the working copy is printed.
    pub working: bool,
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
    named: String,
    is_path_typed: bool,
}

impl State {
    /// The question that has the keys.
    #[must_use]
    pub fn field(&self) -> Field {
        Field::ALL.get(self.focus).copied().unwrap_or(Field::Path)
    }

    /// The answers to choose from, each with whether it is chosen; none for the file.
    #[must_use]
    pub fn options(&self, field: Field) -> Vec<(Words, bool)> {
        match field {
            Field::Edition => {
                let working = (Words::PrintWorking, self.working);
                let version = self.version.map(|_| (Words::PrintVersion, !self.working));
                version.into_iter().chain([working]).collect()
            }
            Field::Form => vec![
                (Words::PrintPdf, self.form == PaperForm::Pdf),
                (Words::PrintHtml, self.form == PaperForm::Html),
                (Words::PrintText, self.form == PaperForm::Text),
            ],
            Field::Size => {
                vec![(Words::PrintNormal, !self.large), (Words::PrintLarge, self.large)]
            }
            Field::Lang => vec![
                (Words::LanguageDutch, self.lang == Lang::Nl),
                (Words::LanguageEnglish, self.lang == Lang::En),
            ],
            Field::Path => Vec::new(),
        }
    }

    fn choose(&mut self, place: usize) {
        match self.field() {
            Field::Edition => self.working = self.version.is_none() || place == 1,
            Field::Form => {
                self.form = match place {
                    0 => PaperForm::Pdf,
                    1 => PaperForm::Html,
                    _more => PaperForm::Text,
                };
                self.name_file();
            }
            Field::Size => self.large = place == 1,
            Field::Lang => self.lang = if place == 1 { Lang::En } else { Lang::Nl },
            Field::Path => {}
        }
    }

    /// The name that is offered, until another was typed.
    fn name_file(&mut self) {
        if !self.is_path_typed {
            self.path = Line::with(&format!("~/{}.{}", self.named, self.form.name()));
        }
    }

    fn turn(&mut self, steps: isize) {
        let options = self.options(self.field());
        let count = options.len();
        let at = options.iter().position(|(_, chosen)| *chosen).unwrap_or(0);
        if count > 0 {
            let to = at.cast_signed().saturating_add(steps).rem_euclid(count.cast_signed());
            self.choose(to.cast_unsigned());
        }
    }

    fn asked(&self) -> PaperAsked {
        PaperAsked {
            case: self.case,
            plan: self.plan,
            version: self.version.filter(|_| !self.working),
            form: self.form,
            large: self.large,
            lang: self.lang,
            path: self.path.text().trim().to_owned(),
        }
    }
}

/// Asks how a plan is to be printed.
pub fn open(model: &mut Model, plan: PlanId) {
    let found = case_in_hand(model).and_then(|case| Some((case, case.plans.get(&plan)?)));
    let Some((case, held)) = found else { return };
    let version = held.newest().map(|(number, _)| number);
    let number = case.number.shown().map_or_else(|| case.id.hex(), |number| number.0.clone());
    // A case number names nobody.
    let named: String = number.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let mut state = State {
        case: case.id,
        plan,
        version,
        working: version.is_none(),
        form: PaperForm::Pdf,
        large: false,
        lang: model.words.lang(),
        path: Line::default(),
        focus: 0,
        stage: Stage::Asking,
        named: format!("plan-{named}"),
        is_path_typed: false,
    };
    state.name_file();
    model.overlays.push(Overlay::Print(Box::new(state)));
}

/// The plan in sight, from its tab.
pub fn open_in_hand(model: &mut Model) {
    match plan::in_sight(model) {
        Some(plan) => open(model, plan),
        None => model.say(Weight::Plain, Words::PlanNone, Vec::new()),
    }
}

/// A key or a paste.
pub fn update(state: &mut State, model: &mut Model, input: &Input) -> (Fate, Vec<Effect>) {
    if state.stage == Stage::Writing {
        model.quiet = true;
        return (Fate::Stay, Vec::new());
    }
    let count = Field::ALL.len();
    match input {
        Input::Intent(Intent::NextPane) => state.focus = (state.focus + 1) % count,
        Input::Intent(Intent::PreviousPane) => state.focus = (state.focus + count - 1) % count,
        Input::Intent(Intent::Submit) => return (Fate::Stay, submit(state)),
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

fn typed(state: &mut State, model: &mut Model, chord: Chord) -> Vec<Effect> {
    let last = state.focus + 1 == Field::ALL.len();
    if chord == Chord::plain(Press::Enter) {
        if last {
            return submit(state);
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
        Press::Right | Press::Char(' ') => state.turn(1),
        Press::Left => state.turn(-1),
        Press::Char(digit) if digit.is_ascii_digit() => {
            let place = digit.to_digit(10).and_then(|d| usize::try_from(d).ok()).unwrap_or(0);
            match place.checked_sub(1) {
                Some(place) if place < state.options(state.field()).len() => state.choose(place),
                Some(_) | None => model.quiet = true,
            }
        }
        _other_key => model.quiet = true,
    }
    Vec::new()
}

fn submit(state: &mut State) -> Vec<Effect> {
    if state.path.is_blank() {
        state.stage = Stage::Refused(Words::ProblemEmpty);
        return Vec::new();
    }
    state.stage = Stage::Writing;
    vec![Effect::PrintPlan(Box::new(state.asked()))]
}

/// The worker wrote the file, or says why not.
pub fn answered(model: &mut Model, path: String, problem: Option<Words>) {
    let place = model.overlays.iter().position(|overlay| matches!(overlay, Overlay::Print(_)));
    match (problem, place) {
        (Some(why), Some(place)) => {
            if let Some(Overlay::Print(state)) = model.overlays.get_mut(place) {
                state.stage = Stage::Refused(why);
            }
        }
        (Some(why), None) => model.say(Weight::Fault, why, Vec::new()),
        (None, place) => {
            if let Some(place) = place {
                model.overlays.remove(place);
            }
            model.say(Weight::Plain, Words::PaperWritten, vec![("path", path)]);
        }
    }
}
