//! Golden screens of plans and assessments: empty, half, complete, what differs; never assessed,
//! to be looked at again, compared.

use super::stage::{PLAN, Stage, Story, danger, day};
use crate::golden::screen;
use beschermd::app::chord::{Chord, Key};
use beschermd::domain::fact::{Fact, Opening};
use beschermd::domain::id::{IncidentId, PartId};
use beschermd::domain::person::Answer;
use beschermd::domain::safety_plan::{PlanKind, PlanPart, Signer, Signing};
use beschermd::domain::sheet::{AnswerValue, Risk, Safety};
use beschermd::domain::triage::Incident;
use beschermd::form::Library;
use beschermd::text::Lang;

fn each(story: &Story, keys: &dyn Fn(&mut Stage), name: &str) {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let mut stage = Stage::new(lang, (columns, rows), story.clone());
            keys(&mut stage);
            let shot = stage.desk.draw();
            screen(&format!("plans/{name}-{}-{columns}x{rows}", lang.code()), &shot);
        }
    }
}

#[test]
fn a_case_without_a_plan_and_a_plan_half_made() {
    let mut story = Story::new(Opening::Neighbourhood);
    each(&story, &|stage| stage.types("p"), "plan-empty");
    story.say(Fact::PlanOpened { plan: PLAN, kind: PlanKind::Safety, embeds: None });
    let half = PlanPart::Danger {
        text: "Vader slaat moeder weer.".into(),
        goal: String::new(),
        scale_now: Some(2),
        scale_wanted: None,
        item: None,
    };
    story.part(1, half);
    each(&story, &|stage| stage.types("p"), "plan-half");
    each(&story, &|stage| stage.types("pn\n"), "plan-section");
    let templates = |stage: &mut Stage| {
        stage.types("p");
        let row = if stage.desk.model.words.lang() == Lang::Nl { "+ bodemeis" } else { "+ bottom" };
        stage.to(row);
        stage.types("\n");
    };
    each(&story, &templates, "plan-templates");
}

#[test]
fn a_whole_plan_its_version_and_what_differs() {
    let mut story = Story::new(Opening::Report);
    story.whole_plan();
    each(&story, &|stage| stage.types("p"), "plan-complete");
    each(&story, &|stage| stage.types("pjG\n"), "plan-begin-family");
    let adopt = |stage: &mut Stage| {
        stage.types("p");
        let nl = stage.desk.model.words.lang() == Lang::Nl;
        stage.to(if nl { "Vaststellen" } else { "Adopt" });
        stage.types("\n");
    };
    each(&story, &adopt, "plan-adopt");
    story.adopt();
    let signing = Signing { signed_on: Some(day("2016-10-11")), ..Signing::default() };
    let signer = Signer::Network(PartId([4; 16]));
    story.say(Fact::PlanSigned { plan: PLAN, number: 1, signer, signing });
    story.part(1, danger("Vader slaat moeder weer en Sam komt ertussen."));
    story.say(Fact::PlanPartWritten { plan: PLAN, part: PartId([3; 16]), content: None });
    let differences = |stage: &mut Stage| {
        stage.types("pv");
    };
    each(&story, &differences, "plan-differences");
    let signatures = |stage: &mut Stage| {
        stage.types("ps");
    };
    each(&story, &signatures, "plan-signatures");
    each(&story, &|stage| stage.types("pP"), "plan-print");
    each(&story, &|stage| stage.types("\n\t\t\t"), "plan-page");
}

#[test]
fn assessments_never_done_to_be_done_again_and_compared() {
    let mut story = Story::new(Opening::Report);
    each(&story, &|stage| stage.types("r"), "risk-empty");
    each(&story, &|stage| stage.types("rn"), "risk-instruments");
    let form = Library::published().newest("risk-assessment").unwrap().name.clone();
    let yes = || AnswerValue::YesNo(Answer::Yes);
    let no = || AnswerValue::YesNo(Answer::No);
    let scale = |n: &str| AnswerValue::Option(n.to_owned());
    story.assessment(
        1,
        &form,
        &[("hurt-recently", yes()), ("left-alone", no()), ("scale-safe", scale("3"))],
    );
    story.conclude(1, Safety::Unsafe, Risk::High, "2016-10-10");
    story.at.0 += 3_600_000;
    let partly = AnswerValue::Option("partly".into());
    story.assessment(
        2,
        &form,
        &[
            ("hurt-recently", no()),
            ("left-alone", no()),
            ("parents-in-conflict", partly),
            ("scale-safe", scale("6")),
        ],
    );
    story.conclude(2, Safety::SafeWithPlan, Risk::Medium, "2016-10-24");
    story.at.0 += 3_600_000;
    let content = Some(Incident { what: "Vader stond voor de deur".into(), on: day("2016-10-10") });
    story.say(Fact::IncidentNoted { incident: IncidentId([1; 16]), content });
    each(&story, &|stage| stage.types("r"), "risk-again");
    let compare = |stage: &mut Stage| {
        stage.types("rv");
    };
    each(&story, &compare, "risk-compare");
    let beside = |stage: &mut Stage| {
        for _ in 0..4 {
            stage.key(Chord::plain(Key::Tab));
        }
    };
    each(&story, &beside, "risk-pane");
    let plan_beside = |stage: &mut Stage| {
        for _ in 0..3 {
            stage.key(Chord::plain(Key::Tab));
        }
    };
    story.whole_plan();
    each(&story, &plan_beside, "plan-pane");
}
