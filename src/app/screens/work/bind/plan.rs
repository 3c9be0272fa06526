//! The forms of a plan and its facts, both ways: what stands fills the form in, what was changed
//! becomes a fact.
//!
//! Only what a person changed is recorded, so that two people who mend different things of one
//! plan do not contradict each other. Deliberately absent: which rows a plan shows, and what it
//! lacks.

use super::give::{Reader, Writer};
use crate::domain::person::Answer;
use crate::domain::safety_plan::{
    InterventionUrgency, LifeArea, MadeWith, Phase, PlanAspects, PlanPart, PlanReview, PlanSection,
    RuleKind, Signing,
};
use crate::form::Answers;

/// The form of the particulars of a plan.
pub const ABOUT: &str = "plan-about";
/// The form of the family's own words about a section.
pub const WORDS: &str = "plan-words";
/// The form of one signature.
pub const SIGNING: &str = "plan-signing";

const URGENCIES: [(&str, InterventionUrgency); 2] =
    [("planned", InterventionUrgency::Planned), ("emergency", InterventionUrgency::Emergency)];
const RULES: [(&str, RuleKind); 2] =
    [("contact", RuleKind::Contact), ("residence", RuleKind::Residence)];
const AREAS: [(&str, LifeArea); 8] = [
    ("home", LifeArea::Home),
    ("parenting", LifeArea::Parenting),
    ("health", LifeArea::Health),
    ("school", LifeArea::School),
    ("money", LifeArea::Money),
    ("network", LifeArea::Network),
    ("leisure", LifeArea::Leisure),
    ("safety", LifeArea::Safety),
];
const PHASES: [(&str, Phase); 3] =
    [("safety", Phase::Safety), ("causes", Phase::Causes), ("recovery", Phase::Recovery)];

/// The form of a part of this section.
#[must_use]
pub const fn form_of(section: PlanSection) -> &'static str {
    match section {
        PlanSection::Dangers => "plan-danger",
        PlanSection::BottomLines => "plan-bottom-line",
        PlanSection::Agreements => "plan-agreement",
        PlanSection::Interventions => "plan-intervention",
        PlanSection::Network => "plan-network",
        PlanSection::Alarm => "plan-alarm",
        PlanSection::Rules => "plan-rule",
        PlanSection::ChildVersions => "plan-child-version",
        PlanSection::Dissents => "plan-dissent",
        PlanSection::Goals => "plan-goal",
    }
}

/// A part as answers of its form.
#[must_use]
pub fn part_answers(part: &PlanPart) -> Answers {
    let mut to = Writer::default();
    match part {
        PlanPart::Danger { text, goal, scale_now, scale_wanted, item: _ } => {
            to.text("text", text).text("goal", goal);
            to.number("scale-now", *scale_now).number("scale-wanted", *scale_wanted);
        }
        PlanPart::BottomLine { text, minimum, check, consequence } => {
            to.text("text", text).text("minimum", minimum);
            to.text("check", check).text("consequence", consequence);
        }
        PlanPart::Agreement { what, who, when, checked_by } => {
            to.text("what", what).text("who", who);
            to.text("when", when).text("checked-by", checked_by);
        }
        PlanPart::Intervention { what, provider, start, end, urgency } => {
            to.text("what", what).text("provider", provider);
            to.day("start", *start).day("end", *end).option_of("urgency", urgency, &URGENCIES);
        }
        PlanPart::NetworkMember { name, role, phone, consents } => {
            to.text("name", name).text("role", role);
            to.text("phone", phone).answer("consents", *consents);
        }
        PlanPart::AlarmStep { sign, caller, called, number } => {
            to.text("sign", sign).text("caller", caller);
            to.text("called", called).text("number", number);
        }
        PlanPart::Rule { kind, text } => {
            to.option_of("kind", kind, &RULES).text("text", text);
        }
        PlanPart::ChildVersion { child, text } => {
            to.person("child", *child).text("text", text);
        }
        PlanPart::Dissent { who, text } => {
            to.text("who", who).text("text", text);
        }
        PlanPart::Goal { area, phase, now, goal, action, who, when, checked_by } => {
            to.option_of("area", area, &AREAS).option_of("phase", phase, &PHASES);
            to.text("now", now).text("goal", goal).text("action", action);
            to.text("who", who).text("when", when).text("checked-by", checked_by);
        }
    }
    to.answers()
}

/// The part that the answers of its form say. What the form does not ask (the assessment item a
/// danger came from) is kept from `old`.
#[must_use]
pub fn part_of(section: PlanSection, answers: &Answers, old: Option<&PlanPart>) -> PlanPart {
    let from = Reader(answers);
    match section {
        PlanSection::Dangers => PlanPart::Danger {
            text: from.text("text"),
            goal: from.text("goal"),
            scale_now: from.number("scale-now"),
            scale_wanted: from.number("scale-wanted"),
            item: match old {
                Some(PlanPart::Danger { item, .. }) => item.clone(),
                Some(_) | None => None,
            },
        },
        PlanSection::BottomLines => PlanPart::BottomLine {
            text: from.text("text"),
            minimum: from.text("minimum"),
            check: from.text("check"),
            consequence: from.text("consequence"),
        },
        PlanSection::Agreements => PlanPart::Agreement {
            what: from.text("what"),
            who: from.text("who"),
            when: from.text("when"),
            checked_by: from.text("checked-by"),
        },
        PlanSection::Interventions => PlanPart::Intervention {
            what: from.text("what"),
            provider: from.text("provider"),
            start: from.day("start"),
            end: from.day("end"),
            urgency: from.option_of("urgency", &URGENCIES).unwrap_or(InterventionUrgency::Planned),
        },
        PlanSection::Network => PlanPart::NetworkMember {
            name: from.text("name"),
            role: from.text("role"),
            phone: from.text("phone"),
            consents: from.answer("consents"),
        },
        PlanSection::Alarm => PlanPart::AlarmStep {
            sign: from.text("sign"),
            caller: from.text("caller"),
            called: from.text("called"),
            number: from.text("number"),
        },
        PlanSection::Rules => PlanPart::Rule {
            kind: from.option_of("kind", &RULES).unwrap_or(RuleKind::Contact),
            text: from.text("text"),
        },
        PlanSection::ChildVersions => {
            PlanPart::ChildVersion { child: from.person("child"), text: from.text("text") }
        }
        PlanSection::Dissents => {
            PlanPart::Dissent { who: from.text("who"), text: from.text("text") }
        }
        PlanSection::Goals => goal_of(&from),
    }
}

fn goal_of(from: &Reader<'_>) -> PlanPart {
    PlanPart::Goal {
        area: from.option_of("area", &AREAS).unwrap_or(LifeArea::Safety),
        phase: from.option_of("phase", &PHASES).unwrap_or(Phase::Safety),
        now: from.text("now"),
        goal: from.text("goal"),
        action: from.text("action"),
        who: from.text("who"),
        when: from.text("when"),
        checked_by: from.text("checked-by"),
    }
}

/// The particulars of a plan as answers: what stands, aspect by aspect.
#[must_use]
pub fn about_answers(stands: &PlanAspects) -> Answers {
    let mut to = Writer::default();
    to.text("owner", stands.owner.as_deref().unwrap_or_default()).day("start", stands.start);
    if let Some(review) = &stands.review {
        to.day("review-day", Some(review.day)).text("review-who", &review.who);
    }
    if let Some(made) = &stands.made_with {
        to.answer("with-parents", Some(made.parents)).answer("with-network", Some(made.network));
        to.text("why-not", &made.why_not);
    }
    to.text("situation", stands.situation.as_deref().unwrap_or_default());
    to.text("emergency", stands.emergency.as_deref().unwrap_or_default());
    to.answers()
}

/// The aspects that the answers change against what stood when the form was opened. A text that
/// was emptied is recorded as empty; a day cannot be unsaid, only changed.
#[must_use]
pub fn about_changes(stood: &PlanAspects, answers: &Answers) -> PlanAspects {
    let from = Reader(answers);
    let words = |item: &str, before: Option<&String>| {
        let now = from.text(item);
        (now != before.cloned().unwrap_or_default()).then_some(now)
    };
    let review = from.day("review-day").map(|day| PlanReview { day, who: from.text("review-who") });
    let parents = from.answer("with-parents");
    let network = from.answer("with-network");
    let why_not = from.text("why-not");
    let said = parents.is_some() || network.is_some() || !why_not.is_empty();
    let made_with = said.then(|| MadeWith {
        parents: parents.unwrap_or(Answer::Unknown),
        network: network.unwrap_or(Answer::Unknown),
        why_not,
    });
    PlanAspects {
        children: None,
        start: from.day("start").filter(|day| stood.start != Some(*day)),
        review: review.filter(|review| stood.review.as_ref() != Some(review)),
        made_with: made_with.filter(|made| stood.made_with.as_ref() != Some(made)),
        situation: words("situation", stood.situation.as_ref()),
        emergency: words("emergency", stood.emergency.as_ref()),
        owner: words("owner", stood.owner.as_ref()),
    }
}

/// The family's own words as the answer of their form.
#[must_use]
pub fn words_answers(words: &str) -> Answers {
    let mut to = Writer::default();
    to.text("words", words);
    to.answers()
}

/// The family's own words, as answered.
#[must_use]
pub fn words_of(answers: &Answers) -> String {
    Reader(answers).text("words")
}

/// A signature as answers.
#[must_use]
pub fn signing_answers(signing: &Signing) -> Answers {
    let mut to = Writer::default();
    to.day("signed-on", signing.signed_on).text("refused", &signing.refused);
    to.day("copy-given-on", signing.copy_given_on);
    to.answers()
}

/// A signature, as answered.
#[must_use]
pub fn signing_of(answers: &Answers) -> Signing {
    let from = Reader(answers);
    Signing {
        signed_on: from.day("signed-on"),
        refused: from.text("refused"),
        copy_given_on: from.day("copy-given-on"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::domain::id::{PersonId, SheetId};
    use crate::domain::sheet::AnswerPlace;
    use crate::domain::time::PartialDate;
    use crate::form::{Library, fits};

    fn day(text: &str) -> crate::domain::time::Day {
        match PartialDate::parse(text) {
            Some(PartialDate::Day(day)) => day,
            other => unreachable!("{other:?}"),
        }
    }

    /// One part of every kind, with every field filled in.
    fn parts() -> Vec<PlanPart> {
        let w = |text: &str| text.to_owned();
        vec![
            PlanPart::Danger {
                text: w("gevaar"),
                goal: w("doel"),
                scale_now: Some(2),
                scale_wanted: Some(10),
                item: Some((SheetId([4; 16]), AnswerPlace::of_case("violence"))),
            },
            PlanPart::BottomLine {
                text: w("a"),
                minimum: w("b"),
                check: w("c"),
                consequence: w("d\ne"),
            },
            PlanPart::Agreement { what: w("a"), who: w("b"), when: w("c"), checked_by: w("d") },
            PlanPart::Intervention {
                what: w("a"),
                provider: w("b"),
                start: Some(day("2026-03-01")),
                end: Some(day("2026-04-01")),
                urgency: InterventionUrgency::Emergency,
            },
            PlanPart::NetworkMember {
                name: w("a"),
                role: w("b"),
                phone: w("06-00000000"),
                consents: Some(Answer::Unknown),
            },
            PlanPart::AlarmStep { sign: w("a"), caller: w("b"), called: w("c"), number: w("112") },
            PlanPart::Rule { kind: RuleKind::Residence, text: w("a") },
            PlanPart::ChildVersion { child: Some(PersonId([1; 16])), text: w("a") },
            PlanPart::Dissent { who: w("a"), text: w("b") },
            PlanPart::Goal {
                area: LifeArea::Money,
                phase: Phase::Recovery,
                now: w("a"),
                goal: w("b"),
                action: w("c"),
                who: w("d"),
                when: w("e"),
                checked_by: w("f"),
            },
        ]
    }

    #[test]
    fn a_part_fills_its_form_in_and_is_read_back_whole() {
        for part in parts() {
            let answers = part_answers(&part);
            assert_eq!(part_of(part.section(), &answers, Some(&part)), part);
        }
    }

    #[test]
    fn every_answer_belongs_to_an_item_of_the_published_form() {
        let library = Library::published();
        let about = PlanAspects {
            children: None,
            start: Some(day("2026-03-01")),
            review: Some(PlanReview { day: day("2026-03-15"), who: "iedereen".into() }),
            made_with: Some(MadeWith {
                parents: Answer::Yes,
                network: Answer::No,
                why_not: "nog niet gevraagd".into(),
            }),
            situation: Some("a".into()),
            emergency: Some("b".into()),
            owner: Some("c".into()),
        };
        let signing = Signing {
            signed_on: Some(day("2026-03-02")),
            refused: "nee".into(),
            copy_given_on: Some(day("2026-03-03")),
        };
        let mut filled: Vec<(&str, Answers)> =
            parts().iter().map(|part| (form_of(part.section()), part_answers(part))).collect();
        filled.push((ABOUT, about_answers(&about)));
        filled.push((WORDS, words_answers("woorden")));
        filled.push((SIGNING, signing_answers(&signing)));
        for (id, answers) in filled {
            let form = library.newest(id).unwrap();
            assert_eq!(form.items().count(), answers.len(), "{id} asks what nobody binds");
            for (place, given) in &answers {
                let (_, item) = form.item(&place.item).unwrap();
                assert!(fits(item, &given.value), "{id}: {:?}", place.item);
            }
        }
    }

    #[test]
    fn only_what_was_changed_of_the_particulars_becomes_a_fact() {
        let stood = PlanAspects {
            owner: Some("A. de Wit".into()),
            situation: Some("rust".into()),
            ..PlanAspects::default()
        };
        let same = about_answers(&stood);
        assert_eq!(about_changes(&stood, &same), PlanAspects::default());
        let wanted = PlanAspects {
            owner: Some("A. de Wit".into()),
            situation: Some(String::new()),
            start: Some(day("2026-03-01")),
            ..PlanAspects::default()
        };
        let changed = about_changes(&stood, &about_answers(&wanted));
        let only = PlanAspects { owner: None, ..wanted };
        assert_eq!(changed, only);
    }
}
