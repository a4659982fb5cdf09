//! Base16: two hexadecimal digits a byte, in a row.

use alloc::vec::Vec;

use super::{
    Found, bytes,
    run::{symbols, wrapped_runs},
};

/// Six bytes.
const MIN_SYMBOLS: usize = 12;

/// So many symbols are decoded to see whether the rest is worth it.
const FIRST: usize = 32;

pub(super) fn find(text: &str) -> Vec<Found> {
    let runs = wrapped_runs(text, MIN_SYMBOLS, is_symbol).into_iter();
    let found = runs.filter_map(|mut run| {
        let symbols = symbols(text, &run, is_symbol);
        let all = symbols.len();
        if all % 2 == 1 {
            return None;
        }
        if !begins(&symbols) {
            return None;
        }
        let decoded = bytes::text(bytes::digits(&symbols, 4, value)?)?;
        if let Some(before) = text.get(..run.start)
            && (before.ends_with("0x") || before.ends_with("0X") || before.ends_with("\\x"))
        {
            run.start -= 2;
        }
        Some(Found::shape(run, &["base16"], decoded))
    });
    found.collect()
}

/// Whether a run of digits begins a text.
pub(in crate::reveal) fn begins(run: &[u8]) -> bool {
    let first = run.get(..FIRST.min(run.len()));
    first
        .and_then(|first| bytes::digits(first, 4, value))
        .is_some_and(|first| bytes::may_begin_text(&first))
}

const fn is_symbol(b: u8) -> bool {
    b.is_ascii_hexdigit()
}

pub(super) const fn value(b: u8) -> Option<u8> {
    match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'a'..=b'f' => Some(b - b'a' + 10),
        b'A'..=b'F' => Some(b - b'A' + 10),
        _ => None,
    }
}
