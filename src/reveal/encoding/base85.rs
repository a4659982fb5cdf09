//! Base85: Ascii85 with or without its frame, Z85, and the digits of RFC 1924.

use core::ops::Range;

use alloc::{string::String, vec::Vec};

use super::{Found, bytes};
use crate::reveal::language::{evidence, words};

/// Twelve bytes.
const MIN_SYMBOLS: usize = 15;

/// So many symbols are decoded to see whether the rest is worth it.
const FIRST: usize = 15;

/// So many bytes that look like a text by chance no more.
const SURE: usize = 20;

/// One set of digits, and the name of the step.
type Digits = (fn(u8) -> Option<u8>, &'static [&'static str]);

const DIGITS: [Digits; 3] = [
    (ascii85, &["ascii85"]),
    (z85, &["z85"]),
    (rfc1924, &["base85"]),
];

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for span in stretches(text) {
        let Some(symbols) = text.get(span.clone()) else {
            continue;
        };
        let framed = symbols
            .strip_prefix("<~")
            .and_then(|rest| rest.strip_suffix("~>"));
        for (value, steps) in DIGITS {
            if let Some(decoded) = decode(framed.unwrap_or(symbols).as_bytes(), value) {
                found.push(Found::shape(span.clone(), steps, decoded));
                break;
            }
        }
    }
    found
}

/// What may be such a text: what stands in a frame, between two blanks, or, as the marks that quote are digits too, between two of
/// those. The longest first.
fn stretches(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text
        .get(at..)
        .and_then(|rest| rest.find("<~"))
        .map(|start| at + start)
    {
        let end = text
            .get(start..)
            .and_then(|rest| rest.find("~>"))
            .map(|end| start + end + 2);
        at = end.unwrap_or(text.len());
        found.extend(end.map(|end| start..end));
    }
    let mut at = 0;
    for token in text.split([' ', '\t', '\n', '\r']) {
        let start = at;
        at += token.len() + 1;
        if token.len() < MIN_SYMBOLS || !token.is_ascii() {
            continue;
        }
        found.push(start..start + token.len());
        for mark in ['"', '\'', '`'] {
            let mut within = start;
            for part in token.split(mark) {
                if part.len() >= MIN_SYMBOLS && part.len() < token.len() {
                    found.push(within..within + part.len());
                }
                within += part.len() + 1;
            }
        }
        let trimmed = token.trim_matches(is_edge);
        let before = token.len() - token.trim_start_matches(is_edge).len();
        if trimmed.len() >= MIN_SYMBOLS && trimmed.len() < token.len() {
            found.push(start + before..start + before + trimmed.len());
        }
    }
    found
}

const fn is_edge(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | ',' | ';' | '.' | ':')
}

/// Whether some stretch of a token begins a text with one of the sets of digits.
pub(in crate::reveal) fn may_hold(token: &str) -> bool {
    stretches(token).into_iter().any(|span| {
        let symbols = token.as_bytes().get(span).unwrap_or_default();
        DIGITS
            .iter()
            .any(|&(value, _)| begins(symbols, value).unwrap_or(false))
    })
}

fn begins(symbols: &[u8], value: fn(u8) -> Option<u8>) -> Option<bool> {
    // most end with the first five
    let first = numbers(symbols.get(..5)?, value)?;
    Some(
        bytes::may_begin_text(&first)
            && bytes::may_begin_text(&numbers(symbols.get(..FIRST)?, value)?),
    )
}

fn decode(symbols: &[u8], value: fn(u8) -> Option<u8>) -> Option<String> {
    if !begins(symbols, value)? {
        return None;
    }
    let text = bytes::text(numbers(symbols, value)?)?;
    let is_long = text.len() >= SURE;
    (is_long || evidence(words(&text).map(|word| word.text)).words >= 2).then_some(text)
}

fn numbers(symbols: &[u8], value: fn(u8) -> Option<u8>) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(symbols.len());
    for group in symbols.chunks(5) {
        let mut number = 0_u64;
        for place in 0..5 {
            // what is missing counts as the highest digit
            let digit = group.get(place).map_or(Some(84), |&symbol| value(symbol))?;
            number = number * 85 + u64::from(digit);
        }
        let number = u32::try_from(number).ok()?;
        bytes.extend(number.to_be_bytes().iter().take(group.len() - 1));
    }
    Some(bytes)
}

const fn ascii85(b: u8) -> Option<u8> {
    match b {
        b'!'..=b'u' => Some(b - b'!'),
        _ => None,
    }
}

fn z85(b: u8) -> Option<u8> {
    match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'a'..=b'z' => Some(b - b'a' + 10),
        b'A'..=b'Z' => Some(b - b'A' + 36),
        _ => among(b".-:+=^!/*?&<>()[]{}@%$#", b),
    }
}

fn rfc1924(b: u8) -> Option<u8> {
    match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'A'..=b'Z' => Some(b - b'A' + 10),
        b'a'..=b'z' => Some(b - b'a' + 36),
        _ => among(b"!#$%&()*+-;<=>?@^_`{|}~", b),
    }
}

/// The digits from 62 on.
fn among(rest: &[u8], b: u8) -> Option<u8> {
    let at = rest.iter().position(|&symbol| symbol == b)?;
    u8::try_from(at + 62).ok()
}
