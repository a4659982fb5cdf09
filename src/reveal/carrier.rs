//! The characters that carry a message, gathered from what was found.

use alloc::vec::Vec;

use crate::{finding::Finding, rule::Rule};

/// One character of a hidden channel and its byte offset in dirty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Carrier {
    pub(super) at: usize,
    pub(super) c: char,
}

/// Bytes of other text between two characters of one message, at the most: a long word or a short sentence.
const MAX_GAP: usize = 256;

/// The messages of one channel: its carriers inside the findings, parted where the gap is wide. They are kept, not looked
/// up in dirty again, which is gone when text comes in chunks.
#[derive(Clone, Debug, Default)]
pub(super) struct Messages {
    messages: Vec<Vec<Carrier>>,
    /// Where the last carrier ends in dirty.
    end: usize,
}

impl Messages {
    /// Adds the carriers inside these findings, which stand in `text`, itself at `offset` of dirty.
    pub(super) fn gather(
        &mut self,
        text: &str,
        offset: usize,
        findings: &[Finding],
        carries: fn(char) -> bool,
    ) {
        // beyond the limit nothing is looked at
        let looked_at = findings.iter().filter(|f| f.rule != Rule::InputLimit);
        for finding in looked_at {
            let start = finding.byte_span.start;
            let span = start.saturating_sub(offset)..finding.byte_span.end.saturating_sub(offset);
            let found = text.get(span).unwrap_or_default();
            for (within, c) in found.char_indices().filter(|&(_, c)| carries(c)) {
                self.push(Carrier {
                    at: start + within,
                    c,
                });
            }
        }
    }

    fn push(&mut self, carrier: Carrier) {
        match self.messages.last_mut() {
            Some(message) if carrier.at - self.end <= MAX_GAP => message.push(carrier),
            _ => self.messages.push(Vec::from([carrier])),
        }
        self.end = carrier.at + carrier.c.len_utf8();
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[Carrier]> {
        self.messages.iter().map(Vec::as_slice)
    }
}
