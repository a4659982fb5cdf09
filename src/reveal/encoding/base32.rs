//! Base32 (RFC 4648, sections 6 and 7), in either case.

use alloc::{string::String, vec::Vec};

use super::{
    Found, bytes,
    run::{symbols, with_padding, wrapped_runs},
};

/// Ten bytes.
const MIN_SYMBOLS: usize = 16;

/// So many symbols are decoded to see whether the rest is worth it.
const FIRST: usize = 24;

pub(super) fn find(text: &str) -> Vec<Found> {
    let runs = wrapped_runs(text, MIN_SYMBOLS, is_symbol).into_iter();
    let found = runs.filter_map(|run| {
        let symbols = symbols(text, &run, is_symbol);
        let decoded = decode(&symbols, value).or_else(|| decode(&symbols, hex_value))?;
        let span = with_padding(text, run, b'=', 6);
        Some(Found::shape(span, &["base32"], decoded))
    });
    found.collect()
}

/// Whether a run of letters and digits begins a text with either digits.
pub(in crate::reveal) fn begins(run: &[u8]) -> bool {
    begins_with(run, value) || begins_with(run, hex_value)
}

fn begins_with(run: &[u8], value: fn(u8) -> Option<u8>) -> bool {
    let first = run.get(..FIRST.min(run.len()));
    first
        .and_then(|first| bytes::digits(first, 5, value))
        .is_some_and(|first| bytes::may_begin_text(&first))
}

fn decode(symbols: &[u8], value: fn(u8) -> Option<u8>) -> Option<String> {
    if !begins_with(symbols, value) {
        return None;
    }
    bytes::text(bytes::digits(symbols, 5, value)?)
}

const fn is_symbol(b: u8) -> bool {
    b.is_ascii_alphanumeric()
}

const fn value(b: u8) -> Option<u8> {
    match b.to_ascii_lowercase() {
        b @ b'a'..=b'z' => Some(b - b'a'),
        b'2'..=b'7' => Some(b - b'2' + 26),
        _ => None,
    }
}

/// The digits of section 7, which sort as the bytes do.
const fn hex_value(b: u8) -> Option<u8> {
    match b.to_ascii_lowercase() {
        b'0'..=b'9' => Some(b - b'0'),
        b @ b'a'..=b'v' => Some(b - b'a' + 10),
        _ => None,
    }
}
