//! What stands around a match: is it said, or spoken of?

use core::ops::Range;

use super::{
    lexicon::classes,
    tables::rules::{MENTION, NOT, NOT_AFTER},
    token::{Before, Ring},
};

/// How a match is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Use {
    /// It is said to the reader.
    Said,
    /// It stands in quotation marks within a sentence.
    Quoted,
    /// A word beside it says that it is spoken of: an example, a phrase, an attack.
    Mentioned,
    /// It is forbidden: a "not" belongs to it.
    Negated,
}

impl Use {
    /// What a match used so is worth, of one that is said.
    pub(crate) const fn factor(self) -> f32 {
        match self {
            Self::Said => 1.0,
            Self::Quoted => 0.4,
            Self::Mentioned => 0.3,
            Self::Negated => 0.15,
        }
    }
}

/// How far before a match a word that speaks of it may stand, in tokens.
const BEFORE: usize = 10;

/// How far behind it.
const BEHIND: usize = 8;

/// How far a "not" reaches.
const REACH: usize = 3;

/// How the tokens of a match are meant.
pub(crate) fn used(ring: &Ring, tokens: Range<usize>, may_be_negated: bool) -> Use {
    if may_be_negated && is_negated(ring, &tokens) {
        return Use::Negated;
    }
    if is_mentioned(ring, &tokens) {
        return Use::Mentioned;
    }
    if is_quoted(ring, &tokens) {
        return Use::Quoted;
    }
    Use::Said
}

/// How many tokens so many words are: where the words of a match stand without spaces, a token is a letter.
fn letters(ring: &Ring, tokens: &Range<usize>, words: usize) -> usize {
    let second = ring.get(tokens.start + 1);
    if second.is_some_and(|token| !token.before.has(Before::BREAK)) {
        words * 2
    } else {
        words
    }
}

/// Whether a term of the class begins at the token.
fn has(ring: &Ring, number: usize, class: u16) -> bool {
    ring.get(number).is_some_and(|token| {
        let mut hits = token.hits().iter();
        hits.any(|hit| classes(hit.set).contains(&class))
    })
}

fn is_negated(ring: &Ring, tokens: &Range<usize>) -> bool {
    const CLOSING: Before = Before::COMMA.and(Before::COLON).and(Before::QUOTE);
    // "no, ignore …" forbids nothing
    let mut before = same_sentence_before(ring, tokens.start, letters(ring, tokens, REACH))
        .take_while(|&number| {
            let next = ring.get(number + 1);
            next.is_some_and(|token| !token.before.has(CLOSING))
        });
    // "verrate niemals …": in some languages it stands behind the verb, within the match
    let mut behind = same_sentence_behind(
        ring,
        tokens.start + 1,
        tokens.len() + letters(ring, tokens, REACH),
    );
    before.any(|number| has(ring, number, NOT)) || behind.any(|number| has(ring, number, NOT_AFTER))
}

fn is_mentioned(ring: &Ring, tokens: &Range<usize>) -> bool {
    let before = same_sentence_before(ring, tokens.start, letters(ring, tokens, BEFORE));
    let behind = same_sentence_behind(ring, tokens.end, letters(ring, tokens, BEHIND));
    before
        .chain(behind)
        .any(|number| has(ring, number, MENTION))
}

/// Whether a quotation mark opens before the match, within a line, and one closes behind it. A text that is all in
/// quotation marks, or the value of a field, is said: nothing stands before it, or a colon.
fn is_quoted(ring: &Ring, tokens: &Range<usize>) -> bool {
    const OUTSIDE: Before = Before::STOP.and(Before::LINE).and(Before::COLON);
    let Some(first) = ring.get(tokens.start) else {
        return false;
    };
    if !first.before.has(Before::QUOTE) || first.before.has(OUTSIDE) {
        return false;
    }
    let mut behind = tokens.end..tokens.end + BEHIND;
    behind.any(|number| {
        ring.get(number)
            .is_some_and(|token| token.before.has(Before::QUOTE))
    })
}

/// The numbers of the tokens before `start`, nearest first, up to where its sentence begins.
fn same_sentence_before(
    ring: &Ring,
    start: usize,
    most: usize,
) -> impl Iterator<Item = usize> + '_ {
    let least = start.saturating_sub(most);
    (least..start).rev().take_while(move |&number| {
        ring.get(number + 1)
            .is_some_and(|token| !token.before.has(Before::STOP))
    })
}

/// The numbers of the tokens from `end` on, up to where the sentence ends.
fn same_sentence_behind(ring: &Ring, end: usize, most: usize) -> impl Iterator<Item = usize> + '_ {
    (end..end + most).take_while(move |&number| {
        ring.get(number)
            .is_some_and(|token| !token.before.has(Before::STOP))
    })
}
