//! Which way to normalize.

use super::{
    class::Mark,
    decompose::{self, Kind},
    hangul,
};
use crate::unicode::{INERT, UNCHANGED, is_inert};

/// A normalization form, as the two questions that tell the four apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    pub(super) compatible: bool,
    pub(super) composed: bool,
}

impl Form {
    pub(crate) const NFC: Self = Self {
        compatible: false,
        composed: true,
    };
    pub(crate) const NFD: Self = Self {
        compatible: false,
        composed: false,
    };
    pub(crate) const NFKC: Self = Self {
        compatible: true,
        composed: true,
    };
    pub(crate) const NFKD: Self = Self {
        compatible: true,
        composed: false,
    };

    /// How many bytes from the start of `text` on are stable characters by their first bytes alone. Linear.
    #[inline]
    pub(crate) fn stable_prefix(self, text: &str) -> usize {
        match self {
            Self::NFC => INERT.prefix(text),
            _ => UNCHANGED.prefix(text),
        }
    }

    /// Whether the form changes nothing at this character, and nothing reaches across it. Constant time.
    #[inline]
    pub(crate) fn is_stable(self, c: char) -> bool {
        match self {
            Self::NFC => is_inert(c),
            _ if self.composed => is_inert(c) && self.keeps(c),
            _ => Mark::of(c).class() == 0 && !self.decomposes(c),
        }
    }

    /// Whether a character that stands in NFC stands in this composed form.
    fn keeps(self, c: char) -> bool {
        match decompose::kind(c) {
            Some(Kind::Compatible | Kind::Further) => !self.compatible,
            Some(Kind::Canonical) | None => true,
        }
    }

    /// Whether the form's decomposition of a character is another.
    pub(super) fn decomposes(self, c: char) -> bool {
        match decompose::kind(c) {
            Some(Kind::Compatible) => self.compatible,
            Some(Kind::Canonical | Kind::Further) => true,
            None => hangul::is_syllable(c),
        }
    }
}
