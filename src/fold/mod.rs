//! The view that rules are matched in: a text without its widths, styles, capitals and borrowed letters. Never delivered.
//!
//! Rules are folded by the same function, and what becomes of a word depends on the word alone. So a rule finds its words
//! in any language, and what folding makes of them need not be their spelling.

mod caseless;
mod rewrite;
#[cfg(test)]
mod tests;
mod word;

use core::ops::Range;

use alloc::{borrow::Cow, vec::Vec};

use crate::map::{self, Piece};

/// A folded text, and where each part of it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct View<'a> {
    text: Cow<'a, str>,
    pieces: Vec<Piece>,
}

impl View<'_> {
    /// The folded text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The shortest span of the input that became this span of the view, in bytes. Binary search.
    pub(crate) fn byte_span(&self, span: Range<usize>) -> Range<usize> {
        map::dirty_span(&self.pieces, span)
    }
}

/// Folds a text: NFKC_Casefold of the Unicode Standard (3.13), which drops what is default-ignorable; then each word that
/// mixes alphabets is written in one of them, and lookalikes within Latin as the letters of ASCII that they are taken for.
///
/// A word wholly in another script stays: Russian is Russian in a view too. Borrows what folding does not change. Linear.
pub(crate) fn fold(text: &str) -> View<'_> {
    let (caseless, first) = caseless::rewrite(text).into_parts();
    let (folded, second) = word::rewrite(&caseless).into_parts();
    let folded = match folded {
        Cow::Borrowed(_) => None,
        Cow::Owned(folded) => Some(folded),
    };
    View {
        text: folded.map_or(caseless, Cow::Owned),
        pieces: match (first.is_empty(), second.is_empty()) {
            (_, true) => first,
            (true, false) => second,
            (false, false) => map::compose(&first, &second),
        },
    }
}
