//! Floor 2: decodes hidden channels. What a channel says is text plus its place in dirty.
//!
//! A channel is gathered over all that was found, so that a message spread thinly between visible letters reads as one.

mod bits;
mod carrier;
mod language;
mod tags;
mod variation;

use alloc::{string::String, vec::Vec};

use crate::finding::{Finding, Reveal};
use carrier::{Carrier, messages};

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

/// Decodes what the findings carry and attaches each message to the finding where it begins. Linear.
pub(crate) fn attach(dirty: &str, findings: &mut [Finding], max_bytes: usize) {
    if findings.is_empty() {
        return;
    }
    for channel in &CHANNELS {
        for message in messages(dirty, findings, channel.carries) {
            let Some(reading) = (channel.read)(&message) else {
                continue;
            };
            let (Some(first), Some(last)) = (message.first(), message.last()) else {
                continue;
            };
            let byte_span = first.at..last.at + last.c.len_utf8();
            let mut text = reading.text;
            text.truncate(text.floor_char_boundary(max_bytes));
            let share = language::printable_share(&text);
            let reveal = Reveal {
                text,
                chain: Vec::from([reading.step]),
                byte_span,
                share,
            };
            attach_one(findings, reveal);
        }
    }
}

/// To the finding in which it begins. If two channels begin in one finding, the longer message stands for both.
fn attach_one(findings: &mut [Finding], reveal: Reveal) {
    let index = findings.partition_point(|finding| finding.byte_span.end <= reveal.byte_span.start);
    let Some(finding) = findings.get_mut(index) else {
        return;
    };
    if finding
        .reveal
        .as_ref()
        .is_none_or(|old| old.text.len() < reveal.text.len())
    {
        finding.reveal = Some(reveal);
    }
}
