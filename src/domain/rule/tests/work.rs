//! The rows of assessments and plans.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::super::Rule;
use super::stage::*;
use super::table::{Pair, Row, row};
use crate::domain::fact::Fact;
use crate::domain::id::{PartId, PlanId, SheetId};
use crate::domain::person::Answer;
use crate::domain::safety_plan::{PlanKind, PlanPart, PlanSection, Signer, Signing};
use crate::domain::sheet::{
    AnswerPlace, AnswerValue, Conclusion, Given, ItemAnswer, Risk, Safety, SheetUse,
};

fn answer(sheet: SheetId, value: AnswerValue, place: AnswerPlace) -> Fact {
    let answers = vec![ItemAnswer { place, given: Some(Given::plain(value)) }];
    Fact::SheetAnswered { sheet, answers }
}

pub fn sheet_rows() -> Vec<Row> {
    let stage = || Stage::ready().with(sheet_opened());
    let yes = || AnswerValue::YesNo(Answer::Yes);
    let other = Fact::SheetOpened {
        sheet: SHEET,
        form: crate::domain::sheet::FormRef { version: 2, ..form() },
        used_for: SheetUse::Assessment,
        trigger: String::new(),
    };
    let place = || AnswerPlace::of_case("violence");
    vec![
        row(
            "a sheet that is there",
            (Rule::SheetKnown, "sheet"),
            (stage(), answer(SHEET, yes(), place())),
            (stage(), answer(SheetId([61; 16]), yes(), place())),
        ),
        row(
            "a sheet keeps its form",
            (Rule::SheetKeepsForm, "form"),
            (stage(), sheet_opened()),
            (stage(), other),
        ),
        row(
            "answers are about persons that are there",
            (Rule::PersonKnown, "answers"),
            (stage(), answer(SHEET, yes(), AnswerPlace::of_person("afraid", CHILD))),
            (stage(), answer(SHEET, yes(), AnswerPlace::of_person("afraid", NOBODY))),
        ),
        row(
            "an answer is a person that is there",
            (Rule::PersonKnown, "answers"),
            (stage(), answer(SHEET, AnswerValue::Person(PARENT), place())),
            (stage(), answer(SHEET, AnswerValue::Person(NOBODY), place())),
        ),
    ]
}

fn conclude(change: impl Fn(&mut Conclusion)) -> Pair {
    let stage = Stage::ready().with(sheet_opened());
    let mut told = conclusion(Safety::Unsafe);
    change(&mut told);
    (stage, Fact::SheetConcluded { sheet: SHEET, conclusion: Box::new(told) })
}

pub fn conclusion_rows() -> Vec<Row> {
    let good = || conclude(|_| {});
    let milder = |told: &mut Conclusion| told.safety = Safety::Safe;
    let why = "de dreiging is weg".to_owned();
    let explained = conclude(|told| {
        milder(told);
        told.override_reason.clone_from(&why);
    });
    let rule = (Rule::OverrideReason, "override_reason");
    vec![
        row("15: reasons, whatever the points", (Rule::ConclusionReasons, "reasons"), good(), {
            conclude(|told| told.reasons = "\t".to_owned())
        }),
        row(
            "15: no points are needed to conclude",
            (Rule::ConclusionReasons, "reasons"),
            conclude(|told| told.proposed_safety = None),
            conclude(|told| {
                told.proposed_safety = None;
                told.reasons = String::new();
            }),
        ),
        row("15: otherwise than proposed, with why", rule, explained, conclude(milder)),
        row(
            "15: the same for risk",
            rule,
            conclude(|told| told.proposed_risk = Some(Risk::Medium)),
            conclude(|told| told.proposed_risk = Some(Risk::High)),
        ),
        row(
            "a conclusion holds on its day",
            (Rule::ValidUntilAhead, "valid_until"),
            conclude(|told| told.valid_until = day("2026-10-07")),
            conclude(|told| told.valid_until = day("2026-10-06")),
        ),
        row("it was concluded", (Rule::DayNotFuture, "concluded_at"), good(), {
            conclude(|told| told.concluded_at = at("2026-10-07", 10))
        }),
    ]
}

pub fn plan_rows() -> Vec<Row> {
    let stage = Stage::planned;
    let words = |plan| Fact::PlanWords {
        plan,
        section: PlanSection::Dangers,
        words: "Het moet anders.".to_owned(),
    };
    let other = PlanId([70; 16]);
    let opened = |kind, embeds| Fact::PlanOpened { plan: PLAN, kind, embeds };
    let embedding =
        |embeds| Fact::PlanOpened { plan: other, kind: PlanKind::Family, embeds: Some(embeds) };
    let ordered = |order: PartId| Fact::PlanOrdered {
        plan: PLAN,
        section: PlanSection::Agreements,
        order: vec![order],
    };
    let child = |child| {
        part(
            PartId([80; 16]),
            PlanPart::ChildVersion { child: Some(child), text: "papa slaat niet".to_owned() },
        )
    };
    vec![
        row(
            "a plan that is there",
            (Rule::PlanKnown, "plan"),
            (stage(), words(PLAN)),
            (stage(), words(other)),
        ),
        row(
            "the plan inside is there",
            (Rule::PlanKnown, "embeds"),
            (stage(), embedding(PLAN)),
            (stage(), embedding(other)),
        ),
        row(
            "a plan keeps its kind",
            (Rule::PlanKeepsKind, "kind"),
            (stage(), opened(PlanKind::Safety, None)),
            (stage(), opened(PlanKind::Family, None)),
        ),
        row(
            "a part that is there",
            (Rule::PartKnown, "order"),
            (stage(), ordered(AGREEMENT)),
            (stage(), ordered(PartId([81; 16]))),
        ),
        row(
            "remove what is there",
            (Rule::PartKnown, "part"),
            (stage(), removed(ALARM)),
            (stage(), removed(PartId([81; 16]))),
        ),
        row(
            "the child of a version",
            (Rule::PersonKnown, "child"),
            (stage(), child(CHILD)),
            (stage(), child(NOBODY)),
        ),
        row(
            "10: a scale of ten",
            (Rule::ScaleInRange, "scale_now"),
            (stage(), danger("rust", Some(0), Some(10))),
            (stage(), danger("rust", Some(11), Some(10))),
        ),
    ]
}

pub fn adoption_rows() -> Vec<Row> {
    let good = || {
        let stage = Stage::planned();
        let fact = adoption(&stage, 1);
        (stage, fact)
    };
    let second = |number| {
        let stage = Stage::adopted();
        let fact = adoption(&stage, number);
        (stage, fact)
    };
    let changed = || {
        let (stage, fact) = good();
        (stage.with(agreement("moeder", "oma")), fact)
    };
    let mut disputed = Stage::planned();
    disputed.tell(review("Bo"));
    // Told without knowing of the first: two readings stand.
    if let Some(event) = disputed.events.last_mut() {
        event.header.replaces.clear();
    }
    let fact = adoption(&disputed, 1);
    let line = (Rule::PlanNeedsBottomLine, "plan");
    vec![
        row("versions follow", (Rule::NextVersion, "number"), second(2), second(3)),
        row("what stands is adopted", (Rule::PlanAsItStands, "events"), good(), changed()),
        row("without two readings", (Rule::PlanSettled, "plan"), good(), (disputed, fact)),
        row("8: with a bottom line", line, good(), adopting(removed(LINE))),
        row("9: somebody reviews", (Rule::PlanNeedsReview, "plan"), good(), adopting(review(""))),
        row("9: an alarm route", (Rule::PlanNeedsAlarm, "plan"), good(), adopting(removed(ALARM))),
        row("9: that calls somebody", (Rule::PlanNeedsAlarm, "plan"), good(), adopting(alarm(""))),
        row("adopted on a day that came", (Rule::DayNotFuture, "on"), good(), {
            let (stage, fact) = good();
            let Fact::PlanAdopted { plan, number, events, .. } = fact else { return vec![] };
            let on = day("2026-10-08");
            (stage, Fact::PlanAdopted { plan, number, on, events })
        }),
    ]
}

pub fn agreement_rows() -> Vec<Row> {
    let good = || adopting(review("An"));
    let owner = (Rule::PlanNeedsOwner, "plan");
    let check = (Rule::PlanNeedsCheck, "plan");
    let scale = (Rule::DangerNeedsScale, "plan");
    let made = (Rule::PlanMadeWithFamily, "plan");
    vec![
        row("9: an owner", owner, good(), adopting(agreement("", "oma"))),
        row("9: who checks", check, good(), adopting(agreement("vader", ""))),
        row("9: how a bottom line is checked", check, good(), adopting(bottom_line(" "))),
        row("10: a goal", (Rule::DangerNeedsGoal, "plan"), good(), {
            adopting(danger("", Some(2), Some(7)))
        }),
        row("10: a scale now", scale, good(), adopting(danger("rust", None, Some(7)))),
        row("10: a scale wanted", scale, good(), adopting(danger("rust", Some(2), None))),
        row(
            "11: with the network, or why not",
            made,
            adopting(made_with(Answer::No, "er is niemand")),
            adopting(made_with(Answer::No, "")),
        ),
        row("11: not knowing is no yes", made, good(), adopting(made_with(Answer::Unknown, ""))),
    ]
}

pub fn signing_rows() -> Vec<Row> {
    let signed = Signing { signed_on: Some(day("2026-10-07")), ..Signing::default() };
    let by = |signer, number, signing: &Signing| {
        let signing = signing.clone();
        (Stage::adopted(), Fact::PlanSigned { plan: PLAN, number, signer, signing })
    };
    let parent = Signer::Person(PARENT);
    let good = || by(parent, 1, &signed);
    let refused = Signing { refused: "niet mee eens".to_owned(), ..Signing::default() };
    let ahead = Signing { signed_on: Some(day("2026-10-08")), ..Signing::default() };
    vec![
        row("a version that is there", (Rule::VersionKnown, "number"), good(), {
            by(parent, 2, &signed)
        }),
        row("a signer that is there", (Rule::SignerKnown, "signer"), good(), {
            by(Signer::Person(NOBODY), 1, &signed)
        }),
        row("signed or why not", (Rule::SignatureOrReason, "signing"), by(parent, 1, &refused), {
            by(parent, 1, &Signing::default())
        }),
        row("it was signed", (Rule::DayNotFuture, "signed_on"), good(), by(parent, 1, &ahead)),
    ]
}
