//! Base64 (RFC 4648, sections 4 and 5), wrapped or not, padded or not; also written backwards or turned by ROT13.

use alloc::vec::Vec;

use super::{
    Found, bytes,
    run::{symbols, with_padding, wrapped_runs},
};
use crate::util::{base64, rot13};

/// Fewer symbols are words too often.
const MIN_SYMBOLS: usize = 10;

/// So many symbols are decoded to see whether the rest is worth it.
const FIRST: usize = 20;

pub(super) fn find(text: &str) -> Vec<Found> {
    let runs = wrapped_runs(text, MIN_SYMBOLS, is_symbol).into_iter();
    let found = runs.filter_map(|run| {
        let symbols = symbols(text, &run, is_symbol);
        let span = with_padding(text, run, b'=', 2);
        if let Some(decoded) = decode(&symbols) {
            return Some(Found::shape(span, &["base64"], decoded));
        }
        let turned: Vec<u8> = symbols.iter().map(|&b| rot13::rotate(b)).collect();
        if let Some(decoded) = decode(&turned) {
            return Some(Found::shape(span, &["rot13", "base64"], decoded));
        }
        let backwards: Vec<u8> = symbols.iter().rev().copied().collect();
        let decoded = decode(&backwards)?;
        let before = text.as_bytes().get(..span.start).unwrap_or_default();
        let padding = before
            .iter()
            .rev()
            .take(2)
            .take_while(|&&b| b == b'=')
            .count();
        let span = span.start - padding..span.end;
        Some(Found::shape(span, &["reversed", "base64"], decoded))
    });
    found.collect()
}

/// Whether a run of symbols begins a text, as it is, turned or backwards.
pub(in crate::reveal) fn begins(run: &[u8]) -> bool {
    let mut first = [0; FIRST];
    let mut begins = |symbols: &mut dyn Iterator<Item = u8>| {
        let mut count = 0;
        for (place, symbol) in first.iter_mut().zip(symbols) {
            *place = symbol;
            count += 1;
        }
        first.get(..count).is_some_and(begins_text)
    };
    let whole = whole(run.len());
    begins(&mut run.iter().take(whole).copied())
        || begins(&mut run.iter().take(whole).map(|&b| rot13::rotate(b)))
        || begins(&mut run.iter().rev().take(whole).copied())
}

/// One symbol alone says six bits, which is no byte: it belongs to what stands behind.
const fn whole(len: usize) -> usize {
    len - (len % 4 == 1) as usize
}

fn begins_text(first: &[u8]) -> bool {
    bytes::digits(first, 6, value).is_some_and(|first| bytes::may_begin_text(&first))
}

fn decode(symbols: &[u8]) -> Option<alloc::string::String> {
    let whole = whole(symbols.len());
    if !begins_text(symbols.get(..FIRST.min(whole))?) {
        return None;
    }
    bytes::text(bytes::digits(symbols.get(..whole)?, 6, value)?)
}

const fn is_symbol(b: u8) -> bool {
    value(b).is_some()
}

/// Either alphabet: of section 5 two digits differ.
const fn value(b: u8) -> Option<u8> {
    base64::value(match b {
        b'-' => b'+',
        b'_' => b'/',
        _ => b,
    })
}
