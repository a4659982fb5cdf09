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

fn decode(symbols: &[u8], value: fn(u8) -> Option<u8>) -> Option<String> {
    let first = bytes::digits(symbols.get(..FIRST.min(symbols.len()))?, 5, value)?;
    if !bytes::may_begin_text(&first) {
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
