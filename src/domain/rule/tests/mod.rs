//! Every rule, both ways: a fact that keeps it goes in, one that breaks it is refused by that rule
//! and no other.

#![allow(clippy::unwrap_used, reason = "tests")]

pub mod stage;
mod table;
mod work;

use super::{About, Rule, plan_missing};
use crate::domain::fact::Fact;
use crate::domain::safety_plan::PlanKind;
use stage::Stage;
use std::collections::BTreeSet;
use table::rows;

/// Judged by the shell, which holds the forms.
const OF_THE_SHELL: [Rule; 3] = [Rule::FormKnown, Rule::AnswerFits, Rule::ProposalTold];

#[test]
fn each_rule_lets_in_what_keeps_it_and_refuses_what_breaks_it() {
    let mut wrong = Vec::new();
    for row in rows() {
        let kept = row.kept.0.refuses(&row.kept.1);
        let broken = row.broken.0.refuses(&row.broken.1);
        let named: Vec<(Rule, &str)> = broken.iter().map(|r| (r.rule, r.field)).collect();
        if !kept.is_empty() || named != [(row.rule, row.field)] {
            wrong.push(format!("{}: kept {kept:?}, broken {named:?}", row.promise));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_rule_is_without_a_row() {
    let told: BTreeSet<Rule> = rows().iter().map(|row| row.rule).chain(OF_THE_SHELL).collect();
    let all: BTreeSet<Rule> = Rule::ALL.iter().copied().collect();
    assert_eq!(all.difference(&told).collect::<Vec<_>>(), Vec::<&Rule>::new());
}

#[test]
fn a_refusal_says_which_child_or_part_it_is_about() {
    let old = stage::person(stage::CHILD, crate::domain::code::Role::YOUTH, "2012-01-01");
    let stage = Stage::ready().with(old);
    let outcome = crate::domain::triage::TriageOutcome::Investigate;
    let fact = stage::decided(stage::decision(outcome, stage.now));
    let refused = stage.refuses(&[(fact, None)]);
    assert_eq!(refused[0].about, Some(About::Person(stage::CHILD)));
    let (stage, fact) = stage::adopting(stage::bottom_line(""));
    let refused = stage.refuses(&[(fact, None)]);
    assert_eq!(refused[0].about, Some(About::Part(stage::LINE)));
}

#[test]
fn what_a_plan_lacks_is_told_in_the_order_of_the_paper_and_a_family_plan_needs_less() {
    let stage = Stage::unsafe_case().with(stage::plan_opened()).with(stage::danger("", None, None));
    let content = stage.case().plans[&stage::PLAN].now();
    let rules = |kind| -> Vec<Rule> {
        plan_missing(&content, kind).into_iter().map(|lack| lack.rule).collect()
    };
    assert_eq!(
        rules(PlanKind::Safety),
        [
            Rule::DangerNeedsGoal,
            Rule::DangerNeedsScale,
            Rule::PlanNeedsBottomLine,
            Rule::PlanNeedsAlarm,
            Rule::PlanNeedsReview,
            Rule::PlanMadeWithFamily,
        ]
    );
    assert_eq!(
        rules(PlanKind::Family),
        [
            Rule::DangerNeedsGoal,
            Rule::DangerNeedsScale,
            Rule::PlanNeedsReview,
            Rule::PlanMadeWithFamily,
        ]
    );
    assert!(
        plan_missing(&Stage::planned().case().plans[&stage::PLAN].now(), PlanKind::Safety)
            .is_empty()
    );
}

#[test]
fn a_number_under_which_somebody_signed_is_not_given_to_another_text() {
    let mut stage = Stage::adopted();
    let adopted = stage.case().plans[&stage::PLAN].versions[&1].head_ids()[0];
    let taken_back = Stage::adopted().with(Fact::Retracted { event: adopted });
    assert_eq!(taken_back.case().plans[&stage::PLAN].next_number(), 1);
    let signing = crate::domain::safety_plan::Signing {
        signed_on: Some(stage::day("2026-10-07")),
        ..crate::domain::safety_plan::Signing::default()
    };
    let signer = crate::domain::safety_plan::Signer::Person(stage::PARENT);
    stage.tell(Fact::PlanSigned { plan: stage::PLAN, number: 1, signer, signing });
    stage.tell(Fact::Retracted { event: adopted });
    assert_eq!(stage.case().plans[&stage::PLAN].next_number(), 2);
}

#[test]
fn facts_told_together_see_those_before_them() {
    let stage = Stage::reported();
    let outcome = crate::domain::triage::TriageOutcome::End;
    let together: Vec<(Fact, Option<String>)> = vec![
        (stage::urgency(crate::domain::queue::Urgency::FiveDays), None),
        (stage::earlier(), None),
        (stage::reporter_told(), None),
        (stage::decided(stage::decision(outcome, stage.now)), None),
    ];
    assert!(stage.refuses(&together).is_empty());
    let mut turned = together;
    turned.reverse();
    let refused: Vec<Rule> = stage.refuses(&turned).into_iter().map(|r| r.rule).collect();
    assert_eq!(refused, [Rule::UrgencyJudged, Rule::EarlierChecked, Rule::ReporterTold]);
}
