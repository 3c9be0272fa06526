//! Invented casework after a report: triage, an assessment, a safety plan, and who signed.
//!
//! What must name an earlier fact (a signature, an adopted plan) is made in a second and third
//! round, from the case as it was folded by then. Deliberately absent: reports and persons.

use super::{Chance, Desk, Kind, story};
use crate::domain::case::Case;
use crate::domain::code::Nature;
use crate::domain::event::Draft;
use crate::domain::fact::Fact;
use crate::domain::id::{EventId, InquiryId, PartId, PersonId, PlanId, SheetId, StaffId};
use crate::domain::person::Answer;
use crate::domain::queue::Urgency;
use crate::domain::safety_plan::{
    InterventionUrgency, MadeWith, PlanAspects, PlanKind, PlanPart, PlanReview, PlanSection,
    Signer, Signing,
};
use crate::domain::sheet::{
    AnswerPlace, AnswerValue, Conclusion, Confidence, Given, ItemAnswer, Risk, Safety, SheetUse,
};
use crate::domain::time::{Day, Moment};
use crate::domain::triage::{
    Check, FamilyAnswer, FamilyContact, FollowUpBy, Inquiry, InquiryBasis, PersonInforming,
    ReporterTold, Seen, TriageAspects, TriageDecision, TriageOutcome, UrgencyJudged,
};
use std::collections::BTreeSet;

/// How many rounds [`next_round`] has.
pub const ROUNDS: u8 = 3;

/// About whom the casework is.
pub(super) struct Family {
    pub children: Vec<PersonId>,
    pub caregivers: Vec<PersonId>,
}

/// Triage, assessment and plan of a case, as far as its kind has come.
pub(super) fn begin(
    (chance, desk): (&mut Chance, &Desk),
    (kind, at): (Kind, Moment),
    family: &Family,
    say: &mut impl FnMut(Fact),
) {
    match kind {
        Kind::Waiting | Kind::Investigation | Kind::FollowUp => {
            triage((&mut *chance, desk), at, family, say);
            assessment((&mut *chance, desk), at, family, say);
            plan((&mut *chance, desk), at, family, say);
        }
        Kind::Acute => {
            say(noted(TriageAspects {
                urgency: Some(urgency(Urgency::Acute)),
                ..TriageAspects::default()
            }));
        }
        Kind::Neighbourhood => plan((chance, desk), at, family, say),
        Kind::Open | Kind::Overdue | Kind::Advice | Kind::Contact | Kind::Closed => {}
    }
}

/// What follows from a case as it was folded after the round before; each with its author.
#[must_use]
pub fn next_round(
    (case, kind, at): (&Case, Kind, Moment),
    desk: &Desk,
    (round, policy): (u8, &str),
) -> Vec<(StaffId, Draft)> {
    let mine =
        |fact: Fact| (desk.staff, Draft::replacing(case.id, fact.clone(), case.heads_for(&fact)));
    match round {
        1 => first_round((case, kind, at), policy).into_iter().map(mine).collect(),
        2 if matches!(kind, Kind::Investigation | Kind::FollowUp) => {
            let decisions = case.triage_decision.head_ids();
            let conclusions = case.sheets.values().flat_map(|sheet| sheet.conclusion.head_ids());
            let to_sign: Vec<EventId> = decisions.into_iter().chain(conclusions).collect();
            let sign = |staff: StaffId| {
                let fact = |event| Draft::new(case.id, Fact::Countersigned { event, staff });
                to_sign.iter().map(|event| (staff, fact(*event))).collect()
            };
            desk.colleague.map(sign).unwrap_or_default()
        }
        _other_kind_or_round => Vec::new(),
    }
}

fn first_round((case, kind, at): (&Case, Kind, Moment), policy: &str) -> Vec<Fact> {
    let mut facts = Vec::new();
    let outcome = match kind {
        Kind::Waiting | Kind::Investigation => Some(TriageOutcome::Investigate),
        Kind::FollowUp => Some(TriageOutcome::FollowUp(FollowUpBy::LocalField)),
        Kind::Open
        | Kind::Acute
        | Kind::Overdue
        | Kind::Advice
        | Kind::Neighbourhood
        | Kind::Contact
        | Kind::Closed => None,
    };
    if let Some(outcome) = outcome {
        let stays = outcome == TriageOutcome::Investigate;
        facts.push(Fact::TriageDecided {
            decision: Box::new(TriageDecision {
                outcome,
                reasons: story::REASONS.into(),
                receiver: if stays { String::new() } else { "Wijkteam Zwolle-Zuid".into() },
                reports: case.reports.keys().copied().collect(),
                decided_at: at.plus_hours(72),
                late_reason: String::new(),
                policy: policy.to_owned(),
            }),
        });
    }
    if matches!(kind, Kind::Investigation | Kind::FollowUp) {
        for (plan, held) in &case.plans {
            let events = held.standing_events();
            facts.push(Fact::PlanAdopted { plan: *plan, number: 1, on: day(at, 2), events });
            let children = case.child_ids();
            let persons = case.standing_persons().into_iter();
            let adults = persons
                .filter(|(id, person)| !children.contains(id) && person.protected_by.is_none());
            facts.extend(adults.take(2).map(|(person, _)| {
                let signing = Signing { signed_on: Some(day(at, 2)), ..Signing::default() };
                Fact::PlanSigned { plan: *plan, number: 1, signer: Signer::Person(person), signing }
            }));
        }
    }
    facts
}

fn triage(
    (chance, desk): (&mut Chance, &Desk),
    at: Moment,
    family: &Family,
    say: &mut impl FnMut(Fact),
) {
    let told =
        ReporterTold { on: Some(day(at, 1)), how: "telefonisch".into(), ..ReporterTold::default() };
    say(noted(TriageAspects {
        urgency: Some(urgency(Urgency::FiveDays)),
        earlier: Some(Check {
            found: Answer::No,
            words: "Geen eerdere meldingen gevonden.".into(),
        }),
        index: Some(Check {
            found: Answer::Yes,
            words: "Signaal van de school, contact opgenomen.".into(),
        }),
        family: Some(FamilyContact {
            on: Some(day(at, 1)),
            with: "beide ouders, op kantoor".into(),
            outcome: Some(chance.pick(&[FamilyAnswer::Accepts, FamilyAnswer::Minimises])),
            why_not: String::new(),
        }),
        expertise: Some(BTreeSet::new()),
        natures: Some(BTreeSet::from([Nature(chance.pick(&[1, 3, 4, 8]))])),
        analysis: Some(story::CONCERNS[chance.below(story::CONCERNS.len())].into()),
        reporter_told: Some(told),
    }));
    for child in &family.children {
        let seen = Seen {
            seen_on: Some(day(at, 1)),
            spoken_on: Some(day(at, 1)),
            by: desk.staff_name.clone(),
            why_not: String::new(),
            words: story::CHILD_WORDS[chance.below(story::CHILD_WORDS.len())].into(),
        };
        say(Fact::ChildSeen { child: *child, seen });
    }
    say(Fact::InformationAsked {
        inquiry: InquiryId(chance.bytes()),
        content: Some(Inquiry {
            whom: "Basisschool De Watertoren".into(),
            basis: InquiryBasis::Necessary,
            question: "Hoe gaat het in de klas, en is het kind vaak afwezig?".into(),
            asked_on: day(at, 0),
            answered_on: Some(day(at, 1)),
            answer: "Stil en vaak moe. Acht dagen afwezig sinds de zomer.".into(),
        }),
    });
    for person in &family.caregivers {
        let informing = PersonInforming::Told { on: day(at, 1), how: "in het gesprek".into() };
        say(Fact::PersonInformed { person: *person, informing });
    }
}

fn assessment(
    (chance, desk): (&mut Chance, &Desk),
    at: Moment,
    family: &Family,
    say: &mut impl FnMut(Fact),
) {
    let Some(instrument) = &desk.instrument else { return };
    let sheet = SheetId(chance.bytes());
    say(Fact::SheetOpened {
        sheet,
        form: instrument.form.clone(),
        used_for: SheetUse::Assessment,
        trigger: "report".into(),
    });
    let mut answers: Vec<ItemAnswer> = instrument
        .questions
        .iter()
        .map(|item| {
            let answer = chance.pick(&[Answer::No, Answer::No, Answer::Yes, Answer::Unknown]);
            given(AnswerPlace::of_case(&item.0), AnswerValue::YesNo(answer))
        })
        .collect();
    if let Some(scale) = &instrument.scale {
        let raters = family.children.iter().chain(&family.caregivers);
        answers.extend(raters.map(|rater| {
            let points = chance.pick(&["3", "4", "6", "7"]);
            let place = AnswerPlace::of_person(&scale.0, *rater);
            given(place, AnswerValue::Option(points.into()))
        }));
    }
    let unknown = answers
        .iter()
        .flat_map(|answer| &answer.given)
        .filter(|given| given.value == AnswerValue::YesNo(Answer::Unknown));
    let no_information = u16::try_from(unknown.count()).unwrap_or(u16::MAX);
    say(Fact::SheetAnswered { sheet, answers });
    say(Fact::SheetConcluded {
        sheet,
        conclusion: Box::new(Conclusion {
            safety: Safety::SafeWithPlan,
            risk: chance.pick(&[Risk::Medium, Risk::High]),
            reasons: story::REASONS.into(),
            confidence: Confidence::Medium,
            proposed_safety: None,
            proposed_risk: None,
            override_reason: String::new(),
            valid_until: day(at, 90),
            no_information,
            unanswered: 0,
            concluded_at: at.plus_hours(48),
        }),
    });
}

fn given(place: AnswerPlace, value: AnswerValue) -> ItemAnswer {
    ItemAnswer { place, given: Some(Given::plain(value)) }
}

fn plan(
    (chance, desk): (&mut Chance, &Desk),
    at: Moment,
    family: &Family,
    say: &mut impl FnMut(Fact),
) {
    let plan = PlanId(chance.bytes());
    say(Fact::PlanOpened { plan, kind: PlanKind::Safety, embeds: None });
    let why_not = String::new();
    say(Fact::PlanDescribed {
        plan,
        aspects: Box::new(PlanAspects {
            children: Some(family.children.iter().copied().collect()),
            start: Some(day(at, 1)),
            review: Some(PlanReview { day: day(at, 30), who: desk.staff_name.clone() }),
            made_with: Some(MadeWith { parents: Answer::Yes, network: Answer::Yes, why_not }),
            situation: Some(story::SITUATION.into()),
            emergency: Some("Bel 112. Daarna Veilig Thuis: 0800-2000.".into()),
            owner: Some(desk.staff_name.clone()),
        }),
    });
    let words = story::FAMILY_WORDS.to_owned();
    say(Fact::PlanWords { plan, section: PlanSection::Dangers, words });
    for content in parts(family) {
        let content = Some(Box::new(content));
        say(Fact::PlanPartWritten { plan, part: PartId(chance.bytes()), content });
    }
}

fn parts(family: &Family) -> Vec<PlanPart> {
    let text = |words: &str| words.to_owned();
    let mut parts = vec![
        PlanPart::Danger {
            text: text("Als vader heeft gedronken, slaat hij. De kinderen zien en horen het."),
            goal: text("De kinderen zijn thuis als er niemand drinkt en niemand slaat."),
            scale_now: Some(3),
            scale_wanted: Some(8),
            item: None,
        },
        PlanPart::BottomLine {
            text: text("Vader is niet in huis als hij heeft gedronken."),
            minimum: text("elke dag"),
            check: text("Oma belt elke avond om 20.00 uur en spreekt de oudste."),
            consequence: text("De kinderen slapen bij oma en Veilig Thuis wordt gebeld."),
        },
        PlanPart::Agreement {
            what: text("De kinderen naar school brengen en halen"),
            who: text("Oma"),
            when: text("elke schooldag"),
            checked_by: text("de leerkracht"),
        },
        PlanPart::Intervention {
            what: text("Gesprekken over drinken en boosheid"),
            provider: text("Verslavingszorg"),
            start: None,
            end: None,
            urgency: InterventionUrgency::Planned,
        },
        PlanPart::NetworkMember {
            name: text("Oma Reiger"),
            role: text("belt elke avond, bed voor de kinderen"),
            phone: text("06-00000017"),
            consents: Some(Answer::Yes),
        },
        PlanPart::AlarmStep {
            sign: text("Vader komt dronken thuis of belt niet terug"),
            caller: text("Moeder of de oudste"),
            called: text("Oma, daarna Veilig Thuis"),
            number: text("0800-2000"),
        },
    ];
    parts.extend(family.children.first().map(|child| PlanPart::ChildVersion {
        child: Some(*child),
        text: text("Als papa boos is, ga ik naar mijn kamer en bel ik oma. Dat mag altijd."),
    }));
    parts
}

fn noted(aspects: TriageAspects) -> Fact {
    Fact::TriageNoted { aspects: Box::new(aspects) }
}

fn urgency(urgency: Urgency) -> UrgencyJudged {
    UrgencyJudged { urgency, why: "Zie het verhaal van de melder.".into() }
}

/// The day some days after a moment.
fn day(at: Moment, days: i64) -> Day {
    at.plus_hours(24 * days).day()
}
