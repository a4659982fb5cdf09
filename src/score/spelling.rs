//! Puts right the words of attacks that were misspelt so that no list finds them, before they are judged: a person reads
//! `ingore`, `ign*ore` and `IgnoreAllPrevious` at a glance, and so does a model.
//!
//! Only words of `keys.rs` come out of it: it changes what the words are judged as, never the text.

use core::ops::Range;

use alloc::vec::Vec;

use super::{
    keys::{Key, MAX_KEY},
    together::ends,
};
use crate::lexicon::is_known;

/// A run without white space is looked at up to here; what is longer is judged as it stands.
const MAX_RUN: usize = 128;

/// A word can be misspelt if it has so many letters at least: shorter ones are too near to others.
const MIN_LETTERS: usize = 5;

/// The run of visible ASCII that is open. Its size is fixed.
#[derive(Clone, Debug)]
pub(crate) struct Spelling {
    bytes: [u8; MAX_RUN],
    spans: [Range<usize>; MAX_RUN],
    len: usize,
    /// The run is longer than what is kept, or has other letters: it is judged as it stands.
    is_passed: bool,
}

impl Default for Spelling {
    fn default() -> Self {
        Self {
            bytes: [0; MAX_RUN],
            spans: [const { 0..0 }; MAX_RUN],
            len: 0,
            is_passed: false,
        }
    }
}

impl Spelling {
    /// Takes the next character, which stands there, and gives those that are to be judged. Constant time, but for the end
    /// of a run, which is linear in it.
    #[inline]
    pub(crate) fn char(
        &mut self,
        c: char,
        span: Range<usize>,
        each: &mut impl FnMut(char, Range<usize>),
    ) {
        if c.is_ascii_graphic() && !self.is_passed {
            if let (Some(byte), Some(place)) =
                (self.bytes.get_mut(self.len), self.spans.get_mut(self.len))
            {
                (*byte, *place) = (c as u8, span);
                self.len += 1;
                return;
            }
            self.is_passed = true;
            self.pass(0..self.len, each);
            self.len = 0;
        } else if !c.is_ascii_graphic() {
            let is_letter = c.is_alphanumeric();
            if is_letter {
                self.pass(0..self.len, each);
                self.len = 0;
            } else {
                self.finish(each);
            }
            self.is_passed = is_letter;
        }
        each(c, span);
    }

    /// Gives what is left.
    pub(crate) fn finish(&mut self, each: &mut impl FnMut(char, Range<usize>)) {
        self.close(each);
        self.len = 0;
    }

    fn close(&self, each: &mut impl FnMut(char, Range<usize>)) {
        let run = self.bytes.get(..self.len).unwrap_or_default();
        let Some(core) = core(run) else {
            return self.pass(0..run.len(), each);
        };
        let letters = run.get(core.clone()).unwrap_or_default();
        if is_cut(letters) {
            let letters: Vec<u8> = letters
                .iter()
                .copied()
                .filter(u8::is_ascii_alphabetic)
                .collect();
            self.pass(0..core.start, each);
            self.give(&letters, core.clone(), each);
            return self.pass(core.end..run.len(), each);
        }
        let mut at = 0;
        for part in run.chunk_by(|a, b| a.is_ascii_alphabetic() == b.is_ascii_alphabetic()) {
            let all = at..at + part.len();
            if part.len() >= MIN_LETTERS && part.first().is_some_and(u8::is_ascii_alphabetic) {
                self.word(part, all.clone(), each);
            } else {
                self.pass(all.clone(), each);
            }
            at = all.end;
        }
    }

    /// Gives these as they stand.
    fn pass(&self, range: Range<usize>, each: &mut impl FnMut(char, Range<usize>)) {
        let (Some(bytes), Some(spans)) = (self.bytes.get(range.clone()), self.spans.get(range))
        else {
            return;
        };
        for (&byte, span) in bytes.iter().zip(spans) {
            each(char::from(byte), span.clone());
        }
    }

    /// Gives letters in the place of these.
    fn give(&self, letters: &[u8], range: Range<usize>, each: &mut impl FnMut(char, Range<usize>)) {
        let spans = self.spans.get(range).unwrap_or_default();
        let (Some(first), Some(last)) = (spans.first(), spans.last()) else {
            return;
        };
        for &letter in letters {
            each(char::from(letter), first.start..last.end);
        }
    }

    /// Gives a word of letters that begins there: put right, parted, or as it stands.
    fn word(&self, word: &[u8], all: Range<usize>, each: &mut impl FnMut(char, Range<usize>)) {
        if let Some(key) = Key::meant(word) {
            return self.give(key.as_bytes(), all, each);
        }
        let Some(ends) = ends(word) else {
            return self.pass(all, each);
        };
        let mut start = all.start;
        for end in ends.into_iter().map(|end| all.start + end) {
            self.pass(start..end, each);
            let place = end.checked_sub(1).and_then(|last| self.spans.get(last));
            let place = place.map_or(0, |span| span.end);
            each(' ', place..place);
            start = end;
        }
    }
}

/// Where the letters begin and end, if there are enough of them to be misspelt.
fn core(run: &[u8]) -> Option<Range<usize>> {
    let first = run.iter().position(u8::is_ascii_alphabetic)?;
    let last = run.iter().rposition(u8::is_ascii_alphabetic)?;
    (last - first >= MIN_LETTERS - 1).then_some(first..last + 1)
}

/// Whether marks cut a word in two: `pre*vi*ous`, but not `and/or`.
fn is_cut(core: &[u8]) -> bool {
    let mut letters = [0; MAX_KEY];
    let mut len = 0;
    for &byte in core {
        if byte.is_ascii_alphabetic() {
            let Some(letter) = letters.get_mut(len) else {
                return false;
            };
            *letter = byte;
            len += 1;
        } else if byte.is_ascii_digit() {
            return false;
        }
    }
    let word = letters.get(..len).unwrap_or_default();
    if len == core.len() || len < MIN_LETTERS {
        return false;
    }
    let is_known = |word: &[u8]| str::from_utf8(word).is_ok_and(is_known);
    let mut parts = core.split(|byte| !byte.is_ascii_alphabetic());
    Key::of(word).is_some() || is_known(word) && !parts.any(|part| part.len() > 1 && is_known(part))
}
