//! A form on the screen, in both languages and two windows.

use super::stage::Filling;
use crate::contact::stage::{NARROW, WIDE};
use crate::golden;
use beschermd::domain::sheet::SheetUse;
use beschermd::text::Lang;

/// Holds one moment of a form in every language and window.
fn hold(name: &str, form: (&str, SheetUse), play: impl Fn(&mut Filling)) {
    for lang in Lang::ALL {
        for size in [NARROW, WIDE] {
            let mut filling = Filling::of(lang, size, form.0, form.1);
            play(&mut filling);
            let name = format!("sheet/{name}-{}-{}", lang.code(), size.columns);
            golden::screen(&name, &filling.drawn());
        }
    }
}

const RISK: (&str, SheetUse) = ("risk-assessment", SheetUse::Assessment);

#[test]
fn an_empty_assessment() {
    hold("empty", RISK, |_| {});
}

#[test]
fn an_assessment_half_done_with_evidence_and_a_proposal() {
    hold("half", RISK, |filling| {
        filling.type_at("answer:trigger:-", "2");
        filling.type_at("answer:hurt-recently:-", "jj");
        filling.letters("n??");
        filling.go_to("critical:hurt-recently:-");
        filling.letters(" ");
        filling.type_at("seen-on:hurt-recently:-", "gisteren");
        filling.type_at("source:hurt-recently:-", "school");
    });
    hold("proposal", RISK, |filling| {
        filling.type_at("answer:hurt-recently:-", "j");
        filling.go_to("answer:safety:-");
    });
}

#[test]
fn a_complete_assessment() {
    hold("complete", RISK, |filling| {
        filling.conclude();
        filling.go_to("answer:reasons:-");
    });
}

#[test]
fn an_assessment_that_cannot_be_recorded_yet() {
    hold("problems", RISK, |filling| {
        filling.type_at("answer:hurt-recently:-", "j");
        filling.type_at("seen-on:hurt-recently:-", "+5d");
        filling.ctrl('s');
    });
}

#[test]
fn colleagues_who_answered_differently() {
    for lang in Lang::ALL {
        for size in [NARROW, WIDE] {
            let mut filling = Filling::disputed(lang, size);
            filling.go_to("answer:hurt-recently:-");
            let name = format!("sheet/disputed-{}-{}", lang.code(), size.columns);
            golden::screen(&name, &filling.drawn());
        }
    }
}

#[test]
fn the_help_of_a_question() {
    hold("help", RISK, |filling| {
        filling.go_to("answer:hurt-recently:-");
        filling.ctrl('g');
    });
}

#[test]
fn a_scale_per_rater() {
    hold("scaling", ("scaling", SheetUse::Scaling), |filling| {
        filling.letters("t");
        let name = filling.at();
        filling.letters("4");
        filling.go_to(&name);
    });
}
