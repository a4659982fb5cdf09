//! The words behind a stream's risk, kept as the text goes by: when the signals are known, dirty is gone.

use alloc::{string::String, vec, vec::Vec};
use core::ops::Range;

use crate::{
    finding::{Finding, Reveal},
    rule::Rule,
    score,
};

/// How much is kept of the words at one place, in bytes.
pub(crate) const MAX_WORDS_BYTES: usize = 1 << 10;

/// Of each rule, so many findings: a signal stands at the first that weighs most.
const MAX_PLACES: u8 = 16;

/// How far back a place may lie that turns out to matter.
const TAIL_BYTES: usize = 128 << 10;

/// What stands at a place of dirty and behind it.
#[derive(Clone, Debug)]
struct Excerpt {
    start: usize,
    text: String,
}

/// Excerpts of dirty, of bounded size: what came last, the first findings and reveals of each rule, and what the judge has in mind.
#[derive(Clone, Debug)]
pub(crate) struct Excerpts {
    /// The end of what has come.
    tail: String,
    tail_start: usize,
    found: Vec<Excerpt>,
    said: Vec<Excerpt>,
    /// For each rule, how many of its findings are kept.
    counts: Vec<u8>,
    /// How many reveals in clean are known.
    revealed: usize,
}

impl Excerpts {
    pub(crate) fn new() -> Self {
        Self {
            tail: String::new(),
            tail_start: 0,
            found: Vec::new(),
            said: Vec::new(),
            counts: vec![0; Rule::ALL.len()],
            revealed: 0,
        }
    }

    /// Takes the next text of dirty, with what was found in it, what its markup hides, all that was revealed in clean, and where the
    /// judge stands after it.
    pub(crate) fn take(
        &mut self,
        text: &str,
        findings: &[Finding],
        hidden: &[Reveal],
        revealed: &[Reveal],
        judge: &score::Judge,
    ) {
        let end = self.tail_start + self.tail.len();
        for excerpt in self.found.iter_mut().chain(&mut self.said) {
            if excerpt.start + excerpt.text.len() == end {
                add(&mut excerpt.text, text);
            }
        }
        let new = revealed.get(self.revealed..).unwrap_or_default();
        self.revealed = revealed.len();
        let places = findings.iter().map(|f| (f.rule, f.byte_span.start));
        let new = hidden.iter().chain(new);
        let new = new.map(|reveal| (Rule::EncodedText, reveal.byte_span.start));
        for (rule, start) in places.chain(new) {
            if let Some(count) = self.counts.get_mut(rule as usize)
                && *count < MAX_PLACES
            {
                *count += 1;
                let text = self.at(start, text);
                self.found.push(Excerpt { start, text });
            }
        }
        let mut before = core::mem::take(&mut self.said);
        judge.places(&mut |span: Range<usize>| {
            if self.said.iter().any(|new| new.start == span.start) {
                return;
            }
            let known = before.iter().position(|old| old.start == span.start);
            let excerpt = match known {
                Some(at) => before.swap_remove(at),
                None => Excerpt {
                    start: span.start,
                    text: self.at(span.start, text),
                },
            };
            self.said.push(excerpt);
        });
        self.keep_tail(text);
    }

    /// The words at a place, as far as they are kept.
    pub(crate) fn words(&self, span: &Range<usize>) -> String {
        let all = self.said.iter().chain(&self.found);
        let mut known = all.filter(|excerpt| excerpt.start == span.start);
        let mut words = match known.next() {
            Some(excerpt) => excerpt.text.clone(),
            None => self.at(span.start, ""),
        };
        words.truncate(words.floor_char_boundary(span.len()));
        words
    }

    /// What stands at a place, which lies in the tail or in the text behind it; nothing if it lies before both.
    fn at(&self, start: usize, text: &str) -> String {
        let mut words = String::new();
        if let Some(start) = start.checked_sub(self.tail_start) {
            let tail = self.tail.get(start..).unwrap_or_default();
            add(&mut words, tail);
            // unless a wide character did not fit, and a narrow one further on would
            if words.len() == tail.len() {
                let behind = start.saturating_sub(self.tail.len());
                add(&mut words, text.get(behind..).unwrap_or_default());
            }
        }
        words
    }

    fn keep_tail(&mut self, text: &str) {
        let last = text.get(text.ceil_char_boundary(text.len().saturating_sub(TAIL_BYTES))..);
        let last = last.unwrap_or_default();
        if last.len() < text.len() {
            self.tail_start += self.tail.len() + text.len() - last.len();
            self.tail.clear();
        }
        self.tail.push_str(last);
        // now and then, so that each byte is moved once
        if self.tail.len() > 2 * TAIL_BYTES {
            let cut = self.tail.ceil_char_boundary(self.tail.len() - TAIL_BYTES);
            self.tail.drain(..cut);
            self.tail_start += cut;
        }
    }
}

/// Adds as much of a text as there is room for.
fn add(words: &mut String, text: &str) {
    let room = MAX_WORDS_BYTES.saturating_sub(words.len());
    words.push_str(
        text.get(..text.floor_char_boundary(room))
            .unwrap_or_default(),
    );
}
