//! A term as the search meets it: folded letters, one space wherever something stands between words.

use alloc::string::String;

use super::super::fold::{Kind, fold, kind};

/// How long a term may be, in letters.
const MAX_LETTERS: usize = 64;

/// The letters of a term, and whether it stands for all words that begin so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Term {
    pub(crate) letters: String,
    pub(crate) is_stem: bool,
}

impl Term {
    /// Reads a term; a star at its end makes it a stem.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let (text, is_stem) = match text.strip_suffix('*') {
            Some(stem) => (stem, true),
            None => (text, false),
        };
        if text.contains('*') {
            return Err(alloc::format!(
                "`{text}`: a star stands at the end of a term"
            ));
        }
        let mut letters = String::new();
        let mut space = false;
        for c in text.chars() {
            match kind(c) {
                Kind::Nothing => {}
                Kind::Break => space = !letters.is_empty(),
                _ => {
                    if core::mem::take(&mut space) {
                        letters.push(' ');
                    }
                    letters.extend(fold(c));
                }
            }
        }
        if letters.is_empty() || letters.chars().count() > MAX_LETTERS {
            return Err(alloc::format!(
                "`{text}`: a term has 1 to {MAX_LETTERS} letters"
            ));
        }
        Ok(Self { letters, is_stem })
    }

    /// Where its tokens end, in bytes of its letters.
    pub(crate) fn token_ends(&self) -> impl Iterator<Item = usize> + '_ {
        let kinds = || self.letters.chars().map(kind);
        let next = kinds().skip(1).map(Some).chain([None]);
        let ends = self.letters.char_indices().zip(kinds()).zip(next);
        ends.filter(|&((_, kind), next)| {
            kind != Kind::Break && (kind == Kind::Alone || next != Some(kind))
        })
        .map(|(((at, c), _), _)| at + c.len_utf8())
    }

    /// Whether it has a letter of a script without spaces.
    pub(crate) fn is_unspaced(&self) -> bool {
        self.letters.chars().any(|c| kind(c) == Kind::Alone)
    }
}
