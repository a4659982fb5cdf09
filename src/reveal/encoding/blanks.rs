//! Spaces and tabs behind the last word of a line, or alone in it: a bit each, or numbers of spaces with tabs between them, as the program
//! SNOW writes them.

use alloc::{string::String, vec::Vec};

use super::{Found, bytes};
use crate::reveal::language::judge;

/// Fewer blanks say nothing.
pub(in crate::reveal) const MIN_BLANKS: usize = 32;
/// As few of one kind are no bits.
pub(in crate::reveal) const MIN_EACH: usize = 6;

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut runs: Vec<&str> = Vec::new();
    let (mut first, mut last, mut at) = (None, 0, 0);
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let run = content
            .get(content.trim_end_matches([' ', '\t']).len()..)
            .unwrap_or_default();
        // two spaces break a line in Markdown, and one is left over
        if run.contains('\t') || run.len() >= MIN_BLANKS {
            let end = at + content.len();
            first.get_or_insert(end - run.len());
            last = end;
            runs.push(run);
        }
        at += line.len();
    }
    let Some(first) = first else {
        return Vec::new();
    };
    let reversed = |value| (value & 1) << 2 | value & 2 | value >> 2;
    let readings = [
        of_bits(&runs, b'\t'),
        of_bits(&runs, b' '),
        of_numbers(&runs, |value| value),
        of_numbers(&runs, reversed),
    ];
    let mut readings = readings.into_iter().flatten();
    let found = readings.find(|text| judge(text).is_language());
    found
        .map(|text| Found::shape(first..last, &["blanks"], text))
        .into_iter()
        .collect()
}

/// Each blank as a bit, the highest first; this byte is a one.
fn of_bits(runs: &[&str], one: u8) -> Option<String> {
    let mut bits = bytes::Bits::default();
    for blank in runs.iter().flat_map(|run| run.bytes()) {
        bits.push(u32::from(blank == one), 1);
    }
    text(bits.bytes)
}

/// Up to seven spaces as three bits, parted by tabs or the end of a line; the first tab of all says where they begin.
fn of_numbers(runs: &[&str], value: impl Fn(u32) -> u32) -> Option<String> {
    let mut bits = bytes::Bits::default();
    for (at, run) in runs.iter().enumerate() {
        let run = match at {
            0 => run.strip_prefix('\t')?,
            _ => run,
        };
        let mut groups: Vec<&str> = run.split('\t').collect();
        // behind the last tab of a line nothing need stand
        groups.pop_if(|last| last.is_empty());
        for group in groups {
            let count = u32::try_from(group.len()).ok().filter(|&count| count < 8)?;
            bits.push(value(count), 3);
        }
    }
    text(bits.bytes)
}

/// The text of bytes, without those that only fill up the last line.
fn text(mut bytes: Vec<u8>) -> Option<String> {
    while bytes
        .pop_if(|last| *last == 0 || *last == u8::MAX)
        .is_some()
    {}
    bytes::text(bytes)
}
