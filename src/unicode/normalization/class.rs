//! Combining classes, and what composes with what stands before it.

use crate::unicode::{
    tables::normalization::{LEAF_BITS, LEAVES, MARKS, MARKS_END, MIDDLE, MIDDLE_BITS, UPPER},
    trie,
};

/// What a character does to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark(u16);

impl Mark {
    /// Constant time: a trie look-up, then one more load.
    #[inline]
    pub(super) fn of(c: char) -> Self {
        let point = u32::from(c);
        if !(FIRST..MARKS_END).contains(&point) {
            return Self(0);
        }
        let number = trie::find(&UPPER, &MIDDLE, &LEAVES, (MIDDLE_BITS, LEAF_BITS), point);
        Self(MARKS.get(usize::from(number)).copied().unwrap_or_default())
    }

    /// Canonical_Combining_Class.
    #[inline]
    pub(super) const fn class(self) -> u8 {
        (self.0 & 0xFF) as u8
    }

    /// The number of a character that composes with one before it, but for Hangul; nought for every other.
    #[inline]
    pub(super) const fn second(self) -> u8 {
        (self.0 >> 8) as u8
    }
}

/// Canonical_Combining_Class. Constant time.
#[inline]
pub(crate) fn combining_class(c: char) -> u8 {
    Mark::of(c).class()
}

/// COMBINING GRAVE ACCENT, the first mark.
const FIRST: u32 = 0x300;
