//! How long, how clean, and in whose words: the rules that need no knowledge of rooms' imports.

use super::Finding;
use super::source::{Kind, Source};

/// Lines of a file.
pub const FILE_LINES_MAX: usize = 700;
/// Lines of a function, from its `fn` to its closing brace.
pub const FUNCTION_LINES_MAX: usize = 70;
/// Characters of a line.
pub const LINE_COLUMNS_MAX: usize = 100;

/// Where a byte may leave for the terminal, and where a raw cell may be written.
const TERMINAL: &[&str] = &["src/shell/terminal", "src/shell/command"];

fn in_terminal(source: &Source) -> bool {
    TERMINAL.iter().any(|beginning| source.path.starts_with(beginning))
}

/// Too long: the file, one of its functions (by name), one of its lines.
pub fn sizes(source: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    let lines = source.text.lines().count();
    if lines > FILE_LINES_MAX {
        found.push(Finding::new(source, 1, format!("file of {lines} lines")));
    }
    for (line, text) in (1..).zip(source.text.lines()) {
        let columns = text.chars().count();
        if columns > LINE_COLUMNS_MAX {
            found.push(Finding::new(source, line, format!("line of {columns} columns")));
        }
    }
    for (at, token) in source.tokens.iter().enumerate() {
        let name = source.name_at(at + 1).filter(|_| token.is_name("fn"));
        let Some((name, open)) = name.zip(source.body_or_end(at + 1)) else { continue };
        if source.mark_at(open, "{") {
            let lines = source.tokens[source.closing(open)].last_line - token.line + 1;
            if lines > FUNCTION_LINES_MAX {
                let said = format!("function `{name}` of {lines} lines");
                found.push(Finding::new(source, token.line, said));
            }
        }
    }
    found
}

/// Each file opens with what it is.
pub fn opening(source: &Source) -> Vec<Finding> {
    let first = source.text.lines().next().unwrap_or_default();
    let says = first.strip_prefix("//!").is_some_and(|rest| rest.trim().len() > 2);
    if says { vec![] } else { vec![Finding::new(source, 1, "does not open with `//!`".into())] }
}

/// Nothing left for later, nothing switched off in silence.
pub fn leftovers(source: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    for (line, text) in &source.comments {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        if words.any(|word| matches!(word, "TODO" | "FIXME" | "XXX")) {
            found.push(Finding::new(source, *line, "work left in a comment".into()));
        }
    }
    for (at, token) in source.tokens.iter().enumerate() {
        let unfinished = matches!(token.text.as_str(), "todo" | "unimplemented" | "dbg");
        if token.kind == Kind::Name && unfinished && source.mark_at(at + 1, "!") {
            found.push(Finding::new(source, token.line, format!("`{}!`", token.text)));
        }
    }
    for (open, close) in source.attributes() {
        let line = source.tokens[open].line;
        let long = source.tokens[open..close].iter().any(|t| {
            t.kind == Kind::Text && t.text.split(|c: char| !c.is_alphabetic()).any(|w| w == "long")
        });
        for at in open..close {
            let name = source.name_at(at).unwrap_or_default();
            let silencing = matches!(name, "allow" | "expect") && source.mark_at(at + 1, "(");
            let reasoned = (at..source.closing(at + 1).min(close))
                .any(|inner| source.name_at(inner) == Some("reason"));
            if silencing && !reasoned {
                found.push(Finding::new(source, line, format!("`#[{name}]` without a reason")));
            }
            if name == "ignore" && !long {
                found.push(Finding::new(source, line, "a test ignored without `long`".into()));
            }
        }
    }
    found
}

/// `_ => {}`: a fact that is met by nobody.
pub fn silent_arms(source: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, token) in source.tokens.iter().enumerate() {
        let empty = (source.mark_at(at + 2, "{") && source.mark_at(at + 3, "}"))
            || (source.mark_at(at + 2, "(") && source.mark_at(at + 3, ")"));
        if token.is_name("_") && source.mark_at(at + 1, "=>") && empty {
            found.push(Finding::new(source, token.line, "a silent arm `_ => {}`".into()));
        }
    }
    found
}

/// Nothing prints, writes a raw cell or sets a title but the terminal and the command line.
pub fn raw_output(source: &Source) -> Vec<Finding> {
    if in_terminal(source) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, token) in source.tokens.iter().enumerate() {
        if token.kind != Kind::Name || token.test {
            continue;
        }
        let before = |mark| at > 0 && source.mark_at(at - 1, mark);
        let called = source.mark_at(at + 1, "!");
        let raw = match token.text.as_str() {
            "print" | "println" | "eprint" | "eprintln" => called,
            "set_symbol" | "set_char" => before(".") || before("::"),
            "SetTitle" => true,
            "Print" => is_crossterm_print(source, at),
            _ => false,
        };
        if raw {
            let said = format!("`{}` outside the terminal and the command line", token.text);
            found.push(Finding::new(source, token.line, said));
        }
    }
    found
}

/// `Print` belongs to crossterm when the file imports `crossterm::style` or names it in full.
fn is_crossterm_print(source: &Source, at: usize) -> bool {
    let full = at >= 4 && source.name_at(at - 4) == Some("crossterm");
    let imported = super::paths::paths(source).iter().any(|path| {
        path.written.starts_with(&["crossterm".into(), "style".into()])
            && path.written.last().is_some_and(|last| last == "Print" || last == "*")
    });
    full || imported
}

/// Words for people stand in `assets/text`: no sentence in `app/` or `view/`.
pub fn sentences(source: &Source) -> Vec<Finding> {
    if !(source.path.starts_with("src/app/") || source.path.starts_with("src/view/")) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = source.tokens.get(at) {
        let name = if token.kind == Kind::Name { token.text.as_str() } else { "" };
        let checks = ["assert", "assert_eq", "assert_ne", "debug_assert", "unreachable"];
        let for_builders = (name == "expect" && source.mark_at(at + 1, "("))
            || (checks.contains(&name) && source.mark_at(at + 1, "!"));
        if for_builders {
            let open = if source.mark_at(at + 1, "!") { at + 2 } else { at + 1 };
            at = source.closing(open) + 1;
            continue;
        }
        let shown = token.kind == Kind::Text && !token.test && !token.attribute;
        if shown && is_sentence(&token.text) {
            let said = "a sentence in code: it belongs in assets/text".into();
            found.push(Finding::new(source, token.line, said));
        }
        at += 1;
    }
    found
}

/// Two words of two letters or more beside each other.
fn is_sentence(text: &str) -> bool {
    // What stands between braces is filled in: its name is no word for people.
    let mut inside = false;
    let said: String = text
        .chars()
        .map(|c| {
            inside = if c == '{' { true } else { inside };
            let kept = if inside { '.' } else { c };
            inside = if c == '}' { false } else { inside };
            kept
        })
        .collect();
    let text = said.as_str();
    let words: Vec<bool> = text.split_whitespace().map(is_word).collect();
    words.windows(2).any(|pair| pair == [true, true])
}

fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|c: char| c.is_ascii_punctuation());
    word.chars().count() >= 2 && word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '-')
}

/// Paths of a machine and hosts of a mirror, in any text file of the repository.
pub fn machine_traces(path: &str, text: &str) -> Vec<Finding> {
    let traces = [
        concat!("/ro", "ot/"),
        concat!("/wo", "rk/"),
        concat!("/ho", "me/"),
        concat!("/Us", "ers/"),
        concat!("arti", "factory"),
        concat!("jf", "rog"),
    ];
    let mut found = Vec::new();
    for (line, written) in (1..).zip(text.lines()) {
        for trace in traces {
            // `https://example.org/w/x` is an address, not a path of this machine.
            let hit = written.match_indices(trace).any(|(at, _)| {
                let before = written[..at].chars().next_back();
                !trace.starts_with('/')
                    || !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '}' | '~'))
            });
            if hit {
                let said = format!("`{trace}` is a trace of a machine");
                found.push(Finding { path: path.into(), line, said });
            }
        }
        let source = written.trim().strip_prefix("source = \"");
        let crates_io = "registry+https://github.com/rust-lang/crates.io-index\"";
        if path == "Cargo.lock" && source.is_some_and(|from| from != crates_io) {
            let said = "a crate from elsewhere than crates.io".into();
            found.push(Finding { path: path.into(), line, said });
        }
    }
    found
}
