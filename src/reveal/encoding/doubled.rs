//! Each character twice, as a page gives it whose letters were drawn twice to look bold: `DDeeaarr`.

use alloc::{string::String, vec::Vec};

use super::Found;

/// A few such words are names and exclamations.
const MIN_WORDS: usize = 3;
const MIN_LETTERS: usize = 10;

/// Whether a token may be such a word.
pub(in crate::reveal) fn is_in(token: &str) -> bool {
    let mut chars = token.chars();
    let (mut pairs, mut letters) = (0, 0);
    while let Some(c) = chars.next() {
        if chars.next() != Some(c) {
            return false;
        }
        pairs += 1;
        letters += usize::from(c.is_alphabetic() && !c.is_ascii_uppercase());
    }
    pairs >= 2 && letters > 0
}

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut run = Run::default();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().filter(|(_, next)| *next == c).copied();
        if let Some((second, _)) = next.filter(|_| !c.is_whitespace()) {
            chars.next();
            run.push(c, at, second + c.len_utf8());
        } else if c.is_whitespace() && run.start < run.end {
            run.pause(c);
        } else {
            found.extend(core::mem::take(&mut run).end());
        }
    }
    found.extend(run.end());
    found
}

/// Such words, one behind the other.
#[derive(Debug, Default)]
struct Run {
    text: String,
    start: usize,
    end: usize,
    /// What stands between the last word and the next.
    pause: Option<char>,
}

impl Run {
    fn push(&mut self, c: char, start: usize, end: usize) {
        if self.end == 0 {
            self.start = start;
        }
        self.text.extend(self.pause.take());
        self.text.push(c);
        self.end = end;
    }

    fn pause(&mut self, blank: char) {
        let blank = if blank == '\n' { '\n' } else { ' ' };
        self.pause = Some(self.pause.unwrap_or(blank).min(blank));
    }

    fn end(self) -> Option<Found> {
        let letters = self.text.chars().filter(|c| c.is_alphabetic()).count();
        let words = self.text.split([' ', '\n']).count();
        (words >= MIN_WORDS && letters >= MIN_LETTERS)
            .then(|| Found::shape(self.start..self.end, &["doubled-letters"], self.text))
    }
}
