//! The form under anything that can be typed, pasted or done to the window.

use super::stage::{NARROW, Stage};
use beschermd::app::Message;
use beschermd::app::chord::{Chord, Key};
use beschermd::app::field::Entry;
use beschermd::text::{Lang, hidden_characters};
use proptest::prelude::*;

pub const NASTY: [&str; 8] = [
    "\u{1b}]0;boo\u{7}\u{1b}[31m\u{9b}2J\0\u{7f}",
    "שלום \u{202e}gnol\u{202c} مرحبا\u{2066}\u{200f}",
    "👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇳🇱 ❤️‍🔥",
    "漢字かな交じり文ｆｕｌｌ",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}",
    "\u{e0041}\u{e0042}\u{feff}\u{200b}\u{00ad}\u{2028}x\u{2029}",
    "\t\r\n\r\r\n",
    "\u{0301}\u{200d}\u{20e3}\u{1f1f3}",
];

pub fn all_is_safe(stage: &Stage) {
    for cell in &stage.drawn().content {
        let symbol = cell.symbol();
        assert!(!symbol.chars().any(char::is_control), "{symbol:?}");
        assert!(!hidden_characters(symbol), "{symbol:?}");
    }
}

/// A key, a paste or a window, from three numbers.
pub fn act(stage: &mut Stage, (what, which, size): (u8, u8, u8)) {
    const KEYS: [Key; 14] = [
        Key::Enter,
        Key::Tab,
        Key::BackTab,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
        Key::Backspace,
        Key::Delete,
        Key::Esc,
    ];
    let letters = ['t', 'n', 'd', 'g', 's', 'u', 'r', 'w', 'a', 'e', 'k', 'p', 'f', 'b'];
    let typed = ['a', 'é', 'ß', '漢', '👍', '\u{301}', '\u{202e}', ' ', '1', '9', 'j', '?', 'n'];
    let pick = usize::from(which);
    match what {
        0..=89 => drop(stage.send(Message::Key(Chord::char(typed[pick % typed.len()])))),
        90..=169 => drop(stage.key(KEYS[pick % KEYS.len()])),
        170..=199 => drop(stage.ctrl(letters[pick % letters.len()])),
        200..=225 => {
            let text = NASTY[pick % NASTY.len()].repeat(usize::from(size) / 8);
            stage.send(Message::Paste(text));
        }
        226..=240 => {
            let (columns, rows) = (u16::from(which) * 2, u16::from(size) / 2);
            stage.send(Message::Resize(columns.max(1), rows.max(1)));
        }
        241.. => drop(stage.wait(700)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 200, ..Default::default() })]

    #[test]
    fn nothing_typed_pasted_or_resized_breaks_the_form(
        acts in prop::collection::vec((any::<u8>(), any::<u8>(), any::<u8>()), 500)
    ) {
        let mut stage = Stage::calling(Lang::Nl, NARROW);
        for (n, one) in acts.into_iter().enumerate() {
            act(&mut stage, one);
            if stage.contact().is_none() && stage.model.overlays.is_empty() {
                stage.letters("n");
            }
            if n % 10 == 0 {
                all_is_safe(&stage);
            }
        }
    }
}

#[test]
fn anything_can_be_pasted_into_every_field_and_ten_thousand_lines_too() {
    let lines: String = (0..10_000).map(|n| format!("regel {n}\r\n")).collect();
    let mut stage = Stage::calling(Lang::Nl, NARROW);
    let count = stage.form().fields.len();
    while stage.form().focus > 0 {
        stage.key(Key::BackTab);
    }
    for _ in 0..count {
        for text in NASTY.iter().copied().chain([lines.as_str()]) {
            stage.send(Message::Paste(text.to_owned()));
        }
        let field = stage.form().focused().unwrap();
        if matches!(field.entry, Entry::Line(_) | Entry::Paragraph(_)) {
            assert!(!hidden_characters(&field.value()), "{}", field.ask.name());
            assert!(field.value().contains("regel 1"), "{}", field.ask.name());
        } else {
            assert!(!field.value().contains("regel"), "{}", field.ask.name());
        }
        all_is_safe(&stage);
        stage.key(Key::Tab);
    }
}

/// How long a letter takes in a long story; run with `--ignored --nocapture`.
#[test]
#[ignore = "long: a measurement, not a promise"]
fn a_letter_in_twenty_thousand_characters() {
    use std::time::Instant;
    for (what, word) in [("ascii", "verhaal "), ("accents", "één café "), ("lines", "regel\n")] {
        let mut stage = Stage::calling(Lang::Nl, super::stage::WIDE);
        stage.go_to("incident");
        let text: String = word.chars().cycle().take(20_000).collect();
        stage.send(Message::Paste(text));
        let size = stage.model.size;
        let backend = ratatui::backend::TestBackend::new(size.columns, size.rows);
        let mut terminal = ratatui::Terminal::new(backend).unwrap();
        let theme = beschermd::view::theme::Theme::new(Default::default(), false);
        let (mut updates, mut draws) = (Vec::new(), Vec::new());
        for _ in 0..200 {
            let from = Instant::now();
            stage.letters("a");
            updates.push(from.elapsed());
            let from = Instant::now();
            terminal.draw(|f| beschermd::view::draw(&stage.model, &theme, f)).unwrap();
            draws.push(from.elapsed());
        }
        updates.sort();
        draws.sort();
        println!(
            "{what}: update p50 {:?} p99 {:?}; draw p50 {:?} p99 {:?}",
            updates[100], updates[198], draws[100], draws[198]
        );
    }
}
