//! The PDF: what a reader of the file finds in it.

use super::stage;
use beschermd::document::paper::{pdf, plan};
use beschermd::text::{Lang, Text};

#[test]
fn look() {
    for (name, reading) in [("safety", stage::safety()), ("family", stage::family())] {
        let paper = plan::paper(&reading, stage::today(), &Text::new(Lang::Nl));
        std::fs::write(format!("/tmp/look-{name}.pdf"), pdf::write(&paper, false).unwrap())
            .unwrap();
        std::fs::write(format!("/tmp/look-{name}-l.pdf"), pdf::write(&paper, true).unwrap())
            .unwrap();
    }
}
