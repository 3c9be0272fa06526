//! The work on a case: what the tabs show, and what holds for signing, acute unsafety and disputes.

use super::sample::{self, COLLEAGUE, Desk, ME, disputed, held};
use crate::golden::screen;
use beschermd::app::chord::{Chord, Key};
use beschermd::app::effect::Ticket;
use beschermd::app::message::UnlockRefusal;
use beschermd::app::model::{Overlay, Place};
use beschermd::app::screens::work::{self, Sign, triage::Line};
use beschermd::app::screens::work::{RowKey, bind::triage as bind};
use beschermd::app::{Effect, Message};
use beschermd::domain::case::Case;
use beschermd::domain::code::Nature;
use beschermd::domain::fact::{Acute, Fact};
use beschermd::domain::id::{CaseId, EventId, InquiryId, OriginId, PersonId, ReportId, StaffId};
use beschermd::domain::person::Answer;
use beschermd::domain::queue::{Row, Urgency};
use beschermd::domain::slot::Stamp;
use beschermd::domain::time::{Day, Moment};
use beschermd::domain::triage::{
    Check, Expertise, FamilyAnswer, FamilyContact, Inquiry, InquiryBasis, PersonInforming,
    ReporterTold, Seen, TriageDecision, TriageOutcome, UrgencyJudged,
};
use beschermd::text::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// What was done in a case.
type Change = fn(&mut Case);

const SIZES: [(u16, u16); 2] = [(80, 24), (140, 40)];
const CASE: CaseId = CaseId([7; 16]);
const CHILD: PersonId = PersonId([1; 16]);
const MOTHER: PersonId = PersonId([2; 16]);

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn plain() -> Case {
    sample::case(CASE, "ZW1-16-0007", &str::to_owned)
}

fn half(case: &mut Case) {
    let judged = UrgencyJudged { urgency: Urgency::Day, why: "Ruzie kan vanavond weer.".into() };
    case.triage.urgency = held(60, judged);
    case.triage.index = held(61, Check { found: Answer::Unknown, words: String::new() });
    let family = FamilyContact {
        on: Some(day("2016-10-07")),
        with: "moeder, thuis".into(),
        outcome: Some(FamilyAnswer::Minimises),
        why_not: String::new(),
    };
    case.triage.family = held(62, family);
    let inquiry = Inquiry {
        whom: "S. de Wit, school".into(),
        basis: InquiryBasis::Consent,
        question: "Hoe vaak was Noor afwezig?".into(),
        asked_on: day("2016-10-06"),
        answered_on: None,
        answer: String::new(),
    };
    case.inquiries = BTreeMap::from([(InquiryId([1; 16]), held(63, Some(inquiry)))]);
    case.triage.expertise = held(64, BTreeSet::from([Expertise::BehaviouralExpert]));
}

fn complete(case: &mut Case) {
    half(case);
    let nothing = Check { found: Answer::No, words: "open en gesloten zaken".into() };
    case.triage.earlier = held(70, nothing.clone());
    case.triage.index = held(71, nothing);
    case.triage.natures = held(72, BTreeSet::from([Nature(3), Nature(8)]));
    case.triage.analysis = held(73, "Ruzie tussen ouders; Noor hoort het.".into());
    let seen = Seen {
        seen_on: Some(day("2016-10-07")),
        spoken_on: Some(day("2016-10-07")),
        by: "J. de Vries".into(),
        why_not: String::new(),
        words: "\u{201c}Ik slaap bij oma.\u{201d}".into(),
    };
    case.seen = BTreeMap::from([(CHILD, held(74, seen))]);
    let told =
        ReporterTold { on: Some(day("2016-10-10")), how: "gebeld".into(), why_not: String::new() };
    case.triage.reporter_told = held(75, told);
    let told = PersonInforming::Told { on: day("2016-10-07"), how: "thuis".into() };
    let later = PersonInforming::Postponed {
        until: day("2016-11-10"),
        ground: "Moeder wil eerst naar de opvang.".into(),
    };
    case.informed = BTreeMap::from([(CHILD, held(76, told)), (MOTHER, held(77, later))]);
}

fn decision(outcome: TriageOutcome) -> TriageDecision {
    TriageDecision {
        outcome,
        reasons: "Te veel onduidelijk; moeder maakt het klein.".into(),
        receiver: String::new(),
        reports: BTreeSet::from([ReportId([1; 16])]),
        decided_at: sample::now(),
        late_reason: String::new(),
        policy: "deadlines@2026-1".into(),
    }
}

fn waiting(case: &mut Case) {
    complete(case);
    case.triage_decision = held(80, decision(TriageOutcome::Investigate));
}

fn by_colleague(case: &mut Case) {
    complete(case);
    let stamp = Stamp { author: COLLEAGUE, origin: OriginId([9; 16]), at: sample::now() };
    case.triage_decision = beschermd::domain::slot::Held::default();
    case.triage_decision.add(EventId([80; 32]), stamp, decision(TriageOutcome::Investigate));
}

fn signed(case: &mut Case) {
    waiting(case);
    let stamp = Stamp { author: COLLEAGUE, origin: OriginId([9; 16]), at: sample::now() };
    case.countersigned =
        BTreeMap::from([(EventId([80; 32]), BTreeMap::from([(COLLEAGUE, stamp)]))]);
}

fn acute(case: &mut Case) {
    half(case);
    case.acute = held(50, sample::acute());
}

fn contradicted(case: &mut Case) {
    half(case);
    let judged = |urgency, why: &str| UrgencyJudged { urgency, why: why.into() };
    let (one, other) = (
        judged(Urgency::FiveDays, "Vader is weg."),
        judged(Urgency::Day, "Vader komt vanavond terug."),
    );
    case.triage.urgency = disputed(60, one, other);
}

fn untouched(_: &mut Case) {}

/// A desk with this case alone, its work page open.
fn desk(size: (u16, u16), lang: Lang, change: fn(&mut Case)) -> Desk {
    later(size, lang, change, 0)
}

/// The same, so many days later.
fn later(size: (u16, u16), lang: Lang, change: fn(&mut Case), days: i64) -> Desk {
    let mut case = plain();
    change(&mut case);
    let at = Moment(sample::now().0 + days * 86_400_000);
    let entry = sample::entry(Row::of(&case), at, false);
    let mut desk = Desk::unlocked_at(at, lang, size, vec![entry]);
    desk.send(Message::CaseLoaded(Box::new(case)));
    desk.send(Message::Key(Chord::char('t')));
    desk
}

fn nl(change: fn(&mut Case)) -> Desk {
    desk((140, 40), Lang::Nl, change)
}

fn page(desk: &Desk) -> &work::State {
    match &desk.model.desk().unwrap().place {
        Place::Work(state) => state,
        other => panic!("not the work page: {other:?}"),
    }
}

fn signs(desk: &Desk) -> BTreeMap<Line, Sign> {
    let rows = page(desk).content.rows.iter();
    rows.filter_map(|row| match &row.key {
        RowKey::Triage(line) => Some((*line, row.sign)),
        _ => None,
    })
    .collect()
}

fn go_to(desk: &mut Desk, line: Line) {
    work::go_to(&mut desk.model, CASE, RowKey::Triage(line));
}

fn recorded_facts(effects: &[Effect]) -> Vec<Fact> {
    let drafts = effects.iter().filter_map(|effect| match effect {
        Effect::Record { drafts, .. } => Some(drafts),
        _ => None,
    });
    drafts.flatten().map(|draft| draft.fact.clone()).collect()
}

#[test]
fn the_triage_in_every_state() {
    let states: [(&str, Change); 6] = [
        ("empty", untouched),
        ("half", half),
        ("complete", complete),
        ("acute", acute),
        ("disputed", contradicted),
        ("waiting", waiting),
    ];
    for lang in Lang::ALL {
        for size in SIZES {
            let name = format!("{}-{}x{}", lang.code(), size.0, size.1);
            for (state, change) in states {
                let mut desk = desk(size, lang, change);
                if state == "waiting" {
                    go_to(&mut desk, Line::Signature);
                }
                screen(&format!("triage-{state}-{name}"), &desk.draw());
            }
            let mut desk = later(size, lang, half, 3);
            screen(&format!("triage-overdue-{name}"), &desk.draw());
        }
    }
}

#[test]
fn duties_and_the_box_in_which_a_colleague_signs() {
    for lang in Lang::ALL {
        for size in SIZES {
            let name = format!("{}-{}x{}", lang.code(), size.0, size.1);
            let mut desk = desk(size, lang, waiting);
            desk.types("d");
            screen(&format!("duties-{name}"), &desk.draw());
            go_to(&mut desk, Line::Signature);
            desk.types("\n");
            screen(&format!("sign-{name}"), &desk.draw());
        }
    }
}

#[test]
fn a_half_made_triage_shows_what_is_missing_for_a_decision() {
    let mut desk = nl(half);
    let signs = signs(&desk);
    assert_eq!(signs[&Line::Urgency], Sign::Done);
    assert_eq!(signs[&Line::Earlier], Sign::Open);
    assert_eq!(signs[&Line::Index], Sign::Open, "nobody looked yet");
    assert_eq!(signs[&Line::Inquiry(InquiryId([1; 16]))], Sign::Open, "no answer yet");
    let text = desk.text();
    // Noor is five: nothing is asked of a decision about her, but the step stays open.
    assert!(text.contains("Voor een besluit nog nodig: Eerder in beeld."), "{text}");
    assert!(text.contains("Ook nog open: Verwijsindex"), "{text}");
    let done = nl(complete).text();
    assert!(done.contains("Alles voor een besluit is er."), "{done}");
}

#[test]
fn what_the_family_said_is_suggested_with_its_source_and_ticks_nothing() {
    let mut desk = nl(half);
    go_to(&mut desk, Line::Suggested(beschermd::domain::suggestion::Suggestion::Minimising));
    let text = desk.text();
    assert!(text.contains("meldcode.nu/triage"), "{text}");
    assert_eq!(signs(&desk)[&Line::Decision], Sign::Open);
}

#[test]
fn a_disputed_step_shows_both_readings_with_who_and_when() {
    let mut desk = nl(contradicted);
    go_to(&mut desk, Line::Urgency);
    assert_eq!(signs(&desk)[&Line::Urgency], Sign::Dispute);
    let text = desk.text();
    for shown in ["Vader is weg.", "Vader komt vanavond terug.", "J. de Vries", "A. Öztürk"] {
        assert!(text.contains(shown), "{shown}\n{text}");
    }
    // The stricter reading counts until somebody fills it in.
    assert!(text.contains("urgentie: 24 uur"), "{text}");
    let mut case = plain();
    contradicted(&mut case);
    assert!(bind::triage_answers(&case).keys().all(|place| place.item.0 != "urgency"));
}

#[test]
fn the_selection_stays_on_its_row_when_the_case_is_read_anew() {
    let mut desk = nl(half);
    go_to(&mut desk, Line::Family);
    let mut after = plain();
    // A row more above it: another question was asked meanwhile.
    half(&mut after);
    let another = after.inquiries[&InquiryId([1; 16])].clone();
    after.inquiries.insert(InquiryId([2; 16]), another);
    desk.send(Message::CaseLoaded(Box::new(after)));
    assert_eq!(page(&desk).selected().unwrap().key, RowKey::Triage(Line::Family));
    // And when one was away on another tab, and in the queue.
    desk.types("dt");
    assert_eq!(page(&desk).selected().unwrap().key, RowKey::Triage(Line::Family));
    desk.key(Chord::plain(Key::Esc));
    desk.send(Message::Key(Chord::char('t')));
    assert_eq!(page(&desk).selected().unwrap().key, RowKey::Triage(Line::Family));
}

#[test]
fn enter_opens_the_form_at_the_section_of_the_row_with_what_stands_filled_in() {
    let mut desk = nl(half);
    go_to(&mut desk, Line::Family);
    desk.send(Message::Key(Chord::plain(Key::Enter)));
    let text = desk.text();
    assert!(text.contains("moeder, thuis"), "{text}");
    desk.key(Chord::plain(Key::Esc));
    assert_eq!(page(&desk).selected().unwrap().key, RowKey::Triage(Line::Family));
}

#[test]
fn only_what_changed_becomes_a_fact_and_it_replaces_what_was_seen() {
    let mut case = plain();
    half(&mut case);
    let before = bind::triage_answers(&case);
    assert_eq!(bind::triage_facts(&before, &before), Vec::new());
    let mut desk = nl(half);
    go_to(&mut desk, Line::Urgency);
    desk.send(Message::Key(Chord::plain(Key::Enter)));
    desk.types("3");
    let mut effects = desk.key(Chord::ctrl('s'));
    if recorded_facts(&effects).is_empty() {
        // Wanted answers are missing: saving again keeps it like this.
        effects = desk.key(Chord::ctrl('s'));
    }
    let drafts = effects.iter().find_map(|effect| match effect {
        Effect::Record { drafts, .. } => Some(drafts.clone()),
        _ => None,
    });
    let drafts = drafts.unwrap();
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].replaces, vec![EventId([60; 32])]);
    let Fact::TriageNoted { aspects } = &drafts[0].fact else { panic!("{drafts:?}") };
    assert_eq!(aspects.present().len(), 1);
    assert_eq!(aspects.urgency.as_ref().unwrap().urgency, Urgency::FiveDays);
}

#[test]
fn a_decision_without_its_steps_is_refused_before_it_is_saved() {
    let mut desk = nl(half);
    go_to(&mut desk, Line::Decision);
    desk.send(Message::Key(Chord::plain(Key::Enter)));
    desk.types("1");
    desk.types("Onduidelijk");
    for _ in 0..2 {
        let effects = desk.key(Chord::ctrl('s'));
        assert_eq!(recorded_facts(&effects), Vec::new());
    }
    let text = desk.text();
    assert!(text.contains("Eerdere betrokkenheid is nog niet nagegaan"), "{text}");
}

fn overlay(desk: &Desk) -> Option<&work::sign::State> {
    match desk.model.overlays.last() {
        Some(Overlay::Sign(state)) => Some(state),
        _ => None,
    }
}

fn asked_signature(effects: &[Effect]) -> Option<(Ticket, StaffId, String)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Countersign { ticket, case, event, staff, passphrase } => {
            assert_eq!((*case, *event), (CASE, EventId([80; 32])));
            Some((*ticket, *staff, passphrase.expose().to_owned()))
        }
        _ => None,
    })
}

#[test]
fn who_decided_cannot_sign_and_a_colleague_signs_with_their_own_passphrase() {
    let mut desk = nl(waiting);
    go_to(&mut desk, Line::Signature);
    let effects = desk.types("s");
    assert_eq!(recorded_facts(&effects), Vec::new());
    assert!(desk.text().contains("Wie iets vastlegt, tekent het niet zelf."));
    desk.types("\n");
    let state = overlay(&desk).unwrap();
    assert!(state.staff.iter().all(|choice| choice.staff != ME), "never the author");
    desk.types("xqzout");
    let effects = desk.key(Chord::plain(Key::Enter));
    let (ticket, staff, passphrase) = asked_signature(&effects).unwrap();
    assert_eq!((staff, passphrase.as_str()), (COLLEAGUE, "xqzout"));
    assert!(!format!("{:?}", desk.model).contains("xqzout"), "it is not kept");
    desk.send(Message::SignRefused { ticket, refusal: UnlockRefusal::Wrong });
    assert!(overlay(&desk).is_some(), "it may be tried again");
    desk.send(Message::SignRefused { ticket: Ticket(9_999), refusal: UnlockRefusal::Wait(8) });
    desk.types("paard gieter lantaarn");
    let effects = desk.key(Chord::plain(Key::Enter));
    let (ticket, _, _) = asked_signature(&effects).unwrap();
    let mut after = plain();
    signed(&mut after);
    let recorded = beschermd::app::message::Recorded {
        ticket,
        at: desk.at,
        events: vec![EventId([81; 32])],
        case: Some(Box::new(after)),
    };
    desk.send(Message::Recorded(recorded));
    assert!(desk.model.overlays.is_empty());
    assert!(desk.text().contains("Besloten: onderzoek door ons."), "{}", desk.text());
    assert!(desk.text().contains("J. de Vries"), "who sits here stays");
    assert_eq!(signs(&desk)[&Line::Decision], Sign::Done);
}

#[test]
fn who_did_not_decide_signs_after_being_asked() {
    let mut desk = nl(by_colleague);
    desk.types("s");
    let effects = desk.types("s");
    assert_eq!(recorded_facts(&effects), Vec::new(), "the key that asked does not answer");
    let effects = desk.types("j");
    let event = EventId([80; 32]);
    assert_eq!(recorded_facts(&effects), vec![Fact::Countersigned { event, staff: ME }]);
}

#[test]
fn a_lock_forgets_the_passphrase_that_was_being_typed() {
    let mut desk = nl(waiting);
    go_to(&mut desk, Line::Signature);
    desk.types("\npaard");
    desk.send(Message::Idle);
    assert!(desk.model.overlays.is_empty());
    assert!(!format!("{:?}", desk.model).contains("paard"));
}

#[test]
fn while_one_types_a_key_leads_to_the_acute_question() {
    let mut desk = Desk::unlocked(Lang::Nl, (80, 24), sample::queue(&str::to_owned));
    desk.types("n");
    desk.key(Chord::ctrl('a'));
    desk.types("j");
    assert!(desk.text().contains("Wat doen we meteen"), "{}", desk.text());
}

#[test]
fn an_acute_case_is_followed_up_with_a_next_action_or_a_reason() {
    let mut desk = nl(acute);
    assert!(desk.text().contains("urgentie: nu"), "{}", desk.text());
    assert_eq!(signs(&desk)[&Line::Acute], Sign::Danger);
    desk.types("a");
    assert!(matches!(desk.model.desk().unwrap().place, Place::Sheet(_)));
    desk.types("1");
    desk.types("Kinderen slapen bij oma\nK. de Wit\n1600");
    let effects = desk.key(Chord::ctrl('s'));
    let facts = recorded_facts(&effects);
    let [Fact::AcuteJudged { acute: Acute::Declared(action) }] = facts.as_slice() else {
        panic!("{facts:?}\n{}", desk.text())
    };
    assert_eq!(action.who, "K. de Wit");
}

#[test]
fn danger_goes_before_the_form_on_the_screen_and_its_draft_is_kept() {
    let mut desk = nl(half);
    go_to(&mut desk, Line::Analysis);
    desk.send(Message::Key(Chord::plain(Key::Enter)));
    desk.types("\tMoeder bang");
    let effects = desk.key(Chord::ctrl('a'));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::SaveDraft(_))), "{effects:?}");
    assert!(matches!(desk.model.overlays.last(), Some(Overlay::Form(_))));
    desk.types("Politie gebeld\nJ. de Vries\n");
    let effects = desk.types("\n");
    let facts = recorded_facts(&effects);
    assert!(matches!(facts.as_slice(), [Fact::AcuteJudged { acute: Acute::Declared(_) }]));
    assert!(matches!(desk.model.desk().unwrap().place, Place::Sheet(_)), "and one goes on there");
}

#[test]
fn a_day_that_lies_ahead_is_refused_at_the_child_it_is_about() {
    let mut desk = nl(half);
    go_to(&mut desk, Line::Child(CHILD));
    desk.send(Message::Key(Chord::plain(Key::Enter)));
    desk.types("+5d");
    for _ in 0..2 {
        let effects = desk.key(Chord::ctrl('s'));
        assert_eq!(recorded_facts(&effects), Vec::new());
    }
    let text = desk.text();
    assert!(text.contains("Deze dag ligt in de toekomst"), "{text}");
}

#[test]
fn something_that_happened_is_written_down_from_any_tab() {
    let mut desk = nl(half);
    desk.types("di");
    desk.types("Vader kwam terug");
    desk.key(Chord::plain(Key::Tab));
    desk.types("gisteren");
    let effects = desk.key(Chord::ctrl('s'));
    let facts = recorded_facts(&effects);
    let [Fact::IncidentNoted { content: Some(incident), .. }] = facts.as_slice() else {
        panic!("{facts:?}\n{}", desk.text())
    };
    assert_eq!((incident.what.as_str(), incident.on), ("Vader kwam terug", day("2016-10-09")));
}
