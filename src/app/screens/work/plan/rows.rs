//! The rows of the plan in hand, in the order why, what, how; what it lacks on top.
//!
//! Deliberately absent: versions and signatures (`versions`), and what a key does (`deeds`).

use super::shown::{
    Told, answer_words, field_line, kind_words, new_words, section_words, sections, told,
};
use super::{Line, versions};
use crate::app::page::Tone;
use crate::app::screens::sheet::Purpose;
use crate::app::screens::work::content::{Action, Call, Content, Row, RowKey, Scene, Sign};
use crate::domain::case::{Case, Plan, PlanContent, State};
use crate::domain::id::{PartId, PlanId};
use crate::domain::rule::{PlanLack, Rule, plan_missing};
use crate::domain::safety_plan::{
    MadeWith, PlanAspect, PlanKind, PlanPart, PlanReview, PlanSection,
};
use crate::domain::slot::Held;
use crate::text::{Arg, Key as Words, Text, dates, rule};

/// The plans of a case: safety plans first, then by when they were begun.
#[must_use]
pub fn in_order(case: &Case) -> Vec<(PlanId, &Plan)> {
    let begun = |plan: &Plan| plan.opened.stamp().map(|stamp| stamp.at);
    let mut plans: Vec<(PlanId, &Plan)> = case.plans.iter().map(|(id, p)| (*id, p)).collect();
    plans.sort_by_key(|(id, plan)| (plan.kind(), begun(plan), *id));
    plans
}

/// The rows of the tab; `marked` is the row that was selected, whose plan stays in sight.
#[must_use]
pub fn content(scene: &Scene<'_>, marked: Option<&Line>) -> Content {
    let plans = in_order(scene.case);
    let wanted = marked.and_then(Line::plan);
    let shown = plans.iter().find(|(id, _)| Some(*id) == wanted).or_else(|| plans.first());
    let Some((id, plan)) = shown else {
        let head = vec![(Tone::Soft, scene.say(Words::PlanNone))];
        // An advice holds nothing about a family (hard rule 21).
        let begins = match scene.case.state() {
            State::Advice => Vec::new(),
            State::Received
            | State::Local
            | State::Closed
            | State::Triage
            | State::Investigation
            | State::FollowUp => [PlanKind::Safety, PlanKind::Family].into(),
        };
        let rows = begins.into_iter().map(|kind| begin(scene, kind)).collect();
        return Content { head, rows };
    };
    let mut list = List::new(scene, *id, plan);
    list.lacks();
    list.particulars();
    list.embedded();
    for section in sections(list.kind) {
        list.section(*section);
    }
    list.adoption();
    list.rows.extend(versions::rows(scene, *id, plan));
    list.others(&plans);
    Content { head: list.head(), rows: list.rows }
}

fn begin(scene: &Scene<'_>, kind: PlanKind) -> Row {
    let (label, hint) = match kind {
        PlanKind::Safety => (Words::PlanBeginSafety, Words::PlanBeginSafetyHint),
        PlanKind::Family => (Words::PlanBeginFamily, Words::PlanBeginFamilyHint),
    };
    row(Line::Begin(kind), Sign::Plain, scene.say(label), scene.say(hint))
}

/// A row of this tab.
#[must_use]
pub fn row(line: Line, sign: Sign, label: String, summary: String) -> Row {
    let (key, action) = (RowKey::Plan(line), Action::Own);
    Row { key, sign, indent: false, label, summary, detail: Vec::new(), action }
}

/// A part of a plan that a colleague contradicts: every reading, with who said it.
pub(super) fn readings<T>(
    scene: &Scene<'_>,
    held: &Held<T>,
    said: impl Fn(&T) -> String,
) -> Vec<(Tone, String)> {
    let reading =
        |(_, stamp, value)| [(Tone::Warning, said(value)), (Tone::Soft, scene.said_by(stamp))];
    held.heads().flat_map(reading).collect()
}

/// The sentence of a rule: what is missing and what to do.
fn lack_words(words: &Text, broken: Rule) -> String {
    words.get(rule::refusal(broken)).to_owned()
}

/// Where on the tab a lack is mended.
fn mended_at(plan: PlanId, lack: &PlanLack) -> Line {
    match (lack.part, lack.section) {
        (Some(part), _) => Line::Part(plan, part),
        (None, Some(section)) => Line::New(plan, section),
        (None, None) if lack.rule == Rule::PlanMadeWithFamily => {
            Line::Aspect(plan, PlanAspect::MadeWith)
        }
        (None, None) => Line::Aspect(plan, PlanAspect::Review),
    }
}

/// The section of the form of the particulars in which an aspect is asked.
const fn form_section(aspect: PlanAspect) -> &'static str {
    match aspect {
        PlanAspect::Children | PlanAspect::Owner | PlanAspect::Start | PlanAspect::Review => {
            "keeping"
        }
        PlanAspect::MadeWith => "made-with",
        PlanAspect::Situation | PlanAspect::Emergency => "situation",
    }
}

/// The rows being made of one plan.
struct List<'a> {
    scene: &'a Scene<'a>,
    id: PlanId,
    plan: &'a Plan,
    kind: PlanKind,
    now: PlanContent,
    lacks: Vec<PlanLack>,
    rows: Vec<Row>,
}

impl<'a> List<'a> {
    fn new(scene: &'a Scene<'a>, id: PlanId, plan: &'a Plan) -> Self {
        let (now, kind) = (plan.now(), plan.kind().unwrap_or(PlanKind::Safety));
        let lacks = plan_missing(&now, kind);
        Self { scene, id, plan, kind, now, lacks, rows: Vec::new() }
    }

    fn head(&self) -> Vec<(Tone, String)> {
        let scene = self.scene;
        let kind = scene.words.get(kind_words(self.kind));
        let count = |key: Words, count: usize| {
            scene.words.with(key, &[("kind", Arg::Words(kind)), ("count", count.into())])
        };
        let mut head = vec![if self.lacks.is_empty() {
            (Tone::Body, scene.say_with(Words::PlanHeadComplete, &[("kind", kind)]))
        } else {
            (Tone::Warning, count(Words::PlanHeadLacks, self.lacks.len()))
        }];
        let holds = match self.plan.newest() {
            Some((number, version)) => {
                let day = scene.day(version.on);
                let changed = self.plan.changes().len();
                let number = number.to_string();
                let values = [("number", number.as_str()), ("day", day.as_str())];
                let mut holds = scene.say_with(Words::PlanHeadVersion, &values);
                if changed > 0 {
                    holds = format!("{holds} {}", count(Words::PlanHeadChanged, changed));
                }
                holds
            }
            None => scene.say(Words::PlanHeadNoVersion),
        };
        head.push((Tone::Soft, holds));
        if self.now.disputed > 0 {
            head.push((Tone::Warning, count(Words::PlanHeadDisputes, self.now.disputed)));
        }
        head
    }

    fn lacks(&mut self) {
        for lack in self.lacks.clone() {
            let number = lack.rule.number().map(|number| number.to_string());
            let label = match &number {
                Some(number) => self.scene.say_with(Words::PlanLackRule, &[("number", number)]),
                None => self.scene.say(Words::PlanLack),
            };
            let mut summary = lack_words(self.scene.words, lack.rule);
            if let Some((told, _)) = lack.part.and_then(|part| self.part_told(part)) {
                summary = format!("{}: {summary}", told.label);
            }
            let to = RowKey::Plan(mended_at(self.id, &lack));
            let line = Line::Lack(self.id, lack);
            self.rows
                .push(Row { action: Action::Go(to), ..row(line, Sign::Warning, label, summary) });
        }
    }

    /// A part of the working copy in words, with itself.
    fn part_told(&self, id: PartId) -> Option<(Told, &PlanPart)> {
        let part = self.now.part(id)?;
        let place = self.now.of_section(part.section()).position(|(known, _)| known == id)?;
        Some((told(self.scene, part, place + 1), part))
    }

    fn lacks_aspect(&self, aspect: PlanAspect) -> bool {
        self.lacks.iter().any(|lack| mended_at(self.id, lack) == Line::Aspect(self.id, aspect))
    }

    fn aspect<T>(
        &mut self,
        (aspect, label): (PlanAspect, Words),
        held: &Held<T>,
        said: impl Fn(&T) -> String,
    ) {
        let scene = self.scene;
        let value = held.shown().map(&said).filter(|value| !value.trim().is_empty());
        let sign = match (held.is_disputed(), &value) {
            (true, _) => Sign::Dispute,
            (false, _) if self.lacks_aspect(aspect) => Sign::Warning,
            (false, Some(_)) => Sign::Done,
            (false, None) => Sign::Open,
        };
        let summary = value.unwrap_or_else(|| scene.say(Words::PlanNobodyYet));
        let call = Call::at(Purpose::PlanAbout(self.id), form_section(aspect));
        let made = row(Line::Aspect(self.id, aspect), sign, scene.say(label), summary);
        let mut made = made.does(Action::Form(call));
        made.detail = match held.stamp() {
            Some(_) if held.is_disputed() => readings(scene, held, said),
            Some(stamp) => vec![(Tone::Soft, scene.said_by(stamp))],
            None => Vec::new(),
        };
        self.rows.push(made);
    }

    fn particulars(&mut self) {
        let (plan, words) = (self.plan, self.scene.words);
        let today = self.scene.now.day();
        self.children();
        self.aspect((PlanAspect::Owner, Words::PlanLabelOwner), &plan.owner, Clone::clone);
        self.aspect((PlanAspect::Start, Words::PlanLabelStart), &plan.start, |day| {
            dates::long_day(*day, words)
        });
        self.aspect((PlanAspect::Review, Words::PlanLabelReview), &plan.review, |review| {
            review_words(words, review, today)
        });
        if plan.review.values().any(|review| review.day < today)
            && let Some(last) = self.rows.last_mut()
        {
            last.sign = Sign::Danger;
        }
        self.aspect((PlanAspect::MadeWith, Words::PlanLabelMadeWith), &plan.made_with, |made| {
            made_with_words(words, made)
        });
        let situation = (PlanAspect::Situation, Words::PlanLabelSituation);
        self.aspect(situation, &plan.situation, Clone::clone);
        let emergency = (PlanAspect::Emergency, Words::PlanLabelEmergency);
        self.aspect(emergency, &plan.emergency, Clone::clone);
    }

    /// The children the plan is for, each with a row of its own: Enter takes it in or out.
    fn children(&mut self) {
        let (scene, plan) = (self.scene, self.plan);
        let case = scene.case;
        let in_order = case.children_in_order();
        self.aspect((PlanAspect::Children, Words::PlanLabelChildren), &plan.children, |children| {
            let taken_in = in_order.iter().filter(|child| children.contains(child));
            let others = children.iter().filter(|child| !in_order.contains(child));
            let names: Vec<String> =
                taken_in.chain(others).map(|child| scene.person(*child)).collect();
            names.join(", ")
        });
        for child in in_order.iter().copied() {
            let is_in = self.now.children.contains(&child);
            let (sign, summary) = match is_in {
                true => (Sign::Done, Words::PlanChildIn),
                false => (Sign::Open, Words::PlanChildOut),
            };
            let label = scene.person(child);
            let line = Line::Child(self.id, child);
            let made = row(line, sign, label, scene.say(summary));
            self.rows.push(Row { indent: true, ..made });
        }
    }

    /// The safety plan inside a family plan.
    fn embedded(&mut self) {
        if self.kind != PlanKind::Family {
            return;
        }
        let scene = self.scene;
        let inside = self.now.embeds.and_then(|id| Some((id, scene.case.plans.get(&id)?)));
        let line = Line::Embedded(self.id);
        let label = scene.say(Words::PlanEmbeds);
        self.rows.push(match inside {
            Some((id, plan)) => {
                let lacks = !plan_missing(&plan.now(), PlanKind::Safety).is_empty();
                let sign = match (lacks, plan.newest()) {
                    (true, _) => Sign::Warning,
                    (false, None) => Sign::Open,
                    (false, Some(_)) => Sign::Done,
                };
                let to = RowKey::Plan(Line::Aspect(id, PlanAspect::Children));
                let summary = version_words(scene, plan);
                Row { action: Action::Go(to), ..row(line, sign, label, summary) }
            }
            None => row(line, Sign::Open, label, scene.say(Words::PlanEmbedsNone)),
        });
    }

    fn section(&mut self, section: PlanSection) {
        self.words_row(section);
        let ids: Vec<PartId> = self.now.of_section(section).map(|(id, _)| id).collect();
        for id in ids {
            if let Some(made) = self.part(id) {
                self.rows.push(made);
            }
        }
        let line = Line::New(self.id, section);
        let hint = self.scene.say(Words::PlanNewHint);
        let made = row(line, Sign::Plain, self.scene.say(new_words(section)), hint);
        self.rows.push(Row { indent: true, ..made });
    }

    /// The heading of a section, with the family's own words.
    fn words_row(&mut self, section: PlanSection) {
        let scene = self.scene;
        let held = self.plan.words.get(&section);
        let own = self.now.words.get(&section);
        let lacks = self.lacks.iter().any(|lack| lack.section == Some(section));
        let filled = own.is_some() || self.now.of_section(section).next().is_some();
        let sign = match held {
            Some(held) if held.is_disputed() => Sign::Dispute,
            Some(_) | None if lacks => Sign::Warning,
            Some(_) | None if filled => Sign::Done,
            Some(_) | None => Sign::Open,
        };
        let summary = match own {
            Some(own) => scene.say_with(Words::PlanWordsOfFamily, &[("words", own)]),
            None => scene.say(Words::PlanWordsNone),
        };
        let label = scene.say(section_words(section));
        let made = row(Line::Words(self.id, section), sign, label, summary);
        let call = Call::of(Purpose::PlanWords(self.id, section));
        let mut made = made.does(Action::Form(call));
        made.detail = match held {
            Some(held) if held.is_disputed() => readings(scene, held, Clone::clone),
            Some(held) => {
                held.stamp().map(|s| (Tone::Soft, scene.said_by(s))).into_iter().collect()
            }
            None => Vec::new(),
        };
        self.rows.push(made);
    }

    fn part(&self, id: PartId) -> Option<Row> {
        let scene = self.scene;
        let (told, part) = self.part_told(id)?;
        let held = self.plan.parts.get(&id)?;
        let lacks: Vec<&PlanLack> = self.lacks.iter().filter(|l| l.part == Some(id)).collect();
        let sign = match (held.is_disputed(), lacks.is_empty()) {
            (true, _) => Sign::Dispute,
            (false, false) => Sign::Warning,
            (false, true) => Sign::Done,
        };
        let empty = told.summary.trim().is_empty();
        let mut detail: Vec<(Tone, String)> =
            told.lines(scene.words).into_iter().map(|line| (Tone::Body, line)).collect();
        if let Some(from) = origin_words(scene, part) {
            detail.push((Tone::Body, field_line(scene.words, Words::PlanFieldItem, &from)));
        }
        let broken = lacks.iter().map(|l| (Tone::Warning, lack_words(scene.words, l.rule)));
        detail.extend(broken);
        match held.stamp() {
            Some(_) if held.is_disputed() => {
                detail.push((Tone::Body, String::new()));
                detail.extend(readings(scene, held, |reading| part_words(scene, reading.as_ref())));
            }
            Some(stamp) => detail.push((Tone::Soft, scene.said_by(stamp))),
            None => {}
        }
        let summary = if empty { scene.say(Words::PlanNobodyYet) } else { told.summary };
        let made = row(Line::Part(self.id, id), sign, told.label, summary).indented();
        let call = Call::of(Purpose::PlanPart(self.id, id, part.section()));
        Some(Row { detail, ..made.does(Action::Form(call)) })
    }

    fn adoption(&mut self) {
        let scene = self.scene;
        let next = self.plan.next_number().to_string();
        let changes = self.plan.changes();
        let newest = self.plan.newest();
        let same = newest.filter(|_| changes.is_empty()).map(|(number, _)| number.to_string());
        let (sign, summary) = if let Some(number) = same {
            (Sign::Done, scene.say_with(Words::PlanAdoptSame, &[("number", &number)]))
        } else if self.now.disputed > 0 {
            (Sign::Dispute, scene.say(Words::PlanAdoptDisputed))
        } else if self.lacks.is_empty() {
            (Sign::Open, scene.say_with(Words::PlanAdoptReady, &[("number", &next)]))
        } else {
            (Sign::Open, scene.say(Words::PlanAdoptLacks))
        };
        self.rows.push(row(Line::Adopt(self.id), sign, scene.say(Words::PlanAdopt), summary));
        if let Some((number, version)) = newest {
            let old = &version.content;
            self.rows.push(versions::changes_row(scene, (self.id, number), (old, &self.now)));
        }
    }

    fn others(&mut self, plans: &[(PlanId, &Plan)]) {
        let scene = self.scene;
        for (id, plan) in plans.iter().filter(|(id, _)| *id != self.id) {
            let kind = plan.kind().unwrap_or(PlanKind::Safety);
            let line = Line::Other(self.id, *id);
            let label = scene.say(kind_words(kind));
            self.rows.push(row(line, Sign::Plain, label, version_words(scene, plan)));
        }
        for kind in [PlanKind::Safety, PlanKind::Family] {
            if plans.iter().all(|(_, plan)| plan.kind() != Some(kind)) {
                self.rows.push(begin(scene, kind));
            }
        }
    }
}

/// How far a plan is: its version, or that it is a draft.
pub(super) fn version_words(scene: &Scene<'_>, plan: &Plan) -> String {
    match plan.newest() {
        Some((number, version)) => {
            let (number, day) = (number.to_string(), scene.day(version.on));
            scene.say_with(Words::PlanHeadVersion, &[("number", &number), ("day", &day)])
        }
        None => scene.say(Words::PlanHeadNoVersion),
    }
}

/// A part, or that it was removed.
fn part_words(scene: &Scene<'_>, part: Option<&PlanPart>) -> String {
    let Some(part) = part else { return scene.say(Words::PlanChangeRemoved) };
    let told = told(scene, part, 1);
    let fields = told.lines(scene.words);
    [vec![told.summary], fields].concat().join(" · ")
}

/// The answer of an assessment that a danger came from.
fn origin_words(scene: &Scene<'_>, part: &PlanPart) -> Option<String> {
    let PlanPart::Danger { item: Some((sheet, place)), .. } = part else { return None };
    Some(super::origin::words(scene, *sheet, place))
}

/// When the plan is looked at again, and how long that is.
#[must_use]
pub fn review_words(words: &Text, review: &PlanReview, today: crate::domain::time::Day) -> String {
    let day = dates::long_day(review.day, words);
    let said = |key: Words| words.with(key, &[("day", (&day).into())]);
    let day = match review.day.cmp(&today) {
        std::cmp::Ordering::Less => said(Words::PlanReviewPast),
        std::cmp::Ordering::Equal => said(Words::PlanReviewToday),
        std::cmp::Ordering::Greater => day,
    };
    if review.who.trim().is_empty() {
        return day;
    }
    let who = crate::text::SafeText::new(&review.who);
    words.with(Words::PlanReview, &[("day", (&day).into()), ("who", (&who).into())])
}

/// With whom it was made; why not, when that was said.
#[must_use]
pub fn made_with_words(words: &Text, made: &MadeWith) -> String {
    let parents = answer_words(words, Some(made.parents));
    let network = answer_words(words, Some(made.network));
    let args = [("parents", Arg::Words(parents)), ("network", Arg::Words(network))];
    let said = words.with(Words::PlanMadeWith, &args);
    if made.why_not.trim().is_empty() { said } else { format!("{said} · {}", made.why_not) }
}
