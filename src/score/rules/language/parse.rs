//! Reads one pattern.

use alloc::{borrow::ToOwned as _, format, string::String, vec, vec::Vec};

use super::{
    super::step::{MAX_STEPS, Step},
    fault::Fault,
    layout::sorted,
    term::Term,
};

/// How many plain sequences the alternatives of one pattern may come to.
const MAX_ALTERNATIVES: usize = 64;

/// How many words a gap may stand for.
const MAX_GAP: usize = 12;

/// How deep brackets may be nested.
const MAX_DEPTH: usize = 4;

/// What may stand at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    /// One of the classes and terms of this choice.
    Choice(usize),
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

/// One place of a pattern. Sequences are copied over and over: what they name stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) test: Test,
    /// What is asked of it besides, as flags of a [`Step`].
    pub(crate) flags: u16,
}

/// A pattern without alternatives.
pub(crate) type Sequence = Vec<Element>;

/// A pattern that was read.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// The languages it is for, if it says so.
    pub(crate) scope: Option<Vec<String>>,
    pub(crate) sequences: Vec<Sequence>,
    /// What the places name.
    pub(crate) choices: Vec<Choice>,
}

/// What may stand at a place.
#[derive(Debug)]
pub(crate) struct Choice {
    /// Where it is written, in bytes of the pattern.
    pub(crate) at: usize,
    /// In order, and none twice.
    pub(crate) members: Vec<Member>,
}

/// Reads a pattern. Bounded by the length of the text, which has its limit where it is written, times the two limits on
/// sequences and places.
pub(crate) fn pattern(text: &str) -> Result<Pattern, Fault> {
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
        choices: Vec::new(),
    };
    let sequences = parser.alternatives(0)?;
    if parser.at < parser.tokens.len() {
        return Err(parser.fault("a `)` too many"));
    }
    let mut begun = Vec::new();
    for sequence in sequences {
        begin(sequence, &mut begun);
    }
    Ok(Pattern {
        scope,
        sequences: parser.check(begun)?,
        choices: parser.choices,
    })
}

/// A match begins with a place that is there: a sequence that begins with an optional one is two, with it and without.
fn begin(mut sequence: Sequence, all: &mut Vec<Sequence>) {
    while let Some(first) = sequence.first_mut()
        && first.flags & Step::OPTIONAL != 0
    {
        first.flags &= !Step::OPTIONAL;
        let flags = first.flags;
        all.push(sequence.clone());
        sequence.remove(0);
        if let Some(next) = sequence.first_mut() {
            next.flags |= flags;
        }
    }
    all.push(sequence);
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
    choices: Vec<Choice>,
}

impl Parser {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(|(_, token)| token.as_str())
    }

    fn here(&self) -> usize {
        self.tokens.get(self.at).map_or(self.end, |&(at, _)| at)
    }

    /// What is wrong, and here.
    fn fault(&self, why: impl Into<String>) -> Fault {
        Fault::new(self.here(), why)
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
        let mut flags = 0;
        while let Some(token) = self.peek() {
            let token = token.to_owned();
            let mut one = match token.as_str() {
                ")" | "|" => break,
                "^" | ":" | "#" => {
                    flags |= match token.as_str() {
                        "^" => Step::BEGINS,
                        ":" => Step::COLON,
                        _ => Step::MARKUP,
                    };
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
                    let members = self.members(&inner).map_err(|why| self.fault(why))?;
                    members.map_or(inner, |members| vec![vec![self.choice(members)]])
                }
                _ => vec![vec![self.element(&token).map_err(|why| self.fault(why))?]],
            };
            self.at += 1;
            if self.peek() == Some("?") {
                self.at += 1;
                one = optional(one);
            }
            if flags != 0 {
                for sequence in &mut one {
                    match sequence.first_mut() {
                        Some(first) => first.flags |= flags,
                        None => return Err(self.fault(NO_PLACE)),
                    }
                }
                flags = 0;
            }
            let mut next = Vec::new();
            for before in &all {
                for after in &one {
                    next.push([before.as_slice(), after].concat());
                }
            }
            all = self.check(next)?;
        }
        if flags != 0 {
            return Err(self.fault(NO_PLACE));
        }
        Ok(all)
    }

    /// Alternatives that are no more than words or classes are one place, not a pattern each: what may stand at it.
    fn members(&self, alternatives: &[Sequence]) -> Result<Option<Vec<Member>>, String> {
        let mut all = Vec::new();
        for sequence in alternatives {
            let mut term = String::new();
            for (at, element) in sequence.iter().enumerate() {
                let Element {
                    test: Test::Choice(choice),
                    flags: 0,
                } = *element
                else {
                    return Ok(None);
                };
                let members = self.choices.get(choice);
                let members = members.map_or(&[][..], |choice| &choice.members);
                match members {
                    // words in a row are one term; only its last may be a stem
                    [Member::Term(word)] if !term.ends_with('*') => {
                        if at > 0 {
                            term.push(' ');
                        }
                        term.push_str(word);
                    }
                    _ if sequence.len() == 1 => all.extend_from_slice(members),
                    _ => return Ok(None),
                }
            }
            if sequence.is_empty() {
                return Ok(None);
            }
            if !term.is_empty() {
                Term::parse(&term)?;
                all.push(Member::Term(term));
            }
        }
        let mut all = sorted(all.into_iter());
        all.dedup();
        Ok(Some(all))
    }

    /// A place at which one of these may stand.
    fn choice(&mut self, members: Vec<Member>) -> Element {
        let at = self.here();
        self.choices.push(Choice { at, members });
        Element {
            test: Test::Choice(self.choices.len() - 1),
            flags: 0,
        }
    }

    fn element(&mut self, token: &str) -> Result<Element, String> {
        let plain = |test| Element { test, flags: 0 };
        if let Some(class) = token.strip_prefix('{').and_then(|t| t.strip_suffix('}')) {
            Ok(self.choice(vec![Member::Class(class.to_owned())]))
        } else if let Some(number) = token.strip_prefix("..") {
            match number.parse() {
                Ok(words @ 1..=MAX_GAP) => Ok(plain(Test::Gap(words))),
                _ => Err(format!("`{token}`: a gap is `..1` to `..{MAX_GAP}`")),
            }
        } else if token == "_" {
            Ok(plain(Test::Any))
        } else {
            Term::parse(token)?;
            Ok(self.choice(vec![Member::Term(token.to_owned())]))
        }
    }
}

/// What a sign of the place before a word lacks.
const NO_PLACE: &str = "`^`, `:` and `#` need a place behind them";

/// One place becomes optional; of several, or of alternatives, their absence is one more alternative.
fn optional(mut one: Vec<Sequence>) -> Vec<Sequence> {
    match one.as_mut_slice() {
        [sequence] if sequence.len() == 1 => {
            for element in sequence {
                element.flags |= Step::OPTIONAL;
            }
        }
        _ => one.push(Vec::new()),
    }
    one
}
