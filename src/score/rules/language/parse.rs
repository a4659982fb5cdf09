//! Reads one pattern.

use alloc::{
    borrow::ToOwned as _,
    format,
    string::{String, ToString as _},
    vec,
    vec::Vec,
};

/// How many plain sequences the alternatives of one pattern may come to.
const MAX_ALTERNATIVES: usize = 64;

/// How many words a gap may stand for.
const MAX_GAP: usize = 12;

/// How deep brackets may be nested.
const MAX_DEPTH: usize = 4;

/// What may stand at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    /// A word of a class.
    Class(String),
    /// This word, or with a star at its end all that begin so.
    Word(String),
    /// One of these classes and terms.
    OneOf(Vec<Member>),
    /// Any one word.
    Any,
    /// Up to so many words.
    Gap(usize),
}

/// A part of a choice that one place of the text answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Member {
    Class(String),
    /// Words with spaces between them.
    Term(String),
}

/// One place of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) test: Test,
    pub(crate) optional: bool,
    pub(crate) begins: bool,
    pub(crate) colon: bool,
    pub(crate) markup: bool,
}

impl Element {
    const fn new(test: Test) -> Self {
        Self {
            test,
            optional: false,
            begins: false,
            colon: false,
            markup: false,
        }
    }

    /// Whether nothing is said of the place but what stands there.
    const fn is_plain(&self) -> bool {
        !(self.optional || self.begins || self.colon || self.markup)
    }
}

/// A pattern without alternatives.
pub(crate) type Sequence = Vec<Element>;

/// The languages a pattern is for, if it says so, and its sequences.
pub(crate) fn pattern(text: &str) -> Result<(Option<Vec<String>>, Vec<Sequence>), String> {
    let (scope, body) = match text.split_once(": ") {
        Some((scope, body)) if scope.chars().all(|c| c.is_ascii_lowercase() || c == ',') => {
            let languages = scope.split(',').map(str::to_owned).collect();
            (Some(languages), body)
        }
        _ => (None, text),
    };
    let mut parser = Parser {
        tokens: tokens(body),
        at: 0,
    };
    let sequences = parser.alternatives(0)?;
    if parser.at < parser.tokens.len() {
        return Err(format!("`{text}`: a `)` too many"));
    }
    let sequences = sequences.into_iter().flat_map(begun).collect();
    Ok((scope, check(sequences)?))
}

/// A match begins with a place that is there: a sequence that begins with an optional one is two, with it and without.
fn begun(mut sequence: Sequence) -> Vec<Sequence> {
    let mut all = Vec::new();
    while let Some(first) = sequence.first_mut()
        && first.optional
    {
        first.optional = false;
        let with = sequence.clone();
        let first = sequence.remove(0);
        if let Some(next) = sequence.first_mut() {
            next.begins |= first.begins;
            next.colon |= first.colon;
            next.markup |= first.markup;
        }
        all.push(with);
    }
    all.push(sequence);
    all
}

/// Brackets, bars and question marks stand alone; everything else is parted by spaces.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if c == ' ' || matches!(c, '(' | ')' | '|' | '?') {
            if !word.is_empty() {
                tokens.push(core::mem::take(&mut word));
            }
            if c != ' ' {
                tokens.push(c.to_string());
            }
        } else {
            word.push(c);
        }
    }
    if !word.is_empty() {
        tokens.push(word);
    }
    tokens
}

struct Parser {
    tokens: Vec<String>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(String::as_str)
    }

    /// Sequences with bars between them.
    fn alternatives(&mut self, depth: usize) -> Result<Vec<Sequence>, String> {
        if depth > MAX_DEPTH {
            return Err(format!("brackets are nested deeper than {MAX_DEPTH}"));
        }
        let mut all = self.sequence(depth)?;
        while self.peek() == Some("|") {
            self.at += 1;
            all.append(&mut self.sequence(depth)?);
        }
        check(all)
    }

    fn sequence(&mut self, depth: usize) -> Result<Vec<Sequence>, String> {
        let mut all: Vec<Sequence> = vec![Vec::new()];
        let mut flags = Flags::default();
        while let Some(token) = self.peek() {
            let token = token.to_owned();
            let mut one = match token.as_str() {
                ")" | "|" => break,
                "^" | ":" | "#" => {
                    flags.set(&token);
                    self.at += 1;
                    continue;
                }
                "?" => return Err("a `?` without a place before it".to_owned()),
                "(" => {
                    self.at += 1;
                    let inner = self.alternatives(depth + 1)?;
                    if self.peek() != Some(")") {
                        return Err("a `(` without its `)`".to_owned());
                    }
                    choice(&inner).map_or(inner, |one| vec![vec![one]])
                }
                _ => vec![vec![element(&token)?]],
            };
            self.at += 1;
            if self.peek() == Some("?") {
                self.at += 1;
                one = optional(one);
            }
            core::mem::take(&mut flags).give(&mut one)?;
            let mut next = Vec::new();
            for before in &all {
                for after in &one {
                    next.push(before.iter().chain(after).cloned().collect());
                }
            }
            all = check(next)?;
        }
        if flags != Flags::default() {
            return Err("`^`, `:` and `#` need a place behind them".to_owned());
        }
        Ok(all)
    }
}

/// Alternatives that are no more than words or classes are one place, not a pattern each.
fn choice(alternatives: &[Sequence]) -> Option<Element> {
    let mut members = Vec::new();
    for sequence in alternatives {
        if sequence.iter().any(|element| !element.is_plain()) {
            return None;
        }
        match sequence.as_slice() {
            [
                Element {
                    test: Test::Class(name),
                    ..
                },
            ] => members.push(Member::Class(name.clone())),
            [
                Element {
                    test: Test::OneOf(more),
                    ..
                },
            ] => members.extend_from_slice(more),
            words => members.push(Member::Term(term(words)?)),
        }
    }
    members.sort_unstable();
    members.dedup();
    Some(Element::new(Test::OneOf(members)))
}

/// Words in a row as one term; only its last may be a stem.
fn term(words: &[Element]) -> Option<String> {
    let mut term = String::new();
    for element in words {
        let Test::Word(word) = &element.test else {
            return None;
        };
        if term.ends_with('*') {
            return None;
        }
        if !term.is_empty() {
            term.push(' ');
        }
        term.push_str(word);
    }
    if term.is_empty() { None } else { Some(term) }
}

fn check(all: Vec<Sequence>) -> Result<Vec<Sequence>, String> {
    if all.len() > MAX_ALTERNATIVES {
        return Err(format!("more than {MAX_ALTERNATIVES} alternatives"));
    }
    Ok(all)
}

/// One place becomes optional; of several, or of alternatives, their absence is one more alternative.
fn optional(mut one: Vec<Sequence>) -> Vec<Sequence> {
    match one.as_mut_slice() {
        [sequence] if sequence.len() == 1 => {
            for element in sequence {
                element.optional = true;
            }
        }
        _ => one.push(Vec::new()),
    }
    one
}

/// What was asked of the place that comes next.
#[derive(Default, PartialEq, Eq)]
struct Flags {
    begins: bool,
    colon: bool,
    markup: bool,
}

impl Flags {
    fn set(&mut self, sign: &str) {
        match sign {
            "^" => self.begins = true,
            ":" => self.colon = true,
            _ => self.markup = true,
        }
    }

    fn give(self, to: &mut [Sequence]) -> Result<(), String> {
        if !(self.begins || self.colon || self.markup) {
            return Ok(());
        }
        for sequence in to {
            let Some(first) = sequence.first_mut() else {
                return Err("`^`, `:` and `#` need a place behind them".to_owned());
            };
            first.begins |= self.begins;
            first.colon |= self.colon;
            first.markup |= self.markup;
        }
        Ok(())
    }
}

fn element(token: &str) -> Result<Element, String> {
    let test = if let Some(class) = token.strip_prefix('{').and_then(|t| t.strip_suffix('}')) {
        Test::Class(class.to_owned())
    } else if let Some(number) = token.strip_prefix("..") {
        match number.parse() {
            Ok(words @ 1..=MAX_GAP) => Test::Gap(words),
            _ => return Err(format!("`{token}`: a gap is `..1` to `..{MAX_GAP}`")),
        }
    } else if token == "_" {
        Test::Any
    } else {
        Test::Word(token.to_owned())
    };
    Ok(Element::new(test))
}
