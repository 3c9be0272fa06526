//! No paper tells who reported, where somebody may not be found, or what was noted for colleagues.

use super::desk::{self, Desk};
use super::pages::text_of;
use super::stage::today;
use beschermd::document::paper::guard::{Found, Leak, found, leaks};
use beschermd::document::paper::letter::{self, Details, LetterFault, LetterKind, Recipient};
use beschermd::document::paper::model::{Block, Paper, Words};
use beschermd::document::paper::plan::{self, Asked, PlanFault, Wanted};
use beschermd::document::paper::{html, pdf, text};
use beschermd::domain::fact::Fact;
use beschermd::domain::id::{PartId, PersonId};
use beschermd::domain::report::{Disclosure, ReportAspects};
use beschermd::domain::safety_plan::PlanPart;
use beschermd::domain::triage::{FollowUpBy, TriageOutcome};
use beschermd::text::{Lang, Text};

const OUTCOMES: [TriageOutcome; 5] = [
    TriageOutcome::Investigate,
    TriageOutcome::FollowUp(FollowUpBy::InvolvedProfessional),
    TriageOutcome::Advice,
    TriageOutcome::End,
    TriageOutcome::Inadmissible,
];

/// Everything that can be read of a paper, in all its forms.
fn forms(paper: &Paper) -> Vec<String> {
    let mut forms = vec![text::write(paper), html::write(paper, false), html::write(paper, true)];
    for large in [false, true] {
        let bytes = pdf::write(paper, large).unwrap();
        forms.push(String::from_utf8_lossy(&bytes).into_owned());
        forms.extend(text_of(&bytes));
    }
    forms
}

#[track_caller]
fn tells_none_of(paper: &Paper, secrets: &[String]) {
    for form in forms(paper) {
        let told = secrets.iter().find(|secret| form.contains(secret.as_str()));
        assert_eq!(told, None, "{}", paper.title.as_str());
    }
}

fn asked(plan: beschermd::domain::id::PlanId, wanted: Wanted) -> Asked<'static> {
    Asked { plan, wanted, from: "Veilig Thuis Voorbeeld", day: today() }
}

fn details() -> Details<'static> {
    Details { from: "Veilig Thuis Voorbeeld", worker: "An Wielewaal", ..Details::default() }
}

#[test]
fn no_plan_tells_a_secret_and_every_plan_tells_all_of_the_plan() {
    let desk = Desk::full(TriageOutcome::Investigate, "wijkteam");
    let case = desk.case();
    for lang in Lang::ALL {
        let words = Text::new(lang);
        for plan in [desk::PLAN, desk::FAMILY_PLAN] {
            for wanted in [Wanted::Newest, Wanted::Working] {
                let reading = plan::reading(&case, asked(plan, wanted), &words).unwrap();
                let paper = plan::paper(&reading, today(), &words);
                tells_none_of(&paper, &desk.secrets);
                tells_none_of(&paper, &desk.reporter);
                assert_eq!(leaks(&paper, &case), []);
            }
        }
        let reading = plan::reading(&case, asked(desk::PLAN, Wanted::Newest), &words).unwrap();
        assert!(!reading.is_draft());
        assert_eq!(reading.children.len(), 1, "an informant is no child of the plan");
        let paper = plan::paper(&reading, today(), &words);
        let (txt, pages) = (text::write(&paper), text_of(&pdf::write(&paper, false).unwrap()));
        for token in desk.planned.iter().map(String::as_str).chain(["kindv1v", "moederv2v naamv2v"])
        {
            assert!(txt.contains(token), "{token} is missing: {txt}");
            assert!(html::write(&paper, false).contains(token), "{token}");
            assert!(pages.iter().all(|pages| pages.contains(token)), "{token}");
        }
    }
}

#[test]
fn no_letter_tells_a_secret() {
    for outcome in OUTCOMES {
        let desk = Desk::full(outcome, "melderz1z");
        let case = desk.case();
        for lang in Lang::ALL {
            let words = Text::new(lang);
            for kind in [LetterKind::Invitation, LetterKind::OutcomeParents] {
                let to = Recipient::Person(desk::MOTHER);
                let filling = letter::letter(&case, kind, to, details(), &words).unwrap();
                assert_eq!(filling.envelope, ["moederv2v naamv2v"], "no address: it is shielded");
                let paper = letter::paper(kind, &filling, today(), &words);
                tells_none_of(&paper, &desk.secrets);
                tells_none_of(&paper, &desk.reporter);
                assert!(text::write(&paper).contains("moederv2v"));
            }
            let (kind, to) = (LetterKind::OutcomeReporter, Recipient::Reporter(desk::REPORT));
            let filling = letter::letter(&case, kind, to, details(), &words).unwrap();
            let paper = letter::paper(kind, &filling, today(), &words);
            tells_none_of(&paper, &desk.secrets);
            let family = ["kindv1v", "naamv1v", "moederv2v", "naamv2v", "vaderv3v", "naamv3v"];
            tells_none_of(&paper, &family.map(String::from));
            assert!(text::write(&paper).contains("melderz2z"), "the envelope names who it is to");
        }
    }
}

#[test]
fn a_letter_to_a_parent_names_who_reported_only_when_that_may_be_known() {
    let words = Text::new(Lang::Nl);
    let mut desk = Desk::full(TriageOutcome::Investigate, "");
    let said = |desk: &Desk| {
        let (kind, to) = (LetterKind::Invitation, Recipient::Person(desk::FATHER));
        let filling = letter::letter(&desk.case(), kind, to, details(), &words).unwrap();
        text::write(&letter::paper(kind, &filling, today(), &words))
    };
    assert!(said(&desk).contains("Wij vertellen niet wie de melding heeft gedaan."));
    for (disclosure, open) in [(Disclosure::Open, true), (Disclosure::NotAsked, false)] {
        let aspects = ReportAspects { disclosure: Some(disclosure), ..ReportAspects::default() };
        let aspects = Box::new(aspects);
        desk.add(Fact::ReportDescribed { report: desk::REPORT, aspects }, 1);
        assert_eq!(said(&desk).contains("melderz1z"), open);
        assert!(!said(&desk).contains("melderz2z"), "the organisation, never its worker");
    }
}

#[test]
fn a_letter_goes_only_to_whom_it_is_for_and_only_about_what_was_decided() {
    let words = Text::new(Lang::Nl);
    let desk = Desk::full(TriageOutcome::Investigate, "");
    let case = desk.case();
    let asked = |kind, to| letter::letter(&case, kind, to, details(), &words).map(|_| ());
    let person = |id: PersonId| Recipient::Person(id);
    let refused = Err(LetterFault::NotForThem);
    assert_eq!(asked(LetterKind::Invitation, person(desk::SOURCE)), refused);
    assert_eq!(asked(LetterKind::OutcomeParents, person(desk::INFORMANT)), refused);
    assert_eq!(asked(LetterKind::OutcomeReporter, person(desk::MOTHER)), refused);
    assert_eq!(asked(LetterKind::Invitation, Recipient::Reporter(desk::REPORT)), refused);
    let nobody = person(PersonId([99; 16]));
    assert_eq!(asked(LetterKind::Invitation, nobody), Err(LetterFault::NoPerson));

    let mut undecided = Desk::full(TriageOutcome::Investigate, "");
    let mut decision = undecided.case().triage_in_force().unwrap().clone();
    decision.outcome = TriageOutcome::End;
    undecided.add(Fact::TriageDecided { decision: Box::new(decision) }, 1);
    let case = undecided.case();
    let to = person(desk::MOTHER);
    let outcome = letter::letter(&case, LetterKind::OutcomeParents, to, details(), &words);
    assert_eq!(outcome, Err(LetterFault::NotDecided), "one signature is no decision");
    let to = Recipient::Reporter(desk::REPORT);
    let outcome = letter::letter(&case, LetterKind::OutcomeReporter, to, details(), &words);
    assert_eq!(outcome, Err(LetterFault::NotDecided));

    let mut disputed = Desk::full(TriageOutcome::Investigate, "");
    let mut decision = disputed.case().triage_in_force().unwrap().clone();
    decision.outcome = TriageOutcome::Inadmissible;
    disputed.beside(Fact::TriageDecided { decision: Box::new(decision) }, 2);
    let case = disputed.case();
    let parents = (LetterKind::OutcomeParents, person(desk::MOTHER));
    for (kind, to) in [parents, (LetterKind::OutcomeReporter, to)] {
        let outcome = letter::letter(&case, kind, to, details(), &words);
        assert_eq!(outcome, Err(LetterFault::Disputed));
    }
}

#[test]
fn a_name_or_street_typed_into_a_plan_is_found_before_it_leaves() {
    let words = Text::new(Lang::Nl);
    let shielded = {
        let case = Desk::full(TriageOutcome::Investigate, "").case();
        let address = case.persons[&desk::MOTHER].shielded_actual.shown().unwrap().clone();
        format!("Kom naar {}\n17 om tien uur", address.street.to_uppercase())
    };
    for (typed, leak) in [
        ("Bel met MELDERZ2Z van school", Some(Leak::Reporter)),
        (shielded.as_str(), Some(Leak::ShieldedAddress)),
        ("Bel met oma", None),
    ] {
        let mut desk = Desk::full(TriageOutcome::Investigate, "");
        let content = PlanPart::Dissent { who: "vader".into(), text: typed.into() };
        let content = Some(Box::new(content));
        let part = PartId([77; 16]);
        desk.add(Fact::PlanPartWritten { plan: desk::PLAN, part, content }, 1);
        let case = desk.case();
        let reading = plan::reading(&case, asked(desk::PLAN, Wanted::Working), &words).unwrap();
        let paper = plan::paper(&reading, today(), &words);
        assert_eq!(leaks(&paper, &case), Vec::from_iter(leak), "{typed}");
        let heading = "Waar zijn we het niet over eens?";
        let told: Vec<(Leak, &str)> =
            leak.into_iter().flat_map(|leak| [(leak, SINCE), (leak, heading)]).collect();
        let mut where_it_stands = found(&paper, &case);
        where_it_stands.sort_by_key(|found| found.section.as_str() == heading);
        let where_it_stands: Vec<(Leak, &str)> =
            where_it_stands.iter().map(|found| (found.leak, found.section.as_str())).collect();
        assert_eq!(where_it_stands, told, "{typed}");
    }
}

/// The section of a draft that tells what changed.
const SINCE: &str = "Wat is anders dan in versie 1?";

#[test]
fn where_a_name_was_found_is_told_without_the_name() {
    let words = Text::new(Lang::Nl);
    let case = Desk::full(TriageOutcome::Investigate, "").case();
    let reading = plan::reading(&case, asked(desk::PLAN, Wanted::Newest), &words).unwrap();
    let mut paper = plan::paper(&reading, today(), &words);
    paper.blocks.push(Block::Heading(Words::new("Gesprek met melderz2z")));
    paper.foot = Words::new("gemaakt na een belletje van melderz2z");
    let told = found(&paper, &case);
    let nameless = Found { leak: Leak::Reporter, section: Words::default() };
    assert_eq!(told, [nameless.clone(), nameless]);
}

#[test]
fn a_version_is_printed_as_it_was_adopted_and_a_draft_says_what_changed() {
    let words = Text::new(Lang::Nl);
    let mut desk = Desk::full(TriageOutcome::Investigate, "");
    let content = PlanPart::Agreement {
        what: "nieuweafspraak".into(),
        who: "vader".into(),
        when: String::new(),
        checked_by: String::new(),
    };
    let content = Some(Box::new(content));
    let part = PartId([88; 16]);
    desk.add(Fact::PlanPartWritten { plan: desk::PLAN, part, content }, 1);
    let case = desk.case();
    let printed = |wanted| {
        let reading = plan::reading(&case, asked(desk::PLAN, wanted), &words)?;
        Ok(text::write(&plan::paper(&reading, today(), &words)))
    };
    let adopted = printed(Wanted::Version(1)).unwrap();
    assert!(!adopted.contains("nieuweafspraak") && !adopted.contains("CONCEPT"));
    let draft = printed(Wanted::Working).unwrap();
    assert!(draft.contains("CONCEPT"));
    let since = draft.split("Wat is anders dan in versie 1?").nth(1).unwrap();
    assert!(since.contains("Nieuw") && since.contains("Afspraak: nieuweafspraak"), "{since}");
    assert_eq!(printed(Wanted::Version(2)), Err(PlanFault::NoVersion));
}
