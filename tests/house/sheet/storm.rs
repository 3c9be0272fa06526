//! A form under anything that can be typed, pasted or done to the window.

use super::stage::{Filling, SHEET};
use crate::contact::stage::NARROW;
use crate::contact::storm::{NASTY, act, all_is_safe};
use beschermd::app::Message;
use beschermd::app::chord::Key;
use beschermd::app::field::Entry;
use beschermd::app::screens::sheet::Purpose;
use beschermd::domain::sheet::SheetUse;
use beschermd::text::{Lang, hidden_characters};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 200, ..Default::default() })]

    #[test]
    fn nothing_typed_pasted_or_resized_breaks_a_form(
        acts in prop::collection::vec((any::<u8>(), any::<u8>(), any::<u8>()), 300)
    ) {
        let mut filling = Filling::assessing(Lang::Nl, NARROW);
        for (n, one) in acts.into_iter().enumerate() {
            act(&mut filling.stage, one);
            if filling.sheet().is_none() && filling.model.overlays.is_empty() {
                filling.open("risk-assessment", Purpose::Assessment(SHEET, SheetUse::Assessment));
            }
            if n % 10 == 0 {
                all_is_safe(&filling.stage);
            }
        }
    }
}

#[test]
fn anything_can_be_pasted_into_every_field_and_ten_thousand_lines_too() {
    let lines: String = (0..10_000).map(|n| format!("regel {n}\r\n")).collect();
    let mut filling = Filling::assessing(Lang::Nl, NARROW);
    // An answer opens what stands beside it.
    filling.type_at("answer:hurt-recently:-", "j");
    filling.go_to("answer:trigger:-");
    for _ in 0..filling.form().fields.len() {
        for text in NASTY.iter().copied().chain([lines.as_str()]) {
            filling.send(Message::Paste(text.to_owned()));
        }
        let name = filling.at();
        let field = filling.form().focused().unwrap();
        if matches!(field.entry, Entry::Line(_) | Entry::Paragraph(_)) {
            assert!(!hidden_characters(&field.value()), "{name}");
            assert!(field.value().contains("regel 1"), "{name}");
        } else {
            assert!(!field.value().contains("regel"), "{name}");
        }
        all_is_safe(&filling.stage);
        filling.key(Key::Tab);
    }
    assert!(hidden_characters("\u{202e}"), "the check sees what it looks for");
}
