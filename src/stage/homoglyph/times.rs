//! A multiplication sign for an `x`, as in `e×ecute`.
//!
//! It stands without spaces between measures, variables and the parents of a hybrid, `width×height`, so that it is no part of
//! a word for the other rules. It is a letter where it makes the word a frequent one, and where something else deceives.

use core::ops::Range;

use alloc::{borrow::Cow, vec::Vec};

use super::{
    Values, address,
    context::{Context, Line},
    letter::{Part, further_script, part, toward},
};
use crate::{
    edit::Edit,
    lexicon::{Hash, is_known_hash},
    unicode::{Alphabet, is_letter, script},
};

const SIGN: char = '×';

/// The most letters of a side that are looked at.
const MAX_SIDE: usize = 24;

/// The fewest letters, with this one, of a word that is known by more than chance.
const MIN_KNOWN: usize = 4;

/// The most letters of the shorter side of a word that is not known: names of measures have more.
const MAX_SHORT: usize = 3;

/// Proposes to write each such sign as its letter. Linear.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut context = Context::default();
    let signs = text.match_indices(SIGN);
    signs
        .filter_map(|(at, sign)| {
            let sides = Sides::of(text, at)?;
            if !(sides.is_known() || sides.deceives(context.around(text, at).0)) {
                return None;
            }
            let span = at..at + sign.len();
            let rule = address::rule(text, sides.range(&span));
            Some(Edit {
                byte_span: span,
                replacement: Cow::Borrowed("x"),
                rule: Some(rule),
            })
        })
        .collect()
}

/// The letters directly before and behind a sign.
#[derive(Clone, Copy, Debug)]
struct Sides<'a> {
    before: &'a str,
    behind: &'a str,
}

impl<'a> Sides<'a> {
    /// None if there is no small letter, or beside them a digit or another such sign.
    fn of(text: &'a str, at: usize) -> Option<Self> {
        let (before, behind) = text.split_at_checked(at)?;
        let behind = behind.strip_prefix(SIGN)?;
        let length = |letters: &mut dyn Iterator<Item = char>| {
            let letters = letters.take(MAX_SIDE).take_while(|&c| is_of_word(c));
            letters.map(char::len_utf8).sum::<usize>()
        };
        let (before, left) =
            before.split_at_checked(before.len() - length(&mut before.chars().rev()))?;
        let (right, behind) = behind.split_at_checked(length(&mut behind.chars()))?;
        let is_term = |c: char| c == SIGN || matches!(part(c), Part::Through);
        let is_of_formula = before.ends_with(is_term) || behind.starts_with(is_term);
        let has_small = [left, right]
            .iter()
            .any(|side| side.contains(char::is_lowercase));
        (has_small && !is_of_formula).then_some(Self {
            before: left,
            behind: right,
        })
    }

    /// Where the word is, given where the sign is.
    fn range(&self, sign: &Range<usize>) -> Range<usize> {
        sign.start - self.before.len()..sign.end + self.behind.len()
    }

    fn letters(&self) -> impl Iterator<Item = char> + 'a {
        self.before.chars().chain(self.behind.chars())
    }

    /// Whether the sign makes a frequent word of what is none without it.
    fn is_known(&self) -> bool {
        let read = |hash: Hash, text: &str| {
            let letter = |hash: Hash, c| Some(hash.with_char(toward(c, Alphabet::Latin)?));
            text.chars().try_fold(hash, letter)
        };
        let whole =
            read(Hash::new(), self.before).and_then(|hash| read(hash.with(b'x'), self.behind));
        let is_word = |side: &str| {
            side.chars().nth(1).is_some() && read(Hash::new(), side).is_some_and(is_known_hash)
        };
        self.letters().count() + 1 >= MIN_KNOWN
            && whole.is_some_and(is_known_hash)
            && !(is_word(self.before) && is_word(self.behind))
    }

    /// Whether other letters of the word or of its line deceive, and the sign stands where measures have none.
    fn deceives(&self, line: &Line) -> bool {
        let [before, behind] = [self.before, self.behind].map(|side| side.chars().count());
        let (shorter, longer) = (before.min(behind), before.max(behind));
        let is_alien = |c: char| {
            matches!(part(c), Part::Like(letter) if letter.is_ascii())
                && is_letter(c)
                && !line.is_written_in(script(c))
                && (further_script(c).is_some() || !line.is_phonetic())
        };
        let is_spoofed = self.letters().any(is_alien) && self.letters().any(|c| c.is_ascii());
        longer > 1
            && shorter <= MAX_SHORT
            && (line.is_attacked() || is_spoofed && shorter + longer >= MAX_SHORT)
    }
}

/// Whether the character is a letter of Latin or taken for one.
fn is_of_word(c: char) -> bool {
    match part(c) {
        Part::Letter(of) => {
            of == Alphabet::Latin
                || toward(c, Alphabet::Latin).is_some_and(|letter| letter.is_ascii())
        }
        Part::Like(_) | Part::Styled(_) => true,
        Part::Through | Part::Apart => false,
    }
}
