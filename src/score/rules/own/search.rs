//! Own rules, searched beside the built-in ones.

use core::ops::Range;

use alloc::{vec, vec::Vec};

use super::{
    super::{
        context::{Use, used},
        lexicon::{Terms, classes, set_of},
        pattern::{Classes, matched, may_begin},
        token::{Hit, Hits, Ring, Token},
    },
    CompiledRules,
    compiled::{Facts, Tables},
};
use crate::source::Source;

/// Where own rules match among the words that the search takes in. Its size depends on the rules, not on the text.
#[derive(Clone, Debug)]
pub(crate) struct OwnSearch {
    rules: CompiledRules,
    terms: Terms,
    /// The own terms that begin at each token of the ring.
    hits: Vec<Hits>,
    /// Of each rule, where its last match ends.
    ends: Vec<usize>,
    /// Of each rule, its best match.
    best: Vec<Option<(Use, Range<usize>)>>,
}

impl OwnSearch {
    pub(crate) fn new(rules: CompiledRules) -> Self {
        let count = rules.tables().rules.len();
        Self {
            rules,
            terms: Terms::new(),
            hits: vec![Hits::NONE; Ring::LEN],
            ends: vec![0; count],
            best: vec![None; count],
        }
    }

    /// The rules.
    pub(crate) const fn rules(&self) -> &CompiledRules {
        &self.rules
    }

    /// A token begins, behind a space or not; terms may not go on over what stood before it if that closes them.
    pub(crate) fn begin(&mut self, token: usize, is_closed: bool, has_space: bool) {
        if is_closed {
            self.terms.close();
        }
        if let Some(hits) = self.hits.get_mut(token % Ring::LEN) {
            *hits = Hits::NONE;
        }
        self.terms.begin(self.rules.tables(), token, has_space);
    }

    /// The next folded letter of the token.
    pub(crate) fn letter(&mut self, letter: char) {
        if self.terms.is_open() {
            let note = noted(&mut self.hits);
            self.terms.letter(self.rules.tables(), letter, note);
        }
    }

    /// The token ends.
    pub(crate) fn end(&mut self) {
        let note = noted(&mut self.hits);
        self.terms.end(self.rules.tables(), note);
    }

    /// Looks for what begins at the token. Bounded work, whatever the text: see the limits.
    pub(crate) fn look(&mut self, ring: &Ring, start: usize) {
        let Some(token) = ring.get(start) else {
            return;
        };
        let Self {
            rules,
            hits,
            ends,
            best,
            ..
        } = self;
        let tables = rules.tables();
        let words = Words { tables, hits };
        let mut begin = |class: u16, first: u8| {
            for (rule, steps) in tables.starting(class).filter_map(|at| tables.pattern(at)) {
                let is_free = ends.get(rule).is_some_and(|&end| end <= start);
                if is_free
                    && may_begin(steps, token.before)
                    && let Some(count) = matched(ring, &words, start, usize::from(first), steps)
                    && let (Some(end), Some(best), Some(facts)) = (
                        ends.get_mut(rule),
                        best.get_mut(rule),
                        tables.rules.get(rule),
                    )
                {
                    *end = start + count;
                    see(best, ring, start..start + count, facts);
                }
            }
        };
        for hit in words.own(start) {
            let set = set_of(&tables.compiled.trie.sets, hit.set);
            set.iter().for_each(|&class| begin(class, hit.tokens));
        }
        for hit in token.hits() {
            let borrowers = classes(hit.set)
                .iter()
                .flat_map(|&lent| tables.borrowers(lent));
            borrowers.for_each(|class| begin(class, hit.tokens));
        }
    }

    /// How the best match of a rule is meant.
    pub(crate) fn used(&self, rule: usize) -> Option<Use> {
        let best = self.best.get(rule)?.as_ref();
        best.map(|(used, _)| *used)
    }

    /// Where the best matches stand.
    pub(crate) fn places(&self, each: &mut dyn FnMut(Range<usize>)) {
        self.best
            .iter()
            .flatten()
            .for_each(|(_, byte_span)| each(byte_span.clone()));
    }

    /// Each rule that matches, what it weighs in a text from there, and its words.
    pub(crate) fn found(
        &self,
        source: Source,
    ) -> impl Iterator<Item = (&Facts, f32, Range<usize>)> {
        let all = self.rules.tables().rules.iter().zip(&self.best);
        all.filter_map(move |(facts, best)| {
            let (used, byte_span) = best.as_ref()?;
            Some((
                facts,
                facts.weight(source) * used.factor(),
                byte_span.clone(),
            ))
        })
    }
}

/// Keeps the better of two matches of a rule; of two that are meant alike, the first.
fn see(best: &mut Option<(Use, Range<usize>)>, ring: &Ring, tokens: Range<usize>, facts: &Facts) {
    let (Some(first), Some(last)) = (ring.get(tokens.start), ring.get(tokens.end - 1)) else {
        return;
    };
    let byte_span = first.start..last.end;
    let used = used(ring, tokens, facts.may_be_negated);
    if best
        .as_ref()
        .is_none_or(|(old, _)| old.factor() < used.factor())
    {
        *best = Some((used, byte_span));
    }
}

/// Notes terms at the tokens that they begin with: a term is shorter than the ring is long.
fn noted(hits: &mut [Hits]) -> impl FnMut(usize, Hit) {
    |token, hit| {
        if let Some(hits) = hits.get_mut(token % Ring::LEN) {
            hits.add(hit);
        }
    }
}

/// What may stand at a place: own terms, and terms of the built-in classes that it names.
struct Words<'a> {
    tables: &'a Tables,
    hits: &'a [Hits],
}

impl Words<'_> {
    fn own(&self, number: usize) -> &[Hit] {
        self.hits.get(number % Ring::LEN).map_or(&[], Hits::all)
    }
}

impl Classes for Words<'_> {
    fn each(&self, token: &Token, number: usize, class: u16, go: &mut impl FnMut(u8)) {
        for hit in self.own(number) {
            if set_of(&self.tables.compiled.trie.sets, hit.set).contains(&class) {
                go(hit.tokens);
            }
        }
        for hit in token.hits() {
            let mut lent = classes(hit.set).iter();
            if lent.any(|&lent| self.tables.borrows(class, lent)) {
                go(hit.tokens);
            }
        }
    }
}
