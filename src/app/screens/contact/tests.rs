//! What a member of staff can count on while somebody is on the line.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::*;
use crate::app::chord::Chord;
use crate::domain::fact::{Acute, Fact, Opening};
use crate::domain::id::StaffId;
use crate::domain::person::{Birth, BsnStatus};
use crate::domain::report::Flag;
use crate::text::{Key, Lang};

const NOW: Moment = Moment(1_791_900_000_000);

fn text() -> Text {
    Text::new(Lang::Nl)
}

fn form(kind: ContactKind) -> ContactForm {
    ContactForm::new([1; 16], kind, NOW, &text())
}

fn fill(form: &mut ContactForm, name: &str, value: &str) {
    let ask = Ask::from_name(name).unwrap();
    let text = text();
    let field = form.fields.iter_mut().find(|field| field.ask == ask).expect("is asked");
    field.set_value(value);
    form.after_change(ask, NOW, &text);
}

fn save(form: &mut ContactForm) -> FormOutcome {
    form.intent(FormIntent::Save, NOW, &text())
}

fn facts(form: &ContactForm) -> Vec<Fact> {
    let mut n = 0_u8;
    let mut ids = || {
        n += 1;
        [n; 16]
    };
    let staff = StaffId([9; 16]);
    let mut desk = Desk { organisation: "VT", staff, staff_name: "J. de Vries", ids: &mut ids };
    form.facts(NOW, &text(), &mut desk).drafts.into_iter().map(|draft| draft.fact).collect()
}

fn filled_report() -> ContactForm {
    let mut form = form(ContactKind::Report);
    for (name, value) in [
        ("acute", "no"),
        ("incident", "Een kind huilde.\nDe buurvrouw hoorde het."),
        ("concern", "Het gebeurt vaker."),
        ("capacity", "35"),
        ("reasons", "8"),
        ("natures", "1,8"),
        ("disclosure", "3"),
        ("reporter-name", "B. Merel"),
        ("person-1-role", "301"),
        ("person-1-first", "Noor"),
        ("person-1-last", "Fuut"),
        ("person-1-birth", "2018"),
        ("person-1-bsn", "9999.10.012"),
        ("person-1-street", "Wulpenpad"),
        ("person-1-number", "912"),
    ] {
        fill(&mut form, name, value);
    }
    form
}

#[test]
fn a_whole_report_is_recorded_with_everything_typed() {
    let mut form = filled_report();
    assert_eq!(save(&mut form), FormOutcome::Ready);
    let facts = facts(&form);
    assert!(matches!(facts[0], Fact::CaseOpened { opening: Opening::Report, .. }));
    let person = facts.iter().find_map(|fact| match fact {
        Fact::PersonDescribed { aspects, .. } => Some(aspects),
        _ => None,
    });
    let person = person.unwrap();
    assert_eq!(person.bsn, Some(BsnStatus::Unverified("999910012".into())));
    assert_eq!(person.birth, Some(Birth::Born(crate::domain::time::PartialDate::Year(2018))));
    assert_eq!(person.formal_address.as_ref().unwrap().street, "Wulpenpad");
    assert!(facts.iter().any(|fact| matches!(fact, Fact::ReporterIdentified { identity, .. }
        if identity.contact_name == "B. Merel")));
    assert!(facts.iter().any(|fact| matches!(fact, Fact::OverseerNamed { .. })));
}

#[test]
fn what_is_wanted_warns_once_and_then_is_saved_as_it_is() {
    let mut form = form(ContactKind::Report);
    fill(&mut form, "incident", "Er klopt iets niet.");
    assert_eq!(save(&mut form), FormOutcome::Stay);
    assert!(matches!(form.hint, Some(Hint::StillEmpty(n)) if n > 0));
    assert_eq!(save(&mut form), FormOutcome::Ready);
    assert!(facts(&form).iter().any(|fact| matches!(fact, Fact::ReportReceived { flags, .. }
        if flags.contains(&Flag::NoChild))));
}

#[test]
fn acute_is_refused_without_an_immediate_action_and_taken_with_one() {
    let mut form = filled_report();
    fill(&mut form, "acute", "yes");
    for _ in 0..3 {
        assert_eq!(save(&mut form), FormOutcome::Stay, "hard rule 1 blocks, however often asked");
    }
    assert_eq!(form.hint, Some(Hint::Blocked));
    fill(&mut form, "action-what", "Politie erheen");
    fill(&mut form, "action-who", "J. de Vries");
    fill(&mut form, "action-when", "1432");
    assert_eq!(save(&mut form), FormOutcome::Ready);
    assert!(
        facts(&form)
            .iter()
            .any(|fact| matches!(fact, Fact::AcuteJudged { acute: Acute::Declared(action) }
            if action.what == "Politie erheen"))
    );
}

#[test]
fn a_bsn_that_fails_the_eleven_test_and_a_day_that_does_not_exist_block() {
    for (name, value, problem) in [
        ("person-1-bsn", "123456789", Key::ContactProblemBsn),
        ("person-1-birth", "30-02-2020", Key::ContactProblemDate),
        ("time", "25:99", Key::ContactProblemTime),
        ("day", "01-01-2199", Key::ContactProblemFuture),
        ("person-1-postcode", "12 AB", Key::ContactProblemPostcode),
    ] {
        let mut form = filled_report();
        fill(&mut form, name, value);
        assert_eq!(save(&mut form), FormOutcome::Stay, "{name}");
        assert_eq!(form.focused().unwrap().problem, Some(problem), "{name}");
    }
}

#[test]
fn an_unborn_child_needs_its_mother_and_a_due_date() {
    let mut form = filled_report();
    fill(&mut form, "person-1-unborn", "yes");
    fill(&mut form, "person-1-birth", "");
    assert_eq!(save(&mut form), FormOutcome::Stay);
    form.add_person(&text());
    fill(&mut form, "person-2-role", "111");
    fill(&mut form, "person-2-sex", "2");
    fill(&mut form, "person-1-birth", "12-2026");
    assert_eq!(save(&mut form), FormOutcome::Ready, "{:?}", form.focused());
}

#[test]
fn turning_keeps_what_was_typed_and_advice_records_nothing_of_the_family() {
    let mut form = filled_report();
    form.intent(FormIntent::Turn, NOW, &text());
    assert_eq!(form.kind, ContactKind::Advice);
    fill(&mut form, "advice-steps", "1,7");
    assert_eq!(save(&mut form), FormOutcome::Ready);
    let recorded = facts(&form);
    assert!(recorded.iter().all(|fact| matches!(
        fact,
        Fact::CaseOpened { .. } | Fact::AdviceGiven { .. } | Fact::OverseerNamed { .. }
    )));
    assert!(!format!("{recorded:?}").contains("Noor"));
    for _ in 0..4 {
        form.intent(FormIntent::Turn, NOW, &text());
    }
    assert_eq!(form.kind, ContactKind::Report);
    assert_eq!(form.words(Ask::from_name("person-1-first").unwrap()), "Noor");
}

#[test]
fn a_draft_is_resumed_exactly_where_it_was_left() {
    let mut form = filled_report();
    form.add_person(&text());
    form.add_relation(&text());
    fill(&mut form, "person-2-first", "Siebe");
    fill(&mut form, "relation-1-from", "2");
    form.focus_on(Ask::from_name("person-2-first").unwrap());
    let again = ContactForm::resume([1; 16], &form.draft_lines(), &text()).unwrap();
    assert_eq!(again.draft_lines(), form.draft_lines());
    assert_eq!(again.focused().unwrap().ask, form.focused().unwrap().ask);
    assert_eq!(facts(&again), facts(&form));
}

#[test]
fn a_draft_is_due_a_second_after_the_first_unwritten_key_and_not_before() {
    let mut form = form(ContactKind::Report);
    assert_eq!(form.clock.due(), None);
    form.focus_on(Ask::from_name("incident").unwrap());
    form.typed(Chord::char('a'), NOW, &text());
    form.typed(Chord::char('b'), Moment(NOW.0 + 900), &text());
    assert_eq!(form.clock.due(), Some(Moment(NOW.0 + 1_000)));
    form.clock.written();
    assert_eq!(form.clock.due(), None);
    form.typed(Chord::char('c'), Moment(NOW.0 + 1_500), &text());
    assert_eq!(form.clock.due(), Some(Moment(NOW.0 + 2_500)));
}

#[test]
fn an_empty_form_is_not_recorded_and_a_question_is_answered_and_closed() {
    let mut empty = form(ContactKind::Report);
    assert_eq!(save(&mut empty), FormOutcome::Stay);
    assert_eq!(save(&mut empty), FormOutcome::Stay);
    let mut question = form(ContactKind::Question);
    fill(&mut question, "capacity", "35");
    fill(&mut question, "topic", "1");
    assert_eq!(save(&mut question), FormOutcome::Ready);
    assert!(facts(&question).iter().any(|fact| matches!(fact, Fact::ClosingDecided { .. })));
}

#[test]
fn a_shielded_address_is_recorded_only_under_its_own_key() {
    let mut form = filled_report();
    fill(&mut form, "person-1-shielded", "yes");
    let facts = facts(&form);
    assert!(facts.iter().any(|fact| matches!(fact, Fact::ShieldedAddressRecorded { address, .. }
        if address.street == "Wulpenpad")));
    assert!(facts.iter().all(|fact| !matches!(fact, Fact::PersonDescribed { aspects, .. }
        if aspects.formal_address.is_some() || aspects.actual_address.is_some())));
}

#[test]
fn every_section_is_reached_and_left_in_both_directions() {
    let mut form = filled_report();
    form.focus = 0;
    let mut seen = Vec::new();
    for _ in 0..30 {
        seen.push(form.focused().map(|field| field.section.shown(&text()).to_string()));
        form.intent(FormIntent::NextSection, NOW, &text());
    }
    let wanted: std::collections::BTreeSet<String> =
        form.fields.iter().map(|field| field.section.shown(&text()).to_string()).collect();
    let reached: std::collections::BTreeSet<_> = seen.into_iter().flatten().collect();
    assert_eq!(wanted, reached);
    for _ in 0..30 {
        form.intent(FormIntent::PreviousSection, NOW, &text());
    }
    assert_eq!(form.focus, 0);
}

#[test]
fn a_report_is_linked_to_the_case_it_was_said_to_belong_to() {
    let mut form = filled_report();
    fill(&mut form, "linked-case", "ZW1-26-0007");
    assert_eq!(save(&mut form), FormOutcome::Stay, "no such case was found");
    let other = crate::domain::id::CaseId([4; 16]);
    form.linked_case = Some((other, crate::domain::fact::LinkKind::Advice));
    assert_eq!(save(&mut form), FormOutcome::Ready);
    assert!(facts(&form).iter().any(|fact| matches!(fact, Fact::LinkRecorded { link, .. }
        if link.other == other && link.kind == crate::domain::fact::LinkKind::Advice)));
}
