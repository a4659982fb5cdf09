//! Reads one pattern.

use alloc::{borrow::ToOwned as _, format, string::String, vec, vec::Vec};

use super::{super::step::MAX_STEPS, fault::Fault, layout::sorted, term::Term};

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

/// The languages a pattern is for, if it says so, and its sequences. Bounded by the length of the text, which has its limit
/// where it is written, times the two limits on sequences and places.
pub(crate) fn pattern(text: &str) -> Result<(Option<Vec<String>>, Vec<Sequence>), Fault> {
    let (scope, body) = match text.split_once(": ") {
        Some((scope, body)) if scope.chars().all(|c| c.is_ascii_lowercase() || c == ',') => {
            let languages = scope.split(',').map(str::to_owned).collect();
            (Some(languages), body)
        }
        _ => (None, text),
    };
    let mut parser = Parser {
        tokens: tokens(body, text.len() - body.len()),
        at: 0,
        end: text.len(),
    };
    let sequences = parser.alternatives(0)?;
    if parser.at < parser.tokens.len() {
        return Err(parser.fault("a `)` too many"));
    }
    let sequences = sequences.into_iter().flat_map(begun).collect();
    Ok((scope, parser.check(sequences)?))
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

/// Brackets, bars and question marks stand alone; everything else is parted by spaces. Each with its place in the text,
/// in which `offset` bytes stand before the body.
fn tokens(body: &str, offset: usize) -> Vec<(usize, String)> {
    let mut tokens = Vec::new();
    let mut word = (0, String::new());
    for (at, c) in body.char_indices() {
        let at = at + offset;
        if c == ' ' || matches!(c, '(' | ')' | '|' | '?') {
            if !word.1.is_empty() {
                tokens.push(core::mem::take(&mut word));
            }
            if c != ' ' {
                tokens.push((at, c.into()));
            }
        } else {
            if word.1.is_empty() {
                word.0 = at;
            }
            word.1.push(c);
        }
    }
    if !word.1.is_empty() {
        tokens.push(word);
    }
    tokens
}

struct Parser {
    tokens: Vec<(usize, String)>,
    at: usize,
    /// Where the text ends.
    end: usize,
}

impl Parser {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(|(_, token)| token.as_str())
    }

    /// What is wrong, and here.
    fn fault(&self, why: impl Into<String>) -> Fault {
        let at = self.tokens.get(self.at).map_or(self.end, |&(at, _)| at);
        Fault::new(at, why)
    }

    /// Holds sequences to the limits.
    fn check(&self, all: Vec<Sequence>) -> Result<Vec<Sequence>, Fault> {
        if all.len() > MAX_ALTERNATIVES {
            return Err(self.fault(format!("more than {MAX_ALTERNATIVES} alternatives")));
        }
        if all.iter().any(|sequence| sequence.len() > MAX_STEPS) {
            return Err(self.fault(format!("more than {MAX_STEPS} places")));
        }
        Ok(all)
    }

    /// Sequences with bars between them.
    fn alternatives(&mut self, depth: usize) -> Result<Vec<Sequence>, Fault> {
        if depth > MAX_DEPTH {
            return Err(self.fault(format!("brackets are nested deeper than {MAX_DEPTH}")));
        }
        let mut all = self.sequence(depth)?;
        while self.peek() == Some("|") {
            self.at += 1;
            all.append(&mut self.sequence(depth)?);
        }
        self.check(all)
    }

    fn sequence(&mut self, depth: usize) -> Result<Vec<Sequence>, Fault> {
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
                "?" => return Err(self.fault("a `?` without a place before it")),
                "(" => {
                    let bracket = self.at;
                    self.at += 1;
                    let inner = self.alternatives(depth + 1)?;
                    if self.peek() != Some(")") {
                        self.at = bracket;
                        return Err(self.fault("a `(` without its `)`"));
                    }
                    let one = choice(&inner).map_err(|why| self.fault(why))?;
                    one.map_or(inner, |one| vec![vec![one]])
                }
                _ => vec![vec![element(&token).map_err(|why| self.fault(why))?]],
            };
            self.at += 1;
            if self.peek() == Some("?") {
                self.at += 1;
                one = optional(one);
            }
            if !core::mem::take(&mut flags).give(&mut one) {
                return Err(self.fault(NO_PLACE));
            }
            let mut next = Vec::new();
            for before in &all {
                for after in &one {
                    next.push(before.iter().chain(after).cloned().collect());
                }
            }
            all = self.check(next)?;
        }
        if flags != Flags::default() {
            return Err(self.fault(NO_PLACE));
        }
        Ok(all)
    }
}

/// What a sign of the place before a word lacks.
const NO_PLACE: &str = "`^`, `:` and `#` need a place behind them";

/// Alternatives that are no more than words or classes are one place, not a pattern each.
fn choice(alternatives: &[Sequence]) -> Result<Option<Element>, String> {
    let mut members = Vec::new();
    for sequence in alternatives {
        if sequence.iter().any(|element| !element.is_plain()) {
            return Ok(None);
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
            words => match term(words) {
                Some(term) => {
                    Term::parse(&term)?;
                    members.push(Member::Term(term));
                }
                None => return Ok(None),
            },
        }
    }
    let mut members = sorted(members.into_iter());
    members.dedup();
    Ok(Some(Element::new(Test::OneOf(members))))
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

    /// Whether there is a place to ask it of.
    fn give(self, to: &mut [Sequence]) -> bool {
        if self == Self::default() {
            return true;
        }
        for sequence in to {
            let Some(first) = sequence.first_mut() else {
                return false;
            };
            first.begins |= self.begins;
            first.colon |= self.colon;
            first.markup |= self.markup;
        }
        true
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
        Term::parse(token)?;
        Test::Word(token.to_owned())
    };
    Ok(Element::new(test))
}
