//! Floor 2: decodes hidden channels and encoded text. What one says is text plus its place.
//!
//! A channel is gathered over all that was found, so that a message spread thinly between visible letters reads as one. Encoded
//! text is looked for in what a reader sees. What either decodes to may be encoded again.

mod bits;
mod carrier;
mod encoding;
mod language;
mod look;
mod search;
mod tags;
pub(crate) mod terminal;
mod variation;

use core::ops::Range;

use alloc::{string::String, vec::Vec};

use crate::finding::{Finding, Reveal};
use carrier::{Carrier, Messages};
pub(crate) use search::Budget;

/// One way to read the characters of one channel: the text, and the name of the step.
struct Reading {
    text: String,
    step: &'static str,
}

/// A channel: which characters carry it, and how they are read.
struct Channel {
    carries: fn(char) -> bool,
    read: fn(&[Carrier]) -> Option<Reading>,
}

const CHANNELS: [Channel; 3] = [
    Channel {
        carries: tags::carries,
        read: tags::read,
    },
    Channel {
        carries: variation::carries,
        read: variation::read,
    },
    Channel {
        carries: bits::carries,
        read: bits::read,
    },
];

/// Whether a character carries a part of a message in some channel.
fn is_carrier(c: char) -> bool {
    CHANNELS.iter().any(|channel| (channel.carries)(c))
}

/// What the findings carry, channel by channel, gathered block by block or from a whole text at once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Channels([Messages; CHANNELS.len()]);

impl Channels {
    /// Adds what the next findings carry, whose characters are read from `text`, which stands at `offset` of dirty.
    /// Linear.
    pub(crate) fn gather(&mut self, text: &str, offset: usize, findings: &[Finding]) {
        for (messages, channel) in self.0.iter_mut().zip(&CHANNELS) {
            messages.gather(text, offset, findings, channel.carries);
        }
    }

    /// Decodes the messages and attaches each to the finding where it begins. Linear.
    pub(crate) fn attach(&self, findings: &mut [Finding], max_bytes: usize, budget: &mut Budget) {
        for (messages, channel) in self.0.iter().zip(&CHANNELS) {
            for message in messages.iter() {
                let Some(reading) = (channel.read)(message) else {
                    continue;
                };
                let (Some(first), Some(last)) = (message.first(), message.last()) else {
                    continue;
                };
                let byte_span = first.at..last.at + last.c.len_utf8();
                let (inner, _) = search::search(&reading.text, 1, budget);
                let (text, chain) = search::resolved(reading.text, &[reading.step], inner);
                attach_one(findings, reveal(text, chain, byte_span, max_bytes));
            }
        }
    }
}

/// What stands encoded in a part of clean text, with spans in that part, in order and disjoint; and where the budget was not
/// enough for the first time. Linear.
pub(crate) fn encoded(
    text: &str,
    max_bytes: usize,
    budget: &mut Budget,
) -> (Vec<Reveal>, Option<Range<usize>>) {
    let (found, stopped) = search::search(text, 0, budget);
    let reveals = found
        .into_iter()
        .map(|decoded| reveal(decoded.text, decoded.chain, decoded.span, max_bytes));
    (reveals.collect(), stopped)
}

/// Words that markup hid, as a reveal.
pub(crate) fn shown(
    text: String,
    step: &'static str,
    byte_span: Range<usize>,
    max_bytes: usize,
) -> Reveal {
    reveal(text, Vec::from([step]), byte_span, max_bytes)
}

fn reveal(
    mut text: String,
    chain: Vec<&'static str>,
    byte_span: Range<usize>,
    max_bytes: usize,
) -> Reveal {
    text.truncate(text.floor_char_boundary(max_bytes));
    let share = language::printable_share(&text);
    Reveal {
        text,
        chain,
        byte_span,
        share,
    }
}

/// Attaches reveals that stand in no channel.
pub(crate) fn attach(findings: &mut [Finding], reveals: Vec<Reveal>) {
    for reveal in reveals {
        attach_one(findings, reveal);
    }
}

/// To the finding in which it begins. If two channels begin in one finding, the longer message stands for both.
fn attach_one(findings: &mut [Finding], reveal: Reveal) {
    let index = findings.partition_point(|finding| finding.byte_span.end <= reveal.byte_span.start);
    let Some(finding) = findings.get_mut(index) else {
        return;
    };
    finding.attach(reveal);
}
