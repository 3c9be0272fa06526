//! What the input parser and its thread promise.

use std::sync::mpsc;

use super::*;

fn read(pieces: &[&[u8]]) -> Vec<InputEvent> {
    let mut parser = Parser::default();
    let mut events = Vec::new();
    for piece in pieces {
        parser.feed(piece, &mut events);
    }
    events
}

fn held(code: KeyCode, modifiers: KeyModifiers) -> InputEvent {
    InputEvent::Key(KeyEvent::new(code, modifiers))
}

#[test]
fn keys_of_every_common_terminal_are_known() {
    let table: [(&[u8], InputEvent); 26] = [
        (b"a", character('a')),
        (b"\r", key(KeyCode::Enter)),
        (b"\t", key(KeyCode::Tab)),
        (b"\x7f", key(KeyCode::Backspace)),
        (b"\x08", key(KeyCode::Backspace)),
        (b"\x03", control('c')),
        (b"\x0c", control('l')),
        (b"\x00", control(' ')),
        (b"\x1bx", alt('x')),
        (b"\x1b[A", key(KeyCode::Up)),
        (b"\x1bOB", key(KeyCode::Down)),
        (b"\x1b[1;5C", held(KeyCode::Right, KeyModifiers::CONTROL)),
        (b"\x1b[1~", key(KeyCode::Home)),
        (b"\x1b[8~", key(KeyCode::End)),
        (b"\x1b[H", key(KeyCode::Home)),
        (b"\x1bOF", key(KeyCode::End)),
        (b"\x1b[3~", key(KeyCode::Delete)),
        (b"\x1b[5~", key(KeyCode::PageUp)),
        (b"\x1b[6;2~", held(KeyCode::PageDown, KeyModifiers::SHIFT)),
        (b"\x1b[Z", held(KeyCode::BackTab, KeyModifiers::SHIFT)),
        (b"\x1b[15~", key(KeyCode::F(5))),
        (b"\x1b[24~", key(KeyCode::F(12))),
        (b"\x1b[[B", key(KeyCode::F(2))),
        (b"\x1bOq", character('1')),
        (b"\x1b[13;5u", held(KeyCode::Enter, KeyModifiers::CONTROL)),
        (b"\x1b[12;40R", InputEvent::Answer { row: 12, column: 40 }),
    ];
    for (bytes, event) in table {
        let event = [event];
        assert_eq!(read(&[bytes]), event, "{bytes:?}");
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(read(&single), event, "{bytes:?} byte by byte");
    }
}

#[test]
fn letters_outside_ascii_come_whole_however_they_are_cut() {
    let text = "Zoë Ĳ 你 👨 Ø";
    let single: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
    let expected: Vec<InputEvent> = text.chars().map(character).collect();
    assert_eq!(read(&single), expected);
}

#[test]
fn a_lone_escape_is_the_key_once_nothing_follows() {
    let mut parser = Parser::default();
    let mut events = Vec::new();
    parser.feed(b"\x1b", &mut events);
    assert!(events.is_empty() && parser.waits());
    parser.expire(&mut events);
    assert_eq!(events, [key(KeyCode::Esc)]);
    assert!(!parser.waits());
    assert_eq!(read(&[b"\x1b\x1b[A"]), [key(KeyCode::Esc), key(KeyCode::Up)]);
}

#[test]
fn bad_bytes_cost_one_sign_and_no_key_after_them() {
    let odd = character('\u{fffd}');
    assert_eq!(read(&[b"\xffa"]), [odd.clone(), character('a')]);
    assert_eq!(read(&[b"\xe2\x82a"]), [odd.clone(), character('a')]);
    assert_eq!(read(&[b"\xc3\x1b[A"]), [odd, key(KeyCode::Up)]);
    assert_eq!(read(&["\u{85}a".as_bytes()]), [character('a')]);
    assert_eq!(read(&[b"\x1b[12\x03"]), [control('c')]);
}

#[test]
fn unknown_sequences_are_swallowed_whole() {
    let strange: [&[u8]; 6] =
        [b"\x1b[I", b"\x1b[O", b"\x1b[<0;3;4M", b"\x1b[?62;4c", b"\x1b[97;1:3u", b"\x1b[99999~"];
    for bytes in strange {
        assert_eq!(read(&[bytes, b"q"]), [character('q')], "{bytes:?}");
    }
    let long = [b"\x1b[".as_slice(), &[b'1'; 200], b"~q"].concat();
    assert_eq!(read(&[&long]).last(), Some(&character('q')));
}

#[test]
fn a_paste_comes_in_one_piece_with_plain_line_ends() {
    let text = "een\ntwee\ndrie \u{1b}[A vier\u{1b}[2";
    let bytes = format!("\x1b[200~{}\x1b[201~q", text.replacen('\n', "\r\n", 1));
    let expected = [InputEvent::Paste { text: text.to_owned(), cut: false }, character('q')];
    assert_eq!(read(&[bytes.as_bytes()]), expected);
    let single: Vec<&[u8]> = bytes.as_bytes().chunks(1).collect();
    assert_eq!(read(&single), expected);
}

#[test]
fn a_huge_paste_is_cut_and_says_so() {
    let mut parser = Parser::default();
    let mut events = Vec::new();
    parser.feed(b"\x1b[200~", &mut events);
    let block = vec![b'x'; 1024 * 1024];
    for _ in 0..6 {
        parser.feed(&block, &mut events);
    }
    parser.feed(b"\x1b[201~q", &mut events);
    let [InputEvent::Paste { text, cut: true }, after] = events.as_slice() else {
        unreachable!("a cut paste and a key, not {} events", events.len())
    };
    assert_eq!((text.len(), after), (PASTE_BYTES_MAX, &character('q')));
}

#[test]
fn a_dropped_line_hands_over_what_was_half_pasted() {
    let mut parser = Parser::default();
    let mut events = Vec::new();
    parser.feed(b"\x1b[200~half", &mut events);
    parser.finish(&mut events);
    let half = InputEvent::Paste { text: "half".to_owned(), cut: true };
    assert_eq!(events, [half, InputEvent::HangUp]);
}

fn started() -> (io::PipeWriter, Reader, mpsc::Receiver<InputEvent>) {
    let (read_end, write_end) = io::pipe().expect("a pipe");
    let (sender, receiver) = mpsc::channel();
    let file = File::from(std::os::fd::OwnedFd::from(read_end));
    let reader = Reader::start(file, move |event| sender.send(event).is_ok()).expect("a thread");
    (write_end, reader, receiver)
}

#[test]
fn the_thread_delivers_keys_and_a_lone_escape() {
    let (mut terminal, reader, events) = started();
    terminal.write_all(b"j\x1b").expect("written");
    assert_eq!(events.recv().expect("a key"), character('j'));
    assert_eq!(events.recv().expect("a key"), key(KeyCode::Esc));
    reader.stop();
    assert!(events.recv().is_err(), "a stopped reader sends nothing more");
}

#[test]
fn a_gone_terminal_is_told_once_and_ends_the_thread() {
    let (terminal, reader, events) = started();
    drop(terminal);
    assert_eq!(events.recv().expect("an event"), InputEvent::HangUp);
    assert!(events.recv().is_err());
    reader.stop();
}
