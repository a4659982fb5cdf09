//! The characters that carry a message, gathered from what was found.

use alloc::vec::Vec;

use crate::finding::Finding;

/// One character of a hidden channel and its byte offset in dirty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Carrier {
    pub(super) at: usize,
    pub(super) c: char,
}

/// Bytes of other text between two characters of one message, at the most: a long word or a short sentence.
const MAX_GAP: usize = 256;

/// The messages of one channel: its carriers inside the findings, parted where the gap is wide.
pub(super) fn messages(
    dirty: &str,
    findings: &[Finding],
    carries: fn(char) -> bool,
) -> Vec<Vec<Carrier>> {
    let mut messages: Vec<Vec<Carrier>> = Vec::new();
    let mut end = 0;
    for finding in findings {
        let start = finding.byte_span.start;
        let found = dirty.get(finding.byte_span()).unwrap_or_default();
        for (offset, c) in found.char_indices().filter(|&(_, c)| carries(c)) {
            let carrier = Carrier {
                at: start + offset,
                c,
            };
            match messages.last_mut() {
                Some(message) if carrier.at - end <= MAX_GAP => message.push(carrier),
                _ => messages.push(Vec::from([carrier])),
            }
            end = carrier.at + c.len_utf8();
        }
    }
    messages
}
