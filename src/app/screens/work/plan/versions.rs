//! Adopted versions of a plan: who adopted and signed them, and what differs between two.
//!
//! Deliberately absent: adopting and signing themselves (`deeds`, and the form of a signature).

use super::Line;
use super::rows::{made_with_words, readings, review_words, row};
use super::shown::{Told, field_line, kind_words, section_words, told};
use crate::app::page::Tone;
use crate::app::screens::sheet::Purpose;
use crate::app::screens::work::content::{Action, Call, Row, Scene, Sign};
use crate::app::screens::work::sign::{Signed, Waiting};
use crate::domain::case::{Change, Plan, PlanContent, PlanVersion};
use crate::domain::id::{PartId, PlanId};
use crate::domain::safety_plan::{PlanAspect, PlanPart, PlanSection, Signer, Signing};
use crate::domain::slot::Held;
use crate::domain::time::Day;
use crate::text::Key as Words;

/// The rows of the versions, the newest first with its signatures.
#[must_use]
pub fn rows(scene: &Scene<'_>, id: PlanId, plan: &Plan) -> Vec<Row> {
    let mut rows = Vec::new();
    let newest = plan.versions.keys().next_back().copied();
    for (number, held) in plan.versions.iter().rev() {
        let before = plan.versions.range(..*number).next_back();
        let before = before.and_then(|(_, held)| held.shown()).map(|version| &version.content);
        rows.extend(version_row(scene, (id, *number), held, before));
        if Some(*number) == newest {
            rows.extend(signature_rows(scene, (id, *number), plan));
        }
    }
    rows
}

fn version_row(
    scene: &Scene<'_>,
    (id, number): (PlanId, u16),
    held: &Held<PlanVersion>,
    before: Option<&PlanContent>,
) -> Option<Row> {
    let (event, stamp, version) = held.heads().next()?;
    let day = scene.day(version.on);
    let who = scene.name_of(stamp.author);
    let adopted = scene.say_with(Words::PlanVersionAdopted, &[("day", &day), ("who", who)]);
    let seconds = scene.case.countersigned.get(event);
    let names: Vec<&str> =
        seconds.into_iter().flat_map(|s| s.keys()).map(|staff| scene.name_of(*staff)).collect();
    let second = if names.is_empty() {
        scene.say(Words::PlanVersionWaits)
    } else {
        scene.say_with(Words::PlanVersionSecond, &[("who", &names.join(", "))])
    };
    let sign = match (held.is_disputed(), version.is_whole(), names.is_empty()) {
        (true, _, _) => Sign::Dispute,
        (false, false, _) => Sign::Warning,
        (false, true, true) => Sign::Open,
        (false, true, false) => Sign::Done,
    };
    let label = scene.say_with(Words::PlanVersion, &[("number", &number.to_string())]);
    let mut made = row(Line::Version(id, number), sign, label, format!("{adopted} · {second}"));
    made.action = Action::Nothing;
    if names.is_empty() {
        let waiting = Waiting { event: *event, author: stamp.author, what: Signed::Plan };
        made.action = Action::Sign(waiting);
    }
    if held.is_disputed() {
        made.detail = readings(scene, held, |version| scene.day(version.on));
    }
    if !version.is_whole() {
        made.detail.push((Tone::Warning, scene.say(Words::PlanVersionNotWhole)));
    }
    let nothing = PlanContent::default();
    made.detail.extend(differences(scene, before.unwrap_or(&nothing), &version.content));
    Some(made)
}

/// Who can sign a version: the persons of the case but for those who reported, and the network.
#[must_use]
pub fn signers(scene: &Scene<'_>, content: &PlanContent) -> Vec<(Signer, String)> {
    let persons = scene.case.standing_persons().into_iter();
    let persons = persons
        .filter(|(_, person)| person.protected_by.is_none())
        .map(|(id, _)| (Signer::Person(id), scene.person(id)));
    let network = content
        .of_section(PlanSection::Network)
        .map(|(id, part)| (Signer::Network(id), told(scene, part, 1).label));
    persons.chain(network).collect()
}

fn signature_rows(scene: &Scene<'_>, (id, number): (PlanId, u16), plan: &Plan) -> Vec<Row> {
    let Some(version) = plan.versions.get(&number).and_then(Held::shown) else { return Vec::new() };
    let signature = |(signer, name): (Signer, String)| {
        let held = plan.signatures.get(&(number, signer));
        let (sign, summary) = match held.and_then(Held::shown) {
            Some(signing) => signing_words(scene, signing),
            None => (Sign::Open, scene.say(Words::PlanNotSigned)),
        };
        let disputed = held.filter(|held| held.is_disputed());
        let sign = if disputed.is_some() { Sign::Dispute } else { sign };
        let call = Call::of(Purpose::PlanSigning(id, number, signer));
        let made = row(Line::Signature(id, number, signer), sign, name, summary).indented();
        let mut made = made.does(Action::Form(call));
        let readings = disputed.map(|held| readings(scene, held, |s| signing_words(scene, s).1));
        made.detail.extend(readings.into_iter().flatten());
        made
    };
    signers(scene, &version.content).into_iter().map(signature).collect()
}

/// The first signature under the newest version that is still to be given, or its reason.
#[must_use]
pub fn first_unsigned(scene: &Scene<'_>, id: PlanId) -> Option<Line> {
    let plan = scene.case.plans.get(&id)?;
    let (number, version) = plan.newest()?;
    let all = signers(scene, &version.content);
    let open = |signer: &Signer| {
        plan.signing(number, *signer)
            .is_none_or(|signing| signing.signed_on.is_none() && signing.refused.trim().is_empty())
    };
    let first = all.iter().map(|(signer, _)| *signer).find(open);
    let signer = first.or_else(|| all.first().map(|(signer, _)| *signer))?;
    Some(Line::Signature(id, number, signer))
}

fn signing_words(scene: &Scene<'_>, signing: &Signing) -> (Sign, String) {
    let on = |key: Words, day| scene.say_with(key, &[("day", &scene.day(day))]);
    let refused = signing.refused.trim();
    let (sign, signed) = match signing.signed_on {
        Some(day) => (Sign::Done, on(Words::PlanSigned, day)),
        None if !refused.is_empty() => {
            (Sign::Warning, scene.say_with(Words::PlanRefused, &[("why", refused)]))
        }
        None => (Sign::Open, scene.say(Words::PlanNotSigned)),
    };
    let copy = match signing.copy_given_on {
        Some(day) => on(Words::PlanCopyGiven, day),
        None => scene.say(Words::PlanNoCopy),
    };
    (sign, format!("{signed} · {copy}"))
}

/// The row of what differs between the newest version and what stands now.
#[must_use]
pub fn changes_row(
    scene: &Scene<'_>,
    (id, number): (PlanId, u16),
    (old, new): (&PlanContent, &PlanContent),
) -> Row {
    let count = new.changes_since(old).len();
    let summary = if count == 0 {
        scene.say(Words::PlanChangesNone)
    } else {
        scene.words.count(Words::PlanChangesCount, count)
    };
    let label = scene.say_with(Words::PlanChanges, &[("number", &number.to_string())]);
    let mut made = row(Line::Changes(id), Sign::Plain, label, summary);
    made.action = Action::Nothing;
    made.detail = differences(scene, old, new);
    made
}

/// What differs between two contents, in words, in the order of the paper.
#[must_use]
pub fn differences(scene: &Scene<'_>, old: &PlanContent, new: &PlanContent) -> Vec<(Tone, String)> {
    let mut lines = Vec::new();
    for change in new.changes_since(old) {
        lines.push((Tone::Body, String::new()));
        let between = Between { scene, old, new };
        lines.extend(match change {
            Change::Opening => between.opening(),
            Change::Aspect(aspect) => between.aspect(aspect),
            Change::Words(section) => between.words(section),
            Change::Added(section, part) => between.whole(section, part, new),
            Change::Removed(section, part) => between.whole(section, part, old),
            Change::Altered(section, part) => between.altered(section, part),
            Change::Reordered(section) => {
                let moved = scene.say(Words::PlanChangeMoved);
                vec![(Tone::Heading, scene.say(section_words(section))), (Tone::Body, moved)]
            }
        });
    }
    lines
}

/// Two contents of one plan.
struct Between<'a> {
    scene: &'a Scene<'a>,
    old: &'a PlanContent,
    new: &'a PlanContent,
}

impl Between<'_> {
    /// `was: …` and `is now: …`; a side that says nothing is left out.
    fn was_is(&self, was: &str, is: &str) -> Vec<(Tone, String)> {
        let words = self.scene.words;
        let side = |tone, key, value: &str| {
            (!value.trim().is_empty()).then(|| (tone, field_line(words, key, value)))
        };
        let was = side(Tone::Soft, Words::PlanChangeWas, was);
        was.into_iter().chain(side(Tone::Body, Words::PlanChangeIs, is)).collect()
    }

    fn headed(&self, heading: Words, lines: Vec<(Tone, String)>) -> Vec<(Tone, String)> {
        let mut all = vec![(Tone::Heading, self.scene.say(heading))];
        all.extend(lines);
        all
    }

    fn opening(&self) -> Vec<(Tone, String)> {
        let kind = |content: &PlanContent| {
            content.kind.map(|kind| self.scene.say(kind_words(kind))).unwrap_or_default()
        };
        let (was, is) = (kind(self.old), kind(self.new));
        if was == is {
            return vec![(Tone::Heading, self.scene.say(Words::PlanEmbeds))];
        }
        self.was_is(&was, &is)
    }

    fn aspect(&self, aspect: PlanAspect) -> Vec<(Tone, String)> {
        let (label, _) = aspect_told(self.scene, self.new, aspect);
        let value = |content| aspect_told(self.scene, content, aspect).1;
        self.headed(label, self.was_is(&value(self.old), &value(self.new)))
    }

    fn words(&self, section: PlanSection) -> Vec<(Tone, String)> {
        let own = |content: &PlanContent| content.words.get(&section).cloned().unwrap_or_default();
        self.headed(section_words(section), self.was_is(&own(self.old), &own(self.new)))
    }

    fn told(&self, content: &PlanContent, section: PlanSection, id: PartId) -> Option<Told> {
        let place = content.of_section(section).position(|(known, _)| known == id).unwrap_or(0);
        let part: &PlanPart = content.part(id)?;
        Some(told(self.scene, part, place + 1))
    }

    /// A part that was added or removed, whole.
    fn whole(&self, section: PlanSection, id: PartId, of: &PlanContent) -> Vec<(Tone, String)> {
        let Some(told) = self.told(of, section, id) else { return Vec::new() };
        let added = std::ptr::eq(of, self.new);
        let what = if added { Words::PlanChangeAdded } else { Words::PlanChangeRemoved };
        let heading = format!("{} · {}", told.label, self.scene.words.get(what));
        let tone = if added { Tone::Body } else { Tone::Soft };
        let mut lines = vec![(Tone::Heading, heading), (tone, told.summary.clone())];
        lines.extend(told.lines(self.scene.words).into_iter().map(|line| (tone, line)));
        lines
    }

    /// Only the fields of a part that differ.
    fn altered(&self, section: PlanSection, id: PartId) -> Vec<(Tone, String)> {
        let was = self.old.part(id).map(PlanPart::section).unwrap_or(section);
        let (was, is) = (self.told(self.old, was, id), self.told(self.new, section, id));
        let (Some(was), Some(is)) = (was, is) else { return Vec::new() };
        let mut lines = vec![(Tone::Heading, is.label.clone())];
        if was.label != is.label {
            lines.extend(self.was_is(&was.label, &is.label));
        }
        if was.summary != is.summary {
            lines.extend(self.was_is(&was.summary, &is.summary));
        }
        let value = |told: &Told, field: Words| {
            let found = told.fields.iter().find(|(known, _)| *known == field);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        let gone = was.fields.iter().filter(|(field, _)| value(&is, *field).is_empty());
        let fields = is.fields.iter().chain(gone).map(|(field, _)| *field);
        for field in fields {
            let (before, after) = (value(&was, field), value(&is, field));
            if before != after {
                lines.push((Tone::Body, self.scene.say(field)));
                lines.extend(self.was_is(&before, &after));
            }
        }
        lines
    }
}

/// The label and the value of an aspect.
fn aspect_told(scene: &Scene<'_>, content: &PlanContent, aspect: PlanAspect) -> (Words, String) {
    let words = scene.words;
    let day = |day| scene.day(day);
    match aspect {
        PlanAspect::Children => {
            let names = content.children.iter().map(|id| scene.person(*id));
            (Words::PlanLabelChildren, names.collect::<Vec<_>>().join(", "))
        }
        PlanAspect::Start => (Words::PlanLabelStart, content.start.map(day).unwrap_or_default()),
        PlanAspect::Review => {
            let review = content.review.as_ref();
            let said = review.map(|review| review_words(words, review, Day::MIN));
            (Words::PlanLabelReview, said.unwrap_or_default())
        }
        PlanAspect::MadeWith => {
            let made = content.made_with.as_ref().map(|made| made_with_words(words, made));
            (Words::PlanLabelMadeWith, made.unwrap_or_default())
        }
        PlanAspect::Situation => (Words::PlanLabelSituation, content.situation.clone()),
        PlanAspect::Emergency => (Words::PlanLabelEmergency, content.emergency.clone()),
        PlanAspect::Owner => (Words::PlanLabelOwner, content.owner.clone()),
    }
}
