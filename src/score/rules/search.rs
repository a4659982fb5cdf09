//! The search over a text that may come in parts.

use core::ops::Range;

use alloc::{boxed::Box, vec::Vec};

use super::{
    RuleMatch,
    context::used,
    fold::{Kind, fold, kind},
    lexicon::{BuiltIn, Terms, classes},
    own::{CompiledRules, OwnSearch},
    pattern::{SPAN, matched, may_begin},
    tables::{
        patterns::{PATTERNS, STARTS, STEPS},
        rules::RULES,
    },
    token::{Before, Ring, Token},
};

/// How many tokens behind the first of a match must have come before it is looked at: its own, and those around it.
const AHEAD: usize = SPAN + 16;

/// Who is told of matches.
pub(crate) trait Found {
    fn see(&mut self, one: RuleMatch);
}

impl Found for Vec<RuleMatch> {
    fn see(&mut self, one: RuleMatch) {
        self.push(one);
    }
}

/// Searches a text for all rules at once. It holds a bounded number of words, and no text.
///
/// Linear in the text: every letter moves the few terms that are open at it, every token starts the patterns that begin
/// with one of its classes, each of them bounded.
#[derive(Clone, Debug)]
pub(crate) struct Search {
    ring: Ring,
    terms: Terms,
    /// What stood since the last token.
    before: Before,
    /// The kind of the open token's letters.
    open: Option<Kind>,
    /// Whether the last token is a single letter, as in "e.g.", whose full stop ends no sentence.
    is_single: bool,
    /// A full stop that ends the sentence if a space comes next.
    is_stop_pending: bool,
    /// The character before: it tells an apostrophe from a quotation mark.
    last: char,
    /// The next token to be looked at.
    next: usize,
    /// Where the last match of each rule ends.
    ends: [usize; RULES.len()],
    /// What the caller's own rules find among the same words, if there are such rules.
    own: Option<Box<OwnSearch>>,
}

impl Default for Search {
    fn default() -> Self {
        Self::new()
    }
}

impl Search {
    pub(crate) const fn new() -> Self {
        Self {
            ring: Ring::new(),
            terms: Terms::new(),
            before: Before::STOP,
            open: None,
            is_single: false,
            is_stop_pending: false,
            last: '\n',
            next: 0,
            ends: [0; RULES.len()],
            own: None,
        }
    }

    /// Searches for the caller's own rules too.
    pub(crate) fn with_own(rules: Option<&CompiledRules>) -> Self {
        Self {
            own: rules.map(|rules| Box::new(OwnSearch::new(rules.clone()))),
            ..Self::new()
        }
    }

    /// What the caller's own rules found so far.
    pub(crate) fn own(&self) -> Option<&OwnSearch> {
        self.own.as_deref()
    }

    /// The caller's own rules.
    pub(crate) fn own_rules(&self) -> Option<&CompiledRules> {
        self.own.as_ref().map(|own| own.rules())
    }

    /// Looks at the tokens that are left, and gives what the caller's own rules found.
    pub(crate) fn finish(mut self, found: &mut impl Found) -> Option<Box<OwnSearch>> {
        self.end();
        while self.next < self.ring.count {
            self.look(found);
        }
        self.own
    }

    /// Takes the next character, which stands there. Matches are told where their words stand.
    pub(crate) fn char(&mut self, c: char, byte_span: Range<usize>, found: &mut impl Found) {
        let kind = kind(c);
        match kind {
            Kind::Nothing => {}
            Kind::Break => {
                self.end();
                self.between(c);
            }
            _ => {
                if kind == Kind::Alone || self.open != Some(kind) {
                    self.end();
                    self.begin(kind, byte_span.start, found);
                }
                if self.terms.is_open() {
                    for letter in fold(c) {
                        let ring = &mut self.ring;
                        let note = |token, hit| ring.add(token, hit);
                        self.terms.letter(BuiltIn, letter, note);
                    }
                }
                if let Some(own) = &mut self.own {
                    fold(c).for_each(|letter| own.letter(letter));
                }
                if let Some(token) = self.ring.count.checked_sub(1)
                    && let Some(token) = self.ring.get_mut(token)
                {
                    self.is_single = token.start == byte_span.start;
                    token.end = byte_span.end;
                }
            }
        }
        self.last = c;
    }

    /// A token begins.
    fn begin(&mut self, kind: Kind, start: usize, found: &mut impl Found) {
        const CLOSING: Before = Before::STOP.and(Before::COMMA).and(Before::COLON);
        let (is_closed, has_space) = (self.before.has(CLOSING), self.before.has(Before::BREAK));
        if is_closed {
            self.terms.close();
        }
        let number = self.ring.count;
        self.ring.push(Token::new(start, self.before));
        self.terms.begin(BuiltIn, number, has_space);
        if let Some(own) = &mut self.own {
            own.begin(number, is_closed, has_space);
        }
        self.before = Before::default();
        self.is_stop_pending = false;
        self.open = Some(kind);
        while self.next + AHEAD < self.ring.count {
            self.look(found);
        }
    }

    /// The open token ends, if there is one.
    fn end(&mut self) {
        if self.open.take().is_some() {
            let ring = &mut self.ring;
            self.terms.end(BuiltIn, |token, hit| ring.add(token, hit));
            if let Some(own) = &mut self.own {
                own.end();
            }
        }
    }

    /// A character between tokens.
    fn between(&mut self, c: char) {
        let mut before = Before::BREAK;
        if c.is_whitespace() && self.is_stop_pending {
            before.add(Before::STOP);
        }
        if !matches!(c, '"' | '\'' | ')' | ']' | '»' | '”' | '’') {
            self.is_stop_pending = false;
        }
        match c {
            '\n' if self.before.has(Before::LINE) => before.add(Before::STOP),
            '\n' => before.add(Before::LINE),
            '.' | '…' => self.is_stop_pending = !self.is_single,
            '!' | '?' | '。' | '！' | '？' | '؟' | '।' | '॥' | '۔' => {
                before.add(Before::STOP)
            }
            ',' | ';' | '，' | '；' | '、' | '،' | '؛' => before.add(Before::COMMA),
            ':' | '：' => before.add(Before::COLON),
            '#' | '[' | ']' | '<' | '>' | '{' | '}' | '|' | '=' | '*' => before.add(Before::MARKUP),
            '-' | '–' | '—' | '(' | ')' | '•' => before.add(Before::DASH),
            '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' | '`' =>
            {
                before.add(Before::QUOTE);
            }
            '\'' | '‘' | '’' if !self.last.is_alphanumeric() => before.add(Before::QUOTE),
            ' ' if matches!(self.last, '\'' | '’') => before.add(Before::QUOTE),
            _ => {}
        }
        self.before.add(before);
    }

    /// Looks for what begins at the next token.
    fn look(&mut self, found: &mut impl Found) {
        let start = self.next;
        self.next += 1;
        let Some(token) = self.ring.get(start) else {
            return;
        };
        for hit in token.hits() {
            for pattern in classes(hit.set).iter().flat_map(|&class| starting(class)) {
                let Some((rule, steps)) = steps_of(pattern) else {
                    continue;
                };
                let is_free = self.ends.get(rule).is_some_and(|&end| end <= start);
                if is_free
                    && may_begin(steps, token.before)
                    && let Some(count) =
                        matched(&self.ring, &BuiltIn, start, usize::from(hit.tokens), steps)
                {
                    if let Some(end) = self.ends.get_mut(rule) {
                        *end = start + count;
                    }
                    report(&self.ring, rule, start..start + count, found);
                }
            }
        }
        if let Some(own) = &mut self.own {
            own.look(&self.ring, start);
        }
    }
}

/// The patterns whose first step is of the class.
fn starting(class: u16) -> Range<usize> {
    let at = |class: usize| STARTS.get(class).copied().map_or(0, usize::from);
    let class = usize::from(class);
    at(class)..at(class + 1)
}

/// The rule and the steps of a pattern.
fn steps_of(pattern: usize) -> Option<(usize, &'static [u16])> {
    let [first, rule] = *PATTERNS.get(pattern)?;
    let [end, _] = *PATTERNS.get(pattern + 1)?;
    let steps = STEPS.get(usize::from(first)..usize::from(end))?;
    Some((usize::from(rule), steps))
}

fn report(ring: &Ring, rule: usize, tokens: Range<usize>, found: &mut impl Found) {
    if let Some(found_rule) = RULES.get(rule)
        && let Some(first) = ring.get(tokens.start)
        && let Some(last) = ring.get(tokens.end - 1)
    {
        found.see(RuleMatch {
            number: rule,
            rule: found_rule,
            byte_span: first.start..last.end,
            used: used(ring, tokens, found_rule.may_be_negated),
        });
    }
}
