//! A text that is written anew from its start to its end, and where the new one differs.

use core::ops::Range;

use alloc::{borrow::Cow, string::String, vec::Vec};

use crate::map::Piece;

/// Borrows the text until something is replaced.
#[derive(Debug)]
pub(super) struct Rewrite<'a> {
    source: &'a str,
    text: String,
    /// How much of the source is in the text.
    done: usize,
    pieces: Vec<Piece>,
    is_changed: bool,
}

impl<'a> Rewrite<'a> {
    pub(super) const fn new(source: &'a str) -> Self {
        Self {
            source,
            text: String::new(),
            done: 0,
            pieces: Vec::new(),
            is_changed: false,
        }
    }

    /// Writes `with` in the place of a span of the source, behind all spans given before.
    pub(super) fn replace(&mut self, span: Range<usize>, with: &str) {
        let found = self.source.get(span.clone()).unwrap_or_default();
        if found == with {
            return;
        }
        if !self.is_changed {
            self.text.reserve(self.source.len());
            self.is_changed = true;
        }
        let between = self.source.get(self.done..span.start);
        self.text.push_str(between.unwrap_or_default());
        let start = self.text.len();
        self.text.push_str(with);
        self.done = span.end;
        // where characters keep their lengths, offsets keep their places
        let lengths = found.chars().map(char::len_utf8);
        if !with.chars().map(char::len_utf8).eq(lengths) {
            self.pieces.push(Piece {
                before: span,
                after: start..self.text.len(),
            });
        }
    }

    /// The new text and the pieces that differ in length.
    pub(super) fn into_parts(mut self) -> (Cow<'a, str>, Vec<Piece>) {
        if !self.is_changed {
            return (Cow::Borrowed(self.source), self.pieces);
        }
        let rest = self.source.get(self.done..);
        self.text.push_str(rest.unwrap_or_default());
        (Cow::Owned(self.text), self.pieces)
    }
}
