//! What a first look may see, and where.

use core::ops::Range;

/// Kinds of things to see, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::reveal) struct Hints(u32);

/// How many kinds there are.
const KINDS_OF_HINTS: usize = 28;

/// What was seen, and from where to where.
#[derive(Clone, Debug, Default)]
pub(in crate::reveal) struct Sight {
    hints: Hints,
    spans: [Range<usize>; KINDS_OF_HINTS],
}

impl Sight {
    pub(in crate::reveal) const fn is_empty(&self) -> bool {
        self.hints.is_empty()
    }

    /// From the first to the last place where one of these was seen.
    pub(in crate::reveal) fn span(&self, hints: Hints) -> Option<Range<usize>> {
        let spans = self
            .spans
            .iter()
            .enumerate()
            .filter(|(at, _)| self.hints.0 & hints.0 & 1 << at != 0);
        spans
            .map(|(_, span)| span.clone())
            .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
    }

    /// Each of these was seen here.
    pub(super) fn add(&mut self, hints: Hints, place: &Range<usize>) {
        let mut left = hints.0;
        while left != 0 {
            let at = left.trailing_zeros();
            if let Some(span) = self.spans.get_mut(at as usize) {
                *span = if self.hints.0 & 1 << at == 0 {
                    place.clone()
                } else {
                    span.start.min(place.start)..span.end.max(place.end)
                };
            }
            left &= left - 1;
        }
        self.hints.0 |= hints.0;
    }
}

impl Hints {
    /// Runs whose first symbols decode to the beginning of a text.
    pub(in crate::reveal) const BASE16: Self = Self(1);
    pub(in crate::reveal) const BASE32: Self = Self(1 << 1);
    pub(in crate::reveal) const BASE64: Self = Self(1 << 2);
    pub(in crate::reveal) const BASE85: Self = Self(1 << 3);
    /// Long tokens of digits, small letters and capitals.
    pub(in crate::reveal) const BASE58: Self = Self(1 << 4);
    /// Escapes of each kind.
    pub(in crate::reveal) const PERCENT: Self = Self(1 << 5);
    pub(in crate::reveal) const AMPERSAND: Self = Self(1 << 6);
    pub(in crate::reveal) const BACKSLASH: Self = Self(1 << 7);
    pub(in crate::reveal) const EQUALS: Self = Self(1 << 8);
    /// Numbers in a row.
    pub(in crate::reveal) const NUMBERS: Self = Self(1 << 9);
    /// Dots and dashes in a row.
    pub(in crate::reveal) const MORSE: Self = Self(1 << 10);
    /// Single letters in a row, or letters and marks by turns.
    pub(in crate::reveal) const SPACED: Self = Self(1 << 11);
    /// Letters that make no words that are known or look like words.
    pub(in crate::reveal) const UNKNOWN: Self = Self(1 << 12);
    /// Words that are known when they are read from their end.
    pub(in crate::reveal) const REVERSED: Self = Self(1 << 13);
    /// Words that spell letters.
    pub(in crate::reveal) const SPELLED: Self = Self(1 << 14);
    /// Words that end as in Pig Latin.
    pub(in crate::reveal) const AY: Self = Self(1 << 15);
    /// Digits inside words.
    pub(in crate::reveal) const LEET: Self = Self(1 << 16);
    /// Tokens of the marks, digits and capitals that stand for small letters in ROT47.
    pub(in crate::reveal) const SYMBOLS: Self = Self(1 << 17);
    /// Quoted pieces, one close behind the other.
    pub(in crate::reveal) const JOINED: Self = Self(1 << 18);
    pub(in crate::reveal) const PUNYCODE: Self = Self(1 << 19);
    pub(in crate::reveal) const BRAILLE: Self = Self(1 << 20);
    /// Letters that look turned upside down.
    pub(in crate::reveal) const TURNED: Self = Self(1 << 21);
    /// As many lines as a message needs letters.
    pub(in crate::reveal) const LINES: Self = Self(1 << 22);
    /// It begins as a sentence ends, and ends as one begins.
    pub(in crate::reveal) const BACKWARDS: Self = Self(1 << 23);
    /// A line that is as long as its first character says.
    pub(in crate::reveal) const UUENCODED: Self = Self(1 << 24);
    /// An escape of a letter that needs none, beside one that has none.
    pub(in crate::reveal) const LETTER_ESCAPE: Self = Self(1 << 25);
    /// Words with each letter twice, one close behind the other.
    pub(in crate::reveal) const DOUBLED: Self = Self(1 << 26);
    /// Spaces and tabs behind the last word of a line, or lines of them.
    pub(in crate::reveal) const BLANKS: Self = Self(1 << 27);

    pub(in crate::reveal) const NONE: Self = Self(0);

    pub(in crate::reveal) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is words that look strange.
    pub(in crate::reveal) const fn is_of_words(self) -> bool {
        self.0 & Self::UNKNOWN.0 != 0
    }

    /// This, or nothing.
    pub(super) const fn when(self, is: bool) -> Self {
        if is { self } else { Self::NONE }
    }

    const fn is_empty(self) -> bool {
        self.0 == 0
    }
}
