//! Rust source cut into tokens, with just enough understanding for the rules of the house.
//!
//! A tokenizer of our own and not `syn`: the rules need names, paths, strings, comments and line
//! numbers, nothing of types or expressions, and this costs no dependency. Deliberately absent:
//! macro expansion. A path inside a macro call is seen as written.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name or keyword; a raw one (`r#type`) without its prefix.
    Name,
    /// Punctuation: one character, or one of `::`, `=>`, `->`, `..`.
    Mark,
    /// A string of any sort; the token text is what stands between the quotes, as written.
    Text,
    /// A character, a number or a lifetime: no rule looks inside.
    Other,
}

/// One token and where it stands.
#[derive(Clone, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// As written.
    pub text: String,
    /// Line of its first character, from 1.
    pub line: usize,
    /// Line of its last character, from 1.
    pub last_line: usize,
    /// Stands in code compiled for tests only.
    pub test: bool,
    /// Stands inside `#[…]` or `#![…]`.
    pub attribute: bool,
}

impl Token {
    /// Whether this is the name `name`.
    pub fn is_name(&self, name: &str) -> bool {
        self.kind == Kind::Name && self.text == name
    }

    /// Whether this is the mark `mark`.
    pub fn is_mark(&self, mark: &str) -> bool {
        self.kind == Kind::Mark && self.text == mark
    }
}

/// One file, cut.
pub struct Source {
    /// Path from the root of the repository, with `/`.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The code.
    pub tokens: Vec<Token>,
    /// Comments of every sort: first line and text.
    pub comments: Vec<(usize, String)>,
}

impl Source {
    /// Cuts a file. Never fails: an unclosed string or comment runs to the end.
    pub fn new(path: &str, text: &str) -> Self {
        let (tokens, comments) = Cutter::new(text).run();
        let mut source = Self { path: path.into(), text: text.into(), tokens, comments };
        source.mark_attributes();
        source.mark_tests();
        source
    }

    /// The token at `at`, if it is this mark.
    pub fn mark_at(&self, at: usize, mark: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_mark(mark))
    }

    /// The name at `at`.
    pub fn name_at(&self, at: usize) -> Option<&str> {
        self.tokens.get(at).filter(|token| token.kind == Kind::Name).map(|t| t.text.as_str())
    }

    /// The index of the bracket that closes the one at `open`, or the last token.
    pub fn closing(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for (at, token) in self.tokens.iter().enumerate().skip(open) {
            if token.kind != Kind::Mark {
                continue;
            }
            match token.text.as_str() {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return at;
                    }
                }
                _ => (),
            }
        }
        self.tokens.len().saturating_sub(1)
    }

    /// The first `{` or `;` outside brackets from `from` on: where an item's body or end is.
    pub fn body_or_end(&self, from: usize) -> Option<usize> {
        let mut at = from;
        while let Some(token) = self.tokens.get(at) {
            if token.is_mark("(") || token.is_mark("[") {
                at = self.closing(at);
            } else if token.is_mark("{") || token.is_mark(";") {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Each attribute as the range of its bracket tokens, `[` and `]` included.
    pub fn attributes(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let open = at + 1 + usize::from(self.mark_at(at + 1, "!"));
            if self.mark_at(at, "#") && self.mark_at(open, "[") {
                let close = self.closing(open);
                found.push((open, close));
                at = close;
            }
            at += 1;
        }
        found
    }

    fn mark_attributes(&mut self) {
        for (open, close) in self.attributes() {
            for token in &mut self.tokens[open..=close] {
                token.attribute = true;
            }
        }
    }

    fn mark_tests(&mut self) {
        let stem = self.path.trim_end_matches(".rs");
        let by_name = stem.ends_with("/tests")
            || stem.ends_with("_tests")
            || stem.contains("/tests/")
            || stem.starts_with("tests/")
            || stem.starts_with("benches/");
        if by_name {
            self.tokens.iter_mut().for_each(|token| token.test = true);
            return;
        }
        for (open, close) in self.attributes() {
            let names: Vec<&str> =
                (open..=close).filter_map(|at| self.name_at(at)).take(8).collect();
            let only_tests =
                names.first() == Some(&"cfg") && names.contains(&"test") && !names.contains(&"not");
            if !only_tests {
                continue;
            }
            let whole_file = open >= 1 && self.mark_at(open - 1, "!");
            let end = if whole_file { self.tokens.len() - 1 } else { self.item_end(close + 1) };
            let start = if whole_file { 0 } else { open };
            for token in &mut self.tokens[start..=end] {
                token.test = true;
            }
        }
    }

    /// The last token of the item that begins at `from`, attributes before it skipped.
    fn item_end(&self, mut from: usize) -> usize {
        while self.mark_at(from, "#") && self.mark_at(from + 1, "[") {
            from = self.closing(from + 1) + 1;
        }
        match self.body_or_end(from) {
            Some(at) if self.mark_at(at, "{") => self.closing(at),
            Some(at) => at,
            None => self.tokens.len().saturating_sub(1),
        }
    }
}

struct Cutter {
    chars: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
    comments: Vec<(usize, String)>,
}

impl Cutter {
    fn new(text: &str) -> Self {
        let chars = text.chars().collect();
        Self { chars, at: 0, line: 1, tokens: Vec::new(), comments: Vec::new() }
    }

    fn run(mut self) -> (Vec<Token>, Vec<(usize, String)>) {
        while let Some(c) = self.peek(0) {
            if c.is_whitespace() {
                self.step();
            } else if c == '/' && self.peek(1) == Some('/') {
                self.line_comment();
            } else if c == '/' && self.peek(1) == Some('*') {
                self.block_comment();
            } else if c == '"' {
                self.string(0, false);
            } else if c == '\'' {
                self.quote();
            } else if c.is_alphabetic() || c == '_' {
                self.name_or_prefix();
            } else if c.is_ascii_digit() {
                self.number();
            } else {
                self.mark();
            }
        }
        (self.tokens, self.comments)
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn step(&mut self) {
        if self.peek(0) == Some('\n') {
            self.line += 1;
        }
        self.at += 1;
    }

    fn push(&mut self, kind: Kind, from: usize, to: usize, line: usize) {
        let text = self.chars[from.min(to)..to].iter().collect();
        let last_line = self.line;
        self.tokens.push(Token { kind, text, line, last_line, test: false, attribute: false });
    }

    fn line_comment(&mut self) {
        let (from, line) = (self.at, self.line);
        while self.peek(0).is_some_and(|c| c != '\n') {
            self.step();
        }
        self.comments.push((line, self.chars[from..self.at].iter().collect()));
    }

    fn block_comment(&mut self) {
        let (from, line) = (self.at, self.line);
        let mut depth = 0_usize;
        while self.peek(0).is_some() {
            let pair = (self.peek(0), self.peek(1));
            if pair == (Some('/'), Some('*')) {
                depth += 1;
                self.step();
            } else if pair == (Some('*'), Some('/')) {
                depth -= 1;
                self.step();
            }
            self.step();
            if depth == 0 {
                break;
            }
        }
        self.comments.push((line, self.chars[from..self.at].iter().collect()));
    }

    /// A string from its opening quote, or from the first `#` of a raw one.
    fn string(&mut self, hashes: usize, raw: bool) {
        let line = self.line;
        self.at += hashes + 1;
        let from = self.at;
        while let Some(c) = self.peek(0) {
            let closed = (1..=hashes).all(|ahead| self.peek(ahead) == Some('#'));
            if c == '"' && closed {
                break;
            }
            if c == '\\' && !raw {
                self.step();
            }
            self.step();
        }
        let to = self.at.min(self.chars.len());
        self.push(Kind::Text, from, to, line);
        self.at = (to + 1 + hashes).min(self.chars.len().max(to));
    }

    /// A character or a lifetime.
    fn quote(&mut self) {
        let (from, line) = (self.at, self.line);
        let escaped = self.peek(1) == Some('\\');
        if escaped || self.peek(2) == Some('\'') {
            self.at += if escaped { 3 } else { 2 };
            while self.peek(0).is_some_and(|c| c != '\'') {
                self.step();
            }
            self.step();
        } else {
            self.step();
            while self.peek(0).is_some_and(|c| c.is_alphanumeric() || c == '_') {
                self.step();
            }
        }
        let to = self.at.min(self.chars.len());
        self.push(Kind::Other, from, to, line);
    }

    fn name_or_prefix(&mut self) {
        let (mut from, line) = (self.at, self.line);
        while self.peek(0).is_some_and(|c| c.is_alphanumeric() || c == '_') {
            self.step();
        }
        let name: String = self.chars[from..self.at].iter().collect();
        let hashes = (0..).take_while(|ahead| self.peek(*ahead) == Some('#')).count();
        let quoted = self.peek(hashes) == Some('"');
        if quoted && matches!(name.as_str(), "r" | "br" | "cr") {
            return self.string(hashes, true);
        }
        if self.peek(0) == Some('"') && matches!(name.as_str(), "b" | "c") {
            return self.string(0, false);
        }
        if self.peek(0) == Some('\'') && name == "b" {
            return self.quote();
        }
        if name == "r" && hashes == 1 && self.peek(1).is_some_and(char::is_alphabetic) {
            self.step();
            from = self.at;
            while self.peek(0).is_some_and(|c| c.is_alphanumeric() || c == '_') {
                self.step();
            }
        }
        self.push(Kind::Name, from, self.at, line);
    }

    fn number(&mut self) {
        let (from, line) = (self.at, self.line);
        while self.peek(0).is_some_and(|c| c.is_alphanumeric() || c == '_') {
            self.step();
        }
        self.push(Kind::Other, from, self.at, line);
    }

    fn mark(&mut self) {
        let (from, line) = (self.at, self.line);
        let two: String = self.chars[from..self.chars.len().min(from + 2)].iter().collect();
        let long = matches!(two.as_str(), "::" | "=>" | "->" | "..");
        self.at += if long { 2 } else { 1 };
        self.push(Kind::Mark, from, self.at, line);
    }
}
