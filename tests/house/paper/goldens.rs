//! Plans as text and HTML in both languages, held against files.

use super::stage;
use crate::golden;
use beschermd::document::paper::letter::{self, Filling, Flag, LetterKind, Place};
use beschermd::document::paper::{html, plan, text};
use beschermd::text::{Lang, Text};

fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "nl",
        Lang::En => "en",
    }
}

#[test]
fn the_plans_read_as_they_did() {
    for lang in Lang::ALL {
        let words = Text::new(lang);
        for (kind, reading) in [("safety", stage::safety()), ("family", stage::family())] {
            let paper = plan::paper(&reading, stage::today(), &words);
            let file = format!("tests/house/golden/paper/plan-{kind}-{}", name(lang));
            golden::file(&format!("{file}.txt"), &text::write(&paper));
            golden::file(&format!("{file}.html"), &html::write(&paper, false));
        }
    }
}

#[test]
fn the_letters_read_as_they_did() {
    for lang in Lang::ALL {
        let words = Text::new(lang);
        for kind in LetterKind::ALL {
            let paper = letter::paper(kind, &filling(kind), stage::today(), &words);
            let file = format!("tests/house/golden/paper/{}-{}", kind.name(), name(lang));
            golden::file(&format!("{file}.txt"), &text::write(&paper));
        }
    }
}

/// Every place filled, every sentence chosen that goes together.
fn filling(kind: LetterKind) -> Filling {
    let chosen = [Flag::Closed, Flag::FollowUp, Flag::StepsProfessional];
    let places = kind.places().iter().map(|place| {
        let words = match place {
            Place::Recipient => "Dana Nováková",
            Place::Organisation => "Veilig Thuis Proefstad",
            Place::Worker => "An Wielewaal",
            Place::Children => "Zoë, Jörgen, Ełła",
            Place::When => "maandag 30 november 2026, 10.00 uur",
            Place::Where => "",
            Place::Contact => "038 000 00 00",
            Place::Reporter => "Basisschool De Ark",
            Place::Receiver => "het wijkteam Noord",
            Place::Decided | Place::Received => "dinsdag 24 november 2026",
        };
        (*place, words.to_owned())
    });
    Filling {
        from: "Veilig Thuis Proefstad".into(),
        number: "VT-2026-0042".into(),
        envelope: ["Dana Nováková", "Proefstraat 1", "9999ZZ Proefstad"].map(String::from).to_vec(),
        places: places.collect(),
        flags: chosen.into_iter().filter(|flag| kind.flags().contains(flag)).collect(),
    }
}
