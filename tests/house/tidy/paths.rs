//! Every path a file writes, with `use` trees spread out and `crate`, `self` and `super` resolved.
//!
//! Deliberately absent: what a name means. A path is judged by what is written, so an alias is
//! caught where it is made (the `use`), not where it is used.

use super::source::{Kind, Source};

/// One path as written somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Segments as written; a glob ends in `*`.
    pub written: Vec<String>,
    /// Segments from the root of our crate, when the path leads into it.
    pub ours: Option<Vec<String>>,
    /// Line of the first segment.
    pub line: usize,
    /// Stands in code compiled for tests only.
    pub test: bool,
    /// Stands in a `use` (or `extern crate`).
    pub import: bool,
}

impl Path {
    /// The path as written.
    pub fn shown(&self) -> String {
        self.written.join("::")
    }
}

/// The module a file is: `src/journal/store.rs` is `[journal, store]`.
pub fn module_of(path: &str) -> Vec<String> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut names: Vec<String> = inner.split('/').map(String::from).collect();
    if matches!(names.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        names.pop();
    }
    names
}

/// All paths of a file in order.
pub fn paths(source: &Source) -> Vec<Path> {
    let mut walk =
        Walk { source, module: module_of(&source.path), open: Vec::new(), found: vec![] };
    walk.run();
    walk.found
}

struct Walk<'a> {
    source: &'a Source,
    module: Vec<String>,
    /// For each open brace: whether it opened an inline module.
    open: Vec<bool>,
    found: Vec<Path>,
}

impl Walk<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(token) = self.source.tokens.get(at) {
            at = match token.kind {
                Kind::Mark => self.mark(at),
                Kind::Name => self.name(at),
                Kind::Text | Kind::Other => at + 1,
            };
        }
    }

    fn mark(&mut self, at: usize) -> usize {
        if self.source.mark_at(at, "{") {
            self.open.push(false);
        } else if self.source.mark_at(at, "}") && self.open.pop() == Some(true) {
            self.module.pop();
        }
        at + 1
    }

    fn name(&mut self, at: usize) -> usize {
        let source = self.source;
        let name = source.tokens[at].text.as_str();
        if name == "mod" && source.mark_at(at + 2, "{") {
            self.module.extend(source.name_at(at + 1).map(String::from));
            self.open.push(true);
            return at + 3;
        }
        if name == "use" && !source.mark_at(at + 1, "<") {
            let end = self.tree(at + 1, &[]);
            return end.max(at + 1);
        }
        if name == "extern" && source.name_at(at + 1) == Some("crate") {
            self.add(at + 2, source.name_at(at + 2).map(String::from).into_iter().collect(), true);
            return at + 3;
        }
        if at > 0 && source.mark_at(at - 1, ".") {
            return at + 1;
        }
        let mut segments = vec![name.to_string()];
        let mut next = at + 1;
        while source.mark_at(next, "::") {
            let Some(segment) = source.name_at(next + 1) else { break };
            segments.push(segment.to_string());
            next += 2;
        }
        if segments.len() > 1 {
            self.add(at, segments, false);
        }
        next
    }

    /// Spreads one `use` tree; answers where it ends.
    fn tree(&mut self, mut at: usize, before: &[String]) -> usize {
        let source = self.source;
        let start = at;
        let mut segments = before.to_vec();
        if source.mark_at(at, "::") {
            at += 1;
        }
        loop {
            if source.mark_at(at, "{") {
                let close = source.closing(at);
                at += 1;
                while at < close {
                    at = self.tree(at, &segments).max(at + 1);
                }
                return close + 1 + usize::from(source.mark_at(close + 1, ","));
            }
            if source.mark_at(at, "*") {
                segments.push("*".into());
                at += 1;
            } else if let Some(name) = source.name_at(at) {
                if name != "self" || segments.is_empty() {
                    segments.push(name.into());
                }
                at += 1;
            }
            if !source.mark_at(at, "::") {
                break;
            }
            at += 1;
        }
        self.add(start, segments, true);
        if source.name_at(at) == Some("as") {
            at += 2;
        }
        at + usize::from(source.mark_at(at, ","))
    }

    fn add(&mut self, at: usize, written: Vec<String>, import: bool) {
        let Some(token) = self.source.tokens.get(at) else { return };
        let ours = self.resolve(&written);
        self.found.push(Path { written, ours, line: token.line, test: token.test, import });
    }

    fn resolve(&self, written: &[String]) -> Option<Vec<String>> {
        let (first, mut rest) = written.split_first()?;
        let mut from = self.module.clone();
        match first.as_str() {
            "crate" | "beschermd" => from.clear(),
            "self" => (),
            "super" => {
                from.pop();
            }
            _ => return None,
        }
        while rest.first().is_some_and(|segment| segment == "super") {
            from.pop();
            rest = &rest[1..];
        }
        from.extend_from_slice(rest);
        Some(from)
    }
}
