//! What holds for plans and assessments, typed with keys and folded from facts.

use super::stage::{CASE, CHILDREN, FAMILY, PLAN, Stage, Story, bottom_line, danger, day};
use beschermd::app::Effect;
use beschermd::app::chord::{Chord, Key};
use beschermd::app::model::{Overlay, Place};
use beschermd::app::screens::compare::{self, Line};
use beschermd::app::screens::work::plan::deeds;
use beschermd::app::screens::work::{Sign, scene};
use beschermd::domain::event::Draft;
use beschermd::domain::fact::{Fact, Opening, Slot};
use beschermd::domain::id::{PartId, SheetId, StaffId};
use beschermd::domain::person::Answer;
use beschermd::domain::rule::plan_missing;
use beschermd::domain::safety_plan::{
    PlanAspect, PlanAspects, PlanKind, PlanPart, PlanReview, PlanSection,
};
use beschermd::domain::sheet::{AnswerPlace, AnswerValue, FormRef, Risk, Safety};
use beschermd::form::Library;
use beschermd::text::{Key as Words, Lang};
use std::collections::BTreeSet;

const OTHER: StaffId = StaffId([2; 16]);

fn part_id(n: u8) -> PartId {
    PartId([n; 16])
}

fn written(plan_part: u8, content: Option<PlanPart>) -> Fact {
    let content = content.map(Box::new);
    Fact::PlanPartWritten { plan: PLAN, part: part_id(plan_part), content }
}

fn whole(opening: Opening) -> Story {
    let mut story = Story::new(opening);
    story.whole_plan();
    story
}

fn at_plan(story: Story) -> Stage {
    let mut stage = Stage::new(Lang::Nl, (80, 24), story);
    stage.types("p");
    stage
}

fn recorded(effects: &[Effect]) -> Vec<Draft> {
    let drafts = effects.iter().filter_map(|effect| match effect {
        Effect::Record { drafts, .. } => Some(drafts.clone()),
        _other => None,
    });
    drafts.flatten().collect()
}

fn asks(stage: &Stage) -> bool {
    matches!(stage.desk.model.overlays.last(), Some(Overlay::Confirm(_)))
}

fn save(stage: &mut Stage) -> Vec<Draft> {
    let effects = stage.key(Chord::ctrl('s'));
    recorded(&effects)
}

#[test]
fn a_part_edited_on_two_copies_disputes_only_that_part_and_saving_it_settles_it() {
    let mut here = whole(Opening::Report);
    let mut there = here.copied(2, OTHER);
    here.say(written(2, Some(bottom_line("Vader slaapt bij zijn broer."))));
    here.say(written(1, Some(danger("Vader slaat moeder weer."))));
    there.say(written(2, Some(bottom_line("Vader komt niet in huis."))));
    there.say(written(3, None));
    let together = here.with(&there);
    let disputes: Vec<Slot> = together.case().disputes.into_iter().collect();
    assert_eq!(disputes, [Slot::PlanPart(PLAN, part_id(2))]);

    let mut stage = at_plan(together);
    stage.to("bodemeis 1");
    let Place::Work(state) = &stage.desk.model.desk().unwrap().place else { panic!() };
    let row = state.selected().unwrap();
    assert_eq!(row.sign, Sign::Dispute);
    let detail: String = row.detail.iter().map(|(_, line)| format!("{line}\n")).collect();
    assert!(detail.contains("bij zijn broer") && detail.contains("niet in huis"), "{detail}");

    stage.to("Vaststellen");
    stage.types("\n");
    assert!(!asks(&stage), "a plan in dispute is not adopted");

    stage.to("bodemeis 1");
    stage.types("\n");
    let drafts = save(&mut stage);
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].replaces.len(), 2, "both readings are replaced");
    assert!(stage.story.case().disputes.is_empty());
}

#[test]
fn adoption_asks_names_every_event_that_stands_and_keeps_what_stood() {
    let mut stage = at_plan(whole(Opening::Report));
    let standing = stage.story.case().plans[&PLAN].standing_events();
    stage.to("Vaststellen");
    stage.types("\n");
    assert!(asks(&stage));
    let effects = stage.key(Chord::char('j'));
    let drafts = recorded(&effects);
    let Fact::PlanAdopted { number, events, on, .. } = &drafts[0].fact else { panic!() };
    assert_eq!((*number, *on), (1, day("2016-10-10")));
    assert_eq!(*events, standing);
    assert_eq!(standing.len(), 8, "opening, particulars, words and five parts");

    let mut story = stage.story.clone();
    let adopted = story.case().plans[&PLAN].newest().unwrap().1.content.clone();
    story.say(written(2, Some(bottom_line("iets anders"))));
    let case = story.case();
    let plan = &case.plans[&PLAN];
    assert_eq!(plan.newest().unwrap().1.content, adopted, "later changes leave a version alone");
    assert_eq!(plan.changes().len(), 1);
}

#[test]
fn a_plan_that_lacks_something_says_what_leads_there_and_is_not_adopted() {
    let mut story = whole(Opening::Report);
    story.say(written(5, None));
    let mut stage = at_plan(story);
    let first = stage.rows()[0].clone();
    assert!(first.starts_with("Nodig (regel 9)"), "{first}");
    stage.types("\n");
    assert!(stage.selected().starts_with("+ signaal"), "{}", stage.selected());
    stage.to("Vaststellen");
    let effects = stage.key(Chord::plain(Key::Enter));
    assert!(!asks(&stage) && recorded(&effects).is_empty());
}

#[test]
fn removing_asks_by_another_key_and_an_adopted_version_still_has_the_part() {
    let mut story = whole(Opening::Report);
    story.adopt();
    let mut stage = at_plan(story);
    stage.to("afspraak 1");
    let effects = stage.key(Chord::char('x'));
    assert!(asks(&stage) && recorded(&effects).is_empty());
    stage.types("x");
    assert!(asks(&stage), "the key that asks does not say yes");
    stage.types("n");
    assert!(stage.story.case().plans[&PLAN].now().part(part_id(3)).is_some());
    stage.types("xj");
    let case = stage.story.case();
    let plan = &case.plans[&PLAN];
    assert!(plan.now().part(part_id(3)).is_none());
    assert!(plan.newest().unwrap().1.content.part(part_id(3)).is_some());
}

#[test]
fn moving_and_duplicating_keep_every_part_and_end_at_the_edge() {
    let mut story = whole(Opening::Report);
    story.part(6, bottom_line("tweede"));
    story.part(7, bottom_line("derde"));
    let mut stage = at_plan(story);
    let order = |stage: &Stage| -> Vec<PartId> {
        let now = stage.story.case().plans[&PLAN].now();
        now.of_section(PlanSection::BottomLines).map(|(id, _)| id).collect()
    };
    let before = order(&stage);
    assert_eq!(before.len(), 3);
    stage.to("bodemeis 1");
    let drafts = recorded(&stage.key(Chord::char('J')));
    let Fact::PlanOrdered { order: named, .. } = &drafts[0].fact else { panic!() };
    assert_eq!(named.len(), 3, "every part is named");
    assert_eq!(order(&stage), [before[1], before[0], before[2]]);
    assert!(stage.selected().starts_with("bodemeis 2"), "the selection moves along");
    stage.types("J");
    let effects = stage.key(Chord::char('J'));
    assert!(recorded(&effects).is_empty(), "no further than the last");
    assert_eq!(order(&stage), [before[1], before[2], before[0]]);
    stage.types("KK");
    assert_eq!(order(&stage), before);
    stage.types("D");
    let after = order(&stage);
    assert_eq!(after.len(), 4);
    assert_eq!((after[0], after[2], after[3]), (before[0], before[1], before[2]));
    let now = stage.story.case().plans[&PLAN].now();
    assert_eq!(now.part(after[1]), now.part(before[0]), "the same once more");
    assert!(stage.selected().starts_with("bodemeis 2"), "the new one is selected");
    let known: BTreeSet<PartId> = before.into_iter().chain([after[1]]).collect();
    assert_eq!(after.into_iter().collect::<BTreeSet<_>>(), known);
}

#[test]
fn a_plan_is_begun_in_any_case_for_all_its_children_and_typed_with_keys() {
    for opening in [Opening::Report, Opening::Neighbourhood] {
        let mut stage = at_plan(Story::new(opening));
        stage.types("\n");
        let case = stage.story.case();
        let (id, plan) = case.plans.first_key_value().unwrap();
        assert_eq!(plan.kind(), Some(PlanKind::Safety));
        assert_eq!(plan.now().children, CHILDREN.into());
        stage.to("+ bodemeis");
        stage.types("\n");
        stage.types("geen geweld\n");
        let drafts = save(&mut stage);
        let Fact::PlanPartWritten { content: Some(content), .. } = &drafts[0].fact else {
            panic!()
        };
        let PlanPart::BottomLine { text, check, .. } = &**content else { panic!() };
        assert!(text.starts_with("Niemand slaat") && check.contains("[Wie]"), "the template");
        assert!(stage.selected().starts_with("bodemeis 1"), "{}", stage.selected());
        let lacks = plan_missing(&stage.story.case().plans[id].now(), PlanKind::Safety);
        assert_eq!(lacks.len(), 3);
    }
}

#[test]
fn nobody_is_assessed_in_an_advice() {
    let mut stage = at_plan(Story::new(Opening::Advice));
    stage.types("rn");
    let said = stage.desk.model.notices.last().map(|notice| notice.key);
    assert_eq!(said, Some(Words::RuleAdviceWithoutFamily));
    assert!(stage.desk.model.overlays.is_empty(), "no list of instruments");
}

#[test]
fn two_drafts_of_a_neighbourhood_plan_become_one_without_a_dispute() {
    let mut here = Story::new(Opening::Neighbourhood);
    here.say(Fact::PlanOpened { plan: PLAN, kind: PlanKind::Safety, embeds: None });
    let mut there = here.copied(2, OTHER);
    here.part(1, danger("Vader slaat moeder."));
    here.part(2, bottom_line("Vader slaapt elders."));
    there.part(3, bottom_line("Oma belt elke avond."));
    let review = Some(PlanReview { day: day("2016-10-24"), who: "iedereen".into() });
    let aspects = Box::new(PlanAspects { review: review.clone(), ..PlanAspects::default() });
    there.say(Fact::PlanDescribed { plan: PLAN, aspects });
    let (one, other) = (here.with(&there).case(), there.with(&here).case());
    assert_eq!(one, other, "the same on both stations");
    assert!(one.disputes.is_empty());
    let now = one.plans[&PLAN].now();
    assert_eq!((now.parts.len(), now.review), (3, review));
}

#[test]
fn only_the_aspect_that_was_changed_is_recorded_and_a_day_must_be_whole() {
    let mut stage = at_plan(whole(Opening::Report));
    stage.to("Houdt het plan bij");
    stage.types("\n");
    stage.clear();
    stage.types("S. de Groot");
    let drafts = save(&mut stage);
    let Fact::PlanDescribed { aspects, .. } = &drafts[0].fact else { panic!() };
    assert_eq!(aspects.present(), [PlanAspect::Owner]);
    assert_eq!(aspects.owner.as_deref(), Some("S. de Groot"));
    assert_eq!(stage.story.case().plans[&PLAN].now().start, Some(day("2016-10-11")));

    stage.to("Houdt het plan bij");
    stage.types("\n");
    stage.key(Chord::plain(Key::Tab));
    stage.clear();
    stage.types("2016");
    stage.key(Chord::plain(Key::Tab));
    assert!(save(&mut stage).is_empty(), "a year alone is not kept as a day");
    assert!(stage.desk.text().contains("Vul de dag helemaal in"), "{}", stage.desk.text());
}

#[test]
fn nothing_changed_records_nothing() {
    let mut stage = at_plan(whole(Opening::Report));
    for row in ["gevaar 1", "Waarom: gevaren", "Situatie"] {
        stage.to(row);
        stage.types("\n");
        assert!(save(&mut stage).is_empty(), "{row}");
        stage.key(Chord::plain(Key::Esc));
    }
}

#[test]
fn a_danger_is_linked_to_the_answer_it_came_from_and_keeps_it_when_edited() {
    let mut story = whole(Opening::Report);
    let form = instrument();
    story.assessment(
        1,
        &form,
        &[
            ("hurt-recently", AnswerValue::YesNo(Answer::Yes)),
            ("left-alone", AnswerValue::YesNo(Answer::No)),
        ],
    );
    story.conclude(1, Safety::Unsafe, Risk::High, "2016-10-24");
    let mut stage = at_plan(story);
    stage.to("gevaar 1");
    stage.types("O");
    let Some(Overlay::Pick(list)) = stage.desk.model.overlays.last() else { panic!() };
    assert_eq!(list.shown().count(), 2, "the answer that says yes, and none");
    stage.types("\n");
    let came_from = |stage: &Stage| match stage.story.case().plans[&PLAN].now().part(part_id(1)) {
        Some(PlanPart::Danger { item, .. }) => item.clone(),
        other => panic!("{other:?}"),
    };
    let expected = Some((SheetId([1; 16]), AnswerPlace::of_case("hurt-recently")));
    assert_eq!(came_from(&stage), expected);
    stage.types("\n!");
    assert_eq!(save(&mut stage).len(), 1);
    assert_eq!(came_from(&stage), expected);
    stage.to("bodemeis 1");
    stage.types("O");
    assert!(stage.desk.model.overlays.is_empty(), "only a danger");
}

#[test]
fn a_family_plan_embeds_the_safety_plan_and_both_are_one_key_apart() {
    let mut stage = at_plan(whole(Opening::Report));
    stage.to("Begin een gezinsplan");
    stage.types("\n");
    let case = stage.story.case();
    let family = case.plans.values().find(|plan| plan.kind() == Some(PlanKind::Family)).unwrap();
    assert_eq!(family.now().embeds, Some(PLAN));
    assert!(stage.rows().iter().any(|row| row.starts_with("Doelen")), "{:?}", stage.rows());
    assert!(!stage.rows().iter().any(|row| row.starts_with("Wat: bodemeisen")));
    stage.to("Hoort erbij");
    stage.types("\n");
    assert!(stage.rows().iter().any(|row| row.starts_with("Wat: bodemeisen")));
}

#[test]
fn a_safety_plan_begun_later_is_taken_into_the_family_plan() {
    let mut story = Story::new(Opening::Report);
    story.say(Fact::PlanOpened { plan: FAMILY, kind: PlanKind::Family, embeds: None });
    story.say(Fact::PlanOpened { plan: PLAN, kind: PlanKind::Safety, embeds: None });
    let case = story.case();
    story.record(deeds::embed(&case, FAMILY, PLAN));
    assert_eq!(story.case().plans[&FAMILY].now().embeds, Some(PLAN));
    assert!(story.case().disputes.is_empty());
}

fn instrument() -> FormRef {
    Library::published().newest("risk-assessment").unwrap().name.clone()
}

#[test]
fn comparing_shows_exactly_the_answers_that_changed() {
    let form = instrument();
    let yes = || AnswerValue::YesNo(Answer::Yes);
    let no = || AnswerValue::YesNo(Answer::No);
    let mut story = Story::new(Opening::Report);
    story.assessment(1, &form, &[("hurt-recently", yes()), ("left-alone", no())]);
    story.conclude(1, Safety::Unsafe, Risk::High, "2016-10-24");
    story.at.0 += 60_000;
    story.assessment(
        2,
        &form,
        &[("hurt-recently", yes()), ("left-alone", yes()), ("taken-away", no())],
    );
    story.conclude(2, Safety::Unsafe, Risk::High, "2016-10-24");
    let mut stage = Stage::new(Lang::En, (140, 40), story);
    stage.types("r");
    let scene = scene(&stage.desk.model).unwrap();
    let made = compare::State::of(&scene, SheetId([1; 16]), SheetId([2; 16])).unwrap();
    let changed: Vec<(&str, &str)> = made
        .lines
        .iter()
        .filter_map(|line| match line {
            Line::Answers { before, now, changed: true, .. } => Some((&before[..], &now[..])),
            Line::Answers { .. } | Line::Heading(_) => None,
        })
        .collect();
    assert_eq!(changed, [("no", "yes"), ("no answer", "no")]);
    let all = made.lines.iter().filter(|line| matches!(line, Line::Answers { .. })).count();
    assert_eq!(all, 3, "what stayed the same is shown too");
    stage.types("v");
    assert!(matches!(stage.desk.model.overlays.last(), Some(Overlay::Compare(_))));
}

#[test]
fn more_points_change_nothing_that_is_shown_of_a_conclusion() {
    let shown = |yes: &[&str]| {
        let mut story = Story::new(Opening::Report);
        let answers: Vec<(&str, AnswerValue)> =
            yes.iter().map(|item| (*item, AnswerValue::Option("yes".into()))).collect();
        story.assessment(1, &instrument(), &answers);
        story.conclude(1, Safety::Safe, Risk::Low, "2016-10-24");
        let mut stage = Stage::new(Lang::Nl, (80, 24), story);
        stage.types("r");
        stage.rows()
    };
    let few = shown(&["parents-in-conflict"]);
    let many = shown(&["parents-in-conflict", "money-or-housing", "stands-alone"]);
    assert_eq!(few, many, "no total");
    assert!(few.iter().any(|row| row.contains("geen informatie: 4 van")), "{few:?}");
}

#[test]
fn the_panes_and_the_page_of_a_case_tell_the_plan_and_the_risk() {
    let mut story = whole(Opening::Report);
    story.assessment(1, &instrument(), &[("hurt-recently", AnswerValue::YesNo(Answer::Yes))]);
    story.conclude(1, Safety::Unsafe, Risk::High, "2016-10-09");
    let mut stage = Stage::new(Lang::Nl, (140, 40), story);
    let beside = stage.desk.text();
    for words in ["Vader woont bij zijn broer", "onveilig · risico hoog", "geldt niet meer"] {
        assert!(beside.contains(words), "{words}:\n{beside}");
    }
    stage.types("\n");
    let desk = stage.desk.model.desk().unwrap();
    let Place::Case(state) = &desk.place else { panic!() };
    assert_eq!(state.case, CASE);
    let page: String = state.page.lines().iter().map(|l| format!("{}\n", l.text)).collect();
    for words in ["gevaar 1", "Oma belt elke avond", "Risicotaxatie", "onveilig", "Terugkijken"] {
        assert!(page.contains(words), "{words}:\n{page}");
    }
    assert!(!page.contains("+ bodemeis"), "nothing to begin on a page to read");
}
