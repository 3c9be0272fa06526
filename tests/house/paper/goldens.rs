//! Plans as text and HTML in both languages, held against files.

use super::stage;
use crate::golden;
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
