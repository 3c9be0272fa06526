//! Plans and letters go on paper with keys alone: what is asked, who can get a letter, and what
//! happens when the paper tells what it may not.

use super::stage::{CASE, CHILDREN, MOTHER, PLAN, Stage, Story};
use crate::golden::screen;
use beschermd::app::chord::{Chord, Key};
use beschermd::app::effect::{LetterTo, PaperAsked, PaperForm, PaperSecret, PaperTells, PaperWhat};
use beschermd::app::keymap::Context;
use beschermd::app::message::Unprinted;
use beschermd::app::{Effect, Message};
use beschermd::domain::code::Role;
use beschermd::domain::fact::{Fact, Opening, StaffRole};
use beschermd::domain::id::{PersonId, ReportId};
use beschermd::domain::person::{Answer, Involvement, PersonAspects};
use beschermd::domain::report::ReporterIdentity;
use beschermd::text::{Key as Words, Lang};

const REPORT: ReportId = ReportId([1; 16]);
const SOURCE: PersonId = PersonId([9; 16]);
const WHO: &str = "Sterre Wielewaal";

/// A reported case of which the reporter is known, also as a person of the case.
fn reported() -> Story {
    let mut story = Story::new(Opening::Report);
    let identity = ReporterIdentity {
        organisation: "Basisschool De Regenboog".into(),
        contact_name: WHO.into(),
        ..ReporterIdentity::default()
    };
    story.say(Fact::ReporterIdentified { report: REPORT, identity });
    let involved = Involvement { role: Some(Role(401)), authority: Answer::No, part: None };
    let aspects = PersonAspects { involvement: Some(involved), ..PersonAspects::default() };
    let protected_by = Some(REPORT);
    story.say(Fact::PersonDescribed { person: SOURCE, protected_by, aspects: Box::new(aspects) });
    story
}

fn at_letter(lang: Lang, size: (u16, u16), story: Story) -> Stage {
    let mut stage = Stage::new(lang, size, story);
    stage.types("tP");
    stage
}

fn asked(effects: &[Effect]) -> Option<PaperAsked> {
    effects.iter().find_map(|effect| match effect {
        Effect::Print(asked) => Some((**asked).clone()),
        _other => None,
    })
}

fn letter(stage: &mut Stage) -> Option<LetterTo> {
    match asked(&stage.key(Chord::ctrl('s')))?.what {
        PaperWhat::Letter(to) => Some(to),
        PaperWhat::Plan { .. } => None,
    }
}

fn answer(stage: &mut Stage, problem: Option<Unprinted>) {
    stage.send(Message::Printed { path: "/papieren/brief.pdf".into(), problem });
}

fn tells(secret: PaperSecret, section: &str) -> PaperTells {
    PaperTells { secret, section: section.into() }
}

#[test]
fn printing_asks_first_names_nobody_in_the_file_and_a_refusal_keeps_the_box() {
    let mut story = Story::new(Opening::Report);
    story.whole_plan();
    story.adopt();
    let mut stage = Stage::new(Lang::Nl, (80, 24), story);
    stage.types("p");
    let effects = stage.key(Chord::char('P'));
    assert!(effects.is_empty(), "a question first");
    // The draft of now, as a text, in large letters, in English.
    stage.types("2\n3\n2\n2\n");
    let first = asked(&stage.key(Chord::ctrl('s'))).unwrap();
    assert_eq!((first.case, first.what), (CASE, PaperWhat::Plan { plan: PLAN, version: None }));
    assert_eq!((first.form, first.large, first.lang), (PaperForm::Text, true, Lang::En));
    assert_eq!(first.path, "~/plan-ZW1-16-0007.txt");
    assert!(stage.key(Chord::ctrl('s')).is_empty(), "not twice");
    answer(&mut stage, Some(Unprinted::Refused(Words::PrintFileExists)));
    assert!(stage.desk.text().contains("al een bestand"), "{}", stage.desk.text());
    stage.types("2");
    let again = asked(&stage.key(Chord::ctrl('s'))).unwrap();
    assert_eq!(again.path, "~/plan-ZW1-16-0007.txt2");
    stage.send(Message::Printed { path: again.path, problem: None });
    assert!(stage.desk.model.overlays.is_empty());
    assert!(stage.desk.text().contains("plan-ZW1-16-0007.txt2"), "{}", stage.desk.text());
}

#[test]
fn a_letter_is_asked_for_with_keys_and_where_it_lies_is_told() {
    let mut stage = at_letter(Lang::Nl, (80, 24), reported());
    // The outcome for parents, to the mother, as html, large, in English.
    stage.types("2\n1\n2\n2\n2\n");
    let given = asked(&stage.key(Chord::plain(Key::Enter))).unwrap();
    assert_eq!(given.what, PaperWhat::Letter(LetterTo::OutcomeParents(MOTHER)));
    assert_eq!((given.case, given.form, given.large), (CASE, PaperForm::Html, true));
    assert_eq!((given.lang, &*given.path), (Lang::En, "~/uitkomst-ouders-ZW1-16-0007.html"));
    assert!(given.read.is_empty(), "nothing was waved through");
    answer(&mut stage, None);
    assert!(stage.desk.model.overlays.is_empty());
    assert!(stage.desk.text().contains("/papieren/brief.pdf"), "{}", stage.desk.text());
}

#[test]
fn a_letter_to_the_family_can_go_to_everyone_in_the_case_but_who_reported() {
    let mut stage = at_letter(Lang::Nl, (140, 40), reported());
    stage.types("1\n");
    assert!(stage.desk.text().contains("Aan wie? 1/3"), "{}", stage.desk.text());
    let mut to = Vec::new();
    for digit in ['1', '2', '3', '4'] {
        stage.key(Chord::char(digit));
        to.extend(letter(&mut stage));
        answer(&mut stage, Some(Unprinted::Refused(Words::PrintFileExists)));
    }
    let invited = [MOTHER, CHILDREN[0], CHILDREN[1], CHILDREN[1]];
    assert_eq!(to, invited.map(LetterTo::Invitation), "grown-ups first; a fourth is not there");
    let text = stage.desk.text();
    assert!(text.contains("[3] Sam Bakker") && text.contains("3/3"), "in sight: {text}");
    assert!(!text.contains(WHO));
}

#[test]
fn the_letter_to_who_reported_is_for_who_may_see_the_reporter() {
    let mut stage = at_letter(Lang::Nl, (80, 24), reported());
    stage.types("3");
    assert!(stage.desk.text().contains(WHO), "{}", stage.desk.text());
    assert_eq!(letter(&mut stage), Some(LetterTo::OutcomeReporter(REPORT)));

    let mut stage = Stage::by(StaffRole::Clerk, Lang::Nl, (80, 24), reported());
    stage.types("tP3");
    let text = stage.desk.text();
    assert!(text.contains("of u mag het niet zien") && !text.contains(WHO), "{text}");
    assert_eq!(letter(&mut stage), None, "and nothing is asked of the worker");
    assert!(!stage.desk.text().contains("Bezig"), "{}", stage.desk.text());
}

#[test]
fn an_advice_has_no_letters_and_a_case_without_persons_says_so() {
    let mut stage = at_letter(Lang::Nl, (80, 24), Story::new(Opening::Advice));
    assert!(stage.desk.model.overlays.is_empty());
    stage.key(Chord::plain(Key::Esc));
    let mut story = reported();
    for person in [MOTHER, CHILDREN[0], CHILDREN[1]] {
        let reason = "dubbel".to_owned();
        story.say(Fact::PersonWithdrawn { person, reason });
    }
    let mut stage = at_letter(Lang::Nl, (80, 24), story);
    assert!(stage.desk.text().contains("Er is nog niemand"), "{}", stage.desk.text());
    assert_eq!(letter(&mut stage), None);
}

#[test]
fn a_refusal_stands_in_the_box_in_words() {
    for why in [Words::PaperNotDecided, Words::PaperDecisionDisputed, Words::PrintNoPerson] {
        let mut stage = at_letter(Lang::Nl, (80, 24), reported());
        assert!(letter(&mut stage).is_some());
        answer(&mut stage, Some(Unprinted::Refused(why)));
        let said = stage.desk.model.words.get(why).to_owned();
        let beginning: String = said.chars().take(40).collect();
        assert!(stage.desk.text().contains(&beginning), "{}", stage.desk.text());
        assert!(letter(&mut stage).is_some(), "asked again");
    }
}

#[test]
fn what_was_found_on_a_paper_is_answered_by_another_key_and_only_for_that() {
    let found =
        [tells(PaperSecret::Reporter, "Wie doet wat?"), tells(PaperSecret::ShieldedAddress, "")];
    for keys in ["p", "t"] {
        let mut story = reported();
        story.whole_plan();
        let mut stage = Stage::new(Lang::Nl, (80, 24), story);
        stage.types(keys);
        stage.types("P");
        let first = asked(&stage.key(Chord::ctrl('s'))).unwrap();
        answer(&mut stage, Some(Unprinted::Tells(found.to_vec())));
        let text = stage.desk.text();
        for words in ["wie meldde, bij: Wie doet wat?", "geheim adres", "toch afdrukken"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(!text.contains(WHO), "what it says is not said again");
        // The keys that asked for the paper, and all that is typed, answer nothing.
        for chord in [Chord::ctrl('s'), Chord::plain(Key::Enter), Chord::char('P')] {
            assert!(stage.key(chord).is_empty(), "{chord:?}");
        }
        let second = asked(&stage.key(Chord::char('j'))).unwrap();
        let read = found.to_vec();
        assert_eq!(second, PaperAsked { read, ..first.clone() });
        // Something else came on it meanwhile: that is asked as well.
        let more = tells(PaperSecret::Reporter, "Wie helpen ons?");
        answer(&mut stage, Some(Unprinted::Tells(vec![more])));
        assert!(stage.desk.text().contains("Wie helpen ons?"), "{}", stage.desk.text());
        stage.types("n");
        assert_eq!(stage.desk.model.context(), Context::Form);
        let third = asked(&stage.key(Chord::ctrl('s'))).unwrap();
        assert_eq!(third, first, "what was once read is not read for good");
    }
}

#[test]
fn golden_box_of_a_letter() {
    for lang in Lang::ALL {
        for size in [(80, 24), (140, 40)] {
            let hold = |name: &str, stage: &mut Stage| {
                let name = format!("plans/{name}-{}-{}x{}", lang.code(), size.0, size.1);
                screen(&name, &stage.desk.draw());
            };
            let mut stage = at_letter(lang, size, reported());
            hold("letter", &mut stage);
            stage.types("2\n");
            assert!(letter(&mut stage).is_some());
            answer(&mut stage, Some(Unprinted::Refused(Words::PaperNotDecided)));
            hold("letter-refused", &mut stage);
            assert!(letter(&mut stage).is_some());
            let sections = match lang {
                Lang::Nl => ["Wie doet wat?", "Waar zijn we het niet over eens?"],
                Lang::En => ["Who does what?", "What do we not agree on?"],
            };
            let [one, other] = sections.map(|section| tells(PaperSecret::Reporter, section));
            let address = tells(PaperSecret::ShieldedAddress, "");
            answer(&mut stage, Some(Unprinted::Tells(vec![one, other, address])));
            hold("letter-found", &mut stage);
        }
    }
}
