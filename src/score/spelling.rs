//! Puts right the words of attacks that were misspelt so that no list finds them, before they are judged: a person reads
//! `ingore`, `ign*ore` and `IgnoreAllPrevious` at a glance, and so does a model.
//!
//! Only frequent words come out of it. It changes what the words are judged as, never the text.

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
        each: impl FnMut(char, Range<usize>),
    ) {
        let is_visible = c.is_ascii_graphic();
        if is_visible
            && !self.is_passed
            && let (Some(byte), Some(place)) =
                (self.bytes.get_mut(self.len), self.spans.get_mut(self.len))
        {
            (*byte, *place) = (c as u8, span);
            self.len += 1;
            return;
        }
        // what is longer, or goes on in other letters, is no word of ASCII
        self.is_passed = is_visible || !(c.is_ascii() || stands_beside(c));
        self.close(Some((c, span)), each);
    }

    /// Gives what is left.
    #[inline]
    pub(crate) fn finish(&mut self, each: impl FnMut(char, Range<usize>)) {
        self.close(None, each);
    }

    /// Gives the run, and what comes after it.
    #[inline]
    fn close(
        &mut self,
        after: Option<(char, Range<usize>)>,
        mut each: impl FnMut(char, Range<usize>),
    ) {
        let mut run = 0..self.len;
        if self.len >= MIN_LETTERS
            && !self.is_passed
            && let Some(read) = self.put_right()
        {
            run = 0..0;
            give(read, &mut each);
        }
        self.len = 0;
        let letters = self.letters(run);
        for (c, span) in letters
            .map(|(letter, span)| (char::from(letter), span))
            .chain(after)
        {
            each(c, span);
        }
    }

    /// These as they stand.
    #[inline]
    fn letters(&self, range: Range<usize>) -> impl Iterator<Item = (u8, Range<usize>)> {
        let bytes = self.bytes.get(range.clone()).unwrap_or_default();
        let spans = self.spans.get(range).unwrap_or_default();
        bytes.iter().copied().zip(spans.iter().cloned())
    }

    /// The run as a reader reads it, if that is not as it stands.
    #[inline(never)]
    fn put_right(&self) -> Option<Vec<(u8, Range<usize>)>> {
        let run = self.bytes.get(..self.len)?;
        let first = run.iter().position(u8::is_ascii_alphabetic)?;
        let last = run.iter().rposition(u8::is_ascii_alphabetic)?;
        let core = run.get(first..=last)?;
        if core.len() < MIN_LETTERS {
            return None;
        }
        let is_cut = is_cut(core);
        let is_letter = u8::is_ascii_alphabetic;
        let mut all: Option<Vec<_>> = None;
        let (mut at, mut done) = (first, 0);
        for part in core.chunk_by(|a, b| is_cut || is_letter(a) == is_letter(b)) {
            let place = at..at + part.len();
            at = place.end;
            if part.len() < MIN_LETTERS || !part.first().is_some_and(is_letter) {
                continue;
            }
            let read = if is_cut {
                let letters: Vec<u8> = part.iter().copied().filter(is_letter).collect();
                self.replaced(place.clone(), &letters)
            } else if let Some(key) = Key::meant(part) {
                self.replaced(place.clone(), key.as_bytes())
            } else if let Some(ends) = ends(part) {
                self.parted(place.clone(), &ends)
            } else {
                continue;
            };
            let all = all.get_or_insert_default();
            all.extend(self.letters(done..place.start));
            all.extend(read);
            done = place.end;
        }
        all.as_mut()?.extend(self.letters(done..self.len));
        all
    }

    /// Other letters in this place.
    fn replaced(&self, place: Range<usize>, letters: &[u8]) -> Vec<(u8, Range<usize>)> {
        let spans = self.spans.get(place).unwrap_or_default();
        let start = spans.first().map_or(0, |span| span.start);
        let end = spans.last().map_or(0, |span| span.end);
        letters.iter().map(|&letter| (letter, start..end)).collect()
    }

    /// The letters of this place, with a space behind each word.
    fn parted(&self, place: Range<usize>, ends: &[usize]) -> Vec<(u8, Range<usize>)> {
        let mut all = Vec::with_capacity(place.len() + ends.len());
        for (at, (letter, span)) in (1..).zip(self.letters(place)) {
            let end = span.end;
            all.push((letter, span));
            if ends.contains(&at) {
                all.push((b' ', end..end));
            }
        }
        all
    }
}

#[cold]
fn give(read: Vec<(u8, Range<usize>)>, each: &mut dyn FnMut(char, Range<usize>)) {
    for (letter, span) in read {
        each(char::from(letter), span);
    }
}

/// Marks beyond ASCII that stand beside words: dashes, quotation marks, spaces, an ellipsis.
const fn stands_beside(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{AB}' | '\u{BB}' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}')
}

/// Whether marks cut a word in two: `pre*vi*ous`, but not `and/or`.
fn is_cut(core: &[u8]) -> bool {
    let mut letters = [0; MAX_KEY];
    let mut len = 0;
    if core.iter().all(u8::is_ascii_alphabetic) {
        return false;
    }
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
    let is_known = |word: &[u8]| str::from_utf8(word).is_ok_and(is_known);
    let mut parts = core.split(|byte| !byte.is_ascii_alphabetic());
    len >= MIN_LETTERS
        && (Key::of(word).is_some()
            || is_known(word) && !parts.any(|part| part.len() > 1 && is_known(part)))
}
